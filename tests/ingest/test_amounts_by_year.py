"""One amount for each of several years is read under the name before them (逐年金额)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.amounts_by_year import by_years


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "（三）近三年管网改造投入情况：2021年860.00万元、改造8公里，2022年1,020.50万元、改造11公里，2023年安排1,300.00万元。",
            [(2021, "860.00"), (2022, "1020.50"), (2023, "1300.00")],
        ),
        # Where nothing stands between them they are read with all other numbers.
        ("近两年救灾物资采购支出如下：2022年12万元、2023年15万元。", []),
        # Of one year, of nothing that is named, of the same year twice, or no money.
        ("近三年管网改造投入情况：2021年860.00万元。", []),
        ("2021年860.00万元，2022年1,020.50万元。", []),
        ("近三年管网改造投入情况：2021年860.00万元，2021年1,020.50万元。", []),
        ("近三年改造情况：2021年86户，2022年102户。", []),
    ],
)
def test_each_year_has_its_amount(text: str, told: list[tuple[int, str]]) -> None:
    assert [(c.year, c.value) for c in by_years(text)] == [(year, Decimal(value)) for year, value in told]
