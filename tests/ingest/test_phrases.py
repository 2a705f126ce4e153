"""The words before a figure name its subject and fund, or nothing: they are never lent a meaning."""

from __future__ import annotations

import pytest

from ingest.items_named import named_item
from ingest.model import Fund, Subject
from ingest.phrases import Topic, coded_subjects, subjects_of
from ingest.wording import phrase_of
from tests.ingest.disclosures import URBAN_2023, read

BODY = "云川市青岚区城市管理局"
ALL, GENERAL, GRANT, FUND = Fund.ALL, Fund.GENERAL, Fund.APPROPRIATION, Fund.GOVERNMENT_FUND


@pytest.mark.parametrize(
    ("phrase", "names", "fund"),
    [
        ("2023年度收入、支出总计各为", {"收入总计", "支出总计"}, ALL),
        ("收、支总计各", {"收入总计", "支出总计"}, ALL),
        ("2023年度财政拨款收、支总计各为", {"收入总计", "支出总计"}, GRANT),
        ("相比，收、支总计各", {"收入总计", "支出总计"}, ALL),
        ("2023年度收入合计", {"本年收入合计"}, ALL),
        (f"{BODY}2023年度支出合计", {"本年支出合计"}, ALL),
        ("2023年度一般公共预算财政拨款支出", {"本年支出合计"}, GENERAL),
        ("2023年度一般公共预算财政拨款基本支出", {"基本支出"}, GENERAL),
        ("一般公共预算财政拨款收入", {"一般公共预算财政拨款收入"}, GENERAL),
        ("政府性基金预算财政拨款年初结转和结余", {"年初结转和结余"}, FUND),
        ("其中：公务用车购置费", {"公务用车购置费"}, GRANT),
        ("2.公务用车购置及运行维护费支出决算", {"公务用车购置及运行维护费"}, GRANT),
        ("2024年机关运行经费预算", {"机关运行经费"}, GRANT),
        ("政府采购支出总额", {"政府采购支出"}, ALL),
        ("1.社会保障和就业支出（类）", {"社会保障和就业支出"}, ALL),
        ("3. 城乡社区(类)支出", {"城乡社区支出"}, ALL),
    ],
)
def test_phrase_names(phrase: str, names: set[str], fund: Fund) -> None:
    subjects, found = subjects_of(phrase, Topic(entity=BODY), {})
    assert {s.name for s in subjects or ()} == names
    assert found is fund


@pytest.mark.parametrize(
    "phrase",
    ["", "授予中小企业合同金额", "全年清扫保洁道路", "某下属学校支出总计", "每人每年"],
)
def test_phrase_names_nothing(phrase: str) -> None:
    assert subjects_of(phrase, Topic(entity=BODY), {})[0] in (None, ())


def test_a_fund_goes_on_with_the_topic() -> None:
    topic = Topic(fund=FUND, entity=BODY)
    subjects, fund = subjects_of("本年支出", topic, {})
    assert subjects is not None and subjects[0].name == "本年支出合计"
    assert fund is FUND


@pytest.mark.parametrize(
    ("clause", "phrase"),
    [
        ("2023年度部门决算支出", "决算支出"),
        ("（一）因公出国（境）费", "因公出国（境）费"),
        ("全年共受理投诉案件", "受理投诉案件"),
        ("与2022年度决算数相比，公务接待费", "公务接待费"),
        ("本单位共有车辆", "车辆"),
        ("其中：执法执勤用车", "执法执勤用车"),
        ("公务用车保有量为", "公务用车保有量"),
    ],
)
def test_phrase_without_filler(clause: str, phrase: str) -> None:
    assert phrase_of(clause) == phrase


def test_an_item_is_found_by_its_chain() -> None:
    """住房公积金 and 城乡社区环境卫生 exist twice: the chain of class and section tells which is meant."""
    known = coded_subjects(read(URBAN_2023).facts)
    text = "15.城乡社区支出（类）城乡社区环境卫生（款）城乡社区环境卫生（项），主要用于道路清扫保洁。"
    assert getattr(named_item(text, known), "code", "") == "2120501"
    text = "16.住房保障支出（类）住房改革支出（款）住房公积金（项），主要用于单位缴存的住房公积金。"
    assert getattr(named_item(text, known), "code", "") == "2210201"


def test_an_item_that_no_table_has_keeps_its_names() -> None:
    found = named_item("1.教育支出（类）普通教育（款）小学教育（项）。", {})
    assert found == Subject("功能分类", "小学教育", "", "项", ("教育支出", "普通教育"))


def test_a_sentence_without_an_item_has_none() -> None:
    assert named_item("本年支出合计878.45万元。", {}) is None


def test_names_that_are_not_unique_name_nothing_alone() -> None:
    """青岚区城市管理局2023: 城乡社区环境卫生 is the section 21205 and the item 2120501."""
    known = coded_subjects(read(URBAN_2023).facts)
    assert "城乡社区环境卫生" not in known
    assert known["购房补贴"].code == "2210203"
    assert known["基本工资"].code == "30101"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("（二）2013801-行政运行", "行政运行"),
        ("2013801 行政运行支出决算数", "行政运行"),
        ("20138—市场监督管理事务", "市场监督管理事务"),
        ("2013802-行政运行", ""),  # another code than the tables print of it
        ("2013801-机关服务", ""),
        ("配备30101台", ""),
    ],
)
def test_a_name_behind_its_code_is_that_of_the_tables(phrase: str, name: str) -> None:
    run = Subject("功能分类", "行政运行", "2013801", "项", ("市场监督管理事务",))
    section = Subject("功能分类", "市场监督管理事务", "20138", "款")
    subjects, _ = subjects_of(phrase, Topic(), {"行政运行": run, "市场监督管理事务": section})
    assert [s.code for s in subjects or () if s.code] == (
        [run.code if name == "行政运行" else section.code] if name else []
    )
