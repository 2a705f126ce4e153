"""Pages of a PDF drawn by pdfium, and where on the picture a box of the page lies (页面图)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from ingest.errors import UnreadableFile
from ingest.model import Box
from ingest.readers.pdfium import PDFIUM, sheet_of

MAX_PIXELS = 16_000_000  # an A4 page at scale 4 has 8 million; a plan sheet must not fill the memory


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn page: ``scale`` is pixels per point, ``left`` and ``top`` where its visible corner lies, in points."""

    image: Image.Image
    scale: float
    left: float = 0.0
    top: float = 0.0

    def area(self, box: Box) -> tuple[int, int, int, int]:
        """The pixels that a box of the page covers, cut off at the edges of the picture."""
        x0, top, x1, bottom = box
        return (
            max(0, math.floor((x0 - self.left) * self.scale)),
            max(0, math.floor((top - self.top) * self.scale)),
            min(self.image.width, math.ceil((x1 - self.left) * self.scale)),
            min(self.image.height, math.ceil((bottom - self.top) * self.scale)),
        )


def draw_page(path: Path, number: int, scale: float) -> Drawn:
    """One page of a PDF, as large as the scale and ``MAX_PIXELS`` allow.

    Raises ``UnreadableFile``: without a page where the file does not open, with it where there is no such page or
    it cannot be drawn.
    """
    with PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(path)
        except pypdfium2.PdfiumError as exc:
            raise UnreadableFile(path.name, "打不开，可能已损坏或加密", "请换一个完整的文件") from exc
        try:
            page = pdf[number - 1]
            scale = bounded(scale, *page.get_size())
            left, top, _, _ = sheet_of(page).shown
            return Drawn(page.render(scale=scale).to_pil().convert("RGB"), scale, left, top)
        except (pypdfium2.PdfiumError, IndexError) as exc:
            raise UnreadableFile(path.name, "画不出来，文件可能已损坏", "请核对页码", number) from exc
        finally:
            pdf.close()


def bounded(scale: float, width: float, height: float) -> float:
    """``scale``, or less where the picture would have more than ``MAX_PIXELS``."""
    return min(scale, math.sqrt(MAX_PIXELS / max(1.0, width * height)))
