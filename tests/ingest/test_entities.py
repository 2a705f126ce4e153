"""Who published a disclosure and for which year: from what is printed, and one key for the names of one body."""

from __future__ import annotations

import pytest

from ingest.entities import _REGION, _TITLE, entity_key, identify
from ingest.model import Kind
from tests.ingest.disclosures import (
    CENTRE,
    CONGRESS_2017,
    CONGRESS_2018,
    CONGRESS_2019,
    CORPUS_FILES,
    COUNCIL_2018,
    HEALTH,
    JIANGHAN,
    JIANGHAN_TEXT,
    PARTY_2017,
    PARTY_2018,
    PARTY_2019,
    PUTUO_BUDGET,
    PUTUO_FINANCE,
    PUTUO_PLANNING,
    SAMPLE_FILES,
    URBAN_2022,
    URBAN_2024,
    WANLI_2023,
    WANLI_2024,
    read,
)

SAMPLES = [
    (HEALTH, "云川市松屿区卫生健康局", "部门", 2023, Kind.FINAL_ACCOUNTS, "云川市松屿区"),
    (URBAN_2022, "云川市青岚区城市管理局", "部门", 2022, Kind.FINAL_ACCOUNTS, "云川市青岚区"),
    (URBAN_2024, "云川市青岚区城市管理局", "部门", 2024, Kind.BUDGET, "云川市青岚区"),
    (CENTRE, "云川市青岚区数字城管指挥中心", "单位", 2023, Kind.FINAL_ACCOUNTS, "云川市青岚区"),
]
CORPUS = [
    (JIANGHAN, "武汉市江汉区城市管理执法局指挥调度中心", "部门", 2023, Kind.FINAL_ACCOUNTS, "武汉市江汉区"),
    (
        JIANGHAN_TEXT,
        "武汉市江汉区城市管理执法局指挥调度中心",
        "部门",
        2023,
        Kind.FINAL_ACCOUNTS,
        "武汉市江汉区",
    ),
    (PUTUO_FINANCE, "上海市普陀区财政局", "部门", 2024, Kind.FINAL_ACCOUNTS, "上海市普陀区"),
    (PUTUO_PLANNING, "上海市普陀区规划和自然资源局", "部门", 2024, Kind.FINAL_ACCOUNTS, "上海市普陀区"),
    (PUTUO_BUDGET, "上海市普陀区财政局", "部门", 2025, Kind.BUDGET, "上海市普陀区"),
    (WANLI_2023, "上海市普陀区人民政府万里街道办事处", "部门", 2023, Kind.BUDGET, "上海市普陀区"),
    (WANLI_2024, "上海市普陀区人民政府万里街道办事处", "部门", 2024, Kind.BUDGET, "上海市普陀区"),
    (CONGRESS_2017, "江苏省人大常委会办公厅", "部门", 2017, Kind.BUDGET, "江苏省"),
    (COUNCIL_2018, "江苏省政协办公厅", "部门", 2018, Kind.BUDGET, "江苏省"),
]


def check(case: tuple[str, str, str, int, Kind, str]) -> None:
    name, entity, level, year, kind, region = case
    document = read(name).reading.document
    assert (document.entity, document.level, document.year) == (entity, level, year)
    assert (document.kind, document.region) == (kind, region)
    assert entity in document.title and str(year) in document.title


@pytest.mark.parametrize("case", SAMPLES, ids=range(len(SAMPLES)))
def test_a_sample_says_who_and_when(case: tuple[str, str, str, int, Kind, str]) -> None:
    check(case)


@pytest.mark.corpus
@pytest.mark.parametrize("case", CORPUS, ids=range(len(CORPUS)))
def test_a_real_file_says_who_and_when(case: tuple[str, str, str, int, Kind, str]) -> None:
    check(case)


@pytest.mark.corpus
@pytest.mark.parametrize(
    "files",
    [(CONGRESS_2017, CONGRESS_2018, CONGRESS_2019), (PARTY_2017, PARTY_2018, PARTY_2019)],
    ids=["人大", "省委"],
)
def test_a_body_has_one_key_over_the_years(files: tuple[str, ...]) -> None:
    """江苏省委办公厅 signs as 中国共产党江苏省委员会办公厅 in 2017 and as 中共江苏省委办公厅 afterwards."""
    assert len({entity_key(read(name).reading.document.entity) for name in files}) == 1


@pytest.mark.parametrize(
    "name", [*SAMPLE_FILES, *(pytest.param(n, marks=pytest.mark.corpus) for n in CORPUS_FILES)]
)
def test_facts_are_of_the_body_and_of_a_year_near_by(name: str) -> None:
    disclosure = read(name)
    year = disclosure.reading.document.year
    assert {f.entity for f in disclosure.facts} == {disclosure.reading.document.entity}
    assert {f.year for f in disclosure.facts} <= {year - 1, year}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("江苏省人大办公厅", "江苏省人民代表大会常务委员会"),
        ("江苏省人大常委会办公厅", "江苏省人大办公厅"),
        ("中国共产党江苏省委员会办公厅", "江苏省委办公厅"),
        ("中共江苏省委办公厅", "江苏省委"),
        ("中国人民政治协商会议江苏省委员会办公厅", "江苏省政协办公厅"),
        ("上海市普陀区人民政府万里街道办事处", "上海市普陀区万里街道"),
        ("某市某区卫生健康局（本级）", "某市某区卫生健康局"),
        ("某县某镇人民政府", "某县某镇"),
    ],
)
def test_names_of_one_body_have_one_key(one: str, other: str) -> None:
    assert entity_key(one) == entity_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("上海市普陀区财政局", "上海市普陀区规划和自然资源局"),
        ("江苏省人大办公厅", "江苏省政协办公厅"),
        ("江苏省委办公厅", "江苏省政协办公厅"),
        ("云川市青岚区城市管理局", "云川市青岚区数字城管指挥中心"),
        ("武汉市江汉区城市管理执法局", "武汉市江汉区城市管理执法局指挥调度中心"),
        ("江苏省委办公厅", "江苏省委宣传部"),
        ("甲市人大办公厅", "乙市人大办公厅"),
    ],
)
def test_other_bodies_have_other_keys(one: str, other: str) -> None:
    assert entity_key(one) != entity_key(other)


@pytest.mark.parametrize(
    "file",
    [
        "2023年青柳县水利局部门预算公开.pdf",
        "23年青柳县水利局部门预算.pdf",
        "青柳县水利局2023年部门综合预算.pdf",
    ],
)
def test_the_year_before_a_name_in_the_file_is_no_part_of_it(file: str) -> None:
    found = identify(file, (), (), ())
    assert (found.entity, found.year, found.kind) == ("青柳县水利局", 2023, Kind.BUDGET)


@pytest.mark.parametrize(
    "name",
    ["沙坪监狱", "白云苏木", "青山县青少年活动宫", "滨海新区", "东湖县烈士公墓", "石门县苗圃"],
)
def test_bodies_of_rarer_kinds_are_named_by_their_titles(name: str) -> None:
    found = _TITLE.search(f"{name}2023年部门预算公开报告")
    assert found is not None and found["name"] == name


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("清漳县市场监督管理局", "清漳县"),
        ("石门市市政公用事业局", "石门市"),
        ("石门市民政局", "石门市"),
        ("石门市监狱", "石门市"),
        ("石门市政协办公室", "石门市"),
    ],
)
def test_no_market_makes_a_city(name: str, region: str) -> None:
    found = _REGION.match(name)
    assert found is not None and found["region"] == region
