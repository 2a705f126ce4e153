"""How something moved is wanted beside what it was, or instead of what it is: 「砍了多少」「升还是降，分别多少」.

Where only the change is told and the amounts of both years are asked for too, each is asked for, and both must make the
change; where an amount is told and its change is asked for, that is asked for by the amount's name, or nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ingest.numbers import MONEY, convert
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.follow.conversation import aside
from service.second.beyond import declined
from service.second.merge import merge
from service.worded.odd import CHANGED, GAP

_YEAR = r"(?:上一?年|去年|前一?年|上年度|(?:19|20)?\d\d年?)"
#: A change against another year that is asked for as a number; what is asked of either year is none.
ASKS_CHANGE = regex(
    rf"(?:比|较|跟|同|和){_YEAR}[^，。？?；]{{0,10}}?(?:砍|增|减|涨|降|多|少|升|缩|压|变)(?:[了掉去加少低出长动化]{{0,2}})(?:多少|几(?!个?百分|成|倍))"
)
#: The amounts of both years.
_ASKS_EACH = regex(r"(?:分别|各自?|两年都?|这两年)(?:又?是|有|为|花了?)?(?:多少|几)")
_MOVED = regex(r"比|升|降|增|减|涨|变|多了|少了|高|低")
_OWN = regex(r"年增减多少$")
_BASE = regex(r"^(?P<name>.+?)比(?:上年|(?P<year>20\d\d)年)(?:预算|决算|执行)?(?:增减额)?$")
_SAID_YEAR = regex(r"(?:比|较|跟|同|和)(?:(?P<year>20\d\d)|(?P<short>\d\d))年?")
#: Printed amounts are rounded, and so is the change that is printed beside them.
_ROUNDED = Decimal("0.03")
_SORRY = "问的是增减多少，只找到了一个年度的数，没有找到能相减的另一个，不拿它来回答。"

AskWhole = Callable[..., Answer]


def change_wanted(answer: Answer, text: str, whole: AskWhole) -> Answer:
    """The answer with what is lacking of a change and the amounts that make it; ``whole`` asks in every way."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1 or _OWN.search(text):
        return answer
    figure = answer.figures[0]
    if figure.unit == "%" and CHANGED.search(figure.label) and _IN_MONEY.search(text):
        return _in_money(answer, figure, whole)
    if figure.unit not in MONEY:
        return declined(answer, _SORRY) if _is_whole_count(figure, text) else answer
    if CHANGED.search(figure.label):
        both = _ASKS_EACH.search(text) is not None and _MOVED.search(text) is not None
        if not both and _AND_CHANGE.search(text):
            return _with_amount(answer, figure, whole)
        return _with_amounts(answer, figure, whole) if both else answer
    if not ASKS_CHANGE.search(text) or figure.formula or GAP.search(figure.label):
        return answer
    return _changed(answer, figure, text, whole)


#: By how many more or fewer, at the end; a count so named is one of what was added or lost.
_MORE_OF_IT = regex(r"(?<![至最不])[多少大小][了出](?:多少|几|好多)[^，。？百倍成分]{0,4}[？?吗呢啊]*$")
_OF_MORE = regex(r"增|减|多|少|降|升|扩|新[建招设添办]|退|离|净|变")


def _is_whole_count(figure: Figure, text: str) -> bool:
    """Whether all there is of a thing is told where only how many more of it there are is asked."""
    plain = figure.formula is None and figure.unit != "%" and not CHANGED.search(figure.label)
    return plain and _MORE_OF_IT.search(text) is not None and not _OF_MORE.search(figure.label)


#: What the change comes to in money is asked for at the end, and no rate.
_IN_MONEY = regex(r"(?:多少|几|好多)(?:[万亿]+元?|元|块)钱?[^，。？?百分]{0,3}[？?。]*$")
_RATE_OF = regex(r"比(?:上年|20\d\d年)(?:预算|决算|执行)?(?:数)?(?:增减幅度|增减率)?$")


