"""Nets from examples: which place is meant, if any, and with what chance (训练评分网)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from service.closest.net import Nets, beside_best

_WIDTH, _NONE, _RATE, _DECAY, _BATCH, _LOST = 64, 24, 3e-3, 0.02, 64, 0.3
Rows = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """What may be meant by its features, and which is right; all wrong for a near miss."""

    group: str
    rows: Rows
    right: NDArray[np.bool_]
    weight: float = 1.0
    kind: str = ""


class Net(nn.Module):
    """The same layers as ``service.closest.net`` applies."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.a, self.b, self.c = nn.Linear(features, _WIDTH), nn.Linear(_WIDTH, _WIDTH), nn.Linear(_WIDTH, 1)
        self.n, self.m = nn.Linear(_WIDTH, _NONE), nn.Linear(_NONE, 1)
        self.drop = nn.Dropout(_LOST)

    def forward(self, x: torch.Tensor, there: torch.Tensor) -> torch.Tensor:
        first = self.drop(torch.relu(self.a(self.drop(x))))
        hidden = self.drop(torch.relu(self.b(first))) + first
        scores = self.c(hidden).squeeze(-1).masked_fill(~there, -1e4)
        pooled = hidden.masked_fill(~there.unsqueeze(-1), -1e4).amax(1)
        return torch.cat([scores, self.m(torch.relu(self.n(pooled)))], 1)


def learn_nets(examples: Sequence[Example], votes: int, rounds: int) -> Mapping[str, NDArray[np.float16]]:
    """The weights of several nets under the names that ``Nets.load`` reads."""
    told = [example for example in examples if len(example.rows)]
    kept = [_net(told, seed, rounds) for seed in range(votes)]
    return {f"{number}.{name}": value for number, net in enumerate(kept) for name, value in net.items()}


def as_nets(weights: Mapping[str, NDArray[np.float16]]) -> Nets:
    """The nets without a file between."""
    names = sorted({name.partition(".")[0] for name in weights})
    own = [
        {n.partition(".")[2]: w.astype(np.float64) for n, w in weights.items() if n.startswith(f"{name}.")}
        for name in names
    ]
    return Nets(tuple(own))


def _net(examples: Sequence[Example], seed: int, rounds: int) -> dict[str, NDArray[np.float16]]:
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    every = [beside_best(example.rows) for example in examples]
    whole = np.vstack(every)
    mean, scale = whole.mean(axis=0), whole.std(axis=0) + 1e-2
    ready = [torch.tensor((rows - mean) / scale, dtype=torch.float32) for rows in every]
    net = Net(whole.shape[1])
    adam = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = rounds * -(-len(examples) // _BATCH)
    pace = torch.optim.lr_scheduler.OneCycleLR(adam, _RATE, total_steps=steps)
    for _ in range(rounds):
        order = draw.permutation(len(examples))
        for at in range(0, len(order), _BATCH):
            chosen = order[at : at + _BATCH]
            loss = _loss(net, [ready[i] for i in chosen], [examples[i] for i in chosen])
            adam.zero_grad()
            torch.autograd.backward(loss)
            adam.step()
            pace.step()
    kept = {"mean": mean, "scale": scale} | _weights(net)
    return {name: np.ascontiguousarray(value).astype(np.float16) for name, value in kept.items()}


def _loss(net: Net, rows: Sequence[torch.Tensor], examples: Sequence[Example]) -> torch.Tensor:
    longest = max(len(own) for own in rows)
    x = torch.zeros((len(rows), longest, rows[0].shape[1]))
    there = torch.zeros((len(rows), longest), dtype=torch.bool)
    right = torch.zeros((len(rows), longest + 1), dtype=torch.bool)
    for at, (own, example) in enumerate(zip(rows, examples, strict=True)):
        x[at, : len(own)], there[at, : len(own)] = own, True
        right[at, : len(own)] = torch.tensor(example.right)
        right[at, longest] = not example.right.any()
    chances = torch.log_softmax(net(x, there), 1)
    good = torch.logsumexp(chances.masked_fill(~right, -1e4), 1)
    weights = torch.tensor([example.weight for example in examples])
    return -(good * weights).sum() / weights.sum()


def _weights(net: Net) -> dict[str, NDArray[np.float32]]:
    found = {}
    for name in ("a", "b", "c", "n", "m"):
        layer: nn.Linear = getattr(net, name)
        weight = layer.weight.detach().numpy().T
        found[f"{name}.w"] = weight[:, 0] if weight.shape[1] == 1 else weight
        found[f"{name}.b"] = layer.bias.detach().numpy()
    return found
