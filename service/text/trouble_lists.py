"""Problems as documents list them, with the measures that follow them (问题清单).

They stand in one item, in one section, or the measures in the section after it; each numbered, or parted by semicolons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.patterns import regex
from service.text.lexical import Index
from service.text.lines import Line
from service.text.sentences import Sentence, lines_of

#: What opens the problems and what opens the measures: a heading, or the label of a paragraph or a sentence.
_TROUBLE = regex(
    r"(?:存在|发现|指出|反映|查出|暴露|反馈|揭示)的?(?:主要)?(?:问题|不足)|(?:主要|以下|突出)问题|不足之处|^问题"
    r"|(?:存在|主要|面临|遇到)的?(?:主要)?困难(?!群众|家庭|职工|学生|人员|残疾|企业|户)"
)
MEASURE = regex(
    r"(?:整改|改进|解决)(?:措施|情况|办法|意见|方向|建议|工作|安排|计划|方案|举措|打算)|下一步|今后(?:工作)?打算|^措施|^(?:有关|相关|工作|对策|意见)*(?:及|和)?建议[:：]"
)
_LABEL, _TITLE = 20, 20
#: The label of either within a run of words, where what stands before it was left without a mark.
_WITHIN_RUN = regex(
    r"(?<=[^。；;\n])(?:存在|发现)的?(?:主要)?(?:问题|不足)(?:[及和与]原因)?[:：]|(?<=[^。；;：:\n])(?:整改|改进)(?:措施|建议)[:：]"
)
#: A row of a table, which belongs to no list.
_ROW = regex(r"^[^，。：]{2,16}：[^，：]*，[^，。：]{2,16}：")
#: Where an item of either begins.
_ITEM = regex(
    r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九]，|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑳]|(?<![\d.])\d{1,2}[.．、](?!\d))"
)


@dataclass(frozen=True, slots=True)
class Lists:
    """The problems of a place, item by item, and the measures against them."""

    troubles: list[list[Sentence]]
    measures: list[list[Sentence]]


def text_of_item(item: Sequence[Sentence]) -> str:
    """The pieces of an item run together."""
    return "".join(s.text for s in item)


def lists_of(index: Index) -> Iterator[Lists]:
    """Problems with the measures that follow them: in one item, in one section, or in the section after it."""
    before: list[Line] = []
    for section in index.sections():
        lines = lines_of(section)
        heading = section[0].path[-1] if section[0].path else ""
        if not lines:
            continue
        if MEASURE.search(heading) and not _TROUBLE.search(heading):
            yield Lists(_items(before), _items(lines))
        yield from _within(lines, bool(_TROUBLE.search(heading)))
        before = lines if _TROUBLE.search(heading) else []


def _within(lines: Sequence[Line], troubled: bool) -> Iterator[Lists]:
    """The same where both stand in the lines of one section, the problems of each place before its measures."""
    troubles: list[Sentence] = []
    measures: list[Sentence] = []
    in_measures = False
    for sentence in _sentences(lines):
        head = sentence.text[:_LABEL]
        if MEASURE.search(head) and (troubles or troubled):
            in_measures = True
        elif _TROUBLE.search(head) or (
            in_measures and troubled and _ITEM.match(sentence.text) and _alone(measures)
        ):
            yield Lists(_split(troubles), _split(measures))
            troubles, measures, in_measures = [], [], False
            troubled = troubled or bool(_TROUBLE.search(head))
        if in_measures:
            measures.append(sentence)
        elif troubled or _TROUBLE.search(head) or troubles:
            troubles.append(sentence)
    yield Lists(_split(troubles), _split(measures))


def _sentences(lines: Sequence[Line]) -> Iterator[Sentence]:
    """The sentences of some lines without rows of tables, cut where a label stands within one."""
    for sentence in (s for line in lines if not _ROW.match(line[0].text) for s in line):
        cuts = {m.start() for m in _WITHIN_RUN.finditer(sentence.text)}
        for low, high in pairwise(sorted({0, *cuts, len(sentence.text)})):
            yield replace(sentence, start=sentence.start + low, end=sentence.start + high)


def _alone(measures: Sequence[Sentence]) -> bool:
    """Whether the measures began within an item, so that the next item is of another problem."""
    return not any(_ITEM.search(s.text) for s in measures)


def _items(lines: Sequence[Line]) -> list[list[Sentence]]:
    return _split(list(_sentences(lines)))


def _split(sentences: Sequence[Sentence]) -> list[list[Sentence]]:
    """Items of a run of sentences: by their numbers, else by the semicolons between them."""
    numbered = any(_ITEM.search(s.text) for s in sentences)
    items: list[list[Sentence]] = []
    over = False
    for piece, opens in _pieces(sentences, numbered):
        if items and not opens and (over or _is_over(items[-1], piece)):
            over = True  # what follows the last item is none of the list
        elif items and (not opens or _is_label(items[-1])):
            items[-1].append(piece)
        else:
            items.append([piece])
            over = False
    return items


def _is_over(item: Sequence[Sentence], piece: Sentence) -> bool:
    """Whether an item has ended before a piece: it stands in a new paragraph, behind more than a title."""
    last = item[-1]
    same = (last.chunk.id, last.line) == (piece.chunk.id, piece.line)
    return not same and len(text_of_item(item)) > _TITLE and last.text.rstrip()[-1:] in "。；;"


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
    text = text_of_item(item).rstrip()
    heads = [m.end() for words in (_TROUBLE, MEASURE) for m in words.finditer(text)]
    return len(text) <= _LABEL + 10 and (text[-1:] in "：:" or len(text.rstrip("。")) in heads)
