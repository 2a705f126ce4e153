"""Two sides set against each other where one of them is a sum, a mean, a part of the other, or by the month (两边相比).

「甲和乙之和比2018年多多少」, 「每月比丙局多花多少」, 「财政拨款支出比总支出少多少」: each side is found by plain questions,
what it leaves out is taken from the other, and only then are they compared. Where a side is not found nothing is told.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.figures.simple_figures import inputs, value_in
from service.model import Operation
from service.read.conjunctions import ADDS
from service.scope.named_in import AND, Named
from service.second.for_each import NO_NAME, PER
from service.second.merge import merge
from service.second.two_asked import Ask

Read = Callable[[str], Named | None]
_SURE, _MOST = 0.85, 8
_HOW = r"(?:要|还|分别)?(?:多|少|高|低|大|小|增加?|增长|减少?|下?降|降低|增减|变化|变动|上?涨|上升|提高|相?差)(?:出|了|花|用|支出|安排)*"
_MUCH = r"(?P<much>多少|几何|几倍|几成|百分之[几多]少?|几)(?:个?(?:钱|百分点|万元|元))?[？?。！!]*$"
#: 「甲比乙多多少」.
_THAN = regex(
    rf"^(?P<left>[^，。？]*?)(?<![对同百相占])(?:比(?![例重较率])|较)(?P<right>[^，。？]*?)(?:相比)?{_HOW}{_MUCH}"
)
#: 「甲是乙之和的多少」「甲和乙合计占丙的比例」.
_OF = regex(
    r"^(?P<left>[^，。？]+?)(?:占了?|相当于|是|为)(?!哪|谁|什么|啥)(?P<right>[^，。？]+?)的?(?P<much>百分之[几多]少?|几分之几|几成|几倍|多少倍?|比例|比重)(?:是?多少)?[？?。！!]*$"
)
_SUM, _MEAN = (
    regex(r"之和|合计|总和|总额|加起来|合起来|加在一起|一共|总共|共计|相加|(?<=[费款金出贴])共$"),
    regex(r"的?平均(?:数|值)?(?!每)|均值"),
)
_PLUS, _ADDS = regex(rf"{AND}|加上|{ADDS}"), regex(ADDS)
_ADVERB = regex(r"一下子?|足足|整整|到底|究竟|大概|大约|总体上?|整体上?")
_LAST = regex(r"^(?:上一?年度?|去年|前一年度?)(?:同期|的|相比)*")
_FUNDS = regex(r"一般公共预算|政府性基金预算|资本经营预算")
_MOVED_ON = regex(r"比(?:上年|20\d\d年|年初预算|全年预算|预算)")
_STAGE = regex(r"的?(?P<stage>(?:年初|全年|调整)?预算数?|决算数?|执行数)的?$")
_FUND_ALONE = regex(
    r"^(?:财政拨款|一般公共预算(?:财政拨款)?|政府性基金(?:预算)?|国有资本经营(?:预算)?)的?(?:部分)?$"
)
_ADDED = regex(r"(?:合计|平均)$")
#: What is no account: money that is held against its budget, a plan, itself.
_NO_ACCOUNT = regex(r"预算|决算|执行|目标|计划|标准|上年|去年|同期|年初|全国|全市|全省|其他|它")
_WHOLES = regex(r"^(?:总|本年|全部|年度)*(?:支出|收入)(?:总[计额数]|合计)?$|总计")
#: A cheap look before anything is read.
ASKS = regex(
    rf"(?<![对同百相占])(?:比(?![例重较率])|较)[^，。？]*(?:多少|几|百分之)|(?:之和|合计|总和|平均|[水电]+费|加起来|共|加上|{ADDS})[^，。？]*(?:占|是|相当于)|(?:占|是|相当于)[^，。？]*(?:之和|合计|总和|平均)"
)


@dataclass(frozen=True, slots=True)
class Side:
    """Whose and when, of which accounts, by the month or head (``per``), and how several are made one."""

    bodies: tuple[str, ...]
    years: tuple[int, ...]
    things: tuple[str, ...]
    per: str = ""
    mode: str = ""
    stage: str = ""

    @property
    def count(self) -> int:
        """How many figures it is made of."""
        return max(len(self.bodies), 1) * max(len(self.years), 1) * max(len(self.things), 1)


@dataclass(frozen=True, slots=True)
class Found:
    """The value of a side, its figures and answers, and how it was made."""

    value: Decimal
    unit: str
    answers: tuple[Answer, ...]
    figures: tuple[Figure, ...]
    told: str


#: A share of several bodies together is worked out where they are set side by side.
_OF_BODIES = regex(r"占(?:这|那)?[两三四五几]家")


def two_sides(answer: Answer, text: str, ask: Ask, read: Read) -> Answer | None:
    """The one side against the other; None where both are plain figures that the answer sets against each other."""
    if _OF_BODIES.search(text) or answer.plan.get("operation") == Operation.TOP_SHARE.value:
        return None  # the largest parts together over their whole are worked out by themselves
    than, of = _THAN.match(text), _OF.match(text)
    said = than or of
    sides = _sides(said, answer, read) if said is not None else None
    if said is None or sides is None or not _is_wanted(answer, sides, than is not None):
        return None
    if _is_flow_apart(*sides):
        return _lacking(answer, list(sides))
    found = [_find(side, ask) for side in sides]
    one, other = found
    if one is None or other is None:
        if (
            sides[0].things != sides[1].things
            and sides[0].years != sides[1].years
            and not any(s.mode for s in sides)
        ):
            return None  # 「2025年比2024年一下少了多少」: what is left over may be no account
        return _lacking(answer, [s for s, f in zip(sides, found, strict=True) if f is None])
    made = _made(one, other, said["much"], than is not None)
    if made is None or _is_itself(one, other):
        return _lacking(answer, list(sides))
    if made.value in {f.value.lstrip("-") for f in answer.figures[:1] if f.unit == made.unit}:
        return None
    whole = merge((*one.answers, *other.answers), answer.conversation_id)
    lead = _told(one, other, made, than is not None)
    return whole.model_copy(update={"answer": f"{whole.answer}\n{lead}", "figures": [made, *whole.figures]})


def _sides(said: re.Match[str], answer: Answer, read: Read) -> tuple[Side, Side] | None:
    """Both sides, each with what it leaves out taken from the other."""
    left = _side(said["left"], read, "")
    first = left.bodies[0] if left and left.bodies else ""
    last = _LAST.match(said["right"])
    right = _side(said["right"][last.end() :] if last else said["right"], read, first)
    if right is None or (left is None and not right.bodies):
        return None
    left = left or replace(_bare(said["left"]), bodies=right.bodies, years=right.years)
    if _is_its_budget(left, right):
        return None
    years = left.years or right.years
    if not years and answer.plan.get("year"):
        years = (int(str(answer.plan["year"])),)
    left = replace(left, years=left.years or years)
    before = tuple(y - 1 for y in left.years) if last else ()
    right = replace(right, bodies=right.bodies or left.bodies, years=before or right.years or left.years)
    return _shared(left, right)


def _is_its_budget(left: Side, right: Side) -> bool:
    """「比预算少了多少」 after an account was spoken of: neither side names one, and all that was spent is not meant."""
    named = left.things or right.things or left.stage or left.mode or right.mode or left.per
    return not named and bool(right.stage) and left.bodies in ((), right.bodies)


def _shared(left: Side, right: Side) -> tuple[Side, Side] | None:
    """Accounts, measure, stage and way of adding that only one side says are of both."""
    if len(right.things) == len(left.things) == 1 and _FUND_ALONE.search(right.things[0]):
        right = replace(right, things=(right.things[0].strip("的") + left.things[0],))
    if not right.stage and right.bodies == left.bodies:
        right = replace(right, stage=left.stage)
    if not right.things:
        mode = right.mode or left.mode
        right = replace(right, things=left.things, per=right.per or left.per, mode=mode)
        left = replace(left, mode=left.mode or (right.mode if left.count > 1 else ""))
    if not left.things:
        left = replace(left, things=right.things)
    per = left.per or right.per
    left, right = (
        replace(s, per=per, things=s.things or (() if s.stage else ("支出",))) for s in (left, right)
    )
    several = any(s.count > 1 and not s.mode for s in (left, right))
    several = several or any(NO_NAME.search(thing) for thing in (*left.things, *right.things))
    return None if several or max(left.count, right.count) > _MOST or left == right else (left, right)


def _side(text: str, read: Read, body: str) -> Side | None:
    """What is said of one side; ``body`` is who it is of where it names nobody."""
    named = read(text) if text else None
    own = named is not None
    named = named or (read(f"{body}{text}") if body else None)
    if named is None:
        return None
    bare = _bare(named.rest)
    return replace(bare, bodies=named.bodies if own else (), years=named.years)


def _bare(rest: str) -> Side:
    """Accounts, measure and way of adding of the words that say neither who nor when."""
    mode = "平均" if _MEAN.search(rest) else "合计" if _SUM.search(rest) or _ADDS.search(rest) else ""
    kept = _ADVERB.sub("", _SUM.sub("", _MEAN.sub("", rest)))
    per = PER.search(kept)
    kept = kept.replace(per[0], "") if per else kept
    stage = _STAGE.search(kept)
    kept = kept[: stage.start()] if stage else kept
    pieces = [p.strip("的，, 年花用") for p in (_PLUS.split(kept) if mode == "合计" else [kept])]
    pieces = [p if p.endswith("采购") or not pieces[-1].endswith("采购") else f"{p}采购" for p in pieces]
    things = tuple(p for p in pieces if len(p) > 1 and not _POINTS.fullmatch(p))
    return Side((), (), things, per[0] if per else "", mode, stage["stage"] if stage else "")


#: What only points at what the other side names: 「二五年比二四年那个多了多少」.
_POINTS = regex(r"(?:[这那](?:个|项|笔|块|边|儿|年|时)?|同样的?|一样的?|它|的|呢|嘛|啊|…|\.)+")


def _is_wanted(answer: Answer, sides: tuple[Side, Side], than: bool) -> bool:
    """Whether the plain answer cannot have set them against each other: a sum, a mean, by the month, last year's."""
    one, other = sides
    first = answer.figures[0] if answer.figures else None
    made = any(s.mode and s.count > 1 for s in sides)
    summed = first is not None and first.unit != "%" and re.search(r"[+÷]", first.formula or "") is not None
    if not than:
        apart = any(s.mode and len(s.bodies) * len(s.years) > 1 for s in sides)
        done = first is not None and first.unit in ("%", "倍") and "合计" in first.label
        return apart or summed or (made and not done)
    who, when, what = one.bodies != other.bodies, one.years != other.years, one.things != other.things
    accounts = what and not who and not when
    backward = first is not None and _MOVED_ON.search(first.label) is not None
    whole = accounts and backward and not any(_NO_ACCOUNT.search(_FUNDS.sub("", t)) for t in other.things)
    return bool(made or summed or one.per or whole or who + when + what > 1)


