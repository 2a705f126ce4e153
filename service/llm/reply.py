"""The JSON that a model must answer with to say what a question means (计划的格式)."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ingest.patterns import regex
from service.llm.errors import Unusable
from service.llm.offer import BREAKDOWNS, OPERATIONS, SECTIONS, STAGES, Offer

_FENCE = regex(r"^```(?:json)?\s*\n(.*)\n```$", re.S)
_MOST_CHARS = 60


class PlanReply(BaseModel):
    """What a question asks, in names of an offer; ``…said`` are the question's own words for it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    understood: bool
    operation: str = ""
    subject: str | None = None
    base: str | None = None
    breakdown: str | None = None
    stage: str | None = None
    entity: str | None = None
    entity_said: str = Field(default="", max_length=_MOST_CHARS)
    year: int | None = None
    year_said: str = Field(default="", max_length=_MOST_CHARS)
    said: str = Field(default="", max_length=_MOST_CHARS)
    section: str | None = None
    words: list[str] = Field(default=[], max_length=6)


def schema_of(offer: Offer) -> dict[str, Any]:
    """JSON schema of a reply in which only what is offered can be chosen; every field must be written."""
    schema = PlanReply.model_json_schema()
    properties = schema["properties"]
    chosen: dict[str, list[Any]] = {
        "operation": list(OPERATIONS),
        "subject": [None, *offer.subjects],
        "base": [None, *offer.subjects],
        "breakdown": [None, *BREAKDOWNS],
        "stage": [None, *STAGES],
        "entity": [None, *offer.bodies],
        "year": [None, *offer.years],
        "section": [None, *SECTIONS],
    }
    for name, values in chosen.items():
        properties[name] = {"enum": values}
    return {**schema, "required": list(properties)}


def read_reply(text: str) -> PlanReply:
    """The reply that a text is, as one JSON object; raises ``Unusable`` for any other."""
    fenced = _FENCE.match(text.strip())
    try:
        held = json.loads(fenced[1] if fenced else text, parse_constant=_refuse)
        return PlanReply.model_validate(held)
    except ValidationError as exc:
        raise Unusable("schema", str(exc.errors()[0]["loc"])) from exc
    except (ValueError, RecursionError) as exc:
        raise Unusable("no JSON") from exc


def _refuse(constant: str) -> None:
    raise ValueError(constant)
