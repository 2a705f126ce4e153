"""The chat page in a real browser, over the real HTTP service."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from eval.screenshots import QUESTION, browsing, open_page, serving
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.commands import SAMPLES
from service.http import create_app
from service.progress import unheard
from tests.service.stand_in import CELL, PROBE, StandIn, StandInShelf, make_document

CHROMIUM = Path(os.environ.get("MINGBAI_CHROMIUM", "/usr/bin/chromium"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}; set MINGBAI_CHROMIUM"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed"),
]


class SlowStandIn(StandIn):
    """An answerer that takes its time for some questions."""

    def ask(self, request, understood=unheard):
        if "慢" in request.question:
            time.sleep(1.5)
        return super().ask(request, understood)


@pytest.fixture(scope="module")
def answerer():
    return SlowStandIn()


@pytest.fixture(scope="module")
def address(tmp_path_factory, answerer) -> Iterator[str]:
    """A running service over the stand-ins."""
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    app = create_app(settings, answerer, StandInShelf(make_document(settings)))
    with serving(app) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser, address):
    """A fresh tab on the chat page; anything the console calls an error fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(10_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(address)
    yield page
    context.close()
    assert not [error for error in errors if "Failed to load resource" not in error]


def ask(page, question: str):
    """Type a question, press Enter, and give the reply once it is there."""
    page.get_by_label("您的问题").fill(question)
    page.get_by_label("您的问题").press("Enter")
    turn = page.locator(".turn").last
    turn.locator(".tail, .failed").wait_for()
    return turn.locator(".answer, .failed")


def test_the_page_begins_with_questions_and_with_what_is_loaded(page):
    page.get_by_role("button", name="项目支出占多少？").wait_for()
    page.get_by_text("1 个部门，1 份文件").wait_for()
    link = page.get_by_role("row", name="青岚市城市管理局").get_by_role("link", name="2023 决算")
    assert link.get_attribute("href").endswith("/v1/documents/d1/file")
    for title in ("能问什么", "数字从哪里来"):
        assert page.get_by_role("heading", name=title).is_visible()


def test_an_answer_shows_figure_working_notes_and_sources(page):
    reply = ask(page, "项目支出占多少？")
    assert reply.locator(".number").inner_text() == "58.45"
    assert "青岚市城市管理局" in reply.locator(".chips").inner_text()
    assert reply.locator(".formula").inner_text() == "513.47 ÷ 878.45 × 100% = 58.45%"
    assert "513.47 万元" in reply.locator(".inputs").inner_text()
    assert reply.locator(".notes li").inner_text() == "正文写作 58.4%。"
    assert "第1页 · 支出决算表 · 合计 × 项目支出" in reply.locator(".sources").inner_text()
    assert reply.locator(".answer-text .mark").inner_text() == "1"


def test_a_mark_opens_the_page_at_the_lit_cell(page):
    ask(page, "项目支出占多少？").locator(".inputs .mark").first.click()
    picture = page.locator("dialog .place-picture")
    picture.wait_for(state="visible")
    assert "合计 × 项目支出" in page.locator(".place-caption").inner_text()
    assert page.locator(".place-page").inner_text() == "第 1 / 2 页"
    assert lit_in_view(page, CELL)
    page.get_by_role("button", name="放大").click()
    assert lit_in_view(page, CELL)
    page.get_by_role("button", name="下一页").click()
    page.get_by_text("第 2 / 2 页").wait_for()
    assert page.get_by_role("button", name="下一页").is_disabled()
    page.get_by_role("button", name="回到出处").click()
    page.get_by_text("第 1 / 2 页").wait_for()
    assert (
        page.get_by_role("link", name="打开原文件")
        .get_attribute("href")
        .endswith("/v1/documents/d1/file#page=1")
    )
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="hidden")


def test_another_mark_can_be_pressed_while_the_original_stands_beside(page):
    reply = ask(page, "项目支出占多少？")
    reply.locator(".inputs .mark").first.click()
    page.locator(".place-picture").wait_for(state="visible")
    reply.locator(".inputs .mark").last.click()
    page.get_by_text("第 2 / 2 页").wait_for()
    assert page.get_by_role("heading", name="出处 2").is_visible()
    page.locator(".place-picture").wait_for(state="visible")
    assert lit_in_view(page, (50, 50, 500, 90)) and not lit_in_view(page, (50, 50, 500, 70))


