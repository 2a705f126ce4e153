"""What the words of a question say apart from its subject: operation, stage, fund, units, statement (听句)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.model import Flow, Fund, Stage
from ingest.patterns import regex
from ingest.statements import UNKNOWN, title_to_statement
from ingest.text import chinese_number
from service.accounts.less import left_out
from service.accounts.lexicon import Lexicon
from service.figures.divisors import UNIT_SAID
from service.model import Operation, Term
from service.read import vocabulary
from service.read.added_said import EACH, is_added
from service.read.cues import Cue, operation_of
from service.read.measure_words import Counted, measure_said
from service.read.own_content import without_particles, without_place
from service.read.own_kind import own_kind
from service.read.segments import Role, Word, segment
from service.read.stage_said import stage_said
from service.read.terms import Match, find, free_runs, rows_to_words
from service.read.wording import PARTICLES, Wording

_FUNDS = rows_to_words(vocabulary.FUNDS)
#: Kinds of accounts that are the same for every fund: a fund within their name still says which is meant.
_OF_ANY_FUND = ("支出结构", "总额")
_MONEY = rows_to_words(vocabulary.MONEY_WORDS)
_INTENT_ORDER = {intent: rank for rank, (intent, _, _) in enumerate(vocabulary.INTENTS)}
LOOSE_INTENTS = ("绩效", "叙述")
_STATEMENT = regex(r"[\u4e00-\u9fff]{4,34}?表(?=中|里|上|的|$|[\u4e00-\u9fff\d])")
#: 「跟2019年比哪年多」「2024年决算数与2025年预算数比较」 wants both figures.
_WHICH_YEAR = regex(
    r"比.*哪一?年(?:更)?[多少高低大小]|[与和跟同]\d{2,4}年[^，]{0,8}(?:比较|对比)(?:一下|情况|结果)?$"
)
#: The number of a form (公开09表): which statement it is differs from place to place.
#: 「占比和2017年比怎么样」 asks how it moved; 「与上年相比…占比多少」 only says what is beside it.
_MOVED = regex(r"怎么样|如何|变化|变动|增加|减少|提高|下降|上升|降低|多了|少了|高了|低了|高还是低|升还是降")
_NUMBERED = regex(r"(?:公开|预算|附|表)\d{1,2}(?:号?表)?(?![\d年])")
_BUDGET_AGAINST = regex(
    r"(?:决算|支出|实际|执行|花).{0,14}(?:比|较|与|和|跟|同).{0,4}预算|预算.{0,6}(?:与|和|跟|同|比).{0,6}(?:决算|实际|执行)"
    r"|(?:比|较)(?:年初|全年|调整后?)?预算数?.{0,3}(?:多|少|超|省|增|减|高|低|差|降|涨|升)"
)
_OFF_BUDGET_BY = regex(
    r"(?:比|较|与|跟|和)(?:年初|全年|调整后?|当年|本年)?预算(?:数|安排)?(?:相比)?，?.{0,3}(?:多|少|超|增|减|高|低|降|涨|升)(?![^，。？]{0,6}几?个?百分点)"
)
#: 「怎么回事，一下多了多少」 asks for the figure.
_SO_WHAT = regex(r"^(?=.*[怎咋]么?回事).*(?:多少|几[个万千百])")
#: How why is asked without saying so: 咋又多了, 怎么没花完; 怎么…多少 asks for a figure.
_WHY = regex(
    r"(?:咋|怎么|怎就|为什么|为啥|为嘛|为哈|为撒|为何|干嘛|凭啥|凭什么).{0,14}?(?:多了|少了|增|减|涨|降|没[^有]|不[到足够]|超|高了|低了|变[多少高低]|只用|只花|才用|才花)(?!.*(?:多少|几))"
)
_SHARED = regex(r"占(?!道|用|地|有).{1,20}(?:百分|比[例重列]|几成|份额|多少(?![个件辆次人处家条座]))")
#: 「实际用的只有预算的百分之几」「钱花掉百分之几」: how far the budget was used.
_OF_BUDGET = regex(
    r"预算(?:数)?(?:里面?|中|内)?，?(?:真正|实际|到底|最后|最终)?(?:用|花)(?:掉|了|去|出去)+的?(?:占|有|是)?(?:了)?(?:百分之?[几多]|多少百分|几成)|"
    r"(?<!占)(?<!占总)(?<!占(?:本年|当年|年度|全部|全年|部门|单位))(?:用|花|支出|执行)[^，占]{0,8}(?:有|是|到)?(?:了)?(?:年初|全年|调整)?预算的?(?:百分之?|几成|多大比例)|(?:钱|资金|经费)(?:花|用)(?:掉|了|出去)?(?:百分之?几|几成|百分之多少)|(?:用|花)(?:掉|出去)了?(?:百分之?[几多]|几成)"
)
_HALF = regex(r"(?:超过?|不到|不足|占|有没有)(?:了)?(?:一半|半数)|过半")  # asks for a share
#: 「工资福利支出占人员经费」, without a word for how much.
_OF_WHOLE = regex(r"占(?!道|用|地|有|比|多|了|到|去|几|所)[^，。？占]{2,14}(?:的)?(?:呢)?(?:，|$)")
#: 「哪家的平均分高」 compares as 谁高 does.
_WHOSE = regex(
    r"(?:谁|哪[家边个]|哪一[家边个年])[^，。？]{1,14}[高低多大](?:些|一些|一点|点)?(?:[，。？啊呀呢]|$)"
)
#: What adds up the counts of several bodies or years, behind their unit.
_TOGETHER = r"(?:之和|合计|总计|总和|总数|加起来|加一起|相加|一?共)[^，。？]{0,6}"
#: Which of several has more, behind what is counted.
_SIDE = r"(?:更|最|比较|(?:哪年|谁|哪[家边个])更?)?(?:多(?!少)|少|高|低)"
#: Things that are counted without a word for the unit: 「哪家的车更多」.
_UNSAID: tuple[tuple[str, str], ...] = (
    (r"(?:在职|在编|在岗|职工|员工)(?:的)?人?(?:数|员)?(?:更|最)?[多少](?!少)", "人"),
    (
        r"保有[量数]|(?:公务用?车|公务车辆|公车|车辆|汽车)(?:的)?(?:总数|合计)?(?:数量?|台数|辆数)?(?<=数|量)(?:合计|总计)?(?=[是有为呢]|多少|$)",
        "辆",
    ),
    (r"(?:楼|大厦|建筑|塔|房)[^，]{0,4}有?多高", "米"),
    (rf"(?:来访|接待|来宾)的?批次数?(?:是多少|是几|多少|呢|{_TOGETHER})?$", "批次"),
    (rf"(?:来访|接待|来宾)的?人次数?(?:是多少|是几|多少|呢|{_TOGETHER})?$", "人次"),
    (rf"(?:来访|接待|来宾)(?!费)[^，。？每均]{{0,8}}批次数?{_SIDE}", "批次"),
    (rf"(?:来访|接待|来宾)(?!费)[^，。？每均]{{0,8}}人次数?{_SIDE}", "人次"),
    (r"车辆?(?:数量?)?(?:的)?(?:更|最|比较)[多少]|谁的?车[多少](?!少)|车[多少](?:了|些|吗|$)", "辆"),
    (r"(?:有没有|有无|有)(?:自己的)?(?:公务用?车|公车|车辆|汽车|车子|车)(?:吗|呢|啊|么|没有)?$", "辆"),
    (r"人(?:员|手)?(?:数)?(?:更|最|比较)[多少]", "人"),
    (
        r"多少(?:群众|居民|百姓|市民|村民|老人|老年人|学生|孩子|儿童|残疾人|患者|病人|游客|观众|读者)"
        r"(?![\u4e00-\u9fff]{0,3}(?:钱|补|费|工资|经费|资金|万元))",
        "人",
    ),
    (r"多少(?:公务用?车|公车|车辆|车子|汽车)(?!.{0,4}(?:钱|费|运行|购置))", "辆"),
)
#: What an average is taken over, by the words that say so; tried from the top.
_PER: tuple[tuple[str, str], ...] = (
    (r"每个?人次|人次均", "人次"),
    (r"人均|每个?人(?!次)|一个人|每(?:个|名|位)?(?:退休|离休|离退休)", "人"),
    (r"每辆|每台车|一辆车|每部车|车均|(?:平均|摊到|养)[^，]{0,2}一[辆台部](?:公?务?用?车)?", "辆"),
    (r"[每一]批次?|批均", "批次"),
    (r"每个?月|月均|一个月", "月"),
    (r"每天|日均|一天", "天"),
    (r"每个?季度?|季均", "季度"),
    (r"每周|周均", "周"),
    (r"每件|(?<!第)一件|件均", "件"),
    (r"每次|(?<!第)(?<!头)一次|次均", "次"),
    (r"每家|每户", "家"),
    (r"每平方?米", "平方米"),
    (r"每[个项]|一个项目|项目平均", "个"),
)
#: A bound that is asked about beside the figure: 「过没过5个亿」.
_BOUND = regex(
    r"(?:有没有|过没过|超没超|超过|过没|够不够|到没到|是不是(?:超过|过)|能不能到)(?:超?过|到)?\d+(?:\.\d+)?[个]?(?:千万|百万|[亿万千百])元?(?:了|吗|没有|没)?"
)
#: How many days an average is over, and 「办一件」, which says what it is over.
_OVER = regex(
    r"按(?:一年)?\d{2,3}个?(?:工作日|天)(?:来?(?:计算|算))?|(?<=[办处受接])(?:理|到)?[一每]件"
    r"|(?:平均|摊到)[一每][辆台部]|[一每][辆台部](?:公车|公务用?车|车)?平均"
)
_LEAST = regex(
    r"最少|最小|最低|最差|最慢|第[二三四五六七八九][少小低差慢]|垫底|倒数|从小到大|从低到高|由低到高|由小到大|从少到多|由少到多|最便宜|最省"
)
_MOST = regex(r"最[多大高]|[从由][大高多]到[小低少]")
_FIRST_OF = regex(r"[排居占前列]前([一二三四五六七八九十两\d]+)(?!个?(?:季度|月|年|天|周))")
_TOP = regex(
    r"前([一二三四五六七八九十两\d]+)(?!个?(?:季度|月|年|天|周))|最[大多高少小低](?:的|几)?([二两三四五六七八九十\d]+)[个项类样种块家]|哪([二两三四五六七八九十\d]+)[个项类样种块家][^，]{0,8}最|([二两三四五六七八九十\d]+)大(?:支出|类|项|科目)"
)
#: Accounts of a level are no things that sentences count.
_OF_LEVEL = regex(
    r"[类款项]级(?:功能|支出|经济)*科目(?:一共|总共|共)*(?:有|是)?(?:几|多少)个|(?:几|多少)个[类款项]级"
)
_ALL = 40
_NTH = regex(
    r"(?<![比较跟和与])(?:第|排名?第?)([二三四五六七八九2-9])"
    r"(?=[大多高少小低名位贵差慢快好]|是|的|谁|呢|烧钱|费钱|花钱|便宜|$)(?!名?到)"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a question says of everything but its subject; ``content`` is what it says of that, ``said`` all words
    but those of body and year."""

    words: tuple[Word, ...]
    asked: Operation | None
    intent: str | None
    statement: tuple[str, Fund | None, Flow] | None
    fund: Fund | None
    stage: Stage | None
    stages: tuple[Stage, ...]
    yearly: bool
    unit: str | None
    count_unit: str | None
    content: str
    added: bool
    per: str
    least: bool
    top: int
    nth: int
    said: str


