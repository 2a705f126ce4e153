"""What lies in the paths that a user names: files that can be read, and others, with what to do about them (找文件)."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

#: Ends of the names of files that are read.
READABLE = (".pdf", ".txt")
_AS_PDF = "请另存为 PDF 后再导入"
_MAGIC = b"%PDF-"


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that is not read: its name, ends of file names, first bytes, and the way out."""

    name: str
    suffixes: tuple[str, ...]
    starts: tuple[bytes, ...]
    advice: str


_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: Rows are tried from the top; Office files of today are zip archives inside.
FILE_KINDS: tuple[FileKind, ...] = (
    FileKind("Word 文档", (".docx", ".doc", ".wps", ".rtf", ".odt"), (b"{\\rtf",), _AS_PDF),
    FileKind("电子表格", (".xlsx", ".xls", ".xlsm", ".et", ".csv", ".ods"), (), _AS_PDF),
    FileKind("幻灯片", (".pptx", ".ppt", ".dps"), (), _AS_PDF),
    FileKind("Office 文档", (), (_ZIP, _OLE), _AS_PDF),
    FileKind(
        "网页", (".html", ".htm", ".mht", ".mhtml", ".xhtml"), (b"<!doctype html", b"<html"),
        "请在浏览器中打印为 PDF 后再导入",
    ),
    FileKind("版式文件", (".ofd", ".ceb"), (), "请用原来的阅读器导出为 PDF 后再导入"),
    FileKind(
        "压缩包", (".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"), (b"Rar!", b"7z\xbc\xaf"),
        "请先解压，再导入其中的 PDF",
    ),
    FileKind(
        "图片", (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp"),
        (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*"), "请先做文字识别（OCR），存为带文字的 PDF 后再导入",
    ),
)  # fmt: skip
_OTHER = FileKind("这种文件", (), (), "请转换为 PDF 后再导入")


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, and those that lie beside them in folders and are passed over."""

    files: tuple[Path, ...]
    passed: tuple[Path, ...]


def find_files(paths: Sequence[Path]) -> Found:
    """The files that paths name: a folder stands for the PDFs and texts below it, a file for itself.

    A folder that may not be looked into is among the files, so that it is told as one that cannot be read.
    """
    files: list[Path] = []
    passed: list[Path] = []
    for path in paths:
        if not _is_folder(path):
            files.append(path)
            continue
        for found in sorted(_below(path)):
            (files if found.is_dir() or reading_of(found) else passed).append(found)
    return Found(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(passed)))


def reading_of(path: Path) -> str:
    """How a file is read, ``.pdf`` or ``.txt``: by its name, or by its first bytes where the name says nothing known.

    Empty where it cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix in READABLE:
        return suffix
    known = any(suffix in kind.suffixes for kind in FILE_KINDS)
    return ".pdf" if not known and _MAGIC in first_bytes(path) else ""


def kind_of(path: Path) -> FileKind:
    """What a file that is not read is, by its name."""
    suffix = path.suffix.lower()
    return next((kind for kind in FILE_KINDS if suffix in kind.suffixes), _OTHER)


def kind_inside(path: Path) -> FileKind | None:
    """What a file is by its first bytes, whatever its name says; None where they say nothing."""
    start = first_bytes(path).lstrip().lower()
    return next(
        (kind for kind in FILE_KINDS if start.startswith(tuple(s.lower() for s in kind.starts))), None
    )


def first_bytes(path: Path) -> bytes:
    """The start of a file, empty where it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(1024)
    except OSError:
        return b""


def shown_name(path: Path) -> str:
    """A file's name as it can be printed and stored.

    Names from old archives are in GB18030 bytes; no name may break a line.
    """
    raw = os.fsencode(path.name)
    decoded = (_decoded(raw, encoding) for encoding in ("utf-8", "gb18030"))
    name = next((text for text in decoded if text is not None), raw.decode("utf-8", "replace"))
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "�", name)


#: Why the system does not hand a file over, and what to do.
_CLOSED: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("找不到文件", "请检查路径"),
    errno.ENOTDIR: ("找不到文件", "请检查路径"),
    errno.EISDIR: ("文件夹没有读取权限", "请检查文件夹的权限"),
    errno.EACCES: ("没有读取权限", "请检查文件的权限"),
    errno.EPERM: ("没有读取权限", "请检查文件的权限"),
    errno.ENAMETOOLONG: ("文件名太长", "请改短后再导入"),
    errno.ELOOP: ("链接绕成了圈", "请改用文件本身的路径"),
}


def why_closed(error: OSError) -> tuple[str, str]:
    """Reason and advice where a file cannot be opened."""
    told = f"系统打不开它（{error.strerror or type(error).__name__}）", "请检查文件名和磁盘"
    return _CLOSED.get(error.errno or 0, told)


def tell_passed(passed: Iterable[Path], names: int = 3) -> str:
    """One line on the files that were passed over, by kind: how many, some of their names, and the way out."""
    kinds: dict[FileKind, list[Path]] = {}
    for path in passed:
        kinds.setdefault(kind_of(path), []).append(path)
    told = []
    for kind, paths in kinds.items():
        some = "、".join(shown_name(path) for path in paths[:names])
        more = " 等" if len(paths) > names else ""
        name = "其他文件" if kind is _OTHER else kind.name
        told.append(f"{name} {len(paths)} 个（{some}{more}；{kind.advice}）")
    count = sum(map(len, kinds.values()))
    return f"略过 {count} 个不能读的文件：" + "，".join(told) + "。" if told else ""


def is_file(path: Path) -> bool:
    """Whether a file is there; one whose name is too long, or that may not be looked at, is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long for the file system, or a folder above that may not be entered
        return False


def _below(folder: Path) -> Iterator[Path]:
    """Files below a folder but hidden ones, and folders that may not be looked into."""
    closed: list[Path] = []

    def note(error: OSError) -> None:
        closed.append(Path(os.fsdecode(error.filename)))

    for root, folders, files in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".") and name != "__MACOSX"]
        paths = (Path(root, name) for name in files if not name.startswith((".", "~$")))
        yield from (path for path in paths if is_file(path) or path.is_symlink())
    yield from closed


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None
