"""Ruled lines, drawn whole or in pieces, become the boxes of cells."""

from __future__ import annotations

from ingest.readers.lattice import Rule, Rules, merge_rules, rules_to_tables

#: Two rows and two columns.
ACROSS = [Rule(y, 0, 200) for y in (0, 20, 40)]
DOWN = [Rule(x, 0, 40) for x in (0, 100, 200)]
CELLS = [(0, 0, 100, 20), (100, 0, 200, 20), (0, 20, 100, 40), (100, 20, 200, 40)]


def cells(across: list[Rule], down: list[Rule]) -> list[tuple[float, float, float, float]]:
    (table,) = rules_to_tables(Rules(across, down))
    return sorted(table, key=lambda box: (box[1], box[0]))


def test_lines_that_cross_make_cells() -> None:
    assert cells(ACROSS, DOWN) == CELLS


def test_a_line_in_pieces_is_one_line() -> None:
    pieces = [Rule(20, 0, 60), Rule(20, 62, 130), Rule(20, 131, 200)]
    assert cells([ACROSS[0], *pieces, ACROSS[2]], DOWN) == CELLS


def test_a_line_drawn_twice_lies_in_the_middle() -> None:
    assert merge_rules([Rule(20, 0, 200), Rule(21, 0, 200)]) == [Rule(20.5, 0, 200)]


def test_a_gap_in_a_line_merges_the_cells_beside_it() -> None:
    assert cells(ACROSS, [DOWN[0], Rule(100, 20, 40), DOWN[2]]) == [(0, 0, 200, 20), *CELLS[2:]]


def test_lines_that_stop_short_by_a_hair_meet() -> None:
    short = [Rule(y, 2, 198) for y in (0, 20, 40)]
    assert cells(short, DOWN) == CELLS


def test_dots_are_no_line() -> None:
    assert merge_rules([Rule(20, x, x + 0.5) for x in range(0, 200, 2)]) == []
    assert merge_rules([Rule(20, 0, 2.5)]) == []


def test_two_tables_are_two_and_the_upper_comes_first() -> None:
    lower = [Rule(y + 100, 0, 200) for y in (0, 20, 40)], [Rule(x, 100, 140) for x in (0, 100, 200)]
    tables = rules_to_tables(Rules(lower[0] + ACROSS, lower[1] + DOWN))
    assert [min(box[1] for box in table) for table in tables] == [0, 100]


def test_a_box_alone_and_lines_alone_are_no_table() -> None:
    assert rules_to_tables(Rules([ACROSS[0], ACROSS[2]], [DOWN[0], DOWN[2]])) == []
    assert rules_to_tables(Rules(ACROSS, [])) == []
