"""A narrative answer with a short summary before its quotes, where a model's draft is borne out by them (归纳)."""

from __future__ import annotations

from collections.abc import Sequence

from service.contract import Answer, Citation
from service.llm.draft import Said
from service.llm.errors import Unusable
from service.llm.prompts import Message, fenced, load_prompt
from service.model import Evidence, Operation, Plan, Quote

#: Quotes shorter than this need no summary.
_LEAST = 80
NOTE = "概括由语言模型归纳，只删减、不添加，数字照录原文，已逐句与所引原文核对；原话在后。"


def wants_summary(evidence: Evidence, plan: Plan) -> bool:
    """Whether an answer is running text long enough to be summarised, and nothing but that."""
    if plan.operation is not Operation.NARRATIVE or evidence.findings or evidence.absences:
        return False
    return sum(len(s) for quote in evidence.quotes for s in quote.sentences) >= _LEAST


def wording_prompt(question: str, evidence: Evidence) -> Message:
    """What the model is asked: the question and the quotes, both as data."""
    passages = ("\n".join(quote.sentences) for quote in evidence.quotes)
    return load_prompt("word").fill(question=fenced([question], "问题"), passages=fenced(passages, "资料"))


def with_summary(answer: Answer, evidence: Evidence, said: Sequence[Said], prompt: str) -> Answer:
    """The answer with the sentences before it, their marks pointing to its own citations."""
    numbers = [_citation_of(quote, answer.citations) for quote in evidence.quotes]
    told = "".join(f"{one.text.rstrip('，；：。')}。[{numbers[one.marks[0] - 1]}]" for one in said)
    return answer.model_copy(
        update={
            "answer": f"概括：{told}\n\n{answer.answer}",
            "notes": [*answer.notes, NOTE],
            "plan": {**answer.plan, "worded_by": prompt},
        }
    )


def _citation_of(quote: Quote, citations: Sequence[Citation]) -> int:
    """Number of a quote's first citation, from 1."""
    page, _ = quote.places[0]
    same = (quote.chunk.document_id, page, quote.sentences[0])
    found = next(
        (n for n, c in enumerate(citations, start=1) if (c.document_id, c.page, c.quote) == same), None
    )
    if found is None:
        raise Unusable("no citation", same[2])
    return found
