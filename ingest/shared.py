"""「A、B分别为x万元、y万元」: names and numbers that are told together (并列的名称和数)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.numerals import Numeral
from ingest.patterns import regex

_TOGETHER = regex(
    r"(?P<names>[^，。；：:]+?)(?:[两二三四五六七八]项|等)?(?:(?:较|比)(?:上年|去年)(?:同期)?|同比)?(?:分别|依次|各(?=占))"
    r"(?:为|是|达到?|安排|支出|列支|完成|占|支付|下达|(?:(?:较|比)(?:上年|去年)(?:同期)?|同比)?"
    r"(?P<verb>压减|减少|下降|降低|压缩|缩减|核减|增加|增长|提高)了?)?$"
)
#: The same of what was told before: 「…3万元、…5万元，与上年相比，分别减少1万元、2万元」.
_OF_BEFORE = regex(
    r"(?:^|[，；])(?:(?:[与比较同](?:上一?年|去年|20\d\d年|(?P<plan>年初|全年|预算))(?:年|度|同期|年初|全年|支出|收入|决算|预算|执行|数|相比|比较)*)[，,]?|同比)?(?:分别|各)(?:(?:较|比)(?:上年|去年|20\d\d年)度?|同比)?"
    r"(?P<verb>占(?:[^，。；\d]{0,12}的)?|完成(?:年初|全年)?预算的?|压减|减少|下降|降低|压缩|缩减|核减|增加|增长|提高)了?$"
)
#: Changes from the year's own budget, or from a plan, are no changes over the years.
_FROM_PLAN = regex(r"[与比较同][^，。；]{0,8}(?:预算|计划|目标)")
_JOINT = regex(r"^(?:[、，,和及与]|以及)?(?P<verb>(?<=[、和及与])(?:减少|增加|下降|增长|提高|降低))?$")


@dataclass(frozen=True, slots=True)
class Together:
    """Numbers that stand together after 分别: ``names`` one for each, empty where they do not pair.

    ``verb`` says that they are changes: 「分别压减」; ``of_before`` that they are of the amounts told before,
    ``off_budget`` that they are counted from the year's own budget.
    """

    names: tuple[str, ...]
    count: int
    verb: str = ""
    of_before: bool = False
    off_budget: bool = False


def shared_names(text: str, numbers: Sequence[Numeral], index: int) -> Together | None:
    """Names told together with the number at ``index`` and those behind it; None where none are."""
    before = text[: numbers[index].start]
    again = _OF_BEFORE.search(before)
    match = again or _TOGETHER.search(before)
    if match is None:
        return None
    count = 1
    mixed = False
    while index + count < len(numbers) and (
        joint := _JOINT.match(text[numbers[index + count - 1].end : numbers[index + count].start])
    ):
        mixed = mixed or bool(joint["verb"])
        count += 1
    if mixed:
        return Together((), count)  # 「分别减少2万元、增加1万元」
    if again is not None:
        off = again["plan"] is not None
        return Together((), count, again["verb"], of_before=True, off_budget=off) if count > 1 else None
    names = tuple(name for name in re.split(r"[、和及与]|以及", match["names"]) if name)
    names = () if any(name.isdigit() for name in names) else names  # 「2022、2023年本年支出分别为」
    verb = match["verb"] or ""
    sentence = re.split("[。；]", text[: numbers[index].start])[-1]
    paired = len(names) == count and not (verb and _FROM_PLAN.search(sentence))
    return Together(names if paired else (), count, verb)


def bracketed_shares(text: str) -> frozenset[int]:
    """Starts of percentages alone in brackets, 「6,231.84万元（29.35%）」, where together they make up the whole.

    A single one may as well be how far a budget was used; only the parts of 100 % are surely shares.
    """
    found = list(re.finditer(r"(?<=元[（(])(\d+(?:\.\d+)?)%(?=[)）])", text))
    whole = len(found) > 1 and abs(sum((Decimal(m[1]) for m in found), Decimal(-100))) <= Decimal("0.1")
    return frozenset(m.start() for m in found) if whole else frozenset()


def in_bracket(before: str) -> bool:
    """Whether a number stands within brackets: an aside, from which the text returns to what it was about."""
    return len(re.findall(r"[（(]", before)) > len(re.findall(r"[)）]", before))
