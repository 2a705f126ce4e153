"""A body called by its place and what it does alone: 「某县公安」「某区民政系统」 (以职能称呼单位)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.asked_once import asked_once
from service.model import Body
from service.scope.called import place_of
from service.scope.names_of import core_of, variants
from service.scope.roll import Roll

#: How the name of a department ends behind what it does; what it does has two characters at least.
_END = regex(r"(?<=[\u4e00-\u9fff]{2})(?:管理局|委员会|局|厅|委)$")
_PIECE = regex(r"[\u4e00-\u9fff]+?[省市区县州盟旗镇乡]")
#: What says that a body is meant, or all that is under it.
_SYSTEM = regex(
    r"系统(?!软件|建设|开发|升级|运[行维]|维护)|部门(?!预算|决算)|口儿?(?=[上的\d今去前，,、\s])|条线|战线"
)
#: What stands behind the name of a body, and behind no part of another's.
_BEHIND = regex(
    r"(?=(?:20)?\d\d年|二[〇零○]?[一二三四五六七八九]|[今去前明]年|[那这][边里儿]|[，,、。；？?！!\s]|的(?![钱账])|[在有把买花用])"
)
#: What a place spends on something is called like what a department does: 「某县教育2023年投入」 is no bureau's money.
_AFFAIR = regex(
    "财政|税务|教育|体育|科技|科学技术|文化|旅游|文旅|卫生|卫生健康|医保|医疗保障|社保|农业|农业农村|交通|交通运输"
    "|水利|林业|住房|应急|生态环境|环保"
)
_SHORTEST, _LONGEST = 4, 24


@asked_once("bodies")
def by_function(text: str, bodies: Sequence[Body]) -> tuple[str, str]:
    """The question with the name of the one body that is called so, and the note of how it was read; the text itself
    and no note where none is, or several are."""
    called = (
        bodies.once("functions", lambda: _called(bodies.loaded))
        if isinstance(bodies, Roll)
        else _called(bodies)
    )
    for size in range(min(_LONGEST, len(text)), _SHORTEST - 1, -1):
        for start in range(len(text) - size + 1):
            names = called.get(text[start : start + size])
            if names is not None and (end := _ends(text, start, start + size)):
                run = text[start:end]
                note = f"「{run}」按{names[0]}回答。"
                return (f"{text[:start]}{names[0]}{text[end:]}", note) if len(names) == 1 else (text, "")
    return text, ""


def _ends(text: str, start: int, end: int) -> int:
    """Where the run ends that calls a body so; 0 where it names something else."""
    behind = _SYSTEM.match(text, end)
    if behind is not None:
        return behind.end()
    affair = re.search(rf"(?:{_AFFAIR.pattern})$", text[start:end])
    return end if affair is None and _BEHIND.match(text, end) else 0


def _called(bodies: Sequence[Body]) -> Mapping[str, list[str]]:
    """The names of the bodies that each run calls: their place, whole or the last of it, and what they do."""
    found: dict[str, list[str]] = {}
    for body in bodies:
        place = place_of(fold(body.name))
        last = _PIECE.findall(place)[-1:]
        forms = {place, *last, *(piece[:-1] for piece in last if len(piece) > 2)} - {""}
        stems = (
            {_END.sub("", core_of(name)) for name in variants(body)}
            if _END.search(fold(body.name))
            else set()
        )
        stems |= {stem[:-2] for stem in stems if stem.endswith("管理") and len(stem) > 3}
        for run in {form + stem for form in forms for stem in stems if len(stem) > 1}:
            held = found.setdefault(run, [])
            if body.name not in held:
                held.append(body.name)
    return found
