"""基本支出 by economic account: blocks of code, name and amount, staff apart from office costs (经济分类分栏)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.accounts import label_to_account
from ingest.columns.assign import Figures, Reading, readings
from ingest.columns.drafts import Draft, head_words, rows_to_figures
from ingest.columns.forms import LEAF, Form
from ingest.columns.heads import spell_heads
from ingest.columns.regions import Region
from ingest.columns.segments import Segment, tokens_to_segments
from ingest.columns.tokens import Printed, lines_to_tokens

STAFF, OFFICE = "人员经费", "公用经费"
#: Economic classes that the forms print under 人员经费; all others stand under 公用经费.
_STAFF_CLASSES = ("301", "303")
#: How many blocks a page holds at most.
_MOST_BLOCKS = 4


def region_to_blocks(region: Region, lines: Sequence[Printed]) -> Draft | None:
    """The table as a draft of one column, or of 人员经费 and 公用经费 where the headings part them; else None."""
    words, _ = head_words(region, lines)
    rows = tokens_to_segments(lines_to_tokens([lines[i] for i in region.body]), coded=True, counted=False)
    for parted in (True, False):
        for blocks in range(1, _MOST_BLOCKS + 1):
            spelled = spell_heads([*((STAFF, OFFICE) if parted else ()), *[LEAF] * blocks], words)
            if spelled is not None:
                figures, halves = _halves(rows)
                if not parted:
                    form = Form((spelled[-1],), (), 0)
                    return Draft(region, form, tuple(rows), figures, tuple(readings(figures, form)))
                return _parted(region, rows, figures, halves, spelled[-1])
    return None


def _halves(rows: Sequence[Segment]) -> tuple[tuple[Figures, ...], tuple[str, ...]]:
    """Values of rows, classes held to the total of their half where one is printed; and the half of each row."""
    totals = {half: i for half in (STAFF, OFFICE) if (i := _total_of(rows, half)) is not None}
    whole = next((i for i, row in enumerate(rows) if row.is_total), None)
    figures = []
    halves = []
    for index, figure in enumerate(rows_to_figures(rows)):
        code = rows[index].code
        half = STAFF if code.startswith(_STAFF_CLASSES) else OFFICE
        half = next((h for h, i in totals.items() if i == index), half)
        parent = figure.parent
        if code and (parent is None or parent == whole):
            parent = totals.get(half, whole if not totals else None)
        elif index in totals.values():
            parent = whole
        figures.append(Figures(figure.values, parent))
        halves.append("" if index == whole else half)
    return tuple(figures), tuple(halves)


def _parted(
    region: Region, rows: Sequence[Segment], figures: Sequence[Figures], halves: Sequence[str], leaf: str
) -> Draft | None:
    """A draft of two columns, each row in its half; None where no total proves which row is in which."""
    if STAFF not in halves or all(_total_of(rows, half) is None for half in (STAFF, OFFICE)):
        return None
    form = Form((f"{STAFF}/{leaf}", f"{OFFICE}/{leaf}"), (), 0)
    left: list[tuple[Reading, ...]] = []
    for figure, half in zip(figures, halves, strict=True):
        single = len(figure.values) == 1 and bool(half)
        left.append((((0,) if half == STAFF else (1,)),) if single else () if figure.values else ((),))
    return Draft(region, form, tuple(rows), tuple(figures), tuple(left))


def _total_of(rows: Sequence[Segment], half: str) -> int | None:
    found = [
        i
        for i, row in enumerate(rows)
        if not row.code and (account := label_to_account(row.name)) is not None and account.name == half
    ]
    return found[0] if len(found) == 1 else None
