"""Printed marks become glyphs once each, and a page of marks that nobody can read is told from one of words."""

from __future__ import annotations

import pytest

from ingest.readers.marks import UNKNOWN, Mark, Print, marks_to_print

PAGE = (0.0, 0.0, 595.0, 842.0)
SIZE = 10.0


def mark(char: str, x0: float, top: float = 50.0, known: bool = True) -> Mark:
    box = (x0, top, x0 + SIZE, top + SIZE)
    return Mark(ord(char), box, box, known)


def printed(text: str, known: bool = True) -> Print:
    return marks_to_print([mark(c, 10 * i, known=known) for i, c in enumerate(text)], PAGE)


def text_of(found: Print) -> str:
    return "".join(glyph.text for glyph in found.glyphs)


def test_marks_are_normalised_and_those_that_vanish_are_dropped() -> None:
    assert text_of(printed("⻋\u00adＡ\u3000辆\0")) == "车A 辆"


def test_bold_faked_by_printing_twice_is_read_once() -> None:
    marks = [mark(c, 100 + 10 * i + shift) for i, c in enumerate("合计") for shift in (0, 0.3)]
    assert text_of(marks_to_print(marks, PAGE)) == "合计"


@pytest.mark.parametrize("x", [99.6, 99.9, 100.0, 100.4])
def test_bold_is_read_once_wherever_it_lies(x: float) -> None:
    assert text_of(marks_to_print([mark("合", x), mark("合", x + 0.4)], PAGE)) == "合"


def test_the_same_digit_twice_in_a_row_is_two() -> None:
    assert text_of(marks_to_print([mark("1", 100), mark("1", 105)], PAGE)) == "11"


def test_what_lies_off_the_page_is_not_read() -> None:
    assert text_of(marks_to_print([mark("外", -20), mark("内", 100), mark("下", 100, 840)], PAGE)) == "内"


def test_a_digit_that_is_not_known_leaves_a_gap_that_is_seen() -> None:
    found = marks_to_print([mark("5", 100), mark("1", 106, known=False), mark("3", 112)], PAGE)
    assert text_of(found) == f"5{UNKNOWN}3" and found.odd == 1


def test_words_of_any_language_of_the_country_are_no_garble() -> None:
    for text in (
        "2023年度部门决算收入总计",
        "བོད་ལྗོངས་སྤྱི་ཚོགས",
        "شىنجاڭ ئۇيغۇر",
        "ᠦᠪᠦᠷ ᠮᠣᠩᠭᠣᠯ",
        "연변조선족자치주",
    ):
        assert not printed(text).is_suspect and not printed(text).is_garbled


def test_letters_of_a_font_without_a_table_are_garble() -> None:
    """As pdfium gives 「2023年度部门决算」 of 江苏省委办公厅2017 without its ToUnicode tables."""
    assert printed("ݮ·ݮ·ࣳ׎࠼ރޥڳ࡬ڑڟ࡬࡬ڢڑ").is_garbled
    assert printed("某局二〇二三年度决算", known=False).is_garbled
    assert printed("".join(chr(0xE000 + i) for i in range(20))).is_garbled


def test_bullets_of_a_symbol_font_are_no_garble() -> None:
    found = printed("\uf06c" * 3 + "部门主要职责：贯彻执行国家有关城市管理的法律法规")
    assert text_of(found).startswith("部门") and not found.is_garbled and not found.is_suspect
