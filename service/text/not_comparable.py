"""That two years cannot be set against each other, beside a figure that does so (口径不同，不可比).

「比上年减少8007.18万元，…统计口径发生调整，上下年度不具备可比性」: by how much it fell is no saving, and must not be
told without what the document says of it.
"""

from __future__ import annotations

from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Operation, Plan
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote

_CAVEAT = regex(
    r"(?:不具?备?有?|无|没有|缺乏)(?:直接)?可比性?|不可比|(?:统计|核算|编报|编制|填报)?口径(?:发生|有所|进行了?|做了?)?(?:调整|变化|变动|改变|不同|不一致)"
)

_CHANGES = (Operation.CHANGE, Operation.CHANGE_RATE, Operation.TREND, Operation.TIMES)


def with_caveat(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence; where it tells how an account moved, with what the text says of its not being comparable."""
    if isinstance(evidence, Declined) or not evidence.findings or evidence.quotes or plan.subject is None:
        return evidence
    if plan.operation not in _CHANGES or sources.body.within:
        return evidence
    told = _caveat(fold(plan.subject.name), sources.index())
    return replace(evidence, quotes=(to_quote(told),)) if told else evidence


def _caveat(name: str, index: Index) -> list[Sentence]:
    """The statement of an account with the sentence that says so; empty where none is its own."""
    for line in lines_of(index.chunks):
        for at, sentence in enumerate(line):
            before = line[at - 1] if at else None
            own = [s for s in (before, sentence) if s is not None and name in fold(s.text)]
            if own and _is_of(name, sentence.text, own[0] is not sentence):
                return list(dict.fromkeys([*own, sentence]))
    return []


def _is_of(name: str, text: str, told_before: bool) -> bool:
    """Whether a sentence has a caveat on an account: one that is named only behind it, 「口径变动，不再含项目支出」, is
    what another account no longer holds."""
    caveats = list(_CAVEAT.finditer(text))
    return bool(caveats) and (told_before or name in fold(text[: caveats[-1].start()]))
