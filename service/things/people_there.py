"""The people that a body has, by whatever word: 在岗的人, 职工, 人手 where its document counts 实有数 (现有人员).

No other count of people is meant: who has retired, who is hired beside the posts and what posts there are is said.
"""

from __future__ import annotations

import re
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
#: The posts that there are, and how documents call all of them.
_POSTS_ASKED = regex(r"编制")
_OTHER_POSTS = regex(
    r"实有|在[职岗编]|行政|事业|参公|工勤|政法|专项|编外|聘|退休|空|满|占|超|缺|余|用|每|平均|[比与和跟]"
)
_POSTS_LEFT = regex(r"(?:编制|名额|总数|人数|数|人|个|名|单位|部门|核定|到底|究竟|[的有定])+")
_POSTS = regex(r"(?:部门|单位|人员|核定|批准|总)*编制(?:总)?(?:人)?数?")
_NAMED = (Operation.LOOKUP, Operation.RANK, Operation.COMPARE, Operation.DIFFERENCE, Operation.SUM)


def with_people(plan: Plan, facts: Sequence[Fact]) -> Plan:
    """The plan for the one count of the people or the posts there are, where it asks for them by a word that no
    count goes by."""
    if (plan.subject is not None and not plan.assumed) or plan.operation not in _NAMED:
        return plan
    for asked, others, left, called in _WAYS:
        if asked.search(plan.text) and not others.search(plan.text) and all(map(left.fullmatch, plan.taken)):
            return _of_one_count(plan, [f for f in facts if _is_of_people(f, called)])
    return plan


#: How each is asked for, what others are, what may be left of the question, and how documents call it.
_WAYS = ((_ASKED, _OTHERS, _LEFT, _THERE), (_POSTS_ASKED, _OTHER_POSTS, _POSTS_LEFT, _POSTS))


def _of_one_count(plan: Plan, held: Sequence[Fact]) -> Plan:
    newest = max((f.year for f in held), default=0)
    values = {f.value for f in held if f.year == newest}
    if len(values) != 1:
        return plan
    said = min(held, key=lambda f: (f.year != newest, len(f.subject.name))).subject
    term = Term(said.name, said.kind, said.code, said.path)
    return replace(plan, subject=term, count_unit="人", explained=1.0, taken=(), assumed=False)


def _is_of_people(fact: Fact, called: re.Pattern[str]) -> bool:
    counted = fact.measure is Measure.COUNT and fact.unit in ("人", "名") and fact.value is not None
    return counted and called.fullmatch(fact.subject.name) is not None
