"""Lines of passages against what is asked: how much each says of it, and how it is put (逐句比对)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.asked_once import asked_once
from service.text.asked import Asked
from service.text.lexical import Index
from service.text.names_told import tells_names
from service.text.sentences import Sentence, lines_of
from service.text.sorts import CUES, FIRM, OF_THE_BODY

Line = tuple[Sentence, ...]

#: A sentence that only goes on with the one before it.
GOES_ON = regex(r"^(?:主要|具体|其中)?(?:包括|包含|用于|为|是|有|：)|^其(?!他|它|余)|^分别")
_MADE_OF = r".{0,14}(?:主要|具体|分别)?(?:包括|包含|用于|构成)"
_ROW = regex(r"^[^，。：]{2,16}：[^，：]*，[^，。：]{2,16}：")
#: What a row of a table counts less than a sentence that says the same, and what a name alone does.
_AS_ROW, _BARE = 0.45, 0.5


def text_of(line: Sequence[Sentence]) -> str:
    """The sentences of a line run together."""
    return "".join(s.text for s in line)


def whole_lines(chunk: Chunk, index: Index) -> list[Line]:
    """Lines of a passage; the last with the sentence that goes on with it in the next (其形式主要有：…)."""
    lines = lines_of([chunk])
    following = next((c for c in index.section(chunk) if c.sequence == chunk.sequence + 1), None)
    if lines and following and GOES_ON.match(following.text):
        lines[-1] = (*lines[-1], *lines_of([following])[0][:1])
    return lines


#: What it counts that the names stand in a line that are asked for.
_NAMES_TOLD = 0.8
_ITEM = regex(r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
#: A statement on an account says nothing of what is done.
_OF_ACCOUNT = regex(r"[（(][款项][)）][^。，]{0,12}\d[\d,.]*万?元")
_OTHER_NAME, _AS_AMOUNT = 0.4, 0.9
#: A row of a table, told cell by cell.
_CELLS = regex(r"^[^，。]{2,24}，[^，。]{2,24}，[^。]*$|^[^，。：]{2,12}：[^，]*，[^，。：]{2,12}：")
#: A project's description is no longer than this; in it, what one section names the others are about.
_ONE_THING = 2500
#: What is named beside a line counts so much for it, where the line itself holds so much of something else.
_NAMED_BESIDE, _NAMED, _ITS_OWN = 0.85, 0.95, 0.6


def share_of(
    asked: Asked, text: str, path: str, beside: str, weights: dict[str, float]
) -> tuple[float, Asked]:
    """Share of the question that a line holds with its headings and what stands beside it, and what the line itself is
    to speak of: what is asked of a thing, where the thing is named beside it."""
    share = asked.coverage(text + path, weights)
    if not beside or len(beside) > _ONE_THING or len(asked.concepts) < 2:
        return share, asked
    own = [c.held(text, weights) >= _ITS_OWN for c in asked.concepts]
    last = max((i for i, held in enumerate(own) if held), default=0)
    # What is asked of a thing is named after the thing: 「…中心设计使用年限」.
    lent = [
        _NAMED_BESIDE if i < last and not held and c.held(beside, weights) >= _NAMED else 0.0
        for i, (c, held) in enumerate(zip(asked.concepts, own, strict=True))
    ]
    sizes = [min(len(c.forms[0]), 6) for c in asked.concepts]
    parts = [
        size * max(c.held(text + path, weights), by)
        for size, c, by in zip(sizes, asked.concepts, lent, strict=True)
    ]
    whole = sum(parts) / sum(sizes)
    if whole <= share:
        return share, asked
    return whole, replace(
        asked, concepts=tuple(c for c, by in zip(asked.concepts, lent, strict=True) if not by)
    )


@asked_once("chunk", "index")
def scored_lines(asked: Asked, chunk: Chunk, index: Index) -> list[tuple[float, float, Sentence]]:
    """For each line its score, the share of the question that it holds with its headings, and its best sentence."""
    weights = index.weights(asked.pairs)
    path = fold("".join(chunk.path))
    beside = index.beside(chunk) if len(chunk.path) > 1 else ""
    found = []
    for line in whole_lines(chunk, index):
        text = text_of(line)
        alone = _ITEM.match(text) or _CELLS.match(text)  # an item or a row stands for itself
        share, _ = share_of(asked, fold(text), path, "" if alone else beside, weights)
        around = "" if alone else beside + fold(text)
        units = [_unit(line[number:]) for number in range(len(line))]
        speaks = [_speaks(share_of(asked, fold(u), "", around, weights)[1], u, weights) for u in units]
        best = max(range(len(line)), key=lambda n: speaks[n])
        row = _AS_ROW if _ROW.match(text) else 0.0  # a table says the same in fewer words
        row += _AS_AMOUNT if asked.sort in OF_THE_BODY and _OF_ACCOUNT.search(text) else 0.0
        row += _OTHER_NAME if _is_qualified(asked, text) else 0.0
        row -= _NAMES_TOLD if tells_names(asked.text, text) else 0.0
        bare = _BARE if len(fold(text)) < 9 + asked.length else 0.0  # a name alone says nothing
        found.append((share + speaks[best] - row - bare, share, line[best]))
    return found


def _is_qualified(asked: Asked, text: str) -> bool:
    """Whether a line only has a name with an aside behind it, another's name: 「城市维护资金（事业人员及公用）」."""
    last = asked.concepts[-1].forms[0] if asked.concepts else ""
    places = [m.end() for m in re.finditer(re.escape(last), text)] if last else []
    return bool(places) and all(text[end : end + 1] in ("(", "（") for end in places)


def _speaks(asked: Asked, text: str, weights: dict[str, float]) -> float:
    """How much one sentence says of what is asked: all its words, those it starts with, and how it is put."""
    own = asked.coverage(fold(text), weights)
    cue = CUES.get(asked.sort, "")
    head = max(asked.coverage(fold(text)[:24], weights), _enumerates(asked, text)) if own else 0.0
    put = (0.6 if asked.sort in FIRM else 0.3) if cue and re.search(cue, text) else 0.0
    return 0.5 * own + (0.5 * head if head > 0.8 else 0.0) + put * own


def _enumerates(asked: Asked, text: str) -> float:
    """Share of the concepts that are named straight before what they consist of: 「公用经费…万元，主要包括」."""
    folded = fold(text)
    named = [any(re.search(re.escape(f) + _MADE_OF, folded) for f in c.forms) for c in asked.concepts]
    return sum(named) / len(named) if named else 0.0


def _unit(rest: Line) -> str:
    """A sentence with the next where that only goes on with it: 「公用经费…万元。主要包括：…」."""
    return text_of(rest[:2]) if len(rest) > 1 and GOES_ON.match(rest[1].text) else rest[0].text
