"""Which account of a body daily words mean: 「请保安扫地的」 are 物业管理费 (所指科目).

By vectors that were learnt on what people call the accounts (``eval/closest/phrases.tsv``); a name is taken only where
no other of the body's is nearly as near.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from service.closest.alike import vectors_of

#: So near a name must be, and so much nearer than every other.
_NEAR, _AHEAD = 0.6, 0.12
_SHORTEST = 2
_KEPT: dict[tuple[str, ...], NDArray[np.float32]] = {}
_MOST = 32


def account_meant(said: str, names: Sequence[str]) -> str:
    """The one of some names that is meant; empty where none is, or where two may be."""
    if len(said) < _SHORTEST or not names:
        return ""
    near = _vectors(tuple(names)) @ vectors_of([said])[0]
    best = int(near.argmax())
    rivals = [float(score) for name, score in zip(names, near, strict=True) if not _same(name, names[best])]
    ahead = float(near[best]) - max(rivals, default=0.0)
    return names[best] if near[best] >= _NEAR and ahead >= _AHEAD else ""


def _same(name: str, other: str) -> bool:
    """Whether two names are of one account: 支出 at the end tells nothing."""
    return name.removesuffix("支出") == other.removesuffix("支出")


def _vectors(names: tuple[str, ...]) -> NDArray[np.float32]:
    if names not in _KEPT:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        _KEPT[names] = vectors_of(names)
    return _KEPT[names]