def hear(wording: Wording, lexicon: Lexicon, based: bool) -> Heard:
    """Read the words of a question; places of statement, fund, units and counts are claimed, those of others are not.

    ``based`` says that another year is named to compare with.
    """
    for called in own_kind(wording.text, wording.taken, lexicon.bodies):
        wording.claim(called)
    said = "".join(" " if t else c for c, t in zip(wording.text, wording.taken, strict=True))
    for match in _NUMBERED.finditer(wording.text):
        wording.claim(Match(match.start(), match.end(), match[0], None))
    statement = _statement(wording)
    for low, high in wording.brackets:
        if wording.text[low:high].endswith("表"):  # a table pointed at by no title of a statement
            wording.claim(Match(low, high, wording.text[low:high], None))
    fund = _fund(wording, lexicon.words)
    stage = stage_said(wording, lexicon.words)
    measured = measure_said(wording.text, lexicon.facts)
    if measured is not None:
        wording.claim(Match(measured.start, measured.end, measured.unit, None))
    words = segment(wording.text, wording.taken, lexicon, wording.pauses)
    intent = _intent(wording.text, words)
    asked = _asked(wording, words, intent, based)
    for match in (*_OVER.finditer(wording.text), *_BOUND.finditer(wording.text)):
        wording.claim(Match(match.start(), match.end(), match[0], None))
    content = without_place(_content(wording, words), lexicon.is_of_body)
    claim(wording, words, Role.UNIT, Role.COUNT)
    text = wording.text
    return Heard(
        tuple(words), asked, intent, statement, fund, stage, _stages(wording, words, asked),
        any(w.value is Cue.TREND for w in words), _money_unit(wording, words, measured),
        None if _OF_LEVEL.search(text) else _unit_counted(words, measured) or _counted(text), content,
        asked is Operation.SUM or is_added(text), _per(text),
        _least(text), _top(text), _nth(text), said,
    )  # fmt: skip


