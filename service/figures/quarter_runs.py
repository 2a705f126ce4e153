"""Which quarters a question names: one by one, a half of the year, or a run of them (连着的季度).

「前三季度」 is the first to the third, not the third; 「最后一个季度」 the fourth. Each row of data says how such words
look and which quarters they are; what no row reads and is no quarter by its number is left to be declined.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from ingest.patterns import regex

_ORDER = "一二三四"
_Q = r"[一二两三四1-4]"
_ALL = frozenset({1, 2, 3, 4})
_Pick = Callable[[int, int], range]

#: (words, the quarters that they are, by the numbers ``a`` and ``b`` said in them).
_RUNS: tuple[tuple[str, _Pick], ...] = (
    (
        rf"第?(?P<a>{_Q})个?(?:季度?)?\s*(?:到|至|[-—–~～]+)\s*第?(?P<b>{_Q})个?季度?",
        lambda a, b: range(a, b + 1),
    ),
    (rf"(?:前|头|最初|开头)的?(?P<a>{_Q})个?季度?", lambda a, b: range(1, a + 1)),
    (rf"倒数第(?P<a>{_Q})个?季度?", lambda a, b: range(5 - a, 6 - a)),
    (r"(?:最后的?|末)(?:那|这)?一?个?季", lambda a, b: range(4, 5)),
    (rf"(?:最后的?|后|末)(?P<a>{_Q})个?季度?", lambda a, b: range(5 - a, 5)),
    (rf"(?:截至|截止到?|截止至|到|至)第?(?P<a>{_Q})个?季度?(?:末|底|为止)?", lambda a, b: range(1, a + 1)),
    (rf"第?(?P<a>{_Q})个?季度?(?:及(?:以|之)前)", lambda a, b: range(1, a + 1)),
    (rf"第?(?P<a>{_Q})个?季度?(?:(?:以|之)前)", lambda a, b: range(1, a)),
    (rf"第?(?P<a>{_Q})个?季度?(?:起|开始|及(?:以|之)后|以来)", lambda a, b: range(a, 5)),
    (rf"第?(?P<a>{_Q})个?季度?(?:(?:以|之)后)", lambda a, b: range(a + 1, 5)),
    (r"首个?季", lambda a, b: range(1, 2)),
    (r"上半年", lambda a, b: range(1, 3)),
    (r"下半年", lambda a, b: range(3, 5)),
)
_WITHOUT = regex(r"(?:除|扣除|不算|不含|不包括)[^，。？]{0,4}季")
_SAID = regex(r"第?([一二三四1234])(?:[、和与及]?第?[一二三四1234])*个?季度")


def quarters_named(text: str) -> tuple[set[int], bool] | None:
    """The quarters that are named, none where all are meant, and whether they are a run, which is added up.

    None where it cannot be said which are meant.
    """
    if _WITHOUT.search(text):
        return None
    for words, pick in _RUNS:
        match = re.search(words, text)
        if match is not None:
            said = match.groupdict()
            run = set(pick(_number(said.get("a")), _number(said.get("b"))))
            return (run, len(run) > 1) if run and run <= _ALL else None
    digits = "".join(m[0] for m in _SAID.finditer(text))
    return {_number(c) for c in digits if c in _ORDER or c in "1234"}, False


def _number(digit: str | None) -> int:
    """A quarter's number as it is said; 1 where none is."""
    if not digit:
        return 1
    return int(digit) if digit.isdigit() else _ORDER.index(digit.replace("两", "二")) + 1
