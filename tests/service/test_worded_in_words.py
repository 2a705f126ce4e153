"""Reasons, uses, problems, offices and duties, asked in wordings that stand in no list (问文字的说法)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Input, Status
from service.scope.named_in import Named
from service.worded import forms_in_words
from service.worded.at_odds import unless_at_odds
from service.worded.forms import Asked
from service.worded.odd import other_shapes

BUREAU = "松陵县水利局"
#: What stands below is read off this page.
PAGE = f"""{BUREAU}2023年度部门决算
第一部分 部门概况
一、主要职责
1.组织编制全县水资源规划并监督实施。
2.负责河道堤防的养护和防汛调度。
二、机构设置
{BUREAU}内设机构包括：办公室、水资源股、防汛抗旱股、工程管理股。
第二部分 决算情况说明
一、“三公”经费支出决算情况说明
公务接待费支出6.20万元，比上年减少1.80万元，下降22.50%，主要原因是压缩接待批次和陪餐人数。
二、会议费支出决算情况说明
会议费支出9.40万元，比上年增加3.10万元，增长49.21%，主要原因是承办了流域治理现场会。
三、绩效自评结果
河堤养护项目自评得分93.50分。发现的主要问题：汛前巡查记录不完整。下一步改进措施：统一配发电子巡查终端。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("bureau")
    file = Path(folder, f"{BUREAU}2023年度部门决算.txt")
    file.write_text(PAGE, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (f"会议费比上年添了钱，这是出于什么考虑？说的是{BUREAU}2023年的决算", "流域治理现场会"),
        (f"{BUREAU}2023年公务接待费怎么会掉这么狠", "压缩接待批次"),
        (f"核对机构设置：{BUREAU}2023年披露的内设机构有哪些，逐一报出", "防汛抗旱股"),
        (f"{BUREAU}2023年里头都有些啥股室，给我念念", "水资源股"),
        (f"我孙女想考{BUREAU}，它平时都管些啥事", "河道堤防"),
    ],
)
def test_what_is_told_in_words(bureau: Answerer, question: str, told: str) -> None:
    answer = bureau.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED, answer.answer
    assert told in answer.answer


def asked(*accounts: str, asking: str = "") -> Asked:
    return Asked(Named((BUREAU,), (2023,), (2023,), ""), accounts, "", (), asking)


@pytest.mark.parametrize(
    ("asking", "way"),
    [("怎么 涨了这么多", "增加"), ("怎么会 掉这么狠", "减少"), ("怎么回事", "变动")],
)
def test_the_way_it_went_is_asked_for(asking: str, way: str) -> None:
    first = forms_in_words.reason(asked("会议费", asking=asking))[0]
    assert first == f"{BUREAU}2023年会议费{way}的原因是什么"


def test_reasons_of_several_or_of_none_are_not_asked_for() -> None:
    assert forms_in_words.reason(asked("会议费", "培训费", asking="为何涨")) == []
    assert forms_in_words.reason(asked(asking="为何涨")) == []


def test_offices_are_no_units_below() -> None:
    assert forms_in_words.units(asked(asking="有哪些科室")) == [f"{BUREAU}2023年内设机构有哪些"]
    assert forms_in_words.units(asked(asking="下面管着几家单位")) == [f"{BUREAU}2023年所属单位有哪些"]


def test_an_amount_gives_no_reason() -> None:
    figure = Figure(
        label="会议费比上年增减额", value="3.10", unit="万元", entity=BUREAU, year=2023, stage="决算", formula=None,
        inputs=[Input(label="会议费", value="3.10", unit="万元", citation=0)],
    )  # fmt: skip
    answer = Answer(
        id="1",
        conversation_id="1",
        status=Status.ANSWERED,
        answer="会议费比上年增加 3.10 万元。",
        figures=[figure],
    )
    assert "reason" in other_shapes(answer, "会议费添了钱，出于什么考虑")
    told = unless_at_odds(answer, [("reason", 0.95)], asked("会议费", asking="出于什么考虑"))
    assert told.status is Status.NO_ANSWER and not told.figures
    reasons = answer.model_copy(update={"answer": "会议费比上年增加 3.10 万元，主要原因是承办了现场会。"})
    assert unless_at_odds(reasons, [("reason", 0.95)], asked("会议费", asking="为什么")) is reasons
