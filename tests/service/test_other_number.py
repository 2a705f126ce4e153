"""One sentence tells several numbers, and the one that fits in part is none of what is asked (同句之数)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status

TEXT = """槐川县水产畜牧局2024年度部门决算
一、部门概况
槐川县水产畜牧局负责全县渔业和畜牧业。
二、2024年工作情况
登记养殖户2460户，其中规模养殖户380户、散养户2080户。全县共有公立兽医站46所，其中中心站9所、村级站37所。
仓库存放消毒喷雾器1500台，调拨消毒喷雾器260台，抢修喷雾器41台。新招聘防疫员28人，现有防疫员312人。
布病检测羊只5.60万只，日均检测153只。
江豚保护区巡护站外出巡展5场，收取展位费3.20万元。冷库扩建完成投资740.00万元。
改造桃坞、槐坪两个检疫站，支出96.00万元，其中桃坞检疫站支出58.00万元。
评选模范养殖户30户、诚信养殖户18户，模范养殖户每户奖励1200元。
三、收入支出决算总体情况说明
2024年度收入总计、支出总计均为3900.00万元。
"""
BODY = "槐川县水产畜牧局2024年"


@pytest.fixture(scope="module")
def farms(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("farms")
    file = Path(folder, "槐川县水产畜牧局2024年度部门决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=BODY + question))


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("民办的兽医站几所", "46"),
        ("检测了多少万只羊", "153"),  # 5.60, this is of a day
        ("去外地巡展付了多少展位费", "3.20"),  # taken in
        ("交了多少展位费", "3.20"),
        ("槐坪检疫站花了多少钱", "58.00"),
        ("诚信养殖户每户奖多少", "1200"),
        ("喷雾器是哪家卖的", "41"),
        ("，2023年登记的养殖户有多少户", "2460"),
        ("养殖户里2023年登记的有多少户", "2460"),
    ],
)
def test_the_number_of_another_thing_is_not_told(farms: Answerer, question: str, wrong: str) -> None:
    assert [f.value for f in ask(farms, question).figures if f.value == wrong] == []


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("登记养殖户多少户", "2460"),
        ("规模养殖户多少户", "380"),
        ("公立兽医站有多少所", "46"),
        ("存放的消毒喷雾器多少台", "1500"),
        ("现有防疫员多少人", "312"),
        ("新招了多少防疫员", "28"),
        ("调拨出去的喷雾器有多少台", "260"),
        ("雇了多少防疫员", "312"),
        ("桃坞检疫站花了多少钱", "58.00"),
        ("冷库扩建完成投资多少", "740.00"),
    ],
)
def test_what_is_asked_is_told(farms: Answerer, question: str, value: str) -> None:
    answer = ask(farms, question)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value


SORTS = """梓渡市畜产文化馆2024年度部门决算
一、部门概况
梓渡市畜产文化馆负责全市畜产文化展示。
二、2024年工作情况
新购标本360件，新评3A级牧场景区2家。年末实有驯养师21人，另有聘用讲解员、保安等编外人员9人。
国内公务接待16批次，公务接待费1.20万元。修缮老牧场第二标段支出64.00万元。展厅改造尾款18.50万元未支付。
牧户创业贷款贴息支出12.60万元。
三、收入支出决算总体情况说明
2024年度收入总计700.00万元，支出总计700.00万元。
"""


@pytest.fixture(scope="module")
def museum(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("museum")
    file = Path(folder, "梓渡市畜产文化馆2024年度部门决算.txt")
    file.write_text(SORTS, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("一共有几家3A级景区", "2"),  # only the new ones are told
        ("新评4A级景区几家", "2"),
        ("女驯养师多少人", "21"),
        ("聘用的讲解员有几个", "9"),  # together with others
        ("外事接待多少批次", "16"),
        ("修缮老牧场第一标段多少钱", "64.00"),
        ("展厅改造尾款付了多少", "18.50"),  # not paid
        ("牧户创业贷款发了多少", "12.60"),
        ("馆藏标本一共多少件", "360"),
    ],
)
def test_the_figure_of_another_sort_is_not_told(museum: Answerer, question: str, wrong: str) -> None:
    answer = museum.ask(AskRequest(question=f"梓渡市畜产文化馆2024年{question}"))
    assert [f.value for f in answer.figures if f.value == wrong] == []


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("新评3A级景区几家", "2"),
        ("新购标本多少件", "360"),
        ("驯养师多少人", "21"),
        ("编外人员多少人", "9"),
        ("国内公务接待多少批次", "16"),
        ("修缮老牧场第二标段多少钱", "64.00"),
        ("展厅改造尾款多少钱", "18.50"),
    ],
)
def test_the_figure_of_this_sort_is_told(museum: Answerer, question: str, value: str) -> None:
    answer = museum.ask(AskRequest(question=f"梓渡市畜产文化馆2024年{question}"))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value
