"""Indicators whose value is a day or words, no number: 「主体完工时间：11月30日前」 (指标值是日期或文字的).

Such a row makes no figure; it is told as it is printed, where the question says the indicator's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ingest.model import Chunk, Fact
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.held import facts_of
from service.model import Evidence, Plan
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote

#: A cheap look: a value of an indicator is asked for, or when; only the first asks for such as are no day.
_OF_VALUE = regex(r"指标|目标|完成值|预期|实际|要求")
_ASKS = regex(
    r"指标|目标值|完成值|预期值|实际值|时间|时限|期限|日期|什么时候|何时|哪[天日年月]|几月|时候|进度|情况|程度|水平|机制|制度"
)
_OTHER = regex(r"为什么|为啥|原因|偏差|改进|措施|得分|扣|权重|分值|多少钱|合计|一共|哪些指标|有哪些")
_COLUMN = r"(?:年度|年初|预期|实际|全年)*(?:指标|目标|计划|预期|完成)值?"
#: A row: the indicator's name, behind its heading or last before the first value, and the values.
_ROW = regex(
    rf"(?:^|[\n，])(?:(?:三级指标|指标名称|指标内容|绩效指标|指标)：)?(?P<name>[^，：\n]{{3,30}})，(?P<values>{_COLUMN}：[^\n]+)"
)
_VALUE = regex(rf"(?:^|，)(?P<head>{_COLUMN})：(?P<value>[^，：\n]{{1,40}})(?=，|$)")
_NUMBER = regex(r"^[≥≤＞＜><=＝不大小少多高低于过超至]*[\d.,]+(?:%|[\u4e00-\u9fff/]{1,6})?$")
_DAY = regex(r"\d+月|\d+日|年底|月底|月末|年末|季度|之?前$|以?前$")
#: What a row is worth, printed behind its name.
_FULL = regex(r"[（(]?(?:满分|权重|分值)\d+分?[）)]?$")
_HELD = 4096
_LEAST = 4


def worded_value(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The row of the one indicator that is named, where its value is no number; None where none or several are."""
    text = fold(plan.parted or plan.text)
    if len(points) != 1 or not _ASKS.search(text) or _OTHER.search(text):
        return None
    found = [row for chunk in sources.index().chunks for row in _rows(chunk) if row[0] in text]
    if not _OF_VALUE.search(text):
        found = [row for row in found if _DAY.search(row[1])]
    longest = max((len(row[0]) for row in found), default=0)
    found = [row for row in found if len(row[0]) == longest]
    if len(found) > 1:
        found = [row for row in found if _of_project(row[2], text)]
    if len({row[1] for row in found}) != 1 or any(
        f.value is not None for f in _figures(found[0][0], plan, sources)
    ):
        return None
    name, values, sentence = found[0]
    table = sentence.chunk.path[-1] if sentence.chunk.path else ""
    told = f"{sources.body.name}{plan.year}年度{f'「{table}」' if table else ''}里，「{name}」的{values}。"
    return Evidence(quotes=(to_quote([sentence]),), told=told)


@lru_cache(maxsize=_HELD)
def _rows(chunk: Chunk) -> tuple[tuple[str, str, Sentence], ...]:
    """Folded name, values and sentence of each row of a passage whose value is no number."""
    rows = []
    for line in lines_of([chunk]):
        said = _ROW.search("".join(sentence.text for sentence in line))
        values = list(_VALUE.finditer(said["values"])) if said is not None else []
        worded = any(_DAY.search(v["value"]) or not _NUMBER.match(fold(v["value"])) for v in values)
        if said is not None and worded and len(fold(said["name"])) >= _LEAST:
            told = "，".join(f"{v['head']}：{v['value']}" for v in values)
            rows.append((_FULL.sub("", fold(said["name"])), told, line[0]))
    return tuple(rows)


def _of_project(sentence: Sentence, text: str) -> bool:
    """Whether the question says the project whose form a row stands in."""
    return any(fold(part).removesuffix("绩效目标表").removesuffix("绩效自评表").removesuffix("项目") in text
               for part in sentence.chunk.path[-1:])  # fmt: skip


def _figures(name: str, plan: Plan, sources: Sources) -> list[Fact]:
    """Figures of the year that are printed under the indicator's name."""
    return [f for f in facts_of(sources.facts, name) if fold(f.subject.name) == name and f.year == plan.year]
