"""Numbers of people at the ends of years, a form named in the line over it, a plan of several years, and things of one
list by their number (年末人数、表上项目名、中期规划、同表几样).

What is of another year, of another project's form, or said beside what a list names is not told.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.ingest.press import Heading, Press, Sheet

H = Heading
HOSPITAL, TOWN = "苍溪岭县人民医院", "柳河湾县青石镇人民政府"
_FORM = [[H(h) for h in ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")]]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("counts")
    _hospital(folder)
    _town(folder)
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    assert {report.status for report in ingest_paths(sorted(folder.glob("*.pdf")), settings)} == {"read"}
    return Answerer(settings)


def _hospital(folder: Path) -> None:
    press = Press(folder / f"{HOSPITAL}2022年度单位决算.pdf")
    press.cover([HOSPITAL, "2022年度单位决算"])
    press.prose(
        [
            "一、单位概况",
            "承担全县医疗救治工作。全年门急诊诊疗51,230人次，出院病人2,140人次。截至2022年底，本单位共有车辆9辆，"
            "其中特种专业技术用车6辆（含救护车4辆）、其他用车3辆。",
        ]
    )
    press.sheet(
        Sheet(
            "",
            [[H("项目"), H("2021年末"), H("2022年末"), H("增减")]],
            [
                ["在编人员", "88", "93", "5"],
                ["临时聘用人员", "40", "33", "-7"],
                ["开放床位(张)", "95", "99", "4"],
            ],
            own_page=False,
        )
    )
    for project, rows in (
        ("县域医共体建设补助", [["效益指标", "社会效益指标", "药占比", "≤28%", "29.5%", "20", "15"]]),
        ("康复专科建设", [["产出指标", "数量指标", "康复床位数量", "12张", "13张", "20", "20"]]),
    ):
        press.sheet(
            Sheet("项目支出绩效自评表", _FORM, rows, (2, 2, 4, 2, 2, 1, 1), left=f"项目名称：{project}")
        )
    press.close()


def _town(folder: Path) -> None:
    press = Press(folder / f"{TOWN}2024年部门预算公开.pdf")
    press.cover([TOWN, "2024年部门预算公开"])
    press.prose(["一、主要职责", "承担辖区管理和服务工作。"])
    press.sheet(
        Sheet(
            "项目支出预算表",
            [[H("项目名称"), H("合计"), H("一般公共预算")]],
            [["圩镇环境卫生管护服务", "220,000.00", "220,000.00"], ["合计", "220,000.00", "220,000.00"]],
            right="单位：元",
        )
    )
    press.sheet(
        Sheet(
            "新增资产配置表",
            [
                [
                    H(h)
                    for h in (
                        "资产类别",
                        "资产分类代码.名称",
                        "资产名称",
                        "计量单位",
                        "数量",
                        "单价（元）",
                        "金额（元）",
                    )
                ]
            ],
            [
                ["设备", "A02010105 台式计算机", "台式计算机", "台", "7", "5,000.00", "35,000.00"],
                ["设备", "A02021003 打印机", "打印机", "台", "2", "1,500.00", "3,000.00"],
            ],
            right="单位：元",
        )
    )
    press.sheet(
        Sheet(
            "部门项目中期规划预算表",
            [[H("项目类别"), H("项目名称"), H("2024年"), H("2025年"), H("2026年")]],
            [["事业发展类", "圩镇环境卫生管护服务", "220,000.00", "231,000.00", "240,000.00"]],
            right="单位：元",
        )
    )
    press.close()


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        (f"{HOSPITAL}在编人员22年底比21年底多几个", [("5", "人")]),
        (f"{HOSPITAL}2022年末临时聘用人员比上年末少几个", [("-7", "人")]),
        (f"{HOSPITAL}2021年末临时聘用人员多少人", [("40", "人")]),
        (f"{HOSPITAL}开放床位2022年比上年多几张", [("4", "张"), ("4.21", "%")]),
        (f"{HOSPITAL}2022年全年门诊急诊看了多少人次", [("51230", "人次")]),
        (f"那个{HOSPITAL}啊它总共有几台车嗯里面救护車有几台", [("9", "辆"), ("4", "辆")]),
        (f"{HOSPITAL}2022年药占比的目标值和完成值", [("28", "%"), ("29.5", "%")]),
        (
            f"{HOSPITAL}2022年县域医共体建设补助项目里药占比的目标值和实际完成值各是多少",
            [("28", "%"), ("29.5", "%")],
        ),
        (f"{HOSPITAL}2022年县域医共体建设补助项目药占比完成了多少", [("29.5", "%")]),
        (
            f"{TOWN}圩镇环境卫生管护服务2024年、2025年、2026年各安排多少",
            [("220000.00", "元"), ("231000.00", "元"), ("240000.00", "元")],
        ),
        (
            f"{TOWN}圩镇管护这笔钱，2024到2026年打算怎么安排，是越来越多吗",
            [("220000.00", "元"), ("231000.00", "元"), ("240000.00", "元")],
        ),
        (f"{TOWN}圩镇管护2025年安排多少钱", [("231000.00", "元")]),
        (f"{TOWN}2024年电脑打印机总共要买几台", [("9", "台"), ("7", "台"), ("2", "台")]),
        (f"{TOWN}2024年台式计算机和打印机各买几台", [("7", "台"), ("2", "台")]),
    ],
)
def test_told(answerer: Answerer, question: str, figures: list[tuple[str, str]]) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert [(figure.value, figure.unit) for figure in answer.figures] == figures, answer.answer


@pytest.mark.parametrize(
    "question",
    [
        f"{HOSPITAL}在编人员22年底比20年底多几个",
        f"{HOSPITAL}2022年康复专科建设项目药占比是多少",
        f"{HOSPITAL}2022年康复专科建设项目的药占比目标值和完成值分别是多少",
        f"{HOSPITAL}2022年耗占比完成了多少",
        f"{TOWN}圩镇绿化2024到2026年打算怎么安排",
        f"{TOWN}2024年电脑和复印机总共要买几台",
        f"{TOWN}2024年现有电脑打印机总共几台",
        f"{TOWN}2023年电脑打印机总共买几台",
    ],
)
def test_not_told(answerer: Answerer, question: str) -> None:
    answer = answerer.ask(AskRequest(question=question))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, []), answer.answer