def _money_unit(wording: Wording, words: Sequence[Word], measured: Counted | None) -> str | None:
    """The unit of money that is asked for; 「多少万平方米」 is no 万元."""
    spans = [(w.start, w.end) for w in words if w.role is Role.COUNT]
    spans += [(measured.start, measured.end)] if measured is not None else []
    masked = [any(low <= place < high for low, high in spans) for place in range(len(wording.text))]
    found = find(wording.text, _MONEY, masked)
    return max(found, key=lambda m: m.length).value if found else _unit_at_end(wording.text)


def _unit_counted(words: Sequence[Word], measured: Counted | None) -> str | None:
    return measured.unit if measured is not None else _longest(words, Role.COUNT)


def claim(wording: Wording, words: Sequence[Word], *roles: Role) -> None:
    """Mark the places of words as explained: of these roles, of all where none is named."""
    for word in words:
        if not roles or word.role in roles:
            wording.claim(Match(word.start, word.end, word.text, None))


def _asked(wording: Wording, words: Sequence[Word], intent: str | None, based: bool) -> Operation | None:
    """What the cues of a question ask for together; the pattern of a sentence may give a cue too."""
    if intent == "原因" and not _SO_WHAT.search(wording.text):
        return Operation.NARRATIVE
    cues = _cues(wording, words)
    if based and Cue.SHARE in cues and not _MOVED.search(wording.text):
        return operation_of(frozenset(cues))
    if Cue.POINTS in cues and Cue.SHARE in cues and not based and not _MOVED.search(wording.text):
        cues = (cues - {Cue.POINTS}) | {Cue.RATIO}  # 「占总采购几个百分点」 says 百分之几 in other words
    if based and _WHICH_YEAR.search(wording.text):
        return Operation.COMPARE
    if based:
        cues = cues | {Cue.CHANGE} if not cues & {Cue.OVER} else (cues - {Cue.OVER}) | {Cue.CHANGE}
    return operation_of(frozenset(cues))


