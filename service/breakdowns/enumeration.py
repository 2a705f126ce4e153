"""The figures that one sentence lists: a whole and its parts, or parts alone (句中列举).

「共受理投诉145件，其中甲61件、乙38件」, 「开展演练64场：甲31场、乙33场」, 「日报365篇，周报52篇」. What is read must be
certain: the parts stand in the whole's sentence, count the same sort of thing, each by a name of its own, and together
are no more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import MONEY
from ingest.patterns import regex
from service.breakdowns.placed import Item, closing, items_of, plain_between
from service.figures.held import once
from service.model import PHRASE_KINDS
from service.things.indicators import is_target

#: What opens a list behind its whole; behind a mark alone the parts must come to the whole.
_OPENED = regex(r"其中|包括|包含|分别为|分别是|分别来自|分别有")
_MARKED = regex(r"^[：:]|^，?(?:即|为)")
_BRACKETS = ("（", "(")
#: How parts alone are led to, where they are the kinds of one thing.
_LED = regex(r"(?:发现|查处|包括|包含|分别|其中|[：:])[^，。；、]{0,12}$")
#: What became of the things that were listed is no further kind of them.
_OUTCOME = regex(
    r"^(?:已|均|全部|共|按时|按期|及时|成功|完成|当场|现场)*(?:办结|结案|整改|处置(?!类)|处理(?!类)|解决|化解|回复|答复|移送|移交|满意|完成|销号|追回|罚款|罚没|合格|不合格|调解|录用)"
)
_GOES_ON = regex(r"其中[：:，]?")
_SINGLES = frozenset("个处起件家项")
_LEAST_ALONE = 10


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Figures of one sentence, in their order; ``whole`` is the printed figure that they are parts of.

    ``firm`` says that they are the kinds of one thing, and not only told one behind the other; ``lead`` is what stands
    before them in the sentence, ``others`` are the names of what else it tells figures of.
    """

    parts: tuple[Fact, ...]
    whole: Fact | None
    firm: bool
    lead: str
    others: tuple[str, ...]

    @property
    def sum(self) -> Decimal | None:
        """What the parts come to, in single units or 元; None where they are not counted in one unit."""
        return total_of(self.parts)

    @property
    def closed(self) -> bool:
        """Whether nothing of the whole is left beside the parts."""
        return self.whole is not None and self.sum == size(self.whole)


def size(fact: Fact) -> Decimal:
    """A figure in single units, money in 元: 2.1万人次 are 21000."""
    if fact.yuan is not None:
        return fact.yuan
    return (fact.value or Decimal(0)) * (10_000 if fact.unit.startswith("万") else 1)


def total_of(facts: Sequence[Fact]) -> Decimal | None:
    """The sum of figures in single units; None where their units differ."""
    return sum(map(size, facts), Decimal(0)) if len({base_unit(f) for f in facts}) == 1 else None


def base_unit(fact: Fact) -> str:
    """The unit that figures are added in, 元 for money."""
    return "元" if fact.unit in MONEY else fact.unit.removeprefix("万")


def alike(one: Fact, other: Fact) -> bool:
    """Whether the one may be a part of the other by their units: 182处 within 10650个."""
    pair = {base_unit(one), base_unit(other)}
    return len(pair) == 1 or pair <= _SINGLES or pair == {"场", "场次"}


def enumerations(facts: Sequence[Fact], year: int | None) -> tuple[Enumeration, ...]:
    """All that the sentences of a year list."""
    return once(facts, (enumerations, year), lambda: tuple(_all(facts, year)))


def told_together(facts: Sequence[Fact], year: int | None) -> tuple[Enumeration, ...]:
    """All figures that each sentence of a year tells, in whatever units, as if they were one list."""
    groups = once(facts, (told_together, year), lambda: _by_sentence(facts, year))
    lists = [items_of(quote, held) for (_, _, quote), held in groups.items() if len(held) > 1]
    return tuple(
        Enumeration(tuple(i.fact for i in items), None, False, "", ()) for items in lists if len(items) > 1
    )


