"""The benchmarks compare what they say they compare; how fast it is, no test says."""

from __future__ import annotations

import json
import os
import subprocess
import time
from contextlib import asynccontextmanager

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from reportlab.pdfgen.canvas import Canvas

from eval.bench import reading
from eval.bench.__main__ import show, write
from eval.bench.answering import compare_answering, timed
from eval.bench.cold import compare_cold, started
from eval.bench.comparison import Comparison
from eval.bench.invented import invent, questions
from eval.bench.memory import extract_one, peak_of
from eval.bench.passages import compare_passages
from eval.bench.reading import compare_reading, count_pages
from eval.bench.server import EMPTY, beside_empty_route
from eval.bench.starting import compare_starting
from eval.sets import ROOT
from ingest.pipeline import ingest_paths
from ingest.settings import Settings


@pytest.fixture
def pdf(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    for text in ("one", "two"):
        canvas.drawString(72, 720, text)
        canvas.showPage()
    canvas.save()
    return tmp_path / "a.pdf"


def comparison() -> Comparison:
    return Comparison(
        "我们", "参照", "毫秒", (2.0, 4.0, 9.0), (1.0, 2.0, 3.0), ("p50", "p95", "中位数"), "三次"
    )


def test_rows_are_ours_the_reference_and_the_ratio():
    assert comparison().row("p50") == (4.0, 2.0, 2.0)
    assert comparison().row("p95") == (9.0, 3.0, 3.0)
    assert comparison().row("中位数") == (4.0, 2.0, 2.0)


def test_all_ways_are_run_as_often_and_take_turns(pdf, monkeypatch):
    order: list[str] = []
    monkeypatch.setattr(reading, "ingest", lambda files, workers: order.append(f"{workers}"))
    monkeypatch.setattr(reading, "extract", lambda files: order.append("plain"))
    made = compare_reading([pdf, pdf], 3, lambda _: None)
    assert order[3:] == ["plain", "1", "2", "1", "2", "plain", "2", "plain", "1"]  # the first three warm up
    assert [len(one.ours) for one in made] == [3, 3]
    assert made[0].reference == made[1].reference
    assert "1 个进程" in made[0].title and "2 个进程" in made[1].title
    assert all("4 页" in one.taken_of for one in made)


def test_memory_is_that_of_the_process_that_reads(pdf):
    peak = peak_of(extract_one, pdf)
    assert 10 < peak < 2000  # MB: not kilobytes, not pages
    assert peak_of(hold_100_mb, pdf) > peak + 50


def hold_100_mb(pdf):
    extract_one(pdf)
    assert len(bytearray(100 << 20)) > 0


def test_the_reference_reads_real_pages(pdf):
    assert count_pages([pdf]) == 2
    reading.extract([pdf])


def test_the_empty_route_stands_beside_the_whole_application():
    started: list[str] = []

    @asynccontextmanager
    async def lifespan(_: FastAPI):
        started.append("up")
        yield
        started.append("down")

    app = FastAPI(lifespan=lifespan)

    @app.get("/v1/documents")
    def documents() -> list[str]:
        return ["a"]

    with TestClient(beside_empty_route(app)) as client:
        assert client.post(EMPTY, json={"question": "x"}).json() == {}
        assert client.get("/v1/documents").json() == ["a"]
    assert started == ["up", "down"]


def test_what_was_measured_is_shown_and_written(tmp_path, capsys):
    show([comparison()])
    assert "2.00" in capsys.readouterr().out
    write([comparison()], tmp_path / "reports" / "bench.json")
    (row,) = json.loads((tmp_path / "reports" / "bench.json").read_text("utf-8"))["comparisons"]
    assert row["rows"]["p95"] == {"ours": 9.0, "reference": 3.0, "ratio": 3.0}
    assert row["ours"] == [2.0, 4.0, 9.0]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    settings = Settings(data=tmp_path_factory.mktemp("bench"), database_url="", chroma_url="")
    sample = ROOT / "eval" / "samples" / "云川市青岚区城市管理局2023年度部门决算.pdf"
    (report,) = ingest_paths([sample], settings)
    assert report.status == "read"
    return settings


def test_look_ups_and_the_comparison_are_measured_by_both_clocks_beside_a_query(loaded):
    made = compare_answering(loaded, ["青岚区城市管理局2023年办公费是多少"], requests=3)
    assert [one.title for one in made] == [
        "进程内查数，耗时", "进程内查数，CPU", "进程内所有单位比较，耗时", "进程内所有单位比较，CPU"
    ]  # fmt: skip
    assert all(len(one.ours) == len(one.reference) == 3 for one in made)


def test_waiting_takes_time_and_no_work():
    taken = timed(lambda: time.sleep(0.05))
    assert taken["耗时"] > 49
    assert taken["CPU"] < taken["耗时"]


def test_a_cold_question_is_answered_by_a_process_of_its_own(loaded):
    one = compare_cold(loaded, "青岚区城市管理局2023年办公费是多少", starts=1)
    assert len(one.ours) == len(one.reference) == 1


def test_a_start_that_fails_is_not_taken_for_a_fast_one():
    with pytest.raises(subprocess.CalledProcessError):
        started(["-c", "raise SystemExit(3)"], os.environ)


def test_invented_passages_are_the_same_for_the_same_seed_and_as_many_as_asked():
    once, again = list(invent(120)), list(invent(120))
    assert once == again
    assert sum(len(one.chunks) for one in once) == 120
    assert len({chunk.id for one in once for chunk in one.chunks}) == 120
    assert len({one.document.entity for one in once}) == 1 and len({one.document.year for one in once}) == 3
    document, text, key = questions(once, 5)[0]
    assert key.startswith(document.id) and text


@pytest.mark.slow
def test_passages_are_compared_in_every_way():
    lines: list[str] = []
    made = compare_passages(200, lines.append)
    titles = [one.title for one in made]
    assert len(titles) == len(set(titles)) == 5
    assert all(value > 0 for one in made for value in (*one.ours, *one.reference))


@pytest.mark.slow
def test_the_server_is_started_until_it_answers(tmp_path):
    settings = Settings(data=tmp_path, database_url="", chroma_url="")
    ingest_paths([ROOT / "eval" / "samples" / "云川市青岚区数字城管指挥中心2023年度单位决算.pdf"], settings)
    made = compare_starting(
        settings, "青岚区数字城管指挥中心2023年支出合计", "青岚区数字城管指挥中心的职责是什么", starts=1
    )
    assert [one.unit for one in made] == ["秒", "秒", "MB"]
    assert all(one.ours[0] > 0 and one.reference[0] > 0 for one in made[:2])
