"""What a question says that a change is not counted from: 「预算比预算，不是比执行数」 (否定的比较基数).

The denied base names no figure that is asked for, and the base that is meant is said before it.
"""

from __future__ import annotations

from ingest.patterns import regex

_STAGE = r"(?:上一?年|去年|当年|年初|全年)?的?(?:实际)?(?:执行|决算|预算|完成)(?:数|情况)?"
_OPEN, _CLOSE = r"[（(，,。；;\s]*", r"[）)]?"
_NOTE = r"(?:请?注意|我?(?:[问说]的|要的)?(?:就|只)?是|都?[用拿按以])*"
#: 「预算比预算」, 「决算对决算」: both years at the one stage.
_ALIKE = r"(?P<stage>预算|决算|执行)数?(?:[比对和跟与]|同)(?P=stage)数?(?:比较?|相比|的)*"
_NOT = (
    rf"(?:而?不[是要]|不能|别|非)(?:[拿用跟和与同比按以]|对比)*{_STAGE}(?:来|去)?(?:比较?|相比|对比|算|的)*"
)
_DENIED = regex(rf"{_OPEN}{_NOTE}{_ALIKE}[，,、；;\s]*(?:{_NOT})?{_CLOSE}(?=[，。？?！!]|$)")
_DENIED_ALONE = regex(rf"{_OPEN}{_NOTE}{_NOT}{_CLOSE}(?=[，。？?！!]|$)")
#: A change is asked for, and of which stage.
_AGAINST = regex(r"(?:预算|决算|执行)[^，。（(]*[比较][^，。（(]*(?:预算|决算|执行|上年|去年|年)")


def without_denied_base(text: str) -> str:
    """The question without the base that it denies, where the stage that it means is said in what is left."""
    said = _DENIED.search(text)
    rest = text[: said.start()] + text[said.end() :] if said else text
    if said is not None and said["stage"] not in rest:
        return text
    moved = _DENIED_ALONE.search(rest) if said is None and _AGAINST.search(text) else None
    return rest[: moved.start()] + rest[moved.end() :] if moved and moved.start() else rest
