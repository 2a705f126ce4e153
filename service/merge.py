"""The answers to several questions in one, as one answer: figures in order, citations numbered through (合并)."""

from __future__ import annotations

from collections.abc import Sequence

from service.contract import Answer, Citation, Figure, Input


def merge(answers: Sequence[Answer], conversation: str) -> Answer:
    """One answer of several; the first answers for status and plan, every text is told."""
    first = answers[0]
    figures: list[Figure] = []
    citations: list[Citation] = []
    for answer in answers:
        figures += [_shifted(figure, len(citations)) for figure in answer.figures]
        citations += answer.citations
    return first.model_copy(
        update={
            "conversation_id": conversation,
            "answer": "\n".join(dict.fromkeys(answer.answer for answer in answers)),
            "figures": figures,
            "citations": citations,
            "notes": list(dict.fromkeys(note for answer in answers for note in answer.notes)),
            "suggestions": answers[-1].suggestions,
        }
    )


def _shifted(figure: Figure, by: int) -> Figure:
    """A figure whose citations are counted from ``by``."""
    inputs = [_moved(operand, by) for operand in figure.inputs]
    cited = None if figure.citation is None else figure.citation + by
    return figure.model_copy(update={"inputs": inputs, "citation": cited})


def _moved(operand: Input, by: int) -> Input:
    cited = None if operand.citation is None else operand.citation + by
    return operand.model_copy(update={"citation": cited})
