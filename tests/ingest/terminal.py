"""The commands of reading as they are typed, over a store of the test's own."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from ingest import commands, exports, shelf, show


def settle(patch: pytest.MonkeyPatch, data: Path) -> None:
    """The process looks at this store alone, and at no ``.env`` of the developer."""
    patch.chdir(data.parent)
    for name in [name for name in os.environ if name.startswith("MINGBAI_")]:
        patch.delenv(name)
    patch.setenv("MINGBAI_DATA", str(data))
    patch.setenv("COLUMNS", "200")


def program() -> typer.Typer:
    """All commands of reading in one program."""
    made = typer.Typer()
    for command in (commands.ingest, shelf.documents, shelf.remove, exports.facts, show.show):
        made.command()(command)
    return made


def typed(*arguments: str, answer: str = "") -> Result:
    """What one command printed and how it ended."""
    return CliRunner().invoke(program(), list(arguments), input=answer)


def rows_of(done: Result) -> list[dict[str, str]]:
    """The rows of a listing in JSON."""
    assert done.exit_code == 0, done.output
    rows: list[dict[str, str]] = json.loads(done.stdout)
    return rows
