"""What a question asks of the parts of something: which of them, and what is made of them (分项之问)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.model import Operation, Plan

_N = r"[一二两三四五六七八九十\d]"
#: 占 as a share is said of, not 占道 or 占地.
OF = r"占(?![道用地有线])"
_SHARE = regex(
    rf"{OF}(?!多少?[个件人名辆家]|几(?!成|分))|百分之?[几多]|百分比|百分数|几成|比例|比重|份额|几分之几|多大(?:一)?块|(?:一半|半数)(?:吗|没有)"
)
_EACH = regex(r"各(?:自|是|有|为|占|办|来|多少|几|$|，)|分别|每一?[类种项]")
_SUM = regex(
    r"一共|总共|共计|合计|合起来|加起来|加总|相加|全算|都算|总和|之和|合在一起|加在一起|加到一起|(?<=[有共])共|统共|累加"
)
_ADDED = regex(r"加起来|相加|逐项|逐个加|加总|总和|之和|合起来|全算|都算")
_GAP = regex(
    r"相?差(?:了|出)?(?:几|多少|距|额|多大)|相差|(?:比|较)[^，。？]{1,14}(?:多|少|高|低)(?:了|出)?(?:多少|几)|多还是|(?:[和与跟][^，。？]{1,12})(?:哪[个样种类]|谁)更?[多少]"
)
_TO_WHOLE = regex(
    r"(?:[跟和与同比]|离|距)(?:写明的|所写的?|公布的?)?(?:总数|总量|总的|总计|合计数?|全部)(?:量|数)?\d*[^，。？]{0,4}?(?:相?差|对)"
)
_COUNT = regex(
    rf"(?<!哪)(?:几|多少)(?:个|大|小)*[类种](?!的)|分成几|(?:几|多少)个?(?:方面|渠道|来源|途径|类别|种类)|(?:{_N})?类型?有几"
)
_MAINLY = regex(
    r"(?:主要|大头|集中在|多半|大多)[^，。？]{0,6}(?:哪|什么|啥|谁)(?!时候|地方|用|叫|时间)[^，。？]{0,4}(?=，|$|方面|渠道|来源|来|人|类|种)"
)
#: 「最少要查几个」 asks for a limit.
_MOST, _LEAST = regex(r"最[多大高](?!能|可以?|不|要)"), regex(r"最[少小低](?!要|得|应|能|不)")
_ORDER = regex(
    r"[从由]?(?:多到少|大到小|高到低)|[从由]?(?:少到多|小到大|低到高)|排(?:个|一)?(?:序|列|队)|排一下|排名(?!第)|依次"
)
_UPWARDS = regex(r"少到多|小到大|低到高")
_TOP = regex(
    rf"前(?P<a>{_N})(?!年)|哪?(?P<b>{_N})[个样种类项]+[^，。？]{{0,6}}最[多大高少小低]|最[多大高少小低]的(?P<c>{_N})"
)
_PLACE = regex(rf"第(?P<n>{_N})(?!季|批|期|版|次|人民|三方|[一-龥]{{0,2}}(?:医院|中学|小学))")
_WHICH = regex(r"(?:排|居|位|列)(?:在)?第几")
_LIST = regex(r"[哪几][几些]?(?:大|个)?[种类](?!科目|支出|的)|几个?级别|构成|组成|分[成为]|种类|类型")
_SOURCE = regex(
    r"从哪|来自哪|哪来|哪里来|哪儿来|(?:哪|几|什么|啥)[些几个条]*(?:渠道|来源|途径)|(?:渠道|来源|途径)(?:有|是)?(?:哪|什么|啥)"
)
#: 「哪几个方面」 counts no things.
_SIDES = regex(r"几个?(?:方面|渠道|来源|途径|类别|种类|级别|地方|部分)")
_KINDS = regex(
    rf"(?<![前哪最第])(?P<n>{_N})(?:大|个)?(?:类|种|项|样|个?来源|个?渠道)(?=[^，。？最]{{0,8}}(?:加|相加|合计|总和|之和|逐项|各|分别))"
)
_NOT = regex(
    r"等次|评[为成]|评价(?:为|结果)|自评结果|为什么|为啥|为何|原因|怎么(?!分)|如何|比上|[去上前]年|同比|增长|增加|减少|下降|变化|目标|指标|预算(?!绩效)|执行率|完成率|满意|平均|人均|每[人天月辆次件]|依据|用途|是不是|有没有|什么时候|何时|多久|什么地方|哪[里儿](?!来)|位于|谁|名字|叫什么|[干做]什么|[干做]啥|打算|准备|用于|用在|除了?|以外|之外|不含|不算|在?全[市区省国县]排"
)
_MONEY = regex(
    r"多少(?:钱|资金|经费|万元|元|万)|花[了在]|花钱|[用花]掉|金额|开支|支出|资金|经费|费用|[的笔]钱|万元"
)
_LARGE = regex(r"(?<!\d)\d{3,}(?!\d)")
#: What the one that is asked for is: 「哪个年级」; words for any sort of thing are none.
_NOUN = regex(r"哪(?:一|几)?(?:个|些|家|条|名|座|位)(?P<noun>[一-龥]{2})")
_ANY_SORT = regex(
    r"渠道|来源|途径|方面|问题|类别|种类|类型|级别|项目|部分|[类种样项]|(?:来|办|查|发|[的最比更占])"
)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of the parts; several of these may be asked at once.

    ``places`` are places in the order that are meant, ``top`` how many from the first, ``least`` from the smallest;
    ``order`` that all are wanted in their order, ``which`` the place of one that is named; ``sides`` that
    their number is asked for, not that of things; ``noun`` is what sort of thing
    is asked for, ``kinds`` how many parts there are, ``numbers`` are large numbers, where these are said.
    """

    share: bool
    each: bool
    sum: bool
    added: bool
    gap: bool
    to_whole: bool
    count: bool
    mainly: bool
    most: bool
    least: bool
    order: bool
    upwards: bool
    which: bool
    source: bool
    sides: bool
    list: bool
    noun: str
    places: tuple[int, ...]
    top: int
    kinds: int
    numbers: tuple[Decimal, ...]
    money: bool

    @property
    def ranks(self) -> bool:
        """Whether the parts are to be set in order."""
        return bool(self.most or self.least or self.order or self.places or self.top or self.mainly)

    @property
    def any(self) -> bool:
        """Whether anything is asked of the parts."""
        return self.ranks or self.share or self.sum or self.gap or self.count or self.which or self.listed

    @property
    def listed(self) -> bool:
        """Whether the parts themselves are wanted."""
        return self.each or self.list or self.source


