"""Sentences that tell of one unit below the department: 「1.某县水保站，核定编制24名」 (逐个写明的所属单位)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.entities import is_body
from ingest.patterns import regex
from ingest.units import is_whole

_HEADED = regex(r"机构|单位|人员|编制|基本情况")
_NOT_HEADED = regex(r"职责|职能|任务|名词解释|绩效|采购|预决算编制|说明$")
#: A numbered name at the head of the sentence, with its staff behind it.
_TOLD = regex(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[.．、]|[一二三四五六七八九十]{1,2}、)\s*"
    r"(?P<name>[\u4e00-\u9fff]{6,30})(?:[（(][^（）()]{1,20}[)）])?\s*[，,：:]"
    r"(?=[^。]*(?:编制|在职|在编|实有)[^。]{0,8}\d)"
)
#: Offices of the body itself.
_OFFICE = regex(r"[科室股处]$")


def unit_told(headings: Sequence[str], text: str, entity: str) -> str:
    """The unit that a sentence under headings on a department's units and staff tells of; empty for none."""
    if not any(_HEADED.search(h) for h in headings[-1:]) or any(_NOT_HEADED.search(h) for h in headings[-1:]):
        return ""
    told = _TOLD.match(text)
    name = told["name"] if told is not None else ""
    own = not name or _OFFICE.search(name) is not None or is_whole(name, entity) or not is_body(name)
    return "" if own else name
