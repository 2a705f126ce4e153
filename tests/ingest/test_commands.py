"""``mingbai ingest``, ``documents`` and ``facts``: what a user types, sees, and can hand on as CSV or JSON."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from reportlab.platypus import SimpleDocTemplate, Table
from typer.testing import Result

from ingest import commands
from ingest.pipeline import FileReport
from tests.ingest.disclosures import CENTRE, path_of, read
from tests.ingest.publications import publish, with_figure
from tests.ingest.terminal import rows_of, settle, typed


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """A store that ``ingest`` made of one sample, and what the command printed."""
    folder = tmp_path_factory.mktemp("commands")
    with pytest.MonkeyPatch.context() as patch:
        settle(patch, folder / "data")
        return folder / "data", typed("ingest", str(path_of(CENTRE)))


@pytest.fixture
def run(data: tuple[Path, Result], monkeypatch: pytest.MonkeyPatch):
    settle(monkeypatch, data[0])
    return typed


def test_ingest_tells_a_line_and_a_summary(data: tuple[Path, Result]) -> None:
    done = data[1]
    reading = read(CENTRE).reading
    assert done.exit_code == 0, done.output
    counts = f"{len(reading.tables)} 张表，{len(reading.facts)} 条事实，{len(reading.chunks)} 个段落"
    assert re.search(rf"✓ {Path(CENTRE).name}：18 页，{counts}，0 个单元格未读懂，[\d.]+ 秒", done.output)
    assert done.output.rstrip().endswith("共 1 个文件：读入或已在库 1 个，失败 0 个。")


def test_ingest_again_says_unchanged(run) -> None:
    done = run("ingest", str(path_of(CENTRE)))
    assert done.exit_code == 0
    assert f"＝ {Path(CENTRE).name}：内容没有变化" in done.output


def test_ingest_of_a_folder_without_files(run, tmp_path: Path) -> None:
    done = run("ingest", str(tmp_path))
    assert done.exit_code == 2
    assert "没有找到 PDF 或文本文件" in done.output


def test_ingest_of_a_file_that_is_not_there(run, tmp_path: Path) -> None:
    done = run("ingest", str(tmp_path / "没有.pdf"))
    assert done.exit_code == 1
    assert "✗ 没有.pdf：找不到文件" in done.output


@pytest.mark.parametrize(
    "command", [["ingest", str(path_of(CENTRE))], ["documents"], ["facts"]], ids=lambda c: c[0]
)
def test_a_broken_store_is_a_sentence(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "mingbai.sqlite").mkdir()
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path))
    done = run(*command)
    assert done.exit_code == 2
    assert isinstance(done.exception, SystemExit)  # no traceback
    assert "事实库打不开" in done.output and "MINGBAI_DATA" in done.output


def test_documents_lists_what_is_there(run) -> None:
    done = run("documents")
    assert done.exit_code == 0
    row = next(line for line in done.output.splitlines() if "数字城管指挥中心" in line)
    assert "2023" in row and "决算" in row and "18" in row and str(len(read(CENTRE).facts)) in row


def test_facts_as_json_are_exact(run) -> None:
    """数字城管指挥中心 p.6: 2120199 其他城乡社区管理事务支出, 项目支出 132.80 万元."""
    rows = rows_of(run("facts", "--subject", "2120199", "--format", "json"))
    found = [r for r in rows if r["statement"] == "支出表" and r["breakdown"] == "项目支出"]
    assert [(r["value"], r["unit"], r["page"], r["stage"]) for r in found] == [
        ("132.80", "万元", "6", "决算")
    ]
    assert {r["code"] for r in rows} == {"2120199"}


def test_facts_as_csv_are_the_same_rows(run) -> None:
    done = run("facts", "--format", "csv")
    assert done.exit_code == 0
    told = list(
        csv.DictReader(io.StringIO(done.stdout))
    )  # a thread of another test may log on standard error
    rows = rows_of(run("facts", "--format", "json"))
    assert len(told) == len(rows)
    assert not [pair for pair in zip(told, rows, strict=True) if pair[0] != pair[1]][:3]


def test_facts_are_all_there_and_filters_narrow_them(run) -> None:
    everything = rows_of(run("facts", "--format", "json"))
    assert len(everything) == len(read(CENTRE).facts)
    assert len(rows_of(run("facts", "--entity", "数字城管", "--format", "json"))) == len(everything)
    assert rows_of(run("facts", "--entity", "卫生健康局", "--format", "json")) == []
    assert rows_of(run("facts", "--year", "2022", "--format", "json")) == [
        r for r in everything if r["year"] == "2022"
    ]
    travel = rows_of(run("facts", "--subject", "公务接待费", "--format", "json"))
    assert travel and all("公务接待费" in r["name"] for r in travel)


def test_a_declared_absence_is_told_as_none(run) -> None:
    rows = rows_of(run("facts", "--subject", "国有资本经营预算财政拨款支出", "--format", "json"))
    assert {r["value"] for r in rows} == {"无"}


def test_facts_as_a_table_end_with_their_number(run) -> None:
    done = run("facts", "--subject", "2120199")
    assert done.exit_code == 0
    assert re.search(r"共 \d+ 条。\s*$", done.output)
    assert "132.80" in done.output


def test_an_unknown_format_is_refused(run) -> None:
    done = run("facts", "--format", "pdf")
    assert done.exit_code == 2
    assert isinstance(done.exception, SystemExit)


def test_a_line_names_the_file_and_its_warnings() -> None:
    read_one = FileReport("某局.pdf", "read", 3, warnings=("没有找到年度",))
    assert "某局.pdf" in commands.line_of(read_one) and "没有找到年度" in commands.line_of(read_one)
    assert "某局.pdf" in commands.line_of(FileReport("某局.pdf", "unchanged"))
    assert "文件是空的" in commands.line_of(
        FileReport("某局.pdf", "failed", error="某局.pdf：文件是空的。请重新下载")
    )


def test_ingest_lists_what_was_not_understood(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A ruled table that nowhere says 元 or 万元."""
    path = tmp_path / "无单位.pdf"
    rows = [["name", "amount"], ["pension", "1,234.50"], ["other", "20.00"]]
    SimpleDocTemplate(str(path)).build([Table(rows, style=[("GRID", (0, 0), (-1, -1), 1, "black")])])
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path / "data"))
    done = run("ingest", "--verbose", str(path))
    assert done.exit_code == 0
    assert "2 个单元格未读懂" in done.output
    assert "无单位.pdf：2 个单元格未读懂\n  第1页 没有注明金额单位：「1,234.50」「20.00」\n" in done.output
    assert "○ 无单位.pdf：没有读到任何数字" in done.output and "✓" not in done.output
    assert rows_of(run("facts", "--format", "json")) == []
    assert "无单位.pdf：2 个单元格未读懂" in run("ingest", "-v", str(path)).output
    assert "未读懂" not in run("ingest", str(path)).output


