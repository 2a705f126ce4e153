"""Facts of sentences that are written out in a test: a section of one paragraph a line."""

from __future__ import annotations

from ingest.cells import About
from ingest.figures import sections_to_facts
from ingest.model import Fact, Line, Section, Stage, Subject
from ingest.sections import lines_to_paragraph

BODY = "云川市青岚区城市管理局"


def told(
    text: str,
    heading: str = "说明",
    stage: Stage = Stage.FINAL_ACCOUNTS,
    known: dict[str, Subject] | None = None,
) -> list[Fact]:
    """Facts of a text in the disclosure of 2023 of a body; each line of it is a paragraph."""
    paragraphs = []
    for row in text.split("\n"):
        box = (80.0, 100.0, 500.0, 112.0)
        paragraphs.append(
            lines_to_paragraph([Line(row, 7, box, (80.0,) * len(row), (90.0,) * len(row), 12.0)])
        )
    return sections_to_facts(
        [Section((heading,), 7, tuple(paragraphs))], About(BODY, 2023, stage), known or {}
    )
