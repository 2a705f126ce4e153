"""Measuring retrieval: which passage is right, how ranks become scores, and the whole over the samples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.model import Question
from eval.retrieval.known import Passage, is_measured, right_passages
from eval.retrieval.naive import bm25_ranker, dense_ranker
from eval.retrieval.report import OURS, write_retrieval
from eval.retrieval.run import NAIVE_BM25, NAIVE_DENSE, measure_retrieval
from eval.retrieval.score import BLIND, OPEN, Asked, Score, rank_of, score_of
from eval.sets import load_sets
from ingest.embedding.load import load_embedding
from ingest.settings import Settings


def question(**changes) -> Question:
    given = {
        "id": "q", "question": "馆里有哪些科室", "type": "list", "style": "citizen", "docs": ["馆.pdf"], "page": [2, 3],
        "expect": {"all": ["办公室", "采编部", "借阅部"]},
    }  # fmt: skip
    return Question.model_validate(given | changes)


def passage(key: str, text: str, page: int = 2, file: str = "馆.pdf", heading: str = "") -> Passage:
    return Passage(key, file, (page,), heading, text)


def test_right_is_what_stands_on_the_page_and_holds_most_of_what_is_expected():
    passages = [
        passage("most", "内设办公室、采编部。"),
        passage("less", "借阅部另有规定。"),
        passage("elsewhere", "办公室、采编部、借阅部", page=9),
        passage("another file", "办公室、采编部、借阅部", file="别馆.pdf"),
        passage("nothing", "本页无。"),
    ]
    assert right_passages(question(), passages) == {"most"}


def test_any_of_several_wordings_counts_once_and_headings_count_as_text():
    asked = question(expect={"any": ["人员调出", "项目完工"]}, type="narrative")
    passages = [
        passage("one", "因人员调出。"),
        passage("both", "因人员调出、项目完工。"),
        passage("head", "其他。", heading="三、项目完工情况"),
    ]
    assert right_passages(asked, passages) == {"one", "both", "head"}


def test_where_no_words_are_expected_the_section_is():
    asked = question(expect={"status": "answered"}, section="机构设置")
    passages = [
        passage("under", "办公室。", heading="二、机构设置"),
        passage("other", "办公室。", heading="一、职责"),
    ]
    assert is_measured(asked) and right_passages(asked, passages) == {"under"}


def test_where_no_passage_holds_anything_none_is_right():
    assert right_passages(question(), [passage("no", "本页无。")]) == frozenset()
    assert rank_of(["no"], frozenset()) == 0


@pytest.mark.parametrize(
    ("changes", "measured"),
    [
        ({}, True),
        ({"type": "lookup"}, False),
        ({"expect": {"status": "no_answer"}}, False),
        ({"page": []}, False),
        ({"docs": []}, False),
        ({"history": ["先问一句"]}, False),
        ({"expect": {"value": "1", "unit": "个", "all": ["办公室"]}}, False),
    ],
)
def test_only_running_text_with_a_known_place_is_measured(changes, measured):
    assert is_measured(question(**changes)) is measured


def test_scores_of_ranks():
    assert rank_of(["a", "b", "c"], frozenset("bc")) == 2
    assert score_of([1, 2, 0, 8]) == Score(4, 0.25, 0.5, (1 + 0.5 + 0.125) / 4)
    assert score_of([]) == Score(0, 0.0, 0.0, 0.0)


def test_blind_and_held_out_sets_are_counted_apart():
    assert Asked(question(), "passages", False).group == OPEN
    assert Asked(question(), "blind2", False).group == Asked(question(), "people", True).group == BLIND


def test_naive_rankers_find_what_is_plainly_said():
    passages = [passage("a", "负责图书借阅"), passage("b", "公务用车运行维护费"), passage("c", "绩效目标")]
    assert bm25_ranker(passages)("公务用车花了多少")[0] == 1
    assert dense_ranker(passages, load_embedding())("公务用车花了多少")[0] == 1


@pytest.mark.slow
def test_the_samples_are_measured_by_every_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("eval.loaded.CACHE", tmp_path / "cache")
    samples = [one for one in load_sets() if one.name == "samples"]
    found = measure_retrieval(samples, Settings(data=tmp_path / "data"))
    scores = {way: groups["全部"] for way, groups in found.scores.items()}
    asked = sum(is_measured(one.question) for one in found.asked)
    assert asked and all(score.questions == asked for score in scores.values())
    assert scores[OURS].recall_5 >= 0.95
    assert scores[OURS].recall_1 > max(scores[NAIVE_DENSE].recall_1, scores[NAIVE_BM25].recall_1)
    kept = json.loads(write_retrieval(found, tmp_path).read_text("utf-8"))
    assert kept["scores"][OURS]["全部"]["recall_5"] == scores[OURS].recall_5
