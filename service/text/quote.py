"""Passages to the sentences that answer: whole, in order, trimmed to what was asked (摘句)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.concordance import bigrams
from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.model import Quote
from service.text.asked import Asked
from service.text.concepts import Concept
from service.text.headings import said_headings
from service.text.lexical import Index
from service.text.lines import GOES_ON, Line, scored_lines, text_of
from service.text.retrieve import Scored
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import CUES, FIRM, HEADINGS, OF_THE_BODY, STATED, Sort

#: What is only named beside a section counts so much less for it.
_LENT = 0.3
#: A section longer than this is shortened; so is an answer from several lines.
_LONG, _SHORT = 800, 360
#: A place that scores so little below the best says as much.
_NEAR = 0.1
#: What explains a term speaks of every body, not of this one.
_GENERAL = 0.5
#: A line with less than this share of what is asked does not speak of it.
_SPEAKS = 0.6
_ITEM = regex(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|[一二三四五六七八九十]是|[①-⑳]|第[一二三四五六七八九十]{1,3}[条，、])"
)
#: A sentence that says that a list follows, and the first item of one.
_COUNTS = regex(
    r"(?:涉及|包括|共有?|分为|分别|如下|以下)[^，。]{0,12}[\d一二两三四五六七八九十]+[个项类家条]|如下|以下"
)
_FIRST = regex(r"^(?:1[.．、]|[（(][1一][)）]|①|一是|一、)")
#: What asks of a project, or of what was spoken of, though it names none.
_OF_PROJECT = regex(r"项目|工程|实施|周期|工期|主体|立项|依据|自评|评价|编制|测算|它|这|那")
#: Offices within a body are asked for, and are named.
_INNER = regex(r"科室|处室|股室|内设")
_OFFICES = regex(r"内设|处室|科室|股室|[\u4e00-\u9fff][科股处室部][、。]")
_LEVELS = (
    r"^第[一二三四五六七八九十]+部分",
    r"^[一二三四五六七八九十]{1,3}、",
    r"^[（(][一二三四五六七八九十]{1,3}[)）]",
    r"^\d{1,2}[.．、]",
    r"^[（(]\d{1,2}[)）]",
    r"^(?:[①-⑳]|[一二三四五六七八九十]是)",
)


def said_section(asked: Asked, index: Index) -> Quote | None:
    """The section whose heading the question says, where what else it names is spoken of there or beside it."""
    best: tuple[float, list[Chunk], Asked] | None = None
    for name, section in said_headings(asked, index):
        rest = replace(asked, concepts=tuple(c for c in asked.concepts if not _within(c, name)))
        weights = index.weights(rest.pairs)
        held = rest.coverage(fold("".join(c.text for c in section)) + index.beside(section[0]), weights)
        if held >= _SPEAKS and (best is None or held > best[0]):
            best = (held, section, rest)
    if best is None:
        return None
    lines, rest = lines_of(best[1]), best[2]
    weights = index.weights(rest.pairs)
    # Of a form under a project's name, the rows that say the rest of the question.
    told = [
        line for line in lines if rest.concepts and rest.coverage(fold(text_of(line)), weights) >= _SPEAKS
    ]
    return _quoted(told or lines, _LONG) if lines else None


def _within(concept: Concept, name: str) -> bool:
    form = concept.forms[0].removesuffix("项目")
    return form in name or name in form


def section_of(asked: Asked, index: Index, found: Sequence[Scored]) -> Quote | None:
    """The section whose heading is what is asked for: whole, or the lines of it that the question narrows it to."""
    sections = _sections(asked, index, found)
    if not sections or (asked.sort in FIRM and not asked.concepts and not _OF_PROJECT.search(asked.text)):
        return None  # when the budget was passed is not told by when a project is carried out
    if asked.sort is Sort.MAKEUP:
        asked = replace(
            asked, concepts=tuple(c for c in asked.concepts if not _ANY_UNIT.fullmatch(c.forms[0]))
        )
    weights = index.weights(asked.pairs)
    for section in sections:
        path = fold("".join(section[0].path))
        base = asked.coverage(path, weights)
        if asked.sort in FIRM and len(section[0].path) > 1:
            base = max(base, asked.coverage(index.beside(section[0]), weights) - _LENT)
        lines = _of_all(asked, lines_of(section))
        if not lines or (
            _INNER.search(asked.text) and not _OFFICES.search("".join(text_of(x) for x in lines))
        ):
            continue
        scores = [asked.coverage(fold(text_of(line)) + path, weights) for line in lines]
        best = max(scores)
        if asked.concepts and best >= max(_SPEAKS, base + 0.25):
            hits = [i for i, score in enumerate(scores) if score >= max(_SPEAKS, best - 0.12)]
            return _quoted([line for i in hits[:5] for line in _with_list(lines, i)], _LONG)
        if base >= 0.5 or not asked.concepts:
            return _quoted(lines, _LONG)
    return None


#: Words for units that tell none from another: 「包含哪些下属单位」 asks for all.
_ANY_UNIT = regex(
    "(?:下属|所属|直属|二级|下级|单位|部门|决算|预算|本级|[本该]?局|机构|包[含括了]?|除了?|下面|底下|[几哪两三四五六七八九十]?家|算|[里内的都报])+"
)


def _of_all(asked: Asked, lines: list[Line]) -> list[Line]:
    """Of a section that tells of projects and of the body as a whole, the latter where that is asked about."""
    whole = (
        [line for line in lines if _ALL_OF_IT.search(text_of(line))] if _ALL_OF_IT.search(asked.text) else []
    )
    return whole or lines


#: A body's own review as a whole, beside those of its projects.
_ALL_OF_IT = regex(r"整体")


def lacks_offices(asked: Asked, text: str) -> bool:
    """Whether the offices within a body are asked for and a text names none (it may list the units below it)."""
    return bool(_INNER.search(asked.text)) and not _OFFICES.search(text)


def _sections(asked: Asked, index: Index, found: Sequence[Scored]) -> list[list[Chunk]]:
    """Passages of each section that is about the sort of thing asked for; the one found first stands first."""
    pattern = HEADINGS.get(asked.sort, "")
    if not pattern:
        return []
    groups: dict[tuple[str, tuple[str, ...]], list[Chunk]] = {}
    for own in (True, False):
        for chunk in index.chunks:
            part = fold(chunk.path[-1]) if own and chunk.path else fold("".join(chunk.path[1:]))
            if chunk.path and re.search(pattern, part):
                depth = len(chunk.path) if own else _depth(chunk.path, pattern)
                groups.setdefault((chunk.document_id, chunk.path[:depth]), []).append(chunk)
        if groups:
            break
    ranks = {scored.chunk.id: place for place, scored in enumerate(found)}
    return sorted(groups.values(), key=lambda g: min(ranks.get(c.id, 99) for c in g))


def _depth(path: tuple[str, ...], pattern: str) -> int:
    return next((i + 1 for i, part in enumerate(path) if i and re.search(pattern, fold(part))), len(path))


def closest(asked: Asked, index: Index, found: Sequence[Scored]) -> tuple[tuple[Quote, ...], float]:
    """The lines that speak most of what is asked, and the share of the question that they hold with their headings.

    A second place that says nearly as much is quoted too, where both are short.
    """
    ranked = _ranked(asked, index, found)
    if not ranked:
        return (), 0.0
    quotes = [_with_alike(asked, ranked[0][2], index) or _around(ranked[0][2], index)]
    for score, _, sentence in ranked[1:]:
        if score < ranked[0][0] - _NEAR or len(quotes) > 1:
            break
        other = _around(sentence, index)
        size = sum(map(len, (*quotes[0].sentences, *other.sentences)))
        if other.chunk.path != quotes[0].chunk.path and size <= _LONG and not _same_words(quotes[0], other):
            quotes.append(other)
    return tuple(quotes), ranked[0][1]


def _ranked(asked: Asked, index: Index, found: Sequence[Scored]) -> list[tuple[float, float, Sentence]]:
    """Score, share of the question in line and headings, and the best sentence of each line; best first."""
    ranked = []
    for place, scored in enumerate(found[:6]):
        path = fold("".join(scored.chunk.path))
        if asked.sort in OF_THE_BODY and re.search(HEADINGS[Sort.DEFINITION], path):
            continue
        rank = 0.25 * scored.score / (1 + 0.2 * place)
        rank -= _GENERAL if re.search(HEADINGS[Sort.DEFINITION], path) else 0.0
        ranked += [
            (score + rank, share, best)
            for score, share, best in scored_lines(asked, scored.chunk, index)
            if asked.sort not in STATED or re.search(CUES[asked.sort], _line_of(best))
        ]
    return sorted(ranked, key=lambda r: -r[0])


def _line_of(sentence: Sentence) -> str:
    """The text of the line that a sentence stands in."""
    return sentence.chunk.text.split("\n")[sentence.line]


def _around(sentence: Sentence, index: Index) -> Quote:
    """The line of a sentence with what belongs to it, in moderate length."""
    lines = lines_of(index.section(sentence.chunk))
    taken = _with_list(lines, next(i for i, line in enumerate(lines) if sentence in line))
    if sum(len(text_of(line)) for line in taken) > _SHORT:
        taken = [_trimmed(taken[0], sentence), *taken[1:]]
    return _quoted(taken, _LONG)


#: Which of several are meant is asked for.
_SOME = regex(r"哪(?:[些几两三四五六七八九十]|\d)|都有|名单|分别")
#: A row whose cells behind its name say what is asked of it.
_ROW_OF = regex(r"^[^，。：]{2,12}：[^，：]*，(?P<rest>[^，。：]{2,12}：.+)$")


def _with_alike(asked: Asked, sentence: Sentence, index: Index) -> Quote | None:
    """A table's row with the others of which its cells say the same: 「预算不单列的是哪两家」."""
    lines = lines_of(index.section(sentence.chunk))
    row = _ROW_OF.match(text_of(own := next(line for line in lines if sentence in line)))
    if row is None or not _SOME.search(asked.text):
        return None
    weights = index.weights(asked.pairs)
    held = asked.coverage(fold(text_of(own)), weights)
    alike = [
        line
        for line in lines
        if (other := _ROW_OF.match(text_of(line)))
        and other["rest"] == row["rest"]
        and asked.coverage(fold(text_of(line)), weights) >= held
    ]
    return _quoted(alike, _LONG) if len(alike) > 1 else None


