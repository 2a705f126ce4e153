"""``mingbai mcp``: the tools on standard input and output, for a program that starts them itself."""

from __future__ import annotations


def mcp() -> None:
    """让大模型当工具用（MCP，标准输入输出）：ask、facts、documents、checks。"""
    from ingest.errors import IngestError
    from ingest.facts import FactStore
    from ingest.settings import Settings
    from service.answer import Answerer
    from service.commands import TROUBLE, failed, keep_journal
    from service.tools.server import tool_server
    from service.version import installed_version

    keep_journal(verbose=False)  # standard output belongs to the protocol
    settings = Settings()
    try:
        server = tool_server(Answerer(settings), FactStore(settings), installed_version())
    except IngestError as exc:
        raise failed(str(exc), TROUBLE) from exc
    server.run("stdio")
