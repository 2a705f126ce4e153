"""Whose part an account in running text is: of one half of expenditure, or of the project told of (科目属于哪一部分).

「项目支出中，商品和服务支出120万元」 is no account of all that is spent; no more is what parts a project's money below
「（一）项目名称：某项目」: 「资金分配情况：商品和服务支出120万元」.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace

from ingest.model import Fact, Subject
from ingest.patterns import regex
from ingest.phrases import Topic
from ingest.subjects import TOTAL

_HALF = regex(
    r"^(?:其中[，,：:])?(?:[（(][一二三四五六七八九十\d]{1,2}[)）])?在?(?P<half>(?:基本|项目)支出)中[，,：:]"
)
_ECONOMIC = "经济分类"
#: A project that a list of them tells of next, by the line that names it; no label goes before its colon.
_LISTED = regex(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、)?\s*"
    r"(?:专项|预算)?项目(?:支出)?名称\s*[:：]\s*(?P<name>[^\s:：，。；][^:：，。；]{1,40}?)\s*[。；]?$"
)


def project_listed(text: str, before: str) -> str:
    """The project that a paragraph is of: the one it names, or the one ``before``."""
    named = _LISTED.match(text)
    return named["name"] if named is not None else before


def to_own_parts(facts: Generator[Fact, None, Topic], project: str) -> Generator[Fact, None, Topic]:
    """The facts of a sentence, accounts of the half or of the ``project`` that they are parts of; returns so."""
    while True:
        try:
            fact = next(facts)
        except StopIteration as done:
            topic: Topic = done.value
            return topic
        yield _own(fact, project)


def _own(fact: Fact, project: str) -> Fact:
    if fact.subject.kind != _ECONOMIC or fact.breakdown != TOTAL:
        return fact
    if project:
        return replace(fact, subject=Subject("项目", project), breakdown=fact.subject.name)
    half = _HALF.match(fact.source.quote)
    return replace(fact, breakdown=half["half"]) if half is not None else fact
