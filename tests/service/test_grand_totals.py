"""The change of a grand total has the rate of that total, never of another (总计的增减)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_pages

#: The text tells the change of the totals alone; 40.00 of 400.00 before is 10.00 %, while of the year's own income it
#: would be 11.11 %.
TEXT = """芦川县热线服务中心2023年度单位决算
一、单位职责
芦川县热线服务中心负责受理群众来电。
二、收入支出决算总体情况说明
芦川县热线服务中心2023年度收入总计440.00万元，支出总计440.00万元。与2022年度相比，收、支总计各增加40.00万元，增长10.00%。
三、收入决算情况说明
本年收入合计400.00万元，其中：财政拨款收入400.00万元，占100.00%。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("totals")
    file = Path(folder, "芦川县热线服务中心2023年度单位决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


@pytest.mark.parametrize("last", ["比上年", "比上年增长百分之几", "增幅多少"])
def test_the_rate_is_of_the_total_whose_change_is_told(answerer: Answerer, last: str) -> None:
    answerer.ask(AskRequest(question="芦川县热线服务中心2023年收入多少", conversation_id=last))
    answer = answerer.ask(AskRequest(question=last, conversation_id=last))
    rates = [figure for figure in answer.figures if figure.unit == "%"]
    assert [figure.value for figure in rates] in (["10.00"], ["10"])
    assert all("收入总计" in figure.label for figure in rates)


#: The change is told of what is appropriated: of all income only where there is no other.
@pytest.mark.parametrize(("whole", "other", "told"), [("862.40", "0", ["31.75"]), ("892.40", "30.00", [])])
def test_the_change_of_what_is_appropriated_is_that_of_all_income_where_there_is_no_other(
    tmp_path: Path, whole: str, other: str, told: list[str]
) -> None:
    text = (
        f"2025年，竹屿区统计局收入预算{whole}万元，其中：财政拨款收入862.40万元，比2024年预算增加31.75万元；"
        f"事业收入{other}万元；其他收入0万元。"
    )
    desk = answerer_of_pages(tmp_path, "云川市竹屿区统计局", {"2025年部门预算": [text]})
    answer = desk.ask(AskRequest(question="竹屿区统计局2025年收入预算较2024年预算增加额"))
    assert [figure.value for figure in answer.figures] == told
