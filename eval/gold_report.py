"""The score of the known facts, on the console and as JSON: recall, precision, fields, documents, misses (事实报告)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from eval.cell_account import LOST, CellAccount
from eval.gold import GoldFact
from eval.gold_match import FIELDS
from eval.gold_score import Pair, Score, Stray
from eval.tally import percent, share
from ingest.model import Fact

if TYPE_CHECKING:
    from rich.console import Console

#: The ways in which recall is broken down.
GROUPS: Mapping[str, Callable[[GoldFact], str]] = {
    "来源": lambda gold: gold.origin.value,
    "表": lambda gold: gold.statement or "（句子）",
    "文件": lambda gold: gold.doc,
}


def show_facts(score: Score, cells: CellAccount, console: Console, misses: bool = False) -> None:
    """Print the score; ``misses``: every known fact that was not found, and every fact that is not known."""
    from rich.table import Table

    for line in _headline(score):
        console.print(line, markup=False, highlight=False)
    fields = Table("字段", "一致", "比过", "率")
    for name, (right, whole) in field_counts(score.pairs).items():
        fields.add_row(name, str(right), str(whole), percent(share(right, whole)))
    console.print(fields)
    for title, key in GROUPS.items():
        table = Table(title, "条", "查到", "查全率", "全页上的数字", "不对", "查准率")
        for name, row in group_rows(score, title, key).items():
            right, whole, wrong, judged = row
            shown = (str(whole), str(right), percent(share(right, whole)), str(judged), str(wrong))
            table.add_row(name, *shown, percent(share(judged - wrong, judged)))
        console.print(table)
    _show_cells(cells, console)
    if misses:
        for text in (*map(miss_line, missed(score)), *map(stray_line, score.strays)):
            console.print(text, markup=False, highlight=False, soft_wrap=True)


def _headline(score: Score) -> list[str]:
    right = score.found
    judged = len(score.judged)
    wrong = len(score.strays)
    recall, precision = percent2(right, len(score.pairs)), percent2(judged - wrong, judged)
    return [
        f"查全：{len(score.pairs)} 条标准答案，查到 {right} 条（各字段都一致），{recall}",
        f"查准：全页上读出 {judged} 个数字，不对 {wrong} 个，{precision}",
    ]


def percent2(part: int, whole: int) -> str:
    """A share with two places, for targets near 100 %."""
    return "—" if not whole else f"{part / whole:.2%}"


def _show_cells(cells: CellAccount, console: Console) -> None:
    lost = sum(cells.counts.get(fate, 0) for fate in LOST)
    counts = "，".join(f"{fate} {count}" for fate, count in cells.counts.items())
    console.print(f"单元格：{counts}", markup=False, highlight=False)
    console.print(
        f"没读懂的数字格：{lost} / {cells.figures}，{percent2(lost, cells.figures)}",
        markup=False, highlight=False,
    )  # fmt: skip
    for one in cells.lost:
        line = f"  {one.doc} 第{one.page}页 {one.table}「{one.text}」{one.fate}：{one.reason}"
        console.print(line, style="dim", markup=False, highlight=False, soft_wrap=True)


def missed(score: Score) -> list[Pair]:
    """The known facts that were not found with all of their fields."""
    return [pair for pair in score.pairs if not pair.right]


def field_counts(pairs: Sequence[Pair]) -> dict[str, tuple[int, int]]:
    """How often each field agrees between a known fact and the nearest fact; where there is none, 数值 fails."""
    failed: Counter[str] = Counter(name for pair in pairs for name in pair.differs)
    near = sum(pair.fact is not None for pair in pairs)
    rows = {"数值": (near, len(pairs))}
    for name in list(FIELDS)[3:]:
        rows[name] = (near - failed[name], near)
    return rows


def group_rows(
    score: Score, title: str, key: Callable[[GoldFact], str]
) -> dict[str, tuple[int, int, int, int]]:
    """By group: known facts found, known facts, wrong facts on whole pages, facts on whole pages."""
    of_fact: Mapping[str, Callable[[str, Fact], str]] = {
        "来源": lambda _, fact: fact.origin.value,
        "表": lambda _, fact: fact.statement or "（句子）",
        "文件": lambda doc, _: doc,
    }
    whole = Counter(key(pair.gold) for pair in score.pairs)
    right = Counter(key(pair.gold) for pair in score.pairs if pair.right)
    wrong = Counter(of_fact[title](stray.doc, stray.fact) for stray in score.strays)
    judged = Counter(of_fact[title](doc, fact) for doc, fact in score.judged)
    names = sorted({*whole, *judged}, key=lambda name: (-whole[name], name))
    return {name: (right[name], whole[name], wrong[name], judged[name]) for name in names}


def miss_line(pair: Pair) -> str:
    """A known fact that was not found, the nearest fact, and where they differ."""
    head = f"漏 {gold_text(pair.gold)}"
    return (
        f"{head}\n   最近 [{'、'.join(pair.differs)}] {fact_text(pair.fact)}"
        if pair.fact
        else f"{head}\n   无"
    )


def stray_line(stray: Stray) -> str:
    """A fact that no known fact agrees with, the nearest known fact, and where they differ."""
    head = f"多 {stray.doc} {fact_text(stray.fact)}"
    return (
        f"{head}\n   最近 [{'、'.join(stray.differs)}] {gold_text(stray.nearest)}" if stray.nearest else head
    )


def gold_text(gold: GoldFact) -> str:
    """A known fact in one line."""
    parts = (
        gold.statement or gold.quote,
        gold.code,
        gold.subject,
        gold.breakdown,
        gold.side,
        "/".join(gold.path),
    )
    rest = (gold.year, gold.stage.value, gold.fund.value, gold.measure.value)
    words = " ".join(part for part in parts if part)
    return f"{gold.doc} 第{gold.page}页 {gold.value}{gold.unit}｜{words}｜" + " ".join(map(str, rest))


def fact_text(fact: Fact) -> str:
    """A fact in one line, with what is printed around it."""
    subject, source = fact.subject, fact.source
    words = (
        fact.statement,
        subject.code,
        subject.name,
        fact.breakdown,
        fact.flow.value,
        "/".join(subject.path),
    )
    rest = (fact.year, fact.stage.value, fact.fund.value, fact.measure.value)
    named = " ".join(word for word in words if word)
    printed = source.quote or f"行「{source.row}」列「{source.column}」"
    return f"第{source.page}页 {fact.value}{fact.unit}｜{named}｜{' '.join(map(str, rest))}｜{printed}"


def facts_as_json(score: Score, cells: CellAccount) -> dict[str, Any]:
    """The whole score as JSON takes it: totals, groups, fields, misses, strays, cells."""
    return {
        "gold": len(score.pairs),
        "found": score.found,
        "judged": len(score.judged),
        "wrong": len(score.strays),
        "fields": {name: list(pair) for name, pair in field_counts(score.pairs).items()},
        "groups": {
            title: {name: list(row) for name, row in group_rows(score, title, key).items()}
            for title, key in GROUPS.items()
        },
        "missed": [
            {
                "gold": pair.gold.model_dump(mode="json"),
                "nearest": fact_text(pair.fact) if pair.fact else None,
                "differs": list(pair.differs),
            }
            for pair in missed(score)
        ],
        "strays": [
            {
                "doc": stray.doc,
                "fact": fact_text(stray.fact),
                "nearest": gold_text(stray.nearest) if stray.nearest else None,
                "differs": list(stray.differs),
            }
            for stray in score.strays
        ],
        "cells": {"counts": cells.counts, "figures": cells.figures, "lost": len(cells.lost)},
    }
