"""Parts listed of an account by names that stand for all of these elsewhere: 机关运行经费, 其中：差旅费 (账中之账)."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Measure
from ingest.readings import Reading

#: Accounts that hold parts of other accounts.
HOLDS_OTHERS = ("机关运行经费",)
_PARTS = ("三公经费", "会议培训", "经济分类")


def inside(reading: Reading, within: str, before: str) -> Reading:
    """「机关运行经费…。其中：公务用车运行维护费8万元」: what it holds of that account, told by its path."""
    if "其中" not in before or not within or reading.measure is not Measure.AMOUNT:
        return reading
    parts = [replace(s, path=(within,)) if s.kind in _PARTS else s for s in reading.subjects or ()]
    return replace(reading, subjects=tuple(parts)) if parts else reading
