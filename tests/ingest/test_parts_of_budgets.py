"""Headings, titles and rows that look like parts of one budget and are not, beside those that are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.economic_lists import code_in, list_of
from ingest.header import is_counter
from ingest.headings import fund_of
from ingest.model import Fact, Fund, Subject, Verdict
from ingest.reading import read_file
from ingest.settings import Settings
from ingest.statements import title_to_statement
from ingest.subjects import column_account, of_sort, sort_of
from tests.ingest.press import Entry, Heading, Press, Sheet
from tests.ingest.typed_parts import brought_forward_beside_budgets, granted_of_a_budget, staff_and_running
from tests.ingest.typist import Print, pressed

H = Heading


@pytest.mark.parametrize(
    ("texts", "fund"),
    [
        (["一般公共预算", "其中：财政拨款"], Fund.GENERAL),
        (["政府性基金预算", "财政拨款"], Fund.GOVERNMENT_FUND),
        (["财政拨款", "一般公共预算"], Fund.GENERAL),
        (["本年收入", "财政拨款"], Fund.APPROPRIATION),
        (["其中：公共预算财政拨款"], Fund.GENERAL),
        (["一般预算拨款"], Fund.GENERAL),
        (["基金预算"], Fund.GOVERNMENT_FUND),
        (["政府基金"], Fund.GOVERNMENT_FUND),
        (["1.经费拨款（补助）"], Fund.GENERAL),
        (["政府性基金", "经费拨款"], Fund.GOVERNMENT_FUND),
        (["一般公共预算和政府性基金预算"], Fund.APPROPRIATION),
        (["社会保险基金预算"], None),
        (["用事业基金弥补收支差额"], None),
        (["公用经费拨款"], None),
        (["一般预算单位"], None),
    ],
)
def test_the_money_that_headings_name(texts: list[str], fund: Fund | None) -> None:
    assert fund_of(texts) is fund


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["一般公共预算", "其中：财政拨款"], "一般公共预算财政拨款收入"),
        (["财政拨款", "小计"], "财政拨款收入"),
        (["财政拨款", "一般公共预算"], "一般公共预算财政拨款收入"),
        (["上年结转", "财政拨款"], "年初结转和结余"),
    ],
)
def test_the_account_of_a_column(texts: list[str], name: str) -> None:
    account = column_account(texts)
    assert account is not None
    assert account.name == name


@pytest.mark.parametrize(
    ("title", "statement"),
    [
        ("事业收入支出预算表", "其他表"),
        ("其他收入支出明细表", "其他表"),
        ("事业单位收入支出决算表", "收支总表"),
        ("文化事业收入支出总表", "收支总表"),
        ("收入支出预算表", "收支总表"),
        ("上级补助收入表", "收入表"),
        ("经营支出预算表", "支出表"),
    ],
)
def test_what_is_spent_of_one_income_is_no_statement_of_both(title: str, statement: str) -> None:
    assert title_to_statement(title).name == statement


@pytest.mark.parametrize(
    ("title", "breakdown", "part"),
    [
        ("财政专户管理资金预算支出表", "合计", "财政专户管理资金"),
        ("财政专户管理资金预算支出表", "项目支出", "财政专户管理资金（项目支出）"),
        ("上年结转支出预算表", "合计", "上年结转"),
        ("政府债券资金支出预算表", "合计", "债券资金"),
        ("结转下年情况表", "合计", "合计"),
        ("部门支出总表", "基本支出", "基本支出"),
    ],
)
def test_a_code_in_a_table_of_one_sort_of_money(title: str, breakdown: str, part: str) -> None:
    code = Subject("功能分类", "农林水支出", "213", "类")
    assert sort_of(code, breakdown, title) == part
    assert sort_of(replace(code, kind="项目"), breakdown, title) == breakdown


def test_totals_and_balances_in_a_table_of_what_was_brought_forward() -> None:
    title = "上年结转支出预算表"
    assert of_sort(Subject("支出结构", "项目支出"), title).name == "上年结转项目支出"
    assert of_sort(Subject("结转结余", "年初结转和结余"), title).name == "年初结转和结余"
    assert of_sort(Subject("支出结构", "项目支出"), "结转下年情况表").name == "项目支出"


@pytest.mark.parametrize(
    ("labels", "title", "code"),
    [
        (["1、工资福利支出", "2、商品和服务支出"], "", "303"),
        (["机关工资福利支出", "对个人和家庭的补助"], "", "509"),
        (["工资福利支出", "机关工资福利支出"], "", ""),
        (["对个人和家庭的补助"], "一般公共预算基本支出表（按部门预算经济分类）", "303"),
        (["对个人和家庭的补助"], "一般公共预算基本支出表（按政府预算经济分类）", "509"),
        (["对个人和家庭的补助"], "支出总表（部门预算经济分类和政府预算经济分类）", ""),
        (["对个人和家庭的补助", "资本性支出"], "支出总表", ""),
    ],
)
def test_which_list_a_class_of_both_is_of(labels: list[str], title: str, code: str) -> None:
    assert code_in("对个人和家庭的补助", list_of(labels, title)) == code
    assert not code_in("资本性支出", "3")


def test_asterisks_number_a_column_and_dashes_do_not() -> None:
    assert [is_counter(text) for text in ("**", "*", "7", "栏次", "—", "")] == [True] * 4 + [False] * 2


def printed(folder: Path, *sheets: Sheet, body: str = "柳陂县档案馆", year: int = 2024) -> list[Fact]:
    path = folder / f"{body}{year}年部门预算.pdf"
    press = Press(path)
    press.cover([body, f"{year}年部门预算"])
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return list(read_file(path, Settings(data=folder)).facts)


def test_a_hospital_with_an_account_code_is_no_unit(tmp_path: Path) -> None:
    head = [[H("单位编码"), H("功能科目编码"), H("科目名称"), H("总计"), H("基本支出")]]
    rows: list[list[Entry]] = [
        ["", "", "总计", "90.00", "90.00"],
        ["305001", "21002", "公立医院", "90.00", "90.00"],
        ["305001", "2100201", "综合医院", "90.00", "90.00"],
    ]
    facts = printed(tmp_path, Sheet("部门支出总表", head, rows, (3, 3, 6, 3, 3), right="单位：万元"))
    told = [(f.subject.code, f.subject.name) for f in facts if f.breakdown == "合计"]
    assert told.count(("21002", "公立医院")) == 1
    assert told.count(("2100201", "综合医院")) == 1


@pytest.mark.parametrize("heading", ["单位名称（科目）", "单位名称（项目）"])
def test_an_account_above_its_projects_stays_an_account(heading: str, tmp_path: Path) -> None:
    head = [[H("科目编码"), H("单位代码"), H(heading), H("金额")]]
    rows: list[list[Entry]] = [
        ["", "", "合计", "90.00"],
        ["2050102", "", "一般行政管理事务", "60.00"],
        ["2050102", "321", "校舍安全巡检", "35.00"],
        ["2050102", "321", "教师轮训", "25.00"],
        ["2050202", "321", "小学教育", "30.00"],
    ]
    facts = printed(tmp_path, Sheet("项目支出预算表", head, rows, (3, 3, 6, 3), right="单位：万元"))
    kinds = {f.subject.name: f.subject.kind for f in facts}
    assert kinds["一般行政管理事务"] == kinds["小学教育"] == "功能分类"
    assert kinds["校舍安全巡检"] == kinds["教师轮训"] == "项目"


def failing(folder: Path, made: Print) -> list[str]:
    path, _ = pressed(made, folder)
    return [c.rule for c in read_file(path, Settings(data=folder)).checks if c.verdict is Verdict.FAILS]


def changed(made: Print, sheet: int, row: int, column: int, text: str) -> Print:
    """A document with one figure printed otherwise."""
    body = [list(cells) for cells in made.sheets[sheet].body]
    body[row][column] = text
    sheets = list(made.sheets)
    sheets[sheet] = replace(sheets[sheet], body=body)
    return replace(made, sheets=tuple(sheets))


@pytest.mark.parametrize(
    ("made", "where", "text", "rule"),
    [
        (staff_and_running(), (0, 3, 5), "190.00", "parts.structure"),
        (staff_and_running(), (0, 3, 3), "530.00", "parts.structure"),
        (granted_of_a_budget(), (0, 0, 3), "560.00", "parts.income"),
        (granted_of_a_budget(), (2, 4, 2), "140.00", "agreement.tables"),
        (brought_forward_beside_budgets(), (0, 1, 3), "747.00", "parts.fund"),
    ],
)
def test_what_does_not_add_up_is_still_told(
    made: Print, where: tuple[int, int, int], text: str, rule: str, tmp_path: Path
) -> None:
    assert not failing(tmp_path, made)
    assert rule in failing(tmp_path, changed(made, *where, text))
