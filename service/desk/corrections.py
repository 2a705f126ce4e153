"""The corrections that were made, what each does today, and revoking one (更正清单)."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Depends
from starlette.responses import Response

from ingest.corrections import Correction, Standing, standing_of
from service.desk.counter import Counter, sent_on
from service.desk.room import Room
from service.desk.staff import DeskError, Form, Staff

_STATES = tuple((standing.name, standing.value) for standing in Standing)


@dataclass(frozen=True)
class Row:
    """One correction, what it does today, whether its document is in the store, and whether that still counts."""

    correction: Correction
    state: Standing
    held: bool
    replaced: bool = False


def routes(counter: Counter) -> APIRouter:
    """``/desk/corrections``."""
    found = APIRouter(include_in_schema=False)
    room = counter.room

    @found.get("/desk/corrections")
    def listed(state: str = "", done: str = "", staff: Staff = Depends(counter.staff)) -> Response:
        old = {d.id for d in room.store.documents() if not d.current}
        rows = [Row(c, standing, held, c.document_id in old) for c, standing, held in states_of(room)]
        kept = [row for row in reversed(rows) if state in ("", row.state.name)]
        return counter.page(
            "corrections.html", staff, here="/desk/corrections", rows=kept, states=_STATES, given={"state": state},
            done=done,
        )  # fmt: skip

    @found.post("/desk/corrections/{correction_id:int}/revoke")
    def revoke(
        correction_id: int, staff: Staff = Depends(counter.admin), form: Form = Depends(counter.form)
    ) -> Response:
        reason = form.get("reason", "")[:300]
        if not room.ledger.revoke(correction_id, staff.name, reason):
            raise DeskError(409, "这条更正已经撤销过了。")
        counter.record(staff, "correction.revoke", str(correction_id), reason=reason)
        return sent_on("/desk/corrections?done=revoked")

    return found


def states_of(room: Room) -> list[tuple[Correction, Standing, bool]]:
    """Every correction, what it does today, whether its document is there; the oldest first."""
    every = room.ledger.corrections()
    held = {d.id for d in room.store.documents()}
    printed = {d: room.store.printed(d) for d in {c.document_id for c in every if c.counts} & held}
    return [
        (c, standing_of(c, c.document_id in held, printed.get(c.document_id, ())), c.document_id in held)
        for c in every
    ]