def _cues(wording: Wording, words: Sequence[Word]) -> set[Cue]:
    """The cues of the words, and those that a pattern of the sentence gives."""
    cues = {w.value for w in words if w.role is Role.CUE and isinstance(w.value, Cue)}
    if _SHARED.search(_without_rates(wording.text, words)):
        cues.add(Cue.SHARE)
    if _OF_BUDGET.search(wording.text):
        cues = (cues - {Cue.SHARE}) | {Cue.DONE}
    if _HALF.search(wording.text) or _OF_WHOLE.search(wording.marked()):
        cues.add(Cue.SHARE)
    if _WHOSE.search(wording.marked()) and not cues:
        cues.add(Cue.MORE)
    each = EACH.search(wording.text)
    rate = cues & {Cue.RATIO, Cue.RATE} and not cues & {Cue.SHARE, Cue.DONE, Cue.FINISHED}
    if rate and _OFF_BUDGET_BY.search(wording.text):
        return (cues - {Cue.CHANGE}) | {Cue.OVER}
    if _BUDGET_AGAINST.search(wording.text) and not each and not cues & {Cue.RATIO, Cue.DONE}:
        cues.add(Cue.OVER)
    return cues


def _without_rates(text: str, words: Sequence[Word]) -> str:
    """A text without the names that hold 占 themselves: 「药占比的目标值是多少」 asks for no share of anything."""
    own = [w for w in words if w.role is Role.SUBJECT and w.exact and "占" in w.text]
    return "".join(" " if any(w.start <= i < w.end for w in own) else c for i, c in enumerate(text))


