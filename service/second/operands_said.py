"""What an operation is on, by the clauses of a question: the phrases that it joins, sets apart or divides (运算所及).

What is asked is learnt (``worded``); where each operand begins and ends is told by the words between them: 「甲跟乙加起来」,
「甲比乙多多少」, 「乙里面甲占几成」, 「甲按乙平均」. Each phrase is kept in the asker's own words.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import count_said

_MARKS = regex(r"[，,。；;？?！!\s]+")
_SUM = regex(
    r"(?:全部|都|通通|统统|给我|两[笔项样块者]|[这那]?[两三四五六几][笔项样块者个类])*(?:加起来|合起来|加在一[起块]|加一[起块]|合在一[起块]|放在?一[起块]|拢[到在]一[起块]|合计|加[个一]?总|凑一[起块]|总和|之和|一共|总共|共计|拢共|拢总|统共|合共)+(?:起来|下来|算下来)?"
)
_JOINTS = regex(
    r"[、]?(?:还有|以及|连同|加上)|、|(?<![平总调饱温缓])和(?![谐解平睦])|跟|与(?!会)|加(?![工强大快班入油])|(?<![普以涉])及(?!时|格|其他)"
)
#: 「…两样服务采购」: how many they are, and what all of them are.
_COUNTED = regex(
    r"[这那]?(?:[两俩三仨四五六几])(?:样|项|块|笔|种|类|个|者|件)?(?:的)?(?P<noun>[\u4e00-\u9fff]{0,8})$"
)
_HOW_MANY = regex(r"(?<![第前])([两俩三仨四五六])(?:样|项|块|笔|种|类|个|者|家)(?!月|季)")
#: What the things before it are examples of; 中等, 高等, 同等 are words of their own, 「合同等支出」 ends a list.
_SUCH = regex(
    r"(?:[这那]些|之类的?|(?:(?<=合同|水平|初中|高中|提高)|(?<![中高初同平优均]))等(?!级|次|候|于))(?:个|样)?[\u4e00-\u9fff]{2,}"
)
_LISTED = regex(r"[（(](?P<list>[^（()）]*[、和与][^（()）]*)[）)]")
_GLOSS = regex(r"[（(](?P<own>[^（()）]{2,12})[）)]")
_OPEN = regex(r"^[^（(]*[)）]|[（(][^)）]*$")
_QUOTED = regex(r"[“\"「](?P<own>[^“”\"「」]{2,20})[”\"」]")
_ENDS = regex(
    r"^(?:各[种类项](?:各样)?的?|职工的?|的|把|将|靠|从|给|是|像|比如|包括|其中|用在|花在|发的|花的|用的|[预决]算[里中]?的?|和|与|跟|以及|还有|那个|这个|说的|一下)+"
    r"|(?:[这那]一?[类项块笔款]|的|挣来?|赚来?|得来|这|那|各自?|上|方面|之间|分别|各项|一年|全年|里|中|内)+$"
)
_ASKED_LAST = regex(r"(?:是|有|为|占|花了?|用了?|要|得)*(?:多少|几|好多|百分|比例|比重).*$")
_HOW_FAR = r"(?:要|还|会|一共|足足|究竟|到底)*(?:多|少|高|低|贵|便宜|大|小)(?:出来?|了|花|用|付|得|支出|安排)*(?:多少|几|好多)"
_THAN = regex(rf"^(?P<one>.+?)(?<![对同百相占])比(?![例重较率])(?P<other>.+?){_HOW_FAR}")
_APART = regex(
    r"^(?P<one>.+?)(?:和|与|跟|同)(?P<other>.+?)(?:之间|两[者项样个])*(?:的)?(?:相?差(?!旅)|差距|差额)(?:了|有|是|为)*(?:多少|几|好多)"
)
_WHICH = regex(
    r"^(?P<one>.+?)(?:和|与|跟|同|还是|、)(?P<other>.+?)(?:两[者项样个笔]|相比|比|比起来)*[，,]?(?:到底|究竟)?(?:是)?(?:哪一?[个项样笔边头块]|谁|何者)(?:的)?(?:钱|金额|数|花)?(?:是)?(?:更|要|比较)?(?:[多少高低大小贵]|花得[多少])"
)
_WITHIN = regex(
    r"^(?P<whole>.+?)(?:里面|里头|里边|当中|之中|(?<=[\u4e00-\u9fff]{2})[里中内])(?:头|边)?[，,、]?(?:的)?(?P<part>.+?)(?:能|要|大概|大约|一共)*占(?:了|去|到|掉|上|的)*(?:多|几|百分|比|一|得)"
)
_SHARE = regex(
    r"^(?P<part>.+?)(?:能|要|大概|大约|一共)*占(?:了|去|到|掉|上)*(?P<whole>[^多几百比，,]{2,}?)(?:的|里的?|中的?)?(?:多少|多大|几成|百分|比例|比重|几分之)"
)
_BEHIND = regex(
    r"^(?P<whole>[^，,]{2,})[，,](?P<part>[^，,]{2,}?)(?:能|要|大概|大约|一共)*占(?:了|去|到|掉|上)*(?:多少|多大|几成|百分|比例|比重|几分之)"
)
_TIMES = regex(r"^(?P<one>.+?)(?:是|相当于|有|为)(?P<other>[^多几]+?)的?(?:几|多少)倍")
_BY_HEAD = regex(
    r"^(?P<one>.+?)[，,]?(?:要是|如果)?(?:按照?|除以|摊[到给在]|分摊[到给]|平摊[到给])(?P<other>(?!人头)[\u4e00-\u9fff]{2,12}?)(?:数|来|去)*(?:平均|计?算|摊|均摊|分摊|，|,|$)"
)
_BY_FIRST = regex(
    r"^按(?:照)?(?P<other>[^，,]{2,14}?)(?:的)?(?P<heads>人头|人数|个数|数)?(?:来|去)?(?:平均|计?算|摊|分摊)[，,]?(?P<one>[^，,]{2,}?)(?:每|一|平均|人均|均摊|[，,])*[个名位]?人?(?:是|合|摊|有|得|到|花)*(?:多少|几)"
)
_PER_ONE = regex(
    r"^(?P<one>.+?)[，,]?(?:按人头|人均|平均|均摊)(?:来|算|分|摊|下来)*[，,]?(?:每|一)[个名位](?P<other>[^，。]{2,12}?)(?:一年|一个月|每年|全年)?(?:大概|大约|能|要|可以)*(?:拿|合|摊|分|花|是|有|得|到|多)*(?:多少|几)"
)
#: The whole that is spoken of ahead, or all there is.
_ANY_WHOLE = regex(r"^(?:它|其|这|那)?(?:的)?(?:总数|总额|总量|全部|总的|整个|合计|总计)?$")


@dataclass(frozen=True, slots=True)
class Said:
    """The operands of an operation, each by the ways to put it, best first; ``asks`` is how each is asked for, and
    ``years`` are year and stage of each where these differ."""

    operands: tuple[tuple[str, ...], ...]
    asks: str = "是多少"
    years: tuple[tuple[int, str], ...] = ()


def _ways(phrase: str, before: str = "", behind: str = "") -> tuple[str, ...]:
    """A phrase with what is said of it before and behind, with what stands in brackets for it, and alone."""
    phrase = _OPEN.sub("", phrase)
    bare = _bare(_GLOSS.sub("", phrase))
    own = [_bare(gloss["own"]) for pattern in (_QUOTED, _GLOSS) for gloss in pattern.finditer(phrase)]
    ways = [f"{before}{bare}{behind}", f"{bare}{behind}", *own, *(f"{bare}{one}" for one in own), bare]
    return tuple(dict.fromkeys(way for way in ways if len(way) > 1))


def _bare(phrase: str) -> str:
    before = None
    while phrase != before:
        before, phrase = phrase, _ENDS.sub("", phrase.strip(" ，,、的\0“”"))
    return phrase


def _last(text: str) -> tuple[str, str]:
    """The last clause of a text, and the one ahead of it."""
    clauses = ["", *filter(None, _MARKS.split(text))]
    return clauses[-1], clauses[-2] if len(clauses) > 1 else ""


def added(text: str) -> Said | None:
    """「甲、乙还有丙，这三样一共多少」: what is to be added up."""
    said = _SUM.search(text)
    if said is None:
        return None
    lead, tail = text[: said.start()], text[said.end() :]
    if not (_JOINTS.search(lead) or _JOINTS.search(tail)):
        return None
    asks = tail.strip(" ，,？?") if _ASKED_LAST.search(tail) else "是多少"
    listed = _LISTED.search(lead)
    if listed is not None:
        noun, before = lead[: listed.start()], ""
        counted = _COUNTED.search(_last(noun)[0])
        noun = counted["noun"] if counted is not None else ""
        clause = listed["list"]
    else:
        if not _JOINTS.search(lead):
            lead, asks = _ASKED_LAST.sub("", tail), (_ASKED_LAST.search(tail) or [""])[0] or "是多少"
        clause, before = _last(lead)
        counted = _COUNTED.search(clause)
        noun = counted["noun"] if counted is not None else ""
        if counted is not None:
            clause = clause[: counted.start()]
            if not clause:
                clause, before = _last(lead[: lead.rfind(counted[0])])
    pieces = [piece for piece in _JOINTS.split(clause) if _bare(piece)]
    if _SUCH.search(clause):
        return None  # 「柚花节、广场舞这些节庆活动」: the things are examples of what is asked for
    number = _HOW_MANY.search(text)
    if not 1 < len(pieces) < 7 or (number is not None and count_said(number[1]) != len(pieces)):
        return None
    before = _bare(before) if not _ASKED_LAST.search(before) else ""
    ways = tuple(_ways(piece, before, noun) for piece in pieces)
    return Said(ways, asks.lstrip("的")) if all(ways) else None


#: What both are measured by, said of the first: 「护士人数是医生的几倍」.
_MEASURE = regex(r"(?:人数|数量|个数|件数|面积|金额|得分|评分|支出|收入|预算|经费|补贴|费用?|率)$")


def _pair(pattern: re.Pattern[str]) -> Callable[[str], Said | None]:
    def said(text: str) -> Said | None:
        found = pattern.search(text)
        if found is None:
            return None
        one, ahead = _last(found["one"])
        measure = _MEASURE.search(_bare(one))
        own = _MEASURE.search(_bare(found["other"])) is not None
        two = _ways(one, _bare(ahead)), _ways(found["other"], behind="" if own or not measure else measure[0])
        return Said(two) if all(two) else None

    return said


def shared(text: str) -> Said | None:
    """「乙里面甲占几成」, 「甲占乙的几成」, 「乙，甲占几成」: the part, then the whole."""
    for pattern in (_SHARE, _WITHIN, _BEHIND):
        found = pattern.search(text)
        if found is None:
            continue
        part, ahead = _last(found["part"])
        whole = _last(found["whole"])[0]
        if _ASKED_LAST.search(whole):
            continue
        if _ANY_WHOLE.match(_bare(whole)):
            whole = ahead
        two = _ways(part, _bare(whole) if pattern is _WITHIN else _bare(ahead)), _ways(whole)
        if all(two):
            return Said(two)
    return None


#: Three things and more that are to be set in order.
_IN_A_ROW = regex(r"[^，,。；;？?\s]*?[\u4e00-\u9fff“”]{1,10}、[^，,。；;？?\s]+")
_ORDER_ASKED = regex(r"[哪谁]|排|次序|顺序|从[多高大]|由[多高大]|最[多少高低大小]")


#: What is told is how far things are off another year or their budget, not how much they are.
OF_CHANGE = regex(
    r"比\s*(?:上一?年|去年|20\d\d|年初|预算)|[增减涨降]|变化|变动|[少多]花|没[花用]完|超支|[完执][成行]率"
)


def in_order(text: str) -> Said | None:
    """「甲、乙、丙这三样谁多谁少，排一下」: the things that are to be set in order; a change is no amount of these."""
    row = _IN_A_ROW.search(text)
    if row is None or not _ORDER_ASKED.search(text) or OF_CHANGE.search(text):
        return None
    listed = _COUNTED.sub("", _ORDER_ASKED.split(row[0])[0])
    pieces = [piece for piece in _JOINTS.split(listed) if _bare(piece)]
    ways = tuple(_ways(piece) for piece in pieces)
    number = _HOW_MANY.search(text)
    fits = number is None or count_said(number[1]) == len(pieces)
    return Said(ways) if 2 < len(pieces) < 7 and fits and all(ways) else None


#: How the operands of each operation are found, in the order in which they are tried.
GRAMMAR: dict[str, tuple[Callable[[str], Said | None], ...]] = {
    "sum": (added,),
    "share": (shared,),
    "share_of_all": (shared,),
    "difference": (_pair(_THAN), _pair(_APART)),
    "which_more": (in_order, _pair(_WHICH), _pair(_THAN)),
    "most": (in_order,),
    "times": (_pair(_TIMES),),
    "average": (_pair(_BY_HEAD), _pair(_PER_ONE), _pair(_BY_FIRST)),
}


def operands_said(text: str, operation: str) -> Said | None:
    """The operands that a text names for an operation; None where it has another shape."""
    return next(filter(None, (read(text) for read in GRAMMAR.get(operation, ()))), None)


#: The operations on one thing in two years.
OVER_YEARS = ("change", "change_rate", "two_years", "two_bodies", "difference")
_YEAR = regex(
    r"(?P<year>20\d\d)年?(?:度)?的?(?P<stage>年初预算|年初(?=数|安排|的?预算)|全年预算|预算|决算)?(?:数|的)?"
)
_LAST_YEAR = regex(r"上一?年|去年|前一年|头一年|上年度")
_OFF = regex(
    r"(?:是?[加增多升涨]还?是[减少降跌]|增加还是减少|有?没有变化)?[，, ]*(?:相?差(?!旅)|增减|净?(?:多|少|增|减|涨|降|砍|压|省|掉|升|高|低)|变化|变动|提高|上升|上涨|下降)(?:加|少|长|低)?(?:了|出|掉|去|得)*(?P<asks>多少[^，。？?]{0,6}|几[^，。？?]{0,6}|百分.*)"
)
#: The year that another one is held against stands behind 比; 「跟2024年比2025年」 says it before.
_THAN_YEAR = regex(r"(?<![跟和与同拿])20\d\d年?度?[^，,。？?]{0,8}[比较]起?20\d\d")
_SET_AGAINST = regex(r"[跟和与比较同](?:\s*相?比|起来)?|相比(?:较)?|比起来|对比")


def over_years(text: str, masked: str) -> Said | None:
    """「甲，2025年比2024年多多少」: the same thing in both years, the one that is held against the other first.

    ``masked`` is the text with a NUL for each character that says who or when.
    """
    off = _OFF.search(masked)
    if off is None:
        return None
    said = [
        (
            int(m["year"]),
            (m["stage"] or "").replace("年初", "年初预算") if m["stage"] == "年初" else m["stage"] or "",
        )
        for m in _YEAR.finditer(text)
    ]
    years = list({year: (year, stage) for year, stage in reversed(said)}.values())[::-1]
    if len(years) == 1 and _LAST_YEAR.search(text):
        years.append((years[0][0] - 1, ""))
    if len(years) != 2:
        return None
    if not _THAN_YEAR.search(text):
        years.sort(reverse=True)  # 「跟2024年比，2025年…」 is of the later one
    phrase = _bare(_SET_AGAINST.sub(" ", masked[: off.start()].replace("\0", " ")).strip())
    phrase = _bare(_MARKS.sub("", phrase))
    unit = re.sub(r"^(?:多少|几|百分.*)(?:钱|万?元)?", "", off["asks"])
    return Said((_ways(phrase), _ways(phrase)), f"是多少{unit}", tuple(years)) if len(phrase) > 1 else None


def added_over_years(masked: str, years: Sequence[int]) -> Said | None:
    """「甲2022和2023两年加起来多少」: one thing in each of the years."""
    said = _SUM.search(masked)
    if said is None or len(years) < 2:
        return None
    lead = _YEARS_COUNTED.sub("", masked[: said.start()].replace("\0", " "))
    pieces = [piece for piece in map(_bare, _MARKS.split(lead)) if piece]
    phrase = pieces[0] if len(pieces) == 1 else ""  # 「甲2022年乙2023年加起来」 is of two things
    if len(phrase) < 2 or _ASKED_LAST.search(phrase):
        return None
    return Said((_ways(phrase),) * len(years), "是多少", tuple((year, "") for year in years))


_YEARS_COUNTED = regex(r"^\s*[两三四五]年|[这那]?(?:头|前后)?[两三四五]年(?:的|里|间)?|[这那]几年")


#: What asks for each of several bodies or years, or sets them against each other.
_EACH = regex(
    r"(?:各年?|分别|每年|都|各自|两家|三家|一共|合计|总共|加起来)*(?:是|有|为|花了?|用了?|要)*(?:多少|几|好多|怎么变)|谁|哪一?[个家年边头]|相?差(?!旅)|各是|逐年"
)
_SPANS = regex(
    r"[这那]?(?:前后|近|最近)?[两三四五几]个?年(?:度)?(?:的|来|里|间)?|历年|[这那]?[两三四五几]家(?:单位)?(?:的)?|[（(][^（()）]*[)）]"
)
_ASKED = regex(r"(?:多少|几|好多)(?P<unit>[\u4e00-\u9fff]{1,2}?)(?:[？?呢啊。，,]|$)")


def each_said(masked: str) -> Said | None:
    """「甲各年是多少」, 「甲和乙谁的丙多」: the one thing that is asked of several years or bodies."""
    asked = _EACH.search(masked)
    if asked is None:
        return None
    kept = _SPANS.sub(" ", masked[: asked.start()].replace("\0", " "))
    behind = _SPANS.sub(" ", _EACH.sub(" ", masked[asked.start() :]).replace("\0", " "))
    phrase = _bare(_MARKS.sub("", _JOINED.sub(" ", kept)))
    if not phrase:  # 「甲和乙谁的丙多」
        phrase = _bare(_MARKS.sub("", _TURNS.sub("", behind)))
    unit = _ASKED.search(masked)
    asks = (
        f"是多少{unit['unit']}" if unit is not None and unit["unit"] not in ("钱", "呢", "了") else "是多少"
    )
    return Said((_ways(phrase),), asks) if len(phrase) > 1 else None


_JOINED = regex(
    r"(?<=\s)[和与跟及、到至](?=\s)|(?<=\s)(?:相比|比|对比)(?=\s|$)|^\s*(?:把|将|帮我|查查|看看)+"
)
_TURNS = regex(r"(?:更|最|比较)?(?:花得|用得)?[多少高低大小贵]+(?:一?些|一?点)?|[？?。！!]")
