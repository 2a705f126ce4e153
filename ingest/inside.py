"""Parts of an account by names that are of the whole body elsewhere: 初中教育, 其中：基本支出 (账中之账)."""

from __future__ import annotations

from dataclasses import replace

from ingest.contexts import Reading
from ingest.model import Measure, Subject
from ingest.patterns import regex
from ingest.phrases import BODY_BELOW, OF_BOTH

#: Accounts that hold parts of other accounts.
HOLDS_OTHERS = ("机关运行经费", "公用经费", "人员经费")
#: What leads to the parts of an account.
LISTS = regex(r"其中|[，,。](?:主要)?(?:包括|包含)|用于|支出项目[为是]?[：:]")
_PARTS = ("三公经费", "会议培训", "经济分类")


def inside(reading: Reading, within: str, before: str) -> Reading:
    """「机关运行经费…。其中：公务用车运行维护费8万元」: what it holds of that account, told by its path."""
    if not within or reading.measure is not Measure.AMOUNT or not LISTS.search(before):
        return reading
    parts = [_part(s, within) for s in reading.subjects or ()]
    return replace(reading, subjects=tuple(parts)) if parts else reading


_ANOTHER = regex(r"；[^，；。]*?(?:公用经费|人员经费|项目支出|运行经费|三公)")


def within_of(before: str, within: str, spent: str, told: tuple[Subject, ...]) -> str:
    """The account whose parts follow the words ``before`` a number, empty for none.

    ``within`` is the one whose parts stood before them, ``spent`` the name of the last amount, ``told`` what the text
    is about. 「公用经费20万元，包括办公费；公务接待费3万元」 lists no amounts: the 「；」 ends it.
    """
    opened = LISTS.search(before)
    if opened is not None and not within and "；" not in before[opened.end() :]:
        return next((s.name for s in told if s.name in HOLDS_OTHERS), "")
    ended = before.startswith("；") and (spent == within or _ANOTHER.match(before) is not None)
    return "" if ended and within in HALVES else within


def _part(subject: Subject, within: str) -> Subject:
    """One thing paid from an account; 住房公积金 among salaries is what is paid for staff, no item of the functions."""
    if subject.kind == "功能分类" and subject.name in OF_BOTH and within in HALVES:
        return Subject("经济分类", subject.name, path=(within,))
    held = _PARTS if within != "人员经费" else _PARTS[-1:]
    return replace(subject, path=(within,)) if subject.kind in held else subject


#: Halves of expenditure that an account is told in, as the columns of its statement are.
HALVES = ("基本支出", "项目支出", "人员经费", "公用经费", "经营支出")
_PROJECTS = "项目支出"
#: All that a body below has or spends: 「种子服务站预算总支出」.
_OTHER_BODY = regex(rf"^{BODY_BELOW}(?:部门|单位)?(?:预算|决算)总?(?:收入|支出)$")
_ITS_TOTAL = regex(r"(?:部门|单位)?(?:预算|决算)总?(?:收入|支出)$")
#: Names of no account, which are of the whole body: 「部门整体支出安排」.
_OF_ALL = regex(
    r"部门|单位|本年|总|预算|决算|财政|全年|年度|资金|安排|整体|收入|收支|基本|项目|专项|经费$|其中"
)


def holds_halves(subjects: tuple[Subject, ...]) -> bool:
    """Whether what is told after these, behind 「其中」, is theirs: of one item, one thing paid for, another body."""
    if len(subjects) != 1:
        return False
    only = subjects[0]
    if only.name == _PROJECTS or _OTHER_BODY.search(only.name) or only.kind == "功能分类":
        return True
    return only.kind == "其他" and not _OF_ALL.search(only.name)


def half_of(reading: Reading, holder: tuple[Subject, ...]) -> Reading:
    """「初中教育支出206万元，其中：基本支出190万元」: what of an item is basic expenditure, not of all the body spends.

    Economic classes listed of 项目支出 are told by that half, and what is listed of a body below by its name.
    """
    named = reading.subjects or ()
    if not holder or reading.measure is not Measure.AMOUNT or len(named) != 1:
        return reading
    if holder[0].name == _PROJECTS:
        return replace(reading, part=_PROJECTS) if named[0].kind == "经济分类" else reading
    if _OTHER_BODY.search(holder[0].name):
        body = _ITS_TOTAL.sub("", holder[0].name)
        return replace(reading, subjects=(Subject("其他", f"{body}{named[0].name}"),))
    if named[0].name not in HALVES:
        return reading
    return replace(reading, subjects=holder, part=named[0].name)
