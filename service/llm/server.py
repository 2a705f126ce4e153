"""Asking a server that speaks OpenAI's protocol: through llama-index, in bounded time, again where it helps (问模型).

Nothing of llama-index is imported before the first question that needs it.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from functools import cache
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import structlog

from ingest.patterns import regex
from ingest.settings import Settings
from service.llm.bounded import bounded_client
from service.llm.breaker import Breaker
from service.llm.deadline import Deadline
from service.llm.errors import ModelError, Resting, Unavailable, Unusable
from service.llm.prompts import Message, load_prompt

if TYPE_CHECKING:
    import httpx
    from llama_index.core.base.llms.types import ChatResponse

#: Seconds that a server which failed is left alone at first.
PAUSE = 30.0
#: Waits before another try, in seconds; there is none where the time left would not allow it.
_BACKOFF = (0.1, 0.3)
_MOST_CHARS, _MOST_TOKENS = 6000, 900
_AGAIN = frozenset((408, 409, 429, 500, 502, 503, 504))
_THOUGHT = regex(r"^\s*<think>.*?</think>", re.S)

#: What is told of each call: task, how it ended, seconds.
Told = Callable[[str, str, float], None]


class Server:
    """The server of the settings; one that fails is left alone, and tried again without anyone waiting for it."""

    def __init__(self, settings: Settings, told: Told, pause: float = PAUSE) -> None:
        self._settings, self._told = settings, told
        self.breaker = Breaker(pause)

    def warm(self) -> None:
        """Import in the background what the first call would import."""
        Thread(target=load_client, name="llm-import", daemon=True).start()

    def ready(self) -> None:
        """Import now what a call needs, so that its time is the server's alone."""
        if self.breaker.closed:
            load_client()

    def ask(
        self, task: str, message: Message, deadline: Deadline, schema: Mapping[str, Any] | None = None
    ) -> str:
        """The model's words; with ``schema`` it is asked for JSON of that shape, which is not checked here.

        Raises ``Resting`` at once while the server is left alone, else ``Unavailable`` or ``Unusable`` by the deadline.
        """
        if not self.breaker.closed:
            if self.breaker.claim_probe():
                Thread(target=self._probe, name="llm-probe", daemon=True).start()
            raise Resting("resting")
        return self._counted(task, message, deadline, self._format(schema))

    def _probe(self) -> None:
        load_client()
        try:
            self._counted("probe", load_prompt("probe").fill(), Deadline(self._settings.llm_timeout), {})
        except ModelError:
            return  # logged and counted already; the breaker knows

    def _counted(self, task: str, message: Message, deadline: Deadline, extra: Mapping[str, Any]) -> str:
        """One call, counted and told to the breaker."""
        start, ended = time.monotonic(), "ok"
        try:
            text = self._within(message, deadline, extra)
        except Unavailable as exc:
            ended = exc.reason
            self.breaker.failed()
            raise
        except Unusable as exc:
            ended = exc.reason
            self.breaker.worked()
            raise
        else:
            self.breaker.worked()
            return text
        finally:
            spent = time.monotonic() - start
            self._told(task, ended, spent)
            if ended != "ok":
                log = structlog.get_logger().warning
                log(
                    "language model not used",
                    task=task,
                    reason=ended,
                    prompt=message.name,
                    seconds=round(spent, 2),
                )

    def _within(self, message: Message, deadline: Deadline, extra: Mapping[str, Any]) -> str:
        """The call in a thread of its own: whatever hangs in it, who asked goes on at the deadline."""
        done, found, deadline = Event(), _Outcome(), Deadline(deadline.left)
        client = bounded_client(deadline)

        def call() -> None:
            try:
                found.text = self._insist(client, message, deadline, extra)
            except ModelError as exc:
                found.error = exc
            except Exception as exc:  # noqa: BLE001 (whatever a strange server makes the library raise is its failure)
                found.error = Unavailable("protocol", type(exc).__name__)
            finally:
                done.set()

        Thread(target=call, name="llm-call", daemon=True).start()
        finished = done.wait(deadline.left)
        deadline.cancel()
        client.close()
        if not finished:
            raise Unavailable("timeout")
        if found.error is not None:
            raise found.error
        return found.text

    def _insist(
        self, client: httpx.Client, message: Message, deadline: Deadline, extra: Mapping[str, Any]
    ) -> str:
        """Try, and try again after a while where the failure may be gone by then."""
        for wait in (*_BACKOFF, None):
            try:
                return self._once(client, message, deadline, extra)
            except Unavailable as exc:
                pause = max(wait or 0.0, exc.after)
                if wait is None or not exc.again or pause >= deadline.left:
                    raise
                time.sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _once(
        self, client: httpx.Client, message: Message, deadline: Deadline, extra: Mapping[str, Any]
    ) -> str:
        import httpx
        import openai
        from llama_index.core.base.llms.types import ChatMessage, MessageRole
        from llama_index.llms.openai_like import OpenAILike

        model = OpenAILike(
            model=self._settings.llm_model, api_base=self._settings.llm_url,
            api_key=self._settings.llm_key.get_secret_value() or "none", is_chat_model=True, temperature=0.0,
            max_tokens=_MOST_TOKENS, max_retries=0, http_client=client,
        )  # fmt: skip
        said = [
            ChatMessage(role=MessageRole.SYSTEM, content=message.system),
            ChatMessage(role=MessageRole.USER, content=message.user),
        ]
        try:
            stream = model.stream_chat(said, timeout=max(deadline.left, 0.001), **extra)
            return _whole(stream)
        except openai.APIStatusError as exc:
            raise _of_status(exc.status_code, exc.response.headers.get("retry-after", "")) from exc
        except (openai.APITimeoutError, httpx.TimeoutException) as exc:
            raise Unavailable("timeout") from exc
        except httpx.TransportError as exc:
            raise Unavailable("half a stream", type(exc).__name__) from exc
        except openai.APIConnectionError as exc:
            inner = exc.__cause__  # the client wraps what the hooks raise
            raise inner if isinstance(inner, ModelError) else Unavailable("connection", again=True) from exc

    def _format(self, schema: Mapping[str, Any] | None) -> dict[str, Any]:
        """What a request carries besides its messages."""
        extra: dict[str, Any] = {"extra_body": self._settings.llm_body} if self._settings.llm_body else {}
        wanted = self._settings.llm_json
        if schema is None or wanted == "off":
            return extra
        if wanted == "object":
            return {**extra, "response_format": {"type": "json_object"}}
        shape = {"name": "plan", "schema": schema, "strict": True}
        return {**extra, "response_format": {"type": "json_schema", "json_schema": shape}}


