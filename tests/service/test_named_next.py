"""What a follow-up names in its first piece is no talk beside it: 「手术台次呢，增长百分之几」 (追问所指)."""

from __future__ import annotations

import pytest

from service.read.idle import is_idle


@pytest.mark.parametrize("piece", ["手术台次呢", "火箭呢", "那公用经费呢", "公务接待批次呢"])
def test_what_is_named_next_is_no_talk(piece: str) -> None:
    """Without its first piece the figure of what was spoken of before would be told."""
    assert not is_idle(piece)


@pytest.mark.parametrize("piece", ["等红灯呢", "我拿笔记着呢", "饭还没吃呢"])
def test_what_somebody_is_doing_is_talk(piece: str) -> None:
    assert is_idle(piece)
