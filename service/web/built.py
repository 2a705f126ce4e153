"""The built widget (``service/widget/dist``): what the manifest says is in it, read once and served as it is.

Node is not needed to run: ``npm run build`` in ``service/widget`` writes these files, and they are committed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "widget"
SCRIPT = "widget.js"  # the only name without a hash: the line that embeds it must not change


@dataclass(frozen=True, slots=True)
class Built:
    """Entry name → hashed file name, file name → content, and the hash of the sources they were built of."""

    entries: dict[str, str]
    files: dict[str, bytes]
    hashes: dict[str, str]
    sources: str

    def linked(self, page: bytes) -> bytes:
        """A page's markup with ``widget/NAME.js`` replaced by the hashed file of that entry."""
        for name, file in self.entries.items():
            page = page.replace(f'"widget/{name}.js"'.encode(), f'"widget/{file}"'.encode())
        return page


def load_built(folder: Path = FOLDER / "dist") -> Built:
    """The files that the manifest names; raises ``FileNotFoundError`` where the package is not whole."""
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    files = {name: (folder / name).read_bytes() for name in manifest["files"]}
    return Built(manifest["entries"], files, manifest["files"], manifest["sources"])
