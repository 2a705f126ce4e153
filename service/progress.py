"""How far an answer has come, told to whoever waits for it while it is made (进度)."""

from __future__ import annotations

from collections.abc import Callable

from service.model import Plan

#: Called in the thread that answers, once what is asked is known; it may raise ``Abandoned``.
Understood = Callable[[Plan], None]


class Abandoned(Exception):
    """Nobody waits for this answer any more: the work on it stops here."""


def unheard(plan: Plan) -> None:
    """For whoever only wants the answer."""


def plan_to_doing(plan: Plan) -> str:
    """What is being looked for, as one line to be read while waiting."""
    year = f"{plan.year}年" if plan.year else ""
    names = [term.name for term in (plan.subject, *plan.also) if term is not None]
    subject = "的" + "、".join(names) if names else ""
    return f"正在查{plan.entity or '已收录的各单位'}{year}{subject}…"
