"""Lists that tables give: names of units, projects, purchases, tasks, one by one (列举)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.accounts import is_total_word
from ingest.patterns import regex
from ingest.text import fold
from service.model import Quote
from service.text.asked import Asked
from service.text.lexical import Index
from service.text.sentences import Sentence, joined, lines_of
from service.text.sorts import Sort

#: What is asked for, and the headings of columns and labels of forms that hold its names; the first that has any.
_NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"专项", (r"专项名称", r"项目名称")),
    (
        r"物品|东西|采购品|采购(?:了|什么|哪)|买(?:了|什么|哪|些)|品目|设备|货物|服务|家具|用品",
        (r"采购物品名称|物品名称", r"采购项目(?:名称)?|采购内容", r"采购品目|品目名称"),
    ),
    (r"项目", (r"项目名称", r"专项名称")),
    (r"单位|机构|部门", (r"(?:预算)?单位名称|预算单位|机构名称",)),
    (r"事项|任务|工作|大事", (r"重要事项|重点工作|工作任务|主要工作",)),
)
_VALUE = r"(?:^|，)(?:{label})：(?P<name>[^：]+?)(?=，[^，：]{{2,12}}：|，|$)"
#: Words of the question that say what is listed, not which of it.
_LISTED = regex(r"专项|项目|物品|东西|单位|事项|任务|有关|相关|编报|报了|申报|采购|购买|买|名称|明细|清单")
_WHICH = regex(r"(?:什么|啥|哪些|哪[几两三四五六七八九十\d]+[个项种类样]?)(?P<noun>[\u4e00-\u9fff]{1,5})")
#: Offices within a body, and the heading of a column that is printed once more on the next page.
_INNER, _HEADING = (
    regex(r"内设|科室|处室|股室"),
    regex(r"^(?:项目|单位|机构|物品|品目|采购品目)名称$"),
)
_MOST = 40


def list_names(asked: Asked, index: Index) -> Quote | None:
    """Names that a table lists of what is asked for, only those that fit the rest of the question; else None."""
    # What follows 什么 or 哪些 is listed: 「专项会议要采购什么服务」 asks for no 专项.
    wanted = _WHICH.search(asked.text)
    said = wanted["noun"] if wanted else ""
    noun = next((labels for pattern, labels in _NAMES if said and re.search(pattern, said)), ())
    noun = noun or next((labels for pattern, labels in _NAMES if re.search(pattern, asked.text)), ())
    if _INNER.search(asked.text):
        return None  # tables name units; offices stand in the text
    for label in noun:
        found = _rows(asked, index, label)
        if found:
            names = tuple(name for name, _ in found)
            rows = [row for _, row in found]
            places = [p for row in rows for p in row.chunk.places_of(row.start, row.end)]
            full = rows[0].chunk.page if len(names) > _MOST else 0
            return Quote(rows[0].chunk, names[:_MOST], joined(places), full)
    return None


def _rows(asked: Asked, index: Index, label: str) -> list[tuple[str, Sentence]]:
    """Each name once, with the row that has it first; the table that fits the question best."""
    wanted = [c for c in asked.concepts if _LISTED.sub("", c.forms[0])]
    weights = index.weights(asked.pairs)
    pattern = re.compile(_VALUE.format(label=label))
    tables: dict[str, tuple[float, dict[str, Sentence]]] = {}
    for name, row in _named(asked, index, pattern):
        title = fold("".join(row.chunk.path))
        line = fold(row.chunk.text[row.start : row.end])
        fits = min((c.held(title + line, weights) for c in wanted), default=1.0)
        if fits >= 0.6:
            key = row.chunk.document_id + (
                row.chunk.path[0] if asked.sort is Sort.MAKEUP and row.chunk.path else ""
            )
            tables.setdefault(key, (fits, {}))[1].setdefault(name, row)
    if not tables:
        return []
    return list(max(tables.values(), key=lambda t: (t[0], len(t[1])))[1].items())


def _named(asked: Asked, index: Index, pattern: re.Pattern[str]) -> Iterator[tuple[str, Sentence]]:
    for line in lines_of(index.chunks):
        whole = Sentence(line[0].chunk, line[0].line, line[0].start, line[-1].end)
        if asked.sort is Sort.MAKEUP and re.search("绩效|自评", "".join(whole.chunk.path)):
            continue  # the body that filled in a form is no list
        for match in pattern.finditer(whole.text):
            name = match["name"].strip()
            if (
                not is_total_word(name)
                and fold(name) not in ("小计", "合计", "总计")
                and not _HEADING.match(name)
            ):
                yield name, whole
