"""What is found by an index, or made once, is what going through everything finds."""

from __future__ import annotations

import random
from importlib import resources

import pytest

from service.answer import Answerer
from service.figures.held import HeldFacts, facts_for
from service.read import vocabulary
from service.read.question import simplified
from service.read.terms import Words, find, rows_to_words
from service.suggest import suggest
from service.things.search import search

ROWS = [(True, vocabulary.FILLER), (True, vocabulary.GENERIC), *vocabulary.MONEY_WORDS]


@pytest.mark.parametrize("seed", range(5))
def test_words_of_a_vocabulary_are_found_as_if_each_was_looked_for(seed):
    draw, words = random.Random(seed), rows_to_words(ROWS)
    plain = dict(words)
    assert isinstance(words, Words) and len(plain) > 100
    for _ in range(200):
        text = "".join(draw.choice([*plain, "甲", "2023年"]) for _ in range(draw.randrange(8)))
        text = text[draw.randrange(2) :]
        taken = [draw.random() < 0.1 for _ in text]
        assert words.within(text) == tuple(word for word in plain if word in text)
        assert find(text, words, taken) == find(text, plain, taken)


def test_a_vocabulary_with_an_empty_word_finds_none():
    assert rows_to_words([(1, "甲||乙甲")]).within("乙甲") == ("甲", "乙甲")


def dictionary() -> list[list[str]]:
    """What is written in traditional characters, with the same in simplified ones."""
    folder = resources.files("opencc") / "dictionary"
    texts = [(folder / f"TS{kind}.txt").read_text("utf-8") for kind in ("Phrases", "Characters")]
    return [line.split("\t") for text in texts for line in text.splitlines()]


def test_no_traditional_word_is_taken_for_a_simplified_one():
    import opencc

    convert = opencc.OpenCC("t2s").convert
    rows = dictionary()
    assert len(rows) > 4000
    for written, _ in rows:
        assert simplified(f"甲{written}乙") == convert(f"甲{written}乙"), written


def test_facts_of_some_years_are_chosen_once(desk: Answerer):
    (body, *_) = desk.library.bodies(desk.library.documents())
    facts = desk.library.facts(body.documents)
    year, home = body.years[-1], frozenset([body.documents[0].id])
    chosen = facts_for(facts, [year], home)
    expected = [*(f for f in facts if f.document_id in home), *(f for f in facts if f.year == year)]
    assert list(chosen) == expected and chosen is facts_for(facts, [year], home)
    assert facts_for(facts, (), frozenset()) is facts
    assert list(facts_for(list(facts), [year], frozenset())) == [f for f in facts if f.year == year]


def test_what_is_suggested_and_searched_does_not_depend_on_what_was_asked_before(desk: Answerer):
    for body in desk.library.bodies(desk.library.documents()):
        held = desk.library.facts(body.documents)
        for year in body.years:
            fresh = suggest(body, year, list(held), count=8)
            assert fresh == suggest(body, year, held, count=8) == suggest(body, year, held, count=8)
            assert fresh[:2] == suggest(body, year, HeldFacts(held), count=2)
        for content in ("投诉", "热线受理", "车辆", "办公用房面积"):
            for unit in (None, "件", "辆", "*"):
                assert search(content, held, unit) == search(content, list(held), unit)
