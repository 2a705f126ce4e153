"""The problem that a question names, among those that documents list or tell of (所问的问题).

It is found by the share of the question that it holds; two that hold as much are told both, more are told none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import fold
from service.model import Plan, Quote
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.shortfalls import Shortfall, read_shortfall
from service.text.trouble_lists import Lists, lists_of, text_of_item

#: So much of what is named a problem must hold; so little less another may hold that is told with it.
_HELD, _APART = 0.6, 0.06
#: A measure that stands in the sentence of its problem.
DONE_WITHIN = regex(
    r"今后|下一年|下年度?|次年|下一步|下步|改进措施|整改|(?<!即)将(?!军)|拟(?!定|订)|已(?:列入|纳入|全部|整改|追回|据此|改)|改为|改由"
)
#: Why something is so, in the sentence that says that it is.
_CAUSE = regex(r"因(?!素|公|此)|由于|受[^，。；]{1,20}(?:影响|限制|制约)|原因|缘由|导致|造成|致使|使得?")
_TROUBLED = regex(r"发现[^，。；]{2,60}问题|存在[^，。；]{2,40}(?:问题|不足)|(?:主要)?问题[:：]")
_LONGEST = 240


@dataclass(frozen=True, slots=True)
class Trouble:
    """One problem as the text tells it, by how much of the question it holds; the list that it is of, and its place."""

    share: float
    item: list[Sentence]
    lists: Lists
    place: int


def why_short(plan: Plan, index: Index) -> Quote | None:
    """The problem that says why a thing that is named fell short or was late; None where none surely does."""
    named = read_shortfall(fold(plan.text), spoken(plan))
    if not named.lacks:
        return None
    told = best(named, index, False) or best(named, index, False, _sentences(index, _CAUSE))
    lacking = bool(told) and any(lack.search(fold(text_of_item(told[0].item))) for lack in named.lacks)
    return to_quote(told[0].item) if len(told) == 1 and lacking else None


def spoken(plan: Plan) -> tuple[str, ...]:
    """The name of the thing that is asked about, which the conversation may add."""
    kind = plan.subject.kind if plan.subject is not None and not plan.assumed else "总额"
    return (plan.subject.name,) if plan.subject is not None and kind not in ("总额", "支出结构") else ()


def best(
    named: Shortfall, index: Index, measured: bool, troubles: Iterator[tuple[Lists, int]] | None = None
) -> list[Trouble]:
    """The problems that hold what is named, the best first; none where none does surely."""
    if not named.matter:
        return []
    weights = index.weights(named.pairs)
    found = [
        Trouble(named.share(fold(text_of_item(item)), _around(lists, item), weights), item, lists, place)
        for lists, place in troubles or _listed(index)
        for item in [lists.troubles[place]]
    ]
    found = [t for t in found if t.share >= _HELD and (not measured or _has_measure(t))]
    found.sort(key=lambda t: (-t.share, len(text_of_item(t.item))))
    kept: list[Trouble] = []
    for trouble in found:
        text = fold(text_of_item(trouble.item))
        if trouble.share >= found[0].share - _APART and not any(
            _overlap(text, fold(text_of_item(t.item))) for t in kept
        ):
            kept.append(trouble)
    return kept if len(kept) < 3 else []


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _has_measure(trouble: Trouble) -> bool:
    return bool(trouble.lists.measures) or DONE_WITHIN.search(text_of_item(trouble.item)) is not None


def _listed(index: Index) -> Iterator[tuple[Lists, int]]:
    """Each problem of each list, and sentences elsewhere that say what was found wanting."""
    for lists in lists_of(index):
        places = range(len(lists.troubles))
        yield from ((lists, p) for p in places if not _is_score(text_of_item(lists.troubles[p])))
    yield from _sentences(index, _TROUBLED)


#: What a project was given for its work is no problem, though it stands among those of others.
_SCORED, _WANTING = regex(r"(?:得分|评分)[为：:]?\d|全年预算数"), regex(r"问题|不足|扣分|原因|偏[低慢]|未")


def _is_score(text: str) -> bool:
    return _SCORED.search(text) is not None and _WANTING.search(text) is None


def _sentences(index: Index, said: re.Pattern[str]) -> Iterator[tuple[Lists, int]]:
    for line in lines_of(index.chunks):
        for sentence in line:
            if said.search(sentence.text) and len(sentence.text) <= _LONGEST:
                yield Lists([[sentence]], []), 0


def _around(lists: Lists, item: Sequence[Sentence]) -> str:
    """The headings of a problem and what its line says before the list."""
    first = lists.troubles[0][0]
    line = first.chunk.text[: first.start].rpartition("\n")[2]
    label = first.text if lists.troubles[0] is not item and len(lists.troubles[0]) > 1 else ""
    return fold("".join((*first.chunk.path, line, label)))
