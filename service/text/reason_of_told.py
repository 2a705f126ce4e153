"""Why, after a change was told: the statement that tells that very amount gives the reason (刚说到的变动之因).

「预算比去年降了多少」, then 「降下来主要是因为什么」: the sentence that the amount was read from says why, whatever it
calls the money. Where several statements with different reasons tell the amount, none is given.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from ingest.numbers import MONEY, plain
from ingest.patterns import regex
from service.evidence import Sources
from service.follow.conversation import Talk
from service.model import Declined, Evidence, Plan, Reason
from service.text.asked import read_asked
from service.text.given import REASON, Given, given_in
from service.text.reasons import goes_against
from service.text.sentences import Sentence, to_quote
from service.text.sorts import Sort

#: Another amount behind it would have the reason.
_OTHER = regex(r"\d(?:元|万元|亿元)")
_MOVED = regex(r"(?:增加|减少|增长|下降|增|减|多|少|升|降)[^，。；\d]{0,4}$")


def reason_of_told(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, talk: Talk
) -> Evidence | Declined:
    """The evidence; where none was found for a reason, the one that stands with the change that was told last."""
    unsure = isinstance(evidence, Declined) and evidence.reason in (
        Reason.LOW_CONFIDENCE,
        Reason.NOT_DISCLOSED,
    )
    if not unsure or not talk or not _goes_on(plan, talk) or read_asked(plan).sort is not Sort.REASON:
        return evidence
    amounts = {amount for told in talk[-1].told if (amount := _amount(*told))}
    found = {
        given.reason: _from(given, amount)
        for given in given_in(sources.index())
        for amount in amounts
        if _tells(given, amount) and not goes_against(plan.text, given.context)
    }
    if len(found) != 1:
        return evidence
    return Evidence(quotes=(to_quote(next(iter(found.values()))),))


def _bare(text: str) -> str:
    """A text without what parts its digits."""
    return text.replace(",", "").replace(" ", "")


def _from(given: Given, amount: str) -> tuple[Sentence, ...]:
    """The sentences of a statement from the one that tells the amount on."""
    first = next((n for n, s in enumerate(given.sentences) if amount in _bare(s.text)), 0)
    return given.sentences[first:]


def _goes_on(plan: Plan, talk: Talk) -> bool:
    """Whether the question is of the account and the year that were told of last."""
    last = talk[-1].plan
    same = plan.subject is not None and last.subject is not None and plan.subject.name == last.subject.name
    return same and plan.entity == last.entity and (plan.year or 0) in (*talk[-1].years, last.year)


def _amount(value: str, unit: str) -> str:
    """An amount of money as it is printed; empty for anything else."""
    try:
        return f"{plain(abs(Decimal(value)))}{unit}" if unit in MONEY else ""
    except InvalidOperation:
        return ""


def _tells(given: Given, amount: str) -> bool:
    """Whether a statement tells a change by this amount, and next to it a reason."""
    text = _bare("".join(sentence.text for sentence in given.sentences))
    because = REASON.search(text)
    before = text[: because.start()] if because is not None else ""
    at = before.find(amount)
    own = at > 0 and _MOVED.search(before[:at]) is not None
    return own and not given.none and _OTHER.search(before, at + len(amount)) is None
