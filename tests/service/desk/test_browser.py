"""The desk as people use it: a real browser, the real service, two small disclosures."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from eval.screenshots import browsing, serving
from service.desk.unanswered import mark_of
from service.keys.model import Scope
from tests.ingest.checks.paper import draw
from tests.service.desk.office import ARCHIVE, Office, open_office, read_in

CHROMIUM = Path(os.environ.get("MINGBAI_CHROMIUM", "/usr/bin/chromium"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}; set MINGBAI_CHROMIUM"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="playwright is not installed"),
]
#: Milliseconds for a file to be read, by a process that gives way to all others.
READ = 120_000
HOSTILE = "<img src=x onerror=document.body.dataset.hacked=1>"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return open_office(read_in(tmp_path_factory.mktemp("office")))


@pytest.fixture(scope="module")
def address(office) -> Iterator[str]:
    with serving(office.app) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with browsing() as browser:
        yield browser


@pytest.fixture
def page(browser, address, office):
    """A tab signed in at the desk; what the console calls an error fails the test, markup that ran too."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="zh-CN", base_url=address, accept_downloads=True
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto("/desk")
    page.get_by_label("密钥").fill(office.tokens[Scope.ADMIN])
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="文件").wait_for()
    yield page
    assert page.evaluate("document.body.dataset.hacked") is None
    context.close()
    assert not errors


def ask(page, question: str):
    """The answer of the public page's service."""
    return page.request.post("/v1/ask", data={"question": f"{ARCHIVE}2023年{question}"}).json()


def test_a_file_is_handed_in_read_and_looked_at(page, tmp_path):
    page.get_by_role("link", name="上传文件").click()
    with page.expect_file_chooser() as chosen:
        page.get_by_text("选择文件").click()
    chosen.value.set_files([draw(tmp_path)])
    job = page.locator(".job").first
    job.get_by_role("progressbar").wait_for()
    job.get_by_role("link", name="看读到了什么").click(timeout=READ)
    page.get_by_role("heading", name="云山市河东区水务局2023年度部门决算").wait_for()
    page.goto("/desk")
    assert "云山市河东区水务局" in page.locator("table.list").inner_text()


def test_a_file_that_cannot_be_read_says_why(page, tmp_path):
    broken = tmp_path / f"{HOSTILE}.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    page.goto("/desk/upload")
    page.locator("#files").set_input_files([broken])
    told = page.locator(".job .wrong")
    told.wait_for(timeout=READ)
    assert told.inner_text()
    assert HOSTILE in page.locator(".job strong").inner_text()


def test_files_can_be_dropped_and_their_names_are_no_markup(page, office):
    page.goto("/desk/upload")
    page.evaluate(
        """(name) => {
          const held = new DataTransfer();
          const text = "河西县统计局2022年度部门决算\\n一、说明\\n2022年度支出总计8.00万元。\\n";
          held.items.add(new File([text], `${name}.txt`));
          const dropped = new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true });
          document.getElementById("drop").dispatchEvent(dropped);
        }""",
        f"{HOSTILE}河西县统计局2022年度部门决算",
    )
    page.locator(".job").get_by_role("link", name="看读到了什么").wait_for(timeout=READ)
    document = office.document("河西县统计局")
    fact = next(f for f in office.store.facts(document.id) if f.value)
    for path in (
        "", "/facts", "/checks", "/log", f"/documents/{document.id}", f"/documents/{document.id}/misread",
        f"/facts/{fact.id}/correct", f"/upload?replaces={document.id}",
    ):  # fmt: skip
        page.goto(f"/desk{path}")
        assert HOSTILE in (page.locator("main").text_content() or "")
        assert page.evaluate("document.body.dataset.hacked") is None


def test_a_row_and_its_box_light_up_together(page, office):
    document = office.document("指挥中心")
    page.goto(f"/desk/documents/{document.id}?page=7")
    fact = next(f for f in office.store.facts(document.id) if f.source.page == 7)
    row = page.locator(f"#fact-{fact.id}")
    row.locator(".locate").focus()
    page.keyboard.press("Enter")
    lit = page.locator("rect.lit")
    assert lit.count() == 1 and "lit" in (row.get_attribute("class") or "")
    assert float(lit.get_attribute("x")) == round(fact.source.box[0], 1)
    # The box stands on the picture where the figure does: the same share of the way across and down.
    drawn, inside = page.locator(".sheet img").bounding_box(), lit.bounding_box()
    width, height = (float(n) for n in page.locator("svg").get_attribute("viewBox").split()[2:])
    assert abs((inside["x"] - drawn["x"]) / drawn["width"] - fact.source.box[0] / width) < 0.01
    assert abs((inside["y"] - drawn["y"]) / drawn["height"] - fact.source.box[1] / height) < 0.01
    name = page.locator("rect:not(.lit)").first.get_attribute("data-box")
    page.locator(f"rect[data-box={name}]").hover()
    assert page.locator("tr.lit").first.get_attribute("data-box") == name


