"""What cannot be read is told: file, reason, way out. The others go on, and nothing is half-written."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import UnreadableFile
from ingest.model import Origin
from ingest.pipeline import ingest_paths
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.disclosures import CENTRE, ROOT, SAMPLES, path_of, read

CENTRE_BYTES = (SAMPLES.parent / CENTRE).read_bytes()
NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n105\n%%EOF"
)
RESAVE = "重新另存"


def draw(path: Path, text: str = "", encrypt: StandardEncryption | None = None) -> None:
    canvas = Canvas(str(path), encrypt=encrypt)
    canvas.rect(50, 50, 300, 300, fill=1)
    if text:
        canvas.drawString(72, 700, text)
    canvas.showPage()
    canvas.save()


def write(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


#: Name of the file, how it comes to be, words of the reason and of the advice.
BROKEN: list[tuple[str, Callable[[Path], object], str, str]] = [
    ("空.pdf", write(b""), "文件是空的", "重新下载"),
    ("文字改名.pdf", write("某局2023年度部门决算".encode()), "不是完整的 PDF", RESAVE),
    ("网页.pdf", write(b"<!DOCTYPE html><html><body>404</body></html>"), "不是完整的 PDF", RESAVE),
    ("半截.pdf", write(CENTRE_BYTES[: len(CENTRE_BYTES) // 2]), "不是完整的 PDF", RESAVE),
    ("只有头.pdf", write(CENTRE_BYTES[:200]), "不是完整的 PDF", RESAVE),
    ("少了结尾.pdf", write(CENTRE_BYTES[:-2000]), "不是完整的 PDF", RESAVE),
    ("零页.pdf", write(NO_PAGES), "没有页面", "确认"),
    ("密码.pdf", lambda path: draw(path, "2023", encrypt=StandardEncryption("geheim")), "已加密", "去除密码"),
    ("扫描件.pdf", draw, "没有可读取的文字", "OCR"),
    ("太大.pdf", write(CENTRE_BYTES + b"\0" * (1 << 20)), "超过上限 1 MB", "MINGBAI_MAX_FILE_MB"),
    ("表格.xlsx", write(b"PK\3\4"), ".xlsx", "PDF"),
    ("没有后缀", write(b"2023"), "不支持", "PDF"),
    ("二进制.txt", write(b"\0\1\2\3" * 50), "不是文本", "PDF"),
    ("空白.txt", write(b" \n\n\t"), "文件是空的", "确认"),
    ("悬空.pdf", lambda path: path.symlink_to("没有这个文件"), "找不到文件", "检查路径"),
]
NAMES = [name for name, *_ in BROKEN]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken")
    for name, make, *_ in BROKEN:
        make(folder / name)
    return folder


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", database_url="", chroma_url="", max_file_mb=1)


@pytest.mark.parametrize(
    ("name", "reason", "advice"), [(n, r, a) for n, _, r, a in BROKEN], ids=range(len(BROKEN))
)
def test_file_reason_and_advice_are_told(
    broken: Path, config: Settings, name: str, reason: str, advice: str
) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_file(broken / name, config)
    error = raised.value
    assert error.file == name and str(error).startswith(name)
    assert reason in error.reason and reason in str(error)
    assert advice in error.advice and advice in str(error)
    assert not re.search(r"Traceback|Error|Exception|object at", str(error))


def test_too_many_pages(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"共18页，超过上限17页.*MINGBAI_MAX_PAGES"):
        read_file(path_of(CENTRE), Settings(data=tmp_path, max_pages=17))


def test_a_file_that_only_forbids_printing_is_read(tmp_path: Path, config: Settings) -> None:
    """Encrypted with an owner's password alone, as many published files are: anyone may read it."""
    path = tmp_path / "限制打印.pdf"
    draw(path, "2023", encrypt=StandardEncryption("", ownerPassword="o", canPrint=0))
    assert read_file(path, config).document.pages == 1


