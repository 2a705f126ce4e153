"""One service for one data folder: a second would break off the uploads of the first (独占)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from service.errors import AlreadyServed

LOCK = "serving.lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a data folder for this process; raises ``AlreadyServed`` while another holds it.

    The lock ends with the process, however that ends. Where there is none to be had (a folder that cannot be written,
    a file system without locks, Windows) this goes on without.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("a", encoding="utf-8")
    except OSError:  # the store will tell what is wrong with the folder, and what to do
        yield
        return
    with file:
        _hold(file, folder)
        yield


def _hold(file: TextIO, folder: Path) -> None:
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise AlreadyServed(
            f"数据文件夹 {folder} 正由另一个服务进程使用，一个数据文件夹只能开一个服务。"
            "请先停掉那一个，或用 MINGBAI_DATA 换一个文件夹。"
        ) from error
    except OSError:  # no locks on this file system
        return
