"""The vectors that one model made of all passages: one collection in Chroma (向量集合).

Chroma keeps ids and vectors alone, for the passages themselves stand in the SQL store: a third of the disk and a
quarter of the time. Nothing here filters by metadata, which would scan: a document's passages are known by their ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, cast

from ingest.arrays import np
from ingest.embedding.load import Embedder
from ingest.model import Chunk

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection
    from chromadb.api.types import Where

#: What names a collection, before the fingerprint of its model.
PREFIX = "passages-"
#: What a collection says of itself: its model's name, and whether it holds every document.
MODEL, COMPLETE = "model", "complete"
#: So many ids or vectors go to Chroma at a time.
_BATCH = 500


@dataclass(frozen=True, slots=True)
class VectorSet:
    """A collection with the model that made its vectors. Chroma's own exceptions pass through."""

    collection: Collection
    embedder: Embedder

    @property
    def complete(self) -> bool:
        """Whether every document was embedded; one of an earlier release, which does not say, was."""
        return bool((self.collection.metadata or {}).get(COMPLETE, True))

    def mark(self, *, complete: bool) -> None:
        """Say whether every document was embedded."""
        known = {**(self.collection.metadata or {}), COMPLETE: complete}
        self.collection.modify(metadata={key: known[key] for key in (MODEL, COMPLETE) if key in known})

    def replace(self, document_id: str, chunks: Sequence[Chunk]) -> int:
        """Put these passages in the place of all that the document had; says how many have a vector."""
        from ingest.embedding.nodes import NodeEmbedding, chunks_to_nodes

        # First: a model that fails must not cost the old ones.
        nodes = chunks_to_nodes(chunks, NodeEmbedding(self.embedder))
        kept = {node.node_id for node in nodes}
        # The first passages last: where they are, all of the document is.
        for start in reversed(range(0, len(nodes), _BATCH)):
            batch = nodes[start : start + _BATCH]
            self.collection.upsert(
                ids=[node.node_id for node in batch],
                embeddings=np.array([node.get_embedding() for node in batch], dtype=np.float32),
                metadatas=[{key: node.metadata[key] for key in ("document_id", "page")} for node in batch],
            )
        self._delete([key for key in self.ids_of(document_id) if key not in kept])
        return len(nodes)

    def delete(self, document_id: str) -> None:
        """Forget a document's passages; one that has none is no error."""
        self._delete(list(self.ids_of(document_id)))

    def ids_of(self, document_id: str) -> Iterator[str]:
        """Ids of a document's passages that have a vector, a batch of numbers after the other until one has none."""
        for start in count(0, _BATCH):
            asked = [Chunk(document_id, number, (), "", ()).id for number in range(start, start + _BATCH)]
            found = self.collection.get(ids=asked, include=[])["ids"]
            if not found:
                return
            yield from found

    def query(self, text: str, document_ids: Sequence[str] | None, limit: int) -> list[tuple[str, float]]:
        """Ids with their cosine to ``text``, nearest first; a filter by documents scans all that are stored."""
        vector = self.embedder.embed_question(text)
        if not vector.any():  # no word of it is known, so that no passage is nearer than another
            return []
        where = {"document_id": {"$in": list(document_ids)}} if document_ids is not None else None
        # Not by way of llama-index: importing it costs the first question a second.
        found = self.collection.query(
            query_embeddings=vector.tolist(),
            n_results=limit,
            where=cast("Where | None", where),
            include=["distances"],
        )
        distances = found["distances"] or [[]]
        # Chroma's cosine distance is 1 - cosine.
        return [(key, 1 - distance) for key, distance in zip(found["ids"][0], distances[0], strict=True)]

    def nearness(self, text: str, chunk_ids: Sequence[str]) -> dict[str, float]:
        """Cosine of ``text`` with each of these passages, by id; those without a vector are left out."""
        vector = self.embedder.embed_question(text)
        found = self.collection.get(ids=list(dict.fromkeys(chunk_ids)), include=["embeddings"])
        vectors = found["embeddings"]
        if vectors is None or not len(vectors):
            return {}
        matrix = np.asarray(vectors)
        cosines = matrix @ vector / np.maximum(np.linalg.norm(matrix, axis=1) * np.linalg.norm(vector), 1e-12)
        return dict(zip(found["ids"], cosines.tolist(), strict=True))

    def _delete(self, keys: Sequence[str]) -> None:
        for start in range(0, len(keys), _BATCH):
            self.collection.delete(ids=list(keys[start : start + _BATCH]))


def open_set(client: Client, embedder: Embedder, model: str) -> VectorSet:
    """The collection of a model; one that is new is complete only where there is no other."""
    name = f"{PREFIX}{embedder.fingerprint}"
    others = [one.name for one in client.list_collections() if one.name.startswith(PREFIX)]
    if name in others:
        return VectorSet(client.get_collection(name, embedding_function=None), embedder)
    collection = client.get_or_create_collection(
        name,
        embedding_function=None,  # vectors come from us; Chroma's default would download a model
        configuration={"hnsw": {"space": "cosine"}},
        metadata={MODEL: model, COMPLETE: not others},
    )
    return VectorSet(collection, embedder)
