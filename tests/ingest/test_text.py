"""Text is kept as printed, but for what fonts and layout did to it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.radicals import RADICALS
from ingest.text import chinese_number, fold, join_lines, normalise, normalise_char, tighten
from tests.ingest.disclosures import JIANGHAN, read


def _between(first: int, last: int) -> st.SearchStrategy[str]:
    return st.characters(min_codepoint=first, max_codepoint=last, exclude_categories=("Mn", "Cs"))


#: What disclosures are written with: Latin, punctuation, symbols, ideographs and their other forms. Kana and Hangul,
#: whose NFKC composes neighbours, are not among it.
WRITTEN = st.text(
    st.one_of(
        st.sampled_from(
            list("预算决算支出收入万元亿0123456789.,%％（）()：，。、；“”①② 　\t\n\u00a0\ufeff\u00ad\ue000")
        ),
        st.sampled_from([chr(code) for code in RADICALS]),
        _between(0, 0xFF),
        _between(0x2000, 0x303F),
        _between(0x3400, 0x9FFF),
        _between(0xF900, 0xFAD9),
        _between(0xFF01, 0xFF5E),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        # Kangxi and supplement radicals, of which NFKC knows only the first
        ("公务⽤⻋购置", "公务用车购置"),
        ("⽀出决算表", "支出决算表"),
        ("⺠⽣⻓⻜", "民生长飞"),
        ("音\uf914", "音樂"),  # compatibility ideograph
        ("２０２３年　５１３．４７％", "2023年513.47%"),  # full width
        ("决 算 数", "决算数"),  # letter spacing
        ("878. 45 万元", "878.45万元"),
        ("1, 009 万元", "1,009万元"),
        ("占本年支出 58.4 %", "占本年支出58.4%"),
        ("①3个项目", "①3个项目"),  # NFKC would make it 13
        ("10²平方米", "10²平方米"),
        ("收、支总计；（一）：“三公”？！", "收、支总计；（一）：“三公”？！"),  # answers quote it
        ("软\u00ad连\ufeff字\ue000符\x07", "软连字符"),
        ("  GB 18030  编码 ", "GB 18030编码"),
    ],
)
def test_printed_text_is_kept_as(printed: str, kept: str) -> None:
    assert normalise(printed) == kept


def test_two_numbers_side_by_side_stay_two() -> None:
    assert normalise("878.45 364.98  513.47") == "878.45 364.98 513.47"


def test_no_radical_is_left_and_each_stands_for_an_ideograph() -> None:
    for code, char in RADICALS.items():
        assert 0x2E80 <= code <= 0x2EFF
        assert normalise_char(chr(code)) == char
        assert "CJK UNIFIED IDEOGRAPH" in unicodedata.name(char)


@pytest.mark.corpus
def test_glyphs_of_a_real_file_are_ideographs() -> None:
    """江汉区's PDF prints ⻋ ⽀ ⼊ ⽤ for 车 支 入 用; none of them may come through."""
    texts = [line.text for page in read(JIANGHAN).pages for line in page.lines]
    texts += [cell.text for page in read(JIANGHAN).pages for grid in page.grids for cell in grid.cells]
    odd = {c for text in texts for c in text if 0x2E80 <= ord(c) <= 0x2FDF or 0xF900 <= ord(c) <= 0xFAFF}
    assert not odd
    assert any("车辆" in text for text in texts)


@given(WRITTEN)
def test_normalise_is_idempotent(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(WRITTEN)
def test_normalise_leaves_no_odd_space(text: str) -> None:
    kept = normalise(text)
    assert kept == kept.strip()
    assert "  " not in kept
    assert not any(c.isspace() and c != " " for c in kept)


@given(WRITTEN)
def test_tighten_is_idempotent(text: str) -> None:
    assert tighten(tighten(text)) == tighten(text)


@given(WRITTEN)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(WRITTEN)
def test_fold_forgets_what_normalise_changes(text: str) -> None:
    """One name printed with two fonts has one key; only a control character within it could tell them apart."""
    plain = "".join(c for c in text if unicodedata.category(c)[0] != "C")
    assert fold(normalise(plain)) == fold(plain)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“三公”经费", "三公经费"),
        ("因公出国（境）费", "因公出国(境)费"),
        ("公务⽤⻋", "公务用车"),
        ("货物 A", "货物ａ"),
    ],
)
def test_names_that_are_the_same_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_names_that_differ_do_not_fold_to_one() -> None:
    assert fold("收入总计") != fold("支出总计")


def test_lines_of_a_cell_are_joined() -> None:
    assert join_lines(["其他对个人和家庭", " 的补助"]) == "其他对个人和家庭的补助"
    assert join_lines(["open", "data"]) == "open data"
    assert join_lines(["", "合计", ""]) == "合计"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十三", 13),
        ("二十", 20),
        ("九十九", 99),
        ("二〇二三", 2023),
        ("二○一七", 2017),
        ("零", 0),
    ],
)
def test_chinese_number(text: str, value: int) -> None:
    assert chinese_number(text) == value


@pytest.mark.parametrize("text", ["", "一百", "十十", "三十十", "12", "甲", "二三十"])
def test_what_is_no_chinese_number(text: str) -> None:
    assert chinese_number(text) is None
