"""A real HTTP server on this machine that speaks OpenAI's protocol, well or badly, as a test tells it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

STREAM = "text/event-stream"


class Call:
    """One request to the server, and the ways to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: dict[str, Any], number: int) -> None:
        self._handler, self.body, self.number = handler, body, number
        self.headers, self.path = handler.headers, handler.path

    @property
    def said(self) -> str:
        """All that the messages say."""
        return "\n".join(m["content"] for m in self.body["messages"])

    def head(self, status: int = 200, kind: str = STREAM, **headers: str) -> None:
        self._handler.send_response(status)
        for name, value in {"content-type": kind, "connection": "close", **headers}.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.end_headers()

    def send(self, text: str | bytes) -> None:
        self._handler.wfile.write(text if isinstance(text, bytes) else text.encode())
        self._handler.wfile.flush()

    def chunk(self, content: object, finish: str | None = None) -> None:
        """One event of a stream, with a piece of the text."""
        self.send(f"data: {json.dumps(piece(content, finish))}\n\n")

    def speak(self, text: str, finish: str | None = "stop", done: bool = True, size: int = 7) -> None:
        """A text as servers stream it."""
        self.head()
        for at in range(0, len(text), size):
            self.chunk(text[at : at + size])
        if finish:
            self.chunk("", finish)
        if done:
            self.send("data: [DONE]\n\n")

    def drip(self, what: Sequence[str | bytes], every: float) -> None:
        """Pieces with waits between them, until the other side hangs up."""
        for one in what:
            self.send(one)
            time.sleep(every)


def piece(content: object, finish: str | None = None) -> dict[str, object]:
    """A chunk of a chat completion."""
    choice = {"index": 0, "delta": {"role": "assistant", "content": content}, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


Behaviour = Callable[[Call], None]


def says(text: str) -> Behaviour:
    """Always the same text."""
    return lambda call: call.speak(text)


class ModelServer:
    """What was asked of the server, and how it answers from now on."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.behaviour = behaviour
        self.calls: list[Call] = []
        self.url = ""

    @property
    def last(self) -> Call:
        return self.calls[-1]


@contextmanager
def served(behaviour: Behaviour) -> Iterator[ModelServer]:
    """The server while the block runs."""
    model = ModelServer(behaviour)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            call = Call(self, body, len(model.calls))
            model.calls.append(call)
            with suppress(BrokenPipeError, ConnectionResetError):  # the other side had enough
                model.behaviour(call)
            self.close_connection = True

        def do_GET(self) -> None:
            model.calls.append(Call(self, {"messages": []}, len(model.calls)))
            self.send_error(404)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
