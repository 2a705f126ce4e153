"""What was carried over at the opening and at the close of years: 「2021年初、2021年末各结转多少」 (年初年末结余).

The opening of a year is an account of its own, 年初结转和结余; its close is another. Each is asked for by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.scope.named_in import Named
from service.second.beyond import declined
from service.second.merge import merge

_POINT = regex(
    r"(?:(?P<year>20\d\d)年度?的?)?(?:(?<=年)|年|期)(?P<end>初|末|底)(?!预算|部门|安排)"
    r"|(?P<whole>20\d\d)年度?(?=[、，,和与及跟]|分别|各)"  # its close, beside an opening: 「2021年初、2021年、2022年」
)
_WHAT = regex(
    r"(?P<what>(?:一般公共预算|政府性基金)?(?:财政拨款|非财政拨款)?(?:结转(?:和|与|及)?结余|结转|结余)(?:资金)?)(?!分配)"
)
_ASKS = regex(r"多少|几何|分别|各")
#: Something is made of them, or another thing is asked for too.
_OTHER = regex(r"比|差|增|减|占|变化|变动|多了|少了|哪|率|为什么|原因|动用|用了|弥补|收入|支出")
_NAMES = {"初": "年初", "末": "年末", "底": "年末"}
_SORRY = "问的是年初、年末的结转和结余，没有都找到，只说其中一个会让人误会，所以没有给出。"


@dataclass(frozen=True, slots=True)
class _Point:
    year: int
    end: str


def at_both_ends(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None]
) -> Answer:
    """The answer; where the opening of a year is asked for, the balance of each point that the text names."""
    said = _WHAT.search(text)
    if said is None or not _ASKS.search(text) or _OTHER.search(text) or "初" not in text:
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1:
        return answer
    points = list(dict.fromkeys(_points(text, named)))
    asked = [(p.end, p.year) for p in points]
    if not any(end == "年初" for end, _ in asked) or _tells(answer, asked):
        return answer
    if len(points) == 1 and f"{points[0].year}年{points[0].end}{said['what']}" in text:
        return answer  # asked for by its name already
    told = [_at(point, said["what"], named.bodies[0], whole) for point in points]
    found = [one for one in told if one is not None]
    if len(found) == len(points):
        return merge(found, answer.conversation_id) if len(found) > 1 else _as(found[0], answer)
    return declined(answer, _SORRY) if answer.figures else answer


def _points(text: str, named: Named) -> Iterator[_Point]:
    """The points in their order; one without a year is of the year before it, or of the first that is named."""
    year = named.years[0] if named.years else (max(named.loaded, default=0))
    for said in _POINT.finditer(text):
        year = int(said["year"] or said["whole"] or year)
        yield _Point(year, _NAMES[said["end"] or "末"])


def _tells(answer: Answer, asked: list[tuple[str, int]]) -> bool:
    """Whether an answer tells just these points."""
    told = [(next((end for end in ("年初", "年末") if end in f.label), ""), f.year) for f in answer.figures]
    return answer.status is Status.ANSWERED and sorted(told) == sorted(asked)


def _at(point: _Point, what: str, body: str, whole: Callable[..., Answer]) -> Answer | None:
    """The balance at one point, where a figure goes by its name in that year."""
    told = whole(f"{body}{point.year}年{point.end}{what}是多少", conversation=aside())
    if told.status is not Status.ANSWERED or len(told.figures) != 1:
        return None
    figure = told.figures[0]
    return told if point.end in figure.label and figure.year == point.year else None


def _as(told: Answer, answer: Answer) -> Answer:
    return told.model_copy(update={"conversation_id": answer.conversation_id})
