"""What the tests in a real browser share: when to skip, asking, what is lit on a page's picture, what axe finds."""

from __future__ import annotations

import os
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

CHROMIUM = Path(os.environ.get("MINGBAI_CHROMIUM", "/usr/bin/chromium"))

IN_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}; set MINGBAI_CHROMIUM"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed"),
]


@contextmanager
def tab(browser, address: str, width: int = 1280, height: int = 900):
    """A fresh tab; what breaks a policy or a script fails the test."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(30_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address)
    yield page
    context.close()
    assert not [error for error in errors if "Failed to load resource" not in error]


def serious(page, within: str = "html") -> list[str]:
    """What axe-core calls serious or critical on the page as it stands, or in what a selector chooses."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, context=within).response["violations"]
    return [
        f"{one['id']}: {[node['target'] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def ask(page, question: str):
    """Type a question, press Enter, and give the reply once it is there."""
    page.get_by_label("您的问题").fill(question)
    page.get_by_label("您的问题").press("Enter")
    turn = page.locator(".turn").last
    turn.locator(".tail, .failed").wait_for()
    return turn.locator(".answer, .failed")


def lit_in_view(page, box) -> bool:
    """Whether the picture glows inside ``box``, glows nowhere else, and the box can be seen without scrolling."""
    seen: bool = page.locator(".place-picture:visible").evaluate(
        """async (picture, box) => {
          await picture.decode();
          const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight);
          const context = canvas.getContext("2d");
          context.drawImage(picture, 0, 0);
          const { data, width } = context.getImageData(0, 0, canvas.width, canvas.height);
          const scale = 3;  // pixels per point, as the page asks for
          const inside = [0, 0];
          for (let at = 0; at < data.length; at += 4) {
            const yellow = data[at] > 200 && data[at + 1] > 180 && data[at + 2] < 160;
            if (!yellow) continue;
            const x = ((at / 4) % width) / scale, y = Math.floor(at / 4 / width) / scale;
            inside[x > box[0] - 2 && x < box[2] + 2 && y > box[1] - 2 && y < box[3] + 2 ? 1 : 0] += 1;
          }
          const sheet = picture.closest(".place-sheet").getBoundingClientRect();
          const drawn = picture.getBoundingClientRect();
          const perPoint = (drawn.width / width) * scale;
          const middle = [
            drawn.left + ((box[0] + box[2]) / 2) * perPoint,
            drawn.top + ((box[1] + box[3]) / 2) * perPoint,
          ];
          const across = middle[0] > sheet.left && middle[0] < sheet.right;
          const seen = across && middle[1] > sheet.top && middle[1] < sheet.bottom;
          return seen && inside[0] === 0 && inside[1] > 1000;
        }""",
        list(box),
    )
    return seen
