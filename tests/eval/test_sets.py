"""Which documents a set of questions is asked over, and why it may be skipped."""

from __future__ import annotations

import pytest

from eval.errors import BadSets
from eval.run import split_files
from eval.sets import load_sets, why_skipped

SETS = """
corpus = "corpus"
[[set]]
name = "one"
questions = "one.jsonl"
documents = ["{corpus}/*.pdf", "more/b.pdf"]
"""


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("MINGBAI_CORPUS", raising=False)
    (tmp_path / "sets.toml").write_text(SETS, "utf-8")
    for name in ("corpus/a.pdf", "more/b.pdf", "elsewhere/z.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    return tmp_path


def only_set(root):
    (chosen,) = load_sets(root / "sets.toml", root)
    return chosen


def test_patterns_are_resolved(root, question):
    chosen = only_set(root)
    assert [path.name for path in chosen.documents] == ["a.pdf", "b.pdf"]
    assert why_skipped(chosen, (question({"status": "answered"}, docs=["b.pdf"]),)) == ""


def test_the_corpus_can_lie_elsewhere(root, monkeypatch):
    monkeypatch.setenv("MINGBAI_CORPUS", str(root / "elsewhere"))
    assert [path.name for path in only_set(root).documents] == ["b.pdf", "z.pdf"]


def test_a_set_without_its_documents_says_so(root):
    (root / "corpus" / "a.pdf").unlink()
    assert "{corpus}/*.pdf" in why_skipped(only_set(root), ())


def test_a_question_about_a_file_that_is_not_loaded_says_so(root, question):
    asked = question({"status": "answered"}, docs=["c.pdf"])
    assert "c.pdf" in why_skipped(only_set(root), (asked,))


@pytest.mark.parametrize(
    "text",
    ["corpus = ", "", SETS + SETS.replace('corpus = "corpus"', ""), SETS.replace("questions", "question")],
    ids=["no toml", "no corpus", "twice the name", "unknown field"],
)
def test_a_faulty_file_is_refused(root, text):
    (root / "sets.toml").write_text(text, "utf-8")
    with pytest.raises(BadSets, match=r"sets\.toml"):
        load_sets(root / "sets.toml", root)


def test_files_are_split_into_sets_and_loose_ones(root):
    (root / "one.jsonl").write_text("", "utf-8")
    (root / "loose.jsonl").write_text("", "utf-8")
    chosen, loose = split_files([root], [only_set(root)])
    assert [one.name for one in chosen] == ["one"]
    assert [file.name for file in loose] == ["loose.jsonl"]
