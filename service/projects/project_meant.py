"""A project by words of its name, where nothing else of the question is understood (以部分名称找项目).

「抢修古城墙」 is 永宁古城墙抢险加固工程 where no other project has these words: each run of the question must stand in
the name, in its order, and every character beside them be what is done. What is counted of it is its own indicator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.cells import TOTAL
from ingest.model import Fact, Measure
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.figures.held import once
from service.model import CONFIDENT, PHRASE_KINDS, Operation, Plan, Term
from service.read.citizens_words import as_written, is_other
from service.things.indicators import is_target
from service.things.search import unit_fits

_KIND = "项目"
#: A unit that heads its projects in a table is none of them.
_UNIT = regex(r"(?:[局所队站馆校院厅处]|中心|支队|大队|本级|机关)$")
#: How the amount and the number are asked for; what stands on both sides names the thing.
_MUCH = regex(
    r"(?:大?概|大约|一共|总共|共|计)*(?:有|是|为|到|了)?(?:多少|几)(?:个?钱|资金|经费|预算|万元|亿元|元|费用)?"
)
_MONEY = regex(r"钱|资金|经费|预算|万元|亿元|元|费用|花|安排|投入|金额|成本|拨")
#: What names nothing, before the words of a name and behind them.
_BEFORE = (
    r"要花|花费?|要|安排|投入|预计|计划|打算|准备|今年|本年|全年|一共|总共|需要|将|拟|举办|办(?!公)|搞|开展|做|实施|完成|吸引"
    r"|这个|那个|该|大概|大约|光|给|为|用于|用在|用来|在"
)
_BEHIND = (
    r"要花|花费?|用|要|安排|投入|投|预算|决算|经费|资金|费用|金额|成本|项目|专项|工程|的|了|来|有|是|为|(?:预计|大概|将)会?|计划|打算|准备"
    r"|今年|全年|一共|总共|总|共|需要?|得|拟|能吸引|吸引|这个|方面|这块|这笔钱?|那笔钱?|每年|各年|年?各|分别|大约|拨|下达|支出|开支|上|里|呢|啊"
)
_EDGES = regex(rf"^(?:{_BEFORE})+|(?:{_BEHIND})+$")
#: What is done, in one or two characters, by the words that a name has for it.
_DOING = tuple(
    (regex(f"^(?:{said})$"), regex(written))
    for said, written in (
        ("抢?修|抢修|维修|整修|大修|翻修|修缮", "修|加固|抢险|改造|整治"),
        ("买|购|购买|采购|添置?", "购|采购|配置|配备|更新"),
        ("建|盖|造|新建|建设", "建"),
        ("查|检查|抽查|检测|检", "查|检"),
        ("改|改造", "改|提升"),
        ("奖|奖励|补|补助|补贴", "奖|补"),
        ("护|看护|保护", "护"),
        ("演|演出", "演"),
    )
)
_LEAST = 3
#: Those who come to a thing or get something of it, who are none of the body's own people.
_COMERS = regex(
    r"(?:来|参加|参观|观看|到场|惠及|受益|接待|吸引|覆盖|培训|资助|救助|帮扶|慰问|报名|入场)了?(?:大?概|大约)?(?:多少|几)[^，。]{0,3}人"
    r"|(?:游客|观众|读者|学员|旅客|参观者|听众)[^，。]{0,4}(?:多少|几)|(?:多少|几)[^，。]{0,3}(?:游客|观众|读者|学员|旅客)"
)
_STAFF = regex(r"编制|实有|在职|在编|在岗|离休|退休|职工|工作人员|从业人员")


def project_meant(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan of the one project, or of what is counted of it, that the words mean; else the plan itself.

    Where comers are asked for and the body's own people were heard, these are no answer.
    """
    comers = _COMERS.search(plan.text) is not None and not _STAFF.search(plan.text)
    staff = comers and plan.subject is not None and bool(_STAFF.search(plan.subject.name))
    open_ = plan.subject is None or plan.explained <= CONFIDENT or staff
    if plan.operation is not Operation.LOOKUP or not open_ or plan.also or plan.places:
        return plan
    said = _words(plan)
    held = once(facts, ("projects", plan.year), lambda: _of_year(facts, plan.year))
    names = (
        [name for name in held if _is_said(said, name, held[name] if plan.count_unit else ())] if said else []
    )
    term = _asked_of(plan, held[names[0]]) if len(names) == 1 else None
    if term is None:
        return replace(plan, subject=None, explained=0.0, taken=(plan.text,)) if staff else plan
    counted = plan.count_unit and _unit_of(term, held[names[0]], plan.count_unit)
    return replace(
        plan, subject=term, explained=1.0, taken=(), assumed=False, breakdown=None, statement=None, fund=None,
        count_unit=counted or None, intent=None,
    )  # fmt: skip


