"""A pattern that is compiled at its first use does what a compiled one does."""

from __future__ import annotations

import re

import pytest

from ingest.patterns import regex


def test_it_finds_what_a_compiled_one_finds() -> None:
    text, late, now = "2023年12辆，2024年9辆", regex(r"(\d+)年"), re.compile(r"(\d+)年")
    assert late.pattern == now.pattern
    assert late.findall(text) == now.findall(text) == ["2023", "2024"]
    assert late.sub("", text) == now.sub("", text) == "12辆，9辆"
    assert late.fullmatch(text) is None and late.groups == now.groups == 1
    assert regex("a", re.I).search("A") is not None


def test_a_wrong_pattern_fails_when_it_is_used() -> None:
    late = regex("(")
    with pytest.raises(re.error):
        late.search("")
