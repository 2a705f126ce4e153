"""Many at once: what is counted as answered, as failed, and what stands beside it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse

from eval.bench.crowd import compared, first_time, thinned
from eval.bench.load import Load, load
from eval.bench.spelling import anew
from eval.screenshots import serving


@pytest.fixture(scope="module")
def place() -> Iterator[tuple[str, int]]:
    """A service that answers what it is asked, and fails where it is told to."""
    app = FastAPI()

    @app.post("/echo")
    async def echo(request: Request) -> JSONResponse:
        asked = await request.json()
        return JSONResponse(asked, 500 if asked["question"] == "爆炸" else 200)

    with serving(app) as address:
        yield "127.0.0.1", int(address.rpartition(":")[2])


def ask(place: tuple[str, int], bodies: list[object], connections: int, seconds: float) -> Load:
    host, port = place
    return load(host, port, "/echo", bodies, connections, seconds)


def test_every_connection_asks_until_time_is_up(place):
    done = ask(place, [{"question": "占多少" * 2000}, {"question": "多少"}], 8, 0.5)
    assert done.errors == 0 and len(done.latencies) > 8
    assert 0.5 <= done.seconds < 5 and done.rate == len(done.latencies) / done.seconds
    assert all(latency > 0 for latency in done.latencies)


def test_what_fails_is_counted_as_failed_only(place):
    done = ask(place, [{"question": "爆炸"}], 3, 0.2)
    assert done.errors >= 3 and not done.latencies


def test_a_question_is_spelt_anew_each_time():
    asked = list(itertools.islice(anew(["甲", "乙"]), 2400))
    assert len(set(asked)) == 2400 and {text[0] for text in asked} == {"甲", "乙"}
    assert len({str(body) for body in first_time(["甲"])}) == len(first_time(["甲"]))


def test_rates_are_by_round_and_latencies_of_all():
    loads = [
        (Load((1.0, 3.0), 0, 2.0), Load((1.0,) * 8, 0, 2.0)),
        (Load((2.0, 4.0), 1, 1.0), Load((1.0,), 0, 1.0)),
    ]
    rates, latencies = compared("再问", loads, ["甲"])
    assert (rates.ours, rates.reference) == ((1.0, 2.0), (4.0, 1.0))
    assert latencies.ours == (1.0, 2.0, 3.0, 4.0)
    assert "答了 4 次，出错 1 次" in rates.taken_of


def test_thinning_keeps_percentiles():
    taken = thinned([Load(tuple(float(n) for n in range(100_000)), 0, 1.0)])
    assert len(taken) <= 2000 and abs(taken[len(taken) // 2] - 50_000) < 100
