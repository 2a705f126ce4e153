"""Question to answer: the whole arrow, step by step (问答流程)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from ingest.concordance import Concordance
from ingest.facts import FactStore
from ingest.passages import PassageStore
from ingest.settings import Settings
from service.accounts.nearer_said import nearer_said
from service.accounts.within_account import of_whole_said
from service.across.across import gather_across, side_by_side
from service.across.place_among import with_all_of_them
from service.asked_once import one_question
from service.breakdowns.as_whole import as_whole
from service.clock import Clock
from service.closest.told import told_closest
from service.closest.told_line import told_beside, told_line
from service.compose import compose, plan_to_json
from service.contract import Answer, AskRequest, Option, Status
from service.errors import BadQuestion
from service.figures.amended import with_amendments
from service.figures.audited import audited
from service.figures.completed import completed
from service.figures.contradictions import with_checks
from service.figures.moved_said import by_how_much
from service.figures.pointed_at import at_places, read_places
from service.follow.against_told import against_told
from service.follow.conversation import TURNS, Conversations, Turn
from service.follow.follow import follow, led, left_by, names_of, stage_of
from service.follow.nothing_new import unless_again
from service.follow.rejoined import offers_of
from service.follow.spoken import spoken_of
from service.follow.units_named import rejoined, units_named
from service.gathered import gather_all, looked_again
from service.inquiry import Found, Inquiry, not_understood, open_assistant, say_absent, say_year
from service.library import Library
from service.listings.asked import in_listing
from service.listings.for_all import in_listing_of_all
from service.model import Body, Declined, Operation, Plan, Reason
from service.progress import Understood, unheard
from service.projects.project_meant import project_meant
from service.projects.project_named import as_project
from service.read.asides import without_asides, without_same
from service.read.plainly import plainly
from service.read.question import read_question
from service.read.wished import in_question
from service.refuse import no_documents, nobody_named, of_nothing_held, refuse_early
from service.scope.by_kin import by_kin
from service.scope.kept_who import kept_who
from service.scope.levels import one_level
from service.scope.listed_whole import unlisted
from service.scope.named_in import named_in, slips_by_print
from service.scope.read_who import read_who
from service.scope.scope import documents_for, years_of
from service.scope.sole import sole, spoken_alone
from service.scope.sole_telling import of_body
from service.scope.sole_words import sole_of_words
from service.scope.told_nowhere import told_nowhere
from service.scope.units import as_printed, of_unit, units_below
from service.scope.units_among import among_kind, among_units, miscounted, sets_apart
from service.scope.which_year import told_elsewhere, which_year
from service.second.again import Ways, answered
from service.second.beyond import beyond
from service.second.each_counted import with_uncounted
from service.second.every_part import every_part
from service.second.halves import half_known
from service.second.lost_half import lost_half
from service.second.merge import are_one, merge, of_itself, with_words
from service.second.printed_twice import printed_twice
from service.second.told_together import told_together
from service.sources_of import sources_of
from service.suggest import of_several, suggest
from service.targets import (
    at_home,
    figure_year,
    in_statement,
    points_of,
    with_base,
    years_wanted,
)  # fmt: skip
from service.text.asked import asks_meaning
from service.text.lexical import Index
from service.text.nearby import Nearby
from service.text.remedies import with_measures
from service.things.people_there import with_people
from service.understand import understand
from service.unit_told import in_named_units
from service.web.remembered import Memory

if TYPE_CHECKING:
    from prometheus_client import CollectorRegistry

    from service.llm.assistant import Help

_STATUS = {Reason.OUT_OF_SCOPE: Status.OUT_OF_SCOPE, Reason.AMBIGUOUS: Status.CLARIFY}


class Answerer:
    """Answers questions from the stores that the settings name.

    ``ask`` raises ``BadQuestion`` for what cannot be read, ``StoreUnavailable`` when a store does not answer.
    """

    def __init__(self, settings: Settings, registry: CollectorRegistry | None = None) -> None:
        """``registry`` counts for Prometheus what a language model is asked, where one is set."""
        self._settings = settings
        self._assistant = open_assistant(settings, registry)
        store = FactStore(settings)
        self.library = self._library = Library(store)
        self._passages = PassageStore(settings)
        self._nearby = Nearby(self._library, self._passages, Concordance(store.database))
        self._sources = partial(sources_of, self._library, self._nearby, self._passages)
        self._conversations = Conversations()
        self._memory = Memory(self._conversations, self._library)

    def ask(self, request: AskRequest, understood: Understood = unheard) -> Answer:
        """The answer to one question; ``understood`` hears what is looked for before it is."""
        conversation = request.conversation_id or uuid.uuid4().hex
        if self._assistant is not None:
            return self._work(request, conversation, understood)
        work = partial(self._work, request, conversation)
        return self._memory.answer(request, conversation, understood, work)

    def recall(self, request: AskRequest) -> Answer | None:
        """The answer where it is at hand: it was given before, and nothing has been written since."""
        return None if self._assistant is not None else self._memory.recall(request)

    @one_question()
    def _work(self, request: AskRequest, conversation: str, understood: Understood) -> Answer:
        """The answer worked out."""
        text = self._read(request.question)
        if not self._conversations.begun(conversation):
            self._catch_up(request, conversation)
        help = self._assistant.begin() if self._assistant else None
        return in_named_units(self._all(text, request, conversation, understood, help))

    def _read(self, question: str) -> str:
        text = without_same(read_question(question, self._settings.max_question_chars))
        bodies = self._library.bodies(self._library.documents())
        asked = without_asides(in_question(by_kin(text, bodies)))
        return plainly(kept_who(question, asked, bodies))

    def _catch_up(self, request: AskRequest, conversation: str) -> None:
        """Ask what was asked before of a conversation that is not held here, or no longer."""
        for earlier in request.history[-TURNS:]:
            with suppress(BadQuestion):  # it had no answer then, and adds nothing now
                self._all(self._read(earlier), request, conversation, unheard)

    def _all(
        self, text: str, request: AskRequest, conversation: str, understood: Understood, help: Help | None = None
    ) -> Answer:  # fmt: skip
        """The answer to a text, part by part where it asks several times."""
        joined = rejoined(text, self._conversations, conversation, self._library)
        if isinstance(joined, Declined):
            return self._decline(joined, conversation, Clock())
        text = against_told(joined.text, joined.talk, self._library.knows)
        read = cache(partial(named_in, self._library, request, joined.talk))  # many steps ask it of one text
        ways = Ways(
            partial(self._one, request=request, understood=unheard, help=None),
            partial(self._each, request, conversation, understood, help),
            partial(self._all, request=request, conversation=conversation, understood=unheard),
            read, partial(slips_by_print, self._library, partial(read, placed=True)), self._library.held_by,
            self._conversations, conversation, joined.talk, self._library.facts_in, request.question,
        )  # fmt: skip
        answer = printed_twice(answered(text, ways), request.question, self._library.facts_in)
        self._conversations.note(conversation, joined.talk, text, offers_of(answer), answer.figures)
        return answer

    def _each(
        self, request: AskRequest, conversation: str, understood: Understood, help: Help | None,
        parts: Sequence[str], text: str,
    ) -> Answer:  # fmt: skip
        own = partial(self._one, request=request, conversation=conversation, understood=understood, help=help)
        ask = partial(own, conversation=f"{conversation}½", help=None)
        if (once := as_whole(text, parts, own, self._conversations, conversation)) is not None:
            return once
        whole = partial(self._all, request=request, understood=unheard)
        answers = [beyond(own(part), part, ask) for part in parts] if len(parts) > 1 else []
        answers = told_together(answers, parts, self._library.facts_in)
        if answers and are_one(answers, text, parts):
            told = lost_half(of_itself(every_part(answers, parts, ask), parts), parts, whole)
            return merge(told, conversation)
        found = with_words(beyond(own(text), text, ask), answers, parts)
        return with_uncounted(half_known(found, text, conversation, ask), text, whole)

    def _one(
        self, text: str, request: AskRequest, conversation: str, understood: Understood, help: Help | None,
        nearest: bool = False,
    ) -> Answer:  # fmt: skip
        """The answer to a text that asks once; ``nearest`` lets the place tell it that tells nearest what is asked."""
        clock = Clock()
        placed = read_places(text)
        text = placed.rest
        documents = self._library.documents()
        talk = self._conversations.talk(conversation)
        before = talk[-1].plan.entity if talk else ""
        bodies = one_level(self._library.bodies(documents), request, before, self._library.facts)
        text, bodies = units_named(text, bodies, talk, documents, self._library)
        below = partial(units_below, bodies, units_of=self._library.units)
        who = read_who(text, bodies, request, talk, self._library.facts, below)
        scope, unknown = with_all_of_them(who, talk, bodies)
        unknown = unknown or unlisted(scope, bodies)
        scope = among_units(scope, bodies, self._library.units)
        unknown = unknown or miscounted(scope, bodies, self._library.units)
        asked = Inquiry(
            scope.text, scope, request, conversation, talk, tuple(documents), understood, help, scope.heard_as, placed,
            nearest,
        )  # fmt: skip
        printed = partial(self._library.prints, scope.bodies)
        if (declined := unknown or refuse_early(text, scope, bodies, printed, request.question)) is not None:
            return self._decline(declined, conversation, clock)
        if scope.bodies:
            return self._about(asked, clock) if scope.body else self._across(asked, scope.bodies, clock)
        return self._of_nobody(asked, bodies, clock)

    def routed(self, request: AskRequest) -> tuple[Plan, Callable[[], Index]]:
        """What is asked, and the passages of the year, or of the nearest documents, that it would be answered from."""
        text = self._read(request.question)
        bodies = self._library.bodies(self._library.documents())
        scope = read_who(text, bodies, request, (), self._library.facts, lambda body: ())
        if not scope.body:
            plan = understand(scope.text, scope.spans, self._library.lexicon([]), scope.period.base)
            return plan, lambda: self._nearby.nearest(text)
        body = scope.bodies[0]
        plan = self._plan(Inquiry(scope.text, scope, request, "", (), (), unheard), body)
        documents, _ = documents_for(body, max(years_of(scope, body, ()), default=None), plan.stage)
        return plan, lambda: self._library.index(documents or body.documents)

    def suggestions(self) -> list[str]:
        """A few questions that are sure to be answered, over several bodies."""
        return of_several(self._library.bodies(self._library.documents()), self._library.facts)

    def _plan(self, asked: Inquiry, body: Body) -> Plan:
        """What is asked of a body: the words of the question, and what the conversation adds to them."""
        lexicon, years = self._library.lexicon(body.documents), years_of(asked.scope, body, asked.talk)
        latest = years or [max(d.year for d in body.documents)]
        home = frozenset(d.id for d in body.documents if d.year in latest)
        plan = understand(asked.text, asked.scope.spans, lexicon, asked.scope.period.base, years, home)
        plan = follow(plan, spoken_of(plan, asked.talk, asked.scope), asked.scope, lexicon.facts)
        plan = of_whole_said(at_places(plan, asked.placed), asked.text, asked.scope.spans, lexicon)
        plan = unless_again(plan, asked, body.key)
        plan = replace(plan, entity=body.name, unit=asked.request.unit or plan.unit)
        return with_people(as_printed(plan, asked.scope.bodies, lexicon.facts), lexicon.facts)

    def _of_nobody(self, asked: Inquiry, bodies: Sequence[Body], clock: Clock) -> Answer:
        """The answer to a question that names no body: over all of them, from any of them, or asked back."""
        asked, bodies = among_kind(asked, bodies)
        scope = asked.scope
        plan = understand(asked.text, scope.spans, self._library.lexicon([]), scope.period.base)
        if (owner := self._nearby.owner(asked.text, scope.mention.bodies or bodies, plan)) is not None:
            return self._about(of_body(asked, owner), clock)
        if not scope.mention.bodies and sets_apart(plan, asked.text):
            return self._across(asked, bodies, clock)
        if plan.operation is Operation.DEFINITION or asks_meaning(plan):
            found = self._nearby.defined(plan, bodies, asked.text)
            if found is not None:
                self._conversations.keep(asked.conversation, Turn((), (), plan))
                return compose(found[1], plan, found[0], asked.documents, asked.conversation, clock.timings())
        declined = nobody_named(asked.text, plan, scope, bodies, asked.request.question)
        words = partial(sole_of_words, bodies, self._nearby.written, declined)
        knowing = sole if scope.mention.region else words
        told = knowing(asked, plan, self._library, lambda t, b: self._find(t, b, self._plan(t, b), clock))
        if isinstance(told, Inquiry):
            return self._about(told, clock)
        declined = told or declined
        if (spoken := spoken_alone(asked, plan)) is not None:
            self._conversations.keep(asked.conversation, spoken)
        held_by = scope.mention.bodies or bodies
        if declined.reason is Reason.AMBIGUOUS and told_nowhere(asked.text, plan, held_by, self._library):
            declined = of_nothing_held()
        helps = asked.help is not None and not_understood(declined, plan)
        again = asked.help.of_whom(asked.text, plan, bodies, scope) if asked.help and helps else None
        if again is not None and again.body is not None:
            told = replace(asked, scope=again.scoped(scope), heard_as=again.note)
            return self._about(told, clock, replace(again.plan, entity=again.body.name))
        return self._decline(declined, asked.conversation, clock)

    def _about(self, asked: Inquiry, clock: Clock, given: Plan | None = None) -> Answer:
        """The answer about one body, by the vocabulary's plan or one that is given."""
        body = asked.scope.bodies[0]
        facts = self._library.facts(body.documents)
        found = self._find(asked, body, given or self._plan(asked, body), clock)
        of_year = partial(self._of_year, asked, body, given, clock)
        found = told_elsewhere(asked, found, body, of_year)
        asked, found = self._helped(asked, body, found, clock)
        plan, evidence, years = found.plan, found.evidence, found.years
        if isinstance(evidence, Declined):
            turn = Turn((body.key,), found.years, left_by(plan), found=False)
            self._conversations.keep(asked.conversation, turn)
            return self._decline(evidence, asked.conversation, clock, plan, body)
        if (open_ := which_year(asked, found, body, of_year)) is not None:
            self._conversations.keep(asked.conversation, Turn((body.key,), (), plan))
            return self._decline(open_, asked.conversation, clock, plan, body)
        told = tuple(dict.fromkeys(p.plan.year or 0 for p in found.points))
        turn = Turn(
            (body.key,), told, led(plan, evidence), named=names_of(evidence), stage=stage_of(evidence)
        )
        self._conversations.keep(asked.conversation, turn)
        evidence = with_checks(with_amendments(evidence, self._library.amended), self._library)
        evidence = evidence if len(found.points) > 1 else say_year(evidence, plan, years, asked.scope, body)
        evidence = replace(evidence, notes=(*evidence.notes, *filter(None, [asked.heard_as])))
        answer = compose(evidence, plan, body, asked.documents, asked.conversation, clock.timings())
        if asked.help is not None:
            answer = asked.help.summarised(answer, asked.text, evidence, plan)
        hints = suggest(body, found.year, facts, plan)
        return answer.model_copy(update={"suggestions": hints, "timings_ms": clock.timings("compose")})

    def _of_year(self, asked: Inquiry, body: Body, given: Plan | None, clock: Clock, year: int) -> Found:
        """What is found where the year is taken to be this one."""
        told = replace(asked, scope=replace(asked.scope, year=year), understood=unheard)
        return self._find(told, body, given or self._plan(told, body), clock)

    def _find(self, asked: Inquiry, body: Body, plan: Plan, clock: Clock) -> Found:
        """What a plan finds of one body, in the years that the question, the request or the conversation means."""
        scope, facts = asked.scope, self._library.facts(body.documents)
        years = years_of(scope, body, asked.talk)
        documents, year = documents_for(body, max(years, default=None), plan.stage)
        told_of = figure_year(scope, years, year)
        spoken = asked.talk[-1].years if asked.talk else ()
        plan = at_home(replace(with_base(plan, scope, years, spoken), year=told_of), body)
        plan = by_how_much(nearer_said(plan, facts), facts)
        plan = project_meant(as_project(in_statement(plan, facts), facts), facts)
        clock.lap("understand")
        asked.understood(plan)
        points = points_of(plan, body, years_wanted(plan, scope, body, years, plan.year or 0, facts), facts)
        # 「花了多少」 within a conversation is of the budget that is spoken of.
        told = "" if scope.inherited and not re.search("实际|决算|到底", asked.text) else asked.text
        declined = None if len(points) > 1 else no_documents(plan, body, documents, facts, told)
        sources = self._sources(body, documents)
        evidence = audited(plan, body, facts) or declined or gather_all(plan, points, scope, sources)
        evidence = completed(of_unit(evidence, body), plan, body, facts, len(points) < 2)
        evidence = in_listing(evidence, plan, sources, self._library.facts_in, asked.talk)
        evidence = looked_again(evidence, plan, sources, asked.talk)
        if asked.nearest:
            evidence = told_line(told_closest(evidence, plan, sources, asked), plan, sources, asked)
        evidence = with_measures(told_beside(evidence, plan, sources, asked), plan, sources)
        clock.lap("lookup")
        return Found(plan, tuple(points), evidence, years, year)

    def _helped(self, asked: Inquiry, body: Body, found: Found, clock: Clock) -> tuple[Inquiry, Found]:
        """What is found by a language model's plan, where the vocabulary's own is not understood well enough."""
        if asked.help is None or found.plan.helper or not not_understood(found.evidence, found.plan):
            return asked, found
        documents = [d for d in body.documents if d.year == found.year] or body.documents
        again = asked.help.about(
            asked.text, found.plan, body, self._library.lexicon(body.documents), found.years,
            lambda word: any(word in text for text in self._library.index(documents).texts),
        )  # fmt: skip
        if again is None:
            return asked, found
        told = replace(asked, scope=again.scoped(asked.scope), heard_as=again.note, understood=unheard)
        better = self._find(told, body, again.plan, clock)
        return (asked, found) if isinstance(better.evidence, Declined) else (told, better)

    def _across(self, asked: Inquiry, bodies: Sequence[Body], clock: Clock) -> Answer:
        """The answer that sets several bodies side by side."""
        asked = replace(asked, scope=replace(asked.scope, bodies=tuple(bodies)))
        side = side_by_side(asked, bodies, self._plan, self._library.facts)
        plan, points = side.plan, side.points
        clock.lap("understand")
        if plan is not None:
            asked.understood(replace(plan, entity=""))
        unit = asked.request.unit or (plan.unit if plan else None)
        evidence = gather_across(side, asked, bodies, unit, self._library.index)
        plan, evidence = in_listing_of_all(plan, evidence, asked, self._plan, self._sources, self._library)
        clock.lap("lookup")
        if isinstance(evidence, Declined):
            return self._decline(evidence, asked.conversation, clock, plan)
        assert plan is not None  # or nothing could have been gathered
        told = tuple(dict.fromkeys(p.plan.year or 0 for p in points))
        self._conversations.keep(asked.conversation, Turn(tuple(b.key for b in bodies), told, plan))
        evidence = with_checks(with_amendments(evidence, self._library.amended), self._library)
        evidence = say_absent(evidence, bodies)
        first = evidence.findings[0].entity if evidence.findings else ""
        body = next((b for b in bodies if b.name == first), bodies[0])
        return compose(evidence, plan, body, asked.documents, asked.conversation, clock.timings("compose"))

    def _decline(
        self, declined: Declined, conversation: str, clock: Clock,
        plan: Plan | None = None, body: Body | None = None,
    ) -> Answer:  # fmt: skip
        suggestions = [o[1] for o in declined.options]
        if not suggestions and declined.reason is not Reason.OUT_OF_SCOPE and body is not None:
            held, year = documents_for(body, None, None)
            suggestions = suggest(body, year, self._library.facts(held))
        return Answer(
            id=uuid.uuid4().hex, conversation_id=conversation, status=_STATUS.get(declined.reason, Status.NO_ANSWER),
            answer=declined.text, reason=declined.reason.value,
            options=[Option(label=label, question=question) for label, question in declined.options],
            suggestions=suggestions[:3] or self.suggestions()[:3], plan=plan_to_json(plan),
            timings_ms=clock.timings("compose"),
        )  # fmt: skip
