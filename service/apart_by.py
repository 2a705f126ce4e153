"""By how many per cent one account of a body is above another: 「公用经费比人员经费少百分之几」 (高出的比例)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from service.model import Declined, Evidence, Operation, Plan, Reason
from service.proportions import excess
from service.several import gather_points
from service.targets import Point

#: One account, the other it is held against, and that per cent are asked for.
_EXCESS = re.compile(
    r"(?:比|较|相比)[^，。？]{2,16}?[，,]?(?:要)?(?:[多少高低大小](?:出|了|出了)?|相?差(?:了)?)"
    r"(?:百分之(?:几|多少)|几成|多少(?:个百分比|[%％]|百分比)|几个百分比)"
)
#: What is a rate already is held apart in points, and of years there is a change of its own.
_RATE = re.compile(r"占|比重|比例|率|幅|百分点|(?:上|去|前)一?年|同期|\d{4}")


_OTHER = Declined(
    Reason.NOT_DISCLOSED, "没有在公开资料里找到问题里相比的另一项的数字，算不出多百分之几，所以没有给出。"
)


def apart_by(plan: Plan, points: Sequence[Point]) -> Evidence | Declined | None:
    """The first of two accounts against the second in per cent; None where the question asks for something else."""
    said = _EXCESS.search(plan.text)
    subjects = [p.plan.subject for p in points]
    if said is None or _RATE.search(plan.text):
        return None
    if len(points) == 1 and plan.operation is Operation.SHARE and plan.base is None:
        return _OTHER  # one of the two is not known: its share of something else is no answer
    if len(subjects) != 2 or subjects[0] == subjects[1]:
        return None
    if len({(p.plan.year, p.body.key) for p in points}) > 1:
        return None
    alone = [replace(p, plan=replace(p.plan, operation=Operation.LOOKUP, base=None, also=())) for p in points]
    found = gather_points(alone, Operation.LOOKUP, plan.unit)
    if len(found.findings) != 2 or len({f.stage for f in found.findings}) > 1:
        return _OTHER if plan.operation is Operation.SHARE else None
    made = excess(found.findings)
    if made is None:
        return None
    one, other = found.findings
    head = replace(made.findings[0], label=f"{one.label}比{other.label}高出的比例")
    return replace(made, findings=(head, *made.findings[1:]))
