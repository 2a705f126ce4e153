"""The program's own server, in a process of its own, as it is started in use."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.settings import Settings

ROOT = Path(__file__).parents[2]


def environment(settings: Settings, **more: str) -> dict[str, str]:
    """This process's environment without its own settings, with the stores of ``settings``."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("MINGBAI_")}
    return inherited | {"MINGBAI_DATA": str(settings.data), "PYTHONPATH": str(ROOT)} | more


@contextmanager
def running(settings: Settings, **more: str) -> Iterator[str]:
    """``mingbai serve`` on a free port; gives its address once it listens."""
    command = [sys.executable, "-u", "-m", "mingbai", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=settings.data, env=environment(settings, **more), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            told = process.stdout.readline()
            found = re.search(r"http://[\w.:]+", told)
            assert found, f"the server told no address: {told!r}"
            yield found[0]
        finally:
            process.terminate()
