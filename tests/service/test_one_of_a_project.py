"""What a project pays for one, as the part on it says in its own words (项目单位标准)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of

BODY = "霞浦湾县交通局"
TEXT = f"""{BODY}2025年部门预算

第三部分 2025年部门预算情况说明

十一、其他重要事项情况说明

（一）项目及绩效目标情况

1.“渡运公益补贴”项目。（1）项目概述：保障海岛群众出行。（2）项目内容：补助渡船车辆32辆，每车每年1.6万元。（3）年度预算安排：51.20万元。

2.“旧车换新奖补”项目。（1）项目概述：鼓励提前淘汰。（2）项目内容：大型货车每辆奖补2.5万元、小型货车每辆奖补1.2万元。（3）年度预算安排：60.00万元。

3.“公交线路补贴”项目。（1）项目概述：弥补低票价亏损。（2）年度预算安排：700.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("one_of_project"), f"{BODY}2025年部门预算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("渡运公益补贴一辆车一年补多少钱", {"1.6"}),
        ("旧车换新奖补一辆车补多少钱", {"2.5", "1.2"}),
    ],
)
def test_is_told(answerer: Answerer, question: str, values: set[str]) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2025年{question}"))
    assert {f.value for f in told.figures} == values


def test_of_another_project_none_is_told(answerer: Answerer) -> None:
    told = answerer.ask(AskRequest(question=f"{BODY}2025年公交线路补贴一辆车一年补多少钱"))
    assert not {"1.6", "2.5", "1.2"} & {f.value for f in told.figures}
