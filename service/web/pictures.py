"""Pictures of pages with the cited cells lit up, drawn by pdfium."""

from __future__ import annotations

import hashlib
import io
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from ingest.errors import UnreadableFile
from ingest.model import Box, Document
from ingest.sheets import Drawn, draw_page
from service.errors import OriginalMissing, PageNotFound, PictureUnavailable

GLOW = (255, 232, 110)  # multiplied into the page, so that the print under it stays black
EDGE = (200, 80, 20)
REVISION = "1"  # part of every tag: raise it when the same request would be drawn otherwise


@dataclass(frozen=True, slots=True)
class Sheet:
    """What to draw: page from 1, boxes in points from the page's top left, pixels per point."""

    page: int
    boxes: tuple[Box, ...] = ()
    scale: float = 2.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn page: PNG bytes, the page's width and height and where its visible corner lies, in points."""

    png: bytes
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0


Renderer = Callable[[Path, Sheet], Drawn]


class Pictures:
    """Draws pages on demand and keeps the latest ``keep`` of them."""

    def __init__(self, data: Path, renderers: Mapping[str, Renderer], keep: int = 64) -> None:
        self.data, self.renderers, self.keep = data, renderers, keep
        self._kept: OrderedDict[str, Picture] = OrderedDict()
        self._lock = threading.Lock()

    def original(self, document: Document) -> Path:
        """The copy of the file that was read; raises ``OriginalMissing``."""
        path = (self.data / document.path).resolve()
        if not document.path or not path.is_relative_to(self.data.resolve()) or not path.is_file():
            raise OriginalMissing(f"《{document.file}》的原件不在数据目录中，请重新导入该文件。")
        return path

    def tag(self, document: Document, sheet: Sheet) -> str:
        """Name of the picture's content: the same file, page, boxes and scale give the same tag."""
        described = f"{REVISION}|{document.sha256}|{sheet.page}|{sheet.boxes}|{sheet.scale:g}"
        return hashlib.sha256(described.encode()).hexdigest()[:32]

    def picture(self, document: Document, sheet: Sheet) -> Picture:
        """The page as PNG; raises ``PageNotFound``, ``OriginalMissing`` or ``PictureUnavailable``."""
        if not 1 <= sheet.page <= document.pages:
            raise PageNotFound(f"《{document.file}》共{document.pages}页，没有第{sheet.page}页。")
        tag = self.tag(document, sheet)
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
                return self._kept[tag]
        drawn = self._draw(document, sheet)
        with self._lock:
            self._kept[tag] = drawn
            while len(self._kept) > self.keep:
                self._kept.popitem(last=False)
        return drawn

    def _draw(self, document: Document, sheet: Sheet) -> Picture:
        path = self.original(document)
        render = self.renderers.get(path.suffix.lower())
        if render is None:
            raise PictureUnavailable(f"《{document.file}》不是按页排版的文件，没有页面图片；请打开原件查看。")
        return finish(render(path, sheet), sheet.boxes)


def render_pdf(path: Path, sheet: Sheet) -> Drawn:
    """One page of a PDF, as large as the scale and the memory allow."""
    try:
        return draw_page(path, sheet.page, sheet.scale)
    except UnreadableFile as exc:
        if exc.page is None:
            raise PictureUnavailable(f"《{path.name}》打不开，可能已损坏或加密。") from exc
        raise PageNotFound(f"第{sheet.page}页画不出来，文件可能已损坏。") from exc


def finish(drawn: Drawn, boxes: tuple[Box, ...]) -> Picture:
    """Light the boxes up and write the PNG."""
    for box in dict.fromkeys(boxes):  # twice would be darker
        light(drawn, box)
    written = io.BytesIO()
    drawn.image.save(written, "PNG", optimize=False, compress_level=6)
    width, height = drawn.image.size
    return Picture(written.getvalue(), width / drawn.scale, height / drawn.scale, drawn.left, drawn.top)


def light(drawn: Drawn, box: Box) -> None:
    """Lay a translucent glow over ``box`` and draw a line around it; outside the picture nothing happens."""
    image, scale = drawn.image, drawn.scale
    area = drawn.area(box)
    if area[0] >= area[2] or area[1] >= area[3]:
        return
    part = image.crop(area)
    image.paste(ImageChops.multiply(part, Image.new("RGB", part.size, GLOW)), area[:2])
    line = max(1, round(1.2 * scale))
    outline = (area[0] - line, area[1] - line, area[2] + line - 1, area[3] + line - 1)
    ImageDraw.Draw(image).rectangle(outline, outline=EDGE, width=line)
