"""A question to a plan: what is asked of whom and when, in the terms of the store (问句理解)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.accounts import label_to_account
from ingest.model import Fact, Flow, Fund, Stage
from ingest.patterns import regex
from ingest.statements import STATEMENTS, UNKNOWN
from ingest.text import fold
from service.accounts.adjoining import made_of_two
from service.accounts.another import (
    is_another,
    is_bought,
    is_container,
    is_narrowed,
    is_other,
    is_printed,
    narrows,
)
from service.accounts.doubts import against, condition, whole_run
from service.accounts.explained import explained
from service.accounts.funds_said import against_opening, fund_within, spent_of, subject_of_fund
from service.accounts.less import asked_for, unsettled
from service.accounts.lexicon import Lexicon
from service.accounts.named_whole import whole_of_sum
from service.accounts.nearly_said import Nearly, nearly_said
from service.accounts.of_accounts import by_class, has_parts, of_accounts
from service.accounts.official import not_printed
from service.accounts.other_object import rate_of
from service.accounts.other_recipient import other_recipient
from service.accounts.own_name import claim_own_name
from service.accounts.subjects import Subjects, find_subjects
from service.asked_once import asked_once
from service.figures.held import facts_for
from service.figures.printed_mean import is_itself
from service.model import OF_BUDGET, PHRASE_KINDS, Operation, Plan, Term
from service.parts.conditions import Picked, condition_of
from service.parts.members import THREE_PUBLIC, without_whole
from service.parts.most_spent import spent_where, with_left_out
from service.projects.project_words import about_projects
from service.projects.projects import PROJECTS, asks_projects, besides_projects, listing_of
from service.projects.scores import total_of, totals_of
from service.read.hearing import LOOSE_INTENTS, Heard, claim, hear
from service.read.restated import claim_restated
from service.read.said_again import claim_said_again
from service.read.segments import Role
from service.read.terms import Match, overlap
from service.read.wording import Wording
from service.text.asked import MONEY_NAMED
from service.text.no_money import asks_place
from service.things.search import unit_fits
from service.things.sorts_of_posts import of_all_sorts
from service.things.things import find_thing
from service.things.told_things import told_beside
from service.things.which_building import other_building

_ALL_SPENT = Term("本年支出合计", "总额")
#: Operations that mean the body's whole expenditure where nothing is named.
_OF_ALL = (*OF_BUDGET, Operation.CHANGE, Operation.CHANGE_RATE)
_MANY = (Operation.TREND, Operation.COMPARE, Operation.SUM, Operation.RANK, Operation.AVERAGE, Operation.TOP_SHARE,
         Operation.COUNT)  # fmt: skip
_AMOUNT_ASKED = regex(
    r"多少|几[^乎]|多大|有多[高低长重]|多[久长]|数额|金额|是多|共计|占比|比重|百分|决算数|预算数|执行数|得分|率$|完成值|指标值|目标值|实际值|平均|个数|数量|人数|次数|[件项个户]数"
)
#: Intents whose sections are asked for even where 几 or 多少 is said.
_SECTIONS = ("重点工作", "职责", "问题", "改进")


@dataclass(frozen=True, slots=True)
class _Meant:
    """What a question is about, how much of it that explains, and what it leaves unexplained."""

    subject: Term | None
    base: Term | None
    explained: float
    found: Subjects
    rest: tuple[str, ...] = ()
    slips: tuple[tuple[str, str], ...] = ()


@asked_once("lexicon")
def understand(
    text: str,
    spans: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    based: bool = False,
    years: Sequence[int] = (),
    home: frozenset[str] = frozenset(),
) -> Plan:
    """The plan of a question, whose ``spans`` are explained already (body, year).

    ``lexicon`` holds the names of the body, ``based`` says that another year is named to compare with; ``years`` are
    those asked for, ``home`` the ids of their documents.
    """
    spans = with_left_out(text, spans)
    whole = Wording.of(text, spans)
    wording, heard, meant, picked = _with_condition(text, spans, lexicon, based, years, home)
    asked = _asked(heard, meant, picked, wording.text)
    assumed = _assumes_all(heard, meant, asked, text) or _is_alone(meant, picked, whole.left(), heard)
    subject = _ALL_SPENT if assumed else meant.subject
    projects = asks_projects(wording.marked(), asked, subject, bool(picked and picked.condition))
    if projects:
        asked, subject = listing_of(asked, wording.marked()), PROJECTS
        meant = _without(meant, besides_projects(meant.rest, lexicon.tells_of))
    asked = asked or (Operation.LIST if _EACH_SORT.search(wording.text) else None)
    subject = by_class(subject, text, picked.condition) if picked else subject
    spent = spent_of(subject, wording.text)
    subject = _ALL_SPENT if spent else subject
    part = fund_within(asked, heard, subject)
    opening = against_opening(subject, wording.text)
    asked = Operation.DIFFERENCE if opening else asked
    statement = heard.statement or (None, None, None)
    plan = Plan(
        operation=_settle(asked, None if projects else heard.intent, subject, text),
        stage=heard.stage,
        fund=None if part or meant.found.less else spent or heard.fund or statement[1],
        flow=statement[2],
        statement=statement[0] or meant.found.statement,
        subject=part or subject,
        breakdown=meant.found.breakdown,
        base=subject if part else meant.base or whole_of_sum(heard.asked, summed=meant.found.summed),
        unit=heard.unit,
        count_unit=heard.count_unit,
        intent=heard.intent,
        text=whole.left(),
        parted=whole.parted(),
        explained=meant.explained,
        taken=meant.rest,
        misspelt=meant.slips,
        also=opening or meant.found.rivals,
        assumed=assumed,
        unlisted=meant.found.unknown,
        stages=heard.stages,
        yearly=heard.yearly,
        per=heard.per,
        least=heard.least,
        top=heard.top,
        nth=heard.nth,
        condition=picked.condition if picked else None,
    )
    return about_projects(without_whole(spent_where(plan, text)))


def _asked(heard: Heard, meant: _Meant, picked: Picked | None, text: str) -> Operation | None:
    """The operation, by the parts that are picked out, what is named side by side, or the words alone."""
    if picked is not None:
        return picked.operation
    if _NEWLY.search(text) or asks_place(text):
        return Operation.NARRATIVE
    return Operation.SUM if meant.found.summed else Operation.CHANGE if meant.found.less else heard.asked


def _with_condition(
    text: str,
    spans: Sequence[tuple[int, int]],
    lexicon: Lexicon,
    based: bool,
    years: Sequence[int],
    home: frozenset[str],
) -> tuple[Wording, Heard, _Meant, Picked | None]:
    """What is heard of a question and what it is about, and by what its parts are picked out, where they are."""
    wording, heard, meant = _read(Wording.of(text, spans), lexicon, based, years, home)
    picked = condition_of(text)
    if picked is not None and (
        heard.asked in _WITHOUT_PARTS or (_of_one(meant) and not _of_share(picked, meant))
    ):
        picked = None
    if picked is not None and picked.condition is None and not has_parts(heard.asked, meant.subject):
        picked = None
    if picked is not None:
        # Once more without the words of the condition: they name no account and ask for nothing else.
        bare = Wording.of(text, spans)
        for match in picked.words.finditer(bare.text):
            bare.claim(Match(match.start(), match.end(), match[0], None))
        wording, heard, meant = _read(bare, of_accounts(lexicon, text), based, years, home)
        meant = _without_balance(meant, text)
        if _of_share(picked, meant) and meant.base is not None:
            meant = replace(meant, subject=meant.base, base=None)
    return wording, heard, meant, picked


def _read(
    wording: Wording, lexicon: Lexicon, based: bool, years: Sequence[int], home: frozenset[str]
) -> tuple[Wording, Heard, _Meant]:
    """What is heard of a question, and what it is about."""
    heard = hear(wording, lexicon, based)
    heard = replace(heard, words=tuple(claim_restated(wording, heard.words)))
    claim_said_again(wording, heard.words, lexicon.facts)
    return wording, heard, _whole_alone(_meant(wording, heard, lexicon, years, home), wording.text)


#: Operations that are asked of no parts, whatever else is said.
_WITHOUT_PARTS = (Operation.TOP_SHARE, Operation.NARRATIVE, Operation.DEFINITION, Operation.TIMES)


def _of_one(meant: _Meant) -> bool:
    """Whether the parts are named themselves, or one of them and the whole: 「人员经费和公用经费各占基本支出多少」."""
    return bool(meant.found.rivals) or (meant.base is not None and meant.base != meant.subject)


def _of_share(picked: Picked, meant: _Meant) -> bool:
    """「占本年支出10%以上的科目有几个」: the whole alone is named, whose parts are meant."""
    by_share = picked.condition is not None and picked.condition.by is Operation.SHARE
    return by_share and meant.subject is None


def _is_alone(meant: _Meant, picked: Picked | None, content: str, heard: Heard) -> bool:
    """Whether parts are picked out of no account that is named, or a stage is all that is said."""
    told = heard.intent in _SECTIONS  # 「重点工作有哪几项」 is of no money
    nothing = meant.subject is None and not meant.rest  # no account, and nothing that is not understood
    return not told and nothing and bool(picked or _STAGE_ALONE.fullmatch(content))


def _without(meant: _Meant, rest: tuple[str, ...]) -> _Meant:
    """What is meant, where only some of the words are left that were not understood."""
    return replace(meant, rest=rest, explained=meant.explained if rest else 1.0)


def _without_balance(meant: _Meant, text: str) -> _Meant:
    """「哪些科目没花完」: what is left over is the condition there, and no account; a stray character is no thing."""
    rest = tuple(run for run in meant.rest if len(run) > 1)
    kind = meant.subject.kind if meant.subject is not None else ""
    none = kind == "结转结余" or (
        kind == "收入来源" and "收入" not in text
    )  # 一般公共预算 says of which money
    subject = None if none else meant.subject
    return replace(meant, subject=subject, rest=rest, explained=meant.explained if rest else 1.0)


#: 「政府采购货物、工程、服务各多少」: the three sorts, one by one.
_EACH_SORT = regex(
    r"(?:货物|工程|服务)[和与]?(?:货物|工程|服务)[和与]?(?:货物|工程|服务)[^，]{0,6}(?:各|分别)"
)
#: 「比2023年多了哪个单位」 asks which are new, for which no change of the total is an answer.
_NEWLY = regex(
    r"(?:多了?|新增了?|增加了|少了|减少了|取消了?)(?:哪|什么)[^，]{0,6}(?:科目|大?类|项目|单位|款|项)"
)


_SHARE_SAID = regex(r"占|百分之|几成|比例|比重")


def _whole_alone(meant: _Meant, wording_text: str) -> _Meant:
    """「吃喝接待、公车、出国这三公一共」: where the whole is named beside its parts, it is their sum."""
    terms = (meant.subject, *meant.found.rivals)
    whole = next((t for t in terms if t is not None and t.name == "“三公”经费"), None)
    parts = {t.name for t in terms if t is not None and t != whole}
    if whole is not None and meant.found.summed and parts and _SHARE_SAID.search(wording_text):
        rest = tuple(t for t in terms if t is not None and t != whole)
        found = replace(meant.found, subject=rest[0], rivals=rest[1:], base=whole)
        return replace(meant, subject=rest[0], base=whole, found=found)
    if whole is None or not meant.found.summed or not parts <= set(THREE_PUBLIC):
        return meant
    return replace(meant, subject=whole, found=replace(meant.found, subject=whole, rivals=(), summed=False))


def _meant(
    wording: Wording, heard: Heard, lexicon: Lexicon, years: Sequence[int], home: frozenset[str]
) -> _Meant:
    """The account that a question names, or the thing in the documents' own words that explains it better."""
    names = [
        Match(w.start, w.end, w.text, w.value, w.exact)
        for w in heard.words
        if w.role is Role.SUBJECT and isinstance(w.value, Term)
    ]
    found = find_subjects(wording, asked_for(wording, names), lexicon, heard.asked, heard.added)
    if not found.less and (but := unsettled(wording, names)):
        return _Meant(found.subject, found.base, 0.0, Subjects(), but)
    subject = found.subject or subject_of_fund(heard) or _subject_of_statement(heard.statement)
    claim(wording, heard.words)
    own_work = claim_own_name(wording, heard, lexicon)
    dropped = ""
    facts = of_all_sorts(wording.text, facts_for(lexicon.facts, years, home))
    scored = heard.count_unit == "分" and total_of(subject, facts)  # a project's score is told under its name
    if subject and subject.kind in PHRASE_KINDS and not (scored or _is_told(subject, heard, home, facts)):
        # Another year's words for it, or a count where money is asked for.
        dropped, subject, found = found.words, None, Subjects()
    if scores := totals_of(wording, heard, replace(found, subject=subject), facts):
        return _Meant(scores.found.subject, None, float(not scores.strange), scores.found, scores.strange)
    own_first = heard.count_unit or heard.asked is Operation.EXISTENCE
    own = [f for f in facts if f.document_id in home] if own_first else []
    own_words = subject is None or subject.kind in PHRASE_KINDS
    several = told_beside(wording, heard, own or facts) if own_words else ()
    if several:
        added = heard.asked is Operation.SUM or heard.added
        return _Meant(several[0], None, 1.0, Subjects(several[0], rivals=several[1:], summed=added))
    hit = find_thing(wording, heard, own, found, subject) if own else None
    hit = hit or find_thing(wording, heard, facts, found, subject)
    named = hit[0].term if hit is not None else subject
    nearly = nearly_said(wording, heard, named, facts) if named is not None else Nearly()
    if hit is not None:
        bound = against(wording, heard, hit[0], facts) or other_building(heard, facts) or nearly.strange
        sure = 0.0 if bound else max(hit[0].explained, hit[0].said)
        return _Meant(hit[0].term, hit[1] or found.base, sure, Subjects(), bound, nearly.noted)
    said = (*wording.rest(), dropped)
    narrowed = subject is not None and any(narrows(run, wording, heard) for run in said)
    rest = tuple(run for run in said if run and (run in own_work or not lexicon.is_of_body(run)))
    rest = tuple(run for run in rest if not is_printed(run, facts))
    if heard.per:
        counted = [fold(f.subject.name) for f in facts if f.unit == heard.per]
        rest = tuple(run for run in rest if not any(overlap(run, name) > 1 for name in counted))
    rest = tuple(run for run in rest if not _is_for(run, subject))
    some = _speaks_against(wording, heard, subject, found, rest) or nearly.strange
    some = some or (not_printed(heard, subject, found.words, lexicon) if subject is not None else ())
    rest = (*rest, *(run for run in some if run not in rest))
    other = bool(some) or narrowed or is_another(wording, found, rest)
    other = other or is_other(wording, heard, (subject, *found.rivals)) or is_bought(wording, subject, rest)
    other = other or is_narrowed(wording, heard, subject, rest, found.words)
    held = 0.0 if is_container(wording, found.words, rest) or other else 1.0
    if subject is not None and subject.kind == "总额" and heard.asked is None:
        rest = tuple(whole_run(run, wording, heard) for run in rest)
    # What else is told of is none of the whole.
    elsewhere = any(len(run) > 2 and lexicon.tells_of(run) for run in rest)
    words = found.words + (found.base.name if found.base and not elsewhere else "")
    held *= explained(rest, words, subject, lexicon)
    return _Meant(subject, found.base, held, found, rest, nearly.noted)


