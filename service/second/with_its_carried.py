"""A project with what was carried over for it, where the table prints both by themselves: 「某工程连上年结转一共多少」.

The same name with （上年结转） behind it is a row of its own; neither of the two alone is what is asked for. Of what
has no such row its figure is left as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Citation, Figure, Input, Status
from service.figures.told import label_of, unit_of
from service.second.told_together import FactsIn, citation_at

_ASKS = regex(
    r"(?<![不未])(?:连同?|连带着?|包?含|包括|加上|带上|算上|加)(?:了|着)?(?:上年|去年|以前年度)(?:的)?结[转余](?!下年|到)"
)
_OF_ALL = regex(r"^(?:年初|上年)结[转余]")
_CARRIED = regex(r"[（(](?:上年|去年|以前年度)?结[转余](?:资金|项目)?[)）]$")


def with_its_carried(answer: Answer, question: str, facts_in: FactsIn) -> Answer:
    """The answer; the sum of both rows where a question wants what was carried over with it.

    ``facts_in`` gives the figures of a document by its id.
    """
    # That of the whole body is none of it, though both may have been added up.
    figures = [f for f in answer.figures if not f.formula and not _OF_ALL.search(f.label)]
    names = {_CARRIED.sub("", figure.label) for figure in figures}
    if answer.status is not Status.ANSWERED or len(names) != 1 or not _ASKS.search(question):
        return answer
    if figures[0].citation is None:
        return answer
    cited = answer.citations[figures[0].citation]
    rows = _rows(figures[0], cited, names.pop(), facts_in(cited.document_id))
    return _summed(answer, figures[0], rows, cited) if rows else answer


def _rows(figure: Figure, cited: Citation, name: str, facts: Sequence[Fact]) -> list[Fact]:
    """The row of a name and that of what was carried over for it, in the same column; none where one is lacking."""
    column = [
        f
        for f in facts
        if (f.source.table, f.source.column) == (cited.table, cited.column) and cited.table
        and f.year == figure.year and f.measure is Measure.AMOUNT and f.value is not None
        and unit_of(f) == figure.unit and f.stage.value == figure.stage and _CARRIED.sub("", label_of(f)) == name
    ]  # fmt: skip
    own = [f for f in column if not _CARRIED.search(label_of(f))]
    carried = [f for f in column if _CARRIED.search(label_of(f))]
    return [*own, *carried] if len(own) == len(carried) == 1 else []


def _summed(answer: Answer, first: Figure, rows: Sequence[Fact], cited: Citation) -> Answer:
    """The sum of the rows in the place of the figure that was told ``first`` of them."""
    values = [f.value or Decimal(0) for f in rows]
    total, unit = sum(values, Decimal(0)), unit_of(rows[0])
    formula = f"{' + '.join(map(plain, values))} = {plain(total)}"
    inputs = [
        Input(label=label_of(f), value=plain(v), unit=unit, citation=at)
        for at, (f, v) in enumerate(zip(rows, values, strict=True))
    ]
    made = first.model_copy(
        update={
            "label": f"{label_of(rows[0])}（含上年结转）", "value": plain(total), "formula": formula, "inputs": inputs,
            "printed": None, "citation": 0,
        }
    )  # fmt: skip
    said = f"{first.entity}{first.year}年度{made.label}{first.stage}为 {made.value} {unit}（{formula}）。"
    citations = [citation_at(cited, fact) for fact in rows]
    return answer.model_copy(update={"answer": said, "figures": [made], "citations": citations})
