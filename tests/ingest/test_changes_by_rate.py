"""Changes whose rate says whose they are, bases with 的, zeros without a word before them (变动与基数的其他说法)."""

from __future__ import annotations

import pytest

from ingest.model import Stage
from tests.ingest.test_other_provinces_say import said

LISTED = "机关运行经费96.5万元，其中办公费20.1万元、差旅费15万元，较上年"
PARTS = "机关运行经费 96.5；办公费 20.1；差旅费 15"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("减少4.2万元，下降4.17%", "机关运行经费 增减额 -4.2；增减率 -4.17%"),
        ("减少4.2万元，降幅4.17%", "机关运行经费 增减额 -4.2；增减率 -4.17%"),
        ("增加4.2万元，增长4.55%", "机关运行经费 增减额 4.2；增减率 4.55%"),
        ("减少5万元，下降25%", "增减额 -5；增减率 -25%"),
        ("减少4.2万元", "增减额 -4.2"),
        ("减少4.2万元，下降50%", "增减额 -4.2；增减率 -50%"),
    ],
)
def test_a_rate_says_whether_the_whole_or_its_last_part_has_changed(change: str, expected: str) -> None:
    assert said(f"{LISTED}{change}。") == f"{PARTS}；{expected}"


def test_the_whole_is_that_of_the_year() -> None:
    text = "会议费96.5万元（上年100.7万元），其中办公费20.1万元、差旅费15万元，减少4.2万元，下降4.17%。"
    assert said(text).endswith("差旅费 15；会议费 增减额 -4.2；增减率 -4.17%")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公务接待费2.3万元，比年初预算的3万元减少0.7万元；比2022年的2.5万元减少0.2万元。",
         "公务接待费 2.3；@年初预算 3；与预算之差 -0.7；@2022 2.5；增减额 -0.2"),
        ("公务接待费决算数为2.3万元，预算数为3万元，完成预算的76.67%，比上年2.5万元减少8%。",
         "公务接待费 2.3；@预算 3；完成率 76.67%；@2022 2.5；增减率 -8%"),
        ("因公出国（境）费0；公务用车购置0，公务接待费2.3万元。",
         "因公出国（境）费 0；公务用车购置费 0；公务接待费 2.3"),
        ("2023年度部门决算收入总计12万元，比上年增加5万元。", "收入总计 12；增减额 5"),
        ("预算支出总计12万元。", "支出总计 12"),
        ("全年公务接待共计23批次、186人次。", "公务接待 23批次；186人次"),
    ],
)  # fmt: skip
def test_other_words_for_bases_totals_and_nothing(text: str, expected: str) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", ["设置0，费0。", "“放管服”平台布置0；"])
def test_a_zero_of_no_account_is_nothing(text: str) -> None:
    assert said(text, Stage.BUDGET) == ""
