"""Whose a figure is that names no account itself, and whether it is told of any (数字归谁)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.changes_told import is_change
from ingest.contexts import Reading, clauses_of
from ingest.course import Course, Place
from ingest.model import Measure, Stage, Subject
from ingest.numbers import to_yuan
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.reasons import in_reason
from ingest.shared import in_bracket
from ingest.when import year_of

#: A base of comparison.
WITH = regex(r"[与比较同](?!例|重)")
#: From which year a change is counted.
_FROM_YEAR = regex(r"(?:与|比|较|同)(20\d\d)年")
_NAMED = ("三公经费", "功能分类", "收入来源", "支出结构", "总额", "机关运行")


#: What a reason is given for.
_WHY = regex(r"(?P<said>[^，。；：:]+)原因")


def compared(before: str, clause: str, sentence: str) -> str:
    """The clause that names what a change is from: 「与年初预算相比，减少3万元」 has it before the verb's own."""
    if WITH.search(clause):
        return clause
    heads = [m["said"] for m in _WHY.finditer(sentence)]
    if heads and WITH.search(heads[-1]):
        return heads[-1]  # 「决算数较预算数减少的主要原因：一是…减少1.4万元」
    return next((c for c in reversed(clauses_of(before)[-2:-1]) if c.endswith(("相比", "比较"))), clause)


def in_aside(reading: Reading, course: Course, before: str) -> Reading:
    """A change in brackets is of the part told there: 「…60万元（其中：购置费20万元，比上年减少4万元）」."""
    if not in_bracket(before):
        course.aside = None
    elif reading.measure is Measure.AMOUNT and reading.subjects:
        course.aside = reading
    elif course.aside is not None and reading.subjects is None and reading.measure is not Measure.COUNT:
        return replace(reading, subjects=course.aside.subjects, fund=course.aside.fund)
    return reading


def is_far(reading: Reading, number: Numeral, start: int, place: Place, course: Course) -> bool:
    """Whether a change is told of none: from a year long before, or a growth by more than there is of what was told."""
    base = _FROM_YEAR.search(place.text, start, number.start)
    last = course.amounts[-1] if course.amounts else None
    if base is not None:
        year = year_of(place.text, start, number.start, place.about.year, changing=True)
        course.far = year - int(base[1]) > 1
    elif reading.measure is Measure.CHANGE and reading.subjects is None and last is not None:
        grown, whole = to_yuan(reading.value, reading.unit), to_yuan(last.value, last.unit)
        course.far = last.subjects == course.topic.subjects and bool(grown and whole and grown > whole)
    return (course.far and reading.subjects is None) or (base is not None and course.far)


#: What stands behind a plan of which a share is told.
_OF_BASE = regex(r"的[\d.]+%")


def staged_of_whole(reading: Reading, number: Numeral, course: Course, text: str) -> Reading:
    """「预算为20万元，其中：公务接待费9万元」: the parts of a whole are at the stage that was named of it."""
    if reading.measure is not Measure.AMOUNT:
        return reading
    course.far = False
    base = WITH.search(re.split(r"[，。；：:]", text[: number.start])[-1])
    if _OF_BASE.match(text[number.end :]):
        return reading  # 「完成年初预算520万元的97.4%」 is no whole that parts follow
    if base is None and "其中" not in text[course.staged_end : number.start]:
        course.staged, course.staged_end = None if _is_beside(reading, course) else reading.stage, number.end
    # 「预算数为3万元，完成预算的76.67%，比上年2.5万元减少」: what there was in another year is at no stage of this one.
    own = reading.stage is not None or reading.year
    return reading if own else replace(reading, stage=course.staged)


def _is_beside(reading: Reading, course: Course) -> bool:
    """Whether a plan is told behind what was done of it, 「决算6万元，预算数7万元，其中：…」: the parts are of that."""
    last = course.amounts[-1] if course.amounts else None
    if last is None or last.stage not in (None, Stage.FINAL_ACCOUNTS):
        return False
    return reading.subjects is None or reading.subjects == last.subjects


def stands_in_reason(reading: Reading, number: Numeral, place: Place, course: Course) -> bool:
    """Whether a number stands in reasons; an account of the same kind as the amounts before leads out behind 「；」.

    「农林水支出40万元，主要原因是…；住房保障支出43万元，占4%」
    """
    text = place.text[: number.start]
    reason = in_reason(text[course.past :])
    if reason and reading.measure in (Measure.AMOUNT, Measure.COMPLETION) and reading.subjects:
        anew = re.search(r"；[^，；。]*$", text)
        kinds = {s.kind for amount in course.amounts[:1] for s in amount.subjects or ()}
        if (
            anew is not None
            and reading.subjects[0].kind != "其他"
            and reading.subjects[0].kind in (kinds or _NAMED)
        ):
            course.past, reason = anew.start(), False
    return reason


def of_change(reading: Reading, course: Course, start: int) -> Reading:
    """「政府性基金预算增加300万元，增长150%」: a rate straight behind a change is of its subject and its fund."""
    moved = course.moved if course.moved_end == start else None
    if moved is None or reading.subjects is not None or reading.measure is not Measure.CHANGE_RATE:
        return reading
    return replace(reading, subjects=moved.subjects, fund=moved.fund, part=moved.part)


#: A change of each of two, in words that name neither: 「与上年相比，各减少12万元」.
_EACH = regex(r"(?:^|[，。；年度比])各(?:增加|减少|增长|下降|上升|降低)了?约?$")
_PAIRS = (("收入总计", "支出总计"), ("本年收入合计", "本年支出合计"))


def of_both(reading: Reading, course: Course, before: str) -> Reading:
    """「收入总计90万元，支出总计90万元，比上年各减少3万元」: the change of both, though one was told last."""
    changing = reading.measure in (Measure.CHANGE, Measure.CHANGE_RATE)
    if not changing or reading.subjects is not None or not _EACH.search(before):
        return reading
    last = [subject.name for subject in course.topic.subjects]
    told = {s.name for amount in course.amounts for s in amount.subjects or ()}
    pair = next((p for p in _PAIRS if [p[1]] == last and (p[0] in told or p is _PAIRS[0])), ())
    return replace(reading, subjects=tuple(Subject("总额", name) for name in pair)) if pair else reading


def of_latest(reading: Reading, course: Course) -> Reading:
    """Whose change, share or completion it is, and at which stage."""
    topic = course.topic
    if reading.measure is Measure.COMPLETION and course.outcome is Stage.EXECUTION:
        reading = replace(reading, stage=Stage.EXECUTION)
    if reading.subjects is not None or reading.measure is Measure.AMOUNT:
        return reading
    if course.rated:  # 「满意率95%，比上年提高2%」 may be points or per cent
        return replace(reading, subjects=())
    return replace(reading, subjects=topic.latest) if topic.latest else reading


def of_list(reading: Reading | None, before: str, course: Course) -> Reading | None:
    """「压减办公费5.10万元、差旅费10.10万元」: in a list of changes an amount may be one too; nothing is told of it."""
    listed = course.changed and re.match(r"[、和及与]", before) is not None
    listed = listed or course.moved_list
    moved = is_change(clauses_of(before)[-1]) if reading is None else reading.measure is Measure.CHANGE
    course.changed = listed or moved
    told = (Measure.AMOUNT,) if course.moved_list else (Measure.AMOUNT, Measure.COUNT)
    return None if listed and reading is not None and reading.measure in told else reading
