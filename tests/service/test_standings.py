"""Parts by what is worked out for each, projects and places of an order; figures read off the samples' pages."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest

BUREAU, HEALTH = "青岚区城市管理局", "松屿区卫生健康局"


def ask(desk: Answerer, question: str, conversation: str = "") -> Answer:
    return desk.ask(AskRequest(question=question, conversation_id=conversation or None))


def labels(answer: Answer) -> list[str]:
    return [figure.label for figure in answer.figures]


# 青岚 2023 p.18-20, 2024 p.14-15; 松屿 p.17: not the accounts with most money, nor the rate of the whole.
@pytest.mark.parametrize(
    ("question", "first", "value"),
    [
        (f"{HEALTH}2023年哪个科目完成率最低", "突发公共卫生事件应急处理预算完成率", "32.11"),
        (f"{BUREAU}2023年哪个科目超支最多", "城市建设支出决算数比预算数", "75.50"),
        (f"{BUREAU}2023年决算比年初预算少得最多的科目", "其他城乡社区公共设施支出决算数比预算数", "-201.94"),
        # 「哪一项」 before a comma asks which; how far it is off is asked beside it
        (
            f"{BUREAU}2023年各项用途里，实际花的比年初预算少得最多的是哪一项，差了多少万？",
            "其他城乡社区公共设施支出决算数比预算数",
            "-201.94",
        ),
        (f"{BUREAU}2024年增幅最大的科目是哪个", "固体废弃物与化学品比上年增减幅度", "15.38"),
        (f"{BUREAU}2024年比2023年执行数增加最多的项级科目", "行政运行比上年增减额", "40.73"),
    ],
)
def test_the_first_is_first_by_what_is_asked(desk: Answerer, question: str, first: str, value: str) -> None:
    figure = ask(desk, question).figures[0]
    assert (figure.label, figure.value) == (first, value)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("2023年完成年初预算不到90%的科目有哪些", {"固体废弃物与化学品", "一般行政管理事务", "安全监管"}),
        ("2024年与2023年持平的科目有哪些", {"安全监管"}),
        ("2024年取消了哪些项级科目", {"死亡抚恤"}),
        ("2023年年初预算没有安排、决算却有支出的科目", {"死亡抚恤"}),
        ("2024年比2023年少了一个项级科目，是哪一个", {"死亡抚恤"}),
        ("2023年比2022年多出来两个项级科目，前一年没有的，是哪几项", {"城市环境卫生", "死亡抚恤"}),
        ("2024年项目里超过500万的有哪些",
         {"道路清扫保洁与垃圾收运", "市政道路桥涵养护", "公厕运行管护", "城市管理综合业务"}),
    ],
)  # fmt: skip
def test_only_what_fits_is_listed(desk: Answerer, question: str, names: set[str]) -> None:
    found = labels(ask(desk, BUREAU + question))
    told = {name for name in found if any(name.startswith(wanted) for wanted in names)}
    assert len(found) == len(told) == len(names)


def test_no_class_is_new_where_all_were_there(desk: Answerer) -> None:
    answer = ask(desk, f"{BUREAU}2024年比2023年多出来一个支出大类，以前没有的，是哪一类？")
    assert "有 0 项" in answer.answer


def test_what_cannot_be_worked_out_is_told(desk: Answerer) -> None:
    answer = ask(desk, f"{BUREAU}2023年哪些科目超过了年初预算")
    assert "死亡抚恤" in answer.answer  # p.18: nothing was planned, 18.06 was spent
    assert len(answer.figures) == 5


#: All nine are told one by one in the text (p.22-24); their outcomes come to 9436.15.
@pytest.mark.parametrize(
    ("question", "label", "value"),
    [
        ("2023年哪些项目执行率是100%", "餐厨废弃物处置监管预算完成率", "100.00"),
        ("2023年九个项目里执行率最低的是哪个", "环卫安全生产预算完成率", "64.00"),
        ("2023年9个项目平均每个多少钱", "平均每个项目", "1048.46"),
    ],
)
def test_projects_told_one_by_one_are_all_there(
    desk: Answerer, question: str, label: str, value: str
) -> None:
    figure = ask(desk, BUREAU + question).figures[0]
    assert (figure.label, figure.value) == (label, value)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("2024年9个项目总共多少钱", "8989.55", "万元"),
        ("2024年前三个项目占项目支出多少", "86.10", "%"),
        ("2023年工资福利支出里前三项合计", "3593.81", "万元"),
        ("2023年项级科目超过1000万的有几个", "4", "个"),
        ("2023年排第二的类级科目是哪个", "920.85", "万元"),
    ],
)
def test_parts_are_added_up_counted_and_placed(desk: Answerer, question: str, value: str, unit: str) -> None:
    figure = ask(desk, BUREAU + question).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


def test_what_came_first_is_spoken_of_next(desk: Answerer) -> None:
    talk = "standings"
    first = ask(desk, f"{BUREAU}2023年哪个类级科目支出最大", talk)
    share = ask(desk, "它占总支出多少", talk)
    least = ask(desk, "那最小的呢", talk)
    assert first.figures[0].label == "城乡社区支出"  # p.7
    assert (share.figures[0].value, share.figures[0].unit) == ("89.14", "%")
    assert least.figures[0].label == "灾害防治及应急管理支出"  # p.8


def test_shares_of_each_are_no_share_of_the_whole_in_itself(desk: Answerer) -> None:
    answer = ask(desk, f"{BUREAU}2023年货物工程服务采购各占采购总额多少")
    assert [figure.value for figure in answer.figures] == ["76.36", "20.72", "2.93"]  # p.21


def test_both_ends_are_told(desk: Answerer) -> None:
    answer = ask(desk, f"{BUREAU}2024年9个项目哪个最大，哪个最小")
    assert "道路清扫保洁与垃圾收运 5085.35" in answer.answer
    assert "环卫安全生产 3.20" in answer.answer


# 2023 p.22: of 41 vehicles 22, 14, 3, 1 and 1.
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2023年哪种车最多", ["执法执勤用车", "特种专业技术用车", "应急保障用车"]),
        (
            "2023年车辆有哪几种",
            ["执法执勤用车", "特种专业技术用车", "应急保障用车", "机要通信用车", "其他用车"],
        ),
    ],
)
def test_sorts_of_what_is_counted_are_told(desk: Answerer, question: str, told: list[str]) -> None:
    found = labels(ask(desk, BUREAU + question))
    assert found == told if "最多" in question else sorted(found) == sorted(told)


def test_a_part_of_project_expenditure_is_its_own_share(desk: Answerer) -> None:
    answer = ask(desk, f"{HEALTH}2023年项目支出占比最高的项级科目")
    # p.14: 24875600.00 of 69345500.80; with its basic expenditure 城市社区卫生机构 would be far ahead.
    assert (answer.figures[0].label, answer.figures[0].value) == ("基本公共卫生服务占比", "35.87")


def test_what_is_asked_of_a_project_is_no_list_of_projects(desk: Answerer) -> None:
    assert not ask(desk, f"{BUREAU}2023年道路清扫项目有哪些绩效指标").figures
