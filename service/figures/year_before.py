"""The year before as what is asked for, not as what is compared with (上年数).

「2023年机关运行经费上年是多少」 asks for 2022, of which the document of 2023 may only say how much has changed since.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from service.figures.worked_back import worked_back
from service.model import Body, Declined, Evidence, Operation, Place, Plan, Reason, Where
from service.scope.periods import find_period

#: The year before and what is wanted of it, where it is no base: 「比上年增加多少」 asks for the change.
_ASKED = regex(
    r"(?<![比较与同和跟对])(?:的|，|那|在)*(?:上一?年度?|去年|前一年度?)(?:同期)?(?!的?(?:结|末|余|底|转|度?的?(?:增|减)))"
    r"的?(?P<kind>预算执行|执行|实际|决算|预算)?(?:金额|数额|数字|支出|水平|基数|数)?"
    r"(?:到底|究竟|又|一共|总共|应该?|大概|大约|分别|原来)*"
    r"(?:(?:是|为|花了?|用了?|有|支出了?|开支|花掉)*(?=多少|几[^个])|[？?。]?$)"
)
_YEAR = regex(r"(?P<year>20\d\d|(?<!\d)\d\d)(?=年)")
#: 「上年是多少」 after something was spoken of: the year is stepped back already.
_ALONE = regex(r"那?么?(?:上一?年|去年|前一年)度?的?(?:到底|究竟)?(?:呢|数|是多少|多少|是多少呢)?[？?。]?")


def in_year_before(text: str) -> tuple[str, Place] | None:
    """The question of the year before itself and the document's year as a place; None where it asks for none."""
    if _ALONE.fullmatch(text):
        return text, Place(Where.BEFORE)
    match = _ASKED.search(text)
    years = find_period(text[: match.start()]).years if match is not None else ()
    said = _YEAR.search(text[: match.start()]) if match is not None else None
    if match is None or said is None or len(years) != 1:
        return None
    kind = match["kind"] or ""
    rest = (
        f"{text[: said.start()]}{years[0] - 1}{text[said.end() : match.start()]}{kind}{text[match.end() :]}"
    )
    return rest, Place(Where.BEFORE, year=years[0])


def or_worked_back(
    evidence: Evidence | Declined, plan: Plan, body: Body, facts: Sequence[Fact]
) -> Evidence | Declined:
    """What is printed of the year; else what it comes to by the document of the next, and that it is worked out so.

    A change that is only told as a rate gives about the figure: it is worked out where the year before is asked for
    in so many words, and offered else.
    """
    if not isinstance(evidence, Declined) or evidence.reason not in _OPEN:
        return evidence
    if plan.operation is not Operation.LOOKUP or plan.subject is None or plan.count_unit or plan.intent:
        return evidence
    asked = next((p for p in plan.places if p.where is Where.BEFORE), None)
    made = worked_back(plan, asked or Place(Where.BEFORE), body, facts)
    if isinstance(made, Declined):
        return evidence
    loaded = any(document.year == plan.year for document in body.documents)
    if asked is not None or not (loaded or "≈" in (made.findings[-1].formula or "≈")):
        return made
    how = f"由{(plan.year or 0) + 1}年推算，{body.name}{plan.year}年{plan.subject.name}是多少"
    text = f"{evidence.text}{(plan.year or 0) + 1}年度的资料写有它比上年的增减，可以据此推算。"
    return Declined(evidence.reason, text, (*evidence.options, (f"由{(plan.year or 0) + 1}年推算", how)))


#: Refusals for want of a figure.
_OPEN = (Reason.YEAR_NOT_LOADED, Reason.NOT_DISCLOSED)
