"""Features of all that may be meant to the chance of each and of none, by small nets that were learnt (评分网).

Several nets vote; each sees a thing's own features and how far they are behind the best of all. ``python -m
eval.closest`` learns them again; here they are only applied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ingest.arrays import np

if TYPE_CHECKING:
    from numpy.typing import NDArray


Rows: TypeAlias = "NDArray[np.float64]"
Weights: TypeAlias = "Mapping[str, NDArray[np.floating]]"


def most_likely(scores: Rows, most: int) -> NDArray[np.int64]:
    """The places of the best scores, in the order of their places."""
    return np.sort(np.argsort(-scores, kind="stable")[:most])


def beside_best(rows: Rows) -> Rows:
    """Each row, and what it lacks of the best of its column."""
    return np.hstack([rows, rows - rows.max(axis=0)])


@dataclass(frozen=True)
class Nets:
    """The weights of each net, the names of the features that they were learnt on, in their order."""

    nets: tuple[Weights, ...]

    @classmethod
    def load(cls, path: Path, features: int) -> Nets:
        """The nets of a file; raises ``ValueError`` where they were learnt on another number of features."""
        from safetensors.numpy import load_file

        kept = load_file(path)
        names = sorted({name.partition(".")[0] for name in kept})
        nets = tuple(
            {n.partition(".")[2]: w.astype(np.float64) for n, w in kept.items() if n.startswith(f"{name}.")}
            for name in names
        )
        if any(len(net["mean"]) != 2 * features for net in nets):
            raise ValueError(f"{path.name} 是按别的特征学的，请重新运行 python -m eval.closest")
        return cls(nets)

    def chances(self, rows: Rows) -> Rows:
        """The chance of each row to be what is meant; what is left to 1 is that of none."""
        every = beside_best(rows)
        return np.asarray(sum(_chances(net, every) for net in self.nets) / len(self.nets))


def _chances(net: Weights, rows: Rows) -> Rows:
    x = (rows - net["mean"]) / net["scale"]
    first = _positive(x @ net["a.w"] + net["a.b"])
    hidden = _positive(first @ net["b.w"] + net["b.b"]) + first
    scores = hidden @ net["c.w"] + net["c.b"]
    pooled = _positive(hidden.max(axis=0) @ net["n.w"] + net["n.b"])
    none = float((pooled @ net["m.w"] + net["m.b"])[0])
    shares = np.exp(np.append(scores, none) - max(float(scores.max()), none))
    return np.asarray(shares[:-1] / shares.sum())


def _positive(x: Rows) -> Rows:
    return np.asarray(np.maximum(x, 0.0))
