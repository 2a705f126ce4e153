"""What a text must hold for a pattern to be found in it, and that looking for it changes nothing that is found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.compiled import Compiled
from ingest.patterns import regex

#: Of each pattern a text that it is found in, and one without a word that it needs.
_NEEDED: tuple[tuple[str, int, str, str], ...] = (
    (r"(?:相?差|多出)了?多少", 0, "两年差了多少", "两年一共花了多少"),
    (r"第[一二三]+个?季度", 0, "第三季度", "三季度"),
    (r"(?=.*(?:合计|总共))年(?:初|末)", 0, "年初合计", "年初余额"),
    (r"(?:预算){0,2}花费", 0, "花费", "预算"),
    (r"(?>预算)绩效", 0, "预算绩效", "绩效"),
    (r"(?i:k费)", 0, "K费", "K车"),
)
#: Of which nothing can be told: what is optional, denied, any of many, said again, or a letter of either case.
_NOT_NEEDED = (
    (r"(?:万|亿)?\d+(?!元)[^年]\w[\u4e00-\u9fff]+", 0),
    (r"甲|\d+", 0),
    (r"(?P<a>.)(?P=a)(?<!元)", 0),
    (r"(甲)?(?(1)乙|丙)", 0),
    (r"gdp", re.I),
)


@pytest.mark.parametrize(("pattern", "flags", "found", "lacking"), _NEEDED)
def test_a_text_without_what_is_needed_is_told_from_one_with_it(
    tmp_path: Path, pattern: str, flags: int, found: str, lacking: str
) -> None:
    needs = [frozenset(need) for need in Compiled(tmp_path / "kept").needs(pattern, flags)]
    assert re.search(pattern, found, flags) is not None
    assert not any(need.isdisjoint(found) for need in needs)
    assert any(need.isdisjoint(lacking) for need in needs)


@pytest.mark.parametrize(("pattern", "flags"), _NOT_NEEDED)
def test_nothing_is_needed_of_what_may_be_written_otherwise(tmp_path: Path, pattern: str, flags: int) -> None:
    assert Compiled(tmp_path / "kept").needs(pattern, flags) == ()


_TRIED = (
    (r"(?:相?差|多出)了?多少", "两年差了多少"),
    (r"(?:相?差|多出)了?多少", "两年一共花了多少"),
    (r"(?i:K费)", "k费"),
    (r"(?<=结)转(?=结)", "结转结余"),
    (r"[和与、]", "收入和支出、结余"),
    (r"[和与、]", "收入"),
)


@pytest.mark.parametrize(("pattern", "text"), _TRIED)
def test_every_method_finds_what_that_of_a_compiled_pattern_finds(pattern: str, text: str) -> None:
    """Tried several times over, for a text is looked at from the second time on; by their names as well."""
    late, now = regex(pattern), re.compile(pattern)
    for _ in range(3):
        for name in ("search", "match", "fullmatch"):
            found, wanted = getattr(late, name)(text), getattr(now, name)(text)
            assert (found and found.span()) == (wanted and wanted.span())
        assert late.findall(text) == now.findall(text)
        assert [m.span() for m in late.finditer(text)] == [m.span() for m in now.finditer(text)]
        assert late.sub("〇", text, count=1) == now.sub("〇", text, count=1)
        assert late.subn("〇", text) == now.subn("〇", text)
        assert late.split(text, maxsplit=1) == now.split(text, maxsplit=1)
        assert (late.search(text, pos=1) is None) == (now.search(text, 1) is None)


def test_a_text_that_lacks_what_is_needed_compiles_nothing() -> None:
    late = regex("甲方(?:指定|委托)的银行")
    text = "一共花了多少钱"
    late.search(text)
    compiled_first = regex("乙方(?:指定|委托)的银行")
    assert compiled_first.search(text) is None
    assert compiled_first._made is None  # type: ignore[attr-defined]
    assert compiled_first.search("乙方委托的银行") is not None


def test_long_texts_are_tried_as_they_are() -> None:
    text = "收入" * 400 + "甲方"
    late = regex("甲方")
    assert [late.search(text) is not None for _ in range(3)] == [True] * 3
    assert regex("丙方").sub("", text) == text
