"""Things of one name in different places are different things: items of two sections, indicators of two projects."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate

from ingest.model import Reading
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.checks.paper import FONT, Changes, _grid, _words, proven

BODY = "云山市河东区发展和改革局"
SPENDING = [
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
    ["", "合计", "1,500.00", "1,000.00", "500.00"],
    ["201", "一般公共服务支出", "1,500.00", "1,000.00", "500.00"],
    ["20104", "发展与改革事务", "1,100.00", "700.00", "400.00"],
    ["2010401", "行政运行", "700.00", "700.00", ""],
    ["2010402", "一般行政管理事务", "400.00", "", "400.00"],
    ["20138", "市场监督管理事务", "400.00", "300.00", "100.00"],
    ["2013801", "行政运行", "300.00", "300.00", ""],
    ["2013802", "一般行政管理事务", "100.00", "", "100.00"],
]
#: The same items in sentences, by their whole path, by 款 and 项 alone, and in a list under a heading.
ITEMS = (
    "1.一般公共服务支出（类）发展与改革事务（款）行政运行（项）。年初预算为690.00万元，支出决算为700.00万元，完成年初预算的101.45%。",
    "2.一般公共服务支出（类）发展与改革事务（款）一般行政管理事务（项）。年初预算为410.00万元，支出决算为400.00万元，完成年初预算的97.56%。",
    "3.一般公共服务支出（类）市场监督管理事务（款）行政运行（项）。年初预算为310.00万元，支出决算为300.00万元，完成年初预算的96.77%。",
    "4.一般公共服务支出（类）市场监督管理事务（款）一般行政管理事务（项）。年初预算为90.00万元，支出决算为100.00万元，完成年初预算的111.11%。",
)
SHORT = (
    "（一）发展与改革事务（款）支出1100.00万元，其中：行政运行700.00万元，一般行政管理事务400.00万元。",
    "（二）市场监督管理事务（款）支出400.00万元，其中：行政运行300.00万元，一般行政管理事务100.00万元。",
)
PROJECTS = (
    "“粮食储备监管”项目绩效自评综述：全年预算数为200.00万元，执行数为190.00万元，完成预算的95.00%。主要产出和效果：开展检查次数36次，群众满意度为96%。",
    "“价格监测”项目绩效自评综述：全年预算数为100.00万元，执行数为98.00万元，完成预算的98.00%。主要产出和效果：开展检查次数24次，群众满意度为92%。",
)


def form(project: str, plan: str, done: str, count: str, share: str) -> list[list[str]]:
    """项目支出绩效自评表 of one project."""
    return [
        ["项目名称", project, "", "", "", ""],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率"],
        ["", "年度资金总额", plan, plan, done, share],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"],
        ["产出指标", "数量指标", "开展检查次数", f"≥{count}次", f"{count}次", "10"],
        [
            "满意度指标",
            "满意度指标",
            "群众满意度",
            "≥90%",
            "95%" if project == "粮食储备监管" else "92%",
            "10",
        ],
    ]


FORMS = (
    form("粮食储备监管", "200.00", "190.00", "36", "95.00%"),
    form("价格监测", "100.00", "98.00", "24", "98.00%"),
)


OF_UNITS = [
    ["序号", "单位", "项目名称", "合计", "一般公共预算"],
    ["1", "云山市河东区第一小学", "校舍维修", "30.00", "30.00"],
    ["2", "云山市河东区第二小学", "校舍维修", "20.00", "20.00"],
    ["3", "云山市河东区第二小学", "课桌更新", "10.00", "10.00"],
    ["", "", "合计", "60.00", "60.00"],
]
UNITS = [
    ["序号", "单位名称", "本年收入", "本年收入", "本年收入", "本年支出", "本年支出", "本年支出"],
    ["", "", "合计", "一般公共预算", "其他收入", "合计", "基本支出", "项目支出"],
    ["1", "云山市河东区第一小学", "100.00", "90.00", "10.00", "100.00", "60.00", "40.00"],
    ["2", "云山市河东区第二小学", "80.00", "70.00", "10.00", "75.00", "50.00", "25.00"],
    ["", "合计", "180.00", "160.00", "20.00", "175.00", "110.00", "65.00"],
]
#: Cars that were bought are others than those that are there.
CARS = (
    "全年按规定更新购置公务用车2辆，其中：道路巡查执法执勤用车2辆，金额42.36万元。",
    "截至2023年12月31日，共有车辆61辆，其中：应急保障用车27辆、道路巡查执法执勤用车34辆。",
)


def draw(path: Path, paragraphs: Sequence[str], tables: Sequence[tuple[str, list[list[str]]]]) -> Path:
    registerFont(UnicodeCIDFont(FONT))
    story: list[Flowable] = [_words(f"{BODY}2023年度部门决算", 20), PageBreak()]
    for title, rows in tables:
        story += [
            _words(title, 14),
            _words(f"部门：{BODY} 单位：万元", 10),
            _grid(title, rows, Changes({})),
            PageBreak(),
        ]
    story += [_words(text, 12) for text in paragraphs]
    SimpleDocTemplate(str(path), pagesize=A4).build(story)
    return path


HEADINGS = ("第三部分 2023年度部门决算情况说明", "五、一般公共预算财政拨款支出决算情况说明")
DOCUMENTS: dict[str, tuple[Sequence[str], Sequence[tuple[str, list[list[str]]]]]] = {
    "items": ((*HEADINGS, *ITEMS), [("支出决算表", SPENDING)]),
    "items_without_tables": ((*HEADINGS, *ITEMS), []),
    "sections": ((*HEADINGS, *SHORT), [("支出决算表", SPENDING)]),
    "sections_without_tables": ((*HEADINGS, *SHORT), []),
    "projects_under_headings": (
        (
            *HEADINGS,
            "（一）粮食储备监管项目绩效自评综述",
            PROJECTS[0].partition("：")[2],
            "（二）价格监测项目绩效自评综述",
            PROJECTS[1].partition("：")[2],
        ),
        [("项目支出绩效自评表", rows) for rows in FORMS],
    ),
    "projects_of_units": (HEADINGS, [("项目支出表", OF_UNITS)]),
    "units": (HEADINGS, [("部门所属单位收支情况表", UNITS)]),
    "cars": ((*HEADINGS, *CARS), []),
    "projects": ((*HEADINGS, *PROJECTS), [("项目支出绩效自评表", rows) for rows in FORMS]),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_things_of_one_name_do_not_contradict_each_other(name: str, tmp_path: Path) -> None:
    paragraphs, tables = DOCUMENTS[name]
    found = proven(draw(tmp_path / f"{BODY}2023年度部门决算.pdf", paragraphs, tables))
    assert not [check.message for check in found]


def facts_of(name: str, tmp_path: Path) -> Reading:
    return read_file(draw(tmp_path / "决算.pdf", *DOCUMENTS[name]), Settings(data=tmp_path))


@pytest.mark.parametrize("name", ["items", "sections"])
def test_each_amount_is_that_of_its_own_item(name: str, tmp_path: Path) -> None:
    wanted = {"700.00": "2010401", "400.00": "2010402", "300.00": "2013801", "100.00": "2013802"}
    for fact in facts_of(name, tmp_path).facts:
        if (
            fact.source.quote
            and str(fact.value) in wanted
            and fact.subject.name in ("行政运行", "一般行政管理事务")
        ):
            assert fact.subject.code in (wanted[str(fact.value)], ""), fact
