"""What a figure counts where a title, a heading or a row says it in an unusual way: funds together, projects alone."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.accounts import label_to_account
from ingest.headings import fund_of
from ingest.model import Fund, Measure, Stage, Verdict
from ingest.reading import read_file
from ingest.settings import Settings
from ingest.statements import title_to_statement
from tests.ingest.press import Entry, Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults
from tests.ingest.typist import ALL, GENERAL, GRANT, Typist

H = Heading
BODY = "禾丰县市场监督管理局"


def typeset(path: Path, *sheets: Sheet, kind: str = "预算") -> Press:
    press = Press(path)
    press.cover([BODY, f"2025年度部门{kind}"])
    for sheet in sheets:
        press.sheet(sheet)
    press.close()
    return press


def failed(path: Path) -> list[str]:
    reading = read_file(path, Settings(data=path.parent))
    return [c.message for c in reading.checks if c.verdict is Verdict.FAILS]


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("财政拨款（含一般公共预算和政府性基金预算）“三公”经费支出表", Fund.APPROPRIATION),
        ("一般公共预算、政府性基金预算财政拨款", Fund.APPROPRIATION),
        ("政府性基金预算财政拨款", Fund.GOVERNMENT_FUND),
        ("一般公共预算", Fund.GENERAL),
    ],
)
def test_funds_named_together_are_counted_together(text: str, fund: Fund) -> None:
    assert fund_of([text]) is fund


def test_a_statement_of_several_funds_is_of_no_single_one() -> None:
    assert title_to_statement("一般公共预算和政府性基金预算支出表").fund is Fund.APPROPRIATION
    assert title_to_statement("政府性基金预算支出表").fund is Fund.GOVERNMENT_FUND


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("其他收入预算", "其他收入"),
        ("事业收入决算数", "事业收入"),
        ("政府性基金预算", "政府性基金预算财政拨款收入"),
    ],
)
def test_an_account_says_at_which_stage_it_is(label: str, name: str) -> None:
    account = label_to_account(label)
    assert account is not None
    assert account.name == name


def test_meetings_below_the_visits_are_counted_in_the_total_alone(tmp_path: Path) -> None:
    """“三公”经费小计, then 会议费 and 培训费, then 合计 of all of them."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL, statement="三公经费表")
    title = "一般公共预算“三公”经费、会议费和培训费支出表"

    def row(label: str, name: str, texts: str) -> list[Entry]:
        return [label, *t.row(texts, [(name, {"year": 2024}), (name, {})])]

    rows = [
        row("“三公”经费小计", "“三公”经费", "45.20 68.00"), row("1.公务用车运行维护费", "公务用车运行维护费", "42.00 65.00"),
        row("2.公务接待费", "公务接待费", "3.20 3.00"), row("会议费", "会议费", "2.50 2.40"), row("培训费", "培训费", "6.00 5.80"),
        row("合计", f"{title}合计", "53.70 76.20"),
    ]  # fmt: skip
    path = tmp_path / "预算.pdf"
    press = typeset(
        path,
        Sheet(title, [[H("项目"), H("上年预算数"), H("本年预算数")]], rows, (5, 3, 3), right="单位：万元"),
    )
    assert not faults(path, press.placed)


def test_a_list_of_projects_says_what_projects_spend_on_an_account(tmp_path: Path) -> None:
    """行政运行 300 in all, 80 of it in the list of projects; 其他资金 there is no income."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    spent = Sheet(
        "一般公共预算支出表", [[H("科目编码"), H("科目名称"), H("合计")]],
        [["", "合计", t("300.00", "本年支出合计")], ["2013801", "行政运行", t("300.00", "行政运行", code="2013801")]],
        (2, 5, 3), right="单位：万元",
    )  # fmt: skip
    part = {"code": "2013801", "breakdown": "项目支出"}
    projects = Sheet(
        "一般公共预算项目支出表", [[H("科目编码"), H("科目名称"), H("金额"), H("其他资金")]],
        [
            ["", "合计", t("80.00", "项目支出"), t("0.00", "项目支出", breakdown="其他收入")],
            ["2013801", "行政运行", t("80.00", "行政运行", **part), ""],
        ],
        (2, 5, 3, 3), right="单位：万元",
    )  # fmt: skip
    path = tmp_path / "预算.pdf"
    press = typeset(path, spent, projects)
    assert not faults(path, press.placed)
    assert not [message for message in failed(path) if "行政运行" in message]


def test_spending_over_a_statement_of_basic_spending_is_basic(tmp_path: Path) -> None:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    head = [
        [H("科目编码", rows=2), H("科目名称", rows=2), H("本年支出", 3)],
        [H("合计"), H("人员经费"), H("公用经费")],
    ]
    rows: list[list[Entry]] = [
        ["", "合计", t("90.00", "基本支出"), t("70.00", "人员经费"), t("20.00", "公用经费")],
        ["301", "工资福利支出", t("70.00", "工资福利支出", code="301"), t("70.00", "工资福利支出", code="301", breakdown="人员经费"), ""],
        ["302", "商品和服务支出", t("20.00", "商品和服务支出", code="302"), "", t("20.00", "商品和服务支出", code="302", breakdown="公用经费")],
    ]  # fmt: skip
    path = tmp_path / "预算.pdf"
    press = typeset(path, Sheet("一般公共预算基本支出表", head, rows, (2, 5, 3, 3, 3), right="单位：万元"))
    assert not faults(path, press.placed)


@pytest.mark.parametrize("rates", ["幅度", "%", "±%", "（%）"])
def test_staff_and_running_beside_projects_are_not_all(tmp_path: Path, rates: str) -> None:
    """合计 over 基本支出 (小计, 人员经费, 公用经费) and 项目支出; how much it differs is 幅度, or the bare mark."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)
    names = ("合计", "基本支出", "人员经费", "公用经费", "项目支出")
    head = [
        [H("科目编码", rows=3), H("科目名称", rows=3), H("2025年预算数", 5), H("增减情况", 2)],
        [H("合计", rows=2), H("基本支出", 3), H("项目支出", rows=2), H("金额", rows=2), H(rates, rows=2)],
        [H("小计"), H("人员经费"), H("公用经费")],
    ]

    def row(code: str, name: str, texts: str, change: str, rate: str) -> list[Entry]:
        about = {"code": code}
        cells = t.of(code, name, texts, names)
        more = [
            t(change, name, measure=Measure.CHANGE, **about),
            t(rate, name, measure=Measure.CHANGE_RATE, unit="%", **about),
        ]
        return [code, name if code else "合计", *cells, *more]

    rows = [
        row("", "本年支出合计", "300.00 220.00 180.00 40.00 80.00", "-20.00", "-6.25%"),
        row("201", "一般公共服务支出", "240.00 160.00 120.00 40.00 80.00", "-30.00", "-11.11%"),
        row("221", "住房保障支出", "60.00 60.00 60.00 _ _", "10.00", "20.00%"),
    ]
    path = tmp_path / "预算.pdf"
    press = typeset(
        path, Sheet("一般公共预算支出表", head, rows, (2, 5, 3, 3, 3, 3, 3, 3, 2), right="单位：万元")
    )
    assert not faults(path, press.placed)
    assert not [message for message in failed(path) if "人员经费" in message]


