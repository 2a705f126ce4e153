"""Parts that are set in order, picked out or counted by what is worked out for each (分项条件).

「完成率最低的科目」「哪些科目比上年减少」「超支的科目有几个」: not the accounts with most money, but those that
used least of their budget, that shrank, that went beyond it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex
from ingest.text import fold
from service.model import Condition, Operation
from service.read.bounds import CLOSED, OPEN, Bound, bound_of

#: What parts are called.
_PART = r"(?:科目|项目|支出|经费|费用|开支|采购|[类款项](?!目))"
#: Things that are asked for by 哪 and are no parts.
_NO_PART = r"(?!.{0,2}(?:年|月|季度|家|单位|部门|街道|局|省|市|区|县|镇|人|天))"
#: How several parts are asked for, or one of them.
_COLLECTIVE = regex(
    rf"(?:哪|什么|啥){_NO_PART}(?:个|一|几|些|项|类|款|种)*[^，。？]{{0,6}}?{_PART}"
    r"|哪(?:个|一?项|一?类|一?款|几个|几项|些)(?=[^，。？年家]{0,8}(?:最|[完执][成行]率|[增减涨降超]|没|未|[是为][0零]))"
    rf"|{_PART}[^，。？]{{0,4}}(?:有|是|共)(?:哪|什么|啥|几|多少[个项类款种])"
    r"|(?:科目|项目(?!支出))[^，。？]{0,4}(?:有|是|共)多少"
    rf"|最[多少大小高低快慢好差](?:的是?|是)[^，。？]{{0,8}}?{_PART}"
    rf"|{_PART}(?:里|中|当中|里面|中间)，?[^，。？]{{0,10}}最[多少大小高低快慢好差]"
    r"|(?:几|多少)[个项][^，。？的]{0,4}科目"
    r"|最[大多高][的一]*[类款项](?!目)"
    r"|\d+(?:\.\d+)?[万亿]?元?(?:以[上下])?的(?:(?!设备|车|物)[^，。？]){0,6}?(?:有|是)?(?:哪|几[个项类款]|多少[个项类款])"
)
_ONE = regex(
    r"(?:率|幅|占比|进度)[^，。？]{0,2}[高低大小](?!于)|最[多少大小高低快慢好差]|前[一二三四五六七八九十两几\d]|(?<![安编])排|从.到.|垫底|倒数"
)
_COUNTED = regex(r"(?:几|多少)(?:个|项|种|类)(?!百分)")


@dataclass(frozen=True, slots=True)
class Picked:
    """What is done with the parts, by what (their amounts where None), and the words that say so, in folded text."""

    operation: Operation
    condition: Condition | None
    words: re.Pattern[str]


#: Relations of a part to the year before: that it has no figure there, or none here.
NEW, GONE = "new", "gone"
#: That nothing was planned for it at the beginning of the year.
UNPLANNED = "unplanned"


@dataclass(frozen=True, slots=True)
class _Row:
    """Words that name what is worked out, which way they pick where nothing else is said, and how."""

    pattern: re.Pattern[str]
    by: Operation
    relation: str = ""
    limit: str = "0"


def _row(pattern: str, by: Operation, relation: str = "", limit: str = "0") -> _Row:
    return _Row(regex(pattern), by, relation, limit)


_BUDGET = r"(?:年初|全年|调整)?预算"
#: Tried from the top; the first whose words stand in the question decides.
_ROWS: tuple[_Row, ...] = (
    _row(r"(?:科目|支出|项目|[几些][个项类款])是?(?:新增(?!加)|新出现|新设|新列)|新增(?:了|的)?(?=哪|什么|啥|几|[^，。？]{0,8}(?:科目|支出))|(?:上年|去年|前一年|\d\d年)(?:里|度)?没有的(?=[^，。？]{0,8}科目)|多出来?了?(?=哪|什么)|(?<!长)多了(?=哪|什么)|(?<!长)多(?:出来?)?了?[一两二三四五几]?[个项类](?=[^，。？]{0,6}(?:科目|大?类|支出))|新(?:冒|蹦)出来?的?(?=[^，。？]{0,8}(?:科目|大?类|支出))|(?:以前|从前|往年|上年|去年|前一年|\d\d年)(?:里|度|都|还)?没有的?(?=[，]?(?:今年|现在|新)?[^，。？]{0,4}是?哪一?个?大?[类款项])", Operation.CHANGE, NEW),
    _row(r"(?:取消|去掉|砍掉|不再列|不再有|没有了|少了)(?:了|的)?(?=哪|什么|啥|几)|(?<!减)少(?:出来?)?了一?[个项类](?=[^，。？]{0,6}(?:科目|大?类|支出))|(?:科目|支出|项目|[几些][个项类款])(?:被|给)?(?:没有?了|取消了?|消失了?|去掉了|砍掉了)", Operation.CHANGE, GONE),
    _row(r"年初(?:预算)?(?:时)?(?:都|并|还)?(?:没有?|未|无)(?:安排|列入?|编列?|编制)?(?:了|过)?(?:预算|资金|经费|钱)(?:安排)?(?:数)?的?[、，]?(?:是)?(?:年中|年内|后来|当年|执行中|决算)?(?:才|却|又|但是?|而|后)?(?:(?:有|发生|安排|追加|形成|产生)了?(?:支出|决算数?|资金|预算)?)?|年初预算(?:里|中|数)?(?:都|并|还|就|上)?(?:没有?|未|无)(?:安排|列入?|编列?)(?:了|过)?的?[、，]?(?:年中|年内|后来|当年|执行中|决算)?(?:才|却|又|但是?|而|后)?(?:(?:有|发生|安排|追加|形成|产生)了?(?:支出|决算数?|资金|预算)?)?", Operation.LOOKUP, UNPLANNED),
    _row(r"(?:是|为|等于|达到)0(?:元|万元)?(?!\d|[.%％])|(?:是|为)零|没有?(?:花钱|用钱|安排|发生)的|没有(?:安排|发生)?(?=(?:项目|基本)支出(?:的|$|[？。，]))|没有(?:安排)?(?:支出|预算|资金|经费)的|(?:哪|科目|项目)[^，。？]{0,8}没有(?:安排)?(?:预算|支出|资金|经费|花钱)|一分(?:钱)?没|(?<!有)没有?(?:怎么)?(?:(?:花|用)过?钱?|发生过?|列支|开支)(?![完光出掉到满够对过变增减调超在])|[零0]支出|(?:支出|预算)为?[零0](?!\d|[.%％])", Operation.LOOKUP, "="),
    _row(rf"没有?(?:有)?(?:完成|用完|花完|执行完|[花用]出去|[花用]掉|[花用]光)|未(?:完成|用完|执行完)|完不成|完成(?:率|{_BUDGET})?(?:不到|不足|没到|低于)100", Operation.COMPLETION, "<", "100"),
    _row(r"(?:完成率?|执行率?)[^，。？]{0,8}100(?:00?)?|全部(?:完成|执行)|(?:决算|支出)数?[^，。？]{0,4}(?:跟|和|与|同)[^，。？]{0,4}预算数?[^，。？]{0,6}(?:一致|相等|相同|一样|持平|不差|没差)|(?:完成|执行)[^，。？]{0,6}百分之百|足额", Operation.COMPLETION, "=", "100"),
    _row(r"完成率|执行率|完成度|执行进度|完成比例|支出进度|预算完成|完成[^，。？]{0,4}预算|完成得?最[好差]", Operation.COMPLETION),
    _row(rf"(?:比|较){_BUDGET}数?(?:相比)?[^，。？]{{0,3}}?(?:增长|上升|增加)的?(?:得)?(?:百分比|幅度|比例|最快|百分之|率)|超(?:出)?{_BUDGET}的?(?:百分比|幅度|比例)", Operation.VARIANCE_RATE, ">"),
    _row(rf"(?:比|较){_BUDGET}数?(?:相比)?[^，。？]{{0,3}}?(?:下降|减少|降低)的?(?:得)?(?:百分比|幅度|比例|最快|百分之|率)", Operation.VARIANCE_RATE, "<"),
    _row(rf"超支|超(?:过|出|了)?了?{_BUDGET}|(?:大于|高于|多于|突破){_BUDGET}|(?:比|较){_BUDGET}数?(?:多|超|高|增加|增长)", Operation.VARIANCE, ">"),
    _row(rf"(?:小于|低于|少于|不到|不足){_BUDGET}|(?:比|较){_BUDGET}数?(?:少|低|省|减少|下降)|节约最|省得?最|结余最", Operation.VARIANCE, "<"),
    _row(r"增幅|增速|增长(?:率|幅度|得?最快)|涨幅|涨得?最快|增加(?:幅度|得?最快|比例)", Operation.CHANGE_RATE, ">"),
    _row(r"降幅|减幅|跌幅|下降(?:率|幅度|得?最快)|减少(?:幅度|得?最快|比例)|降得?最快", Operation.CHANGE_RATE, "<"),
    _row(r"变(?:化|动)(?:幅度|率|比例)", Operation.CHANGE_RATE),
    _row(r"比[^，。？]{0,10}(?:年|年度|执行数?|决算数?|预算数?)(?:少|低)(?!多少|了?多少)", Operation.CHANGE, "<"),
    _row(r"比[^，。？]{0,10}(?:年|年度|执行数?|决算数?|预算数?)(?:多|高)(?!少)", Operation.CHANGE, ">"),
    _row(r"持平|没有?变|不变|没增没减|(?<![哪这那每同])一样多(?!少)", Operation.CHANGE, "="),
    _row(r"(?<!有)(?:没有?|未)(?:再|怎么)?(?:增加|增长|上升|涨|变多)", Operation.CHANGE, "<="),
    _row(r"(?<!有)(?:没有?|未)(?:再|怎么)?(?:减少|下降|降|变少|压减)", Operation.CHANGE, ">="),
    _row(r"增加|增长|上升|涨|多了|变多|增多|加了|加得|增得|新增", Operation.CHANGE, ">"),
    _row(r"减少|下降|降了|降得|跌|少了|变少|压减|压缩|砍|缩减|减得|减了|降低", Operation.CHANGE, "<"),
    _row(r"变(?:化|动)", Operation.CHANGE),
    _row(r"占比|比重|占得?最|(?<![侵抢挤霸])占(?![道地位线])(?:总|全)?", Operation.SHARE),
)  # fmt: skip
_ANY_ROW = regex("|".join(f"(?:{row.pattern.pattern})" for row in _ROWS))
#: What is one of several and no part: a year, a body.
_OTHERS = regex(r"哪一?年|哪几年|哪个?(?:月|季度)|哪一?家|哪个(?:单位|部门|局|街道)|谁|为什么|为啥|原因")
#: Limits of a condition, which name no account.
_SAID = (
    r"(?:不到|低于|小于|不足|没到|没达到|未达到|少于|超过|高于|大于|多于|达到)\d{1,5}(?:以上|以下|以内)?|\d{1,5}(?:以上|以下)"
    r"|(?:是|为|等于)[0零](?:元|万元)?(?!\d|[.%％])"
    r"|逐项(?:列了?|分析)?|逐一|一一|列出|列举|刚好|正好|恰好|一分|单[项个]的?(?:金额|支出|数额)?(?=\d|超|不|低|高)|最[高低大小多少]者|按?经济(?:分类|(?=科目))"
    r"|[一二两三四五六七八九十\d]+大?[类项个种](?=[类款项]级|支出|收入|科目|项目|采购|经费|各|分别)"
)
#: What is worked out as a rate, which a limit in per cent is of.
_RATE = {Operation.CHANGE: Operation.CHANGE_RATE, Operation.VARIANCE: Operation.COMPLETION}
#: How parts are asked for that a bound or a comparison picks out: 「…的有几个」, 「…科目，逐一列出」.
_PICKED_OUT = regex(
    rf"(?:\d[^，。？]{{0,6}}|[零0没][^，。？\d]{{1,4}})的(?:[^，。？]{{0,4}}?(?:{_PART}|分项))?[？。!]*$"
    rf"|的(?:[^，。？]{{0,4}}{_PART})?(?:一共|总共|共计|共)?(?:有|是)?(?:哪[些几]|(?:几|多少)[个项类款种](?!百分))"
    rf"|{_PART}，?(?:请|把)?(?:逐一|逐项|一一|全部|都)*(?:列出|列举|列示|列一下)"
    rf"|{_PART}(?:里|中|当中|里面)?(?:有|是)?(?:几|多少)[个项类款](?!百分)"
    rf"|(?<![这那前后哪])(?:几|多少)[个项类款种](?:大类|{_PART})*的?是?(?:[比较][^，。？]{{1,8}}?|同比|与[^，。？]{{1,6}}?)?(?:增|减|下?降|上?升|涨|压减|持平|没变|变[多少]|没有?了|取消|消失|新|超过?|不[到足超]|[高低大小多少]于)"
    r"(?![^，。？]*(?:多少(?![个项类款])|百分))"
    rf"|年初[^。？]{{0,24}}?(?:却|才|又|但是?)有?[^，。？]{{0,6}}的[^，。？]{{0,4}}?{_PART}[？。!]*$"
    rf"|[多少]了?(?:出来?)?了?[一两二三四五几]?[个项类][^，。？]{{0,4}}(?:科目|大?类)，?(?:是|叫)(?:哪|什么|啥)"
    rf"|各个?{_PART}[^，。？]{{0,12}}(?:排[序列名一]|从[高大多低小少]|由[高大多低小少])|(?:排[序列名一]|从[高大多低小少]|由[高大多低小少])[^，。？]{{0,16}}各个?{_PART}"
)
#: 「下面各款多少钱」「分几项」「四大类各多少」: all parts by their amounts, without a word for a list.
_EACH_PART = regex(
    r"各个?(?:功能类|分项|大类|部分|[款类]|项(?!目))(?:科目|支出|收入|决算|预算|经费)*(?=[^，。？]{0,4}(?:多少|几|分别|金额|数额|$))"
    r"|[一二两三四五六七八九十\d]+大?[类块项](?:支出|收入)?各(?!占)"
    r"|分(?:为|成|哪)?几[项块类款]|分(?:为|成)哪[几些]|几[项款类](?:明细|分项|支出|科目)|哪几[项款类](?!的?[\u4e00-\u9fff]{0,3}(?:车|人员|设备|案件|投诉|问题|单位))"
    r"|几[种样](?:采购)?(?:物品|东西|品目|货物|设备|服务)"
    r"|[类款项]级?(?:支出|功能)?科目(?:一共|总共|共)?(?:有|是)?(?:几|多少)个"
)
#: Accounts of one classification: 「项级功能科目前五名」「哪项经济科目」.
_CLASSES = regex(
    r"(?:功能|经济)(?:分类)?的?(?:[类款项]级?)?(?:支出)?科目|[类款项]级(?:功能|经济)(?:分类)?科目"
)
#: 「货物、工程、服务各占多少」「各类支出的占比」: the share of each part.
_EACH_SHARE = regex(
    r"[两三四五六几各]项(?:支出|经费|费用)?(?:的)?占比|各自?占|分别占|占比(?:各|分别)|各[项类款个部][^，。？]{0,8}(?:占比|比重|比例|占)|分别(?:是|为)?多少比例"
)


def condition_of(text: str) -> Picked | None:
    """What is done with the parts that a question asks for, and by what; None where it asks for no parts, or for those
    with most money."""
    text = re.sub(r",(?!\d{3})", "，", re.sub(r"\s+", "", text)).replace("?", "？")
    bound = bound_of(text)
    if _EACH_SHARE.search(text) and not _OTHERS.search(text):
        return Picked(
            Operation.LIST, Condition(Operation.SHARE), re.compile(f"{_SAID}|{_EACH_SHARE.pattern}")
        )
    for pattern in (_EACH_PART, _CLASSES):
        if pattern.search(text) and not _OTHERS.search(text) and not (_ANY_ROW.search(text) or bound):
            return Picked(_done(text), None, pattern)
    row = next((r for r in _ROWS if r.pattern.search(text)), None)
    asked = _COLLECTIVE.search(text) or ((bound or row) and _PICKED_OUT.search(text))
    if not asked or _OTHERS.search(text):
        return None
    limits = re.escape(fold(bound.words)) if bound is not None else "$^"
    if bound is not None and not bound.rate:
        amount = _of_amounts(row, bound, text)
        words = f"{limits}|{_SAID}" + (
            f"|{row.pattern.pattern}" if row and amount.by is not Operation.LOOKUP else ""
        )
        return Picked(_done(text), amount, re.compile(words))
    if row is None:
        return None
    done = (
        Operation.RANK if _ONE.search(text) else Operation.COUNT if _COUNTED.search(text) else Operation.LIST
    )
    if row.by is Operation.SHARE and done is not Operation.RANK and bound is None:
        return None
    return Picked(done, _limited(row, bound), re.compile(f"{limits}|{_SAID}|{row.pattern.pattern}"))


def _done(text: str) -> Operation:
    """What is done with the parts."""
    if _ONE.search(text):
        return Operation.RANK
    told = re.search(r"各|分别|哪|什么|啥", text)
    return Operation.COUNT if _COUNTED.search(text) and not told else Operation.LIST


#: Two conditions at once, which are not worked out.
BOTH = "&"
_MOVED = (Operation.CHANGE, Operation.VARIANCE, Operation.CHANGE_RATE)
#: What may stand between a word for a change and its bound: 「减少额在50万元以上」.
_BETWEEN = regex(r"(?:了|额|数|金额|幅度|数额|预算数?|决算数?|上年|的|在|为|是)*")


def _of_amounts(row: _Row | None, bound: Bound, text: str) -> Condition:
    """A bound in money, of the amounts, or of how much they have moved where it stands behind the word for that."""
    moved = row.pattern.search(text) if row is not None and row.by in _MOVED else None
    if row is None or moved is None or row.relation in (NEW, GONE):
        return Condition(Operation.LOOKUP, bound.relation, bound.low, bound.high)
    start = text.find(bound.words)
    if start < moved.end() or not _BETWEEN.fullmatch(text[moved.end() : start]):
        return Condition(Operation.LOOKUP, BOTH)
    by = Operation.VARIANCE if row.by is Operation.VARIANCE else Operation.CHANGE
    return _turned(by, row.relation, bound)


def _limited(row: _Row, bound: Bound | None) -> Condition:
    """The row's condition, or that of a bound in per cent; 「降幅不到5%」 is between −5 % and nothing."""
    if bound is None or row.by is Operation.LOOKUP:
        return Condition(row.by, row.relation, Decimal(row.limit))
    by = _RATE.get(row.by, row.by)
    if by is not Operation.CHANGE_RATE or not row.relation:
        return Condition(by, bound.relation, bound.low, bound.high)
    return _turned(by, row.relation, bound)


_TURNED = {">": "<", ">=": "<=", "=": "="}


def _turned(by: Operation, way: str, bound: Bound) -> Condition:
    """A bound of how far something went up, or down (``way``), where down is below nothing."""
    relation, low, high = bound.relation, bound.low, bound.high
    if relation[0] == "<":
        relation, low, high = OPEN if relation == "<" else CLOSED, Decimal(0), low
    if way != "<":
        return Condition(by, relation, low, high)
    if high is None:
        return Condition(by, _TURNED[relation], -low)
    return Condition(by, relation, -high, -low)
