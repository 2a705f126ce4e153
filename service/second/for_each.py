"""What is worked out of each of several, each asked for by itself: 「分别增加多少」「哪个涨得快」「一共减少多少」 (逐个算).

A change, what is left of a budget, an amount by the month or by the head is of one body, one year, one account. Where
several are named, each is asked for plainly; then they are told one by one, the first of them is picked, or they are
added up. Where one has none it is said, and nothing is made of the others.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, inputs, value_in
from service.scope.named_in import AND, Named
from service.second.merge import merge
from service.second.two_asked import Ask

#: So much of a plain question must have been understood, and so many are asked at most.
_SURE, _MOST = 0.85, 8
_SINCE = (
    r"(?:(?:比|较|与|和|同|跟)?(?:上一?年度?|去年|前一年)(?:的|同期|相比|决算|预算)*|同比|比以前|比之前)?"
)
_BASE = r"(?P<base>(?:比|较)20\d\d年度?)?"
_UP, _DOWN = r"增长|增加?|涨|上涨|上升|提高", r"下?降|降低|减少?|下滑|跌|压减|缩减"
_MOVED = rf"(?:{_UP}|{_DOWN}|增减|变化|变动|[增涨]降)"
_RATE = r"(?:百分之[几多]少?|几个?百分点|率|幅度?|百分比|%|几成)"
_MUCH = r"(?:是|有|为)?(?:多少|几何)?(?:钱|万元|元|资金)?"
_EACH = r"(?:分别|各自|各)"
_PER = r"(?:平均)?(?:每一?个?(?:月|天|日|季度?|人|职工|在职人员|批次?|人次)|每一?(?:辆|台)(?:公务|公)?(?:车|用车|车辆)|每一?个(?:绩效)?项目|每一?(?:平方米|平方公里|公里|吨|户|家|件|起|座|所|亩|张床)|月均|日均|人均|车均|年均每月|月平均)"
PER = regex(_PER)
_WHO = r"(?:哪一?[个项家种边样块类](?:单位|部门|科目|街道|局)?|哪年|哪一年|谁|何者)"
_LEFT = r"(?:结余|剩余|节余|剩下?|没花完|少花|省下?|节约|节省)"
#: What is picked: the most or the least of the measure.
_MORE = (
    r"(?:得|的|了|额|数|更|最|比较|要|金额|幅度)*(?:多|少|快|慢|大|小|猛|厉害|狠|高|低|明显)?(?:一?[些点])?"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What is worked out of one: how it is said, in which words it is asked for, by what its figure is known.

    ``whole`` says that the accounts named side by side are one: their sum; ``alone`` that it is of no account."""

    said: re.Pattern[str]
    before: str
    behind: str
    known: re.Pattern[str]
    whole: bool = False
    alone: bool = False


