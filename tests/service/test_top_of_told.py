"""The first or last of what was just told, however it is pointed at (所列之首)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.follow.top_of_told import top_of_told
from tests.service.talking import talk
from tests.service.written import answerer_of_pages

BODY = "栗原县信访局"
TOLD = {
    "2023年度部门决算": [
        "2023年信访情况：全年登记各类信访事项860件，其中来信210件、来访415件、网上投诉235件。"
    ]
}
GOODS = "青岚区城市管理局2023年商品和服务支出是多少"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("told"), BODY, TOLD)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("这些事项里头，哪种最常见啊，一共多少件", "415"),
        ("那排第一的是啥事项，它有多少件呢", "415"),
        ("请按类别说明上述事项中居首位的类型及其件数", "415"),
        ("其中占比最大的类型是什么，数量多少件", "415"),
        ("这里面最少的是哪一类，有几件", "210"),
    ],
)
def test_of_a_count_the_largest_part_is_told(answerer: Answerer, said: str, value: str) -> None:
    told = talk(answerer, f"{BODY}2023年登记信访事项多少件", said)
    assert told.figures[0].value == value, told.answer


#: The classes of 302 (青岚 2023 p.13): 其他交通费用 143.52 is the largest.
@pytest.mark.parametrize(
    "said",
    [
        "上述科目中，金额最高的是哪一项？",
        "按金额给这些科目排个队，居首的是哪个？",
        "好的好的，那我再问一句，刚说的这些科目，哪个花的钱最多呢",
        "那里头哪一个花钱最厉害，给了多少",
        "哎，这些科目里谁拿的钱最多呀，拿了多少",
    ],
)
def test_of_a_list_the_largest_is_told(desk: Answerer, said: str) -> None:
    assert talk(desk, GOODS, "里面各款都有哪些", said).figures[0].value == "143.52"


@pytest.mark.parametrize("said", ["这些科目里完成率最高的是哪个", "上述科目中比上年增加最多的是哪个"])
def test_another_measure_is_no_amount(desk: Answerer, said: str) -> None:
    assert "143.52" not in [f.value for f in talk(desk, GOODS, "里面各款都有哪些", said).figures]


def test_without_anything_told_the_text_stays() -> None:
    assert top_of_told("上述项目中，金额最高的是哪一项", ()) == "上述项目中，金额最高的是哪一项"
