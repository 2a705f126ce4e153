"""Bodies as people call them for short: 一高, 二院, 疾控, 残联, 团市委 (简称)."""

from __future__ import annotations

import pytest

from ingest.entities import entity_key
from ingest.text import fold
from service.model import Body
from service.scope.bodies import find_bodies
from service.scope.regions import region_of

#: A body, and what it is called for short.
CALLED = {
    "嵩岭市第一高级中学": "嵩岭一高、嵩岭市一高、嵩岭一中",
    "湘川市第二人民医院": "湘川二院、湘川市二院、湘川市二医院",
    "中华人民共和国宁湾海关": "宁湾海关",
    "云泽市中级人民法院": "云泽中院、云泽市中院、云泽法院",
    "桂岭市民族中等专业学校": "桂岭民族中专",
    "临淮市疾病预防控制中心": "临淮疾控、临淮市疾控中心",
    "白崖县残疾人联合会": "白崖残联",
    "中共龙川市纪律检查委员会": "龙川纪委、龙川市纪委监委",
    "共青团永川市委员会": "永川团委、共青团永川市委",
    "国家税务总局丹江市税务局": "丹江税务局",
    "西陵市实验小学": "西陵实小",
    "西陵市职业技术学院": "西陵职院",
    "洪泽市国有资产监督管理委员会": "洪泽国资委",
    "洪泽市供销合作社联合社": "洪泽供销社",
    "临淮经济技术开发区管理委员会": "临淮经开区、临淮开发区、临淮经开区管委会、临淮开发区管委会",
    "云泽高新技术产业开发区管理委员会": "云泽高新区、云泽高新区管委会",
    "西陵市生态环境局": "西陵环保局、西陵市环保局",
    "新淮县第三小学": "新淮三小、新淮县三小",
    "新淮县林业和草原局": "新淮林草局",
}


def body(name: str) -> Body:
    return Body(entity_key(name), name, (name,), region_of(fold(name)), ())


BODIES = [body(name) for name in CALLED]


@pytest.mark.parametrize(
    ("name", "short"), [(name, short) for name, shorts in CALLED.items() for short in shorts.split("、")]
)
def test_a_body_is_known_by_its_short_name(name: str, short: str) -> None:
    text = f"{short}2023年办公费多少"
    year = text.index("2023")
    found = find_bodies(text, BODIES, [year <= i < year + 5 for i in range(len(text))])
    assert [one.name for one in found.bodies] == [name] and not found.region


@pytest.mark.parametrize(
    "other", ["嵩岭二高", "湘川三院", "新淮五小", "滨江海关", "西陵经开区", "云泽经开区", "临淮高新区管委会"]
)
def test_another_of_the_kind_is_not_taken_for_it(other: str) -> None:
    text = f"{other}2023年办公费多少"
    year = text.index("2023")
    found = find_bodies(text, BODIES, [year <= i < year + 5 for i in range(len(text))])
    assert not found.bodies or found.region


@pytest.mark.parametrize("text", ["2023年医院门诊收入多少", "城乡低保和卫生健康宣传花了多少"])
def test_a_common_word_that_a_name_begins_with_is_no_body(text: str) -> None:
    bodies = [*BODIES, body("新淮县卫生健康委员会"), body("新淮县人民医院")]
    found = find_bodies(text, bodies, [False] * len(text))
    assert not found.bodies