def _same_words(one: Quote, other: Quote) -> bool:
    """Whether two quotes say the same in nearly the same words."""
    left, right = (set(bigrams(fold("".join(q.sentences)))) for q in (one, other))
    return len(left & right) * 10 >= 6 * min(len(left), len(right))


def _trimmed(line: Line, best: Sentence) -> Line:
    """Of a long line the sentence that speaks most of what is asked, with those that follow, in moderate length."""
    start = end = line.index(best)
    while end + 1 < len(line) and len(text_of(line[start : end + 2])) <= _SHORT:
        end += 1
    while start > 0 and len(text_of(line[start - 1 : end + 1])) <= _SHORT:
        start -= 1
    return line[start : end + 1]


def _with_list(lines: Sequence[Line], at: int) -> list[Line]:
    """A line with what belongs to it: the items after a colon, the text under an item that is but a title."""
    text = text_of(lines[at])
    taken = [lines[at]]
    opens = text.endswith(("：", ":")) or _announces(text, lines[at + 1 : at + 2])
    titled = bool(_ITEM.match(text)) and len(text) <= 26 and _level(text) is not None
    if not opens and not titled:
        after = lines[at + 1 : at + 2]
        goes_on = bool(after) and bool(GOES_ON.match(text_of(after[0]))) and after[0][0].line == 0
        return [*taken, *after] if goes_on and after[0][0].chunk.id != lines[at][0].chunk.id else taken
    level = _level(text)
    for line in lines[at + 1 :]:
        below = _level(text_of(line))
        if titled and level is not None and below is not None and below <= level:
            break
        if opens and not titled and below is None and len(taken) > 1:
            break
        taken.append(line)
    return taken


def _announces(text: str, following: Sequence[Line]) -> bool:
    """Whether a sentence says that a list follows, and one does."""
    return bool(following) and bool(_FIRST.match(text_of(following[0]))) and bool(_COUNTS.search(text))


def _level(text: str) -> int | None:
    return next((i for i, pattern in enumerate(_LEVELS) if re.match(pattern, text)), None)


def _quoted(lines: Sequence[Line], limit: int) -> Quote:
    """Lines as a quote, shortened after a whole line where they are long."""
    taken: list[Sentence] = []
    size = 0
    for line in dict.fromkeys(lines):
        if taken and size + len(text_of(line)) > limit:
            break
        taken += line
        size += len(text_of(line))
    cut = size < sum(len(text_of(line)) for line in dict.fromkeys(lines))
    return to_quote(taken, lines[0][0].chunk.page if cut else 0)
