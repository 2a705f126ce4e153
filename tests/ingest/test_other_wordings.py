"""Columns, rows and titles in the words of provinces further off, and the near misses of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.accounts import is_total_word, label_to_account
from ingest.headings import measure_of, says_all
from ingest.model import Fund, Measure
from ingest.reading import read_file
from ingest.settings import Settings
from ingest.statements import asides_of, title_to_statement
from tests.ingest.test_province_layouts import faults
from tests.ingest.typed_others import OTHERS
from tests.ingest.typist import Print, pressed


@pytest.mark.parametrize("make", OTHERS, ids=lambda make: str(make.__name__))
def test_every_figure_comes_back(make: Callable[[], Print], tmp_path: Path) -> None:
    path, placed = pressed(make(), tmp_path)
    assert placed
    assert not faults(path, placed)
    assert not read_file(path, Settings(data=tmp_path)).misread


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("增、减额", Measure.CHANGE),
        ("增/减", Measure.CHANGE),
        ("增加（减少）额", Measure.CHANGE),
        ("增（+）减（-）", Measure.CHANGE),
        ("同比+-", Measure.CHANGE),
        ("差异额", Measure.CHANGE),
        ("收支差额变动", Measure.CHANGE),
        ("增、减率", Measure.CHANGE_RATE),
        ("增（减）%", Measure.CHANGE_RATE),
        ("增/减幅度", Measure.CHANGE_RATE),
        ("差异率", Measure.CHANGE_RATE),
        ("变动幅度（%）", Measure.CHANGE_RATE),
        ("同比±%", Measure.CHANGE_RATE),
        ("用事业基金弥补收支差额", Measure.AMOUNT),
        ("差额补助", Measure.AMOUNT),
        ("执行率", Measure.COMPLETION),
        ("占预算的%", Measure.SHARE),
    ],
)
def test_a_heading_tells_a_change_and_its_rate(heading: str, measure: Measure) -> None:
    assert measure_of("9.91", [heading], "公务接待费", "万元")[0] is measure


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("一般公共预算拨款（补助）", "一般公共预算财政拨款收入"),
        ("一、一般公共预算拨款(补助)", "一般公共预算财政拨款收入"),
        ("财政拨款（补助）收入", "财政拨款收入"),
        ("一般公共预算拨款（不含专户资金）", "一般公共预算财政拨款收入"),
        ("四、事业收入（不含教育收费）", "事业收入"),
        ("上年结余收入", "年初结转和结余"),
        ("动用历年结余", "历年结余"),
        ("动用事业基金", "使用非财政拨款结余"),
        ("上年实户资金余额", "上年实户资金余额"),
        ("支出共计", "本年支出合计"),
    ],
)
def test_a_label_names_its_account(label: str, name: str) -> None:
    account = label_to_account(label)
    assert account is not None
    assert account.name == name


@pytest.mark.parametrize(
    "label",
    [
        "经费拨款（补助）",  # a part of 一般公共预算拨款 only
        "一般公共预算拨款（不含非税收入）",
        "一般公共预算拨款（含上年结转）",
        "基本支出（补助）",
        "上年收入",
        "结余收入",
    ],
)
def test_a_label_of_something_else_names_none(label: str) -> None:
    assert label_to_account(label) is None


def test_words_of_all() -> None:
    assert all(is_total_word(word) for word in ("共计", "共 计", "总合计", "全部合计", "本部门合计"))
    assert not any(is_total_word(word) for word in ("本级合计", "共同财政事权", "合计数差额", "公共"))


def test_a_part_says_so_of_itself() -> None:
    assert not any(says_all(heading) for heading in ("其中：当年预算", "其中：本年预算数", "其中：专项资金"))
    assert all(says_all(heading) for heading in ("当年预算", "本年预算", "专项资金", "其中：财政拨款"))


@pytest.mark.parametrize(
    ("title", "statement", "fund", "asides"),
    [
        (
            "一般公共预算基本支出表--公用经费(商品和服务支出)(按政府预算经济分类)",
            "一般公共预算基本支出表",
            Fund.GENERAL,
            ("公用经费", "商品和服务支出", "按政府预算经济分类"),
        ),
        (
            "一般公共预算基本支出表-人员经费(对个人和家庭的补助)",
            "一般公共预算基本支出表",
            Fund.GENERAL,
            ("人员经费", "对个人和家庭的补助"),
        ),
        ("部门收支总表（收入）（支出）", "收支总表", Fund.ALL, ("收入", "支出")),
        ("一般公共预算支出表（按功能科目）-续表", "一般公共预算支出表", Fund.GENERAL, ("按功能科目", "续表")),
        ("表3-2：一般公共预算支出表", "一般公共预算支出表", Fund.GENERAL, ()),
        ("一般公共预算基本支出-人员经费说明", "其他表", Fund.ALL, ()),
        ("一般公共预算支出表-按功能分类科目到项级编制的有关情况说明和口径", "其他表", Fund.ALL, ()),
    ],
)
def test_a_title_with_asides(title: str, statement: str, fund: Fund, asides: tuple[str, ...]) -> None:
    found = title_to_statement(title)
    assert (found.name, found.fund, asides_of(title)) == (statement, fund, asides)
