"""What is done to a body's name stands before it and is no part of it; what is done is no body either (名前之动词)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.model import Reason
from service.scope.leads import name_head
from service.scope.organs import organ_behind
from service.scope.strangers import unknown_body
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "碧澜县畜牧兽医局"
ROWS = [
    ["302", "商品和服务支出", "36.70"],
    ["30206", "电费", "13.60"],
    ["30211", "差旅费", "17.70"],
    ["30228", "工会经费", "5.40"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("verbs")
    file = folder / f"{BODY}2024年度部门决算.pdf"
    press = Press(file)
    press.cover([BODY, "2024年度部门决算"])
    head = [[H("科目编码"), H("科目名称"), H("决算数")]]
    title = "一般公共预算财政拨款基本支出决算明细表"
    press.sheet(Sheet(title, head, ROWS, (2, 6, 3), left=f"单位：{BODY}", right="单位：万元"))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (f"写进{BODY}2024年账里的电费是多少", "13.60"),
        (f"2024年都交给{BODY}的差旅费有多少", "17.70"),
        (f"{BODY}2024年真正拨给工会经费是几万", "5.40"),
        (f"{BODY}到底给工会2024年经费多少", "5.40"),
        (f"{BODY}实际给工会经费2024年有几万", "5.40"),
    ],
)
def test_the_body_is_found_behind_what_is_done(answerer: Answerer, question: str, value: str) -> None:
    answer = ask(answerer, question)
    assert [(f.value, f.entity) for f in answer.figures] == [(value, BODY)]


@pytest.mark.parametrize(
    "question",
    [
        "2024年的钱交给临溪县水产局的差旅费有多少",
        "2024年划归临溪县水产局的差旅费有多少",
        "2024年没编进临溪县水产局的差旅费是多少",
        "2024年临溪县信访局督办的差旅费多少",
        f"{BODY}财务科2024年差旅费多少",
        f"{BODY}供给科2024年差旅费多少",
        f"{BODY}总工会2024年经费多少",
    ],
)
def test_another_body_or_office_stays_another(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert (answer.status, answer.reason) == (Status.NO_ANSWER, Reason.ENTITY_NOT_LOADED.value)
    assert not answer.figures


@pytest.mark.parametrize(
    "question",
    [
        f"{BODY}计划财务科2024年差旅费多少",
        f"{BODY}预备役办公室2024年差旅费多少",
        f"{BODY}城区给水站2024年差旅费多少",
        f"{BODY}后勤补给中心2024年差旅费多少",
        f"{BODY}给排水科2024年电费多少",
        "临溪县双创办2024年差旅费多少",
        "临溪县文创办2024年差旅费多少",
        "省外经办2024年差旅费多少",
    ],
)
def test_an_office_named_with_such_a_word_is_another_too(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, question).figures


def test_what_is_seen_to_is_no_office_of_the_body(answerer: Answerer) -> None:
    answer = ask(answerer, f"{BODY}2024年县里督办的差旅费是多少")
    assert answer.reason != Reason.ENTITY_NOT_LOADED.value


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("有几所没编进教育局", "教育局"),
        ("这些账都划归民政局", "民政局"),
        ("剩的分给老年大学", "老年大学"),
        ("设备记入水务局", "水务局"),
        ("并入档案局", "档案局"),
        ("事权转归林业局", "林业局"),
        ("经费列进县医院", "县医院"),
        ("县进修学校", "县进修学校"),
        ("县归侨服务中心", "县归侨服务中心"),
    ],
)
def test_a_name_begins_behind_what_is_done(words: str, name: str) -> None:
    assert name_head(words) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024年重点督办的经费多少", ""),
        ("民生实事承办2024年花了多少", ""),
        ("领导交办2024年差旅费多少", ""),
        ("没编进临溪县教育局的有几所", "临溪县教育局"),
        ("划归临溪县卫健局的差旅费", "临溪县卫健局"),
    ],
)
def test_what_is_done_is_no_body_that_is_not_loaded(text: str, name: str) -> None:
    place = unknown_body(text, [False] * len(text))
    assert (text[slice(*place)] if place else "") == name


@pytest.mark.parametrize(
    ("behind", "organ"),
    [
        ("实际给工会经费多少", ""),
        ("预备留给妇联经费多少", ""),
        ("国库科差旅费多少", "国库科"),
        ("的供给科差旅费多少", "的供给科"),
    ],
)
def test_to_whom_it_is_given_is_no_office(behind: str, organ: str) -> None:
    text = BODY + behind
    assert organ_behind(text, len(BODY), BODY, [False] * len(text)) == organ
