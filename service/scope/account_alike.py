"""An account whose name is like a body's: 「万里街道2024年城管执法」, 「城管执法呢」 (与单位同音的科目)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Document, Fact
from ingest.patterns import regex
from service.scope.scope import Scope

#: No account's name holds a longer one, nor one that is said whole: 财政局, 街道办事处.
_LONGEST = 5
_ENDS = regex(r"(?:[局委办厅院处所队站校镇乡]|中心|街道|人大|政协|机关)$")
_GOES_ON = regex(r"[\u4e00-\u9fff]")


def but_accounts(
    scope: Scope,
    text: str,
    read: Callable[[str], Scope],
    facts_of: Callable[[Sequence[Document]], Sequence[Fact]],
) -> Scope:
    """Who and when, where what was taken for a body is an account of the body that is named or spoken of; ``read`` says
    who and when a text is of."""
    runs = [
        (max(low, high - n), high)
        for low, high in (() if scope.mention.unknown else scope.mention.spans)
        for n in range(2, _LONGEST)
        if _GOES_ON.match(text, high) and not _ENDS.search(text, low, high)
    ]
    for low, high in dict.fromkeys(runs):
        hidden = text[:low] + "\0" * (high - low) + text[high:]
        again = read(hidden)
        if len(again.bodies) != 1:
            continue
        names = {f.subject.name for f in facts_of(again.bodies[0].documents) if f.subject.code}
        held = [n for n in names if (at := text.find(n)) >= 0 and at <= low < high < at + len(n)]
        if held:
            name = max(held, key=len)
            again = read(text.replace(name, "\0" * len(name)))
            return replace(again, text=again.text.replace("\0" * len(name), name))
    return scope
