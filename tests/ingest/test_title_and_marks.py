"""Half-width marks, headings without numbers, and the body, year and kind that a title says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cells import About
from ingest.entities import identify
from ingest.figures import sections_to_facts
from ingest.model import Kind, Line, Page, Section, Stage
from ingest.sections import pages_to_sections
from ingest.text import with_full_marks

BODY = "临川县水务局"


def page(*rows: str) -> Page:
    """A page of lines, one below the other."""
    lines = []
    for number, row in enumerate(rows):
        starts = tuple(80.0 + 10 * i for i in range(len(row)))
        top = 80.0 + 20 * number
        ends = tuple(x + 10 for x in starts)
        lines.append(Line(row, 1, (80.0, top, ends[-1], top + 12), starts, ends, 12.0))
    return Page(1, 595.0, 842.0, tuple(lines), ())


def headed(*rows: str) -> list[tuple[str, ...]]:
    """The heads above each run of text on a page."""
    return [section.path for section in pages_to_sections([page(*rows)])]


def wrong(*words: object, read: str) -> object:
    """Words that are read wrongly so far."""
    return pytest.param(*words, marks=pytest.mark.xfail(strict=True, reason=f"read as {read}"))


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "会议费1,200.5万元,比上年减少30.25万元;其中:培训费2万元.",
            "会议费1,200.5万元，比上年减少30.25万元；其中：培训费2万元。",
        ),
        ("增加5.0万元,123.5万元", "增加5.0万元，123.5万元"),
        ("2023年,123人", "2023年，123人"),
        ("车辆10辆,130人", "车辆10辆，130人"),
        ("预算1,200.5,决算1,100.3万元", "预算1,200.5，决算1,100.3万元"),
        ("分别为12,35万元", "分别为12，35万元"),
        ("占比为3.5%.其中:3万元", "占比为3.5%。其中：3万元"),
        ("收入(万元):5", "收入(万元)：5"),
        ("支出5万元.“三公”经费3万元", "支出5万元。“三公”经费3万元"),
        ("支出5万元.（一）收入", "支出5万元。（一）收入"),
        ("共接待(三批).", "共接待(三批)。"),
        ('"三公"经费和"会议"费', "“三公”经费和“会议”费"),
        ("“三公\"经费", "“三公”经费"),
        ("接待费5万元,与上年持平.会议费3万元", "接待费5万元，与上年持平。会议费3万元"),
    ],
)  # fmt: skip
def test_half_width_marks_of_a_sentence_are_read_as_full(printed: str, read: str) -> None:
    assert with_full_marks(printed) == read


@pytest.mark.parametrize(
    "text",
    [
        "收入1,234,567.89元",
        "配比为1:3",
        "每日9:00-17:00开放",
        "1.办公费3.5万元",
        "第3.5.2节",
        "通过ISO9001:2015认证",
        "V2.0系统",
        "No.3泵站",
        '购置55"的电视',
        "http://www.linchuan.gov.cn:8080/a,b;c",
        "收入合计，支出合计；其中：“三公”经费。",
    ],
)
def test_what_is_no_mark_of_a_sentence_stays(text: str) -> None:
    assert with_full_marks(text) == text


@given(st.text(st.sampled_from(list("收入支出万元人年%（）()“”\"'0123456789.,:;，。；：Az ")), max_size=30))
def test_marks_are_changed_one_for_one(text: str) -> None:
    full = with_full_marks(text)
    pairs = {(old, new) for old, new in zip(text, full, strict=True) if old != new}
    assert pairs <= {
        (",", "，"),
        (";", "；"),
        (":", "："),
        (".", "。"),
        ('"', "“"),
        ('"', "”"),
        ("”", "“"),
        ("“", "”"),
    }


def test_figures_behind_half_width_marks() -> None:
    sections = pages_to_sections(
        [
            page(
                "2023年度公务接待费1,200.5万元,比上年减少30.25万元;培训费2万元,与上年持平;会议费3万元.差旅费4万元."
            )
        ]
    )
    found = sections_to_facts(sections, About(BODY, 2023, Stage.FINAL_ACCOUNTS), {})
    assert [(f.subject.name, f.measure.value, str(f.value)) for f in found] == [
        ("公务接待费", "金额", "1200.5"),
        ("公务接待费", "增减额", "-30.25"),
        ("培训费", "金额", "2"),
        ("培训费", "增减额", "0"),
        ("会议费", "金额", "3"),
        ("差旅费", "金额", "4"),
    ]


TITLE = f"{BODY}2023年度部门决算公开说明"


def test_the_name_of_the_document_and_topics_between_sentences_are_heads() -> None:
    rows = (TITLE, "支出决算情况说明", "2023年度支出500万元.", "收入决算情况", "本部门收入600万元。")
    assert headed(*rows) == [(TITLE, "支出决算情况说明"), (TITLE, "收入决算情况")]


def test_the_name_of_the_document_may_stand_below_a_line_or_two() -> None:
    assert headed("概述如下。", TITLE, "本单位收入600万元。") == [(), (TITLE,)]


@pytest.mark.parametrize(
    "rows",
    [
        ("2023年度支出500万元，主要反映", "水务工作开展情况", "2023年度收入600万元。"),  # within a sentence
        ("2023年度支出500万元。", "水务工作开展情况", "及其他。"),  # goes on
        ("2023年度支出500万元。", "水务工作开展情况"),  # heads nothing
        ("2023年度支出500万元。", "收入决算情况。", "本部门收入600万元。"),  # a sentence
        (
            "本局概述。",
            "职责概述。",
            "机构概述。",
            "经费概述。",
            TITLE,
            "本部门收入600万元。",
        ),  # not at the top
        (f"{TITLE}反映了", "本部门收入600万元。"),  # goes on
        (f"本说明由{BODY}编制，", TITLE[6:], "由其解释。"),
    ],
)
def test_lines_that_look_like_heads_are_none(rows: tuple[str, ...]) -> None:
    assert set(headed(*rows)) == {()}


def _identity(file: str, *rows: str) -> tuple[str, int, Kind]:
    pages = [page(*rows)] if rows else []
    sections: tuple[Section, ...] = pages_to_sections(pages)
    found = identify(f"{file}.pdf", pages, (), sections)
    return found.entity, found.year, found.kind


BUDGET, ACCOUNTS = Kind.BUDGET, Kind.FINAL_ACCOUNTS


@pytest.mark.parametrize(
    ("file", "year", "kind"),
    [
        (f"{BODY}2018年部门预算情况说明", 2018, BUDGET),
        (f"（一）{BODY}2023年部门预算", 2023, BUDGET),
        (f"3.{BODY}2023年部门决算", 2023, ACCOUNTS),
        (f"关于{BODY}2023年部门预算的通知", 2023, BUDGET),
        (f"{BODY}2022年部门决算（2023年公开）", 2022, ACCOUNTS),
        (f"20230301{BODY}2022年决算", 2022, ACCOUNTS),
    ],
)
def test_the_name_of_a_file_says_it(file: str, year: int, kind: Kind) -> None:
    assert _identity(file) == (BODY, year, kind)


@pytest.mark.parametrize(
    "name", ["临川县柳溪学区", "临川县委政策研究室", "临川经济开发区", "临川高新区管委会", "临川县城南街"]
)
def test_names_of_further_bodies(name: str) -> None:
    assert _identity(f"{name}2023年部门决算")[0] == name


@pytest.mark.parametrize("file", ["关于做好2023年部门预算工作情况", "关于公务接待经费的通知2023年"])
def test_words_of_a_sentence_are_no_body(file: str) -> None:
    assert _identity(file)[0] == ""


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("2023年一般公共预算支出决算表", ACCOUNTS),  # the budget is a fund here
        ("2023年政府性基金预算财政拨款决算", ACCOUNTS),
        ("2023年国有资本经营预算决算说明", ACCOUNTS),
        ("2023年决算报告会部门预算", BUDGET),
        ("2023年部门预算绩效决算", ACCOUNTS),
    ],
)  # fmt: skip
def test_the_kind_that_the_name_of_a_file_says(file: str, kind: Kind) -> None:
    assert _identity(file)[2] is kind


@pytest.mark.parametrize(
    ("file", "rows", "year", "kind"),
    [
        (  # the year beside it is that of the comparison
            "公开",
            (f"{BODY}2023年部门预算公开", "收入500万元，比2022年预算减少3万元。", "支出5万元，较2022年预算持平。"),
            2023,
            BUDGET,
        ),
        # 「预决算公开」 says neither; the page does
        (f"{BODY}2023年预决算公开", (f"{BODY}2023年部门预算", "收入500万元。"), 2023, BUDGET),
        # the name of the file says it, whatever the page names
        (f"{BODY}2023年部门预算", (f"{BODY}公开", "按照决算编报要求公开。"), 2023, BUDGET),
        (f"{BODY}2023年部门预算", (f"{BODY}公开", "2022年预算执行好，2022年决算已批"), 2023, BUDGET),
    ],
)  # fmt: skip
def test_the_title_and_the_first_page(file: str, rows: tuple[str, ...], year: int, kind: Kind) -> None:
    assert _identity(file, *rows) == (BODY, year, kind)
