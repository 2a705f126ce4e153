"""Departments in a question: by full, short and half-remembered names, never by a guess (单位识别)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.patterns import regex
from ingest.text import fold
from service.asked_once import asked_once
from service.model import Body
from service.read.saying import is_said
from service.read.terms import reads_in, sound
from service.scope.by_ending import by_ending, called_alike, in_its_region
from service.scope.by_initials import by_initials
from service.scope.common_words import is_common_word
from service.scope.cut_short import is_cut_short
from service.scope.elsewhere import of_elsewhere
from service.scope.endings import MARKS, Endings
from service.scope.first_slip import from_slip
from service.scope.kin_elsewhere import of_another_place
from service.scope.kinds_of_bodies import is_kind
from service.scope.leads import name_head
from service.scope.named_by_head import named_by_head
from service.scope.names_of import core_of, variants
from service.scope.organs import named_beside
from service.scope.regions import (
    Mention,
    begins_place,
    by_region,
    led_by_region,
    other_region,
    region_of,
    skips_region,
)  # fmt: skip
from service.scope.roll import Roll
from service.scope.run_together import is_no_end, without_bridges, without_inner, without_pieces
from service.scope.settle import but_matters, but_strangers, calls_of_place, of_kin, of_place
from service.scope.strangers import SUFFIX, begins_word, unknown_body

_ENDING = regex(SUFFIX + "$")
#: Heads of bodies of their own: 政协 straight before 江苏省委员会 is not the party's committee.
_HEAD = regex(r"(?:政协|人大|纪委|法院|检察院|工会|妇联|团委)$")
#: A name that is said at the length of a long run may have two slips in it.
_MIN_CORE, _LONG_RUN, _SLIPS = 2, 4, 2
#: Characters that people put into a name without changing it: 江汉那个指挥中心.
_WITHIN = " 的那这个"
_THAT_HOUSE = ("那家", "这家")


@dataclass(frozen=True, slots=True)
class _Fit:
    body: Body
    start: int
    end: int
    score: float
    #: The same without how much of the whole name it is.
    hits: float


@asked_once("bodies")
def find_bodies(text: str, bodies: Sequence[Body], taken: Sequence[bool]) -> Mention:
    """The bodies that a question names; ``taken`` are places that are years.

    A ``Roll`` is not gone through: it holds an index of its names.
    """
    spelt = _fits(text, bodies, taken)
    fits = without_bridges([f for f in spelt if not is_common_word(text, f.start, f.end, f.body.name)])
    fits = without_pieces(fits, text, lambda body: map(core_of, variants(body)))
    fits = without_inner(fits, text, lambda body: region_of(fold(body.name)))
    fits = but_strangers(fits, lambda fit: bool(_other_than(text, fit, taken)))
    groups = of_kin(but_matters(_whole(_meant(_groups(fits, text), text), text, taken), text))
    if head := named_by_head(text, [(g[0].start, g[0].end, g[0].body) for g in groups], bodies, core_of):
        return head
    if groups:
        for group in groups:
            apart = _apart_from(group, groups, taken)
            stranger = _other_than(text, group[0], apart)
            if stranger and (called := in_its_region(stranger, text, bodies)):
                if len(called.bodies) > 1:
                    return called
                group[:] = [replace(group[0], body=called.bodies[0], start=called.spans[0][0])]
            elif stranger:
                other = _unnamed(text, bodies, taken) if len(groups) == 1 else Mention(())
                known = calls_of_place(stranger, text, other.bodies)
                return other if known else Mention((), (_span(group),), unknown=stranger)
        again = tuple(_span(g) for g in groups if _SPOKEN_OF.match(text, g[0].end))
        groups = list(_best_placed(groups).values())
        again = tuple(span for span in again if span not in map(_span, groups))
        again += tuple(place for g in groups[:1] for place in led_by_region(text, g[0].start, g[0].body.name))
        found = tuple(fit.body for group in groups for fit in group)
        if len(groups) == 1:
            found = called_alike(text[groups[0][0].start : groups[0][0].end], found, bodies)
        spans = tuple((from_slip(text, g[0].start, g[0].body), g[0].end) for g in groups)
        return of_place(Mention(found, spans, several=len(groups) > 1, again=again), text, bodies, taken)
    return _unnamed(text, bodies, taken)


def _unnamed(text: str, bodies: Sequence[Body], taken: Sequence[bool]) -> Mention:
    """Who is meant where no name is spelt: by an ending, by a region alone, or a body that is not loaded."""
    sole = by_ending(text, bodies, taken)
    if sole is not None:
        return sole
    unknown = unknown_body(text, taken)
    name = text[slice(*unknown)] if unknown else ""
    if unknown and (called := in_its_region(name, text, bodies)):
        return called
    placed = by_region(text, bodies, taken) if not name or is_kind(name) else Mention(())
    placed = by_initials(text, placed)
    return placed if placed.bodies or not unknown else Mention((), (unknown,), unknown=name)


#: Behind a name that is said once more, where it leads to no account: 「看省人大的新闻，省人大办公厅会议费多少」.
_SPOKEN_OF = regex(
    r"[，,。；;！!？?\s]|$|的(?:新闻|报道|事儿?|人|朋友|同事)|里|那[边里儿]|这[边里儿]|问|上班|办事|工作|门口|旁边"
)


def _span(group: Sequence[_Fit]) -> tuple[int, int]:
    return group[0].start, group[0].end


def _meant(groups: list[list[_Fit]], text: str) -> list[list[_Fit]]:
    """「不是财政局，规划局」: of several that are named, those that are not denied."""
    kept = [g for g in groups if not re.search("(?<![是要])不(?:是|要|问)$", text[: g[0].start])]
    return kept if kept else groups


def _apart_from(group: list[_Fit], groups: list[list[_Fit]], taken: Sequence[bool]) -> list[bool]:
    others = [g[0] for g in groups if g is not group]
    return [t or any(o.start <= i < o.end for o in others) for i, t in enumerate(taken)]


def _whole(groups: list[list[_Fit]], text: str, taken: Sequence[bool]) -> list[list[_Fit]]:
    """The names without short ones that begin another word: 城管 of 「江汉区 城管突出问题」 is no body's."""

    def is_part(group: list[_Fit]) -> bool:
        fit = group[0]
        if not begins_word(text, fit.start, fit.end):
            return False
        long = any(g is not group and g[0].end - g[0].start > _LONG_RUN for g in groups)
        return long or bool(_stranger(text, fit, _apart_from(group, groups, taken)))

    return [group for group in groups if not is_part(group)]


