"""The parts of a named group in their order: the group in apposition, its codes not printed, its column (某一栏里的排序)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY, SHORT = "砚溪县文物保护中心", "砚溪县档案馆"
_STAFF = [("工资福利支出", "812.00"), ("基本工资", "402.00"), ("津贴补贴", "250.00"), ("住房公积金", "160.00"),
          ("对个人和家庭的补助", "33.00"), ("退休费", "21.50"), ("奖励金", "11.50"), ("人员经费合计", "845.00")]  # fmt: skip
_OFFICE = [("商品和服务支出", "96.40"), ("办公费", "12.30"), ("电费", "31.10"), ("差旅费", "18.00"),
           ("维修（护）费", "35.00"), ("资本性支出", "9.60"), ("办公设备购置", "9.60"), ("公用经费合计", "106.00")]  # fmt: skip
_FUNCTION = [("合计", "", "1,551.00", "951.00", "600.00"), ("207", "文化旅游体育与传媒支出", "1,391.00", "811.00", "580.00"),
             ("20702", "文物", "1,391.00", "811.00", "580.00"), ("2070201", "行政运行", "811.00", "811.00", "0.00"),
             ("2070204", "文物保护", "460.00", "0.00", "460.00"), ("2070205", "博物馆", "120.00", "0.00", "120.00"),
             ("210", "卫生健康支出", "60.00", "40.00", "20.00"), ("21011", "行政事业单位医疗", "60.00", "40.00", "20.00"),
             ("2101102", "事业单位医疗", "60.00", "40.00", "20.00"), ("221", "住房保障支出", "100.00", "100.00", "0.00"),
             ("22102", "住房改革支出", "100.00", "100.00", "0.00"), ("2210201", "住房公积金", "100.00", "100.00", "0.00")]  # fmt: skip


def _written(folder: Path, body: str, office: list[tuple[str, str]]) -> None:
    press = Press(folder / f"{body}2023年度单位决算.pdf")
    press.cover([body, "2023年度单位决算"])
    head = [[H("科目编码"), H("科目名称"), H("本年支出合计"), H("基本支出"), H("项目支出")]]
    press.sheet(
        Sheet("支出决算表", head, [list(row) for row in _FUNCTION], (2, 4, 2, 2, 2), right="单位：万元")
    )
    rows = [[*a, *b] for a, b in zip(_STAFF, office, strict=True)]
    heads = [
        [H("人员经费", 2), H("公用经费", 2)],
        [H("经济分类科目"), H("金额"), H("经济分类科目"), H("金额")],
    ]
    title = "一般公共预算财政拨款基本支出决算表"
    press.sheet(Sheet(title, heads, rows, (4, 2, 4, 2), right="单位：万元"))
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("groups")
    _written(folder, BODY, _OFFICE)
    # One account of the class is not printed: what is printed does not come to it.
    _written(
        folder, SHORT, [(name, "88.88" if name == "商品和服务支出" else value) for name, value in _OFFICE]
    )
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str, body: str = BODY) -> Answer:
    return answerer.ask(AskRequest(question=f"{body}2023年{question}"))


def told(answer: Answer) -> list[str]:
    return [figure.label.split("（项目支出）")[0] for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("基本支出里的公用部分，花得最多的三样排一排", ["维修（护）费", "电费", "差旅费"]),
        ("日常公用的各项开支里，花钱最多的两项依次是哪些？（商品和服务支出里头）", ["维修（护）费", "电费"]),
        ("公用经费里头花得最多的三个科目，按金额排", ["维修（护）费", "电费", "差旅费"]),
        ("公用这块，“维修（护）费”不算，最费钱的两项是啥", ["电费", "差旅费"]),
        ("决算，人员工资福利那一栏里金额最大的三项按顺序说一下", ["基本工资", "津贴补贴", "住房公积金"]),
        ("个人和家庭补助那一栏，哪两项最多", ["退休费", "奖励金"]),
        ("人员经费第二多的是哪个科目", ["津贴补贴"]),
        ("项目支出按功能科目的项看，金额最大的三项依次是什么？", ["文物保护", "博物馆", "事业单位医疗"]),
        ("项目支出如果按功能分类的类级看，头两名是哪些", ["文化旅游体育与传媒支出", "卫生健康支出"]),
    ],
)
def test_the_order_is_of_the_groups_own_parts(answerer: Answerer, question: str, names: list[str]) -> None:
    assert told(ask(answerer, question))[: len(names)] == names


def test_no_other_groups_parts_are_told(answerer: Answerer) -> None:
    """A narrower group than any that is held: the wider one's parts are not its own."""
    answer = ask(answerer, "公用经费里咨询类花得最多的三样是什么")
    assert not {name for name, _ in _OFFICE} & set(told(answer))


def test_names_without_codes_are_no_parts_where_they_do_not_come_to_the_class(answerer: Answerer) -> None:
    answer = ask(answerer, "商品和服务支出里花得最多的三项是哪些", SHORT)
    assert answer.status is Status.NO_ANSWER
    assert told(ask(answerer, "商品和服务支出里花得最多的三项是哪些")) == ["维修（护）费", "电费", "差旅费"]


def test_an_office_is_not_asked_for_by_an_account(answerer: Answerer) -> None:
    answer = ask(answerer, "公用经费第二多的是哪个科目")
    assert told(answer) == ["电费"]
