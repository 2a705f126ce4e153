"""How far two told numbers are apart, where the question names the gap or both of its sides (两数之差).

「床位超编多少张」 is those there are less those approved; 「还有多少件没结」 what was taken in less what was closed, in one
sentence; 「比年初增加多少」, 「在编比聘用多几个」 both sides by their own words; 「离目标差多少」 aim and outcome of one row. Where
a side is not told, or might be another number, nothing is subtracted.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import MONEY, convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import inputs
from service.follow.conversation import Talk, aside
from service.library import Held
from service.read.terms import overlap
from service.scope.named_in import Named
from service.second.as_answer import as_answer
from service.second.merge import merge
from service.second.off_target import ASKS_OFF_TARGET
from service.things.beside_money import in_one_segment
from service.things.counts_named import PEOPLE, counts_named, is_counted
from service.things.indicators import is_target
from service.things.sorts_meant import two_sides

_UNSURE = ("low_confidence", "not_disclosed")
_LONGEST = 120
_UNIT = r"(?P<unit>万?(?:平方米|公里|人次|批次|个|名|位|户|家|辆|台|套|件|起|宗|例|亩|座|处|场|期|次|张|床|吨|所|间|条|株|棵|份|人|项|单|通))"
_HOW = r"(?:多少|几多|好多|几)"
#: 「床位超编多少张」: what there is beyond what was approved, and what is lacking of it.
_BEYOND = regex(
    rf"(?P<thing>[\u4e00-\u9fff]{{2,8}}?)数?(?P<way>超编|超出编制|超过编制|缺编|空编)(?:了|出)?{_HOW}{_UNIT}"
)
_APPROVED, _THERE = regex(r"编制|核定|批准"), regex(r"实有|实际|现有|开放|在用")
#: 「还有多少件没结」, 「没整改的有多少个」.
ASKS_LEFT = regex(
    rf"{_HOW}{_UNIT}?(?P<noun>[\u4e00-\u9fff]{{0,6}}?)(?:还|仍|尚)*(?:没有?|未)(?:能|被|得到|有)?(?P<verb>[\u4e00-\u9fff]{{1,4}}?)(?:完|好|掉|到位|了|的|呢|啊|吗)*(?=[，,。？?]|$)"
    rf"|(?:还|仍|尚)*(?:没有?|未)(?:能|被|得到)?(?P<verb2>[\u4e00-\u9fff]{{1,4}}?)(?:完|好|掉|到位|了|的)+(?P<noun2>[\u4e00-\u9fff]{{0,6}}?)(?:还|总共|一共)*(?:有|剩|是)?(?:下)?{_HOW}(?P<unit2>件|个|起|宗|例|户|处|项|人|名|份|单)"
)
#: What something is left of: all that came in, was found, or was to be done; of what is new alone nothing more is known.
_WHOLE = regex(
    r"受理|收案|接收|收到|接到|接报|转办|交办|发现|排查|查出|检查出|立案|登记|申请|应|计划|任务|目标|下达|总"
)
#: How what was done is called by itself: 审结, 已整改到位; 特级处理 is a sort of it.
_DOING = r"(?:已|全年|累计|其中|共|均|实际|按期|及时|当年|年内|目前)*(?:审|办|执|完成|进行|予以|得到|督促)?{}(?:到位|完毕|完成|结束|结|案|数|量)*"
_NEW = regex(r"新收|新增|新受理")
#: 「甲比乙多多少」.
_THAN = regex(
    rf"^(?P<one>(?:[^，,。？?]{{2,40}}[里中][，,])?[^，,。？?]{{2,20}}?)(?<![对同百相占])比(?![例重较率])(?P<other>[^，,。？?]{{2,20}}?)(?:要|还|足足|一共|净)*(?P<way>多|少|高|低|增加|增长|减少|增|减)(?:出来?|了|出|花|用|给|安排)*{_HOW}(?P<unit>[\u4e00-\u9fff]{{0,3}})[？?。呢啊]*$"
)
#: The fund or the account that both sides are parts of, said before them.
_WITHIN = regex(r"^的?[^，,。？?]{2,12}(?:里面?|里头|当中|中|里)[，,]")
#: What is held against another year, a plan or itself is told elsewhere.
_OTHER_BASE = regex(
    r"上一?年|去年|前年|20\d\d|\d年|同期|预算|计划|目标|任务|标准|全[国省市县]|平均|其他|它|以前|之前|别的|哪|谁"
)
_TOTAL = regex(r"(?:总|本年|全年)*(?:收入|支出)(?:合计|总计|总额)?")
_ENDS = regex(r"(?:职工|人员|员工|的人|人数|的)+$")


@dataclass(frozen=True, slots=True)
class _Desk:
    """Who and when is asked of, what there is, how to ask on, what was told before."""

    head: str
    year: int
    held: Held
    ask: Callable[[str], Answer]
    before: Talk
    like: Answer


def gap_told(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None],
    held_of: Callable[[str], Held | None], before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where there is none, how far the two numbers are apart that the question is on."""
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    unsure = unsure or (
        answer.status is Status.ANSWERED and not answer.figures and two_sides(text) is not None
    )
    asked = [(said, make) for pattern, make in _ROWS if (said := pattern.search(text)) is not None]
    if not unsure or not asked or len(text) > _LONGEST:
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return answer
    held, year = held_of(named.bodies[0]), named.years[0] if named.years else answer.plan.get("year")
    if held is None or not year:
        return answer
    head = f"{named.bodies[0]}{year}年"
    desk = _Desk(head, int(str(year)), held, lambda q: whole(q, conversation=aside()), before, answer)
    rest = " ".join(named.masked.replace("\0", " ").split())
    for pattern, make in _ROWS:
        said = pattern.search(rest)
        made = make(said, rest, desk) if said is not None else None
        if made is not None:
            return made.model_copy(update={"conversation_id": answer.conversation_id})
    return answer


