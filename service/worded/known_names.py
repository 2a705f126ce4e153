"""Which characters of a question stand in a name that the trade or the body's documents have (已知之名)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

#: Names by their first two characters, each with its place among all.
Starts = Mapping[str, Sequence[tuple[int, str]]]
#: What a character is: in no such name, the first of one, a further one.
OUTSIDE, FIRST, WITHIN = range(3)


def known_marks(text: str, names: Iterable[Starts]) -> list[int]:
    """One of ``OUTSIDE``, ``FIRST`` and ``WITHIN`` for each character; of names that overlap the first, then the
    longest counts."""
    tables = tuple(names)
    marks = [OUTSIDE] * len(text)
    place = 0
    while place < len(text):
        key = text[place : place + 2]
        held = (name for table in tables for _, name in table.get(key, ()) if text.startswith(name, place))
        longest = max(map(len, held), default=0)
        if longest:
            marks[place : place + longest] = [FIRST] + [WITHIN] * (longest - 1)
        place += longest or 1
    return marks
