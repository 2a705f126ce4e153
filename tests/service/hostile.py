"""Files made to harm whoever reads them: endless drawings, bombs, locked ones, and some that are not what they say."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas


def pdf_of(objects: Sequence[bytes]) -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the catalog."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + trailer
        % (
            len(objects) + 1,
            len(out),
        )
    )


def stream(content: bytes, entries: Mapping[str, str] | None = None, packed: bool = False) -> bytes:
    """A stream object."""
    extra = "".join(f"/{name} {value} " for name, value in (entries or {}).items()).encode()
    body = zlib.compress(content, 9) if packed else content
    filter = b"/Filter /FlateDecode " if packed else b""
    return b"<< %b%b/Length %d >>\nstream\n%b\nendstream" % (extra, filter, len(body), body)


def page_with(content: bytes, resources: bytes, more: Sequence[bytes] = ()) -> bytes:
    """A PDF of one page; its own objects are 1 to 4, ``more`` follow from 5 on."""
    return pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %b >>"
            % resources,
            content,
            *more,
        ]
    )


def nested_forms(depth: int = 9, times: int = 10) -> bytes:
    """A page that draws a form that draws ten forms that draw ten forms each …: a kilobyte, and without end."""
    forms = []
    for level in range(depth):
        last = level == depth - 1
        content = b"0 0 1 1 re f " * times if last else b"/F Do " * times
        entries = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 595 842]"}
        if not last:
            entries["Resources"] = f"<< /XObject << /F {6 + level} 0 R >> >>"
        forms.append(stream(content, entries))
    return page_with(stream(b"/F Do"), b"<< /XObject << /F 5 0 R >> >>", forms)


def bomb(megabytes: int = 900) -> bytes:
    """A page whose content is packed a thousand times smaller than it is."""
    packer = zlib.compressobj(9)
    piece = b"0 0 1 1 re f " * 80_000
    packed = b"".join(packer.compress(piece) for _ in range(megabytes)) + packer.flush()
    content = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(packed), packed)
    return page_with(content, b"<< >>")


def locked(path: Path) -> bytes:
    """A PDF that opens with a password only."""
    canvas = Canvas(str(path), encrypt=StandardEncryption("secret", ownerPassword="owner", canPrint=0))
    canvas.drawString(72, 700, "513.47")
    canvas.save()
    return path.read_bytes()


def of_pages(path: Path, count: int) -> bytes:
    """A PDF of so many pages."""
    canvas = Canvas(str(path))
    for number in range(count):
        canvas.drawString(72, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    return path.read_bytes()
