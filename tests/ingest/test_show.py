"""``mingbai show``: every cell in the colour of what it was read as, at the place where it is printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from PIL import Image
from reportlab.platypus import SimpleDocTemplate, Table

from ingest import colours
from ingest.colours import COLOURS, UNDERLINES
from ingest.fates import Fate
from ingest.model import Box, Origin
from tests.ingest.publications import publish
from tests.ingest.terminal import settle, typed

SENTENCES = (
    "二、支出决算情况说明",
    "临江市教育局2023年度本年支出合计1,234.50万元。",
    "本单位2023年度无政府性基金预算财政拨款收入和支出。",
)
WHITE = (255, 255, 255)
SCALE = 2


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    settle(monkeypatch, tmp_path / "data")
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.fixture
def drawn(folder: Path) -> Callable[[int], Image.Image]:
    publish(folder / "决算.pdf", sentences=SENTENCES)

    def draw(page: int) -> Image.Image:
        done = typed(
            "show", str(folder / "决算.pdf"), "--page", str(page), "--output", str(folder / "页.png")
        )
        assert done.exit_code == 0, done.output
        return Image.open(folder / "页.png").convert("RGB")

    return draw


def cell_around(path: Path, page: int, word: str) -> Box:
    """The ruled cell in which a word is printed, found without our reader."""
    with pdfplumber.open(path) as pdf:
        sheet = pdf.pages[page - 1]
        found = sheet.search(word, regex=False)[0]
        middle = ((found["x0"] + found["x1"]) / 2, (found["top"] + found["bottom"]) / 2)
        return next(c for table in sheet.find_tables() for c in table.cells
                    if c[0] < middle[0] < c[2] and c[1] < middle[1] < c[3])  # fmt: skip


def colour_in(image: Image.Image, box: Box) -> tuple[int, ...]:
    """The colour just inside of the upper left corner of a cell."""
    pixel = image.getpixel((round(box[0] * SCALE) + 5, round(box[1] * SCALE) + 5))
    assert isinstance(pixel, tuple)
    return pixel


@pytest.mark.parametrize(
    ("word", "fate"),
    [
        ("1,234.50", Fate.FACT),
        ("2050102", Fate.CODE),
        ("行政运行", Fate.LABEL),
        ("科目名称", Fate.HEADING),
        ("合计", Fate.HEADING),  # the first of them: 本年支出合计
    ],
)
def test_a_cell_has_the_colour_of_what_it_was_read_as(
    drawn: Callable[[int], Image.Image], folder: Path, word: str, fate: Fate
) -> None:
    image = drawn(2)
    assert colour_in(image, cell_around(folder / "决算.pdf", 2, word)) == COLOURS[fate]


def test_a_blank_cell_stays_white(drawn: Callable[[int], Image.Image], folder: Path) -> None:
    """行政运行 has no project expenditure: the last cell of its row."""
    left = cell_around(folder / "决算.pdf", 2, "行政运行")
    top = cell_around(folder / "决算.pdf", 2, "项目支出")
    assert colour_in(drawn(2), (top[0], left[1], top[2], left[3])) == WHITE


def test_sentences_and_declarations_are_underlined(drawn: Callable[[int], Image.Image], folder: Path) -> None:
    image = drawn(3)
    with pdfplumber.open(folder / "决算.pdf") as pdf:
        words = {
            Origin.SENTENCE: pdf.pages[2].search("本年支出合计", regex=False)[0],
            Origin.DECLARATION: pdf.pages[2].search("政府性基金", regex=False)[0],
        }
    for origin, word in words.items():
        x, low = round((word["x0"] + word["x1"]) * SCALE / 2), round(word["bottom"] * SCALE)
        column = [image.getpixel((x, y)) for y in range(low - 8, low + 12)]
        assert UNDERLINES[origin] in column


def test_what_was_not_understood_is_red_and_told(folder: Path) -> None:
    """A ruled table that nowhere says 元 or 万元."""
    path = folder / "无单位.pdf"
    table = Table(
        [["name", "amount"], ["pension", "1,234.50"]], style=[("GRID", (0, 0), (-1, -1), 1, "black")]
    )
    SimpleDocTemplate(str(path)).build([table])
    done = typed("show", str(path), "--page", "1")
    assert "没读懂「1,234.50」：没有注明金额单位" in done.output and "列为没读懂 1" in done.output
    image = Image.open(folder / "无单位-第1页.png").convert("RGB")
    assert colour_in(image, cell_around(path, 1, "1,234.50")) == COLOURS[Fate.MISREAD]


def test_a_loaded_document_goes_by_its_id_or_name(folder: Path) -> None:
    publish(folder / "临江决算.pdf")
    assert typed("ingest", str(folder / "临江决算.pdf")).exit_code == 0
    (folder / "临江决算.pdf").unlink()
    done = typed("show", "临江", "--page", "2")
    assert done.exit_code == 0 and "读成数字 13" in done.output, done.output
    assert (folder / "临江决算-第2页.png").exists()


@pytest.mark.parametrize(
    ("file", "page", "told"),
    [
        ("没有.pdf", "1", "库里没有「没有.pdf」"),
        ("决算.pdf", "9", "决算.pdf第9页：画不出来"),
        ("坏.pdf", "1", "坏.pdf：打不开"),
        ("文.txt", "1", "不是 PDF"),
    ],
)
def test_what_cannot_be_shown_is_a_sentence(folder: Path, file: str, page: str, told: str) -> None:
    publish(folder / "决算.pdf")
    (folder / "坏.pdf").write_bytes(b"%PDF-1.4 x")
    (folder / "文.txt").write_text("2023年度部门决算", "utf-8")
    done = typed("show", file, "--page", page)
    assert done.exit_code == 2 and told in done.output and isinstance(done.exception, SystemExit)


def test_a_machine_without_chinese_letters_still_gets_a_legend(
    drawn: Callable[[int], Image.Image], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(colours, "FONTS", (("no-such-font.ttf", 0),))
    image = drawn(2)
    assert image.height > 842 * SCALE
    legend = image.crop((0, 842 * SCALE, image.width, image.height))
    assert {COLOURS[Fate.FACT], COLOURS[Fate.MISREAD]} <= {
        colour for _, colour in legend.getcolors(1 << 20) or []
    }
