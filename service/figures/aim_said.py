"""How an answer says what was aimed at and what came of it: that is the answer to 「有没有达标」 (达标的说法)."""

from __future__ import annotations

from ingest.patterns import regex

AIM_TOLD = regex(r"」目标 [^，]+，实际完成 ")
