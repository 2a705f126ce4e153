"""Pages into a PDF: the cover, the table of contents, the body with its footers, in one embedded font."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from eval.samples.blocks import Heading, Level, Paper
from eval.samples.layout import A4, BOTTOM, MARGIN, TOP, Leaf, Word
from eval.samples.lines import wrap

FONT = "WenQuanYiMicroHei"
FONT_FILE = Path("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc")
LINE = 19.0  # from one line of the table of contents to the next
STROKE = 0.35  # the font has no bold; headings are drawn with a thin outline instead


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    heading: Heading
    leaf: int


def measure(text: str, size: float) -> float:
    """Width of a text in points."""
    return float(stringWidth(text, FONT, size))


def load_font() -> None:
    """Register the font; FileNotFoundError tells which Debian package brings it."""
    if not FONT_FILE.is_file():
        raise FileNotFoundError(f"{FONT_FILE} is missing: apt-get install fonts-wqy-microhei")
    registerFont(TTFont(FONT, str(FONT_FILE), subfontIndex=0))


def cover(paper: Paper) -> Leaf:
    """The first page: whose document, of which year, published when."""
    leaf = Leaf(*A4)
    top = 240.0
    for line in paper.title:
        for part in wrap(line, lambda text: measure(text, 28), leaf.width - 2 * MARGIN):
            leaf.words.append(Word((leaf.width - measure(part, 28)) / 2, top, part, 28, bold=True))
            top += 48
    leaf.words.append(Word((leaf.width - measure(paper.date, 16)) / 2, 640, paper.date, 16))
    return leaf


def contents(body: Sequence[Leaf], paper: Paper) -> list[Leaf]:
    """The table of contents; page numbers are those that the footers print."""
    entries = [Entry(heading, n) for n, leaf in enumerate(body) for heading in leaf.headings]
    entries = [e for e in entries if e.heading.level is not Level.PARAGRAPH or e.heading.text[:1].isdigit()]
    per_page = int((A4[1] - TOP - BOTTOM - 40) // LINE)
    chunks = [entries[n : n + per_page] for n in range(0, len(entries), per_page)]
    first = 1 if paper.restart else 2 + len(chunks)
    leaves = []
    for chunk in chunks:
        leaf = Leaf(*A4)
        leaf.words.append(Word((leaf.width - measure("目　录", 18)) / 2, TOP, "目　录", 18, bold=True))
        for n, entry in enumerate(chunk):
            leaf.words += _entry(
                entry, TOP + 40 + LINE * n, str(entry.leaf + first) if paper.contents_numbers else ""
            )
        leaves.append(leaf)
    return leaves


def _entry(entry: Entry, top: float, number: str) -> list[Word]:
    size = 12.0
    x = MARGIN + (0 if entry.heading.level is Level.PART else 24)
    right = A4[0] - MARGIN - measure(number, size)
    text = wrap(entry.heading.text, lambda t: measure(t, size), right - x - 20)[0]
    words = [Word(x, top, text, size)]
    if number:
        dots = "." * int((right - x - measure(text, size) - 8) // measure(".", size))
        words += [Word(right - 4 - measure(dots, size), top, dots, size), Word(right, top, number, size)]
    return words


def draw(path: Path, front: Sequence[Leaf], body: Sequence[Leaf], paper: Paper, title: str) -> None:
    """Write the PDF. The same input gives the same bytes: no date, no random identifier."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    unnumbered = len(front) if paper.restart else 1
    pages = [*front, *body]
    for n, leaf in enumerate(pages):
        canvas.setPageSize((leaf.width, leaf.height))
        _leaf(canvas, leaf)
        if n >= unnumbered:
            number = n + 1 - (unnumbered if paper.restart else 0)
            text = paper.footer.format(page=number)
            _word(canvas, leaf, Word((leaf.width - measure(text, 10.5)) / 2, leaf.height - 50, text, 10.5))
        canvas.showPage()
    canvas.save()


def _leaf(canvas: Canvas, leaf: Leaf) -> None:
    canvas.setLineWidth(0.5)
    for box in leaf.boxes:
        canvas.rect(box.x, leaf.height - box.top - box.height, box.width, box.height)
    for word in leaf.words:
        _word(canvas, leaf, word)


def _word(canvas: Canvas, leaf: Leaf, word: Word) -> None:
    canvas.saveState()
    text = canvas.beginText(word.x, leaf.height - word.top - word.size * 0.86)
    text.setFont(FONT, word.size)
    if word.bold:
        canvas.setLineWidth(STROKE)
        text.setTextRenderMode(2)
    text.textOut(word.text)
    canvas.drawText(text)
    canvas.restoreState()