def test_planned_and_done_purchases_are_two_stages(tmp_path: Path) -> None:
    t = Typist(year=2025, stage=Stage.FINAL_ACCOUNTS, fund=ALL, statement="政府采购表")
    planned: dict[str, object] = {"stage": Stage.BUDGET}

    def row(label: str, name: str, texts: str) -> list[Entry]:
        return [label, *t.row(texts, [(name, planned), (name, {})])]

    rows = [
        row("合计", "政府采购支出", "52.00 47.00"),
        row("货物", "政府采购货物支出", "30.00 27.00"),
        row("服务", "政府采购服务支出", "22.00 20.00"),
    ]
    path = tmp_path / "决算.pdf"
    sheet = Sheet(
        "政府采购情况表",
        [[H("项目"), H("采购计划金额"), H("实际采购金额")]],
        rows,
        (4, 3, 3),
        right="单位：万元",
    )
    press = typeset(path, sheet, kind="决算")
    assert not faults(path, press.placed)


def test_no_visits_from_a_fund_is_no_contradiction_to_those_from_the_general_budget(tmp_path: Path) -> None:
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GRANT)
    head = [[H("项目"), H("预算数")]]
    visits = Sheet(
        "一般公共预算“三公”经费支出预算表",
        head,
        [
            ["合计", t("5.75", "“三公”经费", fund=GENERAL)],
            ["公务接待费", t("5.75", "公务接待费", fund=GENERAL)],
        ],
        (4, 3),
        right="单位：元",
    )
    empty = Sheet("政府性基金预算“三公”经费支出预算表", [[H("项目"), H("预算数"), H("说明")]], [["", "", ""], ["", "", ""]], (4, 3, 3), right="单位：元",
                  notes=("注：本表为空。",), own_page=True)  # fmt: skip
    path = tmp_path / "预算.pdf"
    press = Press(path)
    press.cover([BODY, "2025年度部门预算"])
    press.sheet(visits)
    press.sheet(empty)
    press.prose(["一、“三公”经费", "2025年“三公”经费财政拨款预算数5.75万元，其中公务接待费5.75万元。"])
    press.close()
    assert not [message for message in failed(path) if "正文却写有" in message]


def test_this_years_money_beside_the_total_is_a_part_of_it(tmp_path: Path) -> None:
    """合计 = 当年财政拨款安排 + 上年结转安排."""
    t = Typist(year=2025, stage=Stage.BUDGET, fund=GENERAL)

    def row(code: str, name: str) -> list[Entry]:
        about = {"code": code}
        return [
            code, name if code else "合计", t("100.00", name, **about),
            t("80.00", name, breakdown="当年财政拨款安排", **about), t("20.00", name, breakdown="上年结转安排", **about),
        ]  # fmt: skip

    head = [[H("科目编码"), H("科目名称"), H("合计"), H("当年财政拨款安排"), H("上年结转安排")]]
    path = tmp_path / "预算.pdf"
    sheet = Sheet(
        "一般公共预算支出预算表",
        head,
        [row("", "本年支出合计"), row("2080201", "行政运行")],
        (2, 4, 3, 3, 3),
        right="单位：万元",
    )
    press = typeset(path, sheet)
    assert not faults(path, press.placed)
    assert not [message for message in failed(path) if "当年财政拨款安排" in message]
