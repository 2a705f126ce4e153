"""``mingbai documents`` and ``remove``: what is loaded, what was replaced, and how a file goes."""

from __future__ import annotations

import csv
import io
from contextlib import closing
from pathlib import Path

import pytest

from ingest.passages import PassageStore
from ingest.settings import Settings
from tests.ingest.publications import BODY, ROWS, publish, with_figure
from tests.ingest.terminal import rows_of, settle, typed

SENTENCES = ("一、单位职责", "临江市教育局负责全市教育工作。")


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two files, the second in the place of the first."""
    settle(monkeypatch, tmp_path / "data")
    publish(tmp_path / "决算.pdf", sentences=SENTENCES)
    publish(
        tmp_path / "决算更正.pdf",
        f"{BODY}2023年度部门决算（更正）",
        with_figure("234.50", "235.60"),
        SENTENCES,
    )
    done = typed("ingest", str(tmp_path / "决算.pdf"), str(tmp_path / "决算更正.pdf"))
    assert done.exit_code == 0, done.output
    return tmp_path / "data"


def listed() -> dict[str, dict[str, str]]:
    return {row["file"]: row for row in rows_of(typed("documents", "--format", "json"))}


def test_all_forms_list_the_same(data: Path) -> None:
    held = listed()
    assert held["决算.pdf"]["status"] == "已被取代"
    assert held["决算.pdf"]["superseded_by"] == held["决算更正.pdf"]["id"]
    assert held["决算更正.pdf"]["status"] == "更正"
    assert {(r["entity"], r["level"], r["year"], r["kind"], r["pages"], r["facts"], r["misread"])
            for r in held.values()} == {(BODY, "部门", "2023", "决算", "3", "13", "0")}  # fmt: skip
    done = typed("documents", "--format", "csv")
    assert list(csv.DictReader(io.StringIO(done.stdout))) == list(held.values())
    table = typed("documents").output
    assert table.count("已被取代") == 1 and "决算更正.pdf" in table and "共 2 条" in table


def test_removing_the_newer_gives_the_older_its_place_back(data: Path) -> None:
    newer = listed()["决算更正.pdf"]["id"]
    done = typed("remove", "决算更正.pdf", answer="y\n")
    assert done.exit_code == 0 and "《决算.pdf》重新生效" in done.output
    held = listed()
    assert list(held) == ["决算.pdf"] and held["决算.pdf"]["status"] == ""
    assert [p.stem for p in (data / "files").iterdir()] == [held["决算.pdf"]["id"]]
    with closing(PassageStore(Settings())) as passages:
        assert passages.needs_embedding(newer) and not passages.needs_embedding(held["决算.pdf"]["id"])


def test_removing_asks_first(data: Path) -> None:
    done = typed("remove", "决算更正.pdf", answer="n\n")
    assert done.exit_code == 1 and len(listed()) == 2
    assert typed("remove", "决算更正.pdf", "--yes").exit_code == 0 and len(listed()) == 1


def test_removing_needs_one_meaning(data: Path) -> None:
    done = typed("remove", "算", "--yes")
    assert done.exit_code == 2 and all(
        f"{row['id']}  {file}" in done.output for file, row in listed().items()
    )
    done = typed("remove", "没有", "--yes")
    assert done.exit_code == 2 and "库里没有「没有」" in done.output
    assert len(listed()) == 2
    assert typed("remove", listed()["决算.pdf"]["id"], "-y").exit_code == 0
    assert list(listed()) == ["决算更正.pdf"]


def test_a_form_without_figures_is_listed_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settle(monkeypatch, tmp_path / "data")
    publish(tmp_path / "空.pdf", rows=[(code, name, "", "", "") for code, name, *_ in ROWS])
    done = typed("ingest", str(tmp_path / "空.pdf"))
    assert done.exit_code == 0 and "○ 空.pdf：没有读到任何数字（可能是没填数的模板）" in done.output
    assert listed()["空.pdf"]["status"] == "没有数字"


def test_an_empty_store_is_an_empty_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settle(monkeypatch, tmp_path / "data")
    assert listed() == {}
    assert "共 0 条" in typed("documents").output


def test_what_does_not_add_up_is_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """合计 says 1,235.50 where its 类 and its own parts say 1,234.50."""
    settle(monkeypatch, tmp_path / "data")
    wrong = [*ROWS[:-1], ("合计", "", "1,235.50", "1,000.00", "234.50")]
    publish(tmp_path / "对.pdf")
    publish(tmp_path / "错.pdf", f"{BODY}2023年度单位决算", wrong)
    assert typed("ingest", str(tmp_path / "对.pdf"), str(tmp_path / "错.pdf")).exit_code == 0
    held = listed()
    assert held["对.pdf"]["failed"] == "0" and int(held["错.pdf"]["failed"]) >= 1
