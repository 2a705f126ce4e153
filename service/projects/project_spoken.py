"""Which project a question names, by the year's projects and forms (问的是哪个项目)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import Plan
from service.projects.scores import TOTALS

_KIND = "项目"
_ADDED = regex(r"(?:专项)?(?:经费|资金|项目|工程)$")
_LEAST = 4


def project_spoken(plan: Plan, facts: Sequence[Fact], text: str) -> str:
    """The printed name of the project that a question says, the longest where several fit; empty where it says none."""
    subject = plan.subject
    if subject is not None and subject.kind == _KIND and subject.name != _KIND:
        return subject.name
    if subject is not None and subject.path and fold(subject.name) in TOTALS:
        return subject.path[0]
    said = fold(text)
    names = {f.subject.name for f in facts if f.year == plan.year and f.subject.kind == _KIND}
    fitting = [name for name in names if len(bare(name)) >= _LEAST and bare(name) in said]
    return max(fitting, key=len, default="")


def bare(name: str) -> str:
    """A project's name, folded, without what one place adds to it and another leaves out."""
    return _ADDED.sub("", fold(name))
