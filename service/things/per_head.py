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
from service.read.terms import common_end, reads_in
from service.read.wording import PARTICLES
from service.targets import Point
from service.text.definitions import rate_explained
from service.things.contrary import contrary
from service.things.search import covered_by, left_over
from service.things.sorts_meant import age_said, holds_age, on_its_side, stem_of, without_age

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
    r"(?:多少|好多|几)(?:块|元|万|钱|毛|米)|标准|月(?:多少|几多)"
    r"|(?:给|补|发|领|收|奖|赔|贴|交|拿|免|花|要|是|到)(?:了|到)?(?:多少|好多|几多)"
)
#: What goes by the month by its name: 「护理费一个月多少」.
_FEE_BY_TIME = regex(
    r"(?:(?:费|[补津]贴|补助|低保金?|养老金|救助金|报酬|待遇)(?:标准)?[^，。？]{0,3}|(?<=[\u4e00-\u9fff]{3})的)"
    r"(?:一个?|每个?)(?:月|天|学期)[又能可以]{0,2}[是有]?(?:多少|好多|几多)"
)
#: Of so many, all or on the mean is something else.
_OTHER = regex(
    r"平均|人均|折合|折算|均摊|摊到|[涨跌降升][了多]?(?=多少|几)|(?:提高|降低|调高|调低)[了多]?(?=多少|几)|[多少]了(?=多少|几)"
    r"|一共|总共|合计|共计|总额|一年比|第一|一样|一起|一下|统一|一般公共|占"
)
#: Words of such a question that name nothing.
_ASKING = regex(
    r"(?:多少|好多|几多|几)(?:块|元|万元?|钱)*"
    r"|(?:能够?|可以|应该)?(?:给|(?<!候)补|发放|发|领取?|收|奖|赔|(?<![补津])贴|交|拿|免|花|要|达|提|涨|调)(?:到|了|过)*(?=$|\s|[的多少几])|吃(?=低保|五保)"
    r"|(?:保障|补助|补贴|收费|发放|资助)?标准|(?:里面|里头|现在|目前|如今|那个|这个|那种|这种|的话|上面|上头|大概|大约|到底|究竟|就是|说是)+"
)
#: What is paid out to somebody month by month, no bill of the body's own.
_PAID_OUT = regex(
    r"(?:一个?|每个?)(?:月|天|学期)[^，。？]{0,4}(?:补|发|领|拿|给|奖|交|收)|(?:补|发|领|拿|给)[^，。？]{0,8}(?:一个?|每个?)(?:月|学期)"
)
#: What is paid month by month by its own name, and what is asked for as a standard.
_MONTHLY = regex(
    r"(?:低保|[津补]贴|补助|生活费|护理费|救助金|养老金|抚恤金|奖学金|助学金)[^，。？]{0,8}(?:每个?|一个?)月|(?:每个?|一个?)月[^，。？]{0,8}(?:低保|[津补]贴|补助|生活费|护理费|救助金|抚恤金|助学金)"
)
_AS_STANDARD = regex(r"(?<!超)标准(?:是|为|定|有|给)*(?:多少|几|怎么定)|(?<!超)标准[？?。]*$")
#: So much of what is asked must be told there, and by so much better than of any other amount.
_TOLD, _BETTER, _LEAST, _SHORT = 0.7, 0.08, 2, 4
_IN_NAME, _IN_CLAUSE, _IN_SENTENCE = 1.0, 0.9, 0.6
#: So many sorts of things are told one by one.
_MOST_SORTS = 4
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
    age: int | None = None


