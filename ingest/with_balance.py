"""「总收入900万元（含年初结转和结余15万元）」 counts what was brought forward too: the grand total (含结转的总数)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.model import Measure, Subject
from ingest.readings import Reading

_BALANCE = re.compile(r"\s*[（(，,]?(?:其中)?(?:含|包括|包含)[^（()）。；，]{0,14}?(?:结转|结余)")
_GRAND = {"本年收入合计": "收入总计", "本年支出合计": "支出总计"}


def with_balance(reading: Reading | None, after: str) -> Reading | None:
    """A reading of all income or expenditure, as the grand total where the text ``after`` it says so."""
    if reading is None or not reading.subjects or reading.measure is not Measure.AMOUNT:
        return reading
    account = label_to_account(_GRAND.get(reading.subjects[0].name, ""))
    if account is None or not _BALANCE.match(after):
        return reading
    return replace(reading, subjects=(Subject(account.kind, account.name),))