def _beyond(said: re.Match[str], rest: str, desk: _Desk) -> Answer | None:
    """What there is less what was approved, told in one sentence of one thing; people are told by their posts."""
    thing = said["thing"]
    if said["unit"] in PEOPLE and re.search(r"人|职工|干部|员$", thing):
        return None
    named = [f for f in _counts(said["unit"], desk) if thing in fold(f.subject.name)]
    pairs = [
        (there, approved)
        for there in named
        for approved in named
        if there.source.quote == approved.source.quote
        and _THERE.search(there.subject.name) and not _APPROVED.search(there.subject.name)
        and _APPROVED.search(approved.subject.name)
    ]  # fmt: skip
    over = said["way"].startswith("超")
    return _of_pair(pairs if over else [(b, a) for a, b in pairs], desk)


def _left(said: re.Match[str], rest: str, desk: _Desk) -> Answer | None:
    """All that came in less what was done of it, the first and the later number of one segment."""
    unit, verb = said["unit"] or said["unit2"] or "", said["verb"] or said["verb2"]
    noun = said["noun"] or said["noun2"] or ""
    if not (unit or noun):
        return None  # 「多少没用完」 is of money
    counts = _counts(unit, desk)
    if any(re.search(f"未{re.escape(verb)}|没有?{re.escape(verb)}", f.subject.name) for f in counts):
        return None  # it is printed: what is printed is told, or not understood
    doing = re.compile(_DOING.format(re.escape(verb)))
    pairs = [
        (total, done)
        for done in counts
        if doing.fullmatch(fold(done.subject.name))
        for total in counts
        if _is_whole_of(total, done) and _is_of(noun, total)
    ]
    if len({(a.value, b.value) for a, b in pairs}) > 1:
        told = desk.before[-1].told if desk.before else frozenset()
        spoken = [p for p in pairs if {(plain(f.value or Decimal(0)), f.unit) for f in p} <= told]
        pairs = spoken or [(a, b) for a, b in pairs if noun and noun in a.subject.name]
    return _of_pair(pairs, desk)


def _is_of(noun: str, total: Fact) -> bool:
    """Whether what came in is of the thing that is named: 「案子」 and 案件 are told by 案 alone."""
    core, name = _OF_CASES.sub("", fold(noun)), fold(total.subject.name)
    return core in name or overlap(core, name) > 1


_OF_CASES = regex(r"(?<=案)[子件]$")


def _is_whole_of(total: Fact, done: Fact) -> bool:
    if total.source.quote != done.source.quote or total.unit != done.unit or total is done:
        return False
    more = (total.value or Decimal(0)) > (done.value or Decimal(0))
    whole = _WHOLE.search(total.subject.name) is not None and not _NEW.search(total.subject.name)
    return more and whole and in_one_segment(total, done)


