"""One thing changed in a sound document at a time: each is found, by the rule for it and on its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Severity, Verdict
from tests.ingest.checks.paper import draw, proven

#: What was done to the document: what stood there, what stands there now, the rule that finds it, its page.
PLANTED: dict[str, tuple[str, str, str, int]] = {
    "项的数字": ("支出决算表|2130301行政运行|640.00", "支出决算表|2130301行政运行|460.00", "levels.children", 3),
    "款的数字": ("收入决算表|21303水利|1,100.00", "收入决算表|21303水利|1,010.00", "levels.children", 2),
    "合计": ("支出决算表|合计|1,200.00", "支出决算表|合计|1,300.00", "levels.total", 3),
    "一行的一栏": ("收入决算表|213农林水支出|50.00", "收入决算表|213农林水支出|500.00", "parts.income", 2),
    "三公合计": ("经费支出决算表|合计|9.00", "经费支出决算表|合计|8.00", "balances.travel", 4),
    "单位写错": ("单位：万元|支出决算表", "单位：元|支出决算表", "agreement.narrative", 3),
    "正文总额": ("本年收入合计1250.00", "本年收入合计1520.00", "agreement.narrative", 5),
    "正文多一位": ("基本支出790.00", "基本支出7900.0", "agreement.narrative", 5),
    "占比": ("占65.83%", "占68.53%", "ratios.share", 5),
    "所说的总体": ("占授予中小企业合同金额的25.00%", "占授予中小企业合同金额的52.00%", "shares.named", 5),
    "栏次公式": ("支出决算表|2130301行政运行|640.00", "支出决算表|2130301行政运行|650.00", "formulas.columns", 3),
    "编码": ("支出决算表|2130301行政运行|2130301", "支出决算表|2130301行政运行|2130310", "writing.codes", 3),
    "完成率": ("完成年初预算的91.11%", "完成年初预算的97.11%", "ratios.completion", 5),
    "年初预算": ("年初预算为650.00", "年初预算为560.00", "ratios.completion", 5),
    "增减率": ("增长20.00%", "增长12.00%", "ratios.change", 5),
    "增减额": ("增加200.00", "增加220.00", "ratios.change", 5),
    "增减额与率相反": ("20.00万元，下降20.00%", "20.00万元，增长20.00%", "changes.ways", 5),
    "各项年初预算": ("年初预算为100.00", "年初预算为130.00", "lists.items", 5),
    "持平": ("年初预算为50.00万元，支出决算为50.00", "年初预算为60.00万元，支出决算为50.00", "directions.budget", 5),
    "千位分隔": ("收入决算表|合计|1,250.00", "收入决算表|合计|12,50.00", "writing.grouped", 2),
    "增减的方向": ("增长20.00%", "下降20.00%", "ratios.change", 5),
    "大于与小于": ("决算数小于预算数的主要原因：厉行", "决算数大于预算数的主要原因：厉行", "directions.budget", 5),
    "车辆之和": ("执法执勤用车3辆", "执法执勤用车4辆", "enumerations.count", 5),
    "采购之和": ("工程支出30.00", "工程支出33.00", "balances.purchases", 5),
    "截止日期": ("截至2023年12月31日", "截至2022年12月31日", "form.date", 5),
    "标题年度": ("水务局2023年度部门决算情况说明", "水务局2022年度部门决算情况说明", "form.year", 5),
    "标题单位": ("第三部分 云山市河东区水务局2023", "第三部分 云山市河西区农业局2023", "form.name", 5),
    "占位符": ("全年巡查", "××单位全年巡查", "form.placeholder", 5),
    "年度混淆": ("2023年度本年收入合计1250.00", "2022年度本年收入合计1250.00", "years.confused", 5),
}  # fmt: skip


def test_a_sound_document_has_nothing_against_it(tmp_path: Path) -> None:
    assert [check.message for check in proven(draw(tmp_path))] == []


@pytest.mark.parametrize("name", PLANTED)
def test_what_is_planted_is_found(name: str, tmp_path: Path) -> None:
    old, new, rule, page = PLANTED[name]
    found = [c for c in proven(draw(tmp_path, {old: new})) if c.verdict is Verdict.FAILS]
    assert rule in {c.rule for c in found}, [c.message for c in found]
    assert all(c.severity is not Severity.NOTE for c in found)
    assert page in {p for c in found if c.rule == rule for p in c.pages}


def test_a_check_tells_both_sides_and_where_they_stand(tmp_path: Path) -> None:
    """Page 5 prints 1520.00, page 2 prints 1,250.00: both figures, both pages, the difference."""
    found = proven(draw(tmp_path, {"本年收入合计1250.00": "本年收入合计1520.00"}))
    check = next(c for c in found if c.rule == "agreement.narrative")
    assert [str(check.left.value), str(check.right.value), str(check.difference)] == [
        "1520.00",
        "1250.00",
        "270.00",
    ]
    assert (check.left.unit, check.pages) == ("万元", (2, 5))
    assert all(x1 > x0 and bottom > top for o in check.operands for x0, top, x1, bottom in [o.box])
    assert "第5页" in check.message and "第2页" in check.message


def test_a_wrong_unit_line_is_told_as_one(tmp_path: Path) -> None:
    found = proven(draw(tmp_path, {"单位：万元|支出决算表": "单位：元|支出决算表"}))
    assert any("相差 10000 倍" in c.message and "单位可能写错" in c.message for c in found)


def test_a_slip_of_one_place_is_told_as_one(tmp_path: Path) -> None:
    found = proven(draw(tmp_path, {"基本支出790.00": "基本支出7900.0"}))
    assert any("相差 10 倍" in c.message for c in found)


def test_a_hundredth_is_rounding_and_no_error(tmp_path: Path) -> None:
    """合计 1,250.01 over 150.00 + 1,100.00: each of the three may be rounded."""
    found = proven(draw(tmp_path, {"收入决算表|合计|1,250.00": "收入决算表|合计|1,250.01"}))
    assert found
    assert {c.verdict for c in found} == {Verdict.ROUNDING}
    assert {c.severity for c in found} == {Severity.NOTE}
