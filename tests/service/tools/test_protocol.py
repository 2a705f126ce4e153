"""The SDK's own client over both transports: the program on standard input and output, and the server's ``/mcp``."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

import httpx
import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters

from service.contract import AskRequest
from tests.service.running import environment

#: 青岚区城市管理局2023年度部门决算.
BODY, QUESTION = "云川市青岚区城市管理局", "青岚区城市管理局2023年项目支出占比多少"
MODES = ["auto", "legacy"]


@pytest.fixture(params=["stdio", "http"])
def place(request, sampled, address) -> Any:
    """What a client connects to."""
    if request.param == "http":
        return f"{address}/mcp"
    arguments = ["-m", "mingbai", "mcp"]
    return StdioServerParameters(
        command=sys.executable, args=arguments, env=environment(sampled), cwd=str(sampled.data)
    )


def call(place: Any, *calls: tuple[str, dict[str, Any]], mode: str = "auto") -> list[Any]:
    """The results of some tools, called one after the other by one client."""

    async def called() -> list[Any]:
        async with asyncio.timeout(90), Client(place, mode=mode) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(called())


@pytest.mark.parametrize("mode", MODES)
def test_the_tools_say_what_they_take_and_give(place, mode):
    async def listed() -> list[Any]:
        async with asyncio.timeout(90), Client(place, mode=mode) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in asyncio.run(listed())}
    assert sorted(tools) == ["ask", "checks", "documents", "facts"]
    for tool in tools.values():
        assert "\n  " not in tool.description
        assert tool.description and tool.title and tool.annotations.read_only_hint
        assert tool.output_schema["type"] == "object"
        fields = tool.input_schema["properties"].values()
        assert all(field.get("description") for field in fields), tool.name
    assert tools["ask"].input_schema["required"] == ["question"]
    assert {"status", "figures", "citations"} <= set(tools["ask"].output_schema["properties"])


def test_all_four_tools_answer(place, desk):
    expected = desk.ask(AskRequest(question=QUESTION))
    asked, follow_up, facts, documents, checks = call(
        place,
        ("ask", {"question": QUESTION}),
        ("ask", {"question": "那基本支出呢", "history": [QUESTION]}),
        ("facts", {"entity": BODY, "year": 2023, "subject": "项目支出", "limit": 3}),
        ("documents", {"entity": BODY, "year": 2023}),
        ("checks", {"document": BODY, "everything": True, "limit": 2}),
    )
    assert not any(one.is_error for one in (asked, follow_up, facts, documents, checks))
    figure = asked.structured_content["figures"][0]
    assert figure["value"] == expected.figures[0].value and asked.structured_content["citations"]
    assert expected.answer in asked.content[0].text and "出处：" in asked.content[0].text
    assert follow_up.structured_content["status"] == "answered"
    rows = facts.structured_content["facts"]
    assert len(rows) == 3 and facts.structured_content["more"] and "还有更多" in facts.content[0].text
    assert {(row["entity"], row["year"], "项目支出" in row["subject"]) for row in rows} == {
        (BODY, 2023, True)
    }
    assert all(row["page"] > 0 and row["file"].endswith(".pdf") and row["unit"] for row in rows)
    (document,) = documents.structured_content["documents"]
    assert (document["entity"], document["year"], document["kind"]) == (BODY, 2023, "决算")
    assert document["facts"] > 100 and document["id"] in documents.content[0].text
    assert len(checks.structured_content["checks"]) == 2 and checks.structured_content["more"]


def test_what_cannot_be_done_is_told_to_the_model(place):
    blank, unknown, wrong, nothing = call(
        place,
        ("ask", {"question": "   "}),
        ("checks", {"document": "火星"}),
        ("facts", {"limit": 100_000}),
        ("facts", {"entity": "火星"}),
    )
    assert blank.is_error and "问题是空的" in blank.content[0].text
    assert unknown.is_error and "没有收录「火星」" in unknown.content[0].text
    assert wrong.is_error and "limit" in wrong.content[0].text
    assert not nothing.is_error and nothing.structured_content == {"facts": [], "more": False}
    assert "documents" in nothing.content[0].text


def test_only_questions_are_taken_at_mcp(address):
    for method in ("GET", "DELETE"):
        assert httpx.request(method, f"{address}/mcp", timeout=10).status_code == 405
