"""The chat page in a real browser, over the real HTTP service."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from eval.screenshots import QUESTION, open_page, serving
from ingest.settings import Settings
from service.progress import unheard
from service.web.http import create_app
from tests.service.on_screen import IN_BROWSER, ask, lit_in_view, serious, tab
from tests.service.stand_in import CELL, PROBE, StandIn, StandInShelf, make_document

pytestmark = IN_BROWSER


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


@pytest.fixture
def page(browser, address):
    """A fresh tab on the chat page; anything the console calls an error fails the test."""
    with tab(browser, address) as page:
        yield page


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


def test_being_offline_is_told_until_it_is_over(page):
    page.get_by_role("button", name="项目支出占多少？").wait_for()
    page.context.set_offline(True)
    page.locator(".offline").wait_for()
    assert "网络断开了" in ask(page, "项目支出占多少？").inner_text()
    page.context.set_offline(False)
    page.locator(".offline").wait_for(state="hidden")
    page.get_by_role("button", name="重试").click()
    page.locator(".number").wait_for()


def test_too_many_questions_are_held_back_until_they_may_be_asked(page):
    limited = {"status": 429, "headers": {"retry-after": "2"}, "body": "{}"}
    page.route("**/v1/ask", lambda route: route.fulfill(**limited))
    reply = ask(page, "项目支出占多少？")
    assert "问得太快了" in reply.inner_text()
    assert reply.get_by_role("button", name="秒后可重试").is_disabled()
    page.unroute("**/v1/ask")
    reply.get_by_role("button", name="重试", exact=True).click()
    page.locator(".number").wait_for()


def test_a_stream_that_breaks_off_keeps_what_came_and_says_so(page):
    part = 'event: text\ndata: {"delta": "项目支出 513.47"}\n\n'
    stream = {"headers": {"content-type": "text/event-stream"}, "body": part}
    page.route("**/v1/ask", lambda route: route.fulfill(**stream))
    page.get_by_label("您的问题").fill("项目支出占多少？")
    page.get_by_label("您的问题").press("Enter")
    page.locator(".failed").wait_for()
    assert page.locator(".answer-text").inner_text() == "项目支出 513.47"
    assert page.get_by_text("答案没有传完").is_visible()
    assert page.locator(".tail").count() == 0
    page.unroute("**/v1/ask")
    page.get_by_role("button", name="重试").click()
    page.locator(".number").wait_for()
    assert page.locator(".failed, .partial").count() == 0


def test_a_shared_link_shows_the_question_and_its_answer_to_somebody_else(page, browser, address):
    reply = ask(page, "项目支出占多少？")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reply.get_by_role("button", name="分享").click()
    reply.get_by_role("button", name="链接已复制").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{page.url}?answer=a1"
    other = open_page(browser, link, 1280, 900)
    other.locator(".number").wait_for()
    assert other.locator(".asked").inner_text().endswith("项目支出占多少？")
    assert "别人分享的问答，作答于" in other.locator(".shared").inner_text()
    other.get_by_role("button", name="有用").click()
    other.get_by_text("谢谢，已经记下").wait_for()
    other.goto(f"{address}/?answer=nothing")
    other.get_by_text("没有找到这个答案").wait_for()
    other.context.close()


def test_thumbs_down_asks_why_and_tells_the_service(page):
    told = []

    def heard(route):
        told.append(route.request.post_data_json)
        route.fulfill(status=201, json={"id": "f"})

    page.route("**/v1/feedback", heard)
    reply = ask(page, "项目支出占多少？")
    reply.get_by_role("button", name="没用").click()
    reply.get_by_label("出处不对").check()
    reply.get_by_label("还想说什么").fill(PROBE)
    assert not serious(page)
    reply.get_by_role("button", name="提交").click()
    reply.get_by_text("谢谢").wait_for()
    assert told == [{"answer_id": "a1", "verdict": "down", "reason": "wrong_place", "comment": PROBE}]
    assert reply.get_by_role("button", name="有用").is_disabled()


def test_what_is_typed_brings_questions_that_can_be_chosen_by_keyboard(page, answerer):
    found = [{"question": f"{year}年项目支出占多少？", "entity": "", "year": year} for year in (2022, 2023)]
    page.route("**/v1/suggest?*", lambda route: route.fulfill(json=found))
    box = page.get_by_label("您的问题")
    box.press_sequentially("项目")
    page.locator(".suggested").get_by_role("option").nth(1).wait_for()
    box.press("ArrowDown")
    box.press("ArrowDown")
    chosen = page.locator(".suggested").get_by_role("option", selected=True)
    assert chosen.inner_text() == "2023年项目支出占多少？"
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    assert not serious(page)
    box.press("Enter")
    page.locator(".number").wait_for()
    assert answerer.asked[-1].question == "2023年项目支出占多少？"


def test_large_type_and_the_language_of_the_interface_are_remembered(page):
    def size():
        return page.locator("#chat .root").evaluate("one => parseFloat(getComputedStyle(one).fontSize)")

    before = size()
    page.get_by_role("button", name="大字").click()
    page.locator("#language").select_option("zh-TW")
    page.reload()
    page.get_by_role("heading", name="已收錄的公開資料").wait_for()
    assert size() == pytest.approx(before * 1.3, abs=0.1)
    page.locator("#language").select_option("en")
    page.get_by_label("Your question").fill("项目支出占多少？")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_text("How it was computed").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, address, scheme):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="项目支出占多少？").wait_for()
    assert not serious(page)
    for question in ("项目支出占多少？", "花了多少钱？", "火星的账"):
        ask(page, question)
    assert not serious(page)
    page.locator(".source").first.click()
    page.locator(".place-picture").wait_for(state="visible")
    assert not serious(page)
    page.goto(f"{address}/embed?title=问账")
    page.get_by_role("button", name="项目支出占多少？").wait_for()
    assert not serious(page)
    context.close()


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
def samples(sampled: Settings) -> Iterator[str]:
    """A running service over what the bundled disclosures really give."""
    with serving(create_app(sampled)) as address:
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