def asked_of(plan: Plan) -> Ask | None:
    """What a question asks of parts; None where it asks for none, or for something else of them."""
    text = fold_marked(plan.parted or plan.text)
    if _NOT.search(text) or plan.operation in (Operation.DEFINITION, Operation.EXISTENCE):
        return None
    top = next(
        (n if n > 1 else 0 for m in [_TOP.search(text)] if m for n in map(_number, m.groups()) if n), 0
    )
    places = tuple(dict.fromkeys(n for m in _PLACE.finditer(text) if (n := _number(m["n"]))))
    kinds, noun = _KINDS.search(text), _NOUN.search(text)
    most = bool(_MOST.search(text)) and not places
    ask = Ask(
        share=bool(_SHARE.search(text)), each=bool(_EACH.search(text)), sum=bool(_SUM.search(text)),
        added=bool(_ADDED.search(text)),
        gap=bool(_GAP.search(text)), to_whole=bool(_TO_WHOLE.search(text)), count=bool(_COUNT.search(text)),
        mainly=bool(_MAINLY.search(text)), most=most, least=bool(_LEAST.search(text)),
        order=bool(_ORDER.search(text)), upwards=bool(_UPWARDS.search(text)), which=bool(_WHICH.search(text)),
        source=bool(_SOURCE.search(text)),
        sides=bool(_SIDES.search(text)), list=bool(_LIST.search(text)),
        noun=noun["noun"] if noun and not _ANY_SORT.match(noun["noun"]) else "", places=places, top=top,
        kinds=_number(kinds["n"]) if kinds else 0, money=bool(_MONEY.search(text)),
        numbers=tuple(Decimal(n) for n in _LARGE.findall(text)),
    )  # fmt: skip
    if not ask.any and plan.operation is Operation.SHARE:
        ask = replace(ask, share=True)  # 「乙类呢」 after the share of another
    return ask if ask.any else None


_PARTS_ASKED = (_SHARE, _EACH, _MAINLY, _ORDER, _TOP, _PLACE, _MOST, _LEAST, _ADDED, _COUNT)
#: 「…，多少件」: how many they are, of what was asked before.
_BARE = regex(r"(?:又|是|有|各|都|分别|一共|总共)*(?:多少|几)[一-龥]{0,2}[？?。]*")


def asks_of_parts(text: str, clauses: Sequence[str]) -> bool:
    """Whether a text asks of the parts of one whole, and each of its clauses does, or only how many."""
    if _NOT.search(text) or not any(pattern.search(text) for pattern in _PARTS_ASKED):
        return False
    asking = (*_PARTS_ASKED, _SUM, _GAP, _LIST, _SOURCE)
    others = [c for c in clauses if not any(pattern.search(c) for pattern in asking)]
    return not any(re.search("多少|几", c) and not _BARE.fullmatch(c) for c in others)


def fold_marked(text: str) -> str:
    """A text folded part by part, with a comma at every mark."""
    return "，".join(fold(part) for part in text.split("，"))


def _number(said: str | None) -> int:
    if not said:
        return 0
    return int(said) if said.isdigit() else chinese_number(said.replace("两", "二")) or 0
