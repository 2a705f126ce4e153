"""One thing told year by year in a sentence: 「2021年、2022年在校生分别为58人、61人」 (逐年数).

The thing is named once, before the years, behind them or before the colon; each number is of its own year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.contexts import Context, Reading
from ingest.course import Place
from ingest.leads import without_opening
from ingest.model import Fund, Measure, Subject
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import Topic
from ingest.readings import read_number
from ingest.wording import phrase_of

_YEAR = r"(?:19|20)\d\d年?度?"
#: Years with the name before or behind them, and that the numbers are told one for each.
_LISTED = regex(
    rf"(?:^|[，。；：:])(?P<head>[^，。；：:\d]*?)(?P<years>{_YEAR}(?:[、和及与]{_YEAR})+|(?P<first>{_YEAR})[-—–~至到](?P<last>{_YEAR}))"
    r"(?P<tail>[^，。；：:\d]*?)(?:分别|依次|各)(?P<verb>为|是|有|达到?|完成|安排|支出|招收|发放|培训)?了?$"
)
#: The numbers of a list, and what stands between the numbers of years that are each named: 「、2022年」.
_NEXT = regex(r"[、，,和及与]|以及")
_NAMED_YEAR = regex(rf"[、，,；;和及与]?(?P<year>{_YEAR})(?:为|是|有|约|达到?|[:：])?")
#: A name before its first year, or in the clause before a colon.
_ITEM = regex(
    rf"(?:^|[，。；])(?P<name>[^，。；：:\d]*?)[：:]?(?P<year>{_YEAR})(?:为|是|有|约|达到?|[:：])?$"
)
#: What only says that years follow.
_FRAME = regex(
    r"近(?:[两二三四五几]年|几年)(?:来)?的?|(?:变化|完成|安排|投入|支出|执行|分布)?(?:情况|数据|数字|如下|是这样的?)+$|^(?:其中|截至)|历年的?"
)
_VERBS = regex(r"(?:完成|安排|支出|招收|发放|培训)")
_YEARS = regex(r"(?:19|20)\d\d")
#: Names of a change, a share or a plan are read by other rules.
_OTHER = regex(r"增[加长减]|减少|下降|上升|降低|较|比上|同比|占|原因|由于|因为|预算|计划|目标")


@dataclass(frozen=True, slots=True)
class ByYears:
    """A name, and its numbers with the year of each."""

    name: str
    numbers: tuple[Numeral, ...]
    years: tuple[int, ...]


def told_by_years(text: str, found: Sequence[Numeral], index: int) -> ByYears | None:
    """The thing told by years from the number at ``index`` on; None where none is, or its years are not one each."""
    told = _listed(text, found, index) or _one_by_one(text, found, index)
    if told is None or len({n.unit for n in told.numbers}) != 1 or not told.numbers[0].unit:
        return None
    ordered = len(set(told.years)) == len(told.years) == len(told.numbers) > 1
    named = len(told.name) > 1 and not _OTHER.search(told.name)
    return told if ordered and named else None


def _listed(text: str, found: Sequence[Numeral], index: int) -> ByYears | None:
    """「2021年、2022年…分别为58人、61人」."""
    said = _LISTED.search(text[: found[index].start])
    if said is None:
        return None
    numbers = [found[index]]
    for number in found[index + 1 :]:
        if not _NEXT.fullmatch(text[numbers[-1].end : number.start]):
            break
        numbers.append(number)
    years = [int(year) for year in _YEARS.findall(said["years"])]
    years = list(range(years[0], years[1] + 1)) if said["first"] else years
    if len(years) == len(numbers):
        _go_on(text, found[index + len(numbers) :], numbers, years)
    verb = said["verb"] or ""
    name = said["head"] + said["tail"] + (verb if _VERBS.fullmatch(verb) else "")
    return ByYears(_name(name), tuple(numbers), tuple(years))


def _one_by_one(text: str, found: Sequence[Numeral], index: int) -> ByYears | None:
    """「资金情况：2021年1,480万元、2022年1,620万元」."""
    said = _ITEM.search(text[: found[index].start])
    if said is None:
        return None
    numbers, years = [found[index]], [int(said["year"][:4])]
    _go_on(text, found[index + 1 :], numbers, years)
    return ByYears(_name(said["name"]), tuple(numbers), tuple(years))


def _go_on(text: str, rest: Sequence[Numeral], numbers: list[Numeral], years: list[int]) -> None:
    """Add the numbers that follow with nothing but their year before them: 「，2023年为871家」."""
    for number in rest:
        named = _NAMED_YEAR.fullmatch(text[numbers[-1].end : number.start])
        if named is None:
            break
        numbers.append(number)
        years.append(int(named["year"][:4]))


def _name(said: str) -> str:
    return without_opening(phrase_of(_FRAME.sub("", _FRAME.sub("", said)))).strip("的“”")


def readings_by_year(told: ByYears, topic: Topic, place: Place) -> Iterator[tuple[Reading, Numeral]]:
    """Each number as it is read in its year; money is of the account that the name says, where it says one."""
    context = Context(f"{told.name}为", topic, place.known, place.about.year, place.about.stage)
    for number, year in zip(told.numbers, told.years, strict=True):
        reading = _reading(told.name, number, context)
        if reading is not None and reading.subjects:
            yield replace(reading, year=year), number


def _reading(name: str, number: Numeral, context: Context) -> Reading | None:
    if number.unit in MONEY:
        return read_number(number, context)
    kind, measure = ("绩效指标", Measure.RATE) if number.unit == "%" else ("业务量", Measure.COUNT)
    return Reading((Subject(kind, name),), Fund.ALL, measure, number.value, number.unit)
