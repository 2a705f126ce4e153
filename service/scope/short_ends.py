"""How schools and health centres are called by everyone: 第一中学 is 一中, 初级中学 初中 (单位简称).

Each row is how a name ends and how it is called for short; what stands before stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.patterns import regex
from service.read.vocabulary import OFFICES

_N = "[一二三四五六七八九十]{1,3}"
_ENDS = (
    (regex(rf"第(?=({_N})中学$)"), (r"\g<1>中",)),
    (regex(rf"第(?=({_N})小学$)"), (r"\g<1>小",)),
    (regex(rf"第(?=({_N})幼儿园$)"), (r"\g<1>幼", r"\g<1>幼儿园")),
    (regex(rf"第(?=({_N})人民医院$)"), (r"\g<1>医院", r"\g<1>院")),
    (regex("(?=()高级中学$)"), ("高中",)),
    (regex("(?=()初级中学$)"), ("初中",)),
    (regex("(?=()实验小学$)"), ("实小",)),
    (regex("(?=()实验中学$)"), ("实中",)),
    (regex("(?=()中心学校$)"), ("中心校",)),
    (regex("(?=()(?:职业(?:中等专业|技术|高级中?)学校|职业高级中学)$)"), ("职校", "职中", "职教中心")),
    (regex("(?=()中等职业(?:技术)?学校$)"), ("职校", "职中", "职教中心")),
    (regex("(?=()(?:职业中等专业|中等专业)学校$)"), ("职专", "中专")),
    (regex("(?=()(?<!第[一二三四五六七八九十])(?<!中心)人民医院$)"), ("医院",)),
    (regex("(?=()中医医院$)"), ("中医院",)),
    (regex("(?=()特殊教育学校$)"), ("特校", "特教学校")),
    (regex("(?=()疾病预防控制中心$)"), ("疾控中心", "疾控")),
    (regex("(?=()妇幼保健(?:计划生育服务中心|院)$)"), ("妇幼", "妇保院", "妇幼保健院")),
    (regex("(?=()社区卫生服务中心$)"), ("社卫中心",)),
    (regex("(?=()(?:紧急(?:医疗)?救援|紧急医疗救治|医疗急救|急救医疗)(?:指挥)?中心$)"), ("急救中心",)),
)  # fmt: skip


def short_ends(name: str) -> Iterator[str]:
    """The names that a unit has for short, by how its name ends; none for most."""
    for ending, called in _ENDS:
        said = ending.search(name)
        if said is not None:
            yield from (name[: said.start()] + said.expand(short) for short in called)


#: A department called by two characters of what it does may be called with its ending, too: 卫健委, 住建局.
_BRIEF, _GOES_ON = 2, {"局": "局", "厅": "厅", "委": "委", "会": "委"}


def brief_names(name: str) -> Iterator[str]:
    """The names that a department has for short, by what it does: 卫健, 卫健委."""
    for fulls, shorts in OFFICES:
        for full in fulls.split("|"):
            if not name.endswith(full):
                continue
            head, end = name[: -len(full)], _GOES_ON.get(full[-1], "")
            for short in shorts.split("|"):
                yield head + short
                if end and len(short) == _BRIEF:
                    yield head + short + end
