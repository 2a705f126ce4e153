"""Real PDFs of one page: every way in which text and lines are put on a page ends where the page shows them."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFile
from ingest.model import Box, Page
from ingest.readers.pdf import read_pdf
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.disclosures import CENTRE, COUNCIL_2018, PARTY_2019, PUTUO_BUDGET, path_of, read
from tests.ingest.typeset import SIZE, SONG, new_canvas, rule_table, save

ROWS = [["科目", "预算数", "决算数"], ["合计", "1,250.00", "513.47"]]


def page_of(path: Path) -> Page:
    (page,) = read_pdf(path, Settings(data=path.parent))
    return page


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]


def cells(page: Page) -> list[str]:
    return [cell.text for grid in page.grids for cell in grid.cells]


def ink(path: Path, box: Box, page: int = 1) -> Box:
    """Box of the dark pixels of the page picture around ``box``, in points from the top left of the picture."""
    with pypdfium2.PdfDocument(path) as pdf:
        picture = np.asarray(pdf[page - 1].render(scale=4).to_pil().convert("L")) < 160
    x0, top, x1, bottom = (round(4 * edge) for edge in box)
    rows, columns = np.nonzero(picture[top:bottom, x0:x1])
    return (
        box[0] + columns.min() / 4,
        box[1] + rows.min() / 4,
        box[0] + columns.max() / 4,
        box[1] + rows.max() / 4,
    )


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_cells_lie_where_the_turned_page_shows_them(tmp_path: Path, rotation: int) -> None:
    """The table is drawn upright on the displayed page, as landscape tables on turned portrait pages are."""
    path = tmp_path / "turned.pdf"
    width, height = SIZE
    canvas = new_canvas(path)  # reportlab turns the sheet with the page
    canvas.setPageRotation(rotation)
    {0: lambda: None, 90: lambda: canvas.translate(height, 0), 180: lambda: canvas.translate(width, height),
     270: lambda: canvas.translate(0, width)}[rotation]()  # fmt: skip
    canvas.rotate(rotation)
    boxes = rule_table(canvas, ROWS)
    canvas.setFont(SONG, 12)
    canvas.drawString(20, height - 30, "支出决算表")
    save(canvas)
    page = page_of(path)
    assert (page.width, page.height) == SIZE
    assert texts(page) == ["支出决算表"]
    assert cells(page) == [text for row in ROWS for text in row]
    for cell, box in zip(page.grids[0].cells, boxes, strict=True):
        assert cell.box == pytest.approx(box, abs=0.6)
        assert ink(path, (box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2))[0] > box[0] + 4
    (line,) = page.lines
    drawn = ink(path, (10, 10, 390, 38))
    assert line.box[0] - 1 <= drawn[0] and drawn[2] <= line.box[2] + 1
    assert line.box[1] - 1 <= drawn[1] and drawn[3] <= line.box[3] + 1


def test_what_lies_outside_the_crop_box_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "cropped.pdf"
    canvas = new_canvas(path)
    canvas.setCropBox((50, 50, 350, 250))
    canvas.drawString(100, 150, "页内")
    canvas.drawString(100, 270, "裁掉的页眉")
    save(canvas)
    page = page_of(path)
    assert texts(page) == ["页内"]
    assert page.lines[0].box[0] == pytest.approx(100, abs=0.5)  # from the corner of the sheet, not of the cut


def test_a_page_inherits_its_size(tmp_path: Path) -> None:
    """MediaBox on the page tree instead of the page: boxes count from what is displayed."""
    path = tmp_path / "inherits.pdf"
    canvas = new_canvas(path, pageCompression=0)
    rule_table(canvas, ROWS)
    save(canvas)
    content = path.read_bytes()
    (box,) = set(re.findall(rb"/MediaBox \[[^\]]*\]", content))
    content = content.replace(box, b" " * len(box))
    content = content.replace(b"/Type /Pages", b"/Type /Pages " + box)
    path.write_bytes(content)
    page = page_of(path)
    assert (page.width, page.height) == SIZE
    assert page.grids[0].box == pytest.approx((20, 40, 290, 80), abs=0.6)


def test_a_line_of_text_spans_its_ink(tmp_path: Path) -> None:
    path = tmp_path / "line.pdf"
    canvas = new_canvas(path)
    canvas.drawString(50, 200, "支出合计513.47万元")
    save(canvas)
    (line,) = page_of(path).lines
    drawn = ink(path, (10, 60, 390, 140))
    assert line.text == "支出合计513.47万元"
    assert line.box == pytest.approx(drawn, abs=2.5)
    assert line.size == pytest.approx(12, abs=0.2)


def test_text_and_lines_in_a_form_are_where_it_is_placed(tmp_path: Path) -> None:
    path = tmp_path / "form.pdf"
    canvas = new_canvas(path)
    canvas.beginForm("table", 0, 0, 200, 100)
    canvas.setFont(SONG, 10)
    for x in (0, 50, 100):
        canvas.line(x, 0, x, 20)
    for y in (0, 10, 20):
        canvas.line(0, y, 100, y)
    canvas.drawString(5, 2, "合计")
    canvas.drawString(55, 2, "1.5")
    canvas.endForm()
    canvas.translate(60, 100)
    canvas.scale(2, 2)
    canvas.doForm("table")
    save(canvas)
    page = page_of(path)
    assert page.grids[0].box == pytest.approx((60, 160, 260, 200), abs=0.5)
    assert cells(page) == ["", "", "合计", "1.5"]


def clipped(canvas: Canvas, clip: tuple[float, float, float, float], text: str, x: float, y: float) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(*clip)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.setFont(SONG, 12)
    canvas.drawString(x, y, text)
    canvas.restoreState()


def test_text_that_is_clipped_away_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "clipped.pdf"
    canvas = new_canvas(path)
    clipped(canvas, (40, 100, 200, 40), "看得见的一行", 50, 120)
    clipped(canvas, (40, 100, 200, 40), "上一页的一行", 50, 180)
    canvas.beginForm("form", 0, 0, 300, 300)
    clipped(canvas, (0, 0, 100, 20), "表单里的一行", 5, 5)
    clipped(canvas, (0, 0, 100, 20), "藏起来的一行", 5, 50)
    canvas.endForm()
    canvas.translate(200, 200)
    canvas.doForm("form")
    save(canvas)
    assert texts(page_of(path)) == ["表单里的一行", "看得见的一行"]


def test_a_number_cut_off_at_the_edge_of_its_cell_is_read_whole_and_in_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    canvas = new_canvas(path)
    rule_table(canvas, [["科目", "预算数", "决算数"], ["", "", "0.00"]])
    clipped(canvas, (110, 220, 90, 20), "1,234,567,000.50元", 130, 225)
    clipped(canvas, (20, 220, 90, 20), "大型公共设施维护管理费", 25, 225)
    save(canvas)
    assert cells(page_of(path))[3:] == ["大型公共设施维护管理费", "1,234,567,000.50元", "0.00"]


def test_a_second_line_that_shows_only_its_head_stays_in_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "head.pdf"
    canvas = new_canvas(path)
    rule_table(canvas, [["", "总计"], ["合计", "1,422.50"]])
    clipped(canvas, (20, 240, 90, 20), "采购组织形", 25, 248)
    clipped(canvas, (20, 240, 90, 20), "式", 25, 232)
    save(canvas)
    assert cells(page_of(path)) == ["采购组织形式", "总计", "合计", "1,422.50"]


def test_a_watermark_across_the_page_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "watermark.pdf"
    canvas = new_canvas(path)
    rule_table(canvas, ROWS)
    canvas.translate(60, 200)
    canvas.rotate(30)
    canvas.setFont(SONG, 30)
    canvas.drawString(0, 0, "政府信息公开")
    save(canvas)
    page = page_of(path)
    assert texts(page) == [] and cells(page) == [text for row in ROWS for text in row]


def test_a_column_head_set_upright_is_read(tmp_path: Path) -> None:
    path = tmp_path / "upright.pdf"
    canvas = new_canvas(path)
    rule_table(canvas, [["", "预算数"], ["合计", "1.00"]])
    canvas.saveState()
    canvas.translate(60, 244)
    canvas.rotate(90)
    canvas.setFont(SONG, 12)
    canvas.drawString(0, 0, "项")
    canvas.restoreState()
    save(canvas)
    assert cells(page_of(path)) == ["项", "预算数", "合计", "1.00"]


def lay_down(canvas: Canvas, angle: int, rotation: int) -> None:
    """Whatever follows is drawn as on a page of ``SIZE`` that is shown turned to the left by ``angle`` degrees."""
    width, height = SIZE
    canvas.setPageSize(
        SIZE if angle % 180 == 0 else (height, width)
    )  # reportlab turns the sheet with the page
    canvas.setPageRotation(rotation)
    whole = (angle + rotation) % 360
    canvas.translate(*{0: (0, 0), 90: (height, 0), 180: SIZE, 270: (0, width)}[whole])
    canvas.rotate(whole)
    canvas.setFont(SONG, 12)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_on_its_side_is_read_and_its_cells_lie_where_it_shows_them(
    tmp_path: Path, angle: int, rotation: int
) -> None:
    path = tmp_path / "aside.pdf"
    canvas = new_canvas(path)
    canvas.drawString(20, 280, "第一页的文字是正的，照常读出来")
    canvas.showPage()
    lay_down(canvas, angle, rotation)
    rule_table(canvas, [["项目", "决算数"], ["本年支出合计", "1,234.56"]])
    canvas.setFont(SONG, 12)
    canvas.drawString(20, 275, "支出决算表")
    canvas.drawString(200, 275, "单位：万元")
    save(canvas)
    first, second = read_pdf(path, Settings(data=tmp_path))
    assert len(first.lines) == 1 and not first.trouble
    assert texts(second) == ["支出决算表 单位：万元"] and not second.trouble
    reading = read_file(path, Settings(data=tmp_path))
    (fact,) = [f for f in reading.facts if f.value is not None]
    assert (str(fact.value), fact.unit, fact.subject.name) == ("1234.56", "万元", "本年支出合计")
    box = fact.source.box
    # The second cell of the second row of the upright table is (110, 60, 200, 80) on a page of 400 by 300.
    shown = {90: (60, 200, 80, 290), 180: (200, 220, 290, 240), 270: (220, 110, 240, 200)}[angle]
    assert box == pytest.approx(shown, abs=0.6)
    drawn = ink(path, (box[0] + 2, box[1] + 2, box[2] - 2, box[3] - 2), page=2)
    long, wide = (drawn[2] - drawn[0], drawn[3] - drawn[1])[:: 1 if angle == 180 else -1]
    assert 30 < long < 45 and 5 < wide < 14
    (cell,) = [c for t in reading.tables for c in t.cells if c.text == "1,234.56"]
    assert cell.box == box


def test_a_number_across_the_page_is_told_and_not_read_backwards(tmp_path: Path) -> None:
    path = tmp_path / "across.pdf"
    canvas = new_canvas(path)
    rule_table(canvas, [["项目", "", "决算数"], ["本年支出合计", "", "1,234.56"]])
    canvas.saveState()
    canvas.translate(145, 232)
    canvas.rotate(90)
    canvas.setFont(SONG, 6)
    canvas.drawString(-10, 0, "98.76")
    canvas.restoreState()
    save(canvas)
    page = page_of(path)
    assert [text for text in cells(page) if text] == ["项目", "决算数", "本年支出合计", "1,234.56"]
    assert [(d.text, d.page) for d in page.doubts] == [("98.76", 1)]
    assert "方向" in page.doubts[0].reason


def test_a_file_that_lies_in_several_directions_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "aside.pdf"
    canvas = new_canvas(path)
    for angle in (90, 180, 270):
        canvas.saveState()
        canvas.translate(200, 150)
        canvas.rotate(angle)
        canvas.drawString(20, 0, "整个文件的字朝着三个方向")
        canvas.restoreState()
    save(canvas)
    with pytest.raises(UnreadableFile, match="转正"):
        read_pdf(path, Settings(data=tmp_path))


def test_text_of_a_scan_that_was_recognised_is_read(tmp_path: Path) -> None:
    """Text recognition lays invisible text over the picture (text render mode 3)."""
    path = tmp_path / "recognised.pdf"
    canvas = new_canvas(path)
    text = canvas.beginText(50, 200)
    text.setFont(SONG, 12)
    text.setTextRenderMode(3)
    text.textOut("识别出来的文字")
    canvas.drawText(text)
    save(canvas)
    assert texts(page_of(path)) == ["识别出来的文字"]


def test_a_dash_at_the_end_of_a_line_is_a_dash(tmp_path: Path) -> None:
    path = tmp_path / "dash.pdf"
    canvas = new_canvas(path)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(50, 200, "2017-")
    canvas.drawString(50, 180, "2019")
    canvas.drawString(50, 160, "-")
    save(canvas)
    assert texts(page_of(path)) == ["2017-", "2019", "-"]


def test_bars_are_lines_and_a_diagonal_is_none(tmp_path: Path) -> None:
    """Tables drawn with thin filled rectangles, a head cell with a slash through it."""
    path = tmp_path / "bars.pdf"
    canvas = new_canvas(path)
    for x in (20, 110, 200):
        canvas.rect(x, 220, 0.5, 40, stroke=0, fill=1)
    for y in (220, 240, 260):
        canvas.rect(20, y, 180.5, 0.5, stroke=0, fill=1)
    canvas.line(20, 260, 110, 240)
    for text, x, y in (("科目", 25, 245), ("金额", 115, 245), ("合计", 25, 225), ("5.00", 115, 225)):
        canvas.drawString(x, y, text)
    save(canvas)
    (grid,) = page_of(path).grids
    assert (grid.rows, grid.columns) == (2, 2)
    assert [cell.text for cell in grid.cells] == ["科目", "金额", "合计", "5.00"]


def without_character_tables(name: str, folder: Path) -> Path:
    """A file whose fonts have lost their ToUnicode tables."""
    target = folder / "没有对照表.pdf"
    content = path_of(name).read_bytes()
    assert b"/ToUnicode" in content
    target.write_bytes(content.replace(b"/ToUnicode", b"/ToUnlcode"))
    return target


def test_a_file_of_garble_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"乱码.*OCR"):
        read_pdf(without_character_tables(CENTRE, tmp_path), Settings(data=tmp_path))


@pytest.mark.corpus
def test_characters_that_only_the_font_itself_names_are_read(tmp_path: Path) -> None:
    """江苏省政协2018 p.2 embeds its fonts whole: what pdfium cannot name, pdfplumber finds in their own tables."""
    path = without_character_tables(COUNCIL_2018, tmp_path)
    second = read_pdf(path, Settings(data=tmp_path))[1]
    assert cells(second) == cells(read(COUNCIL_2018).pages[1])
    assert [c.box for c in second.grids[0].cells] == [
        pytest.approx(c.box, abs=1) for c in read(COUNCIL_2018).pages[1].grids[0].cells
    ]


def test_a_file_cut_off_though_it_carries_an_index_is_refused(tmp_path: Path) -> None:
    """Files made for the web tell their length at the start and have an index there too."""
    path = tmp_path / "半截.pdf"
    canvas = new_canvas(path)
    canvas.drawString(50, 200, "一页")
    save(canvas)
    whole = path.read_bytes()
    promised = b"\n9 0 obj <</Linearized 1/L " + str(len(whole) * 2).encode() + b">> endobj"
    path.write_bytes(whole.replace(b"%PDF-1.3", b"%PDF-1.3" + promised))
    with pytest.raises(UnreadableFile, match="不是完整的 PDF"):
        read_pdf(path, Settings(data=tmp_path))


@pytest.mark.corpus
def test_a_text_frame_cut_over_two_pages_is_read_once() -> None:
    """普陀区财政局2025 p.7 ends with item 8, p.8 shows items 9 to 11; the frame is drawn on both, clipped."""
    pages = read(PUTUO_BUDGET).pages
    assert [line.text[:2] for line in pages[6].lines][-2:] == ["8.", "用于"]
    assert [line.text[:3] for line in pages[7].lines] == ["9.“", "在职人", "10.", "金。", "11."]


@pytest.mark.corpus
def test_a_head_cut_off_in_its_cell_stays_there() -> None:
    """江苏省委办公厅2019 p.12: of 式 in 采购组织形式 only the tip shows above the row of 合计."""
    (grid,) = read(PARTY_2019).pages[11].grids
    assert [c.text for c in grid.cells if c.row <= 2 and c.text][1:] == [
        "采购品目大类", "专项名称", "经济科目", "采购物品名称", "采购组织形式", "总计", "合计", "1,422.50",
    ]  # fmt: skip
