"""A body called by its region and characters of what it does, without its ending: 「沅溪文旅广体」 (缩称)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.read.saying import is_said
from service.read.terms import reads_in
from service.scope.endings import MARKS
from service.scope.regions import Mention, region_of

#: So many characters that skip others of the name are no word of the question.
_LEAST, _MOST = 3, 8
#: What follows a name that is cut short.
_FOLLOWS = regex(r"的|(?:20)?\d\d年|20\d\d[到至、和—~-]|[一二三四五六七八九〇零两]{2,4}年|[今去前本]年")
#: Where what a department does ends in its name.
_ENDINGS = ("委员会", "办公室", "局", "厅", "委", "办", "院", "中心", "站", "所", "馆")


def by_initials(text: str, placed: Mention) -> Mention:
    """The mention of the one body of the region whose name the characters behind the region stand for, from its first
    on; ``placed`` itself where they stand for none or for several."""
    if not placed.region or not placed.spans:
        return placed
    start = placed.spans[0][1]
    start += text[start : start + 1] in MARKS
    fits = {body.key: (run, body) for body in placed.bodies if (run := _initials(text[start:], body))}
    longest = max((run for run, _ in fits.values()), default=0)
    found = [body for run, body in fits.values() if run == longest]
    if len(found) != 1:
        return placed
    return Mention((found[0],), ((placed.spans[0][0], start + longest),))


def _initials(behind: str, body: Body) -> int:
    """How many characters straight behind a region stand for what the body does; 0 where they may be words."""
    name = fold(body.name)
    core = name[len(region_of(name)) :]
    does = next((core.removesuffix(end) for end in _ENDINGS if core.endswith(end)), core)
    if beginning := _beginning(behind, does):
        return beginning
    for length in range(min(_MOST, len(behind)), _LEAST - 1, -1):
        run = behind[:length]
        if run[0] == does[:1] and reads_in(run, does) and run not in does and not is_said(run):
            return length
    return 0


def _beginning(behind: str, does: str) -> int:
    """How many characters say the beginning of what the body does, where a year or 的 follows: 「岭川融媒2023年」."""
    for length in range(len(does), 1, -1):
        if behind.startswith(does[:length]) and _FOLLOWS.match(behind, length):
            return 0 if is_said(does[:length]) else length
    return 0
