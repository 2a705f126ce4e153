"""``mingbai ask`` and ``mingbai serve`` as functions of the program."""

from __future__ import annotations

import gc
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import typer
import uvicorn
from typer.testing import CliRunner

from ingest.facts import FactStore
from ingest.settings import Settings
from service import commands

ROOT = Path(__file__).parents[2]
SMALLEST = "云川市青岚区数字城管指挥中心2023年度单位决算.pdf"


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    """A store with one of the bundled samples."""
    folder = tmp_path_factory.mktemp("one") / "samples"
    folder.mkdir()
    (folder / SMALLEST).symlink_to(commands.SAMPLES / SMALLEST)
    settings = Settings(data=tmp_path_factory.mktemp("data"), database_url="", chroma_url="")
    commands.load_samples(settings, folder)
    return settings.data


@pytest.fixture
def program() -> typer.Typer:
    program = typer.Typer()
    program.command()(commands.ask)
    program.command()(commands.serve)
    return program


@pytest.fixture
def here(data, monkeypatch, tmp_path) -> None:
    """The process looks at that store, and at no ``.env`` of the developer."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("MINGBAI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("MINGBAI_DATA", str(data))


@pytest.mark.usefixtures("here")
def test_an_answer_is_printed_with_its_source(program):
    done = CliRunner().invoke(program, ["ask", "数字城管指挥中心2023年项目支出占比多少"])
    assert done.exit_code == 0, done.output
    assert "÷" in done.output and "出处" in done.output and SMALLEST in done.output


@pytest.mark.usefixtures("here")
def test_json_is_the_answer_of_the_interface(program):
    done = CliRunner().invoke(program, ["ask", "数字城管指挥中心2023年项目支出占比多少", "--json"])
    answer = json.loads(done.stdout)
    assert answer["status"] == "answered" and answer["citations"][0]["file"] == SMALLEST


@pytest.mark.usefixtures("here")
def test_an_honest_no_is_no_failure_but_a_question_of_blanks_is(program):
    assert CliRunner().invoke(program, ["ask", "火星城市管理局2023年项目支出是多少"]).exit_code == 0
    blank = CliRunner().invoke(program, ["ask", "   "])
    assert blank.exit_code == commands.BAD_QUESTION and "Traceback" not in blank.output


def test_a_look_up_loads_neither_torch_nor_a_server(data, tmp_path):
    heavy = (
        "torch",
        "llama_index",
        "chromadb",
        "fastapi",
        "uvicorn",
        "pdfplumber",
        "transformers",
        "mcp",
        "openai",
        "numpy",
        "rjieba",
    )
    code = (
        "import sys; from service.commands import ask\n"
        "ask('数字城管指挥中心2023年项目支出是多少')\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "MINGBAI_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_garbage_is_collected_again_once_a_question_is_answered():
    with commands.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("here")
def test_serve_tells_the_address_it_listens_on(program, monkeypatch):
    listening: list[tuple[str, int]] = []
    monkeypatch.setattr(
        uvicorn.Server, "run", lambda self, sockets: listening.append(sockets[0].getsockname())
    )
    done = CliRunner().invoke(program, ["serve", "--port", "0"])
    assert done.exit_code == 0, done.output
    host, port = listening[0]
    assert f"http://{host}:{port}" in done.output


@pytest.mark.usefixtures("here")
def test_a_port_in_use_is_told(program):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(program, ["serve", "--port", str(port)])
    assert done.exit_code == commands.TROUBLE
    assert "占用" in done.output and "已启动" not in done.output


@pytest.mark.usefixtures("here")
def test_a_data_folder_is_served_by_one_process_only(program, monkeypatch, data):
    served: list[str] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: served.append("once"))
    holding = "import sys; from pathlib import Path; from service.web.alone import alone\n"
    holding += "with alone(Path(sys.argv[1])): print('held', flush=True); input()"
    command, environment = [sys.executable, "-c", holding, str(data)], {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None and other.stdout is not None
        assert other.stdout.readline().strip() == "held"
        done = CliRunner().invoke(program, ["serve", "--port", "0"])
        assert done.exit_code == commands.TROUBLE and not served
        assert "另一个服务进程" in done.output and "MINGBAI_DATA" in done.output
        other.kill()  # whatever ends a process, its folder is free
    assert CliRunner().invoke(program, ["serve", "--port", "0"]).exit_code == 0
    assert CliRunner().invoke(program, ["serve", "--port", "0"]).exit_code == 0 and served == ["once"] * 2


def test_samples_are_loaded_into_an_empty_store_only(data, tmp_path):
    settings = Settings(data=data, database_url="", chroma_url="")
    commands.load_samples(settings, tmp_path)  # the folder is empty, which would be told
    assert [document.file for document in FactStore(settings).documents()] == [SMALLEST]


def test_missing_samples_are_told(tmp_path, capsys):
    with pytest.raises(typer.Exit):
        commands.load_samples(Settings(data=tmp_path / "data", database_url="", chroma_url=""), tmp_path)
    assert "make samples" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("host", "shown"),
    [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::", "127.0.0.1"), ("::1", "[::1]")],
)
def test_the_address_can_be_typed_into_a_browser(host, shown):
    assert commands.shown(host) == shown
