"""The lines above the first figures to a tree of headings, one leaf for each column (无线表头)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from ingest.aligned.columns import Column, Unclear
from ingest.aligned.frames import Frame, edges_of, lean_right
from ingest.aligned.words import Word, around, cell_edges, overlap
from ingest.model import Box
from ingest.patterns import regex
from ingest.text import fold, join_lines

#: Lines of one heading follow each other within this many type sizes; a heading below another is further off.
_STACKED, _APART = 1.4, 1.5
#: Between a heading and one below it is this share of a line's height left blank.
_ROW_GAP = 0.25
#: A heading stands over the middle of its columns, give or take this share of the distance of two columns.
_CENTRED = 0.3
#: Headings of one row begin at one height, give or take so many points.
_ROW_OFF = 3.0
#: A heading over a single one has its middle or its start where that has it, within so many points.
_FLUSH = 3.0
#: More headings over others than this, and more ways to place them, are not tried.
_MOST_PARENTS, _MOST_WAYS = 6, 4000
_COUNTS = regex(r"(?:编码|代码|编号|行次|序号|栏次|^[类款项])$")
#: The first lines of two headings that nothing sets apart.
_GLUED = regex(r"公共预算[^和及、与]{0,4}政府性基金|性基金[^和及、与]{0,5}国有资本")
_UNSURE = "没有框线的表里，表头和各栏对不上，各数在哪一栏不能确定"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, its lines joined, and the columns that it stands over (end excluded)."""

    text: str
    box: Box
    column: int = 0
    column_end: int = 0
    level: int = 0
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Tree:
    """Headings of a table; ``columns`` are those of the body with those that only a heading tells of."""

    headings: tuple[Heading, ...]
    columns: tuple[Column, ...]
    levels: int

    @property
    def figures(self) -> tuple[bool, ...]:
        """For each column whether it holds figures, not names, codes or counters."""
        leaves = {h.column: fold(h.text) for h in self.headings if h.column_end - h.column == 1}
        return tuple(
            column.number and not column.codes and not _COUNTS.search(leaves.get(index, ""))
            for index, column in enumerate(self.columns)
        )


Range = tuple[int, int]


def words_to_tree(
    lines: Sequence[Sequence[Word]], columns: Sequence[Column], frame: Frame | None = None
) -> Tree:
    """Headings over the columns of a body; with a ``frame`` its edges are to fit.

    Raises ``Unclear`` unless there is exactly one way to read them.
    """
    blocks = _blocks([_banded(word) for line in lines for word in line], frame)
    columns = lean_right(columns, frame) if frame else columns
    above = [b for b in blocks if any(_is_above(b, other) for other in blocks)]
    found: list[Tree] = []
    for count in range(min(len(above), _MOST_PARENTS) + 1):
        for parents in combinations(above, count):
            leaves = sorted((b for b in blocks if b not in parents), key=lambda b: b.box[0])
            placed = _placed(leaves, columns)
            if placed is not None:
                found += _trees(leaves, parents, _named(placed) if frame else placed, frame)
            if len(found) > 1:
                raise Unclear(_UNSURE)
    if not found:
        raise Unclear(_UNSURE)
    return found[0]


def _banded(word: Word) -> Word:
    """The word with a box no higher than itself."""
    return replace(word, box=(word.box[0], word.band[0], word.box[2], word.band[1]))


def _blocks(words: Sequence[Word], frame: Frame | None = None) -> list[Heading]:
    """Headings with their lines joined, none over a level line of the frame."""
    groups: list[list[Word]] = []
    if (glued := next((word for word in words if _GLUED.search(word.text)), None)) is not None:
        raise Unclear(_UNSURE, glued)
    for word in sorted(words, key=lambda w: (w.box[1], w.box[0])):
        held = [g for g in groups if overlap(around(w.box for w in g), word.box)]
        held = [g for g in held if frame is None or not frame.parts(g[-1].box, word.box)]
        near = [g for g in held if _below(g[-1], word) <= _STACKED * word.size]
        if len(near) > 1:
            raise Unclear(_UNSURE, word)
        if not near and any(_below(g[-1], word) < _APART * word.size for g in held):
            raise Unclear(_UNSURE, word)
        if near:
            near[0].append(word)
        else:
            groups.append([word])
    return [Heading(join_lines([w.text for w in g]), around(w.box for w in g), lines=len(g)) for g in groups]


def _below(upper: Word, lower: Word) -> float:
    return lower.box[3] - upper.box[3]


