"""An answer on a terminal: the words, the figures with their working, where each was printed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from service.contract import Answer, Citation, Figure

INDENT = (0, 0, 0, 2)


def print_answer(answer: Answer, console: Console) -> None:
    """The whole answer; text of documents is printed as it is, never read as markup."""
    console.print(Text(answer.answer, style="bold"), soft_wrap=not console.is_terminal)
    if len(answer.figures) > 1:
        console.print(Padding(figure_table(answer.figures), (1, 0, 0, 2), expand=False))
    print_list(console, "怎么算的", [line for figure in answer.figures for line in working(figure)])
    print_list(console, "说明", answer.notes)
    print_list(
        console, "出处", [f"[{number}] {place(one)}" for number, one in enumerate(answer.citations, 1)]
    )
    print_list(console, "请选一个", [option.question for option in answer.options])
    print_list(console, "可以接着问", answer.suggestions)


def print_list(console: Console, title: str, lines: Sequence[str]) -> None:
    """A heading and its lines, or nothing where there are none."""
    if not lines:
        return
    console.print()
    console.print(Text(title, style="cyan"))
    for line in lines:
        print_line(console, line)


def print_line(console: Console, line: str) -> None:
    """An indented line; on a terminal what is too long hangs, in a file it stays one line that can be searched."""
    if console.is_terminal:
        console.print(Padding(Text(line), INDENT, expand=False))
    else:
        console.print(Text(f"  {line}"), soft_wrap=True)


def working(figure: Figure) -> list[str]:
    """The formula of a figure and its operands, each with the number of its citation."""
    if not figure.formula:
        return []
    operands = [f"{one.label} {one.value} {one.unit}{mark(one.citation)}" for one in figure.inputs]
    return [figure.formula, *(f"  {operand}" for operand in operands)]


def mark(citation: int | None) -> str:
    """Number under which a citation is listed, from 1."""
    return "" if citation is None else f" [{citation + 1}]"


def place(citation: Citation) -> str:
    """file · page · table · row × column; a sentence is quoted."""
    cell = " × ".join(part for part in (citation.row, citation.column) if part)
    quote = f"「{citation.quote}」" if citation.quote and not cell else ""
    parts = (citation.file, f"第{citation.page}页", citation.table, cell, quote)
    return " · ".join(part for part in parts if part)


def figure_table(figures: Sequence[Figure]) -> Table:
    """Several figures under each other: what, whose, when, how much."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("项目", "部门", "年度", "阶段"):
        table.add_column(name)
    table.add_column("数额", justify="right")
    table.add_column("")
    for figure in figures:
        unit = figure.unit if figure.unit == "%" else f" {figure.unit}"
        row = (figure.label, figure.entity, str(figure.year), figure.stage, f"{figure.value}{unit}")
        table.add_row(*(Text(cell) for cell in row), Text(mark(figure.citation).strip()))
    return table