def per_head(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The amount for one that is asked for; declined where only what all of them cost would be told."""
    asked = _asked(fold(plan.text), sources.body.names) if len(points) == 1 else None
    if (
        asked is None
        or _only_in_name(plan)
        or plan.operation not in (Operation.LOOKUP, Operation.AVERAGE, Operation.NARRATIVE)
    ):
        return None
    own = {d.id for d in sources.documents}
    held = [f for f in sources.facts if f.document_id in own and f.year == plan.year and _is_standard(f)]
    fitting = [f for f in held if _fits(f, asked)]
    best = _best(asked, fitting) or _sorts(asked, fitting)
    best = best or _only_one(asked, [f for f in fitting if _goes(f, plan.text)])
    best = best or (_of_project(plan, fitting, sources) if asked.ones else [])
    if best:
        return Evidence(tuple(finding_of(fact, sources.body.name) for fact in best))
    if not _fits_age(asked, held):
        return Declined(Reason.NOT_DISCLOSED, "资料里没有写明这个年龄的标准，所以没有给出数字。", final=True)
    if told := rate_explained(plan.text, sources.index().chunks):
        return Evidence(quotes=told)
    shared = plan.subject is not None and any(f.subject.name == plan.subject.name for f in held)
    paid = plan.operation is Operation.LOOKUP or _PAID_OUT.search(fold(plan.text)) is not None
    total = paid and plan.subject is not None and asked.firm
    if not (total or shared) or _per_one(plan):
        return None
    return Declined(Reason.NOT_DISCLOSED, "资料里没有写明单个对象的标准，只列有总数，所以没有给出数字。")


def _only_in_name(plan: Plan) -> bool:
    """Whether one of something is said by the name of what is asked about alone: 「一村一警」 is a project."""
    name = fold(bare(plan.subject.name)) if plan.subject is not None else ""
    rest = fold(plan.text).replace(name, " ") if name else fold(plan.text)
    return _ONE.search(name) is not None and not (_ONE.search(rest) or _TIME.search(rest) or "标准" in rest)


def _fits_age(asked: _Asked, held: Sequence[Fact]) -> bool:
    """Whether what is told by ages is told for the age that is said, or none is asked about."""
    nearest = _nearest(asked, held) if asked.age is not None else []
    return all(holds_age(fact.subject.name, asked.age) for fact in nearest) if nearest else True


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
    return own if len({f.subject.name for f in own}) == len(own) <= _MOST_SORTS else []


def _per_one(plan: Plan) -> bool:
    """Whether the subject is by its own name what is paid for one, and is said by it."""
    name = fold(plan.subject.name).removesuffix("标准") if plan.subject is not None else ""
    return re.search("人均|户均|标准|单价|每", name) is not None and name in fold(plan.text)


def _asked(text: str, names: Sequence[str]) -> _Asked | None:
    one = next((m for m in _ONE.finditer(text) if not _TIME.match(text, m.start())), None)
    time = _TIME.search(text)
    by_time = time is not None and (
        "标准" in text or time[f"t{_MEAL}"] is not None or (_PAID_OUT.search(text) or _MONTHLY.search(text))
    )
    as_standard = _AS_STANDARD.search(text) is not None
    age = age_said(text)
    fee = _FEE_BY_TIME.search(text) is not None
    wanted = one or by_time or as_standard or age or fee
    if not wanted or _OTHER.search(text) or not (fee or _MONEY.search(text)):
        return None
    ones = frozenset[str]()
    if one is not None:
        ones = next(units for at, (_, units) in enumerate(_ONES) if one[f"k{at}"])
        if not ones and (body := _BODY.match(text, one.end())):
            ones = frozenset({body[0], body[0][-1]})
    told = next((printed for at, (_, printed) in enumerate(_TIMES) if time and time[f"t{at}"]), "")
    content = _ASKING.sub(" ", _ONE.sub(" ", _TIME.sub(" ", without_age(text))))
    parts = (_without_name(part, names).strip("".join(PARTICLES)) for part in _PARTS.split(content))
    content = " ".join(part for part in parts if len(part) > 1)
    firm = one is not None and (time is not None or bool(ones & {"人", "户"}))
    firm = firm or as_standard or (time is not None and _PAID_OUT.search(text) is not None)
    return _Asked(ones, told, content, firm, age) if len(content) >= _LEAST else None


def _without_name(part: str, names: Sequence[str]) -> str:
    """A part without the place or the short name of the body before what it says."""
    head = next((n for n in (4, 3, 2) if any(name.startswith(part[:n]) for name in names)), 0)
    return part[head:]


def _is_standard(fact: Fact) -> bool:
    if fact.measure not in (Measure.AMOUNT, Measure.COUNT) or fact.value is None or fact.breakdown == BEFORE:
        return False
    return "元/" in fact.unit or (  # an indicator's standard is held as a count
        fact.unit in MONEY
        and (_STANDARD.search(fact.subject.name) or _OF_NAME.search(fact.subject.name)) is not None
    )


def _fits(fact: Fact, asked: _Asked) -> bool:
    """Whether an amount is for one of what is asked, for the time that is asked."""
    one, _, time = fact.unit.partition("/")[2].partition("·")
    if one in _PERIODS:
        one, time = "", one
    one = one or ((said := _OF_NAME.search(fact.subject.name)) and said["one"]) or ""
    if (asked.ones and one and one not in asked.ones) or not holds_age(fact.subject.name, asked.age):
        return False
    return not (asked.time and time) or re.fullmatch(asked.time, time) is not None


def _best(asked: _Asked, held: Sequence[Fact]) -> list[Fact]:
    """The one amount that tells what is asked; none where none does, or two with other values do as well."""
    first, *rivals = _nearest(asked, held) or (None,)
    if first is None or not _is_told_apart(first, asked.content, held):
        return []
    if _is_said(first, asked.content):  # 「重型货车」, beside which nothing is said of 中型
        rivals = [fact for fact in rivals if _is_said(fact, asked.content)]
    return [first] if all(f.value == first.value for f in rivals) else []


def _is_told_apart(fact: Fact, content: str, held: Sequence[Fact]) -> bool:
    """Whether what tells an amount from others of its sort in one sentence is said: 微型货车 is no 中型货车."""
    name = fold(fact.subject.name).removesuffix("标准")
    kin = (fold(f.subject.name).removesuffix("标准") for f in held if f.source.quote == fact.source.quote)
    alike = max((common_end(name, k) for k in kin if k != name), default=0)
    own = name[: len(name) - alike]
    return alike < _LEAST or not own or len(own) > _SHORT or reads_in(own, content)


def _is_said(fact: Fact, content: str) -> bool:
    """Whether all of what an amount is for by its own name is said."""
    own = "".join(run for run in _ANY.split(fold(fact.subject.name)) if run)
    return len(own) > _LEAST and reads_in(own, content)


def _sorts(asked: _Asked, held: Sequence[Fact]) -> list[Fact]:
    """All amounts of the sorts of one thing, where the question says no sort; none where they are of several things."""
    nearest = _nearest(asked, held)
    names = [fact.subject.name for fact in nearest]
    one = len({stem_of(name) for name in names}) == 1 and len(set(names)) == len(names)
    return nearest if one and all(stem_of(name) != name for name in names) else []


def _nearest(asked: _Asked, held: Sequence[Fact]) -> list[Fact]:
    """The amounts that tell what is asked, or as good as any: the nearest first."""
    scored = sorted(
        ((_told(asked.content, fact), at, fact) for at, fact in enumerate(held)), key=lambda s: (-s[0], s[1])
    )
    if not scored or scored[0][0] < _TOLD:
        return []
    return [fact for score, _, fact in scored if score > scored[0][0] - _BETTER]


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


def _only_one(asked: _Asked, held: Sequence[Fact]) -> list[Fact]:
    """The only amount that is for one, and for a time, as it is asked, where half of its own name is said.

    What else a question tells of who asks (家里孩子住校) stands in no sentence on it.
    """
    timed = [
        f for f in held if (asked.time and "·" in f.unit) or re.search(r"/(?:年|月|天|日|学期)$", f.unit)
    ]
    if not asked.time or len({(f.value, f.unit) for f in timed}) != 1:
        return []
    fact = timed[0]
    name = fold(fact.subject.name)
    said = as_written(asked.content, name, fold(fact.source.quote))
    if contrary(said, name) or is_other(said, name) or on_its_side(asked.content, name) is None:
        return []
    own = "".join(run for run in _ANY.split(name) if run)
    own = left_over(own, fold(fact.entity)).replace(" ", "") or own
    return [fact] if len(own) > 1 and covered_by(own, said) >= _NAMED else []


def _told(content: str, fact: Fact) -> float:
    """Share of what is asked that the name, its clause and its sentence tell."""
    name = fold("".join((*fact.subject.path, fact.subject.name))).removesuffix("标准")
    clause = fold(_clause(fact))
    sided = on_its_side(content, name)
    if sided is None:
        return 0.0
    said = as_written(sided, name, clause, fold(fact.source.quote))
    if contrary(said, name) or is_other(said, name + clause):
        return 0.0
    texts = ((name, _IN_NAME), (clause, _IN_CLAUSE), (fold(fact.source.quote), _IN_SENTENCE))
    even = [(_PAID_AS.sub("补贴", text), worth) for text, worth in texts]
    marks = list(_marks(_PAID_AS.sub("补贴", said.replace(" ", "")), even))
    return sum(marks) / max(len(marks), 1)


#: What people call by one word or the other.
_PAID_AS = regex("津贴|补贴")


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
