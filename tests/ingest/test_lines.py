"""Characters of a page become lines in reading order, each character traceable to its place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ingest.readers.lines import Glyph, glyphs_to_rows, rows_to_lines
from ingest.tables import is_page_number
from tests.ingest.disclosures import JIANGHAN, URBAN_2023, read

SIZE = 10.0


def typed(text: str, x: float = 100.0, top: float = 50.0, gap: float = 0.0) -> list[Glyph]:
    """A run of glyphs one em wide (half for ASCII), with ``gap`` between them."""
    glyphs = []
    for char in text:
        width = SIZE / 2 if char.isascii() else SIZE
        glyphs.append(Glyph(char, x, top, x + width, top + SIZE, SIZE))
        x += width + gap
    return glyphs


def lines(glyphs: Sequence[Glyph]) -> list[str]:
    return [line.text for line in rows_to_lines(glyphs_to_rows(glyphs), 1)]


def test_rows_are_read_top_to_bottom_and_left_to_right() -> None:
    shuffled = typed("二行", top=70) + typed("右", x=130) + typed("左")
    assert lines(shuffled) == ["左右", "二行"]


def test_a_superscript_or_small_sign_stays_in_its_row() -> None:
    small = Glyph("%", 125, 53, 129, 58, 5)
    assert lines([*typed("58.4"), small]) == ["58.4%"]


def test_layout_space_is_dropped_and_a_word_gap_kept() -> None:
    assert lines(typed("决算数", gap=6)) == ["决算数"]  # letter spacing
    assert lines(typed("GB") + typed("18030", x=120)) == ["GB 18030"]
    assert lines(typed("部门：某局") + typed("单位：元", x=400)) == ["部门：某局 单位：元"]  # a column gap
    assert lines(typed("878. 45")) == ["878.45"]
    assert lines(typed("58.4 %")) == ["58.4%"]


def test_every_character_has_its_place() -> None:
    (line,) = rows_to_lines(glyphs_to_rows(typed("合计12")), 3)
    assert (line.page, line.text, line.size) == (3, "合计12", SIZE)
    assert len(line.text) == len(line.starts) == len(line.ends)
    assert line.box == (100.0, 50.0, 130.0, 60.0)
    assert line.box_of(2, 4) == (120.0, 50.0, 130.0, 60.0)
    assert line.box_of(0, 1) == (100.0, 50.0, 110.0, 60.0)


@pytest.mark.parametrize("name", [URBAN_2023, pytest.param(JIANGHAN, marks=pytest.mark.corpus)])
def test_places_run_from_left_to_right_inside_the_page(name: str) -> None:
    for page in read(name).pages:
        for line in page.lines:
            assert len(line.text) == len(line.starts) == len(line.ends)
            assert list(line.starts) == sorted(line.starts)
            assert 0 <= line.box[0] < line.box[2] <= page.width + 1
            assert 0 <= line.box[1] < line.box[3] <= page.height + 1


def test_lines_of_a_page_read_as_printed() -> None:
    """青岚区城市管理局2023 p.16 (printed 14), the headings and the first paragraph."""
    texts = [line.text for line in read(URBAN_2023).pages[15].lines]
    assert texts[:6] == [
        "第三部分云川市青岚区城市管理局",  # the space of the layout is dropped
        "2023年度部门决算情况说明",
        "一、收入支出决算总体情况说明",
        "2023年度收入、支出总计各为18270.16万元。同2022年度相比，",
        "收、支总计各减少1079.51万元，下降5.58%。变动的主要原因：一是清",
        "扫保洁服务重新招标后合同价降低；二是市政养护工程中榆荫路改造推",
    ]
    assert is_page_number(texts[-1])


@pytest.mark.corpus
def test_a_comma_at_the_start_of_a_line_stays_there() -> None:
    """江汉区 p.9: 「收↵、支总计各减少160.24万元」, a line that starts with the mark of the one before."""
    texts = [line.text for line in read(JIANGHAN).pages[8].lines]
    assert "、支总计各减少160.24万元，下降15.4%，主要原因：一是本" in texts
