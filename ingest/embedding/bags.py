"""Texts as bags of tokens, as training wants them: never quite the same twice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from tokenizers import Tokenizer


class Bags:
    """Texts as token ids, each tokenized once, for an ``EmbeddingBag``.

    ``dropped`` is the share of tokens that are left out of a text, ``split`` the share of words read as characters:
    no token is relied on alone, and a word that is cut otherwise in a question still has a meaning.
    """

    def __init__(self, tokenizer: Tokenizer, *, dropped: float, split: float, seed: int) -> None:
        self._tokenizer, self._dropped, self._split = tokenizer, dropped, split
        self._parts = token_parts(tokenizer)
        self._known: dict[str, np.ndarray] = {}
        self._rng = np.random.default_rng(seed)

    def __call__(self, texts: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        """Ids and offsets, with other tokens left out and split each time."""
        self._learn([text for text in texts if text not in self._known])
        rows = [self._known[text] for text in texts]
        ids = np.concatenate(rows).astype(np.int64)
        pieces = np.stack([ids, np.full_like(ids, -1)], axis=1)
        split = (self._parts[ids, 0] >= 0) & (self._rng.random(len(ids)) < self._split)
        pieces[split] = self._parts[ids[split]]
        kept = (pieces >= 0) & (self._rng.random(pieces.shape) >= self._dropped)
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
