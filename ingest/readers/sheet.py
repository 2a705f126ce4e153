"""The sheet of a PDF page: its size and turn, and from PDF coordinates to boxes as displayed (版面)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.model import Box

#: (left, bottom, right, top) of the MediaBox and of a part of the page to its box when the page is turned.
_Turn = Callable[[Box, float, float, float, float], Box]
_TURNS: dict[int, _Turn] = {
    0: lambda m, left, low, right, high: (left - m[0], m[3] - high, right - m[0], m[3] - low),
    90: lambda m, left, low, right, high: (low - m[1], left - m[0], high - m[1], right - m[0]),
    180: lambda m, left, low, right, high: (m[2] - right, low - m[1], m[2] - left, high - m[1]),
    270: lambda m, left, low, right, high: (m[3] - high, m[2] - right, m[3] - low, m[2] - left),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is displayed.

    ``media`` and ``crop`` are (left, bottom, right, top) in PDF coordinates, before the page is turned by
    ``rotation`` degrees. Boxes of a page count from the top left corner of its MediaBox as displayed.
    """

    media: Box
    crop: Box
    rotation: int

    @property
    def width(self) -> float:
        """Width of the whole sheet as displayed, in points."""
        across = self.rotation % 180 == 0
        return self.media[2] - self.media[0] if across else self.media[3] - self.media[1]

    @property
    def height(self) -> float:
        """Height of the whole sheet as displayed, in points."""
        upright = self.rotation % 180 == 0
        return self.media[3] - self.media[1] if upright else self.media[2] - self.media[0]

    @property
    def shown(self) -> Box:
        """Box of what is displayed: the CropBox, as far as it lies on the sheet."""
        media, crop = self.media, self.crop
        left, low = max(media[0], crop[0]), max(media[1], crop[1])
        right, high = min(media[2], crop[2]), min(media[3], crop[3])
        if left >= right or low >= high:
            return self.box(*media)
        return self.box(left, low, right, high)

    def turned(self, turn: int) -> Sheet:
        """The sheet when text that leans to the left by ``turn`` degrees as displayed stands upright."""
        return replace(self, rotation=(self.rotation + turn) % 360)

    def box(self, left: float, low: float, right: float, high: float) -> Box:
        """Box as displayed of a part of the page in PDF coordinates."""
        return _TURNS[self.rotation](self.media, left, low, right, high)


#: A box of a page that was turned to be read, with that page's width and height, to its box as displayed.
_BACK: dict[int, Callable[[Box, float, float], Box]] = {
    90: lambda box, width, _: (box[1], width - box[2], box[3], width - box[0]),
    180: lambda box, width, height: (width - box[2], height - box[3], width - box[0], height - box[1]),
    270: lambda box, _, height: (height - box[3], box[0], height - box[1], box[2]),
}


def as_displayed(box: Box, turn: int, width: float, height: float) -> Box:
    """Where a box of a page that was turned by ``turn`` to be read stands on the page as displayed.

    ``width`` and ``height`` are those of the page as it was read.
    """
    return box if not turn else _BACK[turn](box, width, height)
