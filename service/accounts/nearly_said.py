"""Names nearly said: a printed name with another word in it, or with a part of it replaced, is another's (似是而非).

「就业培训补助」 is no 就业补助, 「农业补助」 neither; 「提租卜贴」 is 提租补贴 by a slip of the pen, and the answer
says so. What is left out of a name is no difference: people say names short.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.model import CODED_KINDS, Term
from service.read.alike import OPPOSITES, alike
from service.read.citizens_words import as_written
from service.read.hearing import Heard
from service.read.misspelt import Slip
from service.read.segments import Role, constant_places
from service.read.terms import overlap
from service.read.vocabulary import SYNONYMS
from service.read.wording import PARTICLES, Wording
from service.things.search import LEAD

_BRACKETS = regex(r"[（(][^（()）]*[)）]")
#: How much of a name must be said in its order, before what else is said there is taken to stand in the name.
_SAID = 0.6
#: A run of fewer characters is no name.
_SHORTEST = 3
#: So many characters at an end of a name, replaced by as many, make another name: 「就业财政」.
_AT_END = 2
#: A name of so many characters may be typed with two of them in the wrong order.
_LONG = 4
#: What is said between the parts of a name by those who ask in their own words.
_ASKED = PARTICLES | frozenset("多少几哪啥谁块第那这拿占要做性共总还都又也就")
_ASIDE = regex(
    r"[里中内](?![小介央心部医学])|[一二三四五六七八九十两][个项件类]"
    r"|(?:一|每)个?(?:学期|学年|年|季度|月|周|天|日|次|节|人|户|家|套|件)$"
)
_HAVING, _HAD = regex("[实现拥共]有"), ("实", "现", "拥", "共")
_WHETHER = regex(r"(.)[不没]\1")
#: Characters that stand for each other and are no slips.
_SAME = frozenset(pair for same in ("他它她", "和与及跟") for pair in itertools.permutations(same, 2))


@dataclass(frozen=True, slots=True)
class Nearly:
    """How a name was said: with which slips, and in which runs something stands in it that is another's."""

    slips: tuple[Slip, ...] = ()
    strange: tuple[str, ...] = ()

    @property
    def noted(self) -> tuple[tuple[str, str], ...]:
        """The slips as the answer tells them: as typed, as read."""
        return tuple((slip.typed, slip.meant) for slip in self.slips)


@dataclass(frozen=True, slots=True)
class _Gap:
    """What a run says from ``start`` on where a name has ``own``; ``side`` is -1 before it, 0 in it, 1 behind it.

    It is ``loose`` where it stands in no name: what the name has is said elsewhere, or 的 follows (转来的);
    ``missing`` is all that the name has and the run does not have in its place.
    """

    start: int
    said: str
    own: str
    side: int
    missing: str
    loose: bool = False

    @property
    def inside(self) -> bool:
        """Whether it stands between parts of the name."""
        return self.side == 0


def nearly_said(wording: Wording, heard: Heard, term: Term, facts: Sequence[Fact]) -> Nearly:
    """How the name of a term is said, where no word of the question says it as it stands."""
    own = [w for w in heard.words if w.role is Role.SUBJECT and w.value == term]
    if own and not any(w.exact for w in own):
        return Nearly(tuple(Slip(wording.text[w.start : w.end], w.text) for w in own))
    known = _known(heard, Role.GENERIC) | _by_another(heard, term) | constant_places(wording.text)
    # What its other name has is explained: 「车辆运行维护费」 for 公务用车运行维护费.
    inside = _known(heard) | {i for w in own if w.exact for i in range(w.start, w.end)} if own else known
    said = max((len(w.text) for w in own), default=0)
    runs = list(_runs(heard.said, wording.breaks | wording.stops | wording.gaps))
    told = _told_around(term, facts)
    names = {fold(term.name), fold(_BRACKETS.sub("", term.name)), LEAD.sub("", fold(term.name))}
    tried = [name for name in sorted(names) if len(name) > said + 1]
    # What people say for a word of the name is that word: 「门诊急诊」 is 门急诊.
    found = (_against(runs, known, inside, name, told, daily) for daily in (False, True) for name in tried)
    return min(found, key=lambda n: (len(n.strange), -len(n.slips)), default=Nearly())


