"""All that a body's own review found wanting, or all that is to be done, where no one thing is named (自评总的问题)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Quote
from service.text.asked import Asked
from service.text.concepts import Concept
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import CUES, Sort
from service.text.trouble_lists import lists_of, text_of_item

#: Words that name no thing whose problems are meant.
_NO_THING = regex(
    r"(?:自评|自查|自我|评价|评估|考评|绩效|检查|审计|巡[察视]|督[查导]|总的?|整体|部门|单位|项目|支出|管理|工作|年|底|做完|[查指评看找挑列][出明]?来?|指出"
    r"|发现|结果|时候?|后|里|中|上|被|都|到底|一共|主要|那|这|些|[两几三四五六]|[个条项点处样]|暴露|当中|过程|方面|采取|办法|准备|打算|问题|毛病|了|的|是|有)+"
)
#: A sentence that says what a review found without calling it a problem.
_FOUND = regex(r"(?:评价|自评|评估|检查|审计|督查|巡察)(?:工作|过程|结果)?中?，?发现[，,：:]")
_YEAR = regex(r"(20\d\d)年[^，。]{0,8}(?:评价|自评|评估|检查|审计|督查|巡察)")


def whole_review(asked: Asked, year: int, index: Index, elsewhere: Index | None = None) -> Quote | None:
    """The one list of what was found wanting, or of what is to be done; None where a thing is named, or several are
    listed. ``elsewhere`` are the documents of other years, of which only what names the year is told."""
    if asked.sort not in (Sort.TROUBLE, Sort.REMEDY):
        return None
    things = [concept for concept in asked.concepts if _NO_THING.fullmatch(concept.forms[0]) is None]
    told: dict[str, list[Sentence]] = {}
    own = _told(asked.sort, year, index)
    for sentences in own if elsewhere is None else _found(elsewhere, year, named=True):
        told.setdefault(fold(text_of_item(sentences)), sentences)
    if len(told) != 1:
        return None
    only = next(iter(told.values()))
    return to_quote(only) if not things or _of_the_one_reviewed(things, only, index) else None


#: A project as a review names it.
_REVIEWED = regex(
    r"[“\"「](?P<within>[^”\"」，。]{4,30}?)(?:项目|工程|专项)[”\"」]|[“\"「](?P<name>[^”\"」，。]{4,30})[”\"」](?=项目|工程)|项目名称：(?P<form>[^，。]{4,30})"
)
_PROJECT = regex(r"(?:这个|那个)?(?:项目|工程)$")
_HELD = 0.75


def _of_the_one_reviewed(things: Sequence[Concept], told: Sequence[Sentence], index: Index) -> bool:
    """Whether what is named is the one project that the part of the document reviews in which problems are told."""
    above = told[0].chunk.path[:-1]
    own = [c.text for c in index.chunks if above and c.path[: len(above)] == above]
    names = _reviewed(own)
    said = [_PROJECT.sub("", thing.forms[0]) for thing in things]
    return len(names) == 1 and all(
        Concept((name,)).held(fold(next(iter(names))), {}) >= _HELD for name in said if name
    )


def _reviewed(texts: Sequence[str]) -> set[str]:
    """The projects that texts review, by their names without what they end on."""
    found = (m["within"] or m["name"] or m["form"] for text in texts for m in _REVIEWED.finditer(text))
    return {_PROJECT.sub("", name) for name in found}


def of_one_project(name: str, measure: bool, index: Index) -> Quote | None:
    """The measures, or the problems, of the part of a document that reviews this project and no other; None where
    there is no such part, or more than one."""
    core = fold(_PROJECT.sub("", name))
    told: dict[str, list[Sentence]] = {}
    for lists in lists_of(index):
        items = lists.measures if measure else lists.troubles
        path = items[0][0].chunk.path if items else ()
        own = [c.text for c in index.chunks if path and c.path == path]
        if [fold(one) for one in _reviewed(own)] == [core]:
            sentences = [sentence for item in items for sentence in item]
            told.setdefault(fold(text_of_item(sentences)), sentences)
    return to_quote(next(iter(told.values()))) if len(told) == 1 else None


def _told(sort: Sort, year: int, index: Index) -> Iterator[list[Sentence]]:
    for lists in lists_of(index):
        items = lists.troubles if sort is Sort.TROUBLE else lists.measures
        if items and lists.troubles and _are_named(lists.troubles):
            yield [sentence for item in items for sentence in item]
    yield from _found(index, year, named=False)


def _are_named(troubles: Sequence[Sequence[Sentence]]) -> bool:
    """Whether what a list tells is said to be problems: 「聚焦突出问题组织督查」 names none."""
    text = "".join((*troubles[0][0].chunk.path[-1:], *(text_of_item(item) for item in troubles)))
    return re.search(CUES[Sort.TROUBLE], fold(text)) is not None


def _found(index: Index, year: int, named: bool) -> Iterator[list[Sentence]]:
    """Sentences that say what a review of a year found; ``named`` asks for the year to be said."""
    for sentence in (sentence for line in lines_of(index.chunks) for sentence in line):
        years: Sequence[str] = _YEAR.findall(sentence.text)
        if _FOUND.search(sentence.text) and (str(year) in years or not (years or named)):
            yield [sentence]
