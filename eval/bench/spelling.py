"""The same questions spelt as they were not before, for what was asked before is answered from memory (换写法)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence


def anew(questions: Sequence[str]) -> Iterator[str]:
    """The questions in turn without end, each time with other marks behind them, which change no meaning."""
    for count in itertools.count(1):
        marks = "？" * (count % 10) + "！" * (count // 10 % 10) + "。" * (count // 100)
        yield from (question + marks for question in questions)
