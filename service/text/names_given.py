"""For which of several something was bought, built or changed: 「新买的车是给哪几个站换的」 (给谁的).

The sentence told lists them by name before the noun that is asked for, and has what they were given and the deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Operation, Plan
from service.targets import Point
from service.text.sentences import lines_of, to_quote

#: Deeds as they are asked, and as documents write them.
_DEEDS: tuple[tuple[str, str], ...] = (
    (r"换|更新|更换", r"更新|更换|换"),
    (r"买|购|配|添|用", r"购置|采购|配备|配置|添置|新购|更新|购买|配发"),
    (r"建|修|盖|改", r"建|改造|修缮|维修|修"),
    (r"装|安", r"安装|加装|装"),
    (r"发|拨|补", r"发放|下拨|补助|拨付"),
)
_ASKED = regex(
    r"(?P<what>[\u4e00-\u9fff]{1,8}?)(?:都|分别|主要|又|是)*(?:给|为|替|帮)(?:了)?哪(?:几|些|一)?(?:个|家|所|条|座|处|名)?(?P<noun>[\u4e00-\u9fff]{1,4}?)"
    r"(?P<deed>换|更新|更换|买|购|配|添|用|建|修|盖|改|装|安|发|拨|补)[\u4e00-\u9fff]{0,3}[？?。]*$"
)
_NEW = regex(r"^.*(?:的|新[买购换建修装添]|今年|当年)")


def names_given(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The one sentence that lists them; None where that is not asked, or several or no sentence does."""
    text = plan.text if "哪" in plan.text else ""
    said = _ASKED.search(text)
    if (
        said is None
        or len(points) != 1
        or plan.operation not in (Operation.LOOKUP, Operation.LIST, Operation.NARRATIVE)
    ):
        return None
    what = _NEW.sub("", fold(said["what"])).removeprefix("新")[-2:]
    deed = next((re.compile(told) for asked, told in _DEEDS if re.match(asked, said["deed"])), None)
    if not what or deed is None:
        return None
    names = re.compile(
        rf"(?:[\u4e00-\u9fff]{{1,10}}、)+[\u4e00-\u9fff]{{1,10}}?(?:等)?(?:[\d一二三四五六七八九十]+[个家所])?{said['noun']}"
    )
    held = {
        sentence.text: sentence
        for line in lines_of(sources.index().chunks)
        for sentence in line
        if (found := names.search(sentence.text))
        and what in sentence.text
        and deed.search(sentence.text, found.end())
    }
    return Evidence(quotes=(to_quote([next(iter(held.values()))]),)) if len(held) == 1 else None
