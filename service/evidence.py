"""A plan to all that may be said on it: figures, passages, declared absences, or an honest refusal (取证)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ingest.model import Document, Fact, Fund, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.framed import in_frame
from service.accounts.fund_rows import in_fund_row
from service.compose import COUNTED
from service.figures.compute import as_counted, compute, in_unit
from service.figures.held import facts_of
from service.figures.lookup import absences, look_up, namesakes, same_subject
from service.figures.rate_beside import rate_beside
from service.figures.unplanned import not_planned
from service.figures.with_carried import own_beside, with_carried
from service.model import (
    CODED_KINDS,
    CONFIDENT,
    NUMERIC,
    PHRASE_KINDS,
    Body,
    Declined,
    Evidence,
    Finding,
    Operation,
    Plan,
    Quote,
    Reason,
    Term,
)
from service.parts.members import HALVES
from service.purchases.bought import total_of
from service.read.added_said import is_added
from service.read.citizens_words import is_other
from service.read.terms import overlap
from service.scope.as_of import with_day
from service.text.asked import (
    MONEY_NAMED,
    asks_manner,
    asks_money,
    asks_text,
    asks_words,
    may_be_told,
    read_asked,
)
from service.text.lexical import Index
from service.text.lists import list_names
from service.text.narrative import Texts, tell
from service.text.retrieve import Dense
from service.text.sorts import Sort
from service.things.counted_beside import counted_beside
from service.what_is_there import in_other_cuts, lacks_other, not_heard, titles_of

#: Running text that holds so much of what is asked answers a question that no figure is risked for.
_SURELY = 0.8


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan may be answered from: facts of all the body's documents, passages of the year's documents."""

    body: Body
    documents: tuple[Document, ...]
    facts: Sequence[Fact]
    index: Callable[[], Index]
    elsewhere: Callable[[str], Index]
    dense: Dense

    @property
    def texts(self) -> Texts:
        """The same for running text alone."""
        return Texts(self.documents, self.index, self.elsewhere, self.dense)


def gather(plan: Plan, sources: Sources) -> Evidence | Declined:
    """Evidence for a plan; numbers first, then what is declared absent, then running text."""
    if (none := no_such_fund(plan, sources)) is not None:
        return none
    if plan.operation not in NUMERIC or asks_words(plan):
        told = tell(plan, sources.texts)
        return told if isinstance(told, Evidence) else _none_of_it(plan, sources) or told
    listed = tell(plan, sources.texts) if may_be_told(plan) else None
    if isinstance(listed, Evidence) or (listed and asks_manner(plan)):
        return listed
    return with_day(_figures(plan, sources), lambda: sources.index().chunks)


def _figures(plan: Plan, sources: Sources) -> Evidence | Declined:
    if plan.subject is None or plan.explained <= CONFIDENT:
        return _unsure(plan, sources)
    meant = in_fund_row(with_carried(plan, sources.facts), sources.facts)
    clear = _without_rivals(meant, sources.facts)
    if isinstance(clear, Declined):
        return clear
    held = _of_section(clear, sources.facts)
    if isinstance(held, Declined):
        return held
    sources = replace(sources, facts=held)
    found = look_up(clear, sources.facts)
    if found is not None and found.rivals:
        total = total_of(sources.body, (found.fact, *found.rivals)) if is_added(plan.text) else None
        return total or _which(clear, (found.fact, *found.rivals))
    finding, others = compute(clear, sources.facts)
    if finding is None and _is_in_half(plan):
        finding, others = compute(replace(clear, breakdown=None), sources.facts)
    for other in () if finding is not None else namesakes(clear.subject, sources.facts):
        finding, others = compute(replace(clear, subject=other), sources.facts)
        if finding is not None:
            break
    if finding is not None and plan.operation is Operation.LOOKUP and _is_no_rate(finding, plan):
        finding = None  # 「做到百分之几」 is no number of things
    if finding is not None:
        finding = as_counted(in_unit(finding, plan.unit), plan.text)
        nothing = (
            ()
            if finding.value
            else absences(plan.subject, plan.fund, [f for f in sources.facts if f.year == plan.year])
        )
        return Evidence(
            (finding, *rate_beside(clear, finding, sources.facts)),
            absences=tuple(nothing[:1]),
            notes=(
                *own_beside(clear, finding, sources.facts),
                *_other_readings(clear, finding, sources.facts),
            ),
            others=others,
        )
    return _without_figure(plan, sources)


