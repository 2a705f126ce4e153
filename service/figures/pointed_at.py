"""Places that a question points at: a statement, the running text, own arithmetic, last year worked back (出处).

「决算表合计和文字说明的数差多少」「按表内数自己算」「由2024年决算说明倒推」: whose figure is wanted, which is no part of what
is asked about. The words are taken out of the question; what is left names the account, the body and the year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.numbers import convert
from ingest.patterns import regex
from ingest.statements import UNKNOWN, Statement, title_to_statement
from service.figures.year_before import in_year_before
from service.model import OF_PARTS, Operation, Place, Plan, Where

#: What is said of a place and of nothing else: what stands in it, and that it is told there.
_IN = r"(?:里面?|[中上内](?!小))?(?:(?:所|又|却|则)?(?:写|列|载|记|印|说|述|提|披露|公布|标|填)(?:到|明|出|的|着|为|成|作|示|了)*)?"
_FIGURE = (
    r"(?:的?(?:那个|(?:是|有)?一个)?(?:合计|总计)?(?:金额|数额|数字|数据|数值|数)?)?"
    r"(?=[把将差各不一分是相有对比和与跟同，,、。；;:：？?的又/]|\s*/|$|所|合计|(?<=[写列载记印示填])(?:多少|几))"
)
_TEXT = regex(
    r"(?<!请)(?<![要能])(?<!项目)(?:(?:文字|情况|编制|预算|决算|收支|公开|部门|单位)*(?:说明(?!书|一下|原因|理由)(?:文字|部分|内容)?|正文)"
    r"|文字(?:部分|表述|叙述|描述)|文字(?=里|中|写|和|与|跟))" + rf"(?:{_IN}{_FIGURE}|[里中上](?:面)?)"
)
_TABLE = regex(
    r"(?:预算|决算|公开|那张|这张|报)*表(?:格)?(?=[里内中上是有列差]|相差|和|与|跟|及|合计|[，,、])(?:(?:里面?|[中上内])?[这那]一?[项笔个]数?)?"
    + _IN
    + _FIGURE
)
_WORK = r"(?:算|计算|核算|测算|复核)(?!机|得|上|是)(?:一下|一遍|下|出来的?)?"
_OWN = regex(
    r"(?:(?:请|再|你|帮我|麻烦)*(?:按照?|根据|依据|照|用|拿)(?:着)?(?:这|那)?(?:[两三]年)?的?表(?:内|中|里|上)的?(?:数字?|数据|金额)"
    rf"，?(?:自己|自行|重新|我们?)?(?:动手)?来?(?:重新)?(?:{_WORK})?"
    rf"|(?:自己|自行|重新|另行)(?:动手)?来?{_WORK}|(?<![预决结核清概估])(?:推算|测算|核算|计算|算)出来的?(?:数|结果|比例|增幅)?"
    r"|重算|复算|验算|实际计算(?:的|结果)?)(?:的|，|,)?"
)
_YEAR = r"(?P<{}>20\d\d|\d\d(?=年))年?度?"
_WAY = r"(?:往回|反过来|反向|间接)?(?:倒推|推算|反推|倒算|推出|逆推|推断|倒着?算|往回算|反算|算出来?|算)(?:出来?|得出?|一下|下)?(?:的|，|,)?"
_BACK = regex(
    r"(?:(?:由|按照?|根据|从|依据|照|据|用|以|拿)(?:着)?"
    + _YEAR.format("year")
    + r"(?:的|部门|单位|公开|文件|报告|说明|里|中|上|说法|数据|数|表述|口径|增减额?|增减|写|所|披露|情况|编制|(?P<kind>决算|预算))*(?:来|去)?)(?:，|,)?"
    + _WAY
    + r"|(?:能不能|能否|可以|请|帮我)?(?:往回|反过来)?(?:倒推|反推|倒算|逆推|往回推算?|反算)(?:出来?|得出?|一下|下)?(?:的|，|,)?"
)
#: A way to count by the place that it stands for: 「文字口径（编制说明）与表格口径（支出表）」.
_BY_PLACE = regex(r"(?:文字|正文|文本|说明|表格?|报表)口径[（(](?P<place>[^（()）]{2,14})[)）]")
#: What sets one place against another, with what is said around it.
_GAP = regex(
    r"[，,、跟和与]*(?:这|那)?(?:两者|两处|二者|两个数|两个|两边|两张表|之间|为什么|为啥|为何|怎么会?|到底|是否|是不是|有没有|有无|会|能|能否|数字?|金额)*"
    r"(?:(?:是(?:不是)?(?:同)?一个数|相差|差[额距了异]?(?!旅))|不?一致|不?一样|对得上|对不上|吻合|不?相符|不符|不?相[同等]|不同|出入)"
    r"(?:吗|么|嘛|呢|没有|是|的|了|不|多少|几|个|百分点|多大|万元|亿元|元|钱|[？?，,]|(?:差额|这个差|相差部分)?(?:对应|来自|属于)[^，。？]*)*"
)
_ASKS = regex(r"各|分别|多少|几|是什么|[吗么]")
#: Figures that a question quotes from a place, and remarks on them.
_QUOTED = regex(
    r"(?:把)?的?(?:写成|写作|写的是|写为|列成|列为|记成|记为)了?[\d,.]+(?:万元|亿元|元|[%％])?|的[\d.]+[%％](?=好像|似乎|看着|感觉|怀疑|不对|有误|[，,])"
    r"|^(?:核对|核实|复核|查证|验证|请核对)[：:，,]?|对照|比对|对比(?=，)"
)
#: A place with the figure that it is said to tell.
_IS_TOLD = regex(
    r"[^，。；？?多几]*?(?:写|列|载|记|印|说|填|标)(?:成|作|为|的是|的)?了?(?:是)?[\d,]+(?:\.\d+)?(?:万|亿)?元?(?=[，。；]|$)"
)
_UNIT_TOLD, _HOW_MUCH = regex(r"\d(?P<unit>万元|亿元|元)"), regex(r"多少(?![万亿元])")
_REMARK = regex(r"(?:好像|似乎|看着|感觉|怀疑)[^，。？]{0,8}(?:有问题|不对|错了|有误|对不上|不一致)")
#: 「按“三公”小计833.60万元重算」: the whole that a share is to be worked out of.
_WHOLE = regex(
    r"(?:按照?|(?<![费公使利信采专])用|以|拿)(?P<name>[“”\"\u4e00-\u9fff]{2,14}?)(?:小计|合计|总计|总额|总数)?(?P<n>[\d,]+(?:\.\d+)?)(?P<unit>万元|亿元|元)"
    r"(?:来|作分母|做分母|为分母|当分母|重新)*(?:重算|计算|算|核算|复算|(?<=分母))(?:一下|下|的话)?"
)
#: No table of money: of indicators, of names.
_NO_STATEMENT = regex(r"绩效|自评|目标|指标|名单|明细清单")
_STOP = regex(r"[，。：:；;？?！!《》（）()\s]|\d年?度?")
_CUT = regex(r"(?<!收入)[和与及]|[和与及](?!支出)|[跟同的在把对、看]|对照")
_LONGEST = 34


@dataclass(frozen=True, slots=True)
class Placed:
    """A question without the words for places, and the places."""

    rest: str
    places: tuple[Place, ...] = ()
    gap: bool = False


#: What points at no place.
NOWHERE = Placed("")


def read_places(text: str) -> Placed:
    """The places that a question points at; none, and the text as it is, where it does so for no figure."""
    given = text
    text = _BY_PLACE.sub(r"\g<place>", re.sub(r",(?!\d{3})", "，", text))
    back = _BACK.search(text)
    if back is not None:
        year = back["year"] or ""
        told = 0 if not year else int(year) if len(year) == 4 else 2000 + int(year)
        place = Place(Where.BACK, year=told, kind=back["kind"] or "")
        return Placed(_without(text, [(*back.span(), "")]), (place,))
    before = in_year_before(text)
    if before is not None:
        return Placed(before[0], (before[1],))
    found = _mentions(text)
    if not _is_named(found) or not (_ASKS.search(text) or _GAP.search(text)):
        return Placed(given)
    asked = found if _GAP.search(text) else _unquoted(text, found)
    places = tuple(dict.fromkeys(p for _, p in asked))
    cuts = [(*span, p.kind) for span, p in found]
    cuts += [(*m.span(), "") for pattern in (_QUOTED, _REMARK) for m in pattern.finditer(text)]
    rest = _without(text, cuts)
    given_in = _UNIT_TOLD.search(text) if len(asked) < len(found) else None
    if given_in is not None:  # it is asked in what the question tells the other one in
        rest = _HOW_MUCH.sub(f"多少{given_in['unit']}", rest)
    gaps = list(_GAP.finditer(rest)) if len(places) > 1 else []
    if gaps:
        unit = next((u for u in ("万元", "亿元", "元") if u in gaps[-1][0]), "")
        rest = _without(rest, [(*m.span(), "") for m in gaps])
        rest += "" if _ASKS.search(rest) else f"是多少{unit}"
    return Placed(rest, places, bool(gaps))


def _is_named(found: list[tuple[tuple[int, int], Place]]) -> bool:
    """Whether more is pointed at than one statement, which is any question's."""
    return len(found) > 1 or any(p.where in (Where.OWN, Where.TEXT) for _, p in found)