def _groups(fits: Sequence[_Fit], text: str) -> list[list[_Fit]]:
    """Names at several places, in order; at each place the bodies that fit it equally well.

    「城管局下属的指挥中心」 names one body: the last.
    """
    groups: list[list[_Fit]] = []
    held: set[tuple[int, str]] = set()
    for fit in sorted(fits, key=lambda f: -f.score):
        over = next((g for g in groups if g[0].start < fit.end and fit.start < g[0].end), None)
        if over is None:
            over = []
            groups.append(over)
        elif _is_worse(fit, over[0]) or (id(over), fit.body.key) in held:
            continue
        over.append(fit)
        held.add((id(over), fit.body.key))
    groups.sort(key=lambda g: g[0].start)
    kept = []
    for group, behind in itertools.zip_longest(groups, groups[1:]):
        if behind is not None and _leads_to(group[0], behind[0], text):
            behind[0] = replace(behind[0], start=group[0].start)  # what leads to a name is explained with it
        else:
            kept.append(group)
    # Of a body that is named again, a piece of its name says nothing: 人大 of 「省人大2018年人大事务」.
    best = _best_placed(kept)
    return [g for g in kept if g is best[g[0].body.key] or g[0].end - g[0].start > _MIN_CORE]


def _is_worse(fit: _Fit, best: _Fit) -> bool:
    """Whether a name is spelt worse than the best at its place; one of another place is not by being longer."""
    only_longer = (fit.start, fit.end) == (best.start, best.end) and fit.hits == best.hits
    alike = only_longer and of_another_place(fit.body, best.body)
    return fit.score < best.score - 0.01 and not alike


def _best_placed(groups: Sequence[list[_Fit]]) -> dict[str, list[_Fit]]:
    """Of each body the place that spells its name best, in the order of the text."""
    best = {g[0].body.key: g for g in sorted(groups, key=lambda g: (g[0].score, -g[0].start))}
    return dict(sorted(best.items(), key=lambda one: one[1][0].start))


def _leads_to(one: _Fit, other: _Fit, text: str) -> bool:
    """Whether a name only leads to the next; names that are set against each other may stand without a mark between."""
    between = text[one.end : other.start]
    if not between and (_APART.search(text) or _EQUAL.search(fold(other.body.name))):
        return any(name in fold(other.body.name) for name in variants(one.body))
    return bool(re.fullmatch(r"[（(]?的?(?:下属|下面|所属|下设|底下|管的|直属|辖下)?的?", between))


