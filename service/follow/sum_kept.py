"""A follow-up to a sum is of the sum: 「四个季度加起来付多少」, 「25年还要付多少」 (接着加总).

Where the parts of another year are told one by one, as the last question's were before they were added, their sum
goes before them.
"""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.simple_figures import inputs
from service.follow.conversation import Talk
from service.model import Operation

_ADDED = regex(r"加起来|加在一起|一共|总共|合计|总和|拢共|相加|[加共]总")
#: Each is asked for, or something is made of them.
_OTHERWISE = regex(r"各|分别|每|哪|谁|占|比|最|增|减|差|平均|列|依次|、|和|什么|啥|为何|怎")
_LEAST = 3


def sum_kept(answer: Answer, text: str, before: Talk) -> Answer:
    """The answer with the sum of its parts first, where the last question was of the sum of such parts."""
    figures = answer.figures
    turn = before[-1] if before else None
    if turn is None or turn.plan.operation is not Operation.SUM or not _ADDED.search(turn.said):
        return answer
    if answer.status is not Status.ANSWERED or len(figures) < _LEAST or _OTHERWISE.search(text):
        return answer
    places = {(c.document_id, c.page) for c in answer.citations}
    sorts = {(f.entity, f.year, f.unit, f.stage, f.formula) for f in figures}
    if len(places) > 1 or len(sorts) > 1 or figures[0].formula is not None:
        return answer
    total = sum((Decimal(f.value) for f in figures), Decimal(0))
    formula = f"{' + '.join(f.value for f in figures)} = {plain(total)}"
    made = figures[0].model_copy(
        update={
            "label": f"{'、'.join(f.label for f in figures)}合计", "value": plain(total), "printed": None,
            "formula": formula, "inputs": inputs(figures),
        }
    )  # fmt: skip
    said = f"{answer.answer}\n合计 {plain(total)} {made.unit}（{formula}）。"
    return answer.model_copy(update={"answer": said, "figures": [made, *figures]})
