"""A rate that a document prints itself, to as many places as it is computed here: that is the answer (原文的比率).

A text works with amounts rounded to 万元, its tables with 元: the two rates may be a hundredth apart. Which one is
"right" the document has decided; what its cells make is told beside it. A rate printed to fewer places, or further
off, is told beside the computed one instead.
"""

from __future__ import annotations

from decimal import Decimal

from ingest.model import Measure
from service.figures.amended import printed_value
from service.model import Finding

_RATES = (Measure.SHARE, Measure.COMPLETION, Measure.CHANGE_RATE)
#: How far rounding of the amounts alone can part two rates, and to how many places both are told.
_ROUNDING, _PLACES = Decimal("0.02"), -2


def stated(finding: Finding) -> Decimal | None:
    """The printed rate that stands for a computed one; None where the computed one is told."""
    printed = printed_value(finding.printed)
    if printed is None or finding.formula is None or finding.measure not in _RATES or finding.unit != "%":
        return None
    fine = int(printed.as_tuple().exponent) <= _PLACES
    signed = -abs(printed) if finding.value < 0 else abs(printed)
    close = Decimal(0) < abs(signed - finding.value) <= _ROUNDING
    return signed if fine and close else None