_BALANCE = "收入比支出多多少"
_CHANGED, _PART = regex("增减|持平"), regex("占.*比重|占比")
MEASURES: tuple[Measure, ...] = (
    # 收支差 as it is read before: of each body, in each year.
    Measure(regex(rf"{_BALANCE}(?:{_EACH}|是|有|为|多少)*"), "", _BALANCE, regex("之差|相差"), alone=True),
    Measure(regex(rf"(?P<per>{_PER})的?"), "{per}", "是多少", regex("^平均|人均|每")),
    Measure(regex(rf"{_EACH}?(?:决算|实际)?(?:数)?(?:比|较)(?:年初|全年)?预算(?:数)?{_EACH}?[少多超低高节]出?(?:了)?{_MUCH}"), "", "决算比预算少多少", regex("预算.*增减|之差")),
    Measure(regex(rf"{_BASE}{_SINCE}{_EACH}?{_SINCE}{_MOVED}(?:了|的)?{_RATE}(?:是)?(?:多少)?"), "", "{base}增长百分之几", regex("增减幅度|增长率")),
    Measure(regex(rf"{_BASE}{_SINCE}{_EACH}?{_SINCE}{_MOVED}(?:了|的|额|数额)*{_MUCH}"), "", "{base}增加多少", _CHANGED),
    Measure(regex(rf"{_BASE}{_SINCE}{_EACH}?(?:多|少)了?(?:多少|几)(?:钱|万元)?"), "", "{base}增加多少", _CHANGED),
)  # fmt: skip
#: What one of them is picked by.
PICKED: tuple[Measure, ...] = (
    Measure(regex(rf"(?P<thing>[^\0]*?)(?:之和|合计|总和|加起来)(?P<who>{_WHO})(?:的|花得|更|最|比较|要)*[多少高低大小]"), "", "合计是多少", regex("合计"), whole=True),
    Measure(regex(rf"(?P<who>{_WHO})的?(?:是)?{_LEFT}{_MORE}|{_LEFT}(?:得|的)?最?多的?(?:是)?(?P<who2>{_WHO})"), "", "决算比预算少多少", regex("预算.*增减|之差")),
    Measure(regex(rf"{_SINCE}(?P<who>{_WHO})的?(?:是)?{_SINCE}(?:{_MOVED}(?:了|的|得)*(?:率|幅度?|比例)?(?:更|最|比较)?(?:快|猛|大幅)|{_MOVED}(?:率|幅度?|比例)[更最]?[大高小低]|[增涨降]幅[更最]?[大高小低]|增速[更最]?[快高])(?:一?[些点])?"), "", "比上年增长百分之几", regex("增减幅度|增长率")),
    Measure(regex(rf"{_SINCE}(?P<who>{_WHO})的?(?:是)?{_SINCE}(?P<how>{_MOVED}){_MORE}|{_MOVED}额?(?P<who2>{_WHO})[更最]?(?:多|少|大|小)|{_MOVED}(?:了|得|的)*[更最]?(?:多|大)?的?(?:是)?(?P<who3>{_WHO})"), "", "比上年增加多少", _CHANGED),
    Measure(regex(rf"(?P<per>{_PER})(?P<thing>[^\0]*?)(?P<who>{_WHO})(?:的|花得|更|最|比较|要)*[多少高低大小]"), "{per}", "是多少", regex("^平均|人均|每")),
    Measure(regex(r"(?P<who>哪一?年)的?(?P<thing>[^\0]*?占[^\0]{2,14}?)的?(?:比重|比例|份额)(?:是)?[更最]?[高低大小]"), "", "的比重是多少", _PART),
    Measure(regex(r"(?P<who>哪一?年)的?(?P<thing>[^\0]*?)(?:占比|比重|所占比[例重])(?:是)?[更最]?[高低大小]|(?P<thing2>[^\0]*?)(?:占比|比重|所占比[例重])(?P<who2>哪一?年)[更最]?[高低大小]|(?P<thing3>[^\0]*?)(?:占比|比重)[更最]?[高低大小]的?(?:是)?(?P<who3>哪一?年)"), "", "占本年支出合计的比重是多少", _PART),
    Measure(regex(rf"(?P<who>哪一?年)的?(?P<per>{_PER})(?P<thing>[^\0]*?)[更最]?[高低多少大小]"), "{per}", "是多少", regex("^平均|人均|每")),
)  # fmt: skip
_ALL_OF_THEM = regex(r"合计|一共|总共|共计|之和|加起来|合起来|(?<=[费金贴支出款])共(?=[增减涨降下上变多少])")
#: 「支出合计哪家高」: there 合计 is of the account's name, and no sum.
_ITS_NAME = regex(r"^[^、和与及跟同]*(?:支出|收入)$")
_EACH_SAID = regex(_EACH)
_ASK = regex(
    rf"(?:{_EACH}|一共|总共|合计|共计|之和|加起来|是|有|为|花了?|用了?)*(?:多少|几何)?(?:钱|万元|元)?(?:呢|啊)?[？?。！!]*$"
)
#: One is held against another, or against its whole.
_SET_AGAINST = regex(r"(?<![对同百相占])比(?!上|去|前|20\d\d|预算|年初|全年|以前|之前|[重例])")
_SHARE = regex(r"占(?!用)")
#: More is said than the names of accounts: what it is cannot be told here.
NO_NAME = regex(
    r"(?:^|[,、和与])(?:又|都|比上年|同比)*(?:增加?|增长|上?涨|上升|减少?|下?降|下降|跌)了?$|[，。？?！!；;：:\d]|是[不否]|[吗呢吧]|多少|还是|了$|[多少]花|几|哪|什么|怎|为什么|原因|给我|请|按|从|由[高低大小多少]|列|排|如果|假如|是指|情况|趋势"
)
#: A cheap look before anything is read.
ASKS = regex(
    rf"{_EACH}|{_WHO}|哪年|{_BALANCE}|(?:合计|一共|总共|共|之和|加起来)[^，。]{{0,8}}{_MOVED}|每[月天日季人辆台个批一]|[月日人车]均|月平均"
)
_LOW = regex(rf"{_DOWN}|最?[少低小慢](?:一?[些点])?(?:的)?[？?。]*$|{_LEFT}")


