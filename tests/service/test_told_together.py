"""Several quantities asked at once: what one sentence or row tells is told of each of them (一句多问，同句作答)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from service.things.sentence_counts import told_in
from tests.service.written import answerer_of

#: Sentences of a made-up town: counts beside each other, planned and done, money among them.
TOWN = """第二部分 2023年度部门决算情况说明
十、其他重要事项的情况说明
全镇辖14个行政村、3个社区、102个村民组，户籍人口2.86万人。
年末编制64人，在职59人，其中行政27人、事业32人。
完成硬化道路18.4公里、排水沟5.2公里，惠及7个村1,930户。
开展农技培训22期1260人，其中女性培训418人。
开展绩效自评的项目11个，金额862.5万元，其中重点项目4个、金额530.2万元。
计划改造户厕300座，实际完成274座。
共有车辆9辆，其中应急保障用车2辆、防火专用车4辆、其他用车3辆。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("together"), "石渡县柳坪镇人民政府2023年度部门决算.txt", TOWN)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("修了几公里路，多少户受益", ["18.4", "1930"]),
        ("硬化道路多少公里，惠及多少户", ["18.4", "1930"]),
        ("农技培训多少期，培训了多少人", ["22", "1260"]),
        ("户厕计划改造多少座，最后改成了多少座", ["300", "274"]),
        ("有几个村，户籍人口多少", ["14", "2.86"]),
        ("自评项目几个，金额多少", ["11", "862.5"]),
        ("编制多少人，在职多少人", ["64", "59"]),
        ("车辆几辆，防火车几辆", ["9", "4"]),
        ("在职多少人，其中当公务员（行政）的几个", ["59", "27"]),
    ],
)
def test_each_is_told_from_the_sentence_of_the_other(
    town: Answerer, question: str, values: list[str]
) -> None:
    answer = town.ask(AskRequest(question=f"柳坪镇2023年{question}"))
    assert [figure.value for figure in answer.figures] == values


#: What the sentence does not tell is told from nowhere else, and said to be lacking.
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("硬化道路多少公里，用了多少吨水泥", ["18.4"]),
        ("车辆几辆，校车几辆", ["9"]),
        ("户厕计划改造多少座，拆了多少座", ["300"]),
    ],
)
def test_another_number_of_the_sentence_is_never_told(
    town: Answerer, question: str, values: list[str]
) -> None:
    answer = town.ask(AskRequest(question=f"柳坪镇2023年{question}"))
    assert [figure.value for figure in answer.figures] == values
    assert "没有" in answer.answer


def test_a_number_right_behind_another_is_one_by_itself() -> None:
    told = told_in("惠及6个村2,180户，比上年增加30户。")
    assert [(str(t.value), t.unit, t.changed) for t in told] == [
        ("6", "个", False),
        ("2180", "户", False),
        ("30", "户", True),
    ]


#: 城管局 2023 p.21: 28 indicators set, 26 met; p.21: 127 toilets, 9 of them new.
@pytest.mark.parametrize(
    ("question", "values"),
    [("绩效指标定了几项，完成几项", ["28", "26"]), ("公厕管护多少座，新改建几座", ["127", "9"])],
)
def test_the_same_of_a_real_page(desk: Answerer, question: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=f"青岚区城市管理局2023年{question}"))
    assert [figure.value for figure in answer.figures] == values
