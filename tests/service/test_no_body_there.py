"""Words that look like a body's name and are the asking, a thing, or the body already known (不是单位名)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.scope.leads import is_asked, without_lead
from service.scope.strangers import is_name, unknown_body

CITY = "青岚区城市管理局"


@pytest.mark.parametrize(
    "words",
    [
        "请给出",
        "给我报出",
        "请说明一下",
        "替我找出",
        "麻烦提供",
        "请测算",
        "核一下",
        "里面",
        "那其中",
        "顺便问一下",
    ],
)
def test_the_asking_is_no_place(words: str) -> None:
    assert is_asked(words)


@pytest.mark.parametrize("place", ["拉萨", "调兵山", "青浦", "长宁", "中山", "报恩寺", "指南"])
def test_a_place_is_no_asking(place: str) -> None:
    assert without_lead(f"请列出{place}") == place


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("离退休干部", "用车多少钱"),
        ("部级领导干部", "用车"),
        ("考核街道", "及职能部门"),
        ("新建社区公共服务中心", "那个项目多少"),
        ("社区公共服务中心", "新建工程多少"),
        ("其他城乡", "社区管理事务支出"),
        ("召开各专委", "会主任会议"),
    ],
)
def test_a_thing_is_no_body(name: str, after: str) -> None:
    assert not is_name(name, after)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("闵行区民政局2023年支出", "闵行区民政局"),
        ("请算出徐汇区民政局2024年培训费", "徐汇区民政局"),
        ("里面民政局花了多少", "民政局"),
        ("省委宣传部2018年三公", "省委宣传部"),
        ("麻烦提供宝山区卫健委2023年支出", "宝山区卫健委"),
        ("桃源县第一人民医院2023年花了多少", "桃源县第一人民医院"),
        ("长征镇规划用地怎么收费", "长征镇"),
    ],
)
def test_a_body_is_one(text: str, name: str) -> None:
    place = unknown_body(text, [c.isdigit() for c in text])
    assert place is not None
    assert text[slice(*place)] == name


#: 城管局 2023: 基本支出 7470.06 (p.7), 印刷费 8.40 (p.13); 公厕运行管护 884.50 over 127 座 (p.22).
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("请列出青岚城管局2023年印刷费", "8.40"),
        ("给我报出青岚城管局2023年印刷费是多少", "8.40"),
        ("请测算青岚城管局2023年基本支出", "7470.06"),
        ("替我找出2023年青岚城管局的印刷费", "8.40"),
        ("青岚城管局和青岚区城管局2023年印刷费", "8.40"),
        ("青岚区2023年管护一座公厕平均要花多少钱？", "6.96"),
    ],
)
def test_the_body_is_heard(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value


#: 市政道路桥涵养护: budget 2024 1760.00 (p.18), executed 2023 1948.06 (p.27); 数字城管平台运行 136.00 and 128.90.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("青岚区 市政道路桥涵养护 24年预算 跟23年实际执行比 少了多少钱", "-188.06"),
        ("青岚区城管局市政道路桥涵养护2024年预算和2023年执行数相差多少", "-188.06"),
        ("青岚区城管局 数字城管平台运行 24年预算跟23年实际花的比差多少", "7.10"),
    ],
)
def test_a_budget_beside_the_outcome_before(desk: Answerer, question: str, value: str) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert answer.figures[0].value == value


#: The community health centres of 卫健局 2023 (p.3).
def test_a_kind_of_units_of_the_body_spoken_of(desk: Answerer) -> None:
    first = desk.ask(AskRequest(question="松屿区卫健局2023年决算包括几家单位？"))
    then = AskRequest(
        question="里头的社区卫生服务中心都是哪几个街道的？", conversation_id=first.conversation_id
    )
    answer = desk.ask(then)
    assert all(street in answer.answer for street in ("港前", "望潮", "石埠", "白鹭"))


@pytest.mark.parametrize(
    "question", ["请给出虹口区财政局2024年支出", f"{CITY}和民政局2023年支出谁多", "江汉区财政局2023年支出"]
)
def test_a_body_that_is_not_loaded_stays_so(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=question)).reason == "entity_not_loaded"
