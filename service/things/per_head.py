"""What is paid or charged for one, as the documents tell it: 「低保一个人一月给多少」, 「改一户补几块」 (单位标准).

Only an amount that is printed for one of something answers; what was spent on all of them is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.from_to import BEFORE
from ingest.model import Fact, Measure
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import finding_of
from service.model import Declined, Evidence, Operation, Plan, Reason
from service.projects.project_blocks import blocks_of
from service.projects.project_spoken import bare
from service.read.citizens_words import as_written, is_other
from service.read.wording import PARTICLES
from service.targets import Point
from service.things.contrary import contrary
from service.things.search import covered_by, left_over

#: One of what, as it is asked, and how documents write it; any where a word stands for all.
_ONES: tuple[tuple[str, frozenset[str]], ...] = (
    (
        r"个?(?:人|学生|老人|孩子|娃娃?|职工|员工|师傅|对象|残疾人|[农村居渔牧市]民|党员|老兵|[老教]师|医生|护士|病人|患者|儿童|孤儿|民警|队员|(?:村|社区)?干部)头?|[名位](?:\w{2,4}?)?|生",
        frozenset({"人", "名", "生", "学生", "人次"}),
    ),
    (r"户|家(?:人|庭|里)?", frozenset({"户", "家", "个"})),
    (r"亩地?", frozenset({"亩"})),
    (r"公里|里路", frozenset({"公里", "千米"})),
    (r"平方?米?", frozenset({"平方米", "平米"})),
    (r"公斤|斤", frozenset({"公斤", "斤"})),
    (r"吨", frozenset({"吨"})),
    (r"[辆台]车?", frozenset({"辆", "台", "车"})),
    (r"[餐顿]饭?", frozenset({"餐", "次"})),
    (r"[件案例](?:案子)?|个案子", frozenset({"件", "案", "例"})),
    (r"头", frozenset({"头"})),
    (r"(?:个|只|所|座|处|站|点|次|场|期|套|份|课时|小时|钟头|株|棵|张|条|间|床)", frozenset()),
)  # fmt: skip
_TIMES = (
    ("年", "年|学年"),
    ("月|个月", "月"),
    ("天|日", "天|日"),
    ("学期", "学期"),
    ("[餐顿]饭?", "餐"),
    ("个?(?:小时|钟头)", "小时"),
)
#: A meal is counted as well as it takes its time.
_MEAL = next(at for at, (_, printed) in enumerate(_TIMES) if printed == "餐")
_ONE = regex(
    "(?:每一?|一|按)(?:" + "|".join(f"(?P<k{at}>{said})" for at, (said, _) in enumerate(_ONES)) + ")"
)
_TIME = regex("(?:每一?|一)(?:" + "|".join(f"(?P<t{at}>{said})" for at, (said, _) in enumerate(_TIMES)) + ")")
#: One of what, behind a word of measure that stands for all: 一个村 is no vehicle.
_BODY = regex("社区|学校|[村镇乡县班园校]")
#: Money is asked for, of one.
_MONEY = regex(
    r"(?:多少|好多|几)(?:块|元|万|钱|毛|米)|标准"
    r"|(?:给|补|发|领|收|奖|赔|贴|交|拿|免|花|要|是|到)(?:了|到)?(?:多少|好多|几多)"
)
#: Of so many, all or on the mean is something else.
_OTHER = regex(
    r"平均|人均|折合|折算|均摊|摊到|[涨跌降升][了多]?(?=多少|几)|(?:提高|降低|调高|调低)[了多]?(?=多少|几)|[多少]了(?=多少|几)"
    r"|一共|总共|合计|共计|总额|一年比|第一|一样|一起|一下|统一|一般公共|占"
)
#: Words of such a question that name nothing.
_ASKING = regex(
    r"(?:多少|好多|几多|几)(?:块|元|万元?|钱)*|(?:给|补|发放|发|领|收|奖|赔|贴|交|拿|免|花|要|达|提|涨|调)(?:到|了|过)*(?=$|\s|[的多少几])"
    r"|(?:保障|补助|补贴|收费|发放|资助)?标准|(?:里面|里头|现在|目前|如今|那个|这个|那种|这种|的话|上面|上头|大概|大约|到底|究竟|就是|说是)+"
)
#: What is paid out to somebody month by month, no bill of the body's own.
_PAID_OUT = regex(
    r"(?:一个?|每个?)(?:月|天|学期)[^，。？]{0,4}(?:补|发|领|拿|给|奖|交|收)|(?:补|发|领|拿|给)[^，。？]{0,8}(?:一个?|每个?)(?:月|学期)"
)
#: So much of what is asked must be told there, and by so much better than of any other amount.
_TOLD, _BETTER, _LEAST = 0.7, 0.08, 2
_IN_NAME, _IN_CLAUSE, _IN_SENTENCE = 1.0, 0.9, 0.6
#: So many sorts of things are told one by one.
_SORTS = 4
_PARTS = regex(r"[\s，,。？?、（）()]")
_STANDARD = regex("标准|单价|单位[^，。]{0,6}成本|定额")
_PERIODS = ("年", "月", "天", "日", "学期")
#: An indicator that is of one by its own name: 每餐财政补贴, 机井单眼成本.
_OF_NAME = regex(
    r"[每单](?P<one>人|户|亩|公里|平方米|吨|[辆台]|餐|件|头|眼|张|床|所|座|处|场|期|次|套|份|村|校|生)(?!位|独|一|项|纯|月|年)"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of what, for how long, and what it is for."""

    ones: frozenset[str]
    time: str
    content: str
    firm: bool


