"""What was planned of one indicator and what came of it: apart without a side, and the plan alone (目标与完成)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "牧云县草业工作站"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("aims")
    press = Press(folder / f"{BODY}2023年度单位决算.pdf")
    press.cover([BODY, "2023年度单位决算"])
    press.prose(
        ["一、主要职责", "承担全县草地保护和修复。", "二、支出决算情况", "用于补播退化草地2.35万亩。"]
    )
    press.sheet(
        Sheet(
            "退化草地修复项目支出绩效自评表（2023年度）",
            [
                [
                    H(h)
                    for h in ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
                ]
            ],
            [
                ["产出指标", "数量指标", "退化草地补播面积", "2.80万亩", "2.35万亩", "20", "16.8"],
                ["产出指标", "数量指标", "围栏维修长度", "14公里", "17公里", "10", "10"],
                ["满意度指标", "满意度指标", "牧民满意度", "≥90%", "92.4%", "10", "10"],
            ],
            (2, 2, 4, 2, 2, 1, 1),
            own_page=False,
        )
    )
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("退化草地补播 计划跟实际做的差多少万亩", "0.45", "万亩"),
        ("退化草地补波面积实际和计划差多少", "0.45", "万亩"),
        ("围栏维修长度目标和实际完成差几公里", "3", "公里"),
        ("退化草地补播计划多少万亩", "2.80", "万亩"),
    ],
)
def test_plan_and_outcome_are_told_apart(answerer: Answerer, question: str, value: str, unit: str) -> None:
    figure = answerer.ask(AskRequest(question=f"{BODY}2023年{question}")).figures[0]
    assert (Decimal(figure.value), figure.unit) == (Decimal(value), unit)


def test_what_has_no_target_is_not_set_apart(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年人工种草计划跟实际做的差多少万亩"))
    assert not answer.figures