def _by_sentence(facts: Sequence[Fact], year: int | None) -> dict[tuple[str, int, str], list[Fact]]:
    groups: dict[tuple[str, int, str], list[Fact]] = {}
    for fact in facts:
        own = fact.year == year and fact.source.quote and fact.subject.kind in PHRASE_KINDS
        if own and fact.value and fact.measure in (Measure.COUNT, Measure.AMOUNT) and not is_target(fact):
            groups.setdefault((fact.document_id, fact.source.page, fact.source.quote), []).append(fact)
    return groups


def _all(facts: Sequence[Fact], year: int | None) -> Iterator[Enumeration]:
    before: tuple[str, list[Fact]] = ("", [])
    for (_, _, quote), held in _by_sentence(facts, year).items():
        alone = list(_of_sentence(quote, items_of(quote, held))) if len(held) > 1 else []
        joined = list(_going_on(*before, quote, held)) if _GOES_ON.match(quote) else []
        yield from joined or alone
        before = (quote, held)


def _going_on(before: str, told: Sequence[Fact], quote: str, held: Sequence[Fact]) -> Iterator[Enumeration]:
    """「…共接待486万人次。其中：甲318万人次，乙168万人次。」: the parts of a figure of the sentence before."""
    same = bool(told) and told[0].document_id == held[0].document_id
    joined = f"{before.rstrip('。')}，{quote}"
    items = items_of(joined, [*told, *held]) if same else []
    for listed in _of_sentence(joined, items):
        if listed.whole in told and listed.parts[0] in held:
            yield listed


def _of_sentence(quote: str, items: Sequence[Item]) -> Iterator[Enumeration]:
    """The lists under a whole, then those that have none."""
    taken: set[Item] = set()
    for at, whole in enumerate(items):
        if whole in taken and quote[whole.end : whole.end + 1] not in _BRACKETS:
            continue  # that two parts come to a third is chance
        parts = _under(quote, items, at)
        if len(parts) > 1 and (parts[0] not in taken or parts[0].depth > whole.depth):
            taken |= {whole, *parts}
            yield _made(quote, items, parts, whole)
    free = [item for item in items if item not in taken]
    for run in _runs(quote, free, items):
        yield _made(quote, items, run, None)


def _made(quote: str, items: Sequence[Item], parts: Sequence[Item], whole: Item | None) -> Enumeration:
    lead = quote[: (whole or parts[0]).start]
    firm = whole is not None or bool(_LED.search(lead)) or _in_one_breath(quote, parts)
    others = tuple(i.fact.subject.name for i in items if i not in parts and i is not whole)
    return Enumeration(
        tuple(i.fact for i in parts), whole.fact if whole else None, firm, lead, tuple(dict.fromkeys(others))
    )


def _in_one_breath(quote: str, parts: Sequence[Item]) -> bool:
    """Whether nothing but 、 stands between the parts."""
    return all(quote[a.end : b.start].startswith("、") for a, b in itertools.pairwise(parts))


def _under(quote: str, items: Sequence[Item], at: int) -> list[Item]:
    """The parts of the figure at a place; none where nothing is listed under it, or not for certain."""
    whole = items[at]
    if quote[whole.end : whole.end + 1] in _BRACKETS:
        inner = [i for i in items if whole.end < i.start < closing(quote, whole.end)]
        parts = _parts(quote, [i for i in inner if i.depth == whole.depth + 1], whole)
        opened = _OPENED.search(quote[whole.end : inner[0].start]) if inner else None
        if opened or _comes_to(parts, whole):
            return parts
    earlier = any(alike(i.fact, whole.fact) for i in items[:at])
    if earlier and _OUTCOME.search(whole.name):
        return []
    later = [i for i in items[at + 1 :] if i.depth == whole.depth]
    behind = next((k for k, i in enumerate(later) if _opened(quote, later[k - 1] if k else whole, i)), None)
    if behind is not None:
        parts = _parts(quote, later[behind:], whole)
        between = [i for i in later[:behind] if alike(i.fact, whole.fact)]
        nearest = all(_OUTCOME.search(i.name) for i in between) and not _beside(quote, items, at)
        return parts if nearest or (_comes_to(parts, whole) and _no_chance(parts, whole)) else []
    between_text = plain_between(quote, whole.end, later[0].start) if later else ""
    parts = _parts(quote, later, whole)
    alone = _comes_to(parts, whole) and parts[0] is later[0]
    sure = _MARKED.match(between_text) or _no_chance(parts, whole)
    return parts if alone and sure and "；" not in between_text else []


