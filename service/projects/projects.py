"""The projects of a year, each once, with the money that it is about (项目清单).

A statement of projects lists them all; else their performance forms do, one a form; else the text, one a sentence, or
all in one sentence after their number. The source that lists most is taken, and how many the document says there are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Fund, Measure, Stage
from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS, Operation, Plan, Term
from service.read.added_said import is_added

#: What one place adds to a project's name and another leaves out.
_ADDED = regex(r"(?:专项)?(?:经费|费用|项目|支出)(?=[)）]|$)")
#: Stages of a project's money by the words that ask for them, the first that most projects have.
_STAGES: tuple[tuple[str, tuple[Stage, ...]], ...] = (
    (r"年初", (Stage.INITIAL_BUDGET, Stage.BUDGET, Stage.ADJUSTED_BUDGET)),
    (r"执行|花|用了|决算|实际|支出了", (Stage.EXECUTION, Stage.FINAL_ACCOUNTS)),
    (r"预算|安排|资金|申请", (Stage.ADJUSTED_BUDGET, Stage.BUDGET, Stage.INITIAL_BUDGET)),
    (r"", (Stage.EXECUTION, Stage.FINAL_ACCOUNTS, Stage.BUDGET, Stage.ADJUSTED_BUDGET, Stage.INITIAL_BUDGET)),
)
#: Where a sentence that counts projects goes on with them.
_OPENS = regex(r"^(?:其中|分别|具体|包括)|(?:其中|分别是|分别为|包括)[：:，]?")


#: What stands for the projects in a plan.
PROJECTS = Term("项目支出", "支出结构", "", ("逐个项目",))
#: How the projects themselves are asked for: which, each, all, the largest.
_ASKED = regex(
    r"(?:哪一?个|哪几个|哪些|哪几项|什么|啥|各个?|每个|[一二两三四五六七八九十\d]+个)(?:[^，。？的]{0,6})?项目(?!支出|级|经费|资金)"
    r"|项目[^，。？]{0,10}(?:哪(?![^，。？]{0,5}(?:指标|问题|措施|依据|目标|内容|原因|成效|效益|单位|部门|科目))|清单|名单|明细|分别|各自?(?:多少|花|是|有|用)|最[多大高少小低]|前[一二三五十两\d]|从[大高多小低少])"
    r"|最[多大高少小低贵](?:的)?[^，。？]{0,4}项目(?!支出|级)"
    r"|(?:几|多少)个(?:[^，。？的]{0,4})?项目(?!支出|级)|项目(?:有|共|一共|总共)*(?:几|多少)个|项目个?数"
    r"|[一二两三四五六七八九十\d]+个[^，。？的]{0,6}项目|(?:绩效|所有|全部)(?:目标)?的?项目"
)
#: What such words may hold besides, without narrowing it to some of the projects or asking for something else of them.
_BESIDES = regex(
    r"编报|申报|填报|上报|报了|设置|设定|纳入|参加|列入|开展|绩效|目标|自评|评价|预算|决算|执行|完成|支出|资金|金额|总额|经费|项目|清单|名单|明细"
    r"|分别|各自|一共|总共|合计|最[多大高少小低贵]|前[一二三四五六七八九十两\d]+|从.到.|[一二两三四五六七八九十\d]+个"
    r"|[哪什么啥些几个项各每都有是的了里中按数额率钱花用安排名称叫占超支没未]"
)
_OF_PROJECTS = (Operation.RANK, Operation.LIST, Operation.SUM, Operation.AVERAGE, Operation.COUNT, None)
_LEVELS = regex(r"[类款项]级|科目")


def asks_projects(text: str, asked: Operation | None, subject: Term | None, picked: bool = False) -> bool:
    """Whether the projects are what is listed, set in order or added up: 「哪些项目，各花了多少」.

    ``picked`` says that some are picked out by a condition: 「超过500万的项目有几个」.
    """
    if asked not in _OF_PROJECTS or (asked is Operation.COUNT and not picked) or _LEVELS.search(text):
        return False
    if re.search(r"得分|评分|总分|分数|打分|几分|多少分", text):
        return False  # their scores are no money
    counted = subject is not None and subject.kind in PHRASE_KINDS and _NUMBER.search(text)
    if counted and asked is not Operation.RANK and not picked:
        return False  # how many there are is a figure of its own
    if asked is None and not (
        _EACH.search(text) or _HOW_MANY.search(text) or (is_added(text) and _SOME.search(text))
    ):
        return False
    whole = subject is None or subject.name in _WHOLES or fold(subject.name).endswith("项目")
    if picked and whole and _PICKED.search(text):
        return True
    said = _ASKED.search(text)
    return whole and said is not None and not _BESIDES.sub("", said[0])


_PICKED = regex(
    r"[两二三四五六七八九十\d]个项目(?!支出|级)|(?:哪些|哪个|哪几个|几个|多少个|的)项目(?!支出|级|经费|资金)|项目(?:里|中|当中|里面|有哪|有几|有多少)"
)
_WHOLES = ("项目支出", "本年支出合计", "支出总计")
_NUMBER = regex(r"(?:几|多少)个(?!项目)|个数")
_EACH = regex(r"叫(?:什么|啥)|分别|各|清单|明细|名单|每个")
_HOW_MANY = regex(
    r"(?:几|多少)个(?:[^，。？的]{0,4})?项目(?!支出|级)|项目(?:有|共|一共|总共)*(?:几|多少)个|项目个?数"
)
#: Some projects that are added up, by their number or by what they report.
_SOME = regex(r"[两二三四五六七八九十\d]+个[^，。？]{0,6}项目|(?:绩效|这些|所有|全部)[^，。？]{0,4}项目")


def besides_projects(rest: Sequence[str], told: Callable[[str], bool]) -> tuple[str, ...]:
    """Of words that were not understood those that say which projects are asked for: ``told`` where names hold them."""
    return tuple(run for run in rest if _BESIDES.sub("", run) and told(run))


def listing_of(asked: Operation | None, text: str) -> Operation:
    """What is done with the projects: counted or added up where that is asked, else told one by one."""
    only_added = asked is Operation.SUM and not re.search(
        "钱|金额|资金|元|[预决]算(?:是|为|有|共)?多少", text
    )
    if (asked is None or only_added) and _HOW_MANY.search(text) and not _EACH.search(text):
        return Operation.COUNT  # 「一共多少个项目」
    return asked or (Operation.SUM if is_added(text) else Operation.LIST)


@dataclass(frozen=True, slots=True)
class Projects:
    """Figures of the projects, one for each; how many the document says that there are, and the money of them all."""

    facts: tuple[Fact, ...]
    count: Fact | None = None
    money: Fact | None = None

    @property
    def stated(self) -> int:
        """How many there are, as the document says; 0 where it does not."""
        return int(self.count.value or 0) if self.count else 0

    @property
    def whole(self) -> bool:
        """Whether none is missing, as far as the document tells."""
        return len(self.facts) >= self.stated


def projects_of(plan: Plan, facts: Sequence[Fact]) -> Projects:
    """The projects of the plan's year; none where the documents name none."""
    year = [f for f in facts if f.year == plan.year and f.value is not None]
    counts = [f for f in year if _counts(f)]
    count = max(counts, key=lambda f: f.value or Decimal(0), default=None)
    sources: dict[tuple[str, str], list[Fact]] = {}
    fund = _paid_by(plan)
    if fund is not None:
        year = [f for f in year if f.fund is fund]
    for fact in year:
        if fact.subject.kind == "项目" and fact.measure is Measure.AMOUNT:
            sources.setdefault((fact.document_id, fact.statement), []).append(fact)
    if fund is None:
        sources = {key: _in_all(held) for key, held in sources.items()}
    listed = [_each_once(plan, held) for held in sources.values()]
    listed += [_enumerated(count, year) for count in year if _counts(count)]
    best = max(listed, key=lambda held: (len(held), bool(held) and bool(held[0].statement)), default=[])
    return Projects(tuple(best), count, _money_of(count, year) if count else None)


