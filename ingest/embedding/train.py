"""Trains the bundled embedding: ``python -m ingest.embedding.train``.

A vector per token, the mean of which is the embedding of a text (sentence-transformers' ``StaticEmbedding``), is
trained so that of all the texts of a batch a text is nearest to its own partner. Batches take turns: statutes for the
language, disclosures for the trade, plain questions and plain words for the citizen's way of putting things.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from ingest.embedding import sources
from ingest.embedding.vocabulary import texts_to_tokenizer

STATUTES = Path("../shared/train/laws.jsonl.gz")
CORPUS = Path("../shared/corpus")
MODEL = Path(__file__).with_name("model")

SEED = 20_240_101
DIMENSIONS = 256
SCALE = 20.0
# Each batch also learns with the first of its dimensions alone, so that a shortened vector still serves.
LENGTHS = (256, 64)

Draw = Callable[[random.Random], list[sources.Pair]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: steps, pairs per batch, learning rate at the start (it falls to zero).

    ``dropped`` is the share of tokens that are left out of a text, ``split`` the share of words read as characters.
    """

    steps: int = 5000
    batch: int = 512
    rate: float = 0.01
    dropped: float = 0.15
    split: float = 0.3


def draw_questions(topics: Sequence[sources.Topic], passages: Sequence[sources.Passage]) -> Draw:
    """Draws one question and one official wording (or a passage under such a heading) of every topic."""
    found = [[p for p in passages if any(o in p.path[-1] for o in t.official)] for t in topics]

    def draw(rng: random.Random) -> list[sources.Pair]:
        pairs = []
        for topic, under in zip(topics, found, strict=True):
            official = rng.choice(topic.official)
            if under and rng.random() < 0.5:
                official = rng.choice(under).whole
            elif rng.random() < 0.3:
                official = " ".join(topic.official)
            pairs.append((dress(rng.choice(topic.questions), rng), official))
        return pairs

    return draw


def draw_pairs(pairs: Sequence[sources.Pair], batch: int) -> Draw:
    """Draws ``batch`` pairs at random."""
    return lambda rng: rng.sample(pairs, min(batch, len(pairs)))


OPENINGS = ("", "", "", "", "请问", "想问一下", "我想知道", "麻烦问下", "帮我查查", "说说", "那")
WHO = (
    "",
    "",
    "",
    "这个单位",
    "你们局",
    "区财政局",
    "市教育局",
    "卫健委",
    "街道办",
    "该部门",
    "县医院",
    "中心",
    "公安局",
)
WHEN = ("", "", "", "2023年", "2024年度", "去年", "今年", "2021年", "上一年", "前年")
CLOSINGS = ("", "", "", "？", "呢", "啊", "吗", "呀？")


def dress(question: str, rng: random.Random) -> str:
    """The question as people put it: with a polite opening, a body and a year, which must not change the meaning."""
    front = [rng.choice(OPENINGS), *rng.sample([rng.choice(WHO), rng.choice(WHEN)], 2)]
    return "".join([*front, question, rng.choice(CLOSINGS)])


class Bags:
    """Texts as token ids, each tokenized once, for an ``EmbeddingBag``."""

    def __init__(self, tokenizer: Tokenizer, plan: Plan) -> None:
        self._tokenizer, self._plan = tokenizer, plan
        self._parts = token_parts(tokenizer)
        self._known: dict[str, np.ndarray] = {}
        self._rng = np.random.default_rng(SEED)

    def __call__(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and offsets, anew each time: some tokens split into their characters, some left out.

        So no token is relied on alone, and a word that is cut otherwise in a question still has a meaning.
        """
        self._learn([text for text in texts if text not in self._known])
        rows = [self._known[text] for text in texts]
        ids = np.concatenate(rows).astype(np.int64)
        pieces = np.stack([ids, np.full_like(ids, -1)], axis=1)
        split = (self._parts[ids, 0] >= 0) & (self._rng.random(len(ids)) < self._plan.split)
        pieces[split] = self._parts[ids[split]]
        kept = (pieces >= 0) & (self._rng.random(pieces.shape) >= self._plan.dropped)
        ends = np.concatenate([[0], kept.sum(axis=1).cumsum()])
        starts = ends[np.cumsum([0] + [len(row) for row in rows[:-1]])]
        return torch.from_numpy(pieces[kept]), torch.from_numpy(starts)

    def _learn(self, texts: Sequence[str]) -> None:
        encodings = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        for text, encoding in zip(texts, encodings, strict=True):
            self._known[text] = np.array(encoding.ids, dtype=np.uint16)


def token_parts(tokenizer: Tokenizer) -> np.ndarray:
    """For each token the ids of its two characters, or -1 twice for one that is no pair of known characters."""
    ids = tokenizer.get_vocab()
    parts = np.full((tokenizer.get_vocab_size(), 2), -1, dtype=np.int64)
    for token, i in ids.items():
        if len(token) == 2 and all(char in ids for char in token):
            parts[i] = [ids[char] for char in token]
    return parts


def ranking_loss(left: torch.Tensor, right: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """Mean loss of picking each text's partner among the batch, both ways; pairs that mean the same do not compete."""
    loss = left.new_zeros(())
    target = torch.arange(len(left))
    for length in LENGTHS:
        one = functional.normalize(left[:, :length], dim=1)
        other = functional.normalize(right[:, :length], dim=1)
        scores = (SCALE * one @ other.T).masked_fill(same, -1e4)
        loss = loss + functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)
    return loss / (2 * len(LENGTHS))


