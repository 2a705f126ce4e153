"""「本单位无…」 is a fact too: none, said on a page. A blank table without a word is not."""

from __future__ import annotations

import pytest

from ingest.absences import absences
from ingest.cells import About
from ingest.model import Fact, Fund, Line, Origin, Section, Stage, Table
from ingest.sections import lines_to_paragraph
from tests.ingest.disclosures import CENTRE, HEALTH, JIANGHAN, PUTUO_FINANCE, PUTUO_PLANNING, URBAN_2023, read

ABOUT = About("某局", 2023, Stage.FINAL_ACCOUNTS)
FUND, CAPITAL = Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL


def declared(name: str) -> set[tuple[int, str]]:
    facts = [f for f in read(name).facts if f.origin is Origin.DECLARATION]
    assert all(f.value is None and f.yuan is None and f.source.quote for f in facts)
    return {(f.source.page, f.subject.name) for f in facts}


def said(text: str) -> list[Fact]:
    line = Line(text, 7, (80, 100, 500, 112), (80.0,) * len(text), (90.0,) * len(text), 12.0)
    return absences([Section(("八、说明",), 7, (lines_to_paragraph([line]),))], [], ABOUT)


def test_declarations_of_the_samples() -> None:
    """青岚区城市管理局2023 p.15 and p.21; 松屿区卫生健康局 p.9 and p.22; 数字城管指挥中心 p.10 (twice) and p.13."""
    assert {(15, "国有资本经营预算财政拨款支出"), (21, "国有资本经营预算财政拨款支出")} <= declared(
        URBAN_2023
    )
    assert {(9, "国有资本经营预算财政拨款支出"), (22, "国有资本经营预算财政拨款支出")} <= declared(HEALTH)
    both = {"政府性基金预算财政拨款支出", "国有资本经营预算财政拨款支出"}
    assert {(page, name) for page in (10, 13) for name in both} <= declared(CENTRE)


def test_what_is_printed_is_not_declared_absent() -> None:
    """青岚区城市管理局 has a 政府性基金 and 三公经费; it says only of 国有资本经营 that there is none."""
    assert {name for _, name in declared(URBAN_2023)} == {"国有资本经营预算财政拨款支出"}


@pytest.mark.corpus
def test_declarations_of_real_files() -> None:
    """江汉区 p.6–8 below blank tables, p.14–15 in the text; 普陀区规划和自然资源局 p.18–19."""
    assert {
        (6, "政府性基金预算财政拨款支出"),
        (7, "国有资本经营预算财政拨款支出"),
        (8, "“三公”经费"),
        (14, "政府性基金预算财政拨款支出"),
        (15, "“三公”经费"),
        (15, "机关运行经费"),
        (15, "政府采购支出"),
    } <= declared(JIANGHAN)
    assert {(18, "政府性基金预算财政拨款支出"), (19, "国有资本经营预算财政拨款支出")} <= declared(
        PUTUO_PLANNING
    )


@pytest.mark.corpus
def test_nothing_spent_beside_a_budget() -> None:
    """普陀区财政局 p.18 and p.23: 0.95 budgeted, and 「无“三公”经费财政拨款支出」: the budget stays a figure."""
    assert (23, "“三公”经费") in declared(PUTUO_FINANCE)
    budget = [
        f for f in read(PUTUO_FINANCE).facts if f.subject.name == "公务接待费" and f.origin is Origin.CELL
    ]
    assert [str(f.value) for f in budget] == ["0.95"]


@pytest.mark.parametrize(
    ("text", "name", "fund"),
    [
        ("本单位2023年度没有政府性基金预算财政拨款收入和支出。", "政府性基金预算财政拨款支出", FUND),
        ("2023年度，本部门无国有资本经营预算财政拨款支出。", "国有资本经营预算财政拨款支出", CAPITAL),
        ("2023年度无“三公”经费财政拨款支出。", "“三公”经费", Fund.APPROPRIATION),
        ("我局为事业单位，无机关运行经费支出。", "机关运行经费", Fund.APPROPRIATION),
        ("某中心无政府采购支出。", "政府采购支出", Fund.ALL),
        ("本年度未发生会议费。", "会议费", Fund.ALL),
    ],
)
def test_a_sentence_that_declares(text: str, name: str, fund: Fund) -> None:
    (fact,) = said(text)
    assert (fact.subject.name, fact.fund, fact.value, fact.source.quote) == (name, fund, None, text)
    assert (fact.entity, fact.year, fact.source.page) == ("某局", 2023, 7)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("无单价50万元(含)以上设备(不含车辆)。", "单价50万元(含)以上设备"),
        ("我单位没有单位价值200万元以上大型设备。", "单位价值200万元以上大型设备"),
    ],
)
def test_equipment_above_the_price_that_is_printed(text: str, name: str) -> None:
    (fact,) = said(text)
    assert (fact.subject.kind, fact.subject.name, fact.value) == ("业务量", name, None)