def lit_in_view(page, box) -> bool:
    """Whether the picture glows inside ``box``, glows nowhere else, and the box can be seen without scrolling."""
    seen: bool = page.locator(".place-picture").evaluate(
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


def test_text_from_documents_never_becomes_markup(page):
    reply = ask(page, f"攻击 {PROBE}")
    assert PROBE in reply.locator(".answer-text").inner_text()
    reply.locator(".sources .source").click()
    page.locator("dialog .place-picture").wait_for(state="visible")
    assert PROBE in page.locator(".place-caption").inner_text()
    page.reload()
    page.locator(".answer-text").wait_for()
    foreign = "main img:not(.place-picture), main script"
    assert page.locator(foreign).count() == 0
    assert page.evaluate("document.body.dataset.hacked") is None


def test_options_of_a_clarification_are_asked_when_pressed(page, answerer):
    reply = ask(page, "花了多少钱？")
    assert reply.locator(".status").inner_text() == "想先问清楚"
    reply.get_by_role("button", name="2023年").click()
    page.locator(".number").wait_for()
    assert answerer.asked[-1].question == "2023年项目支出占多少？"
    assert answerer.asked[-1].conversation_id == "c1"


def test_an_honest_no_says_why(page):
    assert ask(page, "火星的账").locator(".status").inner_text() == "没有收录这个部门"


def test_enter_belongs_to_the_input_method_while_it_composes(page):
    box = page.get_by_label("您的问题")
    box.fill("xiang'mu")
    box.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    assert page.locator(".turn").count() == 0
    box.press("Shift+Enter")
    assert "\n" in box.input_value() and page.locator(".turn").count() == 0
    box.press("Enter")
    page.locator(".answer").wait_for()


def test_an_error_of_the_service_says_what_to_do_and_can_be_tried_again(page):
    page.route("**/v1/ask", lambda route: route.fulfill(status=502, body="<html>bad gateway</html>"))
    reply = ask(page, "项目支出占多少？")
    assert "服务出了问题" in reply.inner_text()
    page.unroute("**/v1/ask")
    reply.get_by_role("button", name="重试").click()
    page.locator(".number").wait_for()
    assert page.locator(".turn").count() == 1


def test_an_unexpected_error_shows_the_number_of_the_request(page):
    assert "请求编号" in ask(page, "爆炸").inner_text()


def test_being_offline_is_told(page):
    page.context.set_offline(True)
    assert "网络断开了" in ask(page, "项目支出占多少？").inner_text()
    page.context.set_offline(False)


def test_a_question_can_be_stopped(page):
    page.get_by_label("您的问题").fill("慢慢算")
    page.get_by_role("button", name="提问").click()
    page.locator(".waiting").get_by_role("button", name="停止").click()
    page.locator(".failed").wait_for()
    assert "已停止" in page.locator(".failed").inner_text()
    assert page.get_by_role("button", name="提问").is_enabled()


def test_the_conversation_survives_a_reload_and_ends_with_a_new_one(page):
    ask(page, "项目支出占多少？")
    page.reload()
    page.locator(".number").wait_for()
    page.get_by_role("button", name="新对话").click()
    assert page.locator(".turn").count() == 0 and page.locator(".welcome").is_visible()
    page.reload()
    page.get_by_role("button", name="项目支出占多少？").wait_for()
    assert page.locator(".turn").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (768, "dark"), (1280, "light")])
def test_nothing_sticks_out_at_any_width(browser, address, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    reply = ask(page, f"攻击 {PROBE}")
    reply = ask(page, "项目支出占多少？")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    reply.locator(".source").first.click()
    page.locator("dialog .place-picture").wait_for(state="visible")
    assert lit_in_view(page, CELL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_everything_can_be_reached_by_keyboard(page):
    ask(page, "项目支出占多少？")
    mark = page.locator(".answer-text .mark")
    mark.focus()
    page.keyboard.press("Enter")
    page.locator("dialog .place-picture").wait_for(state="visible")
    assert page.get_by_role("button", name="关闭").evaluate("one => one === one.getRootNode().activeElement")
    page.keyboard.press("Enter")
    page.locator("dialog").wait_for(state="hidden")
    assert mark.evaluate("one => one === one.getRootNode().activeElement")


@pytest.fixture(scope="module")
def samples(tmp_path_factory) -> Iterator[str]:
    """A running service over what the bundled disclosures really give."""
    settings = Settings(data=tmp_path_factory.mktemp("samples"), database_url="", chroma_url="")
    ingest_paths(sorted(SAMPLES.glob("*城市管理局20*.pdf")), settings)
    with serving(create_app(settings)) as address:
        yield address


def test_the_share_of_a_sample_is_computed_and_leads_to_its_cells(browser, samples):
    page = open_page(browser, samples, 1440, 900)
    reply = ask(page, QUESTION)
    # 支出决算表 on page 7 of the file of 2023: 合计 18198.11, 项目支出 10728.05.
    assert reply.locator(".number").inner_text() == "58.95"
    formula = reply.locator(".formula").first.inner_text().replace(",", "")
    assert "10728.05" in formula and "18198.11" in formula and "58.95" in formula
    for index in range(reply.locator(".inputs .mark").count()):
        reply.locator(".inputs .mark").nth(index).click()
        page.locator(".place-picture").wait_for(state="visible")
        number = int(reply.locator(".inputs .mark").nth(index).inner_text())
        citation = page.evaluate(
            "(at) => JSON.parse(sessionStorage['mingbai.conversation.chat']).turns.at(-1).answer.citations[at]",
            number - 1,
        )
        assert citation["page"] == 7 and citation["file"].endswith("2023年度部门决算.pdf")
        assert lit_in_view(page, citation["bbox"])
    page.context.close()


def test_the_suggestions_of_the_samples_are_answered(browser, samples):
    page = open_page(browser, samples, 375, 740)
    page.locator(".starters .choice").first.click()
    page.locator(".answer-answered").wait_for()
    page.context.close()
