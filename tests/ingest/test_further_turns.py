"""Further turns of the explanations: totals that are of less, changes told by their verb, names read together."""

from __future__ import annotations

import pytest

from ingest.model import Stage
from ingest.numbers import plain
from tests.ingest.sentences import told


def said(text: str, stage: Stage = Stage.FINAL_ACCOUNTS) -> list[str]:
    """「name measure value」 of every figure, with its year where it is not the document's."""
    return [
        f"{f.subject.name} {f.measure.value} {plain(f.value)}" + ("" if f.year == 2023 else f" @{f.year}")
        for f in told(text, stage=stage)
        if f.value is not None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A bare total behind a thing is the thing's; behind a total it is the body's.
        ("该项目总投入186万元，总支出172万元。", ["该项目总投入 金额 186"]),
        ("2023年收入合计100万元，支出合计90万元。", ["本年收入合计 金额 100", "本年支出合计 金额 90"]),
        ("2023年总支出172万元。", ["本年支出合计 金额 172"]),
        # Another body's income is none of this one's.
        ("环卫所2023年收入868.2万元，支出860.4万元。", ["环卫所收入 金额 868.2"]),
        ("2023年收入868.2万元，支出860.4万元。", ["本年收入合计 金额 868.2", "本年支出合计 金额 860.4"]),
        # Changes by their verb, lists of changes.
        ("2023年压缩会议费12万元。", ["会议费 增减额 -12"]),
        ("2023年会议费12万元。", ["会议费 金额 12"]),
        ("减少的主要项目有：会议费12万元、培训费9.4万元。", []),
        ("支出的主要项目有：会议费12万元、培训费9.4万元。", ["会议费 金额 12", "培训费 金额 9.4"]),
        (
            "会议费12万元，比上年减少2万元，培训费9.4万元，比上年增加1万元。",
            ["会议费 金额 12", "会议费 增减额 -2", "培训费 金额 9.4", "培训费 增减额 1"],
        ),
        # Each with its own verb, or together.
        ("办公费22.3万元、差旅费9.8万元，分别比上年减少2万元、增加1万元。", ["办公费 金额 22.3", "差旅费 金额 9.8"]),
        (
            "办公费22.3万元、差旅费9.8万元，分别比上年减少2万元、1万元。",
            ["办公费 金额 22.3", "差旅费 金额 9.8", "办公费 增减额 -2", "差旅费 增减额 -1"],
        ),
        ("公务接待费较上年减少1.2万元，批次减少9批，人次减少78人次。", ["公务接待费 增减额 -1.2"]),
        # Bases.
        (
            "年末结转和结余86.4万元，比年初112.9万元减少26.5万元。",
            ["年末结转和结余 金额 86.4", "年末结转和结余 增减额 -26.5"],
        ),
        (
            "一般公共预算支出2150万元，比2022年调整预算数减少126万元。",
            ["本年支出合计 金额 2150", "本年支出合计 增减额 -126"],
        ),
        (
            "2022、2023年本年支出分别为1780.2万元、1695.5万元。",
            ["本年支出合计 金额 1780.2 @2022", "本年支出合计 金额 1695.5"],
        ),
        # Names.
        (
            "机关运行经费人均1.31万元，比上年人均1.46万元减少0.15万元。",
            ["机关运行经费人均 金额 1.31", "机关运行经费人均 金额 1.46 @2022", "机关运行经费人均 增减额 -0.15"],
        ),
        ("，主要包括基本工资320.1万元、津贴补贴100万元。", ["基本工资 金额 320.1", "津贴补贴 金额 100"]),
        ("公务用车购置费全年支出0万元。", ["公务用车购置费 金额 0"]),
        (
            "1.一般公共服务支出（201）12.6万元；2.住房保障支出（221）102.3万元。",
            ["一般公共服务支出 金额 12.6", "住房保障支出 金额 102.3"],
        ),
        (
            "上级补助收入、事业收入、经营收入均为0元。",
            ["上级补助收入 金额 0", "事业收入 金额 0", "经营收入 金额 0"],
        ),
        ("上级补助收入、门票、经营收入均为0元。", ["上级补助收入、门票、经营收入 金额 0"]),
        ("“三公”经费控制率98%。", ["三公经费控制率 比率 98"]),
    ],
)  # fmt: skip
def test_what_each_figure_is_of(text: str, expected: list[str]) -> None:
    assert said(text) == expected
