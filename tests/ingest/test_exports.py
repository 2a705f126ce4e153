"""``mingbai facts``: filters in the database, and every digit in every form it is handed on in."""

from __future__ import annotations

import codecs
import csv
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ingest.listing import Column, FactFormat, Listing, number_format, write_listing
from tests.ingest.disclosures import CENTRE, URBAN_2022, path_of, read
from tests.ingest.publications import publish, with_figure
from tests.ingest.terminal import rows_of, settle, typed

NAMES = (CENTRE, URBAN_2022)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("exports") / "data"
    with pytest.MonkeyPatch.context() as patch:
        settle(patch, data)
        assert typed("ingest", *(str(path_of(name)) for name in NAMES)).exit_code == 0
    return data


@pytest.fixture
def store(data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """The store of two samples; the working folder is the test's own."""
    settle(monkeypatch, data)
    monkeypatch.chdir(tmp_path)
    yield data


def listed(*filters: str) -> list[dict[str, str]]:
    return rows_of(typed("facts", *filters, "--format", "json"))


FACTS = [fact for name in NAMES for fact in read(name).facts]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ([], len(FACTS)),
        (["--year", "2022"], sum(f.year == 2022 for f in FACTS)),
        (["--statement", "三公"], sum("三公" in f.statement + f.source.table for f in FACTS)),
        (["--stage", "年初预算"], sum(f.stage == "年初预算" for f in FACTS)),
        (["--fund", "政府性基金"], sum(f.fund == "政府性基金" for f in FACTS)),
        (["--kind", "经济分类"], sum(f.subject.kind == "经济分类" for f in FACTS)),
        (["--page", "6"], sum(f.source.page == 6 for f in FACTS)),
        (["--origin", "声明"], sum(f.origin == "declaration" for f in FACTS)),
        (["--origin", "正文", "--page", "13"], sum(f.origin == "sentence" and f.source.page == 13 for f in FACTS)),
        (["--document", "指挥中心"], len(read(CENTRE).facts)),
        (["--document", read(URBAN_2022).reading.document.id], len(read(URBAN_2022).facts)),
        (["--document", read(URBAN_2022).reading.document.id[:6]], len(read(URBAN_2022).facts)),
        (["--limit", "7"], 7),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_a_filter_lets_through_what_it_says(store: Path, filters: list[str], count: int) -> None:
    assert count > 0 and len(listed(*filters)) == count


@pytest.mark.parametrize(
    "name", ["云川市青岚区城市管理局", "青岚区城市管理局", "城管局", "城市管理局（本级）"]
)
def test_a_body_goes_by_its_short_names(store: Path, name: str) -> None:
    assert {r["entity"] for r in listed("--entity", name)} == {"云川市青岚区城市管理局"}


def test_a_code_is_that_account_alone(store: Path) -> None:
    """数字城管指挥中心 p.6: 2120199, 项目支出 132.80 万元."""
    rows = listed("--subject", "2120199", "--statement", "支出表", "--document", "指挥中心")
    assert {r["code"] for r in rows} == {"2120199"}
    assert ("项目支出", "132.80", "万元", "6") in {
        (r["breakdown"], r["value"], r["unit"], r["page"]) for r in rows
    }


def test_signs_of_patterns_are_letters(store: Path) -> None:
    assert listed("--subject", "%") == [r for r in listed() if "%" in r["name"]]
    assert listed("--entity", "没有这个单位") == []
    assert "库里没有单位「没有这个单位」" in typed("facts", "--entity", "没有这个单位").stderr
    assert "前 3 条" in typed("facts", "--limit", "3").stderr


def test_an_unknown_document_is_told(store: Path) -> None:
    done = typed("facts", "--document", "没有这份")
    assert done.exit_code == 2 and "库里没有「没有这份」" in done.output


def test_a_workbook_holds_what_is_printed(store: Path, tmp_path: Path) -> None:
    done = typed("facts", "--format", "xlsx", "--output", "事实.xlsx")
    assert done.exit_code == 0 and f"已写入 事实.xlsx：{len(FACTS)} 条" in done.output
    sheet = load_workbook(tmp_path / "事实.xlsx").worksheets[0]
    titles = [cell.value for cell in sheet[1]]
    assert titles[:3] == ["单位", "年度", "阶段"] and "计量单位" in titles
    value, unit = titles.index("数值"), titles.index("计量单位")
    told = [(shown(row[value]), row[unit].value or "") for row in sheet.iter_rows(min_row=2)]
    printed = [(r["value"], r["unit"]) for r in listed()]
    assert told == printed


def shown(cell) -> str:
    """What Excel shows of a number: as many places as its format has."""
    if isinstance(cell.value, str):
        return cell.value
    places = len(cell.number_format.partition(".")[2])
    return format(Decimal(repr(cell.value)).quantize(Decimal(1).scaleb(-places)), "f")


def test_a_workbook_without_a_name_gets_one(store: Path, tmp_path: Path) -> None:
    done = typed("facts", "--format", "xlsx", "--limit", "3")
    assert done.exit_code == 0 and "明白账-事实.xlsx：3 条" in done.output
    assert (tmp_path / "明白账-事实.xlsx").exists()


def test_csv_for_excel_says_that_it_is_utf8(store: Path, tmp_path: Path) -> None:
    assert typed("facts", "--output", "事实.csv").exit_code == 0
    raw = (tmp_path / "事实.csv").read_bytes()
    assert raw.startswith(codecs.BOM_UTF8) and b"\r\r\n" not in raw
    with (tmp_path / "事实.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.DictReader(file)) == listed()
    assert not typed("facts", "--format", "csv").stdout_bytes.startswith(codecs.BOM_UTF8)


def test_json_to_a_file(store: Path, tmp_path: Path) -> None:
    assert typed("facts", "--output", "事实.json", "--limit", "2").exit_code == 0
    assert json.loads((tmp_path / "事实.json").read_text("utf-8")) == listed("--limit", "2")


def test_a_file_that_cannot_be_written_is_told(store: Path) -> None:
    done = typed("facts", "--output", "没有的文件夹/事实.xlsx")
    assert done.exit_code == 2 and "写不了" in done.output and isinstance(done.exception, SystemExit)
    done = typed("facts", "--output", "事实.txt")
    assert done.exit_code == 2 and "csv、json 或 xlsx" in done.output


def test_no_digit_is_lost_and_no_text_becomes_a_formula(tmp_path: Path) -> None:
    """A number of Excel holds fifteen digits; what is longer, and what begins like a formula, stays text."""
    values = (
        Decimal("123456789012.34"), Decimal("0.10"), Decimal("-7.00"), Decimal("12345678901234567.89"),
        Decimal("1234"), Decimal("1E+3"), "=1+1", "a\x01b",
    )  # fmt: skip
    listing = Listing((Column("v", "数"),), [(value,) for value in values])
    write_listing(listing, FactFormat.XLSX, tmp_path / "v.xlsx")
    cells = [row[0] for row in load_workbook(tmp_path / "v.xlsx").worksheets[0].iter_rows(min_row=2)]
    assert [(c.value, c.data_type) for c in cells] == [
        (123456789012.34, "n"), (0.1, "n"), (-7, "n"), ("12345678901234567.89", "s"),
        (1234, "n"), (1000, "n"), ("=1+1", "s"), ("ab", "s"),
    ]  # fmt: skip
    assert [c.number_format for c in cells[:3]] == ["0.00", "0.00", "0.00"] and number_format(
        values[4]
    ) == "0"
    with zipfile.ZipFile(tmp_path / "v.xlsx") as book:
        assert "<v>123456789012.34</v>" in book.read("xl/worksheets/sheet1.xml").decode()


def test_a_figure_on_a_narrow_screen_is_whole(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rows = listed("--subject", "2120199")
    told = typed("facts", "--subject", "2120199").output
    assert rows and all(r["value"] in told and r["code"] in told for r in rows) and "…" not in told


def test_what_was_replaced_is_listed_when_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settle(monkeypatch, tmp_path / "data")
    publish(tmp_path / "a.pdf")
    publish(tmp_path / "b.pdf", rows=with_figure("234.50", "235.60"))
    assert typed("ingest", str(tmp_path / "a.pdf"), str(tmp_path / "b.pdf")).exit_code == 0
    assert {r["file"] for r in listed()} == {"b.pdf"}
    assert "1 份已被取代" in typed("facts", "--limit", "1").stderr
    assert {r["file"] for r in listed("--superseded")} == {"a.pdf", "b.pdf"}
    assert {r["file"] for r in listed("--document", "a.pdf")} == {"a.pdf"}
    assert {r["file"] for r in listed("--entity", "教育局")} == {"b.pdf"}