def _than(said: re.Match[str], rest: str, desk: _Desk) -> Answer | None:
    """Both sides by their own words: amounts, or counts in the unit that is asked."""
    one, other = _WITHIN.sub("", said["one"]).strip("的"), said["other"].strip("的")
    wholes = [_TOTAL.fullmatch(phrase) is not None for phrase in (one, other)]
    if _OTHER_BASE.search(one + other) or len(set(wholes)) > 1:
        return None  # 「城乡社区支出比收入多多少」: the income meant is that account's, not all there is
    unit = re.sub("钱|[万亿]?元|块|^[万亿]$", "", said["unit"])
    sides = [_side(phrase, unit, desk) for phrase in (one, other)]
    first, second = sides
    return _made(first, second, desk) if first is not None and second is not None else None


def _side(phrase: str, unit: str, desk: _Desk) -> Answer | None:
    """The one figure that a phrase names."""
    if unit in (*PEOPLE, "人"):
        noun = _ENDS.sub("", phrase) or phrase
        held = counts_named(noun, "人", desk.year, desk.held.facts) if len(noun) > 1 else []
        if held:
            return as_answer(held[0], desk.held, desk.like) if len(held) == 1 else None
    asks = (f"有多少{unit}", "有多少") if unit else ("是多少",)
    for how in asks:
        told = desk.ask(f"{desk.head}{phrase}{how}")
        if told.status is not Status.ANSWERED or len(told.figures) != 1:
            continue
        figure = told.figures[0]
        money = figure.unit in MONEY
        fits = (
            money if not unit else (not money and figure.unit.removeprefix("万") == unit.removeprefix("万"))
        )
        named = overlap(fold(figure.label), fold(phrase)) > 1 and _says_all(phrase, figure)
        if fits and named and not figure.formula and figure.year == desk.year:
            return told
    return None if unit else _by_its_end(phrase, desk)


#: How many names end, and none is told by.
_GENERAL = regex(
    r"(?:其他)?(?:支出|收入|资金|经费|费用?|补助|补贴|补偿|项目|工程|合计|总[额计]|金额|采购|服务)"
)


def _by_its_end(phrase: str, desk: _Desk) -> Answer | None:
    """The one amount in a sentence whose name ends with what is said: 助学 of 「困难家庭子女助学」."""
    end = fold(phrase)
    held = [
        f
        for f in desk.held.facts
        if f.year == desk.year and f.measure is Measure.AMOUNT and f.source.quote and f.subject.kind == "其他"
        and f.unit in MONEY and fold(f.subject.name).endswith(end)
    ]  # fmt: skip
    one = len(end) > 1 and not _GENERAL.fullmatch(end) and len({(f.subject.name, f.value) for f in held}) == 1
    return as_answer(held[0], desk.held, desk.like) if one else None


def _says_all(phrase: str, figure: Figure) -> bool:
    """Whether a figure's name has what a phrase begins and ends with: a total is none of a part that was named."""
    label = fold(figure.label)
    return fold(phrase)[:2] in label and fold(phrase)[-2:] in label


def _off_target(said: re.Match[str], rest: str, desk: _Desk) -> Answer | None:
    """Aim and outcome of the row of a form in which one of them was found."""
    name = rest[: said.start()].strip(" ，,的")
    if len(name) < 2:
        return None
    for column in ("目标值", "实际完成值"):
        told = desk.ask(f"{desk.head}{name}{column}是多少")
        if told.status is not Status.ANSWERED or len(told.figures) != 1 or told.figures[0].citation is None:
            continue
        pair = _row_of(told, desk.held.facts)
        if pair is not None:
            aim, done = pair
            # 「实际比目标差多少」 holds the outcome against the aim; 「离目标差多少」 asks what is lacking.
            short = re.search(r"[差少缺]", said[0]) and not _HELD_AGAINST.search(said.string)
            short = bool(short) and (done.value or 0) < (aim.value or 0)
            one, other = (aim, done) if short else (done, aim)
            return _of_pair([(one, other)], desk)
    return None


#: What is paid for one of either sort: 「孤儿生活费，住在福利院的和散养的一个月差多少」.
_OF_SORTS = regex(rf"(?:相?差|[多少高低]出?)了?{_HOW}(?:钱|块|元)*[？?。呢啊]*$")
_JOINING = regex(r"^的?(?:和|跟|与|同|比|、|对比)|的?(?:和|跟|与|同|比|、|对比)$|[，,。\s]")
_FOR_ONE = regex(r"(?:(?:每|一)个?(?:人|月|年|户|天|学期)|养育?的?|的|标准|之间|要|分别|各|补|给|发|领|拿)+")


