"""Units that a department's tables print figures of, asked about by their own names (分单位)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.entities import entity_key
from ingest.model import Fact, Measure, Subject
from ingest.patterns import regex
from ingest.text import fold
from service.follow.conversation import Talk
from service.model import Body, Declined, Evidence, Plan, Quote, Reason, Term
from service.read.terms import sound
from service.scope.names_of import core_of
from service.scope.regions import region_of
from service.scope.roll import Roll
from service.scope.short_ends import short_ends

UnitsOf = Callable[[str], Sequence[str]]

#: The department's own office among the units of its tables.
_OFFICE = regex(r"[(（]?(?:(?:机关)?(?:本级|本部)|机关)[)）]?$")
#: A shorter name without its region might be any word of the question.
_SHORTEST, _LONGEST = 4, 40
#: A name of so many characters is still told by how it sounds, with one slip in so many of them.
_TELLING, _PER_SLIP = 5, 5


def with_units(bodies: Roll, text: str, talk: Talk, units_of: UnitsOf) -> Roll:
    """The bodies, and the units below them that the question names or the conversation is about.

    A unit that publishes itself is among the bodies already. ``units_of`` gives, for a document's id, the units that
    its tables print figures of.
    """
    units = bodies.once("units", lambda: _index(bodies.loaded, units_of))
    folded = fold(text)
    runs = [run for run in _runs(folded, units.begun) if run in units.forms] + list(_misspelt(folded, units))
    named = [unit for run in runs for unit in units.forms[run]]
    named += [unit for turn in talk for key in turn.bodies for unit in units.keys.get(key, ())]
    found = [_body(bodies, key, named) for key in dict.fromkeys(unit.key for unit in named)]
    return bodies.joined(found) if found else bodies


def units_below(bodies: Roll, body: Body, units_of: UnitsOf) -> list[Body]:
    """All units that the tables of a department, or of that of a unit, print figures of, each as a body."""
    units = bodies.once("units", lambda: _index(bodies.loaded, units_of))
    place = next(
        (i for i, held in enumerate(bodies.loaded) if held.key == body.key or held.name == body.within), -1
    )
    own = {key: [u for u in held if u.place == place] for key, held in units.keys.items()}
    return [_body(bodies, key, held) for key, held in own.items() if held]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit by its printed name, the key that it is spoken of by, and where it stands: body and document."""

    name: str
    key: str
    place: int
    document: str


@dataclass(frozen=True, slots=True)
class _Units:
    """Units by what may be said of them and by key; ``begun`` is how what may be said begins."""

    forms: Mapping[str, Sequence[_Unit]]
    keys: Mapping[str, Sequence[_Unit]]
    begun: frozenset[str]
    heard: Mapping[tuple[str, ...], str]
    heard_begun: frozenset[tuple[str, ...]]


def _index(bodies: Sequence[Body], units_of: UnitsOf) -> _Units:
    published = {body.key for body in bodies}
    forms: dict[str, list[_Unit]] = {}
    keys: dict[str, list[_Unit]] = {}
    for place, body in enumerate(bodies):
        for document in body.documents:
            for name in units_of(document.id):
                office = _is_office(name, body)
                key = f"{body.key}|本级" if office else entity_key(name)
                if key in published or (not office and _is_itself(name, body)):
                    continue
                unit = _Unit(name, key, place, document.id)
                keys.setdefault(key, []).append(unit)
                for form in {fold(name)} if office else _forms(fold(name)):
                    forms.setdefault(form, []).append(unit)
    heard = {tuple(map(sound, form)): form for form in forms if len(form) >= _TELLING}
    heard_begun = frozenset(reading[:_SHORTEST] for reading in heard)
    return _Units(forms, keys, frozenset(form[:_SHORTEST] for form in forms), heard, heard_begun)


def _forms(name: str) -> set[str]:
    """What a unit may be called: in full, from its district on, with the district's bare name, without any."""
    core, region = core_of(name), region_of(name)
    last = re.findall(r"[\u4e00-\u9fff]+?[省市区县旗]", region)[-1:]
    rest = name[len(region) :]
    rests = (rest, *short_ends(rest))
    forms = [form for place in last for form in (place, place[:-1]) if len(form) > 1 and len(rest) > 1]
    short = {form + called for form in forms for called in rests if len(form + called) >= _SHORTEST}
    return {name, *short, *([core] if len(core) >= _SHORTEST else [])}


def _runs(text: str, begun: frozenset[str]) -> Iterator[str]:
    """Every run of a text that may be a unit's name, for it begins like one."""
    for start in range(len(text)):
        if text[start : start + _SHORTEST] not in begun:
            continue
        for end in range(start + _SHORTEST, min(len(text), start + _LONGEST) + 1):
            yield text[start:end]


