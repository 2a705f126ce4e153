"""What a text rounds to 万元 and a table prints in 元 is worked out from the table (最细的数)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import AskRequest
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "松岭县文化广电局"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("finest")
    path = folder / f"{BODY}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2023年度部门决算"])
    rows = [
        ["合计", "5000000.00", "4000000.00", "1000000.00"],
        ["图书馆", "1312586.15", "1000000.00", "312586.15"],
        ["博物馆", "1120264.72", "900000.00", "220264.72"],
        ["群众文化", "904813.38", "600000.00", "304813.38"],
        ["文物保护", "1662335.75", "1500000.00", "162335.75"],
    ]
    head = [[H("科目名称"), H("合计"), H("基本支出"), H("项目支出")]]
    title, left = "一般公共预算财政拨款支出决算表", f"部门：{BODY}"
    press.sheet(Sheet(title, head, rows, (6, 4, 4, 4), left=left, right="单位：元"))
    press.prose(
        [
            "一、一般公共预算财政拨款支出决算具体情况",
            "1.文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。"
            "年初预算为120.00万元，支出决算为131.26万元，完成年初预算的109.38%。",
            "2.文化旅游体育与传媒支出（类）文化和旅游（款）群众文化（项）。"
            "年初预算为95.00万元，支出决算为90.48万元，完成年初预算的95.24%。",
        ]
    )
    press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([path], settings)] == ["read"]
    return Answerer(settings)


# 1312586.15, 1120264.72, 904813.38 元, as the rows print them.
@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("图书馆和博物馆两个科目支出合起来是多少元", "2432850.87"),
        ("图书馆、群众文化支出合计多少元", "2217399.53"),
        ("图书馆、博物馆、群众文化三项支出一共多少元", "3337664.25"),
        ("图书馆和群众文化相差多少元", "407772.77"),
        ("图书馆和博物馆支出差多少元", "192321.43"),
        ("图书馆支出是多少元", "1312586.15"),
    ],
)
def test_the_exact_figure_is_worked_with(answerer: Answerer, question: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年决算里{question}"))
    assert answer.figures, answer.answer
    assert (Decimal(answer.figures[0].value), answer.figures[0].unit) == (Decimal(value), "元"), answer.answer


def test_what_the_table_does_not_print_is_the_text_s(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年图书馆和群众文化年初预算合计多少万元"))
    assert Decimal(answer.figures[0].value) == Decimal("215.00"), answer.answer
