"""Shares of one whole that were asked for in turn: 「养老保险占多少」「职业年金呢」「合计占多少」 (逐个占比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.follow.in_turn import in_turn, way_of
from service.model import Operation

_LEAD = r"^(?:那么?|它们?|这?[两二三四]?[个项者]|俩|，)*"
_END = r"(?:呢|啊)?[？?。！!]*$"
_SUM = regex(
    rf"{_LEAD}(?:合计|一共|总共|加起来|合起来|相加|共|总和|之和)(?:起来)?(?:的)?(?:占|是)?(?:比|了|比重|比例)?(?:是|为)?(?:多少|几成|百分之几|百分之多少|多大)?{_END}"
)
_GAP = regex(
    rf"{_LEAD}(?:(?:比重|比例|占比)?(?:相差|差|差距|差额)(?:了|是)?(?:多少|几)?(?:个?百分点|个?点)?|(?:谁|哪个)(?:的)?(?:占比|比重)?更?[高低多少大小](?:[，,](?:高|低|多|少)(?:多少|几)(?:个?百分点)?)?){_END}"
)


def shares_in_turn(text: str, talk: Talk) -> str:
    """The follow-up as a share of all of them, or of each; the text itself where no shares were asked for in turn."""
    run = _run(talk)
    if len(run) < 2:
        return _of_amounts(text, talk)
    names = [turn.plan.subject.name for turn in run if turn.plan.subject is not None]
    whole = _whole(run[0])
    if _SUM.match(text):
        return f"{'、'.join(names)}合计占{whole}的比重"
    return f"{'和'.join(names)}各占{whole}的比重是多少" if len(names) == 2 and _GAP.match(text) else text


#: 「谁占比高」, after the amounts of both.
_WHOSE = regex(
    rf"{_LEAD}(?:谁|哪[个项])(?:的)?(?:占比|比重|所占比[例重])(?:更)?(?:[高低大小])(?:一?些)?{_END}"
)
_WITHIN = regex(r"其中|里[面头边]|当中")


def _of_amounts(text: str, talk: Talk) -> str:
    """The shares of two amounts that were asked for in turn."""
    run = in_turn(talk) if _WHOSE.match(text) else ()
    run = run[1:] if len(run) == 3 and _WITHIN.search(run[1].said) else run
    names = [turn.plan.subject.name for turn in run if turn.plan.subject is not None]
    return f"{'和'.join(names)}各占多少" if len(names) == 2 and way_of(run) == "things" else text


def _whole(turn: Turn) -> str:
    """What a share is of: what was named, or all that came in or was spent."""
    plan = turn.plan
    if plan.base is not None:
        return plan.base.name
    income = plan.subject is not None and plan.subject.kind == "收入来源"
    return "本年收入合计" if income else "本年支出合计"


def _run(talk: Talk) -> list[Turn]:
    """The last turns that asked for the share of one thing each, in one whole; oldest first."""
    run: list[Turn] = []
    for turn in reversed(talk):
        plan = turn.plan
        one = plan.operation is Operation.SHARE and plan.subject is not None and not plan.also and turn.found
        if not one or plan.breakdown or plan.fund is not None or len(turn.bodies) != 1:
            break
        same = not run or (turn.bodies, turn.years, _whole(turn)) == (
            run[0].bodies, run[0].years, _whole(run[0]),
        )  # fmt: skip
        if not same or any(plan.subject == other.plan.subject for other in run):
            break
        run.append(turn)
    return run[::-1]
