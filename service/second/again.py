"""What a first reading does not answer, asked again in one way after the other (再问的次第)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.closest.last_resort import last_resort
from service.contract import Answer
from service.figures.asked_first import asked_first
from service.figures.clause_first import clause_first
from service.figures.gap_first import gap_first
from service.figures.later_first import later_first
from service.figures.more_first import more_first
from service.follow.conversation import Conversations, Talk
from service.follow.in_context import in_context, unless_of_all
from service.follow.indicators_then import indicators_then
from service.follow.nth_share import nth_share
from service.follow.sum_kept import sum_kept
from service.library import Held
from service.read.heard_again import heard_again
from service.read.misspelt import Slip
from service.scope.named_in import Named
from service.second.added_each import added_each
from service.second.all_listed import all_listed
from service.second.asked_severally import asked_severally
from service.second.at_both_ends import at_both_ends
from service.second.both_ends import both_ends
from service.second.brought_by import brought_by
from service.second.by_operands import by_operands
from service.second.change_wanted import change_wanted
from service.second.counts_of_each import counts_of_each
from service.second.further import further
from service.second.gap_told import gap_told
from service.second.grade_and_above import unless_one_grade
from service.second.in_occasions import in_occasions
from service.second.known_form import in_known_form
from service.second.most_and_least import most_and_least
from service.second.of_another import unless_of_another
from service.second.of_the_one import of_the_one, only_said
from service.second.other_base import unless_other_base
from service.second.per_one import per_one
from service.second.per_time import per_time
from service.second.short_of_task import short_of_task
from service.second.spread_wanted import spread_wanted
from service.second.told_together import FactsIn
from service.second.unless_whole import unless_whole
from service.second.unplanned_listed import unplanned_listed
from service.second.up_to_target import up_to_target
from service.second.which_of_told import which_of_told
from service.second.why_meant import why_meant
from service.second.with_its_carried import with_its_carried
from service.second.words_wanted import words_wanted
from service.worded.in_plain_words import in_plain_words
from service.worded.phrases_meant import by_phrases_meant


@dataclass(frozen=True, slots=True)
class Ways:
    """How a text is asked, and the ``conversation`` that it is of with the turns that stood ``before`` it.

    ``one`` asks it as it stands, ``each`` part by part, ``whole`` in every way there is; ``read`` says who and when a
    text is of, ``slips`` what is misspelt in it, ``held`` what there is of a body by its name, ``facts_in`` the
    figures of a document; ``question`` is what was typed.
    """

    one: Callable[..., Answer]
    each: Callable[[Sequence[str], str], Answer]
    whole: Callable[..., Answer]
    read: Callable[..., Named | None]
    slips: Callable[[str], list[Slip]]
    held: Callable[[str], Held | None]
    conversations: Conversations
    conversation: str
    before: Talk
    facts_in: FactsIn
    question: str


def answered(text: str, ways: Ways) -> Answer:
    """The answer to a text, in the first way that finds one."""
    each, read, before = ways.each, ways.read, ways.before
    talks = ways.conversations, ways.conversation
    answer = heard_again(text, each, *talks, before, ways.slips)
    answer = in_known_form(answer, text, each, read, *talks, before)
    answer = further(answer, text, ways.one, read, ways.conversations.talk(ways.conversation))
    heard = answer
    answer = in_plain_words(answer, text, each, read, *talks, before)
    answer = short_of_task(answer, text, ways.whole)
    answer = up_to_target(answer, text, ways.whole)
    answer = unless_of_another(answer, text, ways.whole)
    answer = all_listed(answer, text, read)
    answer = per_one(answer, text, ways.whole, read, ways.held, before)
    answer = per_time(answer, text, ways.whole, read)
    answer = gap_told(answer, text, ways.whole, read, ways.held, before)
    answer = by_operands(answer, text, ways.whole, read, before)
    answer = by_phrases_meant(answer, text, ways.whole, read, *talks, before)
    answer = in_context(answer, text, ways.whole, read, *talks, before)
    answer = indicators_then(answer, text, ways.whole, read, before)
    answer = why_meant(answer, text, ways.whole, read)
    answer = change_wanted(answer, text, ways.whole)
    answer = words_wanted(answer, text, ways.whole)
    answer = which_of_told(counts_of_each(answer, text, ways.whole), text, ways.whole)
    answer = last_resort(answer, text, ways.one, *talks, before)
    answer = of_the_one(answer, text, ways.whole, each, *talks, before)
    answer = added_each(answer, text, ways.whole, read, *talks, before)
    answer = unplanned_listed(answer, text, ways.whole, read)
    answer = at_both_ends(answer, text, ways.whole, read)
    answer = most_and_least(answer, text, ways.whole, read)
    answer = brought_by(in_occasions(answer, text, ways.whole), text, ways.whole)
    ends = both_ends(answer, text, ways.whole, read, ways.facts_in)
    answer = asked_severally(answer, text, ways.whole, read, ways.facts_in) if ends is answer else ends
    answer = nth_share(answer, text, ways.whole, before)
    answer = with_its_carried(answer, ways.question, ways.facts_in)
    based = unless_other_base(only_said(answer, heard, text), text)
    answer = answer if based is answer else by_operands(based, text, ways.whole, read, before)
    answer = unless_whole(spread_wanted(sum_kept(answer, text, before), text), text)
    answer = unless_of_all(unless_one_grade(answer, text), text, before)
    return clause_first(later_first(gap_first(more_first(asked_first(answer, text), text), text), text), text)
