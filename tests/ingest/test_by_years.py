"""One thing told year by year in a sentence (逐年数)."""

from __future__ import annotations

import pytest

from tests.ingest.sentences import told


@pytest.mark.parametrize(
    ("text", "name", "rows"),
    [
        ("2021年、2022年在册农技员分别为58人、61人。", "在册农技员", [(2021, "58"), (2022, "61")]),
        ("渔船保有数2022年和2023年分别为74艘和69艘。", "渔船保有数", [(2022, "74"), (2023, "69")]),
        ("2021年至2023年护林员人数分别为31人、33人和36人。", "护林员人数", [(2021, "31"), (2022, "33"), (2023, "36")]),
        ("河道管护资金情况：2022年14.80万元、2023年16.25万元。", "河道管护资金", [(2022, "14.80"), (2023, "16.25")]),
        ("2021年、2022年合作社分别为12家、16家，2023年为17家。", "合作社", [(2021, "12"), (2022, "16"), (2023, "17")]),
        ("新生儿筛查率2022年、2023年分别为96.1%、97.3%。", "新生儿筛查率", [(2022, "96.1"), (2023, "97.3")]),
    ],
)  # fmt: skip
def test_each_number_is_of_its_own_year(text: str, name: str, rows: list[tuple[int, str]]) -> None:
    found = [(f.year, str(f.value)) for f in told(text) if f.subject.name == name]
    assert found == rows


@pytest.mark.parametrize(
    "text",
    [
        "2021年、2022年在册农技员分别为58人、61人、64人。",
        "近三年土地流转面积依次为3.1万亩、3.6万亩、4.2万亩。",
    ],
)
def test_where_the_years_are_not_one_each_none_is_told(text: str) -> None:
    assert told(text) == []


def test_both_ends_are_told_within_a_reason() -> None:
    text = "电费增加，主要原因是新库房启用后库房面积由860平方米扩大到1,340平方米。"
    ends = [(f.subject.name, f.breakdown, str(f.value)) for f in told(text)]
    assert ends == [("库房面积", "变动前", "860"), ("库房面积", "合计", "1340")]
