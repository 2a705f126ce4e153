"""Answers in this process, beside a bare query of the same store: look-ups, and all bodies compared (进程内问答)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import sqlalchemy as sa

from eval.bench.comparison import Comparison
from eval.bench.spelling import anew
from ingest import schema
from ingest.settings import Settings
from service.contract import Answer, AskRequest

if TYPE_CHECKING:
    from service.answer import Answerer

#: What a hand-written query of the store would fetch: an account that every document prints.
_NAME = "本年支出合计"
_REFERENCE = "同一个库里按科目名取事实的一条 SQL"
#: Taken of every call, by what it is called: what whoever asks waits for, and what is left of it on a busy machine.
_CLOCKS: dict[str, Callable[[], float]] = {"耗时": time.perf_counter, "CPU": time.process_time}


def compare_answering(settings: Settings, lookups: Sequence[str], requests: int) -> list[Comparison]:
    """Look-ups, and a ranking of all bodies for each year that is loaded, each asked once before any is counted."""
    from ingest.facts import FactStore
    from service.answer import Answerer

    answerer = Answerer(settings)
    years = sorted({document.year for document in FactStore(settings).documents(current=True)})
    kinds = {"查数": lookups, "所有单位比较": [f"哪个部门{year}年支出最多" for year in years]}
    engine = sa.create_engine(settings.sql_url)
    try:
        return [
            comparison
            for title, questions in kinds.items()
            for comparison in _compare(
                title,
                [asker(answerer, question) for question in questions],
                lambda: _query(engine),
                requests,
            )
        ]
    finally:
        engine.dispose()


def asker(answerer: Answerer, question: str) -> Callable[[], Answer]:
    """Asks a question, each time as if for the first time."""
    spelt = anew([question])
    return lambda: answerer.ask(AskRequest(question=next(spelt)))


def _compare(
    title: str, asks: Sequence[Callable[[], object]], query: Callable[[], object], requests: int
) -> list[Comparison]:
    """Every question in turn, the query after each; a comparison for each clock."""
    for call in (*asks, query):
        call()
    taken = [(timed(asks[index % len(asks)]), timed(query)) for index in range(requests)]
    return [
        Comparison(
            title=f"进程内{title}，{clock}",
            reference_title=_REFERENCE,
            unit="毫秒",
            ours=tuple(ours[clock] for ours, _ in taken),
            reference=tuple(reference[clock] for _, reference in taken),
            summaries=("p50", "p95"),
            taken_of=f"{len(asks)} 个问题，各 {requests} 次，全部文件在库",
        )
        for clock in _CLOCKS
    ]


def timed(call: Callable[[], object]) -> dict[str, float]:
    """Milliseconds that a call takes, by clock."""
    start = {name: clock() for name, clock in _CLOCKS.items()}
    call()
    return {name: (clock() - start[name]) * 1000 for name, clock in _CLOCKS.items()}


def _query(engine: sa.Engine) -> int:
    table = schema.facts
    with engine.connect() as connection:
        return len(connection.execute(sa.select(table).where(table.c.name == _NAME)).all())
