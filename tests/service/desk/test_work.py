"""What is done at the desk, over the real application: figures corrected, checks settled, answers written down."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from eval.questions import load_questions
from ingest.colours import COLOURS, UNDERLINES
from ingest.fates import Fate
from ingest.model import Origin, Verdict
from service.desk.correct import read_value
from service.desk.room import FOLDER
from service.desk.unanswered import mark_of
from service.keys.model import Scope
from tests.service.desk.office import ARCHIVE, PROBE, Office, open_office, read_in


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_in(tmp_path_factory.mktemp("read"))


@pytest.fixture
def office(read_once, tmp_path) -> Iterator[Office]:
    """An office of its own for every test, over a copy of what was read once."""
    shutil.copytree(read_once / "data", tmp_path / "data")
    office = open_office(tmp_path)
    yield office
    office.store.close()


def ask(office: Office, question: str) -> dict[str, Any]:
    reply = office.visitor(None).post("/v1/ask", json={"question": question})
    assert reply.status_code == 200
    found: dict[str, Any] = reply.json()
    return found


def pages(text: str) -> str:
    """A page without its tags, spaces and line breaks."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", " ", text))


def correct(
    office: Office, name: str = "公务接待费", value: str = "2.10", reason: str = "财政批复有误"
) -> str:
    fact = office.fact(name)
    return office.visitor().submit(f"/desk/facts/{fact.id}/correct", value=value, unit="万元", reason=reason)


def test_documents_are_listed_with_what_was_read_and_what_is_open(office):
    text = pages(office.visitor().read("/desk"))
    assert "柳泉县档案局2023年度部门决算.txt柳泉县档案局2023决算1" in text
    failed = [c for c in office.store.checks(office.document().id) if c.verdict is Verdict.FAILS]
    assert f"{len(failed)}处核对待处理" in text
    assert "数字城管指挥中心" in text
    only = pages(office.visitor().read("/desk?q=档案局"))
    assert "数字城管指挥中心" not in only and ARCHIVE in only
    assert ARCHIVE not in pages(office.visitor().read("/desk?year=2019"))


def test_a_page_shows_its_figures_and_a_box_for_each(office):
    document = office.document("指挥中心")
    facts = [f for f in office.store.facts(document.id) if f.source.page == 7]
    text = office.visitor().read(f"/desk/documents/{document.id}?page=7")
    assert text.count("<rect ") == len({f.source.box for f in facts}) > 3
    assert all(f'id="fact-{f.id}"' in text for f in facts)
    x0, top, _, _ = facts[0].source.box
    assert f'x="{round(x0, 1)}" y="{round(top, 1)}"' in text
    width, height = (float(n) for n in re.findall(r'viewBox="\S+ \S+ (\S+) (\S+)"', text)[0])
    assert abs(width / height - 595 / 842) < 0.02 or abs(width / height - 842 / 595) < 0.02


def test_every_cell_of_a_page_can_be_seen_as_it_was_taken(office):
    document = office.document("指挥中心")
    visitor = office.visitor()
    assert 'class="heading"' not in visitor.read(f"/desk/documents/{document.id}?page=6")
    text = visitor.read(f"/desk/documents/{document.id}?page=6&cells=1")
    # 支出决算表 on page 6 has headings, counters of its columns, codes and names beside its figures.
    for kind, told in (
        ("heading", "表头：基本支出"),
        ("code", "编码：212"),
        ("label", "行名、文字：城乡社区支出"),
    ):
        assert re.search(rf'<rect class="{kind}"[^>]*><title>{told}', text), kind
    assert 'class="index"' in text and "每一格读成了什么" not in text


def test_cells_of_a_file_that_is_gone_cannot_be_told(office):
    document = office.document("指挥中心")
    (office.room_data / document.path).unlink()
    text = office.visitor().read(f"/desk/documents/{document.id}?page=6&cells=1")
    assert "不在数据目录中" in text and "<svg" not in text


@pytest.mark.parametrize(("page", "shown"), [("0", 1), ("999999", 18), ("x", 1), ("-3", 1)])
def test_a_page_that_is_not_there_is_the_nearest(office, page, shown):
    document = office.document("指挥中心")
    assert f'value="{shown}"' in office.visitor().read(f"/desk/documents/{document.id}?page={page}")


