"""What a question wants set in order, however it puts that: 「哪样钱多哪样钱少，给个次序」「头三样由多到少报一下」 (排序的各种说法).

The words that ask for the order and the filler are taken off in turn; what is left names the whole whose parts are
meant, or the parts themselves.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import count_said

_N = r"[两俩三仨四五六七八九十几2-9]"
_UNIT = r"(?:个|项|样|笔|类|种|块|条|名|位|家|款|宗|桩|大类|小项|小类|科目|件|处|门)"
_BY = r"(?:(?:按照?|依照?|照着?|论|就|以|看)(?:着)?)?(?:金额|数额|花钱|用钱|花销|花费|开销|数量|钱数?|个数|次数|规模|总额)?的?(?:大小|多少|高低|多寡)?(?:的?顺序)?[，,]?"
_RUN = r"[从由打按自]?{a}(?:的)?(?:排|数|说|列|一路)?到{b}(?:的)?"
_HIGH, _LOW = r"(?:最?[多大高]|头[名位]|第一名?)", r"(?:最?[少小低]|末[名位]|最后一?名?)"
#: What says that the parts of something are wanted in an order, which of them first, and how many.
_DOWN = regex(_BY + _RUN.format(a=_HIGH, b=_LOW))
_UP = regex(_BY + _RUN.format(a=_LOW, b=_HIGH))
_EITHER = regex(
    rf"哪{_UNIT}?(?:钱|花得?|用得?|数量)?最?[多大高]的?[，,]?(?:和|又|哪)+{_UNIT}?(?:钱|花得?|用得?|数量)?最?[少小低]的?"
)
_MOST = r"(?:最(?:[多大高贵]|费钱|烧钱|花钱|耗钱|吃钱)|占大头|靠前)"
_TOP = regex(
    rf"(?:数量|金额|钱|开销|开支|花费|支出|花得?|用得?|要|占|排|排名|数|数额)*(?:{_MOST}的?(?:是)?(?:前|头)?|(?:排名?|居|占|数量?)?(?:前|头))(?P<n>{_N})(?!季|个?月|年|周|批|期|轮|届|天|次)(?:大)?{_UNIT}*"
)
_FIRST_ONES = regex(r"(?:数量|金额|钱)?(?:排名?|位[居列]|排在)?(?:头)?(?:第)?一二三(?:[位名]|的)*")
_SORTED = regex(
    r"(?:按|依|论)(?:照)?(?:花钱|用钱|金额|数额|钱数?|数量)?的?(?:多少|大小|高低)(?=[，,。？?!！\s]|给|排|$)|"
    r"(?:怎么|咋|如何|咋个)?排(?:一?[排下列]|个?(?:序|队|列|名次?)|出来|个?先后)?(?=[，,。？?!！\s]|$)|给?个?(?:次序|名次|先后)|(?:按|依)(?:着)?(?:这个)?(?:顺序|次序|先后)|(?<!程)顺序|依次|挨个|先后"
)
#: What else is said, and names nothing.
_FILLER = regex(
    r"^(?:请|麻烦|劳驾|把)+|(?:给我|帮我|替我|麻烦|请|劳驾)(?=[，,。？?!！\s\1]|$)|(?:给我|帮我|替我|麻烦|请|劳驾|把|想|我|你|咱|您)*(?:讲讲|说说|报报|列列|数数|(?:讲|说|报|列|数|摆|念)(?:一?下|一[讲说报列数]|出来|下来|清楚|给我|个)?(?:吧|嘛|呗)?)(?=[，,。？?!！\s]|$)"
    r"|(?:分别|各|都|主要|到底|究竟)*(?:是|有|为|叫|属于)?(?:哪(?:些|几?(?:个|项|样|笔|类|种|块|条|家|名))|什么|啥|谁)(?:东西|名堂|名字|名目|玩意|科目)?(?:来着|啊|呀|呢|嘛)?"
    r"|叫?[“\"「]?(?:其他|其它)[”\"」]?(?:的|类)?(?:也算|算(?:在内|进去|上)|照算)|[两三四五六几]家|随便问问|一路|(?:行|好|可以|中)不(?:行|好|可以|中)|谢谢|(?:各)?(?:是)?多少(?:钱|万元?|个)?(?=[，,。？?!！\s]|$)"
)
_STAGES = (("预算", regex("预算|打算|计划|准备花|预备")), ("决算", regex("决算|实际|真正|最后花")))
_STAGED = regex("[预决]算(?:数|表)?的?|打算|计划|实际上?|真正")
#: 「规资局（普陀）」: where the body is, said behind it; the number of them, with a word for each.
_PLACE = regex(r"(?<=\0)[（(][^（）()]{0,6}[)）]")
_SUPER = regex(
    r"(?:花|用|要|占|排)?得?(?:钱|数量|金额)?(?:是|有)?最[多大高少小低贵]的?(?:是)?|[两三四五六几]个(?=季度|月)"
)
_IN_MONEY = regex("花钱|用钱|费钱|烧钱|耗钱|金额|的钱|按钱|钱数?[最多]|花销|花费|开销|开支")
_CUT, _PIECES = "\1", regex("[，,。；;？?！!：:]")
#: What says no more than that it is all that was spent.
_NOTHING = regex(
    r"(?:[的钱都主要把用花砸投撒在到了去哪儿里些按办什么啥事来分看功能各类大]|支出|开支|开销|[预决]算|经费|资金|科目|整个|全部|所有|总)*"
)
_MARKS = ' ，,、。；;：:？?！!\0“”"「」'
#: Words that only lead to the whole or end it.
_LEADS = regex(
    r"^(?:[（(]\s*[)）]|按|比|[，,、。\s]|的|那|这|在|你们?|他们?|单位|论|看|就|说到|讲到|关于|至于|度|年度?(?![初末底]))+"
)
_ENDS = regex(
    r"(?:[，,、。\s？?]|的(?:钱|支出|开销|开支|费用|花销)?|(?:那|这)(?:一)?(?:[大小]?[类块笔项样些种个])(?:的?钱)?|底下|下面|下头|里[面头边]?|当中|其中|[大小][项类]|各[项类样]|都|得|花|用|数量|数|钱|分别|各|实际|上)+$"
)
_LIST = regex(r"、|[，,]|(?:以及|还有|和|跟|与|同)(?=[\u4e00-\u9fff]{2})")
_THESE = regex(rf"(?:这|那|以上|上述)?(?P<n>{_N}){_UNIT}(?:的)?(?P<noun>[\u4e00-\u9fff]{{0,6}})[，,]?$")
_MONEY_SAID = regex(r"(?:的|经费|费用?|支出|开支|开销|资金|钱|科目|项目|东西)+$")
_LEAD_OF_LIST = regex(r"^(?P<lead>.*(?:的|里[面头]?|[中内]|[：:，,]))(?=[^的]{2,}$)")
#: A share, a change, something left out: another question.
_OTHER = regex(
    r"占(?!道|路|用|地)|比重|比例|百分|上年|去年|同比|增长|减少|增加|下降|完成率|执行率|人均|平均|合计|一共|加起来|除[了去开]|以外|之外|不[算含]|[涨增升降减跌]得|没(?:有)?[花用]完|结[余转]|半年|剩|哪年|为什么|为啥|超过|以上"
)
_LONGEST, _FEWEST, _MANY = 40, 2, 9
#: So many are said, and others listed: 「甲、乙、丙这四样」.
_NO_LIST: tuple[str, tuple[str, ...]] = ("", ())


#: A cheap look: some order.
ASKS = regex(
    rf"[多大高少小低][的]?[^，。？]{{0,2}}到[^，。？]{{0,2}}[少小低多大高]|最[多大高贵费烧花耗吃][^，。？]{{0,4}}{_N}|[前头]{_N}(?!季|个?月|年|周|批|期|轮|届|天|次)|一二三|次序|名次|顺序|先后|排[序队列名一]|怎么排|哪.{{0,6}}[多大高].{{0,3}}哪.{{0,6}}[少小低]|头名"
)


@dataclass(frozen=True, slots=True)
class Order:
    """The whole whose parts are wanted, ``names`` where the parts are listed, how many (0 for all), which first, and
    whether by their money."""

    whole: str
    names: tuple[str, ...]
    count: int
    up: bool
    stage: str = ""
    money: bool = False


def order_meant(masked: str) -> Order | None:
    """What is to be set in order, of a text with a NUL for each character that says who or when; None where nothing is."""
    text = _PLACE.sub("\0", masked).replace("\0", "")
    if _OTHER.search(text):
        return None
    down, up, top = (pattern.search(text) for pattern in (_DOWN, _UP, _TOP))
    first, either, ordered = _FIRST_ONES.search(text), _EITHER.search(text), _SORTED.search(text)
    if not (down or up or first or either or ordered or top):
        return None
    count, stage, money = 3 if first else 0, _stage(text), _IN_MONEY.search(text) is not None
    text = _STAGED.sub("", text)
    if top is not None:
        count = 3 if top["n"] == "几" else count_said(top["n"])
    for pattern in (_EITHER, _DOWN, _UP, _TOP, _FIRST_ONES, _SORTED, _SUPER, _FILLER):
        text = pattern.sub(_CUT, text)
    segments = [segment for segment in text.split(_CUT) if _bare(segment)]
    listed = next(filter(None, map(_listed, segments)), None)
    if listed == _NO_LIST:
        return None
    if listed is not None:
        return Order(*listed, 0, bool(up) and not down, stage, money)
    pieces = [_bare(piece) for segment in segments for piece in _PIECES.split(_THESE.sub("", segment))]
    whole = "".join(dict.fromkeys(piece for piece in pieces if piece))
    whole = "" if _NOTHING.fullmatch(whole) else whole
    return Order(whole, (), count, bool(up) and not down, stage, money) if len(whole) <= _LONGEST else None


def _stage(text: str) -> str:
    """The stage that is said; none where both are."""
    said = [name for name, words in _STAGES if words.search(text)]
    return said[0] if len(said) == 1 else ""


def _bare(text: str) -> str:
    """The text without what only leads to it, ends it, or stands between."""
    before = None
    while text != before:
        before, text = text, _ENDS.sub("", _LEADS.sub("", text.strip(_MARKS)))
    return text


def _listed(text: str) -> tuple[str, tuple[str, ...]] | None:
    """What stands before a list and the names of the list; None where none is listed."""
    counted = _THESE.search(text)
    text = text[: counted.start()] if counted is not None else text
    pieces = [piece for piece in (_bare(part) for part in _LIST.split(text)) if piece]
    if counted is not None and counted["n"] != "几":
        number = count_said(counted["n"])
        lead, pieces = "".join(pieces[:-number]), pieces[-number:]
        if len(pieces) != number:
            return _NO_LIST if "、" in text else None
    else:
        lead = ""
    if not _FEWEST <= len(pieces) <= _MANY or (counted is None and "、" not in text):
        return None
    within = _LEAD_OF_LIST.match(pieces[0])
    if within is not None and not lead:
        lead, pieces[0] = within["lead"], pieces[0][len(within["lead"]) :]
    noun = _MONEY_SAID.sub("", counted["noun"]) if counted is not None else ""
    pieces = [piece if piece.endswith(noun) else f"{piece}{noun}" for piece in pieces]
    return (_bare(lead), tuple(pieces)) if len(set(pieces)) == len(pieces) else None
