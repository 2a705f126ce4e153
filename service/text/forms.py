"""What a form says beside its figures: a project's nature, from when to when; which indicators it has (表单栏目).

A form is read as it was printed: 「项目性质：经常性项目，项目类别：…」, 「产出指标，数量指标，走访企业，≥150家」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.model import Quote
from service.text.asked import Asked
from service.text.lexical import Index
from service.text.lines import Line, text_of
from service.text.sentences import joined, lines_of, to_quote

#: How a field is asked for, and what its label says; a new wording is a new word in a row.
_FIELDS: tuple[tuple[str, str], ...] = (
    (r"性质|(?:经常性|一次性|延续性|阶段性)项目", r"性质|类型"),
    (r"类别|类型|哪[类种]", r"类别|类型|性质"),
    (
        r"开始(?:日期|时间)|(?:(?:什么|啥)时候|何时|几月|哪天)(?:开始|起)|起止|实施期",
        r"开始(?:日期|时间)|起止|实施期",
    ),
    (
        r"(?:完成|结束)(?:日期|时间)|(?:(?:什么|啥)时候|何时|几月|哪天)(?:完成|结束)|起止|实施期",
        r"(?:完成|结束)(?:日期|时间)|起止|实施期",
    ),
    (r"主管(?:部门|单位)(?!的?(?:负责人|领导|电话))", r"主管(?:部门|单位)"),
    (r"填报(?:日期|时间)|什么时候填", r"填报(?:日期|时间)"),
    (r"电话|联系方式|怎么联系", r"电话|联系方式"),
    (r"联系人|填报人", r"联系人|填报人"),
    (r"地址", r"地址"),
)
#: What a number to call is for.
_TO_REACH = r"^(?:咨询|联系|监督|举报|投诉|办公)"
_PAIR = regex(r"(?:^|，)(?P<label>[^，：:。]{2,14})[：:](?P<value>[^，]*)")
#: A value that is no more than an amount is a figure and is asked for as such.
_AMOUNT = regex(r"[\d,.\s]*(?:元|万元|%)?")
_NAME = regex(r"(?:项目|专项|单位)名称[：:]")
#: How indicators are grouped in a form.
_GROUP = regex(
    r"(?:数量|质量|时效|经济成本|社会成本|生态环境成本|成本|社会效益|经济效益|生态效益|可持续影响|服务对象满意度|满意度"
    r"|产出|效益|绩效)指标"
)
_WHICH = regex(r"哪|什么|啥|列|有几|指标$")
#: A form is the one that is meant if it holds so much of what else the question names.
_MEANT = 0.6
_MOST = 40

Section = tuple[list[Chunk], list[Line]]


def field_of(asked: Asked, index: Index) -> Quote | None:
    """The row of a form that has the fields that are asked for, with the name of what the form is about."""
    labels = [label for ask, label in _FIELDS if re.search(ask, asked.text)]
    if not labels:
        return None
    wanted = re.compile("|".join(labels))
    asking = re.compile(f"{wanted.pattern}|{_TO_REACH}")
    rest = tuple(c for c in asked.concepts if not any(asking.search(form) for form in c.forms))
    best: tuple[float, list[Line]] | None = None
    for chunks, lines in _sections(index):
        rows = [line for line in lines if _has_field(text_of(line), wanted)]
        held = _holds(replace(asked, concepts=rest), chunks, index) if rows else 0.0
        if held >= _MEANT and (best is None or held > best[0]):
            named = [line for line in lines if _NAME.search(text_of(line))][:1]
            best = (held, [*(line for line in named if line not in rows), *rows[:3]])
    return to_quote([sentence for line in best[1] for sentence in line]) if best else None


def indicators_of(asked: Asked, index: Index) -> Quote | None:
    """The indicators of the group that is asked for, of the form that the question names, each with its values."""
    group = _GROUP.search(asked.text)
    if group is None or not _WHICH.search(asked.text):
        return None
    rest = tuple(c for c in asked.concepts if "指标" not in c.forms[0])
    best: tuple[float, int, list[Line], list[str]] | None = None
    for chunks, lines in _sections(index):
        told = [(line, _told(text_of(line), group[0])) for line in lines]
        rows = [(line, name) for line, name in told if name]
        held = _holds(replace(asked, concepts=rest), chunks, index) if rows else 0.0
        if held >= _MEANT and (best is None or (held, len(rows)) > best[:2]):
            best = (held, len(rows), [line for line, _ in rows], [name for _, name in rows])
    if best is None:
        return None
    lines, names = best[2], list(dict.fromkeys(best[3]))
    places = [p for line in lines for s in line for p in s.chunk.places_of(s.start, s.end)]
    first = lines[0][0].chunk
    return Quote(first, tuple(names[:_MOST]), joined(places), first.page if len(names) > _MOST else 0)


def _has_field(text: str, wanted: re.Pattern[str]) -> bool:
    pairs = _PAIR.finditer(text)
    return any(
        wanted.search(p["label"]) and p["value"].strip() and not _AMOUNT.fullmatch(p["value"]) for p in pairs
    )


def _told(text: str, group: str) -> str:
    """Name and values of an indicator, without the groups that its row starts with; empty for another group's."""
    cells = text.split("，")
    groups = [i for i, cell in enumerate(cells) if _GROUP.search(cell) and cell.endswith("指标")]
    if not groups or not any(cells[i].endswith(group) for i in groups):
        return ""
    return "，".join(cells[groups[-1] + 1 :])


def _sections(index: Index) -> Iterator[Section]:
    """Each section's passages with their lines."""
    for chunks in index.sections():
        yield chunks, lines_of(chunks)


def _holds(asked: Asked, chunks: Sequence[Chunk], index: Index) -> float:
    text = fold("".join((*chunks[0].path, *(chunk.text for chunk in chunks))))
    return asked.coverage(text, index.weights(asked.pairs))