def test_the_colours_are_those_of_the_command_that_shows_a_page(office):
    style = (FOLDER / "assets" / "desk.css").read_text("utf-8")
    for name, colour in (
        ("fact", COLOURS[Fate.FACT]), ("misread", COLOURS[Fate.MISREAD]), ("silent", COLOURS[Fate.SILENT]),
        ("heading", COLOURS[Fate.HEADING]), ("label", COLOURS[Fate.LABEL]), ("code", COLOURS[Fate.CODE]),
        ("index", COLOURS[Fate.INDEX]), ("sentence", UNDERLINES[Origin.SENTENCE]),
        ("declaration", UNDERLINES[Origin.DECLARATION]),
    ):  # fmt: skip
        assert f".swatch.{name} {{ background: rgb({' '.join(map(str, colour))}); }}" in style


def test_a_figure_is_corrected_told_and_undone(office):
    question = f"{ARCHIVE}2023年公务接待费多少"
    assert ask(office, question)["figures"][0]["value"] == "1.20"
    where = correct(office)
    assert "done=corrected" in where
    page = office.visitor().read(where)
    assert "已更正。" in page and "<del>1.20</del> <ins>2.10</ins>" in page and 'class="amended"' in page
    answer = ask(office, question)
    assert (answer["figures"][0]["value"], answer["figures"][0]["printed"]) == ("2.10", "1.20万元")
    assert any("原文写作 1.20 万元" in note and "财政批复有误" in note for note in answer["notes"])
    (made,) = office.ledger.corrections()
    assert made.by == "admin的人"
    listed = pages(office.visitor().read("/desk/corrections"))
    assert "生效中1.20万元→2.10万元" in listed and "理由：财政批复有误" in listed
    office.visitor().submit(f"/desk/corrections/{made.id}/revoke", reason="看错了")
    assert ask(office, question)["figures"][0]["value"] == "1.20"
    assert "已撤销" in pages(office.visitor().read("/desk/corrections"))
    assert [c.action for c in office.audit.changes() if "correct" in c.action] == [
        "correction.revoke",
        "fact.correct",
    ]
    office.visitor().submit(f"/desk/corrections/{made.id}/revoke", 409, reason="再撤")


@pytest.mark.parametrize(
    ("value", "unit", "reason", "told"),
    [
        ("很多", "万元", "x", "要写一个数"),
        ("", "万元", "x", "要写一个数"),
        ("1.2.3", "万元", "x", "要写一个数"),
        ("9" * 40, "万元", "x", "要写一个数"),
        ("2.10", "公里", "x", "金额的单位"),
        ("2.10", "", "x", "金额的单位"),
        ("1.20", "万元", "x", "和原文印的一样"),
        ("2.10", "万元", "  ", "请写理由"),
        ("2.10", "万元", "长" * 301, "300 字"),
    ],
)
def test_a_correction_that_says_nothing_is_not_taken(office, value, unit, reason, told):
    fact = office.fact("公务接待费")
    text = office.visitor().submit(
        f"/desk/facts/{fact.id}/correct", 422, value=value, unit=unit, reason=reason
    )
    assert told in text and 'role="alert"' in text
    assert office.ledger.corrections() == []


@pytest.mark.parametrize(
    ("typed", "value"), [("1,234.50", "1234.50"), ("１２．３", "12.3"), ("-0.5", "-0.5"), (" 3 ", "3")]
)
def test_a_number_is_read_as_people_type_it(typed, value):
    assert str(read_value(typed)) == value


def test_a_dismissed_check_is_off_the_list_and_out_of_the_answers(office):
    question = f"{ARCHIVE}2023年项目支出占比多少"
    assert any(n.startswith("核对：") for n in ask(office, question)["notes"])
    visitor = office.visitor()
    marks = re.findall(r'id="c-(\w+)"', visitor.read("/desk/checks"))
    assert marks
    for mark in marks:
        path = f"/desk/checks/{office.document().id}/{mark}"
        visitor.submit(path, 422, decision="DISMISSED", reason=" ")
        assert "done=decided" in visitor.submit(path, decision="DISMISSED", reason="原文笔误，已告知")
    assert not re.findall(r'id="c-(\w+)"', visitor.read("/desk/checks"))
    assert not any(n.startswith("核对：") for n in ask(office, question)["notes"])
    dismissed = visitor.read("/desk/checks?state=DISMISSED")
    assert "原文笔误，已告知" in dismissed and "admin的人" in dismissed
    visitor.submit(f"/desk/checks/{office.document().id}/{marks[0]}", decision="OPEN")
    assert marks[0] in visitor.read("/desk/checks")


