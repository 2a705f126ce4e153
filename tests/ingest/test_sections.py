"""Lines outside tables become headings and paragraphs, joined over lines and pages, each character traceable."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Line, Page, Paragraph
from ingest.sections import lines_to_paragraph, pages_to_sections, sentences
from tests.ingest.disclosures import HEALTH, JIANGHAN, JIANGHAN_TEXT, SAMPLE_FILES, URBAN_2023, read

THIRD = "第三部分云川市青岚区城市管理局2023年度部门决算情况说明"


def line(text: str, page: int = 1, top: float = 100.0) -> Line:
    starts = tuple(80.0 + 10 * i for i in range(len(text)))
    ends = tuple(x + 10 for x in starts)
    return Line(text, page, (80.0, top, ends[-1], top + 12), starts, ends, 12.0)


def test_headings_of_a_narrative() -> None:
    """青岚区城市管理局2023 p.16–17: a part broken over two lines, then numbered headings two deep."""
    paths = [s.path for s in read(URBAN_2023).sections if 16 <= s.page <= 17]
    fifth = "五、一般公共预算财政拨款支出决算情况说明"
    assert paths == [
        (THIRD, "一、收入支出决算总体情况说明"),
        (THIRD, "二、收入决算情况说明"),
        (THIRD, "三、支出决算情况说明"),
        (THIRD, "四、财政拨款收入支出决算总体情况说明"),
        (THIRD, fifth, "（一）总体情况"),
        (THIRD, fifth, "（二）结构情况"),
        (THIRD, fifth, "（三）具体情况"),
    ]


def test_a_paragraph_is_one_text_over_its_lines() -> None:
    """青岚区城市管理局2023 p.16: four lines."""
    (paragraph,) = read(URBAN_2023).section("二、收入决算情况说明").paragraphs
    assert paragraph.text == (
        "2023年度收入合计18080.86万元，比2022年度减少1180.31万元，下降6.13%，主要是项目经费安排减少。"
        "按来源分：财政拨款收入18022.26万元，占99.68%；其他收入58.60万元，占0.32%。"
    )


def test_a_paragraph_goes_on_over_the_page() -> None:
    """松屿区卫生健康局 p.6–7: 「决算719.29万」, the page number, then 「元，用于卫生监督所…」."""
    paragraphs = read(HEALTH).section("五、一般公共预算财政拨款支出情况").paragraphs
    (found,) = [p for p in paragraphs if p.text.startswith("（九）")]
    assert "决算719.29万元，用于卫生监督所运行和执法抽检，年初预算725.00万元，完成99.21%" in found.text
    assert {page for page, _ in found.places(0, len(found.text))} == {6, 7}


def test_numbered_paragraphs_are_no_headings() -> None:
    """松屿区卫生健康局 p.5–8: two paragraphs and eighteen items (一)…(十八) under one heading."""
    paragraphs = read(HEALTH).section("五、一般公共预算财政拨款支出情况").paragraphs
    assert [p.text[:3] for p in paragraphs[2:5]] == ["（一）", "（二）", "（三）"]
    assert len(paragraphs) == 20


def test_a_list_behind_what_announces_it_is_no_headings() -> None:
    """Names of a line each below 「包括：」 are what the section lists, and the text below them its next paragraph."""
    texts = [
        "二、机构设置",
        "纳入青柳县水利局部门决算编制范围的二级预算单位有以下三个，具体名单如下，包括：",
        "1.青柳县河道管理所",
        "2.青柳县水库管理处",
        "3.青柳县水利技术服务中心",
        "截至年末，部门编制总数78名，其中行政编制19名、事业编制59名，在职人员总数72人。",
        "三、工作情况",
        "全年工作按计划完成，各项任务均已落实，没有需要另外说明的事项，工作情况较好。",
    ]
    lines = tuple(line(text, top=100.0 + 20 * place) for place, text in enumerate(texts))
    sections = pages_to_sections([Page(1, 595.0, 842.0, lines, ())])
    assert [s.path[-1] for s in sections] == ["二、机构设置", "三、工作情况"]
    assert [p.text[:4] for p in sections[0].paragraphs] == [
        "纳入青柳",
        "1.青柳",
        "2.青柳",
        "3.青柳",
        "截至年末",
    ]


def test_definitions_are_paragraphs() -> None:
    """松屿区卫生健康局 p.4: eight definitions, each starting with its number."""
    (section,) = [s for s in read(HEALTH).sections if s.path == ("第二部分名词解释",)]
    assert [p.text[0] for p in section.paragraphs] == list("12345678")
    assert section.paragraphs[-1].text.endswith("公务用车和公务接待三类费用。")


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_contents_page_numbers_and_captions_are_left_out(name: str) -> None:
    texts = [p.text for s in read(name).sections for p in s.paragraphs]
    assert not [t for t in texts if "....." in t or "……" in t]
    assert not [t for t in texts if "金额单位" in t or "栏各行" in t]
    assert min(s.page for s in read(name).sections) == 3  # behind the cover and the contents


@pytest.mark.parametrize("name", [URBAN_2023, HEALTH, pytest.param(JIANGHAN, marks=pytest.mark.corpus)])
def test_every_character_of_a_paragraph_has_its_place(name: str) -> None:
    disclosure = read(name)
    pages = {page.number: page for page in disclosure.pages}
    for paragraph in (p for s in disclosure.sections for p in s.paragraphs):
        for start in range(0, len(paragraph.text), 7):
            ((number, box),) = paragraph.places(start, start + 1)
            assert 0 <= box[0] <= box[2] <= pages[number].width
            assert 0 <= box[1] < box[3] <= pages[number].height


@pytest.mark.corpus
def test_a_part_whose_name_is_broken_over_two_lines() -> None:
    """江汉区 p.1 and p.9: 「第一部分 武汉市江汉区城市管理执法局」|「指挥调度中心概况」."""
    body = "武汉市江汉区城市管理执法局指挥调度中心"
    paths = [s.path for s in read(JIANGHAN).sections]
    assert (f"第一部分{body}概况", "一、部门主要职责") in paths
    assert (f"第三部分{body}2023年度部门决算情况说明", "三、支出决算情况说明") in paths


@pytest.mark.corpus
@pytest.mark.parametrize("name", [JIANGHAN, JIANGHAN_TEXT])
def test_a_mark_at_the_start_of_a_line_ends_no_sentence(name: str) -> None:
    """江汉区 p.9: 「与 2022年度相比，收」|「、支总计各减少160.24万元」; the same in the text file."""
    section = next(s for s in read(name).sections if s.path[-1] == "一、收入支出决算总体情况说明")
    text = "".join(p.text for p in section.paragraphs)
    assert "2023年度收、支总计878.45万元。与2022年度相比，收、支总计各减少160.24万元，下降15.4%" in text


@pytest.mark.corpus
def test_a_page_number_inside_a_page_is_dropped() -> None:
    """江汉区 p.11: 「— 16 —」 stands in the middle of the page, between a paragraph and a caption."""
    assert not any("16—" in p.text or "— 16" in p.text for s in read(JIANGHAN).sections for p in s.paragraphs)


def test_a_running_head_is_no_text() -> None:
    pages = [
        Page(
            n,
            595.0,
            842.0,
            (line("某局2023年度部门决算", n, 30.0), line(f"这是第{n}页的一句话。", n, 100.0)),
            (),
        )
        for n in range(1, 7)
    ]
    text = "".join(p.text for s in pages_to_sections(pages) for p in s.paragraphs)
    assert "某局" not in text
    assert "这是第6页的一句话。" in text


def test_no_text_gives_no_section() -> None:
    assert pages_to_sections([Page(1, 595.0, 842.0, (), ())]) == ()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收入10万元。支出9万元。", ["收入10万元。", "支出9万元。"]),
        ("他说：“没有。”另有说明", ["他说：“没有。”", "另有说明"]),
        ("完成58.4%；结余0.3万元", ["完成58.4%；结余0.3万元"]),
        ("真的吗？！是。", ["真的吗？！", "是。"]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    paragraph = lines_to_paragraph([line(text)]) if text else Paragraph("", ())
    assert [text[start:end] for start, end in sentences(paragraph)] == parts


LINES = st.lists(
    st.text(st.sampled_from("收支万元0123，。%ab “”"), min_size=1, max_size=9), min_size=1, max_size=5
)


@given(LINES)
def test_sentences_cover_all_but_blank(texts: list[str]) -> None:
    paragraph = lines_to_paragraph([line(text, 1 + i) for i, text in enumerate(texts)])
    spans = sentences(paragraph)
    assert all(first[1] == second[0] for first, second in pairwise(spans))
    covered = "".join(paragraph.text[start:end] for start, end in spans)
    assert paragraph.text.startswith(covered)
    assert not paragraph.text[len(covered) :].strip()


def test_the_space_between_two_latin_lines_is_no_place_and_no_error() -> None:
    paragraph = lines_to_paragraph([line("open"), line("data", 2)])
    assert paragraph.text == "open data"
    assert len(paragraph.places(4, 5)) <= 1
    assert [page for page, _ in paragraph.places(3, 6)] == [1, 2]


@given(
    st.lists(st.text(st.sampled_from("收支万元0123，。%“”"), min_size=1, max_size=9), min_size=1, max_size=5),
    st.data(),
)
def test_places_cover_every_character_once(texts: list[str], data: st.DataObject) -> None:
    """One box for each line that a span touches, as wide as its characters, and no other."""
    paragraph = lines_to_paragraph([line(text, 1 + i) for i, text in enumerate(texts)])
    start = data.draw(st.integers(0, len(paragraph.text) - 1))
    end = data.draw(st.integers(start + 1, len(paragraph.text)))
    places = paragraph.places(start, end)
    pages = [page for page, _ in places]
    assert pages == sorted(set(pages))
    assert sum(round(box[2] - box[0]) // 10 for _, box in places) == end - start
    assert paragraph.places(start, start) == ()
