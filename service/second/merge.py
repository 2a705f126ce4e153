"""The answers to several questions in one, as one answer: figures in order, citations numbered through (合并)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.numbers import MONEY
from ingest.patterns import regex
from service.contract import Answer, Citation, Figure, Input, Status
from service.read.items import items
from service.second.part_asked import asked_of

#: What is told of the year that is taken: later parts take that of the first.
_YEAR = "问题没有写明年度"
#: Parts that begin alike with so many characters name the same body.
_WHO = 6


def are_one(answers: Sequence[Answer], text: str, parts: Sequence[str]) -> bool:
    """Whether the answers to the parts of a text make one: a later part may be about what the first one found.

    What is named side by side stands for itself, and so do parts that each begin with who is asked about; there one
    that is found is told beside those that are not.
    """
    whole = all(part[:_WHO] == parts[0][:_WHO] for part in parts)
    sure = answers if items(text) or whole else answers[:1]
    return any(answer.status is Status.ANSWERED for answer in sure)


def with_words(whole: Answer, answers: Sequence[Answer], parts: Sequence[str]) -> Answer:
    """「多少立法项目，立法工作怎么安排的」: beside the figure of the whole what a later part is told in words."""
    if _is_money_for_counts(whole, answers, parts):
        return merge(answers, whole.conversation_id)
    if _is_half(whole, answers):
        return merge(answers, whole.conversation_id)
    told = [a for a in answers[1:] if a.status is Status.ANSWERED and not a.figures and a.citations]
    if whole.status is not Status.ANSWERED or not whole.figures or not told:
        return whole
    return merge([whole, *told], whole.conversation_id)


def _is_money_for_counts(whole: Answer, answers: Sequence[Answer], parts: Sequence[str]) -> bool:
    """「接待批次、人次」: no part is known, each asks for a number of things, and the whole would tell an amount."""
    if not answers or not whole.figures or any(a.status is not Status.NO_ANSWER for a in answers):
        return False
    asked = [asked_of(part, frozenset()) for part in parts]
    counts = all(a is not None and a.units and not a.money and "%" not in a.units for a in asked)
    return counts and all(figure.unit in MONEY for figure in whole.figures)


def _is_half(whole: Answer, answers: Sequence[Answer]) -> bool:
    """「几个村委会几个社区」: what is told for the whole is that of a later part alone, and the first has none."""
    if whole.status is not Status.ANSWERED or not whole.figures or not answers:
        return False
    later = {f.value for a in answers[1:] if a.status is Status.ANSWERED for f in a.figures}
    return answers[0].status is Status.NO_ANSWER and {f.value for f in whole.figures} <= later


#: The whole of a body, and how money is asked for without saying of what.
_WHOLES = ("本年支出合计", "支出总计", "本年收入合计", "收入总计")
_BARE_MONEY = regex(
    r"(?:那|又|一共|总共|大概|共)*(?:花|用|要|需要|投|投入)[了费掉去]*(?:多少|几)(?:个?钱|万元|万|元|资金)?"
)

#: All that is bought, told where the thing bought was not found.
_ALL_BOUGHT = "政府采购支出"
_BARE_BOUGHT = regex(
    r"(?:那|一共)*(?:采购)?(?:预算|金额|资金|花了?|要)(?:是|有|为)?(?:多少|几)(?:钱|万元|元)?"
)


def of_itself(answers: Sequence[Answer], parts: Sequence[str]) -> list[Answer]:
    """「体检了多少人，花了多少钱」: where what the thing cost is not told, the whole is not told for it."""
    first = answers[0].figures[0].label if answers[0].figures else ""
    lost = not first and answers[0].status is not Status.ANSWERED
    if first in _WHOLES:
        return list(answers)
    return [
        _not_told(answer)
        if (_BARE_MONEY.fullmatch(part) and any(f.label in _WHOLES for f in answer.figures[:1]))
        or (lost and _BARE_BOUGHT.fullmatch(part) and any(f.label == _ALL_BOUGHT for f in answer.figures[:1]))
        else answer
        for answer, part in zip(answers, parts, strict=True)
    ]


def _not_told(answer: Answer) -> Answer:
    told = "公开资料没有单独写明这件事花了多少钱。"
    return answer.model_copy(update={"answer": told, "figures": [], "citations": [], "notes": []})


def merge(answers: Sequence[Answer], conversation: str) -> Answer:
    """One answer of several; the first that has one answers for status and plan, every text is told."""
    first = next((answer for answer in answers if answer.status is Status.ANSWERED), answers[0])
    figures: list[Figure] = []
    citations: list[Citation] = []
    notes = [note for answer in answers for note in answer.notes if answer is first or _YEAR not in note]
    for answer in answers:
        figures += [_shifted(figure, len(citations)) for figure in answer.figures]
        citations += answer.citations
    return first.model_copy(
        update={
            "conversation_id": conversation,
            "answer": "\n".join(dict.fromkeys(answer.answer for answer in answers)),
            "figures": figures,
            "citations": citations,
            "notes": list(dict.fromkeys(notes)),
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