def _in_all(facts: Sequence[Fact]) -> list[Fact]:
    """All that each project of a statement costs: its totals, or all its figures where the statement has one column."""
    totals = [f for f in facts if f.breakdown == TOTAL]
    return totals if totals or len({f.breakdown for f in facts}) > 1 else list(facts)


#: The money that projects are asked for by, where a question says what pays for them.
_PAID = (
    (regex("政府性基金"), Fund.GOVERNMENT_FUND),
    (regex("国有资本经营"), Fund.STATE_CAPITAL),
    (
        regex(
            "(?:[用由从]|使用)一般公共预算|一般公共预算(?:财政)?(?:拨款)?(?:资金)?(?:安排|出钱|支持|的?项目)"
        ),
        Fund.GENERAL,
    ),
)


def _paid_by(plan: Plan) -> Fund | None:
    """The fund whose projects alone are asked for; None where any money may pay for them."""
    if plan.fund in (Fund.GENERAL, Fund.GOVERNMENT_FUND, Fund.STATE_CAPITAL):
        return plan.fund
    return next((fund for said, fund in _PAID if said.search(plan.text)), None)


def _money_of(count: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The one amount told in the sentence that counts them: 「项目39个，涉及预算金额4415.48万元」."""
    beside = [f for f in facts if f.source.quote == count.source.quote != "" and f.measure is Measure.AMOUNT]
    money = {f.yuan: f for f in beside if f.yuan}
    return next(iter(money.values())) if len(money) == 1 else None


def _counts(fact: Fact) -> bool:
    """Whether a figure says how many projects there are."""
    return (
        fact.measure is Measure.COUNT
        and fact.unit == "个"
        and fact.subject.kind in ("业务量", "其他")
        and fold(fact.subject.name).endswith("项目")
        and not re.search(r"采购|等级|评级|为[“\"']?[优良中差合]|建设|工程", fact.subject.name)
    )


def _each_once(plan: Plan, held: Sequence[Fact]) -> list[Fact]:
    """One figure for each project, all of one stage: that of the question's words, else what was spent."""
    stages = next(stages for pattern, stages in _STAGES if re.search(pattern, plan.text))
    found: list[Fact] = []
    for stage in dict.fromkeys((*stages, *Stage)):
        own: dict[str, Fact] = {}
        for fact in held:
            if fact.stage is not stage:
                continue
            name = _ADDED.sub("", fold(fact.subject.name))
            first = own.setdefault(name, fact)
            if _of_another_unit(first, fact):
                own.setdefault(name + fold(fact.source.row), fact)
        if len(own) > len(found):
            found = list(own.values())
    return found


def _of_another_unit(one: Fact, other: Fact) -> bool:
    """Whether two rows of one table are a project of one name at two units, which their rows begin with."""
    same = one.source.sequence == other.source.sequence and one.source.row != other.source.row
    return same and all(f.source.row.endswith(f.subject.name) for f in (one, other))


def _enumerated(count: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """「项目共4个，…598.46万元。其中：甲418.80万元，乙…」: proved by their number and, where told, their sum."""
    quotes: dict[str, list[Fact]] = {}
    for fact in facts:
        near = fact.document_id == count.document_id and fact.source.page - count.source.page in (0, 1)
        if (
            near
            and not fact.statement
            and fact.measure is Measure.AMOUNT
            and fact.subject.kind in ("其他", "项目")
        ):
            quotes.setdefault(fact.source.quote, []).append(fact)
    told = [f.yuan for f in quotes.get(count.source.quote, ())]
    for quote, held in quotes.items():
        parts = [f for f in held if quote != count.source.quote or f.yuan != (told[0] if told else None)]
        if len(parts) != count.value or not _OPENS.search(quote):
            continue
        total = sum((f.yuan or Decimal(0) for f in parts), Decimal(0))
        if not told or total in told:
            return parts
    return []
