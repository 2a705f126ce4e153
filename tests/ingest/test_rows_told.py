"""What rows and columns of words say of figures: years in rows, keys of sorts, bodies' keys, units below a heading."""

# ruff: noqa: E501 - sentences are read whole
from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from ingest.model import Fact, Measure, Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Entry, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults
from tests.ingest.typist import ALL, GENERAL, Typist

H = Heading
BODY = "溪源县林业局"
MONEY = "单位：万元"


def printed(path: Path, *sheets: Sheet, prose: Sequence[str] = (), kind: str = "预算") -> Press:
    press = Press(path)
    press.cover([BODY, f"2024年部门{kind}"])
    press.prose(prose)
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return press


def facts_of(path: Path) -> tuple[Fact, ...]:
    return read_file(path, Settings(data=path.parent)).facts


@pytest.mark.parametrize("form", ["{}年", "{}年度", "{}"])
def test_a_column_of_years_says_of_which_year_a_row_is(form: str, tmp_path: Path) -> None:
    t = Typist(stage=Stage.BUDGET, fund=GENERAL)
    names = ("“三公”经费", "公务接待费", "会议费", "培训费")
    rows = [
        [form.format(year), *t.row(texts, [(name, {"year": year}) for name in names])]
        for year, texts in ((2023, "20.00 12.00 5.00 2.50"), (2024, "17.00 9.00 4.00 2.60"))
    ]
    head = [[H("年份"), H("三公经费"), H("其中：公务接待费"), H("会议费"), H("培训费")]]
    path = tmp_path / "预算.pdf"
    press = printed(path, Sheet("一般公共预算“三公”经费及会议费培训费明细表", head, rows, right=MONEY))
    assert not faults(path, press.placed)


def test_the_last_row_of_both_halves_counts_balances_too(tmp_path: Path) -> None:
    """「合计」 below 「本年收入合计」 and 「年初结转和结余」 is the grand total, not this year's once more."""
    t = Typist(year=2024, stage=Stage.FINAL_ACCOUNTS, fund=ALL)
    rows: list[list[Entry]] = [
        ["一、其他收入", t("80.00", "其他收入"), "一、农林水支出", t("75.00", "农林水支出", code="213")],
        ["本年收入合计", t("80.00", "本年收入合计"), "本年支出合计", t("75.00", "本年支出合计")],
        ["年初结转和结余", t("6.00", "年初结转和结余"), "年末结转和结余", t("11.00", "年末结转和结余")],
        ["合计", t("86.00", "收入总计"), "合计", t("86.00", "支出总计")],
    ]
    head = [[H("收入", 2), H("支出", 2)], [H("项目"), H("决算数"), H("项目"), H("决算数")]]
    path = tmp_path / "决算.pdf"
    press = printed(path, Sheet("收入支出决算总表", head, rows, right=MONEY), kind="决算")
    assert not faults(path, press.placed)


def test_the_key_of_a_sort_is_no_amount(tmp_path: Path) -> None:
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    rows: list[list[Entry]] = [
        ["22", "森林防火", BODY, t("60.00", "森林防火")],
        ["31", "苗圃建设", BODY, t("45.50", "苗圃建设")],
    ]
    head = [[H("类型"), H("项目名称"), H("项目单位"), H("合计")]]
    path = tmp_path / "预算.pdf"
    press = printed(path, Sheet("项目支出表", head, rows, right=MONEY))
    assert not faults(path, press.placed)


