"""Names that run into each other: of 「省政协省委办」 the two bodies, not one spelt across both (连写的名称)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from ingest.patterns import regex
from service.model import Body


class Spelt(Protocol):
    """A run of a text that spells a body's name."""

    @property
    def body(self) -> Body:
        """The body."""

    @property
    def start(self) -> int:
        """Where the run begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


T = TypeVar("T", bound=Spelt)


def without_bridges(fits: Sequence[T]) -> list[T]:
    """The runs without those that bridge two others, which together say more of the text.

    「政协省委办」 spells 政协…省委员会办公室 over the end of 省政协 and the whole of 省委办.
    """
    return [fit for fit in fits if not _bridges(fit, fits)]


#: What is no longer than this may be a word of the trade: 农村, 健康, 信息化.
_WORD = 3


def without_pieces(fits: Sequence[T], text: str, cores: Callable[[Body], Iterable[str]]) -> list[T]:
    """The runs without mere ends of a name where another body is named: 「民政局农村低保」 tells no 农业农村委员会."""
    return [f for f in fits if not (_is_piece(f, text, cores) and any(_names(g, f, text) for g in fits))]


def _is_piece(fit: Spelt, text: str, cores: Callable[[Body], Iterable[str]]) -> bool:
    run = text[fit.start : fit.end]
    held = list(cores(fit.body)) if len(run) <= _WORD else []
    return run not in held and any(core.endswith(run) for core in held)


def _names(one: Spelt, other: Spelt, text: str) -> bool:
    """Whether a run apart from another names a body of its own at more length."""
    apart = one.end <= other.start or other.end <= one.start
    return apart and one.body.key != other.body.key and len(text[one.start : one.end]) > _WORD


def _bridges(fit: Spelt, fits: Sequence[Spelt]) -> bool:
    before = [f for f in fits if f.start < fit.start < f.end < fit.end]
    behind = [f for f in fits if fit.start < f.start < fit.end <= f.end]
    return any(
        one.end <= other.start and one.body.key != other.body.key and other.body.key != fit.body.key
        for one in before
        for other in behind
    )


#: What may stand straight before a name that is said beside another: a word that joins or asks, a mark, a year.
_BESIDE = regex(
    r"(?:[和与跟同及比或加由给向归是有在对把被为的呢吗吧谁\W\d]|还有|还是|以及|加上|年度?|多少|几[个家]?|哪[个家]?|[钱元])$"
)


#: A question with more runs than this lists names, and holds none within a word.
_MANY = 60


def without_inner(fits: Sequence[T], text: str, regions: Callable[[Body], str]) -> list[T]:
    """The runs without those within a longer word of the question that is put to a body of another region.

    「省院2024年应急指挥中心运行」 asks of 省院's own 应急指挥中心, whatever body elsewhere is called so.
    """
    if len(fits) > _MANY:
        return list(fits)
    return [
        fit
        for fit in fits
        if not any(
            _is_inner(fit, one, text, regions) and not _fills(fits, one.end, fit.start) for one in fits
        )
    ]


def _fills(fits: Sequence[Spelt], start: int, end: int) -> bool:
    """Whether a third body's name is all that stands between two: they are named one behind the other."""
    return any(fit.start == start and fit.end == end for fit in fits)


def _is_inner(fit: Spelt, one: Spelt, text: str, regions: Callable[[Body], str]) -> bool:
    """Whether a run stands in a word that follows another body's name, with nothing of its own region."""
    if one.end >= fit.start:
        return False
    own, other = regions(fit.body), regions(one.body)
    apart = bool(own) and not (own.startswith(other) or other.startswith(own))
    placed = text[fit.start : fit.start + 2] in own
    return apart and not placed and _BESIDE.search(text[one.end : fit.start]) is None


#: Things that begin with a character that bodies' names end with: 「省人大会议费」 is no 人大…会 with a 议费 behind it,
#: and 「物业管理费」 none of 高新技术产业开发区管理委员会.
_BEGUN = regex(
    r"会(?:议|务|计|费|展|场|风|期)|理(?:费|员)|办(?:公(?!用经费)|案|件|学|理|事)|站[点台]|院[落士]|队[伍员]"
)
#: The same where the name is spelt without a gap: 办公费 behind 省人大, though 省人大办 is its office.
_SURELY_BEGUN = regex(r"办公(?:费|用(?!经费)|设备|经费|家具|楼|耗材|场所|区)")


def is_no_end(text: str, start: int, end: int, name: str) -> bool:
    """Whether a run that spells a name ends with a character that begins another word, or leaves out all of the name
    but two characters (「共办」 is no 共…办)."""
    run = text[start:end]
    if run in name:
        return _SURELY_BEGUN.match(text, end - 1) is not None
    return len(run) == 2 or _BEGUN.match(text, end - 1) is not None
