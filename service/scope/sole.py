"""The one body of a region whose documents know what is asked about (独家知情)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.patterns import regex
from service.accounts.lexicon import term_of
from service.closest.told import is_closest
from service.contract import Answer, Status
from service.figures.held import facts_of
from service.follow.conversation import Turn
from service.follow.follow import left_by
from service.inquiry import Found, Inquiry
from service.library import Library
from service.model import CONFIDENT, PHRASE_KINDS, Body, Declined, Evidence, Operation, Plan, Reason, Term
from service.progress import unheard
from service.refuse import is_of_others
from service.rosters.roster_asked import read_wanted
from service.scope.said_all import says_all
from service.scope.scope import Scope, years_of
from service.scope.sole_telling import OF_REGION, of_body, sole_telling, tells_alone
from service.understand import understand

#: No more bodies than this are read.
_MOST = 6
#: The region itself is meant, or several of its bodies.
_OF_REGION = regex(OF_REGION.pattern + "|哪[个家]|谁|各")


def sole(
    asked: Inquiry, plan: Plan, library: Library, find: Callable[[Inquiry, Body], Found]
) -> Inquiry | Declined | None:
    """The question as one of the only body of its region that can answer it, by its figures or its words.

    Declined where a thing is asked for by name that none of them tells of; None where nothing decides.
    """
    body = sole_knowing(asked.text, asked.scope, library)
    if is_of_others(asked.text):
        return None
    if body is not None:
        told = replace(asked, scope=replace(asked.scope, bodies=(body,)), understood=unheard)
        return replace(told, understood=asked.understood) if says_all(find(told, body)) else None
    if plan.operation is Operation.NARRATIVE or read_wanted(plan.text) is not None:
        return sole_telling(asked, find) or _told_alone(asked, find)
    bodies = asked.scope.mention.bodies
    if (only := _only(asked, plan, bodies, find)) is not None:
        return only
    if plan.subject is not None or len(bodies) > _MOST or _OF_REGION.search(asked.text):
        return None
    tried = [(told, find(told, told.scope.bodies[0])) for told in (of_body(asked, body) for body in bodies)]
    counted = [told for told, found in tried if _is_counted(found)]
    if len(counted) == 1:
        return counted[0]
    unknown = all(isinstance(f.evidence, Declined) and f.plan.taken for _, f in tried)
    return _none_of(bodies) if unknown and _IS_THING.search(asked.text) else None


def spoken_alone(asked: Inquiry, plan: Plan) -> Turn | None:
    """What a question that only names a place leaves to the next one, where one body alone is of that place.

    None where the place itself may be meant, of whose money the next question would be then.
    """
    bodies = asked.scope.mention.bodies if asked.scope.mention.region else ()
    own = plan.subject is None or plan.subject.kind in PHRASE_KINDS
    if len(bodies) != 1 or not own or OF_REGION.search(asked.text):
        return None
    return Turn((bodies[0].key,), years_of(asked.scope, bodies[0], asked.talk), left_by(plan), found=False)


def _told_alone(asked: Inquiry, find: Callable[[Inquiry, Body], Found]) -> Inquiry | None:
    """The question as one of the only body of the region, where its text tells of what is named."""
    bodies = asked.scope.mention.bodies
    if len(bodies) != 1 or OF_REGION.search(asked.text):
        return None
    told = of_body(asked, bodies[0])
    return told if tells_alone(find(told, bodies[0])) else None


def _only(
    asked: Inquiry, plan: Plan, bodies: Sequence[Body], find: Callable[[Inquiry, Body], Found]
) -> Inquiry | None:
    """The question as one of the only body of the region, which says so; None where the place itself may be meant."""
    if len(bodies) != 1 or _OF_REGION.search(asked.text):
        return None
    told = of_body(asked, bodies[0])
    found = find(told, bodies[0])
    subject = found.plan.subject or plan.subject
    if not says_all(found):
        return None
    if tells_alone(found) or _is_of_own_words(found):
        return told
    # Of an account that every body has, the place's may be meant: 「某区2023年三公经费」.
    own = subject is not None and (subject.kind in PHRASE_KINDS or is_own_business(subject))
    if is_closest(found.evidence):
        return told
    answered = isinstance(found.evidence, Evidence) and found.plan.explained > CONFIDENT
    return told if answered and own else None


def _is_of_own_words(found: Found) -> bool:
    """Whether all figures that were found are of things in the documents' own words, or of this business alone."""
    findings = found.evidence.findings if isinstance(found.evidence, Evidence) else ()
    terms = [term_of(operand.fact) for finding in findings for operand in finding.operands]
    return bool(terms) and all(t.kind in PHRASE_KINDS or is_own_business(t) for t in terms)


