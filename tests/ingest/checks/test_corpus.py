"""Real disclosures: what was planted in one is found, what others print wrongly is found, and little else is told.

Every entry was looked up on the rendered page; the numbers are pages of the file.
"""

from __future__ import annotations

import pytest

from ingest.model import Check, Severity, Verdict
from tests.ingest.disclosures import (
    CONGRESS_2017,
    CONGRESS_2018,
    CONGRESS_2019,
    COUNCIL_2017,
    COUNCIL_2018,
    COUNCIL_2019,
    JIANGHAN,
    PARTY_2017,
    PARTY_2018,
    PARTY_2019,
    PUTUO_BUDGET,
    PUTUO_FINANCE,
    PUTUO_PLANNING,
    WANLI_2023,
    WANLI_2024,
    read,
)

pytestmark = pytest.mark.corpus

PLANTED = "broken/planted_errors_普陀区财政局2024年度部门决算.pdf"
TEMPLATE = "broken/blank_template_部门决算模板.pdf"

#: Where the tampered document differs from the published one: what was done, the rule, the page, words of the message.
TAMPERED = [
    ("第三张表整张删去", "form.missing", 2, "支出决算表"),
    ("标题里的单位名称换成 XX局", "form.placeholder", 7, "XX局"),
    ("“三公”经费表的 0.95 删去", "form.hollow", 15, "0.95"),
    ("第三部分标题的年度 2024→2023", "form.year", 18, "2023"),
    ("收入支出总计 2995.39→0", "agreement.narrative", 18, "2995.39"),
    ("行政运行 小于→大于", "directions.budget", 19, "1511.89"),
    ("职业年金 小于→大于", "directions.budget", 20, "80.38"),
    ("行政单位医疗 小于→等于", "directions.budget", 21, "60.99"),
    ("截至 2024→2023 年12月31日", "form.date", 24, "2023"),
]

#: What sound documents print against themselves: rule, page, and words of the message.
CONTRADICTIONS: dict[str, list[tuple[str, int, str]]] = {
    PUTUO_PLANNING: [
        ("agreement.narrative", 24, "5377.64"),  # the table on p.15 prints 5,364.75
        ("agreement.narrative", 24, "4896.98"),  # p.16 4,884.09
    ],
    PUTUO_FINANCE: [
        ("agreement.narrative", 21, "0.3 万元"),  # p.13 2,961.68
        ("ratios.share", 21, "71.73%"),  # 2106.66 of 2940.05 is 71.65 %
    ],
    JIANGHAN: [
        ("series.order", 0, "01、04、06"),  # so do its numbers
        ("form.usual", 0, "收支总表"),  # the file begins with 公开02表; 01, 04 and 06 are not in it
        ("lists.items", 12, "1009"),  # the seven items on p.13 and p.14 make 1,046.81
        ("mentions.twice", 19, "10650"),  # 9,000余 in the table below
    ],
    WANLI_2023: [
        ("agreement.narrative", 7, "441.25"),  # p.16 2,206,272 元; 441.25 is the item above
        ("ratios.change", 6, "314.82%"),  # 45.41 after 11.67
    ],
    WANLI_2024: [("agreement.narrative", 9, "352.67")],  # p.19 3,503,499 元
    PUTUO_BUDGET: [("agreement.narrative", 7, "887.36")],  # p.12 873,617.00 元
    CONGRESS_2017: [("agreement.narrative", 26, "10528.33")],  # 行政运行 is 4,545.94 on p.11
    CONGRESS_2018: [("ratios.change", 21, "1312.56%")],  # 1557.29 after 128.43 is 1,212.56 %
    CONGRESS_2019: [("form.silent", 10, "政府性基金")],
    PARTY_2017: [("form.silent", 7, "政府性基金")],
}  # fmt: skip
#: Differences of rounding that the documents print, told as such: page and words of the message.
ROUNDED = [
    (JIANGHAN, 18, "85.1%", "85.06%"),
    (JIANGHAN, 16, "0.59", "0.587"),
    (JIANGHAN, 16, "18.3%", "18.34%"),
    (JIANGHAN, 12, "87.1%", "87.06%"),
    (PUTUO_FINANCE, 24, "251.25", "251.26"),
    (PUTUO_PLANNING, 7, "3845.25", "3845.24"),
]
SOUND = (*CONTRADICTIONS, PARTY_2018, PARTY_2019, COUNCIL_2017, COUNCIL_2018, COUNCIL_2019)
#: False alarms that one sound document may raise.
MOST = 3


def failing(name: str) -> list[Check]:
    return [c for c in read(name).reading.checks if c.verdict is Verdict.FAILS]


def is_told(checks: list[Check], rule: str, page: int, words: str) -> bool:
    return any(c.rule == rule and words in c.message and (page in c.pages or not page) for c in checks)


@pytest.mark.parametrize(("change", "rule", "page", "words"), TAMPERED)
def test_what_was_planted_is_found(change: str, rule: str, page: int, words: str) -> None:
    found = failing(PLANTED)
    assert is_told(found, rule, page, words), (change, [c.message for c in found])


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_what_a_document_prints_against_itself_is_found(name: str) -> None:
    found = failing(name)
    assert [c for c in CONTRADICTIONS[name] if not is_told(found, *c)] == []


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_document_raises_few_false_alarms(name: str) -> None:
    known = CONTRADICTIONS.get(name, [])
    false = [c for c in failing(name) if not any(is_told([c], *one) for one in known)]
    assert len(false) <= MOST, [c.message for c in false]


@pytest.mark.parametrize(("name", "page", "one", "other"), ROUNDED)
def test_rounding_is_told_and_is_no_error(name: str, page: int, one: str, other: str) -> None:
    found = [c for c in read(name).reading.checks if one in c.message and other in c.message]
    assert found
    assert {(c.verdict, c.severity) for c in found} == {(Verdict.ROUNDING, Severity.NOTE)}
    assert any(page in c.pages for c in found)


def test_a_template_says_that_it_has_no_figures() -> None:
    rules = {c.rule for c in failing(TEMPLATE)}
    assert rules == {"form.no_figures", "form.placeholder"}
