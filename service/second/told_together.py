"""What one part of a question leaves open, told where another part was read: 修了几公里路，多少户受益 (同句同行).

The sentence, or the row of a table, that tells one of several asked quantities tells the others too. A number is
one of them where its unit is asked for and all that the part names is said of it there; what the part alone names
is never told by a number that another name stands before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ingest.model import Fact
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.compose import image_url
from service.contract import Answer, Citation, Figure, Status
from service.figures.compute import unit_called
from service.figures.told import label_of, unit_of
from service.read.terms import overlap
from service.second.merge import merge
from service.second.part_asked import asked_of
from service.second.told_beside import Made, in_row, in_sentence, is_planned

FactsIn = Callable[[str], Sequence[Fact]]

#: 「当公务员（行政）的几个」: what stands in brackets says the same once more.
_SAID_TWICE = regex(r"^(?P<lead>其中|里面|里头)?.*[（(](?P<again>[\u4e00-\u9fff]{2,8})[）)](?P<asks>.*)$")
#: Who and when, said before the first part.
_HEAD = regex(
    r"^.*?(?:19|20)?\d\d年度?(?:的|[末底初](?=[\u4e00-\u9fff]))?"
    r"|^[^，,]{2,24}?(?:局|委|厅|院|办公室|中心|街道|镇|乡|大队|学校|[一二三]高|中专|疾控)(?=[\u4e00-\u9fff])"
)
#: Two names, or more, and what is asked of each.
_EACH = regex(
    r"^(?:其中的?)?(?P<names>[\u4e00-\u9fff、]{4,24}?)(?:各自?|分别)[是有为占]?(?P<asks>(?:多少|几)[^，。？]{0,4})[？?。]*$"
)
#: So few are told of many things.
_FEW = 9
_AND = regex(r"[和与及跟、]")


def told_together(answers: Sequence[Answer], parts: Sequence[str], facts_in: FactsIn) -> list[Answer]:
    """The answers, those that are lacking or are of something else filled from where another one was read.

    ``facts_in`` gives the figures of a document by its id.
    """
    found = list(answers)
    for place, part in enumerate(parts if found else ()):
        # What the first part finds is its own; a later one is of the first's topic unless it says otherwise.
        lost = found[place].status is not Status.ANSWERED or not found[place].figures
        later = range(place + 1, len(parts)) if lost else ()
        for at in (place, *range(place - 1, -1, -1), *later):
            if not _is_plain(found[at]) or _is_of_another(found[at], found[place]):
                continue
            if at == place and not _wants_plan(part, found[at]):
                continue
            told = told_with(found[at], parts[at], part, found[place], facts_in)
            if told is not None:
                found[place] = told
                break
    return found


def _is_plain(answer: Answer) -> bool:
    """Whether an answer tells one number as it is printed."""
    figures = answer.figures
    return (
        answer.status is Status.ANSWERED and len(figures) == 1
        and figures[0].formula is None and figures[0].citation is not None
    )  # fmt: skip


def _is_of_another(one: Answer, other: Answer) -> bool:
    """Whether two parts are of two bodies: what is told of the one says nothing of the other."""
    bodies = {str(answer.plan.get("entity") or "") for answer in (one, other)} - {""}
    return len(bodies) > 1


def _wants_plan(part: str, answer: Answer) -> bool:
    """Whether what was planned is asked for, and what was done is told."""
    figure = answer.figures[0]
    asked = asked_of(_HEAD.sub("", part, count=1), frozenset())
    return asked is not None and asked.planned and "预算" not in figure.stage and not is_planned(figure.label)


def told_with(anchor: Answer, said: str, part: str, answer: Answer, facts_in: FactsIn) -> Answer | None:
    """The answer to a part from where another's figure is told; None where it is not told there, or needs not be."""
    figure = anchor.figures[0]
    first = anchor.citations[figure.citation or 0]
    facts = facts_in(first.document_id)
    own = None if anchor is answer else answer
    said = _HEAD.sub("", said, count=1)
    for reading in (*_readings(part), *_once_read(part, own, first)):
        made = [_first_told(figure, first, (said, one), own, facts) for one in _each_of(reading)]
        if all(made):
            return _merged([_answer(anchor, figure, *one) for one in made if one is not None])
    return None