def _in_money(answer: Answer, rate: Figure, whole: AskWhole) -> Answer:
    """How far it moved in money, where only its rate was told; no answer where that is not found."""
    name = _RATE_OF.sub("", rate.label)
    found = whole(f"{rate.entity}{rate.year}年{name}比上年增减多少", conversation=aside())
    first = found.figures[0] if found.status is Status.ANSWERED and found.figures else None
    if first is not None and first.unit in MONEY and (CHANGED.search(first.label) or first.formula):
        return found.model_copy(update={"conversation_id": answer.conversation_id})
    return declined(answer, _SORRY)


@dataclass(frozen=True, slots=True)
class _Change:
    """What moved, and the two years."""

    name: str
    year: int
    base: int


def _with_amounts(answer: Answer, change: Figure, whole: AskWhole) -> Answer:
    """The answer with the amounts of both years behind the change, where they make it."""
    said = _BASE.match(change.label)
    if said is None:
        return answer
    moved = _Change(said["name"], change.year, int(said["year"] or change.year - 1))
    told = [_amount(change, moved.name, year, whole) for year in (moved.base, moved.year)]
    amounts = [one.figures[0] for one in told if one is not None]
    if len(amounts) < len(told) or not _make(amounts, change):
        return answer
    merged = merge([answer, *(one for one in told if one is not None)], answer.conversation_id)
    return merged.model_copy(update={"notes": answer.notes})


#: How much it is is asked for, and then by how much it moved.
_AND_CHANGE = regex(
    r"(?:预算|决算|支出|费用?|经费|收入)?(?:数|额)?(?:是|有|为|花了?)*(?:多少|几多|好多)(?!了|出|加)[^，。？?比跟与较]{0,5}[，,。？?\s]*(?:跟|比|和|与|同|较)[^，。？?]{1,8}?(?:比|相比)?[^，。？?]{0,3}(?:[多少]了|增|减|涨|降|升)"
)


def _with_amount(answer: Answer, change: Figure, whole: AskWhole) -> Answer:
    """The amount of the year, then the change that was told."""
    said = _BASE.match(change.label)
    told = _amount(change, said["name"], change.year, whole) if said is not None else None
    if told is None:
        return answer
    merged = merge([told, answer], answer.conversation_id)
    return merged.model_copy(update={"notes": answer.notes})


def _amount(change: Figure, name: str, year: int, whole: AskWhole) -> Answer | None:
    found = whole(f"{change.entity}{year}年{name}是多少", conversation=aside())
    if found.status is not Status.ANSWERED or len(found.figures) != 1:
        return None
    one = found.figures[0]
    own = one.entity == change.entity and one.year == year and fold(one.label) == fold(name)
    return found if own and one.formula is None and one.unit in MONEY else None


def _make(amounts: list[Figure], change: Figure) -> bool:
    """Whether the later amount less the earlier one is the change."""
    before, now = (convert(Decimal(one.value), one.unit, change.unit) for one in amounts)
    return before is not None and now is not None and abs(now - before - Decimal(change.value)) <= _ROUNDED


def _changed(answer: Answer, figure: Figure, text: str, whole: AskWhole) -> Answer:
    """The change of what was told, by its name; no answer where there is none."""
    said = _SAID_YEAR.search(text)
    base = int(said["year"] or f"20{said['short']}") if said is not None else figure.year - 1
    if base == figure.year:
        return answer  # 「2025年比2024年」 with the figure of the year that is held against
    question = f"{figure.entity}{figure.year}年{figure.label}比{base}年增减多少"
    found = whole(question, conversation=aside())
    moved = found.status is Status.ANSWERED and len(found.figures) == 1
    if moved and CHANGED.search(found.figures[0].label) and found.figures[0].entity == figure.entity:
        return found.model_copy(update={"conversation_id": answer.conversation_id})
    return declined(answer, _SORRY)
