"""The first or last of what was just told: 「上述项目中，金额最高的是哪一项」, 「那排第一的是啥问题」 (所列之首).

However it is put, it is asked as 「其中最多的是哪个」, which is read as of what was told. Only what says nothing but
this is: what names anything besides is left as it is.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import Operation, Plan

_THING = r"(?P<{}>项目|问题|科目|支出|收入|费用|开支|单位|部门|指标|车|情况|案件|事项|种类|类型|类别|大类)"
#: What was told, pointed at.
_THEM = (
    r"(?:上述|以上|前述|上面|前面|(?:刚[才刚]?|上面|前面|你|您)*[说提讲列报](?:到|过|出)?的?|这|那|它们|他们|其)"
    r"(?:说的|列的|的|这|那|些|[几两三四五六七八九十\d]+)*[个项类种家笔款]*的?" + _THING.format("them") + r"?"
)
_AMONG = rf"(?:{_THEM}(?:当中|之中|中间|里[头面边]?|中|内)?(?:的)?|当中|里[头面边])"
#: To be set in order, before which is first.
_ORDERED = rf"(?:[按照依]照?)?(?:金额|数量|资金|预算|类别|大小|多少|高低|数额)*(?:来)?(?:说明|[给把将对]?{_AMONG.replace('them', 'set')})?(?:排(?:个|一?下|一?排)?(?:队|序|名次?|位)?|从[高大多]到[低小少](?:排列?)?)?"
_AMOUNT = r"(?:安排|预算|拿|花费?|用|占|发现|涉及|出现|分到|得到?|查出)?(?:的)?(?:预算|资金|金额|钱数?|经费|数额|数量|个数|占比|比重|比例|次数|出现)?(?:得)?(?:的)?"
_TOP = r"(?:排名?(?:在)?|位居|位列|居|占|数)?(?:最(?:[多大高贵猛狠]|厉害|常见|普遍|突出|靠前|集中)(?:头)?|第一(?:位|名|大)?|首位|头一[个名位份]|榜首|大头)"
_LAST = r"(?P<last>(?:排名?(?:在)?|位居|居)?(?:最(?:[少小低]|罕见|靠后)|末位|倒数第一|垫底))"
_WHICH = rf"(?:又|都|就)?(?:是|属于|叫|为)?(?:哪|什么|啥|何|谁)(?:样|一|个|项|种|类|家|笔|款|方面|者)*(?:的)?{_THING.format('which')}?(?:的)?(?:名称|名字|类型)?"
#: How many or how much of it, asked behind.
_AND = r"(?P<many>(?:以及|及其|及|和|并|[，, ])*(?:它|其|这[个类种项])?(?:又|的|了|一?共|总共|具体|分别|有|是|为|占|给|拿|花|用|安排)*(?:(?:数量|个数|次数|件数|户数|人数|项数|金额|钱数|数额)(?:是|为|有|报|说|讲)?(?:多少|几)?|多少|几)(?:[个件次条项处起人例宗]|钱|万元?|元)?(?:报|说|讲|给)?(?:一下|我)?)"
_LEAD = r"(?:(?:好的?|哦|噢|嗯|明白了?|这么多|知道了|那么?|请|我?再?问一?[句下个]|[啊呀哎诶欸嘿，,]))*"
_END = r"[的了呢啊呀吧嘛？?。！!\s]*"
_FIRST = rf"(?:{_TOP}|{_LAST.replace('last', '{0}')})"
_ASKED = regex(
    rf"^{_LEAD}(?:{_ORDERED}(?:[，,])?)?(?:{_AMONG})?[，,\s]*(?:"
    rf"{_AMOUNT}{_FIRST.format('end')}(?:的)?(?:那|一)*[个项种类]?{_THING.format('of')}?(?:的)?(?:类型|种类)?(?:{_WHICH}|名称)?"
    rf"|{_WHICH.replace('which', 'who')}{_AMOUNT}{_FIRST.format('worst')})(?:[的了啊呀呢])*{_AND}?{_END}$"
)
_CHEAP = regex(r"最|第一|[首头末]|垫底")
#: That it is of what was told, not of everything.
_POINTED = regex(r"上述|以上|前述|刚|前面|上面|这|那|它们|他们|其中|当中|里[头面边]|哪一?[种类]")


def top_of_told(text: str, talk: Talk) -> str:
    """The follow-up as it is meant; the text itself where it asks for more, or is of nothing that was told."""
    last = talk[-1] if talk else None
    if last is None or not last.found or len(last.bodies) != 1 or not _CHEAP.search(text):
        return text
    said = _ASKED.match(text) if _POINTED.search(text) and _are_several(last) else None
    if said is None:
        return text
    thing = next(filter(None, (said[key] for key in ("them", "set", "of", "which", "who"))), "")
    way = "最少" if said["end"] or said["worst"] else "最多"
    return f"其中{way}的是哪个{thing}"


def _are_several(last: Turn) -> bool:
    """Whether things were told one by one, or a number of what is of several kinds."""
    plan = last.plan
    return (
        len(last.named) > 1
        or plan.operation is Operation.LIST
        or plan.count_unit is not None
        or _is_counted(plan)
    )


def _is_counted(plan: Plan) -> bool:
    return plan.subject is not None and plan.subject.kind == "业务量"
