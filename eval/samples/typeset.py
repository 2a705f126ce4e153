"""Typesets the sample disclosures: `python -m eval.samples.typeset [--out DIR]`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from eval.samples.documents import LAYOUTS
from eval.samples.draw import contents, cover, draw, load_font, measure
from eval.samples.layout import Layout
from eval.samples.sheet import Sheet
from eval.samples.source import Source, read_names, read_source
from eval.samples.wording import COMPACT, STANDARD, UNIT, Manner

SAMPLES = (
    "qinglan_urban_2022",
    "qinglan_urban_2023",
    "qinglan_urban_2024_budget",
    "qinglan_command_2023",
    "songyu_health_2023",
)


def read_sheet(name: str) -> Sheet:
    """A sample with the names of its codes, its manner, and last year's document where there is one."""
    source = read_source(name)
    functional, economic = read_names()
    previous = read_source(source.words["previous"]) if "previous" in source.words else None
    return Sheet(source, functional, economic, manner(source), previous)


def manner(source: Source) -> Manner:
    """How the document writes figures."""
    return COMPACT if source.layout == "compact" else UNIT if source.level == "单位" else STANDARD


def typeset(name: str, folder: Path) -> Path:
    """Typeset one sample into `folder`; the path of the PDF."""
    sheet = read_sheet(name)
    paper, blocks = LAYOUTS[sheet.source.layout](sheet)
    body = Layout(measure).blocks(blocks)
    front = [cover(paper), *contents(body, paper)]
    path = folder / sheet.source.file
    draw(path, front, body, paper, path.stem)
    return path


def main(arguments: Sequence[str] | None = None) -> None:
    """Typeset every sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder for the PDFs")
    parser.add_argument("names", nargs="*", default=SAMPLES, help="samples by the names of their data files")
    chosen = parser.parse_args(arguments)
    load_font()
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name in chosen.names:
        path = typeset(name, chosen.out)
        print(f"{path.name}  {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
