"""A font of this machine that has Chinese characters (中文字体)."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import ImageFont

# Looked for by file name in the system's font folders; the first that is there is taken. The number picks a font
# out of a collection: simplified forms, with Latin letters half as wide as Chinese ones, as the reader lays them out.
FONTS = (
    ("NotoSansCJK-Regular.ttc", 7),
    ("NotoSansMonoCJKsc-Regular.otf", 0),
    ("NotoSansSC-Regular.otf", 0),
    ("SourceHanSansSC-Regular.otf", 0),
    ("wqy-zenhei.ttc", 1),
    ("wqy-microhei.ttc", 1),
    ("DroidSansFallbackFull.ttf", 0),
    ("PingFang.ttc", 0),
    ("STHeiti Light.ttc", 0),
    ("simsun.ttc", 0),
    ("msyh.ttc", 0),
)


def find_font(fonts: Sequence[tuple[str, int]], size: int) -> ImageFont.FreeTypeFont | None:
    """The first of ``fonts`` that this machine has, ``size`` pixels high; None where it has none of them."""
    for name, index in fonts:
        try:
            return ImageFont.truetype(name, size, index)
        except OSError:
            continue
    return None