def _speaks_against(
    wording: Wording, heard: Heard, subject: Term | None, found: Subjects, rest: Sequence[str]
) -> tuple[str, ...]:
    """The words that make another thing of an account: a condition, two names in one, a rate of it."""
    some = condition(wording, subject) or other_recipient(wording.text, subject, found.words, rest)
    some = some or (() if found.breakdown else made_of_two(wording, heard, subject))
    return some or rate_of(heard.said, rest, subject)


def _is_for(run: str, subject: Term | None) -> bool:
    """「给退休人员的退休费」: those that the money is for, whom its name says already."""
    who = re.sub(r"(?:人员|职工|干部|同志)$", "", run)
    return subject is not None and who != run and len(who) > 1 and fold(subject.name).startswith(who)


def _is_told(subject: Term, heard: Heard, home: frozenset[str], facts: Sequence[Fact]) -> bool:
    """Whether the facts of the years asked for have the thing by this name, as money where money is asked for.

    What is counted in a document of the year itself (``home``) goes before what another says of that year.
    """
    money = (heard.unit is not None or _OF_MONEY.search(heard.said) is not None) and heard.count_unit is None
    if heard.count_unit is not None:
        own = [f for f in facts if f.document_id in home and unit_fits(f, heard.count_unit, loose=True)]
        facts = own or facts
    return any(
        f.subject.name == subject.name
        and f.subject.kind == subject.kind
        and (f.yuan is not None or not money)
        for f in facts
    )


