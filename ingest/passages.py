"""Passages by meaning: the vector store, llama-index over Chroma (段落检索).

Embedded in the data folder unless a Chroma server is set. The embedded store belongs to one process at a time;
several need a server. Nothing is imported or opened before the first use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

import numpy as np

from ingest.embedding.load import Embedder, load_embedding
from ingest.errors import StoreUnavailable
from ingest.model import Chunk
from ingest.settings import Settings

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import Where
    from llama_index.vector_stores.chroma import ChromaVectorStore

    from ingest.embedding.nodes import NodeEmbedding


@dataclass(frozen=True)
class _Opened:
    client: Client
    collection: Collection
    embedder: Embedder

    @cached_property
    def vectors(self) -> ChromaVectorStore:
        """The collection as llama-index sees it; importing that takes a second, which ``nearness`` saves."""
        from llama_index.vector_stores.chroma import ChromaVectorStore

        return ChromaVectorStore(chroma_collection=self.collection)

    @cached_property
    def embedding(self) -> NodeEmbedding:
        """The embedder as llama-index sees it."""
        from ingest.embedding.nodes import NodeEmbedding

        return NodeEmbedding(self.embedder)


class PassageStore:
    """Vectors of all passages, keyed by ``Chunk.id``.

    The collection carries the fingerprint of the embedding model in its name. Another model therefore starts with
    an empty collection: ``needs_embedding`` is then true of every document, whose chunks the caller hands to
    ``replace`` again. Vectors of different models never meet. Every method raises ``StoreUnavailable`` where Chroma
    does not answer and ``EmbeddingUnavailable`` where the model cannot be loaded; an empty result is no failure.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._opened: _Opened | None = None

    def replace(self, document_id: str, chunks: Sequence[Chunk]) -> int:
        """Put these passages in the place of all that the document had; says how many are kept now."""
        from ingest.embedding.nodes import chunks_to_nodes

        with self._store() as store:
            nodes = chunks_to_nodes(
                chunks, store.embedding
            )  # first: a model that fails must not cost the old ones
            store.vectors.delete(document_id)
            if nodes:
                store.vectors.add(list(nodes))
        return len(nodes)

    def delete(self, document_id: str) -> None:
        """Forget a document's passages; one that has none is no error."""
        with self._store() as store:
            store.vectors.delete(document_id)

    def query(self, text: str, document_ids: Sequence[str] | None, limit: int) -> list[tuple[str, float]]:
        """Chunk ids with their cosine to ``text``, nearest first, among these documents (``None``: among all)."""
        if document_ids is not None and not document_ids:
            return []
        with self._store() as store:
            vector = store.embedder.embed_question(text)
            if not vector.any():  # no word of it is known, so that no passage is nearer than another
                return []
            # Not by way of llama-index: importing it costs the first question a second.
            found = store.collection.query(
                query_embeddings=vector.tolist(),
                n_results=limit,
                where=_of_documents(document_ids) if document_ids is not None else None,
                include=["distances"],
            )
        distances = found["distances"] or [[]]
        # Chroma's cosine distance is 1 - cosine.
        return [(key, 1 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]

    def nearness(self, text: str, chunk_ids: Sequence[str]) -> dict[str, float]:
        """Cosine of ``text`` with each of these passages, by id; those without a vector are left out.

        Of few passages that are known by name this takes a tenth of the time that ``query`` with a filter takes.
        """
        if not chunk_ids:
            return {}
        with self._store() as store:
            vector = store.embedder.embed_question(text)
            found = store.collection.get(ids=list(dict.fromkeys(chunk_ids)), include=["embeddings"])
        vectors = found["embeddings"]
        if vectors is None or not len(vectors):
            return {}
        matrix = np.asarray(vectors)
        cosines = matrix @ vector / np.maximum(np.linalg.norm(matrix, axis=1) * np.linalg.norm(vector), 1e-12)
        return dict(zip(found["ids"], cosines.tolist(), strict=True))

    def needs_embedding(self, document_id: str) -> bool:
        """Whether the current model has no vector of this document yet."""
        with self._store() as store:
            return not store.collection.get(where={"document_id": document_id}, limit=1, include=[])["ids"]

    def count(self) -> int:
        """Number of passages of the current model."""
        with self._store() as store:
            return store.collection.count()

    def close(self) -> None:
        """Let go of the database or the connection; the store opens again when it is used again."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened:
            opened.client.close()

    @contextmanager
    def _store(self) -> Iterator[_Opened]:
        """The opened store; where Chroma fails meanwhile, that is ``StoreUnavailable``."""
        try:
            with self._lock:
                opened = self._opened = self._opened or _open(self._settings)
            yield opened
        except _chroma_failures() as error:
            raise StoreUnavailable(_message(self._settings, error)) from error


def _of_documents(document_ids: Sequence[str]) -> Where:
    """Chroma's filter for the passages of these documents; it scans all that are stored."""
    return cast("Where", {"document_id": {"$in": list(document_ids)}})


def _open(settings: Settings) -> _Opened:
    embedder = load_embedding(settings.embedding_model)
    client = _client(settings)
    collection = client.get_or_create_collection(
        f"passages-{embedder.fingerprint}",
        embedding_function=None,  # vectors come from us; Chroma's default would download a model
        configuration={"hnsw": {"space": "cosine"}},
    )
    return _Opened(client, collection, embedder)


def _client(settings: Settings) -> Client:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    quiet = ChromaSettings(anonymized_telemetry=False)
    if not settings.chroma_url:
        folder = settings.data / "chroma"
        folder.mkdir(parents=True, exist_ok=True)
        return cast("Client", chromadb.PersistentClient(str(folder), settings=quiet))
    url = urlsplit(settings.chroma_url)
    secure = url.scheme == "https"
    port = url.port or (443 if secure else 8000)
    return cast("Client", chromadb.HttpClient(url.hostname or "localhost", port, ssl=secure, settings=quiet))


def _chroma_failures() -> tuple[type[Exception], ...]:
    """What Chroma raises where it does not answer; a mistake of ours (TypeError, KeyError …) is not among them."""
    from chromadb.errors import ChromaError
    from httpx import HTTPError

    return ChromaError, HTTPError, OSError, RuntimeError, ValueError


def _message(settings: Settings, error: Exception) -> str:
    if settings.chroma_url:
        return f"向量库 {settings.chroma_url} 没有应答（{error}）。请检查 MINGBAI_CHROMA_URL 和 Chroma 服务"
    return (
        f"向量库 {settings.data / 'chroma'} 打不开（{error}）。请检查目录权限与磁盘空间，或删去它后重新导入"
    )