def same_meaning(pairs: Sequence[sources.Pair]) -> torch.Tensor:
    """Which other pairs of a batch share a side with a pair: true off the diagonal only."""
    keys: dict[str, int] = {}
    sides = [torch.tensor([keys.setdefault(pair[side], len(keys)) for pair in pairs]) for side in (0, 1)]
    same = (sides[0][:, None] == sides[0]) | (sides[1][:, None] == sides[1])
    return same & ~torch.eye(len(pairs), dtype=torch.bool)


def train(tokenizer: Tokenizer, draws: Sequence[tuple[Draw, int]], plan: Plan) -> np.ndarray:
    """Token vectors, one row per id of the tokenizer; ``draws`` take turns by their weights."""
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    bags = Bags(tokenizer, plan)
    bag = nn.EmbeddingBag(tokenizer.get_vocab_size(), DIMENSIONS, mode="mean")
    nn.init.normal_(bag.weight, std=0.1)
    optimizer = torch.optim.Adam(bag.parameters(), lr=plan.rate, fused=True)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=plan.steps)
    turns = [draw for draw, weight in draws for _ in range(weight)]
    for step in range(plan.steps):
        pairs = turns[step % len(turns)](rng)
        left, right = (bag(*bags(side)) for side in zip(*pairs, strict=True))
        loss = ranking_loss(left, right, same_meaning(pairs))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        schedule.step()
        if step % 500 < len(turns):
            print(f"{step:>6} {step % len(turns)} {loss.item():.3f}", flush=True)
    return bag.weight.detach().numpy()


def forget_unseen(vectors: np.ndarray, tokenizer: Tokenizer, texts: Sequence[str]) -> np.ndarray:
    """Zero vectors for tokens that no training text has: their random start would only be noise."""
    seen = {i for encoding in tokenizer.encode_batch(list(texts)) for i in encoding.ids}
    vectors[[i for i in range(len(vectors)) if i not in seen]] = 0.0
    return vectors


def save(tokenizer: Tokenizer, vectors: np.ndarray, folder: Path) -> None:
    """Write a sentence-transformers model: token vectors in half precision, then unit length."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    static = StaticEmbedding(tokenizer, embedding_weights=vectors.astype(np.float16))
    SentenceTransformer(modules=[static, Normalize()]).save(str(folder), create_model_card=False)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "model.safetensors").chmod(0o644)


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that is trained on."""

    statutes: list[tuple[str, str]]
    passages: list[sources.Passage]
    topics: list[sources.Topic]
    words: list[sources.Topic]

    def texts(self) -> list[str]:
        """Texts for the vocabulary; the few of the trade count as often as they would in a larger corpus."""
        asked = [text for topic in self.topics + self.words for text in (*topic.official, *topic.questions)]
        narrative = [passage.whole for passage in self.passages]
        return [text for _, text in self.statutes] + narrative * 5 + asked * 20

    def draws(self, batch: int) -> list[tuple[Draw, int]]:
        """Where batches come from, and how often in turn."""
        return [
            (draw_pairs(sources.statutes_to_pairs(self.statutes), batch), 2),
            (draw_pairs(sources.passages_to_pairs(self.passages), batch), 1),
            (draw_questions(self.topics, self.passages), 1),
            (draw_questions(self.words, []), 1),
        ]


def read_sources(statutes: Path, corpus: Path) -> Sources:
    """Read all sources; disclosures that are not there are left out."""
    return Sources(
        sources.read_statutes(statutes),
        sources.read_passages(corpus, held_out=False),
        sources.read_topics(sources.QUESTIONS),
        sources.read_topics(sources.WORDS),
    )


def main() -> None:
    """Read the sources, train, save, and say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statutes", type=Path, default=STATUTES)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--steps", type=int, default=Plan().steps)
    options = parser.parse_args()
    torch.set_num_threads(2)
    started = time.monotonic()
    read = read_sources(options.statutes, options.corpus)
    texts = read.texts()
    tokenizer = texts_to_tokenizer(texts)
    sizes = f"法规 {len(read.statutes)} 段，公开文件 {len(read.passages)} 段，问法 {len(read.topics)} 组，词 {len(read.words)} 组"
    print(f"{sizes}；词表 {tokenizer.get_vocab_size()}，{time.monotonic() - started:.0f} 秒")
    plan = Plan(steps=options.steps)
    vectors = forget_unseen(train(tokenizer, read.draws(plan.batch), plan), tokenizer, texts)
    save(tokenizer, vectors, options.model)
    print(f"共 {time.monotonic() - started:.0f} 秒")


if __name__ == "__main__":
    main()
