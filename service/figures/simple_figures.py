"""The one figure that a plain question finds, and what is worked out of two of them (单问一数)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.numbers import convert, plain
from service.contract import Answer, Figure, Input, Status
from service.figures.ratios import rounded

#: So much of a plain question must have been understood.
_SURE = 0.85


def who(answer: Answer) -> str:
    """「某局2023年」: whom and which year an answer is about; empty where it is about several or about nobody."""
    entity, year = answer.plan.get("entity"), answer.plan.get("year")
    return f"{entity}{year}年" if entity and year else ""


def one(answer: Answer, *names: str) -> Figure | None:
    """The only figure of an answer that is sure, by one of these names where any are given."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return None
    figure = answer.figures[0]
    sure = float(str(answer.plan.get("confidence", "0"))) > _SURE
    return figure if sure and (not names or figure.label in names) else None


def value_in(figure: Figure, unit: str) -> Decimal | None:
    """The value of a figure in another unit; None where it does not convert."""
    value = Decimal(figure.value)
    return value if figure.unit == unit else convert(value, figure.unit, unit)


def share_of(part: Figure, whole: Sequence[Figure], name: str) -> Figure | None:
    """A figure in per cent of others together, named ``name``; None where they do not add up or make nothing."""
    values = [value_in(f, part.unit) for f in whole]
    known = [v for v in values if v is not None]
    total = sum(known, Decimal(0))
    if len(known) < len(values) or total <= 0:
        return None
    result = rounded(Decimal(part.value) / total * 100)
    added = f"（{' + '.join(map(plain, known))}）" if len(known) > 1 else plain(total)
    formula = f"{plain(Decimal(part.value))} ÷ {added} × 100% = {plain(result)}%"
    return Figure(
        label=f"{part.label}占{name}的比重", value=plain(result), unit="%", entity=part.entity, year=part.year,
        stage=part.stage, formula=formula, inputs=inputs((part, *whole)), citation=part.citation,
    )  # fmt: skip


def inputs(figures: Sequence[Figure]) -> list[Input]:
    """Figures as the operands of another, each once."""
    made = {(f.label, f.value, f.entity, f.year): f for f in figures}
    return [Input(label=f.label, value=f.value, unit=f.unit, citation=f.citation) for f in made.values()]


def amount(figure: Figure) -> str:
    """Value and unit as they are told."""
    return f"{figure.value} {figure.unit}"


def unrounded(figure: Figure) -> Decimal | None:
    """An average before it was rounded, so that 3.404 comes before 3.400; None of what is no such quotient."""
    if not figure.label.startswith("平均") or len(figure.inputs) != 2 or not figure.formula:
        return None
    whole, over = (Decimal(part.value) for part in figure.inputs)
    return whole / over if over and abs(whole / over - Decimal(figure.value)) <= Decimal("0.005") else None
