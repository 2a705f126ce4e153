"""Templates to examples: names are put into the slots, and each character gets its label (由模板造例题)."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eval.wording.names import Names
from service.read.question import simplified
from service.worded.known_names import Starts
from service.worded.tagger import HOLE, even

TEMPLATES = Path(__file__).parent / "templates.tsv"
#: Known questions, in which not all that is named has a slot.
KNOWN = Path(__file__).parent / "known.tsv"
_SLOT = re.compile(r"\{(\w+)\}")
_WHO = ("B", "B2", "Y", "Y2")
_LABELS = {"A": 1, "A2": 1, "A3": 1, "P": 1, "W": 2, "N": 3}


@dataclass(frozen=True, slots=True)
class Template:
    """One way to ask with slots for names, and what it asks."""

    operation: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text whose holes are single characters, a label for each character, what it asks, the names that are known."""

    text: str
    labels: tuple[int, ...]
    operation: str
    names: tuple[Starts, ...] = ()


def read_templates(paths: Iterable[Path] = (TEMPLATES, KNOWN)) -> list[Template]:
    """One template a line: the operation, a tab, the text."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [
        Template(operation, simplified(even(text)))
        for operation, text in (line.split("\t", 1) for line in lines)
    ]


def filled(template: Template, names: Names, draw: random.Random) -> Example:
    """The template with names in its slots, now and then without the body or the year, or with a slip of the pen."""
    slots = {slot: _name(slot, names, draw) for slot in _SLOT.findall(template.text)}
    if "N" in slots or "U" in slots:
        slots["N"], slots["U"] = names.counted(draw)
    bare = draw.random() < 0.15
    text: list[str] = []
    labels: list[int] = []
    for place, piece in enumerate(_SLOT.split(_loosened(template.text, draw))):
        if place % 2 == 0:
            piece, label = _roughened(piece, draw), 0
        elif piece in _WHO:
            piece, label = ("" if bare else HOLE), 0
        else:
            piece, label = slots.get(piece) or _name(piece, names, draw), _LABELS.get(piece, 0)
        text += piece
        labels += [label] * len(piece)
    own = [name for name in slots.values() if len(name) > 1]
    return _joined(text, labels, template.operation, names.known(own, draw))


def _name(slot: str, names: Names, draw: random.Random) -> str:
    if slot in _WHO:
        return HOLE
    if slot == "W":
        return names.whole(draw)
    if slot == "P":
        return names.project(draw)
    return names.account(draw)


def _loosened(text: str, draw: random.Random) -> str:
    """Other joints between the names: 「{A}和{A2}」 as 「{A}、{A2}」."""
    if draw.random() < 0.15:
        text = re.sub(
            r"(?<=\})[和跟与同](?=\{A)", draw.choice(("、", "和", "跟", "与", "同", " ", ",")), text
        )
    return text


def _roughened(piece: str, draw: random.Random) -> str:
    """Marks lost, characters lost, now and then one doubled: as people type."""
    if draw.random() < 0.15:
        piece = re.sub("[。,?!:;]", draw.choice(("", " ", ",")), piece)
    if draw.random() < 0.05 and len(piece) > 2:
        at = draw.randrange(len(piece))
        piece = piece[:at] + piece[at + 1 :]
    return piece


def _joined(text: list[str], labels: list[int], operation: str, names: tuple[Starts, ...]) -> Example:
    """Neighbouring holes made one."""
    kept = [n for n, char in enumerate(text) if char != HOLE or not n or text[n - 1] != HOLE]
    return Example("".join(text[n] for n in kept), tuple(labels[n] for n in kept), operation, names)
