"""A town's short name before an account is whose it is, and no part of the account's name (镇的简称)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.leads import without_body
from ingest.reading import read_file
from ingest.settings import Settings

HEAD = "{body}2025年部门预算\n\n一、其他重要事项的情况说明\n"


def names(folder: Path, body: str, sentence: str) -> set[tuple[str, str]]:
    path = folder / f"{body}2025年部门预算.txt"
    path.write_text(HEAD.format(body=body) + sentence + "\n", encoding="utf-8")
    return {(f.subject.name, f"{f.value}") for f in read_file(path, Settings(data=folder)).facts}


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("青榆县柳汀镇人民政府", "柳汀镇"),
        ("青榆县石门乡人民政府", "石门乡"),
        ("临阳区东坊街道办事处", "东坊街道"),
    ],
)
def test_whose_it_is_is_no_part_of_the_name(tmp_path: Path, body: str, short: str) -> None:
    sentence = (
        f"（一）机关运行经费。2025年{short}机关运行经费财政拨款预算186.20万元，较2024年预算数减少3.10万元。"
    )
    told = names(tmp_path, body, sentence)
    assert {("机关运行经费", "186.20"), ("机关运行经费", "-3.10")} <= told
    assert not [name for name, _ in told if short in name]


def test_another_town_keeps_its_name(tmp_path: Path) -> None:
    sentence = "（一）补助。2025年沙口镇道路养护补助预算52.00万元。"
    told = names(tmp_path, "青榆县柳汀镇人民政府", sentence)
    assert not [value for name, value in told if name == "道路养护补助"]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("青榆县卫生健康委员会", "卫生健康管理事务"),
        ("青榆县发展和改革委员会", "发展和改革专项工作经费"),
        ("青榆市人民政府办公室", "青榆市一般公共预算收入"),
    ],
)
def test_a_section_or_a_city_is_no_short_name(body: str, name: str) -> None:
    assert without_body(name, body) == name
