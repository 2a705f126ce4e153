"""Of which money a reading is, by its chapter and by the plan that it stands beside (资金口径)."""

from __future__ import annotations

from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.contexts import Reading, clauses_of
from ingest.course import Course, Place
from ingest.model import Fund, Measure, Subject
from ingest.numbers import to_yuan
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import Topic


def of_money(
    reading: Reading | None, place: Place, number: Numeral, before: str, topic: Topic
) -> Reading | None:
    """A reading of one ``number`` of a sentence with the money that its chapter, or its plan, is of."""
    reading = _of_section(reading, place.fund, place.text)
    reading = _outcome(_planned(reading, before, place.text[number.end :]), before, topic)
    return _of_balance(reading, place.text[: number.start])


#: A balance with its amount, and what leads to what it is made of.
_BALANCE = regex(
    r"(?P<name>(?:年[末初]|上年|期末)[^，。；：\d]{0,8}结转(?:和?结余)?|结转和?结余|结余)[^，。；：\d]{0,4}[\d,.]+(?:万元|亿元|元)[，,：:]?"
    r"(?:其中[：:，,]?|主要[是为]|为|包括|系)(?:[^，。；\d]*[\d,.]+(?:万元|亿元|元)[，,、和及])*[^，。；\d]*$"
)
_SPENT = regex(r"支出[^，。；：:]*$|本年|当年")
_MADE_OF = ("功能分类", "经济分类", "项目", "其他")


def _of_balance(reading: Reading | None, before: str) -> Reading | None:
    """「年末结转和结余93.83万元，为森林管护31.28万元」: so much of that balance, and not what was spent."""
    said = _BALANCE.search(before)
    own = reading is not None and all(s.kind in _MADE_OF for s in reading.subjects or ())
    if reading is None or said is None or not own or not reading.subjects or reading.part:
        return reading
    if reading.measure is not Measure.AMOUNT or _SPENT.search(clauses_of(before)[-1]):
        return reading
    account = label_to_account(said["name"])
    return reading if account is None else replace(reading, part=account.name)


#: Funds that a sentence names itself, beside the one of all appropriations.
_OTHER_FUND = regex("一般公共预算|公共财政预算|政府性基金|国有资本")


def _of_section(reading: Reading | None, fund: Fund, text: str) -> Reading | None:
    """「财政拨款支出298万元」 under 「一般公共预算财政拨款支出决算情况」 is of that money, not of the funds too."""
    wider = reading is not None and reading.fund is Fund.APPROPRIATION and fund is Fund.GENERAL
    if reading is None or not wider or "财政拨款" not in text or _OTHER_FUND.search(text):
        return reading
    return replace(reading, fund=fund)


#: The money of a plan whose spending stands behind it.
_SPENT_NEXT = regex(r"[，,；](?:当年|全年|实际)?支出决算")


def _planned(reading: Reading | None, before: str, after: str) -> Reading | None:
    """「一般公共预算财政拨款年初预算90万元，支出决算98万元」: what was budgeted to be spent, no income."""
    income = reading is not None and any(s.kind == "收入来源" for s in reading.subjects or ())
    if reading is None or not income or reading.stage is None or not _SPENT_NEXT.match(after):
        return reading
    if reading.fund is Fund.ALL or "收入" in clauses_of(before)[-1]:  # so much was to come in
        return reading
    return replace(reading, subjects=(Subject("总额", "本年支出合计"),))


def _outcome(reading: Reading | None, before: str, topic: Topic) -> Reading | None:
    """「一般公共预算财政拨款年初预算90万元，支出决算98万元」: what was spent of the very money that was budgeted."""
    whole = reading is not None and any(s.name == "本年支出合计" for s in reading.subjects or ())
    if reading is None or not whole or not _OUTCOME.fullmatch(before) or topic.fund is Fund.ALL:
        return reading
    return replace(reading, fund=topic.fund)


#: What was spent, behind what was budgeted.
_OUTCOME = regex(r"[，,；]?(?:当年|全年|实际)?支出决算数?[为是]?")


#: What an income of one fund is made up of: that of the year, and what was brought forward.
_OF_SOURCE = ("本年收入合计", "年初结转和结余")


def source_of(course: Course) -> Reading | None:
    """The income told last, whose parts follow; None where it was no income of one fund."""
    last = course.amounts[-1] if course.amounts else None
    if last is None or last.fund is Fund.ALL or not last.subjects or last.subjects[0].kind != "收入来源":
        return None
    return last


def of_source(reading: Reading | None, course: Course) -> Reading | None:
    """「财政拨款收入280万元，其中：本年收入270万元，上年结转10万元」: both are of that money, up to the next income."""
    if (
        reading is None
        or course.source is None
        or reading.measure is not Measure.AMOUNT
        or not reading.subjects
    ):
        return reading
    if reading.subjects[0].kind == "收入来源" or _exceeds(reading, course.source):
        course.source = None
        return reading
    own = reading.fund is Fund.ALL and reading.subjects[0].name in _OF_SOURCE
    return replace(reading, fund=course.source.fund) if own else reading


def _exceeds(reading: Reading, source: Reading) -> bool:
    """Whether an amount is more than that of a source, and so no part of it."""
    part, whole = to_yuan(reading.value, reading.unit), to_yuan(source.value, source.unit)
    return part is not None and whole is not None and part > whole
