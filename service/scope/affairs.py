"""Accounts that are called after an organ name no body: 人大事务, 党委办公厅（室）及相关机构事务 (以机关命名的科目)."""

from __future__ import annotations

from ingest.patterns import regex

#: Sections of the functional classification that are called after who mostly spends them, in any body's disclosure.
_AFFAIRS = regex(
    r"(?:^|(?<=[年度的里中，、和与跟及“‘\"（(\s\d局厅委办镇乡府院道心]))"
    r"(?:人大|政协|财政|审计|海关|税收|纪检监察|统计信息|发展与改革|市场监督管理|民族|宗教|港澳台|档案|组织|宣传|统战|网信|公安|司法"
    r"|(?:党委|政府)办公[厅室](?:[（(][室厅][）)])?及相关机构|民主党派及工商联|群众团体|其他共产党|对外联络|人力资源和社会保障管理|民政管理)"
    r"事务(?:支出|管理支出)?(?![所中局受处])"
)


def called_after_organs(text: str) -> list[tuple[int, int]]:
    """Places in a question that are names of such accounts."""
    return [match.span() for match in _AFFAIRS.finditer(text)]
