"""「三级以上手术」 are not those of the third grade: neither number is told for the other (某级与某级以上)."""

from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.second.beyond import declined

#: A grade, and whether those above or below it are meant with it: 「三级」, 「三级及以上」.
_GRADE = regex(
    r"(?P<grade>[一二三四五六七八九十特]+|\d+)级(?:[（(]含[)）]|[及或含]其?)?(?P<way>以[上下](?!报))?"
)
_DIGITS = str.maketrans("123456789", "一二三四五六七八九")


def unless_one_grade(answer: Answer, text: str) -> Answer:
    """The answer; none where figures are of a grade alone and it is asked for with those beyond it, or the reverse."""
    if answer.status is not Status.ANSWERED:
        return answer
    told = {grade for figure in answer.figures for grade in _grades(figure.label)}
    asked = _grades(text)
    for grade, way in asked:
        others = {one for one in told if way or one[0] == grade} - set(asked)
        if others and (grade, way) not in told:
            found = "、".join(sorted(f"{one}级{beyond}" for one, beyond in others))
            return declined(
                answer, f"资料里只找到「{found}」的数，没有找到「{grade}级{way}」的数，不拿它来代替。"
            )
    return answer


def _grades(text: str) -> list[tuple[str, str]]:
    """The grades of a text, each with 以上 or 以下 where that is said; 「三级及三级以上」 says one of them twice."""
    said = [(m["grade"].translate(_DIGITS), m["way"] or "") for m in _GRADE.finditer(text)]
    beyond = {grade for grade, way in said if way}
    return [(grade, way) for grade, way in dict.fromkeys(said) if way or grade not in beyond]
