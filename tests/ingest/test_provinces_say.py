"""Sentences of whole disclosures of further provinces, made up here: whose figure it is, of which year and money."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Measure, Stage
from ingest.numbers import plain
from tests.ingest.sentences import told

AMOUNT, CHANGE, RATE = Measure.AMOUNT, Measure.CHANGE, Measure.CHANGE_RATE


def figures(text: str, stage: Stage = Stage.FINAL_ACCOUNTS) -> list[tuple[str, Measure, str]]:
    """Value, measure and subject of every figure, in order."""
    facts = told(text, stage=stage)
    return [("" if f.value is None else plain(f.value), f.measure, f.subject.name) for f in facts]


def test_a_balance_beside_a_source_is_not_of_its_fund() -> None:
    text = "2023年收入合计3917.34万元，其中：财政拨款收入3231.84万元；政府性基金收入500.00万元；上年结转185.50万元。"
    facts = {str(f.value): (f.subject.name, f.fund) for f in told(text, stage=Stage.BUDGET)}
    assert facts["500.00"] == ("政府性基金预算财政拨款收入", Fund.GOVERNMENT_FUND)
    assert facts["185.50"] == ("年初结转和结余", Fund.ALL)


def test_a_rate_behind_a_change_is_of_its_fund_and_stands_within_reasons() -> None:
    text = (
        "2023年一般公共预算收支预算3231.84万元，政府性基金收支预算500.00万元。与2022年预算相比，一般公共预算收支预算"
        "减少69.34万元，下降2.1%，主要原因：压减支出；政府性基金收支预算增加300.00万元，增长150.0%，主要原因：新增项目。"
    )
    rates = {(str(f.value), f.fund) for f in told(text, stage=Stage.BUDGET) if f.measure is RATE}
    assert rates == {("-2.1", Fund.GENERAL), ("150.0", Fund.GOVERNMENT_FUND)}


@pytest.mark.parametrize("day", ["2022年期末", "2022年末", "2022年12月31日"])
def test_what_there_is_at_the_end_of_a_year_is_no_budget(day: str) -> None:
    (cars,) = told(f"{day}，我单位共有车辆7辆。", stage=Stage.BUDGET)
    assert (cars.year, cars.stage, str(cars.value)) == (2022, Stage.EXECUTION, "7")


def test_an_account_is_known_by_the_code_in_brackets_behind_its_name() -> None:
    text = (
        "（1）行政运行（2070101）322.18万元，较上年增加7.16万元，原因是工资调标；"
        "（2）群众文化（2070109）234.40万元，较上年减少32.50万元，原因是专项资金减少；"
        "（3）工资福利支出（301）428.50万元，较上年增加9.30万元。"
    )
    found = [(f.subject.kind, f.subject.code, f.subject.name, f.measure, str(f.value)) for f in told(text)]
    assert found == [
        (kind, code, name, measure, value)
        for kind, code, name, amount, change in (
            ("功能分类", "2070101", "行政运行", "322.18", "7.16"),
            ("功能分类", "2070109", "群众文化", "234.40", "-32.50"),
            ("经济分类", "301", "工资福利支出", "428.50", "9.30"),
        )
        for measure, value in ((AMOUNT, amount), (CHANGE, change))
    ]


def test_an_account_with_its_code_before_a_colon_is_what_the_figures_behind_it_are_of() -> None:
    text = "3.水质监测（2110299）：支出决算为17.46万元，完成预算91.50%。"
    assert [(f.subject.code, f.subject.name, str(f.value)) for f in told(text)] == [
        ("2110299", "水质监测", "17.46"),
        ("2110299", "水质监测", "91.50"),
    ]


def test_a_comparison_behind_a_list_of_parts_is_of_their_total() -> None:
    text = (
        "本年收入2,942.62万元，其中：财政拨款收入2,929.82万元，占99.6%；其他收入12.80万元，占0.4%。"
        "与年初预算数相比情况：年初预算数2,600.00万元，决算数2,942.62万元。"
    )
    budget = [(f.subject.name, str(f.value)) for f in told(text) if f.stage is Stage.INITIAL_BUDGET]
    assert budget == [("本年收入合计", "2600.00")]


def test_income_and_spending_alone_at_the_head_of_a_sentence_are_totals() -> None:
    text = (
        "2019年度收入2,942.62万元，与上年相比，增加186.35万元。支出2,975.17万元，与上年相比，增加203.07万元。"
    )
    assert figures(text) == [
        ("2942.62", AMOUNT, "本年收入合计"),
        ("186.35", CHANGE, "本年收入合计"),
        ("2975.17", AMOUNT, "本年支出合计"),
        ("203.07", CHANGE, "本年支出合计"),
    ]


@pytest.mark.parametrize("verb", ["安排", "预算安排", "支出安排"])
def test_what_is_set_aside_is_no_part_of_the_name(verb: str) -> None:
    (fact,) = told(f"2022年机关运行经费{verb}68.20万元。", stage=Stage.BUDGET)
    assert (fact.subject.name, str(fact.value)) == ("机关运行经费", "68.20")


def test_a_numbered_name_says_what_the_sentences_behind_it_are_of() -> None:
    text = (
        "2025年“三公”经费财政拨款预算62.50万元，与2024年“三公”经费财政拨款预算70.10万元相比减少7.60万元。"
        "其中：1.因公出国（境）费用。2025年预算数0.00万元。2.公务接待费。2025年预算数1.20万元，与2024年预算数1.50万元"
        "相比减少0.30万元。"
    )
    found = [(f.subject.name, f.year, f.measure, str(f.value)) for f in told(text, stage=Stage.BUDGET)]
    assert found == [
        ("“三公”经费", 2025, AMOUNT, "62.50"),
        ("“三公”经费", 2024, AMOUNT, "70.10"),
        ("“三公”经费", 2025, CHANGE, "-7.60"),
        ("因公出国（境）费", 2025, AMOUNT, "0.00"),
        ("公务接待费", 2025, AMOUNT, "1.20"),
        ("公务接待费", 2024, AMOUNT, "1.50"),
        ("公务接待费", 2025, CHANGE, "-0.30"),
    ]


def test_a_name_before_a_colon_is_told_of() -> None:
    text = (
        "2018年一般公共预算拨款支出预算1176.95万元，具体安排情况如下："
        "（一）基本支出：2018年年初预算数为630.60万元，是指为保障正常运转而发生的支出。"
        "（二）项目支出：2018年年初预算数为546.35万元。"
    )
    assert figures(text, stage=Stage.BUDGET) == [
        ("1176.95", AMOUNT, "本年支出合计"),
        ("630.60", AMOUNT, "基本支出"),
        ("546.35", AMOUNT, "项目支出"),
    ]


def test_the_figure_of_the_year_compared_with_is_of_that_year() -> None:
    text = "2025年收入预算16,665.96万元，比2024年13,210.46万元增加3,455.50万元，增长26.16%。"
    found = [(f.subject.name, f.year, f.measure, str(f.value)) for f in told(text, stage=Stage.BUDGET)]
    assert found == [
        ("本年收入合计", 2025, AMOUNT, "16665.96"),
        ("本年收入合计", 2024, AMOUNT, "13210.46"),
        ("本年收入合计", 2025, CHANGE, "3455.50"),
        ("本年收入合计", 2025, RATE, "26.16"),
    ]


def test_income_that_changes_behind_its_sources_is_all_income() -> None:
    text = (
        "2018年年初预算数1,236.95万元，其中，一般公共预算拨款1,176.95万元，其他收入60.00万元。收入较去年增加85.36万元。"
        "支出较去年增加85.36万元。"
    )
    changed = [f.subject.name for f in told(text, stage=Stage.BUDGET) if f.measure is CHANGE]
    assert changed == ["本年收入合计", "本年支出合计"]


def test_income_of_this_year_from_one_fund_is_not_all_income() -> None:
    (fact,) = told("本年财政拨款收入16,405.96万元。", stage=Stage.BUDGET)
    assert (fact.subject.name, fact.fund) == ("财政拨款收入", Fund.APPROPRIATION)


def test_spending_of_a_fund_is_no_income_where_the_stage_swallows_the_word() -> None:
    (spent, done) = told("2023年度一般公共预算财政拨款支出决算数为3,100.20万元，完成预算98.5%。")
    assert (spent.subject.name, spent.fund, done.subject.name) == (
        "本年支出合计",
        Fund.GENERAL,
        "本年支出合计",
    )


def test_a_balance_used_is_of_no_appropriation_nor_what_stands_behind_it() -> None:
    text = "2023年度收入总计5,010.20万元，其中：本年收入4,900.10万元，用事业基金弥补收支差额0万元，上年结转110.10万元。"
    assert {f.fund for f in told(text)} == {Fund.ALL}


def test_spending_behind_income_that_no_account_knows_is_all_spending() -> None:
    text = "2023年部门预算收入1,850.00万元；其中：非税收入50.00万元。支出预算1,850.00万元，较上年增加150.00万元。"
    found = figures(text, stage=Stage.BUDGET)
    assert found[2:] == [("1850.00", AMOUNT, "本年支出合计"), ("150.00", CHANGE, "本年支出合计")]


def test_this_years_appropriation_of_the_general_budget() -> None:
    text = "本局2023年一般公共预算当年拨款2,700.30万元，比2022年预算数增加100.10万元。"
    assert {f.subject.name for f in told(text, stage=Stage.BUDGET)} == {"一般公共预算财政拨款收入"}


def test_posts_and_who_fills_them() -> None:
    text = "部门行政编制42人，实际38人；事业编制236人，实际221人。"
    found = [(f.subject.name, str(f.value)) for f in told(text, stage=Stage.BUDGET)]
    assert found == [
        ("部门行政编制", "42"), ("部门行政编制实有人数", "38"), ("事业编制", "236"), ("事业编制实有人数", "221"),
    ]  # fmt: skip


def test_a_change_from_the_budget_in_a_clause_before_is_none_from_last_year() -> None:
    text = "公务接待费5.00万元。与年初预算相比，减少3.00万元。与上年相比，减少4.00万元。"
    assert [str(f.value) for f in told(text) if f.measure is CHANGE] == ["-4.00"]