def _misspelt(text: str, units: _Units) -> Iterator[str]:
    """The names that a text spells as they sound, with a slip or two: 仲才院 for 仲裁院."""
    heard = tuple(map(sound, text))
    for start in range(len(text) - _TELLING + 1):
        if heard[start : start + _SHORTEST] not in units.heard_begun:
            continue
        for end in range(start + _TELLING, min(len(text), start + _LONGEST) + 1):
            form = units.heard.get(heard[start:end], "")
            if (
                form
                and 0
                < sum(a != b for a, b in zip(text[start:end], form, strict=True))
                <= len(form) // _PER_SLIP
            ):
                yield form


def _body(bodies: Roll, key: str, named: Sequence[_Unit]) -> Body:
    """A unit as a body: the department's documents, of which only the figures under its name are its own."""
    units = list(dict.fromkeys(unit for unit in named if unit.key == key))
    held = {unit.document: unit.name for unit in units}
    department = bodies[units[0].place]
    own = tuple(replace(d, entity=held[d.id], aliases=()) for d in department.documents if d.id in held)
    return Body(
        key, units[0].name, tuple(dict.fromkeys(held.values())), department.region, own, department.name
    )


def _is_office(unit: str, body: Body) -> bool:
    bare = _OFFICE.sub("", unit)
    return bare != unit and _is_itself(bare, body)


def _is_itself(name: str, body: Body) -> bool:
    """Whether a name is the department's own, with less of the place that it is in than its cover has."""
    if entity_key(name) == body.key:
        return True
    whole, said = fold(body.name), fold(name)
    left = whole.removesuffix(said)
    return left != whole and len(core_of(said)) >= _SHORTEST and region_of(whole).startswith(left)


#: A unit's income without more is all of it, the balance of the year before included: 合计 of a table by units. It is
#: its budget, too, where the tables print what the units take in and not what they spend.
_INCOME, _ALL_INCOME, _SPENT = "本年收入合计", "收入总计", ("本年支出合计", "支出总计")
_OF_YEAR, _SPENDING = regex("本年|当年|年度收入"), regex("支出|开支|开销|[花用]")


def as_printed(plan: Plan, bodies: Sequence[Body], facts: Sequence[Fact]) -> Plan:
    """A plan for all that units take in or have, as the table by units prints it in its first column, and for what
    the department's text and the table count by nearly the same name."""
    if plan.subject is None or not bodies or not all(body.within for body in bodies):
        return plan
    if (count := _counted_alike(plan, facts)) is not None:
        return _of_subject(plan, count)
    printed = {f.subject.name: f.subject for f in facts if f.subject.kind == "总额"}
    income = plan.subject.name == _INCOME and not _OF_YEAR.search(plan.text)
    budget = plan.subject.name in _SPENT and not _SPENDING.search(plan.text)  # 「预算」「预算规模」
    budget = budget and not printed.keys() & set(_SPENT)
    held = printed.get(_ALL_INCOME) or (printed.get(_INCOME) if budget else None)
    return _of_subject(plan, held) if held is not None and (income or budget) else plan


def _of_subject(plan: Plan, held: Subject) -> Plan:
    return replace(plan, subject=Term(held.name, held.kind, held.code, held.path), assumed=False)


#: What tells no count from another: whose it is, of which day, how it is counted.
_OF_COUNT = regex(
    r"^(?:部门|单位|全[局委厅院校]|年末|年底|期末|现有|实有)+(?=..)|(?<=..)(?:总?人?数|人员|总?量)$"
)


def _counted_alike(plan: Plan, facts: Sequence[Fact]) -> Subject | None:
    """The one count of units by nearly the name that the department's was told by: 在职人数 for 年末在职人员."""
    asked = plan.subject.name if plan.subject is not None else ""
    counts = {f.subject.name: f.subject for f in facts if f.measure is Measure.COUNT}
    alike = [s for name, s in counts.items() if _OF_COUNT.sub("", name) == _OF_COUNT.sub("", asked)]
    known = not asked or any(f.subject.name == asked for f in facts)
    return alike[0] if len(alike) == 1 and not known else None


def of_unit(evidence: Evidence | Declined, body: Body) -> Evidence | Declined:
    """What may be said of a unit: its figures, and only such text of the department's as names it."""
    if not body.within or isinstance(evidence, Declined) or evidence.findings or not evidence.quotes:
        return evidence
    quotes = tuple(quote for quote in evidence.quotes if _tells_of(quote, body))
    if quotes:
        return replace(evidence, quotes=quotes)
    told = f"{body.within}的公开资料只在表里列出了{body.name}的数字，没有专门说明它的情况。"
    return Declined(Reason.NOT_DISCLOSED, told)


def _tells_of(quote: Quote, body: Body) -> bool:
    text = fold("".join((*quote.chunk.path, *quote.sentences)))
    return fold(body.name) in text or core_of(fold(body.name)) in text
