"""Which part of a question is an account's name with words left out of its middle (科目缩写)."""

from __future__ import annotations

import pytest

from service.accounts.contracted import contractions
from service.read.examples_said import without_examples

NAMES = (
    "突发公共卫生事件应急处理",
    "重大公共卫生服务",
    "机关事业单位基本养老保险缴费支出",
    "机关事业单位职业年金缴费支出",
)


@pytest.mark.parametrize(
    ("piece", "typed"),
    [
        ("突发公共卫生应急花了多少", ["突发公共卫生应急"]),
        ("突发公共卫生事件应急处理花了多少", []),
        ("机关事业单位缴费支出多少", []),
        ("公共卫生应急多少", []),
    ],
)
def test_runs_of_one_name_in_their_order(piece: str, typed: list[str]) -> None:
    assert [slip.typed for slip in contractions([piece], NAMES)] == typed


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("应急处置（检测、隔离那些）花了多少", "应急处置花了多少"),
        ("办公用品（比如纸、笔）花了多少", "办公用品花了多少"),
        ("三公经费（财政拨款）花了多少", "三公经费（财政拨款）花了多少"),
        ("购置的设备（哪些）多少", "购置的设备（哪些）多少"),
    ],
)
def test_brackets_that_only_give_examples(said: str, left: str) -> None:
    assert without_examples(said) == left
