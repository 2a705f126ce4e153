"""The embedding as the rest of the project sees it (向量模型): texts in, vectors of unit length out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from ingest.arrays import np
from ingest.errors import EmbeddingUnavailable

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

Vectors: TypeAlias = "NDArray[np.float32]"

BUNDLED = Path(__file__).with_name("model")
_WEIGHTS, _TOKENIZER = "model.safetensors", "tokenizer.json"


class Embedder(Protocol):
    """Turns texts into vectors of unit length. ``fingerprint`` changes whenever the vectors would."""

    @property
    def name(self) -> str:
        """What to call the model in messages."""

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that tell models apart."""

    @property
    def dimensions(self) -> int:
        """Length of a vector."""

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, one row per text; a text without any known token is all zeros."""

    def embed_question(self, text: str) -> Vectors:
        """Vector of one question, of one dimension."""


@dataclass(frozen=True, slots=True)
class StaticEmbedder:
    """A saved ``StaticEmbedding`` + ``Normalize``, computed with numpy.

    Gives what sentence-transformers gives, without the seconds that importing it takes. ``vectors`` has one row
    per token of the tokenizer.
    """

    name: str
    fingerprint: str
    tokenizer: Tokenizer = field(repr=False)
    vectors: Vectors = field(repr=False)

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self.vectors.shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Mean of the token vectors of each text, at unit length."""
        means = np.zeros((len(texts), self.dimensions), np.float32)
        for row, encoding in enumerate(self.tokenizer.encode_batch(list(texts), add_special_tokens=False)):
            if encoding.ids:
                means[row] = self.vectors[encoding.ids].mean(axis=0, dtype=np.float32)
        means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-12)
        return means

    def embed_question(self, text: str) -> Vectors:
        """Vector of one question: made in the same way as a passage's."""
        vector: Vectors = self.embed([text])[0]
        return vector


@dataclass(frozen=True)
class TransformerEmbedder:
    """Any sentence-transformers model; its own prompts for questions and passages are used where it has some."""

    name: str
    fingerprint: str
    model: SentenceTransformer = field(repr=False)

    @cached_property
    def dimensions(self) -> int:
        """Length of a vector."""
        return len(self.embed_question("预算"))

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages."""
        vectors = self.model.encode_document(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def embed_question(self, text: str) -> Vectors:
        """Vector of a question."""
        vector = self.model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vector, dtype=np.float32)


def load_embedding(name: str = "") -> Embedder:
    """The bundled model where ``name`` is empty, else the sentence-transformers model of that name or path.

    Raises ``EmbeddingUnavailable``, with what to do, where it cannot be loaded.
    """
    try:
        return _load_transformer(name) if name else load_static(BUNDLED)
    except Exception as error:  # tokenizers, safetensors and hubs each raise their own, some bare
        raise EmbeddingUnavailable(_message(name, error)) from error


def load_static(folder: Path) -> StaticEmbedder:
    """A ``StaticEmbedding`` model folder, without importing sentence-transformers or torch."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / _TOKENIZER))
    vectors = load_file(folder / _WEIGHTS)["embedding.weight"].astype(np.float32)
    return StaticEmbedder(f"static-{vectors.shape[1]}", _folder_fingerprint(folder), tokenizer, vectors)


def _load_transformer(name: str) -> TransformerEmbedder:
    from sentence_transformers import (
        SentenceTransformer,
    )  # takes seconds: only for those who chose another model

    folder = Path(name)
    fingerprint = _folder_fingerprint(folder) if folder.is_dir() else _fingerprint(name.encode())
    return TransformerEmbedder(name, fingerprint, SentenceTransformer(name))


def _folder_fingerprint(folder: Path) -> str:
    """Of the weights and the tokenizer alone: a reworded model card changes no vector."""
    kept = sorted(
        path for path in folder.rglob("*") if path.suffix in (".safetensors", ".bin", ".json", ".txt")
    )
    return _fingerprint(*(path.read_bytes() for path in kept))


def _fingerprint(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[:16]


def _message(name: str, error: Exception) -> str:
    if not name:
        return f"自带的向量模型打不开（{error}）。请重新取出 {BUNDLED} 目录，或运行 make embedding 重新训练"
    return (
        f"向量模型 {name} 打不开（{error}）。请检查 MINGBAI_EMBEDDING_MODEL：填本机上 sentence-transformers "
        "模型的目录，或联网后能下载的模型名；留空则用自带的模型"
    )
