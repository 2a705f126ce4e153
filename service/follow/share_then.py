"""What share one has of what was told, however that is pointed at: 「占该数比例几何」 (占前数之比)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import Operation

_LEAD = r"(?:请|麻烦|你|您|再|那么?|嗯|哦|也|计算|算算?|测算|说说?|讲讲?|看看?|一?下|，|,|\s)*(?:[^，,。？?]{2,12}那[块项个][，,](?:也?就(?:是)?)?)?"
_WHAT = r"(?P<what>(?:(?![占站在])[\u4e00-\u9fff“”（）]){2,18}?)(?:这一?[项块笔](?:支出|经费|钱)?|那一?[项块笔])?[\s，,]*"
_IT = (
    r"(?:(?:该|此|这|那|上述|以上|上面|前面|刚才|前述)(?:的|那|这)?(?:个|项|笔|块|一)?(?:总)?(?:数[字额目]?|金额|支出|收入|钱|款项?|经费|合计|总额)?"
    r"|其中|其|它|里[头面边]|当中|前者|总盘子)"
)
_RATE = r"(?:多少|多大|几成|几何|百分之(?:几|多少)?|百分比|比[例列重]|份额|分量|占比|[的是为有了里中呢啊]|里[头面边]|所占|\s|[（(]%[）)])+"
_END = r"[？?。！!]*$"
_SAID = (
    regex(rf"^{_LEAD}{_WHAT}所?[占站](?:了|到|据)?{_IT}(?:里[头面边]?|当?中|之中)?{_RATE}{_END}"),
    regex(rf"^{_LEAD}{_WHAT}在{_IT}(?:里[头面边]?|当?中|之中)?[，,]?(?:所?占)?{_RATE}{_END}"),
)
_MEASURED = regex(r"多少|多大|几|百分|比[例列重]|份额|分量|占比")
_NO_NAME = regex(r"\d|年$|哪|什么|多少|预算$|决算$|^(?:[它这那其]|一共|大概)")


def share_then(text: str, talk: Talk) -> str:
    """The follow-up as a share of what was told; the text itself where it points at nothing, or no one figure was."""
    last = talk[-1] if talk else None
    told = last is not None and last.found and last.plan.operation is Operation.LOOKUP and not last.plan.also
    if not told:
        return text
    for pattern in _SAID:
        said = pattern.match(text)
        if (
            said is not None
            and _MEASURED.search(text[said.end("what") :])
            and not _NO_NAME.search(said["what"])
        ):
            return f"其中{said['what']}占多少"
    return text
