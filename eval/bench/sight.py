"""From Enter to the answer on the screen, in a real browser, beside the same question asked without a page (首屏)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from eval.bench.comparison import Comparison
from ingest.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: How many questions are asked.
ASKED = 20

# Started before Enter: resolves to the milliseconds from that key to the frame in which the answer stands there.
WATCH = """() => {
  const chat = document.querySelector("#chat");
  const before = chat.shadowRoot.querySelectorAll(".turn").length;
  window.seen = new Promise((done) => {
    document.addEventListener("keydown", ({ timeStamp }) => {
      const look = () => {
        const turns = chat.shadowRoot.querySelectorAll(".turn");
        const text = turns.length > before && turns[turns.length - 1].querySelector(".answer-text");
        if (text && text.getBoundingClientRect().height) done(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      look();
    }, { capture: true, once: true });
  });
}"""

FETCH = """async (question) => {
  const start = performance.now();
  const body = JSON.stringify({ question });
  const reply = await fetch("/v1/ask", { method: "POST", headers: { "content-type": "application/json" }, body });
  await reply.json();
  return performance.now() - start;
}"""


def can_look() -> bool:
    """Whether there is a browser, and what drives it."""
    path = Path(os.environ.get("MINGBAI_CHROMIUM", "/usr/bin/chromium"))
    return path.exists() and find_spec("playwright") is not None


def compare_sight(settings: Settings, questions: Sequence[str]) -> Iterator[Comparison]:
    """The comparison, or nothing where there is no browser."""
    if not can_look():
        return
    from eval.screenshots import browsing, open_page, serving
    from service.web.http import create_app

    chosen = [questions[at % len(questions)] for at in range(1 + ASKED)]
    with serving(create_app(settings)) as address, browsing() as browser:
        page = open_page(browser, address, 1280, 900)
        taken = [(seen(page, one), float(page.evaluate(FETCH, one))) for one in chosen][1:]
    ours, reference = zip(*taken, strict=True)
    yield Comparison(
        title="按下回车到看见答案",
        reference_title="同一个浏览器里不经页面、直接取 /v1/ask 的 JSON",
        unit="毫秒",
        ours=ours,
        reference=reference,
        summaries=("p50", "p95"),
        taken_of=f"{len(ours)} 道查数题，逐题在 Chromium 里提问",
    )


def seen(page: Page, question: str) -> float:
    """Milliseconds from Enter until the answer stands on the screen."""
    box = page.get_by_label("您的问题")
    box.fill(question)
    page.evaluate(WATCH)
    box.press("Enter")
    spent = float(page.evaluate("window.seen"))
    page.locator(".turn").last.locator(".tail").wait_for()
    return spent
