"""A model's reading of a question to a plan, checked against what is loaded and what the question says (代为看懂)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.text import fold
from service.accounts.lexicon import Lexicon
from service.llm.errors import Unusable
from service.llm.offer import BREAKDOWNS, OPERATIONS, SECTIONS, STAGES, Offer
from service.llm.prompts import Message, fenced, load_prompt
from service.llm.reply import PlanReply
from service.model import Body, Operation, Plan, Term
from service.read.terms import overlap
from service.scope.scope import Scope
from service.text.asked import read_asked

#: How sure a plan is that a model made: more than is needed for a figure, less than one of the vocabulary's own.
_SURE = 0.75
#: Operations that the vocabulary falls back to where it hears none.
_OPEN = (Operation.LOOKUP, Operation.NARRATIVE)
#: Characters that the names of many bodies share.
_GENERIC = frozenset("省市县区州镇乡街道办处局厅委会院所站中心部门单位人民政府机关")


@dataclass(frozen=True, slots=True)
class Puzzle:
    """A question that the vocabulary does not resolve: what it made of it, and what a model may choose from.

    ``years`` are those that the question names, ``holds`` tells whether the documents' text holds a word.
    """

    question: str
    plan: Plan
    offer: Offer
    lexicon: Lexicon
    years: tuple[int, ...]
    holds: Callable[[str], bool]

    @property
    def open(self) -> bool:
        """Whether a model could say what is asked: one thing, by an operation that it may name."""
        plan = self.plan
        one = not (plan.also or plan.unlisted or plan.stages or plan.per)
        return bool(self.offer.subjects) and one and plan.operation in OPERATIONS.values()

    @property
    def unknown(self) -> tuple[str, ...]:
        """The words that the vocabulary could not place."""
        runs = self.plan.taken or tuple(concept.forms[0] for concept in read_asked(self.plan).concepts)
        return tuple(run for run in map(fold, runs) if len(run) > 1)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model takes a question to mean: the plan, who and when where the question left it open, and the note."""

    plan: Plan
    body: Body | None
    year: int | None
    note: str

    def scoped(self, scope: Scope) -> Scope:
        """The scope with whom and when the model heard, where the question left it open."""
        bodies = (self.body,) if self.body is not None else scope.bodies
        return replace(scope, bodies=bodies, year=scope.year if self.year is None else self.year)


def planning_prompt(puzzle: Puzzle) -> Message:
    """What the model is asked: the question and everything it may choose from, as data."""
    offer = puzzle.offer
    return load_prompt("plan").fill(
        question=fenced([puzzle.question], "问题"),
        unknown=fenced(["、".join(puzzle.unknown) or "（没有）"], "字"),
        bodies=fenced(["\n".join(offer.bodies) or "已定"], "清单"),
        years="、".join(map(str, offer.years)),
        subjects=fenced(["\n".join(offer.subjects)], "清单"),
        operations="、".join(OPERATIONS),
        breakdowns="、".join(BREAKDOWNS),
        stages="、".join(STAGES),
        sections="、".join(SECTIONS),
    )


def reply_to_proposal(reply: PlanReply, puzzle: Puzzle, prompt: str) -> Proposal:
    """The plan that a reply means; raises ``Unusable`` with the first thing in it that is not offered or not said."""
    wrong = next((reason for reason, check in _CHECKS if check(reply, puzzle)), "")
    if wrong:
        raise Unusable(wrong)
    offer, plan = puzzle.offer, puzzle.plan
    operation = OPERATIONS[reply.operation]
    subject = offer.subjects.get(reply.subject or "")
    text = (
        " ".join(reply.words) if operation is Operation.NARRATIVE else fold(subject.name if subject else "")
    )
    made = replace(
        plan,
        operation=operation,
        subject=subject,
        base=offer.subjects.get(reply.base or "", plan.base),
        breakdown=reply.breakdown or plan.breakdown,
        stage=STAGES.get(reply.stage or "", plan.stage),
        intent=reply.section,
        text=text,
        parted=text.replace(" ", "，"),
        explained=_SURE,
        taken=(),
        assumed=False,
        helper=prompt,
    )
    meant = reply.subject or "、".join(map(fold, reply.words)) or reply.section or ""
    heard = f"词表没有认出「{fold(reply.said)}」，由语言模型理解为「{meant}」（{reply.operation}）"
    return Proposal(
        made, offer.bodies.get(reply.entity or ""), reply.year, f"{heard}；如果不对，请换个说法。"
    )


