"""What a question names is told, or nothing: never what stands beside it (答的是别的)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Input, Status
from service.second.of_another import unless_of_another
from tests.service.written import answerer_of

BODY = "芦川县自然资源局"
PAGE = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}负责全县自然资源工作。
二、收入支出决算总体情况说明
{BODY}2023年度收入总计900.00万元，支出总计900.00万元。
2023年度基本支出560.00万元，其中：人员经费480.00万元，公用经费80.00万元。工资福利支出430.00万元。
三、政府采购支出情况说明
2023年度政府采购支出总额200.00万元，其中：政府采购货物支出20.00万元、政府采购工程支出120.00万元、政府采购服务支出60.00万元。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("bureau"), f"{BODY}2023年度部门决算.txt", PAGE)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("里面发工资养人的“人员经费”是多少", "480.00"),
        ("买东西搞工程（政府采购）里面，工程占了几成", "60.00"),
        ("政府采购里货物占百分之几", "10.00"),
    ],
)
def test_what_is_named_is_told(bureau: Answerer, question: str, value: str) -> None:
    answer = bureau.ask(AskRequest(question=f"芦川县自然资源局2023年{question}"))
    assert answer.figures[0].value == value


def told(*figures: tuple[str, str, str], formula: str = "", inputs: tuple[str, ...] = ()) -> Answer:
    made = [
        Figure(
            label=label, value=value, unit=unit, entity=BODY, year=2023, stage="决算", formula=formula or None,
            inputs=[Input(label=name, value="1", unit=unit) for name in inputs],
        )
        for label, value, unit in figures
    ]  # fmt: skip
    text = "；".join(f"{label}{value}{unit}" for label, value, unit in figures)
    return Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer=text, figures=made)


LOST = Answer(id="1", conversation_id="1", status=Status.NO_ANSWER, answer="没有")
POSTS = told(("编制数", "653", "人"))
RATE = told(("城市维护资金完成全年预算的比例", "18.34", "%"), formula="0.587 ÷ 3.2 × 100% = 18.34%")
WHOLE = told(("本年支出合计决算数比年初预算数增减额", "-130.55", "万元"))
GAP = told(
    ("“三公”经费与公务用车购置及运行维护费之差", "70.60", "万元"),
    formula="293.10 − 222.50 = 70.60", inputs=("“三公”经费", "公务用车购置及运行维护费"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (POSTS, "下面两家公益二类单位编制拢共多少个"),
        (RATE, "城市维护资金那两个项目，哪个预算执行得更好，各自执行率多少"),
        (WHOLE, "各项用途里，实际花的比年初预算少得最多的是哪一项"),
        (GAP, "三公预算里，公车的养护运行费比买车的钱多出多少"),
        (told(("本年支出合计比上年增减额", "138.53", "万元")), "“图书馆”科目的支出较上年增减额是多少"),
    ],
)
def test_what_is_of_another_is_not_told(answer: Answer, text: str) -> None:
    made = unless_of_another(answer, text, lambda text, conversation: LOST)
    assert (made.status, made.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (POSTS, "下面两家单位编制拢共多少个"),
        (told(("公益二类事业单位编制数", "345", "人")), "公益二类单位编制拢共多少个"),
        (told(("差旅费", "9.30", "万元"), ("会议费", "1.20", "万元")), "差旅费和会议费这两项各多少"),
        (told(("工资福利支出", "430.00", "万元")), "“工资福利支出”是多少"),
        (WHOLE, "本年支出比年初预算少了多少"),
        (GAP, "三公经费比公务用车购置及运行维护费多多少"),
        (GAP, "三公经费中面向中小企业预留的比例是多少"),
        (
            told(("基本支出", "560.00", "万元"), ("项目支出", "30.00", "万元")),
            "基本支出是多少，项目支出是多少",
        ),
    ],
)
def test_what_is_of_the_thing_itself_stands(answer: Answer, text: str) -> None:
    assert unless_of_another(answer, text, lambda text, conversation: LOST) is answer
