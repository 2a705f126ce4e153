"""``/mcp``: the tools over streamable HTTP, each request on its own, so that any process can serve it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from fastapi import FastAPI
from mcp.server.mcpserver import MCPServer
from mcp.server.streamable_http_manager import StreamableHTTPASGIApp
from mcp.server.transport_security import TransportSecuritySettings
from starlette.routing import Route

from service.web.gate import BODY_LIMIT

PATH = "/mcp"


def mount_tools(app: FastAPI, server: MCPServer[None]) -> None:
    """Add the route to an application, and start and stop what serves it with the application."""
    # Which hosts may name this site is for the proxy before it to say; a page of another site cannot send JSON here.
    hosts = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    server.streamable_http_app(
        stateless_http=True,
        json_response=True,
        max_request_body_size=BODY_LIMIT,
        transport_security=hosts,
    )
    # Only what asks: a stream of notifications (GET) would stay open for ever, and nothing is ever told on it.
    endpoint = StreamableHTTPASGIApp(server.session_manager)
    app.router.routes.append(Route(PATH, endpoint, methods=["POST"], include_in_schema=False))
    app.router.lifespan_context = around(app.router.lifespan_context, server)


def around(
    lifespan: Callable[[Any], AbstractAsyncContextManager[Any]], server: MCPServer[None]
) -> Callable[[Any], AbstractAsyncContextManager[Any]]:
    """The lifespan of an application with that of the tools within it."""

    @asynccontextmanager
    async def both(app: Any) -> AsyncIterator[Any]:
        async with lifespan(app) as state, server.session_manager.run():
            yield state

    return both
