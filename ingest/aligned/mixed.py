"""Columns of a table without uprights in which words and numbers with units stand one below the other (目标值一栏)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.accounts import is_total_word
from ingest.aligned.columns import Column, groups_of
from ingest.aligned.words import Word, overlap
from ingest.numbers import parse_quantity


def name_mixed(lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The lines with the words of such columns marked as values: 「4台」 among 「1批」, 「100%」 among 「≥93%」.

    A column with a bare number among words stays as it is: nobody can say whether that is an amount of the column.
    """
    words = [word for line in lines for word in line if not is_total_word(word.text) and not word.is_dash]
    mixed = {
        id(word)
        for group in groups_of(words)
        if any(w.is_number or w.is_bound for w in group)
        and not all(w.is_number for w in group)
        and all(map(_has_unit, group))
        for word in group
    }
    return [[replace(w, named=True) if id(w) in mixed else w for w in line] for line in lines]


def name_as(lines: Sequence[Sequence[Word]], columns: Sequence[Column]) -> list[list[Word]]:
    """The lines with the numbers marked as words that carry a unit and stand below words of the page before."""
    words = [c for c in columns if not c.number]
    return [
        [
            replace(w, named=True)
            if w.is_number and _has_unit(w) and any(overlap(w.box, c.box) for c in words)
            else w
            for w in line
        ]
        for line in lines
    ]


def _has_unit(word: Word) -> bool:
    """Whether a word is no number, or one with its unit."""
    quantity = parse_quantity(word.text)
    return quantity is None or not word.text[-1].isdigit()