def _known(heard: Heard, *roles: Role) -> frozenset[int]:
    """The places that words explain as they stand: those of the question's own, and those in further roles."""
    asked = (Role.CUE, Role.INTENT, Role.STAGE, Role.UNIT, Role.COUNT, Role.FILLER, *roles)
    words = [w for w in heard.words if w.exact and w.role in asked]
    return frozenset(place for w in words for place in range(w.start, w.end))


def _by_another(heard: Heard, term: Term) -> frozenset[int]:
    """The places of another account's name that is said with words of this one's: 购置公车, of 购置车辆."""
    words = [w for w in heard.words if w.exact and w.role is Role.SUBJECT and w.value != term]
    of_name = (w for w in words if overlap(fold(term.name), w.text) > 1)
    return frozenset(place for w in of_name for place in range(w.start, w.end))


def _told_around(term: Term, facts: Sequence[Fact]) -> str:
    """What stands around a thing's name where it is printed; the headings over an account are other accounts."""
    if term.kind in CODED_KINDS:
        return ""
    own = (f for f in facts if f.subject.name == term.name and f.subject.kind == term.kind)
    return fold("|".join({part for f in own for part in (*f.subject.path, f.source.quote)}))


def _runs(said: str, ends: frozenset[int]) -> Iterator[tuple[int, str]]:
    """Runs of what is said, each with its place, that no mark and no space parts."""
    cuts = [0, *sorted(ends), len(said)]
    for low, high in itertools.pairwise(cuts):
        for match in re.finditer("[\u4e00-\u9fff]+", said[low:high]):
            yield low + match.start(), match[0]


def _against(
    runs: Sequence[tuple[int, str]],
    known: frozenset[int],
    inside: frozenset[int],
    name: str,
    told: str,
    daily: bool,
) -> Nearly:
    """The runs of a question against a name; words explain what is ``known``, within a name what is ``inside``.

    ``daily`` takes the words of daily speech as the name writes them.
    """
    slips, strange = list[Slip](), list[str]()
    for start, said in runs:
        run = _as_written(said, name)
        run = as_written(run, name) if daily else run
        if len(run) < _SHORTEST or name in run or run in name or _WHETHER.search(run):
            continue
        here, within = (_moved({i - start for i in places}, said, run) for places in (known, inside))
        if exchanged := _exchanged(run, name):
            slips.append(exchanged)
            continue
        gaps = [_trimmed(gap, here) for gap in _gaps(run, name)]
        if any(gap.inside and (_ASKED & set(gap.said) or _ASIDE.search(gap.said)) for gap in gaps):
            continue
        for gap in gaps:
            if _HAVING.match(run, gap.start) and gap.said in _HAD:
                continue  # 「公务用车实有几辆」
            if slip := _slip(gap, run):
                slips.append(slip)
            elif _is_strange(gap, name, within if gap.inside else here) and not _is_told(gap, run, told):
                strange.append(_bare(run, here))
    return Nearly(tuple(dict.fromkeys(slips)), tuple(dict.fromkeys(strange)))


def _moved(places: set[int], said: str, run: str) -> set[int]:
    """The places of a run's words once some of it is written otherwise: those before it, and those behind it."""
    before = _begin_alike(said, run)
    behind = min(_begin_alike(said[::-1], run[::-1]), len(said) - before, len(run) - before)
    kept = {i for i in places if i < before}
    return kept | {i + len(run) - len(said) for i in places if len(said) - behind <= i < len(said)}


def _begin_alike(one: str, other: str) -> int:
    """With how many characters two texts begin alike."""
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _bare(run: str, known: set[int]) -> str:
    """A run without the words of the question's own at its ends."""
    free = [place for place in range(len(run)) if place not in known and run[place] not in PARTICLES]
    return run[free[0] : free[-1] + 1] if free else run