def test_a_confirmed_check_is_still_told(office):
    visitor = office.visitor()
    for mark in re.findall(r'id="c-(\w+)"', visitor.read("/desk/checks")):
        visitor.submit(f"/desk/checks/{office.document().id}/{mark}", decision="CONFIRMED")
    assert any(n.startswith("核对：") for n in ask(office, f"{ARCHIVE}2023年项目支出占比多少")["notes"])
    assert "共0处" in pages(visitor.read("/desk/checks"))


def test_a_check_that_is_gone_is_not_decided(office):
    path = f"/desk/checks/{office.document().id}/{'0' * 32}"
    assert "重新读过" in office.visitor().submit(path, 409, decision="CONFIRMED")


def test_a_check_leads_to_the_figures_that_it_compares(office):
    text = office.visitor().read("/desk/checks")
    fact = office.fact("项目支出")
    assert f'href="/desk/facts/{fact.id}/correct"' in text
    assert f"/desk/documents/{office.document().id}?page=1#fact-{fact.id}" in text
    correct(office, "项目支出", "195.00")
    assert "已更正为 195.00 万元" in office.visitor().read("/desk/checks")


def test_figures_are_found_by_filters(office):
    visitor = office.visitor()
    text = pages(visitor.read("/desk/facts?entity=柳泉县档案局&subject=公务接待费"))
    assert "1.20万元" in text and "数字城管" not in re.sub("<option.*", "", text.split("导出筛选结果")[1])
    assert "没有收录单位" in visitor.read("/desk/facts?entity=火星局")
    assert "四位数" in visitor.read("/desk/facts?year=二零")
    assert "没有符合条件的数字" in visitor.read("/desk/facts?year=1990")
    first, second = (visitor.read(f"/desk/facts?p={p}") for p in (1, 2))
    assert set(re.findall(r"#fact-(\d+)", first)).isdisjoint(re.findall(r"#fact-(\d+)", second))


def test_what_is_found_goes_out_with_every_digit_and_what_was_printed(office):
    correct(office)
    visitor = office.visitor()
    reply = visitor.get("/desk/facts.csv?subject=公务接待费&document=" + office.document().id)
    assert reply.headers["content-disposition"].startswith("attachment;")
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
    assert [(r["value"], r["printed"], r["correction"]) for r in rows if r["measure"] == "金额"] == [
        ("2.10", "1.20万元", "财政批复有误")
    ]
    as_json = visitor.get("/desk/facts.json?subject=公务接待费").json()
    assert {row["value"] for row in as_json} >= {"2.10"}
    sheet = load_workbook(io.BytesIO(visitor.get("/desk/facts.xlsx?subject=公务接待费").content)).worksheets[
        0
    ]
    assert "更正前" in [cell.value for cell in sheet[1]]
    assert visitor.get("/desk/facts.exe").status_code == 404
    assert office.audit.changes(action="fact.export")[0].details["facts"] >= 1


