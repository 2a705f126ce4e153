"""Two counts asked for in one breath without a mark: 「买几套灭火服几台风机」, 「灭火服几套风机几台」 (连问两数)."""

from __future__ import annotations

from itertools import pairwise

from ingest.patterns import regex

_UNIT = (
    r"万?(?:个?人次|平方米|平方公里|立方米|公里|批次|户次|场次|个(?!月|百分|小时)|件|条|项|次|家|辆|名|期|部(?!门|分|署)|批|篇|处|场|天(?!然)|吨|届|亩|户"
    r"|间|套|台|座|所|栋|幢|盏|本|只|株|棵|位|人(?![均员])|份(?!额)|口|眼|块钱|元|钱|支(?![出付])|张|把|顶|根|枚|路|头|艘|架|类|种(?!植))"
)
_ASK = regex(rf"(?:多少|几(?![乎点年])){_UNIT}|多(?:长|远)(?!时间)")
_IDLE = regex("(?:一共|总共|[有是各共又])+$")
_VERB = ("v", "vn", "vd")
_NOUN = ("n", "j", "l", "i", "s")
_SHORTEST = 2


def parted(text: str) -> str:
    """The text with a comma where a question for a count ends and another begins.

    >>> parted("应急灯买几盏雨衣几件"), parted("新建几座桥改造几公里路")
    ('应急灯买几盏，雨衣几件', '新建几座桥，改造几公里路')
    """
    asks = list(_ASK.finditer(text))
    if len(asks) < 2 or any(mark in text for mark in "，,。？?；;、和与跟及"):
        return text
    ends = [_end(text, one.start(), one.end(), other.start()) for one, other in pairwise(asks)]
    if not all(ends):
        return text
    for end in reversed(ends):
        text = f"{text[:end]}，{text[end:]}"
    return text


def _end(text: str, ask: int, end: int, following: int) -> int:
    """Where a question ends that asks at ``ask``: before the verb that leads to what follows, or right behind its own
    measure where its noun stands ahead of it; 0 where that is not clear."""
    said = _IDLE.sub("", text[end:following])
    if not said:  # 「户籍人口多少户多少人」
        return end if ask > _SHORTEST else 0
    between = _tagged(said, end)
    last, tag = between[-1] if between else (end, "")
    if tag in _VERB and last > end:
        return last
    return end if ask > _SHORTEST and tag[:1] in _NOUN and len(said) >= _SHORTEST else 0


def _tagged(text: str, start: int) -> list[tuple[int, str]]:
    """Where each word begins, and its part of speech."""
    import rjieba

    found = []
    for word, tag in rjieba.tag(text):
        found.append((start, tag))
        start += len(word)
    return found
