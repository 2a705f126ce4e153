"""A second step, both sides, a yes or no: what is asked of figures that are found each by itself (再算一步)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.accounts.left_outside import excludes
from service.answer import Answerer
from service.contract import Answer, AskRequest

CITY, HEALTH = "青岚区城市管理局2023年", "松屿区卫生健康局2023年"


def ask(desk: Answerer, *turns: str) -> Answer:
    """The answer to the last turn of a conversation."""
    told = desk.ask(AskRequest(question=turns[0]))
    for turn in turns[1:]:
        told = desk.ask(AskRequest(question=turn, conversation_id=told.conversation_id))
    return told


def values(answer: Answer) -> list[str]:
    return [figure.value for figure in answer.figures]


#: 青岚 2023 p.4: 总计 18270.16 on both sides, 本年 18080.86 and 18198.11; 松屿 p.11; the centre has no rest of either.
@pytest.mark.parametrize(
    ("question", "told", "said"),
    [
        (CITY + "收支平衡吗", ["18270.16", "18270.16", "18080.86", "18198.11"], "本年支出合计多 117.25 万元"),
        (CITY + "收入和支出对得上吗", ["18270.16", "18270.16", "18080.86", "18198.11"], "两者相等"),
        (CITY + "收入够支出吗", ["18270.16", "18270.16", "18080.86", "18198.11"], "多 117.25"),
        (CITY + "收支相等吗，差多少", ["18270.16", "18270.16", "18080.86", "18198.11"], "多 117.25"),
        (CITY + "是不是入不敷出", ["18270.16", "18270.16", "18080.86", "18198.11"], "多 117.25"),
        (
            HEALTH + "总收入和总支出相等吗",
            ["215685504.20", "215685504.20", "212330504.20", "211098403.00"],
            "本年收入合计多 1232101.20 元",
        ),
    ],
)
def test_both_sides_of_a_year_are_compared(desk: Answerer, question: str, told: list[str], said: str) -> None:
    answer = ask(desk, question)
    assert values(answer) == told
    assert said in answer.answer
    assert len(answer.citations) >= len(told)


def test_both_sides_are_those_of_the_body_spoken_of(desk: Answerer) -> None:
    answer = ask(desk, CITY + "支出多少", "收支平衡吗")
    assert values(answer)[:2] == ["18270.16", "18270.16"]


def test_the_statements_are_held_against_the_text(desk: Answerer) -> None:
    """青岚 2023: 收入总计 on pages 4 and 16, 支出 on pages 7 and 16."""
    answer = ask(desk, CITY + "表格和文字说明对得上吗")
    assert "都对得上（其他数字没有逐一对照）" in answer.answer
    assert "第4页《2023年度收入支出决算总表》的收入总计为 18270.16 万元；第16页正文" in answer.answer


#: 三公 103.79 (2023 p.14), 30.83 more than the year before (p.21).
#: 差旅费 12.83 (2023 p.13) and 9.16 (2022 p.10): +40.07 %; 会议费 1.95 and 2.80: −30.36 %; 项目支出 10728.05 of
#: 18198.11 (p.7): 58.95 %; 基本支出 7470.06 (p.7): 1.44 times.
@pytest.mark.parametrize(
    ("question", "lead", "value"),
    [
        ("差旅费翻倍了吗", "没有。", "40.07"),
        ("差旅费比2022年翻一番了吗", "没有。", "40.07"),
        ("差旅费是上年的两倍吗", "没有。", "40.07"),
        ("差旅费增长超过三成吗", "是的。", "40.07"),
        ("会议费减半了吗", "没有。", "-30.36"),
        ("会议费下降超过三成了吗", "是的。", "-30.36"),
        ("项目支出过半了没有", "是的。", "58.95"),
        ("项目支出超过总支出一半吗", "是的。", "58.95"),
        ("项目支出占总支出不到六成吗", "是的。", "58.95"),
        ("项目支出占总支出不到一半吗", "不是。", "58.95"),
        ("项目支出占比过五成了吗", "是的。", "58.95"),
        ("三公经费比2022年涨了一半吗", "没有。", "42.26"),
        ("项目支出有没有占到三分之二", "没有。", "58.95"),
        ("项目支出是基本支出的两倍吗", "没有。", "1.44"),
        ("项目支出是基本支出的1.4倍吗", "是的。", "1.44"),
    ],
)
def test_it_is_said_whether_it_doubled_or_is_half(
    desk: Answerer, question: str, lead: str, value: str
) -> None:
    answer = ask(desk, CITY + question)
    assert answer.answer.startswith(lead)
    assert answer.figures[0].value == value


#: 松屿 p.11: 149175903.65, 62318400.55, 486200.00 of 212330504.20; 青岚 2023 p.5: 18022.26 and 58.60 of 18080.86.
@pytest.mark.parametrize(
    ("question", "told"),
    [
        (HEALTH + "收入主要靠什么", ["149175903.65", "62318400.55", "486200.00", "70.26"]),
        (HEALTH + "钱主要从哪来", ["149175903.65", "62318400.55", "486200.00", "70.26"]),
        (CITY + "收入主要靠哪里", ["18022.26", "58.60", "99.68"]),
        (CITY + "收入大头是什么", ["18022.26", "58.60"]),
        (CITY + "收入最大的来源是什么", ["18022.26", "58.60", "99.68"]),
    ],
)
def test_the_sources_are_told_with_their_shares(desk: Answerer, question: str, told: list[str]) -> None:
    assert values(ask(desk, question)) == told


def test_the_share_of_the_main_source_is_told(desk: Answerer) -> None:
    answer = ask(desk, CITY + "收入大头是什么")
    assert "最大的来源是财政拨款收入 18022.26 万元（占 99.68%）" in answer.answer


def test_where_the_money_goes_is_told_with_the_share_of_the_first(desk: Answerer) -> None:
    """青岚 2023 p.4: 城乡社区支出 16222.49 of 18198.11."""
    answer = ask(desk, CITY + "钱主要花在哪儿")
    assert values(answer)[0] == "16222.49"
    assert "城乡社区支出，占本年支出合计的 89.14%" in answer.answer


#: 青岚 2023 p.13: 差旅费 12.83, 会议费 1.95, 培训费 6.40, 印刷费 8.40; 三公 103.79 (p.14).
@pytest.mark.parametrize(
    ("question", "first", "share"),
    [
        ("差旅费、会议费、培训费各多少，哪项最多，占几成", "12.83", "60.58"),
        ("差旅费、印刷费、培训费哪项最多，占三项合计的几成", "12.83", "46.44"),
        ("差旅费、会议费、培训费哪项最少，占三公经费百分之几", "1.95", "1.88"),
        ("人员经费和公用经费哪个多，占基本支出几成", "6729.71", "90.09"),
    ],
)
def test_the_largest_and_its_share(desk: Answerer, question: str, first: str, share: str) -> None:
    assert values(ask(desk, CITY + question))[:2] == [first, share]


def test_no_share_is_made_where_one_of_them_is_not_printed(desk: Answerer) -> None:
    answer = ask(desk, CITY + "差旅费、会议费、烟花费哪项最多，占几成")
    assert not any(figure.unit == "%" for figure in answer.figures)


#: 青岚 2024 p.18: 5085.35, 1760.00, 895.00; the whole expenditure is 17678.81 (p.12).
@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("青岚区城市管理局2024年最大的三个项目加起来占多少", "43.78"),
        ("青岚区城市管理局2024年前三大项目合计占总支出的比重", "43.78"),
        (CITY + "最大的三笔支出加起来占多少", "97.86"),
    ],
)
def test_the_largest_together(desk: Answerer, question: str, share: str) -> None:
    answer = ask(desk, question)
    assert answer.figures[0].value == share
    assert answer.figures[0].unit == "%"


def test_the_smallest_of_several_below_the_largest(desk: Answerer) -> None:
    answer = ask(desk, CITY + "差旅费、会议费、培训费哪个最少，比最多的少多少")
    assert values(answer) == ["10.88", "12.83", "1.95", "6.40"]


def test_the_highest_year_over_the_lowest(desk: Answerer) -> None:
    answer = ask(desk, "青岚区城市管理局2022和2023年差旅费哪年最高，比最低那年高多少")
    assert values(answer) == ["3.67", "9.16", "12.83"]


#: 差旅费 9.16 and 12.83, 会议费 2.80 and 1.95, 培训费 7.95 and 6.40 (2022 p.10, 2023 p.13).
@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2022和2023年青岚区城市管理局的差旅费和会议费各是多少", ["9.16", "2.80", "12.83", "1.95"]),
        ("青岚区城市管理局2022和2023年差旅费分别是多少", ["9.16", "12.83"]),
        (
            "青岚区城市管理局2022年和2023年差旅费、会议费合计多少",
            ["26.74", "9.16", "2.80", "12.83", "1.95"],
        ),
        ("2022和2023年青岚区城市管理局差旅费、培训费分别比上年变化多少", ["3.67", "-1.55"]),
    ],
)
def test_several_accounts_of_several_years(desk: Answerer, question: str, told: list[str]) -> None:
    assert values(ask(desk, question)) == told


def test_the_year_that_has_no_change_is_said_to_lack_it(desk: Answerer) -> None:
    answer = ask(desk, "2022和2023年青岚区城市管理局差旅费、培训费分别比上年变化多少")
    assert "2022年度部门决算》列有「差旅费」，但没有找到上年的数" in answer.answer


def test_where_only_sorts_of_purchases_are_printed_it_is_said(desk: Answerer) -> None:
    """青岚 2023 p.21: 服务 4865.30, 工程 1320.00, 货物 186.45."""
    answer = ask(desk, CITY + "最大的一笔采购是什么")
    assert answer.answer.startswith("没有找到逐笔列出的采购")
    assert values(answer)[0] == "4865.30"
    assert "没有逐笔" not in ask(desk, CITY + "哪类采购最大").answer


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("单价100万元以上设备（不含车辆）", "车辆多少", "车辆"),
        ("单价100万元以上设备（不含车辆）", "设备（不含车辆）多少", ""),
        ("单价100万元以上设备（不含车辆）", "设备有几台", ""),
        ("单价100万元以上设备（含车辆）", "车辆多少", ""),
        ("办公经费（不包括印刷费、差旅费）", "差旅费是多少", "差旅费"),
        ("其他支出（除基建外）", "基建花了多少", "基建"),
    ],
)
def test_what_a_name_leaves_out(name: str, text: str, word: str) -> None:
    assert excludes(name, text) == word


STOCK = """芦川县农机站{year}年度单位决算
一、单位职责
芦川县农机站负责农机管理。
二、收入支出决算总体情况说明
芦川县农机站{year}年度收入总计{money}.00万元，支出总计{money}.00万元。
三、国有资产占用情况
截至{year}年12月31日，芦川县农机站共有车辆{cars}辆；单价100万元以上设备（不含车辆）{machines}台（套）。
"""


def test_the_vehicles_are_told_and_not_what_leaves_them_out(tmp_path: Path) -> None:
    files = []
    for year, cars, machines in ((2022, 7, 2), (2023, 5, 3)):
        files.append(tmp_path / f"芦川县农机站{year}年度单位决算.txt")
        files[-1].write_text(
            STOCK.format(year=year, money=year - 1900, cars=cars, machines=machines), "utf-8"
        )
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read", "read"]
    desk = Answerer(settings)
    for turns in (
        ("芦川县农机站车辆多少", "2022"),
        ("芦川县农机站车辆", "2022年"),
        ("芦川县农机站2022年车辆多少",),
    ):
        assert values(ask(desk, *turns)) == ["7"]


#: 青岚 2023 prints 差旅费 of the general budget alone (p.13), and no 水费 of 政府采购.
@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "差旅费的项目支出多少",
            "列有「差旅费」，但没有列出它的「项目支出」。列出的是：一般公共预算·决算数。",
        ),
        ("差旅费占龙舟费的比重", "龙舟"),
        ("表和说明怎么样啊", "没有在《云川市青岚区城市管理局2023年度部门决算》里找到"),
        ("火箭差旅费多少", "「火箭」"),
        ("花卉采购费多少", "「花卉采购费」"),
    ],
)
def test_what_is_not_there_is_said_and_what_is(desk: Answerer, question: str, said: str) -> None:
    answer = ask(desk, CITY + question)
    assert said in answer.answer
    assert not answer.figures


#: 青岚 2023: 18198.11 (p.7), 三公 103.79 (p.14), 41 vehicles (p.22), 72.05 left over (p.4); 差旅费 of 2022 9.16 (p.10).
@pytest.mark.parametrize(
    ("question", "value", "said"),
    [
        (
            "青岚区城市管理局本级2023年支出多少",
            "18198.11",
            "没有找到云川市青岚区城市管理局本级单列的这个数字",
        ),
        (
            "青岚区城市管理局机关本级2023年三公经费",
            "103.79",
            "下面是公开资料里整个云川市青岚区城市管理局的数字",
        ),
        ("青岚区城市管理局2023年机关运行经费多少", None, "机关运行经费"),
        ("青岚区城市管理局2023年年前的差旅费", "9.16", "2022年度"),
        ("截至2023年底青岚区城市管理局有多少车", "41", "车辆"),
        ("截至2023年12月31日青岚区城市管理局车辆几辆", "41", "车辆"),
        ("青岚区城市管理局2023年年底结转多少", "72.05", "年末结转"),
    ],
)
def test_the_office_and_the_end_of_a_year(
    desk: Answerer, question: str, value: str | None, said: str
) -> None:
    answer = ask(desk, question)
    assert said in answer.answer
    assert ("本级单列" in answer.answer) == ("本级" in question)
    assert value is None or values(answer) == [value]


PARTY = """{name}2023年度部门决算
一、单位职责
{name}负责综合协调工作。
二、收入支出决算总体情况说明
{name}2023年度收入总计{money}.00万元，支出总计{money}.00万元。本年支出合计{money}.00万元。
"""


def test_the_committee_is_its_office_where_that_is_loaded(tmp_path: Path) -> None:
    files = []
    for name, money in (("中共远山省委办公厅", 700), ("芦川县水利局", 300)):
        files.append(tmp_path / f"{name}2023年度部门决算.txt")
        files[-1].write_text(PARTY.format(name=name, money=money), "utf-8")
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read", "read"]
    desk = Answerer(settings)
    told = ask(desk, "省委2023年支出多少")
    assert values(told) == ["700.00"]
    assert told.answer.startswith("「省委」按已收录的中共远山省委办公厅作答。")
    assert not ask(desk, "市委2023年支出多少").figures
    assert not ask(desk, "远山省委组织部2023年支出多少").figures
