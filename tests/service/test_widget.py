"""The widget on somebody else's page: one line of markup, a strict policy, hostile styles, a service that dies."""

from __future__ import annotations

import csv
import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PIL import Image

from eval.screenshots import serving
from ingest.settings import Settings
from service.web.http import create_app
from tests.service.foreign import site
from tests.service.on_screen import IN_BROWSER, lit_in_view, serious, tab
from tests.service.running import ROOT, environment
from tests.service.stand_in import CELL, PROBE, StandIn, StandInShelf, make_document, share

pytestmark = IN_BROWSER

LINE = """<script src="SERVICE/widget.js" data-title="问问账本"
  data-questions="项目支出占多少？|历年支出"></script>"""
HEAD = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>某市</title>'
SECOND = '<mingbai-chat id="second" data-position="inline" data-color="#c03"></mingbai-chat>'
FRAME = '<iframe title="问账" width="500" height="700" src="SERVICE/embed?title=问账&locale=zh-TW"></iframe>'
PAGES = {
    "/": f"{HEAD}</head><body><h1>某市</h1>{LINE}</body></html>",
    "/hostile": f"""{HEAD}<link rel="stylesheet" href="/hostile.css"></head><body>
      <h1>某市</h1><p id="own">公告</p><div id="around">{SECOND}</div>
      {LINE.replace("data-title", 'data-position="left" data-title')}</body></html>""",
    "/frame": f"{HEAD}</head><body><h1>某市</h1>{FRAME}</body></html>",
}
YEARS = {2021: "100.50", 2022: "120.00", 2023: "-3.25"}


class Historian(StandIn):
    """An answerer that also knows several years."""

    def other(self, question: str) -> dict[str, object]:
        if "历年" not in question:
            return super().other(question)
        plain = share().model_copy(update={"formula": None, "inputs": [], "unit": "万元", "printed": None})
        points = [
            plain.model_copy(update={"label": "=1+1 支出", "year": year, "value": value, "citation": 0})
            for year, value in YEARS.items()
        ]
        return {"figures": points, "plan": {"operation": "历年"}, "answer": "三年的支出。", "notes": []}


@pytest.fixture(scope="module")
def answerer():
    return Historian()


@pytest.fixture(scope="module")
def foreign(tmp_path_factory, answerer) -> Iterator[str]:
    """Address of a foreign site that may embed the service."""
    with site(PAGES) as other:
        settings = Settings(
            data=tmp_path_factory.mktemp("data"),
            cors_origins=(other.address,),
            frame_ancestors=(other.address,),
        )
        app = create_app(settings, answerer, StandInShelf(make_document(settings)))
        with serving(app) as address:
            other.service = address
            yield other.address


def put(chat, question: str):
    """Type a question into one of the chats, press Enter, and give its last turn once it is whole."""
    box = chat.get_by_label("您的问题")
    box.fill(question)
    box.press("Enter")
    turn = chat.locator(".turn").last
    turn.locator(".tail, .failed").wait_for()
    return turn


def looks(locator) -> list[str]:
    """What a page's styles would have changed."""
    names = ["fontSize", "color", "letterSpacing", "textTransform", "borderTopStyle", "transform", "opacity"]
    found: list[str] = locator.evaluate(
        "(one, names) => names.map((name) => getComputedStyle(one)[name])", names
    )
    return found


def test_one_line_works_on_a_foreign_page_and_styles_leak_neither_in_nor_out(browser, foreign, answerer):
    with tab(browser, f"{foreign}/hostile") as page:
        own = looks(page.locator("#own"))
        page.get_by_role("button", name="问问账本").click()
        floating = page.get_by_role("dialog", name="问问账本")
        second = page.locator("#second")
        reply = put(floating, "项目支出占多少？")
        assert put(second, f"攻击 {PROBE}").locator(".answer-text").inner_text() == PROBE
        assert page.evaluate("document.body.dataset.hacked") is None
        text = ["17px", "rgb(27, 36, 33)", "normal", "none", "none", "none", "1"]
        assert looks(reply.locator(".answer-text")) == text
        assert looks(second.locator(".answer-text")) == text
        assert looks(page.locator("#own")) == own
        assert (
            page.locator("#second .asked").evaluate("one => getComputedStyle(one).backgroundColor")
            == "rgb(204, 0, 51)"
        )
        assert not serious(page, "mingbai-chat")
        reply.locator(".inputs .mark").first.click()
        page.locator(".place-picture:visible").wait_for()
        assert lit_in_view(page, CELL)
        page.get_by_role("button", name="关闭", exact=True).locator("visible=true").last.click()
        page.reload()
        assert page.locator("#second .turn").count() == 1
        page.get_by_role("button", name="问问账本").click()
        assert floating.locator(".asked").inner_text().endswith("项目支出占多少？")


def test_the_page_drives_it_by_script(browser, foreign, answerer):
    with tab(browser, foreign) as page:
        page.evaluate(
            """() => {
              window.heard = [];
              const told = (name) => (detail) => heard.push([name, detail?.status]);
              for (const name of ["open", "answer", "close"]) mingbai.on(name, told(name));
            }"""
        )
        page.evaluate("mingbai.setScope({ entity: '青岚市城市管理局', year: 2023 })")
        answer = page.evaluate("mingbai.ask('项目支出占多少？')")
        assert answer["figures"][0]["value"] == "58.45"
        assert (answerer.asked[-1].entity, answerer.asked[-1].year) == ("青岚市城市管理局", 2023)
        page.evaluate("mingbai.close()")
        page.get_by_role("dialog", name="问问账本").wait_for(state="hidden")
        assert page.evaluate("heard") == [["open", None], ["answer", "answered"], ["close", None]]