def test_a_figure_is_corrected_and_the_answer_says_so(page, office):
    assert ask(page, "公务接待费多少")["figures"][0]["value"] == "1.20"
    page.goto(f"/desk/documents/{office.document().id}")
    page.get_by_role("link", name="更正 公务接待费 1.20").click()
    assert page.get_by_role("img").last.evaluate(
        "picture => picture.decode().then(() => picture.naturalWidth)"
    )
    page.get_by_label("更正为").fill("2.10")
    page.get_by_label("理由").fill(f"财政批复 {HOSTILE}")
    page.get_by_role("button", name="确定更正").click()
    page.get_by_role("status").filter(has_text="已更正").wait_for()
    assert page.locator("tr.lit ins").inner_text() == "2.10"
    page.goto("/")
    page.get_by_label("您的问题").fill(f"{ARCHIVE}2023年公务接待费多少")
    page.keyboard.press("Enter")
    page.get_by_text("此数经人工更正：原文写作 1.20 万元").first.wait_for()
    page.goto("/desk/corrections")
    page.get_by_text("撤销", exact=True).click()
    page.get_by_label("为什么撤销").fill("看错了")
    page.get_by_role("button", name="撤销更正").click()
    page.get_by_role("status").filter(has_text="已撤销").wait_for()
    assert ask(page, "公务接待费多少")["figures"][0]["value"] == "1.20"


def test_a_check_is_dismissed_with_a_reason(page, office):
    assert any(n.startswith("核对：") for n in ask(page, "项目支出占比多少")["notes"])
    page.goto(f"/desk/checks?document={office.document().id}")
    total = page.locator("article.entry").count()
    for left in range(total - 1, -1, -1):
        article = page.locator("article.entry").first
        article.get_by_text("不算问题…").click()
        article.get_by_label("理由").fill(f"笔误 {HOSTILE}")
        article.get_by_role("button", name="不算问题").click()
        page.get_by_text(f"共 {left} 处").wait_for()
    assert not any(n.startswith("核对：") for n in ask(page, "项目支出占比多少")["notes"])
    page.get_by_label("处理").select_option("不算问题")
    page.get_by_text(f"笔误 {HOSTILE}").first.wait_for()


def test_an_unanswered_question_goes_out_as_a_known_answer(page, office):
    office.keep(f"火星局花了多少{HOSTILE}", "no_answer", f"没有收录 {HOSTILE}")
    page.get_by_role("link", name="没答上的问题").click()
    page.get_by_role("link", name="火星局花了多少").click()
    page.get_by_label("问的是什么").select_option("不该答")
    page.get_by_label("谁的口气").select_option("公众")
    page.locator("select[name=status]").select_option("说没有")
    page.get_by_label("怎么核对的").fill("没有这个单位")
    page.get_by_role("button", name="存为已知答案").click()
    page.get_by_role("status").filter(has_text="已存为已知答案").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="导出 JSONL").click()
    rows = [json.loads(line) for line in download.value.path().read_text("utf-8").splitlines()]
    assert [(row["type"], row["expect"]) for row in rows] == [("refusal", {"status": "no_answer"})]


def test_a_new_edition_takes_the_place_of_the_old(page, office, tmp_path):
    old, new = (tmp_path / f"换版的局2021年度部门决算{name}.txt" for name in ("", "第二版"))
    old.write_text("换版的局2021年度部门决算\n一、说明\n2021年度支出总计5.00万元。\n", "utf-8")
    new.write_text("换版的局2021年度部门决算\n一、说明\n2021年度支出总计6.00万元。\n", "utf-8")
    page.goto("/desk/upload")
    page.locator("#files").set_input_files([old])
    page.get_by_role("link", name="看读到了什么").click(timeout=READ)
    page.get_by_role("link", name="上传新版").click()
    page.get_by_text("《换版的局2021年度部门决算.txt》就不再用来回答").wait_for()
    page.locator("#files").set_input_files([new])
    page.get_by_role("link", name="看读到了什么").click(timeout=READ)
    page.get_by_role("heading", name="换版的局").wait_for()
    page.goto("/desk?state=replaced")
    assert "换版的局2021年度部门决算.txt" in page.locator("table.list").inner_text()


def test_a_document_is_taken_out(page, office, tmp_path):
    file = tmp_path / "要移除的局2021年度部门决算.txt"
    file.write_text("要移除的局2021年度部门决算\n一、说明\n2021年度支出总计5.00万元。\n", "utf-8")
    page.goto("/desk/upload")
    page.locator("#files").set_input_files([file])
    page.get_by_role("link", name="看读到了什么").click(timeout=READ)
    page.get_by_text("移除这份文件").click()
    page.get_by_role("button", name="确定移除").click()
    page.get_by_role("status").filter(has_text="已移除").wait_for()
    assert "要移除的局" not in page.locator("main").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_keeps_anybody_out(browser, address, office, scheme):
    """axe finds nothing serious, and nothing sticks out on a phone, on any page."""
    from axe_playwright_python.sync_playwright import Axe

    office.keep("海底局花了多少", "no_answer", "没有收录。")
    context = browser.new_context(color_scheme=scheme, locale="zh-CN", base_url=address)
    page = context.new_page()
    page.goto("/desk")
    found = [(page.url, violation) for violation in serious(Axe().run(page))]
    page.get_by_label("密钥").fill(office.tokens[Scope.ADMIN])
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="文件").wait_for()
    document, fact = office.document().id, office.fact("项目支出").id
    names = [
        "", "/upload", "/checks?state=all", "/facts", "/corrections", "/questions", "/known", "/log",
        *(f"/documents/{document}{rest}" for rest in ("", "?cells=1", "/misread")), f"/facts/{fact}/correct",
        f"/questions/{mark_of('海底局花了多少')}", "/documents/nowhere",
    ]  # fmt: skip
    for name in names:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"/desk{name}")
        found += [(name, violation) for violation in serious(Axe().run(page))]
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name
    context.close()
    assert found == []


def serious(results) -> list[str]:
    """What axe calls serious or critical, in short."""
    return [
        f"{v['id']}: {[node['html'][:120] for node in v['nodes'][:3]]}"
        for v in results.response["violations"]
        if v["impact"] in ("serious", "critical")
    ]
