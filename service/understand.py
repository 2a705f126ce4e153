"""A question to a plan: what is asked of whom and when, in the terms of the store (问句理解)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.accounts import label_to_account
from ingest.model import Fact, Flow, Fund, Stage
from ingest.statements import STATEMENTS, UNKNOWN, title_to_statement
from service import vocabulary
from service.model import Operation, Plan, Term
from service.subjects import CODED_KINDS, PHRASE_KINDS, find_phrase, find_subjects, lexicon
from service.terms import Match, find, free_runs, rows_to_words
from service.wording import Wording

_OPERATIONS = rows_to_words(vocabulary.OPERATIONS)
_INTENTS = rows_to_words((intent, words) for intent, words, _ in vocabulary.INTENTS)
_STAGES = rows_to_words(vocabulary.STAGES)
_FUNDS = rows_to_words(vocabulary.FUNDS)
_COUNTS = rows_to_words(vocabulary.COUNT_UNITS)
_MONEY = rows_to_words(vocabulary.MONEY_WORDS)
_INTENT_ORDER = {intent: rank for rank, (intent, _, _) in enumerate(vocabulary.INTENTS)}
_LOOSE_INTENTS = ("绩效", "叙述")
#: Operations that mean the body's whole expenditure where nothing is named.
_OF_ALL = (Operation.COMPLETION, Operation.VARIANCE, Operation.CHANGE, Operation.CHANGE_RATE)
_MANY = (Operation.TREND, Operation.COMPARE, Operation.SUM)
_ORDER = {operation: rank for rank, (operation, _) in enumerate(vocabulary.OPERATIONS)}
_STATEMENT = re.compile(r"[\u4e00-\u9fff]{4,34}?表(?=中|里|上|的|$|[\u4e00-\u9fff\d])")
_AMOUNT_ASKED = re.compile(
    r"多少|几[^乎]|多大|数额|金额|是多|共计|占比|比重|百分|决算数|预算数|执行数|得分|率$|完成值|平均|个数|数量|人数|次数"
)
_BUDGET_AGAINST = re.compile(
    r"(?:决算|支出|实际|执行|花).{0,14}(?:比|较|与|和|跟|同).{0,4}预算|预算.{0,6}(?:与|和|跟|同|比).{0,6}(?:决算|实际|执行)|超预算|超支"
)
_RATED = re.compile(r"百分|%|幅度|增速|[增降涨减]幅|增长率|下降率")
#: How a question over several figures ends that asks for their sum.
_ADDED = re.compile(
    r"(?:合计|一共|总共|共计|拢共|总和|加起来|一起)[^，。？]{0,6}(?:多少|几[个元万亿]|$)|(?:合计|总和)"
)
_EACH = re.compile(r"分别|各自|各是|各有|各为|各花|各多少")
_SHARED = re.compile(r"占(?!道|用|地|有).{1,20}(?:百分|比[例重列]|几成|份额|多少(?![个件辆次人处家条座]))")
#: Intents whose sections are asked for even where 几 or 多少 is said.
_SECTIONS = ("重点工作", "职责", "问题", "改进")
_FUND_ACCOUNTS = {
    Fund.GOVERNMENT_FUND: "政府性基金预算财政拨款收入",
    Fund.STATE_CAPITAL: "国有资本经营预算财政拨款收入",
    Fund.GENERAL: "一般公共预算财政拨款收入",
    Fund.APPROPRIATION: "财政拨款收入",
}


def understand(
    text: str, spans: Sequence[tuple[int, int]], facts: Sequence[Fact], based: bool = False
) -> Plan:
    """The plan of a question.

    ``spans`` are explained already (body, year), ``facts`` those it may be about; ``based`` says that another
    year is named to compare with.
    """
    wording = Wording.of(text, spans)
    content = wording.left()
    statement = _statement(wording)
    intent = _intent(wording)
    asked = _asked(wording, intent, based)
    words = lexicon(facts)
    fund = _fund(wording, words)
    stage = _stage(wording)
    count_unit = wording.seen(_COUNTS)
    added = asked is Operation.SUM or is_added(wording.text)
    found = find_subjects(wording, facts, words, asked is Operation.SHARE, added)
    subject = found.subject or _subject_of_fund(fund, stage) or _subject_of_statement(statement)
    wording.first(_STAGES)
    wording.claim_all(_OPERATIONS)
    wording.claim_all(_INTENTS)
    unit = wording.has(_MONEY)
    wording.first(_MONEY)
    wording.first(_COUNTS)
    phrase = (
        find_phrase(wording, _uncounted(content), facts, count_unit, subject)
        if _leaves_room(subject, wording, count_unit)
        else None
    )
    if phrase is not None:
        subject = phrase.subject
        _claim_words(wording, phrase.subject)
    rest = wording.rest()
    if found.summed:
        asked = Operation.SUM
    of_budget = stage in (Stage.BUDGET, Stage.INITIAL_BUDGET) and bool(_AMOUNT_ASKED.search(text))
    assumed = subject is None and (asked in (*_OF_ALL, *_MANY) or (of_budget and not count_unit)) and not rest
    if assumed:
        subject = Term("本年支出合计", "总额")
    return Plan(
        operation=_settle(asked, intent, subject, text),
        stage=stage,
        fund=fund or (statement[1] if statement else None),
        flow=statement[2] if statement else None,
        statement=statement[0] if statement else found.statement,
        subject=subject,
        breakdown=found.breakdown,
        base=phrase.base if phrase else found.base,
        unit=unit,
        count_unit=count_unit,
        intent=intent,
        text=content,
        explained=_explained(rest, phrase.subject.name if phrase else found.words),
        taken=tuple(rest),
        also=found.rivals if phrase is None else (),
        assumed=assumed,
        unlisted=found.unknown,
    )


def is_added(text: str) -> bool:
    """Whether the question asks for one sum of what it names, not for each (分别)."""
    return bool(_ADDED.search(text)) and not _EACH.search(text)


def _statement(wording: Wording) -> tuple[str, Fund | None, Flow] | None:
    """Name, fund and flow of the statement that a question names by its title."""
    for start, run in free_runs(wording.text, wording.taken):
        match = _STATEMENT.search(run)
        known = title_to_statement(match[0]) if match else UNKNOWN
        if match and known is not UNKNOWN and "绩效" not in known.name:
            wording.claim(Match(start + match.start(), start + match.end(), match[0], known))
            return known.name, known.fund if known.fund is not Fund.ALL else None, known.flow
    return None


def _operation(wording: Wording, intent: str | None) -> Operation | None:
    """What the words ask for; of several the one that stands first in the vocabulary."""
    if _BUDGET_AGAINST.search(wording.text) and intent != "原因" and not _is_rate(wording.text):
        return Operation.VARIANCE
    if _SHARED.search(wording.text) and not _is_rate(wording.text):
        return Operation.SHARE
    found = {m.value for m in find(wording.text, _OPERATIONS)}
    if intent == "原因":
        return Operation.NARRATIVE
    return min(found, key=lambda o: _ORDER[o]) if found else None


def _asked(wording: Wording, intent: str | None, based: bool) -> Operation | None:
    """The operation of the words, a change told as a rate where a rate is asked for."""
    asked = _operation(wording, intent)
    if asked is Operation.CHANGE and _RATED.search(wording.text):
        return Operation.CHANGE_RATE
    if based and asked in (None, Operation.VARIANCE):
        rates = any(m.value is Operation.CHANGE_RATE for m in find(wording.text, _OPERATIONS))
        return Operation.CHANGE_RATE if rates else Operation.CHANGE
    return asked


def _stage(wording: Wording) -> Stage | None:
    """The stage that is named; 预算 within the name of a fund names none."""
    text = re.sub(r"(一般公共|基金|经营|公共财政)预算", lambda m: "〇" * len(m[0]), wording.text)
    found = find(text, _STAGES, wording.taken)
    return max(found, key=lambda m: m.length).value if found else None


def _uncounted(text: str) -> str:
    """A text without the words that ask how many (多少座)."""
    trial = Wording.of(text, ())
    for match in trial.matches(_COUNTS):
        trial.claim(match)
    return trial.left()


def _is_rate(text: str) -> bool:
    return any(m.value is Operation.COMPLETION for m in find(text, _OPERATIONS))


def _intent(wording: Wording) -> str | None:
    """What running text is asked for; a word for one kind of section before a word for any, the longest first."""
    found = find(wording.text, _INTENTS)
    if not found:
        return None
    return min(found, key=lambda m: (m.value in _LOOSE_INTENTS, -m.length, _INTENT_ORDER[m.value])).value


def _fund(wording: Wording, words: Mapping[str, Term]) -> Fund | None:
    """A fund named before 支出 or alone; before 收入, or within the name of an account, it is part of the name."""
    for match in wording.matches(_FUNDS):
        follow = wording.text[match.end :]
        if follow.startswith(("收入", "拨款收入", "预算收入")) and not follow.startswith("收入支出"):
            continue
        if any(
            m.start <= match.start and match.end <= m.end and m.length > match.length + 1
            for m in wording.matches(words)
        ):
            continue
        wording.claim(match)
        return match.value
    return None


def _subject_of_fund(fund: Fund | None, stage: Stage | None) -> Term | None:
    if fund is not None and stage in (Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET):
        return Term("本年支出合计", "总额")  # what was planned at first is told of expenditure
    return Term(_FUND_ACCOUNTS[fund], "收入来源") if fund in _FUND_ACCOUNTS else None


def _subject_of_statement(statement: tuple[str, Fund | None, Flow] | None) -> Term | None:
    """「…总表的总计是多少」: a statement named without an account means its total."""
    if statement is None:
        return None
    known = next((s for s in STATEMENTS if s.name == statement[0]), UNKNOWN)
    account = label_to_account(known.total or "支出总计")
    return Term(account.name, account.kind) if account else None


def _leaves_room(subject: Term | None, wording: Wording, count_unit: str | None) -> bool:
    """Whether a sentence's own words may be meant: nothing is named yet, or only 支出 where things are counted."""
    if subject is None:
        return True
    generic = subject.kind == "总额" or (
        subject.kind in PHRASE_KINDS and subject.kind != "项目" and bool(wording.rest())
    )
    other = subject.kind not in CODED_KINDS and subject.kind not in PHRASE_KINDS
    if other and not generic and sum(map(len, wording.rest())) >= 3:
        return True
    return bool(count_unit) or (generic and sum(map(len, wording.rest())) >= 3)


