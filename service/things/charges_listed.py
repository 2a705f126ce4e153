"""What is charged for each sort of a thing: 「学费分几类，各收多少」, 「住宿费怎么收」 (收费标准逐项).

Every charge of one sentence whose name holds what is asked; each in its own unit, money for one of something.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.figures.told import finding_of
from service.model import Body, Evidence, Plan

_ASKED = regex(
    r"(?P<what>学费|住宿费|学杂费|保教费|停车费|门票|票价|挂号费|床位费|管理费|服务费|租金|水价|电价|收费)"
    r"(?:[^，。？]{0,6}?)[，、 ]*"
    r"(?:(?:一共|都|总共)?[是有]?(?:分(?:成|为)?)?(?:哪|几|多少)[几些]?(?:类|种|档|项|个?标准)|(?:的)?标准|怎么收|如何收"
    r"|各(?:自|项|类)?(?:收|是|要)?多少|分别(?:收|是|要)?多少)"
)
_EACH = regex(r"元/")


def charges_listed(plan: Plan, body: Body, facts: Sequence[Fact]) -> Evidence | None:
    """The charges that are asked for, as they are printed; None where they are not asked for or none is told."""
    said = _ASKED.search(fold(plan.text))
    if said is None:
        return None
    own = {d.id for d in body.documents if d.year == plan.year}
    told = [f for f in facts if f.document_id in own and _EACH.search(f.unit) and f.unit not in MONEY]
    held = [f for f in told if said["what"] == "收费" or said["what"] in f.subject.name]
    named = [f for f in held if any(word in f.subject.name for word in _kinds(fold(plan.text)))]
    held = named or held
    quotes = {f.source.quote for f in held}
    if not held or (len(quotes) > 1 and said["what"] != "收费"):
        return None
    return Evidence(tuple(finding_of(f, body.name) for f in {f.subject.name: f for f in held}.values()))


def _kinds(text: str) -> list[str]:
    """Words for a sort that the question names (医药, 理工)."""
    return [m[1] for m in _KIND.finditer(text)]


_KIND = regex(r"([\u4e00-\u9fff]{2})类?专业")
