"""Whether a short name calls a unit: 水保站 is 水土保持工作站, 区职专 区职业中等专业学校 (单位简称).

What tells one unit from another of its kind must be in the short name, too: 第二中学 is no 第二实验中学.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.patterns import regex
from ingest.text import fold
from service.read.saying import is_said
from service.read.terms import reads_in
from service.scope.names_of import core_of
from service.scope.regions import region_of
from service.scope.short_ends import short_ends

#: The level of the place that a name may begin with in its stead: 县医院, 区一中, 州水保站.
LEVEL = regex(r"^[省市区县州盟旗镇乡]")
_PREFECTURE = regex(r"^[\u4e00-\u9fff]{2,9}?(?:州(?!市)|盟|旗)(?:[\u4e00-\u9fff]{2,4}?[县市旗])?")
#: How schools and houses for children end for short.
_ENDS = ((regex("中$"), "中学"), (regex("小$"), "小学"), (regex("幼$"), "幼儿园"), (regex("专$"), "专业学校"))
#: Words that tell units of one kind apart, and the character that stands for each in a short name.
_TELLING: tuple[tuple[str, str], ...] = (
    ("实验", "实"), ("附属", "附"), ("职业", "职"), ("中医", "中"), ("妇幼", "妇"), ("特殊", "特"), ("外国语", "外"),
    ("民族", "民"), ("机关", "机"), ("口腔", "口"), ("精神", "精"), ("儿童", "儿"), ("老年", "老"), ("青少年", "青"),
    ("中心小学", "心"), ("中心幼儿园", "心"), ("中心卫生院", "心"), ("传染病", "传"), ("急救", "急"), ("职工", "职"),
    ("高级", "高"), ("初级", "初"), ("九年", "九"), ("东", "东"), ("西", "西"), ("南", "南"), ("北", "北"),
    ("新", "新"),
)  # fmt: skip
_NUMBER = regex(r"[一二三四五六七八九十](?!体|般)")
_TOWN = regex("(?:[镇乡村]|街道)$")
#: The one of its kind in a town or a city need not be said to be its central one: 中心卫生院, 中心血站.
_CENTRE = regex(r"^((?:[\u4e00-\u9fff]{2,5}?(?:街道|[镇乡]))?)中心(?=..)")
_LEAST = 3


def place_of(name: str) -> str:
    """The place that a folded name begins with, prefectures and banners among them; empty where it begins with none."""
    prefecture = _PREFECTURE.match(name)
    return region_of(name) or (prefecture[0] if prefecture else "")


@lru_cache(maxsize=1 << 14)
def calls(run: str, unit: str, whole: str, known: bool = False) -> int:
    """How surely a folded run calls a unit of a department: 3 by its whole name, 2 by its short one or its end, 1 by
    characters of it in their order; 0 where it calls another or none. By the end of its name it is called where the
    department is ``known``, or only the town it is of is left out: 职业学校 of a county is not its 卫生职业学校."""
    name = fold(unit)
    region = place_of(name)
    core = core_of(name).removeprefix(region)
    for own in (fold(whole), core_of(fold(whole))):
        core = core[len(own) :] if core.startswith(own) and len(core) > len(own) + 1 else core
    bare = run[1:] if LEVEL.match(run) and len(run) > 2 and run[0] == (region[-1:] or run[0]) else run
    if len(bare) < 2 or re.search(r"(?:机关|本级|本部)[)）]?$", name):
        return 0
    if run == name or bare == core:
        return 3
    if bare in short_ends(core) or (bare == _CENTRE.sub(r"\1", core) and not IS_KIND.fullmatch(bare)):
        return 2
    if not _tells(bare, core):
        return 0
    if core.endswith(bare) and len(bare) >= _LEAST and (known or _TOWN.search(core.removesuffix(bare))):
        return 2
    bare, core = bare.removeprefix("第"), core.removeprefix("第")
    for said in (bare, *(form.sub(full, bare) for form, full in _ENDS if form.search(bare))):
        if core.endswith(said) and not known:
            continue  # the end alone may be another's: a 职业学校 need not be the 卫生职业学校
        if len(bare) >= 2 and said[-1] == core[-1] and _from_words(said, core):
            return 0 if is_said(bare) or len(said) < _LEAST else 1
    return 0


def _from_words(said: str, core: str) -> bool:
    """Whether characters stand in a name in their order; one that begins within it begins a word of two there: 质 of
    产品质量检验所, not 务 of 服务."""
    if said[0] == core[0]:
        return reads_in(said, core)
    places = (at for at in range(2, len(core) - 1, 2) if core[at] == said[0])
    return any(reads_in(said, core[at:]) for at in places)


def _tells(run: str, core: str) -> bool:
    """Whether a run has what tells a unit from others of its kind, and no number that its name has not."""
    if set(_NUMBER.findall(core)) != set(_NUMBER.findall(run)):
        return False
    return all(short in run for word, short in _TELLING if word in core)


#: A kind of unit is no unit's name, but straight behind the place.
IS_KIND = regex(r"(?:中心)?(?:医院|学校|院校|中学|小学|幼儿园|卫生院|中心|[大支]队|高中|初中|职校|中专|党校)")
#: How a department's own office is called in the rows of its lists.
_OFFICE = regex(r"(?:[局厅委办院会处]?机关(?:本级)?|[局厅委办院会]?(?:本级|本部))")
_IS_OFFICE = regex(r"(?:机关|本级|本部)[)）]?$")


def called_of(short: str, units: Sequence[str], whole: str) -> str:
    """The one of a department's units that a short name calls, its office too; empty where none or several do."""
    run = fold(short)
    if _OFFICE.fullmatch(run):
        own = [unit for unit in units if _IS_OFFICE.search(unit)]
        return own[0] if len(own) == 1 else ""
    scores = {unit: calls(run, unit, whole, True) for unit in dict.fromkeys(units)}
    best = max(scores.values(), default=0)
    own = [unit for unit, score in scores.items() if score == best > 0]
    return own[0] if len(own) == 1 else ""