class _Outcome:
    text: str = ""
    error: ModelError | None = None


@cache
def load_client() -> None:
    """Load all that a call needs: seconds that are no fault of the server."""
    import llama_index.llms.openai_like  # noqa: F401
    import openai

    with bounded_client(Deadline(1.0)) as client:
        spare = openai.OpenAI(api_key="none", base_url="http://127.0.0.1:9", http_client=client)
        assert spare.chat.completions and spare.default_headers  # both are imported when first asked for


def _of_status(status: int, after: str) -> Unavailable:
    wait = float(after) if re.fullmatch(r"\d{1,4}(?:\.\d+)?", after) else 0.0
    return Unavailable(f"status {status}", again=status in _AGAIN, after=wait)


def _whole(stream: Any) -> str:
    """The text of a stream that came to its end; raises ``Unusable`` for half of one, and for one without words."""
    text, ended = "", None
    for piece in stream:
        text += _words(piece)
        if len(text) > _MOST_CHARS:
            raise Unusable("huge", f"{len(text)} characters")
        ended = next((c.finish_reason for c in piece.raw.choices if c.finish_reason), ended)
    if ended is None:
        raise Unavailable("half a stream" if text else "empty stream")
    if ended != "stop":
        raise Unusable("unfinished", str(ended))
    text = _THOUGHT.sub("", text).strip()
    if not text:
        raise Unusable("empty")
    return text


def _words(piece: ChatResponse) -> str:
    if not isinstance(piece.delta, str):
        raise Unusable("no text")
    return piece.delta
