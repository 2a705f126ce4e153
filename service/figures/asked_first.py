"""Of two amounts that were held against each other, the one that is asked for goes first (先说所问的那个数)."""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import convert
from ingest.patterns import regex
from service.contract import Answer, Status

#: 「哪个多？多的是多少」「较高者及其金额」: the amount of one of both, and not by how much it is more.
_OF_ONE = regex(
    r"[多高大](?:的|者)(?:那[个头边块项样家]?|一[个头边项样家]|金额|数额)?[^，。？]{0,8}?(?:多少|几|数|金额)|较[多高大]者"
    r"|(?:哪|谁)[^，。？]{0,8}[多高大][^，。？差超]{0,2}[，。？\s]*(?:具体|分别|各|金额|数额|是)*(?:多少|几何|金额|数额)(?:钱)?[。？]*$"
)
_OF_LESS = regex(
    r"[少低小](?:的|者)(?:那[个头边块项样家]?|一[个头边项样家]|金额|数额)?[^，。？]{0,8}?(?:多少|几|数|金额)|较[少低小]者"
)
_APART = regex(r"差(?!旅)|[多少高低大小超]出?来?了?(?:多少|几)(?!的)|减")


#: 「排第二的是哪个」「次高者」 of a list in its order.
_SECOND = regex(
    r"第二(?:[多大高贵位名]|的|是|[，。？]|$)|次[多大高](?:[的者]|品目|项)|除[开去掉了]最[大多高贵]的|(?:排|居|位居?|列)(?:在)?第二|仅次于|老二"
)
_BOTH = regex(r"第一|[前头]两|前二|前[三四五]|(?<!除开)(?<!除去)(?<!除掉)(?<!除了)(?<!谁)最")


def second_first(answer: Answer, text: str) -> Answer:
    """The answer with the second of an order before the first, where the second alone is asked for."""
    figures = answer.figures
    wanted = answer.status is Status.ANSWERED and len(figures) > 1 and _SECOND.search(text) is not None
    if not wanted or _BOTH.search(text) or "第二" in answer.answer or len({f.unit for f in figures}) > 1:
        return answer
    values = [Decimal(figure.value) for figure in figures]
    if any(figure.formula for figure in figures) or values != sorted(values, reverse=True):
        return answer
    first = f"第二多的是{figures[1].label} {figures[1].value} {figures[1].unit}。"
    return answer.model_copy(
        update={"figures": [figures[1], figures[0], *figures[2:]], "answer": f"{first}\n{answer.answer}"}
    )


def asked_first(answer: Answer, text: str) -> Answer:
    """The answer with the larger amount before the smaller one, or behind it, where that alone is asked for."""
    answer = second_first(answer, text)
    amounts = [figure for figure in answer.figures if not figure.formula]
    if answer.status is not Status.ANSWERED or len(amounts) != 2:
        return answer
    more, less = _OF_ONE.search(text), _OF_LESS.search(text)
    if bool(more) == bool(less) or _APART.search(text):
        return answer
    one, other = amounts
    value = convert(Decimal(other.value), other.unit, one.unit)
    if value is None:
        return answer
    first, second = (other, one) if (value > Decimal(one.value)) is bool(more) else (one, other)
    beside = [figure for figure in answer.figures if figure.formula]
    return answer.model_copy(update={"figures": [first, second, *beside]})
