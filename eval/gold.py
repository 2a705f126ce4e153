"""Known facts: what a person read off rendered pages, and the pages that are read whole (标准答案)."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from eval.errors import BadFacts
from eval.model import Number, Strict
from eval.sets import ROOT
from ingest.model import Fund, Measure, Origin, Stage

FACTS = ROOT / "eval" / "facts"


class GoldFact(Strict):
    """One figure, or a declared absence (``value`` None), in the words of ``eval/facts/README.md``."""

    doc: Annotated[str, Field(min_length=1)]
    page: Annotated[int, Field(ge=1, strict=True)]
    statement: str
    code: str
    subject: Annotated[str, Field(min_length=1)]
    breakdown: str
    stage: Stage
    year: int
    fund: Fund
    measure: Measure
    value: Number | None
    unit: str
    entity: Annotated[str, Field(min_length=1)]
    origin: Origin
    quote: str = ""
    side: str = ""
    path: tuple[str, ...] = ()
    way: str = ""
    approx: bool = False
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """All known facts, and by file name the pages on which nothing is left out."""

    facts: tuple[GoldFact, ...]
    complete: Mapping[str, frozenset[int]]

    @property
    def files(self) -> tuple[str, ...]:
        """Names of the files that facts were read from, sorted."""
        return tuple(sorted({fact.doc for fact in self.facts}))


def load_gold(folder: Path = FACTS) -> Gold:
    """Every ``*.jsonl`` of the folder and its ``complete.toml``. Raises ``BadFacts``."""
    facts = [fact for file in sorted(folder.glob("*.jsonl")) for fact in _facts(file)]
    file = folder / "complete.toml"
    try:
        pages: dict[str, list[int]] = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as exc:
        raise BadFacts(file.name, 0, str(exc)) from exc
    return Gold(tuple(facts), {name: frozenset(numbers) for name, numbers in pages.items()})


def _facts(file: Path) -> list[GoldFact]:
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found.append(GoldFact.model_validate(json.loads(line)))
        except (json.JSONDecodeError, ValidationError) as exc:
            raise BadFacts(file.name, number, str(exc)) from exc
    return found
