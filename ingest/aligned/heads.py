"""The lines above the first figures to a tree of headings, one leaf for each column (无线表头)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from ingest.aligned.columns import Column, Unclear
from ingest.aligned.words import Word, around, overlap
from ingest.model import Box
from ingest.text import join_lines

#: Lines of one heading follow each other within this many type sizes; a heading below another is further off.
_STACKED, _APART = 1.4, 1.5
#: A heading stands over the middle of its columns, give or take this share of the distance of two columns.
_CENTRED = 0.3
#: More headings over others than this, and more ways to place them, are not tried.
_MOST_PARENTS, _MOST_WAYS = 6, 4000
_UNSURE = "没有框线的表里，表头和各栏对不上，各数在哪一栏不能确定"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, its lines joined, and the columns that it stands over (end excluded)."""

    text: str
    box: Box
    column: int = 0
    column_end: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """Headings of a table; ``columns`` are those of the body with those that only a heading tells of."""

    headings: tuple[Heading, ...]
    columns: tuple[Column, ...]
    levels: int


Range = tuple[int, int]


def words_to_tree(lines: Sequence[Sequence[Word]], columns: Sequence[Column]) -> Tree:
    """Headings over the columns of a body. Raises ``Unclear`` unless there is exactly one way to read them."""
    blocks = _blocks([word for line in lines for word in line])
    above = [b for b in blocks if any(_is_above(b, other) for other in blocks)]
    found: list[Tree] = []
    for count in range(min(len(above), _MOST_PARENTS) + 1):
        for parents in combinations(above, count):
            leaves = sorted((b for b in blocks if b not in parents), key=lambda b: b.box[0])
            placed = _placed(leaves, columns)
            if placed is not None:
                found += _trees(leaves, parents, placed)
            if len(found) > 1:
                raise Unclear(_UNSURE)
    if not found:
        raise Unclear(_UNSURE)
    return found[0]


def _blocks(words: Sequence[Word]) -> list[Heading]:
    """Headings with their lines joined."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box[1], w.box[0])):
        held = [g for g in groups if overlap(around(w.box for w in g), word.box)]
        near = [g for g in held if word.box[3] - g[-1].box[3] <= _STACKED * word.size]
        if len(near) > 1:
            raise Unclear(_UNSURE, word)
        if not near and any(word.box[3] - g[-1].box[3] < _APART * word.size for g in held):
            raise Unclear(_UNSURE, word)
        if near:
            near[0].append(word)
        else:
            groups.append([word])
    return [Heading(join_lines([w.text for w in g]), around(w.box for w in g)) for g in groups]


def _is_above(one: Heading, other: Heading) -> bool:
    return one.box[3] <= other.box[1] + 1


def _placed(leaves: list[Heading], columns: Sequence[Column]) -> list[Column] | None:
    """A column for each leaf: the one that stands below it, or an empty one; None where that is not certain."""
    if any(overlap(a.box, b.box) for a, b in pairwise(leaves)):
        return None
    owners: list[int | None] = []
    for column in columns:
        over = [i for i, leaf in enumerate(leaves) if overlap(leaf.box, column.box)]
        if len(over) > 1:
            return None
        owners.append(over[0] if over else None)
    for index, owner in enumerate(owners):
        if owner is None:
            low = max((o for o in owners[:index] if o is not None), default=-1)
            high = min((o for o in owners[index + 1 :] if o is not None), default=len(leaves))
            loose = [i for i in owners[index + 1 :]]
            ahead = next((n for n, o in enumerate(loose) if o is not None), len(loose))
            free = list(range(low + 1, high))
            if len(free) != ahead + 1:
                return None
            owners[index] = free[0]
    if any(a is None or b is None or a >= b for a, b in pairwise(owners)):
        return None
    mine = {owner: column for owner, column in zip(owners, columns, strict=True)}
    for index, leaf in enumerate(leaves):
        beside = leaves[max(0, index - 1) : index] + leaves[index + 1 : index + 2]
        if index not in mine and all(_is_above(leaf, other) for other in beside):
            return None
    return [mine.get(i, Column(leaf.box, True)) for i, leaf in enumerate(leaves)]


def _trees(leaves: Sequence[Heading], parents: Sequence[Heading], placed: Sequence[Column]) -> Iterator[Tree]:
    """Every way in which the parents stand over the leaves."""
    options = [list(_ranges(parent, leaves)) for parent in parents]
    ways = 1
    for option in options:
        ways *= len(option)
    if ways > _MOST_WAYS:
        raise Unclear(_UNSURE)
    for ranges in product(*options):
        tree = list(zip(parents, ranges, strict=True))
        if _is_nested(tree) and _is_covered(tree, leaves):
            yield _tree(tree, leaves, placed)


def _ranges(parent: Heading, leaves: Sequence[Heading]) -> Iterator[Range]:
    middle = (parent.box[0] + parent.box[2]) / 2
    centres = [(leaf.box[0] + leaf.box[2]) / 2 for leaf in leaves]
    for low, high in combinations(range(len(leaves)), 2):
        inside = leaves[low : high + 1]
        pitch = min(b - a for a, b in zip(centres[low:high], centres[low + 1 : high + 1], strict=True))
        off = abs((centres[low] + centres[high]) / 2 - middle)
        if off <= _CENTRED * pitch and all(_is_above(parent, leaf) for leaf in inside):
            if not any(overlap(parent.box, leaf.box) for leaf in (*leaves[:low], *leaves[high + 1 :])):
                yield low, high + 1


def _is_nested(tree: Sequence[tuple[Heading, Range]]) -> bool:
    """Whether ranges lie apart or one inside the other, the wider above."""
    for (a, (low, high)), (b, (start, end)) in combinations(tree, 2):
        if high <= start or end <= low:
            continue
        if not (low <= start and end <= high and _is_above(a, b)) and not (
            start <= low and high <= end and _is_above(b, a)
        ):
            return False
    return True


def _is_covered(tree: Sequence[tuple[Heading, Range]], leaves: Sequence[Heading]) -> bool:
    """Whether every leaf that stands on the height of another's children has a heading above it too."""
    under = {i for _, (low, high) in tree for i in range(low, high)}
    bottoms = [leaves[i].box[3] for i in under]
    return all(
        i in under or all(abs(leaf.box[3] - bottom) > 0.3 * (leaf.box[3] - leaf.box[1]) for bottom in bottoms)
        for i, leaf in enumerate(leaves)
    )


def _tree(tree: Sequence[tuple[Heading, Range]], leaves: Sequence[Heading], placed: Sequence[Column]) -> Tree:
    found = []
    for heading, (low, high) in tree:
        level = sum(1 for _, (a, b) in tree if a <= low and high <= b and (a, b) != (low, high))
        found.append(Heading(heading.text, heading.box, low, high, level))
    levels = 1 + max((h.level + 1 for h in found), default=0)
    for index, leaf in enumerate(leaves):
        level = sum(1 for _, (low, high) in tree if low <= index < high)
        found.append(Heading(leaf.text, leaf.box, index, index + 1, level))
    columns = tuple(
        Column(around((leaf.box, column.box)), column.number, column.codes, column.count, column.body)
        for leaf, column in zip(leaves, placed, strict=True)
    )
    return Tree(tuple(found), columns, levels)
