"""Why an indicator was missed, as its own row of the form says: 「群众满意度没达标，原因是什么」 (偏差原因).

The reason told stands behind the points of that very indicator; a row without one tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from ingest.quantities import whole_quantity
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.projects.project_spoken import bare, project_spoken
from service.read.terms import overlap
from service.targets import Point
from service.text.lines import Line, text_of
from service.text.sentences import lines_of, to_quote

_WHY = regex(r"为什么|为何|为啥|咋(?:会|就|没)|怎么(?:会|就|没)|原因|缘故|什么情况")
_MISSED = regex(r"没|未|拖|晚|延|低于|不到|不足|差|慢|扣|少|不达标|偏差|落后|才")
_WORDS = regex(r"[\u4e00-\u9fff]{3,}")
#: So much of an indicator's name must be said where it is not said whole.
_LEAST = 5


def indicator_reason(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The row of the one indicator that is meant, where it says why; None where that is not asked, or not told."""
    text = fold(plan.text)
    if len(points) != 1 or not _WHY.search(text) or not _MISSED.search(text):
        return None
    project = bare(project_spoken(plan, sources.facts, plan.text))
    rows = [(name, line) for name, line in _rows(plan, sources) if _is_of(line, project)]
    said = {name: _said(name, text) for name, _ in rows}
    best = max(said.values(), default=0)
    meant = [line for name, line in rows if best and said[name] == best]
    if len(meant) != 1:
        return None
    quote = to_quote(list(meant[0]))
    return Evidence(quotes=(quote,)) if quote is not None else None


def _rows(plan: Plan, sources: Sources) -> Iterator[tuple[str, Line]]:
    """The rows of the year's forms that say why, each with its indicator's name."""
    own = (
        f for f in sources.facts if f.year == plan.year and f.subject.kind == "绩效指标" and f.unit == "分"
    )
    names = {fold(f.subject.name) for f in own if f.subject.path}
    for line in lines_of(sources.index().chunks) if names else ():
        cells = text_of(line).split("，")
        name = next((fold(cell) for cell in cells if fold(cell) in names), "")
        last = max((i for i, cell in enumerate(cells) if whole_quantity(cell)), default=-1)
        if name and last > 1 and _WORDS.search("，".join(cells[last + 1 :])):
            yield name, line


def _is_of(line: Line, project: str) -> bool:
    path = line[0].chunk.path
    return not project or (bool(path) and bare(path[-1]) == project)


def _said(name: str, text: str) -> int:
    """How much of an indicator's name the question says; none where that is too little to know it by."""
    shared = len(name) + 1 if name in text else overlap(name, text)
    return shared if shared > len(name) or shared >= min(_LEAST, len(name) - 1) else 0
