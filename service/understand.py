"""A question to a plan: what is asked of whom and when, in the terms of the store (问句理解)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.accounts import label_to_account
from ingest.model import Flow, Fund, Measure, Stage
from ingest.statements import STATEMENTS, UNKNOWN, title_to_statement
from ingest.text import chinese_number, fold
from service import vocabulary
from service.cues import Cue, operation_of
from service.lexicon import Lexicon
from service.model import PHRASE_KINDS, Operation, Plan, Term
from service.search import Hit, search, usual_of
from service.segments import Role, Word, segment
from service.subjects import Subjects, find_subjects
from service.terms import Match, find, free_runs, rows_to_words
from service.wording import PARTICLES, Wording

_STAGES = rows_to_words(vocabulary.STAGES)
_FUNDS = rows_to_words(vocabulary.FUNDS)
_MONEY = rows_to_words(vocabulary.MONEY_WORDS)
_INTENT_ORDER = {intent: rank for rank, (intent, _, _) in enumerate(vocabulary.INTENTS)}
_LOOSE_INTENTS = ("绩效", "叙述")
#: Operations that mean the body's whole expenditure where nothing is named.
_OF_ALL = (Operation.COMPLETION, Operation.VARIANCE, Operation.CHANGE, Operation.CHANGE_RATE)
_MANY = (Operation.TREND, Operation.COMPARE, Operation.SUM, Operation.RANK, Operation.AVERAGE, Operation.TOP_SHARE,
         Operation.COUNT)  # fmt: skip
_STATEMENT = re.compile(r"[\u4e00-\u9fff]{4,34}?表(?=中|里|上|的|$|[\u4e00-\u9fff\d])")
_AMOUNT_ASKED = re.compile(
    r"多少|几[^乎]|多大|数额|金额|是多|共计|占比|比重|百分|决算数|预算数|执行数|得分|率$|完成值|平均|个数|数量|人数|次数|[件项个户]数"
)
_BUDGET_AGAINST = re.compile(
    r"(?:决算|支出|实际|执行|花).{0,14}(?:比|较|与|和|跟|同).{0,4}预算|预算.{0,6}(?:与|和|跟|同|比).{0,6}(?:决算|实际|执行)"
)
#: How a question over several figures ends that asks for their sum.
_ADDED = re.compile(
    r"(?:合计|一共|总共|共计|拢共|总和|加起来|一起)[^，。？]{0,6}(?:多少|几[个元万亿]|$)|(?:合计|总和)"
)
#: How why is asked without saying so: 咋又多了, 怎么没花完; 怎么…多少 asks for a figure.
_WHY = re.compile(
    r"(?:咋|怎么|怎就|为什么|为啥|为何|干嘛|凭啥|凭什么).{0,14}?(?:多了|少了|增|减|涨|降|没[^有]|不[到足够]|超|高了|低了|变[多少高低])(?!.*(?:多少|几))"
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
    text: str, spans: Sequence[tuple[int, int]], lexicon: Lexicon, based: bool = False
) -> Plan:
    """The plan of a question.

    ``spans`` are explained already (body, year); ``lexicon`` holds the names of the body it may be about; ``based``
    says that another year is named to compare with.
    """
    wording = Wording.of(text, spans)
    content = wording.left()
    statement = _statement(wording)
    fund = _fund(wording, lexicon.words)
    stage = _stage(wording)
    words = segment(wording.text, wording.taken, lexicon)
    intent = _intent(wording.text, words)
    asked = _asked(wording, words, intent, based)
    count_unit = _longest(words, Role.COUNT)
    added = asked is Operation.SUM or is_added(wording.text)
    own = _content(wording, words)
    for word in words:
        if word.role in (Role.UNIT, Role.COUNT):
            wording.claim(Match(word.start, word.end, word.text, None))
    matches = [Match(w.start, w.end, w.text, w.value, w.exact) for w in words if w.role is Role.SUBJECT]
    found = find_subjects(wording, matches, lexicon, asked is Operation.SHARE, added)  # type: ignore[arg-type]
    subject = found.subject or _subject_of_fund(fund, stage) or _subject_of_statement(statement)
    for word in words:
        wording.claim(Match(word.start, word.end, word.text, None))
    hit = _searched(wording, own, lexicon, count_unit, found, subject, asked)
    base = found.base
    if hit is not None:
        subject, base = hit[0].term, hit[1] or base
    rest = wording.rest() if hit is None else []
    explained = _explained(rest, found.words) if hit is None else max(hit[0].explained, hit[0].said)
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
        breakdown=found.breakdown if hit is None else None,
        base=base,
        unit=find_unit(wording),
        count_unit=count_unit,
        intent=intent,
        text=content,
        explained=explained,
        taken=tuple(rest),
        also=found.rivals if hit is None else (),
        assumed=assumed,
        unlisted=found.unknown,
        stages=_stages(wording, words, asked),
        per=_per(wording.text),
        least=bool(_LEAST.search(wording.text)),
        top=_top(wording.text),
    )


def _asked(wording: Wording, words: Sequence[Word], intent: str | None, based: bool) -> Operation | None:
    """What the cues of a question ask for together; the pattern of a sentence may give a cue too."""
    cues = {w.value for w in words if w.role is Role.CUE and isinstance(w.value, Cue)}
    if intent == "原因":
        return Operation.NARRATIVE
    if _SHARED.search(wording.text):
        cues.add(Cue.SHARE)
    if _BUDGET_AGAINST.search(wording.text) and not cues & {Cue.RATIO, Cue.DONE}:
        cues.add(Cue.OVER)
    if based:
        cues = cues | {Cue.CHANGE} if not cues & {Cue.OVER} else (cues - {Cue.OVER}) | {Cue.CHANGE}
    return operation_of(frozenset(cues))


def _intent(text: str, words: Sequence[Word]) -> str | None:
    """What running text is asked for; a word for one kind of section before a word for any, the longest first."""
    if _WHY.search(text):
        return "原因"
    found = [w for w in words if w.role is Role.INTENT]
    best = min(
        found,
        key=lambda w: (w.value in _LOOSE_INTENTS, w.start - w.end, _INTENT_ORDER[str(w.value)]),
        default=None,
    )
    return str(best.value) if best else None


#: What an average is taken over, by the words that say so; tried from the top.
_PER: tuple[tuple[str, str], ...] = (
    (r"每人次|人次均", "人次"),
    (r"人均|每个?人(?!次)|一个人", "人"),
    (r"每辆|每台车|一辆车|每部车|车均", "辆"),
    (r"每批次?|批均", "批次"),
    (r"每个?月|月均|一个月", "月"),
    (r"每天|日均|一天", "天"),
    (r"每个?季度?|季均", "季度"),
    (r"每周|周均", "周"),
    (r"每件|件均", "件"),
    (r"每次|次均", "次"),
    (r"每家|每户", "家"),
    (r"每平方?米", "平方米"),
    (r"每[个项]|一个项目|项目平均", "个"),
)
_LEAST = re.compile(r"最少|最小|最低|垫底|倒数|从小到大|从低到高|由低到高|由小到大|从少到多|由少到多|最便宜|最省")
_TOP = re.compile(r"前([一二三四五六七八九十两\d]+)|最[大多高](?:的|几)?([二两三四五六七八九十\d]+)[个项类]|([二两三四五六七八九十\d]+)大(?:支出|类|项|科目)")


def _stages(wording: Wording, words: Sequence[Word], asked: Operation | None) -> tuple[Stage, ...]:
    """Budget and outcome side by side, 「年初预算多少，实际多少」; none where one of them is only compared with."""
    found = tuple(dict.fromkeys(w.value for w in words if w.role is Role.STAGE and isinstance(w.value, Stage)))
    apart = asked in (None, Operation.COMPARE) and re.search(r"多少.*多少|分别|各是?|各自|各多少", wording.text)
    return found if len(found) > 1 and apart else ()


def _per(text: str) -> str:
    return next((unit for pattern, unit in _PER if re.search(pattern, text)), "")


def _top(text: str) -> int:
    """How many places of a ranking are asked for, 0 where it is not said; all where it is an order that is asked for."""
    match = _TOP.search(text)
    if match:
        digits = next(filter(None, match.groups()))
        return int(digits) if digits.isdigit() else chinese_number(digits.replace("两", "二")) or 0
    return _ALL if re.search(r"从.到.|由.到.|排列|排序|排一下|排个", text) else 0


_ALL = 40
_RATES = frozenset((Measure.RATE, Measure.SHARE, Measure.COMPLETION))


#: What may stand beside a unit that is counted without naming another thing.
_SAYS_ONLY = re.compile(r"公车|车辆|汽车|车|买|购置|购|编制|在编|在职|退休|离退休|人员|职工")


def _measures(wording: Wording, content: str) -> frozenset[Measure]:
    """What kind of figure is asked for: a rate where the thing is called one, money where it is asked in money."""
    if content.endswith(("率", "度")):
        return _RATES
    money = find_unit(wording) is not None or "多少钱" in wording.text
    return frozenset((Measure.AMOUNT,)) if money else frozenset()


def _longest(words: Sequence[Word], role: Role) -> str | None:
    """Value of the longest word in a role."""
    best = max((w for w in words if w.role is role), key=lambda w: w.end - w.start, default=None)
    return str(best.value) if best else None


def find_unit(wording: Wording) -> str | None:
    """The unit of money that the answer is asked in."""
    return wording.has(_MONEY)


def _content(wording: Wording, words: Sequence[Word]) -> str:
    """What a question says of its subject: without body, year, operation, unit and filler."""
    trial = Wording(wording.text, list(wording.taken))
    for word in words:
        particle = word.role is Role.FILLER and word.text in PARTICLES
        if word.role not in (Role.SUBJECT, Role.GENERIC, Role.INTENT) and not particle:
            trial.claim(Match(word.start, word.end, word.text, None))
    kept = "".join(" " if t else c for c, t in zip(trial.text, trial.taken, strict=True))
    return " ".join(part.strip("".join(PARTICLES)) for part in kept.split()).strip()


def _searched(
    wording: Wording,
    content: str,
    lexicon: Lexicon,
    count_unit: str | None,
    found: Subjects,
    subject: Term | None,
    asked: Operation | None,
) -> tuple[Hit, Term | None] | None:
    """A thing told of in the document's own words, where no account explains the question as well."""
    if found.summed or found.breakdown or found.rivals or asked is Operation.DEFINITION:
        return None
    unknown = sum(map(len, wording.rest()))
    if subject is not None and not unknown and not (count_unit and subject.kind not in PHRASE_KINDS):
        return None
    if subject is not None and subject.code and subject.code in wording.text:
        return None
    parts = re.split(r"里面|之中|当中|[里中]", content, maxsplit=1)
    if asked is Operation.SHARE and len(parts) == 2:
        whole, part = (search(p, lexicon.facts, count_unit) for p in parts)
        if whole and part and whole.term != part.term:
            return part, whole.term
    measures = _measures(wording, content)
    hit = search(content, lexicon.facts, count_unit, measures)
    if hit is None and count_unit is not None and subject is not None:
        hit = search(re.sub(r"(?:经费|费用|支出|费)$", "", fold(subject.name)), lexicon.facts, count_unit)
    if hit is None and count_unit is not None:
        bare = not _SAYS_ONLY.sub("", "".join(wording.rest()))
        usual = usual_of(count_unit, wording.text, lexicon.facts) if bare else None
        hit = Hit(usual, 1.0, 1.0, 1.0) if usual else None
    known = len(found.words) / (len(found.words) + unknown) if found.words else 0.0
    if hit is None or (subject is not None and not count_unit and hit.explained <= known + 0.05):
        return None
    return hit, None


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


def _stage(wording: Wording) -> Stage | None:
    """The stage that is named; 预算 within the name of a fund names none."""
    text = re.sub(r"(一般公共|基金|经营|公共财政)预算", lambda m: "〇" * len(m[0]), wording.text)
    found = find(text, _STAGES, wording.taken)
    return max(found, key=lambda m: m.length).value if found else None


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


def _settle(asked: Operation | None, intent: str | None, subject: Term | None, text: str) -> Operation:
    """The operation, once it is known whether there is a subject to apply it to."""
    if asked is Operation.NARRATIVE:
        return asked
    if asked is Operation.DEFINITION:
        return Operation.NARRATIVE if intent is not None and intent not in _LOOSE_INTENTS else asked
    if asked is Operation.EXISTENCE and subject is None:
        return Operation.NARRATIVE
    if asked is Operation.LIST:
        listed = subject is not None and subject.kind not in PHRASE_KINDS and intent in (None, "叙述", "用途")
        return Operation.LIST if listed else Operation.LOOKUP if _AMOUNT_ASKED.search(text) else Operation.NARRATIVE
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
