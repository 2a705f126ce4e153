"""Projects under an account that are added up are those of the list, never the account's own figure (科目下的项目)."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.checks.paper import FONT, Changes, _grid, _words

SPENDING = [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
    ["", "合计", "500.00", "200.00", "300.00"],
    ["214", "交通运输支出", "500.00", "200.00", "300.00"],
    ["21401", "公路水路运输", "500.00", "200.00", "300.00"],
    ["2140106", "公路养护", "400.00", "200.00", "200.00"],
    ["2140131", "海事管理", "100.00", "", "100.00"],
]
PROJECTS = [
    ["科目代码", "科目名称", "项目名称", "决算数"],
    ["", "合计", "", "300.00"],
    ["2140106", "公路养护", "干线大修", "150.00"],
    ["2140106", "公路养护", "灾毁恢复", "50.00"],
    ["2140131", "海事管理", "渡口改造", "100.00"],
]


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("roads")
    file = folder / "云霞市交通运输局2022年度部门决算.pdf"
    registerFont(UnicodeCIDFont(FONT))
    story: list[Flowable] = [_words("云霞市交通运输局2022年度部门决算", 20), PageBreak()]
    for title, rows in (("支出决算表", SPENDING), ("一般公共预算财政拨款项目支出决算表", PROJECTS)):
        story += [_words(title, 14), _words("部门：云霞市交通运输局 单位：万元", 10)]
        story += [_grid(title, rows, Changes({})), PageBreak()]
    SimpleDocTemplate(str(file), pagesize=A4).build(story)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths([file], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize("said", ["都是些什么项目，各花了多少", "有哪些项目？每个花了多少"])
def test_which_and_how_much_each_is_one_list(roads: Answerer, said: str) -> None:
    answer = roads.ask(AskRequest(question=f"云霞市交通运输局2022年{said}"))
    assert {f.value for f in answer.figures} == {"150.00", "50.00", "100.00"}, answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("云霞市交通运输局2022年公路养护科目下的两个项目合计支出多少", "200.00"),
        ("云霞市交通运输局2022年公路养护里面的2个项目一共花了多少", "200.00"),
        ("云霞市交通运输局2022年公路养护下面的三个项目一共花了多少", ""),
        ("云霞市交通运输局2022年公路养护决算多少", "400.00"),
    ],
)
def test_the_projects_are_added_up(roads: Answerer, question: str, value: str) -> None:
    answer = roads.ask(AskRequest(question=question))
    assert [f.value for f in answer.figures][:1] == ([value] if value else []), answer.answer
