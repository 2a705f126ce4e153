"""Another embedding model is set: every document is embedded anew, the earlier vectors answering meanwhile (换模型).

Broken off half-way it goes on where it stopped: what the new model has embedded already is not embedded again.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.facts import FactStore
from ingest.passages import PassageStore


def renew(facts: FactStore, passages: PassageStore, notice: Callable[[str], None] = lambda line: None) -> int:
    """Embed all documents with the model that is set, if it has not; the number of documents that it was about.

    ``notice`` is called with one line before it starts, and with one when it is done.
    """
    if not passages.renewing:
        return 0
    documents = facts.documents()
    new, old = passages.models
    if documents:
        meanwhile = f"算完之前仍用 {old} 的向量回答" if old != new else "算完之前只按字面查找"
        notice(
            f"向量模型换成了 {new}：{len(documents)} 份文件的段落要重算向量，{meanwhile}；中断了下次接着算。"
        )
    for document in documents:
        passages.renew(document.id, facts.chunks(document.id))
    passages.finish()
    if documents:
        notice(f"{len(documents)} 份文件的段落已改用 {new} 的向量。")
    return len(documents)
