"""Characters that stand in known names: the longest name from the left counts (已知之名)."""

from __future__ import annotations

import pytest

from service.accounts.lexicon import by_first
from service.worded.known_names import known_marks


@pytest.mark.parametrize(
    ("text", "names", "marks"),
    [
        ("差旅费多少", ["差旅费"], [1, 2, 2, 0, 0]),
        ("花了多少", ["差旅费"], [0, 0, 0, 0]),
        ("公务接待费", ["公务", "公务接待费", "接待费"], [1, 2, 2, 2, 2]),
        ("住房公积金占住房", ["住房", "公积金"], [1, 2, 1, 2, 2, 0, 1, 2]),
        ("", ["差旅费"], []),
    ],
)
def test_marks(text: str, names: list[str], marks: list[int]) -> None:
    assert known_marks(text, [by_first(names)]) == marks


def test_names_of_several_tables_are_all_known() -> None:
    assert known_marks("电费水费", [by_first(["电费"]), by_first(["水费"])]) == [1, 2, 1, 2]
    assert known_marks("电费水费", []) == [0, 0, 0, 0]
