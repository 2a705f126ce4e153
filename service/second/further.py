"""What a question asks of figures that are found each by itself: a second step, both sides, a yes or no (再算一步).

A row says how it is asked and how it is made of the answers to plainer questions; what cannot be made leaves the
answer as it was, or says what is lacking.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from service.accounts.left_outside import ASKS_ANYTHING, not_of_excluded
from service.contract import Answer
from service.follow.conversation import Talk, aside
from service.purchases.one_bought import ASKS_ONE_BOUGHT, only_sorts
from service.scope.named_in import Named
from service.scope.office_alone import OFFICE, office_alone
from service.scope.party_alone import ASKS_PARTY, party_alone
from service.second.all_but import ASKS_ALL_BUT, all_but
from service.second.balanced import ASKS_BALANCE, ASKS_PLACES, balanced, both_places
from service.second.bodies_in_order import ASKS as BODIES
from service.second.bodies_in_order import bodies_in_order
from service.second.by_the_month import ASKS as ASKS_MONTHLY
from service.second.by_the_month import by_the_month
from service.second.doubled import ASKS_DOUBLED, doubled
from service.second.for_each import ASKS as FOR_EACH
from service.second.for_each import for_each
from service.second.group_ranked import ASKS as GROUP
from service.second.group_ranked import group_ranked
from service.second.halves_of import ASKS_HALF, halves_of
from service.second.listed_in_order import ASKS as LISTED
from service.second.listed_in_order import listed_in_order
from service.second.ordered_again import ASKS as ORDERED
from service.second.ordered_again import ordered_again
from service.second.other_way import ASKS_WHY, other_way
from service.second.own_words import ASKS as OWN_WORDS
from service.second.own_words import own_words
from service.second.second_step import (
    ASKS_LARGEST,
    ASKS_MOSTLY,
    ASKS_SPREAD,
    ASKS_TOP,
    ASKS_YEAR,
    largest,
    mostly,
    spread,
    top_together,
    year_over_year,
)
from service.second.set_against import (
    ASKS_BOTH,
    ASKS_COUNTS,
    ASKS_EQUAL,
    ASKS_MONEY,
    ASKS_NUMBER,
    ASKS_STAGES,
    ASKS_YEARS,
    against_both,
    both_stages,
    no_money,
    no_number,
    said_equal,
    year_of_most,
    years_beyond,
)  # fmt: skip
from service.second.two_asked import Ask
from service.second.two_sides import ASKS as TWO_SIDES
from service.second.two_sides import two_sides
from service.second.why_and_how_much import ASKS_BOTH_HALVES, why_and_how_much
from service.second.year_by_year import ASKS_EACH_YEAR, ASKS_SUM, named_each, year_by_year

Make = Callable[[Answer, str, Ask], Answer | None]


@dataclass(frozen=True, slots=True)
class Row:
    """How something is asked, and what makes it of the answer there is; None leaves the question to the next row."""

    asked: re.Pattern[str]
    make: Make


ROWS: tuple[Row, ...] = (
    Row(ASKS_PLACES, both_places),
    Row(ASKS_YEARS, years_beyond),
    Row(ASKS_COUNTS, year_of_most),
    Row(ASKS_EQUAL, said_equal),
    Row(ASKS_STAGES, both_stages),
    Row(ASKS_ALL_BUT, all_but),
    Row(ASKS_HALF, halves_of),
    Row(ASKS_BALANCE, balanced),
    Row(ASKS_DOUBLED, doubled),
    Row(ASKS_LARGEST, largest),
    Row(ASKS_SPREAD, spread),
    Row(ASKS_TOP, top_together),
    Row(ASKS_YEAR, year_over_year),
    Row(ASKS_MOSTLY, mostly),
    Row(ASKS_ONE_BOUGHT, only_sorts),
    Row(ASKS_EACH_YEAR, year_by_year),
    Row(ASKS_MONTHLY, by_the_month),
    Row(ASKS_SUM, named_each),
    Row(ASKS_PARTY, party_alone),
    Row(OFFICE, office_alone),
    Row(ASKS_ANYTHING, not_of_excluded),
    Row(ASKS_WHY, other_way),
    Row(ASKS_BOTH_HALVES, why_and_how_much),
    Row(ASKS_NUMBER, no_money),
    Row(ASKS_MONEY, no_number),
)

#: The same with who and when it is of.
_OF_WHOM: tuple[tuple[re.Pattern[str], Callable[..., Answer | None]], ...] = (
    (TWO_SIDES, two_sides),
    (OWN_WORDS, own_words),
    (GROUP, group_ranked),
    (ORDERED, ordered_again),
    (LISTED, listed_in_order),
    (BODIES, bodies_in_order),
)


def further(
    answer: Answer, text: str, ask_in: Callable[..., Answer], read: Callable[[str], Named | None], talk: Talk
) -> Answer:
    """The answer, or what the first row that fits makes of it.

    ``ask_in`` answers another question in a ``conversation``: each in one of its own, so that none takes up another.
    ``read`` says who and when a text is of, ``talk`` ends with the turn that was answered.
    """

    def ask(question: str) -> Answer:
        told = ask_in(question, conversation=aside())
        return told.model_copy(update={"conversation_id": answer.conversation_id})

    if ASKS_BOTH.search(text) and (made := against_both(answer, text, ask)) is not None:
        return made
    if FOR_EACH.search(text):
        made = for_each(answer, text, ask, read, terms_of(talk))
        if made is not None:
            return made
    for asked, of_whom in _OF_WHOM:
        if asked.search(text) and (made := of_whom(answer, text, ask, read)) is not None:
            return made
    for row in ROWS:
        if row.asked.search(text):
            made = row.make(answer, text, ask)
            if made is not None:
                return made
    return answer


def terms_of(talk: Talk) -> list[str]:
    """The accounts that the last turn was looked up by."""
    plan = talk[-1].plan if talk else None
    return [term.name for term in (plan.subject, *plan.also) if term is not None] if plan else []
