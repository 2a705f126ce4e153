"""Training the embedding: the same figures each time, partners drawn together, and a folder that loads."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from ingest.embedding.load import load_static
from ingest.embedding.sources import WORDS, Passage, passages_to_pairs, read_topics
from ingest.embedding.vocabulary import texts_to_tokenizer

STATUTES = [(f"某某条例 第{n}章", f"第{n}条的要求写在前面，第{n}条的例外写在后面。") for n in range(1, 40)]
TOPICS = read_topics()[:25]


def test_passages_give_own_heading_and_whole_path():
    passage = Passage("甲.pdf", ("第一部分 概况", "一、职责"), "管理图书馆。")
    assert passages_to_pairs([passage]) == [
        ("一、职责", passage.text),
        ("第一部分 概况 一、职责", passage.text),
    ]


@pytest.mark.parametrize("path", [None, WORDS])
def test_rows_of_plain_wordings_are_well_formed(path: Path | None):
    topics = read_topics(path) if path else read_topics()
    asked = [question for topic in topics for question in topic.questions]
    assert all(topic.official and topic.questions for topic in topics)
    assert all(
        text and text == text.strip() for topic in topics for text in (*topic.official, *topic.questions)
    )
    if not path:
        assert len(asked) == len(set(asked))  # one question under two matters would pull them together


@pytest.mark.slow
def test_training_is_reproducible_and_draws_partners_together(tmp_path):
    from ingest.embedding.batches import Sources
    from ingest.embedding.train import Plan, forget_unseen, save, train

    read = Sources(STATUTES, [], TOPICS, read_topics(WORDS)[:25])
    tokenizer = texts_to_tokenizer(read.texts(), size=5000)
    plan = Plan(steps=120, batch=64)
    vectors = train(tokenizer, read.turns(plan.batch), plan)
    assert np.array_equal(vectors, train(tokenizer, read.turns(plan.batch), plan))
    save(tokenizer, forget_unseen(vectors, tokenizer, read.texts()), tmp_path)
    embedder = load_static(tmp_path)
    official = embedder.embed([topic.official[0] for topic in TOPICS])
    nearest = [int(np.argmax(official @ embedder.embed_question(topic.questions[0]))) for topic in TOPICS]
    assert sum(found == number for number, found in enumerate(nearest)) >= 12  # by chance: 1
    assert not embedder.embed(["鼹"]).any()  # a character that no training text has keeps no random direction


@pytest.mark.slow
def test_bags_split_words_and_keep_the_order_of_texts():
    from ingest.embedding.bags import Bags

    tokenizer = texts_to_tokenizer(["财政拨款收入支出"] * 5, size=4000)
    whole, _ = Bags(tokenizer, dropped=0, split=0, seed=1)(["财政拨款"])
    ids, starts = Bags(tokenizer, dropped=0, split=1, seed=1)(["财政拨款", "", "收入"])
    assert len(whole) < 4 and starts.tolist() == [0, 4, 4]
    assert [tokenizer.id_to_token(i) for i in ids.tolist()] == list("财政拨款收入")


@pytest.mark.slow
def test_dressing_changes_small_words_and_keeps_what_is_asked():
    from ingest.embedding.batches import dress

    asked = {dress("老百姓为什么投诉", random.Random(seed)) for seed in range(200)}
    assert any("为啥" in question for question in asked) and any("市民" in question for question in asked)
    assert all("投诉" in question for question in asked)
