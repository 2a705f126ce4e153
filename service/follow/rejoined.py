"""A follow-up joined to what was said before, in words: a reply, a question again, what is asked of all (接话).

What cannot be joined is asked back; it is never answered by the figure that was told last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.against_budget import against_budget
from service.follow.added_to import added_to
from service.follow.another_of_another import another_of_another
from service.follow.body_ranked import body_ranked
from service.follow.both_measures import both_measures
from service.follow.both_then import both_then
from service.follow.conversation import Conversations, Talk
from service.follow.gone_back import going_back
from service.follow.in_turn import of_all, of_sum
from service.follow.mean_then import mean_then
from service.follow.met_then import met_then
from service.follow.one_told import one_told
from service.follow.outcome_then import outcome_then
from service.follow.pointed_then import pointed_then
from service.follow.project_then import project_then
from service.follow.ranked_then import ranked_then
from service.follow.rate_then import rate_then
from service.follow.remedy_then import remedy_then
from service.follow.replies import replied
from service.follow.share_then import share_then
from service.follow.shares_in_turn import shares_in_turn
from service.follow.sorts_then import sorts_then
from service.follow.spelled_out import spelled_out
from service.follow.taken_up import taken_up
from service.follow.target_then import target_then
from service.follow.that_year import of_that_year
from service.follow.top_of_told import top_of_told
from service.follow.top_then import top_then
from service.follow.until_year import until_year
from service.follow.which_then import which_then
from service.follow.year_on import year_on
from service.model import Declined

#: 「真的是0吗」, 「确定吗」: the same question once more, whose answer shows where it is printed.
_SURE = regex(
    r"^(?:这|那|你|您|啊|哦|嗯|它|，)*(?:"
    r"(?:真的?|确实|果真|当真|难道|确定|肯定|居然|竟然)+(?:就)?(?:是|只有|只|有|为|才)?(?:[\d.,]+|零|没有|这么[多少高低大小]|那么[多少高低大小]|没花|一分没花|一分钱没花)?(?:个?[亿万千百]*元|[件个人辆次批名项]|钱|%)?(?:吗|么|嘛|的吗|的假的|吧)"
    r"|(?:没|没有|不会)?(?:搞|弄|算|看|说|写|答)错(?:了)?(?:吧|吗|没|没有)?|(?:这个?)?(?:数字?|数据|答案)?(?:对|准确?|可靠|属实|正确|靠谱)(?:吗|么|不对|吧|不准)"
    r"|(?:你|您)?(?:确定|肯定|核实过|核对过)(?:吗|么|了吗)|再(?:说|讲|查|确认|核对|看)(?:一遍|一下|一次|下)|是真的(?:吗|么)|真的假的"
    r")[？?！!。]*$"
)
#: What joins a follow-up to what was said before, tried one after the other.
_READERS: tuple[Callable[[str, Talk], str | Declined], ...] = (
    body_ranked, rate_then, share_then, sorts_then, both_measures, top_of_told, pointed_then, until_year, year_on,
    both_then, mean_then, project_then, remedy_then,
    which_then, ranked_then, shares_in_turn, top_then, of_that_year, one_told, another_of_another, added_to,
    spelled_out, of_all, outcome_then, target_then, met_then,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Joined:
    """The question as it is to be understood, and the turns that it follows."""

    text: str
    talk: Talk


def rejoin(text: str, conversations: Conversations, conversation: str) -> Joined | Declined:
    """The question joined to its conversation, or why it cannot be."""
    offer = conversations.take_offer(conversation)
    talk = conversations.talk(conversation)
    if talk and talk[-1].said and _SURE.match(text):
        conversations.take_back(conversation)
        return Joined(talk[-1].said, talk[:-1])
    text, talk = going_back(replied(text, offer, talk), conversation, conversations)
    for read in _READERS:
        made = read(text, talk)
        if isinstance(made, Declined):
            return made
        text = made
    return Joined(against_budget(taken_up(of_sum(text, talk), talk)), talk)


def offers_of(answer: Answer) -> list[tuple[str, str]]:
    """Label and question of each choice, where the answer asks back."""
    options = answer.options if answer.status is Status.CLARIFY else []
    return [(option.label, option.question) for option in options]
