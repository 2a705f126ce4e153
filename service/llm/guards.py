"""What a draft must be to be told: each sentence in the passages that it cites, each figure as printed (核对)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.llm.alignment import aligned
from service.llm.draft import Said, read_draft
from service.llm.errors import Unusable
from service.llm.figures import tells_figure
from service.llm.verbatim import quoted


def vouched(text: str, passages: Sequence[Sequence[str]]) -> tuple[Said, ...]:
    """The sentences of a draft that the passages bear out, figures in the passages' own characters.

    ``passages`` are lists of sentences, cited from 1. Raises ``Unusable`` with the reason for anything else: one
    sentence that is not borne out spoils the draft, for what is left may mean something else without it.
    """
    said = tuple(_vouch(one, passages) for one in read_draft(text, len(passages)))
    told, printed = sum(len(one.text) for one in said), sum(len(s) for p in passages for s in p)
    if told > printed:
        raise Unusable("longer than the passages", f"{told} > {printed}")
    return said


def _vouch(said: Said, passages: Sequence[Sequence[str]]) -> Said:
    for mark in said.marks:
        sentences = [
            part for line in passages[mark - 1] for part in re.split(r"(?<=[。！？])|\n", line) if part
        ]
        if tells_figure(said.text):
            text = quoted(said.text, sentences)
        else:
            text = said.text if aligned(said.text, sentences) else ""
        if text:
            return Said(text, (mark,))
    raise Unusable("figure not printed so" if tells_figure(said.text) else "not in the passage", said.text)
