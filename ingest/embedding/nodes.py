"""The project's embedding as llama-index wants it, and passages as its nodes.

Importing this module imports llama-index; ``ingest.passages`` does so only when the store is first used.
"""

from __future__ import annotations

from collections.abc import Sequence

from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.bridge.pydantic import PrivateAttr
from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

from ingest.contents import CONTENTS
from ingest.embedding.load import Embedder
from ingest.model import Chunk

PATH_SEPARATOR = " / "


class NodeEmbedding(BaseEmbedding):
    """An ``Embedder`` behind llama-index's interface."""

    _embedder: Embedder = PrivateAttr()

    def __init__(self, embedder: Embedder) -> None:
        super().__init__(model_name=embedder.name)
        self._embedder = embedder

    def _get_query_embedding(self, query: str) -> list[float]:
        return [float(number) for number in self._embedder.embed_question(query)]

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_query_embedding(query)

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        return [[float(number) for number in row] for row in self._embedder.embed(texts)]


def chunks_to_nodes(chunks: Sequence[Chunk], embedding: NodeEmbedding) -> list[TextNode]:
    """Nodes with vectors of heading path and text; a chunk without any known word has no direction and is left out."""
    chunks = [chunk for chunk in chunks if chunk.path != CONTENTS]  # what it lists is told elsewhere
    texts = [f"{' '.join(chunk.path)} {chunk.text}" for chunk in chunks]
    vectors = embedding.get_text_embedding_batch(texts)
    return [_node(chunk, vector) for chunk, vector in zip(chunks, vectors, strict=True) if any(vector)]


def _node(chunk: Chunk, vector: list[float]) -> TextNode:
    return TextNode(
        id_=chunk.id,
        text=chunk.text,
        embedding=vector,
        metadata={
            "document_id": chunk.document_id,
            "page": chunk.page,
            "sequence": chunk.sequence,
            "path": PATH_SEPARATOR.join(chunk.path),
        },
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=chunk.document_id)},
    )