def _contradicts(reply: PlanReply, puzzle: Puzzle) -> bool:
    """Whether a reply says otherwise than what the vocabulary did hear: the operation, the stage, the part, the
    account."""
    plan = puzzle.plan
    heard = plan.operation not in _OPEN and plan.operation.value != reply.operation
    stage = plan.stage is not None and reply.stage not in (None, plan.stage.value)
    part = plan.breakdown is not None and reply.breakdown not in (None, plan.breakdown)
    return heard or stage or part or _drops_the_account(reply, puzzle)


def _drops_the_account(reply: PlanReply, puzzle: Puzzle) -> bool:
    """Whether an account that the question names in full is neither what the reply is about nor its whole."""
    subject = puzzle.plan.subject
    if subject is None or subject.kind == "总额" or not _is_numeric(reply):
        return False
    return fold(subject.name) in fold(puzzle.question) and subject.name not in (reply.subject, reply.base)


def _is_numeric(reply: PlanReply) -> bool:
    return reply.operation != Operation.NARRATIVE.value


def _has(choices: Sequence[str] | dict[str, Term] | dict[str, Body], name: str | None) -> bool:
    return name is None or name in choices


def _within(said: str, question: str) -> bool:
    return len(fold(said)) > 1 and fold(said) in fold(question)


def _entity_unsaid(reply: PlanReply, puzzle: Puzzle) -> bool:
    """Whether the words for a body are not the question's, or share nothing of their own with its names."""
    if reply.entity is None:
        return False
    names = "".join(puzzle.offer.bodies[reply.entity].names)
    return not _within(reply.entity_said, puzzle.question) or not (set(reply.entity_said) - _GENERIC) & set(
        names
    )


def _year_unsaid(reply: PlanReply, puzzle: Puzzle) -> bool:
    """Whether a year is another than the question names, or of no words of it."""
    if reply.year is None:
        return False
    if puzzle.years:
        return reply.year not in puzzle.years
    return not _within(reply.year_said, puzzle.question)


def _left_over(reply: PlanReply, puzzle: Puzzle) -> bool:
    """Whether words that the vocabulary could not place are not among those that the model took."""
    taken = "|".join(map(fold, (reply.said, reply.year_said, reply.entity_said)))
    return any(overlap(run, taken) * 5 < len(run) * 3 for run in puzzle.unknown)


def _of_something_else(reply: PlanReply, puzzle: Puzzle) -> bool:
    """Whether words that the model took for its subject are the documents' own for another thing."""
    name = fold("".join((reply.subject or "", *reply.words)))
    return any(puzzle.lexicon.tells_of(run) and not overlap(run, name) for run in puzzle.unknown)


def _without_object(reply: PlanReply, puzzle: Puzzle) -> bool:
    return reply.subject is None if _is_numeric(reply) else not (reply.words or reply.section)


def _words_not_printed(reply: PlanReply, puzzle: Puzzle) -> bool:
    return not all(len(fold(word)) > 1 and puzzle.holds(fold(word)) for word in reply.words)


#: What makes a reply unusable, the first that holds is logged and counted.
_CHECKS: tuple[tuple[str, Callable[[PlanReply, Puzzle], bool]], ...] = (
    ("declined", lambda reply, puzzle: not reply.understood),
    ("operation not offered", lambda reply, puzzle: reply.operation not in OPERATIONS),
    ("subject not offered", lambda reply, puzzle: not _has(puzzle.offer.subjects, reply.subject)),
    ("base not offered", lambda reply, puzzle: not _has(puzzle.offer.subjects, reply.base)),
    ("breakdown not offered", lambda reply, puzzle: not _has(BREAKDOWNS, reply.breakdown)),
    ("stage not offered", lambda reply, puzzle: not _has(tuple(STAGES), reply.stage)),
    ("section not offered", lambda reply, puzzle: not _has(tuple(SECTIONS), reply.section)),
    ("entity not loaded", lambda reply, puzzle: not _has(puzzle.offer.bodies, reply.entity)),
    (
        "year not loaded",
        lambda reply, puzzle: reply.year is not None and reply.year not in puzzle.offer.years,
    ),
    ("otherwise than heard", _contradicts),
    ("entity not said", _entity_unsaid),
    ("year not said", _year_unsaid),
    ("subject not said", lambda reply, puzzle: not _within(reply.said, puzzle.question)),
    ("nothing asked for", _without_object),
    ("words left over", _left_over),
    ("said of something else", _of_something_else),
    ("words not printed", _words_not_printed),
)
