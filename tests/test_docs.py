"""What the documents tell a reader to type exists: every command, option, setting, file and JSON example."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import yaml

from ingest.settings import Settings
from service.contract import Answer, AskRequest

ROOT = Path(__file__).parent.parent
GUIDES = ("docs/api.md", "docs/desk.md", "docs/embed.md", "docs/llm.md")
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", *GUIDES)
TEXT = {name: (ROOT / name).read_text("utf-8") for name in DOCUMENTS}
PROGRAM = [sys.executable, "-c", "from mingbai import main; main()"]


def blocks(language: str) -> list[str]:
    fence = re.compile(rf"^```{language}\n(.*?)^```", flags=re.M | re.S)
    return [block for text in TEXT.values() for block in fence.findall(text)]


def commands() -> list[list[str]]:
    """The shell lines of all documents, split into words; continuations joined, comments dropped."""
    lines = [line for block in blocks("sh") for line in block.replace("\\\n", " ").splitlines()]
    split = [shlex.split(line.replace("…", ""), comments=True) for line in lines]
    return [without_variables(words) for words in split if words]


def without_variables(words: list[str]) -> list[str]:
    first = next((at for at, word in enumerate(words) if not re.match(r"\w+=", word)), len(words))
    return words[first:]


def called(name: str) -> list[list[str]]:
    found = [words[1:] for words in commands() if words and words[0] == name]
    return sorted({tuple(words): words for words in found}.values())


@cache
def help_of(*subcommand: str) -> str:
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    asked = [*PROGRAM, *subcommand, "--help"]
    done = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{asked}: {done.stderr[-500:]}"
    return done.stdout


def test_the_readme_has_commands_at_all() -> None:
    assert called("make")
    assert called("mingbai")
    assert called("curl")


def test_no_command_goes_unchecked() -> None:
    assert {words[0] for words in commands() if words} <= {"make", "mingbai", "curl", "docker", "export"}


@pytest.mark.parametrize("words", called("make"), ids=" ".join)
def test_a_make_target_exists(words: list[str]) -> None:
    targets = set(re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.M))
    assert {word for word in words if "=" not in word} <= targets


def test_every_target_of_the_makefile_is_phony() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = set(re.search(r"^\.PHONY:(.*)$", text, flags=re.M)[1].split())  # type: ignore[index]
    assert set(re.findall(r"^([a-z][\w-]*):(?!=)", text, flags=re.M)) == phony


@pytest.mark.slow
@pytest.mark.parametrize("words", called("mingbai"), ids=" ".join)
def test_a_command_of_the_program_exists_with_its_options(words: list[str]) -> None:
    assert re.search(rf"\b{words[0]}\b", help_of())
    subcommand = words[: 2 if "COMMAND" in help_of(words[0]) else 1]
    for option in (word.split("=")[0] for word in words if word.startswith("--")):
        assert re.search(rf"{option}\b", help_of(*subcommand)), f"{subcommand} has no {option}"


@pytest.mark.parametrize("words", called("docker"), ids=" ".join)
def test_a_container_command_names_services_that_exist(words: list[str]) -> None:
    services = set(yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))["services"])
    assert words[0] == "compose"
    if words[1] in {"exec", "run", "logs", "restart"}:
        assert next(word for word in words[2:] if not word.startswith("-")) in services


@pytest.mark.parametrize("words", called("curl"), ids=" ".join)
def test_a_question_over_http_is_a_valid_request(words: list[str]) -> None:
    url = next(word for word in words if word.startswith("http"))
    assert url.startswith("http://127.0.0.1:8000/")
    if url.endswith("/v1/ask"):
        AskRequest.model_validate_json(words[words.index("-d") + 1])


@pytest.mark.parametrize("block", blocks("json"))
def test_a_json_example_is_what_the_contract_says(block: str) -> None:
    example = json.loads(block)
    if "question" in example:
        AskRequest.model_validate(example)
    else:
        Answer.model_validate(example)


@pytest.mark.slow
def test_the_answer_that_the_readme_shows_is_the_one_that_is_given(tmp_path: Path) -> None:
    environment = {**os.environ, "MINGBAI_DATA": str(tmp_path), "NO_COLOR": "1", "COLUMNS": "200"}

    def run(*words: str) -> str:
        done = subprocess.run(
            [*PROGRAM, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout

    run("ingest", str(ROOT / "eval" / "samples" / "云川市青岚区城市管理局2023年度部门决算.pdf"))
    (asked,) = (words for words in called("mingbai") if words[0] == "ask")
    given = json.loads(run("ask", "--json", asked[1]))
    (shown,) = (example for block in blocks("json") if "answer" in (example := json.loads(block)))
    assert shown["answer"] == given["answer"]
    assert shown["figures"] == given["figures"]
    assert shown["citations"][0].items() <= given["citations"][0].items()
    (screen,) = blocks("text")
    printed = [" ".join(line.split()) for line in run(*asked).splitlines()]
    assert [line for line in map(str.strip, screen.splitlines()) if line != "…" and line not in printed] == []


def test_every_setting_that_is_named_exists() -> None:
    known = {f"MINGBAI_{name.upper()}" for name in Settings.model_fields}
    named = {name: set(re.findall(r"\bMINGBAI_\w+", text)) for name, text in TEXT.items()}
    assert not {name: wrong for name, found in named.items() if (wrong := found - known)}


def test_the_readme_tells_every_setting() -> None:
    for name in Settings.model_fields:
        assert f"`MINGBAI_{name.upper()}`" in TEXT["README.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_file_that_is_pointed_at_exists(name: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", TEXT[name]) + re.findall(r'src="([^"]+)"', TEXT[name])
    folder = (ROOT / name).parent
    missing = [link for link in links if "://" not in link and not (folder / link).exists()]
    assert not missing


def test_the_changelog_tells_the_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text("utf-8"), flags=re.M)
    assert version
    assert f"## [{version[1]}]" in TEXT["CHANGELOG.md"]