def _as_written(run: str, name: str) -> str:
    """A run with the words of a name for those that people say instead."""
    for written, spoken in SYNONYMS:
        if written in name and written not in run:
            run = next((run.replace(word, written) for word in spoken.split("|") if word in run), run)
    return run


def _exchanged(run: str, name: str) -> Slip | None:
    """「机关运行费经」: two characters typed in the wrong order."""
    for place in range(len(run) - 1) if len(name) >= _LONG else ():
        meant = run[:place] + run[place + 1] + run[place] + run[place + 2 :]
        low = meant.find(name)
        if 0 <= low <= place < low + len(name) - 1 and run[place] != run[place + 1]:
            return Slip(run[low : low + len(name)], name)
    return None


def _gaps(run: str, name: str) -> list[_Gap]:
    """What the run has between and around the parts of the name; none where too little of the name is said."""
    blocks = [b for b in SequenceMatcher(None, run, name, autojunk=False).get_matching_blocks() if b.size]
    if max((b.size for b in blocks), default=0) < _AT_END or sum(b.size for b in blocks) < _SAID * len(name):
        return []
    edges = [(0, 0, 0), *((b.a, b.b, b.size) for b in blocks), (len(run), len(name), 0)]
    held = {place for b in blocks for place in range(b.b, b.b + b.size)}
    missing = "".join(char for place, char in enumerate(name) if place not in held)
    found = []
    for number, (one, other) in enumerate(itertools.pairwise(edges)):
        low, own = one[0] + one[2], one[1] + one[2]
        if low < other[0]:
            side = -1 if number == 0 else 1 if number == len(edges) - 2 else 0
            part = name[own : other[1]]
            found.append(_Gap(low, run[low : other[0]], part, side, missing, bool(part) and part in run))
    return found


def _trimmed(gap: _Gap, known: set[int]) -> _Gap:
    """What stands at an end of the name, up to the words of the question's own around it."""
    places = range(gap.start, gap.start + len(gap.said))
    ends = [i for i in places if i in known or gap.said[i - gap.start] in _ASKED]
    if gap.inside or not ends:
        return gap
    low, high = (max(ends) + 1, places.stop) if gap.side < 0 else (gap.start, min(ends))
    said = gap.said[low - gap.start : high - gap.start]
    return replace(gap, start=low, said=said, loose=gap.loose or gap.said[high - gap.start :][:1] == "的")


def _slip(gap: _Gap, run: str) -> Slip | None:
    """A character typed twice, or for one that sounds or looks like it."""
    before, after = run[: gap.start], run[gap.start + len(gap.said) :]
    if not gap.own and gap.inside and gap.said in (before[-1:], after[:1]):
        return Slip(gap.said * 2, gap.said)
    pairs = list(zip(gap.said, gap.own, strict=False)) if len(gap.said) == len(gap.own) else []
    if pairs and all(a == b or (alike(a, b) and frozenset((a, b)) not in OPPOSITES) for a, b in pairs):
        return Slip(before[-1:] + gap.said + after[:1], before[-1:] + gap.own + after[:1])
    return None


def _is_strange(gap: _Gap, name: str, known: set[int]) -> bool:
    """Whether what stands there makes another name of it."""
    if not gap.inside and (len(gap.said) != len(gap.own) or len(gap.said) > _AT_END or gap.loose):
        return False
    left = [c for place, c in enumerate(gap.said, gap.start) if place not in known]
    if not left or (gap.said, gap.own) in _SAME or (len(gap.said) > 1 and gap.said in name):
        return False
    return any(c not in name or c in gap.missing for c in left)


def _is_told(gap: _Gap, run: str, told: str) -> bool:
    """Whether the document itself says that of the thing; of one character, with the one beside it."""
    end = gap.start + len(gap.said)
    if len(gap.said) > 1:
        return gap.said in told
    pairs = (run[max(gap.start - 1, 0) : end], run[gap.start : end + 1])
    return any(len(pair) > 1 and pair in told for pair in pairs)
