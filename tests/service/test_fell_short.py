"""Why a thing that is named did not go, and what is done about it, however people say it (没做好与怎么办)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霜桥县文化馆"
TEXT = f"""{BODY}2023年度部门决算

第一部分 单位概况

一、主要职责

组织群众文艺演出，辅导基层文艺骨干。

第二部分 决算情况说明

一、收入情况

2023年收入合计312.40万元，其中上年结转18.60万元。上年结转系剧场灯光改造工程跨年付款。

二、“三公”经费情况

公务用车运行维护费2.31万元，比上年增加0.44万元，因流动演出车更换发动机。

三、绩效情况

1.夜校培训项目自评得分88.20分。存在的主要问题：一是晚间上课率不足五成，场地空置；二是两名教师课时费重复登记，多发0.36万元，已追回。整改措施：开设周末班；课时费由财务按签到表核发。

2.乡村戏台试点项目自评得分79.00分。存在的主要问题：部分村民担心噪声扰民，两个村民代表会议未通过选址。整改措施：改建可移动戏台，晚八点前结束演出。

3.非遗展厅项目自评得分91.50分。展柜安装因展品借展手续滞后，比计划晚40天完工。

第三部分 名词解释

群文辅导：由文化馆业务干部下乡进行的艺术教学。流动演出：用演出车到村社区开展的演出。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("short"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("乡村戏台试点为什么推不下去", "噪声扰民", "签到表"),
        ("乡村戏台试点为什么推不下去，后来打算怎么改", "可移动戏台", "周末班"),
        ("夜校晚上没什么人来，馆里准备怎么办", "周末班", "戏台"),
        ("课时费为什么多发了", "重复登记", "噪声"),
        ("非遗展厅没按时完工，馆里怎么解释的", "借展手续", "发动机"),
        ("上年结转是什么事项形成的", "灯光改造", "发动机"),
        ("公车费用咋多了，什么原因", "发动机", "灯光"),
    ],
)
def test_what_did_not_go_is_told_with_its_own_reason(
    answerer: Answerer, question: str, told: str, other: str
) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年{question}"))
    assert answer.status == "answered" and told in answer.answer and other not in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("流动演出怎么定义", "到村社区"),
        ("材料里说的群文辅导是啥意思", "艺术教学"),
        ("群文辅导是干什么的", "艺术教学"),
    ],
)
def test_a_term_behind_another_in_one_line_is_explained(answerer: Answerer, question: str, told: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}{question}"))
    assert answer.status == "answered" and told in answer.answer


def test_asking_what_is_to_be_done_names_no_office(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"针对夜校场地空置，{BODY}2023年打算怎么办"))
    assert answer.reason != "entity_not_loaded"
