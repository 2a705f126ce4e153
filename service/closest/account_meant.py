"""Which account of a body daily words mean: 「请保安扫地的」 are 物业管理费 (所指科目).

By vectors that were learnt on what people call the accounts (``service/read/accounts_said.tsv``); a name is taken only
where no other of the body's is nearly as near.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest.arrays import np
from ingest.patterns import regex
from service.closest.alike import vectors_of
from service.read.terms import reads_in

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: So near a name must be, and so much nearer than every other.
_NEAR, _AHEAD = 0.6, 0.12
_SHORTEST = 2
_KEPT: dict[tuple[str, ...], NDArray[np.float32]] = {}
_MOST = 32


def account_meant(said: str, names: Sequence[str]) -> str:
    """The one of some names that is meant; empty where none is, where two may be, or where a name is meant that
    only looks like one of them: 「律师培训费」 is no 培训费."""
    name = nearest_account(said, names)
    return name if name and not nearly_named(said, name) else ""


def nearest_account(said: str, names: Sequence[str], least: float | None = None) -> str:
    """The one of some names that a phrase is nearest to, which may be named in part; empty where two may be meant.

    ``least`` is how near it must be, where that is nearer than usual.
    """
    if len(said) < _SHORTEST or not names or _NAME.search(said):
        return ""
    near = _vectors(tuple(names)) @ vectors_of([said])[0]
    best = int(near.argmax())
    rivals = [float(score) for name, score in zip(names, near, strict=True) if not _same(name, names[best])]
    ahead = float(near[best]) - max(rivals, default=0.0)
    return names[best] if near[best] >= (least or _NEAR) and ahead >= _AHEAD else ""


def nearly_named(said: str, name: str) -> bool:
    """Whether most of a name is said, in its order or by its pairs of characters: then it is named, or another that is
    named nearly like it, and not described."""
    bare = _ASIDE.sub("", name)
    pairs = [bare[at : at + 2] for at in range(len(bare) - 1)]
    return reads_in(bare, said) or sum(pair in said for pair in pairs) > _MOST_OF * len(pairs)


#: What an account is called ends so; daily words for one do not.
_NAME = regex(r"(?:费|支出|经费|收入|资金|基金|补[贴助]|奖金|津贴|预算|决算)$")
_ASIDE = regex(r"[（(][^（）()]*[）)]|支出$")
_MOST_OF = 0.5


def _same(name: str, other: str) -> bool:
    """Whether two names are of one account: 支出 at the end tells nothing."""
    return name.removesuffix("支出") == other.removesuffix("支出")


def _vectors(names: tuple[str, ...]) -> NDArray[np.float32]:
    if names not in _KEPT:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        _KEPT[names] = vectors_of(names)
    return _KEPT[names]
