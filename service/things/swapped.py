"""A word of a name that another stands for: 糖尿病患者管理人数 is no 高血压患者管理人数 (换了词的名称).

Where what goes before and behind is the name's own, and the word between is another, the question is of another
thing, printed or not. A word that only sounds otherwise written is the same word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.patterns import regex
from service.read.alike import sounds_like

#: So much of the name stands before the word, and at least the last character of both behind it.
_BEFORE, _LONGEST = 2, 5
#: What may stand between in any question, and names no other thing.
_TELLS_NOTHING = regex(
    r"[多少几个的了是有在和与及共一]|实际|全年|年度|总|平均|本|所有|各|工作|项目|情况|人员|资金|经费|支出|任务|完成|开展|服务|数量|目标|指标"
)
_CHINESE = regex(r"[\u4e00-\u9fff]{2,}")


def swapped(content: str, name: str) -> bool:
    """Whether a question says another word where the name has one of its own, with the same around both.

    A word that the name says in another place is no other: 「单位编报目标」 is of 目标编报工作的单位.
    """
    return any(_is_other(said, own) and said not in name for said, own in _between(content, name))


@lru_cache(maxsize=1 << 12)
def _between(content: str, name: str) -> tuple[tuple[str, str], ...]:
    """The words of the question and of the name between what they share on both sides."""
    found: list[tuple[str, str]] = []
    for size in range(2, _LONGEST):
        for at in range(_BEFORE, len(name) - size):
            before, behind = name[at - _BEFORE : at], name[at + size : at + size + 2]
            place = content.find(before)
            if place < 0:
                continue
            rest = content[place + _BEFORE :]
            end = rest.find(behind, 2) if len(behind) == 2 or rest.endswith(behind) else -1
            if 2 <= end < _LONGEST:
                found.append((rest[:end], name[at : at + size]))
    return tuple(found)


def _is_other(said: str, own: str) -> bool:
    if said == own or not _CHINESE.fullmatch(said) or not _CHINESE.fullmatch(own):
        return False
    if _TELLS_NOTHING.search(said) or set(said) & set(own) or re.search("[、和与及]", own):
        return False
    return len(said) != len(own) or not sounds_like(f"“{said}”", f"“{own}”")
