"""A follow-up on things that were counted or set in order: which they are, how much the first one is (追问分项)."""

from __future__ import annotations

from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS, Operation, Plan
from service.projects.projects import PROJECTS

#: 「分别是哪些」「都是哪几家」「叫什么」 and nothing else; 「里面各款都有哪些」 of an account.
_WHICH = regex(
    r"(?:那|那么|具体|分别|各自|都|它们|他们|这些|这几[个家项]|其中|(?:这|它)?[里下]面|各[款项类]?|名字|名单|的|是|有|叫"
    r"|又?包[括含]了?|由|花在|用在)*"
    r"(?:(?:哪|什么|啥|谁)[些几个家项款种块类样名字呢啊呀的]*(?:科目)?|列一下|列出来|列举一下|名单|清单|名字)"
    r"(?:组成|构成|上|方面|地方)?(?:呢|啊|呀|吗)?"
)
#: What asks how much the thing is that came first.
_OF_FIRST = regex(
    r"^(?:那|那么|它|其|该项|这一?项|这个|第一个?|最[多大高少小低]的?(?:那[个项]?)?|排第一的?)*(?:占|多少|花了|花|是多少|有多少|比|完成|增|减|多了|少了)"
)


def on_parts(plan: Plan, before: Plan) -> Plan | None:
    """The plan before as the follow-up takes it up again; None where it is about no things told before."""
    if before.subject is None or (
        plan.subject is not None and not plan.assumed and not _is_same(plan, before)
    ):
        return None
    if _WHICH.fullmatch(fold(plan.text)) and plan.operation in _ASKS_WHICH:
        named = fold(before.subject.name)
        subject = (
            PROJECTS if named.endswith("项目") and before.subject.kind in PHRASE_KINDS else before.subject
        )
        return replace(before, operation=Operation.LIST, subject=subject, count_unit=None, top=0,
                       text=f"{before.subject.name}有哪些", intent=None)  # fmt: skip
    if (
        before.first is not None
        and plan.operation in _OF_ONE
        and _OF_FIRST.search(plan.text)
        and not plan.taken
    ):
        base = before.subject if plan.operation is Operation.SHARE else None
        return replace(before, operation=plan.operation, subject=before.first, base=base, condition=None, top=0,
                       first=None, text=plan.text, unit=plan.unit or before.unit)  # fmt: skip
    return None


_ASKS_WHICH = (Operation.LIST, Operation.NARRATIVE, Operation.LOOKUP, Operation.DEFINITION)
_OF_ONE = (Operation.SHARE, Operation.LOOKUP, Operation.CHANGE, Operation.CHANGE_RATE, Operation.COMPLETION)


def _is_same(plan: Plan, before: Plan) -> bool:
    return plan.subject == before.subject


#: 「哪一项最大」, with no word of what the things are parts of.
_BARE_RANK = regex(
    r"^(?:那么?|里面|其中|这里面|这些[里中]?面?)*(?:哪一?[个项款类块样]|最[大多高小少低]的?)"
    r"(?:的?(?:是|数额|金额))*(?:最[大多高小少低]的?|(?:又?是)?(?:哪一?[个项款类块样]|什么|啥|多少))?[？?呢啊]*$"
)


def ranks_what_was_lost(plan: Plan, before: Plan) -> bool:
    """Whether parts are set in order after a question whose thing was not made out: they are not of all there is."""
    lost = before.subject is None and before.explained == 0.0
    return lost and plan.operation is Operation.RANK and bool(_BARE_RANK.match(plan.text))