def _unquoted(text: str, found: list[tuple[tuple[int, int], Place]]) -> list[tuple[tuple[int, int], Place]]:
    """The places without those whose figure the question tells itself, where another one's is asked for.

    「说明里写的是887万元，表上列的是多少」 asks for what the table says.
    """
    open_ = [(span, place) for span, place in found if not _IS_TOLD.match(text, span[0])]
    return open_ or found


def at_places(plan: Plan, placed: Placed) -> Plan:
    """The plan with the places that the question points at, where it asks for a figure."""
    if not placed.places or plan.operation in OF_PARTS:
        return plan
    if placed.places[0].where is Where.BEFORE and plan.operation in _CHANGES and _ASKS.search(placed.rest):
        plan = replace(plan, operation=Operation.LOOKUP)  # 「上年是多少」 after a change asks for no change
    return replace(plan, places=placed.places, gap=placed.gap)


_CHANGES = (Operation.CHANGE, Operation.CHANGE_RATE)


def _mentions(text: str) -> list[tuple[tuple[int, int], Place]]:
    """Places with where they stand in a question, in its order."""
    found = [(m.span(), _of_whole(m)) for m in _WHOLE.finditer(text)]
    found += [(m.span(), Place(Where.OWN)) for m in _OWN.finditer(text) if not _taken(m.span(), found)]
    found += [
        (m.span(), Place(Where.TEXT, kind=_kind(m[0])))
        for m in _TEXT.finditer(text)
        if not _taken(m.span(), found)
    ]
    for end in (m.end() for m in re.finditer("表", text)):
        start, statement = _title(text, end)
        if statement is not None and not _taken((start, end), found):
            tail = re.match(_IN + _FIGURE, text[end:])
            found.append(((start, end + (tail.end() if tail else 0)), Place(Where.TABLE, statement.name)))
    found += [
        (m.span(), Place(Where.TABLE, kind=_kind(m[0])))
        for m in _TABLE.finditer(text)
        if not _taken(m.span(), found)
    ]
    return sorted(found, key=lambda item: item[0])