def counted_of_project(plan: Plan, before: Plan, facts: Sequence[Fact]) -> tuple[Term, str] | None:
    """What is counted of the project spoken of, and in which unit: 「元宵灯会预算多少，预计来多少人」.

    None where other words are said than the project's own.
    """
    project = before.subject
    comers = _COMERS.search(plan.text) is not None and not _STAFF.search(plan.text)
    staff = comers and plan.subject is not None and bool(_STAFF.search(plan.subject.name))
    if (
        project is None
        or project.kind != _KIND
        or plan.count_unit is None
        or not (staff or plan.subject is None)
    ):
        return None
    name = fold(project.name)
    held = once(facts, ("projects", before.year), lambda: _projects(facts, before.year)).get(name, ())
    told = name + "".join(fold(f.subject.name) for f in held)
    if not held or (not comers and any(_left([run], name, told)[0] for run in _words(plan))):
        return None
    term = _asked_of(plan, held)
    return (term, _unit_of(term, held, plan.count_unit)) if term is not None else None


def cost_of_project(made: Plan, facts: Sequence[Fact], before: str) -> Plan | None:
    """The plan of the project that a number was told of, where money is asked for: 「抽检多少批次，安排了多少钱」."""
    subject = made.subject
    if subject is None or subject.kind not in PHRASE_KINDS or subject.kind == _KIND:
        return None
    held = once(facts, ("projects", made.year), lambda: _projects(facts, made.year))
    project = fold(subject.path[0]) if subject.path else fold(subject.name)
    said = fold(subject.name + before)
    if not _SAYS_PROJECT.search(made.text) and not _alike(project, said):
        return None  # what one thing of many cost is not what the whole project did
    own = next((held[name] for name in held if _bare(name) == _bare(project)), None)
    if own is None:
        return None
    s = own[0].subject
    return replace(
        made, subject=Term(s.name, s.kind, s.code, s.path), count_unit=None, explained=1.0, taken=()
    )


_SAYS_PROJECT = regex("项目|工程|专项")


def _alike(project: str, thing: str) -> bool:
    return any(project[i : i + 2] in thing for i in range(len(project) - 1))


def _of_year(facts: Sequence[Fact], year: int | None) -> Mapping[str, Sequence[Fact]]:
    """The projects of a year; of one that is only planned for (中期规划) those of the last year that has any, each by
    its row of that year where there is one."""
    found = _projects(facts, year)
    before = {f.year for f in facts if f.subject.kind == _KIND and year is not None and f.year < year}
    planned: dict[str, list[Fact]] = {}
    for fact in facts if not found and before else ():
        if fact.year == year and fact.subject.kind in PHRASE_KINDS and fact.measure is Measure.AMOUNT:
            planned.setdefault(fold(fact.subject.name), []).append(fact)
    known = _projects(facts, max(before)) if planned else {}
    return found or {name: planned.get(name, held) for name, held in known.items()}


def _projects(facts: Sequence[Fact], year: int | None) -> Mapping[str, Sequence[Fact]]:
    """By its folded name each project of a year: its amounts, then what is counted of it."""
    found: dict[str, list[Fact]] = {}
    under: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.year != year or fact.value is None:
            continue
        if fact.subject.kind == _KIND and fact.measure is Measure.AMOUNT and fact.breakdown == TOTAL:
            if not _UNIT.search(fact.subject.name):
                found.setdefault(fold(fact.subject.name), []).append(fact)
        elif fact.subject.path and fact.measure is Measure.COUNT:
            under.setdefault(fold(fact.subject.path[0]), []).append(fact)
    return {name: (*held, *under.get(name, ())) for name, held in found.items()}


def _bare(name: str) -> str:
    return regex(r"(?:专项|工程|项目|经费|资金)+$").sub("", name)


