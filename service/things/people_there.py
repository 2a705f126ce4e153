"""The people that a body has, by whatever word: 在岗的人, 职工, 人手 where its document counts 实有数 (现有人员).

No other count of people is meant: who has retired, who is hired beside the posts and what posts there are is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact, Measure
from ingest.patterns import regex
from service.model import Operation, Plan, Term

#: How people are asked for.
_ASKED = regex(
    r"在[岗职编册]|实有|现有|员工|职工|人手|上班|工作人员|[多几]少?(?:号|个|名)?人(?!均|次)|人(?:数|员)?(?:最|更|相?差)|有多少人"
)
#: Others that are counted too, or a part of them.
_OTHERS = regex(
    r"编制|退休|离休|编外|聘|临时|辅[警助]|协[管警]|派遣|遗属|行政|事业|参公|工勤|政法|专业|高级|新[增进招]|减|增"
)
#: What is left of such words where they were not understood.
_LEFT = regex(r"(?:[在岗职教编册实有现员工人手数最更相差上班作干部的里拟号个名到底究竟]|单位)+")
#: How documents call them, whatever is said of the day.
_THERE = regex(
    r"(?:部门|单位|年末|年底|期末|年度|现有|目前|实际|编制内)*(?:实有|在[职编岗册]|现有)(?:在[职编岗册]|实有)*(?:教?职工|人员|人)?(?:总?数)?(?:[（(]人[)）])?"
)
_NAMED = (Operation.LOOKUP, Operation.RANK, Operation.COMPARE, Operation.DIFFERENCE, Operation.SUM)


def with_people(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan for the one count of the people there are, where it asks for them by a word that no count goes by."""
    if (
        (plan.subject is not None and not plan.assumed)
        or not _ASKED.search(plan.text)
        or _OTHERS.search(plan.text)
    ):
        return plan
    if plan.operation not in _NAMED or not all(_LEFT.fullmatch(run) for run in plan.taken):
        return plan
    held = [f for f in facts if _is_of_people(f)]
    newest = max((f.year for f in held), default=0)
    values = {f.value for f in held if f.year == newest}
    if len(values) != 1:
        return plan
    said = min(held, key=lambda f: (f.year != newest, len(f.subject.name))).subject
    term = Term(said.name, said.kind, said.code, said.path)
    return replace(plan, subject=term, count_unit="人", explained=1.0, taken=(), assumed=False)


def _is_of_people(fact: Fact) -> bool:
    counted = fact.measure is Measure.COUNT and fact.unit in ("人", "名") and fact.value is not None
    return counted and _THERE.fullmatch(fact.subject.name) is not None