def _intent(text: str, words: Sequence[Word]) -> str | None:
    """What running text is asked for; a word for one kind of section before a word for any, the longest first."""
    over_years = any(w.value is Cue.TREND for w in words)
    if _WHY.search(text) and not over_years:
        return "原因"
    found = [w for w in words if w.role is Role.INTENT]
    best = min(
        found,
        key=lambda w: (w.value in LOOSE_INTENTS, w.start - w.end, _INTENT_ORDER[str(w.value)]),
        default=None,
    )
    if best is not None and best.text.startswith(("怎么", "咋")) and best.value == "原因" and over_years:
        return None  # 「这三年是怎么涨的」 asks how it went
    return str(best.value) if best else None


#: What an indicator should come to and what it came to: a form counts them as planned and as carried out.
_BOTH_VALUES = regex(
    r"(?:目标|指标)值?[和与跟、，及]?(?:实际)?(?:完成|达成)|(?:目标|指标)值?[和与跟、及]实际"
    r"|(?:完成|达成|实际)值?[和与跟、，及](?:年初)?(?:目标|指标)"
)
_TWO_COLUMNS = regex(r"(?:目标|指标)值[和与跟、及](?:实际)?(?:完成|达成|实际)值")


def _stages(wording: Wording, words: Sequence[Word], asked: Operation | None) -> tuple[Stage, ...]:
    """Budget and outcome side by side, 「年初预算多少，实际多少」; none where one of them is only compared with."""
    staged = (w.value for w in words if w.role is Role.STAGE and isinstance(w.value, Stage))
    found = tuple(dict.fromkeys(staged))
    apart = asked in (None, Operation.COMPARE) and re.search(
        r"多少.*多少|分别|各是?|各自|各多少|预算数?[和与及]?决算数?|决算数?[和与及]?(?:年初|全年|调整)?预算数?",
        wording.text,
    )
    if _TWO_COLUMNS.search(wording.text) or (apart and _BOTH_VALUES.search(wording.text)):
        return (Stage.INITIAL_BUDGET, Stage.EXECUTION)
    return found if len(found) > 1 and apart else ()


def _unit_at_end(text: str) -> str | None:
    """「…预算安排，万元」: the unit alone, after all that is asked."""
    said = re.search(r"(?<![\d.几多少])(万元|亿元)$", text)
    return said[1] if said else None


_COUNTED_IN = tuple((regex(pattern), unit) for pattern, unit in _UNSAID)
_TAKEN_OVER = tuple((regex(pattern), unit) for pattern, unit in _PER)


def _counted(text: str) -> str | None:
    return next((unit for pattern, unit in _COUNTED_IN if pattern.search(text)), None)