def test_three_digits_beside_a_bodys_name_are_its_key(tmp_path: Path) -> None:
    """「218 溪源县林业局」 in the columns of codes and names is all that the body spends, no account."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    rows = [
        ["218", BODY, *t.of("", "本年支出合计", "90.00 60.00 30.00")],
        ["213", "农林水支出", *t.of("213", "农林水支出", "90.00 60.00 30.00")],
    ]
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    path = tmp_path / "预算.pdf"
    press = printed(path, Sheet("支出总表", head, rows, right=MONEY))
    assert not faults(path, press.placed)


def test_a_code_in_brackets_before_a_name_in_quotes(tmp_path: Path) -> None:
    t = Typist(year=2024, stage=Stage.BUDGET, fund=GENERAL)
    name = "“两庭”建设"
    rows = [[f"[2040506]{name}", *t.of("2040506", name, "30.00 _ 30.00")],
            ["[2040504]案件审判", *t.of("2040504", "案件审判", "55.00 _ 55.00")]]  # fmt: skip
    head = [[H("功能科目名称"), H("小计"), H("基本支出"), H("项目支出")]]
    path = tmp_path / "预算.pdf"
    press = printed(path, Sheet("一般公共预算支出情况表", head, rows, right=MONEY))
    assert not faults(path, press.placed)


def test_units_and_projects_in_one_column(tmp_path: Path) -> None:
    """单位名称（项目）: a unit's row is that unit's money, those below it are projects."""
    t = Typist(year=2024, stage=Stage.BUDGET, fund=GENERAL)
    farm, station = "溪源县国有林场", "溪源县林业技术推广站"
    rows: list[list[Entry]] = [
        ["", "合计", t("105.50", "项目支出")],
        ["301", farm, t("60.00", "项目支出", entity=farm)], ["301", "森林防火", t("60.00", "森林防火")],
        ["302", station, t("45.50", "项目支出", entity=station)], ["302", "苗圃建设", t("45.50", "苗圃建设")],
    ]  # fmt: skip
    head = [[H("单位代码"), H("单位名称（项目）"), H("金额")]]
    path = tmp_path / "预算.pdf"
    press = printed(path, Sheet("一般公共预算项目支出预算表", head, rows, right=MONEY))
    assert not faults(path, press.placed)


def test_words_in_brackets_behind_a_title_are_no_part_of_it(tmp_path: Path) -> None:
    t = Typist(year=2024, stage=Stage.BUDGET, fund=ALL)
    rows: list[list[Entry]] = [["合计", t("18.00", "基本支出")], ["行政人员工资", t("18.00", "行政人员工资")]]
    path = tmp_path / "预算.pdf"
    title = "部门基本支出预算表（人员类、运转类公用经费项目）"
    press = printed(path, Sheet(title, [[H("项目名称"), H("总计")]], rows, right=MONEY))
    assert not faults(path, press.placed)


SAYING = {
    "行政单位（含参照公务员法管理的事业单位）机关运行经费支出合计31.20万元，比上年增加1.50万元。": {
        "31.20",
        "1.50",
    },
    "2024年，县林业局机关及所属各行政单位的机关运行经费财政拨款预算为31.20万元。": {"31.20"},
}


@pytest.mark.parametrize("said", SAYING)
def test_whose_running_costs_they_are_is_no_part_of_their_name(said: str, tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    printed(path, prose=("第二部分　情况说明", said))
    facts = [f for f in facts_of(path) if f.subject.name == "机关运行经费"]
    assert {str(f.value) for f in facts} == SAYING[said]


def test_what_follows_explained_words_under_the_next_number_is_no_explanation(tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    printed(
        path,
        prose=(
            "八、其他公开信息",
            "（一）专业名词解释。",
            "1.基本支出：指为保障机构正常运转安排的支出，标准为人均2万元。",
            "（二）机关运行经费安排情况。机关运行经费安排31.20万元。",
        ),
    )
    facts = facts_of(path)
    assert [(f.subject.name, str(f.value)) for f in facts] == [("机关运行经费", "31.20")]


def test_a_total_number_is_of_the_things_counted_before_it(tmp_path: Path) -> None:
    path = tmp_path / "预算.pdf"
    printed(path, prose=("第二部分　情况说明", "新增高新技术企业29家，总数达到176家。"))
    found = {f.subject.name: str(f.value) for f in facts_of(path) if f.measure is Measure.COUNT}
    assert found == {"新增高新技术企业": "29", "高新技术企业总数": "176"}


@pytest.mark.parametrize(
    ("said", "name", "change"),
    [
        ("2024年度机关运行经费支出18.90万元，支出决算比上年增加6.05万元。", "机关运行经费", "6.05"),
        ("会议费支出0.80万元，决算数比上年减少0.30万元。", "会议费", "-0.30"),
        ("支出合计18.90万元，其中：基本支出6.00万元，项目支出12.90万元，支出决算比上年增加5.00万元。", "本年支出合计", "5.00"),
    ],
)  # fmt: skip
def test_what_the_outcome_of_an_item_changed_is_no_change_of_all_that_is_spent(
    said: str, name: str, change: str, tmp_path: Path
) -> None:
    path = tmp_path / "决算.pdf"
    printed(path, prose=("三、决算情况说明", said), kind="决算")
    changes = [f for f in facts_of(path) if f.measure is Measure.CHANGE]
    assert [(f.subject.name, str(f.value)) for f in changes] == [(name, change)]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("本单位总收入900.00万元（含年初结转和结余15.00万元）。", "收入总计"),
        ("本单位总收入900.00万元（其中包括上年结转15.00万元）。", "收入总计"),
        ("本单位总收入900.00万元，其中事业收入15.00万元。", "本年收入合计"),
    ],
)
def test_income_that_holds_a_balance_is_the_grand_total(said: str, name: str, tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    printed(path, prose=("一、收入支出决算总体情况说明", said), kind="决算")
    assert [f.subject.name for f in facts_of(path) if str(f.value) == "900.00"] == [name]
