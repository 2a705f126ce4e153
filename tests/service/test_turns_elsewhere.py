"""Turns that lead on over a text in another place's words, with no table at all (别处的追问)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from service.answer import Answerer
from tests.service.talking import talk
from tests.service.written import answerer_of

NOW = """临溪市水利局2022年度部门决算
二、机构设置
年末实有在职人员86人，离休人员2人，退休人员41人。
三、收入支出决算情况
2022年度收入总计4820.50万元，支出总计4820.50万元。与2021年度相比，收、支总计各增加320.50万元，增长7.12%。
本年收入合计4700.00万元，其中：财政拨款收入4230.00万元；事业收入376.00万元；其他收入94.00万元。
本年支出合计4650.00万元，其中：基本支出1860.00万元；项目支出2790.00万元。
1.农林水支出（类）水利（款）防汛（项）。年初预算为500.00万元，支出决算为560.00万元，完成年初预算的112.00%。
五、财政拨款“三公”经费支出决算情况
2022年度“三公”经费财政拨款支出预算为30.00万元，支出决算为21.60万元。其中：因公出国（境）费支出决算为0万元；公务用车购置及运行费支出决算为18.40万元，公务用车保有量8辆；公务接待费支出决算为3.20万元，全年国内公务接待40批次、320人次。
第三部分 名词解释
事业收入：指事业单位开展专业业务活动及其辅助活动所取得的收入。
"""
BEFORE = """临溪市水利局2021年度部门决算
三、收入支出决算情况
本年支出合计4380.00万元，其中：基本支出1820.00万元；项目支出2560.00万元。
四、财政拨款“三公”经费支出决算情况
2021年度“三公”经费财政拨款支出决算为24.00万元。其中：公务用车购置及运行费支出决算为20.00万元，公务用车保有量9辆；公务接待费支出决算为4.00万元，全年国内公务接待50批次、410人次。
"""


@pytest.fixture(scope="module")
def water(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("water")
    desk = answerer_of(folder, "临溪市水利局2022年度部门决算.txt", NOW)
    other = folder / "临溪市水利局2021年度部门决算.txt"
    other.write_text(BEFORE, "utf-8")
    settings = desk._settings
    assert [report.status for report in ingest_paths([other], settings)] == ["read"]
    return Answerer(settings)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("水利局2022年三公经费多少", "往前推一年"), "24.00"),
        (("水利局2022年三公经费多少", "往前推一年", "一起算是多少"), "45.60"),
        (("水利局2021年公车几辆", "次年呢", "少了几辆"), "-1"),
        (("水利局2022年基本支出多少", "项目支出呢", "加一块儿"), "4650.00"),
        (("水利局2022年事业收入", "其他收入呢，差多少"), "282.00"),
        (("水利局2022年防汛决算多少", "跟年初预算差多少"), "60.00"),
        (("水利局2022年接待费多少", "接待了多少人次", "人均多少"), "100.00"),
        (("水利局2022年在职多少人", "退休的", "一共多少人"), "127"),
        (("水利局2022年财政拨款收入", "再加上事业收入一共多少"), "4606.00"),
        (("水利局2022年三公三项各多少", "从大到小排"), "18.40"),
        (("水利局2021年支出", "转过年来", "涨了多少"), "270.00"),
    ],
)
def test_turns_lead_on(water: Answerer, turns: tuple[str, ...], told: str) -> None:
    assert talk(water, *turns).figures[0].value == told


def test_a_sum_of_which_one_was_not_found_is_asked_back(water: Answerer) -> None:
    answer = talk(water, "水利局2022年在职多少人", "返聘的呢", "两类一共多少人")
    assert not any(figure.value == "86" for figure in answer.figures)


def test_it_is_defined(water: Answerer) -> None:
    assert "辅助活动" in talk(water, "水利局2022年事业收入", "这项收入的口径怎么定义的").answer
