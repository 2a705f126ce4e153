"""A question that names no body and is of nothing that any of them prints: 「中考录取分数线是多少」 (题外之事).

Asking back which body is meant would promise an answer that none of them has.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from service.closest.scorer import load_talk
from service.closest.words import THING, content_of
from service.library import Library
from service.model import PHRASE_KINDS, Body, Plan

#: A word tells so much that names what is asked about; more documents are not looked through.
_TELLS, _MOST = 0.6, 400
#: Whoever speaks of money or of staff asks of a disclosure, however it is spelt.
_OF_MONEY = regex("[钱元费款]|支出|[预决]算|收入|三公|开销|采购|项目|人员|编制|车|花")


def told_nowhere(text: str, plan: Plan, bodies: Sequence[Body], library: Library) -> bool:
    """Whether no document of some bodies prints any of the things that a question names, of which no account is one."""
    official = plan.subject is not None and not plan.assumed and plan.subject.kind not in PHRASE_KINDS
    if official or _OF_MONEY.search(text) or sum(len(body.documents) for body in bodies) > _MOST:
        return False
    words = content_of(text, load_talk())
    things = [w.text for w in words if w.sort == THING and w.weight >= _TELLS and len(w.text) > 1]
    things = [thing for thing in things if not any(thing in body.name for body in bodies)]
    return bool(things) and not any(library.prints(bodies, thing) for thing in things)
