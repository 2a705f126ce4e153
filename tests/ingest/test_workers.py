"""Several processes read what one process reads, in the same order; one that dies costs its file alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children, get_context
from pathlib import Path
from threading import Event, Thread

import pytest

from ingest.errors import UnreadableFile
from ingest.facts import FactStore
from ingest.model import Fact
from ingest.pipeline import FileReport, ingest_paths
from ingest.settings import Settings
from ingest.workers import Outcome, exit_code, read_files
from tests.ingest.disclosures import CENTRE, HEALTH, ROOT, URBAN_2022, URBAN_2023, path_of
from tests.ingest.typeset import new_canvas, save

FILES = [path_of(name) for name in (HEALTH, CENTRE, URBAN_2022)]


def settings_at(data: Path, workers: int) -> Settings:
    return Settings(data=data, database_url="", chroma_url="", workers=workers)


def kept(settings: Settings) -> list[tuple[str, list[Fact]]]:
    store = FactStore(settings)
    found = [(document.file, store.facts(document.id)) for document in store.documents()]
    store.close()
    return found


def named(reports: list[FileReport]) -> list[tuple[str, str, int, int, int]]:
    return [(r.file, r.status, r.pages, r.facts, r.passages) for r in reports]


def test_two_processes_store_what_one_stores(tmp_path: Path) -> None:
    broken = tmp_path / "半截.pdf"
    broken.write_bytes(FILES[0].read_bytes()[:5000])
    files = [FILES[0], broken, *FILES[1:]]
    alone, together = settings_at(tmp_path / "one", 1), settings_at(tmp_path / "two", 2)
    pages: list[tuple[str, int]] = []
    first = ingest_paths(files, alone)
    second = ingest_paths(files, together, progress=lambda name, page: pages.append((name, page)))
    assert named(second) == named(first)
    assert [r.status for r in second] == ["read", "failed", "read", "read"]
    assert second[1].error == first[1].error and "不是完整的 PDF" in second[1].error
    assert kept(together) == kept(alone)
    assert {(FILES[1].name, page) for page in range(1, 19)} <= set(pages)
    assert not active_children()


def test_outcomes_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    """The first file is by far the longest."""
    short = []
    for name in "甲乙丙丁戊":
        canvas = new_canvas(tmp_path / f"{name}.pdf")
        canvas.drawString(50, 200, f"{name}局2023年度部门决算")
        save(canvas)
        short.append(tmp_path / f"{name}.pdf")
    files = [FILES[0], *short]
    outcomes = list(read_files(files, settings_at(tmp_path, 2)))
    assert [o.reading.document.file for o in outcomes if o.reading] == [path.name for path in files]


def test_a_process_that_dies_costs_its_file_alone(tmp_path: Path) -> None:
    killed: list[str] = []

    def kill(path: Path, page: int) -> None:
        if not killed:
            killed.append(path.name)
            for process in active_children():
                os.kill(process.pid or 0, signal.SIGKILL)

    files = [*FILES, path_of(URBAN_2023)]
    outcomes = list(read_files(files, settings_at(tmp_path, 2), kill))
    dead = [o for o in outcomes if o.error]
    assert 1 <= len(dead) <= 2  # the other process may have been at work or about to start
    assert len([o for o in outcomes if o.reading]) == 4 - len(dead)
    for outcome in dead:
        assert outcome.error and "SIGKILL" in outcome.error.reason and "内存" in outcome.error.advice


def test_how_a_process_ended_is_known_while_other_threads_ask_after_it() -> None:
    """Every start of a process asks after all of them, and may take the news of one before its own thread does."""
    over = Event()
    asking = [Thread(target=ask_after_all_until, args=(over,)) for _ in range(3)]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    for thread in asking:
        thread.start()
    try:
        assert {ended_by_force() for _ in range(60)} == {-signal.SIGKILL}
    finally:
        over.set()
        for thread in asking:
            thread.join()
        sys.setswitchinterval(usual)


def ask_after_all_until(over: Event) -> None:
    while not over.is_set():
        active_children()


def ended_by_force() -> int | None:
    process = get_context("fork").Process(target=time.sleep, args=(30,), daemon=True)
    process.start()
    os.kill(process.pid or 0, signal.SIGKILL)
    return exit_code(process)


def test_who_stops_half_way_leaves_no_process_behind(tmp_path: Path) -> None:
    outcomes = read_files(FILES, settings_at(tmp_path, 2))
    assert isinstance(next(outcomes), Outcome)
    outcomes.close()
    for process in active_children():
        process.join(5)
    assert not active_children()


def test_processes_that_cannot_be_started_are_told_not_waited_for(tmp_path: Path) -> None:
    """A script without ``if __name__ == "__main__"`` starts itself over: Python refuses, and nothing hangs."""
    script = tmp_path / "script.py"
    script.write_text(
        "from pathlib import Path\nfrom ingest.settings import Settings\nfrom ingest.workers import read_files\n"
        f"files = [Path(p) for p in {[str(path) for path in FILES]!r}]\n"
        "print([bool(o.error) for o in read_files(files, Settings(workers=2))])\n"
    )
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, str(script)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "[True, True, True]" in done.stdout and "bootstrapping" in done.stderr


def test_one_file_needs_no_process(tmp_path: Path) -> None:
    seen: list[int] = []
    for _ in read_files(
        FILES[:1], settings_at(tmp_path, 4), lambda path, page: seen.append(len(active_children()))
    ):
        pass
    assert set(seen) == {0}


def test_a_fault_of_the_program_costs_its_file_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(path: Path, settings: Settings, progress: object) -> object:
        raise RecursionError("so deep")

    monkeypatch.setattr("ingest.workers.read_file", stumble)
    (outcome,) = read_files(FILES[:1], settings_at(tmp_path, 1))
    assert outcome.reading is None and "RecursionError" in str(outcome.error)
    assert FILES[0].name in str(outcome.error) and "第 " in str(outcome.error)


def test_an_error_comes_whole_out_of_a_process() -> None:
    import pickle

    error = UnreadableFile("甲.pdf", "PDF 已损坏", "请重新另存", 3)
    same = pickle.loads(pickle.dumps(error))
    assert (str(same), same.page, same.advice) == (str(error), 3, "请重新另存")


@pytest.mark.parametrize("workers", ["0", "65", "两个"])
def test_a_number_of_processes_that_cannot_work_is_refused(
    workers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINGBAI_WORKERS", workers)
    with pytest.raises(ValueError, match="workers"):
        Settings()
