"""The last resort: where nothing else is found, the sentence or row that tells nearest what is asked (最近之处).

Only where its measured chance to be the right one is high; its own words are quoted, so that anybody sees them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Document, Fact, Flow, Fund, Kind, Measure, Origin, Source, Stage, Subject
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.closest.account_meant import nearly_named
from service.closest.aimed_at import is_aim, reached
from service.closest.number_asked import ANY, fit_of, number_asked
from service.closest.places import ROWS, Place, measure_of
from service.closest.prepared import Prepared
from service.closest.query import Query
from service.closest.scorer import Choice, choose, load_numbers, load_talk
from service.closest.told_line import CLOSEST, NARROWS, of_another_year
from service.closest.told_quoted import number_of
from service.closest.word_rows import key_of
from service.evidence import Sources
from service.figures.compute import in_unit
from service.inquiry import Inquiry
from service.model import PHRASE_KINDS, Declined, Evidence, Finding, Operand, Operation, Plan, Reason
from service.text.lexical import Index

#: So sure it must be; measured on bodies not learnt from (``python -m eval.closest``).
ENOUGH = 0.65
#: So sure where its sentence was found before, and only its number was not.
QUOTED = 0.4
_UNSURE = (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED)
_OPERATIONS = (
    Operation.LOOKUP,
    Operation.COUNT,
    Operation.AVERAGE,
    Operation.NARRATIVE,
    Operation.SHARE,
    Operation.LIST,
)
#: Asks for more than a number that is printed: a difference, a rank, a sum, two numbers at once; or takes up what
#: was said before.
_MORE = regex(
    r"(?:多少|几)[^？?]*?(?:多少|(?<!第)几(?![百千十]))|加上|相加|[、和跟与及][^，。？?]{1,20}(?:一共|总共|共计|合计)|变[多少高低][了没]|比[^例重赛如价]|相差|差[了多]?(?:多少|几)|[多少高低][了出](?:多少|几)|最[多少高低大小贵]|加[在起]|合起来|各[自是有]?多少|分别"
    r"|[两三四五六几]年[^，。？?]{0,12}(?:一共|总共|合计|共计)|(?:增加|减少|增长|下降|上升|涨|降|跌|省)了?(?:多少|几|百分)|占|几倍|剩|结余|哪[一个些年家几]|那几|那[一个些年家](?!.*(?:多少|几))|为什么|为啥|怎么|咋"
)
#: What is bought is no project about such things: 「器材采购」 of 「器材质量抽检」.
_BUYS, _BOUGHT = regex(r"(?<!服务)采购|购置"), regex(r"[购采买换添置配]|更新|新增|租")
#: The highest of several is printed like any number where a text tells it: 「最高一笔5万元」.
_TOP = regex(r"最[高低大小多少贵]的?(?:那|一)+[个笔次位人户家例](?=[\u4e00-\u9fff]{0,4}(?:多少|几))")
_TOP_TOLD = regex(r"最[高低大小多少贵]")
#: The bound of what is allowed or aimed at is printed like any number: 「最多补多少」, 「最低要达到多少」.
_LIMIT = regex(
    rf"{_TOP.pattern}|"
    r"最[多高低少](?=(?:能|可以?|会|要|得|应|该|不|补[贴助]?|给|拿|领|奖励?|达到?|做到|是|为){1,3}(?:多少|几))"
)
_ORDERS = regex(r"最|排[名第在序]|第[一二三四五几]|前[几两三五]")
_TAKEN_UP = regex(r"[那这](?:个|些|笔|项|里|块)|它|他们|上面|刚才")
#: Asks for some of those that are told of: 「……的人里女的多少人」.
_SOME_OF = regex(
    r"(?:(?<=[人员生户者])里[面头边]?|当中|之中|其中)(?P<some>[\u4e00-\u9fff]{1,8}?)[的有是占]*(?:一共|总共)?(?:多少|几)"
)
_NUMBER = regex(r"多少|几|好多|多[高大长久重远]")
_LEAD = regex(
    r"^(?:其中|以及|并|和|及|、|：|:|\d+[.、]|[一二三四五六七八九十]+[)）、]|[一二三四五六七八九十]是|其[一二三四五])+"
)
_LEADS_TO = regex(r"(?:为|是|达到?|共计?)$")


_KEPT: dict[tuple[str, ...], Prepared] = {}
_MOST = 64


def told_closest(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, asked: Inquiry
) -> Evidence | Declined:
    """The evidence; where it is none for want of words, or only words where a number is asked for, the number that
    tells nearest what is asked, if sure."""
    quoted = _quoted(evidence, asked)
    refused = isinstance(evidence, Declined) and _is_unsure(evidence)
    if not (quoted or refused) or sources.body.within or not _may_be_told(plan, asked, bool(quoted)):
        return evidence
    choice = nearest(plan.text, plan.year or 0, sources.documents, sources.facts, sources.index())
    choice = _reached(choice, plan, sources, asked)
    if choice is not None and _is_told(choice, quoted, plan, asked):
        return _as_evidence(choice.ready.place, plan, sources.documents)
    place = _in_quotes(evidence, plan, sources, asked) if isinstance(evidence, Evidence) else None
    if place is None or _is_another(place, plan, asked):
        return evidence
    return _as_evidence(place, plan, sources.documents)


def _reached(choice: Choice | None, plan: Plan, sources: Sources, asked: Inquiry) -> Choice | None:
    """The choice; what was done in the place of the aim that it stands behind, unless the aim is asked for."""
    if choice is None or plan.stage is Stage.BUDGET:
        return choice
    ready = _prepared(sources.documents, sources.facts, sources.index()).ready
    done = reached(choice.ready.place, asked.text, (one.place for one in ready))
    return replace(choice, ready=next(one for one in ready if one.place is done))


def _in_quotes(evidence: Evidence, plan: Plan, sources: Sources, asked: Inquiry) -> Place | None:
    """The one number of the quoted passages that is meant."""
    rows = [
        one.place
        for one in _prepared(sources.documents, sources.facts, sources.index()).ready
        if one.place.fact
    ]
    return number_of(evidence, rows, asked.text, plan.year or 0)


def _is_told(choice: Choice, quoted: str, plan: Plan, asked: Inquiry) -> bool:
    """Whether a number is sure enough to be told, surer where its sentence was found before."""
    place = choice.ready.place
    told = place.sentence
    enough = QUOTED if told and told in quoted else ENOUGH
    return (
        choice.sure >= enough and not _is_refused(place, plan, asked) and not _is_another(place, plan, asked)
    )


def _is_another(place: Place, plan: Plan, asked: Inquiry) -> bool:
    """Whether a number is of another thing, of another year, of a part or of another sort than what is asked."""
    told = place.sentence
    bound = _bound_asked(place).sub("", asked.text)
    return (
        _is_ranged(place)
        or _of_others(place, plan, asked)
        or of_another_year(told, plan, asked)
        or _of_a_part_untold(told, plan.text)
        or _of_those_moved(place, plan.text)
        or _of_another_sort(place, asked.text)
        or _is_weight(place, asked.text)
        or is_aim(place, asked.text)
        or (_BUYS.search(asked.text) is not None and not _BOUGHT.search(place.sentence + place.head))
        or (_TOP.search(asked.text) is not None and not _TOP_TOLD.search(place.own))
        or (_BOUND.search(bound) is not None and not _BOUND.search(told))
    )


def _is_weight(place: Place, text: str) -> bool:
    """Whether a number is what an indicator is worth, or got, where no points are asked for."""
    points = place.fact is not None and _POINTS.search(place.fact.breakdown) is not None
    return points and _POINTS_ASKED.search(text) is None


_POINTS, _POINTS_ASKED = regex(r"分值|权重|得分"), regex(r"分值|权重|分数|得分|评分|几分|多少分|满分")


def is_closest(evidence: Evidence | Declined) -> bool:
    """Whether this is what was found by the last resort."""
    return isinstance(evidence, Evidence) and any(note.startswith(CLOSEST) for note in evidence.notes)


def nearest(
    text: str, year: int, documents: Sequence[Document], facts: Sequence[Fact], index: Index
) -> Choice | None:
    """The number of the documents that tells nearest what is asked, however unsure."""
    query = Query.of(text, load_talk(), year)
    if query.asked.sort == ANY and not _NUMBER.search(text):
        return None
    return choose(query, _prepared(documents, facts, index), load_numbers())


def _prepared(documents: Sequence[Document], facts: Sequence[Fact], index: Index) -> Prepared:
    key = key_of(documents, index)
    if key not in _KEPT:
        if len(_KEPT) >= _MOST:
            _KEPT.clear()
        own = {document.id for document in documents}
        _KEPT[key] = Prepared(index.chunks, [fact for fact in facts if fact.document_id in own])
    return _KEPT[key]


def _is_refused(place: Place, plan: Plan, asked: Inquiry) -> bool:
    """Whether what was refused would be told after all: an account that is named, or nearly, with what narrows it."""
    fact, text = place.fact, fold(asked.text)
    account = fact is not None and fact.subject.kind not in ROWS
    name = fold(fact.subject.name) if fact is not None and account else ""
    if account and name.removesuffix("支出") not in text:
        return nearly_named(text, name)
    if not account:
        name = fold(plan.subject.name) if plan.subject is not None else ""
    name = name.removesuffix("支出")
    if not name or name not in text:
        return False
    if not plan.taken or any(run in name for run in plan.taken):
        return True
    # 「火箭差旅费」, 「司机的差旅费」, 「差旅费拖欠」; a clause that stands apart narrows nothing.
    ends = "|".join(re.escape(run[-2:]) for run in plan.taken)
    starts = "|".join(re.escape(run[:2]) for run in plan.taken)
    name = re.escape(name)
    beside = rf"(?:{ends})的?{name}|{name}(?:(?:里|中|当中|里面|里头)的?|的)?(?:{starts})"
    return re.search(beside, text) is not None


#: What is missing is none of what there is; what did not is none of what did; whose it is stands in a name.
_WANTING, _NOT = (
    regex("缺|不足|短|空编"),
    regex(r"没(?!收|有|人)[\u4e00-\u9fff]|未|不(?=合格|达标|通过|满意)"),
)
#: Money that was not used up is what is left, or was taken back.
_LEFT, _TAKEN_BACK = (
    regex(r"没(?:有)?[用花使](?:完|掉|出去?|光)(?:了|的)*"),
    regex(r"收回|统筹|结[余转]|剩余|上缴|交回"),
)
#: Terms of the trade that name a thing of its own, of which a part of their words says nothing.
_OWN_TERMS = (
    "政府购买服务",
    "转移支付",
    "专项债",
    "一般债",
    "国有资产",
    "固定资产",
    "流动资产",
    "无形资产",
    "公益岗",
)
_BODY = regex(
    "[\u4e00-\u9fff]{2,10}(?:中心|大队|支队|[局队站所])(?=的)"
    "|第[一二三四五六七八九十]+[\u4e00-\u9fff]{0,4}(?:小学|中学|幼儿园|医院)"
)


def _of_others(place: Place, plan: Plan, asked: Inquiry) -> bool:
    """Whether a number is of the contrary, of another body, or of another project than the one spoken of."""
    text, told = asked.text, f"{place.own}{place.after}"
    if _WANTING.search(told) and not _WANTING.search(text):
        return True
    negated = _LEFT.sub("", text) if _TAKEN_BACK.search(told) else text
    if _NOT.search(negated) and not _NOT.search(place.sentence):
        return True
    if any(term in text and term not in place.sentence + place.head for term in _OWN_TERMS):
        return True
    bodies = (found[0][-4:] for found in _BODY.finditer(text))
    if any(body not in place.sentence + place.head + plan.entity for body in bodies):
        return True
    before = asked.talk[-1].plan.subject if asked.talk else None
    if before is None or before.kind != "项目":
        return False
    return fold(before.name) not in fold(place.head + place.sentence)


#: A number that only begins or ends a range.
_RANGED = r"(?:\d\s*[-—–~～至到]\s*{number}|{number}\s*[^\d，。；]{{0,3}}[-—–~～至到]\s*\d)"


def _is_ranged(place: Place) -> bool:
    number = re.escape(plain(place.value))
    return re.search(_RANGED.format(number=number), place.sentence.replace(",", "")) is not None


def _quoted(evidence: Evidence | Declined, asked: Inquiry) -> str:
    """What is told in words where a number is asked for."""
    if (
        isinstance(evidence, Declined)
        or evidence.findings
        or evidence.absences
        or not wants_number(asked.text)
    ):
        return ""
    return "".join(sentence for quote in evidence.quotes for sentence in quote.sentences)


def wants_number(text: str) -> bool:
    """Whether nothing but a number answers a question."""
    return number_asked(text).sort != ANY and _NUMBER.search(text) is not None


def _is_unsure(declined: Declined) -> bool:
    """Whether something was not found by its words."""
    return declined.reason in _UNSURE and not declined.final and not declined.options


def _may_be_told(plan: Plan, asked: Inquiry, is_quoted: bool = False) -> bool:
    """Whether one number is asked for that is printed; of an account that was found and has none only a quoted one."""
    said = [_LIMIT.sub("", text) for text in (plan.text, asked.text)]
    limit = said[1] != asked.text and not _ORDERS.search(said[1])
    if plan.operation not in _OPERATIONS and not (limit and plan.operation is Operation.RANK):
        return False
    if (
        plan.also
        or plan.condition is not None
        or plan.ratio is not None
        or plan.stages
        or NARROWS.search(asked.text)
        or any(map(_MORE.search, said))  # within a conversation the plan may tell only what it is about
    ):
        return False
    if asked.talk and _TAKEN_UP.search(plan.text):
        return False
    official = plan.subject is not None and plan.subject.kind not in PHRASE_KINDS
    return is_quoted or not (official and not plan.taken)


def _of_a_part_untold(told: str, text: str) -> bool:
    """Whether some of those that are told of are asked for, of whom the sentence has no character."""
    some = _SOME_OF.search(text)
    return some is not None and not set(some["some"]) & set(told)


#: Things that are held, and what is done with some of them.
_HELD = ("辆", "台", "套", "台（套）", "台套", "艘", "架")
_MOVED = regex(r"(?:购置|更新|新购|新增|添置|购买|采购|报废|处置|淘汰)[^，。；]{0,14}$")
_MOVES = regex(r"[购买换新增添]|更新|报废|处置|淘汰|处理")


def _of_those_moved(place: Place, text: str) -> bool:
    """Whether a sentence counts what was bought or given up where no such deed is asked about: 「有多少辆车」."""
    if place.unit not in _HELD or _MOVES.search(text):
        return False
    before, _, behind = place.sentence.partition(f"{plain(place.value)}{place.unit}")
    return bool(behind or before != place.sentence) and _MOVED.search(before) is not None


#: Those over or under something are asked for, 「三级以上手术」, which no one sort of them is.
_BOUND = regex(r"[^此]以[上下内外]|超过|不到|[高低]于|至少|最少|最多不")


#: The bound itself is asked for, which the target of an indicator is: 「要超过几家」, 「至少多少人」.
_BOUND_ASKED = regex(r"(?:超过|[高低]于|至少|最多不)(?:要|得|有|是|达到?)?(?=多少|几)")
_NEVER = regex(r"(?!)")


def _bound_asked(place: Place) -> re.Pattern[str]:
    return _BOUND_ASKED if place.fact is not None and place.fact.subject.kind == "绩效指标" else _NEVER


def _of_another_sort(place: Place, text: str) -> bool:
    """Whether the asker's own words ask for another sort of number: 「有多少人参加」 of what its course cost."""
    return not fit_of(number_asked(text), place)