def _is_flow_apart(one: Side, other: Side) -> bool:
    """「城乡社区支出比收入多多少」: the income meant is that account's, not all there is."""
    bare = other.things in (("收入",), ("支出",)) and (one.bodies, one.years) == (other.bodies, other.years)
    return bare and bool(one.things) and not _WHOLES.search(one.things[0])


def _find(side: Side, ask: Ask) -> Found | None:
    """The figures of a side and what they make; None where one of them is not sure."""
    names = "、".join(side.things)
    tail = "合计是多少" if len(side.things) > 1 else "是多少"
    heads = [f"{body}{year}年" for body in side.bodies for year in side.years]
    answers = [ask(f"{head}{side.per}{names}{side.stage}{tail}") for head in heads]
    leads = [_lead(a, side) for a in answers]
    figures = [f for f in leads if f is not None]
    values = [value_in(f, figures[0].unit) for f in figures] if figures else []
    known = [v for v in values if v is not None]
    if not known or len(known) < len(answers):
        return None
    total, unit = sum(known, Decimal(0)), figures[0].unit
    if len(known) < 2:
        return Found(total, unit, tuple(answers), tuple(figures), f" {plain(total)} {unit}")
    added = " + ".join(map(plain, known))
    if side.mode == "平均":
        mean = rounded(total / len(known))
        return Found(
            mean,
            unit,
            tuple(answers),
            tuple(figures),
            f"平均 {plain(mean)} {unit}（({added}) ÷ {len(known)}）",
        )
    return Found(total, unit, tuple(answers), tuple(figures), f"合计 {plain(total)} {unit}（{added}）")


