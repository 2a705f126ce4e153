"""Facts in PostgreSQL and passages in a Chroma server: the same answers as with the embedded stores."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from ingest.facts import FactStore
from ingest.ledger import Ledger
from ingest.reviews import Decision
from ingest.settings import Settings
from service.desk.known import Answers, Known
from service.desk.unanswered import Kept

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "eval" / "samples"
SAMPLE = SAMPLES / "云川市青岚区城市管理局2023年度部门决算.pdf"
OTHER = SAMPLES / "云川市青岚区数字城管指挥中心2023年度单位决算.pdf"
PROGRAM = [sys.executable, "-c", "from mingbai import main; main()"]
QUESTIONS = ("青岚区城市管理局2023年项目支出占比多少", "青岚区城市管理局的职责是什么")

#: The variables that say where the stores are.
Stores = dict[str, str]

pytestmark = [pytest.mark.server, pytest.mark.slow]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def postgres_program(name: str) -> str:
    found = shutil.which(name) or next(
        map(str, sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))[::-1]), ""
    )
    return found or pytest.skip(f"PostgreSQL's {name} is not installed")


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """A PostgreSQL cluster of its own; as root it runs as the user ``postgres``, since it refuses root."""
    initdb, control = postgres_program("initdb"), postgres_program("pg_ctl")
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder, port = Path(tempfile.mkdtemp(prefix="mingbai-pg-")), free_port()
    if as_user:
        shutil.chown(folder, "postgres")
    cluster, options = folder / "data", f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    quiet: dict[str, Any] = {"cwd": folder, "check": True, "stdout": subprocess.DEVNULL}
    flags = ["--username=mingbai", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run([*as_user, initdb, "-D", str(cluster), *flags], **quiet)
    start = ["-D", str(cluster), "-o", options, "-l", str(folder / "log"), "-w", "start"]
    subprocess.run([*as_user, control, *start], **quiet)
    yield f"postgresql+psycopg://mingbai@127.0.0.1:{port}/postgres"
    subprocess.run([*as_user, control, "-D", str(cluster), "-m", "immediate", "stop"], **quiet)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program, port = Path(sys.executable).with_name("chroma"), free_port()
    folder = tmp_path_factory.mktemp("chroma")
    command = [str(program), "run", "--host", "127.0.0.1", "--port", str(port), "--path", str(folder)]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        url = f"http://127.0.0.1:{port}"
        wait_for(f"{url}/api/v2/heartbeat")
        yield url
        server.terminate()


def wait_for(url: str, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if httpx.get(url, timeout=2).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{url} did not answer within {seconds} s")


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Stores:
    return {"MINGBAI_DATA": str(tmp_path_factory.mktemp("embedded"))}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, database_url: str, chroma_url: str) -> Stores:
    data = str(tmp_path_factory.mktemp("served"))
    return {"MINGBAI_DATA": data, "MINGBAI_DATABASE_URL": database_url, "MINGBAI_CHROMA_URL": chroma_url}


def run(stores: Stores, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, as a user runs it: Chroma's HTTP client leaves its sockets open."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    command = [*PROGRAM, *arguments]
    return subprocess.run(
        command,
        cwd=stores["MINGBAI_DATA"],
        env=inherited | stores,
        capture_output=True,
        text=True,
        check=False,
    )


def succeed(stores: Stores, *arguments: str) -> str:
    done = run(stores, *arguments)
    assert done.returncode == 0, done.stdout[-1500:] + done.stderr[-1500:]
    return done.stdout


@pytest.mark.parametrize("question", QUESTIONS)
def test_servers_give_the_answers_of_the_embedded_stores(
    embedded: Stores, served: Stores, question: str
) -> None:
    answers = []
    for stores in (embedded, served):
        succeed(stores, "ingest", str(SAMPLE))  # the second time it finds the file unchanged
        answer = json.loads(succeed(stores, "ask", "--json", question))
        answers.append({name: answer[name] for name in ("status", "answer", "figures", "citations", "notes")})
    assert answers[0] == answers[1]
    assert answers[0]["status"] == "answered"


def test_servers_hold_the_facts_of_the_embedded_stores(embedded: Stores, served: Stores) -> None:
    held = []
    for stores in (embedded, served):
        succeed(stores, "ingest", str(SAMPLE))
        settings = {name.removeprefix("MINGBAI_").lower(): value for name, value in stores.items()}
        with closing(FactStore(Settings.model_validate(settings))) as store:
            (document,) = store.documents()
            facts = [replace(fact, id=0) for fact in store.facts(document.id)]
            held.append((document, facts, store.chunks(document.id), store.counts()))
    assert held[0] == held[1]


def test_what_people_decide_is_kept_by_the_server_and_heeded_by_every_process(served: Stores) -> None:
    """支出决算表 on page 7: 合计 × 项目支出 prints 10728.05."""
    succeed(served, "ingest", str(SAMPLE))
    settings = {name.removeprefix("MINGBAI_").lower(): value for name, value in served.items()}
    with closing(FactStore(Settings.model_validate(settings))) as store:
        ledger, answers = Ledger(store.database), Answers(store.database)
        (document,) = store.documents()
        cell = ("合计", "项目支出", 7)
        facts = store.facts(document.id)
        fact = next(f for f in facts if (f.source.row, f.source.column, f.source.page) == cell)
        made = ledger.correct(fact, Decimal("10782.05"), "万元", "财政批复", "王会计")
        told = json.loads(succeed(served, "ask", "--json", QUESTIONS[0]))
        assert "10782.05" in told["answer"] and "原文写作 10728.05 万元" in told["answer"]
        check = store.checks(document.id)[0]
        ledger.decide(check, Decision.DISMISSED, "笔误", "王会计")
        assert [r.reason for r in ledger.reviews(document.id).values()] == ["笔误"]
        assert ledger.stamps() == {document.id: 2}
        assert ledger.revoke(made.id, "王会计", "看错了") and ledger.stamps() == {document.id: 3}
        assert "更正" not in succeed(served, "ask", QUESTIONS[0])
        number = answers.add(
            Known("问", "lookup", "citizen", ["甲.pdf"], [7], {"status": "no_answer"}, "看过", "王")
        )
        assert [k.pages for k in answers.all()] == [[7]] and answers.remove(number) and not answers.all()
        assert Kept(store.database).groups() == []


def test_a_vector_store_that_is_down_leaves_no_half_document(served: Stores, tmp_path: Path) -> None:
    broken = served | {"MINGBAI_CHROMA_URL": f"http://127.0.0.1:{free_port()}", "MINGBAI_DATA": str(tmp_path)}
    before = succeed(served, "documents")
    done = run(broken, "ingest", str(OTHER))
    assert done.returncode != 0
    assert "MINGBAI_CHROMA_URL" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert succeed(served, "documents") == before
    assert not list(tmp_path.rglob("*.pdf"))


def test_a_database_that_is_down_is_named_with_what_to_do(embedded: Stores) -> None:
    url = f"postgresql+psycopg://mingbai:secret@127.0.0.1:{free_port()}/mingbai"
    done = run(embedded | {"MINGBAI_DATABASE_URL": url}, "documents")
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert "MINGBAI_DATABASE_URL" in told
    assert "secret" not in told
    assert "Traceback" not in told
