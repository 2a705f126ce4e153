"""A follow-up on units or offices that were asked for: how many, which of them (追问名录)."""

from __future__ import annotations

from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.model import Operation, Plan
from service.rosters.roster_asked import read_wanted
from service.rosters.rosters import Role

#: What a follow-up leaves out, by what was asked for before.
_SAID: dict[Role, str] = {
    Role.BELOW: "下属单位",
    Role.SCOPE: "编制范围内的单位",
    Role.OFFICE: "内设科室",
    Role.APART: "另设的机构",
}
_SHORT = 18
#: What is asked of each of them is no matter of the whole body.
_EACH = regex(r"(?:分别|各自?|每[家个]).{0,6}(?:多少|几)")

#: A follow-up that says when and nothing else.
_BARE = regex(r"(?:20\d\d年?|[那么呢的，。？?])*")


def on_rosters(plan: Plan, before: Plan) -> Plan | None:
    """The plan with whose names are meant; None where the follow-up is of something else."""
    last = read_wanted(before.text)
    if last is None or len(plan.text) > _SHORT or read_wanted(plan.text) is not None:
        return None
    if _EACH.search(plan.text) and (plan.subject is None or plan.assumed or plan.subject.kind == "总额"):
        return replace(plan, subject=None, explained=0.0, taken=(f"各{last.role.value}",))
    text = _SAID[Role.BELOW if last.below else last.role] + fold(plan.text)
    if last.counted and _BARE.fullmatch(fold(plan.text)):
        text, plan = f"{text}有几个", replace(plan, count_unit=before.count_unit)  # 「2018年呢」
    if read_wanted(text) is None:
        return None
    return replace(plan, text=text, parted=text, operation=Operation.NARRATIVE, subject=None, taken=(), explained=1.0,
                   year=before.year)  # fmt: skip
