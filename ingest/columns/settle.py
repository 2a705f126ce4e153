"""Lines of a text to grids with every figure in its column, and the figures whose column stays open (定表)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.columns.blocks import region_to_blocks
from ingest.columns.drafts import Draft, proven_rows, region_to_draft
from ingest.columns.evidence import Known, compare, confirm, confirm_funds, drafts_to_known, totals_to_known
from ingest.columns.identified import region_to_identified
from ingest.columns.names import with_names
from ingest.columns.regions import Region
from ingest.columns.sheets import all_open, draw_draft, draw_sides
from ingest.columns.sides import STATEMENTS as SIDES
from ingest.columns.sides import region_to_sides
from ingest.columns.tokens import Printed
from ingest.model import Grid, Misread, Stage
from ingest.numbers import unit_of
from ingest.text import normalise


@dataclass(frozen=True, slots=True)
class Settled:
    """Grids, the lines that they were read from (indexes), and the numbers that were left unassigned."""

    grids: tuple[Grid, ...]
    taken: frozenset[int]
    doubts: tuple[Misread, ...]


def settle_tables(lines: Sequence[Printed], regions: Sequence[Region], spoken: Sequence[Known]) -> Settled:
    """All tables of standard statements in a text, as far as the sums settle them."""
    sides = {region: region_to_sides(region, lines) for region in regions if region.statement.name in SIDES}
    known = [*spoken]
    for region, halves in sides.items():
        proven = [(half.settled(), proven_rows(half)) for half in halves or ()]
        known += drafts_to_known(proven, stage_of(region), unit_of_region(region, lines))
    read = {region: _draft(region, lines, known) for region in regions if region not in sides}
    drafts = _compared([draft.settled() for draft in read.values() if draft is not None])
    grids: list[Grid] = []
    doubts: list[Misread] = []
    for draft in with_names(drafts, (k.account for k in known)):
        more, open_numbers = draw_draft(draft, lines)
        grids += more
        doubts += open_numbers
    for draft in drafts:
        region = draft.region
        known += totals_to_known(draft, proven_rows(draft), stage_of(region), unit_of_region(region, lines))
    for region, halves in sides.items():
        if halves is not None:
            stage, unit = stage_of(region), unit_of_region(region, lines)
            right = confirm_funds(halves[1].settled(), known, stage, unit).settled()
            more, open_numbers = draw_sides(halves[0].settled(), right, lines)
            grids += more
            doubts += open_numbers
    for region in regions:
        if (sides.get(region) if region in sides else read[region]) is None:
            doubts += all_open(region, lines)
    taken = frozenset(i for region in regions for i in region.taken)
    return Settled(tuple(grids), taken, tuple(doubts))


def _draft(region: Region, lines: Sequence[Printed], known: Sequence[Known]) -> Draft | None:
    """A table of one label a row: by the form of its headings, else by what is known of its total row."""
    stage, unit = stage_of(region), unit_of_region(region, lines)
    draft = region_to_draft(region, lines)
    if draft is None and region.statement.name.endswith("基本支出表"):
        return region_to_blocks(region, lines)
    if draft is None:
        return region_to_identified(region, lines, known, stage, unit)
    return confirm(draft.settled(), known, region.statement.fund, stage, unit)


def _compared(drafts: list[Draft]) -> list[Draft]:
    while True:
        after = [draft.settled() for draft in compare(drafts)]
        if [d.left for d in after] == [d.left for d in drafts]:
            return after
        drafts = after


def stage_of(region: Region) -> Stage:
    """The stage that the title of a statement names."""
    return Stage.FINAL_ACCOUNTS if "决算" in region.title else Stage.BUDGET


def unit_of_region(region: Region, lines: Sequence[Printed]) -> str:
    """The unit that the lines above a table state, empty where they state none."""
    return unit_of(normalise("".join(lines[i].text for i in (*region.titles, *region.caption)))) or ""
