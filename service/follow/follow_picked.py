"""A follow-up on parts that were picked out: how many they were, which of them by another measure, those of a table
that was spoken of (追问所选)."""

from __future__ import annotations

from dataclasses import replace

from ingest.accounts import label_to_account
from ingest.patterns import regex
from ingest.statements import STATEMENTS
from ingest.text import fold
from service.model import OF_PARTS, Operation, Plan, Term
from service.parts.conditions import condition_of
from service.parts.members import of_projects

#: 「一共几项」「那有多少个」 and nothing else.
_HOW_MANY = regex(
    r"(?:那么?|这些|其中|一共|总共|合计|共计|共|总计|有|是|都|加起来)*(?:几|多少)[个项类款种](?:科目|项目)?(?:呢|啊|呀)?"
)
_IN_TABLE = regex(r"^(?:那么?)?(?:这|该|那|上述)?张?表(?:格)?(?:里面?|中|内|上)")


def asks_of_table(plan: Plan) -> bool:
    """Whether parts of the table that was spoken of are picked out: 「表里100万元以上的科目有几个」."""
    return plan.condition is not None and bool(_IN_TABLE.match(plan.text))


def on_picked(plan: Plan, before: Plan) -> Plan | None:
    """The plan before as the follow-up takes it up again; None where it is about no parts."""
    if plan.subject is not None and not plan.assumed and plan.subject != before.subject:
        return None
    if before.condition is not None and _HOW_MANY.fullmatch(fold(plan.text)):
        return replace(before, operation=Operation.COUNT, top=0, nth=0, text=f"{before.text}{plan.text}")
    if before.statement and asks_of_table(plan):
        whole = _whole_of(before.statement)
        return None if whole is None else replace(
            plan, subject=whole, statement=before.statement, fund=before.fund, assumed=False, explained=1.0,
        )  # fmt: skip
    if before.operation not in OF_PARTS or plan.condition is not None:
        return None
    kind = "项目" if of_projects(before) else "科目"
    picked = condition_of(f"哪个{kind}{plan.text}")
    if picked is None or picked.condition is None or picked.operation is not Operation.RANK:
        return None
    return replace(
        before, operation=Operation.RANK, condition=picked.condition, least=plan.least, top=plan.top, nth=plan.nth,
        text=f"{before.text}{plan.text}", stage=plan.stage, explained=1.0, taken=(), first=None,
    )  # fmt: skip


def _whole_of(statement: str) -> Term | None:
    known = next((s for s in STATEMENTS if s.name == statement and s.total), None)
    account = label_to_account(known.total) if known is not None else None
    return Term(account.name, account.kind) if account is not None else None
