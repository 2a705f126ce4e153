"""A site of somebody else's on a port of its own, with a strict policy and styles that would spoil anything."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOSTILE = """
html { font-size: 50px }
body * { color: #f0f; font: 40px/3 monospace; letter-spacing: 6px; text-transform: uppercase }
body * { transform: rotate(3deg); opacity: .5 }
button, div, section, p, ul, li, form, textarea, span, dialog {
  display: inline-block !important; margin: 9px !important; border: 9px dashed lime !important;
  background: #000 !important; font-size: 40px !important }
.panel, .answer, .log, .ask, .root { display: none !important }
#around { transform: none; opacity: 1 }
#around mingbai-chat { width: 500px; height: 600px }
"""


class Site(ThreadingHTTPServer):
    """Pages by path; ``service`` is where the widget comes from, the only other place that the policy allows."""

    pages: Mapping[str, str]
    service: str

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self.server_port}"

    @property
    def policy(self) -> str:
        """No inline script, no inline style, nothing from anywhere but the service."""
        allowed = f"script-src 'self' {self.service}; connect-src {self.service}; img-src {self.service}"
        return f"default-src 'none'; {allowed}; frame-src {self.service}; style-src 'self'"


class Pages(BaseHTTPRequestHandler):
    """Gives the pages of its site."""

    server: Site

    def do_GET(self) -> None:
        style = self.path == "/hostile.css"
        found = HOSTILE if style else self.server.pages.get(self.path)
        self.send_response(200 if found is not None else 404)
        self.send_header("content-type", "text/css" if style else "text/html; charset=utf-8")
        self.send_header("content-security-policy", self.server.policy)
        self.end_headers()
        self.wfile.write((found or "").replace("SERVICE", self.server.service).encode())

    def log_message(self, format: str, *args: object) -> None:
        """Nothing to say."""


@contextmanager
def site(pages: Mapping[str, str]) -> Iterator[Site]:
    """A running site; its ``service`` is set once that is known."""
    server = Site(("127.0.0.1", 0), Pages)
    server.pages, server.service = pages, ""
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