#: Asks why there is none, or why a table is empty.
_WHY_NONE = regex(r"没有?|[是为]?空|无|[是为](?:零|0)")


def _none_of_it(plan: Plan, sources: Sources) -> Evidence | None:
    """「政府性基金预算表为什么是空的」: that there is none, where that is all that is said of it."""
    if plan.subject is None or not _WHY_NONE.search(plan.text):
        return None
    declared = _declared(plan, sources.facts)
    return Evidence(absences=tuple(declared[:2])) if declared else None


#: Funds that many bodies have no money of, and say so.
_SELDOM = (Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL)


def no_such_fund(plan: Plan, sources: Sources) -> Evidence | None:
    """「政府性基金支出用在哪」, 「有哪些」 of a body that declares to have none: that, not other money."""
    listed = plan.operation is Operation.LIST or (
        plan.operation is Operation.NARRATIVE and plan.intent == Sort.PURPOSE.value
    )
    if not listed or plan.subject is None or plan.taken:
        return None
    if plan.fund not in _SELDOM and Fund.STATE_CAPITAL.value not in plan.subject.name:
        return None
    if _of_fund(plan, sources.facts) is not None:
        return None
    declared = _declared(plan, sources.facts)
    return Evidence(absences=tuple(declared[:2])) if declared else None


def _is_no_rate(finding: Finding, plan: Plan) -> bool:
    """Whether per cent are asked for and the figure is of something else."""
    return bool(re.search(r"百分之[几多]|几成|百分比", plan.text)) and finding.unit not in (
        "%",
        "‰",
        "个百分点",
    )


def _without_figure(plan: Plan, sources: Sources) -> Evidence | Declined:
    """What may still be said of an account that has no figure: that its fund has some, that it is declared absent."""
    within = _of_fund(plan, sources.facts) if plan.operation is Operation.EXISTENCE else None
    if within is not None:
        return Evidence((within,))
    planned = not_planned(plan, sources.facts)
    declared = [planned] if planned else _declared(plan, sources.facts)
    if declared:
        return Evidence(absences=tuple(declared[:2]))
    counted = counted_beside(plan, sources.facts, sources.body.name)
    return counted or _told_of_project(plan, sources) or _not_disclosed(plan, sources)


def _told_of_project(plan: Plan, sources: Sources) -> Evidence | None:
    """What no table counts of a project (几层, 抗震几度), where its description tells it."""
    if plan.subject is None or plan.subject.kind != "项目":
        return None
    told = tell(replace(plan, operation=Operation.NARRATIVE), sources.texts)
    return told if isinstance(told, Evidence) else None


def _of_fund(plan: Plan, facts: Sequence[Fact]) -> Finding | None:
    """「有没有政府性基金」: income or expenditure of that fund, where its own account is not printed."""
    if plan.fund is None:
        return None
    for name in ("本年收入合计", "本年支出合计"):
        total = replace(plan, operation=Operation.LOOKUP, subject=Term(name, "总额"))
        found = look_up(total, facts)
        if found is not None and found.fact.fund is plan.fund and found.fact.value:
            return compute(total, facts)[0]
    return None


def _declared(plan: Plan, facts: Sequence[Fact]) -> list[Fact]:
    """What is declared absent of the thing asked for; that no money was spent on it does not say how many there are."""
    assert plan.subject is not None
    declared = absences(plan.subject, plan.fund, [f for f in facts if f.year == plan.year])
    if plan.count_unit is None:
        return declared
    return [f for f in declared if plan.count_unit in f.source.quote]


def _is_in_half(plan: Plan) -> bool:
    """Whether the part that is named is the half that the account stands in: 公用经费 of 30229 is all of it."""
    half = HALVES.get(plan.breakdown or "")
    return half is not None and plan.subject is not None and plan.subject.code.startswith(half)


