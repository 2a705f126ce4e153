"""The things that a question names are read whole: particles go, words that begin or end like one stay (所问之事)."""

from __future__ import annotations

import pytest

from service.text.concepts import Concept, concepts_of
from service.text.sorts import Sort


def named(text: str, sort: Sort = Sort.OTHER) -> list[str]:
    return [concept.forms[0] for concept in concepts_of(text, sort)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("对口支援", ["对口支援"]),
        ("对残疾人康复", ["残疾人康复"]),
        ("中介服务", ["中介"]),
        ("项目前期评审", ["项目前期评审"]),
        ("堤岸维修", ["堤岸维修"]),
        ("停车场改造", ["停车场改造"]),
        ("国有资产", ["国有资产"]),
        ("堤防加固这笔钱的", ["堤防加固"]),
        ("嗯我想问下渡口管理这块", ["渡口管理"]),
        ("办了几期法律讲座", ["法律讲座"]),
    ],
)
def test_particles_go_and_words_stay(text: str, words: list[str]) -> None:
    found = named(text)
    assert [word for word in words if not any(word in form for form in found)] == []
    assert not any(form.startswith(("我", "这", "嗯")) or form.endswith(("这", "钱")) for form in found)


def test_the_verb_says_how_a_thing_is_done() -> None:
    assert named("渡口怎么验收", Sort.HOW) == ["渡口", "验收"]
    assert named("渡口管理打算怎么做", Sort.HOW) == ["渡口管理"]


def test_pieces_of_a_long_run_are_held_each_by_itself() -> None:
    concept = Concept(("动员船民参加",))
    assert concept.held("组织动员沿岸船民积极参加应急演练", {}) > 0.85
    assert concept.held("动员各方力量", {}) < 0.5


def test_what_only_ties_words_together_is_no_loss() -> None:
    assert Concept(("渡口检查这笔",)).held("开展渡口安全检查", {}) > 0.85
    assert Concept(("渡口幼儿园",)).held("开展渡口安全检查", {}) < 0.5


def test_a_long_name_is_the_same_without_work_behind_it() -> None:
    assert Concept(("调研视察工作",)).held("开展调研视察", {}) < 1.0
    (concept,) = concepts_of("调研视察工作", Sort.OTHER)
    assert concept.held("认真开展调研视察", {}) == 1.0
