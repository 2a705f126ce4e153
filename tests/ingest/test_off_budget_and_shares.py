"""Columns that say how far an outcome is off its budget, of which year money is, and in what things are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.form_heads import all_years
from ingest.headings import measure_of, off_budget, says_all, stage_of
from ingest.model import Cell, Fact, Measure, Stage
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Entry, Heading, Press, Sheet

H = Heading
BODY = "柳陂县文体局"


def printed(folder: Path, sheet: Sheet, kind: str = "决算", year: int = 2023) -> dict[str, Fact]:
    """The facts of one table by what is printed; each figure stands there once."""
    path = folder / f"{BODY}{year}年度部门{kind}.pdf"
    press = Press(path)
    press.cover([BODY, f"{year}年度部门{kind}"])
    press.sheet(sheet)
    press.close()
    facts = read_file(path, Settings(data=folder)).facts
    told = {str(f.value): f for f in facts}
    assert len(told) == len(facts)
    return told


@pytest.mark.parametrize(
    ("texts", "measure"),
    [
        (["决算比预算", "增减额"], Measure.VARIANCE),
        (["决算数比2023年预算数增减"], Measure.VARIANCE),
        (["比年初预算增减额"], Measure.VARIANCE),
        (["较调整预算", "增减"], Measure.VARIANCE),
        (["决算比上年决算", "增减额"], Measure.CHANGE),
        (["2023年预算数比2022年预算数", "增减额"], Measure.CHANGE),
        (["比上年预算增减"], Measure.CHANGE),
        (["增减额"], Measure.CHANGE),
    ],
)
def test_a_change_against_the_budget_of_the_year(texts: list[str], measure: Measure) -> None:
    assert off_budget(Measure.CHANGE, texts, 2023) is measure
    assert off_budget(Measure.AMOUNT, texts, 2023) is Measure.AMOUNT


@pytest.mark.parametrize(
    ("heading", "whole"),
    [
        ("决算比预算", True),
        ("决算数比上年决算数", True),
        ("比年初预算", True),
        ("与上年结转", False),
        ("财政拨款结转结余", False),
        ("对比工程", False),
    ],
)
def test_a_comparison_over_columns_names_no_part(heading: str, whole: bool) -> None:
    assert says_all(heading) is whole


@pytest.mark.parametrize(
    ("text", "heading", "read"),
    [
        ("8.12", "节约率", (Measure.RATE, "%")),
        ("3.25", "利率", (Measure.RATE, "%")),
        ("8.12", "增减率", (Measure.CHANGE_RATE, "%")),
        ("8.12", "执行率", (Measure.COMPLETION, "%")),
        ("8.12", "节约资金", (Measure.AMOUNT, "万元")),
        ("8.12", "效率提升经费", (Measure.AMOUNT, "万元")),
    ],
)
def test_a_rate_is_no_money(text: str, heading: str, read: tuple[Measure, str]) -> None:
    assert measure_of(text, [heading], "货物", "万元") == read


def test_differences_from_the_budget_and_from_last_year_are_kept_apart(tmp_path: Path) -> None:
    head = [
        [H("项目", rows=2), H("2022年决算数", rows=2), H("2023年年初预算数", rows=2), H("2023年决算数", rows=2),
         H("决算比预算", 2), H("决算比上年决算", 2)],
        [H("增减额"), H("增减率"), H("增减额"), H("增减率")],
    ]  # fmt: skip
    body: list[list[Entry]] = [
        ["合计", "20.00", "25.00", "22.00", "-3.00", "-12.00%", "2.01", "10.00%"],
        ["公务接待费", "8.00", "9.00", "6.00", "-3.01", "-33.33%", "-2.00", "-25.00%"],
    ]
    facts = printed(
        tmp_path, Sheet("财政拨款“三公”经费支出决算表", head, body, (5, *[3] * 7), right="单位：万元")
    )
    told = {text: (f.breakdown, f.measure, f.year, f.stage) for text, f in facts.items()}
    final = (2023, Stage.FINAL_ACCOUNTS)
    assert told["-3.01"] == ("合计", Measure.VARIANCE, *final)
    assert told["-33.33"] == ("合计", Measure.VARIANCE_RATE, *final)
    assert told["-2.00"] == ("合计", Measure.CHANGE, *final)
    assert told["-25.00"] == ("合计", Measure.CHANGE_RATE, *final)
    assert told["9.00"] == ("合计", Measure.AMOUNT, 2023, Stage.INITIAL_BUDGET)
    assert told["8.00"] == ("合计", Measure.AMOUNT, 2022, Stage.FINAL_ACCOUNTS)


def test_the_money_of_this_year_is_a_part_beside_what_was_brought_forward(tmp_path: Path) -> None:
    head = [
        [H("科目编码", rows=2), H("科目名称", rows=2), H("本年收入合计", rows=2), H("财政拨款收入", 3),
         H("其他收入", rows=2)],
        [H("小计"), H("本年"), H("上年结转")],
    ]  # fmt: skip
    body: list[list[Entry]] = [
        ["", "合计", "90.00", "80.00", "60.00", "20.00", "10.00"],
        ["207", "文化旅游体育与传媒支出", "70.01", "65.01", "50.01", "15.01", "5.01"],
    ]
    facts = printed(tmp_path, Sheet("收入决算表", head, body, (3, 6, 3, 3, 3, 3, 3), right="单位：万元"))
    parts = {text: facts[text].breakdown for text in ("70.01", "65.01", "50.01", "15.01")}
    assert parts == {
        "70.01": "合计", "65.01": "财政拨款收入", "50.01": "本年", "15.01": "年初结转和结余",
    }  # fmt: skip
    assert (facts["60.00"].subject.name, facts["60.00"].breakdown) == ("财政拨款收入", "本年")


def test_this_year_beside_last_year_is_no_part(tmp_path: Path) -> None:
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("本年财政拨款"), H("其他资金")]]
    body: list[list[Entry]] = [
        ["", "合计", "90.00", "80.00", "10.00"],
        ["207", "文化旅游体育与传媒支出", "70.00", "65.00", "5.00"],
    ]
    facts = printed(tmp_path, Sheet("部门支出总表", head, body, (3, 6, 3, 3, 3), right="单位：万元"), "预算")
    assert facts["65.00"].subject.code == "207"
    assert not facts["65.00"].breakdown.startswith("其中")


def test_budgets_below_the_grant_of_this_year(tmp_path: Path) -> None:
    head = [
        [H("支出", 6)],
        [H("项目", rows=2), H("合计", rows=2), H("本年财政拨款", 2), H("上年结转财政拨款", 2)],
        [H("一般公共预算"), H("政府性基金预算"), H("一般公共预算"), H("政府性基金预算")],
    ]
    body: list[list[Entry]] = [
        ["一、农林水支出", "100.00", "60.00", "21.00", "15.00", "4.00"],
        ["支出总计", "101.00", "61.00", "22.00", "16.00", "5.00"],
    ]
    facts = printed(
        tmp_path, Sheet("财政拨款收支总表", head, body, (5, *[3] * 5), right="单位：万元"), "预算"
    )
    assert facts["100.00"].breakdown == "合计"
    assert {facts[t].breakdown for t in ("60.00", "21.00", "61.00")} == {"本年财政拨款"}
    assert {facts[t].breakdown for t in ("15.00", "4.00")} == {"上年结转财政拨款"}


def test_things_are_named_by_their_sort_and_not_by_what_they_are_counted_in(tmp_path: Path) -> None:
    head = [[H("资产类别"), H("计量单位"), H("数量"), H("账面原值"), H("累计折旧"), H("账面净值")]]
    body: list[list[Entry]] = [
        ["一、房屋", "平方米", "327", "1,291.82", "513.64", "778.18"],
        ["二、车辆", "辆", "12", "172.93", "90.11", "82.82"],
        ["合计", "", "", "1,464.75", "603.75", "861.00"],
    ]
    facts = printed(
        tmp_path, Sheet("国有资产占有使用情况表", head, body, (5, 3, 3, 4, 4, 4), right="单位：万元")
    )
    assert [facts[t].subject.name for t in ("327", "1291.82", "513.64", "778.18")] == ["房屋"] * 4
    assert [facts[t].subject.name for t in ("12", "172.93", "90.11", "82.82")] == ["车辆"] * 4
    assert (facts["327"].unit, facts["12"].unit, facts["513.64"].unit) == ("平方米", "辆", "万元")
    assert facts["603.75"].subject.name == "累计折旧"


def test_what_purchases_were_planned_to_cost(tmp_path: Path) -> None:
    head = [[H("采购品目"), H("采购预算"), H("实际采购金额"), H("节约率")]]
    body: list[list[Entry]] = [["货物", "50.00", "46.00", "8.00"], ["合计", "52.00", "47.00", "9.62"]]
    facts = printed(tmp_path, Sheet("政府采购支出决算表", head, body, (5, 4, 4, 3), right="单位：万元"))
    assert (facts["50.00"].breakdown, facts["50.00"].stage) == ("合计", Stage.BUDGET)
    assert (facts["46.00"].breakdown, facts["46.00"].subject.name) == ("合计", "政府采购货物支出")
    assert (facts["8.00"].measure, facts["8.00"].unit, facts["8.00"].yuan) == (Measure.RATE, "%", None)


def test_a_list_of_projects_with_the_money_of_several_years(tmp_path: Path) -> None:
    head = [
        [
            H("序号"),
            H("项目名称"),
            H("项目类别"),
            H("三年总预算"),
            H("2023年预算"),
            H("2024年预算"),
            H("2025年预算"),
        ]
    ]
    body: list[list[Entry]] = [
        ["1", "湖泊清淤", "特定目标类", "60.00", "10.00", "20.00", "30.00"],
        ["2", "泵站运维", "特定目标类", "66.00", "11.00", "22.00", "33.00"],
    ]
    title = "项目支出绩效目标汇总及预算表"
    facts = printed(tmp_path, Sheet(title, head, body, (2, 5, 4, 3, 3, 3, 3), right="单位：万元"), "预算")
    years = {
        t: (facts[t].subject.name, facts[t].year, facts[t].breakdown) for t in ("10.00", "22.00", "30.00")
    }
    assert years == {
        "10.00": ("湖泊清淤", 2023, "合计"), "22.00": ("泵站运维", 2024, "合计"), "30.00": ("湖泊清淤", 2025, "合计"),
    }  # fmt: skip
    assert facts["60.00"].breakdown == "三年总预算"


def test_a_total_of_several_years_stands_beside_those_of_one() -> None:
    def heads(*texts: str) -> list[Cell]:
        return [Cell(text, 1, (0, 0, 1, 1), 0, i, 1, i + 1) for i, text in enumerate(texts)]

    assert all_years("项目总预算（万元）", heads("项目总预算（万元）", "2024年预算")) == "项目总预算"
    assert not all_years("总预算", heads("总预算", "执行数"))
    assert not all_years("2024年预算", heads("项目总预算", "2024年预算"))


@pytest.mark.parametrize(
    ("text", "label", "heading", "read"),
    [
        ("3", "因公出国（境）团组数", "决算数", (Measure.COUNT, "个")),
        ("1,235", "国内公务接待人次", "决算数", (Measure.COUNT, "人次")),
        ("12", "国内公务接待批次", "统计数", (Measure.COUNT, "批次")),
        ("4", "公务用车保有量", "决算数", (Measure.COUNT, "辆")),
        ("12", "国内公务接待批次（批）", "统计数", (Measure.COUNT, "批")),
        ("12", "公务接待费", "决算数", (Measure.AMOUNT, "万元")),
        ("12.00", "公务用车保有量", "决算数", (Measure.AMOUNT, "万元")),
        ("12", "公务用车购置", "决算数", (Measure.AMOUNT, "万元")),
        ("12", "因公出国（境）", "决算数", (Measure.AMOUNT, "万元")),
    ],
)
def test_what_is_counted_without_a_unit(
    text: str, label: str, heading: str, read: tuple[Measure, str]
) -> None:
    assert measure_of(text, [heading], label, "万元") == read


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("比上年±额", Measure.CHANGE),
        ("利率（%）", Measure.RATE),
        ("占比（%）", Measure.SHARE),
        ("占比率（%）", Measure.SHARE),
        ("增长率（%）", Measure.CHANGE_RATE),
        ("执行进度（%）", Measure.COMPLETION),
    ],
)
def test_changes_rates_and_shares(heading: str, measure: Measure) -> None:
    assert measure_of("5.25", [heading], "债务", "万元")[0] is measure


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("2023年完成数", Stage.EXECUTION),
        ("2024年计划数", Stage.BUDGET),
        ("预算完成率", Stage.FINAL_ACCOUNTS),
        ("年初预算数", Stage.INITIAL_BUDGET),
        ("规划面积", Stage.FINAL_ACCOUNTS),
    ],
)
def test_the_stage_of_plans_and_of_what_was_done(heading: str, stage: Stage) -> None:
    assert stage_of("", [heading], Stage.FINAL_ACCOUNTS) is stage


def test_parts_of_a_code_in_the_one_column_of_codes(tmp_path: Path) -> None:
    head = [
        [H("项目", 2), H("本年收入合计", rows=3), H("财政拨款收入", rows=3)],
        [H("支出功能分类科目编码"), H("科目名称", rows=2)],
        [H("类款项")],
    ]
    body: list[list[Entry]] = [
        ["204", "公共安全支出", "29.99", "18.50"],
        ["2040601", "行政运行", "20.52", "11.08"],
        ["", "合计", "30.00", "19.00"],
    ]
    facts = printed(tmp_path, Sheet("收入决算表", head, body, (4, 6, 3, 3), right="单位：万元"))
    assert {t: f.subject.code for t, f in facts.items()} == {
        "29.99": "204", "18.50": "204", "20.52": "2040601", "11.08": "2040601", "30.00": "", "19.00": "",
    }  # fmt: skip


def test_codes_ahead_of_the_accounts_over_columns(tmp_path: Path) -> None:
    head = [[H("科目编码"), H("科目名称"), H("合计"), H("501机关工资福利支出"), H("[502]机关商品和服务支出")]]
    body: list[list[Entry]] = [
        ["213", "农林水支出", "90.00", "60.00", "30.00"],
        ["", "合计", "91.00", "61.00", "31.00"],
    ]
    title = "一般公共预算支出表（按政府预算经济分类）"
    facts = printed(tmp_path, Sheet(title, head, body, (3, 5, 3, 5, 5), right="单位：万元"), "预算")
    assert (facts["60.00"].subject.code, facts["60.00"].breakdown) == ("213", "机关工资福利支出")
    assert facts["30.00"].breakdown == "机关商品和服务支出"
    assert (facts["61.00"].subject.code, facts["61.00"].subject.name) == ("501", "机关工资福利支出")


def test_amounts_ahead_of_a_heading_are_no_codes(tmp_path: Path) -> None:
    head = [[H("项目名称"), H("合计"), H("500万元以上项目"), H("300人以上单位")]]
    body: list[list[Entry]] = [
        ["河堤加固", "90.00", "60.00", "30.00"],
        ["泵站改造", "50.00", "20.00", "31.00"],
    ]
    facts = printed(tmp_path, Sheet("重点工程情况表", head, body, (6, 3, 5, 5), right="单位：万元"), "预算")
    assert facts["60.00"].breakdown == "500万元以上项目"
    assert facts["30.00"].breakdown == "300人以上单位"


def test_halves_of_what_was_brought_forward_are_no_halves_of_all(tmp_path: Path) -> None:
    head = [
        [
            H("科目编码", rows=2),
            H("科目名称", rows=2),
            H("合计", rows=2),
            H("当年财政拨款安排", 3),
            H("上年结转安排", 3),
        ],
        [H("小计"), H("基本支出"), H("项目支出"), H("小计"), H("基本支出"), H("项目支出")],
    ]  # fmt: skip
    body: list[list[Entry]] = [
        ["213", "农林水支出", "100.00", "90.00", "60.00", "30.00", "10.00", "7.00", "3.00"],
        ["", "合计", "101.00", "91.00", "61.00", "31.00", "11.00", "8.00", "4.00"],
    ]
    widths = (3, 5, *[3] * 7)
    facts = printed(tmp_path, Sheet("部门支出预算总表", head, body, widths, right="单位：万元"), "预算")
    assert [facts[t].breakdown for t in ("100.00", "90.00", "60.00", "10.00", "7.00")] == [
        "合计", "当年财政拨款安排", "当年财政拨款安排（基本支出）", "上年结转安排", "上年结转安排（基本支出）",
    ]  # fmt: skip
    assert (facts["8.00"].subject.name, facts["8.00"].breakdown) == ("基本支出", "上年结转安排")


def test_halves_below_this_year_alone_are_halves_of_all(tmp_path: Path) -> None:
    head = [
        [H("科目编码", rows=2), H("科目名称", rows=2), H("2023年预算数", rows=2), H("本年财政拨款安排", 3)],
        [H("小计"), H("基本支出"), H("项目支出")],
    ]
    body: list[list[Entry]] = [
        ["213", "农林水支出", "100.00", "90.00", "60.00", "30.00"],
        ["", "合计", "101.00", "91.00", "61.00", "31.00"],
    ]
    title = "一般公共预算支出表"
    facts = printed(tmp_path, Sheet(title, head, body, (3, 5, 3, 3, 3, 3), right="单位：万元"), "预算", 2024)
    assert [facts[t].breakdown for t in ("90.00", "60.00", "30.00")] == ["合计", "基本支出", "项目支出"]


def test_a_project_behind_the_name_of_its_account_names_no_account(tmp_path: Path) -> None:
    head = [[H("科目编码"), H("科目名称"), H("项目名称"), H("结转资金总额")]]
    body: list[list[Entry]] = [
        ["2140106", "公路养护", "大中修工程", "50.00"],
        ["2140104", "公路建设", "收费站改造", "30.00"],
        ["", "合计", "", "80.00"],
    ]
    facts = printed(
        tmp_path, Sheet("财政拨款结转资金支出表", head, body, (3, 4, 5, 4), right="单位：万元"), "预算"
    )
    told = {t: (f.subject.code, f.subject.name) for t, f in facts.items()}
    assert told["50.00"] == ("2140106", "公路养护")
    assert told["30.00"] == ("2140104", "公路建设")


def test_a_column_of_accounts_headed_as_items_names_them(tmp_path: Path) -> None:
    head = [[H("科目编码"), H("项目"), H("合计"), H("基本支出")]]
    body: list[list[Entry]] = [
        ["213", "农林水支出", "50.00", "30.00"],
        ["2130101", "行政运行", "40.00", "20.00"],
    ]
    facts = printed(tmp_path, Sheet("部门支出总表", head, body, (3, 4, 5, 4), right="单位：万元"), "预算")
    assert (facts["40.00"].subject.code, facts["40.00"].subject.name) == ("2130101", "行政运行")
