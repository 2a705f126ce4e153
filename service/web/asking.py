"""One question being answered in the thread pool while the event loop waits, pings or gives up (提问中)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from threading import Event
from typing import Protocol

from starlette.concurrency import run_in_threadpool

from service.contract import Answer, AskRequest
from service.model import Plan
from service.progress import Abandoned, Understood


class Asked(Protocol):
    """What is needed of the answerer by whatever asks it."""

    def ask(self, request: AskRequest, understood: Understood = ...) -> Answer:
        """Answer one question; raises ``BadQuestion``."""

    def recall(self, request: AskRequest) -> Answer | None:
        """The answer where it is at hand without working or waiting: may be called on the event loop."""

    def suggestions(self) -> Sequence[str]:
        """Questions that would be answered."""


class Asking:
    """A question on its way; made in a running event loop, left by ``leave`` whatever comes of it."""

    def __init__(self, answerer: Asked, request: AskRequest) -> None:
        self._left = Event()
        self._loop = asyncio.get_running_loop()
        self.plan: asyncio.Future[Plan] = self._loop.create_future()
        self.answer = asyncio.ensure_future(run_in_threadpool(answerer.ask, request, self._understood))
        self.answer.add_done_callback(_seen)

    async def begin(self, patience: float) -> None:
        """Wait until it is known what is asked, at most ``patience`` seconds; a failure by then is raised."""
        await asyncio.wait((self.plan, self.answer), timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        if self.answer.done():
            self.answer.result()

    async def waits(self, *, for_plan: bool, every: float) -> AsyncIterator[None]:
        """One item each ``every`` seconds until the plan, or the answer, is there."""
        wanted = (self.plan, self.answer) if for_plan else (self.answer,)
        while True:
            done, _ = await asyncio.wait(wanted, timeout=every, return_when=asyncio.FIRST_COMPLETED)
            if done:
                return
            yield None

    def leave(self) -> None:
        """Nobody waits any more: the work stops at its next step."""
        self._left.set()

    def _understood(self, plan: Plan) -> None:
        if self._left.is_set():
            raise Abandoned
        with suppress(RuntimeError):  # the loop was closed meanwhile: the server is going down
            self._loop.call_soon_threadsafe(self._tell, plan)

    def _tell(self, plan: Plan) -> None:
        if not self.plan.done():  # a question of several parts understands each; the first is told
            self.plan.set_result(plan)


def _seen(answer: asyncio.Future[Answer]) -> None:
    """Take note of how it ended, so that a failure nobody waits for any more is not reported as forgotten."""
    if not answer.cancelled():
        answer.exception()
