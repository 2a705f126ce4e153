"""A bound that a name does not have, all but a part, brackets that say it again, sorts of purchases (读句单元)."""

from __future__ import annotations

import pytest

from ingest.model import Fund
from ingest.phrases import Topic, subjects_of
from service.accounts.buying import of_purchases
from service.accounts.doubts import condition
from service.accounts.less import without
from service.model import Operation, Term
from service.read.restated import claim_restated
from service.read.segments import Role, Word
from service.read.terms import Match
from service.read.wording import Wording

GOODS, WORKS, SERVICES = (Term(f"政府采购{sort}支出", "政府采购") for sort in ("货物", "工程", "服务"))
PURCHASES = Term("政府采购支出", "政府采购")
HOUSING = Term("住房保障支出", "功能分类", "221")
FUND = Term("住房公积金", "功能分类", "2210201")
PENSIONS = Term("事业单位离退休", "功能分类", "2080502")
ALL = Term("本年支出合计", "总额")


def wording(text: str) -> Wording:
    return Wording.of(text, ())


def matched(read: Wording, *named: tuple[str, Term]) -> list[Match[Term]]:
    found = []
    for word, term in named:
        place = read.text.index(word)
        found.append(Match(place, place + len(word), word, term))
    return found


@pytest.mark.parametrize(
    ("text", "subject", "bounds"),
    [
        ("预算超过500万的项目几个", "项目", ("超过500万",)),
        ("没完成的有几项", "绩效目标", ("没完成",)),
        ("不到80万元的有哪些", "项目", ("不到80万",)),
        ("预算超过500万吗", "项目", ()),
        ("单价超过100万元的设备多少台", "单价超过100万元的设备", ()),
        ("未完成的有几项", "未完成的指标", ()),
        ("有几个项目", "项目", ()),
    ],
)
def test_a_bound_that_the_name_does_not_have(text: str, subject: str, bounds: tuple[str, ...]) -> None:
    assert condition(wording(text), Term(subject, "业务量")) == bounds


def test_a_bound_that_is_explained_does_not_count() -> None:
    text = "超过500万的有几个"
    assert condition(Wording.of(text, ((0, len(text)),)), None) == ()


@pytest.mark.parametrize(
    "text",
    [
        "扣除住房公积金后住房保障支出还有多少",
        "住房保障支出除了住房公积金以外多少",
        "住房保障支出不含住房公积金还有多少",
        "刨去住房公积金以后住房保障支出多少",
    ],
)
def test_all_but_a_part(text: str) -> None:
    read = wording(text)
    assert without(read, matched(read, ("住房保障支出", HOUSING), ("住房公积金", FUND))) == (HOUSING, FUND)


@pytest.mark.parametrize(
    ("text", "word", "term", "left"),
    [
        ("除了三公经费还有多少支出", "三公经费", Term("三公经费", "三公经费"), "本年支出合计"),
        ("除了财政拨款还有多少收入", "财政拨款", Term("财政拨款收入", "收入来源"), "本年收入合计"),
        ("不是财政拨款的那部分", "财政拨款", Term("财政拨款收入", "收入来源"), "本年收入合计"),
    ],
)
def test_all_but_one_of_all(text: str, word: str, term: Term, left: str) -> None:
    read = wording(text)
    found = without(read, matched(read, (word, term)))
    assert found is not None and (found[0].name, found[1]) == (left, term)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("住房保障支出和住房公积金各多少", FUND),
        ("扣除事业单位离退休后住房保障支出还有多少", PENSIONS),
    ],
)
def test_what_is_no_part_is_not_left_out(text: str, part: Term) -> None:
    read = wording(text)
    assert without(read, matched(read, ("住房保障支出", HOUSING), (part.name, part))) is None


def heard(read: Wording, text: str, term: Term) -> Word:
    place = read.text.index(text)
    return Word(place, place + len(text), text, Role.SUBJECT, term)


def test_brackets_that_say_it_again_explain_what_stands_before() -> None:
    read = wording("退休人员那块（事业单位离退休）花了多少")
    words = [heard(read, "事业单位离退休", PENSIONS)]
    assert claim_restated(read, words) == words
    assert [char for char, taken in zip(read.text, read.taken, strict=True) if taken] == list("退休人员那块")


def test_all_before_brackets_means_what_they_name() -> None:
    read = wording("房子那些开销（住房公积金）多少")
    words = [heard(read, "开销", ALL), heard(read, "住房公积金", FUND)]
    assert claim_restated(read, words) == words[1:]


def test_brackets_with_more_than_names_say_nothing_again() -> None:
    read = wording("退休人员那块（不算事业单位离退休）花了多少")
    words = [heard(read, "事业单位离退休", PENSIONS)]
    assert claim_restated(read, words) == words and not any(read.taken)


def test_what_stands_before_a_comma_is_not_said_again() -> None:
    read = wording("培训，退休（事业单位离退休）")
    claim_restated(read, [heard(read, "事业单位离退休", PENSIONS)])
    assert [read.text[i] for i, taken in enumerate(read.taken) if taken] == ["退", "休"]


@pytest.mark.parametrize(
    ("text", "operation", "names"),
    [
        ("政府采购里服务占多少", Operation.SHARE, [PURCHASES, SERVICES]),
        ("政府采购货物和工程各多少", None, [GOODS, WORKS]),
        ("政府采购里服务多少", None, [SERVICES]),
        ("政府采购服务中心多少", None, [PURCHASES]),
        ("政府采购工程师培训多少", None, [PURCHASES]),
    ],
)
def test_sorts_of_purchases_by_their_bare_words(
    text: str, operation: Operation | None, names: list[Term]
) -> None:
    read = wording(text)
    found = of_purchases(read, matched(read, ("政府采购", PURCHASES)), operation)
    assert [match.value for match in found] == names


def test_a_sort_is_none_of_purchases_where_these_are_not_named() -> None:
    read = wording("公共服务多少")
    assert of_purchases(read, []) == []


def test_things_bought_beside_services_are_goods() -> None:
    read = wording("买东西和买服务各花了多少")
    found = of_purchases(read, matched(read, ("买东西", PURCHASES), ("买服务", SERVICES)))
    assert [match.value for match in found] == [GOODS, SERVICES]


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("公务接待费（款）", "经济分类", "公务接待费"),
        ("公务接待费(款)支出", "经济分类", "公务接待费"),
        ("1.因公出国（境）费用（款）", "经济分类", "因公出国（境）费用"),
        ("会议费（款）", "经济分类", "会议费"),
        ("培训费（项）", "功能分类", "培训费"),
        ("公务接待费", "三公经费", "公务接待费"),
        ("会议费", "会议培训", "会议费"),
    ],
)
def test_a_level_behind_a_name_says_its_classification(phrase: str, kind: str, name: str) -> None:
    subjects, _ = subjects_of(phrase, Topic(entity="某局"), {})
    assert [(s.kind, s.name) for s in subjects or ()] == [(kind, name)]


def test_a_name_of_the_form_is_paid_from_appropriations_unless_it_is_a_class() -> None:
    assert subjects_of("公务接待费", Topic(entity="某局"), {})[1] is Fund.APPROPRIATION
