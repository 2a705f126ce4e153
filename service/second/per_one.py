"""What comes on one of a thing that the documents count: the money named, over the count of the thing (摊到每一个).

Where a question found no answer, or a total in place of a mean. The money is asked for by itself; the count is the one
that the thing's own name tells, or that stands in one run with the money. Where several may be meant they are named,
and nothing is divided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.model import Fact
from ingest.numbers import MONEY, convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.figures.simple_figures import inputs
from service.figures.told import label_of
from service.follow.conversation import Talk, aside
from service.library import Held
from service.read.terms import overlap
from service.scope.named_in import Named
from service.second.as_answer import as_answer
from service.second.beyond import declined
from service.second.merge import merge
from service.second.per_one_said import ASKS_MEAN, PerOne, per_one_said
from service.second.put_together import may_spread
from service.things.beside_money import counts_of_money, counts_of_row, money_of_count
from service.things.counts_named import (
    PEOPLE,
    adds_nothing,
    counts_named,
    is_all_of,
    is_counted,
    is_named,
    told_as_cause,
)
from service.things.indicators import is_target
from service.things.printed_for_one import printed_for_one

_UNSURE = ("low_confidence", "not_disclosed")
_LONGEST = 120
#: Things of which every document counts several sorts: what their mean is over is told elsewhere, or not at all.
_ELSEWHERE = regex(
    r"(?:公务|公)?(?:用)?车辆?|(?:绩效)?(?:预算)?项目|(?:预算|下属|所属|下级)?单位|部门|科室|处室|机构|人|(?:全体|所有)?(?:职工|员工|干部|工作人员|人员|同志|人头)"
)
#: Those who were received go by no name of their own in the documents.
_GUESTS = regex(r"来?客人?|来宾|访客|来访(?:者|人员)?|客头")
_GUESTS_PAID = regex("接待")
#: How a thing is said that was bought or done.
_GOT = regex(
    r"^(?:新?(?:买|购|购置|购买|更新|添置|配|建|修|打|拆|盖|种|办|放|做|改造?|维修|建设)(?:了|的)*)+(?=[\u4e00-\u9fff])"
)
#: What is of one by its own name.
_FOR_ONE = regex(r"[每均/单]|标准|限额|定额")
#: What was aimed at, and from which side it was missed.
_AIM = regex(
    r"[，,]?(?:(?P<less>低于|少于|比)|超出|超过|超|高于|高出)?(?:了)?(?:目标|计划|预期)(?:值|数)?[^，,。？?]*"
)
_MEAN_ASKED = regex(rf"{ASKS_MEAN.pattern}|平均每(?!年|个?月|天|日|周|季)|平均到|摊到每")
#: A change or a share is no amount of a thing.
_MOVED = regex(r"比(?:上年|20\d\d年|年初预算|全年预算|预算)|增减|占.*比重|平均")
_SEVERAL = "要平均的数有几个可能：{}。没有写明按哪一个来平均，所以没有相除；请写明是哪一个。"
#: What is said where nothing is there to divide by.
NO_DIVISOR = "问的是平均到每一个的数，没有找到用来平均的数量，不拿总数来回答。"
_SMALL = Decimal(1)
_LEAST, _CODED = 3, regex(r"[A-C]\d{2}")
_MONEY_WORD = regex("本年|支出|收入|合计|总计|经费|资金|预算|费")


@dataclass(frozen=True, slots=True)
class _Desk:
    """Who and when is asked of, what there is, and how to ask on."""

    head: str
    held: Held
    ask: Callable[[str], Answer]
    before: Talk


def per_one(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None],
    held_of: Callable[[str], Held | None], before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where there is none, what comes on one, or the counts among which the question does not choose."""
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    # a sentence that has no figure picked out is no mean, and stands where none is worked out
    unsure = unsure or (answer.status is Status.ANSWERED and not answer.figures and "平均" in text)
    if not (unsure or tells_total(answer, text)) or len(text) > _LONGEST:
        return answer
    named = read(text, placed=True)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return answer
    said = per_one_said(named.masked.replace("\0", " "))
    held = held_of(named.bodies[0]) if said is not None else None
    if said is None or held is None or _ELSEWHERE.fullmatch(re.sub("[个总]*数$", "", said.noun)):
        return answer if unsure else declined(answer, NO_DIVISOR)
    year = named.years[0] if named.years else answer.plan.get("year")
    head = f"{named.bodies[0]}{f'{year}年' if year else ''}"
    desk = _Desk(head, held, lambda question: whole(question, conversation=aside()), before)
    made = _told(said, desk, answer, text)
    if made is None and not unsure:
        return declined(answer, NO_DIVISOR)
    return answer if made is None else made.model_copy(update={"conversation_id": answer.conversation_id})


