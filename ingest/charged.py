"""What is charged, or paid, for one of a thing, and what a thing cost year by year, as facts (单位收支)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.amounts_by_year import by_years
from ingest.charges import charges
from ingest.contexts import Reading
from ingest.course import Place, fact_of
from ingest.model import Fact, Fund, Measure, Subject
from ingest.per_head import standards


def charged(place: Place) -> Iterator[Fact]:
    """The facts of a sentence that tells such amounts, each of the year that it says, else of the document's."""
    for charge in (*charges(place.text), *standards(place.text), *by_years(place.text)):
        told = Reading(None, Fund.ALL, Measure.AMOUNT, charge.value, charge.unit)
        about = replace(place.about, year=charge.year or place.about.year)
        where = place.of(charge.start, charge.end)
        fact = fact_of(told, Subject("其他", charge.name), about, where, place.text)
        yield replace(fact, breakdown=charge.breakdown or fact.breakdown)
