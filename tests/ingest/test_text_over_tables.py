"""A paragraph straight above a table is read as text; rows without names are told of nothing (表上的正文)."""

from __future__ import annotations

from pathlib import Path

from ingest.model import Origin, Reading
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Entry, Heading, Press, Sheet

H = Heading
BODY = "泽川市气象台"
TRAVEL: list[list[Entry]] = [["公务接待费", "3.00", "1.60"], ["公务用车运行维护费", "15.00", "13.60"]]


def read(path: Path, prose: list[str], *sheets: Sheet) -> Reading:
    press = Press(path)
    press.cover([BODY, "2023年度单位决算"])
    press.prose(prose)
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return read_file(path, Settings(data=path.parent))


def test_a_sentence_that_ends_in_a_list_is_no_title(tmp_path: Path) -> None:
    """The lines of the paragraph are short, its last one leads to the table: its figures are facts."""
    prose = [
        "2023年度“三公”经费财政拨款支出预算18.00万元，支出决算15.20万元，完成预算的",
        "84.44%。各项明细如下（单位：万元）：",
    ]
    table = Sheet("", [[H("项目"), H("预算数"), H("决算数")]], TRAVEL, (5, 3, 3), own_page=False)
    reading = read(tmp_path / "决算.pdf", prose, table)
    told = {str(f.value) for f in reading.facts if f.origin is Origin.SENTENCE}
    assert {"18.00", "15.20", "84.44"} <= told
    cells = {(f.subject.name, str(f.value), f.unit) for f in reading.facts if f.origin is Origin.CELL}
    assert ("公务接待费", "1.60", "万元") in cells
    assert len(cells) == 4


def test_the_right_half_of_a_table_cut_in_two_tells_nothing(tmp_path: Path) -> None:
    """Its rows have no names on this page: no figure is given to one of the others."""
    rows: list[list[Entry]] = [["98.50", "0.00"], ["76.20", "0.00"], ["22.30", "0.00"]]
    half = Sheet("支出决算表", [[H("项目支出"), H("经营支出")]], rows, (3, 3), right="单位：万元")
    reading = read(tmp_path / "决算.pdf", ["单位决算公开表"], half)
    assert not reading.facts
    assert len(reading.misread) == 6