def per_head(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The amount for one that is asked for; declined where only what all of them cost would be told."""
    asked = _asked(fold(plan.text), sources.body.names) if len(points) == 1 else None
    if asked is None or plan.operation not in (Operation.LOOKUP, Operation.AVERAGE, Operation.NARRATIVE):
        return None
    own = {d.id for d in sources.documents}
    held = [f for f in sources.facts if f.document_id in own and f.year == plan.year and _is_standard(f)]
    fitting = [f for f in held if _fits(f, asked)]
    best = _best(asked, fitting) or _only_one(asked, [f for f in fitting if _goes(f, plan.text)])
    told = [best] if best is not None else _of_project(plan, fitting, sources) if asked.ones else []
    if told:
        return Evidence(tuple(finding_of(one, sources.body.name) for one in told))
    shared = plan.subject is not None and any(f.subject.name == plan.subject.name for f in held)
    paid = plan.operation is Operation.LOOKUP or _PAID_OUT.search(fold(plan.text)) is not None
    total = paid and plan.subject is not None and asked.firm
    if not (total or shared) or _per_one(plan):
        return None
    return Declined(Reason.NOT_DISCLOSED, "资料里没有写明单个对象的标准，只列有总数，所以没有给出数字。")


def _of_project(plan: Plan, fitting: Sequence[Fact], sources: Sources) -> list[Fact]:
    """The amounts for one that are told within the part on the project that is named, each by a name of its own."""
    text, subject = fold(plan.text), plan.subject
    name = bare(subject.name) if subject is not None and subject.kind == "项目" else ""
    blocks = [
        b
        for b in blocks_of(sources.index())
        if b.name == name or (len(b.name) > _LEAST + 1 and b.name in text)
    ]
    told = {s.text for block in blocks for line in block.lines for s in line}
    own = list({(f.value, f.unit): f for f in fitting if f.source.quote in told}.values())
    return own if len({f.subject.name for f in own}) == len(own) <= _SORTS else []


def _per_one(plan: Plan) -> bool:
    """Whether the subject is by its own name what is paid for one, and is said by it."""
    name = fold(plan.subject.name).removesuffix("标准") if plan.subject is not None else ""
    return re.search("人均|户均|标准|单价|每", name) is not None and name in fold(plan.text)


def _asked(text: str, names: Sequence[str]) -> _Asked | None:
    one = next((m for m in _ONE.finditer(text) if not _TIME.match(text, m.start())), None)
    time = _TIME.search(text)
    by_time = time is not None and (
        "标准" in text or time[f"t{_MEAL}"] is not None or _PAID_OUT.search(text) is not None
    )
    if not (one or by_time) or _OTHER.search(text) or not _MONEY.search(text):
        return None
    ones = frozenset[str]()
    if one is not None:
        ones = next(units for at, (_, units) in enumerate(_ONES) if one[f"k{at}"])
        if not ones and (body := _BODY.match(text, one.end())):
            ones = frozenset({body[0], body[0][-1]})
    told = next((printed for at, (_, printed) in enumerate(_TIMES) if time and time[f"t{at}"]), "")
    content = _ASKING.sub(" ", _TIME.sub(" ", _ONE.sub(" ", text)))
    parts = (_without_name(part, names).strip("".join(PARTICLES)) for part in _PARTS.split(content))
    content = " ".join(part for part in parts if len(part) > 1)
    firm = one is not None and (time is not None or bool(ones & {"人", "户"}))
    firm = firm or (time is not None and _PAID_OUT.search(text) is not None)
    return _Asked(ones, told, content, firm) if len(content) >= _LEAST else None


def _without_name(part: str, names: Sequence[str]) -> str:
    """A part without the place or the short name of the body before what it says."""
    head = next((n for n in (4, 3, 2) if any(name.startswith(part[:n]) for name in names)), 0)
    return part[head:]


def _is_standard(fact: Fact) -> bool:
    if fact.measure is not Measure.AMOUNT or fact.value is None or fact.breakdown == BEFORE:
        return False
    return "元/" in fact.unit or (
        fact.unit in MONEY
        and (_STANDARD.search(fact.subject.name) or _OF_NAME.search(fact.subject.name)) is not None
    )


def _fits(fact: Fact, asked: _Asked) -> bool:
    """Whether an amount is for one of what is asked, for the time that is asked."""
    one, _, time = fact.unit.partition("/")[2].partition("·")
    if one in _PERIODS:
        one, time = "", one
    one = one or ((said := _OF_NAME.search(fact.subject.name)) and said["one"]) or ""
    if asked.ones and one and one not in asked.ones:
        return False
    return not (asked.time and time) or re.fullmatch(asked.time, time) is not None


def _best(asked: _Asked, held: Sequence[Fact]) -> Fact | None:
    """The one amount that tells what is asked; None where none does, or two with other values do as well."""
    scored = sorted(
        ((_told(asked.content, fact), at, fact) for at, fact in enumerate(held)), key=lambda s: (-s[0], s[1])
    )
    if not scored or scored[0][0] < _TOLD:
        return None
    top, _, best = scored[0]
    rivals = [f for score, _, f in scored if score > top - _BETTER and f.value != best.value]
    return None if rivals else best


#: What any such name has beside what it is for.
_ANY = regex(r"收费|缴费|补助|补贴|资助|救助|发放|标准|金额|(?<=..)费$")
_NAMED = 0.5


#: What is taken of somebody, and what is paid out, as it is asked and as documents call it.
_TAKEN, _CHARGED = regex(r"[收交缴](?!到|益)"), regex(r"收费|缴费|价")
_PAID = regex(r"[补发领贴奖]")


def _goes(fact: Fact, text: str) -> bool:
    """Whether money is taken, or paid out, by its name as it is by the question."""
    taken = _TAKEN.search(text) is not None and _PAID.search(text) is None
    return taken == (_CHARGED.search(fact.subject.name) is not None)


def _only_one(asked: _Asked, held: Sequence[Fact]) -> Fact | None:
    """The only amount that is for one, and for a time, as it is asked, where half of its own name is said.

    What else a question tells of who asks (家里孩子住校) stands in no sentence on it.
    """
    timed = [
        f for f in held if (asked.time and "·" in f.unit) or re.search(r"/(?:年|月|天|日|学期)$", f.unit)
    ]
    if not asked.time or len({(f.value, f.unit) for f in timed}) != 1:
        return None
    fact = timed[0]
    name = fold(fact.subject.name)
    said = as_written(asked.content, name, fold(fact.source.quote))
    if contrary(said, name) or is_other(said, name):
        return None
    own = "".join(run for run in _ANY.split(name) if run)
    own = left_over(own, fold(fact.entity)).replace(" ", "") or own
    return fact if len(own) > 1 and covered_by(own, said) >= _NAMED else None


def _told(content: str, fact: Fact) -> float:
    """Share of what is asked that the name, its clause and its sentence tell."""
    name = fold("".join((*fact.subject.path, fact.subject.name))).removesuffix("标准")
    clause = fold(_clause(fact))
    said = as_written(content, name, clause, fold(fact.source.quote))
    if contrary(said, name) or is_other(said, name + clause):
        return 0.0
    marks = list(
        _marks(
            said.replace(" ", ""),
            ((name, _IN_NAME), (clause, _IN_CLAUSE), (fold(fact.source.quote), _IN_SENTENCE)),
        )
    )
    return sum(marks) / max(len(marks), 1)


def _marks(said: str, texts: Sequence[tuple[str, float]]) -> Iterator[float]:
    """For each character how much the first text that has it, with a neighbour, counts for it."""
    pairs = [
        max((worth for text, worth in texts if said[at : at + 2] in text), default=0.0)
        for at in range(len(said) - 1)
    ]
    for at in range(len(said)):
        yield max(pairs[max(at - 1, 0) : at + 1], default=0.0)


def _clause(fact: Fact) -> str:
    """The part of its sentence between two marks that the amount stands in, with the one before it."""
    quote = fact.source.quote
    printed = (f"{fact.value}", f"{fact.value:,}")
    at = max(quote.find(number) for number in printed)
    parts = re.split(r"(?<=[，。；、])", quote[: max(at, 0)])
    another = len(parts) > 1 and _AMOUNT_OF_ONE.search(parts[-2])  # what it is for is none of this amount's
    return parts[-1] if another else "".join(parts[-2:])


_AMOUNT_OF_ONE = regex(r"(?:每|均)[^，。；、]*\d[\d,.]*万?元")
