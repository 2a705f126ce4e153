"""Several bodies side by side: the figure of each, what they make together, one of them over another (各家对比)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.model import Fact, Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.across.held_twice import PassagesOf, held_twice
from service.across.one_stage import at_one_stage, say_mixed, tell_of_all
from service.across.orders import Pair, pair_of
from service.across.place_among import at_its_place, of_another, place_said
from service.across.points_apart import asks_points, in_points
from service.across.proportions import Part, excess, excess_of, part_of, shares
from service.across.set_apart import masked, own_of, paired
from service.across.stage_of_each import at_its_stage, stages_of_each
from service.figures.compute import as_counted
from service.figures.points_told import tell_points
from service.figures.ratios import rounded
from service.figures.several import gap, gather_points, times
from service.inquiry import Inquiry
from service.model import CONFIDENT, Body, Declined, Evidence, Finding, Operand, Operation, Plan, Reason
from service.read.terms import overlap
from service.refuse import none_of_them
from service.scope.scope import ambiguous, documents_for, number_said, years_of
from service.targets import Point, joined, points_of, with_base, years_wanted
from service.what_is_there import in_phrases

PlanOf = Callable[[Inquiry, Body], Plan]
FactsOf = Callable[[Sequence[object]], Sequence[Fact]]
#: Operations that make one figure of all the bodies, which must lack none.
_OF_ALL = (Operation.SUM, Operation.AVERAGE, Operation.DIFFERENCE, Operation.TIMES)
#: What is left of a body's name that was not made out.
_OF_NAME = regex(r"^[省市区县][委府]?$|[局厅委院署]$|人大|政协|街道")
#: So many characters of a heading tell which of several purchases is meant.
_HEADING = 2


@dataclass(frozen=True, slots=True)
class Side:
    """The plan of the first body that is understood, the points of all, the plans that are not understood, and what is
    done with the figures where that is not said by the plan."""

    plan: Plan | None
    points: tuple[Point, ...]
    unread: tuple[Plan, ...]
    pair: Pair | None = None
    part: Part | None = None
    excess: bool = False
    together: Operation | None = None
    placed: str = ""


def side_by_side(
    asked: Inquiry, bodies: Sequence[Body], plan_of: PlanOf, facts_of: Callable[..., Sequence[Fact]]
) -> Side:
    """What is wanted of each body."""
    points: list[Point] = []
    unread: list[Plan] = []
    plan: Plan | None = None
    pair = pair_of(asked.text)
    part = None if pair else part_of(asked.text, asked.scope, asked.talk)
    above = None if pair or part else excess_of(asked.text, asked.scope)
    place = place_said(asked.text) if asked.scope.joined and not (pair or part or above) else []
    of_each = next((span for span in (pair and pair.span, part and part.span, above) if span), None)
    spans = [of_each] if of_each is not None else place
    read = masked(asked, spans) if spans else asked
    own_accounts = paired(read, tuple(bodies), plan_of) if part is None else None
    together = None
    stages = stages_of_each(asked.scope, bodies)
    for body in bodies:
        if own_accounts is not None:
            own = own_accounts[body.key]
        elif spans:
            own = replace(plan_of(read, body), also=(), unlisted=())
            own = _as_asked(own, pair is not None or bool(place))
        else:
            each = own_of(plan_of, read, body)
            own, together = each.plan, each.together or together
        own = at_its_stage(own, stages.get(body.key))
        years = years_of(asked.scope, body, asked.talk)
        documents, year = documents_for(body, max(years, default=None), own.stage)
        if not documents or own.subject is None or own.explained <= CONFIDENT or _names_a_body(own):
            unread.append(own)
            continue
        own = with_base(own, asked.scope, years)
        wanted = years_wanted(own, asked.scope, body, years, year)
        points += points_of(own, body, wanted, facts_of(body.documents))
        plan = plan or own
    points, unread, plan = _of_one_thing(points, unread, plan)
    if plan is not None and part is not None:
        plan = replace(plan, operation=Operation.SUM)  # 「各占多少」 may follow
    elif plan is not None and joined(plan, asked.scope, len(points)) is Operation.DIFFERENCE:
        plan = replace(
            plan, operation=Operation.DIFFERENCE
        )  # of the bodies, no change from a year to the next
    placed = bodies[0].name if place else ""
    return Side(plan, at_one_stage(points), tuple(unread), pair, part, above is not None, together, placed)


def _of_one_thing(
    points: list[Point], unread: list[Plan], plan: Plan | None
) -> tuple[list[Point], list[Plan], Plan | None]:
    """The points without those that were taken to be of all that a body spends, where others have the thing."""
    named = [p for p in points if not p.plan.assumed]
    if len(named) in (0, len(points)):
        return points, unread, plan
    return named, [*unread, *(p.plan for p in points if p.plan.assumed)], named[0].plan


def _as_asked(own: Plan, ordered: bool) -> Plan:
    """The figure of each that is set in order, added up or held against another: no place, share or rate of its own."""
    if ordered:
        return replace(own, operation=Operation.RANK, least=False, nth=0, top=0)
    return replace(own, operation=Operation.LOOKUP, base=None)


def _names_a_body(plan: Plan) -> bool:
    """Whether what is left over is of a body that was not made out: 「省人大 省政协 省X办」."""
    return any(_OF_NAME.search(run) for run in plan.taken)


def _is_of_the_same(own: Plan, plan: Plan | None) -> bool:
    """Whether a body is asked for what the others are told of, in words of which some were not understood for it."""
    same = plan is not None and own.subject is not None and own.subject == plan.subject
    return same and own.explained <= CONFIDENT and bool(own.taken)


def gather_across(
    side: Side, asked: Inquiry, bodies: Sequence[Body], unit: str | None, passages_of: PassagesOf
) -> Evidence | Declined:
    """The figures of the bodies and what they make, or why that cannot be told."""
    plan, twofold = side.plan, of_another(asked.text)
    if twofold is not None or plan is None:
        return twofold or _unread(side, asked, bodies)
    whole = side.part is not None or side.excess
    operation = Operation.LOOKUP if whole else side.together or joined(plan, asked.scope, len(side.points))
    declined = _forbidden(side, asked, bodies, operation, passages_of)
    if declined is not None:
        return declined
    over = _over(side, asked)
    if over is not None:
        return _share(over, unit) or none_of_them(bodies, plan)
    # Rates are worked out for each, and only then set against each other.
    evidence = gather_points(
        side.points, Operation.COMPARE if operation is Operation.POINTS else operation, unit
    )
    if not evidence.findings:
        return none_of_them(bodies, plan)
    if bought := _bought_often(evidence.findings, side.points, asked):
        return bought
    evidence = replace(evidence, findings=tuple(as_counted(f, asked.text) for f in evidence.findings))
    lacking = [b for b in bodies if all(f.entity != b.name for f in evidence.findings)]
    if whole and len(evidence.findings) < len(side.points):
        return _lacking(lacking, side)
    made = _made(side, evidence.findings, asked.text, bodies)
    if made is None and side.placed:
        return _lacking(lacking, side)
    if made is None and whole:
        return none_of_them(bodies, plan)
    evidence = _first_few(evidence, asked.text) if operation is Operation.RANK else evidence
    made = made or replace(evidence, told=evidence.told or tell_of_all(evidence.findings))
    return replace(made, notes=(*made.notes, *say_mixed(evidence.findings)))


_FIRST_FEW = regex("[前头](?P<n>[两二三四五六七八九十])[名家位]")


def _first_few(evidence: Evidence, text: str) -> Evidence:
    """The bodies of an order that are asked for, 「前三名」; all without a number, or where a place is shared."""
    said = _FIRST_FEW.search(text)
    number = "一二三四五六七八九十".find(said["n"].replace("两", "二")) + 1 if said else 0
    held = evidence.findings
    if not number or number >= len(held) or held[number - 1].value == held[number].value:
        return evidence
    return replace(evidence, findings=held[:number], told="")


def _forbidden(
    side: Side, asked: Inquiry, bodies: Sequence[Body], operation: Operation, passages_of: PassagesOf
) -> Declined | None:
    """Why nothing may be made of the bodies together: one is not known, prints nothing, or is counted in another."""
    stranger = tuple(own for own in side.unread if _names_a_body(own))
    if stranger and len(asked.scope.mention.bodies) > 1:
        return _unread(replace(side, unread=stranger), asked, bodies)
    unheard = tuple(own for own in side.unread if _is_of_the_same(own, side.plan))
    if unheard and operation in (Operation.COMPARE, Operation.RANK):
        return _unread(replace(side, unread=unheard), asked, bodies)
    told = {p.body.key for p in side.points}
    whole = side.part is not None or side.excess
    per = side.plan.per if side.plan is not None else ""
    if (whole or (operation in _OF_ALL and not per)) and len(told) < len(bodies):
        return _lacking([b for b in bodies if b.key not in told], side)
    if (whole or operation in (*_OF_ALL, Operation.RANK)) and number_said(asked.text) not in (0, len(bodies)):
        names = "、".join(b.name for b in bodies)
        return Declined(
            Reason.LOW_CONFIDENCE,
            f"只认出了{names}，和问题里说的家数不一样，所以没有给出。请把单位名称写全。",
        )
    together = side.part is not None or operation in (Operation.SUM, Operation.AVERAGE)
    return held_twice(bodies, passages_of) if together else None


def _made(side: Side, findings: tuple[Finding, ...], text: str, bodies: Sequence[Body]) -> Evidence | None:
    """What is made of the figures beyond their sum, their order or their difference."""
    if side.placed:
        return at_its_place(findings, side.placed)
    if side.pair is not None:
        return _apart(findings, side.pair)
    if side.part is not None:
        names = [b.name for b in bodies if b.key in side.part.keys]
        return shares(findings, names) if len(names) == len(side.part.keys) else None
    if side.excess:
        return excess(findings)
    points = side.together is Operation.POINTS or asks_points(text)
    return in_points(findings, text, tell_points) if points else None


def _unread(side: Side, asked: Inquiry, bodies: Sequence[Body]) -> Declined:
    """Nothing is understood: of whom is known where bodies are named, what is not."""
    left = list(dict.fromkeys(run for plan in side.unread for run in in_phrases(plan)))[:3]
    if asked.scope.mention.region or not left:
        return ambiguous(asked.scope, bodies, asked.text)
    names = "、".join(b.name for b in bodies[:4])
    runs = "、".join(f"「{run}」" for run in left)
    return Declined(Reason.LOW_CONFIDENCE, f"没有在{names}的公开资料里找到与{runs}对应的内容，不敢给出数字。")


def _bought_often(findings: Sequence[Finding], points: Sequence[Point], asked: Inquiry) -> Declined | None:
    """Why nothing is compared where a body bought a thing under several headings, none of which the question has."""
    for finding in findings:
        fact = finding.operands[0].fact
        if fact.subject.kind != "政府采购" or not fact.subject.path:
            continue
        held = next((p.facts for p in points if p.body.name == finding.entity), ())
        same = [
            f for f in held if f.subject.kind == fact.subject.kind and f.subject.name == fact.subject.name
        ]
        paths = {
            f.subject.path for f in same if f.year == fact.year and f.value is not None and f.subject.path
        }
        rest = masked(asked, list(asked.scope.spans)).text.replace(fact.subject.name, "")
        headings = [fold("".join(path)).replace(fold(fact.subject.name), "") for path in paths]
        if len(headings) > 1 and max(overlap(rest, heading) for heading in headings) < _HEADING:
            what = f"{finding.entity}的政府采购里有几处「{fact.subject.name}」"
            return Declined(Reason.LOW_CONFIDENCE, f"{what}，问题里没有写明是哪一处，不敢放在一起比较。")
    return None


def _lacking(bodies: Sequence[Body], side: Side) -> Declined:
    names = "、".join(b.name for b in bodies)
    name = side.plan.subject.name if side.plan and side.plan.subject else "这一项"
    return Declined(
        Reason.NOT_DISCLOSED,
        f"没有在{names}的公开资料里找到「{name}」，缺了它，算出来就不准，所以没有给出。",
    )


def in_its_order(found: Evidence, text: str) -> Evidence:
    """The years or accounts of one body with the distance of the places that a question sets against each other."""
    pair = pair_of(text)
    if pair is None or len(found.findings) < 2 or found.told:
        return found
    made = _apart(sorted(found.findings, key=lambda f: f.value, reverse=True), pair)
    return found if made is None else replace(made, notes=found.notes)


def _apart(findings: Sequence[Finding], pair: Pair) -> Evidence | None:
    """The places that are set against each other, of the whole order."""
    count = len(findings)
    if min(pair.one, pair.other) < 0:  # the most against the least, whichever end the order began at
        findings = sorted(findings, key=lambda f: f.value, reverse=True)
    one, other = (place % count if place < 0 else place for place in (pair.one, pair.other))
    if max(one, other) >= count or one == other:
        return None
    pair_of_them = (findings[one], findings[other])
    made = times(pair_of_them) if pair.times else gap(pair_of_them)
    if made is None:
        return None
    if pair.times:
        said = f"{made.label.removesuffix('的倍数')}的 {plain(made.value)} 倍（{made.formula}）"
        return Evidence((made, *findings), told=f"{tell_points(findings)}其中{said}。")
    word = "多" if made.value >= 0 else "少"
    names = [_apart_by(f, findings) for f in pair_of_them]
    told = (
        f"{tell_points(findings)}其中{names[0]}比{names[1]}{word} "
        f"{plain(abs(made.value))} {made.unit}（{made.formula}）。"
    )
    return Evidence((made, *findings), told=told)


def _apart_by(finding: Finding, findings: Sequence[Finding]) -> str:
    """What a figure is called among the others: by its body, its year or its account."""
    if len({f.entity for f in findings}) > 1:
        return finding.entity
    return f"{finding.year}年" if len({f.year for f in findings}) > 1 else finding.label


def _over(side: Side, asked: Inquiry) -> tuple[Point, Point] | None:
    """「指挥中心花的钱占整个城管局支出的多少」: the body before 占 is held against the one behind it."""
    spans = sorted(asked.scope.mention.spans)
    if side.plan is None or side.plan.operation is not Operation.SHARE or len(spans) != 2 or side.together:
        return None
    between = asked.text[spans[0][1] : spans[1][0]]
    if "占" not in between or len(side.points) != 2:
        return None
    part, whole = (
        replace(p, plan=replace(p.plan, operation=Operation.LOOKUP, base=None)) for p in side.points
    )
    base = side.points[1].plan.base
    return part, replace(whole, plan=replace(whole.plan, subject=base)) if base is not None else whole


def _share(over: tuple[Point, Point], unit: str | None) -> Evidence | None:
    found = gather_points(over, Operation.LOOKUP, unit).findings
    if len(found) != 2:
        return None
    one, other = found
    value = convert(other.value, other.unit, one.unit)
    if not value or one.value > value:
        return None  # no part is more than its whole
    ratio = rounded(one.value / value * 100)
    formula = f"{plain(one.value)} ÷ {plain(value)} × 100% = {ratio}%"
    names = [f"{f.entity}{f.label}" for f in found]
    operands = tuple(Operand(n, f.operands[0].fact) for n, f in zip(names, found, strict=True))
    label = f"{names[0]}占{names[1]}的比重"
    share = Finding(
        label, ratio, "%", Measure.SHARE, one.year, one.stage, operands, formula, entity=one.entity
    )
    told = (
        f"{one.year}年度{names[0]} {plain(one.value)} {one.unit}，占{names[1]} {plain(other.value)} {other.unit}的 "
        f"{plain(ratio)}%（{formula}）。"
    )
    return Evidence((share, *found), told=told)
