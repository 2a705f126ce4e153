"""Printed labels without a code lead to one account each, whatever numbers and brackets stand around them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.accounts import (
    ACCOUNTS,
    FUNCTIONAL_CLASSES,
    is_total_word,
    label_to_account,
    label_to_class,
    strip_ordinal,
)
from ingest.text import fold


@pytest.mark.parametrize(
    ("label", "bare"),
    [
        ("一、财政拨款收入", "财政拨款收入"),
        ("（一）一般公共预算拨款", "一般公共预算拨款"),
        ("(2)公务接待费", "公务接待费"),
        ("1．因公出国（境）费", "因公出国（境）费"),
        ("二、1.基本支出", "基本支出"),
        ("①货物", "货物"),
        ("其中：公务用车购置费", "公务用车购置费"),
        ("20.5万元", "20.5万元"),  # a number, not an ordinal
        ("十二届人大", "十二届人大"),
        ("", ""),
    ],
)
def test_ordinals_are_stripped(label: str, bare: str) -> None:
    assert strip_ordinal(label) == bare


@given(st.text(alphabet="一二十（()）、.．1①其中：减费用", max_size=12))
def test_stripping_is_idempotent(label: str) -> None:
    assert strip_ordinal(strip_ordinal(label)) == strip_ordinal(label)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("本年收入合计", "本年收入合计"),
        ("当年支出小计", "本年支出合计"),
        ("收入总计", "收入总计"),
        ("一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入"),
        ("二、政府性基金预算拨款", "政府性基金预算财政拨款收入"),
        ("附属单位上缴收入", "附属单位上缴收入"),
        ("上年结转", "年初结转和结余"),
        ("结转下年资金", "年末结转和结余"),
        ("年末财政拨款结转和结余", "年末财政拨款结转和结余"),
        ("“三公”经费", "“三公”经费"),
        ("二、公务用车购置及运行费", "公务用车购置及运行维护费"),
        ("其中：公务用车购置费", "公务用车购置费"),
        ("公务用车运行费", "公务用车运行维护费"),
        ("因公出国(境)费", "因公出国（境）费"),
        ("2023年机关运行经费预算数", "机关运行经费"),
        ("一、货物A", "政府采购货物支出"),
        ("日常公用经费", "公用经费"),
        ("公务用车购置和运行维护费合计", "公务用车购置及运行维护费"),
        ("2.公务用车购置及运维费", "公务用车购置及运行维护费"),
    ],
)
def test_label_to_account(label: str, name: str) -> None:
    account = label_to_account(label)
    assert account is not None
    assert account.name == name


@pytest.mark.parametrize("label", ["", "科目名称", "社会保障和就业支出", "差旅费", "公务用车", "三公"])
def test_labels_of_no_account(label: str) -> None:
    assert label_to_account(label) is None


def test_no_wording_means_two_accounts() -> None:
    forms = [(fold(form), a.name) for a in ACCOUNTS for form in (a.name, *a.forms.split("|")) if form]
    twice = [form for form, count in Counter(form for form, _ in set(forms)).items() if count > 1]
    assert not twice


def test_no_wording_means_an_account_and_a_class() -> None:
    accounts = {fold(form) for a in ACCOUNTS for form in (a.name, *a.forms.split("|")) if form}
    classes = {
        fold(form) for _, name, forms in FUNCTIONAL_CLASSES for form in (name, *forms.split("|")) if form
    }
    assert not accounts & classes


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("八、社会保障和就业支出", "208"),
        ("二十二、灾害防治及应急管理支出", "224"),
        ("七、文化体育与传媒支出", "207"),  # its name until 2018
        ("医疗卫生与计划生育支出", "210"),
        ("城乡社区(类)", "212"),
        ("2023年度住房保障支出", "221"),
    ],
)
def test_label_to_class(label: str, code: str) -> None:
    found = label_to_class(label)
    assert found is not None
    assert found[0] == code


def test_codes_of_classes_are_unique_and_of_three_digits() -> None:
    codes = [code for code, _, _ in FUNCTIONAL_CLASSES]
    assert len(codes) == len(set(codes))
    assert all(len(code) == 3 and code.startswith("2") for code in codes)


def test_words_for_all() -> None:
    assert (
        is_total_word("合计")
        and is_total_word("总 计")
        and is_total_word("决算数")
        and is_total_word("一、合计")
    )
    assert not is_total_word("基本支出") and not is_total_word("本年收入合计") and not is_total_word("")
