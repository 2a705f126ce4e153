"""A statement is known by the words of its title, whatever its numbering, year and body."""

from __future__ import annotations

import pytest

from ingest.model import Flow, Fund
from ingest.statements import STATEMENTS, UNKNOWN, clean_title, title_to_statement

#: Titles as they are printed in the samples and in the corpus, and what they are titles of.
TITLES = [
    ("2023年度收入支出决算总表", "收支总表", Fund.ALL, Flow.NONE),
    ("公开01表收入支出决算总表", "收支总表", Fund.ALL, Flow.NONE),
    ("2023年部门财务收支预算总表", "收支总表", Fund.ALL, Flow.NONE),
    ("2023年度收入决算表", "收入表", Fund.ALL, Flow.INCOME),
    ("2023年度部门收入决算总表", "收入表", Fund.ALL, Flow.INCOME),
    ("收入预算总表", "收入表", Fund.ALL, Flow.INCOME),
    ("2023年度支出决算表", "支出表", Fund.ALL, Flow.EXPENDITURE),
    ("2024年部门支出总表", "支出表", Fund.ALL, Flow.EXPENDITURE),
    ("2023年度财政拨款收入支出决算总表", "财政拨款收支总表", Fund.APPROPRIATION, Flow.NONE),
    ("2023年部门财政拨款收支预算总表", "财政拨款收支总表", Fund.APPROPRIATION, Flow.NONE),
    ("财政拨款支出预算表（功能科目）", "财政拨款支出表", Fund.APPROPRIATION, Flow.EXPENDITURE),
    ("财政拨款基本支出预算表（经济科目）", "财政拨款基本支出表", Fund.APPROPRIATION, Flow.EXPENDITURE),
    ("2023年度一般公共预算财政拨款支出决算表", "一般公共预算支出表", Fund.GENERAL, Flow.EXPENDITURE),
    ("2023年部门一般公共预算支出功能分类预算表", "一般公共预算支出表", Fund.GENERAL, Flow.EXPENDITURE),
    ("2024年一般公共预算支出表", "一般公共预算支出表", Fund.GENERAL, Flow.EXPENDITURE),
    ("2023年度一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出表", Fund.GENERAL, Flow.EXPENDITURE),
    (
        "2023年部门一般公共预算基本支出部门预算经济分类预算表",
        "一般公共预算基本支出表",
        Fund.GENERAL,
        Flow.EXPENDITURE,
    ),
    ("2023年度财政拨款“三公”经费支出决算表", "三公经费表", Fund.APPROPRIATION, Flow.EXPENDITURE),
    ("2023年部门“三公”经费和机关运行经费预算表", "三公经费表", Fund.APPROPRIATION, Flow.EXPENDITURE),
    ("2023年度政府性基金预算财政拨款收入支出决算表", "政府性基金表", Fund.GOVERNMENT_FUND, Flow.EXPENDITURE),
    ("财政拨款政府性基金支出预算表", "政府性基金表", Fund.GOVERNMENT_FUND, Flow.EXPENDITURE),
    ("2023年度国有资本经营预算财政拨款支出决算表", "国有资本经营表", Fund.STATE_CAPITAL, Flow.EXPENDITURE),
    ("一般公共预算机关运行经费支出预算表", "机关运行经费表", Fund.GENERAL, Flow.EXPENDITURE),
    ("2017年政府采购预算表", "政府采购表", Fund.ALL, Flow.EXPENDITURE),
    ("2024年一般公共预算项目支出表", "一般公共预算项目支出表", Fund.GENERAL, Flow.EXPENDITURE),
    ("2024年部门项目支出表", "项目支出表", Fund.ALL, Flow.EXPENDITURE),
    ("2023年度项目支出绩效自评表", "绩效自评表", Fund.ALL, Flow.NONE),
    ("2024年项目绩效目标表", "绩效目标表", Fund.ALL, Flow.NONE),
]


@pytest.mark.parametrize(("title", "name", "fund", "flow"), TITLES)
def test_title_names_its_statement(title: str, name: str, fund: Fund, flow: Flow) -> None:
    statement = title_to_statement(title)
    assert (statement.name, statement.fund, statement.flow) == (name, fund, flow)


@pytest.mark.parametrize(
    "title", ["", "第三部分 情况说明", "序号", "名词解释", "2023年度重点工作完成情况", "单位构成一览表"]
)
def test_other_titles_name_none(title: str) -> None:
    assert title_to_statement(title) is UNKNOWN


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("公开03表支出决算表", "支出决算表"),
        ("附表3：支出预算总表", "支出预算总表"),
        ("2023年度支出决算表", "2023年度支出决算表"),
        ("支出决算表", "支出决算表"),
    ],
)
def test_form_numbers_are_taken_off(printed: str, clean: str) -> None:
    assert clean_title(printed) == clean


def test_no_two_rows_say_the_same() -> None:
    """One name may stand in several rows, for several funds: 项目支出表."""
    said = [(s.name, s.fund) for s in STATEMENTS]
    assert len(said) == len(set(said))
