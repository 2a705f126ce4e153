"""Two files of one body and year: together one disclosure, or the later in the place of the earlier, never both."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.disclosures import printed_level, revision_word
from ingest.facts import FactStore
from ingest.filters import FactFilter
from ingest.model import Document
from ingest.pipeline import FileReport, ingest_paths
from ingest.settings import Settings
from service.library import Library
from tests.ingest.disclosures import JIANGSU_FILES, PUTUO_FINANCE, path_of
from tests.ingest.publications import BODY, ROWS, publish, with_figure

NARRATIVE = (
    "二、支出决算情况说明",
    "临江市教育局2023年度本年支出合计1,234.50万元，其中：基本支出1,000.00万元，项目支出234.50万元。",
)
#: One figure differs: 2050102 一般行政管理事务 and what it adds up to.
REVISED = with_figure("234.50", "235.60")


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", database_url="", chroma_url="")


class Shelf:
    """A store, and what it holds by file name."""

    def __init__(self, config: Settings) -> None:
        self.config = config

    def ingest(self, *paths: Path) -> list[FileReport]:
        return ingest_paths(paths, self.config)

    def documents(self) -> dict[str, Document]:
        store = FactStore(self.config)
        held = {d.file: d for d in store.documents()}
        store.close()
        return held

    def current(self) -> set[str]:
        return {file for file, d in self.documents().items() if d.current}

    def delete(self, file: str) -> None:
        store = FactStore(self.config)
        store.delete(self.documents()[file].id)
        store.close()

    def project_expenditure(self) -> list[Decimal | None]:
        """What the facts that count say of 2050102, project expenditure."""
        store = FactStore(self.config)
        facts = [f for f in store.find(FactFilter(subject="2050102")) if f.breakdown == "项目支出"]
        store.close()
        return [f.value for f in facts]


@pytest.fixture
def shelf(config: Settings) -> Shelf:
    return Shelf(config)


def test_a_later_file_with_other_figures_takes_the_place_of_the_earlier(shelf: Shelf, tmp_path: Path) -> None:
    first = publish(tmp_path / "a.pdf")
    second = publish(tmp_path / "b.pdf", rows=REVISED)
    shelf.ingest(first)
    (report,) = shelf.ingest(second)
    held = shelf.documents()
    assert held["a.pdf"].superseded_by == held["b.pdf"].id and shelf.current() == {"b.pdf"}
    assert shelf.project_expenditure() == [Decimal("235.60")]
    (remark,) = report.remarks
    # 2050102 in two columns, 205 and 20501 in their project column, 合计 of projects: five cells of the statement.
    assert "取代《a.pdf》" in remark and "5处数字不同" in remark and "读入在后" in remark


def test_the_older_one_again_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    first = publish(tmp_path / "a.pdf")
    shelf.ingest(first, publish(tmp_path / "b.pdf", rows=REVISED))
    (report,) = shelf.ingest(first)
    assert report.status == "unchanged" and "已被《b.pdf》取代" in report.remarks[0]
    assert shelf.current() == {"b.pdf"}


def test_a_deleted_successor_gives_its_place_back(shelf: Shelf, tmp_path: Path) -> None:
    third = with_figure("1,000.00", "1,000.01")
    shelf.ingest(
        publish(tmp_path / "a.pdf"),
        publish(tmp_path / "b.pdf", rows=REVISED),
        publish(tmp_path / "c.pdf", rows=third),
    )
    assert shelf.current() == {"c.pdf"}
    shelf.delete("b.pdf")
    assert shelf.current() == {"c.pdf"}, "the one in the middle goes: the first stays replaced"
    shelf.delete("c.pdf")
    assert shelf.current() == {"a.pdf"} and shelf.project_expenditure() == [Decimal("234.50")]


@pytest.mark.parametrize("order", [("old.pdf", "更正.pdf"), ("更正.pdf", "old.pdf")], ids=["after", "before"])
def test_a_printed_word_decides_whatever_the_order(
    shelf: Shelf, tmp_path: Path, order: Sequence[str]
) -> None:
    publish(tmp_path / "old.pdf")
    publish(tmp_path / "更正.pdf", f"{BODY}2023年度部门决算（更正）", REVISED)
    reports = shelf.ingest(*(tmp_path / name for name in order))
    assert shelf.current() == {"更正.pdf"}
    assert "更正" in reports[1].remarks[0]
    shelf.delete("更正.pdf")
    assert shelf.current() == {"old.pdf"}


def test_an_original_that_comes_late_stands_before_its_successor(shelf: Shelf, tmp_path: Path) -> None:
    """Two originals, then the correction of both goes: only one of them may count."""
    shelf.ingest(publish(tmp_path / "a.pdf"))
    shelf.ingest(publish(tmp_path / "更正.pdf", f"{BODY}2023年度部门决算（更正）", REVISED))
    shelf.ingest(publish(tmp_path / "b.pdf", rows=with_figure("234.50", "233.30")))
    assert shelf.current() == {"更正.pdf"}
    shelf.delete("更正.pdf")
    assert shelf.current() == {"b.pdf"}


def test_a_narrative_and_its_tables_are_one_disclosure(shelf: Shelf, tmp_path: Path) -> None:
    tables = publish(tmp_path / "表.pdf")
    words = publish(tmp_path / "说明.pdf", rows=(), sentences=NARRATIVE)
    _, report = shelf.ingest(tables, words)
    held = shelf.documents()
    assert held["表.pdf"].disclosure == held["说明.pdf"].disclosure != ""
    assert shelf.current() == {"表.pdf", "说明.pdf"}
    assert report.remarks == ("与《表.pdf》合为一份公开",)


def test_a_revised_narrative_leaves_the_tables_alone(shelf: Shelf, tmp_path: Path) -> None:
    shelf.ingest(
        publish(tmp_path / "表.pdf"),
        publish(tmp_path / "说明.pdf", rows=(), sentences=NARRATIVE),
        publish(tmp_path / "新.pdf", rows=(), sentences=[s.replace("234.50", "235.60") for s in NARRATIVE]),
    )
    assert shelf.current() == {"表.pdf", "新.pdf"}


def test_tables_alone_do_not_replace_a_file_that_also_explains(shelf: Shelf, tmp_path: Path) -> None:
    whole = publish(tmp_path / "全.pdf", sentences=NARRATIVE)
    _, report = shelf.ingest(whole, publish(tmp_path / "表.pdf", rows=REVISED))
    assert shelf.current() == {"全.pdf", "表.pdf"}
    assert "没有互相取代" in report.remarks[0]


def test_the_same_figures_twice_replace_nothing(shelf: Shelf, tmp_path: Path) -> None:
    _, report = shelf.ingest(
        publish(tmp_path / "a.pdf"), publish(tmp_path / "b.pdf", sentences=("以上为支出决算表。",))
    )
    assert shelf.current() == {"a.pdf", "b.pdf"}
    assert "印的数字相同" in report.remarks[0]


def test_the_same_figures_with_a_word_for_it_do(shelf: Shelf, tmp_path: Path) -> None:
    shelf.ingest(
        publish(tmp_path / "a.pdf"), publish(tmp_path / "b.pdf", f"{BODY}2023年度部门决算（重新公开）")
    )
    assert shelf.current() == {"b.pdf"}


def test_a_note_on_corrections_replaces_nothing(shelf: Shelf, tmp_path: Path) -> None:
    """It says that it corrects, but prints one figure of all."""
    note = ("临江市教育局2023年度项目支出235.60万元，原公开有误，特此更正。",)
    title = f"关于{BODY}2023年度部门决算的更正说明"
    _, report = shelf.ingest(
        publish(tmp_path / "a.pdf", sentences=NARRATIVE),
        publish(tmp_path / "b.pdf", title, rows=(), sentences=note),
    )
    held = shelf.documents()
    assert held["a.pdf"].disclosure == held["b.pdf"].disclosure
    assert shelf.current() == {"a.pdf", "b.pdf"}
    assert "标有“更正”" in report.remarks[0] and "请核对" in report.remarks[0]


def test_a_form_without_figures_is_part_of_nothing(shelf: Shelf, tmp_path: Path) -> None:
    blank = [(code, name, "", "", "") for code, name, *_ in ROWS]
    _, report = shelf.ingest(publish(tmp_path / "a.pdf"), publish(tmp_path / "b.pdf", rows=blank))
    assert report.facts == 0 and report.remarks == ()
    assert shelf.current() == {"a.pdf", "b.pdf"}


def test_the_office_and_the_whole_department_are_two_disclosures(shelf: Shelf, tmp_path: Path) -> None:
    shelf.ingest(
        publish(tmp_path / "汇总.pdf"),
        publish(tmp_path / "本级.pdf", f"{BODY}（本级）2023年度部门决算", REVISED),
    )
    held = shelf.documents()
    assert {d.level for d in held.values()} == {"部门", "单位"}
    assert len({d.disclosure for d in held.values()}) == 2
    assert shelf.current() == {"汇总.pdf", "本级.pdf"}


def test_where_nearly_nothing_agrees_nothing_is_replaced(shelf: Shelf, tmp_path: Path) -> None:
    """As when a department and its office print the same title: thirty accounts, and all of them differ."""
    rows = [(str(2050201 + n), f"第{n}项教育支出", f"{n + 1}.00", f"{n + 1}.00", "") for n in range(30)]
    others = [(code, name, f"{total}7", f"{total}7", "") for code, name, total, _, _ in rows]
    _, report = shelf.ingest(publish(tmp_path / "a.pdf", rows=rows), publish(tmp_path / "b.pdf", rows=others))
    assert shelf.current() == {"a.pdf", "b.pdf"}
    assert "大多不同" in report.remarks[0]


def test_answers_do_not_read_what_was_replaced(shelf: Shelf, config: Settings, tmp_path: Path) -> None:
    shelf.ingest(publish(tmp_path / "a.pdf"), publish(tmp_path / "b.pdf", rows=REVISED))
    store = FactStore(config)
    assert [d.file for d in Library(store).documents()] == ["b.pdf"]
    assert {d.file for d in store.documents()} == {"a.pdf", "b.pdf"}
    store.close()


def test_an_unknown_body_or_year_has_no_disclosure(shelf: Shelf, tmp_path: Path) -> None:
    shelf.ingest(publish(tmp_path / "a.pdf", "部门决算"), publish(tmp_path / "b.pdf", "部门决算", REVISED))
    assert {d.disclosure for d in shelf.documents().values()} == {""}
    assert shelf.current() == {"a.pdf", "b.pdf"}


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("某市教育局2023年度部门决算（更正）", "更正"),
        ("（更正后）某市教育局2023年度部门决算", "更正"),
        ("某局2023年决算更正版", "更正"),
        ("某局2023年度部门决算公开_修订", "修订"),
        ("某局关于重新公开2023年度部门决算的说明", "重新公开"),
        ("某局2024年部门预算【调整后公开】", "调整后"),
        ("某局2023年度部门决算（更新）", "更新"),
        ("某市城市更新局2024年部门预算", ""),
        ("某区住房和建设局（城市更新局）2023年决算", ""),
        ("某局2024年部门预算调整说明", ""),
        ("某局2023年度部门决算", ""),
    ],
)
def test_words_of_a_revision(title: str, word: str) -> None:
    assert revision_word([title]) == word


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("某市教育局2023年度部门决算", "部门"),
        ("某市教育局2023年度单位决算", "单位"),
        ("某市教育局（本级）2023年度部门决算", "单位"),
        ("某市教育局本级2023年度决算", "单位"),
        ("某市教育局（机关本级）2023年度决算", "单位"),
        ("某市本级2025年预算", "部门"),
    ],
)
def test_levels(title: str, level: str) -> None:
    assert printed_level([title]) == level


@pytest.mark.corpus
def test_a_tampered_copy_takes_the_place_of_the_real_one(shelf: Shelf) -> None:
    """The planted file's narrative begins with 「收入支出总计0万元」 (page 18), the real one's does not."""
    real, planted = path_of(PUTUO_FINANCE), path_of("broken/planted_errors_普陀区财政局2024年度部门决算.pdf")
    shelf.ingest(real, planted)
    assert shelf.current() == {planted.name}


@pytest.mark.corpus
def test_the_files_of_a_province_replace_none_of_each_other(shelf: Shelf) -> None:
    """Narratives and tables of three bodies in three years: pairs, not revisions."""
    files = [path_of(name) for name in JIANGSU_FILES]
    folder = files[0].parent
    shelf.ingest(*sorted(p for p in folder.glob("江苏省*.pdf")))
    held = shelf.documents()
    assert shelf.current() == set(held) and len(held) > len(JIANGSU_FILES)
    assert len({d.disclosure for d in held.values()}) == len(JIANGSU_FILES)


def test_the_rows_of_the_test_add_up() -> None:
    total, *_ = (Decimal(row[2].replace(",", "")) for row in ROWS)
    assert sum(Decimal(row[2].replace(",", "")) for row in ROWS if len(row[0]) == 7) == total
