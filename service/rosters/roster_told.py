"""The units below a body and the offices within it, told from the documents' own lists (名录作答)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.entities import entity_key
from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.compose import COUNTED
from service.evidence import Sources
from service.model import NUMERIC, Body, Declined, Evidence, Finding, Operand, Plan, Quote, Reason
from service.rosters.roster_asked import Wanted, read_wanted, wanted_beside
from service.rosters.rosters import Name, Role, Roster, rosters_of
from service.text.sentences import joined

#: The body itself among the units that it lists.
_ITSELF = regex(r"(?:本级|本部|机关)[)）]?(?:[（(][^（()）]*[)）])?$")
#: A printed number of units, that a list is held against.
_STATED = regex(r"(?:下属|所属|直属|二级).{0,8}(?:单位|机构)$|^(?:预算|基层)单位$")
#: A list of the bodies that have a budget of their own, the department's office among them.
_SECOND_STATED = regex(r"二级[^，。；：]{0,6}?(?:单位|机构)[^，。；：\d]{0,6}(?P<n>\d{1,2})[个家]")
#: A printed number of offices.
_OFFICES = regex(r"^(?:现有|共有|内设|职能|业务)*(?:机构|科室|处室|股室)$")

#: Figures of the units below are not those of all of them with the body itself.
_OF_BELOW = regex(r"(?:下属|所属|直属|二级)(?:的)?(?:各|预算|事业|行政)*单位(?!构成)")
_OF_ALL = regex(r"包括|含|连同|加上|[和与及]|汇总|在内|全部门|本级")
_FIGURES = regex(r"钱|花|支出|收入|经费|资金|预算数|决算数|开支|多少(?:人|辆|车|万|元)|几(?:个人|辆)")


def of_rosters(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """The names that a question asks for; None where it asks for none, or the year's documents list none."""
    wanted = read_wanted(_beside_place(plan.text, sources.body)) or wanted_beside(plan.parted)
    if wanted is None:
        return _of_below(plan, sources.body)
    rosters = rosters_of(sources.index().chunks)
    roster = _meant(wanted, rosters)
    if roster is None:
        return _only_stated(wanted, plan, sources)
    below = wanted.below and not _counts_itself(plan, roster)
    names = [n for n in roster.names if not (below and _is_itself(n, sources.body))]
    if wanted.without:
        names = [n for n in names if wanted.without not in fold(n.name)]
    if wanted.whether:
        return _whether(wanted.whether, names, roster)
    kept = _picked(wanted, names, roster)
    if not kept:
        return None
    if len(kept) == len(names):
        stated = _stated(plan, sources.facts) if below else None
        return _all(kept, wanted, roster, rosters, stated, plan, sources.body)
    return _told(kept, wanted, roster, "", plan, sources.body)


#: 「松屿区有哪四家…归卫健局管」: the place said apart from the body that lies in it.
_PLACE = regex(r"^[\u4e00-\u9fff]{1,5}?[省市区县](?=里|内|有|的|哪|归|一共|总共|$)")


def _beside_place(text: str, body: Body) -> str:
    match = _PLACE.match(text)
    return text[match.end() :] if match is not None and match[0] in body.name else text


def _of_below(plan: Plan, body: Body) -> Declined | None:
    """「哪个下属单位花得最多」: the figures of the whole department are no answer."""
    text, named = fold(plan.text), plan.subject.name if plan.subject else ""
    asked = _OF_BELOW.search(text) and _FIGURES.search(text) and not _OF_ALL.search(text)
    if not asked or plan.operation not in NUMERIC or "单位" in named:
        return None
    return Declined(
        Reason.NOT_DISCLOSED,
        f"{body.name}的公开资料里的数字是整个部门的，没有把下属单位单独列出，不能用来回答。",
    )