#: A body that is below no other one of its level: 省政协 behind 省人大 is named beside it.
_EQUAL = regex(r"(?:办公[厅室]|[厅局委]|委员会|人大|政协|法院|检察院|街道办事处|[镇乡]人民政府)$")
#: Words that set bodies against each other: 「政协人大省委办公厅从多到少排一下」.
_APART = regex(
    r"排|对比|比较|比一比|分别|各[自是有为花]|各多少|谁|哪[家个边]|[两三四五几]家|一起|合计|加起来|都"
)


def _fits(text: str, bodies: Sequence[Body], taken: Sequence[bool]) -> list[_Fit]:
    """Runs of the question that spell a body's name, whole or with characters left out."""
    if isinstance(bodies, Roll):
        held, endings = bodies.once("names", lambda: _index(bodies.loaded))
        found = [
            (place, run)
            for region, core, places in endings.near(text)
            for run in _spelt(text, region + core, core, taken)
            for place in places
        ]
        found.sort(key=lambda one: one[0])
        fits = [_Fit(bodies[held[place]], *run) for place, run in found]
        return [*fits, *_fits(text, bodies.added, taken)] if bodies.added else fits
    return [
        _Fit(body, *run)
        for body in bodies
        for name in variants(body)
        for run in _spelt(text, name, core_of(name), taken)
    ]


def _index(bodies: Sequence[Body]) -> tuple[list[int], Endings]:
    """The place of the body that each name is of, and the names by how they end."""
    named = [(place, name) for place, body in enumerate(bodies) for name in variants(body) if name]
    cores = [(name.removesuffix(core), core) for _, name in named if (core := core_of(name))]
    return [place for place, _ in named], Endings.of(cores)


def _spelt(text: str, name: str, core: str, taken: Sequence[bool]) -> list[tuple[int, int, float, float]]:
    """The places at which a text spells a name, and how well."""
    if len(set(core).intersection(text)) < min(_MIN_CORE, len(core)) - 1:
        return []
    last = sound(name[-1])
    ends = [place for place, reading in enumerate(_sounds(text)) if reading == last]
    found = []
    for start, char in enumerate(text[: ends[-1]] if ends else ""):
        if char in name and not taken[start] and any(0 < end - start < len(name) + 2 for end in ends):
            run = _spell(text, start, name, core, taken)
            if run is not None:
                found.append(run)
    return found


@lru_cache(maxsize=64)
def _sounds(text: str) -> tuple[str, ...]:
    return tuple(map(sound, text))


@lru_cache(maxsize=1 << 14)
def _telling(core: str) -> int:
    """How many characters of a core tell it from others of its kind: those before its generic ending."""
    last = _ENDING.search(core)
    return last.start() if last else len(core)


def _spell(
    text: str, start: int, name: str, core: str, taken: Sequence[bool]
) -> tuple[int, int, float, float] | None:
    """Longest run from ``start`` that reads through ``name`` in order and ends where the name ends."""
    offset = len(name) - len(core)
    telling = offset + _telling(core)  # 中心 alone tells no 指挥中心 from any other, nor 委员会 a 省委
    position = -1
    core_hits = told = region_hits = 0
    spelt: set[int] = set()
    best: tuple[int, int, float, float] | None = None
    misspelt = 0
    for end in range(start, min(len(text), start + len(name) + 2)):
        if taken[end]:
            break
        char = text[end]
        if end > start and (char in _WITHIN or text[end - 1 : end + 1] in _THAT_HOUSE):
            continue
        following = name.find(char, position + 1)
        if following < 0:
            following = _sounding(text[end : end + 2], name, position + 1) if end > start else -1
            misspelt += 1
            if following < 0 or misspelt > _SLIPS:
                break
        position = following
        core_hits += position >= offset
        told += offset <= position < telling
        region_hits += position < offset
        spelt.add(position)
        if (
            (told or region_hits > 1 or len(core) == _MIN_CORE)
            and position >= len(name) - 1
            and end > start
            and core_hits >= min(_MIN_CORE, len(core))
            and misspelt <= 1 + (end - start > _LONG_RUN)
            and not skips_region(spelt, name[:offset])
        ):
            run = text[start : end + 1]
            if is_no_end(text, start, end + 1, name):
                continue
            hits = _score(run, name, core_hits, misspelt) if told else float(len(run))
            best = (start, end + 1, hits + len(run) / len(name) * bool(told), hits)
    return best


