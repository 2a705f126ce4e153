"""Questions in wordings that stand in no list, told by what was learnt of how people ask (照意思再问)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.worded.odd import is_odd
from tests.service.talking import talk

BUREAU, OTHER = "云栖县水利局", "云栖县林业局"
#: What stands below is read off these pages.
PAGES = (
    f"""{BUREAU}2023年度部门决算
一、部门职责
{BUREAU}负责全县水利工作。
二、收入支出决算总体情况说明
{BUREAU}2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计880.00万元，其中：基本支出560.00万元，项目支出320.00万元。
三、财政拨款支出决算情况说明
2023年度差旅费支出24.60万元，培训费支出12.30万元，会议费支出6.15万元，水费支出3.20万元，电费支出8.80万元。
公务接待费支出4.10万元，比上年减少0.90万元，下降18.00%。
四、国有资产占用情况
截至2023年12月31日，{BUREAU}共有车辆9辆。
""",
    f"""{OTHER}2023年度部门决算
一、部门职责
{OTHER}负责全县林业工作。
二、收入支出决算总体情况说明
{OTHER}2023年度收入总计700.00万元，支出总计700.00万元。本年支出合计690.00万元，其中：基本支出400.00万元，项目支出290.00万元。
三、财政拨款支出决算情况说明
2023年度差旅费支出30.10万元。
四、国有资产占用情况
截至2023年12月31日，{OTHER}共有车辆14辆。
""",
)


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("county")
    files = []
    for page in PAGES:
        files.append(Path(folder, f"{page.splitlines()[0]}.txt"))
        files[-1].write_text(page, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [found.status for found in ingest_paths(files, settings)] == ["read"] * len(files)
    return Answerer(settings)


def ask(county: Answerer, question: str) -> Answer:
    return county.ask(AskRequest(question=question))
