"""Which of the tables are empty, where the list of them says so of each: 「是否空表：是」 (空表).

Only the rows that say yes are told, each with its reason where the list gives one.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.lines import text_of
from service.text.sentences import lines_of, to_quote

_ASKED = regex(
    r"(?:哪一?[些几]?[张个]?|什么|有几[张个]|公开了?几[张个])[^，。？]{0,8}空表|空表[^，。？]{0,6}(?:哪|什么|啥|几[张个])"
    r"|哪一?[些几]?[张个]?(?:报?表|表格)[^，。？]{0,8}(?:空的?|空白|没有?(?:数据?|内容))"
)
_EMPTY, _LISTED = regex(r"是否(?:为)?空表：是"), regex(r"是否(?:为)?空表：[是否]")
_MOST = 12


def empty_tables(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The rows of the tables that are said to be empty; None where that is not asked, or no list says it of each."""
    if not points or not _ASKED.search(fold(plan.text)):
        return None
    listed = [line for line in lines_of(sources.index().chunks) if _LISTED.search(text_of(line))]
    empty = {text_of(line): line for line in listed if _EMPTY.search(text_of(line))}
    if not empty or len(empty) > _MOST:
        return None
    return Evidence(quotes=(to_quote([sentence for line in empty.values() for sentence in line]),))