def _of_whole(match: re.Match[str]) -> Place:
    amount = convert(Decimal(match["n"].replace(",", "")), match["unit"], "元")
    return Place(Where.OWN, whole=amount)


def _taken(span: tuple[int, int], found: list[tuple[tuple[int, int], Place]]) -> bool:
    return any(span[0] < high and low < span[1] for (low, high), _ in found)


def _title(text: str, end: int) -> tuple[int, Statement | None]:
    """The statement whose title ends at a place, and where it starts: the shortest that names one."""
    low = max([0, end - _LONGEST, *(m.end() for m in _STOP.finditer(text[:end]))])
    cuts = [m.end() + low for m in _CUT.finditer(text[low:end])]
    for start in [*reversed(cuts), low]:
        title = text[start:end]
        if _NO_STATEMENT.search(title) or len(title) < 3:
            continue
        known = title_to_statement(title)
        if known is not UNKNOWN:
            return start, known
    return end, None


def _kind(said: str) -> str:
    return "决算" if "决算" in said else "预算" if "预算" in said else ""


def _without(text: str, cuts: list[tuple[int, int, str]]) -> str:
    """The text with parts of it replaced; what stood around them does not run together."""
    chars = list(text)
    for low, high, instead in cuts:
        chars[low:high] = [instead or "\0", *[""] * (high - low - 1)]
    kept = "".join(chars)
    kept = re.sub(r"\0[和与跟同及、，,]*(?=\0)", "", kept)
    kept = re.sub(r"(?<=决算|预算)[和与跟同及、](?=\0)|\0[和与跟同及的](?=[^\u4e00-\u9fff]|$)", "\0", kept)
    return re.sub(r"[，,\s]*\0[，,\s]*的?", "，", kept).strip("，, ")
