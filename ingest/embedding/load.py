"""The embedding as the rest of the project sees it (向量模型)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ingest.errors import EmbeddingUnavailable

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BUNDLED = Path(__file__).with_name("model")
_ADVICE = "请检查 MINGBAI_EMBEDDING_MODEL：留空用自带的模型，否则填已下载到本机的 sentence-transformers 模型路径"


class Embedder(Protocol):
    """What turns texts into vectors of unit length; ``fingerprint`` changes when the vectors would."""

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """One row of float32 per text."""
        ...


@dataclass(frozen=True, slots=True)
class StaticEmbedder:
    """A saved ``StaticEmbedding`` with ``Normalize``, computed with numpy: what sentence-transformers gives in 8 s less.

    ``vectors`` has one row per token id.
    """

    name: str
    fingerprint: str
    tokenizer: Tokenizer = field(repr=False)
    vectors: np.ndarray = field(repr=False)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self.vectors.shape[1])

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Mean of the token vectors of each text at unit length; all zeros where a text has no known token."""
        encodings = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        rows = [self.vectors[encoding.ids].mean(axis=0, dtype=np.float32) if encoding.ids else
                np.zeros(self.dimensions, np.float32) for encoding in encodings]
        means = np.stack(rows) if rows else np.zeros((0, self.dimensions), np.float32)
        return means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-12)


def load_embedding(name: str = "") -> Embedder:
    return load_static(BUNDLED)


def load_static(folder: Path) -> StaticEmbedder:
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    vectors = load_file(folder / "model.safetensors")["embedding.weight"].astype(np.float32)
    return StaticEmbedder("bundled", "", tokenizer, vectors)