def _unsure(plan: Plan, sources: Sources) -> Evidence | Declined:
    """Words of the question are left over: running text may have them, a figure is not risked."""
    if (framed := in_frame(plan, sources.facts)) is not None:
        return _figures(framed, sources)
    counted = _count_names(plan, sources)
    if counted is not None:
        return counted
    found = tell(replace(plan, operation=Operation.NARRATIVE), sources.texts)
    named = any(MONEY_NAMED.search(run) for run in plan.taken)
    if (
        isinstance(found, Evidence)
        and not named
        and (asks_text(plan) or (plan.subject is None and _covered_well(plan, found.quotes)))
    ):
        return found
    return Declined(Reason.LOW_CONFIDENCE, not_heard(plan, sources.documents, sources.facts))


def _count_names(plan: Plan, sources: Sources) -> Evidence | None:
    """「编制范围里有几家单位」: the names that a table lists, and how many they are."""
    of_units = plan.intent == "机构" or _UNITS.search(plan.text)
    if plan.subject is not None or plan.count_unit not in ("个", "家") or not of_units:
        return None
    listed = list_names(replace(read_asked(plan), sort=Sort.MAKEUP), sources.index())
    if listed is None or listed.full:
        return None
    own = [name for name in listed.sentences if _ITSELF.search(name)]
    told = f"{len(listed.sentences)}{plan.count_unit}"
    if own and _BELOW.search(plan.text):
        told += f"，除去本级，下属{len(listed.sentences) - len(own)}{plan.count_unit}"
    return Evidence(quotes=(listed,), notes=(f"{COUNTED}{told}。",))


#: 「包括几家单位」「有多少个下属机构」.
_UNITS = regex(r"(?:几|多少)[家个](?:下属|所属|直属|二级|预算)*(?:单位|机构|部门)")
#: The body itself among the units that it lists, and how the units below it are asked for.
_ITSELF = regex(r"本级|机关[)）]?$")
_BELOW = regex(r"下属|所属|下面|底下|直属|二级")


def _covered_well(plan: Plan, quotes: Sequence[Quote]) -> bool:
    if asks_money(plan):
        return False  # a text that speaks of the thing does not say what it cost
    content = "".join(plan.taken)
    if is_other(content, text := fold("".join(s for q in quotes for s in q.sentences))):
        return False  # what was done for the old does not say what was done for children
    held = overlap(content, text) * 10 >= len(content) * 7
    # What is said otherwise (抗几度地震 for 抗震设防) is held by its written form.
    return len(content) >= 4 and (held or read_asked(plan).coverage(text, {}) >= _SURELY)


def _without_rivals(plan: Plan, facts: Sequence[Fact]) -> Plan | Declined:
    """Several items of one name (一般行政管理事务 in every section): the one whose section is named, else ask."""
    subject = plan.subject
    if subject is None or subject.kind not in CODED_KINDS or (subject.code and subject.code in plan.text):
        return plan
    held = {
        f.subject.code: f.subject
        for f in facts_of(facts, subject.name)
        if f.year == plan.year
        and f.subject.code
        and f.subject.kind == subject.kind
        and fold(f.subject.name) == fold(subject.name)
    }
    if len(held) < 2:
        return plan
    beside = plan.text.replace(fold(subject.name), " ")
    ranked = sorted(held.values(), key=lambda s: -overlap(beside, fold("".join(s.path))))
    best = overlap(beside, fold("".join(ranked[0].path)))
    if best and best > overlap(beside, fold("".join(ranked[1].path))):
        s = ranked[0]
        return replace(plan, subject=Term(s.name, s.kind, s.code, s.path))
    # A section and its only item often share a name (城乡社区环境卫生): their figures are one.
    nested = sorted(held, key=len)
    if all(code.startswith(nested[0]) for code in nested):
        s = held[nested[-1]]
        return replace(plan, subject=Term(s.name, s.kind, s.code, s.path))
    options = tuple(
        (
            f"{s.path[-1] if s.path else s.code}—{s.name}（{s.code}）",
            f"{plan.entity}{plan.year}年{s.code}{s.name}是多少",
        )
        for s in ranked[:6]
    )
    return Declined(Reason.AMBIGUOUS, f"「{subject.name}」在多个科目下都有，您问的是哪一个？", options)


