"""Checks in the store: as they were found, by document, by figure, and against another document of the body."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from ingest.checks.commands import checks as command
from ingest.checks.told import checks_of, touching
from ingest.facts import FactStore
from ingest.model import Verdict
from ingest.pipeline import ingest_paths
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.checks.paper import FILE, draw

LAST_YEAR = "云山市河东区水务局2022年度部门决算.pdf"
WRONG = {"本年收入合计1250.00": "本年收入合计1520.00"}
#: Last year's document: the same with the years one earlier, and a total that this year's increase does not lead to.
EARLIER = {
    "水务局2023年度部门决算": "水务局2022年度部门决算",
    "第三部分 云山市河东区水务局2023": "第三部分 云山市河东区水务局2022",
    "2023年度本年收入合计": "2022年度本年收入合计",
    "2023年度本年支出合计1200.00": "2022年度本年支出合计1111.00",
    "支出决算表|合计|1,200.00": "支出决算表|合计|1,111.00",
    "与2022年度相比": "与2021年度相比",
    "机关运行经费支出80.00": "机关运行经费支出100.00",
    "下降20.00%，主要": "下降16.67%，主要",
    "截至2023年12月31日": "截至2022年12月31日",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FactStore]:
    settings = Settings(data=tmp_path / "data")
    ingest_paths([draw(tmp_path, WRONG), draw(tmp_path, EARLIER, LAST_YEAR)], settings)
    with closing(FactStore(settings)) as opened:
        yield opened


def id_of(store: FactStore, file: str) -> str:
    return next(d.id for d in store.documents() if d.file == file)


def test_checks_come_out_of_the_store_as_they_went_in(store: FactStore, tmp_path: Path) -> None:
    fresh = read_file(tmp_path / FILE, Settings(data=Path("unused"))).checks
    kept = store.checks(id_of(store, FILE))
    assert [(c.rule, c.left, c.right, c.difference, c.message) for c in kept] == [
        (c.rule, c.left, c.right, c.difference, c.message) for c in fresh
    ]
    assert any(c.verdict is Verdict.FAILS for c in kept)
    assert any(c.verdict is Verdict.HOLDS for c in kept)


def test_a_figure_knows_the_checks_that_it_takes_part_in(store: FactStore) -> None:
    document = id_of(store, FILE)
    found = checks_of(store, document, others=False)
    facts = store.facts(document)
    wrong = next(f for f in facts if str(f.value) == "1520.00")
    sound = next(f for f in facts if str(f.value) == "640.00" and f.source.page == 5)
    assert "agreement.narrative" in {c.rule for c in touching(found, wrong.source.page, wrong.source.box)}
    assert touching(found, sound.source.page, sound.source.box) == []


def test_last_years_figure_is_held_against_last_years_document(store: FactStore) -> None:
    """2023 prints 1200.00, 200.00 more than the year before; the document of 2022 prints 1,111.00, not 1000.00."""
    found = [c for c in checks_of(store, id_of(store, FILE)) if c.rule == "across.change"]
    assert [(str(c.left.value), str(c.right.value)) for c in found] == [("1000.00", "1111.00")]
    assert any(o.document_id == id_of(store, LAST_YEAR) for o in found[0].right.operands)


def test_an_unknown_document_has_no_checks(store: FactStore) -> None:
    assert checks_of(store, "nowhere") == []


def test_a_deleted_document_takes_its_checks_along(store: FactStore) -> None:
    document = id_of(store, FILE)
    store.delete(document)
    assert store.checks(document) == []


@pytest.fixture
def run(store: FactStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    program = typer.Typer()
    program.command()(command)
    monkeypatch.setenv("MINGBAI_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "160")
    return lambda *arguments: CliRunner().invoke(program, list(arguments))


def test_the_command_lists_what_does_not_hold(run) -> None:
    done = run(FILE)
    assert done.exit_code == 0
    assert "1520.00 万元" in done.output and "1250.00 万元" in done.output
    assert "对不上：错误" in done.output


def test_the_command_exports_csv_and_json(run) -> None:
    rows = json.loads(run(FILE, "--format", "json").stdout)
    row = next(r for r in rows if r["rule"] == "agreement.narrative")
    assert (row["left_value"], row["right_value"], row["difference"]) == ("1520.00", "1250.00", "270.00")
    assert (row["severity"], row["verdict"], row["pages"]) == ("错误", "不符", "2、5")
    lines = run(FILE, "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("file,severity,verdict,rule,title")
    assert len(lines) == len(rows) + 1


def test_the_command_says_when_there_is_no_such_document(run) -> None:
    done = run("没有这份")
    assert done.exit_code == 2
    assert "库里没有「没有这份」" in done.output
