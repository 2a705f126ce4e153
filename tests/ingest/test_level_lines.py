"""Tables that level lines alone frame, in running text, several on a page, over the page (正文里的横线表)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Reading
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import MARGIN, PAPER, Heading, Press, Sheet
from tests.ingest.three_lined import ThreeLined

BODY = "江屿市渔政站"
H = Heading
BOUGHT = [
    ["巡航艇发动机", "货物", "2台", "86.40"],
    ["夜视望远镜", "货物", "6套", "13.20"],
    ["防撞护舷", "货物", "1批", "9.75"],
    ["趸船大修", "工程", "1项", "142.65"],
    ["码头保洁", "服务", "1年", "18.00"],
]
LIST = Sheet(
    "",
    [[H("采购品目"), H("类别"), H("数量"), H("预算金额")]],
    [*BOUGHT, ["合计", "", "", "270.00"]],
    (5, 2, 2, 3),
    own_page=False,
)
GOALS = Sheet(
    "",
    [[H("一级指标"), H("二级指标"), H("三级指标"), H("指标值")]],
    [
        ["产出指标", "数量指标", "巡航里程", "≥8600公里"],
        ["", "数量指标", "增殖放流鱼苗", "≥320万尾"],
        ["", "质量指标", "案件办结率", "≥95%"],
        ["", "时效指标", "发动机更换时间", "6月底前"],
        ["满意度指标", "服务对象满意度", "渔民满意度", "≥90%"],
    ],
    (3, 3, 4, 3),
    own_page=False,
)


class RowRuled(ThreeLined):
    """A press that rules each row off from the next, and draws no uprights."""

    def _body(self, sheet: Sheet, xs: list[float]) -> None:  # type: ignore[override]
        top = self._top
        super()._body(sheet, xs)
        for row in range(1, len(sheet.body)):
            y = PAPER[1] - top - row * (self._top - top) / len(sheet.body)
            self._canvas.line(MARGIN, y, PAPER[0] - MARGIN, y)


def typeset(press: Press, path: Path, before: int) -> Reading:
    press.cover([BODY, "2024年单位预算"])
    press.prose(["第二部分　预算情况说明", *["本站预算按编制口径汇总，各项开支据实测算。"] * before])
    press.prose(["七、其他事项", "（一）政府采购情况。本站采购预算共270.00万元，明细如下："])
    press.sheet(LIST)
    press.prose(
        ["（二）绩效目标情况。本站对渔业执法项目设置了绩效目标，详见下面。", "渔业执法项目绩效目标表"]
    )
    press.sheet(GOALS)
    press.prose(["第三部分　名词解释", "一、增殖放流：指向水域投放苗种的活动。"])
    press.close()
    return read_file(path, Settings(data=path.parent))


def told(reading: Reading) -> set[tuple[str, str, str]]:
    return {(f.source.row.split()[-1], str(f.value), f.unit) for f in reading.facts if f.source.row}


@pytest.mark.parametrize("press", [ThreeLined, RowRuled])
@pytest.mark.parametrize("before", [0, 20], ids=["on one page", "over the page"])
def test_tables_in_running_text_are_read(press: type[Press], before: int, tmp_path: Path) -> None:
    """``before`` lines put the page's end into the first table; its unit is that of its total in the text."""
    path = tmp_path / "公开.pdf"
    reading = typeset(press(path), path, before)
    facts = told(reading)
    assert {
        ("巡航艇发动机", "86.40", "万元"),
        ("夜视望远镜", "6", "套"),
        ("码头保洁", "18.00", "万元"),
    } <= facts
    assert {("巡航里程", "8600", "公里"), ("案件办结率", "95", "%"), ("渔民满意度", "90", "%")} <= facts
    pages = {f.source.page for f in reading.facts if f.source.row in {row[0] for row in BOUGHT}}
    assert len(pages) == (2 if before else 1)
    assert not [c.text for c in reading.chunks if "采购品目 类别" in c.text]


def test_a_total_that_no_text_tells_has_no_unit(tmp_path: Path) -> None:
    press = ThreeLined(tmp_path / "公开.pdf")
    press.cover([BODY, "2024年单位预算"])
    press.prose(["七、其他事项", "（一）政府采购情况。本站采购预算共371.00万元，明细如下："])
    press.sheet(LIST)
    press.close()
    reading = read_file(tmp_path / "公开.pdf", Settings(data=tmp_path))
    assert ("夜视望远镜", "6", "套") in told(reading)
    assert not [f for f in reading.facts if f.source.row == "趸船大修" and str(f.value) == "142.65"]


def test_a_table_below_running_text_goes_on_with_none_of_the_page_before(tmp_path: Path) -> None:
    press = Press(tmp_path / "公开.pdf")
    press.cover([BODY, "2023年度单位决算"])
    head = [[H("合计"), H("因公出国（境）费"), H("公务用车运行维护费"), H("公务接待费")]]
    press.sheet(
        Sheet(
            "“三公”经费支出决算表",
            head,
            [["4.10", "0.00", "3.60", "0.50"]],
            right="单位：万元",
            own_page=False,
        )
    )
    press._turn()
    press.prose(
        [
            "一、收支情况",
            "本站全年支出合计1,034.55万元，比上年略有下降。",
            "各站点收支如下，含上年结转。",
        ]
    )
    rows = [
        ["江屿市渔政站（本级）", "610.00", "603.20", "1.10"],
        ["江屿市渔港站", "431.35", "431.35", "2.20"],
    ]
    head = [[H("单位名称"), H("本年收入"), H("本年支出"), H("年末结转和结余")]]
    press.sheet(Sheet("", head, [*rows, ["合计", "1,041.35", "1,034.55", "3.30"]], own_page=False))
    press.close()
    reading = read_file(tmp_path / "公开.pdf", Settings(data=tmp_path))
    assert not [f for f in reading.facts if "三公" in f.source.table and f.source.page == 3]
    spent = {(f.entity, str(f.value), f.unit) for f in reading.facts if f.subject.name == "本年支出合计"}
    assert {("江屿市渔港站", "431.35", "万元"), (BODY, "1034.55", "万元")} <= spent