def _lead(answer: Answer, side: Side) -> Figure | None:
    sure = float(str(answer.plan.get("confidence", "0"))) > _SURE
    if answer.status is not Status.ANSWERED or not sure or not answer.figures:
        return None
    first, *rest = answer.figures
    moved = _MOVED_ON.search(first.label) or (rest and not first.formula)
    per = bool(side.per) and not re.search("^平均|人均|每", first.label)
    return None if moved or per or (len(side.things) > 1 and not _ADDED.search(first.label)) else first


def _is_itself(one: Found, other: Found) -> bool:
    """Whether both sides are the same printed figure: then one of them was not understood."""

    def places(found: Found) -> set[tuple[str, ...]]:
        return {
            (f.label, f.value, str(f.year), f.entity, _page(a, f))
            for a, f in zip(found.answers, found.figures, strict=True)
        }

    return places(one) == places(other)


def _page(answer: Answer, figure: Figure) -> str:
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    return f"{cited.page}{cited.table}{cited.row}{cited.column}" if cited else ""


def _made(one: Found, other: Found, much: str, than: bool) -> Figure | None:
    """The difference, the difference in per cent, or the ratio; None of units that do not convert."""
    first = one.figures[0]
    unit = one.unit
    against = value_in(first.model_copy(update={"value": plain(other.value), "unit": other.unit}), unit)
    if against is None or (not (than and much in ("多少", "几何", "几")) and against <= 0):
        return None
    left, right = plain(one.value), plain(against)
    if than and not re.search("百分|成|倍", much):
        result = one.value - against if other.unit == unit else rounded(one.value - against)
        formula = f"{left} − {right} = {plain(result)}"
    elif than and "倍" not in much:
        result, unit = rounded((one.value - against) / against * 100), "%"
        formula = f"({left} − {right}) ÷ {right} × 100% = {plain(result)}%"
    elif "倍" in much:
        result, unit = rounded(one.value / against), "倍"
        formula = f"{left} ÷ {right} = {plain(result)}"
    else:
        result, unit = rounded(one.value / against * 100), "%"
        formula = f"{left} ÷ {right} × 100% = {plain(result)}%"
    if than and unit == "倍":
        result = result - 1
        formula = f"{left} ÷ {right} − 1 = {plain(result)}"
    label = (
        f"{first.label}等与{other.figures[0].label}等之差"
        if than
        else f"{first.label}等相当于{other.figures[0].label}等"
    )
    return first.model_copy(
        update={"label": label, "value": plain(result), "unit": unit, "formula": formula, "inputs": inputs((*one.figures, *other.figures)), "printed": None}
    )  # fmt: skip


