"""Trains the bundled embedding: ``python -m ingest.embedding.train``.

A vector per token, the mean of which is the embedding of a text (sentence-transformers' ``StaticEmbedding``), is
trained so that of all the texts of a batch a text is nearest to its own partner. Batches take turns: statutes for the
language, disclosures for the trade, plain questions and plain words for the citizen's way of putting things.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from ingest.embedding.bags import Bags, token_parts
from ingest.embedding.batches import Draw, read_sources
from ingest.embedding.sources import Pair
from ingest.embedding.vocabulary import texts_to_tokenizer

STATUTES = Path("../shared/train/laws.jsonl.gz")
CORPUS = Path("../shared/corpus")
MODEL = Path(__file__).with_name("model")

SEED = 20_240_101
DIMENSIONS = 256
SCALE = 12.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: steps, pairs per batch, learning rate at the start (it falls to zero); the rest as in ``Bags``."""

    steps: int = 3000
    batch: int = 512
    rate: float = 0.01
    dropped: float = 0.15
    split: float = 0.3


def ranking_loss(left: torch.Tensor, right: torch.Tensor, same: torch.Tensor) -> torch.Tensor:
    """Mean loss of picking each text's partner among the batch, both ways; pairs that mean the same do not compete."""
    cosines = functional.normalize(left, dim=1) @ functional.normalize(right, dim=1).T
    scores = (SCALE * cosines).masked_fill(same, -1e4)
    target = torch.arange(len(left))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def same_meaning(pairs: Sequence[Pair]) -> torch.Tensor:
    """Which other pairs of a batch share a side with a pair: true off the diagonal only."""
    keys: dict[str, int] = {}
    sides = [torch.tensor([keys.setdefault(pair[side], len(keys)) for pair in pairs]) for side in (0, 1)]
    same = (sides[0][:, None] == sides[0]) | (sides[1][:, None] == sides[1])
    return same & ~torch.eye(len(pairs), dtype=torch.bool)


def train(tokenizer: Tokenizer, turns: Sequence[Draw], plan: Plan) -> np.ndarray:
    """Token vectors, one row per id of the tokenizer; batches are drawn in turns."""
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    bags = Bags(tokenizer, dropped=plan.dropped, split=plan.split, seed=SEED)
    bag = nn.EmbeddingBag(tokenizer.get_vocab_size(), DIMENSIONS, mode="mean")
    nn.init.normal_(bag.weight, std=0.1)
    optimizer = torch.optim.Adam(bag.parameters(), lr=plan.rate, fused=True)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=plan.steps)
    for step in range(plan.steps):
        pairs = turns[step % len(turns)](rng)
        left, right = (bag(*bags(side)) for side in zip(*pairs, strict=True))
        loss = ranking_loss(left, right, same_meaning(pairs))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        schedule.step()
        if step % 500 < len(turns):
            print(f"第 {step} 步，第 {step % len(turns) + 1} 种语料：损失 {loss.item():.3f}", flush=True)
    return bag.weight.detach().numpy()


def forget_unseen(vectors: np.ndarray, tokenizer: Tokenizer, texts: Sequence[str]) -> np.ndarray:
    """Zero vectors for tokens that no training text has: their random start would only be noise."""
    whole = {i for encoding in tokenizer.encode_batch(list(texts)) for i in encoding.ids}
    parts = {int(i) for i in token_parts(tokenizer)[sorted(whole)].ravel()}
    vectors[[i for i in range(len(vectors)) if i not in whole | parts]] = 0.0
    return vectors


def save(tokenizer: Tokenizer, vectors: np.ndarray, folder: Path) -> None:
    """Write a sentence-transformers model: token vectors in half precision, then unit length."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    static = StaticEmbedding(tokenizer, embedding_weights=vectors.astype(np.float16))
    SentenceTransformer(modules=[static, Normalize()]).save(str(folder), create_model_card=False)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    (folder / "model.safetensors").chmod(0o644)


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
    print(
        f"法规 {len(read.statutes)} 段，公开文件 {len(read.passages)} 段，{time.monotonic() - started:.0f} 秒"
    )
    plan = Plan(steps=options.steps)
    vectors = forget_unseen(train(tokenizer, read.turns(plan.batch), plan), tokenizer, texts)
    save(tokenizer, vectors, options.model)
    print(f"共 {time.monotonic() - started:.0f} 秒")


if __name__ == "__main__":
    main()
