"""What a project's own review found wanting, asked for by a low score or a shortened name too (自评问题)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "澄河县水利局"
TEXT = f"""{BODY}2022年度部门决算

第三部分 2022年度部门决算情况说明

十、预算绩效管理工作开展情况

（一）绩效自评工作。组织对2022年度4个项目开展绩效自评。其中评价等次为“优”的1个，“良”的2个，“中”的1个（山洪灾害监测预警）。灌区节水改造项目自评得分为95.4分，自评等级为“优”；农村饮水维修养护项目自评得分为86.44分，自评等级为“良”。

（二）项目自评结果

1.中小河流清淤疏浚项目自评得分92.10分。全年预算数300.00万元，执行数290.00万元，执行率96.7%。发现的问题：弃土堆放点协调慢。改进措施：提前落实弃土场。

2.山洪灾害监测预警项目自评得分71.5分。全年预算数80.00万元，执行数60.00万元，执行率75.0%。发现的问题：雨量站点信号不稳，看护员报酬发放迟缓。改进措施：更换通信模块，报酬按季打卡发放。

3.灌区节水改造项目全年预算数为120.00万元，执行数为118.00万元。

4.农村饮水维修养护项目全年预算数为90.00万元，执行数为88.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("troubles"), f"{BODY}2022年度部门决算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("山洪灾害监测预警项目发现了什么问题", "信号不稳", "弃土"),
        ("山洪灾害监测预警项目扣分原因是什么", "信号不稳", "弃土"),
        ("山洪灾害监测预警项目得分那么低，问题出在哪？", "信号不稳", "弃土"),
        ("山洪灾害监测预警项目咋个改进法", "通信模块", "弃土"),
        ("中小河流清淤疏浚项目存在什么问题", "弃土堆放点", "信号"),
        ("中小河流疏浚项目怎么改进", "落实弃土场", "通信模块"),
    ],
)
def test_of_the_project_that_is_named(answerer: Answerer, question: str, told: str, other: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年{question}")).answer
    assert told in answer and other not in answer


def test_grades_said_side_by_side_are_all_told(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年评价等次为优、良、中的项目各有几个？"))
    assert [f.value for f in told.figures] == ["1", "2", "1"]


def test_a_score_told_behind_that_of_another_project_is_its_own(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2022年哪些项目自评得分在80分以上，各多少分？"))
    assert {"92.10", "95.4", "86.44"} <= {f.value for f in told.figures}
    assert "71.5" not in {f.value for f in told.figures}
