"""Numbered names that sentences behind or below them tell of: 「2.公务接待费。」, 「5、…（项）。」 (项下说明)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.free_names import free_subject
from ingest.items_named import named_item
from ingest.model import Fund, Subject
from ingest.patterns import regex
from ingest.phrases import FUND_PREFIX, Topic, subjects_of
from ingest.text import fold

_ORDINAL = (
    r"(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s*[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)"
)
_NUMBERED = regex(_ORDINAL)
#: A name within a sentence or behind one: 「（一）基本支出：」, with its code perhaps: 「1.行政运行（2010301）：」.
_HEADED = regex(
    rf"(?:^|(?<=[：:；]))(?:其中[：:，,]?)?{_ORDINAL}(?P<name>(?:[^，。：:；\d]|[（(]\d{{2,7}}[)）]){{2,90}})"
    rf"(?:[：:。]|(?<=[）)、][收支][入出]预算)，|(?<=\d[)）])[，,]|[，,](?=(?:年初|当年|全年)预算|支出决算))"
)
#: A name without a number before its own plan: 「项目支出：2023年年初预算数88万元」.
_PLANNED = regex(
    r"(?P<name>[^，。：:；\d]{2,30})[：:](?=(?:20\d\d年度?)?(?:年初|全年)?(?:支出)?(?:预算|决算)数?[为是]?[\d,]*)"
)
#: A paragraph that is nothing but a name: its figures stand in the paragraph below.
_BARE = regex(rf"{_ORDINAL}(?:[^，。；：:\d]|[（(]\d{{2,7}}[)）]){{2,90}}[。：:]?")


#: One side of a plan by its name: 「（一）收入预算：2023年年初预算数…」.
_WHOLE = regex(r"(?:收入|支出)(?:预算|决算)?|(?:预算|决算)(?:收入|支出)")
#: What a heading opens with before it names its money: 「关于某局2024年一般公共预算…的说明」.
_OPENING = regex(r"^(?:关于)?[^，。；：\d]{0,24}?20\d\d年度?(?:当年|部门(?=财政))?|^关于")


def headed_fund(headings: Sequence[str]) -> Fund:
    """The money that the text under headings, outermost first, is about; all of it where none says so."""
    names = [_OPENING.sub("", heading) for heading in headings]
    return next((f for p, f in FUND_PREFIX if any(re.search(p, name) for name in names)), Fund.ALL)


_TOTALS = ("总额", "收入来源")
#: What heads an explanation, and names nothing that money is spent on.
_NO_THING = regex(
    r"[“”]|(?:项目|情况|说明|方面|如下|原因|其中|构成|方式|职责|职能|机构|概况|解释|变化|特点|问题|做法|措施|依据|来源|用途|综述|自评|评价|结果)$"
)

_NO_ACCOUNT = regex(r"[“”]|(?:情况|说明|方面|如下|原因|其中|构成|变化)$|^(?:收入|支出|预算|决算)")


def under_heading(text: str, topic: Topic, known: Mapping[str, Subject]) -> Topic:
    """The topic under a numbered name, where an account is named so."""
    numbered = next(reversed(list(_HEADED.finditer(text))), None)
    headed = numbered or _PLANNED.match(text)
    if headed is None:
        return _of_code(text, topic, known)
    name = re.sub(r"(?:预算|决算|安排|支出|增减|变化)*(?:情况|说明)+$", "", headed["name"])
    named, fund = subjects_of(name, topic, known)
    projects = any(subject.kind == "项目" for subject in topic.subjects)
    if (below := _last_of(name, known)) is not None and (named is None or named[0].kind == "总额"):
        named, fund = (below,), topic.fund
    planned = headed[0][-1] in "，,"  # 「…公立医院机构，年初预算」: what has a budget of its own is a thing
    no_thing = (_NO_ACCOUNT if planned else _NO_THING).search(name)
    if named is None and numbered is not None and headed[0][-1] in "：，," and not projects and not no_thing:
        # A name that no account has is what 「支出决算为」 behind it is of, and never all that the body spends.
        item = named_item(headed["name"], known)
        named, fund = ((item,) if item is not None else free_subject(name)) or None, topic.fund
    if named is None or (named[0].kind == "总额" and not _WHOLE.fullmatch(name)):
        return topic
    return replace(topic, subjects=named, fund=fund, latest=(), part="", headed=named[0].kind not in _TOTALS)


#: The end of a name that stood on the page before.
_CODE_FIRST = regex(r"[（(](?P<code>2\d{2}(?:\d{2}){1,2})[)）][，,：:]")


def _of_code(text: str, topic: Topic, known: Mapping[str, Subject]) -> Topic:
    """The topic of a text that opens with the code of an account, whose name a page break has cut off."""
    said = _CODE_FIRST.match(text)
    own = next((s for s in known.values() if said is not None and s.code == said["code"]), None)
    return topic if own is None else replace(topic, subjects=(own,), latest=(), part="", headed=True)


def _last_of(name: str, known: Mapping[str, Subject]) -> Subject | None:
    """The item whose name ends a run of names from the class down: 「卫生健康支出公共卫生妇幼保健机构」."""
    said = fold(name)
    items = [s for s in known.values() if s.kind == "功能分类" and s.path and said.endswith(fold(s.name))]
    led = [s for s in items if fold(s.path[-1]) in said.removesuffix(fold(s.name))]
    return max(led, key=lambda s: len(s.name), default=None)


def at_item(before: str, topic: Topic, known: Mapping[str, Subject]) -> Topic:
    """The topic of the next item that a sentence goes on to: 「…；初中教育（项）支出26万元」."""
    item = named_item(re.split("[，。；]", before)[-1], known)
    return topic if item is None else replace(topic, subjects=(item,), latest=(), part="")


#: Kinds of accounts whose name as a heading says what the figures below it are of.
_TOLD_BY_HEADING = ("三公经费", "会议培训", "机关运行")


def of_path(path: Sequence[str], topic: Topic, known: Mapping[str, Subject]) -> tuple[Subject, ...]:
    """Subjects that the innermost heading names: an item of the classification, or one of a few accounts."""
    heading = path[-1] if path else ""
    if not _NUMBERED.match(heading):
        return ()
    item = named_item(heading, known)
    if item is not None:
        return (item,)
    subjects = under_heading(f"{heading.rstrip('。：:')}。", topic, known).subjects
    return subjects if subjects and subjects[0].kind in _TOLD_BY_HEADING else ()


def is_bare_heading(text: str) -> bool:
    """Whether a paragraph only names what the next one tells of."""
    return bool(_BARE.fullmatch(text))


def of_heading(subjects: tuple[Subject, ...], text: str) -> tuple[Subject, ...]:
    """Subjects of the paragraph below a name; one with a number of its own is of another."""
    return () if _NUMBERED.match(text) else subjects