def _opened(quote: str, before: Item, item: Item) -> bool:
    """Whether a list opens between two figures, and no new statement begins there."""
    between = plain_between(quote, before.end, item.start)
    return bool(_OPENED.search(between)) and "；" not in between.replace("；其中", "")


def _beside(quote: str, items: Sequence[Item], at: int) -> bool:
    """Whether a figure is told in one breath with another of its sort: a list behind both is of either."""
    last, item = items[at - 1], items[at]
    return bool(at) and alike(last.fact, item.fact) and quote[last.end : item.start].startswith("、")


def _no_chance(parts: Sequence[Item], whole: Item) -> bool:
    """Whether it is no chance that figures come to another: two small ones may."""
    return len(parts) > 2 or size(whole.fact) >= _LEAST_ALONE


def _comes_to(parts: Sequence[Item], whole: Item) -> bool:
    return len(parts) > 1 and total_of([i.fact for i in parts]) == size(whole.fact)


def _parts(quote: str, later: Sequence[Item], whole: Item) -> list[Item]:
    """Figures behind a whole as long as they stay within it and go on as they began.

    Where figures of another sort stand between them (甲12件、罚款3万元，乙5件) they must come to the whole.
    """
    found: list[Item] = []
    total, limit, broken = Decimal(0), size(whole.fact), False
    for at, item in enumerate(later):
        between = plain_between(quote, later[at - 1].end, item.start) if found else ""
        if total == limit or "；" in between or "其中" in between:
            break
        if not alike(item.fact, whole.fact):
            continue
        if found and _OUTCOME.search(item.name) and not _OUTCOME.search(found[0].name):
            break
        if total + size(item.fact) > limit:
            break
        broken = broken or (bool(found) and later[at - 1] is not found[-1])
        total += size(item.fact)
        found.append(item)
    names = {item.name for item in found}
    named = len(names) == len(found) and "" not in names and whole.name not in names
    return found if named and (not broken or total == limit) else []


def _runs(quote: str, free: Sequence[Item], items: Sequence[Item]) -> Iterator[list[Item]]:
    """Figures without a whole that follow each other in one unit, each by its own name."""
    run: list[Item] = []
    for item in (*free, None):
        if item is not None and run and _next_to(quote, run[-1], item, items):
            run.append(item)
            continue
        names = {i.name for i in run}
        if len(run) > 1 and len(names) == len(run) and "" not in names:
            yield run
        run = [item] if item is not None and not item.depth and not _of_lost(quote, item, items) else []


def _next_to(quote: str, last: Item, item: Item, items: Sequence[Item]) -> bool:
    """Whether a figure goes on where the one before it ended, and is no part of it."""
    between = quote[last.end : item.start]
    beside = items.index(item) == items.index(last) + 1 and not item.depth
    return beside and base_unit(item.fact) == base_unit(last.fact) and not _opens(between)


def _of_lost(quote: str, item: Item, items: Sequence[Item]) -> bool:
    """Whether a figure stands in the list of a whole that could not be read for certain."""
    before = [i for i in items[: items.index(item)] if alike(i.fact, item.fact) and not i.depth]
    said = quote[before[-1].end : item.start] if before else ""
    opened = quote[max(quote.rfind("；", 0, item.start), 0) : item.start]
    return bool(before) and (_opens(said) or ("其中" in opened and "；" not in said))


def _opens(between: str) -> bool:
    return bool(_OPENED.search(between) or re.search("[：:]", between))