def _words(plan: Plan) -> list[str]:
    """What a question says of the thing, run by run, without how it asks."""
    text = fold(plan.text)
    asked = _MUCH.search(text)
    if asked is None:
        return []
    rest = text[asked.end() :]
    unit = plan.count_unit or ""
    rest = rest.removeprefix(unit) if unit else rest
    runs = [_EDGES.sub("", _EDGES.sub("", piece)) for piece in (text[: asked.start()], rest)]
    return [piece for run in runs for piece in run.split("的") if piece]


def _is_said(said: Sequence[str], name: str, held: Sequence[Fact]) -> bool:
    """Whether the runs of a question say a project by its name, or by that of what is counted of it (``held``)."""
    told = name + "".join(fold(f.subject.name) for f in held if f.subject.kind != _KIND)
    words = [as_written(run, name) for run in said]
    whole = "".join(words)
    if is_other("".join(said), told) and is_other(whole, told):
        return False
    left, most = _left(words, name, told)
    return (
        most >= _LEAST
        and _ends(words, name)
        and all(any(s.search(run) and w.search(name) for s, w in _DOING) for run in left)
    )


#: What may follow in a name without making another thing of it: 城市书房 is 城市书房运营, 城市管理 no 城市管理信息平台.
_TAIL = regex(
    r"(?:专项|工程|项目|建设|运营|运维|运行|维护|经费|资金|改造|维修|修缮|抢险|加固|整治|提升|防治|补助|补贴|奖励|活动|季|周|节|展|购置|采购"
    r"|更新|服务|工作|管理|修|[()（）“”\"].*)*"
)


def _ends(words: Sequence[str], name: str) -> bool:
    """Whether nothing of weight follows in a name behind the last of what is said."""
    last = 0
    for run in words:
        for begin in range(len(run) - 1):
            size = _shared(run[begin:], name)
            last = max(last, name.find(run[begin : begin + size]) + size) if size else last
    return _TAIL.fullmatch(name[last:]) is not None


def _left(words: Sequence[str], name: str, told: str) -> tuple[list[str], int]:
    """What of the words stands nowhere in the name, and how many characters do, two and more together."""
    left: list[str] = []
    known = 0
    for run in words:
        begin, rest = 0, ""
        while begin < len(run):
            own = _shared(run[begin:], name)
            size = own or _shared(run[begin:], told)
            known += own
            if size:
                left += [rest] if rest else []
                rest = ""
            else:
                rest += run[begin]
            begin += size or 1
        left += [rest] if rest else []
    return left, known


def _shared(run: str, name: str) -> int:
    """How many characters, two at least, a run begins with that stand in a name together."""
    return next((size for size in range(len(run), 1, -1) if run[:size] in name), 0)


def _shared_any(run: str, name: str) -> bool:
    return any(run[place : place + 2] in name for place in range(len(run) - 1))


def _asked_of(plan: Plan, held: Sequence[Fact]) -> Term | None:
    """What is asked of a project: its money, or the one indicator that is counted so."""
    if plan.count_unit is None:
        s = held[0].subject
        money = plan.unit in MONEY or _MONEY.search(plan.text)
        return Term(s.name, s.kind, s.code, s.path) if money else None
    counted = [f for f in held if f.subject.kind != _KIND and _counts(f, plan.count_unit)]
    counted = [f for f in counted if is_target(f)] or counted
    name = fold(held[0].subject.name)
    own = [
        run for run in _words(plan) if _left([run], name, name)[0]
    ]  # what is said beside the project's name
    counted = [f for f in counted if all(_shared_any(run, fold(f.subject.name)) for run in own)]
    terms = {(f.subject.name, f.subject.path): f.subject for f in counted}
    if len(terms) != 1:
        return None
    s = next(iter(terms.values()))
    return Term(s.name, s.kind, s.code, s.path)


def _counts(fact: Fact, count_unit: str) -> bool:
    return unit_fits(fact, count_unit) or (count_unit == "人" and fact.unit == "万人次")


def _unit_of(term: Term, held: Sequence[Fact], count_unit: str) -> str:
    own = next((f for f in held if f.subject.name == term.name and _counts(f, count_unit)), None)
    return own.unit.removeprefix("万") if own is not None else count_unit