def _as_evidence(place: Place, plan: Plan, documents: Sequence[Document]) -> Evidence:
    fact = place.fact or _as_fact(place, plan, documents)
    label = label_of(place)
    finding = Finding(
        label, place.value, place.unit, fact.measure, fact.year, fact.stage.value, (Operand(label, fact),),
        entity=plan.entity,
    )  # fmt: skip
    if fact.measure is Measure.AMOUNT:
        finding = in_unit(finding, plan.unit)
    amount = f"{plain(finding.value)} {finding.unit}"
    where = f"第{fact.source.page}页"
    told = (
        f"{where}写道：「{place.sentence}」"
        if fact.origin is Origin.SENTENCE
        else f"{where}列有「{label}」。"
    )
    return Evidence(
        (finding,), told=f"{told}\n按这里所说，{label}为 {amount}。",
        notes=(f"{CLOSEST}，以上是意思最接近的一处，请对照原文。",),
    )  # fmt: skip


def label_of(place: Place) -> str:
    """What a number is of, in the words around it."""
    lead = place.own or place.before.rstrip("，：、").split("，")[-1]
    called = _LEAD.sub("", f"{lead}{place.after}".lstrip("（(")).strip("，。；：、（）() ")
    return _LEADS_TO.sub("", called) or place.unit


def _as_fact(place: Place, plan: Plan, documents: Sequence[Document]) -> Fact:
    """The number as a fact of its sentence."""
    chunk = place.chunk
    assert chunk is not None  # what is no row stands in a passage
    document = next(d for d in documents if d.id == chunk.document_id)
    places = chunk.places_of(place.start, place.end)
    page = places[0][0]
    boxes = [box for number, box in places if number == page]
    box = (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes),
    )  # fmt: skip
    sort = measure_of(place)
    measure = {"money": Measure.AMOUNT, "rate": Measure.RATE}.get(sort, Measure.COUNT)
    source = Source(page, box, table=" > ".join(chunk.path), quote=place.sentence)
    return Fact(
        plan.entity, document.year, _stage(document), "", Fund.ALL, Flow.NONE, Subject("其他", label_of(place)), "",
        measure, place.value, place.unit, None, Origin.SENTENCE, source, 1, chunk.document_id,
    )  # fmt: skip


def _stage(document: Document) -> Stage:
    return Stage.BUDGET if document.kind is Kind.BUDGET else Stage.FINAL_ACCOUNTS
