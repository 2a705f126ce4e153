"""Figures of running text, read off the pages: what is measured, of what, with its sign, unit, stage and quote."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.level_told import LEVEL
from ingest.model import Box, Fact, Fund, Measure, Origin, Stage
from ingest.numbers import plain
from ingest.quantities import ROUGH
from tests.ingest.disclosures import (
    CENTRE,
    CONGRESS_2017,
    HEALTH,
    JIANGHAN,
    JIANGHAN_TEXT,
    PUTUO_PLANNING,
    SAMPLE_FILES,
    URBAN_2023,
    URBAN_2024,
    WANLI_2023,
    Disclosure,
    figure,
    matching,
    read,
)

SENTENCE = {"origin": Origin.SENTENCE}
AMOUNT, CHANGE, RATE = Measure.AMOUNT, Measure.CHANGE, Measure.CHANGE_RATE
SHARE, DONE, COUNT = Measure.SHARE, Measure.COMPLETION, Measure.COUNT
INITIAL, FINAL = Stage.INITIAL_BUDGET, Stage.FINAL_ACCOUNTS

#: Disclosure, page in the file, what is asked for, what is printed there.
PRINTED = [
    (URBAN_2023, 16, {"name": "收入总计", "fund": Fund.ALL, "measure": AMOUNT}, "18270.16"),
    (URBAN_2023, 16, {"name": "支出总计", "fund": Fund.ALL, "measure": CHANGE}, "-1079.51"),
    (URBAN_2023, 16, {"name": "支出总计", "fund": Fund.ALL, "measure": RATE}, "-5.58"),
    (URBAN_2023, 16, {"name": "其他收入", "measure": SHARE}, "0.32"),
    (URBAN_2023, 16, {"name": "项目支出", "measure": SHARE}, "58.95"),
    (URBAN_2023, 16, {"name": "收入总计", "fund": Fund.APPROPRIATION, "measure": RATE}, "-5.64"),
    (URBAN_2023, 17, {"code": "212", "measure": SHARE}, "88.31"),
    (
        URBAN_2023,
        17,
        {"name": "本年支出合计", "fund": Fund.GENERAL, "measure": AMOUNT, "stage": INITIAL},
        "17305.66",
    ),
    (URBAN_2023, 17, {"name": "本年支出合计", "fund": Fund.GENERAL, "measure": DONE}, "97.69"),
    (URBAN_2023, 18, {"code": "2110304", "measure": AMOUNT, "stage": INITIAL}, "180.00"),
    (URBAN_2023, 18, {"code": "2110304", "measure": DONE}, "72.22"),
    (URBAN_2023, 18, {"code": "2080801", "measure": AMOUNT}, "18.06"),  # 「年初没有安排预算」
    (
        URBAN_2023,
        20,
        {"code": "2120803", "fund": Fund.GOVERNMENT_FUND, "measure": AMOUNT, "stage": FINAL},
        "935.50",
    ),
    (URBAN_2023, 21, {"name": "“三公”经费", "measure": AMOUNT, "stage": Stage.ADJUSTED_BUDGET}, "113.00"),
    (URBAN_2023, 21, {"name": "“三公”经费", "measure": CHANGE}, "30.83"),
    (URBAN_2023, 21, {"name": "公务接待费", "measure": RATE}, "-24.36"),
    (URBAN_2023, 21, {"name": "机关运行经费", "measure": AMOUNT}, "548.62"),
    (URBAN_2023, 21, {"name": "政府采购服务支出", "measure": AMOUNT}, "4865.30"),
    (URBAN_2023, 22, {"name": "执法执勤用车", "measure": COUNT}, "22"),
    (URBAN_2023, 23, {"name": "全年受理各类城市管理问题", "measure": COUNT}, "31286"),
    (URBAN_2024, 4, {"name": "单位资金", "measure": AMOUNT}, "50.00"),
    (URBAN_2024, 4, {"name": "政府性基金预算财政拨款收入", "measure": SHARE}, "5.54"),
    (URBAN_2024, 5, {"code": "2080501", "measure": CHANGE}, "8.58"),
    (URBAN_2024, 7, {"name": "“三公”经费", "measure": RATE}, "-35.84"),
    (CENTRE, 11, {"name": "项目支出", "measure": SHARE}, "25.4"),
    (CENTRE, 14, {"name": "公务用车购置费", "measure": AMOUNT}, "0.00"),
    (HEALTH, 5, {"name": "本年收入合计", "measure": AMOUNT}, "21233.05"),
    (HEALTH, 6, {"code": "2080505", "measure": AMOUNT, "stage": INITIAL}, "612.00"),
    (
        HEALTH,
        7,
        {"code": "2100402", "measure": AMOUNT, "stage": INITIAL},
        "725.00",
    ),  # its name on the page before
    (HEALTH, 8, {"name": "人员经费", "measure": SHARE}, "91.27"),
    (HEALTH, 9, {"name": "政府采购工程支出", "measure": AMOUNT}, "125.00"),
]

PRINTED_CORPUS = [
    (10, {"name": "项目支出", "measure": SHARE}, "58.4"),
    (10, {"name": "本年支出合计", "measure": CHANGE}, "-160.24"),
    (12, {"name": "本年支出合计", "measure": AMOUNT, "stage": INITIAL}, "1009"),
    (12, {"code": "212", "measure": SHARE}, "81.3"),
    (13, {"code": "2080502", "measure": AMOUNT, "stage": INITIAL}, "84.73"),
    (13, {"code": "2101199", "measure": DONE}, "74.1"),
    (14, {"code": "2120501", "measure": AMOUNT, "stage": INITIAL}, "802.3"),
    (14, {"name": "人员经费", "measure": AMOUNT}, "357.73"),
    (18, {"name": "协调办理全区城管类群众投诉案件", "measure": COUNT}, "42618"),
    (18, {"name": "月报", "measure": COUNT}, "12"),
    (19, {"name": "整改数", "measure": COUNT}, "7455"),
]


@pytest.mark.parametrize(("name", "page", "wanted", "value"), PRINTED, ids=range(len(PRINTED)))
def test_figure_is_read_as_printed(name: str, page: int, wanted: dict[str, object], value: str) -> None:
    assert figure(read(name), page=page, **SENTENCE, **wanted) == value


@pytest.mark.corpus
@pytest.mark.parametrize(("page", "wanted", "value"), PRINTED_CORPUS, ids=range(len(PRINTED_CORPUS)))
def test_figure_of_a_real_narrative(page: int, wanted: dict[str, object], value: str) -> None:
    """江汉区, with full-width commas, spaces inside numbers and marks at the start of lines."""
    assert figure(read(JIANGHAN), page=page, **SENTENCE, **wanted) == value


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("wanted", "value"),
    [
        ({"name": "项目支出", "measure": SHARE}, "58.4"),
        ({"name": "支出总计", "measure": RATE, "fund": Fund.ALL}, "-15.4"),
        ({"name": "协调办理全区城管类群众投诉案件", "measure": COUNT}, "42618"),
        ({"name": "本年支出合计", "fund": Fund.GENERAL, "stage": INITIAL, "measure": AMOUNT}, "1009"),
    ],
    ids=range(4),
)
def test_the_text_file_says_the_same(wanted: dict[str, object], value: str) -> None:
    assert figure(read(JIANGHAN_TEXT), **SENTENCE, **wanted) == value


@pytest.mark.corpus
def test_a_rough_number_is_marked() -> None:
    """江汉区 p.19: 「各类问题10,650余个」."""
    (fact,) = [f for f in matching(read(JIANGHAN), page=19, **SENTENCE) if f.value == 10650]
    assert (fact.breakdown, fact.unit) == (ROUGH, "个")


@pytest.mark.corpus
def test_a_contradiction_of_the_document_is_kept() -> None:
    """江汉区 p.16 writes 0.59万元 and 18.3%, the form on p.35 0.587 and 18.34: all are facts."""
    facts = read(JIANGHAN).facts
    assert {Decimal("0.59"), Decimal("0.587"), Decimal("18.34")} <= {f.value for f in facts}


def text_at(disclosure: Disclosure, page: int, box: Box) -> str:
    """What is printed within a box of a page."""
    return "".join(
        char
        for line in disclosure.pages[page - 1].lines
        if line.box[1] < box[3] and box[1] < line.box[3]
        for char, start, end in zip(line.text, line.starts, line.ends, strict=True)
        if box[0] - 0.1 <= start and end <= box[2] + 0.1
    )


def quoted(disclosure: Disclosure) -> list[tuple[Fact, str]]:
    """Facts of sentences with the number as it must stand in them; 「持平」 and 「一致」 have none."""
    found = [f for f in matching(disclosure, **SENTENCE) if f.breakdown != LEVEL]
    assert len(found) > 20
    return [(fact, plain(abs(fact.value))) for fact in found if fact.value is not None]


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_the_quote_holds_the_figure(name: str) -> None:
    for fact, value in quoted(read(name)):
        assert value in fact.source.quote.replace(",", "")


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_the_place_holds_the_figure(name: str) -> None:
    disclosure = read(name)
    for fact, value in quoted(disclosure):
        assert value in text_at(disclosure, fact.source.page, fact.source.box).replace(",", "")


def test_the_page_is_that_of_the_number() -> None:
    """松屿区卫生健康局: 719.29万 is the end of p.6, 元 the start of p.7."""
    assert figure(read(HEALTH), page=6, code="2100402", measure=AMOUNT, stage=FINAL, **SENTENCE) == "719.29"


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_money_has_its_yuan_and_a_share_has_none(name: str) -> None:
    for fact in matching(read(name), **SENTENCE):
        if fact.unit == "万元":
            assert fact.value is not None and fact.yuan == fact.value * 10_000
        if fact.unit == "%":
            assert fact.yuan is None


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_text_and_tables_agree(name: str) -> None:
    """The samples are consistent: where text and a statement tell one figure, they tell the same (rounded)."""
    disclosure = read(name)
    cells = {
        (f.subject.code, f.stage, f.fund): f.yuan
        for f in matching(disclosure, origin=Origin.CELL, measure=AMOUNT, breakdown="合计", year=2023)
        if f.subject.code
        and f.standing == 0
        and f.subject.kind == "功能分类"
        and f.statement == "一般公共预算支出表"
    }
    both = 0
    for fact in matching(disclosure, measure=AMOUNT, year=2023, **SENTENCE):
        key = (fact.subject.code, fact.stage, fact.fund)
        if key in cells and fact.yuan is not None and fact.subject.code:
            both += 1
            assert abs(fact.yuan - (cells[key] or 0)) <= 50, fact.source.quote
    assert both or "2024" in name or "2022" in name


@pytest.mark.parametrize("page", [18, 22])
def test_a_threshold_is_no_figure(page: int) -> None:
    """青岚区城市管理局2023 p.22: 「单价100万元（含）以上的设备…5台（套）」 is five devices, not a million."""
    assert not [
        f for f in matching(read(URBAN_2023), page=page, **SENTENCE) if f.value == 100 and f.unit == "万元"
    ]


def test_a_bracket_does_not_change_the_topic() -> None:
    """松屿区卫生健康局 p.5: 「收入总计…（含年初结转和结余335.50万元）…。总计数较上年减少2,821.84万元」."""
    assert figure(read(HEALTH), page=5, value=Decimal("-2821.84"), name="收入总计", **SENTENCE) == "-2821.84"
    assert not matching(read(HEALTH), page=5, name="年初结转和结余", measure=CHANGE, **SENTENCE)


@pytest.mark.parametrize(
    ("name", "page", "value", "fund"),
    [
        (HEALTH, 5, "121.50", Fund.APPROPRIATION),  # 四、财政拨款收支情况
        (HEALTH, 5, "114.94", Fund.APPROPRIATION),
        (HEALTH, 8, "5.00", Fund.GOVERNMENT_FUND),  # 八、政府性基金预算财政拨款收支情况
        (URBAN_2023, 20, "44.50", Fund.GOVERNMENT_FUND),  # 七、政府性基金预算财政拨款收入支出决算情况说明
    ],
)
def test_a_balance_is_of_the_fund_of_its_section(name: str, page: int, value: str, fund: Fund) -> None:
    found = matching(read(name), page=page, kind="结转结余", value=Decimal(value), **SENTENCE)
    assert [f.fund for f in found] == [fund]


def test_a_share_in_brackets() -> None:
    """松屿区卫生健康局 p.5: 「事业收入6,231.84万元（29.35%）」."""
    assert figure(read(HEALTH), page=5, name="事业收入", measure=SHARE, **SENTENCE) == "29.35"


@pytest.mark.corpus
def test_a_difference_is_no_amount() -> None:
    """江苏省人大2017 p.29: 会议费 1305.25, smaller than last year's by 403.75; p.23: 基本支出 up by 844.15."""
    disclosure = read(CONGRESS_2017)
    assert figure(disclosure, page=29, name="会议费", measure=AMOUNT, **SENTENCE) == "1305.25"
    assert not matching(
        disclosure, page=23, name="基本支出", measure=AMOUNT, value=Decimal("844.15"), **SENTENCE
    )


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "page", "value"),
    [
        (JIANGHAN, 16, "95"),  # 完成预设目标区间是95%-100%
        (PUTUO_PLANNING, 21, "92"),  # 项目支出规划服务较年初完成92%
    ],
)
def test_a_rate_of_something_else_is_not_that_of_expenditure(name: str, page: int, value: str) -> None:
    assert not matching(
        read(name), page=page, name="本年支出合计", measure=DONE, value=Decimal(value), **SENTENCE
    )


@pytest.mark.corpus
def test_an_asset_has_its_own_name() -> None:
    """万里街道2023 p.29: 其他固定资产0万元。长期投资0项0万元。在建工程1项12277.73万元。无形资产471项234.37万元。"""
    found = matching(read(WANLI_2023), page=29, name="其他固定资产", **SENTENCE)
    assert {f.value for f in found} == {Decimal(0)}