def _of_sorts(said: re.Match[str], rest: str, desk: _Desk) -> Answer | None:
    """The standard of the one sort less that of the other."""
    sides = two_sides(rest)
    if sides is None or sides[1].end() > said.start():
        return None
    one, other = sides
    between, behind = rest[one.end() : other.start()], rest[other.end() : said.start()]
    parts = (_FOR_ONE.sub("", _JOINING.sub("", part)) for part in (rest[: one.start()], between, behind))
    thing = max(parts, key=len)
    told = [desk.ask(f"{desk.head}{side[0]}的{thing}标准是多少") for side in sides] if len(thing) > 1 else []
    if any(
        a.status is not Status.ANSWERED or len(a.figures) != 1 or not _OF_ONE.search(a.figures[0].label)
        for a in told
    ):
        return None
    return _made(told[0], told[1], desk) if told else None


_OF_ONE = regex(r"标准[（(]万?元[/／]")
_HELD_AGAINST = regex(r"实际[^，。？]{0,6}比")


def _row_of(told: Answer, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """What was aimed at and what came of it in the row that a figure stands in."""
    figure = told.figures[0]
    cited = told.citations[figure.citation or 0]
    row = [
        f
        for f in facts
        if f.document_id == cited.document_id and f.source.table == cited.table and f.source.row == cited.row
        and f.subject.kind == "绩效指标" and f.value is not None and cited.row
    ]  # fmt: skip
    own = [f for f in row if f.value == Decimal(figure.value) and f.source.column == cited.column]
    if len(own) != 1:
        return None
    row = [f for f in row if f.unit == own[0].unit and f.subject == own[0].subject]
    aims = [f for f in row if is_target(f)]
    done = [f for f in row if _DONE.search(f.breakdown) and not is_target(f)]
    return (aims[0], done[0]) if len(aims) == len(done) == 1 else None


_DONE = regex(r"实际|完成")


def _counts(unit: str, desk: _Desk) -> list[Fact]:
    """The counts of the year in a unit that sentences tell."""
    return [f for f in desk.held.facts if f.year == desk.year and f.source.quote and is_counted(f, unit)]


def _of_pair(pairs: Sequence[tuple[Fact, Fact]], desk: _Desk) -> Answer | None:
    """The gap of the only pair there is."""
    if len({(a.value, b.value, a.unit) for a, b in pairs}) != 1:
        return None
    one, other = (as_answer(fact, desk.held, desk.like) for fact in pairs[0])
    return _made(one, other, desk)


def _made(one: Answer, other: Answer, desk: _Desk) -> Answer | None:
    """The first less the second, with both of them."""
    merged = merge([one, other], desk.like.conversation_id)
    if len(merged.figures) != 2:
        return None
    first, second = merged.figures
    value = (
        Decimal(second.value)
        if _alike(first, second)
        else convert(Decimal(second.value), second.unit, first.unit)
    )
    same = (first.label, first.value, first.year) == (second.label, second.value, second.year)
    if value is None or same or first.entity != second.entity or first.year != second.year:
        return None
    gap = Decimal(first.value) - value
    formula = f"{plain(Decimal(first.value))} − {plain(value)} = {plain(gap)}"
    unit = "个百分点" if first.unit == "%" else first.unit
    worked = {
        "label": f"{first.label}与{second.label}之差",
        "value": plain(gap),
        "unit": unit,
        "formula": formula,
    }
    figure = first.model_copy(update={**worked, "printed": None, "inputs": inputs(merged.figures)})
    way = "多" if gap > 0 else "少" if gap < 0 else "相同，相差"
    line = f"{first.entity}{first.year}年度{first.label}比{second.label}{way} {plain(abs(gap))} {unit}（{formula}）。"
    return merged.model_copy(
        update={"answer": f"{line}\n{merged.answer}", "figures": [figure, *merged.figures]}
    )


def _alike(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or {one.unit, other.unit} <= {"人", "名", "位"}


_Make = Callable[[re.Match[str], str, _Desk], Answer | None]
_ROWS: tuple[tuple[re.Pattern[str], _Make], ...] = (
    (_BEYOND, _beyond),
    (ASKS_LEFT, _left),
    (ASKS_OFF_TARGET, _off_target),
    (_THAN, _than),
    (_OF_SORTS, _of_sorts),
)
