"""Ways to ask: in this process, or a running server over HTTP. Both give a reply with the time it took."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

from eval.errors import ServerUnreachable
from eval.model import Question, Reply
from ingest.settings import Settings
from service.contract import Answer, AskRequest

Ask = Callable[[AskRequest], Answer]


def ask_in_process(settings: Settings) -> Ask:
    """Asker over the stores that the settings point at."""
    from service.answer import Answerer  # opens stores: only when there is something to ask

    return Answerer(settings).ask


def ask_over_http(url: str, timeout: float = 120.0) -> Ask:
    """Asker of a running server; a server that is not there is ``ServerUnreachable``."""
    import httpx

    client = httpx.Client(base_url=url.rstrip("/"), timeout=timeout)

    def ask(request: AskRequest) -> Answer:
        try:
            response = client.post("/v1/ask", json=request.model_dump(exclude_none=True))
        except httpx.ConnectError as exc:
            raise ServerUnreachable(f"连不上 {url}：{exc}。请先运行 mingbai serve") from exc
        response.raise_for_status()
        return Answer.model_validate(response.json())

    return ask


def reply_to(question: Question, ask: Ask) -> Reply:
    """What comes back for a question, its history asked first in the same conversation; only the last is timed."""
    talk = f"eval-{uuid.uuid4().hex[:12]}" if question.history else None
    start = time.perf_counter()
    try:
        for earlier in question.history:
            ask(AskRequest(question=earlier, conversation_id=talk))
        start = time.perf_counter()
        answer = ask(AskRequest(question=question.question, conversation_id=talk))
    except ServerUnreachable:
        raise
    except Exception as exc:  # noqa: BLE001 - a crash on one question is a result of it, the others go on
        return Reply(None, _since(start), f"{type(exc).__name__}: {exc}")
    return Reply(answer, _since(start))


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000
