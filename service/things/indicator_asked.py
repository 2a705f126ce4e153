"""The one indicator of a form that daily words mean, where no name was heard in them (口语所指的指标).

「打官司的人满意率实际多少」 is 当事人满意度: who is content is said in many ways, and of all that a form counts only
one may be meant. 「寒托班解决多少人次小朋友的看护」 is 解决小朋友寒暑假看护难问题: most of the indicator's own name is
said, in its unit, and what else is said stands in the rows of the same form. Where several indicators with different
values fit as well, it is asked back which one is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Stage
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Finding, Operand, Plan, Reason, Term
from service.read.citizens_words import as_written, is_other, people_alike
from service.things.contrary import contrary
from service.things.indicator_words import (
    ASKED,
    Wanted,
    bare_of,
    is_measured,
    is_scored,
    wanted_of,
    without_frame,
)  # fmt: skip
from service.things.search import covered_by, left_over, same_value

#: So much of an indicator's own name must be said where it is told by its unit; of what is said so much be told.
_NAME_SAID, _TOLD = 0.6, 0.6
#: So much more one must be said than another.
_AHEAD = 0.15
_UNSURE = (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED)
_DONE_STAGES = (Stage.EXECUTION, Stage.FINAL_ACCOUNTS)
_FORM = regex(
    r"(?:项目)?(?:支出)?(?:整体)?绩效(?:目标|自评|评价)[^，。]*表$|20\d\d年度?|指标|[（(]\d+分[)）]"
)
_PLACE = regex(r"[\u4e00-\u9fff][镇乡村县区]$|街道|社区|[小中大]学|医院")
#: So short a part of a name says nothing by itself.
_PART = 4
_RUN = regex(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class _Row:
    """One indicator of a form: its figures, its name, and what stands over it."""

    name: str
    heading: str
    facts: tuple[Fact, ...]

    @property
    def own(self) -> str:
        """All that the row and its headings say."""
        return f"{self.heading} {self.name} " + " ".join(fold(f.source.quote) for f in self.facts)


def indicator_asked(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, spoken: bool
) -> Evidence | Declined:
    """The evidence; where nothing was found, the one indicator that is meant; where one of several was taken though
    the question tells none of them from the others, which there are."""
    wanted = wanted_of(plan.parted or plan.text)
    if wanted is None or sources.body.within:
        return evidence
    if isinstance(evidence, Evidence):
        return evidence if spoken or not wanted.content else _unless_several(evidence, wanted, plan, sources)
    if spoken and wanted.content and not without_frame(wanted.said).strip():
        return evidence  # of what was spoken of, which has none or several
    if evidence.reason not in _UNSURE or evidence.final or evidence.options:
        return evidence
    rows = [row for row in _rows(plan, sources) if is_measured(row.facts, wanted)]
    meant = _contented(rows, wanted, plan, sources) if wanted.content else _named(rows, wanted, plan, sources)
    if len(meant) > 1:
        return _which(meant, plan)
    told = _told(meant[0], wanted, plan) if meant else None
    return told or evidence


def _rows(plan: Plan, sources: Sources) -> list[_Row]:
    """The indicators of the year's forms, each with all its figures."""
    found: dict[tuple[str, str], list[Fact]] = {}
    for f in sources.facts:
        if f.year == plan.year and f.value is not None and f.subject.kind in ("绩效指标", "业务量"):
            heading = _FORM.sub("", fold(f"{''.join(f.subject.path)} {f.source.table}"))
            if not is_scored(f):
                found.setdefault((fold(f.subject.name), heading), []).append(f)
    return [_Row(name, heading, tuple(facts)) for (name, heading), facts in found.items()]


def _contented(rows: Sequence[_Row], wanted: Wanted, plan: Plan, sources: Sources) -> list[_Row]:
    """Of the satisfactions those that the question may mean, the one that it tells most of alone."""
    body = fold("".join((sources.body.name, *(d.entity for d in sources.documents))))
    ranked = []
    for row in rows:
        said = as_written(wanted.said, row.name, row.own)
        alone = sum(_form(other.facts[0]) == _form(row.facts[0]) for other in rows) == 1
        form = " ".join(_beside(row, plan, sources)) if alone else ""
        own = f"{people_alike(f'{row.own} {form}')} {body}"
        said = people_alike(said)
        strange = [run for run in _RUN.findall(without_frame(left_over(said, own)))]
        if strange or is_other(said, own) or contrary(said, people_alike(row.name)):
            continue
        ranked.append((covered_by(without_frame(said), people_alike(f"{row.heading} {row.name}")), row))
    return _first(ranked, wanted)


def _first(ranked: Sequence[tuple[float, _Row]], wanted: Wanted) -> list[_Row]:
    """The rows that are told of most, one for each value that they give."""
    best = max((score for score, _ in ranked), default=0.0)
    kept: list[_Row] = []
    for score, row in sorted(ranked, key=lambda pair: -pair[0]):
        value = _value(row, wanted)
        if (
            score > best - _AHEAD
            and value is not None
            and not any(same_value(value, _value(o, wanted)) for o in kept)
        ):
            kept.append(row)
    return kept


