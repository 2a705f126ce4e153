"""Both ends of an order in one question: 「得分最高和最低的分别是哪个」 is asked for the one and for the other (两头).

Only one of them is never told for both: which of the two it is that was heard, the reader could not know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import inputs
from service.follow.conversation import aside
from service.scope.named_in import Named
from service.second.beyond import declined
from service.second.merge import merge

_BOTH = regex(
    r"最(?P<one>[多高大少低小好差长短快慢])(?P<of>的[^，。？最]{1,8}?)?(?:以及|还有|[，,、和与跟及])*最(?P<other>[多高大少低小好差长短快慢])"
)
_SIDES = (frozenset("多高大好长快"), frozenset("少低小差短慢"))
_EACH = regex(r"(?:分别|各自|各)(?:都)?(?=[是有为得花叫哪多在])")
#: How far apart the two are, and how it is asked which they are.
_GAP, _WHICH = (
    regex(r"(?:之间)?(?:的)?(?:分数|金额)?相?差(?:了|出|距)?(?:是|有)?(?:多少|几)[^，。？]{0,4}"),
    "是哪个",
)
#: Months and quarters that are set in order, and an answer that tells any.
_TIMES, _TIME = regex(r"哪一?个?(?:月|季度)|几月|(?:月份?|季度)[是为]?(?:哪|几)"), regex(r"\d月|季度")
#: Something is made of the two, or they are not what is asked for.
_OTHER = regex(r"比|倍|合计|[加合]起来|一共|总共|平均|之间|为什么|为啥|原因|没有|[吗么]")
_SORRY_TIMES = "资料里没有按月或按季度列出数字，不敢说哪一个最高、哪一个最低。"
_SORRY = "问的是最高和最低两头，资料里没有都找到，只说其中一头会让人误会，所以没有给出。"


def most_and_least(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None]
) -> Answer:
    """The answer; where both ends of an order are asked for and not both told, the two, each asked for by itself."""
    if "最" in text and answer.figures and _TIMES.search(text) and not _TIME.search(answer.answer):
        return declined(answer, _SORRY_TIMES)
    said = _BOTH.search(text)
    several = len(answer.figures) > 2 or (len(answer.figures) == 2 and _is_one_unit(answer.figures))
    if said is None or several or _OTHER.search(text.replace(said[0], "")):
        return answer
    if not any(said["one"] in a and said["other"] in b for a, b in (_SIDES, _SIDES[::-1])):
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1:
        return answer
    for own in (text, f"{named.heads()[0]}{named.rest}"):
        told = [whole(question, conversation=aside()) for question in _apart(own)]
        if _are_two(told):
            both = merge(told, answer.conversation_id)
            return _with_gap(both) if _GAP.search(text) else both
    return declined(answer, _SORRY) if answer.figures else answer


def _is_one_unit(figures: Sequence[Figure]) -> bool:
    """Whether figures are of one unit: a rate and an amount are not the ends of one order."""
    return len({figure.unit for figure in figures}) == 1


def _are_two(told: Sequence[Answer]) -> bool:
    """Whether each of two answers tells one figure, of one unit and year and not the same."""
    if len(told) != 2 or any(one.status is not Status.ANSWERED or len(one.figures) != 1 for one in told):
        return False
    first, last = (one.figures[0] for one in told)
    return _is_one_unit((first, last)) and first.year == last.year and first.value != last.value


def _with_gap(both: Answer) -> Answer:
    """How far the two are apart, ahead of them."""
    most, least = sorted(both.figures, key=lambda f: -Decimal(f.value))
    gap = Decimal(most.value) - Decimal(least.value)
    unit = "个百分点" if most.unit == "%" else most.unit
    formula = f"{plain(Decimal(most.value))} − {plain(Decimal(least.value))} = {plain(gap)}"
    worked = {
        "label": f"{most.label}与{least.label}之差",
        "value": plain(gap),
        "unit": unit,
        "formula": formula,
    }
    figure = most.model_copy(update={**worked, "printed": None, "inputs": inputs(both.figures)})
    line = f"两者相差 {plain(gap)} {unit}（{formula}）。"
    return both.model_copy(update={"answer": f"{both.answer}\n{line}", "figures": [figure, *both.figures]})


def _apart(text: str) -> Iterator[str]:
    """The question for the one end and for the other."""
    said = _BOTH.search(text)
    if said is None:
        return
    head, tail = text[: said.start()], _GAP.sub(_WHICH, _EACH.sub("", text[said.end() :]))
    of = said["of"] or ""
    if of and not tail.startswith(of):
        tail = of + tail.removeprefix("的")
    yield f"{head}最{said['one']}{tail}"
    yield f"{head}最{said['other']}{tail}"
