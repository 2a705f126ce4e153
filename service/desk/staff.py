"""Who may open a page of the desk, and which forms come from its own pages (值班)."""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from starlette.datastructures import UploadFile

from service.desk.room import Room
from service.keys.door import SESSION
from service.keys.model import Caller, Key, Scope
from service.keys.require import caller_of
from service.web.gate import request_id

SIGN_IN = "/desk/sign-in"
#: A key that has one of these may sign in.
STAFF = (Scope.INGEST, Scope.ADMIN)


class SignInNeeded(Exception):
    """Nobody is signed in; ``where`` is the page to come back to."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


class DeskError(Exception):
    """Something that a page tells instead of doing what was asked: a status and a sentence in Chinese."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status, self.text = status, text


@dataclass(frozen=True)
class Staff:
    """Who is signed in, with the word that the forms of this session bear."""

    key: Key
    token: str
    caller: Caller
    request_id: str = ""

    @property
    def name(self) -> str:
        """What they are called in the books."""
        return self.key.name

    @property
    def may_decide(self) -> bool:
        """Whether they may correct figures, settle checks and write known answers."""
        return self.key.may(Scope.ADMIN)

    @property
    def may_export(self) -> bool:
        """Whether they may take everything out in one file."""
        return self.key.may(Scope.EXPORT)


Form = Mapping[str, str]
Admit = Callable[[Request], Staff]


def signed_in(room: Room) -> Admit:
    """A dependency that gives who is signed in; raises ``SignInNeeded``."""

    def admitted(request: Request) -> Staff:
        session = room.sessions.get(request.cookies.get(SESSION, ""))
        key = room.keys.get(session.key_id) if session else None
        if session is None or key is None or key.revoked_at or not any(map(key.may, STAFF)):
            raise SignInNeeded(_here(request))
        address = caller_of(request).address
        return Staff(key, session.token, Caller(address, key), request_id(request))

    return admitted


def deciding(room: Room) -> Admit:
    """The same for what only an administrator may do; raises ``DeskError`` 403."""
    admit = signed_in(room)

    def admitted(request: Request) -> Staff:
        staff = admit(request)
        if not staff.may_decide:
            raise DeskError(403, "这件事要用带“管理”权限的密钥登录才能做。")
        return staff

    return admitted


def posted(room: Room) -> Callable[[Request], Awaitable[Form]]:
    """A dependency that gives the fields of a form of the desk; raises ``DeskError`` 403 for one from elsewhere."""

    async def form(request: Request) -> Form:
        insist_on_home(request)
        sent = await request.form()
        fields = {name: value.strip() for name, value in sent.items() if not isinstance(value, UploadFile)}
        session = room.sessions.get(request.cookies.get(SESSION, ""))
        if session is None:
            raise SignInNeeded("/desk")
        if not hmac.compare_digest(fields.get("token", "").encode(), session.token.encode()):
            raise DeskError(403, "这个表单已经失效，请回到原来的页面刷新后再提交。")
        return fields

    return form


def insist_on_home(request: Request) -> None:
    """Refuse a form that a page of another site has sent; a browser says where it comes from."""
    origin = request.headers.get("origin", "null")  # null: a page that tells nobody where it is
    elsewhere = origin != "null" and urlsplit(origin).netloc != request.headers.get("host", "")
    if elsewhere or request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise DeskError(403, "这个请求来自别的网站，没有受理。")


def way_back(wanted: str) -> str:
    """A page of the desk to go to after signing in, whatever was asked for."""
    parts = urlsplit(wanted)
    inside = not parts.scheme and not parts.netloc and parts.path.split("/")[1:2] == ["desk"]
    return wanted if inside and "\\" not in wanted and wanted.isprintable() else "/desk"


def _here(request: Request) -> str:
    if request.method != "GET":
        return "/desk"
    query = f"?{request.url.query}" if request.url.query else ""
    return request.url.path + query


def sign_in_address(where: str) -> str:
    """The page that asks for a key and then goes on to ``where``."""
    return SIGN_IN if where == "/desk" else f"{SIGN_IN}?{urlencode({'next': where})}"