def for_each(
    answer: Answer, text: str, ask: Ask, read: Callable[[str], Named | None], terms: Sequence[str]
) -> Answer | None:
    """The measure of each that is named, what is picked by it or added up; None where one thing alone is asked of.

    ``read`` says who and when a text is of, ``terms`` are the accounts that the answer was looked up by.
    """
    named = read(text)
    if named is None:
        return None
    asked = _asked(named, terms)
    if asked is None:
        return None
    told = [ask(question) for question in asked.questions]
    found = [_lead(a, asked.measure) for a in told]
    figures = [f for f in found if f is not None]
    if _is_told_already(answer, figures, asked, len(told)):
        return None
    if len(figures) < len(told) and (asked.who or asked.added or not figures):
        return _lacking(answer, told, found, asked)
    shown = [a if f else _without(a, q) for a, f, q in zip(told, found, asked.questions, strict=True)]
    if asked.measure.alone:
        shown = [_headed(a, q, asked.measure) for a, q in zip(shown, asked.questions, strict=True)]
    whole = merge(shown, answer.conversation_id)
    if asked.added:
        return _summed(whole, figures)
    return _picked(whole, figures, asked) if asked.who else whole


def _headed(answer: Answer, question: str, measure: Measure) -> Answer:
    """The answer with whose and when it is in front, which its sentence leaves out."""
    return answer.model_copy(update={"answer": f"{question.removesuffix(measure.behind)}：{answer.answer}"})


@dataclass(frozen=True, slots=True)
class _Asked:
    """The plain questions, their measure; who is picked, from which end, and whether all are added up."""

    questions: tuple[str, ...]
    measure: Measure
    who: str = ""
    least: bool = False
    added: bool = False


def _asked(named: Named, terms: Sequence[str]) -> _Asked | None:
    rest = named.rest
    if _SET_AGAINST.search(rest.replace(_BALANCE, "")):
        return None
    for rows, picks in ((PICKED, True), (MEASURES, False)):
        for measure in rows:
            said = measure.said.search(rest)
            if said is not None and (measure.known is _PART or not _SHARE.search(rest)):
                return _made(named, terms, measure, said, rest, picks)
    return None


def _made(
    named: Named, terms: Sequence[str], measure: Measure, said: re.Match[str], rest: str, picks: bool
) -> _Asked | None:
    groups = said.groupdict()
    who = next((groups[g] for g in ("who", "who2", "who3") if groups.get(g)), "") if picks else ""
    thing = next((groups[g] for g in ("thing", "thing2", "thing3") if groups.get(g)), "")
    segment = _ASK.sub("", (rest[: said.start()] + thing + rest[said.end() :]).strip("，,。？? "))
    if NO_NAME.search(segment) or (measure.whole and _ITS_NAME.search(rest[: said.start()] + thing)):
        return None
    things = [""] if measure.alone else [segment] if measure.whole else _things(segment, terms)
    years = named.loaded if "年" in who and len(named.years) < 2 else named.years
    heads = Named(named.bodies, years, named.loaded, named.masked).heads()
    count = len(heads) * len(things)
    added = bool(_ALL_OF_THEM.search(rest)) and not who and not groups.get("per")
    several = bool(who or added or groups.get("per") or measure.alone or _EACH_SAID.search(rest))
    if not several or not 1 < count <= _MOST or (groups.get("per") and _ALL_OF_THEM.search(rest)):
        return None
    base = groups.get("base") or "比上年"
    before, behind = (
        part.format(per=groups.get("per") or "", base=base) for part in (measure.before, measure.behind)
    )
    questions = tuple(f"{head}{before}{thing}{behind}" for head, thing in product(heads, things))
    return _Asked(questions, measure, who, bool(_LOW.search(said[0])), added)


def _things(segment: str, terms: Sequence[str]) -> list[str]:
    """The accounts that are named side by side; a name with a joining word in it is one."""
    said = re.sub(r"^(?:的|在|其中|里|中)+|(?:的|中|里|，)+$", "", segment)
    pieces = [piece.strip("的 ") for piece in re.split(AND, said) if piece.strip("的 ")]
    pieces = [p if p.endswith("采购") or not pieces[-1].endswith("采购") else f"{p}采购" for p in pieces]
    whole = len(terms) == 1 and re.search(AND, terms[0]) and len(pieces) > 1
    if whole:
        return [said]
    if 1 < len(terms) < len(pieces) and any(re.search(AND, term) for term in terms):
        return list(terms)
    return pieces or list(terms) or ["支出"]


