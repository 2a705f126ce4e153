"""A text file becomes pages and lines with places, whatever its encoding; the figures of its sentences are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.readers.plain import read_text
from tests.ingest.disclosures import JIANGHAN_TEXT, read

TEXT = "第一部分 某局概况\n一、主要职责\n承担ABC工作，收入 878. 45 万元。\n"


def written(folder: Path, content: bytes) -> Path:
    path = folder / "某局2023年度部门决算.txt"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    (page,) = read_text(written(tmp_path, TEXT.encode(encoding)))
    assert [line.text for line in page.lines] == [
        "第一部分某局概况",
        "一、主要职责",
        "承担ABC工作，收入878.45万元。",
    ]


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    pages = read_text(written(tmp_path, "第一页\n\f第二页\n\f\n".encode()))
    assert [(p.number, p.lines[0].text) for p in pages] == [(1, "第一页"), (2, "第二页")]


def test_lines_have_places_below_each_other(tmp_path: Path) -> None:
    (page,) = read_text(written(tmp_path, ("一行文字\n" * 90).encode()))
    tops = [line.box[1] for line in page.lines]
    assert len(tops) == 90 and tops == sorted(tops)
    assert page.lines[-1].box[3] < page.height
    assert all(len(line.text) == len(line.starts) == len(line.ends) for line in page.lines)


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\0\1\2\3" * 10])
def test_what_is_no_text(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_text(written(tmp_path, content))


@pytest.mark.corpus
def test_pages_of_the_text_file_are_those_of_its_pdf() -> None:
    """江汉区: 38 pages; 「第四部分 2023年重点工作完成情况」 starts page 18 of both."""
    disclosure = read(JIANGHAN_TEXT)
    assert len(disclosure.pages) == 38
    assert disclosure.pages[17].lines[0].text == "第四部分2023年重点工作完成情况"