def tells_total(answer: Answer, text: str) -> bool:
    """Whether a mean by its word is asked for and all of an amount is told: 「生均预算」 is none of the budget."""
    figures = answer.figures
    plainly = answer.status is Status.ANSWERED and len(figures) == 1 and not figures[0].formula
    told = plainly and not _FOR_ONE.search(figures[0].label)
    if told and "除以" in text:
        return True
    return told and figures[0].unit in MONEY and _MEAN_ASKED.search(text) is not None


def _told(said: PerOne, desk: _Desk, answer: Answer, text: str) -> Answer | None:
    if not said.money and not said.noun:
        return _of_before(said, desk, text)
    if not said.exact and (printed := _printed(said, desk, answer, text)) is not None:
        return printed
    money = _amount(said.money, desk) if said.money else None
    if money is None:
        return None if said.exact else _of_thing(said, desk, answer, text)
    return _over(money, said, desk, answer, text)


def _printed(said: PerOne, desk: _Desk, answer: Answer, text: str) -> Answer | None:
    """What one costs as it is printed, or how far it is off what was aimed at."""
    year = answer.plan.get("year")
    name = _GOT.sub("", said.noun or _AIM.sub("", said.money))
    fact = printed_for_one(name, said.unit, int(str(year)), desk.held.facts) if year else None
    if fact is None:
        return None
    way = _AIM.search(text)
    if way is None:
        return as_answer(fact, desk.held, answer)
    told = desk.ask(f"{desk.head}{fact.subject.name}比目标{'少' if way['less'] else '多'}多少")
    return told if told.status is Status.ANSWERED and told.figures[0].formula else None


def _amount(phrase: str, desk: _Desk) -> Answer | None:
    """The one amount that a phrase names."""
    told = desk.ask(f"{desk.head}{phrase}是多少")
    if told.figures and told.figures[0].unit not in MONEY:  # of a thing's name its number may be told first
        told = desk.ask(f"{desk.head}{phrase}支出多少钱")
    figures = told.figures
    if told.status is not Status.ANSWERED or len(figures) != 1 or figures[0].citation is None:
        return None
    label = figures[0].label
    sure = figures[0].unit in MONEY and not figures[0].formula and not _MOVED.search(label)
    # 「造林」 is not all of what goes by a longer name: 造林种苗.
    longer = (
        len(phrase) < _LEAST and label.startswith(phrase) and len(_MONEY_WORD.sub("", label)) > len(phrase)
    )
    return told if sure and not longer and not _CODED.match(label) else None


def _over(money: Answer, said: PerOne, desk: _Desk, answer: Answer, text: str) -> Answer | None:
    """The money over the count that the thing's name tells, or that stands with the money."""
    if _GUESTS.fullmatch(said.noun) and _GUESTS_PAID.search(money.figures[0].label):
        told = desk.ask(f"{desk.head}{money.figures[0].label}人均多少钱")
        return told if told.figures and told.figures[0].formula else None
    counts = counts_named(said.noun, said.unit, money.figures[0].year, desk.held.facts) if said.noun else []
    if counts and not any(is_all_of(f, said.noun, text, desk.held.facts) for f in counts):
        return None
    counts = counts or _beside(money, said, desk.held.facts)
    if len(counts) > 1:
        several = "、".join(f"{label_of(f)} {plain(f.value or Decimal(0))} {f.unit}" for f in counts[:6])
        return declined(answer, _SEVERAL.format(several))
    if counts:
        return _divided(money, as_answer(counts[0], desk.held, money), said, text)
    asked = _asked_for(said, money, desk, text)
    return _divided(money, asked, said, text) if asked is not None else None


def _beside(money: Answer, said: PerOne, facts: Sequence[Fact]) -> list[Fact]:
    """The counts in the unit that are told in one run, or in one row, with the money, each value once."""
    figure = money.figures[0]
    cited = money.citations[figure.citation or 0]
    fits = [
        f
        for f in facts
        if f.document_id == cited.document_id and f.year == figure.year and is_counted(f, said.unit)
        and not is_target(f)
    ]  # fmt: skip
    found = counts_of_money(Decimal(figure.value), figure.unit, fits)
    found += [f for row in {cited.row, figure.label} for f in counts_of_row(row, fits)]
    exact = [f for f in found if f.unit.removeprefix("万") == said.unit] or found
    return list({f.value: f for f in exact}.values())