def _of_section(plan: Plan, facts: Sequence[Fact]) -> Sequence[Fact] | Declined:
    """The facts without items of this name in other sections, where only sentences tell of them and print no code."""
    subject = plan.subject
    if subject is None or subject.kind != "功能分类" or subject.code:
        return facts
    same = [f for f in facts if f.subject.kind == subject.kind and fold(f.subject.name) == fold(subject.name)]
    told = [f for f in same if f.year == plan.year and f.subject.path and f.value is not None]
    paths = sorted(
        dict.fromkeys(f.subject.path for f in told), key=lambda p: -overlap(plan.text, fold("".join(p)))
    )
    if len(paths) < 2 or len({p[-1] for p in paths}) < 2 or any(f.subject.code for f in same):
        return facts
    best, second = (overlap(plan.text, fold("".join(p))) for p in paths[:2])
    if best <= second:
        return _which(plan, told)
    return [f for f in facts if f not in same or f.subject.path == paths[0]]


def _which(plan: Plan, held: Sequence[Fact]) -> Declined:
    """Several things of one name: asked back with the headings that they stand under, declined where they have none."""
    assert plan.subject is not None
    name = plan.subject.name
    paths = dict.fromkeys(" › ".join(f.subject.path) for f in held if f.subject.path)
    if len(paths) < 2:
        return Declined(
            Reason.LOW_CONFIDENCE, f"资料里有几个「{name}」，数额不同，问题里没有说明是哪一个，不敢给出数字。"
        )
    options = tuple(
        (f"{path}：{name}", f"{plan.entity}{plan.year}年{path.replace(' › ', '')}的{name}是多少")
        for path in list(paths)[:6]
    )
    return Declined(Reason.AMBIGUOUS, f"「{name}」在几处都有，您问的是哪一个？", options)


def _other_readings(plan: Plan, finding: Finding, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The same account counted over other money, where that gives another figure and the question left it open."""
    if plan.operation is not Operation.LOOKUP or plan.fund is not None or not finding.operands:
        return ()
    taken = finding.operands[0].fact
    if taken.measure is not Measure.AMOUNT or taken.subject.kind in ("收入来源",):
        return ()
    told: list[str] = []
    for fund in (Fund.APPROPRIATION, Fund.GENERAL):
        held = facts_of(facts, taken.subject.name)
        other = next((f for f in held if _same_but_fund(f, taken, fund)), None)
        if other is not None and other.value is not None and other.yuan != taken.yuan and not told:
            told.append(
                f"按{fund.value}口径为 {plain(other.value)} {other.unit}（第{other.source.page}页）。"
            )
    return tuple(told)


def _same_but_fund(fact: Fact, taken: Fact, fund: Fund) -> bool:
    return (
        fact.fund is fund
        and taken.fund is Fund.ALL
        and fact.subject.name == taken.subject.name
        and (fact.year, fact.stage, fact.breakdown, fact.measure, fact.standing, fact.flow)
        == (taken.year, taken.stage, taken.breakdown, taken.measure, 0, taken.flow)
    )


def _not_disclosed(plan: Plan, sources: Sources) -> Declined:
    subject = plan.subject
    assert subject is not None
    name = subject.name + (f"（{plan.breakdown}）" if plan.breakdown else "")
    near = sorted(
        dict.fromkeys(  # as near as each other, they are told as printed: the order of a set changes with each start
            f.subject.name
            for f in sources.facts
            if f.year == plan.year
            and f.subject.kind == subject.kind
            and f.value
            and f.subject.name != subject.name
            and (subject.kind not in PHRASE_KINDS or overlap(fold(f.subject.name), fold(subject.name)) > 1)
        ),
        key=lambda n: -overlap(fold(n), fold(subject.name)),
    )[:3]
    if (
        plan.operation not in (Operation.LOOKUP, Operation.EXISTENCE)
        and look_up(plan, sources.facts) is not None
    ):
        return Declined(Reason.NOT_DISCLOSED, lacks_other(plan, name, sources.documents))
    stage = plan.stage.value if plan.stage else ""
    if any(f.year == plan.year and f.value is not None and same_subject(f, subject) for f in sources.facts):
        return Declined(Reason.NOT_DISCLOSED, in_other_cuts(plan, sources.documents, sources.facts))
    hint = f"同类的有：{'、'.join(near)}。" if near else ""
    titles = titles_of(sources.documents)
    return Declined(Reason.NOT_DISCLOSED, f"{titles}没有列出「{name}」的{stage}数字。{hint}")
