"""Whose figure is asked for of two that are compared: 「哪个高，高的是多少」「多的那个有多少」 (问其中一个).

The one that is picked out is told first, the other behind it.
"""

from __future__ import annotations

from ingest.patterns import regex

_COMPARED = (
    r"(?:哪[一]?[个家边项年块种]|谁|还是|更[多高大少低小]|[多少高低大小](?:一?[些点])?(?=[，,。？?；;\s]))"
)
_SOUGHT = regex(
    rf"{_COMPARED}[^。]*?[，,。？?；;\s](?:那么?|其中|然后|而且?)*(?:更|较|比较|最)?(?P<side>[多高大少低小])(?:一?些|一点)?的"
    r"(?:那|这)?一?(?:个|家|边|方|项|年|笔|块|种|类)?(?:度|份|数)?的?(?:又|到底|究竟|具体|金额|数额|数字|数|部门|单位|支出|收入)*"
    r"(?:(?:是|有|为|花|用|挣|收|拿|达|到|了)*(?:多少|几(?![家个项年]是))|(?:的)?(?:金额|数额|数字|数)(?:是|呢)?(?:[？?。]|$))"
)


def sought(text: str) -> str:
    """The side of a comparison whose figure is asked for, 多 or 少 or the like; empty where none is."""
    said = _SOUGHT.search(text)
    return said["side"] if said else ""