@pytest.mark.parametrize(
    "text",
    [
        "本单位政府性基金预算财政拨款支出10.00万元。",
        "本年度有无政府采购支出以公告为准。",
        "未安排车辆更新。",
        "本部门没有下属单位。",
    ],
)
def test_a_sentence_that_declares_nothing_known(text: str) -> None:
    assert said(text) == []


def table(title: str, note: str) -> Table:
    line = Line(note, 9, (80, 300, 400, 312), (80.0,) * len(note), (90.0,) * len(note), 10.0)
    return Table(3, title, (), (line,) if note else (), (), 4, 5, (9,))


def test_a_note_below_a_blank_table_says_of_what_by_the_title() -> None:
    (fact,) = absences([], [table("2023年度政府性基金预算财政拨款收入支出决算表", "注：本表为空表。")], ABOUT)
    assert (fact.subject.name, fact.fund, fact.source.page) == ("政府性基金预算财政拨款支出", FUND, 9)


def test_a_blank_table_without_a_note_says_nothing() -> None:
    assert absences([], [table("2023年度政府性基金预算财政拨款收入支出决算表", "")], ABOUT) == []
    note = "注：本表反映部门本年度政府性基金预算财政拨款收入支出情况。"
    assert absences([], [table("2023年度政府性基金预算财政拨款收入支出决算表", note)], ABOUT) == []


def test_said_twice_on_a_page_is_said_once() -> None:
    text = "本单位没有政府性基金预算财政拨款支出。"
    line = Line(text, 7, (80, 100, 500, 112), (80.0,) * len(text), (90.0,) * len(text), 12.0)
    paragraph = lines_to_paragraph([line])
    assert len(absences([Section(("七、",), 7, (paragraph, paragraph))], [], ABOUT)) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("我局没有使用政府性基金安排的支出，也没有国有资本经营预算财政拨款支出。",
         ["政府性基金预算财政拨款支出", "国有资本经营预算财政拨款支出"]),
        ("本部门当年无机关运行经费支出，无政府采购支出。", ["机关运行经费", "政府采购支出"]),
        ("（无政府性基金支出）", ["政府性基金预算财政拨款支出"]),
        ("本单位无因政府采购引起的投诉。", []),
        ("无政府性基金预算收支的，仍保留本表。", []),
    ],
)  # fmt: skip
def test_each_thing_that_a_sentence_says_is_not_there(text: str, names: list[str]) -> None:
    assert [f.subject.name for f in said(text)] == names


def test_nothing_of_this_kind_is_of_what_the_section_is_about() -> None:
    text = "主要原因是本部门无此项支出。"
    line = Line(text, 7, (80, 100, 500, 112), (80.0,) * len(text), (90.0,) * len(text), 12.0)
    section = Section(("十、政府性基金预算支出情况说明",), 7, (lines_to_paragraph([line]),))
    assert [f.subject.name for f in absences([section], [], ABOUT)] == ["政府性基金预算财政拨款支出"]
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("其中：因公出国（境）费未安排；公务用车购置费没有安排；公务用车运行维护费6万元。",
         ["因公出国（境）费", "公务用车购置费"]),
        ("公务接待费没有预算也没有支出。", ["公务接待费"]),
        ("2022年公务接待费未发生，与2023年相同。", []),  # another year's
        ("公务接待费未安排外宾接待3万元。", []),
        ("公务用车购置费3万元，主要是公务接待费未安排。", []),
    ],
)  # fmt: skip
def test_the_account_may_stand_first(text: str, names: list[str]) -> None:
    assert [f.subject.name for f in said(text)] == names