def _lead(answer: Answer, measure: Measure) -> Figure | None:
    """The figure of the measure, where the answer is sure of it."""
    sure = float(str(answer.plan.get("confidence", "0"))) > _SURE
    first = answer.figures[0] if answer.figures else None
    if answer.status is not Status.ANSWERED or not sure or first is None:
        return None
    return first if measure.known.search(first.label) else None


def _is_told_already(answer: Answer, figures: Sequence[Figure], asked: _Asked, count: int) -> bool:
    """Whether the answer has all of them, and no sum is wanted."""
    have = {(f.entity, f.year, f.value, f.unit) for f in answer.figures}
    return (
        answer.status is Status.ANSWERED
        and len(figures) == count
        and not asked.added
        and all((f.entity, f.year, f.value, f.unit) in have for f in figures)
        and (not asked.who or "相差" in answer.answer)
    )


def _without(answer: Answer, question: str) -> Answer:
    """That it was not worked out: never the figure of something else for it."""
    text = answer.answer if answer.status is not Status.ANSWERED else f"没有算出「{question}」。"
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "status": Status.NO_ANSWER}
    return answer.model_copy(update={"answer": text, **empty})


def _lacking(
    answer: Answer, told: Sequence[Answer], found: Sequence[Figure | None], asked: _Asked
) -> Answer | None:
    if answer.status is not Status.ANSWERED:
        return None
    lacking = [
        _without(a, q).answer for a, f, q in zip(told, found, asked.questions, strict=True) if f is None
    ]
    text = "\n".join(["要逐个算出再放在一起，缺了其中一些，所以没有给出。", *dict.fromkeys(lacking)])
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": text, **empty})


def _summed(whole: Answer, figures: Sequence[Figure]) -> Answer | None:
    unit = figures[0].unit
    values = [value_in(f, unit) for f in figures]
    if unit == "%" or any(v is None for v in values):
        return None
    total = sum((v for v in values if v is not None), Decimal(0))
    formula = (
        " + ".join(f"({plain(v)})" if v < 0 else plain(v) for v in values if v is not None)
        + f" = {plain(total)}"
    )
    made = figures[0].model_copy(
        update={"label": "增减额合计", "value": plain(total), "formula": formula, "inputs": inputs(figures), "printed": None}
    )  # fmt: skip
    word = "增加" if total > 0 else "减少" if total < 0 else "没有增减"
    said = (
        f"合计{word} {plain(abs(total))} {unit}（{formula}）。" if total else f"合计没有增减（{formula}）。"
    )
    return whole.model_copy(update={"answer": f"{whole.answer}\n{said}", "figures": [made, *whole.figures]})


def _picked(whole: Answer, figures: Sequence[Figure], asked: _Asked) -> Answer | None:
    unit = figures[0].unit
    values = [value_in(f, unit) for f in figures]
    if any(v is None for v in values):
        return None
    known = [v for v in values if v is not None]
    best = min(known) if asked.least else max(known)
    first = [
        name_of(f, figures) + f"（{amount(f)}）" for f, v in zip(figures, known, strict=True) if v == best
    ]
    signed = _MOVED_BY.search(figures[0].label) is not None
    none = signed and (best >= 0 if asked.least else best <= 0)
    far = "幅度最大" if unit == "%" else "最多"
    way = f"{'减少' if asked.least else '增加'}" if signed else ("最低" if asked.least else "最高")
    said = f"其中没有{way}的。" if none else f"{way}{far if signed else ''}的是{'、'.join(first)}。"
    lead = [f for f, v in zip(figures, known, strict=True) if v == best]
    rest = [
        f
        for f in whole.figures
        if f.label != lead[0].label
        or f.value != lead[0].value
        or f.year != lead[0].year
        or f.entity != lead[0].entity
    ]
    front = [f for f in whole.figures if f not in rest]
    return whole.model_copy(update={"answer": f"{whole.answer}\n{said}", "figures": [*front, *rest]})


def name_of(figure: Figure, among: Sequence[Figure]) -> str:
    """What tells a figure from the others: body, year, account."""
    said = [figure.entity] if len({f.entity for f in among}) > 1 else []
    said += [f"{figure.year}年"] if len({f.year for f in among}) > 1 else []
    labels = {f.label for f in among}
    return "".join(said + ([_MOVED_BY.sub("", figure.label)] if len(labels) > 1 or not said else []))


#: What a change is called, behind the name of what changed.
_MOVED_BY = regex(r"(?:决算数)?比(?:上年|20\d\d年?|年初|全年|预算)[\u4e00-\u9fff]{0,6}增减(?:额|幅度|率)$")
