"""What is to be done about a problem that is named: 「水费收不齐，打算怎么改」 (问题与措施).

Documents list problems first and measures after them, in the same order: the measure told is that of the problem which
the question names, or all of them where the lists are not of one length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.asked import Asked, read_asked
from service.text.lexical import Index
from service.text.lines import Line
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import Sort

#: What opens the problems and what opens the measures: a heading, or the label of a paragraph or a sentence.
_TROUBLE = regex(r"(?:存在|发现)的?(?:主要)?(?:问题|不足)|(?:主要|以下|突出)问题|不足之处|^问题")
_MEASURE = regex(r"(?:整改|改进|解决)(?:措施|情况|办法|意见|方向|建议|工作)|下一步|今后(?:工作)?打算|^措施")
_LABEL = 20
#: Where an item of either begins.
_ITEM = regex(
    r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九]，|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|(?<![\d.])\d{1,2}[.．、](?!\d))"
)
_HELD = 0.6


@dataclass(frozen=True, slots=True)
class _Lists:
    """The problems of a place, item by item, and the measures against them."""

    troubles: list[list[Sentence]]
    measures: list[list[Sentence]]


def remedies(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The measure against the problem that is named; None where none is named, or no measures stand by it."""
    asked = read_asked(plan)
    if asked.sort is not Sort.REMEDY or not asked.concepts or len(points) != 1:
        return None
    index = sources.index()
    best: tuple[float, list[Sentence]] | None = None
    for lists in _lists(index):
        share, told = _against(asked, lists, index)
        if told and share >= _HELD and (best is None or share > best[0]):
            best = (share, told)
    return Evidence(quotes=(to_quote(best[1]),)) if best else None


def _against(asked: Asked, lists: _Lists, index: Index) -> tuple[float, list[Sentence]]:
    """How much of what is named a problem holds, and the measures against it."""
    weights = index.weights(asked.pairs)
    if not lists.troubles or not lists.measures:
        return 0.0, []
    path = fold("".join(lists.troubles[0][0].chunk.path))
    shares = [asked.coverage(path + fold(_text(item)), weights) for item in lists.troubles]
    place = max(range(len(shares)), key=lambda i: shares[i])
    own = min(shares) < shares[place] and len(lists.measures) == len(lists.troubles)
    return shares[place], lists.measures[place] if own else [s for item in lists.measures for s in item]


def _text(item: Sequence[Sentence]) -> str:
    return "".join(s.text for s in item)


def _lists(index: Index) -> Iterator[_Lists]:
    """Problems with the measures that follow them: in one item, in one section, or in the section after it."""
    before: list[Line] = []
    for section in index.sections():
        lines = lines_of(section)
        heading = section[0].path[-1] if section[0].path else ""
        if not lines:
            continue
        if _MEASURE.search(heading) and not _TROUBLE.search(heading):
            yield _Lists(_items(before), _items(lines))
        yield from _within(lines, bool(_TROUBLE.search(heading)))
        before = lines if _TROUBLE.search(heading) else []


def _within(lines: Sequence[Line], troubled: bool) -> Iterator[_Lists]:
    """The same where both stand in the lines of one section, the problems of each place before its measures."""
    troubles: list[Sentence] = []
    measures: list[Sentence] = []
    in_measures = False
    for sentence in (s for line in lines for s in line):
        head = sentence.text[:_LABEL]
        if _MEASURE.search(head) and (troubles or troubled):
            in_measures = True
        elif _TROUBLE.search(head) or (
            in_measures and troubled and _ITEM.match(sentence.text) and _alone(measures)
        ):
            yield _Lists(_split(troubles), _split(measures))
            troubles, measures, in_measures = [], [], False
            troubled = troubled or bool(_TROUBLE.search(head))
        if in_measures:
            measures.append(sentence)
        elif troubled or _TROUBLE.search(head) or troubles:
            troubles.append(sentence)
    yield _Lists(_split(troubles), _split(measures))


def _alone(measures: Sequence[Sentence]) -> bool:
    """Whether the measures began within an item, so that the next item is of another problem."""
    return not any(_ITEM.search(s.text) for s in measures)


def _items(lines: Sequence[Line]) -> list[list[Sentence]]:
    return _split([s for line in lines for s in line])


def _split(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Items of a run of sentences: by their numbers, else by the semicolons between them."""
    numbered = any(_ITEM.search(s.text) for s in sentences)
    items: list[list[Sentence]] = []
    for piece, opens in _pieces(sentences, numbered):
        if items and (not opens or _is_label(items[-1])):
            items[-1].append(piece)
        else:
            items.append([piece])
    return items


def _pieces(sentences: Sequence[Sentence], numbered: bool) -> Iterator[tuple[Sentence, bool]]:
    """The sentences cut where an item begins, with whether one does."""
    for sentence in sentences:
        joints = (_ITEM if numbered else _SEMICOLON).finditer(sentence.text)
        cuts = {m.start() if numbered else m.end() for m in joints}
        for low, high in pairwise(sorted({0, *cuts, len(sentence.text)})):
            piece = replace(sentence, start=sentence.start + low, end=sentence.start + high)
            yield piece, low in cuts or not numbered


_SEMICOLON = regex(r"[；;]")


def _is_label(item: Sequence[Sentence]) -> bool:
    """Whether an item so far only says that a list follows: 「存在的主要问题：」."""
    text = _text(item)
    return len(text) <= _LABEL + 10 and text.rstrip()[-1:] in "：:"
