"""Purchases that a flat list or a sentence prints one by one: the dearest, what was bought, who won (逐笔采购)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
LIST, TOLD = "澄溪州体育局", "望湖县公证处"


def _contracts() -> Sheet:
    """A list with winners, in running text, that says its unit of money in a heading."""
    return Sheet(
        "",
        [[H("序号"), H("采购项目"), H("品目类别"), H("数量"), H("合同金额（万元）"), H("中标供应商")]],
        [
            ["1", "滑雪馆制冰机组", "货物", "2套", "412.00", "北岭制冷工程有限公司"],
            ["2", "赛事安保服务", "服务", "1年", "96.80", "铁盾护卫服务有限公司"],
            ["3", "看台座椅更换", "工程", "1项", "158.40", "恒固建筑装饰有限公司"],
            ["4", "青少年足球", "货物", "1.2万个", "37.50", "跃动体育用品有限公司"],
        ],
        (1, 6, 2, 2, 3, 6),
        own_page=False,
    )


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("deals")
    first = Press(folder / f"{LIST}2022年度部门决算.pdf")
    first.cover([LIST, "2022年度部门决算"])
    first.prose(["一、主要职责", "统筹全州群众体育和竞技体育发展。", "七、政府采购支出情况"])
    first.prose([
        "2022年度政府采购支出总额904.70万元，其中：货物支出449.50万元、工程支出158.40万元、服务支出296.80万元，授予中小企业的合同",
        "金额542.82万元，占政府采购支出总额的60.00%。金额较大的采购事项如下表：",
    ])  # fmt: skip
    first.sheet(_contracts())
    first.close()
    other = Press(folder / f"{TOLD}2023年度单位决算.pdf")
    other.cover([TOLD, "2023年度单位决算"])
    other.prose(["一、主要职责", "依法办理公证业务。", "十一、政府采购支出说明"])
    other.prose(["2023年度政府采购支出总额88.60万元，其中：货物支出70.20万元、服务支出18.40万元。"])
    other.prose(["货物采购中金额较大的有：密集架一套34.80万元、高拍仪16台9.60万元、服务器2台21.50万元。"])
    other.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "values", "named"),
    [
        (f"{LIST}2022年最大的一笔采购是什么，谁中的标", ["412.00"], "北岭制冷"),
        (f"{LIST}2022年采购金额排前三的是哪些", ["412.00", "158.40", "96.80"], "看台座椅"),
        (f"{LIST}2022年金额最小的一笔采购", ["37.50"], "青少年足球"),
        (f"{LIST}2022年货物采购里最贵的是啥，多少钱", ["412.00"], "制冰机组"),
        (f"{LIST}2022年赛事安保是哪家公司中标，合同金额多大", ["96.80"], "铁盾护卫"),
        (f"{LIST}2022年恒固建筑中了什么标，多少钱", ["158.40"], "看台座椅更换"),
        (f"{LIST}2022年买了多少青少年足球", ["1.2", "37.50"], "万个"),
        (f"{LIST}2022年制冰机组买了几套，花了多少钱", ["2", "412.00"], "制冰机组"),
        (f"{LIST}2022年主要采购品目中货物类有哪几项、各多少钱", ["412.00", "37.50"], "青少年足球"),
        (f"{LIST}2022年工程类采购是哪个", ["158.40"], "看台座椅更换"),
        (f"{LIST}2022年看台座椅花了多少钱", ["158.40"], "看台座椅更换"),
        (f"{TOLD}2023年买的东西里最贵的是啥，多少钱", ["34.80"], "密集架"),
        (f"{TOLD}2023年采购服务器花了多少", ["21.50"], "服务器"),
        (f"{TOLD}2023年买高拍仪花了多少", ["9.60"], "16台"),
    ],
)
def test_the_purchase_that_is_meant_is_told(
    answerer: Answerer, question: str, values: list[str], named: str
) -> None:
    answer = ask(answerer, question)
    assert list(dict.fromkeys(figure.value for figure in answer.figures)) == values
    assert named in answer.answer


@pytest.mark.parametrize("question", ["都是哪些公司中标的", "比较大的几笔采购，都是哪些公司中标的"])
def test_all_winners_are_told(answerer: Answerer, question: str) -> None:
    told = ask(answerer, f"{LIST}2022年政府采购{question}").answer
    assert all(name in told for name in ("北岭制冷", "铁盾护卫", "恒固建筑", "跃动体育"))
    assert "没有找到" not in told


@pytest.mark.parametrize("question", ["2022年采购龙舟花了多少钱", "2022年足球训练服是哪家公司中标的"])
def test_what_no_row_lists_is_not_told_by_another(answerer: Answerer, question: str) -> None:
    assert not ask(answerer, f"{LIST}{question}").figures


def test_the_total_stays_the_total(answerer: Answerer) -> None:
    assert ask(answerer, f"{LIST}2022年政府采购支出总额是多少").figures[0].value == "904.70"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("采购金额头两名的采购项目，按大小排", ["滑雪馆制冰机组", "看台座椅更换"]),
        ("金额最大的两个采购项目是哪两个", ["滑雪馆制冰机组", "看台座椅更换"]),
        ("哪两个采购项目花钱最多", ["滑雪馆制冰机组", "看台座椅更换"]),
        ("采购项目里倒数两名是哪两个", ["青少年足球", "赛事安保服务"]),
        ("采购项目按金额从小到大排一下", ["青少年足球", "赛事安保服务", "看台座椅更换", "滑雪馆制冰机组"]),
    ],
)
def test_purchases_are_told_in_their_order_and_no_sorts(
    answerer: Answerer, question: str, names: list[str]
) -> None:
    assert [figure.label for figure in ask(answerer, f"{LIST}2022年{question}").figures] == names


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("的采购清单一共列了几个采购项目", "4", "个"), ("清单里的采购有多少项", "4", "项"),
        ("采购清单里货物有几样", "2", "样"),
    ],
)  # fmt: skip
def test_the_rows_of_a_list_of_purchases_are_counted(
    answerer: Answerer, question: str, value: str, unit: str
) -> None:
    figures = ask(answerer, f"{LIST}2022年{question}").figures
    assert [(f.value, f.unit) for f in figures] == [(value, unit)]


@pytest.mark.parametrize(
    "question",
    [
        f"{LIST}2022年一共采购了几项东西",  # the list is of the larger ones: 704.30 of 904.70 in all
        f"{TOLD}2023年列了几个采购项目",  # a sentence names some of them
        f"{LIST}2022年采购清单里有几个供应商",  # rows are no suppliers
        f"{LIST}2022年采购清单里有多少个货物供应商",
    ],
)
def test_a_list_of_the_larger_ones_tells_no_number_of_all(answerer: Answerer, question: str) -> None:
    assert not any(figure.unit in ("项", "个") for figure in ask(answerer, question).figures)


def test_all_rows_are_not_counted_for_those_that_are_named(answerer: Answerer) -> None:
    answer = ask(answerer, f"{LIST}2022年采购清单里制冰机组和看台座椅更换是几个项目")
    assert "4" not in [figure.value for figure in answer.figures]
