"""Evidence to an answer: plain sentences, figures with their working, citations to the very cell (成文)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from decimal import Decimal
from urllib.parse import quote as percent

from ingest.entities import entity_key
from ingest.model import Box, Document, Fact, Measure, Origin
from ingest.numbers import plain
from ingest.patterns import regex
from service.across.one_stage import MIXED
from service.contract import Answer, Citation, Figure, Input, Status, Timings
from service.figures.aim_said import AIM_TOLD
from service.figures.amended import CORRECTED, printed_text, printed_value
from service.figures.points_told import tell_points
from service.figures.rate_beside import is_change_with_rate
from service.figures.stated_rate import stated
from service.model import Body, Evidence, Finding, Operation, Plan, Quote
from service.read.misspelt import read_as
from service.scope.whose import whose

_STAGE_WORDS = {
    "决算": "决算",
    "预算": "预算",
    "年初预算": "年初预算",
    "全年预算": "全年预算",
    "执行": "执行数",
}


#: How a note begins that tells of another figure for the same thing; such notes stand in the answer too.
ELSEWHERE = "原文另有不同写法"
#: What a note says of a figure that is asked for beside others and is not printed; it stands in the answer too.
LACKING = regex(r"年度没有列出\S*「|年度[^：，。]{2,20}：[^，]*(?:无|没有|未)[^，]*（第\d+页）$")
#: How a note begins that counts what is listed; it stands in the answer too.
COUNTED = "逐一列出的共"
#: How a note begins that names parts which could not be worked out; it stands in the answer too.
MISSING = "另有分项未参加比较："


class Citations:
    """The citations of one answer, each place once, numbered from 0."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = documents
        self._documents = {d.id: d for d in documents}
        self.list: list[Citation] = []

    def of_fact(self, fact: Fact) -> int:
        """Number of the citation of a figure's cell or sentence."""
        s = fact.source
        quote = s.quote or (f"原文写作 {printed_text(fact)}" if fact.amended else "")
        return self._add(fact.document_id, s.page, (s.box,), s.table, s.row, s.column, quote)

    def of_quote(self, quote: Quote) -> int:
        """Number of the citation of quoted sentences."""
        page = quote.places[0][0]
        boxes = [box for number, box in quote.places if number == page]
        return self._add(
            quote.chunk.document_id, page, boxes, " > ".join(quote.chunk.path), "", "", quote.sentences[0]
        )

    def pages_of_quote(self, quote: Quote) -> list[int]:
        """Numbers of the citations of quoted sentences, one a page."""
        numbers = []
        for page in dict.fromkeys(number for number, _ in quote.places):
            boxes = [box for number, box in quote.places if number == page]
            title = " > ".join(quote.chunk.path)
            numbers.append(self._add(quote.chunk.document_id, page, boxes, title, "", "", quote.sentences[0]))
        return numbers

    def _add(
        self, document_id: str, page: int, boxes: Sequence[Box], table: str, row: str, column: str, text: str
    ) -> int:
        document = self._documents[document_id]
        citation = Citation(
            file=document.file, document_id=document_id, title=document.title, page=page, table=table, row=row,
            column=column, quote=text, bbox=[round(v, 1) for v in _around(boxes)],
            image=image_url(document_id, page, boxes),
        )  # fmt: skip
        if citation in self.list:
            return self.list.index(citation)
        self.list.append(citation)
        return len(self.list) - 1


def image_url(document_id: str, page: int, boxes: Sequence[Box]) -> str:
    """Address of the page picture with the boxes lit up."""
    marks = "&".join("bbox=" + percent(",".join(f"{v:.1f}" for v in box), safe=",") for box in boxes[:40])
    return f"/v1/documents/{document_id}/pages/{page}.png?{marks}"


def finding_to_figure(finding: Finding, body: Body, citations: Citations) -> Figure:
    """A finding as the contract's figure."""
    inputs = [
        Input(
            label=operand.label, value=plain(operand.fact.value), unit=operand.fact.unit,
            citation=citations.of_fact(operand.fact),
        )
        for operand in finding.operands
        if operand.fact.value is not None
    ]  # fmt: skip
    printed = finding.printed
    told = printed_text(printed) or None if printed is not None else None
    cited = citations.of_fact(printed) if printed is not None else (inputs[0].citation if inputs else None)
    return Figure(
        label=finding.label,
        value=plain(finding.value if (own := stated(finding)) is None else own),
        unit=finding.unit,
        printed=told,
        entity=whose(finding, body, citations.documents),
        year=finding.year,
        stage=finding.stage,
        formula=finding.formula,
        inputs=inputs,
        citation=cited,
    )


