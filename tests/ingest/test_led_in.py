"""Tables that a sentence leads to, money for one by the year, units behind the names of rows (引表之句、按年的标准)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.led_in import led_in
from ingest.model import Line
from ingest.quantities import quantities, whole_quantity


def lines(*texts: str) -> list[Line]:
    return [
        Line(text, 1, (60.0, 100.0 + 20 * at, 500.0, 112.0 + 20 * at), (), (), 10.5)
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("above", "what"),
    [
        (("整治路段94处。近三年全市道路交通事故主要指标", "见下表："), "近三年全市道路交通事故主要指标"),
        (("各片区门诊人次如下表所示：",), "各片区门诊人次"),
        (("（一）下属单位人员情况见下表。",), "下属单位人员"),
    ],
)
def test_a_sentence_names_the_table_below_it(above: tuple[str, ...], what: str) -> None:
    assert led_in(lines(*above)) == what


@pytest.mark.parametrize(
    "above",
    [
        ("全年完成整治路段94处。",),
        ("本年度支出情况见下表：",),  # a standard statement is read by its own title
        ("详见附件。",),
        (),
    ],
)
def test_other_lines_name_none(above: tuple[str, ...]) -> None:
    assert led_in(lines(*above)) == ""


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1150元/人·年", "1150", "元/人·年"),
        ("≤300元/人/月", "300", "元/人·月"),
        ("2.6万元/人·年", "2.6", "万元/人·年"),
        ("45元/人", "45", "元/人"),
    ],
)
def test_money_for_one_keeps_its_time(text: str, value: str, unit: str) -> None:
    found = whole_quantity(text)
    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_money_for_one_in_a_sentence() -> None:
    told = [found for _, found in quantities("补助标准为300元/人/月，共100人")]
    assert [(found.value, found.unit) for found in told] == [
        (Decimal(300), "元/人·月"),
        (Decimal(100), "人"),
    ]
