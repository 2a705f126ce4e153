"""``/v1/ask`` look-ups over many connections at once, beside an empty route of the same server (许多人同时问).

Asked again, a question is answered from memory; asked for the first time, it is worked out. Both are measured, for
people ask the same few things, and all of them ask them once.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from eval.bench.asking import serving
from eval.bench.comparison import Comparison
from eval.bench.load import Load, load
from eval.bench.memory import held_by
from eval.bench.server import EMPTY
from eval.bench.spelling import anew
from ingest.settings import Settings

CONNECTIONS, ROUNDS = 50, 6
#: Seconds before anything is counted: what is loaded once is loaded by then, and what is remembered for long is full.
WARM_UP = 8.0
#: So many latencies are kept of each kind, evenly spaced in their order: percentiles stay, the file stays small.
_SAMPLES = 2000
_UNSEEN = 20_000
_EMPTY = "空的 FastAPI 路由，同一个进程"


def compare_crowd(settings: Settings, questions: Sequence[str], seconds: float) -> list[Comparison]:
    """Rates, latencies and the server's memory, for questions asked again and for questions asked first."""
    again = [{"question": question} for question in questions]
    with serving(settings) as (client, process):
        place = client.base_url.host, client.base_url.port or 80

        def crowd(path: str, bodies: Sequence[object], span: float) -> Load:
            return load(*place, path, bodies, CONNECTIONS, span)

        def rounds(bodies: Sequence[object], span: float, count: int) -> list[tuple[Load, Load]]:
            return [
                (crowd("/v1/ask", bodies, span / count), crowd(EMPTY, again, span / count / 2))
                for _ in range(count)
            ]

        crowd("/v1/ask", again, WARM_UP)
        before = held_by(process)
        repeated = rounds(again, seconds, ROUNDS)
        after = held_by(process)
        first = rounds(first_time(questions), seconds / ROUNDS, 1)
    memory = Comparison(
        "服务进程的内存，压测之后",
        "压测之前",
        "MB",
        (after,),
        (before,),
        ("中位数",),
        told(repeated, questions),
    )
    return [*compared("再问", repeated, questions), memory, *compared("头一回问", first, questions)]


def first_time(questions: Sequence[str]) -> list[object]:
    """More questions than are answered in the time, each as it was not asked before."""
    return [{"question": question} for question in itertools.islice(anew(questions), _UNSEEN)]


def compared(kind: str, taken: Sequence[tuple[Load, Load]], questions: Sequence[str]) -> list[Comparison]:
    """Requests per second by round, and latencies of all rounds."""
    ours, reference = [ask for ask, _ in taken], [empty for _, empty in taken]
    title = f"POST /v1/ask 查数，{CONNECTIONS} 个连接，{kind}"
    return [
        Comparison(
            title, _EMPTY, "次/秒", tuple(one.rate for one in ours), tuple(one.rate for one in reference), ("中位数",),
            told(taken, questions),
        ),
        Comparison(
            title, _EMPTY, "毫秒", thinned(ours), thinned(reference), ("p50", "p95", "p99"), told(taken, questions)
        ),
    ]  # fmt: skip


def thinned(loads: Sequence[Load]) -> tuple[float, ...]:
    """The latencies in order, evenly thinned."""
    values = sorted(itertools.chain.from_iterable(one.latencies for one in loads))
    step = max(1, len(values) // _SAMPLES)
    return tuple(values[step // 2 :: step])


def told(taken: Sequence[tuple[Load, Load]], questions: Sequence[str]) -> str:
    """How much was asked for how long, and how often it failed."""
    ours = [ask for ask, _ in taken]
    asked, errors = sum(len(one.latencies) for one in ours), sum(one.errors for one in ours)
    seconds = sum(one.seconds for one in ours)
    return f"{len(questions)} 个问题，{seconds:.0f} 秒里答了 {asked} 次，出错 {errors} 次，与空路由轮流压"
