"""Total scores of projects that are named side by side: 「甲、乙两张自评表，哪个总分高」 (项目总分).

A score stands in a form of its own for each project; all that are named must have one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.subjects import Subjects
from service.model import PHRASE_KINDS, Term
from service.read.hearing import Heard
from service.read.terms import Match
from service.read.wording import Wording

#: What the last row of a performance form is called.
TOTALS = ("总分", "总得分", "合计", "得分合计", "总计", "自评总分", "自评得分")
#: What a score is called in running text, behind the project's name.
_TOLD = regex(r"^(?:绩效)?(?:自评|评价)?(?:总|综合)?(?:得分|评分|分数)$|^总分$")
#: Words that only say where the scores stand.
_FORMS = regex(
    r"(?:[这那]?(?:[两二三四五六七八九]|几)[张份个项])?(?:项目)?(?:支出)?(?:绩效)?自评(?:表|报告|的?(?=总分|得分|分))?(?:里|中|上)?的?|各得|得了?(?=多少分|几分)|[这那]?(?:[两二三四五六七八九]|几)[张份个项](?:表|项目)?"
)


def total_of(project: Term | None, facts: Sequence[Fact]) -> Term | None:
    """The row of a project's form that is its total score."""
    if project is None or project.kind not in PHRASE_KINDS:
        return None
    under = [f for f in facts if f.subject.path[:1] == (project.name,)]
    total = next((f for f in under if fold(f.subject.name) in TOTALS), None)
    total = total or next((f for f in under if f.unit == "分" and is_score_told(f)), None)
    return Term(total.subject.name, total.subject.kind, "", total.subject.path) if total else None


def is_score_told(fact: Fact) -> bool:
    """Whether running text tells a fact as the total score of the project that it stands under."""
    if fact.subject.kind != "业务量" or len(fact.subject.path) != 1:
        return False
    name = fold(fact.subject.name).removeprefix(fold(fact.subject.path[0])).removeprefix("项目")
    return _TOLD.match(name) is not None


@dataclass(frozen=True, slots=True)
class Scores:
    """The total scores that are asked for, side by side, and what is said beside them or has none."""

    found: Subjects
    strange: tuple[str, ...]


def totals_of(wording: Wording, heard: Heard, found: Subjects, facts: Sequence[Fact]) -> Scores | None:
    """The total scores of all the projects that are named; None where no scores of several projects are asked for."""
    named = [term for term in (found.subject, *found.rivals) if term is not None]
    totals = [total_of(project, facts) for project in named]
    if heard.count_unit != "分" or len(named) < 2 or not any(totals):
        return None
    if any(project.kind not in PHRASE_KINDS for project in named):
        return None
    trial = Wording(wording.text, list(wording.taken))
    for said in _FORMS.finditer(trial.text):
        trial.claim(Match(said.start(), said.end(), said[0], None))
    lacking = [project.name for project, total in zip(named, totals, strict=True) if total is None]
    strange = (*lacking, *trial.rest())
    first, *others = filter(None, totals)
    return Scores(Subjects(first, rivals=() if strange else tuple(others)), strange)
