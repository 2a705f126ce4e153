"""Lists of bodies called for short: each is known, or nothing is made of the others alone (名单)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.entities import entity_key
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from ingest.text import fold
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.model import Body
from service.read.asides import without_asides
from service.scope.bodies import find_bodies
from service.scope.by_kin import by_kin
from service.scope.regions import region_of
from tests.ingest.press import Heading, Press, Sheet

BODY = "禾川市卫生健康委员会"
CENTRE, BLOOD, MOTHERS = "禾川市疾病预防控制中心", "禾川市中心血站", "禾川市妇幼保健院"
RESCUE = "禾川市紧急医疗救援中心"


def _incomes() -> Sheet:
    rows = [
        ["合计", "9,830.60", "7,460.20", "2,370.40"], [f"{BODY}本级", "2,210.30", "2,210.30", ""],
        [CENTRE, "2,040.10", "2,040.10", ""], [BLOOD, "1,310.70", "1,120.20", "190.50"],
        [MOTHERS, "3,540.40", "1,360.50", "2,179.90"], [RESCUE, "729.10", "729.10", ""],
    ]  # fmt: skip
    head = [[Heading("单位名称"), Heading("合计"), Heading("财政拨款收入"), Heading("事业收入")]]
    return Sheet("部门所属单位收入情况表", head, rows, (6, 3, 3, 3), left=f"部门：{BODY}", right="单位：万元")


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("listed")
    press = Press(folder / f"{BODY}2023年度部门决算.pdf")
    press.cover([BODY, "2023年度部门决算"])
    press.prose(["一、主要职责", "组织全市疾病预防控制和采供血工作。", "二、机构设置", "所属单位4家。"])
    press.sheet(_incomes())
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("called", "body", "value"),
    [
        ("禾川市血站", BLOOD, "1120.20"), ("禾川血站", BLOOD, "1120.20"),
        ("禾川市卫健委下面的血站", BLOOD, "1120.20"), ("禾川市急救中心", RESCUE, "729.10"),
    ],
)  # fmt: skip
def test_a_unit_need_not_be_called_a_central_one(
    answerer: Answerer, called: str, body: str, value: str
) -> None:
    answer = ask(answerer, f"{called}2023年财政拨款收入多少")
    assert answer.status is Status.ANSWERED
    assert [(f.entity, f.value) for f in answer.figures] == [(body, value)]


def test_all_three_of_a_list_are_added_up(answerer: Answerer) -> None:
    answer = ask(answerer, "禾川市疾控、血站和急救中心三家2023年财政拨款收入加起来是多少？")
    assert answer.figures[0].value == "3889.40"  # 2040.10 + 1120.20 + 729.10
    assert len(answer.figures) == 4


@pytest.mark.parametrize(
    "listed",
    [
        "疾控、眼库和妇幼保健院三家", "疾控、眼库和妇幼保健院", "疾控、妇幼保健院和眼库", "眼库、疾控和妇幼保健院三家",
        "疾控、妇幼保健院和眼库三家", "疾控和妇幼保健院三家", "疾控、血站、妇幼保健院四家单位",
    ],
)  # fmt: skip
def test_nothing_is_made_of_a_list_that_is_not_known_whole(answerer: Answerer, listed: str) -> None:
    answer = ask(answerer, f"禾川市{listed}2023年财政拨款收入加起来是多少？")
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


@pytest.mark.parametrize(
    "question",
    [
        "禾川市疾控和妇幼保健院两家2023年财政拨款收入加起来是多少？",
        "禾川市疾控和妇幼保健院2023年财政拨款收入一共多少",
    ],
)
def test_a_list_that_is_known_whole_is_added_up(answerer: Answerer, question: str) -> None:
    assert ask(answerer, question).figures[0].value == "3400.60"  # 2040.10 + 1360.50


def body(name: str) -> Body:
    return Body(entity_key(name), name, (name,), region_of(fold(name)), ())


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("合川市卫健委2023年收入", BODY, "合川市卫健委"),
        ("青川市紫云区文旅局2023年收入", "清川市紫云区文化和旅游局", "青川市紫云区文旅局"),
        ("子云区文旅局2023年收入", "清川市紫云区文化和旅游局", "子云区文旅局"),
        ("桂海那家亚热带果树研究所2023年收入", "桂海省亚热带果树研究所", "桂海那家亚热带果树研究所"),
        ("问一下紫云区文旅局2023年收入", "清川市紫云区文化和旅游局", "紫云区文旅局"),
    ],
)
def test_a_misspelt_name_is_said_whole(text: str, name: str, said: str) -> None:
    found = find_bodies(text, [body(name)], [False] * len(text))
    assert [b.name for b in found.bodies] == [name]
    assert [text[low:high] for low, high in found.spans] == [said]


def test_a_street_office_is_that_of_where_the_asker_lives() -> None:
    bodies = [body("云川市青岚区柳荫街道办事处"), body("云川市青岚区财政局")]
    assert by_kin("我就住柳荫，想问下街道办2025年要花多少钱", bodies).endswith("柳荫街道2025年要花多少钱")


def test_what_somebody_lives_by_somewhere_is_no_part_of_the_question() -> None:
    assert without_asides("我在镇上开饭馆的，禾川市公安2023年三公经费多少") == "禾川市公安2023年三公经费多少"
