"""``/v1/entities``: whose accounts are loaded, for which years (单位)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from pydantic import BaseModel, TypeAdapter
from starlette.responses import Response

from service.api.tagged import tagged
from service.model import Body, documents_to_bodies
from service.web.documents import Shelf


class Published(BaseModel):
    """What a body published for one year; ``kind`` is 预算, 决算, 绩效 or 其他."""

    year: int
    kind: str
    document_ids: list[str]


class Entity(BaseModel):
    """A department or unit whose documents count; ``level`` is 部门 or 单位, as its newest document says.

    ``parent`` is the department that a unit belongs to, empty where no document says so.
    """

    name: str
    aliases: list[str]
    level: str
    region: str
    parent: str
    years: list[Published]


def router(shelf: Shelf) -> APIRouter:
    """The route over one store."""
    routes = APIRouter(prefix="/v1", tags=["entities"])
    listed = TypeAdapter(list[Entity])

    @routes.get("/entities", response_model=list[Entity])
    def entities(request: Request) -> Response:
        """Every department and unit that questions may be about, with the years that are loaded."""
        bodies = documents_to_bodies([document for document in shelf.documents() if document.current])
        return tagged(request, listed.dump_json([entity_of(body) for body in bodies]).decode())

    return routes


def entity_of(body: Body) -> Entity:
    """A body as it is told."""
    groups: dict[tuple[int, str], list[str]] = {}
    for document in sorted(body.documents, key=lambda d: (-d.year, d.kind, d.file)):
        groups.setdefault((document.year, document.kind.value), []).append(document.id)
    newest = max(body.documents, key=lambda d: d.year)
    return Entity(
        name=body.name,
        aliases=[name for name in body.names if name != body.name],
        level=newest.level,
        region=body.region,
        parent="",
        years=[Published(year=year, kind=kind, document_ids=ids) for (year, kind), ids in groups.items()],
    )
