"""「哪个下属单位预算最多」: a question that looks for one of a department's units asks each of them (单位之间)."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.patterns import regex
from service.model import Body
from service.scope.roll import Roll
from service.scope.scope import Scope
from service.scope.units import UnitsOf, units_below

_WHICH = regex(
    r"哪一?[个家所](?P<below>下属|直属|所属|二级|下级|基层)?(?:预算|事业|的)*"
    r"(?P<kind>单位|学校|院校|中小学|幼儿园|医院|卫生院|站所|机构)"
)
_MOST = regex(r"最[多大高少小低]|排第[一二三]|第[一二三][多大高少]")
#: Daily words for a sort of units, and how the names of such end.
_KINDS = {
    "学校": r"[学校园]$", "院校": r"[学院校]$", "中小学": r"[中小]学$", "幼儿园": "幼儿园$",
    "医院": "医院$", "卫生院": "卫生院$", "站所": "[站所]$",
}  # fmt: skip
_ITSELF = regex(r"(?:本级|机关|本部)[)）]?$")


def among_units(scope: Scope, bodies: Roll, units_of: UnitsOf) -> Scope:
    """The scope with the units below the one body that is asked about, where one of them is looked for."""
    asked = _WHICH.search(scope.text)
    if asked is None or scope.body is None or scope.body.within or not _MOST.search(scope.text):
        return scope
    units = [u for u in units_below(bodies, scope.body, units_of) if _is_meant(u, asked)]
    if len(units) < 2:
        return scope
    return replace(scope, bodies=tuple(units), spans=(*scope.spans, asked.span()))


def _is_meant(unit: Body, asked: re.Match[str]) -> bool:
    """Whether a unit is of the sort that is asked for; the department's own office is no unit below it."""
    below = asked["below"] or asked["kind"] in _KINDS
    return re.search(_KINDS.get(asked["kind"], ""), unit.name) is not None and not (
        below and _ITSELF.search(unit.name)
    )
