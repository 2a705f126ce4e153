"""The bundled vectors learnt further, so that a question is near what answers it (向量再训练)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from eval.closest.pairs import Pair
from ingest.embedding.bags import Bags
from ingest.embedding.load import BUNDLED, load_static

_SEED, _SCALE = 5, 12.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How often every pair is seen, how many at a time, how fast at first (it falls to zero)."""

    rounds: int = 10
    batch: int = 256
    rate: float = 0.03


def learn_vectors(pairs: Sequence[Pair], pace: Pace = Pace()) -> NDArray[np.float16]:
    """Token vectors, one row per id of the bundled tokenizer."""
    bundled = load_static(BUNDLED)
    draw = random.Random(_SEED)
    torch.manual_seed(_SEED)
    bags = Bags(bundled.tokenizer, dropped=0.1, split=0.25, seed=_SEED)
    start = torch.tensor(np.asarray(bundled.vectors, np.float32))
    bag = nn.EmbeddingBag.from_pretrained(start, freeze=False, mode="mean")
    adam = torch.optim.Adam(bag.parameters(), lr=pace.rate)
    steps = pace.rounds * -(-len(pairs) // pace.batch)
    falls = torch.optim.lr_scheduler.LinearLR(adam, 1.0, 0.0, total_iters=steps)
    for _ in range(pace.rounds):
        order = draw.sample(list(pairs), len(pairs))
        for at in range(0, len(order), pace.batch):
            loss = _loss(bag, bags, order[at : at + pace.batch])
            adam.zero_grad()
            torch.autograd.backward(loss)
            adam.step()
            falls.step()
    vectors: NDArray[np.float16] = bag.weight.detach().numpy().astype(np.float16)
    return vectors


def _loss(bag: nn.EmbeddingBag, bags: Bags, pairs: Sequence[Pair]) -> torch.Tensor:
    """Of picking what is meant among the batch, both ways; what means the same does not compete."""
    said = functional.normalize(bag(*bags([pair.said for pair in pairs])), dim=1)
    meant = functional.normalize(bag(*bags([pair.meant for pair in pairs])), dim=1)
    same = torch.tensor([[a.meant == b.meant and a is not b for b in pairs] for a in pairs])
    scores = (_SCALE * said @ meant.T).masked_fill(same, -1e4)
    target = torch.arange(len(pairs))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2
