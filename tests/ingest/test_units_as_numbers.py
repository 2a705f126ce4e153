"""A cell that says 人数 for its unit counts people; 数 is no part of another word (以「人数」为单位)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.quantities import whole_quantity


@pytest.mark.parametrize(
    ("cell", "value", "unit"),
    [("≥100.00(人数)", "100.00", "人"), ("12（次数）", "12", "次"), ("≥30(户)", "30", "户")],
)
def test_a_unit_with_its_word_for_number(cell: str, value: str, unit: str) -> None:
    read = whole_quantity(cell)
    assert read is not None and (read.value, read.unit) == (Decimal(value), unit)


def test_what_goes_on_is_no_unit() -> None:
    assert whole_quantity("12（人数学）") is None
