"""Folders as people have them: other kinds of files, odd names, what may not be opened."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from ingest.errors import UnreadableFile
from ingest.folders import find_files, kind_inside, reading_of, shown_name, tell_passed
from ingest.pipeline import ingest_paths
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.publications import publish


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", database_url="", chroma_url="")


def make(folder: Path, *names: str, content: bytes = b"x") -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_folders_stand_for_the_files_below_them(tmp_path: Path) -> None:
    make(tmp_path, "b.pdf", "a.PDF", "下级/c.txt", "d.docx", "下级/.cache/e.pdf", "~$d.docx", ".DS_Store")
    (tmp_path / "空.pdf").mkdir()
    found = find_files([tmp_path, tmp_path / "b.pdf", tmp_path / "没有.pdf"])
    assert sorted(p.name for p in found.files) == ["a.PDF", "b.pdf", "c.txt", "没有.pdf"]
    assert [p.name for p in found.passed] == ["d.docx"]
    assert find_files([tmp_path / "空.pdf"]).files == ()


def test_what_is_passed_over_is_told_in_one_line(tmp_path: Path) -> None:
    make(
        tmp_path, "1.xlsx", "2.xls", "3.xlsx", "4.et", "说明.docx", "页.html", "图.JPG", "包.zip", "随便.dat"
    )
    told = tell_passed(find_files([tmp_path]).passed)
    assert "\n" not in told and told.startswith("略过 9 个不能读的文件：")
    assert "电子表格 4 个（1.xlsx、2.xls、3.xlsx 等；请另存为 PDF" in told
    assert "Word 文档 1 个（说明.docx" in told and "压缩包 1 个（包.zip；请先解压" in told
    assert "图片 1 个（图.JPG；请先做文字识别" in told and "网页 1 个（页.html；请在浏览器中打印" in told
    assert "其他文件 1 个（随便.dat；请转换为 PDF" in told
    assert tell_passed(()) == ""


def test_a_pdf_without_the_name_of_one_is_read(config: Settings, tmp_path: Path) -> None:
    """As downloads often are: no ending, or the address's."""
    original = publish(tmp_path / "a.pdf")
    for name in ("决算", "download.aspx"):
        shutil.copyfile(original, tmp_path / name)
        assert reading_of(tmp_path / name) == ".pdf"
    document = read_file(tmp_path / "决算", config).document
    assert document.file == "决算" and document.path.endswith(".pdf")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\3\4....", "Office 文档"),
        (b"\xd0\xcf\x11\xe0....", "Office 文档"),
        (b"\n <!DOCTYPE html><html>", "网页"),
        (b"\x89PNG\r\n", "图片"),
        (b"Rar!\x1a\7", "压缩包"),
    ],
)
def test_a_wrong_name_is_told_with_what_is_inside(
    config: Settings, tmp_path: Path, content: bytes, kind: str
) -> None:
    path = tmp_path / "决算.pdf"
    path.write_bytes(content * 20)
    inside = kind_inside(path)
    assert inside is not None and inside.name == kind
    with pytest.raises(UnreadableFile, match=f"不是完整的 PDF 文件，内容是{kind}.*另存为 PDF"):
        read_file(path, config)


def test_a_good_pdf_is_no_other_kind(tmp_path: Path) -> None:
    assert kind_inside(publish(tmp_path / "a.pdf")) is None


def test_a_folder_that_may_not_be_opened_is_a_failure(
    config: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The superuser may open anything, so that the refusal is played; the others go on."""
    publish(tmp_path / "a.pdf")
    closed = tmp_path / "不让看"
    closed.mkdir()
    scandir = os.scandir

    def refuse(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    reports = ingest_paths([tmp_path], config)
    assert {r.file: r.status for r in reports} == {"a.pdf": "read", "不让看": "failed"}
    assert "读取权限" in next(r.error for r in reports if r.status == "failed")


def test_a_name_longer_than_any_file_has(config: Settings, tmp_path: Path) -> None:
    (report,) = ingest_paths([tmp_path / ("决算" * 200 + ".pdf")], config)
    assert report.status == "failed" and "文件名太长" in report.error


def test_the_longest_name_a_file_can_have(config: Settings, tmp_path: Path) -> None:
    name = "局" * 83 + ".pdf"  # 253 bytes; the limit is 255
    (report,) = ingest_paths([publish(tmp_path / name)], config)
    assert report.status == "read" and report.file == name


def test_a_name_in_the_bytes_of_an_old_archive(config: Settings, tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "教育局决算.pdf".encode("gb18030")
    shutil.copyfile(publish(tmp_path / "a.pdf"), os.fsdecode(raw))
    (report,) = ingest_paths([Path(os.fsdecode(raw))], config)
    assert report.status == "read" and report.file == "教育局决算.pdf"
    broken = os.fsdecode(os.fsencode(tmp_path) + b"/" + "坏的决算.pdf".encode("gb18030"))
    Path(broken).write_bytes(b"x")
    (report,) = ingest_paths([Path(broken)], config)
    assert report.status == "failed" and report.error.startswith("坏的决算.pdf：")


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a\nb.pdf", "a�b.pdf"), ("[red]x.pdf", "[red]x.pdf"), ("空 格 .pdf", "空 格 .pdf")],
)
def test_names_stay_on_one_line(name: str, shown: str) -> None:
    assert shown_name(Path(name)) == shown


def test_a_pipe_in_a_folder_does_not_hold_everything_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "等.pdf")
    make(tmp_path, "a.pdf")
    assert [p.name for p in find_files([tmp_path]).files] == ["a.pdf"]


def test_a_link_to_nowhere_is_told(config: Settings, tmp_path: Path) -> None:
    (tmp_path / "悬空.pdf").symlink_to("没有这个文件")
    (report,) = ingest_paths([tmp_path], config)
    assert report.status == "failed" and "悬空.pdf：找不到文件" in report.error
