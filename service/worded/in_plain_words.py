"""A question that found no answer, asked in the plain words that its wording stands for (照意思再问).

How people put a question is learnt from thousands of ways to ask, not listed: the tagger tells what is asked and which
characters name it. These names are kept to the letter, and what the plain question finds is told only where it has the
shape that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.read.clauses import clauses
from service.refuse import is_of_others
from service.scope.named_in import Named
from service.second.beyond import none_of_it
from service.worded.forms import ON_WHAT_WAS_TOLD, SHAPES, Asked, part_names
from service.worded.odd import is_odd
from service.worded.tagger import HOLE, load_tagger

#: So likely an operation must be, and so sure each character, that it is asked for; measured on held out wordings.
LIKELY, VERY_LIKELY, SURE = 0.6, 0.85, 0.5
_LONGEST = 120
_UNSURE = ("low_confidence", "not_disclosed")
#: What narrows or changes what is asked beyond any shape.
_MORE = regex(
    r"不含|不算|除[了去开]|剔除|扣[除掉]|以外|之外|超过\d|大于\d|[高低]于\d|\d[^年]{0,4}以[上下]|不到\d|假如|如果|要是|按[^，。]{0,6}标准"
)


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain question and whether an answer is one to what was meant."""

    text: str
    operation: str
    asked: Asked

    def fits(self, answer: Answer) -> bool:
        if answer.status is not Status.ANSWERED or "没有在" in answer.answer:
            return False
        first = answer.figures[0].year if answer.figures else None
        if first is not None and self.asked.years and first not in self.asked.years:
            return False
        return not _is_assumed(answer, self.text) and SHAPES[self.operation].fits(answer, self.asked)


def _is_assumed(answer: Answer, text: str) -> bool:
    """Whether the whole expenditure was taken where the text names another thing."""
    subject = answer.plan.get("subject") if answer.plan else None
    whole = isinstance(subject, dict) and subject.get("name") == "本年支出合计"
    return whole and _OF_ALL.search(text) is None


_OF_ALL = regex(r"支出|[预决]算|开支|花|钱|总额|一共|合计|科目")


def plain_questions(named: Named, text: str, before: Talk = (), likely: float = LIKELY) -> list[Plain]:
    """What a question may be put as; none where its wording is not sure enough.

    Where it names no account, that of the turn ``before`` is meant.
    """
    masked = _holes(named.masked)
    if _MORE.search(masked):
        return []
    tagged = load_tagger().read(masked)
    operation, chance = tagged.operations[0]
    if chance < likely or tagged.sure < SURE or operation not in SHAPES:
        return []
    if _YEAR.search(named.masked.replace(HOLE, "")) or not named.years and _YEAR.search(text):
        return []
    spans = {label: [part_names(run) for run in tagged.spans(label)] for label in ("account", "whole", "counted")}
    asking = "".join(c if l == "asking" and c != HOLE else " " for c, l in zip(tagged.text, tagged.labels, strict=True))
    accounts = tuple(filter(None, spans["account"]))
    if not any(spans.values()) and operation in ON_WHAT_WAS_TOLD:
        accounts = spoken_of(before)
    asked = Asked(
        named,
        accounts,
        next(iter(spans["whole"]), ""),
        tuple(filter(None, spans["counted"])),
        asking,
    )
    unlike = SHAPES[operation].unlike
    if _NUMBER.search(asking) or (unlike is not None and unlike.search(asking)):
        return []
    return [Plain(text, operation, asked) for text in SHAPES[operation].texts(asked)]


def _holes(masked: str) -> str:
    """A blank for each run of characters that say who or when."""
    return _RUN.sub(HOLE, masked)


_RUN = regex("\0+")
_YEAR = regex(r"20\d\d")
#: A number beside what is asked narrows it; how to round it does not.
_NUMBER = regex(r"(?<![\d.])(?!0?\.\d*1\D|0\.01|[1-6]位)\d")


def _is_open(answer: Answer) -> bool:
    """Whether a question has no answer, or only a part of one."""
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    return unsure or (answer.status is Status.ANSWERED and "没有在" in answer.answer)


def spoken_of(before: Talk) -> tuple[str, ...]:
    """The account that the last turn was of."""
    subject = before[-1].plan.subject if before else None
    return (subject.name,) if subject is not None else ()


def in_plain_words(
    answer: Answer, text: str, each: Callable[[Sequence[str], str], Answer],
    read: Callable[[str], Named | None], conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer, or that to the plain question that the text stands for, where the text itself finds none."""
    odd = is_odd(answer, text)
    if not (odd or _is_open(answer)) or len(text) > _LONGEST or is_of_others(text):
        return answer
    named = read(text)
    forms = plain_questions(named, text, before, VERY_LIKELY if odd else LIKELY) if named is not None else []
    if odd and forms and forms[0].fits(answer):
        return answer
    for form in forms:
        if conversations.talk(conversation)[-1:] != before[-1:]:
            conversations.take_back(conversation)
        again = each([form.text], form.text)
        if form.fits(again) and not none_of_it(again, text):
            return again
    if forms:
        if conversations.talk(conversation)[-1:] != before[-1:]:
            conversations.take_back(conversation)
        each(clauses(text), text)  # what was spoken of stays what the text itself speaks of
    return answer