def tell_finding(finding: Finding, plan: Plan, who: str) -> str:
    """One sentence for a finding, under the name of the body ``who``."""
    lead = f"{who}{finding.year}年度"
    if finding.measure in (Measure.SHARE, Measure.COMPLETION) and len(finding.operands) == 2:
        return lead + _tell_ratio(finding)
    if finding.measure in (Measure.CHANGE, Measure.CHANGE_RATE):
        return lead + _tell_change(finding, plan)
    fact = finding.operands[0].fact
    place = f"（{fact.fund.value}）" if plan.fund is not None and plan.fund is fact.fund else ""
    stage = _STAGE_WORDS[finding.stage] if finding.measure is Measure.AMOUNT else ""
    rough = "约" if fact.breakdown == "约数" else ""
    source = "更正后" if fact.amended else "原文"
    printed = (
        "" if finding.formula is None else f"（{source}：{plain(fact.value or finding.value)} {fact.unit}）"
    )
    if finding.formula is not None and (plan.operation is Operation.AVERAGE or len(finding.operands) > 1):
        printed = f"（{finding.formula}）"
    return f"{lead}{finding.label}{place}{stage}为{rough} {plain(finding.value)} {finding.unit}{printed}。"


def _tell_ratio(finding: Finding) -> str:
    top, bottom = finding.operands[0], finding.operands[1]
    verb = "占" if finding.measure is Measure.SHARE else "，完成"
    printed, rate, own = printed_value(finding.printed), finding.value, stated(finding)
    aside = ""
    if own is not None:
        rate, aside = own, f"（按这两个数算是 {plain(finding.value)}%）"
    elif printed is not None and printed != finding.value:
        aside = f"（原文写作 {plain(printed)}%）"
    return (
        f"{top.label} {plain(top.fact.value or Decimal(0))} {top.fact.unit}{verb}{bottom.label} "
        f"{plain(bottom.fact.value or Decimal(0))} {bottom.fact.unit}的 {plain(rate)}%{aside}。"
    )  # fmt: skip


def _tell_gap(finding: Finding) -> str:
    """Two figures, and by how much the first is above the second."""
    one, other = (f"{o.label} {plain(o.fact.value or Decimal(0))} {o.fact.unit}" for o in finding.operands)
    if not finding.value:
        return f"{one}，{other}，两者相同"
    more = "多" if finding.value > 0 else "少"
    return f"{one}，{other}，前者比后者{more} {plain(abs(finding.value))} {finding.unit}"


def _tell_change(finding: Finding, plan: Plan) -> str:
    label = re.sub(r"增减(?:额|幅度)?$", "", finding.label)
    own = stated(finding)
    size = plain(abs(finding.value if own is None else own))
    if not finding.value:
        return f"{label}持平，没有增减。"
    word = ("增加", "减少") if finding.measure is Measure.CHANGE else ("增长", "下降")
    printed = printed_value(finding.printed)
    aside = ""
    if own is not None:
        aside = f"（按表内的数算是 {plain(abs(finding.value))}%）"
    elif finding.printed is not None and printed is not None and abs(printed) != abs(finding.value):
        aside = f"（原文写作 {plain(abs(printed))}{finding.printed.unit}）"
    told = f"{label}{word[0] if finding.value > 0 else word[1]} {size} {finding.unit}{aside}"
    return (
        told
        + (_tell_over(finding) if plan.operation in (Operation.VARIANCE, Operation.VARIANCE_RATE) else "")
        + "。"
    )


def _tell_over(finding: Finding) -> str:
    """Outcome and budget themselves, and whether the one is above the other."""
    over = "超出了预算" if finding.value > 0 else "没有超出预算"
    if len(finding.operands) < 2 or finding.operands[0].fact.unit == "%":
        return f"，{over}"
    outcome, budget = (
        f"{o.label} {plain(o.fact.value or Decimal(0))} {o.fact.unit}" for o in finding.operands[:2]
    )
    return f"（{outcome}，{budget}），{over}"


def tell_others(others: Sequence[Fact]) -> list[str]:
    """What the documents print elsewhere for the same figure."""
    notes = []
    for fact in others[:3]:
        printed, unit = printed_value(fact), fact.amended.unit if fact.amended else fact.unit
        if printed is None:
            continue
        place = f"《{fact.source.table}》" if fact.origin is Origin.CELL and fact.source.table else "正文"
        notes.append(
            f"{ELSEWHERE}：第{fact.source.page}页{place}写作 {plain(printed)} {unit}，两处都列出，请核对。"
        )
    return notes


#: A row of a table, each cell under its heading: it explains no term, whatever part of the document it stands in.
_NO_TERM = regex(
    r"^[^，。；：]{2,16}：[^，。；]*，[^，。；：]{2,16}：|(?:存在|发现)的?(?:主要)?问题|(?:改进|整改)措施|一是.+二是|评价结论|自评得分|^(?:年度|总体|绩效|项目)+目标[：:]"
)


