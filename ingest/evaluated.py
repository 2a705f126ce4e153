"""Money that evaluated projects cost: of no account, and no total of its fund (评价涉及的资金)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.contexts import Reading
from ingest.model import Measure, Subject
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import fund_within
from ingest.stages_said import stage_of

#: What opens the names of money that was evaluated.
INVOLVED = "涉及"
_FUND = r"(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|社会保险基金(?:预算)?|财政专户管理资金|其他资金)"
#: A further fund in a list of what is involved: 「，政府性基金预算支出」.
_FURTHER = regex(
    rf"[，,、和及]*(?P<name>{_FUND}(?:财政)?(?:拨款)?(?:项目)?(?:支出|资金|收入)?)(?:共计|合计)?[为是]?"
)
_NAMES_FUND = regex(_FUND)


def of_evaluated(reading: Reading | None, before: str, spent: str) -> Reading | None:
    """「涉及一般公共预算支出58万元，政府性基金预算支出3万元」: both are of what was evaluated.

    ``before`` is the text since the number before, ``spent`` the name of the money told last.
    """
    if reading is None or reading.measure is not Measure.AMOUNT:
        return reading
    further = _FURTHER.fullmatch(before) if spent.startswith(INVOLVED) and _NAMES_FUND.search(spent) else None
    if further is None:
        return reading
    subject = Subject("其他", f"{INVOLVED}{further['name']}")
    return replace(reading, subjects=(subject,), fund=fund_within(further["name"], reading.fund))


def staged_later(
    reading: Reading | None, number: Numeral, found: Sequence[Numeral], text: str
) -> Reading | None:
    """「评价资金9万元，…全年预算数9万元」: money evaluated is at the stage at which its sentence names the same sum."""
    if reading is None or reading.stage is not None or reading.measure is not Measure.AMOUNT:
        return reading
    if not any(subject.name.startswith(INVOLVED) for subject in reading.subjects or ()):
        return reading
    same = [n for n in found if n.start > number.start and (n.value, n.unit) == (number.value, number.unit)]
    stages = {stage_of(re.split(r"[，。；]", text[: n.start])[-1])[0] for n in same}
    return replace(reading, stage=stages.pop()) if len(stages) == 1 else reading
