"""The tools ``ask``, ``facts``, ``documents`` and ``checks``, as a server of the official SDK (MCP 服务)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from inspect import getdoc
from itertools import islice
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import BaseModel, ValidationError

from ingest.checks.told import checks_of
from ingest.errors import IngestError
from ingest.facts import FactStore
from ingest.filters import FactFilter, documents_of, named_documents
from ingest.model import Document, Verdict
from service.chat.reply import answer_to_text
from service.contract import Answer, AskRequest
from service.errors import ServiceError
from service.tools import rows
from service.tools.contract import Checks, Documents, Facts
from service.tools.parameters import (
    Entity,
    Everything,
    History,
    Limit,
    OfDocument,
    OfFund,
    OfStage,
    OnlyDocument,
    OnlyEntity,
    OnlyYear,
    Question,
    Statement,
    Subject,
    Unit,
    Year,
)  # fmt: skip
from service.web.asking import Asked

INSTRUCTIONS = (
    "回答中国政府部门公开的预算、决算里的问题。问数字、占比、增减、原因，用 ask，它给出的每个数都带出处，请照原样引用，"
    "不要自己推算或改写数字；它说没有，就是没有，不要猜。要成批的数字用 facts；先看收录了哪些单位和年度用 documents；"
    "文件自己前后不一致的地方用 checks。"
)
READS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def tool_server(answerer: Asked, store: FactStore, version: str) -> MCPServer[None]:
    """The server over one answerer and its store; it does nothing until a transport runs it."""
    server: MCPServer[None] = MCPServer(
        "mingbai",
        title="明白账",
        instructions=INSTRUCTIONS,
        version=version,
        log_level="WARNING",
        subscriptions=False,
    )
    asking_tool(server, answerer)
    facts_tool(server, store)
    documents_tool(server, store)
    checks_tool(server, store)
    return server


def tool(server: MCPServer[None], title: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add a function to the server as a tool that only reads; its docstring is what models are told of it."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        server.add_tool(function, title=title, description=getdoc(function), annotations=READS)
        return function

    return add


def asking_tool(server: MCPServer[None], answerer: Asked) -> None:
    """``ask``: a question in plain Chinese."""

    @tool(server, "问预算决算")
    def ask(
        question: Question,
        entity: OnlyEntity = None,
        year: OnlyYear = None,
        document_id: OnlyDocument = None,
        unit: Unit = None,
        history: History = None,
    ) -> Annotated[CallToolResult, Answer]:
        """问一个部门预算、决算的问题，得到带算式和出处（文件、页、表、行、列）的回答。

        status 为 answered 才是回答；clarify 是有几种理解，options 里每一个都可以直接再问；
        no_answer 是文件里没有，out_of_scope 是不属于预算决算。figures[0] 是所问的那个数。
        """
        with told_as_tool_errors():
            request = AskRequest(
                question=question,
                entity=entity,
                year=year,
                document_id=document_id,
                unit=unit,
                history=history or [],
            )
            answer = answerer.ask(request)
        return result(answer_to_text(answer), answer)


def facts_tool(server: MCPServer[None], store: FactStore) -> None:
    """``facts``: printed figures by what they are of."""

    @tool(server, "查事实")
    def facts(
        entity: Entity = "",
        year: Year = 0,
        subject: Subject = "",
        statement: Statement = "",
        stage: OfStage = None,
        fund: OfFund = None,
        limit: Limit = 50,
    ) -> Annotated[CallToolResult, Facts]:
        """按单位、年度、科目、报表列出文件里印着的数字，一个数一行，带单位、页码和所在的格子。

        value 是印出来的数，yuan 折合成元；value 为 null 是文件声明了「无」。空格子不是 0，不会列出来。
        """
        with told_as_tool_errors():
            held = store.documents(current=True)
            chosen = documents_of(held, entity) if entity else held
            wanted = FactFilter(
                tuple(d.id for d in chosen),
                year,
                subject.strip(),
                statement.strip(),
                stage,
                fund,
                limit=limit + 1,
            )
            found = store.find(wanted)
        files = {d.id: d.file for d in chosen}
        listed = [rows.fact_to_row(fact, files) for fact in found[:limit]]
        more = len(found) > limit
        return result(rows.tell_facts(listed, more), Facts(facts=listed, more=more))


def documents_tool(server: MCPServer[None], store: FactStore) -> None:
    """``documents``: what is loaded."""

    @tool(server, "列文件")
    def documents(entity: Entity = "", year: Year = 0) -> Annotated[CallToolResult, Documents]:
        """列出收录了哪些单位、哪些年度的预算和决算文件；已被更正件取代的不列。"""
        with told_as_tool_errors():
            held, counts = store.documents(current=True), store.counts()
        chosen = documents_of(held, entity) if entity else held
        listed = [rows.document_to_row(d, counts.get(d.id, (0, 0))[0]) for d in chosen if year in (0, d.year)]
        return result(rows.tell_documents(listed), Documents(documents=listed))


def checks_tool(server: MCPServer[None], store: FactStore) -> None:
    """``checks``: where documents contradict themselves or each other."""

    @tool(server, "核对")
    def checks(
        document: OfDocument = "", everything: Everything = False, limit: Limit = 50
    ) -> Annotated[CallToolResult, Checks]:
        """列出文件里对不上的地方：合计与分项、收入与支出、正文与表格、占比与增减的复算，两边各是多少、在第几页。

        verdict 是结果，severity 是轻重，difference 是两边之差。文件里没有错，就没有行。
        """
        with told_as_tool_errors():
            held = store.documents(current=True)
            chosen = meant(held, document) if document else held
            found = (
                rows.check_to_row(check, d)
                for d in chosen
                for check in checks_of(store, d.id)
                if everything or check.verdict is not Verdict.HOLDS
            )
            listed = list(islice(found, limit + 1))
        more, listed = len(listed) > limit, listed[:limit]
        return result(rows.tell_checks(listed, more), Checks(checks=listed, more=more))


def meant(held: Sequence[Document], name: str) -> Sequence[Document]:
    """The documents that an id, a file's name or a body's name means; one that means none is the caller's mistake."""
    found = named_documents(held, name) or documents_of(held, name)
    if not found:
        raise ToolError(f"没有收录「{name}」的文件；用 documents 看收录了哪些。")
    return found


def result(text: str, structured: BaseModel) -> CallToolResult:
    """What a model reads, and the same as data."""
    return CallToolResult(
        content=[TextContent(type="text", text=text)], structured_content=structured.model_dump(mode="json")
    )


@contextmanager
def told_as_tool_errors() -> Iterator[None]:
    """Errors of the domain as the SDK wants them: their messages were written to be shown."""
    try:
        yield
    except (ServiceError, IngestError) as exc:
        raise ToolError(str(exc)) from exc
    except ValidationError as exc:
        raise ToolError("参数不合要求：问题或单位名太长，或不是文本。") from exc
