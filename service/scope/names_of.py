"""The names that a body goes by, whole and for short (单位名称与简称)."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.patterns import regex
from ingest.text import fold
from service.model import Body
from service.read import vocabulary
from service.scope.regions import region_of
from service.scope.short_ends import brief_names, short_ends

#: How the key of a department's own office ends, where its tables print figures of it beside those of its units.
_OF_OFFICE = "|本级"
#: Endings that a short name leaves out.
_LEFT_OUT = ("办公厅", "办公室", "办事处", "委员会", "常委会", "机关", "本级")

#: What a body keeps is called as the body is: 「碧螺潭水库」 of 碧螺潭水库管理处.
_KEPT = regex(
    r"(?P<place>.{2,}(?:水库|公园|保护区|陵园|景区|湿地|林场|灌区|名胜区|水源地|大桥|隧道|机场|码头|渔港|体育场|体育馆|园区|枢纽|水闸|古城))"
    r"(?:管理|服务|事务|运行)*(?:处|所|局|站|中心|委员会)"
)


def variants(body: Body) -> tuple[str, ...]:
    """Folded names of a body and the same without what short names leave out at the end."""
    return _variants(body.names, body.key)


@lru_cache(maxsize=1 << 14)
def _variants(printed: tuple[str, ...], key: str) -> tuple[str, ...]:
    if key.endswith(_OF_OFFICE):
        return tuple(fold(name) for name in printed)  # what is left without 机关 is the department's name
    names = [fold(name) for name in printed] + [key]
    for name in list(names):
        for ending in _LEFT_OUT:
            if name.endswith(ending) and len(name) - len(ending) >= 3:
                names.append(name[: -len(ending)])
    names += [kept["place"] for name in list(names) if (kept := _KEPT.fullmatch(name))]
    names += [re.sub(form, other, name) for name in names for form, other in vocabulary.FORMS]
    names += [short for name in list(names) for short in short_ends(name)]
    # 「万里」 for 万里街道: a street or a town goes by its own name alone.
    names += [
        stem
        for name in list(names)
        if len(stem := re.sub(r"(?:街道|镇|乡)(?:办事处|人民政府|办)?$", "", core_of(name))) > 1
        and stem != core_of(name)
    ]
    names += [
        name.removesuffix(end) + "办"
        for name in list(names)
        for end in ("办公厅", "办公室", "办事处")
        if name.endswith(end)
    ]
    names += [called for name in list(names) for called in brief_names(name)]
    return tuple(dict.fromkeys(names))


@lru_cache(maxsize=1 << 14)
def core_of(name: str) -> str:
    """The part of a name that tells it from others of its kind: without region and generic ending."""
    rest = name[len(region_of(name)) :]
    return (
        rest.removeprefix("人民政府") or rest or name
    )  # of the street below it, the government tells nothing
