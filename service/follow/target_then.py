"""The target asked for after what an indicator came to: 「那当时定的目标是多少」 (追问目标)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import PHRASE_KINDS, Operation
from service.second.off_target import ASKS_OFF_TARGET

_WHEN = r"(?:当时|当初|原来|原本|本来|起初|起先|一开始|开始|年初|事先|之前|预先|最初|最早)"
_SET = r"(?:定|设|设定|设置|制定|确定|要求|规定|计划|预期|打算|承诺|下达|报|说好|想)"
_LEAD = r"(?:那么?|但是?|可是?|不过|它|他|这|这个|这项|人家|自己|的|是|,|，)*"
_TARGET = r"(?:目标值?|指标值?|计划值?|任务数?|预期值?)(?:数|要求)?"
_ASKED = (
    r"(?:定|设|要|想)?(?:的|在|了|为|是|有|做到|达到|完成|要)*(?:多少|几|多大|多高|百分之[几多]少?|什么)"
    r"(?:[个件次人家辆座起项条块台期场处万]|平方米|公里|分钟?)*"
)
#: 「目标是多少」, 「当初要求达到多少」, 「原来计划多少」: what should be reached, of what was spoken of.
_SAID = regex(
    rf"^{_LEAD}(?:{_WHEN}的?)?{_SET}?(?:了|的)?(?:年初|年度|全年|绩效)?的?{_TARGET}(?:{_ASKED})?(?:呢|啊|呀)?[？?。]*$"
    rf"|^{_LEAD}{_WHEN}的?{_SET}(?:了|的|要|做到|达到|完成)*{_ASKED}(?:呢|啊|呀)?[？?。]*$"
)
#: 「比目标拖了几天」: what it came to against that.
_SO = regex(r"^(?:那么?|这|它|这个|这项|实际上?|是|又|，|,)*")
_OFF = regex(rf"{_SO.pattern}(?:{ASKS_OFF_TARGET.pattern})")


def target_then(text: str, talk: Talk) -> str:
    """The follow-up that asks for the target of the indicator spoken of; the text itself where it asks for none."""
    plan = talk[-1].plan if talk else None
    if (
        plan is None
        or plan.subject is None
        or plan.operation is not Operation.LOOKUP
        or plan.subject.kind not in PHRASE_KINDS
        or plan.subject.kind == "项目"
    ):
        return text
    if _OFF.match(text):
        return f"{plan.entity}{plan.year}年{plan.subject.name}{_SO.sub('', text)}"
    return f"{plan.subject.name}目标值是多少" if _SAID.match(text) else text
