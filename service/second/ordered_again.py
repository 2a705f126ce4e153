"""An order that was asked for in words of one's own, asked again of the whole or of the things that were meant (再排一遍).

The whole is asked as it was called, else by the account that its words are understood to mean; things that are listed,
and bodies, are asked each by itself. What is no order, or lacks one of those that are asked for, is not told.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

from collections.abc import Callable, Iterator

from ingest.numbers import MONEY
from ingest.patterns import regex
from service.closest.account_meant import account_meant
from service.contract import Answer, Status
from service.figures.simple_figures import value_in
from service.model import Operation, Reason
from service.scope.named_in import Named
from service.scope.sole_telling import OF_REGION
from service.second.bodies_in_order import bodies_by
from service.second.listed_in_order import in_order
from service.second.order_meant import ASKS, Order, order_meant
from service.second.two_asked import Ask
from service.worded.concepts import concept_meant, printed_by

__all__ = ["ASKS", "ordered_again"]

_WHOLES = ("本年支出合计", "支出总计")
_YEAR, _ALL_OF = regex(r"20\d\d"), regex(r"全[\u4e00-\u9fff]{1,5}?[省市区县州]")
_TENS = "零一两三四五六七八九十"
#: Bodies are set in order by how many they have or by what they spent; both are asked plainly of each.
_HELD = regex(r"(?:公家?的?|公务用?)?(?:车辆?|汽车|车子|小车)(?:保有量|辆数|数)?")


def ordered_again(answer: Answer, text: str, ask: Ask, read: Callable[..., Named | None]) -> Answer | None:
    """The order that is asked for; None where none is, where it was told, or where it cannot be told in full."""
    if answer.reason == Reason.ENTITY_NOT_LOADED.value:  # no accounts in the place of bodies that are lacking
        return None
    named = read(text, placed=_of_a_place(answer, text))
    if named is None or len(set(named.years)) > 1 or len(set(_YEAR.findall(text))) > 1:
        return None
    bodies = tuple(dict.fromkeys(named.bodies))
    order = order_meant(named.masked)
    if order is None or (len(bodies) == 1 and _is_ordered(answer, order)):
        return None
    if len(bodies) > 1:
        return _of_bodies(answer, named, bodies, order, ask) if order.whole and not order.names else None
    head = named.heads()[0] + order.stage
    if order.names:
        return _of_names(answer, head, order, ask)
    for question in _asked(named, head, order, ask):
        told = ask(question)
        if _is_ordered(told, order) and not (order.whole and _understood_of(told) in _WHOLES):
            return told
    return None


def _of_a_place(answer: Answer, text: str) -> bool:
    """Whether only a place is named, of which one body is held, and not the place as a whole is meant."""
    one = answer.status is Status.CLARIFY and len(answer.options) == 1 and not answer.plan.get("entity")
    return one and OF_REGION.search(text) is None and _ALL_OF.search(text) is None


def _is_ordered(answer: Answer, order: Order) -> bool:
    """Whether an answer tells several figures one below the other, as many as were asked for."""
    if answer.status is not Status.ANSWERED or answer.plan.get("operation") != Operation.RANK.value:
        return False
    if len(answer.figures) < max(2, order.count) or "没有在" in answer.answer:
        return False
    if order.money and answer.figures[0].unit not in MONEY:
        return False
    values = [value_in(figure, answer.figures[0].unit) for figure in answer.figures]
    known = [value for value in values if value is not None]
    return known == sorted(known, reverse=not order.up)


def _asked(named: Named, head: str, order: Order, ask: Ask) -> Iterator[str]:
    """The order of the whole as it is called, then as the account that is meant."""
    end = "少" if order.up else "多"
    tail = (
        f"最{end}的{_TENS[order.count]}项是什么"
        if order.count
        else f"各项从{'少到多' if order.up else '多到少'}排列"
    )
    if not order.whole:
        yield (
            f"{head}支出按类级科目，最{end}的{_TENS[order.count]}类"
            if order.count
            else f"{head}支出各类从{'少到多' if order.up else '多到少'}排列"
        )
        return
    yield f"{head}{order.whole}{tail}"
    meant = concept_meant(order.whole, printed_by(named)) or account_meant(order.whole, named.accounts)
    meant = meant or _understood(ask(f"{head}{order.whole}一共多少钱"))
    if meant and meant != order.whole:
        yield f"{head}{meant}{tail}"


def _understood(answer: Answer) -> str:
    """The account that a question was understood to ask an amount of."""
    return _understood_of(answer) if _is_one(answer) else ""


def _understood_of(answer: Answer) -> str:
    subject = answer.plan.get("subject")
    return str(subject["name"]) if isinstance(subject, dict) else ""


def _of_names(answer: Answer, head: str, order: Order, ask: Ask) -> Answer | None:
    """Each of the things that are listed, in their order: as it is called within the whole, else by itself."""
    each = []
    for name in order.names:
        tries = [f"{head}{order.whole}{name}是多少"] if order.whole else []
        told = next((t for t in map(ask, [*tries, f"{head}{name}花了多少钱"]) if _is_one(t)), None)
        if told is None:
            return None
        each.append(told)
    return in_order(each, order.up, answer.conversation_id)


def _of_bodies(
    answer: Answer, named: Named, bodies: tuple[str, ...], order: Order, ask: Ask
) -> Answer | None:
    """Each of the bodies, by the same figure of each."""
    if answer.status is Status.ANSWERED and {f.entity for f in answer.figures} >= set(bodies):
        return None
    when = (f"{named.years[0]}年" if named.years else "") + order.stage
    thing = "车辆数" if _HELD.fullmatch(order.whole) else order.whole
    each = [ask(f"{body}{when}{thing}是多少") for body in bodies]
    return bodies_by(each, order.up, answer.conversation_id)


def _is_one(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED and len(answer.figures) == 1 and "没有在" not in answer.answer