def _meant(wanted: Wanted, rosters: Sequence[Roster]) -> Roster | None:
    """The list of the role that is asked for; the longest, where it holds the others; None where they differ."""
    roles = {Role.BELOW: (Role.BELOW, Role.SCOPE), Role.SCOPE: (Role.SCOPE, Role.BELOW)}.get(
        wanted.role, (wanted.role,)
    )
    for role in roles:
        own = sorted((r for r in rosters if r.role is role), key=lambda r: -len(r.names))
        if own:
            first = [fold(n.name) for n in own[0].names]
            within = all(any(fold(n.name) in name for name in first) for r in own[1:] for n in r.names)
            return own[0] if within else None
    return None


def _is_itself(name: Name, body: Body) -> bool:
    bare = re.sub(r"[（(][^（()）]*[)）]$", "", name.name)
    return bool(_ITSELF.search(name.name)) or entity_key(bare) == body.key


def _counts_itself(plan: Plan, roster: Roster) -> bool:
    """「二级预算单位共有5个」 above a list of five that begins with the department's own office."""
    said = _SECOND_STATED.search(roster.names[0].place.chunk.text) if "二级" in plan.text else None
    return said is not None and int(said["n"]) == len(roster.names)


def _picked(wanted: Wanted, names: Sequence[Name], roster: Roster) -> list[Name]:
    """Those whose names and notes have what is asked for; none where the list does not say it of any."""
    kept = [n for n in names if not wanted.holds or re.search(wanted.holds, _bare(n.name))]
    if not wanted.sort:
        return kept
    told = [n for n in kept if re.search(wanted.sort, n.note)]
    return kept if kept and _is_led(wanted.sort, kept[0], roster) else told


def _is_led(sort: str, first: Name, roster: Roster) -> bool:
    """Whether the sentence says before its first name that all of them are of this sort: 「下属事业单位：甲、乙」."""
    lead = fold(first.place.text).split(fold(first.name))[0]
    said = rf"(?:{sort})[^，。；]{{0,4}}(?:单位|机构)[^，。；]{{0,12}}$"
    return roster.role is Role.BELOW and bool(re.search(said, lead))


def _bare(name: str) -> str:
    return fold(re.sub(r"[（(][^（()）]*[)）]", "", name))


def _whether(said: str, names: Sequence[Name], roster: Roster) -> Evidence | None:
    """「是不是有X」: the one that is named, or that the list does not hold it."""
    said = re.sub(r"(?:这个|那个)?(?:单位|机构|部门|科室)$", "", said)
    found = [n for n in names if said in fold(n.name)]
    if found:
        quote = _quote(found, [f"{_shown(n)}" for n in found])
        told = f"有。{roster.role.value}里列有{'、'.join(n.name for n in found)}。"
        return Evidence(quotes=(quote,), told=told)
    return None


def _only_stated(wanted: Wanted, plan: Plan, sources: Sources) -> Evidence | None:
    """How many there are, where the text says that and lists none: 「设7个内设科室，所属预算单位8家」."""
    pattern = {Role.OFFICE: _OFFICES, Role.BELOW: _STATED, Role.SCOPE: _STATED}.get(wanted.role)
    if pattern is None or not wanted.counted or wanted.holds or wanted.whether or wanted.sort:
        return None
    stated = _stated(plan, sources.facts, pattern)
    if stated is None:
        return None
    label = stated.subject.name
    found = Finding(label, stated.value or Decimal(0), stated.unit, Measure.COUNT, stated.year, "",
                    (Operand(label, stated),), printed=stated, entity=sources.body.name)  # fmt: skip
    return Evidence(
        (found,), told=f"{sources.body.name}{stated.year}年度{label}为 {plain(found.value)} {found.unit}。"
    )


def _stated(plan: Plan, facts: Sequence[Fact], pattern: re.Pattern[str] = _STATED) -> Fact | None:
    """A number of units, or of what else the ``pattern`` names, that the year's documents print themselves."""
    own = [
        f
        for f in facts
        if f.year == plan.year
        and f.measure is Measure.COUNT
        and f.value
        and f.unit in ("家", "个")
        and pattern.search(fold(f.subject.name))
    ]
    return own[0] if len({f.value for f in own}) == 1 else None


