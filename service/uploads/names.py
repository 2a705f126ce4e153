"""Which files are taken in, by their name and their first bytes, before anything reads them (收件)."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from ingest.folders import READABLE, kind_inside, kind_of, shown_name
from service.errors import BadUpload, KindNotRead

#: Bytes that a file system holds in a name, with room for none.
_MAX_NAME = 240
_MAGIC = b"%PDF-"
_HEAD = 1024  # how far into a file readers look for the mark


def safe_name(given: str) -> str:
    """The name alone, whatever folders a client puts before it; raises ``BadUpload`` or ``KindNotRead``."""
    name = shown_name(Path(PurePosixPath(re.sub(r"[\\/\0]+", "/", given)).name)).strip()
    if not name.strip(". ") or not name.isprintable() or "�" in name:
        raise BadUpload("文件没有名字，或名字里有不能用的字符；请改名后再上传。")
    if len(name.encode("utf-8", "replace")) > _MAX_NAME:
        raise BadUpload("文件名太长；请改短到 80 个字以内再上传。")
    suffix = Path(name).suffix.lower()
    if suffix not in READABLE:
        kind = kind_of(Path(name))
        raise KindNotRead(f"《{name}》：不支持{kind.name}。{kind.advice}；这里收 PDF 和 TXT。")
    return name


def insist_on_content(path: Path) -> None:
    """Refuse what is not what its name says; raises ``BadUpload`` or ``KindNotRead``."""
    name = path.name
    if path.stat().st_size == 0:
        raise BadUpload(f"《{name}》是空的，请重新下载后再上传。")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    inside = kind_inside(path)
    if path.suffix.lower() == ".pdf" and _MAGIC not in head:
        found = f"，内容是{inside.name}" if inside else ""
        raise KindNotRead(f"《{name}》不是 PDF 文件{found}；请用原来的软件另存为 PDF 后再上传。")
    if path.suffix.lower() == ".txt" and (_MAGIC in head or inside is not None or b"\0" in head):
        raise KindNotRead(f"《{name}》不是文本文件；请核对文件和它的后缀。")
