"""「民政局」 ends like 财政局 and is another body: never answered from its documents (名称截尾)."""

from __future__ import annotations

import pytest

from service.scope.cut_short import is_cut_short

_CORE = "财政局"


@pytest.mark.parametrize(
    ("before", "run", "telling", "cut"),
    [
        ("民", "政局", 1, True), ("普陀区邮", "政局", 1, True), ("才", "政局", 1, False),  # 才政局 is misspelt
        ("", "政局", 1, False), ("民", "财政局", 2, False), ("区", "财局", 1, False),
    ],
)  # fmt: skip
def test_the_end_of_another_name_is_no_short_form(before: str, run: str, telling: int, cut: bool) -> None:
    assert is_cut_short(before, run, telling, [_CORE]) is cut