def tell_quote(quote: Quote, body: Body | None, document: Document, plan: Plan) -> str:
    """A lead that names the source, then the passage's own sentences."""
    path = quote.chunk.path or ("正文",)
    # The first of the names that a table lists is no heading over the others.
    section = path[-2] if len(path) > 1 and path[-1] == quote.sentences[0] else path[-1]
    who = body.name if body and body.key == entity_key(document.entity) else document.entity
    source = f"{who}{document.year}年度{document.kind.value}"
    lead = (
        f"按{source}的名词解释："
        if any("解释" in part for part in path[-2:]) and not any(map(_NO_TERM.search, quote.sentences))
        else f"{source}「{section}」写道："
    )
    text = "\n".join(quote.sentences)
    tail = f"\n（全文见第{quote.full}页）" if quote.full else ""
    return f"{lead}\n{text}{tail}"


def compose(
    evidence: Evidence,
    plan: Plan,
    body: Body,
    documents: Sequence[Document],
    conversation: str,
    timings: Timings,
) -> Answer:
    """The answer that evidence supports."""
    citations = Citations(documents)
    figures = [finding_to_figure(f, body, citations) for f in evidence.findings]
    text = _told(evidence, plan, [figure.entity for figure in figures])
    text += _most_of_years(evidence.findings, plan)
    text += [note for note in evidence.notes if note.startswith(ELSEWHERE) or LACKING.search(note)]
    by_id = {d.id: d for d in documents}
    for index, found in enumerate(evidence.quotes):
        citations.pages_of_quote(found)
        document = by_id[found.chunk.document_id]
        text.append("\n".join(found.sentences) if index else tell_quote(found, body, document, plan))
    for fact in evidence.absences:
        citations.of_fact(fact)
    if evidence.absences:
        text.append(tell_absence(evidence.absences[0], body))
    if plan.operation is Operation.EXISTENCE and evidence.findings and not AIM_TOLD.search(evidence.told):
        text.insert(0, "有。" if evidence.findings[0].value else "没有，数额为零。")
    text += [note for note in evidence.notes if note.startswith((CORRECTED, COUNTED, MISSING, MIXED))]
    return Answer(
        id=uuid.uuid4().hex,
        conversation_id=conversation,
        status=Status.ANSWERED,
        answer="\n".join(text),
        figures=figures,
        citations=citations.list,
        notes=[*evidence.notes, *(read_as(plan.misspelt) if figures else ())],
        plan=plan_to_json(plan),
        timings_ms=timings,
    )


def _told(evidence: Evidence, plan: Plan, names: Sequence[str]) -> list[str]:
    """The sentences for the findings, each under the name of its body."""
    if evidence.told:
        return [evidence.told]
    if len(evidence.findings) > 1 and not is_change_with_rate(evidence.findings):
        return [_tell_many(evidence.findings, plan)]
    return [tell_finding(f, plan, who) for f, who in zip(evidence.findings, names, strict=True)]


def _most_of_years(findings: Sequence[Finding], plan: Plan) -> list[str]:
    """「哪一年花得最多」: the year itself, in words."""
    years = {f.year for f in findings}
    apart = any(len(f.operands) > 1 for f in findings[:1])  # how far two places are from each other
    if (
        plan.operation is not Operation.RANK
        or len(years) < 2
        or apart
        or len({f.entity for f in findings}) > 1
    ):
        return []
    return [f"其中{findings[0].year}年{'最少' if plan.least else '最多'}。"]


def _tell_many(findings: Sequence[Finding], plan: Plan) -> str:
    """Several figures: a sum first with its working, then each by itself."""
    first = findings[0]
    if first.unit == "倍":
        return f"{first.label.removesuffix('的倍数')}的 {plain(first.value)} 倍（{first.formula}）。"
    if first.label.endswith("之差"):
        return f"{_tell_gap(first)}（{first.formula}）。"
    joined = first.label.endswith(("合计", "平均")) or "合计占" in first.label
    alike = any(f.label == first.label for f in findings[1:])  # 本年支出合计 of one body beside another's
    if first.formula and joined and not alike and len(first.operands) == len(findings) - 1:
        return f"{first.entity}{first.label}为 {plain(first.value)} {first.unit}（{first.formula}）。"
    return tell_points(findings, listed=plan.operation is Operation.LIST)


def tell_absence(fact: Fact, body: Body) -> str:
    """One sentence for a declared absence, with the document's own words."""
    return f"没有。{body.name}{fact.year}年度公开资料第{fact.source.page}页写明：「{fact.source.quote}」"


def plan_to_json(plan: Plan | None) -> dict[str, object]:
    """The plan as it is shown in the answer: slots that are set."""
    if plan is None:
        return {}
    slots = {
        "operation": plan.operation.value,
        "entity": plan.entity,
        "year": plan.year,
        "stage": plan.stage and plan.stage.value,
        "fund": plan.fund and plan.fund.value,
        "statement": plan.statement,
        "subject": plan.subject
        and {"name": plan.subject.name, "code": plan.subject.code, "kind": plan.subject.kind},
        "breakdown": plan.breakdown,
        "base": plan.base and plan.base.name,
        "unit": plan.unit,
        "intent": plan.intent,
        "confidence": round(plan.explained, 2),
        "understood_by": plan.helper,
    }
    return {key: value for key, value in slots.items() if value not in (None, "")}


def _around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all."""
    return (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