def test_only_the_files_just_named_are_told_of(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [["name", "amount"], ["pension", "1,234.50"]]
    for name in ("a.pdf", "b.pdf"):
        table = Table([*rows, [name, "2.00"]], style=[("GRID", (0, 0), (-1, -1), 1, "black")])
        SimpleDocTemplate(str(tmp_path / name)).build([table])
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path / "data"))
    run("ingest", str(tmp_path / "a.pdf"))
    told = run("ingest", "-v", str(tmp_path / "b.pdf")).output
    assert "b.pdf：2 个单元格未读懂" in told and "a.pdf" not in told


def test_the_same_content_under_two_names_is_told(run, tmp_path: Path) -> None:
    copy = tmp_path / "换个名字.pdf"
    copy.write_bytes(path_of(CENTRE).read_bytes())
    done = run("ingest", str(copy))
    assert done.exit_code == 0
    assert f"＝ 换个名字.pdf：和已在库的《{Path(CENTRE).name}》内容完全相同" in done.output


def test_what_is_passed_over_in_a_folder_is_told(run, tmp_path: Path) -> None:
    for name in ("表.xlsx", "文.docx", "坏.pdf"):
        (tmp_path / name).write_bytes(b"PK")
    done = run("ingest", str(tmp_path))
    assert done.exit_code == 1
    assert "略过 2 个不能读的文件：" in done.output and "表.xlsx" in done.output and "文.docx" in done.output
    (tmp_path / "坏.pdf").unlink()
    nothing = run("ingest", str(tmp_path))
    assert nothing.exit_code == 2
    assert "没有找到 PDF 或文本文件" in nothing.output and "略过 2 个" in nothing.output


def test_a_replaced_file_is_told_with_the_reason(
    run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path / "data"))
    run("ingest", str(publish(tmp_path / "a.pdf")))
    done = run("ingest", str(publish(tmp_path / "b.pdf", rows=with_figure("234.50", "235.60"))))
    assert re.search(r"✓ b.pdf：.*\n(?:  .*\n)*  取代《a.pdf》：5处数字不同", done.output)
    assert "  已被《b.pdf》取代" in run("ingest", str(tmp_path / "a.pdf")).output


@pytest.mark.corpus
def test_a_blank_template_gets_no_tick(run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path / "data"))
    done = run("ingest", str(path_of("broken/blank_template_部门决算模板.pdf")))
    assert done.exit_code == 0
    assert "没有读到任何数字（可能是没填数的模板）" in done.output and "✓" not in done.output
