"""Documents as further provinces print them: every cell comes back as one fact, nothing is told as wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.model import Verdict
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.test_province_layouts import faults
from tests.ingest.typed_accounts import ACCOUNTS
from tests.ingest.typed_budgets import BUDGETS
from tests.ingest.typed_further import FURTHER
from tests.ingest.typed_last import LAST
from tests.ingest.typed_layouts import LAYOUTS
from tests.ingest.typed_parts import PARTS
from tests.ingest.typed_provinces import PROVINCES
from tests.ingest.typed_regions import REGIONS
from tests.ingest.typist import Print, pressed


@pytest.mark.parametrize(
    "make",
    (*BUDGETS, *ACCOUNTS, *FURTHER, *LAST, *LAYOUTS, *REGIONS, *PROVINCES, *PARTS),
    ids=lambda make: str(make.__name__),
)
def test_every_figure_comes_back_and_none_is_doubted(make: Callable[[], Print], tmp_path: Path) -> None:
    path, placed = pressed(make(), tmp_path)
    assert placed
    assert not faults(path, placed)
    reading = read_file(path, Settings(data=tmp_path))
    assert not reading.misread
    assert not [c.message for c in reading.checks if c.verdict is Verdict.FAILS]
