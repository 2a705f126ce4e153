"""Lists with several columns of words: which one names the rows, what the others pick out, and no sum is a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.press import Heading as H
from tests.ingest.press import Press, Sheet

BODY = "芦州市体育局"
BOUGHT = [
    ["青少年冬令营组织", "体育活动服务", "社会组织", "64.20"],
    ["场馆夜间开放值守", "场馆运营服务", "企业", "131.70"],
    ["群众赛事裁判派遣", "体育活动服务", "社会组织", "28.35"],
    ["体质测试数据分析", "技术支持服务", "高等院校", "17.90"],
    ["全民健身路径巡检", "设施维护服务", "企业", "46.05"],
    ["合计", "", "", "288.20"],
]
OWN, SCHOOL = f"{BODY}（本级）", "芦州市少年儿童体育学校"
#: No fund pays for any of them: a column of zeros, and two projects named as bodies are named.
PROJECTS = [
    ["合计", "", "1,170.00", "1,170.00", "0.00"],
    [OWN, "小计", "830.00", "830.00", "0.00"],
    ["", "运动员公寓改造", "310.00", "310.00", "0.00"],
    ["", "赛事指挥调度平台", "275.00", "275.00", "0.00"],
    ["", "冰雪进校园", "90.00", "90.00", "0.00"],
    ["", "教练员流动工作站", "120.00", "120.00", "0.00"],
    ["", "国民体质监测", "35.00", "35.00", "0.00"],
    [SCHOOL, "小计", "340.00", "340.00", "0.00"],
    ["", "训练馆屋面修缮", "205.00", "205.00", "0.00"],
    ["", "运动营养补助", "135.00", "135.00", "0.00"],
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("sorts")
    path = folder / f"{BODY}2024年部门预算.pdf"
    press = Press(path)
    press.cover([BODY, "2024年部门预算"])
    heads = [H(x) for x in ("支出项目名称", "购买服务目录（二级）", "承接主体类型", "金额")]
    left, right = f"部门：{BODY}", "单位：万元"
    press.sheet(Sheet("政府购买服务预算情况表", [heads], BOUGHT, (6, 5, 3, 3), left=left, right=right))
    heads = [H(x) for x in ("单位名称", "项目名称", "总计", "一般公共预算", "政府性基金预算")]
    press.sheet(Sheet("部门预算项目支出表", [heads], PROJECTS, (6, 6, 3, 3, 3), left=left, right=right))
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, said: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{said}"))


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("政府购买服务里金额最大的是哪个项目", ["场馆夜间开放值守"]),
        ("政府购买服务哪一项最少", ["体质测试数据分析"]),
        ("政府购买服务金额前三的是哪几项", ["场馆夜间开放值守", "青少年冬令营组织", "全民健身路径巡检"]),
        ("项目支出金额排前三的是哪几个项目", ["运动员公寓改造", "赛事指挥调度平台", "训练馆屋面修缮"]),
        ("项目支出前两名是哪些项目", ["运动员公寓改造", "赛事指挥调度平台"]),
    ],
)
def test_the_row_is_named_by_what_it_is_of(answerer: Answerer, said: str, names: list[str]) -> None:
    told = ask(answerer, said)
    assert [f.label for f in told.figures] == names, told.answer


@pytest.mark.parametrize("said", ["赛事指挥调度平台多少钱", "赛事指挥调度平台项目预算是多少"])
def test_a_project_named_like_a_body_is_a_project(answerer: Answerer, said: str) -> None:
    told = ask(answerer, said)
    assert [(f.value, f.entity) for f in told.figures] == [("275.00", BODY)], told.answer


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("由社会组织承接的政府购买服务项目合计多少金额", "92.55"),
        ("政府购买服务里由企业承接的一共花多少钱", "177.75"),
        ("购买服务里社会组织做的加起来多少钱", "92.55"),
    ],
)
def test_all_rows_that_have_a_word_are_added_up(answerer: Answerer, said: str, total: str) -> None:
    told = ask(answerer, said)
    assert told.figures[0].value == total, told.answer


def test_a_sum_is_no_row(answerer: Answerer) -> None:
    told = ask(answerer, "预算里前两名的项目")
    assert "小计" not in told.answer