def _all(
    names: Sequence[Name],
    wanted: Wanted,
    roster: Roster,
    rosters: Sequence[Roster],
    stated: Fact | None,
    plan: Plan,
    body: Body,
) -> Evidence:
    """The whole list, with what is set up beside it, and the printed number where that is another."""
    apart = next((r for r in rosters if r.role is Role.APART and wanted.role is Role.OFFICE), None)
    more = f"另设：{'、'.join(_shown(n) for n in apart.names)}" if apart else ""
    itself = [n for n in roster.names if n not in names]
    more = f"未计入本级：{itself[0].name}" if len(itself) == 1 and not wanted.without else more
    found = _told(names, wanted, roster, more, plan, body)
    if stated is None or stated.value == len(names):
        return found
    label = f"{stated.subject.name}"
    printed = Finding(label, stated.value or Decimal(0), stated.unit, Measure.COUNT, stated.year, "",
                      (Operand(label, stated),), printed=stated, entity=body.name)  # fmt: skip
    told = f"{body.name}{stated.year}年度公开资料写明{label} {stated.value} {stated.unit}。"
    notes = (f"{COUNTED}{len(roster.names)}{stated.unit}，除去本级为{len(names)}{stated.unit}。",)
    return Evidence((printed,), quotes=found.quotes, notes=notes, told=told) if wanted.counted else found


def _told(
    names: Sequence[Name], wanted: Wanted, roster: Roster, more: str, plan: Plan, body: Body
) -> Evidence:
    shown = [*(_shown(n) for n in names), *([more] if more else [])]
    quote = _quote(names, shown)
    unit = plan.count_unit if plan.count_unit in ("个", "家", "所") else "个"
    if roster.open:
        note = f"{COUNTED}{len(names)}{unit}，原文列完后写有“等”字，可能没有列全。"
        return Evidence(quotes=(quote,), notes=(note,))
    notes = (f"{COUNTED}{len(names)}{unit}。",)
    if not wanted.counted:
        return Evidence(quotes=(quote,), notes=notes)
    some = "中符合所问的" if wanted.holds or wanted.sort else ""
    label = f"逐一列出的{_label(wanted, roster)}{some}"
    working = f"{'、'.join(n.name for n in names)}，共 {len(names)} {unit}"
    finding = Finding(label, Decimal(len(names)), unit, Measure.COUNT, plan.year or 0, "",
                      (Operand(label, _listed(names, label, unit, plan)),), working, entity=body.name)  # fmt: skip
    told = f"{body.name}{plan.year}年度公开资料{label}有 {len(names)} {unit}。"
    return Evidence((finding,), quotes=(quote,), told=told)


def _label(wanted: Wanted, roster: Roster) -> str:
    return Role.BELOW.value if wanted.below and roster.role is Role.SCOPE else roster.role.value


def _listed(names: Sequence[Name], label: str, unit: str, plan: Plan) -> Fact:
    """The list as the place that its number is read off."""
    place = names[0].place
    page, box = place.chunk.places_of(place.start, place.end)[0]
    source = Source(page, box, " > ".join(place.chunk.path), quote=place.text)
    return Fact(plan.entity, plan.year or 0, Stage.BUDGET, "", Fund.ALL, Flow.NONE, Subject("其他", label), TOTAL,
                Measure.COUNT, Decimal(len(names)), unit, None, Origin.SENTENCE, source,
                document_id=place.chunk.document_id)  # fmt: skip


def _shown(name: Name) -> str:
    """A name with what is said beside it."""
    return name.name if not name.note or name.note in name.name else f"{name.name}（{name.note}）"


def _quote(names: Sequence[Name], shown: Sequence[str]) -> Quote:
    places = [p for n in names for p in n.place.chunk.places_of(n.place.start, n.place.end)]
    return Quote(names[0].place.chunk, tuple(shown), joined(places))
