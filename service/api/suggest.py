"""``/v1/suggest``: questions for what has been typed so far, each of which is sure to be answered (联想)."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from service.offers.offer import Offer, Offers, Wanted


def router(offers: Offers) -> APIRouter:
    """The route over what is loaded."""
    routes = APIRouter(prefix="/v1", tags=["questions"])

    @routes.get("/suggest")
    def suggest(
        q: Annotated[
            str, Query(max_length=200, description="已输入的字", examples=["城管指挥中心三公"])
        ] = "",
        entity: Annotated[str, Query(max_length=200, description="只要这个单位的")] = "",
        document_id: Annotated[str, Query(max_length=100, description="只要这份文件的")] = "",
        limit: Annotated[int, Query(ge=1, le=20)] = 8,
    ) -> list[Offer]:
        """Questions that begin as typed; every one was tried, so that none leads nowhere."""
        return offers.offers(Wanted(q.strip(), entity.strip(), document_id.strip()), limit)

    return routes
