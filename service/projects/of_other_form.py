"""An indicator of a form is of the project of that form, and of no other that is asked about (指标所属项目)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Reason

_KIND = "绩效指标"


def of_other_form(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence; where a project is named and all figures are indicators of other projects' forms, that its own
    form does not have them."""
    if isinstance(evidence, Declined) or not evidence.findings:
        return evidence
    facts = [o.fact for finding in evidence.findings for o in finding.operands if o.fact is not None]
    forms = {_form(f) for f in facts}
    if not facts or "" in forms:
        return evidence
    named = _named(fold(plan.text), facts[0].year, sources.facts)
    if not named or named & forms or any(_within(one, other) for one in named for other in forms):
        return evidence
    what = "、".join(dict.fromkeys(f.subject.name for f in facts))
    project = "、".join(sorted(named))
    head = f"{sources.body.name}{facts[0].year}年度"
    told = f"{head}「{project}」的绩效表里没有列出「{what}」这个指标，不拿别的项目的来回答。"
    return Declined(Reason.NOT_DISCLOSED, told, final=True)


def _named(text: str, year: int, facts: Sequence[Fact]) -> set[str]:
    """The projects with a form of their own that a text names whole."""
    own = {_form(f) for f in facts if f.year == year} - {""}
    return {name for name in own if _bare(name) in text}


def _form(fact: Fact) -> str:
    """The project whose form an indicator stands in; empty for other figures."""
    path = fact.subject.path
    return path[0] if fact.subject.kind == _KIND and path and not path[0].endswith("指标") else ""


def _bare(name: str) -> str:
    return re.sub(r"(?:项目|经费|资金)$", "", fold(name))


def _within(one: str, other: str) -> bool:
    """Whether one project's name holds the other's: 村级防疫 and 村级防疫员补助 may be meant by either."""
    return _bare(one) in _bare(other) or _bare(other) in _bare(one)
