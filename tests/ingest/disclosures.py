"""The disclosures that these tests read, each of them once a run, and a way to point at one printed figure."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import ingest.reading
from ingest.model import Fact, Page, Reading, Section, Table
from ingest.numbers import plain
from ingest.readers.pdf import read_pdf
from ingest.readers.plain import read_text
from ingest.sections import pages_to_sections
from ingest.settings import Settings

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "eval" / "samples"
CORPUS = Path(os.environ.get("MINGBAI_CORPUS", ROOT.parent / "shared" / "corpus"))

HEALTH = "samples/云川市松屿区卫生健康局2023年度部门决算.pdf"
URBAN_2022 = "samples/云川市青岚区城市管理局2022年度部门决算.pdf"
URBAN_2023 = "samples/云川市青岚区城市管理局2023年度部门决算.pdf"
URBAN_2024 = "samples/云川市青岚区城市管理局2024年部门预算.pdf"
CENTRE = "samples/云川市青岚区数字城管指挥中心2023年度单位决算.pdf"
SAMPLE_FILES = (HEALTH, URBAN_2022, URBAN_2023, URBAN_2024, CENTRE)

JIANGHAN = "final_accounts/武汉市江汉区城市管理执法局指挥调度中心2023年度部门决算.pdf"
JIANGHAN_TEXT = "final_accounts/武汉市江汉区城市管理执法局指挥调度中心2023年度部门决算.txt"
PUTUO_FINANCE = "final_accounts/上海市普陀区财政局2024年度部门决算.pdf"
PUTUO_PLANNING = "final_accounts/上海市普陀区规划和自然资源局 2024 年度部门决算.pdf"
PUTUO_BUDGET = "budgets/上海市普陀区财政局2025年部门预算.pdf"
WANLI_2023 = "budgets/上海市普陀区人民政府万里街道办事处23年预算.pdf"
WANLI_2024 = "budgets/上海市普陀区人民政府万里街道办事处24年预算.pdf"
CONGRESS_2017 = "budgets/江苏省人大办公厅__江苏省人大办公厅2017年度预算公开.pdf"
CONGRESS_2018 = "budgets/江苏省人大办公厅__省人大办公厅2018预算公开.pdf"
CONGRESS_2019 = "budgets/江苏省人大办公厅__江苏省人大常委会办公厅2019年部门预算公开表.pdf"
PARTY_2017 = "budgets/江苏省委办公厅__江苏省委办公厅2017年预算公开表格.pdf"
PARTY_2018 = "budgets/江苏省委办公厅__江苏省委办公厅2018年度部门预算公开表.pdf"
PARTY_2019 = "budgets/江苏省委办公厅__江苏省委办公厅2019年度部门预算公开表格.pdf"
COUNCIL_2017 = "budgets/江苏省政协办公厅__2017年度部门预算公开表.pdf"
COUNCIL_2018 = "budgets/江苏省政协办公厅__江苏省政协办公厅2018度部门预算公开表.pdf"
COUNCIL_2019 = "budgets/江苏省政协办公厅__江苏省政协办公厅2019年预算公开表.pdf"
JIANGSU_FILES = (
    CONGRESS_2017, CONGRESS_2018, CONGRESS_2019, PARTY_2017, PARTY_2018, PARTY_2019,
    COUNCIL_2017, COUNCIL_2018, COUNCIL_2019,
)  # fmt: skip
CORPUS_FILES = (
    JIANGHAN, PUTUO_FINANCE, PUTUO_PLANNING, PUTUO_BUDGET, WANLI_2023, WANLI_2024, *JIANGSU_FILES,
)  # fmt: skip


@dataclass(frozen=True)
class Disclosure:
    """A file at each station of its way."""

    path: Path
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    reading: Reading

    @property
    def tables(self) -> tuple[Table, ...]:
        return self.reading.tables

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.reading.facts

    def table(self, page: int, words: str = "") -> Table:
        """The only table on a page whose title has these words."""
        found = [t for t in self.tables if page in t.pages and words in t.title]
        assert len(found) == 1, [(t.title, t.pages) for t in self.tables]
        return found[0]

    def section(self, heading: str) -> Section:
        """The only section whose own heading has these words."""
        found = [s for s in self.sections if s.path and heading in s.path[-1]]
        assert len(found) == 1, [s.path for s in self.sections]
        return found[0]


def path_of(name: str) -> Path:
    """Path of a sample or of a file of the corpus; skips the test where the corpus is not there."""
    if name.startswith("samples/"):
        return SAMPLES / name.removeprefix("samples/")
    path = CORPUS / name
    if not path.exists():
        pytest.skip(f"the real disclosures are not here: {path.name} (MINGBAI_CORPUS names their folder)")
    return path


@cache
def read(name: str) -> Disclosure:
    """One file read by the program; the reader, which takes most of the time, runs once."""
    path = path_of(name)
    settings = Settings(data=Path("unused"))
    pages = read_text(path) if path.suffix == ".txt" else read_pdf(path, settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ingest.reading, "read_pdf", lambda *_: pages)
        reading = ingest.reading.read_file(path, settings)
    return Disclosure(path, pages, pages_to_sections(pages), reading)


def matching(disclosure: Disclosure, **wanted: object) -> list[Fact]:
    """Facts with these fields; ``name``, ``code`` and ``level`` are those of the subject, ``page`` of the source."""
    return [f for f in disclosure.facts if all(_field(f, key) == value for key, value in wanted.items())]


def figure(disclosure: Disclosure, **wanted: object) -> str:
    """The one value that the facts with these fields print, as text."""
    found = matching(disclosure, **wanted)
    values = {"无" if f.value is None else plain(f.value) for f in found}
    assert len(values) == 1, f"{wanted}: {sorted(values) or 'no fact'}"
    return values.pop()


def _field(fact: Fact, key: str) -> object:
    if key in ("name", "code", "level", "kind"):
        return getattr(fact.subject, key)
    if key in ("page", "row", "column", "table"):
        return getattr(fact.source, key)
    return getattr(fact, key)