def _sounding(run: str, name: str, start: int) -> int:
    """A misspelt character stands for one of the name that sounds like it, if the name goes on as the text does."""
    for index in range(start, len(name)):
        goes_on = run[1:2] != "" and name[index + 1 : index + 2] == run[1:2]
        if (goes_on or index <= start + 1) and sound(name[index]) == sound(run[0]):
            return index
    return -1


def _score(run: str, name: str, core_hits: int, misspelt: int) -> float:
    """More of the core is better; a contiguous spelling beats a gapped one. Of equals more of the name is better."""
    contiguous = 1.0 if run in name else 0.0
    return core_hits * 2 + len(run) + contiguous - 0.5 * misspelt


def _other_than(text: str, fit: _Fit, taken: Sequence[bool]) -> str:
    """The name of another body that a text says where a run spells a loaded one's; empty where it says that one's."""
    beside = _stranger(text, fit, taken)
    return beside or named_beside(text, fit.start, fit.end, _names(fit), taken)


def _names(fit: _Fit) -> str:
    return "".join(map(fold, fit.body.names))


def _stranger(text: str, fit: _Fit, taken: Sequence[bool]) -> str:
    """Full name of another body where words straight before the match do not belong to the matched one.

    「青浦区财政局」 ends like 「普陀区财政局」, yet it is another: a place name before the match must fit.
    """
    start = fit.start
    # 「红枫市青岚区…」: the 市 of another city is read as that of the body's own.
    nested = text[start] in MARKS and region_of(text[start + 1 : fit.end])
    marked = start + 1 if nested else start
    while start > 0 and not taken[start - 1] and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    before = name_head(text[start:marked])
    names = "".join(fit.body.names)
    run = text[fit.start : fit.end]
    if is_cut_short(before, run, _telling(run), [core_of(name) for name in variants(fit.body)]):
        return before + run
    behind = other_region(text, fit.start, fit.end, names) if _HEAD.search(run) else ""
    if behind:
        return behind
    if elsewhere := of_elsewhere(
        text, fit.start, fit.end, name_head(text[start : fit.start]), fit.body.name, names
    ):
        return elsewhere
    if (rank := _RANK.search(before)) and _COURT.match(run) and rank[0] not in names:
        return before + text[marked : fit.end]
    head = _HEAD.search(before)
    if head and not any(head[0] in name for name in variants(fit.body)):
        return before + text[marked : fit.end]
    place = re.search(r"[\u4e00-\u9fff]{2,6}?(?:省|市|区|县|州|旗)$", before)
    own = _OWN_NAME.search(text[fit.start : fit.end])
    if (place and not reads_in(name_head(place[0]), names)) or (not own and _is_above(before, fit, text)):
        return before + text[marked : fit.end]
    # 「青岚区文化市场综合行政执法大队」: its region is the body's own, what it is for is not.
    region = region_of(before)
    before = before[len(region) :] if region and reads_in(region, names) else before
    if (
        2 <= len(before) <= 4
        and not _NO_PLACE.search(before)
        and not is_said(before)
        and not _OWN_NAME.search(text[fit.start : fit.end])
        and not reads_in(before, names)
        and not (region_of(run) or begins_place(run, names))
    ):
        return before + text[marked : fit.end]
    return ""


#: Courts and procuratorates of another rank than those of a county or a district.
_RANK, _COURT = (
    regex(r"(?:最高|高级|中级|铁路(?:运输)?|海事|金融|知识产权|互联网|军事)$"),
    regex("人民|法院|检察院"),
)
#: Words that belong to no place: what stands before a name then is the question, not another district.
_NO_PLACE = regex(
    r"[是的比和有在占花用多少]|三公|经费|支出|收入|预算|决算|[算没编纳列并归划放写记排拨交分转][进入到给归]$"
)
#: A street or a town is known by its own name, whatever stands before it.
_OWN_NAME = regex(r"..(?:街道|镇|乡)")


def _is_above(before: str, fit: _Fit, text: str) -> bool:
    """Whether a name says the city of the body's district and not the district: 上海市财政局 is not 普陀区's."""
    parts = re.findall(r"[^省市区县旗]+[省市区县旗]", region_of(fold(fit.body.name)))
    said = before + text[fit.start : fit.end]
    own = parts[-1][:2] if parts else ""
    heard = any(_sounds(said[i : i + 2]) == _sounds(own) for i in range(len(said) - 1))
    return len(parts) > 1 and not heard and any(part[:2] in said for part in parts[:-1])
