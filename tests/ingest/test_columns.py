"""Tables in plain text: blank cells lost, headings broken; a figure is taken where the sums leave one column for it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.columns.assign import Figures, columns_of, readings, settle
from ingest.columns.forms import FORMS, Formula, formulas
from ingest.columns.heads import match_head
from ingest.model import Fact, Origin, Reading, Stage
from ingest.numbers import plain
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.disclosures import JIANGHAN, JIANGHAN_TEXT, read

CAPTION = "部门：望湖市柳林区档案馆 金额单位：万元"

# Made-up figures. 208 is basic and 229 project expenditure; nothing in the table alone says so.
SPENT = f"""\
2023年度支出决算表
公开03表
{CAPTION}
项目
本年支
出合计
基本支
出
项目支
出
上
缴
上
级
支
出
经
营
支
出
对附
属单
位补
助支
出
功能分类
科目编码
科目名称
类 款 项
栏次 1 2 3 4 5 6
合计 150.00 90.00 60.00
208 社会保障和就业支出 90.00 90.00
20805 行政事业单位养老支出 90.00 90.00
2080505 机关事业单位基本养老保险缴费
支出
70.00 70.00
2080506 机关事业单位职业年金缴费支出 20.00 20.00
229 其他支出 60.00 60.00
22999 其他支出 60.00 60.00
2299999 其他支出 60.00 60.00
注：本表反映部门本年度各项支出情况。
1栏各行＝（2＋3＋4＋5＋6）栏各行。
"""
TOLD = """\
第三部分 2023年度部门决算情况说明
三、支出决算情况说明
2023年度支出合计150.00万元。其中：基本支出90.00万元，占60%；项目支出60.00万元，占40%。
"""


def reading_of(folder: Path, text: str) -> Reading:
    path = folder / "望湖市柳林区档案馆2023年度部门决算.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, Settings(data=Path("unused")))


def cells(reading: Reading) -> list[Fact]:
    return [fact for fact in reading.facts if fact.origin is Origin.CELL]


def amounts(reading: Reading, code: str) -> dict[str, str]:
    return {
        f.breakdown: plain(f.value) for f in cells(reading) if f.subject.code == code and f.value is not None
    }


def test_the_narrative_and_the_sums_tell_the_columns(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, SPENT + TOLD)
    assert amounts(reading, "2080505") == {"合计": "70.00", "基本支出": "70.00"}
    assert amounts(reading, "22999") == {"合计": "60.00", "项目支出": "60.00"}
    assert not reading.misread
    (basic,) = [f for f in cells(reading) if f.subject.name == "基本支出" and not f.subject.code]
    assert (basic.statement, basic.value, basic.unit) == ("支出表", Decimal("90.00"), "万元")


def test_a_column_that_nothing_tells_stays_open(tmp_path: Path) -> None:
    """Without the narrative 90.00 and 60.00 may stand in any two of five columns: only the totals are sure."""
    reading = reading_of(tmp_path, SPENT)
    assert amounts(reading, "208") == {"合计": "90.00"}
    assert amounts(reading, "2299999") == {"合计": "60.00"}
    assert sorted(m.text for m in reading.misread) == sorted(
        ["90.00", "60.00", "90.00", "90.00", "70.00", "20.00", "60.00", "60.00", "60.00"]
    )
    assert all("不能唯一确定" in m.reason for m in reading.misread)


def test_a_name_broken_before_its_figures_is_whole(tmp_path: Path) -> None:
    facts = cells(reading_of(tmp_path, SPENT + TOLD))
    names = {f.subject.name for f in facts if f.subject.code == "2080505"}
    assert names == {"机关事业单位基本养老保险缴费支出"}


def test_rows_that_do_not_add_up_are_left_out(tmp_path: Path) -> None:
    """Figures that slipped by one row, as where codes and figures are printed apart, prove nothing."""
    slipped = SPENT.replace("208 社会保障和就业支出 90.00 90.00", "208 社会保障和就业支出 70.00 70.00")
    slipped = slipped.replace("229 其他支出 60.00 60.00", "229 其他支出 61.00 61.00")
    slipped = slipped.replace(
        "2080506 机关事业单位职业年金缴费支出 20.00 20.00", "2080506 职业年金 60.00 60.00"
    )
    reading = reading_of(tmp_path, slipped + TOLD)
    assert not amounts(reading, "208") and not amounts(reading, "2080506")
    assert {m.text for m in reading.misread} >= {"70.00", "61.00"}


def test_table_lines_are_no_prose(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, SPENT + TOLD)
    assert not any("2080505" in chunk.text or "功能分类" in chunk.text for chunk in reading.chunks)
    assert any("占60%" in chunk.text for chunk in reading.chunks)


def test_figures_are_cited_where_they_are_printed(tmp_path: Path) -> None:
    """20.00 stands twice in its line; the two facts have two boxes, both on it."""
    facts = [f for f in cells(reading_of(tmp_path, SPENT + TOLD)) if f.subject.code == "2080506"]
    first, second = sorted(facts, key=lambda f: f.source.box[0])
    assert first.source.box[1] == second.source.box[1]
    assert first.source.box[2] < second.source.box[0]


SIDES = f"""\
2023年度收入支出决算总表
公开01表
{CAPTION}
收入 支出
项目 行次 金额 项目 行次 金额
栏次 1 栏次 2
一、一般公共预算财政拨款收入 1 140.00 一、一般公共服务支出 28
二、政府性基金预算财政拨款收入 2 二、外交支出 29
八、其他收入 8 5.00 八、社会保障和就业支出 35 90.00
9 二十三、其他支出 50 58.00
本年收入合计 24 145.00 本年支出合计 51 148.00
年初结转和结余 26 8.00 年末结转和结余 53 5.00
总计 27 153.00 总计 54 153.00
注：本表反映部门2023年度收入、支出的总数以及年末结转和结余的数额。
"""


def test_two_sides_of_one_line(tmp_path: Path) -> None:
    found = {
        (f.subject.name, f.flow.value): plain(f.value) for f in cells(reading_of(tmp_path, SIDES)) if f.value
    }
    assert found == {
        ("一般公共预算财政拨款收入", "收入"): "140.00",
        ("其他收入", "收入"): "5.00",
        ("本年收入合计", "收入"): "145.00",
        ("年初结转和结余", "结转结余"): "8.00",
        ("收入总计", "收入"): "153.00",
        ("社会保障和就业支出", "支出"): "90.00",
        ("其他支出", "支出"): "58.00",
        ("本年支出合计", "支出"): "148.00",
        ("年末结转和结余", "结转结余"): "5.00",
        ("支出总计", "支出"): "153.00",
    }


def test_a_side_that_does_not_add_up_is_left_out(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, SIDES.replace("8 5.00", "8 6.00"))
    names = {f.subject.name for f in cells(reading)}
    assert "其他收入" not in names and "社会保障和就业支出" in names


def test_a_title_below_its_table_names_nothing(tmp_path: Path) -> None:
    """Some extractors print the title of a table behind it: taken for the title of the next it would lie."""
    body = "\n".join(SPENT.splitlines()[3:-2])
    reading = reading_of(tmp_path, f"{body}\n2023年度支出决算表\n{body}\n2023年度收入决算表\n")
    assert not cells(reading)


VISITS = f"""\
2023年度财政拨款“三公”经费支出决算表
公开09表
{CAPTION}
预算数 决算数
合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费 合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
小计 公务用车购置费 公务用车运行维护费 小计 公务用车购置费 公务用车运行维护费
1 2 3 4 5 6 7 8 9 10 11 12
{{row}}
注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。
1栏＝（2＋3＋6）栏；3栏＝（4＋5）栏；7栏＝（8＋9＋12）栏；9栏＝（10＋11）栏。
"""


def test_visits_cars_and_meals(tmp_path: Path) -> None:
    row = "9.00 1.00 6.00 0.00 6.00 2.00 7.50 0.00 6.00 0.00 6.00 1.50"
    facts = cells(reading_of(tmp_path, VISITS.format(row=row)))
    found = {(f.subject.name, f.stage): plain(f.value) for f in facts if f.value is not None and f.value != 6}
    assert found[("“三公”经费", Stage.BUDGET)] == "9.00"
    assert found[("公务接待费", Stage.FINAL_ACCOUNTS)] == "1.50"
    assert found[("公务用车购置费", Stage.FINAL_ACCOUNTS)] == "0.00"


def test_visits_with_blanks_lost(tmp_path: Path) -> None:
    """Four times 2.00: a total and its only part, twice. Of what the part is nobody can say."""
    reading = reading_of(tmp_path, VISITS.format(row="2.00 2.00 2.00 2.00"))
    assert [(f.subject.name, f.stage) for f in cells(reading)] == [
        ("“三公”经费", Stage.BUDGET),
        ("“三公”经费", Stage.FINAL_ACCOUNTS),
    ]
    assert len(reading.misread) == 2


def test_headings_are_known_by_their_characters_in_any_order() -> None:
    rows = [
        "项目 本年收 财政拨 上级 事业 经营 附属单位 其他",
        "入合计 款收入 补助 收入 收入 上缴收入 收入 收入",
        "科目编码 科目名称",
    ]
    form = match_head("收入表", " ".join(rows).split(), 7)
    assert form is not None and form.columns[5] == "附属单位上缴收入"
    assert match_head("收入表", [*" ".join(rows).split(), "教育收费"], None) is None


def test_printed_formulas() -> None:
    assert formulas("6 栏各行＝（1＋2－3）栏各行；3 栏各行＝（4＋5）栏各行。") == (
        Formula(5, (0, 1), (2,)),
        Formula(2, (3, 4)),
    )


def test_sums_part_what_each_row_alone_leaves_open() -> None:
    """合计 10 = 7 + 3; of two rows (7, 7) and (3, 3) one is basic, one project: which is which the total row says."""
    form = FORMS["国有资本经营表"][1]
    total, seven, three = (Decimal(n) for n in ("10", "7", "3"))
    rows = [Figures((total, seven, three), None), Figures((seven, seven), 0), Figures((three, three), 0)]
    left = settle(rows, form, readings(rows, form))
    assert [columns_of(row, found) for row, found in zip(rows, left, strict=True)] == [
        (0, 1, 2),
        (0, 1),
        (0, 2),
    ]


def test_equal_rows_stay_open() -> None:
    form = FORMS["国有资本经营表"][1]
    ten, five = Decimal("10"), Decimal("5")
    rows = [Figures((ten, five, five), None), Figures((five, five), 0), Figures((five, five), 0)]
    left = settle(rows, form, readings(rows, form))
    assert columns_of(rows[1], left[1]) == (0, None)


@pytest.mark.corpus
def test_the_text_of_a_disclosure_gives_the_statements_of_its_pdf() -> None:
    """江汉区: every figure of the statements on pages 3–5, each in its column."""

    def statements(name: str) -> set[tuple[object, ...]]:
        return {
            (
                *(f.statement, f.subject.code, f.subject.name, f.breakdown, f.fund),
                *(f.stage, f.year, f.value, f.unit, f.source.page),
            )
            for f in read(name).facts
            if f.origin is Origin.CELL and f.source.page <= 8
        }

    assert statements(JIANGHAN_TEXT) == statements(JIANGHAN)
    assert len(statements(JIANGHAN_TEXT)) == 110


INDICATORS = """\
2023年度项目支出绩效自评表
单位名称（盖章）：望湖市柳林区档案馆 填报日期：2024年3月1日
项目名称 库房维护
预算执行情况
（万元）
预算数（A） 执行数（B） 执行率（B/A）
年度财政资金总额 12.00 11.40 95.00
一级指标 二级指标 三级指标 年初目标值（A） 实际完成值（B）
产出指标 数量指标 检修空调机组 ≧20 台 检修机组 24 台，完成任务
偏差原因 因机组保养得当，修理费用低于预算
第五部分 名词解释
基本支出：指为保障机构正常运转而发生的支出。
"""


def test_indicators_are_found_by_their_words_and_make_no_figures(tmp_path: Path) -> None:
    """Run together, 24 台 may be a target or an outcome, and 11.40 of any column: read as words alone."""
    reading = reading_of(tmp_path, INDICATORS)
    assert not [f for f in reading.facts if f.value is not None]
    (passage,) = [chunk for chunk in reading.chunks if "保养得当" in chunk.text]
    assert passage.path[-1] == "2023年度项目支出绩效自评表"
    assert any("保障机构正常运转" in chunk.text for chunk in reading.chunks)
