"""A store and an answerer with one small real PDF, for tests of what HTTP does with whatever they give."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Box, Document, Kind
from ingest.settings import Settings
from service.contract import Answer, AskRequest, Citation, Figure, Input, Option, Status, Timings
from service.errors import BadQuestion
from service.model import Operation, Plan, Term
from service.progress import Understood, unheard

FILE = "青岚市城市管理局 2023年度部门决算.pdf"
CELL: Box = (300.0, 400.0, 380.0, 424.0)
LINES = "/v1/documents/d1/pages/2.png?bbox=50,50,500,65&bbox=50,75,200,90"
PROBE = "<img src=x onerror=\"document.body.dataset.hacked='1'\"><script>document.body.dataset.hacked='1'</script>"


def draw_pdf(path: Path, box: Box = CELL, rotation: int = 0, crop: Box | None = None) -> None:
    """Two A4 pages, the first with a ruled cell at ``box`` (top left origin) around a printed number."""
    height = A4[1]
    canvas = Canvas(str(path), pagesize=A4)
    x0, top, x1, bottom = box
    canvas.rect(x0, height - bottom, x1 - x0, bottom - top)
    canvas.drawString(x0 + 6, height - bottom + 7, "513.47")
    canvas.setPageRotation(rotation)
    if crop:
        canvas.setCropBox((crop[0], height - crop[3], crop[2], height - crop[1]))
    canvas.showPage()
    canvas.drawString(72, height - 72, "second page")
    canvas.showPage()
    canvas.save()


def make_document(settings: Settings, id: str = "d1", file: str = FILE, pages: int = 2) -> Document:
    """A document whose original lies in the data folder, as ingest leaves it."""
    settings.files.mkdir(parents=True, exist_ok=True)
    copy = settings.files / f"{id}{Path(file).suffix}"
    if copy.suffix == ".pdf":
        draw_pdf(copy)
    else:
        copy.write_text("第一行\n项目支出 513.47\n", "utf-8")
    return Document(
        id=id,
        file=file,
        sha256=hashlib.sha256(copy.read_bytes()).hexdigest(),
        title=Path(file).stem,
        entity="青岚市城市管理局",
        aliases=(),
        level="部门",
        region="青岚市",
        year=2023,
        kind=Kind.FINAL_ACCOUNTS,
        pages=pages,
        path=str(copy.relative_to(settings.data)),
    )


class StandInShelf:
    """A facts store that holds only documents."""

    def __init__(self, *documents: Document) -> None:
        self.held = {document.id: document for document in documents}

    def documents(self) -> list[Document]:
        return list(self.held.values())

    def document(self, id: str) -> Document | None:
        return self.held.get(id)

    def counts(self) -> Mapping[str, tuple[int, int]]:
        return {id: (120, 8) for id in self.held}


class BrokenShelf(StandInShelf):
    """A facts store whose database is gone."""

    def counts(self) -> Mapping[str, tuple[int, int]]:
        raise ConnectionError("postgres://secret@db")


def cite(**changes: object) -> Citation:
    """The cell of ``draw_pdf``."""
    given: dict[str, object] = {
        "file": FILE,
        "document_id": "d1",
        "title": Path(FILE).stem,
        "page": 1,
        "table": "支出决算表",
        "row": "合计",
        "column": "项目支出",
        "bbox": list(CELL),
    }
    return Citation.model_validate(given | changes)


def share() -> Figure:
    """A computed figure with its two operands."""
    return Figure(
        label="项目支出占比",
        value="58.45",
        unit="%",
        printed="58.4%",
        entity="青岚市城市管理局",
        year=2023,
        stage="决算",
        formula="513.47 ÷ 878.45 × 100% = 58.45%",
        inputs=[
            Input(label="项目支出", value="513.47", unit="万元", citation=0),
            Input(label="本年支出合计", value="878.45", unit="万元", citation=1),
        ],
    )


class StandIn:
    """An answerer that answers by a word in the question."""

    def __init__(self) -> None:
        self.asked: list[AskRequest] = []

    def suggestions(self) -> list[str]:
        return ["项目支出占多少？", "接了多少投诉？"]

    def recall(self, request: AskRequest) -> Answer | None:
        return None

    def ask(self, request: AskRequest, understood: Understood = unheard) -> Answer:
        self.asked.append(request)
        if not request.question.strip():
            raise BadQuestion("请先写下问题。")
        if "爆炸" in request.question:
            raise ZeroDivisionError("secret of the machine")
        understood(Plan(Operation.SHARE, "青岚市城市管理局", 2023, subject=Term("项目支出", "支出结构")))
        answer = Answer(
            id="a1",
            conversation_id=request.conversation_id or "c1",
            status=Status.ANSWERED,
            answer="2023年度项目支出 513.47 万元[1]，占本年支出合计的 58.45%。",
            figures=[share()],
            citations=[
                cite(),
                cite(page=2, bbox=[50, 50, 500, 90], image=LINES, row="", column="", quote="两行的原话"),
            ],
            notes=["正文写作 58.4%。"],
            suggestions=["基本支出是多少？"],
            timings_ms=Timings(understand=1.25, total=12.0),
        )
        return answer.model_copy(update=self.other(request.question))

    def other(self, question: str) -> dict[str, object]:
        """What differs for some words of a question."""
        if "攻击" in question:
            hostile = Figure(
                label=PROBE, value=PROBE, unit=PROBE, entity=PROBE, year=2023, stage=PROBE, formula=PROBE
            )
            return {
                "answer": PROBE,
                "figures": [hostile, hostile.model_copy(update={"label": "别的", "citation": 0})],
                "citations": [cite(file=PROBE, table=PROBE, row="", quote=PROBE)],
                "notes": [PROBE],
                "suggestions": [PROBE],
            }
        if "多少钱" in question:
            return {
                "status": Status.CLARIFY,
                "answer": "您问的是哪一年？",
                "figures": [],
                "citations": [],
                "options": [Option(label="2023年", question="2023年项目支出占多少？")],
            }
        if "火星" in question:
            return {
                "status": Status.NO_ANSWER,
                "reason": "entity_not_loaded",
                "answer": "没有收录火星。",
                "figures": [],
                "citations": [],
            }
        return {}
