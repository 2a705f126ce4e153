"""Facts found by name and code are those that reading all of them finds, in the same order (事实索引)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.model import Fact, Subject
from service.figures.held import HeldFacts, facts_at, facts_of
from tests.ingest.test_facts import FACT


def named(name: str, code: str = "", kind: str = "功能分类") -> Fact:
    return replace(FACT, subject=Subject(kind, name, code))


FACTS = HeldFacts(
    (
        named("办公费", "30201", "经济分类"),
        named("公务用车购置及运行维护费", kind="三公经费"),
        named("因公出国（境）费", "30212", "经济分类"),
        named("办公费", kind="机关运行"),
        named("办公经费", "30201", "经济分类"),
        named("因公出国(境)费", kind="三公经费"),
    )
)


@pytest.mark.parametrize(
    ("name", "code", "places"),
    [
        ("办公费", "", [0, 3]),
        ("办公费", "30201", [0, 3, 4]),
        ("因公出国 (境) 费", "", [2, 5]),
        ("没有这一项", "30212", [2]),
        ("没有这一项", "", []),
    ],
)
def test_found_by_name_however_written_and_by_code_in_order(name, code, places):
    found = facts_of(FACTS, name, code)
    assert [id(fact) for fact in found] == [id(FACTS[place]) for place in places]


def test_without_an_index_none_are_left_out():
    assert facts_of(list(FACTS), "办公费") == list(FACTS)


def test_those_of_some_documents_are_held_by_their_places_too():
    own = HeldFacts(replace(fact, document_id=f"d{place % 2}") for place, fact in enumerate(FACTS))
    chosen = facts_at(own, frozenset({"d0"}))
    assert list(chosen) == [own[0], own[2], own[4]]
    assert list(facts_of(chosen, "办公费", "30201")) == [own[0], own[4]]
    assert facts_at(own, frozenset({"d0"})) is chosen


def test_those_of_no_document_are_none():
    assert not facts_at(FACTS, frozenset())
    assert not facts_at(list(FACTS), frozenset({"elsewhere"}))
