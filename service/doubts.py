"""What speaks against a name that was found: words around it that make another thing of it (存疑)."""

from __future__ import annotations

import re

from ingest.text import fold
from service.hearing import Heard
from service.model import Term
from service.terms import Match, free_runs
from service.wording import PARTICLES, Wording

#: What narrows a question down by a bound: 「预算过500万的几个」, 「没完成的有几项」.
_BOUNDED = re.compile(
    r"(?:超过?|过了?|大于|高于|不到|低于|小于|不足|恰好|正好|达到)\d+(?:\.\d+)?(?:%|[万亿千百]|元)|(?:没有?|未能?)(?:完成|达标|达到|实现|执行|通过|开展)"
)


def condition(wording: Wording, subject: Term | None) -> tuple[str, ...]:
    """A bound or a negation that the name of the subject does not have: the figure of all is not that of some."""
    said = _BOUNDED.search(wording.text)
    name = fold(subject.name) if subject is not None else ""
    if (
        said is None
        or all(wording.taken[said.start() : said.end()])
        or said[0] in name
        or (said[0][0] in "没未" and re.search("[未没不]", name))
    ):
        return ()
    return (said[0],) if _OF_SOME.search(wording.text) else ()


#: Some of several are asked for.
_OF_SOME = re.compile(r"几[个项家件类]|多少[个项家件]|哪些|哪几|有哪")


def whole_run(run: str, wording: Wording, heard: Heard) -> str:
    """A character not understood with those beside it that are filler only by themselves: 扫大街, 罚款."""
    trial = Wording(wording.text, [char == " " for char in heard.said])
    for word in heard.words:
        if len(word.text) > 1 or word.text in PARTICLES:
            trial.claim(Match(word.start, word.end, word.text, None))
    around = [r for _, r in free_runs(trial.text, trial.taken) if run in r and len(r) <= _NEAR]
    around = [r for r in around if not re.search("[几何哪啥]", r)]  # what asks is no thing
    return around[0] if around else run


#: A run that is longer than this is no one word.
_NEAR = 4