def _value(row: _Row, wanted: Wanted) -> Decimal | None:
    """What a row tells at the stage that is asked for."""
    fact = _meant(row, wanted)
    return fact.value if fact is not None else None


def _named(rows: Sequence[_Row], wanted: Wanted, plan: Plan, sources: Sources) -> list[_Row]:
    """Of the indicators that are counted so, the one most of whose own name is said."""
    body = fold(sources.body.name)
    ranked = []
    for row in rows:
        said = people_alike(as_written(wanted.said, row.name, row.own))
        name = people_alike(row.name)
        if is_other(said, name) or contrary(said, name):
            continue
        share = _share(row, said)
        form = " ".join((body, row.heading, *_beside(row, plan, sources)))
        told = _told_share(said, people_alike(f"{name} {form}"))
        if share >= _NAME_SAID and told >= _TOLD:
            ranked.append((share, row))
    return _first(ranked, wanted)


def _share(row: _Row, said: str) -> float:
    """How much of an indicator's name is said, or of one of those that it joins: the runs that it has too, and single
    characters of it for half."""
    printed = people_alike(row.facts[0].subject.name)
    parts = [part for part in map(bare_of, map(fold, printed.split("、"))) if len(part) >= _PART]
    return max(
        ((covered_by(name, said) + sum(c in said for c in name) / len(name)) / 2 for name in parts),
        default=0.0,
    )


def _told_share(said: str, form: str) -> float:
    """How much of what is said the form tells, in the clause that asks; a place that it does not tell is another."""
    clauses = [clause for clause in re.split("[，,]", said) if clause]
    asking = next((clause for clause in clauses if ASKED.search(clause)), clauses[-1] if clauses else "")
    for clause in clauses:
        strange = _RUN.findall(without_frame(left_over(clause, form)))
        if any(_PLACE.search(run) for run in strange):
            return 0.0
    return max(_part_told(asking, form), _part_told(said, form))


def _part_told(said: str, form: str) -> float:
    strange = _RUN.findall(without_frame(left_over(said, form)))
    return 1 - sum(map(len, strange)) / max(len(without_frame(said).replace(" ", "")), 1)


def _beside(row: _Row, plan: Plan, sources: Sources) -> Iterator[str]:
    """What stands in the other rows of the same form."""
    for f in sources.facts:
        if f.year == plan.year and f.subject.kind == "绩效指标" and _form(f) == _form(row.facts[0]):
            yield fold(f.subject.name)


def _form(fact: Fact) -> tuple[str, str, str]:
    """The form that an indicator stands in: the table, and the project that its rows are headed by, if any."""
    first = fact.subject.path[0] if fact.subject.path else ""
    return fact.document_id, fact.source.table, "" if "指标" in first else first


def _meant(row: _Row, wanted: Wanted) -> Fact | None:
    """The figure of a row at the stage that is asked for; none where only the other one is printed."""
    done = [f for f in row.facts if f.stage in _DONE_STAGES]
    aimed = [f for f in row.facts if f.stage not in _DONE_STAGES]
    chosen = aimed if wanted.aimed else done or ([] if wanted.done else aimed)
    return chosen[0] if len({f.value for f in chosen}) == 1 else None


def _told(row: _Row, wanted: Wanted, plan: Plan) -> Evidence | None:
    """The figure of a row as evidence."""
    fact = _meant(row, wanted)
    if fact is None or fact.value is None:
        return None
    name = fact.subject.name
    label = f"{name}（{fact.breakdown}）" if fact.breakdown not in ("", TOTAL) else name
    finding = Finding(
        label, fact.value, fact.unit, fact.measure, fact.year, fact.stage.value, (Operand(label, fact),),
        entity=plan.entity,
    )  # fmt: skip
    s = fact.subject
    return Evidence((finding,), about=Term(s.name, s.kind, s.code, s.path))


def _unless_several(evidence: Evidence, wanted: Wanted, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence, unless it is one of several satisfactions and the question tells it from none of them."""
    said = without_frame(wanted.said).strip()
    if len(evidence.findings) != 1 or said or "满意" not in evidence.findings[0].label:
        return evidence
    rows = [row for row in _rows(plan, sources) if is_measured(row.facts, wanted)]
    meant = _first([(1.0, row) for row in rows], wanted)
    return _which(meant, plan) if len(meant) > 1 else evidence


def _which(rows: Sequence[_Row], plan: Plan) -> Declined:
    """Which of several indicators is meant."""
    options = tuple(
        (
            "：".join(
                filter(
                    None,
                    (
                        row.facts[0].subject.path[0] if row.facts[0].subject.path else "",
                        row.facts[0].subject.name,
                    ),
                )
            ),
            f"{plan.entity}{plan.year}年{row.facts[0].subject.name}是多少",
        )
        for row in rows[:6]
    )
    return Declined(Reason.AMBIGUOUS, "资料里这样的指标不止一个，各自的数不同，您问的是哪一个？", options)