def _is_above(one: Heading, other: Heading) -> bool:
    """Whether one stands a row above the other, not merely higher as a heading of fewer lines does."""
    height = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    return other.box[1] - one.box[3] >= _ROW_GAP * height


def _placed(leaves: list[Heading], columns: Sequence[Column]) -> list[Column] | None:
    """A column for each leaf: the one that stands below it, or an empty one; None where that is not certain."""
    if any(overlap(a.box, b.box) for a, b in pairwise(leaves)):
        return None
    owners = [_owner(column, leaves) for column in columns]
    if any(owner is None for owner in owners) and not _fill(owners, len(leaves)):
        return None
    if any(a is None or b is None or a >= b for a, b in pairwise(owners)):
        return None
    mine = {owner: column for owner, column in zip(owners, columns, strict=True)}
    for index, leaf in enumerate(leaves):
        beside = leaves[max(0, index - 1) : index] + leaves[index + 1 : index + 2]
        if index not in mine and all(_is_above(leaf, other) for other in beside):
            return None
    return [mine.get(i, Column(leaf.box, True)) for i, leaf in enumerate(leaves)]


def _owner(column: Column, leaves: Sequence[Heading]) -> int | None:
    """The leaf that a column stands below: what overlaps it, or what its numbers lean away from; -1 for several.

    Numbers that end at the edge of their cell have no heading of their own to the right of them.
    """
    over = [i for i, leaf in enumerate(leaves) if overlap(leaf.box, column.box)]
    if over:
        return over[0] if len(over) == 1 else -1
    left = [i for i, leaf in enumerate(leaves) if leaf.box[2] <= column.box[0]]
    right = [i for i, leaf in enumerate(leaves) if leaf.box[0] >= column.box[2]]
    if column.side == 1:
        return left[-1] if left else -1
    if column.side == -1:
        return right[0] if right else -1
    return None


def _fill(owners: list[int | None], leaves: int) -> bool:
    """Give the columns that stand below no leaf those left over between their neighbours, if they are as many."""
    for index, owner in enumerate(owners):
        if owner is not None:
            continue
        low = owners[index - 1] if index else -1
        ahead = next((n for n, o in enumerate(owners[index:]) if o is not None), len(owners) - index)
        high = owners[index + ahead] if index + ahead < len(owners) else leaves
        if low is None or high is None or high - low - 1 != ahead:
            return False
        owners[index] = low + 1
    return True


def _named(placed: Sequence[Column]) -> list[Column]:
    """The columns with blank ones before all amounts as those of names."""
    first = next((i for i, c in enumerate(placed) if c.number and c.count and not c.codes), len(placed))
    return [c if c.count or i > first else replace(c, number=False) for i, c in enumerate(placed)]


def _trees(
    leaves: Sequence[Heading], parents: Sequence[Heading], placed: Sequence[Column], frame: Frame | None
) -> Iterator[Tree]:
    """Every way in which the parents stand over the leaves."""
    edges = edges_of(leaves, placed, frame) if frame else None
    if frame and edges is None:
        return
    options = [
        list(_within(parent, leaves, edges, frame) if frame and edges else _ranges(parent, leaves, placed))
        for parent in parents
    ]
    ways = 1
    for option in options:
        ways *= len(option)
    if ways > _MOST_WAYS:
        raise Unclear(_UNSURE)
    for ranges in product(*options):
        tree = list(zip(parents, ranges, strict=True))
        if _is_nested(tree) and _is_covered(tree, leaves) and _is_level(tree, leaves):
            yield _tree(tree, leaves, placed)


def _ranges(parent: Heading, leaves: Sequence[Heading], placed: Sequence[Column]) -> Iterator[Range]:
    """Runs of columns that a heading stands over the middle of: that of their cells, or of their headings."""
    middle = _middle(parent.box)
    for index, leaf in enumerate(leaves):
        near = min(abs(_middle(leaf.box) - middle), abs(leaf.box[0] - parent.box[0])) <= _FLUSH
        beside = any(overlap(parent.box, b.box) for i, b in enumerate(leaves) if i != index)
        if near and not beside and _is_above(parent, leaf):
            yield index, index + 1
    centres = [_middle(leaf.box) for leaf in leaves]
    edges = cell_edges([around((a.box, b.box)) for a, b in zip(leaves, placed, strict=True)])
    for low, high in combinations(range(len(leaves)), 2):
        pitch = min(b - a for a, b in pairwise(centres[low : high + 1]))
        offs = (
            abs((centres[low] + centres[high]) / 2 - middle),
            abs((edges[low] + edges[high + 1]) / 2 - middle),
        )
        centred = min(offs) <= _CENTRED * pitch
        if not centred or not all(_is_above(parent, leaf) for leaf in leaves[low : high + 1]):
            continue
        if not any(overlap(parent.box, b.box) for b in (*leaves[:low], *leaves[high + 1 :])):
            yield low, high + 1


