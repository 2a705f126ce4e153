"""The command ``mingbai``: each package brings its own commands, this module only lists them.

Commands are loaded when they are called, so that asking does not pay for reading or for evaluating.
"""

from __future__ import annotations

import typer

import eval.commands
import ingest.checks.commands
import ingest.commands
import ingest.exports
import ingest.shelf
import ingest.show
import service.commands
import service.keys.commands
import service.tools.commands

app = typer.Typer(
    name="mingbai",
    help="明白账：问部门预算和决算，每个数字都有出处。",
    no_args_is_help=True,
    add_completion=False,
)
app.command("ingest")(ingest.commands.ingest)
app.command("documents")(ingest.shelf.documents)
app.command("remove")(ingest.shelf.remove)
app.command("facts")(ingest.exports.facts)
app.command("checks")(ingest.checks.commands.checks)
app.command("show")(ingest.show.show)
app.command("ask")(service.commands.ask)
app.command("serve")(service.commands.serve)
app.command("mcp")(service.tools.commands.mcp)
app.add_typer(service.keys.commands.app)
app.command("eval")(eval.commands.evaluate)


def main() -> None:
    """Entry point of the console script."""
    app()


if __name__ == "__main__":
    main()