def _claim_words(wording: Wording, phrase: Term) -> None:
    name = "".join((*phrase.path, phrase.name))
    for size in range(len(wording.text), 1, -1):
        for start in range(len(wording.text) - size + 1):
            part = wording.text[start : start + size]
            if part in name and not any(wording.taken[start : start + size]):
                wording.claim(Match(start, start + size, part, phrase))


def _settle(asked: Operation | None, intent: str | None, subject: Term | None, text: str) -> Operation:
    """The operation, once it is known whether there is a subject to apply it to."""
    if asked is Operation.NARRATIVE:
        return asked
    if asked is Operation.DEFINITION:
        return Operation.NARRATIVE if intent is not None and intent not in _LOOSE_INTENTS else asked
    if asked is Operation.EXISTENCE and subject is None:
        return Operation.NARRATIVE
    if asked is not None and (subject is not None or asked is not Operation.CHANGE):
        return asked
    if intent in _SECTIONS and "多少" not in text:
        return Operation.NARRATIVE
    if intent is not None and not _AMOUNT_ASKED.search(text):
        return Operation.NARRATIVE
    if subject is None and not _AMOUNT_ASKED.search(text):
        return Operation.NARRATIVE
    return Operation.LOOKUP


def _explained(rest: Sequence[str], words: str) -> float:
    """Share of the content that is understood: a long name found outweighs a stray word, a short one does not."""
    unknown = sum(len(run) for run in rest)
    known = max(len(words), 1)
    return known / (known + unknown)
