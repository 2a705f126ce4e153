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


_SAID = regex(r"([\u4e00-\u9fff]{4,20})(?:那个|这个|的)?项目")


def shortened(plan: Plan, facts: Sequence[Fact]) -> str:
    """The printed name of the one project whose first and last words a question says with some between left out;
    empty where it is none or several."""
    said = _SAID.search(fold(plan.text))
    if said is None:
        return ""
    own = [f for f in facts if f.year == plan.year]
    names = {f.subject.name for f in own if f.subject.kind == _KIND}
    names |= {f.subject.path[0] for f in own if f.subject.kind == "绩效指标" and f.subject.path}
    fitting = {bare(name): name for name in names if _reads(said[1], bare(name))}
    return next(iter(fitting.values())) if len(fitting) == 1 else ""


def _reads(said: str, core: str) -> bool:
    """Whether what is said ends in a run that begins and ends as a project's name and is read in it in its order."""
    start = said.find(core[:2])
    run = said[start:] if start >= 0 else ""
    if len(run) < max(_LEAST, len(core) * 2 // 3) or run[-2:] != core[-2:]:
        return False
    following = iter(core)
    return all(char in following for char in run)