def _first_told(
    figure: Figure, first: Citation, parts: tuple[str, str], own: Answer | None, facts: Sequence[Fact]
) -> tuple[Made, Citation] | None:
    """What a part asks for in the first place that tells it, and that place; ``parts`` are the other one and it."""
    told = own is not None and own.status is Status.ANSWERED and own.figures
    for cited in (first, *(() if told else _told_elsewhere(figure, first, facts))):
        there = [f for f in facts if _is_there(f, cited)]
        made = in_sentence(figure, cited, parts, own) if cited.quote else in_row(figure, parts, own, there)
        if made is not None:
            unit = unit_called(made.unit, parts[1], made.label)
            return Made(_label(there, made) or made.label, made.value, unit), cited
    return None


def _told_elsewhere(figure: Figure, first: Citation, facts: Sequence[Fact]) -> Iterator[Citation]:
    """Other sentences and rows of the document that tell the same figure by a like name."""
    name, value = fold(figure.label), Decimal(figure.value)
    seen = {(first.quote, first.table, first.row)}
    for fact in facts:
        source = fact.source
        key = (source.quote, source.table, source.row)
        same = fact.value == value and unit_of(fact) == figure.unit and fact.year == figure.year
        if same and key not in seen and value > _FEW and overlap(fold(fact.subject.name), name) > 1:
            seen.add(key)
            yield citation_at(first, fact)


def citation_at(first: Citation, fact: Fact) -> Citation:
    """The place of a figure of the document that another citation is of."""
    source = fact.source
    return first.model_copy(
        update={
            "page": source.page, "table": source.table, "row": source.row, "column": source.column,
            "quote": source.quote, "bbox": [round(v, 1) for v in source.box],
            "image": image_url(first.document_id, source.page, (source.box,)),
        }
    )  # fmt: skip


def _is_there(fact: Fact, cited: Citation) -> bool:
    source = fact.source
    if cited.quote or source.quote:
        return source.quote == cited.quote
    return (source.page, source.table, source.row) == (cited.page, cited.table, cited.row)


def _readings(part: str) -> Iterator[str]:
    """A part without who and when, and with what it says in brackets for what stands before them."""
    part = _HEAD.sub("", part, count=1)
    yield part
    twice = _SAID_TWICE.match(part)
    if twice is not None:
        yield f"{twice['lead'] or ''}{twice['again']}{twice['asks']}"


def _once_read(part: str, own: Answer | None, first: Citation) -> Iterator[str]:
    """What a part asks in its last clause, where the sentence is the one that was told for it as text already."""
    clauses = [clause for clause in _CLAUSES.split(_HEAD.sub("", part, count=1)) if clause]
    read = own is not None and own.status is Status.ANSWERED and not own.figures and first.quote
    if read and own is not None and len(clauses) > 1 and fold(first.quote) in fold(own.answer):
        yield clauses[-1]


_CLAUSES = regex("[，,。？?]")


def _each_of(part: str) -> list[str]:
    """「高职和中职各多少」 as two; the part alone where it asks once."""
    said = _EACH.match(part)
    names = [name for name in _AND.split(said["names"]) if name] if said is not None else []
    if len(names) == 1 and len(names[0]) == len("医生护士"):
        names = [names[0][:2], names[0][2:]]
    return [f"{name}{said['asks']}" for name in names] if said is not None and len(names) > 1 else [part]


def _label(facts: Sequence[Fact], made: Made) -> str:
    """What the figure is called where it was read as one."""
    named = {label_of(f) for f in facts if f.value == made.value and unit_of(f) == made.unit}
    return named.pop() if len(named) == 1 else ""


def _answer(anchor: Answer, figure: Figure, made: Made, cited: Citation) -> Answer:
    own = figure.model_copy(
        update={
            "label": made.label, "value": plain(made.value), "unit": made.unit, "printed": None, "inputs": [],
            "citation": 0,
        }
    )  # fmt: skip
    told = f"{figure.entity}{figure.year}年度{made.label}为 {own.value} {made.unit}。"
    update = {
        "answer": told,
        "figures": [own],
        "citations": [cited],
        "notes": [],
        "reason": None,
        "options": [],
    }
    return anchor.model_copy(update=update)


def _merged(answers: Sequence[Answer]) -> Answer:
    return answers[0] if len(answers) == 1 else merge(answers, answers[0].conversation_id)
