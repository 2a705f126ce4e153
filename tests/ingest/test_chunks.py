"""Passages keep whole sentences under their headings, lead to their places, and lose no word."""

from __future__ import annotations

import re

import pytest

from ingest.chunks import to_chunks
from ingest.model import Line, Section
from ingest.sections import lines_to_paragraph
from tests.ingest.disclosures import CENTRE, HEALTH, JIANGHAN, JIANGHAN_TEXT, SAMPLE_FILES, URBAN_2023, read

ALL = [*SAMPLE_FILES, *(pytest.param(name, marks=pytest.mark.corpus) for name in (JIANGHAN, JIANGHAN_TEXT))]


def section(*paragraphs: str) -> Section:
    lines = [
        Line(
            text, 1, (80, 100.0 + 20 * i, 500, 112.0 + 20 * i), (80.0,) * len(text), (90.0,) * len(text), 12.0
        )
        for i, text in enumerate(paragraphs)
    ]
    return Section(("第一部分", "一、职责"), 1, tuple(lines_to_paragraph([line]) for line in lines))


@pytest.mark.parametrize("name", ALL)
def test_passages_are_numbered_placed_and_not_too_long(name: str) -> None:
    reading = read(name).reading
    chunks = reading.chunks
    assert [c.sequence for c in chunks] == list(range(len(chunks)))
    assert len({c.id for c in chunks}) == len(chunks)
    for chunk in chunks:
        assert chunk.document_id == reading.document.id
        assert chunk.text.strip() and chunk.places
        assert 1 <= chunk.page <= reading.document.pages
        longest = max(len(part) for part in re.split(r"(?<=。)|\n", chunk.text))
        # One sentence is never cut, nor is the table of contents, which is read and not searched.
        assert len(chunk.text) <= 450 or len(chunk.text) <= longest + 5 or chunk.path == ("目录",)


@pytest.mark.parametrize("name", ALL)
def test_no_word_of_the_narrative_is_lost(name: str) -> None:
    disclosure = read(name)
    kept = "".join(c.text for c in disclosure.reading.chunks).replace("\n", "")
    for paragraph in (p for s in disclosure.sections for p in s.paragraphs):
        assert paragraph.text in kept


def test_a_reason_stands_under_its_heading() -> None:
    """青岚区城市管理局2023 p.16."""
    found = [c for c in read(URBAN_2023).reading.chunks if "清扫保洁服务重新招标后合同价降低" in c.text]
    assert [c.path[-1] for c in found] == ["一、收入支出决算总体情况说明"]
    assert {page for page, _ in found[0].places} == {16}


def test_definitions_can_be_found() -> None:
    """松屿区卫生健康局 p.4."""
    found = [c for c in read(HEALTH).reading.chunks if "事业收入：指社区卫生服务中心" in c.text]
    assert [(c.path, c.page) for c in found] == [(("第二部分名词解释",), 4)]


def test_tables_of_words_give_passages_and_statements_none() -> None:
    """数字城管指挥中心: the performance table of p.18 and the list of tasks on p.16; no row of a statement."""
    texts = [c.text for c in read(CENTRE).reading.chunks]
    assert any("重复投诉率" in text and "≤5%" in text.replace("＜", "≤") for text in texts)
    assert not any("2120199" in text or "公务用车购置及运行维护费，" in text for text in texts)


def test_long_paragraphs_are_cut_between_sentences() -> None:
    sentence = "为推进城市精细化管理，本单位全年开展专项整治行动并逐项落实整改要求。"
    chunks = to_chunks("d", [section(sentence * 40)], ())
    assert len(chunks) > 1
    assert all(len(c.text) % len(sentence) == 0 for c in chunks)
    assert "".join(c.text for c in chunks) == sentence * 40


def test_one_sentence_is_never_cut() -> None:
    sentence = "包括" + "办公费、" * 300 + "等。"
    assert [c.text for c in to_chunks("d", [section(sentence)], ())] == [sentence]


def test_short_paragraphs_share_a_passage() -> None:
    (chunk,) = to_chunks("d", [section("（1）起草规划。", "（2）组织实施。", "（3）监督检查。")], ())
    assert chunk.text == "（1）起草规划。\n（2）组织实施。\n（3）监督检查。"
    assert chunk.path == ("第一部分", "一、职责")
    assert len(chunk.places) == 3


def test_sections_do_not_share_a_passage() -> None:
    assert len(to_chunks("d", [section("一句。"), section("另一句。")], ())) == 2


def test_nothing_gives_nothing() -> None:
    assert to_chunks("d", (), ()) == ()
