"""「总收入900万元（含年初结转和结余15万元）」 counts what was brought forward too: the grand total (含结转的总数)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.contexts import Reading
from ingest.grand import GRAND
from ingest.model import Measure, Subject
from ingest.numerals import Numeral, numerals
from ingest.patterns import regex

_BALANCE = regex(r"\s*[（(，,]?(?:其中)?(?:含|包括|包含)[^（()）。；，]{0,14}?(?:结转|结余)")
_OF_YEAR = regex(r"[，。；]?其中[：:，,]?本年(?:收入|支出)")


def with_balance(reading: Reading | None, after: str) -> Reading | None:
    """A reading of all income or expenditure, as the grand total where the text ``after`` it says so."""
    if reading is None or not reading.subjects or reading.measure is not Measure.AMOUNT:
        return reading
    account = label_to_account(GRAND.get(reading.subjects[0].name, ""))
    if account is None or not _BALANCE.match(after):
        return reading
    return replace(reading, subjects=(Subject(account.kind, account.name),))


def all_held(reading: Reading, number: Numeral, text: str) -> Reading:
    """「收入预算17678.81万元，其中：上年结转72.05万元」 is the grand total: it counts a balance."""
    named = [s.name for s in reading.subjects or ()]
    before, after = re.split("[；。]", text[: number.start])[-1], text[number.end :]
    if reading.measure is Measure.AMOUNT and named and _OF_YEAR.match(after) and "本年" not in before:
        # 「总收入700万元，其中本年收入650万元；总支出602.30万元，其中本年支出496.80万元」
        grand = label_to_account(GRAND.get(named[0], ""))
        return replace(reading, subjects=(Subject(grand.kind, grand.name),)) if grand else reading
    bare = reading.measure is Measure.AMOUNT and named == ["本年收入合计"]
    carried = re.match(r"[，。；]?其中[^。]*?(?:上年|年初)[^，。；]{0,8}结[转余]", after)
    if not bare or "本年" in before or not carried:
        return reading
    if "合计" in before and sum(n.value for n in numerals(after) if n.unit == number.unit) != number.value:
        return reading  # 「收入合计」 counts the balance only where it takes that to make it up
    return replace(reading, subjects=(Subject("总额", "收入总计"),))
