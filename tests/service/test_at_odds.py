"""Nothing is told where the answer at hand cannot be one to what is asked (答非所问不如不答)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Input, Status
from service.scope.named_in import Named
from service.worded.at_odds import ROWS, unless_at_odds
from service.worded.forms import Asked
from service.worded.shapes import SHAPES
from tests.service.talking import talk

BUREAU = "云栖县水利局"
PAGE = f"""{BUREAU}2023年度部门决算
一、部门职责
{BUREAU}负责全县水利工作。
二、收入支出决算总体情况说明
{BUREAU}2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，其中：基本支出560.00万元，项目支出320.00万元。
三、财政拨款支出决算情况说明
2023年度差旅费支出决算为24.60万元。
2023年度培训费支出决算为12.30万元。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("bureau")
    file = Path(folder, f"{BUREAU}2023年度部门决算.txt")
    file.write_text(PAGE, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


def told(*figures: tuple[str, str, str], formula: str | None = None) -> Answer:
    found = [
        Figure(
            label=label, value=value, unit=unit, entity=BUREAU, year=2023, stage="决算", formula=formula,
            inputs=[Input(label=label, value=value, unit=unit, citation=0)],
        )
        for label, value, unit in figures
    ]  # fmt: skip
    text = "；".join(f"{label}为 {value} {unit}" for label, value, unit in figures)
    return Answer(id="1", conversation_id="1", status=Status.ANSWERED, answer=text, figures=found)


def asked(
    *accounts: str, whole: str = "", counted: tuple[str, ...] = (), asking: str = "", before: str = ""
) -> Asked:
    return Asked(Named((BUREAU,), (2023,), (2023,), ""), accounts, whole, counted, asking, before)


TRAVEL, TRAINING = ("差旅费", "24.60", "万元"), ("培训费", "12.30", "万元")


@pytest.mark.parametrize(
    ("operation", "answer", "meant"),
    [
        ("sum", told(TRAVEL), asked("差旅费", "培训费")),
        ("sum", told(TRAINING), asked("培训费", asking="再算上 一共多少", before="差旅费")),
        ("which_more", told(TRAVEL), asked("差旅费", "培训费")),
        ("share", told(TRAVEL), asked("差旅费")),
        ("share", told(("培训费占本年支出合计的比重", "1.40", "%")), asked("培训费", whole="商品和服务支出")),
        ("share", told(("培训费占本年支出合计的比重", "1.40", "%")), asked("培训费", whole="培训类支出")),
        ("sum", told(TRAVEL, TRAINING), asked("差旅费", "培训费")),
        ("amount", told(("机关运行经费", "88.00", "万元")), asked("培训费", whole="机关运行经费表")),
        ("amount", told(("培训费比上年增加", "2.00", "万元")), asked("培训费", asking="是多大一块")),
        ("average", told(TRAVEL), asked("差旅费", asking="人均多少")),
        ("completion", told(("培训费占本年支出合计的比重", "1.40", "%")), asked("培训费")),
        ("share", told(("差旅费占本年支出合计的比重", "2.80", "%")), asked("差旅费", "商品和服务支出")),
        ("parts", told(("人员经费", "300.00", "万元")), asked(whole="人员经费")),
        (
            "variance",
            told(("破获案件（实际完成值）", "612", "起")),
            asked("破获案件", asking="比目标值多了几起"),
        ),
        ("score", told(TRAINING), asked("培训费")),
        ("parts", told(("本年支出合计", "880.00", "万元")), asked("内设机构")),
        ("count", told(("涉及项目资金", "320.00", "万元")), asked(counted=("项目",), asking="多少个")),
    ],
)
def test_what_cannot_be_the_answer_is_not_told(operation: str, answer: Answer, meant: Asked) -> None:
    declined = unless_at_odds(answer, [(operation, 0.9)], meant)
    assert (declined.status, declined.figures, declined.reason) == (Status.NO_ANSWER, [], "low_confidence")
    assert unless_at_odds(answer, [(operation, 0.8)], meant) is answer  # not certain enough that it is asked


@pytest.mark.parametrize(
    ("operation", "answer", "meant"),
    [
        (
            "sum",
            told(("差旅费、培训费", "36.90", "万元"), formula="24.60 + 12.30"),
            asked("差旅费", "培训费"),
        ),
        ("sum", told(("差旅费和培训费", "36.90", "万元")), asked("差旅费", "培训费")),
        ("sum", told(TRAINING), asked("培训费", asking="一共多少")),
        ("which_more", told(TRAVEL, TRAINING), asked("差旅费", "培训费")),
        ("average", told(("人均差旅费", "0.41", "万元")), asked("差旅费", asking="人均多少")),
        ("average", told(("差旅费", "0.41", "万元"), formula="24.60 ÷ 60"), asked("差旅费")),
        ("completion", told(("培训费完成预算的比例", "91.40", "%")), asked("培训费")),
        ("share", told(("差旅费占本年收入合计的比重", "2.80", "%")), asked("差旅费", "本年收入")),
        ("share", told(("差旅费占比", "2.80", "%")), asked("差旅费")),
        (
            "share",
            told(("培训费占本年支出合计的比重", "1.40", "%")),
            asked("培训费", whole="财政拨款支出总额"),
        ),
        (
            "share",
            told(("培训费占商品和服务支出的比重", "4.10", "%")),
            asked("培训费", whole="商品和服务支出"),
        ),
        ("sum", told(("合计", "36.90", "万元"), TRAVEL, TRAINING), asked("差旅费", "培训费")),
        ("amount", told(("机关运行经费中的培训费", "8.00", "万元")), asked("培训费", whole="机关运行经费表")),
        ("amount", told(("培训费比上年增加", "2.00", "万元")), asked("培训费", asking="涨了多少")),
        ("variance", told(("年末结余", "5.00", "万元")), asked("年末结余", asking="剩多少")),
        ("score", told(("培训费", "95", "分")), asked("培训费")),
        ("count", told(("新购车辆", "18.00", "万元")), asked(counted=("车辆",), asking="花了多少钱")),
        ("amount", told(("车辆", "9", "辆")), asked("车辆")),
    ],
)
def test_what_may_be_the_answer_stands(operation: str, answer: Answer, meant: Asked) -> None:
    assert unless_at_odds(answer, [(operation, 0.99)], meant) is answer


def test_each_row_is_of_an_operation() -> None:
    assert set(ROWS) <= set(SHAPES)


def test_what_is_added_to_what_was_told_is_summed_with_it(bureau: Answerer) -> None:
    answer = talk(bureau, f"{BUREAU}2023年差旅费多少", "那再把培训费也算进去，一共是多少万呢？")
    assert [(f.value, f.unit) for f in answer.figures][:1] == [("36.90", "万元")], answer.answer


def test_a_word_new_to_asking_does_not_hide_what_is_asked(bureau: Answerer) -> None:
    question = f"帮忙核对{BUREAU}2023年培训费，报表里填的是几何"
    answer = bureau.ask(AskRequest(question=question))
    assert [(f.value, f.unit) for f in answer.figures] == [("12.30", "万元")], answer.answer
