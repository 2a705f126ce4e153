"""A follow-up that holds another year against the one spoken of: 「22年比这个多多少」 after 2023 (与所说之年相比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import Operation
from service.scope.periods import find_period

_THAT = regex(
    r"比(?:起)?(?:上面|前面|刚才)?(?:这个数|那个数|这个|那个|它|这一?年|那一?年|这|那)(?:的)?"
    r"(?:又|还|要|是)*(?=[多少高低大小增减涨降升]|相?差|下降|上升)"
)


_YEAR_ALONE = regex(r"(?:那么?|到|，)*(?:20)?\d\d年度?的?(?:(?:部门)?(?:年初)?预算|决算)?的?")
_STAGE = regex(r"[预决]算|打算|计划|安排|实际|执行|花")
#: What is spent, held against a budget that was spoken of.
_SPENT = regex(r"决算|实际|花|执行")


def of_that_year(text: str, talk: Talk) -> str:
    """The question with the year that was spoken of, and its stage, said where 这个 means its figure."""
    said = _THAT.search(text)
    if said is None or not talk or len(talk[-1].years) != 1:
        return text
    years, before, stage = find_period(text).years, talk[-1].years[0], _stage_of(talk[-1])
    if stage == "预算" and set(years) <= {before} and _SPENT.search(text[: said.start()]):
        return f"{text[: said.start()]}比预算{text[said.end() :]}"
    if len(years) != 1 or years[0] == before:
        return text
    subject = talk[-1].plan.subject
    lead = text[: said.start()]
    if stage and subject is not None and _YEAR_ALONE.fullmatch(lead):
        lead += subject.name
    # The stage of the year spoken of is said where the other year's is; else both are of one stage, or of any.
    return f"{lead}比{before}年{stage if _STAGE.search(lead) else ''}{text[said.end() :]}"


def _stage_of(last: Turn) -> str:
    """预算 or 决算, as the one amount was told: 2024 is held against what was spent in 2023 where that was said."""
    if last.plan.operation is not Operation.LOOKUP:
        return ""
    return "预算" if "预算" in last.stage else "决算" if last.stage else ""
