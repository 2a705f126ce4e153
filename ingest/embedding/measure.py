"""Measures retrieval on disclosures that training has not seen: ``python -m ingest.embedding.measure``.

For every question in ``questions.tsv`` the passages of its own document are ranked; R@k says how often one of the
right passages is among the first k. Character-bigram BM25 is ranked beside it.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.embedding.sources import Passage, read_passages
from ingest.text import fold

QUESTIONS = Path(__file__).with_name("questions.tsv")
CORPUS = Path("../shared/corpus")

Ranker = Callable[[str, Sequence[str]], np.ndarray]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about one document (part of its file name) and the pattern of the passages that answer it."""

    file: str
    text: str
    answer: re.Pattern[str]


def read_questions(path: Path = QUESTIONS) -> list[Question]:
    """Questions of the measurement, in file order."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Question(file, text, re.compile(answer)) for file, text, answer in rows]


def questions_to_ranks(questions: Sequence[Question], passages: Sequence[Passage], rank: Ranker) -> list[int]:
    """Rank (1 is best) of the first right passage for each question that has one."""
    ranks = []
    for question in questions:
        texts = [p.whole for p in passages if question.file in p.file]
        right = [i for i, text in enumerate(texts) if question.answer.search(text)]
        if right:
            order = np.argsort(-rank(question.text, texts), kind="stable").tolist()
            ranks.append(1 + min(order.index(i) for i in right))
    return ranks


def recall(ranks: Sequence[int], first: int) -> float:
    """Share of questions with a right passage among the ``first``."""
    return sum(rank <= first for rank in ranks) / max(len(ranks), 1)


def bigram_bm25(question: str, texts: Sequence[str]) -> np.ndarray:
    """BM25 scores (k1 1.2, b 0.75) of character bigrams."""
    bags = [Counter(_bigrams(text)) for text in texts]
    lengths = np.array([sum(bag.values()) for bag in bags])
    scores = np.zeros(len(texts))
    for term in set(_bigrams(question)):
        counts = np.array([bag[term] for bag in bags])
        found = int((counts > 0).sum())
        weight = math.log(1 + (len(texts) - found + 0.5) / (found + 0.5))
        scores += weight * counts * 2.2 / (counts + 1.2 * (0.25 + 0.75 * lengths / lengths.mean()))
    return scores


def _bigrams(text: str) -> list[str]:
    plain = fold(text)
    return [plain[i : i + 2] for i in range(len(plain) - 1)]


def embedding_ranker(embed: Callable[[Sequence[str]], np.ndarray]) -> Ranker:
    """Ranker by cosine of embeddings of unit length."""
    return lambda question, texts: embed(texts) @ embed([question])[0]


def ranks_to_line(name: str, ranks: Sequence[int]) -> str:
    """One line of the report."""
    recalls = "  ".join(f"R@{k} {recall(ranks, k):.3f}" for k in (1, 5, 10))
    return f"{name:<16} {recalls}  MRR {np.mean([1 / rank for rank in ranks]):.3f}  n={len(ranks)}"


def main() -> None:
    """Print the figures of BM25 and of the bundled model."""
    from ingest.embedding.load import load_embedding

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--model", default="", help="别的模型的名字或路径；默认是自带的")
    options = parser.parse_args()
    passages = read_passages(options.corpus, held_out=True)
    questions = read_questions()
    embedder = load_embedding(options.model)
    print(ranks_to_line("BM25（字二元组）", questions_to_ranks(questions, passages, bigram_bm25)))
    ranker = embedding_ranker(embedder.embed)
    print(ranks_to_line(embedder.name, questions_to_ranks(questions, passages, ranker)))


if __name__ == "__main__":
    main()
