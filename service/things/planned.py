"""Counts that are aimed at and counts that were reached: one is never told for the other (计划数与完成数).

「2018年实际召开几次主席会议」 of a budget that only says how many are planned, and 「目标办理案件多少」 of accounts
that only say how many were handled, get no figure; what is planned is told as planned.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.contract import Answer, Figure

#: The target, or the number planned, is asked for, not what came of it.
_AIMED = regex(
    r"(?:目标|计划|原定|预期|拟)(?:要|值|数|任务|应|需|是|为)*(?:办|处|受|召|举|开|巡|检|培|完成|调|听|审|发|组|实|结|达|建|督|编|出|修|新|治)"
    r"[^，。？比占]{0,24}?(?:多少|几)|(?:目标|计划|指标)(?:值|数)?(?:是|为|定)*(?:多少|几|[？?。]*$)"
)
_REACHED = regex(
    r"实际|完成(?:情况|率|了)|达到了?没|是否|比|超|差|达成|实现了|绩效目标的?(?:项目|情况)|用款|生育"
)
_ACTUAL = regex(r"实际(?!支出|收入|在)|(?:到底|真正|最终)(?:召开|举办|开展|完成|办理|听取|组织)")
#: What was finished is asked for, of which a budget cannot tell.
_FINISHED = regex(
    r"(?:实际|真正|到底|最终|最后)[^，。]{0,6}?(?:建|修|改|种|拆|装|清|完)[^，。]{0,4}?(?:好|成|完|工)了?(?=多少|几|[\u4e00-\u9fff]{0,6}(?:多少|几))"
)
#: What was really done is asked for, with or without a word that it is finished (实际新改建几座).
_DONE_REALLY = regex(
    r"(?:实际|真正|真的|最终|最后|到头来)(?:上|一?共|总共|都|又|是)*(?:新?[建修改造拆种装清]|完成|落实|受理|办[理结]|接待|培训|采购|买|添|开[展工办]|举办|召开|发放|处[理置]|整治|检查|巡查|购[置买]|安装|加装|聘[用请]|招)"
    r"[^，。？率]{0,12}?(?:多少|几)"
)
#: What came of it is asked for, and a figure that is by its own name an aim.
_REALLY = regex(r"实际|真正|最终|最后|到底|达到了|做到了|完成了")
_AIMED_AT = regex(r"^(?:力争|争取|计划|拟|预计|预期|确保)")
#: How a document says that a thing is meant to be done.
_INTENDED = regex(r"计划|拟|预计|将(?!军)|力争|打算|不少于|不低于|≥|≧")
#: Units of what is done, not of what is there (车 7 辆, 编制 70 名).
_DONE_IN = regex(r"次|场|期|件|个|篇|项|份|批|人次|家次|课题|%")
#: Units in which a budget's text counts only what is to be done in its year.
_ACTS = regex(r"次|场|期|件|篇|批|人次|家次")
#: A figure that is an aim by its own name, or by its column's.
_AIM = regex(r"目标值|计划(?:数|值)|指标值|预期值")
_NO_TARGET = "没有找到目标（计划）数，只有完成数，不敢作答。"
_IS_PLAN = "这是预算资料里写的计划数，不是实际完成数。"


def as_planned(answer: Answer, text: str) -> tuple[Answer, str]:
    """The answer, with what is planned said to be so; and why it is none, where it is of the other kind."""
    done = _FINISHED.search(text) or (_DONE_REALLY.search(text) and not _INTENDED.search(text))
    if answer.figures and done and all(_is_meant(answer, figure) for figure in answer.figures):
        return answer, _no_actual(answer)
    aimed = answer.figures and all(_AIMED_AT.match(figure.label) for figure in answer.figures)
    if aimed and _REALLY.search(text) and not _INTENDED.search(text):
        return answer, _no_actual(answer)
    if not answer.figures or not all(_is_done(figure) for figure in answer.figures):
        return answer, ""
    planned = [figure for figure in answer.figures if _is_planned(answer, figure)]
    if not planned and _AIMED.search(text) and not _REACHED.search(text):
        return answer, _NO_TARGET if all(f.stage in ("决算", "执行") for f in answer.figures) else ""
    if len(planned) < len(answer.figures) or all(f.stage != "预算" for f in planned):
        return answer, ""
    if _ACTUAL.search(text) and not re.search("计划|预计|拟", text):
        return answer, _no_actual(answer)
    return answer.model_copy(update={"answer": f"{answer.answer}{_IS_PLAN}"}), ""


def _no_actual(answer: Answer) -> str:
    """That what was done is not known, with what was planned said as such."""
    planned = "、".join(f"{f.label} {f.value} {f.unit}" for f in answer.figures[:3])
    return f"收录的资料只写明计划数（{planned}），没有写明实际完成数，不敢作答。"


def _is_meant(answer: Answer, figure: Figure) -> bool:
    """Whether a figure counts things in a budget of its own year, which tells only what is meant to be done."""
    counted = figure.stage == "预算" and "元" not in figure.unit and "%" not in figure.unit
    return counted and not _is_over(answer, figure)


def _is_done(figure: Figure) -> bool:
    """Whether a figure counts what is done, and is printed as it stands."""
    return figure.formula is None and _DONE_IN.fullmatch(figure.unit) is not None


def _is_planned(answer: Answer, figure: Figure) -> bool:
    """Whether the place of a figure, or its name, says that it is meant to be reached; what is over is not."""
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    if cited is None:
        return False
    over = _is_over(answer, figure)
    aimed = _AIM.search(figure.label) or _AIM.search(cited.column)
    acts = not cited.table and _ACTS.fullmatch(figure.unit)
    intended = _INTENDED.search(figure.label + cited.quote)
    return bool(aimed or (figure.stage == "预算" and not over and (acts or intended)))


def _is_over(answer: Answer, figure: Figure) -> bool:
    """Whether a figure is of a year before that of its document."""
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    published = re.search(r"20\d\d(?=年)", cited.title) if cited is not None else None
    return published is not None and figure.year is not None and figure.year < int(published[0])
