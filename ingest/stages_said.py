"""The stage that the words straight before a number name: 年初预算数为, 支出决算, 执行数 (口径用语)."""

from __future__ import annotations

import re

from ingest.model import Stage

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
