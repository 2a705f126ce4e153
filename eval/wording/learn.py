"""Learns the weights of the tagger from filled templates (训练分段)."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from eval.wording.names import Names
from eval.wording.templates import Example, Template, filled
from service.worded.known_names import WITHIN, known_marks
from service.worded.tagger import LABELS, REACH, SORTS, UNKNOWN, word_places

CHARS, WORDS, KNOWN, WIDTH = 64, 16, 8, 128
#: Batches that are drawn together and set in order of length.
_TOGETHER = 16


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to learn, how many at a time, how fast at first."""

    steps: int = 10000
    batch: int = 96
    rate: float = 2e-3
    lost: float = 0.06


class Net(nn.Module):
    """The same layers as ``Tagger`` applies."""

    def __init__(self, characters: int, operations: int) -> None:
        super().__init__()
        self.chars = nn.Embedding(characters, CHARS, padding_idx=0)
        self.words = nn.Embedding(SORTS, WORDS)
        self.known = nn.Embedding(WITHIN + 1, KNOWN)
        self.first = nn.Linear(CHARS + WORDS + KNOWN, WIDTH)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=r, dilation=r) for r in REACH)
        self.label = nn.Linear(WIDTH, len(LABELS))
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.operation = nn.Linear(WIDTH, operations)
        self.drop = nn.Dropout(0.2)

    def forward(
        self, ids: torch.Tensor, words: torch.Tensor, known: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        there = (ids > 0).unsqueeze(-1)
        x = torch.cat([self.chars(ids), self.words(words), self.known(known)], -1)
        x = (functional.relu(self.first(self.drop(x))) * there).transpose(1, 2)
        for layer in self.layers:
            x = (x + self.drop(functional.relu(layer(x)))) * there.transpose(1, 2)
        x = x.transpose(1, 2)
        most = x.masked_fill(~there, -1e4).amax(1)
        pooled = torch.cat([most, x.sum(1) / there.sum(1).clamp(min=1)], 1)
        return self.label(x), self.operation(self.drop(functional.relu(self.hidden(self.drop(pooled)))))


class Alphabet:
    """The characters that are known, those of at least two examples."""

    def __init__(self, examples: Sequence[Example]) -> None:
        seen = Counter(char for example in examples for char in set(example.text))
        self.characters = "".join(sorted(char for char, times in seen.items() if times > 1))
        self.places = {char: place for place, char in enumerate(self.characters, UNKNOWN + 1)}

    def ids(self, text: str) -> list[int]:
        return [self.places.get(char, UNKNOWN) for char in text]


def learn(
    templates: Sequence[Template], names: Names, pace: Pace = Pace(), seed: int = 1
) -> tuple[Net, Alphabet, tuple[str, ...]]:
    """The weights; nothing is left to chance but the order in which threads add up."""
    draw = random.Random(seed)
    torch.manual_seed(seed)
    operations = tuple(sorted({template.operation for template in templates}))
    alphabet = Alphabet([filled(t, names, draw) for _ in range(8) for t in templates])
    net = Net(len(alphabet.characters) + UNKNOWN + 1, len(operations))
    adam = torch.optim.AdamW(net.parameters(), lr=pace.rate, weight_decay=0.01)
    ahead = torch.optim.lr_scheduler.OneCycleLR(adam, pace.rate, total_steps=pace.steps)
    alike = _batches(templates, names, pace.batch, draw)
    for step, batch in zip(range(pace.steps), alike, strict=False):
        ids, words, known, labels = _tensors(batch, alphabet)
        ids = torch.where((torch.rand(ids.shape) < pace.lost) & (ids > 0), UNKNOWN, ids)
        wanted = torch.tensor([operations.index(example.operation) for example in batch])
        said, asked = net(ids, words, known)
        loss = functional.cross_entropy(said.flatten(0, 1), labels.flatten(), ignore_index=-1)
        loss = loss + 0.5 * functional.cross_entropy(asked, wanted, label_smoothing=0.05)
        adam.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        adam.step()
        ahead.step()
        if step % 500 == 499:
            print(f"  {step + 1} 步，损失 {loss.item():.3f}", flush=True)
    return net.eval(), alphabet, operations


def _batches(
    templates: Sequence[Template], names: Names, size: int, draw: random.Random
) -> Iterator[list[Example]]:
    """Batches of examples of about one length, without end."""
    while True:
        many = [filled(draw.choice(templates), names, draw) for _ in range(_TOGETHER * size)]
        many.sort(key=lambda example: len(example.text))
        starts = list(range(0, len(many), size))
        draw.shuffle(starts)
        yield from (many[start : start + size] for start in starts)


def _tensors(batch: Sequence[Example], alphabet: Alphabet) -> tuple[torch.Tensor, ...]:
    """The characters, their words, whether they are in known names, and their labels, a row for each example."""
    longest = max(len(example.text) for example in batch)
    ids = torch.zeros((len(batch), longest), dtype=torch.long)
    words, known = torch.zeros_like(ids), torch.zeros_like(ids)
    labels = torch.full((len(batch), longest), -1, dtype=torch.long)
    for row, example in enumerate(batch):
        ids[row, : len(example.text)] = torch.tensor(alphabet.ids(example.text))
        words[row, : len(example.text)] = torch.tensor(word_places(example.text))
        known[row, : len(example.text)] = torch.tensor(known_marks(example.text, example.names))
        labels[row, : len(example.text)] = torch.tensor(example.labels)
    return ids, words, known, labels


def weights_of(net: Net) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float16]]]:
    """The weights under the names of ``Tagger``, ready to be multiplied from the right, in half precision."""
    found = {
        "chars": net.chars.weight, "words": net.words.weight, "known": net.known.weight,
        "in.w": net.first.weight.T, "in.b": net.first.bias,
        "label.w": net.label.weight.T, "label.b": net.label.bias, "op.in.w": net.hidden.weight.T,
        "op.in.b": net.hidden.bias, "op.w": net.operation.weight.T, "op.b": net.operation.bias,
    }  # fmt: skip
    for name, value in net.layers.named_parameters():
        number, _, part = name.partition(".")
        found[f"{number}.{part[0]}"] = value.permute(2, 1, 0) if part == "weight" else value
    return {name: np.ascontiguousarray(t.detach().numpy().astype(np.float16)) for name, t in found.items()}
