"""What is no fault: ratios divided before they were rounded, aims beside results, counts joined by 和."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from ingest.model import Verdict
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Heading, Press, Sheet

H = Heading


def test_a_ratio_of_the_text_in_wan_of_tables_in_yuan_was_divided_before_it_was_rounded(
    tmp_path: Path,
) -> None:
    # 53,826.00 ÷ 75,000.00 = 71.768 %, while the rounded 5.38 ÷ 7.50 is 71.73 %.
    path = tmp_path / "决算.pdf"
    press = Press(path)
    press.cover(["澄江县石门镇人民政府", "2019年度部门决算"])
    press.sheet(
        Sheet("支出决算表", [[H("科目编码"), H("科目名称"), H("本年支出合计")]],
              [["201", "一般公共服务支出", "1,053,826.00"]], (2, 5, 4), left="部门：澄江县石门镇人民政府",
              right="金额单位：元")
    )  # fmt: skip
    press.prose(
        ["三、“三公”经费情况说明", "公务接待费预算为7.50万元，支出决算为5.38万元，完成预算的71.77%。"]
    )
    press.close()
    reading = read_file(path, Settings(data=tmp_path))
    rate = [c for c in reading.checks if c.rule == "ratios.completion"]
    assert [c.verdict for c in rate] == [Verdict.ROUNDING]
    assert rate[0].difference == Decimal("0.04")


def test_an_aim_beside_what_was_done_is_no_second_figure(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Press(path)
    press.cover(["澄江县水利局", "2023年度部门决算"])
    aim, done = "更新山洪灾害预警设施28处，修复水毁工程15处", "更新山洪灾害预警设施28处，修复水毁工程17处"
    press.sheet(
        Sheet("项目支出绩效自评表", [[H("项目名称"), H("水旱灾害防御项目", 2)]],
              [["年度总体目标", "预期目标", "实际完成情况"], ["", aim, done]], (3, 8, 8), own_page=False)
    )  # fmt: skip
    press.prose(
        [
            "本部门“三公”经费开支单位包括1个参照公务员法管理事业单位和3个公益一类事业单位。",
            "其中参照公务员法管理事业单位1个。",
        ]
    )
    press.close()
    reading = read_file(path, Settings(data=tmp_path))
    assert not [
        c.message for c in reading.checks if c.rule == "mentions.twice" and c.verdict is Verdict.FAILS
    ]


def test_a_claim_about_an_outcome_without_a_budget_is_not_about_the_item_before(tmp_path: Path) -> None:
    path = tmp_path / "决算.pdf"
    press = Press(path)
    press.cover(["澄江县水利局", "2023年度部门决算"])
    press.prose(
        ["三、支出决算情况说明",
         "1.行政运行（项）。年初预算为132.56万元，支出决算为131.37万元，决算数小于年初预算数。",
         "2.死亡抚恤（项）。年初无预算安排，支出决算为41.26万元，决算数大于年初预算数。"]
    )  # fmt: skip
    press.close()
    claims = [c for c in read_file(path, Settings(data=tmp_path)).checks if c.rule == "directions.budget"]
    assert [c.verdict for c in claims] == [Verdict.HOLDS]


def _points(tmp_path: Path, most: str) -> list[Verdict]:
    """The verdicts on the points of a form whose first indicator can get ``most``."""
    path = tmp_path / "决算.pdf"
    press = Press(path)
    press.cover(["澄江县水利局", "2023年度部门决算"])
    head = [[H("一级指标"), H("三级指标"), H("年度指标值"), H("全年实际值"), H("分值"), H("得分")]]
    rows = [
        ["产出指标", "修复水毁工程", "≥15处", "17处", most, most],
        ["产出指标", "更新预警设施", "≥28处", "26处", "30", "27.70"],
        ["效益指标", "受益人口", "≥3万人", "3.20万人", "20", "20"],
        ["总分", "", "", "", "100", "97.40"],
    ]
    press.sheet(Sheet("水毁修复项目支出绩效自评表", head, rows, (3, 5, 3, 3, 2, 2), own_page=False))
    press.close()
    checks = read_file(path, Settings(data=tmp_path)).checks
    return [check.verdict for check in checks if check.rule == "scores.total"]


def test_ten_points_for_spending_the_money_stand_in_no_row_of_the_indicators(tmp_path: Path) -> None:
    assert Verdict.FAILS not in _points(tmp_path, "40")


def test_other_points_that_are_lacking_are_a_fault(tmp_path: Path) -> None:
    assert _points(tmp_path, "35") == [Verdict.FAILS] * 2
