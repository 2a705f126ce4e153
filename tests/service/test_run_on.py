"""Two questions in one breath are two, without a mark between them (连写的两问)."""

from __future__ import annotations

import pytest

from service.read.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("采购预算多少其中给小微的多少", 2), ("下降百分之几为什么", 2),
        ("比上年少花了多少钱降了百分之几", 2), ("收入多少支出多少", 2),
        ("拆一户补几万修一户补几万", 2), ("几万元的设备多少台", 1),
         ("有多少人退休", 1), ("办了多少件投诉", 1),
        ("多少钱用于培训", 1), ("三公经费比上年多多少", 1),
    ],
)  # fmt: skip
def test_a_question_ends_where_the_next_begins(text: str, parts: int) -> None:
    assert len(clauses(text)) == parts
