"""Money and counts in daily words, told by the clause around a number; follow-ups on things (句旁所述)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.scope.regions import by_region

OLD = """汀川州渔业局2022年度部门决算
一、部门概况
汀川州渔业局负责全州渔业生产和渔政执法。
二、2022年工作情况
建成深水网箱46口，改造老旧池塘7座。查处涉渔违法案件61起。水产苗种合格率97.2%。
三、收入支出决算总体情况说明
2022年度收入总计4100.00万元，支出总计4100.00万元。
四、绩效自评情况
2022年部门整体支出绩效自评得分88.40分。
"""
NEW = """汀川州渔业局2023年度部门决算
一、部门概况
汀川州渔业局负责全州渔业生产和渔政执法。
二、2023年工作情况
妥善应对“8·9”台风，紧急撤离群众52户163人。建成深水网箱58口，其中重力式网箱40口、桁架式网箱18口。查处涉渔违法案件55起。水产苗种合格率98.1%。
举办开渔节系列活动，支出一般性经费31.70万元。新建活鱼中转库3座，出租给渔业合作社，年租金收入14.20万元。渔港共停靠渔船320艘，其中木质渔船45艘。
三、收入支出决算总体情况说明
2023年度收入总计、支出总计均为4360.00万元，与2022年度相比，各增加260.00万元，增长6.34%。
年末实有在职人员40人，退休人员18人，退休人员增加3人。
事业收入中，检测服务收入62.40万元，苗种销售收入118.90万元。其他收入中，州水产商会捐赠的快艇折价27.50万元。
四、“三公”经费支出决算情况说明
2023年度“三公”经费预算16.00万元，支出决算10.00万元。其中：公务接待费预算4.00万元，决算1.00万元。
五、绩效自评情况
2023年部门整体支出绩效自评得分91.15分。渔药占比12.6%。
每名渔民最高补助3200元，渔民补助支出96.00万元。
"""
BODY = "汀川州渔业局2023年"


@pytest.fixture(scope="module")
def fishery(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("fishery")
    for year, text in ((2022, OLD), (2023, NEW)):
        (folder / f"汀川州渔业局{year}年度部门决算.txt").write_text(text, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths(sorted(folder.glob("*.txt")), settings)] == ["read"] * 2
    return Answerer(settings)


def ask(desk: Answerer, *turns: str) -> Answer:
    """The answer to the last turn of a conversation."""
    return desk.ask(AskRequest(question=turns[-1], history=list(turns[:-1])))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("搞开渔节活动掏了多少钱？", "31.70"),
        ("办开渔节那个活动花了多少", "31.70"),
        ("中转库租出去，一年能收回来多少租金？", "14.20"),
        ("水产商会捐的快艇折合多少钱", "27.50"),
        ("卖苗种挣了多少钱", "118.90"),
        ("靠检测服务进账多少", "62.40"),
        ("台风那次一共撤走了多少群众", "163"),
        ("8月9号那场台风，撤离了多少群众？", "163"),
    ],
)
def test_the_clause_around_a_number_tells_what_it_is_of(fishery: Answerer, question: str, value: str) -> None:
    answer = ask(fishery, BODY + question)
    assert answer.status is Status.ANSWERED
    assert Decimal(answer.figures[0].value) == Decimal(value)


@pytest.mark.parametrize(
    "question",
    [
        "水产商会捐渔网折合多少钱",
        "盖中转库一共花了多少钱",  # only its rent is told
        "商会捐的渔网折合多少钱",  # boats were given, no nets
        "中转库能存多少立方米的鱼",  # three of them are counted, no room
        "一个渔民补助多少亩地",
        "办龙舟节花了多少钱",
    ],
)
def test_what_is_told_of_something_else_is_no_answer(fishery: Answerer, question: str) -> None:
    assert ask(fishery, BODY + question).figures == []


@pytest.mark.parametrize(
    ("turns", "value", "unit"),
    [
        (("三公经费决算多少", "它相当于预算的百分之几？"), "62.50", "%"),
        (("公务接待费实际花了多少", "是预算的几成？"), "25.00", "%"),
        (("重力式网箱建了多少口", "比桁架式网箱多多少口？"), "22", "口"),
        (("检测服务收入多少", "比苗种销售收入少多少万元"), "-56.50", "万元"),
    ],
)
def test_follow_ups_hold_what_was_told_against_another(
    fishery: Answerer, turns: tuple[str, str], value: str, unit: str
) -> None:
    figure = ask(fishery, BODY + turns[0], turns[1]).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("first", "then", "value"),
    [
        ("部门整体支出绩效自评多少分？", "到2023年提高了几分？", "2.75"),
        ("水产苗种合格率是多少", "到了2023年提高了几个百分点", "0.9"),
        ("查处涉渔违法案件多少起", "那到2023年少了多少起", "-6"),
    ],
)
def test_until_another_year(fishery: Answerer, first: str, then: str, value: str) -> None:
    answer = ask(fishery, f"汀川州渔业局2022年{first}", then)
    assert Decimal(answer.figures[0].value) == Decimal(value)


def test_a_share_with_a_name_of_its_own(fishery: Answerer) -> None:
    figure = ask(fishery, BODY + "渔药占比是多少？").figures[0]
    assert (figure.value, figure.unit) == ("12.6", "%")


def test_which_of_two_brings_in_more(fishery: Answerer) -> None:
    answer = ask(fishery, BODY + "是检测服务挣得多还是苗种销售挣得多，差多少万元？")
    assert Decimal(answer.figures[0].value) == Decimal("56.50")


@pytest.mark.parametrize("question", ["2022年汀川州改造了几座旧池塘？", "汀川州2022年改造老旧池塘多少座"])
def test_the_one_body_of_a_prefecture(fishery: Answerer, question: str) -> None:
    answer = ask(fishery, question)
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == "7"


def test_a_city_whose_name_ends_so_is_no_prefecture(fishery: Answerer) -> None:
    bodies = fishery.library.bodies(fishery.library.documents())
    assert by_region("汀川州2022年", bodies, [False] * 9).region
    assert not by_region("泉州市2022年", bodies, [False] * 8).bodies


TOWN = """安源县石溪乡人民政府2024年部门预算
一、收支预算总体情况
2024年收入预算900.00万元，支出预算900.00万元。
二、一般公共预算支出情况
一般公共预算支出900.00万元，其中：村级组织运转经费120.00万元、护林防火经费14.00万元。
"""
SPENT = """安源县石溪乡人民政府2024年度部门决算
一、支出决算情况说明
本年支出合计930.00万元。
二、一般公共预算财政拨款支出决算情况
一般公共预算财政拨款支出910.00万元，其中：村级组织运转经费126.50万元、护林防火经费11.20万元。
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("town")
    (folder / "安源县石溪乡人民政府2024年部门预算.txt").write_text(TOWN, "utf-8")
    (folder / "安源县石溪乡人民政府2024年度部门决算.txt").write_text(SPENT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths(sorted(folder.glob("*.txt")), settings)] == ["read"] * 2
    return Answerer(settings)


@pytest.mark.parametrize(
    "then", ["那到年底实际发下去的是多少？", "年底实际发了多少", "最后真正拨下去多少钱", "全年一共用掉多少"]
)
def test_what_came_of_the_budget_by_the_end_of_the_year(town: Answerer, then: str) -> None:
    answer = ask(town, "石溪乡2024年预算安排的村级组织运转经费是多少？", then)
    assert [Decimal(f.value) for f in answer.figures] == [Decimal("126.50")]


def test_money_set_aside_while_budgeting(town: Answerer) -> None:
    answer = ask(town, "石溪乡2024年做预算的时候，给护林防火留了多少钱？")
    assert [Decimal(f.value) for f in answer.figures] == [Decimal("14.00")]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("收入总计比上年增长百分之几", "6.34"),
        ("支出总计较2022年增长率是多少", "6.34"),
        ("收入总计比上年增加多少万元", "260.00"),
        ("退休的人相当于在职人员的百分之几", "45.00"),
        ("退休人员有多少人", "18"),
    ],
)
def test_what_is_told_of_both_totals_and_of_two_sorts_of_staff(
    fishery: Answerer, question: str, value: str
) -> None:
    assert Decimal(ask(fishery, BODY + question).figures[0].value) == Decimal(value)
