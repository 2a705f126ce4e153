"""The stage that the words straight before a number name: 年初预算数为, 支出决算, 执行数 (口径用语)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.contexts import Reading
from ingest.model import Measure, Stage
from ingest.numerals import Numeral

#: What words straight before a number say of the stage that it is told at; tried from the top.
_SUM = r"(?:数|数额|总?金?额|总额)?(?:共计|合计|总计)?[为是达的]?到?的?"
#: A year between a name and its stage: 「公务接待费2024年预算安排」.
_OF_YEAR = r"(?:20\d\d年度?)?"
_STAGES: tuple[tuple[str, Stage], ...] = (
    (rf"{_OF_YEAR}(?:年初预算|年初部门预算|当年预算)(?:安排)?{_SUM}$", Stage.INITIAL_BUDGET),
    (rf"{_OF_YEAR}(?:全年预算|调整预算|调整后预算|预算调整){_SUM}$", Stage.ADJUSTED_BUDGET),
    (rf"{_OF_YEAR}(?:支出决算|收入决算|决算){_SUM}$", Stage.FINAL_ACCOUNTS),
    (rf"{_OF_YEAR}(?:预算执行数|实际执行数?|全年执行数?|执行数?)[为是]?$", Stage.EXECUTION),
    # 一般公共预算 is a fund, 一般公共预算数 a stage of it.
    (rf"(?:{_OF_YEAR}|年)(?:(?<!公共)(?<!基金)(?<!经营)预算|预算(?=数))(?:批复|安排)?{_SUM}$", Stage.BUDGET),
)


def stage_of(clause: str) -> tuple[Stage | None, int]:
    """The stage that the words straight before a number name, and where in the clause they start."""
    return next(((s, m.start()) for p, s in _STAGES if (m := re.search(p, clause))), (None, len(clause)))


def staged_later(
    reading: Reading | None, number: Numeral, found: Sequence[Numeral], text: str
) -> Reading | None:
    """「评价资金9万元，…全年预算数9万元」: money evaluated is at the stage at which its sentence names the same sum."""
    if reading is None or reading.stage is not None or reading.measure is not Measure.AMOUNT:
        return reading
    if not any(subject.name.startswith("涉及") for subject in reading.subjects or ()):
        return reading
    same = [n for n in found if n.start > number.start and (n.value, n.unit) == (number.value, number.unit)]
    stages = {stage_of(re.split(r"[，。；]", text[: n.start])[-1])[0] for n in same}
    return replace(reading, stage=stages.pop()) if len(stages) == 1 else reading
