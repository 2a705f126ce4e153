"""Shares of one whole that were asked for in turn: 「养老保险占多少」「职业年金呢」「合计占多少」 (逐个占比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import Operation

_LEAD = r"^(?:那么?|它们?|这?[两二三四]?[个项者]|俩|，)*"
_END = r"(?:呢|啊)?[？?。！!]*$"
_SUM = regex(
    rf"{_LEAD}(?:合计|一共|总共|加起来|共|总和)(?:起来)?(?:的)?(?:占|是)?(?:比|了|比重|比例)?(?:是|为)?(?:多少|几成|百分之几|百分之多少|多大)?{_END}"
)
_GAP = regex(
    rf"{_LEAD}(?:(?:比重|比例|占比)?(?:相差|差|差距|差额)(?:了|是)?(?:多少|几)?(?:个?百分点|个?点)?|(?:谁|哪个)(?:的)?(?:占比|比重)?更?[高低多少大小](?:[，,](?:高|低|多|少)(?:多少|几)(?:个?百分点)?)?){_END}"
)


def shares_in_turn(text: str, talk: Talk) -> str:
    """The follow-up as a share of all of them, or of each; the text itself where no shares were asked for in turn."""
    run = _run(talk)
    if len(run) < 2:
        return text
    names = [turn.plan.subject.name for turn in run if turn.plan.subject is not None]
    whole = run[0].plan.base.name if run[0].plan.base is not None else "本年支出合计"
    if _SUM.match(text):
        return f"{'、'.join(names)}合计占{whole}的比重"
    return f"{'和'.join(names)}各占{whole}的比重是多少" if len(names) == 2 and _GAP.match(text) else text


def _run(talk: Talk) -> list[Turn]:
    """The last turns that asked for the share of one thing each, in one whole; oldest first."""
    run: list[Turn] = []
    for turn in reversed(talk):
        plan = turn.plan
        one = plan.operation is Operation.SHARE and plan.subject is not None and not plan.also and turn.found
        if not one or plan.breakdown or plan.fund is not None or len(turn.bodies) != 1:
            break
        same = not run or (turn.bodies, turn.years, plan.base) == (
            run[0].bodies, run[0].years, run[0].plan.base,
        )  # fmt: skip
        if not same or any(plan.subject == other.plan.subject for other in run):
            break
        run.append(turn)
    return run[::-1]
