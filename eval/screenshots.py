"""The README's pictures of the chat page: ``python -m eval.screenshots`` asks the samples and takes them."""

from __future__ import annotations

import io
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
import uvicorn
from PIL import Image

from ingest.database import Database
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.commands import keep_journal
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.web.http import create_app

if TYPE_CHECKING:
    from fastapi import FastAPI
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
QUESTION = "青岚区城市管理局2023年项目支出占比多少"
TREND = "青岚区城市管理局历年支出"
MAX_BYTES = 400_000
FOREIGN = """<!doctype html><meta charset="utf-8"><title>部门决算公开</title><style>
body { margin: 0; font: 16px/2 sans-serif; color: #333 } h1 { font-size: 26px } main { padding: 24px 64px }
header { display: flex; gap: 64px; align-items: center; padding: 18px 64px; color: #fff; background: #a8231f }
b { font-size: 24px } li { margin: 8px 0; color: #1a4f8b }</style>
<header><b>青岚区人民政府</b><nav>首页　政务公开　政务服务　互动交流</nav></header>
<main><p>首页 › 政务公开 › 财政信息</p><h1>2023年度部门决算公开</h1>
<p>按照预算法和政府信息公开的要求，现将2023年度部门决算予以公开。</p>
<ul><li>云川市青岚区城市管理局2023年度部门决算</li><li>云川市松屿区卫生健康局2023年度部门决算</li>
<li>云川市青岚区数字城管指挥中心2023年度单位决算</li></ul></main>
<script src="/widget.js" data-title="问预决算" data-color="#a8231f"></script>"""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Run ``app`` in a thread on a free port; gives its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise RuntimeError("the service did not start")
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def browsing() -> Iterator[Browser]:
    """Debian's Chromium, or the one that ``MINGBAI_CHROMIUM`` names."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = os.environ.get("MINGBAI_CHROMIUM", "/usr/bin/chromium")
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def open_page(browser: Browser, address: str, width: int, height: int) -> Page:
    """A tab of the given size on the chat page, in light colours."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="zh-CN",
        color_scheme="light",
        reduced_motion="reduce",
        device_scale_factor=2 if width < 500 else 1.25,
    )
    page = context.new_page()
    page.goto(address)
    return page


def ask(page: Page, question: str) -> None:
    """Ask, and wait for the answer."""
    page.get_by_label("您的问题").fill(question)
    page.get_by_label("您的问题").press("Enter")
    page.locator(".turn").last.locator(".tail").wait_for()
    page.get_by_label("您的问题").blur()


def open_citation(page: Page) -> None:
    """Open the cell of the first operand, or the first source of all, and wait for the picture of its page."""
    page.locator(".inputs .mark").or_(page.locator(".sources .source")).first.click()
    page.locator(".place-picture").wait_for(state="visible")
    page.wait_for_timeout(200)  # until the scrolled picture has been painted


def shrink(png: bytes) -> bytes:
    """The same picture with as many colours as the README's size allows."""
    for colours in (None, 256, 128, 64):
        written = io.BytesIO()
        image = Image.open(io.BytesIO(png)).convert("RGB")
        if colours:
            image = image.quantize(colours, dither=Image.Dither.NONE)
        image.save(written, "PNG", optimize=True)
        if written.tell() <= MAX_BYTES:
            return written.getvalue()
    raise ValueError(f"the picture does not fit into {MAX_BYTES} bytes")


def beside(page: Page) -> None:
    """An answer beside its original."""
    ask(page, QUESTION)
    open_citation(page)


def drawn(page: Page) -> None:
    """Several years as a chart and a table."""
    ask(page, TREND)
    page.locator("canvas").wait_for()
    page.mouse.move(0, 0)


def embedded(page: Page) -> None:
    """The widget on somebody else's page, which here is a page of that address that only the browser knows."""
    site = f"{page.url}site"
    page.route(site, lambda route: route.fulfill(body=FOREIGN, content_type="text/html; charset=utf-8"))
    page.goto(site)
    page.get_by_role("button", name="问预决算").click()
    ask(page, QUESTION)


#: Name → size of the window, and what is done in it before the picture is taken.
SHOTS: dict[str, tuple[int, int, Callable[[Page], None]]] = {
    "screenshot.png": (1440, 900, beside),
    "citation.png": (375, 740, beside),
    "trend.png": (1280, 860, drawn),
    "widget.png": (1280, 800, embedded),
}


def photograph(browser: Browser, address: str, out: Path) -> list[Path]:
    """Every picture of the README."""
    written = []
    for name, (width, height, prepare) in SHOTS.items():
        page = open_page(browser, address, width, height)
        prepare(page)
        page.wait_for_timeout(300)  # until all has been painted
        path = out / name
        path.write_bytes(shrink(page.screenshot()))
        written.append(path)
        page.context.close()
    return written


def photograph_desk(browser: Browser, address: str, token: str, out: Path) -> Path:
    """A page of the first sample with a table beside what was read from it, at the staff's desk."""
    page = open_page(browser, f"{address}/desk?q=城市管理局2023", 1440, 900)
    page.get_by_label("密钥").fill(token)
    page.keyboard.press("Enter")
    page.locator("table.list tbody a").first.click()
    page.goto(f"{page.url}?page=7&cells=1")
    page.locator(".locate").nth(2).click()
    path = out / "desk.png"
    path.write_bytes(shrink(page.screenshot()))
    page.context.close()
    return path


def main(
    out: Annotated[Path, typer.Option(help="写到哪个文件夹")] = ROOT / "docs",
) -> None:
    """装入样例，提问，打开出处，拍下来。"""
    keep_journal(verbose=False)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data=Path(folder), database_url="", chroma_url="")
        ingest_paths(sorted((ROOT / "eval" / "samples").glob("*.pdf")), settings)
        with serving(create_app(settings)) as address, browsing() as browser:
            _, token = KeyStore(Database(settings)).create("王会计", [Scope.ADMIN])
            for path in (*photograph(browser, address, out), photograph_desk(browser, address, token, out)):
                typer.echo(f"{path.name}  {path.stat().st_size // 1000} KB")


if __name__ == "__main__":
    typer.run(main)
