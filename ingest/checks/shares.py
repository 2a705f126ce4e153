"""Shares of a whole that the text names itself: 「…3105.20 万元，占授予中小企业合同金额的 59.26%」 (文中占比)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from ingest.checks.examined import Examined, Rule, settle
from ingest.checks.rounding import last_place
from ingest.model import Check, Operand, Paragraph, Severity, Side
from ingest.numbers import to_yuan
from ingest.patterns import regex

NAMED = Rule("shares.named", "占比＝部分÷所说的总体", Severity.WARNING)

_MONEY = r"(?P<{0}>\d[\d,]*(?:\.\d+)?)(?P<{0}_unit>亿元|万元|元)"
_SHARE = regex(
    _MONEY.format("part")
    + r"[，,]?(?:约)?占(?P<whole>[^，。；：、\d%]{3,24}?)(?:的|比重|比例|为)*(?P<rate>\d+(?:\.\d+)?)%"
)
_HUNDRED = Decimal(100)


def check(examined: Examined) -> Iterator[Check]:
    """Every share whose whole stands in the same paragraph under the very name, with one amount."""
    for section in examined.sections:
        for paragraph in section.paragraphs:
            for match in _SHARE.finditer(paragraph.text):
                yield from _shared(paragraph, match)


def _shared(paragraph: Paragraph, match: re.Match[str]) -> Iterator[Check]:
    name = re.escape(match["whole"].removesuffix("的"))
    pattern = re.compile(name + r"(?:总额|合计)?(?:为|是|共计|共)?" + _MONEY.format("total"))
    wholes = list(pattern.finditer(paragraph.text, 0, match.start()))
    if len({m["total"] for m in wholes}) != 1:
        return
    whole = wholes[0]
    total, part = (_yuan(m, n) for m, n in ((whole, "total"), (match, "part")))
    if not total or part > total:
        return
    rate = Decimal(match["rate"])
    place = last_place([rate])
    percent = (part / total * _HUNDRED).quantize(place, ROUND_HALF_UP)
    operands = tuple(_operand(paragraph, m, n) for m, n in ((match, "part"), (whole, "total")))
    left = Side(
        f"正文「占{match['whole']}{match['rate']}%」", rate, "%", (_operand(paragraph, match, "rate"),)
    )
    yield settle(
        NAMED, left, Side(f"按 {match['part']}÷{whole['total']} 计算", percent, "%", operands), place
    )


def _yuan(match: re.Match[str], name: str) -> Decimal:
    return to_yuan(Decimal(match[name].replace(",", "")), match[f"{name}_unit"]) or Decimal(0)


def _operand(paragraph: Paragraph, match: re.Match[str], name: str) -> Operand:
    page, box = paragraph.places(match.start(name), match.end(name))[-1]
    unit = "%" if name == "rate" else match[f"{name}_unit"]
    return Operand(f"正文「{match[name]}」", Decimal(match[name].replace(",", "")), unit, page, box, match[0])