def test_a_question_that_nobody_could_answer_becomes_a_known_answer(office, tmp_path):
    for words in ("火星局2023年花了多少钱？", "火星局2023年花了多少钱"):
        office.keep(words, "no_answer", "没有收录这个单位。")
    office.keep("工资多少", "answered", "工资 3 万元。", down=("wrong_figure", "差一位"))
    office.keep("基本支出多少", "answered", "120 万元。")
    visitor = office.visitor()
    text = pages(visitor.read("/desk/questions"))
    assert "共2组" in text and "问过2次" in text and "1次“没帮助”" in text and "基本支出" not in text
    mark = mark_of("火星局2023年花了多少钱")
    assert "没有收录这个单位。" in visitor.read(f"/desk/questions/{mark}")
    assert "数不对：差一位" in visitor.read(f"/desk/questions/{mark_of('工资多少')}")
    fields = {
        "question": "火星局2023年花了多少钱？", "type": "lookup", "style": "citizen", "status": "answered",
        "value": "1,300.50", "unit": "万元", "tol": "", "doc": office.document().file, "pages": "1、2",
        "note": "看了第1页",
    }  # fmt: skip
    assert "请写怎么核对的" in visitor.submit(f"/desk/questions/{mark}", 422, **{**fields, "note": ""})
    assert "要写数值" in visitor.submit(f"/desk/questions/{mark}", 422, **{**fields, "value": ""})
    visitor.submit(f"/desk/questions/{mark}", **fields)
    refusal = {**fields, "type": "refusal", "status": "no_answer", "value": "", "question": "火星局一共多少"}
    visitor.submit(f"/desk/questions/{mark}", **refusal)
    told = {**fields, "type": "narrative", "value": "", "all": "行政运行\n\n 物价 ", "question": "为什么"}
    visitor.submit(f"/desk/questions/{mark}", **told)
    assert "共1组" in pages(visitor.read("/desk/questions"))
    assert "已写成已知答案" in visitor.read("/desk/questions?state=known")
    file = tmp_path / "desk.jsonl"
    file.write_bytes(visitor.get("/desk/known.jsonl").content)
    first, second, third = load_questions([file])
    assert (first.id, first.page, first.docs) == ("desk-0001", (1, 2), (office.document().file,))
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [row["expect"] for row in rows] == [
        {"status": "answered", "value": "1300.50", "unit": "万元", "tol": "0"},
        {"status": "no_answer"},
        {"status": "answered", "all": ["行政运行", "物价"]},
    ]
    assert (second.id, third.id) == ("desk-0002", "desk-0003")
    visitor.submit("/desk/known/2/remove")
    assert len(visitor.get("/desk/known.jsonl").text.splitlines()) == 2


def test_what_people_really_ask_is_gathered(office):
    visitor = office.visitor()
    told = ask(office, "火星局2023年花了多少钱")
    assert told["status"] == "no_answer"
    helped = ask(office, f"{ARCHIVE}2023年基本支出多少")
    opinion = {"answer_id": helped["id"], "verdict": "down", "reason": "not_understood", "comment": PROBE}
    assert visitor.post("/v1/feedback", json=opinion).status_code == 201
    deadline = time.monotonic() + 10
    while "共2组" not in pages(visitor.read("/desk/questions")):  # answers are written down a moment later
        assert time.monotonic() < deadline
        time.sleep(0.1)
    text = pages(visitor.read("/desk/questions?reason=entity_not_loaded"))
    assert "共1组" in text and "没有收录这个单位·问过1次" in text
    text = visitor.read(f"/desk/questions/{mark_of(f'{ARCHIVE}2023年基本支出多少')}")
    assert "没听懂：&lt;img" in text and f"<option selected>{office.document().file}" in text


def test_the_log_tells_who_did_what(office):
    correct(office)
    text = pages(office.visitor().read("/desk/log"))
    assert "admin的人更正数字" in text and "登录工作台" in text
    assert "原文印的：1.20万元；更正为：2.10万元" in text.replace("理由：财政批复有误；", "")
    assert "登录工作台" not in pages(office.visitor().read("/desk/log?action=fact.correct")).split("详情")[1]


def test_text_from_people_and_files_never_becomes_markup(office):
    correct(office, reason=PROBE)
    office.keep(PROBE, "no_answer", PROBE, down=("other", PROBE))
    visitor = office.visitor()
    mark = mark_of(PROBE)
    fact = office.fact("公务接待费")
    shown = ("corrections", "log", "questions", f"questions/{mark}", f"facts/{fact.id}/correct")
    asked = (
        "?q={0}", "/facts?entity={0}", "/checks?document={0}&severity={0}&state={0}", "/questions?q={0}&kind={0}",
        "/log?action={0}&before={0}",
    )  # fmt: skip
    for page in (*(f"/desk/{name}" for name in shown), *(f"/desk{query.format(PROBE)}" for query in asked)):
        text = visitor.read(page)
        assert "<img src=x" not in text and "<script>document" not in text, page
    assert "&lt;img src=x" in visitor.read("/desk/corrections")
    signed_out = office.visitor(None).get("/desk/sign-in", params={"next": PROBE}).text
    assert PROBE not in signed_out


@pytest.mark.parametrize("scope", [Scope.INGEST, Scope.ADMIN])
def test_a_document_that_is_gone_is_told(office, scope):
    text = office.visitor(scope).read("/desk/documents/nowhere", 404)
    assert "库里没有这份文件" in text
    assert office.visitor(scope).get("/desk/documents/nowhere/misread").status_code == 404


def test_a_figure_that_is_gone_is_told(office):
    assert "没有这个数" in office.visitor().read("/desk/facts/999999/correct", 404)
