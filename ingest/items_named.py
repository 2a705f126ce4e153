"""The classified item that running text names: by 类, 款 and 项, or by the codes of these (文中的分类科目)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.accounts import strip_ordinal
from ingest.model import Subject
from ingest.patterns import regex
from ingest.text import fold

#: Levels of a code by its length.
LEVELS = {3: "类", 5: "款", 7: "项"}

_ITEM = regex(r"(?P<item>[^，。；：（(]{2,40})[（(]项[)）]")
_SECTION_ITEM = regex(r"(?P<item>[^，。；：（(）)]{2,40})[（(]款[)）]")
_CLASS_ITEM = regex(r"(?P<item>[^，。；：（(）)“”\"]{2,40})[（(]类[)）]")


#: An account by the codes of its levels: 「一般公共服务支出（201）人大事务（01）行政运行（01）」.
_PART = r"(?:[^，。；：:（(）)\d]|[（(][\u4e00-\u9fff、]{1,14}[)）]){2,60}"
_BY_LEVELS = regex(
    rf"(?P<class>[^，。；：:（(）)\d]{{2,40}})[（(](?P<code>2\d\d)[)）](?P<section>{_PART})[（(](?P<of>\d\d)[)）]"
    rf"(?:(?P<item>{_PART})[（(](?P<at>\d\d)[)）])?"
)


def _by_levels(text: str, known: Mapping[str, Subject]) -> Subject | None:
    match = _BY_LEVELS.search(text)
    if match is None:
        return None
    code = match["code"] + match["of"] + (match["at"] or "")
    held = next((s for s in known.values() if s.code == code), None)
    parents = (strip_ordinal(match["class"]), match["section"])
    name, path = (match["item"], parents) if match["item"] else (match["section"], parents[:1])
    return held or Subject("功能分类", name, code, LEVELS[len(code)], path)


#: A section behind its class, at the end of a clause: 「农林水支出（类）水利（款）支出决算为」.
_OF_CLASS = regex(
    r"(?P<class>[^，。；：（()）]{2,40})[（(]类[)）](?P<section>[^，。；：（()）]{2,40})[（(]款[)）](?!.*[（(]项[)）])"
    r"(?:20\d\d年度?)?(?:年初|全年|支出|预算|决算|数|为|是|安排)*$"
)


def section_named(text: str, known: Mapping[str, Subject]) -> Subject | None:
    """「…（类）…（款）」 before an amount: the section of the classification, and not its class."""
    said = _OF_CLASS.search(text)
    if said is None:
        return None
    parent, name = strip_ordinal(said["class"]), said["section"]
    held = next((known[k] for k in (fold(parent + name), fold(name)) if k in known), None)
    own = held is not None and held.kind == "功能分类" and held.level == "款"
    return held if own else Subject("功能分类", name, "", "款", (parent,))


def named_item(text: str, known: Mapping[str, Subject]) -> Subject | None:
    """「…（类）…（款）…（项）」, or with codes in the brackets: the classified item that a sentence starts from."""
    if (levels := _by_levels(text, known)) is not None:
        return levels
    item = _ITEM.search(text)
    if item is None:
        return None
    chain = [m["item"] for p in (_CLASS_ITEM, _SECTION_ITEM) if (m := p.search(text))]
    path = tuple(re.sub(r"^.*[）)“\"]", "", strip_ordinal(name)) for name in chain)
    name = strip_ordinal(re.sub(r"^.*[）)]", "", item["item"]))
    for key in (fold("".join((*path, name))), fold("".join((*path[-1:], name))), fold(name)):
        if key in known and known[key].kind == "功能分类":
            return known[key]
    return Subject("功能分类", name, "", "项", path)
