"""A common word that bodies' names begin with names none: 农村 of 农村自来水, 退役军人 of 退役军人安置 (普通词语)."""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.scope.regions import region_of
from service.scope.strangers import is_over

#: What bodies are for, in words that stand for the matter itself as often as for the body.
_MATTERS = regex(
    r"农村|农业(?:农村)?|退役军人|(?:人民)?医院|学校|小学|中学|幼儿园|社区|城市|交通(?:运输)?|教育|卫生健康|(?:医疗)?卫生|健康|文化|旅游|体育"
    r"|水利|水务|林业|财政|民政|审计|统计|公安|交警|消防|妇女|妇幼|残疾人|老干部|信访|档案|海关|税务|市场|安全|应急|环保|环境|(?:自然)?生态(?:环境)?"
    r"|规划|建设|住房|科技|科学技术|工业|信息化|商务|粮食|气象|医疗(?:保障)?|保障|人力资源|就业|扶贫|乡村(?:振兴)?|自然资源|图书馆|文化馆|博物馆"
    r"|(?:经济|高新)?(?:技术)?(?:产业)?开发区|经开区|高新区|工业园区|度假区|景区"
)

_LONGEST = 6


def is_matter(word: str) -> bool:
    """Whether a word by itself stands for a matter: 应急, 医院."""
    return _MATTERS.fullmatch(word) is not None


def is_common_word(text: str, start: int, end: int, name: str) -> bool:
    """Whether what spells a body is such a word, without the body's region, and goes on to a longer one."""
    words = (m.span() for m in _MATTERS.finditer(text, max(0, start - _LONGEST)))
    behind = next((high for low, high in words if low <= start and end <= high), None)
    placed = start > 0 and text[start - 1] in region_of(fold(name))
    return behind is not None and not placed and not is_over(text[behind:])