def _per(text: str) -> str:
    other = UNIT_SAID.search(text)
    return next(
        (unit for pattern, unit in _TAKEN_OVER if pattern.search(text)), other["unit"] if other else ""
    )


def _least(text: str) -> bool:
    """Whether the least goes first: it is asked for, and not behind the most, 「哪个最多哪个最少」."""
    found = _LEAST.search(text)
    return found is not None and _MOST.search(text[: found.start()]) is None


def _top(text: str) -> int:
    """How many places of a ranking are asked for: 0 where it is not said, all where an order is asked for."""
    match = _FIRST_OF.search(text) or _TOP.search(text)
    if match:
        digits = next(filter(None, match.groups()))
        return int(digits) if digits.isdigit() else chinese_number(digits.replace("两", "二")) or 0
    if _MOST.search(text) and _LEAST.search(text):
        return _ALL  # from the most to the least
    return _ALL if re.search(r"从.到.|由.到.|排列|排序|排一下|排个", text) else 0


def _nth(text: str) -> int:
    """「第二大的是哪项」: which place of a ranking alone is asked for, 0 where none is."""
    match = _NTH.search(text)
    if match is None:
        return 0
    return int(match[1]) if match[1].isdigit() else chinese_number(match[1]) or 0


def _longest(words: Sequence[Word], role: Role) -> str | None:
    """Value of the longest word in a role."""
    best = max((w for w in words if w.role is role), key=lambda w: w.end - w.start, default=None)
    return str(best.value) if best else None


def _content(wording: Wording, words: Sequence[Word]) -> str:
    """What a question says of its subject: without body, year, operation, unit and filler."""
    trial = Wording(wording.text, list(wording.taken))
    for word in words:
        particle = word.role is Role.FILLER and word.text in PARTICLES
        if word.role not in (Role.SUBJECT, Role.GENERIC, Role.INTENT) and not particle:
            trial.claim(Match(word.start, word.end, word.text, None))
    kept = "".join(" " if t else c for c, t in zip(trial.text, trial.taken, strict=True))
    return " ".join(map(without_particles, kept.split())).strip()


def _statement(wording: Wording) -> tuple[str, Fund | None, Flow] | None:
    """Name, fund and flow of the statement that a question names by its title."""
    for start, run in _parts(wording):
        match = _STATEMENT.search(run)
        known = title_to_statement(match[0]) if match else UNKNOWN
        if match and known is not UNKNOWN and "绩效" not in known.name:
            wording.claim(Match(start + match.start(), start + match.end(), match[0], known))
            return known.name, known.fund if known.fund is not Fund.ALL else None, known.flow
    return None


def _parts(wording: Wording) -> Iterator[tuple[int, str]]:
    """Runs that nothing explains yet, cut where a part of a sentence ends: no title runs over a comma."""
    for start, run in free_runs(wording.text, wording.taken):
        ends = sorted(wording.stops | {place for bracket in wording.brackets for place in bracket})
        cuts = [0, *(i - start for i in ends if start < i < start + len(run)), len(run)]
        yield from ((start + low, run[low:high]) for low, high in itertools.pairwise(cuts))


def _fund(wording: Wording, words: Mapping[str, Term]) -> Fund | None:
    """A fund named before 支出 or alone; before 收入, or within the name of an account, it is part of the name."""
    for match in wording.matches(_FUNDS):
        follow = wording.text[match.end :]
        if follow.startswith(("收入", "拨款收入", "预算收入")) and not follow.startswith("收入支出"):
            continue
        if left_out(wording, (match,)):
            continue  # 「除了财政拨款，还有多少收入」 asks for all but that
        around = [
            m
            for m in wording.matches(words)
            if m.start <= match.start and match.end <= m.end and m.length > match.length + 1
        ]
        if any(m.value.kind in _OF_ANY_FUND for m in around):
            return match.value  # 一般公共预算基本支出 is no account of its own, and not that of all funds
        if around:
            continue
        wording.claim(match)
        return match.value
    return None
