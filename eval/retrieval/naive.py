"""The pipeline that a weekend makes: text of the PDF, llama-index SentenceSplitter, nearest five (对照流程)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.retrieval.known import Passage
from ingest.embedding.load import Embedder
from ingest.text import fold

#: llama-index's own default: tokens of one chunk, as tiktoken counts them.
CHUNK = 1024
_K1, _B = 1.2, 0.75

Ranker = Callable[[str], Sequence[int]]


def split_files(files: Sequence[Path]) -> list[Passage]:
    """Chunks of the text layer of PDFs, a page a document, as llama-index's reader of PDFs has it."""
    import pypdfium2
    from llama_index.core import Document
    from llama_index.core.node_parser import SentenceSplitter

    splitter = SentenceSplitter(chunk_size=CHUNK)
    passages: list[Passage] = []
    for file in files:
        pdf = pypdfium2.PdfDocument(file)
        for number, page in enumerate(pdf, start=1):
            document = Document(text=page.get_textpage().get_text_bounded())
            for node in splitter.get_nodes_from_documents([document]):
                key = f"naive:{len(passages)}"
                passages.append(Passage(key, file.name, (number,), "", node.get_content()))
        pdf.close()
    return passages


def dense_ranker(passages: Sequence[Passage], embedder: Embedder) -> Ranker:
    """All passages by the cosine of their embeddings with the question's."""
    vectors = embedder.embed([p.text for p in passages])
    return lambda question: _order(vectors @ embedder.embed_question(question))


def bm25_ranker(passages: Sequence[Passage]) -> Ranker:
    """All passages by BM25 over pairs of characters, which beats BM25 over words on Chinese passages."""
    bags = [Counter(_pairs(p.text)) for p in passages]
    lengths = np.array([max(sum(bag.values()), 1) for bag in bags], dtype=np.float64)
    norm = _K1 * (1 - _B + _B * lengths / lengths.mean())

    def rank(question: str) -> Sequence[int]:
        scores = np.zeros(len(bags))
        for pair in set(_pairs(question)):
            counts = np.array([bag[pair] for bag in bags], dtype=np.float64)
            held = int((counts > 0).sum())
            weight = np.log(1 + (len(bags) - held + 0.5) / (held + 0.5))
            scores += weight * counts * (_K1 + 1) / (counts + norm)
        return _order(scores)

    return rank


def _pairs(text: str) -> list[str]:
    plain = fold(text)
    return [plain[i : i + 2] for i in range(len(plain) - 1)]


def _order(scores: NDArray[np.floating]) -> Sequence[int]:
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    return order
