"""The command ``show``: a page, and what each of its cells was read as (命令行：看一页读成了什么)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands import open_store, refused
from ingest.shelf import only_document

if TYPE_CHECKING:
    from ingest.fates import Fate
    from ingest.model import Cell, Reading
    from ingest.settings import Settings

_SCALE = 2.0


def show(
    file: Annotated[str, typer.Argument(help="PDF 文件，或库里的文件编号、文件名")],
    page: Annotated[int, typer.Option(min=1, help="第几页")],
    output: Annotated[
        Path | None, typer.Option(help="图片存到哪里；不写时为当前目录的「文件名-第N页.png」")
    ] = None,
) -> None:
    """把一页画成图：每个单元格按读成了什么上色，正文里读到的数字画线。"""
    from ingest.colours import colour_page
    from ingest.errors import IngestError
    from ingest.fates import Fate, fates_on, told_lines
    from ingest.reading import read_file
    from ingest.settings import Settings
    from ingest.sheets import draw_page

    settings = Settings()
    try:
        path, name = _path_of(file, settings)
        drawn = draw_page(path, page, _SCALE)
        reading = read_file(path, settings)
    except IngestError as error:
        raise refused(str(error)) from error
    target = output or Path(f"{Path(name).stem}-第{page}页.png")
    cells = [(cell, fate) for cell, fate in fates_on(reading, page) if fate is not Fate.BLANK]
    image = colour_page(drawn, cells, told_lines(reading, page))
    try:
        image.save(target, "PNG")
    except OSError as error:
        raise refused(f"写不了 {target}：{error.strerror or error}。请检查文件夹和权限。") from error
    sentences = len({box for box, _ in told_lines(reading, page)})
    for line in _told(reading, page, cells, sentences):
        typer.echo(line)
    typer.echo(f"已画到 {target}")


def _told(reading: Reading, page: int, cells: Sequence[tuple[Cell, Fate]], sentences: int) -> Iterator[str]:
    """How many cells of each kind there are, and those that were not understood one by one."""
    from ingest.fates import Fate

    counts = Counter(fate for _, fate in cells)
    listed = [f"{fate.value} {counts[fate]}" for fate in Fate if counts[fate]]
    yield f"第{page}页：" + "，".join([*listed, f"正文里的数字 {sentences} 处"])
    for missed in (m for m in reading.misread if m.page == page):
        yield f"  没读懂「{missed.text}」：{missed.reason}"
    for cell in (cell for cell, fate in cells if fate is Fate.SILENT):
        yield f"  漏掉「{cell.text}」：第{cell.row + 1}行第{cell.column + 1}列"


def _path_of(file: str, settings: Settings) -> tuple[Path, str]:
    """The PDF that is meant, and the name it goes by: a path, else a document of the store."""
    from ingest.errors import UnreadableFile
    from ingest.folders import is_file, reading_of, shown_name

    path = Path(file)
    name = shown_name(path)
    if not is_file(path):
        store = open_store()
        document = only_document(store.documents(), file)
        store.close()
        path, name = settings.data / document.path, document.file
        if not path.is_file():
            raise UnreadableFile(name, "副本不在数据目录中", "请重新导入该文件")
    if reading_of(path) != ".pdf":
        raise UnreadableFile(name, "不是 PDF，没有可画的页面", "请直接打开原文件查看")
    return path, name
