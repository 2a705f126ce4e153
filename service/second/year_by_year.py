"""What is worked out for several years at once, asked year by year: 「2018和2019年差旅费、会议费分别比上年变化多少」 (逐年)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from ingest.patterns import regex
from service.contract import Answer, Status
from service.scope.periods import find_period
from service.second.merge import merge
from service.second.two_asked import Ask

_YEAR = r"(?:20\d\d|(?<!\d)[12]\d)年?度?"
_RUN = regex(rf"{_YEAR}(?:(?:[、,，和与及跟到至~—-]|以及)+{_YEAR})+(?:[这]?[两三四五]年)?(?:间|期间)?")
#: What is worked out of each year, not of the years against each other.
ASKS_EACH_YEAR = regex(
    r"(?:分别|各自?|每年|逐年)[^，。？]{0,8}(?:[比较与同跟](?:上一?年|去年|前一年)|同比|占)|分别(?:增长|增加|减少|下降|变化|变动|增减)了?(?:多少|百分之|几|幅度)|[比较](?:各自?的?)?(?:上一?年|去年|前一年)[^，。？]{0,4}(?:分别|各)|同比[^，。？]{0,4}(?:分别|各)"
    r"|(?<=年)的?[\u4e00-\u9fff]{2,10}比(?![上去前][一]?年|预算|年初)[\u4e00-\u9fff]{2,10}[多少高低]"
)
_WORKED = regex(r"增减|比上年|占.+比重|[增降]幅|增长")
_MOST = 6


#: A sum of several accounts of several years.
ASKS_SUM = regex(r"合计|一共|总共|总和|共(?=多少|是|有|花)|[加合]起来|相加|之和")


def named_each(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """A sum over accounts and years with each of its parts by name and year; None where the answer names them."""
    if not answer.figures or not answer.figures[0].formula or len(answer.figures) < 4:
        return None
    parts = answer.figures[1:]
    several = len({f.year for f in parts}) > 1 and len({f.label for f in parts}) > 1
    if not several or len(answer.figures[0].inputs) != len(parts) or any(f.formula for f in parts):
        return None
    apart = len({f.entity for f in parts}) > 1
    each = "、".join(f"{f.entity if apart else ''}{f.year}年{f.label} {f.value} {f.unit}" for f in parts)
    return answer.model_copy(update={"answer": f"{answer.answer}\n其中：{each}。"})


def _dated(answer: Answer, year: int) -> Answer:
    """The answer with its year before it, where it does not say it."""
    said = str(year) in answer.answer
    return answer if said else answer.model_copy(update={"answer": f"{year}年：{answer.answer}"})


def year_by_year(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The answers for each year that is named, one below the other; the years that have none are said to have none.

    None where the answer tells of each of these years already, or fewer than two have one.
    """
    run = _RUN.search(text)
    years = find_period(run[0]).years if run is not None else ()
    worked = {f.year for f in answer.figures if f.formula or _WORKED.search(f.label)}
    if run is None or not 1 < len(years) <= _MOST or worked >= set(years):
        return None
    told = [_dated(ask(f"{text[: run.start()]}{year}年{text[run.end() :]}"), year) for year in sorted(years)]
    if not any(a.status is Status.ANSWERED and a.figures for a in told):
        return None
    if any(a.status is Status.CLARIFY or (a.figures and a.figures[0].year not in years) for a in told):
        return None
    return merge(told, answer.conversation_id)
