"""What every test starts from: no settings of the person who runs it, and no logging of the test before."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
import structlog

from ingest.settings import Settings


def pytest_configure() -> None:
    """Settings in the shell would move the stores of the tests onto somebody's real ones."""
    for name in Settings.model_fields:
        os.environ.pop(f"MINGBAI_{name.upper()}", None)


@pytest.fixture(autouse=True)
def _fresh_logging() -> Iterator[None]:
    """A command under test points the log at its own output, which is closed by the time of the next test.

    Never standard output: a thread that an earlier test left behind would write into what this one reads.
    """
    structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))
    yield
    structlog.reset_defaults()
