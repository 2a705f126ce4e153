"""Where somebody went for the money spent abroad, and what for, in the words of the sentence on it (出国去向).

「因公出国经费是去哪里、干什么」: the sentence of the journeys, where it says whither or what was done there.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.evidence import Sources
from service.model import Evidence, Operation, Plan
from service.text.sentences import Sentence, lines_of, to_quote

_ASKED = regex(
    r"(?:去|到|跑|飞|赴)(?:了|的)?(?:是)?(?:哪|什么地方|啥地方|什么国家|何处)|(?:干|做)(?:什么|啥|嘛)(?:去|的|用)?(?:了)?[？?。]*$|[为干]什么(?:去|出国)"
)
_ABROAD = regex(r"出国|出境|因公|团组|境外|国外")
_WENT = regex(r"赴|前往|出访|访问|参加|考察|交流|培训|参展|推介|学习|洽谈|会议|任务")
_MOST = 2


def where_to(plan: Plan, sources: Sources) -> Evidence | None:
    """The sentences on journeys abroad that say where to or what for; None where that is not asked or told."""
    name = plan.subject.name if plan.subject is not None else ""
    abroad = "出国" in name or "出国" in plan.text or "出境" in plan.text
    if not abroad or plan.count_unit is not None or not _ASKED.search(plan.text):
        return None
    if plan.operation not in (Operation.LOOKUP, Operation.NARRATIVE, Operation.DEFINITION):
        return None
    told = [
        sentence
        for line in lines_of(sources.index().chunks)
        for sentence in line
        if _ABROAD.search(sentence.text) and _WENT.search(_behind(sentence)) and not _is_term(sentence)
    ]
    return Evidence(quotes=tuple(to_quote([s]) for s in told[:_MOST])) if told else None


def _behind(sentence: Sentence) -> str:
    """The words of a sentence behind the name of the account."""
    said = _ABROAD.search(sentence.text)
    return sentence.text[said.end() :] if said is not None else ""


def _is_term(sentence: Sentence) -> bool:
    """Whether a sentence only explains what the account is."""
    return bool(_TERM.search(sentence.text)) or any(_TERMS.search(part) for part in sentence.chunk.path)


_TERM, _TERMS = regex(r"^[^，。]{0,24}[：:]?(?:是?指|反映)|包括"), regex("名词|术语|解释")
