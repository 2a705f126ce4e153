"""What every route of the desk asks for: who is there, the fields of a form, a page to show (柜台)."""

from __future__ import annotations

from starlette.responses import HTMLResponse, RedirectResponse

from ingest.model import Document
from service.desk.drawing import Drawing
from service.desk.room import Room
from service.desk.staff import DeskError, Staff, deciding, posted, signed_in

#: What a page says after something was done, by the word in its address; never text from the address itself.
TOLD = {
    "corrected": "已更正。用到这个数的答案从现在起改用新数，并写明原文印的数。",
    "revoked": "已撤销更正，答案恢复用原文的数。",
    "decided": "已记下。",
    "known": "已存为已知答案。",
    "removed": "已删除。",
    "gone": "已移除这份文件。",
}


class Counter:
    """The room with what routes depend on: ``staff`` for pages, ``admin`` for decisions, ``form`` for what is sent."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.staff = signed_in(room)
        self.admin = deciding(room)
        self.form = posted(room)
        self._drawing = Drawing()

    def page(self, name: str, staff: Staff | None, status: int = 200, **shown: object) -> HTMLResponse:
        """One page of the desk; ``done`` among what is shown is a word of ``TOLD``."""
        done = shown.pop("done", "")
        return self._drawing.page(name, staff, status, told=TOLD.get(str(done), ""), **{"here": "", **shown})

    def document(self, document_id: str) -> Document:
        """A document of the store; raises ``DeskError`` 404."""
        found = self.room.store.document(document_id)
        if found is None:
            raise DeskError(404, "库里没有这份文件，可能已被移除。")
        return found

    def record(self, staff: Staff, action: str, target: str, **details: object) -> None:
        """Write a line of the log of changes."""
        self.room.audit.write(action, target, staff.caller, details, staff.request_id)


def sent_on(to: str) -> RedirectResponse:
    """After a form: to a page that can be loaded again without sending it twice."""
    return RedirectResponse(to, 303, {"cache-control": "no-store"})


def page_number(text: str) -> int:
    """The page of a listing that is asked for, 1 where none is."""
    return max(1, int(text)) if text.isascii() and text.isdecimal() and len(text) < 7 else 1