def test_everything_is_reached_by_keyboard_alone_on_a_small_phone(browser, foreign):
    with tab(browser, foreign, 320, 640) as page:

        def focused():
            return page.locator("mingbai-chat").evaluate(
                "one => one.shadowRoot.activeElement?.className ?? ''"
            )

        page.get_by_role("button", name="问问账本").wait_for()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_function(
            "document.querySelector('mingbai-chat').shadowRoot.activeElement?.id === 'question'"
        )
        page.keyboard.type("项目支出占多少？")
        page.keyboard.press("Enter")
        page.locator(".tail").wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.locator(".answer").bounding_box()["width"] <= 320
        for _ in range(12):
            page.keyboard.press("Shift+Tab")
            if "mark" in focused():
                break
        page.keyboard.press("Enter")
        page.locator(".place-picture").wait_for(state="visible")
        assert lit_in_view(page, CELL) or lit_in_view(page, (50, 50, 500, 90))
        page.keyboard.press("Escape")
        page.locator("dialog.place").wait_for(state="hidden")
        assert "mark" in focused()
        page.keyboard.press("Escape")
        page.locator(".panel").wait_for(state="hidden")
        page.wait_for_function(
            "document.querySelector('mingbai-chat').shadowRoot.activeElement?.className === 'launcher'"
        )


def test_a_chart_is_drawn_when_it_helps_and_can_be_taken_away(browser, foreign):
    with tab(browser, foreign) as page:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        page.get_by_role("button", name="问问账本").click()
        chat = page.get_by_role("dialog", name="问问账本")
        put(chat, "项目支出占多少？")
        assert not [url for url in loaded if "chart-" in url]
        reply = put(chat, "历年支出")
        reply.locator("canvas").wait_for()
        assert [url for url in loaded if "chart-" in url]
        assert reply.locator(".headline").count() == 0
        rows = reply.locator(".figures tbody tr")
        assert [row.split()[-1] for row in rows.locator(".sum").all_inner_texts()] != []
        assert rows.first.inner_text().split("\t")[0] == "2021"
        with page.expect_download() as picture:
            reply.get_by_role("button", name="下载图片").click()
        image = Image.open(picture.value.path())
        assert image.width >= 1200 and len(set(image.convert("RGB").resize((200, 100)).tobytes())) > 10
        with page.expect_download() as table:
            reply.get_by_role("button", name="下载表格").click()
        lines = list(csv.reader(io.StringIO(table.value.path().read_text("utf-8-sig"))))
        assert lines[0] == ["部门", "项目", "年度", "阶段", "数额", "单位", "原文写作"]
        assert [line[2] + " " + line[4] for line in lines[1:]] == [
            f"{year} {value}" for year, value in YEARS.items()
        ]
        assert {line[1] for line in lines[1:]} == {"'=1+1 支出"}
        assert not serious(page, "mingbai-chat")


def test_in_a_frame_it_needs_no_script_of_the_site(browser, foreign):
    with tab(browser, f"{foreign}/frame") as page:
        frame = page.frame_locator("iframe")
        frame.get_by_label("您的問題").fill("项目支出占多少？")
        frame.get_by_role("button", name="提問").click()
        frame.locator(".tail").wait_for()
        assert frame.locator(".number").inner_text() == "58.45"
        assert frame.get_by_role("heading", name="问账").is_visible()


SERVER = """
import sys, time
from pathlib import Path
from ingest.settings import Settings
from service.web.http import create_app
from service.progress import unheard
from tests.service.stand_in import StandIn, StandInShelf, make_document
import uvicorn

class Slow(StandIn):
    def ask(self, request, understood=unheard):
        answer = super().ask(request, understood)
        if "慢" in request.question and not Path(sys.argv[1], "second").exists():
            time.sleep(60)
        return answer

settings = Settings(data=Path(sys.argv[1]))
app = create_app(settings, Slow(), StandInShelf(make_document(settings)))
uvicorn.run(app, port=int(sys.argv[2]), log_level="error", ws="none")
"""


@contextmanager
def killable(data, port: int):
    """The service over the stand-ins in a process that can be killed."""
    command = [sys.executable, "-c", SERVER, str(data), str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(Settings(data=data)), stdout=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_service_that_is_killed_in_mid_stream_is_told_and_asked_again_when_it_is_back(browser, tmp_path):
    with site({}) as free:
        port = free.server_port
    address = f"http://127.0.0.1:{port}"
    with killable(tmp_path, port) as process:
        assert process.poll() is None
        page = browser.new_context(locale="zh-CN").new_page()
        page.set_default_timeout(30_000)
        wait_for(page, address)
        page.get_by_label("您的问题").fill("慢慢算")
        page.get_by_role("button", name="提问").click()
        page.locator(".waiting").get_by_text("正在查").wait_for()
        page.get_by_text("青岚市城市管理局").first.wait_for()
        os.kill(process.pid, signal.SIGKILL)
        page.get_by_text("答案传到一半断了").wait_for()
        page.get_by_role("button", name="重试").click()
        page.get_by_text("连不上服务").wait_for()
    (tmp_path / "second").touch()
    with killable(tmp_path, port):
        for _ in range(100):
            page.get_by_role("button", name="重试").click()
            page.locator(".tail, .failed").wait_for()
            if page.locator(".tail").count():
                break
            page.wait_for_timeout(200)
        assert page.locator(".number").inner_text() == "58.45"
        assert page.locator(".turn").count() == 1
    page.context.close()


def wait_for(page, address: str) -> None:
    """Open the page as soon as the service listens."""
    from playwright.sync_api import Error

    for _ in range(150):
        try:
            page.goto(address)
            return
        except Error:
            page.wait_for_timeout(200)
    raise AssertionError("the service did not start")
