"""What people say beside their question names nothing; what names the account stays (旁白、出处语)."""

from __future__ import annotations

import pytest

from service.read.asides import without_asides
from service.read.question import read_question

ASKED = "青岚区城管局2023年差旅费多少"


def read(text: str) -> str:
    return without_asides(read_question(text, 1000))


@pytest.mark.parametrize(
    "aside",
    [
        "我在准备人大会议的发言，", "开会要用，", "单位让我整理材料，", "有个事想不明白，", "审计要用，",
        "写论文备用，", "群众来信问", "来电咨询", "市民来电：", "网友留言问的是",
        "作为纳税人，我想知道", "老师布置的作业：", "上次没问清楚，", "我年纪大了看不清字，", "有群众反映这个问题，",
        "最近总听人议论，", "昨天看新闻说要压缩开支，", "刚和邻居聊到这事，", "领导催我交材料，", "我算的对不上，",
    ],
)  # fmt: skip
def test_what_somebody_does_or_needs_it_for_is_no_part_of_the_question(aside: str) -> None:
    assert read(f"{aside}{ASKED}") == ASKED


@pytest.mark.parametrize(
    "remark",
    [
        "，要官方数字", "，以公开的为准", "，说个大概也行", "，没有就算了", "？数据来源在哪", "？要过程",
        "？怎么算的", "，越准越好",
        "，老百姓的钱嘛", "？不要废话", "，我心里好有个底", "，我就问这一个", "，有的话告诉我", "？在哪张表里",
    ],
)  # fmt: skip
def test_how_the_answer_is_wished_for_is_no_part_of_the_question(remark: str) -> None:
    assert read(f"{ASKED}{remark}").rstrip("?？") == ASKED


@pytest.mark.parametrize(
    "asked",
    [
        "根据青岚区城管局2023年的公开资料，差旅费多少", "看了青岚区城管局2023年的报告，差旅费多少",
        "拿青岚区城管局来说吧，2023年差旅费多少", "青岚区城管局公布的2023年差旅费多少",
        "从青岚区城管局2023年公开的数据看，差旅费多少",
        "青岚区城管局2023年公开表上，差旅费多少", "问个青岚区城管局的事，2023年差旅费多少",
        "对青岚区城管局2023年而言，差旅费多少",
        "请问在2023年这一年里，青岚区城管局的差旅费多少",
    ],
)  # fmt: skip
def test_where_it_is_read_is_no_part_of_the_question(asked: str) -> None:
    assert read(asked).rstrip("?？").replace("2023年", "") == "青岚区城管局差旅费多少"
    assert "2023年" in read(asked)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("我看了三公经费那张表，2023年一共多少", "三公经费"),
        ("群众反映的问题2023年办结多少件", "群众反映的问题"),
        ("青岚区城管局2024年公开的政府信息有多少条", "公开的政府信息"),
        ("其他收入多少，来源是什么", "来源是什么"),
        ("我们单位2023年预算多少", "我们单位"),
        ("审计要用的经费多少", "审计要用的经费"),
    ],
)
def test_what_the_question_is_about_stays(text: str, kept: str) -> None:
    assert kept in read(text)


#: Pieces that matter, in the words of people: left in, even where they begin as an aside does.
@pytest.mark.parametrize(
    ("piece", "matters"),
    [
        ("食堂那块", "食堂"),
        ("不含房租", "不含房租"),
        ("只算小学老师的", "小学老师"),
        ("听说买了无人机", "无人机"),
        ("我家门口那个公园", "公园"),
        ("咱不算退休的", "不算退休"),
        ("他们没把食宿算进去", "没把食宿算进去"),
        ("我们区的图书馆", "图书馆"),
        ("我说的是幼儿园", "幼儿园"),
        ("大家没领到的慰问品", "没领到的慰问品"),
        ("我要的是实际花掉的", "实际花"),
    ],
)
def test_a_piece_that_names_or_narrows_stays(piece: str, matters: str) -> None:
    assert matters in read(f"{piece}，青岚区城管局2023年花了多少")


@pytest.mark.parametrize("piece", ["牙疼得睡不着", "我闺女催我问的", "群里吵翻天了", "翻书翻得头疼"])
def test_talk_that_no_rule_knows_is_weighed_by_its_words(piece: str) -> None:
    assert read(f"{piece}，{ASKED}") == ASKED
