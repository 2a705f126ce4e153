"""Passages by meaning: the vectors of llama-index nodes, kept in Chroma (段落检索).

Embedded in the data folder unless a Chroma server is set. The embedded store belongs to one process at a time;
several need a server. Nothing is imported or opened before the first use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from ingest.embedding.load import load_embedding
from ingest.errors import EmbeddingUnavailable, StoreUnavailable
from ingest.model import Chunk
from ingest.settings import Settings
from ingest.vectors import COMPLETE, MODEL, PREFIX, VectorSet, open_set

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection


#: Chroma's clients of one folder share what lies behind them, and two threads may not make or drop it at once.
_OPENING = Lock()


@dataclass(frozen=True, slots=True)
class _Opened:
    """The vectors that are written, and those that are read: the earlier model's until the new one has done all."""

    client: Client
    written: VectorSet
    read: VectorSet

    @property
    def sets(self) -> tuple[VectorSet, ...]:
        """Both, or the one that is both."""
        return (self.written,) if self.written is self.read else (self.written, self.read)


class PassageStore:
    """Vectors of all passages, keyed by ``Chunk.id``.

    Each embedding model has a collection of its own, named by its fingerprint: vectors of different models never
    meet. Where another model is set than the one that embedded what is stored, ``renewing`` is true: questions are
    answered from the earlier model's vectors until ``ingest.renewal`` has embedded every document anew. Every method
    raises ``StoreUnavailable`` where Chroma does not answer and ``EmbeddingUnavailable`` where the model cannot be
    loaded; an empty result is no failure.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = Lock()
        self._opened: _Opened | None = None

    def replace(self, document_id: str, chunks: Sequence[Chunk]) -> int:
        """Put these passages in the place of all that the document had; says how many are kept now."""
        with self._store() as store:
            kept = [one.replace(document_id, chunks) for one in store.sets]
        return kept[0]

    def renew(self, document_id: str, chunks: Sequence[Chunk]) -> None:
        """Embed a document's passages with the model that is set, if it has not yet."""
        with self._store() as store:
            if next(store.written.ids_of(document_id), None) is None:
                store.written.replace(document_id, chunks)

    def delete(self, document_id: str) -> None:
        """Forget a document's passages; one that has none is no error."""
        with self._store() as store:
            for one in store.sets:
                one.delete(document_id)

    def query(self, text: str, document_ids: Sequence[str] | None, limit: int) -> list[tuple[str, float]]:
        """Chunk ids with their cosine to ``text``, nearest first, among these documents (``None``: among all)."""
        if document_ids is not None and not document_ids:
            return []
        with self._store() as store:
            return store.read.query(text, document_ids, limit)

    def nearness(self, text: str, chunk_ids: Sequence[str]) -> dict[str, float]:
        """Cosine of ``text`` with each of these passages, by id; those without a vector are left out.

        Of few passages that are known by name this takes a tenth of the time that ``query`` with a filter takes.
        """
        if not chunk_ids:
            return {}
        with self._store() as store:
            return store.read.nearness(text, chunk_ids)

    def needs_embedding(self, document_id: str) -> bool:
        """Whether the current model has no vector of this document yet."""
        with self._store() as store:
            return next(store.written.ids_of(document_id), None) is None

    def count(self) -> int:
        """Number of passages of the current model."""
        with self._store() as store:
            return store.written.collection.count()

    @property
    def renewing(self) -> bool:
        """Whether the model that is set has not embedded all documents yet."""
        with self._store() as store:
            return not store.written.complete

    @property
    def models(self) -> tuple[str, str]:
        """Names of the model that is set and of the one that questions are answered with."""
        with self._store() as store:
            return store.written.embedder.name, store.read.embedder.name

    def finish(self) -> None:
        """From now on the model that is set answers; what earlier ones made is no longer complete."""
        with self._store() as store:
            store.written.mark(complete=True)
            for other in _others(store.client, store.written):
                VectorSet(other, store.written.embedder).mark(complete=False)
        with self._lock:
            self._opened = _Opened(store.client, store.written, store.written)

    def close(self) -> None:
        """Let go of the database or the connection; the store opens again when it is used again."""
        with self._lock:
            opened, self._opened = self._opened, None
        if opened:
            with _OPENING:
                opened.client.close()

    @contextmanager
    def _store(self) -> Iterator[_Opened]:
        """The opened store; where Chroma fails meanwhile, that is ``StoreUnavailable``."""
        try:
            with self._lock:
                opened = self._opened = _current(self._opened or _open(self._settings))
            yield opened
        except _chroma_failures() as error:
            raise StoreUnavailable(_message(self._settings, error)) from error


def _open(settings: Settings) -> _Opened:
    embedder = load_embedding(settings.embedding_model)
    client = _client(settings)
    written = open_set(client, embedder, settings.embedding_model)
    if not written.complete:
        return _Opened(client, written, _earlier(client, written) or written)
    for other in () if settings.chroma_url else _others(client, written):
        client.delete_collection(other.name)  # the folder is this process's alone: nobody reads it any more
    return _Opened(client, written, written)


def _current(opened: _Opened) -> _Opened:
    """The same, or from now on with the new vectors alone where another store object has finished them."""
    if opened.read is opened.written:
        return opened
    again = opened.client.get_collection(opened.written.collection.name, embedding_function=None)
    written = VectorSet(again, opened.written.embedder)
    return _Opened(opened.client, written, written) if written.complete else opened


def _others(client: Client, written: VectorSet) -> list[Collection]:
    """The collections of other models."""
    found = client.list_collections()
    return [one for one in found if one.name.startswith(PREFIX) and one.name != written.collection.name]


def _earlier(client: Client, written: VectorSet) -> VectorSet | None:
    """The complete vectors of an earlier model that can still be loaded, so that questions are answered meanwhile."""
    for collection in _others(client, written):
        known = collection.metadata or {}
        if not known.get(COMPLETE, True):
            continue
        try:
            embedder = load_embedding(str(known.get(MODEL, "")))
        except EmbeddingUnavailable:
            continue  # its folder is gone: its vectors are of no use without it
        if collection.name == f"{PREFIX}{embedder.fingerprint}":
            return VectorSet(client.get_collection(collection.name, embedding_function=None), embedder)
    return None


def _client(settings: Settings) -> Client:
    with _OPENING:
        return _new_client(settings)


def _new_client(settings: Settings) -> Client:
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
