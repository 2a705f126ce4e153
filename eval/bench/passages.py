"""Passages in numbers that no corpus here has: how fast they are taken in and found, what they weigh (大库段落)."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from eval.bench.comparison import Comparison
from eval.bench.invented import Invented, invent, questions
from eval.bench.starting import resident
from ingest.facts import FactStore
from ingest.model import Chunk, Reading
from ingest.passages import PassageStore
from ingest.settings import Settings

#: Questions of each kind, and passages that the slow reference is given.
QUESTIONS, REFERENCE = 200, 2000
_MB = 1e6


def compare_passages(count: int, told: Callable[[str], None]) -> list[Comparison]:
    """Indexing, finding with and without a body named, memory and disk over this many invented passages."""
    with tempfile.TemporaryDirectory(prefix="mingbai-bench-", ignore_cleanup_errors=True) as folder:
        settings = Settings(data=Path(folder) / "ours", database_url="", chroma_url="", embedding_model="")
        invented = list(invent(count))
        before = resident()
        told(f"{count} 个虚拟段落，{len(invented)} 份文件：入库……")
        indexing = _index(invented, settings, Path(folder) / "reference")
        told(f"每秒 {indexing.ours[0]:.0f} 段；提问……")
        finding = _find(invented, settings)
        return [indexing, *finding, _disk(invented, settings), _memory(before)]


def _index(invented: Sequence[Invented], settings: Settings, reference: Path) -> Comparison:
    """Passages a second, stored as ingest stores them, beside llama-index's own way into Chroma."""
    start = time.perf_counter()
    with closing(FactStore(settings)) as facts, closing(PassageStore(settings)) as passages:
        for one in invented:
            facts.save(Reading(one.document, (), (), one.chunks, (), ()))
            passages.replace(one.document.id, one.chunks)
    count = sum(len(one.chunks) for one in invented)
    few = [chunk for one in invented for chunk in one.chunks][:REFERENCE]
    return Comparison(
        title="段落入库（SQL、词面索引、向量）",
        reference_title="同样的段落经 llama-index 的 ChromaVectorStore 整段存进 Chroma（没有词面索引）",
        unit="段/秒",
        ours=(count / (time.perf_counter() - start),),
        reference=(_index_plainly(few, reference),),
        summaries=("中位数",),
        taken_of=f"{count} 个虚拟段落，每份文件一次；参照 {len(few)} 个",
    )


def _index_plainly(chunks: Sequence[Chunk], folder: Path) -> float:
    """Passages a second of the reference, a document's worth at a time too."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings
    from llama_index.vector_stores.chroma import ChromaVectorStore

    from ingest.embedding.load import load_embedding
    from ingest.embedding.nodes import NodeEmbedding, chunks_to_nodes

    client = chromadb.PersistentClient(str(folder), settings=ChromaSettings(anonymized_telemetry=False))
    collection = client.create_collection("reference", embedding_function=None)
    store, embedding = ChromaVectorStore(chroma_collection=collection), NodeEmbedding(load_embedding())
    start = time.perf_counter()
    for first in range(0, len(chunks), 50):
        store.add(list(chunks_to_nodes(chunks[first : first + 50], embedding)))
    taken = time.perf_counter() - start
    return len(chunks) / taken


def _find(invented: Sequence[Invented], settings: Settings) -> list[Comparison]:
    """Milliseconds from an understood question to its ranked passages, beside a vector query with a filter."""
    from service.answer import Answerer
    from service.contract import AskRequest
    from service.text.asked import read_asked
    from service.text.retrieve import retrieve

    answerer = Answerer(settings)
    compared = []
    with closing(PassageStore(settings)) as passages:
        asked = questions(list(invented), QUESTIONS)
        for title, named in (("写明单位和年度", True), ("没写单位", False)):
            ours, reference = [], []
            for document, text, _ in asked:
                of = f"{document.entity}{document.year}年" if named else ""
                plan, index = answerer.routed(AskRequest(question=f"{of}{text}"))
                start = time.perf_counter()
                retrieve(plan, read_asked(plan).named(), index(), passages.nearness)
                ours.append((time.perf_counter() - start) * 1000)
                start = time.perf_counter()
                passages.query(text, [document.id], 8)
                reference.append((time.perf_counter() - start) * 1000)
            compared.append(_found(title, ours, reference, len(invented)))
    return compared


def _found(title: str, ours: Sequence[float], reference: Sequence[float], documents: int) -> Comparison:
    return Comparison(
        title=f"找段落，{title}",
        reference_title="Chroma 按文件编号过滤（where）的一次向量查询，不重排",
        unit="毫秒",
        ours=tuple(ours),
        reference=tuple(reference),
        summaries=("p50", "p95"),
        taken_of=f"{len(ours)} 个问题，{documents} 份文件在库，不含听懂问题的时间",
    )


def _disk(invented: Sequence[Invented], settings: Settings) -> Comparison:
    size = sum(path.stat().st_size for path in settings.data.rglob("*") if path.is_file())
    texts = sum(len(chunk.text.encode()) for one in invented for chunk in one.chunks)
    return _weight("磁盘", "段落的文字本身（UTF-8）", size / _MB, texts / _MB, "SQLite 和 Chroma 的文件夹")


def _memory(before: float) -> Comparison:
    return _weight(
        "常驻内存", "同一进程入库之前（生成的段落在内）", resident(), before, "答完全部问题之后的进程"
    )


def _weight(title: str, reference_title: str, ours: float, reference: float, taken_of: str) -> Comparison:
    return Comparison(title, reference_title, "MB", (ours,), (reference,), ("中位数",), taken_of)
