"""Cutting a question into words: the longest sensible cut, misspelt names, never an opposite (切分、错字)."""

from __future__ import annotations

from itertools import pairwise

import pytest

from service.accounts.lexicon import read_lexicon
from service.model import Term
from service.read.cues import Cue
from service.read.segments import Role, Word, segment
from service.read.spelling import Index

LEXICON = read_lexicon([])


def words(text: str) -> list[Word]:
    return segment(text, [False] * len(text), LEXICON)


def subjects(text: str) -> list[str]:
    return [w.value.name for w in words(text) if w.role is Role.SUBJECT and isinstance(w.value, Term)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("绩效工资多少", ["绩效工资"]),
        ("公务用车运行维护费多少", ["公务用车运行维护费"]),
        ("公务用车购置及运行维护费多少", ["公务用车购置及运行维护费"]),
        ("一般公共预算财政拨款收入多少", ["一般公共预算财政拨款收入"]),
        ("办公费和印刷费", ["办公费", "印刷费"]),
        ("办公费印刷费差旅费", ["办公费", "印刷费", "差旅费"]),
        ("住房公积金和购房补贴", ["住房公积金", "购房补贴"]),
        ("政府采购货物支出", ["政府采购货物支出"]),
        ("项目支出", ["项目支出"]),
    ],
)
def test_the_longest_name_is_one_word(text: str, names: list[str]) -> None:
    assert subjects(text) == names


def test_a_word_of_a_section_stands_alone_where_no_account_holds_it() -> None:
    assert [(w.text, w.role) for w in words("绩效怎么样") if w.role is Role.INTENT] == [
        ("绩效怎么样", Role.INTENT)
    ]
    assert all(w.role is not Role.INTENT for w in words("绩效工资"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("基本之出多少", "基本支出"),
        ("购房补铁多少", "购房补贴"),
        ("公务接代费多少", "公务接待费"),
        ("差旅废多少", "差旅费"),
        ("住房公鸡金多少", "住房公积金"),
        ("项目之出多少", "项目支出"),
    ],
)
def test_a_misspelt_name_is_read_by_its_sound(text: str, name: str) -> None:
    found = [w for w in words(text) if w.role is Role.SUBJECT]
    assert [w.value.name for w in found if isinstance(w.value, Term)] == [name]
    assert not found[0].exact


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("上缴上级支出多少", "上级补助收入"),
        ("财政拨款支入", "财政拨款支出"),
        ("年初结余", "年末结转和结余"),
        ("年末结余", "年初结转和结余"),
        ("项目收入", "项目支出"),
        ("基本收入", "基本支出"),
        ("在职费", "离休费"),
    ],
)
def test_an_opposite_is_never_read_into_a_name(text: str, never: str) -> None:
    assert never not in subjects(text)


def test_a_misspelt_cue_is_read() -> None:
    cues = [w.value for w in words("基本支出占笔多少") if w.role is Role.CUE]
    assert cues in ([Cue.SHARE], [])


def test_nothing_is_cut_where_it_is_taken() -> None:
    text = "办公费和印刷费"
    taken = [i < 3 for i in range(len(text))]
    assert [w.text for w in segment(text, taken, LEXICON) if w.role is Role.SUBJECT] == ["印刷费"]


def test_words_do_not_overlap_and_stand_in_order() -> None:
    found = words("基本支出里人员经费占百分之几，比上年多多少")
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_the_index_knows_names_of_a_run_of_the_same_length() -> None:
    index = Index.of(["基本支出", "项目支出", "差旅费", "水费"])
    assert index.sizes == (3, 4)  # two characters are too easily taken for others
    assert set(index.like("基本之出")) == {"基本支出"}
    assert list(index.like("基本支出")) == ["项目支出"]  # the run itself is no misspelling
    assert list(index.like("某某某某")) == []
