"""What is told sort by sort goes on with the name before it (分档)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.accounts import strip_ordinal
from ingest.per_head import standards
from ingest.wording import phrase_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "城镇低保标准每人每月700元，农村560元。",
            [("城镇低保标准", "700"), ("农村低保标准", "560")],
        ),
        (
            "高龄补贴80—89周岁每人每月60元、90—99周岁每人每月150元、百岁及以上每人每月600元。",
            [
                ("高龄补贴80—89周岁标准", "60"),
                ("高龄补贴90—99周岁标准", "150"),
                ("高龄补贴百岁及以上标准", "600"),
            ],
        ),
        (
            "全年发放高龄津贴，其中80至89岁每人每月40元，90岁以上每人每月100元。",
            [("高龄津贴80至89岁标准", "40"), ("高龄津贴90岁以上标准", "100")],
        ),
        (
            "重度残疾人护理补贴一级每人每月110元、二级90元。",
            [("重度残疾人护理补贴一级标准", "110"), ("重度残疾人护理补贴二级标准", "90")],
        ),
        (
            "全护理、半护理和全自理对象的照料费分别为每人每月320元、210元和60元。",
            [
                ("全护理对象的照料费标准", "320"),
                ("半护理对象的照料费标准", "210"),
                ("全自理对象的照料费标准", "60"),
            ],
        ),
        # What stands behind is the sum of all, another thing, or of names that do not pair.
        ("城市低保标准每人每月700元，农村支出5600元。", [("城市低保标准", "700")]),
        ("城市低保标准每人每月700元，农村98000元。", [("城市低保标准", "700")]),
        ("公交车每辆补助3万元，校车2万元。", [("公交车标准", "3")]),
        ("护理、照料、康复和走访费分别为每人每月320元、210元。", []),
    ],
)
def test_each_sort_has_its_whole_name(text: str, told: list[tuple[str, str]]) -> None:
    assert [(c.name, c.value) for c in standards(text)] == [(name, Decimal(value)) for name, value in told]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("12.2081006-养老服务", "2081006-养老服务"),
        ("7.2130108病虫害控制", "2130108病虫害控制"),
        ("5.23456万元", "5.23456万元"),
        ("1.5公里", "1.5公里"),
        ("3.养老服务", "养老服务"),
    ],
)
def test_a_number_before_a_code_is_none_of_its_name(label: str, name: str) -> None:
    assert strip_ordinal(label) == name


def test_a_code_is_no_part_of_a_name() -> None:
    assert phrase_of("12.2081006-养老服务") == "养老服务"
