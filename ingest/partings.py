"""Figures of one row that would be the same figure but for headings further out are told apart by these (分栏)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.accounts import is_total_word, label_to_account, strip_ordinal
from ingest.header import Headings
from ingest.headings import says_all
from ingest.labels import Row
from ingest.model import Cell, Fact, Flow
from ingest.patterns import regex
from ingest.subjects import TOTAL, side_of

Found = tuple[Fact, Row, Headings, Cell]


def tell_apart(found: Sequence[Found]) -> list[tuple[Fact, Row]]:
    """Facts of a table; 「本年收入（基本支出）」 where 本年收入 stands over 合计, 基本支出 and 项目支出 alike."""
    groups: dict[object, list[int]] = defaultdict(list)
    for index, (fact, row, _, cell) in enumerate(found):
        groups[cell.row, row.text, row.unit, _identity(fact)].append(index)
    facts = [fact for fact, *_ in found]
    for members in groups.values():
        if len(members) > 1:
            for index, more in zip(members, _distinct([found[i][2] for i in members]), strict=True):
                if more:
                    facts[index] = replace(facts[index], breakdown=more)
    for index, leaf in _beside_carried(found):
        if facts[index].breakdown == TOTAL:
            facts[index] = replace(facts[index], breakdown=leaf)
    for index, outer in _under_carried(found):
        if outer not in facts[index].breakdown and not _CARRIED.search(facts[index].breakdown):
            part = facts[index].breakdown
            told = _joined([outer] if part == TOTAL else [outer, part])
            facts[index] = replace(facts[index], breakdown=told)
    return [(_sided(fact, path), row) for fact, (_, row, path, _) in zip(facts, found, strict=True)]


def _sided(fact: Fact, path: Headings) -> Fact:
    """基本支出 below 本年收入 is what was taken in for that."""
    income = fact.subject.kind == "支出结构" and side_of(path.texts) is Flow.INCOME
    return replace(fact, flow=Flow.INCOME) if income else fact


def _beside_carried(found: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """「当年财政拨款安排」 beside 「上年结转安排」 below one heading: a part of what that names, never all of it."""
    under: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, (_, _, path, _) in enumerate(found):
        if len(path.texts) > 1:
            under[path.texts[:-1]].append(index)
    for members in under.values():
        if any("结转" in found[i][2].texts[-1] for i in members):
            leaves = ((i, found[i][2].texts[-1]) for i in members)
            yield from ((i, leaf) for i, leaf in leaves if _THIS_YEAR.match(leaf))


def _under_carried(found: Sequence[Found]) -> Iterator[tuple[int, str]]:
    """Facts below 上年结转安排, and below 当年财政拨款安排 beside it, each with that heading."""
    beside = {(path.own[:depth]) for _, _, path, _ in found for depth in _depths(path, _CARRIED)}
    for index, (fact, _, path, _) in enumerate(found):
        if fact.subject.kind == "结转结余" or _CARRIED.search(fact.subject.name):
            continue
        for form in (_CARRIED, _THIS_YEAR):
            outer = (path.own[depth] for depth in _depths(path, form) if path.own[:depth] in beside)
            yield from ((index, text) for text in outer)


def _depths(path: Headings, form: re.Pattern[str]) -> list[int]:
    """Where headings of one sort stand over others."""
    return [depth for depth, text in enumerate(path.own[:-1]) if form.match(text)]


def _distinct(paths: Sequence[Headings]) -> list[str]:
    """For each column its headings outermost first, the inner in brackets; empty where none tells it apart.

    What all columns share, and what only says "all", is left out; 本年支出 too, for it is what 基本支出 is of.
    """
    shared = set.intersection(*(set(path.own) for path in paths))
    inner = [path.own[-1] if path.own and path.own[-1] in shared else "" for path in paths]
    own = [[t for t in path.own if t not in shared and not _whole(t)] for path in paths]
    names = [
        _joined([*texts, *([leaf] if leaf and not _whole(leaf) else [])]) if texts else ""
        for texts, leaf in zip(own, inner, strict=True)
    ]
    if not any(path.own and is_total_word(path.own[-1]) for path in paths):
        return names
    # 「当年财政拨款安排」 beside 「合计」 is what is left of it without 「上年结转安排」.
    return [
        name or (path.own[-1] if path.own and _THIS_YEAR.match(path.own[-1]) else "")
        for name, path in zip(names, paths, strict=True)
    ]


_THIS_YEAR = regex(r"(?:当年|本年).{0,6}(?:拨款|安排)")
_CARRIED = regex(r"(?:上年|年初).{0,6}结[转余]")


def _joined(texts: Sequence[str]) -> str:
    names = [strip_ordinal(text) for text in texts]
    return names[0] + "".join(f"（{name}）" for name in names[1:]) if names else ""


def _whole(text: str) -> bool:
    account = label_to_account(text)
    return account.kind == "总额" and account.flow is Flow.EXPENDITURE if account else says_all(text)


def _identity(fact: Fact) -> tuple[object, ...]:
    subject = (fact.subject.code, fact.subject.name, fact.breakdown)
    return (*subject, fact.fund, fact.stage, fact.year, fact.measure, fact.flow)
