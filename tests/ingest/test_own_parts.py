"""Accounts in running text that are parts of one half of expenditure, or of a project (科目属于哪一部分)."""

from __future__ import annotations

from ingest.model import Subject
from tests.ingest.sentences import told

_KNOWN = {
    "商品和服务支出": Subject("经济分类", "商品和服务支出", "302"),
    "资本性支出": Subject("经济分类", "资本性支出", "310"),
}


def said(text: str) -> list[str]:
    return [f"{f.subject.name}|{f.breakdown}|{f.value}" for f in told(text, known=_KNOWN)]


def test_an_account_of_one_half_is_told_of_that_half() -> None:
    text = "基本支出中，商品和服务支出20.00万元。\n项目支出中，商品和服务支出90.00万元，资本性支出31.00万元。"
    assert said(text) == [
        "商品和服务支出|基本支出|20.00",
        "商品和服务支出|项目支出|90.00",
        "资本性支出|项目支出|31.00",
    ]


def test_what_parts_a_project_is_no_account_of_the_body() -> None:
    text = (
        "商品和服务支出200.00万元。\n（一）项目名称：渠道清淤\n"
        "资金分配情况：商品和服务支出66.00万元，资本性支出20.00万元。\n"
        "（二）项目名称：泵站改造\n资金分配情况：商品和服务支出0.00万元，资本性支出40.00万元。"
    )
    assert said(text) == [
        "商品和服务支出|合计|200.00",
        "渠道清淤|商品和服务支出|66.00",
        "渠道清淤|资本性支出|20.00",
        "泵站改造|商品和服务支出|0.00",
        "泵站改造|资本性支出|40.00",
    ]


def test_since_when_a_thing_stands_dates_no_count() -> None:
    text = "对建成于2000年以前的12个小区实施改造，涉及楼栋86栋。\n2005年前建成的老旧泵站改造7座。"
    assert [(str(f.value), f.year) for f in told(text)] == [("12", 2023), ("86", 2023), ("7", 2023)]
