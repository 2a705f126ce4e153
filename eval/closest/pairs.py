"""Questions and what answers them as pairs of texts, from which vectors are learnt (向量的例对)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval.closest.cases import Case
from service.closest.prepared import Prepared
from service.read.accounts_said import ACCOUNTS


@dataclass(frozen=True, slots=True)
class Pair:
    """A question of a ``group``, or a phrase of none, and what answers it or is meant by it."""

    group: str
    said: str
    meant: str


def pairs_of(cases: Sequence[Case]) -> list[Pair]:
    """A pair of each question that has an answer, and of each phrase."""
    found = [Pair(case.group, case.text, _meant(case)) for case in cases if case.right and case.written]
    return found + list(_phrases())


def _meant(case: Case) -> str:
    at = min(case.right)
    if isinstance(case.ready, Prepared):
        one = case.ready.ready[at]
        return one.place.sentence if one.place.is_row else one.near
    return case.ready.lines[at].text


def _phrases() -> Iterator[Pair]:
    for line in ACCOUNTS.read_text(encoding="utf-8").splitlines():
        name, _, said = line.partition("\t")
        yield from (Pair("", phrase, name) for phrase in said.split("|") if phrase)
