"""People under headings that only name a day, and the line over a form that names its project (年末人数)."""

from __future__ import annotations

import pytest

from ingest.headings import counts_people, says_all, year_of
from ingest.titled_projects import project_over


@pytest.mark.parametrize(
    ("label", "headings", "counted"),
    [
        ("编外聘用人员", ("2020年末",), True),
        ("在职职工", ("上年末",), True),
        ("退休人员", ("增减",), True),
        ("退休人员", ("2021年",), False),  # it may be what is paid to them
        ("人员经费", ("2021年末",), False),
        ("在编人员", ("工资", "2021年末"), False),
    ],
)
def test_people_are_counted_at_a_day(label: str, headings: tuple[str, ...], counted: bool) -> None:
    assert counts_people(label, headings) is counted


@pytest.mark.parametrize(
    ("heading", "year"), [("2020年末", 2020), ("上年末", 2020), ("2021年末", 2021), ("本年末", 2021)]
)
def test_a_day_is_of_its_year_and_no_part(heading: str, year: int) -> None:
    assert year_of([heading], 2021) == year
    assert says_all(heading)


@pytest.mark.parametrize(
    ("lines", "project"),
    [
        (["项目支出绩效自评表", "项目名称：河湖清漂"], "河湖清漂"),
        (["项目名称： 河湖清漂   主管部门：某县水务局"], "河湖清漂"),
        (["编制单位：某县水务局"], ""),
        (["项目名称"], ""),
    ],
)
def test_the_line_over_a_form_names_its_project(lines: list[str], project: str) -> None:
    assert project_over(lines) == project
