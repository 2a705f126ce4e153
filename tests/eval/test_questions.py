"""Question files are checked before any question is asked, and the committed ones hold."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from eval.errors import BadQuestionFile, EvalError
from eval.questions import load_questions, parse_question
from eval.sets import load_sets
from service.contract import Status

QUESTIONS = Path(__file__).parents[2] / "eval" / "questions"
GOOD = {
    "id": "q1",
    "question": "花了多少",
    "history": [],
    "type": "lookup",
    "style": "citizen",
    "docs": ["a.pdf"],
    "page": [4],
    "expect": {"status": "answered", "value": "58.45", "unit": "%", "tol": "0.06"},
    "note": "",
}


def line(**changes: object) -> str:
    return json.dumps({key: value for key, value in (GOOD | changes).items() if value is not ...})


def test_a_good_line():
    question = parse_question(line(), "a.jsonl", 1)
    assert question.expect.value == Decimal("58.45")
    assert question.expect.tol == Decimal("0.06")
    assert question.expect.status == (Status.ANSWERED,)
    assert question.section == ""


def test_a_line_may_name_the_section_of_its_answer():
    assert parse_question(line(section="主要职能"), "a.jsonl", 1).section == "主要职能"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "不是 JSON"),
        ("[]", "整行 要写成 JSON 对象"),
        (line(id=...), "缺少字段 id"),
        (line(id=""), "id 不能为空"),
        (line(answer="58"), "不认识字段 answer"),
        (line(type="guess"), "type 只能是"),
        (line(style="child"), "style 只能是"),
        (line(page=[0]), "page.0 不能小于 1"),
        (line(page=["4"]), "page.0 要写成整数"),
        (line(page=4), "page 要写成列表"),
        (line(history="你好"), "history 要写成列表"),
        (line(expect={}), "expect 是空的"),
        (line(expect={"status": "maybe"}), "expect.status.0 只能是"),
        (line(expect={"status": []}), "expect.status"),
        (line(expect={"value": 58.45, "unit": "%"}), "数值要写成字符串"),
        (line(expect={"value": "1,234", "unit": "元"}), "不是十进制数"),
        (line(expect={"value": "NaN", "unit": "元"}), "不是有限的数"),
        (line(expect={"value": "1"}), "value 和 unit 要一起写"),
        (line(expect={"value": "1", "unit": "元", "tol": "-1"}), "expect.tol 不能小于 0"),
        (line(expect={"status": "answered", "tol": "1"}), "tol 只能和"),
        (line(expect={"status": "no_answer", "value": "1", "unit": "元"}), "status 就要有 answered"),
        (line(expect={"values": [{"label": "甲", "value": "1"}]}), "缺少字段 expect.values.0.unit"),
        (line(expect={"any": [""]}), "expect.any.0 不能为空"),
    ],
)
def test_a_malformed_line_names_file_line_and_way_out(text, told):
    with pytest.raises(BadQuestionFile) as caught:
        parse_question(text, "a.jsonl", 7)
    message = str(caught.value)
    assert message.startswith("a.jsonl 第7行：")
    assert told in message
    assert caught.value.advice


def test_files_and_folders_and_blank_lines(tmp_path):
    (tmp_path / "b.jsonl").write_text(line(id="b") + "\n\n", "utf-8")
    (tmp_path / "a.jsonl").write_text("\n" + line(id="a1") + "\n" + line(id="a2"), "utf-8")
    (tmp_path / "notes.txt").write_text("no question", "utf-8")
    assert [question.id for question in load_questions([tmp_path])] == ["a1", "a2", "b"]


def test_an_id_stands_once_across_files(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text(line(), "utf-8")
    with pytest.raises(BadQuestionFile, match=r"b\.jsonl 第1行：题号「q1」与 a\.jsonl 第1行 重复"):
        load_questions([tmp_path])


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(EvalError, match="没有题目文件"):
        load_questions([tmp_path / "none.jsonl"])


def test_committed_questions_hold():
    questions = load_questions([QUESTIONS])
    assert questions
    unsourced = [q.id for q in questions if q.expect.value is not None and not (q.docs and q.page and q.note)]
    assert not unsourced, "a figure must say where it was read and how it was checked"


def test_every_committed_file_belongs_to_a_set():
    declared = {chosen.questions.resolve() for chosen in load_sets()}
    assert declared == {file.resolve() for file in QUESTIONS.glob("*.jsonl")}
