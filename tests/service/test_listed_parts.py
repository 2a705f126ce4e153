"""What one sentence lists with figures: shares, order, sums, gaps and kinds of its parts (句中分项).

Every figure is read off the sentence in ``listings`` and worked out by hand.
"""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from tests.service.listings import TEXTS, listed


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answerer]:
    return {body: listed(tmp_path_factory.mktemp("listed") / "text", body) for body in TEXTS}


def ask(desks: dict[str, Answerer], body: str, *said: str) -> Answer:
    year = "2024年" if "2024" in TEXTS[body] else "2023年"
    first, *then = said
    for question in (f"{body}{year}{first}", *then):
        answer = desks[body].ask(AskRequest(question=question, conversation_id="/".join(said)))
    return answer


def figures(answer: Answer) -> list[str]:
    assert answer.status is Status.ANSWERED, answer.answer
    return [f"{f.value}{f.unit}" for f in answer.figures]


HOSPITAL, WATER, POLICE, TOWN, EMERGENCY = TEXTS


@pytest.mark.parametrize(
    ("body", "said", "share"),
    [
        (HOSPITAL, "三级手术占全部手术的几成", "30.58%"),  # 708 ÷ 2315
        (WATER, "清理的河湖问题，乱堆占百分之几", "58.08%"),  # 309 ÷ 532
        (POLICE, "接警里微信来的占多大比例", "6.40%"),  # 2080 ÷ 32480
        (TOWN, "发的救助资金里最低生活保障金占多少（百分比）", "51.52%"),  # 168.2 ÷ 326.5
        (TOWN, "矛盾纠纷中邻里纠纷和土地纠纷合起来占百分之几", "66.12%"),  # 121 ÷ 183
        (EMERGENCY, "查出来的隐患里重大隐患占百分之几", "0.56%"),  # 18 ÷ 3204
        (EMERGENCY, "重大隐患占较大隐患的百分之几", "14.29%"),  # 18 ÷ 126
    ],
)
def test_a_share_of_one_part_or_several(desks: dict[str, Answerer], body: str, said: str, share: str) -> None:
    answer = ask(desks, body, said)
    assert figures(answer)[0] == share
    assert answer.citations


@pytest.mark.parametrize(
    ("body", "said", "names", "values"),
    [
        (HOSPITAL, "患者投诉里哪类最多，多少件", ["服务态度"], ["61件"]),
        (HOSPITAL, "患者投诉，排第二的是哪一类", ["收费"], ["38件"]),
        (WATER, "四乱问题里最多的两类是什么，一共多少个", ["乱堆", "乱建"], ["309个", "118个", "427个"]),
        (TOWN, "救助资金里哪项最少，多少钱", ["高龄津贴"], ["24.3万元"]),
        (POLICE, "警情主要是从哪来的", ["电话报警", "巡逻", "微信"], ["27110起", "3290起", "2080起"]),
        (
            TOWN,
            "环境检查发现的问题从多到少排一下",
            ["乱堆乱放", "垃圾积存", "污水直排", "残垣断壁"],
            ["214处", "158处", "37处", "21处"],
        ),
    ],
)
def test_parts_in_their_order(
    desks: dict[str, Answerer], body: str, said: str, names: list[str], values: list[str]
) -> None:
    answer = ask(desks, body, said)
    places = [answer.answer.find(name) for name in names]
    assert -1 not in places
    assert places == sorted(places)
    assert figures(answer) == values


@pytest.mark.parametrize(
    ("body", "said", "values"),
    [
        (HOSPITAL, "健康讲座、义诊和演练总共办了多少场", ["80场"]),
        (POLICE, "三项专项行动，夜查、校车检查、农村道路巡查一共多少次", ["251次"]),
        (TOWN, "环境检查一共发现多少处问题，把几样加起来", ["430处"]),
        (WATER, "清理的问题四类加起来是多少，和总数差多少", ["515个", "17个"]),
        (POLICE, "接警里电话报的比微信报的多多少起", ["25030起"]),
    ],
)
def test_sums_and_gaps(desks: dict[str, Answerer], body: str, said: str, values: list[str]) -> None:
    assert figures(ask(desks, body, said))[: len(values)] == values


def test_kinds_are_listed_and_what_is_not_listed_is_told(desks: dict[str, Answerer]) -> None:
    answer = ask(desks, WATER, "清理的河湖问题有哪几类，各多少个")
    assert {"76个", "12个", "309个", "118个"} <= set(figures(answer))
    assert "515" in answer.answer and "17 个" in answer.answer  # 532 are printed


def test_a_list_that_comes_to_its_whole_needs_no_remark(desks: dict[str, Answerer]) -> None:
    answer = ask(desks, WATER, "监测断面中国控、省控、市控各几个")
    assert {"3个", "6个", "15个"} <= set(figures(answer))
    assert "没有列出" not in answer.answer


@pytest.mark.parametrize(
    ("body", "turns", "values"),
    [
        (TOWN, ("矛盾纠纷里哪种最多", "排第二的呢"), ["49起"]),
        (TOWN, ("劳资纠纷占全部矛盾纠纷几成", "邻里纠纷呢"), ["39.34%"]),
        (TOWN, ("矛盾纠纷都有哪些种类", "各占多少"), ["39.34%", "26.78%", "20.77%", "6.01%", "7.10%"]),
        (EMERGENCY, ("隐患里哪级最多", "第二名呢？"), ["126条"]),
        (WATER, ("清理的河湖问题，乱堆占百分之几", "一共几类"), ["4类"]),
        (HOSPITAL, ("患者投诉里哪类最多", "最少的呢"), ["19件"]),
    ],
)
def test_follow_ups(desks: dict[str, Answerer], body: str, turns: tuple[str, ...], values: list[str]) -> None:
    assert figures(ask(desks, body, *turns))[: len(values)] == values


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (HOSPITAL, "简报、专报和推文加起来一共多少期"),  # 期 and 篇
        (TOWN, "硬化村道和新建水渠、路灯、公厕合计多少"),  # 公里, 盏 and 座
        (TOWN, "矛盾纠纷里交通纠纷占几成"),
        (HOSPITAL, "哪个科室的投诉最多"),
        (EMERGENCY, "事故里触电事故排第几"),
        (WATER, "问题里乱捕占百分之几"),
        (EMERGENCY, "哪个镇的隐患最多"),
        (HOSPITAL, "三级以上手术一共多少台"),  # one grade and those above it are told apart
    ],
)
def test_what_is_not_listed_has_no_figure(desks: dict[str, Answerer], body: str, said: str) -> None:
    assert not ask(desks, body, said).figures


def test_what_is_counted_in_two_units_is_not_added(desks: dict[str, Answerer]) -> None:
    answer = ask(desks, HOSPITAL, "健康简报、工作专报和科普推文一共多少")
    assert not answer.figures
    assert "不能相加" in answer.answer


def test_a_part_is_not_told_for_words_of_its_whole(desks: dict[str, Answerer]) -> None:
    # 「纠纷」 is in every name; which sort is not said.
    assert figures(ask(desks, TOWN, "邻里纠纷多少起")) == ["72起"]
    assert "72起" not in [f"{f.value}{f.unit}" for f in ask(desks, TOWN, "纠纷有多少起").figures]