def _asked_for(said: PerOne, money: Answer, desk: _Desk, text: str) -> Answer | None:
    """The count by a question of its own: of the thing, or of what the money is for; people only by their name."""
    if not said.noun and said.unit in PEOPLE:
        return None
    phrase = said.noun or said.money
    told = desk.ask(f"{desk.head}{phrase}有多少{said.unit}")
    figures = told.figures
    if told.status is not Status.ANSWERED or len(figures) != 1 or figures[0].unit in (*MONEY, "%", "分"):
        return None
    figure = figures[0]
    cited = told.citations[figure.citation] if figure.citation is not None else None
    if cited is None or told_as_cause(cited.quote, figure.value, figure.unit):
        return None
    if said.noun and not adds_nothing(
        fold(figure.label), re.sub("(?:人次|[人户件个]?数)$", "", said.noun), text
    ):
        return None  # 执结案件 are not all that 结案 means
    same = not said.unit or figure.unit.removeprefix("万") == said.unit or said.unit in PEOPLE
    is_of_it = overlap(figure.label, phrase) > 1 and figure.year == money.figures[0].year
    return told if same and is_of_it and not figure.formula and "目标" not in figure.label else None


def _of_thing(said: PerOne, desk: _Desk, answer: Answer, text: str) -> Answer | None:
    """「买的囚车平均一辆」: the amount that is told in one run with the count of the things themselves."""
    noun = _GOT.sub("", said.noun or said.money)
    years = [int(str(y)) for y in (answer.plan.get("year"),) if y]
    if len(noun) < 1 or not years or _ELSEWHERE.fullmatch(noun):
        return None
    pairs = [
        (f, money)
        for meant in counts_named(noun, said.unit, years[0], desk.held.facts, said.money)
        for f in desk.held.facts
        if (f.value, f.unit, f.year) == (meant.value, meant.unit, meant.year)
        and is_named(f, noun, said.money)
        and (money := money_of_count(f, desk.held.facts)) is not None
    ]
    if len({(f.value, money.yuan) for f, money in pairs}) != 1:
        return None
    count, money = pairs[0]
    first = as_answer(money, desk.held, answer)
    return _divided(first, as_answer(count, desk.held, first), replace(said, noun=noun), text)


def _of_before(said: PerOne, desk: _Desk, text: str) -> Answer | None:
    """「平均一公里多少」 after what was built and paid: both as they were told, or the count beside the money."""
    last = desk.before[-1].said if desk.before else ""
    told = desk.ask(last) if last else None
    if told is None or told.status is not Status.ANSWERED:
        return None
    money = [f for f in told.figures if f.unit in MONEY and not f.formula and f.citation is not None]
    counts = [f for f in told.figures if f.unit == said.unit and not f.formula]
    if len(money) != 1 or len(counts) > 1 or _MOVED.search(money[0].label):
        return None
    paid = told.model_copy(update={"figures": money})
    if counts and counts[0].year == money[0].year:
        return _divided(paid, told.model_copy(update={"figures": counts}), said, text)
    found = _beside(paid, said, desk.held.facts)
    return _divided(paid, as_answer(found[0], desk.held, paid), said, text) if len(found) == 1 else None


def _divided(money: Answer, count: Answer, said: PerOne, text: str) -> Answer | None:
    """The one over the other, with both of them."""
    merged = merge([money, count], money.conversation_id)
    if len(merged.figures) != 2:
        return None
    paid, things = merged.figures
    number = (Decimal(things.value) * (10000 if things.unit.startswith("万") else 1)).normalize() + 0
    if number <= 0 or paid.entity != things.entity or not may_spread(paid, things):
        return None
    value, unit, shown = _quotient(paid, number, "万" in text)
    of_year = "" if things.year == paid.year else f"（{things.year}年的数）"
    formula = (
        f"{shown} {unit} ÷ {plain(number)} {things.unit.removeprefix('万')}{of_year} = {plain(value)} {unit}"
    )
    noun = said.noun.removesuffix("数")
    label = f"平均每{said.unit or things.unit.removeprefix('万')}{noun}{paid.label}"
    worked = {"label": label, "value": plain(value), "unit": unit, "formula": formula, "printed": None}
    figure = paid.model_copy(update={**worked, "inputs": inputs(merged.figures)})
    line = f"{paid.entity}{paid.year}年度{label}为 {plain(value)} {unit}（{formula}）。"
    return merged.model_copy(
        update={"answer": f"{line}\n{merged.answer}", "figures": [figure, *merged.figures]}
    )


def _quotient(paid: Figure, number: Decimal, in_wan: bool) -> tuple[Decimal, str, str]:
    """The mean in the unit of the money, in 元 where it is small; two places, or four figures of what is below 1."""
    whole, unit = Decimal(paid.value), paid.unit
    yuan = convert(whole, unit, "元")
    if yuan is not None and unit != "元" and not in_wan and abs(whole / number) < _SMALL:
        whole, unit = yuan, "元"
    exact = whole / number
    value = rounded(exact) if abs(exact) >= 1 else Decimal(format(exact, ".4g"))
    return value, unit, plain(whole)
