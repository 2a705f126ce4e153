"""Patterns compiled once and kept beside the compiled modules, as Python keeps those (编好的词式).

The several hundred patterns that one question needs take longer to compile than all else that answering it does.
What ``re`` compiles a pattern to is a list of numbers that its engine checks before it takes it. It holds for one
version of Python, which the name of the file and its first entry say; without it all is compiled as ever.
"""

from __future__ import annotations

import atexit
import importlib
import marshal
import os
import re
import sys
import tempfile
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from ingest.needed import needs_of

#: More than the program has; patterns that are made of a question's words must not fill the disk.
_MOST = 8000
_KIND = "codes"
#: What a Python raises whose steps of compiling are others, and a file whose entries are.
_STRANGE = (ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError, IndexError)
#: What is kept changes with this number: what an earlier house has written is compiled anew.
_FORM = 2
#: What the engine takes: flags, code, number of groups, and the groups by their names; and what a text must hold.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str, ...]]


class Compiled:
    """The codes of patterns in one file, by text and flags; written back once, with what was added to them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._codes = self._read()
        self._added: dict[tuple[str, int], _Code] = {}

    def pattern(self, text: str, flags: int = 0) -> re.Pattern[str]:
        """What ``re.compile`` gives; ``re.error`` as it raises it."""
        with suppress(*_STRANGE):
            return _of_code(text, *self._code(text, int(flags))[:4])
        return re.compile(text, flags)

    def needs(self, text: str, flags: int = 0) -> tuple[str, ...]:
        """Sets of characters: a text that the pattern is found in holds one of each; ``re.error`` as it is raised."""
        with suppress(*_STRANGE):
            return self._code(text, int(flags))[4]
        return ()

    def _code(self, text: str, flags: int) -> _Code:
        kept = self._codes.get((text, flags)) or self._added.get((text, flags))
        if kept is None:
            kept = self._added[text, flags] = _code_of(text, flags)
        return kept

    def save(self) -> None:
        """Keep what was added; a folder that cannot be written to is no fault, nor another process that does too."""
        if not self._added or len(self._codes) >= _MOST:
            return
        told = marshal.dumps((_version(), {**self._read(), **self._added}))
        with suppress(OSError):
            self.path.parent.mkdir(exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f"{_KIND}.")
            with os.fdopen(handle, "wb") as file:
                file.write(told)
            os.chmod(name, 0o644)
            os.replace(name, self.path)
        self._codes, self._added = {**self._codes, **self._added}, {}

    def _read(self) -> dict[tuple[str, int], _Code]:
        with suppress(OSError, ValueError, TypeError, EOFError):
            version, codes = marshal.loads(self.path.read_bytes())  # noqa: S302 -- our own file, like a .pyc
            if version == _version():
                return dict(codes)
        return {}


@cache
def compiled() -> Compiled:
    """That of this installation; saved when the process ends."""
    kept = Compiled(Path(cache_from_source(__file__)).with_suffix(f".{_KIND}"))
    atexit.register(kept.save)
    return kept


def _version() -> tuple[str, int, int]:
    return sys.version, importlib.import_module("_sre").MAGIC, _FORM


def _code_of(text: str, flags: int) -> _Code:
    """As ``re`` compiles it, by the steps of its own that come before the engine takes it."""
    compiler: Any = importlib.import_module("re._compiler")
    parsed = importlib.import_module("re._parser").parse(text, flags)
    code = array("I", compiler._code(parsed, flags)).tobytes()
    flags |= parsed.state.flags
    return flags, code, parsed.state.groups - 1, dict(parsed.state.groupdict), needs_of(parsed, flags)


def _of_code(text: str, flags: int, code: bytes, groups: int, named: dict[str, int]) -> re.Pattern[str]:
    names: list[str | None] = [None] * (groups + 1)
    for name, number in named.items():
        names[number] = name
    pattern: re.Pattern[str] = importlib.import_module("_sre").compile(
        text, flags, array("I", code).tolist(), groups, named, tuple(names)
    )
    return pattern
