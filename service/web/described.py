"""What ``/openapi.json`` says of errors: each route names the statuses that it can give, and no others (接口说明)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI

from service.api.examples import with_examples
from service.chat import refusals
from service.web.problems import TITLES


@dataclass(frozen=True, slots=True)
class _Route:
    """What decides how a route can refuse: its path, what it takes, whether it needs a key."""

    path: str
    body: bool
    named: bool
    parameters: bool
    staff: bool

    @property
    def foreign(self) -> bool:
        """Whether its errors have the shape of OpenAI's."""
        return self.path.startswith(refusals.PATHS)


#: Which statuses a route can refuse with.
ROWS: tuple[tuple[int, Callable[[_Route], bool]], ...] = (
    (400, lambda route: route.body),
    (401, lambda route: True),  # a key that is none is refused even where none is needed
    (403, lambda route: route.staff),
    (404, lambda route: route.named or route.foreign or route.path == "/v1/feedback"),
    (408, lambda route: route.body and route.path.startswith("/v1/documents")),
    (413, lambda route: route.body),
    (415, lambda route: route.body),
    (422, lambda route: (route.body or route.parameters) and not route.foreign),
    (429, lambda route: route.path.startswith("/v1/")),
    (500, lambda route: True),
    (503, lambda route: True),
)


def describe(app: FastAPI) -> None:
    """Make an application's description name the statuses of its routes; made when it is first asked for."""
    usual = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = with_examples(with_statuses(usual()))
        return app.openapi_schema

    setattr(app, "openapi", openapi)  # noqa: B010 (the way that FastAPI's documentation gives; mypy knows no other)


def with_statuses(described: dict[str, Any]) -> dict[str, Any]:
    """The description with a response for each status in place of ``default``."""
    for path, methods in described["paths"].items():
        for operation in methods.values():
            shape = operation["responses"].pop("default")
            route = operation_to_route(path, operation)
            for status, applies in ROWS:
                if applies(route):
                    told = {**shape, "description": TITLES[status][0]}
                    operation["responses"].setdefault(str(status), told)
    return described


def operation_to_route(path: str, operation: Mapping[str, Any]) -> _Route:
    """What the description of a route says of how it can refuse."""
    parameters = operation.get("parameters", [])
    named = any(parameter["in"] == "path" for parameter in parameters)
    return _Route(path, "requestBody" in operation, named, bool(parameters), "security" in operation)
