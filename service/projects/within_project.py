"""A part of one project: 「某治理项目里资本性支出多少」 is not what the whole body spends on it (项目里的一部分)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Fact
from service.accounts.said_in_part import WITHIN
from service.model import CODED_KINDS, Term
from service.read.terms import Match
from service.read.wording import Wording


@dataclass(frozen=True, slots=True)
class WithinProject:
    """A project, the part of it that is asked for, and the words that name both."""

    project: Term
    part: str
    words: str


def within_project(
    wording: Wording, matches: Sequence[Match[Term]], facts: Sequence[Fact]
) -> WithinProject | None:
    """The project and its part where an account is named within a project that the documents split by account."""
    for one, other in itertools.pairwise(matches):
        split = one.value.kind == "项目" and other.value.kind in (*CODED_KINDS, "支出结构")
        beside = other.start >= one.end and (
            WITHIN.match(wording.text[one.end :]) or wording.text[one.end : other.start] in ("", "的")
        )
        if split and beside and _is_split(one.value, other.value, facts):
            for match in (one, other):
                wording.claim(match)
            return WithinProject(one.value, other.value.name, one.word + other.word)
    return None


def _is_split(project: Term, account: Term, facts: Sequence[Fact]) -> bool:
    held = (f for f in facts if f.subject.kind == "项目" and f.subject.name == project.name)
    return any(f.breakdown == account.name for f in held)