def _within(
    parent: Heading, leaves: Sequence[Heading], edges: Sequence[float], frame: Frame
) -> Iterator[Range]:
    """Runs of columns that a heading stands over: those above a line of their own, else it is in their middle."""
    middle = _middle(parent.box)
    under = [s for s in frame.short if s[0] >= parent.box[3] - _FLUSH and s[1] <= middle <= s[2]]
    line = min(under, default=None)
    for low, high in combinations(range(len(leaves) + 1), 2):
        if not all(_is_above(parent, leaf) for leaf in leaves[low:high]):
            continue
        start, end = edges[low], edges[high]
        if line is not None and all(leaf.box[1] >= line[0] - _FLUSH for leaf in leaves[low:high]):
            if abs(line[1] - start) <= _FLUSH and abs(line[2] - end) <= _FLUSH:
                yield low, high
        elif abs((start + end) / 2 - middle) <= _FLUSH:
            yield low, high


def _middle(box: Box) -> float:
    return (box[0] + box[2]) / 2


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
    """Whether every leaf that stands on the height of another's children has a heading above it too.

    One of several lines that begins beside the heading above those children stands over all of that height.
    """
    under = {i: parent for parent, (low, high) in tree for i in range(low, high)}
    return all(
        i in under
        or all(
            abs(leaf.box[3] - leaves[child].box[3]) > 0.3 * (leaf.box[3] - leaf.box[1])
            or leaf.box[1] < parent.box[3]
            for child, parent in under.items()
        )
        for i, leaf in enumerate(leaves)
    )


def _is_level(tree: Sequence[tuple[Heading, Range]], leaves: Sequence[Heading]) -> bool:
    """Whether those of one line that are straight below one heading stand in one row."""
    for one in tree:
        low, high = one[1]
        inner = {
            i for other, (a, b) in tree if other is not one[0] and low <= a and b <= high for i in range(a, b)
        }
        tops = [leaves[i].box[1] for i in range(low, high) if i not in inner and leaves[i].lines == 1]
        if tops and max(tops) - min(tops) > _ROW_OFF:
            return False
    return True


def _is_broken(
    one: tuple[Heading, Range], tree: Sequence[tuple[Heading, Range]], leaves: Sequence[Heading]
) -> bool:
    """Whether a heading over a single one is its first line: none of several columns begins on its height."""
    heading, (low, high) = one
    if high - low > 1:
        return False
    height = heading.box[3] - heading.box[1]
    beside = any(b - a > 1 and abs(other.box[1] - heading.box[1]) < height / 2 for other, (a, b) in tree)
    return len(leaves[low].text) == 1 or not beside


def _joined(upper: Heading, lower: Heading) -> Heading:
    return Heading(join_lines([upper.text, lower.text]), around((upper.box, lower.box)))


def _tree(tree: Sequence[tuple[Heading, Range]], leaves: Sequence[Heading], placed: Sequence[Column]) -> Tree:
    broken = [one for one in tree if _is_broken(one, tree, leaves)]
    if broken:
        tree = [one for one in tree if one not in broken]
        upper = {low: heading for heading, (low, _) in broken}
        leaves = [_joined(upper[i], leaf) if i in upper else leaf for i, leaf in enumerate(leaves)]
    found = []
    for heading, (low, high) in tree:
        level = sum(1 for _, (a, b) in tree if a <= low and high <= b and (a, b) != (low, high))
        found.append(Heading(heading.text, heading.box, low, high, level))
    levels = 1 + max((h.level + 1 for h in found), default=0)
    for index, leaf in enumerate(leaves):
        level = sum(1 for _, (low, high) in tree if low <= index < high)
        found.append(Heading(leaf.text, leaf.box, index, index + 1, level))
    columns = tuple(
        Column(
            around((leaf.box, column.box)),
            column.number,
            column.codes,
            column.count,
            column.body,
            column.side,
        )
        for leaf, column in zip(leaves, placed, strict=True)
    )
    return Tree(tuple(found), columns, levels)