#: 「常委会议经费」: money is asked for, of which no number of meetings is an answer.
_OF_MONEY = regex("(?:经费|费用|资金|支出|开支|花费)用?(?:是|有|花了|一?共)*(?:多少)?[？?]?$")


def _assumes_all(heard: Heard, meant: _Meant, asked: Operation | None, text: str) -> bool:
    """Whether a question that names no subject means the whole expenditure."""
    if meant.subject is not None or meant.rest:
        return False
    of_budget = heard.stage in (Stage.BUDGET, Stage.INITIAL_BUDGET) and bool(_AMOUNT_ASKED.search(text))
    return asked in (*_OF_ALL, *_MANY) or (of_budget and not (heard.count_unit or heard.intent in _SECTIONS))


#: 「某局2025年预算」, and nothing more.
_STAGE_ALONE = regex("的?(?:部门|单位)?(?:总)?(?:预算|决算)(?:数|数据|金额|总额)?(?:是?多少)?")


def _subject_of_statement(statement: tuple[str, Fund | None, Flow] | None) -> Term | None:
    """「…总表的总计是多少」: a statement named without an account means its total."""
    if statement is None:
        return None
    known = next((s for s in STATEMENTS if s.name == statement[0]), UNKNOWN)
    account = label_to_account(known.total or "支出总计")
    return Term(account.name, account.kind) if account else None


