"""Operands that a question names in its own words: each is found by itself, then they are put together (逐项查到再算).

Where a question as a whole found no answer. Each operand is asked in every way that there is of asking, and where one
is not found nothing is told; the working shows each, so that anybody sees what was taken for what.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ingest.numbers import MONEY
from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Talk, aside
from service.model import Reason
from service.scope.named_in import Named
from service.second.operands_said import (
    GRAMMAR,
    OVER_YEARS,
    Said,
    added_over_years,
    each_said,
    operands_said,
    over_years,
)
from service.second.put_together import put_together

_UNSURE = (Reason.LOW_CONFIDENCE.value, Reason.NOT_DISCLOSED.value)
#: So likely an operation must be, and so many operands and ways to put one are tried.
_LIKELY, _MOST, _WAYS = 0.45, 6, 4
_LONGEST = 120
_MOVED = regex(r"比(?:上年|20\d\d年|年初预算|全年预算|预算)|增减|增长率|占.*比重")
#: Totals that every document has, and what is said of them.
_TOTALS = regex(
    r"(?:本年|财政拨款|一般公共预算)*(?:支出|收入|基本支出|项目支出)(?:合计|总计)?|人员经费|公用经费|政府采购支出"
)
_OF_TOTALS = regex(
    r"本年|全[年部]|整个|所有|一共|总[额数的计]?|合计|部门|单位|机关|财政|拨款|一般公共预算|[预决]算|支出|收入|项目|基本|人员|公用|日常|政府|采购|经费|资金|费用"
    r"|收支|安排|开[支销]|盘子|家底|家当|大账|[进出]项|[进出][来去]的?|入账|花[费掉的了]*|用[掉的了]*|进账|钱|款|搞|做|买|办|里|中|内|上|那块|这块|那|这|年|[的“”、]"
)
#: How it is said that a sum would count something twice.
_TWICE = regex("重复|包含")
#: How a number of things is asked for.
_COUNTED = "有多少"
#: An order is asked for; of things that are not listed it is told elsewhere.
_RANKS = regex("最[多少高低大小]|排[名第]")
_AS_RATE = regex(r"百分|几成|幅度|增速|[增降涨减]幅|%")
#: What narrows an operation beyond what it is on.
_MORE = regex(
    r"哪[儿里]|为什么|为啥|为何|怎么|咋|原因|怎样|除[了去开]|不[含算要]|以[外上下]|超过|不到|如果|假如|要是|持平|季度|[上下]半年|\d月"
)


def by_operands(
    answer: Answer, text: str, whole: Callable[..., Answer], read: Callable[..., Named | None], before: Talk
) -> Answer:
    """The answer; where there is none, what the operands that a text names make, each found by itself.

    ``whole`` answers a text in every way there is, in a conversation that is given; ``read`` says who and when it is
    of.
    """
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    if not unsure or len(text) > _LONGEST or _MORE.search(text):
        return answer
    if _RANKS.search(text) and "、" not in text:
        return answer
    named = read(text, placed=True)
    if named is None or not named.years:
        return answer
    from service.worded.put_plainly import read_wording  # its weights: only where they are needed

    wording = read_wording(named, before)
    operation, said = _said(text, named, dict(wording.tagged.operations))
    if said is None or len(said.operands) > _MOST or (operation == "sum" and _TWICE.search(answer.answer)):
        return answer
    stage = wording.asked.stage

    def ask(phrase: str, whose: Whose, asks: str) -> Answer:
        own = whose.stage or ("" if stage and stage in phrase else stage)
        return whole(f"{whose.body}{whose.year}年{phrase}{own}{asks}", conversation=aside())

    said = said if operation == "average" else of_one_fund(said)

    def find(ways: Sequence[str], whose: Whose, asks: str) -> Answer | None:
        return _found([*ways, *_longer(ways[-1], named)], partial(ask, whose=whose, asks=asks))

    found = _all_found(_of_each(said, named), find, said.asks)
    return answer if found is None else put_together(found, operation, said, answer.conversation_id) or answer


def of_one_fund(said: Said) -> Said:
    """「一般公共预算花在小学上的比初中多多少」: the money that is said of the first is that of the others too."""
    funds = [_FUND.match(ways[-1]) for ways in said.operands]
    first = funds[0]
    if first is None or any(funds[1:]) or len(said.operands[0][-1]) < len(first[0]) + 2:
        return said
    others = tuple(tuple(f"{first[0]}{way}" for way in ways) for ways in said.operands[1:])
    return replace(said, operands=(said.operands[0], *others))


_FUND = regex("一般公共预算(?:财政拨款)?|财政拨款|政府性基金(?:预算)?|国有资本经营预算")


def _all_found(
    asked: Sequence[tuple[tuple[str, ...], Whose]],
    find: Callable[[Sequence[str], Whose, str], Answer | None],
    asks: str,
) -> list[Answer] | None:
    """The answer of each operand; None where one is not found."""
    answers: list[Answer | None] = []
    for one in asked:
        answers.append(find(*one, asks) or find(*one, _COUNTED))
        if answers.count(None) > 1:
            return None
    units = {a.figures[0].unit for a in answers if a is not None} - set(MONEY)
    if len(units) == 1:  # what one is counted in, the others are, too
        counted = _COUNTED + units.pop()
        answers = [a or find(*one, counted) for a, one in zip(answers, asked, strict=True)]
    found = [a for a in answers if a is not None]
    return found if len(found) == len(answers) else None


@dataclass(frozen=True, slots=True)
class Whose:
    """The body, the year and the stage that an operand is of."""

    body: str
    year: int
    stage: str = ""


def _of_each(said: Said, named: Named) -> list[tuple[tuple[str, ...], Whose]]:
    """Each operand with whose it is: one alone is of every body and year that is named."""
    bodies, years = list(dict.fromkeys(named.bodies)), sorted(set(named.years))
    if said.years:
        return [
            (ways, Whose(bodies[0], year, stage))
            for ways, (year, stage) in zip(said.operands, said.years, strict=True)
        ]
    if len(said.operands) > 1:
        return [(ways, Whose(bodies[0], years[0])) for ways in said.operands]
    return [(said.operands[0], Whose(body, year)) for body in bodies for year in years]


def _said(text: str, named: Named, chances: dict[str, float]) -> tuple[str, Said | None]:
    """The operation that is asked for most likely, and its operands; None where none is, or it has another shape."""
    likely = max(chances, key=lambda one: chances[one])
    bodies, years = set(named.bodies), set(named.years)
    if len(bodies) > 1 or len(years) > 1:
        return _of_several(text, named, chances, likely) if min(len(bodies), len(years)) == 1 else ("", None)
    if chances[likely] >= _LIKELY and likely in GRAMMAR:
        said = operands_said(named.masked.replace("\0", " ").strip(" 的,，"), likely)
        if said is not None:
            return _or_gap(likely, text) if len(said.operands) == 2 else likely, said
    return _moved_between(text, named, chances)


def _moved_between(text: str, named: Named, chances: dict[str, float]) -> tuple[str, Said | None]:
    if sum(chances.get(one, 0.0) for one in OVER_YEARS) < _LIKELY:
        return "", None
    said = over_years(text, named.masked)
    rate = said is not None and _AS_RATE.search(text) is not None
    return ("change_rate" if rate else "change"), said


def _of_several(text: str, named: Named, chances: dict[str, float], likely: str) -> tuple[str, Said | None]:
    """What is asked of several bodies or years: their sum, how far two are apart, or each."""
    bodies, years = set(named.bodies), set(named.years)
    if chances["sum"] >= _LIKELY:
        return "sum", added_over_years(named.masked, sorted(years)) if len(years) > 1 else each_said(
            named.masked
        )
    moved = _moved_between(text, named, chances) if len(bodies) == 1 else ("", None)
    if moved[1] is not None:
        return moved
    if likely not in _OF_EACH or max(len(bodies), len(years)) > _MOST:
        return "", None
    apart = len(bodies) == 2 and _APART.search(text) is not None
    return (_or_gap("which_more", text) if apart else "each"), each_said(named.masked)


def _or_gap(operation: str, text: str) -> str:
    """「谁多，多多少」 asks first of all how much more it is."""
    return "gap" if operation == "which_more" and _GAP.search(text) else operation


#: How much more is asked for.
_GAP = regex(r"相?差(?!旅)|[多少高低大小](?:出来?|了)?(?:多少|几|好多)")


#: Operations that are told of each body and year.
_OF_EACH = (
    "each",
    "trend",
    "two_years",
    "two_bodies",
    "most_body",
    "which_more",
    "difference",
    "amount",
    "count",
)
_APART = regex(r"相?差(?!旅)|[多少高低大小](?:出|了)?(?:多少|几)|谁|哪一?[个家边]")


def _longer(phrase: str, named: Named) -> list[str]:
    """The one account whose name holds what is said: 「职业年金缴费」 stands in 机关事业单位职业年金缴费支出."""
    names = [name for name in named.accounts if phrase in name and name != phrase]
    return names if len(names) == 1 and len(phrase) > 1 else []


def _found(ways: Sequence[str], ask: Callable[[str], Answer]) -> Answer | None:
    """The answer of the first way to put an operand that finds its one figure."""
    for phrase in ways[:_WAYS]:
        told = ask(phrase)
        if told.status is not Status.ANSWERED or len(told.figures) != 1 or "没有在" in told.answer:
            continue
        label = told.figures[0].label
        if not _MOVED.search(label) and not _says_more(phrase, label):
            return told
    return None


def _says_more(phrase: str, label: str) -> bool:
    """Whether a phrase says more than a total that was taken for it: 「报了绩效目标的项目资金」 is no 项目支出."""
    return _TOTALS.fullmatch(label) is not None and len(_OF_TOTALS.sub("", phrase)) > 1
