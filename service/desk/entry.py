"""Signing in with a key, and out (登录与退出)."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response

from service.desk.counter import Counter, sent_on
from service.desk.sessions import LIFE
from service.desk.staff import SIGN_IN, STAFF, Form, Staff, insist_on_home, way_back
from service.keys.door import SESSION
from service.keys.model import Caller
from service.keys.require import caller_of

_WRONG = "这把密钥不对，或者已经吊销。"
_WEAK = "这把密钥没有“导入”或“管理”权限，不能登录工作台。"


def routes(counter: Counter) -> APIRouter:
    """``/desk/sign-in`` and ``/desk/sign-out``."""
    found = APIRouter(include_in_schema=False)
    room = counter.room

    @found.get(SIGN_IN)
    def ask(next: str = "/desk") -> Response:
        return counter.page("sign-in.html", None, next=way_back(next), wrong="")

    @found.post(SIGN_IN)
    async def enter(request: Request) -> Response:
        insist_on_home(request)
        sent = {k: v for k, v in (await request.form()).items() if not isinstance(v, UploadFile)}
        where = way_back(sent.get("next", ""))
        return await run_in_threadpool(let_in, request, sent.get("key", "").strip(), where)

    def let_in(request: Request, token: str, where: str) -> Response:
        key = room.keys.find(token)
        if key is None or not any(map(key.may, STAFF)):
            wrong = _WEAK if key else _WRONG
            return counter.page("sign-in.html", None, 403, next=where, wrong=wrong)
        reply = sent_on(where)
        secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
        reply.set_cookie(
            SESSION, room.sessions.begin(key), max_age=LIFE, httponly=True, samesite="strict", secure=secure
        )
        room.audit.write("desk.sign_in", key.id, Caller(caller_of(request).address, key))
        return reply

    @found.post("/desk/sign-out")
    def leave(
        request: Request, staff: Staff = Depends(counter.staff), form: Form = Depends(counter.form)
    ) -> Response:
        room.sessions.end(request.cookies.get(SESSION, ""))
        reply = sent_on(SIGN_IN)
        reply.delete_cookie(SESSION)
        return reply

    return found
