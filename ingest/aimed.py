"""What a count of what was done is of, told behind its aim: 「目标整治排口212个，实际完成164个」 (目标与实际之数)."""

from __future__ import annotations

from ingest.patterns import regex

_AIM = regex(
    r"^(?:年初|年度|全年|原定|总体|绩效)*(?:目标|计划)(?:值|数)?(?:为|是|要)?(?:全年|年内)?(?P<what>[^\d]{2,})$"
)
_DONE = regex(r"^(?:全年|年内)?实际(?:完成|达到|做到)?(?P<own>[^\d]*)$")


def of_aim(name: str, thing: str) -> str:
    """The name of a count; what was aimed at just before it where it only says that this was done.

    >>> of_aim("实际淘汰", "年初目标为全年淘汰老旧货车")
    '淘汰老旧货车'
    """
    aim, done = _AIM.match(thing), _DONE.match(name)
    if aim is None or done is None or any(char not in aim["what"] for char in done["own"]):
        return name
    return aim["what"]