def _settle(asked: Operation | None, intent: str | None, subject: Term | None, text: str) -> Operation:
    """The operation, once it is known whether there is a subject to apply it to."""
    if asked is Operation.NARRATIVE:
        return asked
    if subject is not None and is_itself(asked, subject, text):
        return Operation.LOOKUP
    if asked is Operation.DEFINITION:
        return Operation.NARRATIVE if intent is not None and intent not in LOOSE_INTENTS else asked
    if asked is Operation.EXISTENCE and subject is None:
        return Operation.NARRATIVE
    if asked is Operation.LIST:
        listed = subject is not None and subject.kind not in PHRASE_KINDS and intent in (None, "叙述", "用途")
        told = (subject is None and intent in _SECTIONS) or not _AMOUNT_ASKED.search(text)
        return Operation.LIST if listed else Operation.NARRATIVE if told else Operation.LOOKUP
    if asked is not None and (subject is not None or asked is not Operation.CHANGE):
        return asked
    asks_amount = _AMOUNT_ASKED.search(text)
    told = (intent in _SECTIONS and "多少" not in text) or (intent is not None and not asks_amount)
    told = told or (subject is None and not asks_amount and not MONEY_NAMED.search(text))
    return Operation.NARRATIVE if told else Operation.LOOKUP