#: Classes of expenditure that every body has, and names of items that stand under every class.
_EVERYBODYS = ("20805", "20808", "20826", "20827", "20899", "21011", "21012", "21099", "221")
_GENERAL = regex(r"^(?:行政运行|一般行政管理事务|机关服务|事业运行|信息化建设|其他.*)$")


def is_own_business(subject: Term) -> bool:
    """Whether an account is an item (项) of some bodies' business alone: 海域与海岛管理, no 行政运行 and no pension."""
    item = subject.kind == "功能分类" and len(subject.code) == 7
    return item and not subject.code.startswith(_EVERYBODYS) and _GENERAL.match(subject.name) is None


#: What is paid for one of something is a thing of the body that pays it, whatever the question was taken for.
_OF_ONE = regex(r"标准[（(]万?元[/／]")


def is_its_own(told: Answer, name: str) -> bool:
    """Whether figures of this body alone were found, of a thing that its documents name or of its own business."""
    if told.status is not Status.ANSWERED or "没有在" in told.answer or not told.figures:
        return False
    subject = told.plan.get("subject")
    if any(figure.entity not in ("", name) for figure in told.figures):
        return False
    if all(_OF_ONE.search(figure.label) for figure in told.figures):
        return True
    if not isinstance(subject, dict):
        return False
    term = Term(subject["name"], subject["kind"], subject["code"])
    return term.kind in PHRASE_KINDS or _is_business(term)


def _is_business(subject: Term) -> bool:
    """Whether an account is an item or a section (款) of some bodies' business alone."""
    section = (
        subject.kind == "功能分类" and len(subject.code) == 5 and not subject.code.startswith(_EVERYBODYS)
    )
    return is_own_business(subject) or (section and not subject.code.endswith(("01", "99")))


def may_be_of_region(text: str) -> bool:
    """Whether a text that names only a place may ask of the place itself, or of several bodies of it."""
    return _OF_REGION.search(text) is not None


#: What is counted or rated by a name of its own, no money.
_IS_THING = regex("满意[度率]|(?<![增占比])率(?=是|为|有|达|多|百|$|[，。？])")


def _is_counted(found: Found) -> bool:
    """Whether a figure was found of a thing that is named in the documents' own words."""
    subject, evidence = found.plan.subject, found.evidence
    own = subject is not None and subject.kind in PHRASE_KINDS and found.plan.explained > CONFIDENT
    return own and says_all(found) and isinstance(evidence, Evidence) and bool(evidence.findings)


def _none_of(bodies: Sequence[Body]) -> Declined:
    names = "、".join(body.name for body in bodies)
    return Declined(Reason.NOT_DISCLOSED, f"{names}的公开资料里都没有找到您问的这个数字。")


#: All that is bought in a year: every body has it, and the place too.
_ALL_BOUGHT = regex(r"政府采购(?:支出|预算|金额)?(?:总?额|合计|总计)?$")


def sole_knowing(text: str, scope: Scope, library: Library) -> Body | None:
    """Of the bodies of the region that is named, the only one whose documents know what is asked about.

    Of several that print the same figures of it, a unit's and its department's, the first: either answers.
    """
    knowing: list[tuple[Body, Term]] = []
    for body in scope.mention.bodies:
        plan = understand(text, scope.spans, library.lexicon(body.documents), scope.period.base)
        known = plan.subject is not None and plan.subject.kind in (*PHRASE_KINDS, "政府采购")
        known = known and not (plan.subject is not None and _ALL_BOUGHT.match(plan.subject.name))
        if known and plan.subject is not None and plan.explained > CONFIDENT:
            knowing.append((body, plan.subject))
    if len(knowing) > 1 and not _tell_the_same(knowing, scope.period.years, library):
        return None
    return knowing[0][0] if knowing else None


def _tell_the_same(knowing: Sequence[tuple[Body, Term]], years: Sequence[int], library: Library) -> bool:
    """Whether all print the same figures of the same thing for the one year that is asked about."""
    if len(years) != 1:
        return False
    told = {_figures(body, term, years[0], library) for body, term in knowing}
    return len(told) == 1 and bool(told.pop()) and len({term.name for _, term in knowing}) == 1


def _figures(body: Body, term: Term, year: int, library: Library) -> frozenset[tuple[Decimal, str]]:
    held = facts_of(library.facts(body.documents), term.name)
    return frozenset(
        (f.value, f.unit)
        for f in held
        if f.subject.name == term.name and f.year == year and f.value is not None
    )