def _told(one: Found, other: Found, made: Figure, than: bool) -> str:
    value = Decimal(made.value)
    years = ["、".join(f"{y}年" for y in sorted({f.year for f in side.figures})) for side in (one, other)]
    names = [f"（{y}）" if years[0] != years[1] else "" for y in years]
    lead = f"前者{names[0]}{one.told.strip() if names[0] else one.told}，后者{names[1]}{other.told.strip() if names[1] else other.told}，"
    if not than:
        return f"{lead}前者相当于后者的 {made.value}{'%' if made.unit == '%' else ' 倍'}（{made.formula}）。"
    word = "多" if value > 0 else "少" if value < 0 else ""
    if not word:
        return f"{lead}两者相同（{made.formula}）。"
    stages = {f.stage.replace("年初", "") for f in (*one.figures, *other.figures)}
    note = f"注意两边分别是{'、'.join(sorted(stages))}数。" if len(stages) > 1 else ""
    return f"{lead}前者比后者{word} {plain(abs(value))}{'%' if made.unit == '%' else ' ' + made.unit}（{made.formula}）。{note}"


def _lacking(answer: Answer, sides: Sequence[Side]) -> Answer | None:
    """That a side was not found; None where nothing was told anyway."""
    if answer.status is not Status.ANSWERED:
        return None
    names = "；".join(
        f"{'、'.join(s.bodies)}{'、'.join(f'{y}年' for y in s.years)}{s.per}{'、'.join(s.things)}{s.mode}"
        for s in sides
    )
    text = f"要先算出两边再比，没有把「{names}」算出来，所以没有给出。请分开来问。"
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": text, **empty})
