"""Whose figure it is: the body that is told is that of the document which prints it (数字归属)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Document
from service.model import Body, Finding


def whose(finding: Finding, body: Body, documents: Sequence[Document]) -> str:
    """The name that a figure is told under: its own, else the body's where its documents print the figure, else the
    name in the documents that do."""
    if finding.entity:
        return finding.entity
    own = {d.id for d in body.documents}
    printed = {operand.fact.document_id for operand in finding.operands}
    if printed <= own:
        return body.name
    return "、".join(dict.fromkeys(d.entity for d in documents if d.id in printed)) or body.name
