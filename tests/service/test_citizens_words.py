"""Things counted in citizens' words, in any measure word that the documents count in (百姓的说法、量词)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.citizens_words import as_written, is_other
from service.read.measure_words import DURATION, measure_said
from tests.service.written import answerer_of

BODY = "梅川县民政和水务局"
TEXT = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县民政和水务工作。
二、机构设置
{BODY}编制46名，实际在编在职人员41名，退休人员23名。
三、收入支出决算总体情况说明
{BODY}2023年度收入总计3,200.00万元，支出总计3,200.00万元。本年支出合计3,200.00万元，其中：基本支出820.00万元，项目支出2,380.00万元。
四、绩效评价工作开展情况
1．河道管护项目。全年预算310.00万元，执行305.20万元，完成预算的98.45%。产出和效果：管护河道86公里，清运河道垃圾1,250吨，加固堤防3处。
2．市政设施养护项目。全年预算120.00万元，执行118.00万元，完成预算的98.33%。产出和效果：维修路灯560盏，更换井盖73个，栽植行道树2,400株。
3．婚姻登记和救助项目。全年预算90.00万元，执行88.60万元，完成预算的98.44%。产出和效果：为1,846对新人办理婚姻登记，救助流浪乞讨人员312人次，发放高龄津贴惠及老年人4,530人。
4．便民热线项目。全年预算60.00万元，执行59.10万元，完成预算的98.50%。产出和效果：受理群众诉求8,214件，按期办结率99.20%，调解矛盾纠纷418起，修复水毁路面1.28万平方米。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("citizens"), f"{BODY}2023年度部门决算.txt", TEXT)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2023年{said}"))


@pytest.mark.parametrize(
    ("said", "value", "unit"),
    [
        ("给多少对小两口办了结婚登记", "1846", "对"),
        ("从河里清走了多少吨垃圾", "1250", "吨"),
        ("换了多少个井盖", "73", "个"),
        ("修好几盏街灯", "560", "盏"),
        ("栽了多少棵树", "2400", "株"),
        ("管着多少公里的河", "86", "公里"),
        ("百姓反映的事按时办完的比例有多高", "99.20", "%"),
        ("群众打来的诉求一共接了多少件", "8214", "件"),
        ("帮了多少流浪的人", "312", "人次"),
        ("给多少个老人家发了高龄津贴", "4530", "人"),
        ("修了多少万平方米路面", "1.28", "万平方米"),
        ("调解了多少起矛盾", "418", "起"),
        ("在编的有几位", "41", "名"),
        ("平均每个在职的人摊到多少基本支出", "20.00", "万元"),
    ],
)
def test_what_people_say_is_found_as_documents_write_it(
    answerer: Answerer, said: str, value: str, unit: str
) -> None:
    figure = ask(answerer, said).figures[0]
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "said",
    [
        "建了多少盏路灯",  # how many were mended is told
        "拆了多少盏路灯",
        "新建了多少公里河道",
        "给多少个残疾人发了津贴",  # what the old were given is told
        "给多少个学生发了津贴",
        "平均要等多久才有人回应",
    ],
)
def test_another_doing_and_other_people_have_no_figure(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, said)
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


#: 城管局 2023: p. 21 (vehicles, guests), p. 22-23 (what the projects came to), p. 24, 27 (rates, times); 2022 p. 18.
@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("咱们青岚区2023年城管局管着多少座公厕？", ["127"]),
        ("打青岚区城管热线，2023年平均要等多久才有人第一次回应？", ["26"]),
        ("2022年全年青岚区清走的生活垃圾有多少万吨？城管局的材料里应该写了", ["20.88"]),
        ("2023年青岚城管拆了多大面积的违建", ["1.26"]),
        ("青岚区城管局2023年处理了多少起马路塌陷", ["17"]),
        ("青岚区城管局2023年沿线居民满意的比例有多高", ["88.3"]),
        ("青岚区城管局到2023年底在职的有多少人，退休的又有多少人？", ["213", "88"]),
        ("青岚城管23年买了几辆车花多少钱", ["2", "35.28"]),
        ("青岚区城管局2023年接待了几批人花多少钱", ["18", "2.36"]),
        ("松屿那边2023年一共给多少对小两口做了免费孕检呀", ["2318"]),
        ("松屿卫健局2023年给多少个老人做了免费体检", ["3.12"]),
    ],
)
def test_they_are_found_in_the_samples(desk: Answerer, said: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=said))
    assert [figure.value for figure in answer.figures] == values


@pytest.mark.parametrize(
    "said", ["青岚城管局2023年新建了多少座公厕", "松屿卫健局2023年给多少个小孩做了免费体检"]
)
def test_nor_in_the_samples(desk: Answerer, said: str) -> None:
    assert desk.ask(AskRequest(question=said)).status is Status.NO_ANSWER


def test_a_daily_word_counts_only_where_the_text_has_one_for_it() -> None:
    assert as_written("清走 生活垃圾", "收运生活垃圾") == "收运 生活垃圾"
    assert as_written("清走 生活垃圾", "分类生活垃圾") == "清走 生活垃圾"


@pytest.mark.parametrize(
    ("asked", "name", "other"),
    [
        ("建 路灯", "维修路灯", True),
        ("修 路灯", "维修路灯", False),
        ("残疾人 津贴", "发放老年人津贴", True),
        ("管 公厕", "管护公共厕所", False),
    ],
)
def test_what_excludes_each_other(asked: str, name: str, other: bool) -> None:
    assert is_other(asked, name) is other


def test_how_long_is_asked_for_in_any_unit_of_time() -> None:
    counted = measure_said("要等多久", [])
    assert counted is not None
    assert counted.unit == DURATION