def test_size_and_limit_do_not_read_the_same(broken: Path, config: Settings) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_file(broken / "太大.pdf", config)
    size, limit = re.findall(r"([\d.]+) MB", raised.value.reason)
    assert float(size) > float(limit)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("broken/corrupt_石家庄市2025年预算报告.pdf", "不是完整的 PDF"),
        ("other_formats/scanned_张家界市2025年统计公报.pdf", "可能是扫描件"),
        ("other_formats/承德市2025年预算报告.docx", ".docx"),
        ("other_formats/长沙市2025年预算报告.html", ".html"),
    ],
    ids=["corrupt", "scan", "docx", "html"],
)
def test_real_files_that_cannot_be_read(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=re.escape(reason)):
        read_file(path_of(name), Settings(data=tmp_path))


TEMPLATE = "broken/blank_template_部门决算模板.pdf"


@pytest.mark.corpus
def test_a_blank_template_has_no_figures() -> None:
    """The form prints account names, codes and 「…年度收入总计 万元」, but not one amount."""
    assert not [f for f in read(TEMPLATE).facts if f.value is not None]
    assert any("单位名称" in warning for warning in read(TEMPLATE).reading.warnings)


@pytest.mark.corpus
def test_a_blank_template_declares_nothing() -> None:
    assert not [f for f in read(TEMPLATE).facts if f.origin is Origin.DECLARATION]


@pytest.fixture(scope="module")
def run(
    broken: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """``mingbai ingest`` over all broken files with one good file in their midst."""
    data = tmp_path_factory.mktemp("data") / "store"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    environment |= {
        "MINGBAI_DATA": str(data),
        "MINGBAI_MAX_FILE_MB": "1",
        "PYTHONUTF8": "1",
        "COLUMNS": "200",
    }
    files = [broken / name for name in NAMES]
    command = [
        sys.executable,
        "-m",
        "mingbai",
        "ingest",
        *map(str, [*files[:7], path_of(CENTRE), *files[7:]]),
    ]
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        command, cwd=data.parent, env=environment, capture_output=True, text=True, check=False
    )
    return done, data


def test_the_command_tells_each_file_and_goes_on(run: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    done, _ = run
    assert done.returncode == 1
    for name, _, reason, advice in BROKEN:
        (told,) = [line for line in done.stdout.splitlines() if line.startswith(f"✗ {name}")]
        assert reason in told and advice in told
    assert re.search(rf"✓ {Path(CENTRE).name}：18 页", done.stdout)
    assert f"共 {len(BROKEN) + 1} 个文件：读入或已在库 1 个，失败 {len(BROKEN)} 个。" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_nothing_is_left_of_what_failed(run: tuple[subprocess.CompletedProcess[str], Path]) -> None:
    _, data = run
    with sqlite3.connect(data / "mingbai.sqlite") as connection:
        kept = [row[0] for row in connection.execute("select file from documents")]
        of = {row[0] for table in ("facts", "passages", "misread") for row in
              connection.execute(f"select distinct document_id from {table}")}  # fmt: skip
    connection.close()
    assert kept == [Path(CENTRE).name]
    assert len(of) == 1
    assert [path.stem for path in (data / "files").iterdir()] == sorted(of)


def test_a_name_with_brackets_is_told_in_full(tmp_path: Path) -> None:
    """Rich reads [draft] as a style; the name of a file must not be swallowed."""
    path = tmp_path / "[draft]决算.pdf"
    path.write_bytes(b"x")
    environment = os.environ | {
        "MINGBAI_DATA": str(tmp_path / "data"),
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "mingbai", "ingest", str(path)]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "[draft]决算.pdf" in done.stdout


def test_a_file_that_may_not_be_read(broken: Path, config: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listed and measured, but not opened: as for a file of another user."""

    opened: Any = Path.open

    def refuse(self: Path, *how: Any, **more: Any) -> Any:
        if self.name == "半截.pdf":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *how, **more)

    monkeypatch.setattr(Path, "open", refuse)
    (report,) = ingest_paths([broken / "半截.pdf"], config)
    assert report.status == "failed" and "读取权限" in report.error
