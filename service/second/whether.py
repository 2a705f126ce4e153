"""「三公经费有没有100万」「过没过千万」「有2000万吗」: a figure held against the amount that is named (够不够).

The answer says whether the amount is met, and by how much the figure is above or below it; the amount never drops out.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import chinese_number
from service.contract import Answer, Status
from service.model import Operation
from service.second.two_asked import Ask

#: How much the words behind a number make it, for money.
_SIZES = (("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("十万", 100_000), ("万", 10_000), ("千", 1000), ("百", 100))  # fmt: skip
_COUNTED = r"人次|批次|[辆台件个人名次批家项起宗户条]|[%％]"
_AMOUNT = rf"(?P<n>\d+(?:\.\d+)?|[一二三四五六七八九十两百千零]+)?个?(?P<u>[千百十]?[万亿]元?|[千百]元|[万亿]块|元|{_COUNTED}|(?![\d.万亿千百十年月日点成倍分]))"
#: What each way of asking wants of the figure: over, under, at most, at least; tried in this order.
_RELATIONS: tuple[tuple[str, str], ...] = (
    ("<=", r"不超过?|没超过?|不高于|不多于|不大于|以[下内]$"),
    (">=", r"不低于|不少于|不止|至少|以上$"),
    ("<", r"不到|不足|低于|少于|小于|不满|没到"),
    (">", r"超|过|高于|大于|多于|突破"),
    (">=", r""),
)
#: What is said where it is so, and where it is not.
_SAID = {
    ">=": ("有，", "没有达到，"),
    ">": ("超过了，", "没有超过，"),
    "<": ("是的，", "不是，"),
    "<=": ("没有超过，", "超过了，"),
    "": ("", ""),
}
#: Only these set an outcome against a budget; 「超过200万」 holds one figure against an amount.
_SET_APART = regex(r"[比差]|超支")
_WHETHER = r"有没有|有无|有木有|够不够|过没过|超没超|到没到|达没达到|足不足|满不满"
#: Ways that say already what is wanted.
_HOW = {"过没过": "过", "超没超": "超"}
_IF = r"是不是|是否|能不能|能否|会不会|难道|真的?|可否"
_RELATION = (
    r"不超过?|没超过?|超过了?|超出|超了?|过了?|突破了?|达到了?|达到?|到了?|够了?|足有|不低于|不少于|不高于|不多于|不大于|不止|至少|在"
    r"|高于|大于|多于|低于|少于|小于|不到|不足|不满|没到|有"
)
_END = r"(?P<side>以上|以下|以内)?(?:左右)?(?:钱)?(?P<end>了?(?:没有?|吗|么|不|呢|啊)?)[?？。!！，,]*(?:(?:具体|到底|究竟|实际)?(?:是|有|花了)?多少(?:钱|万?元)?)?[?？。!！]*$"
_ASKED = (
    regex(rf"(?P<how>{_WHETHER})(?P<rel>{_RELATION})?{_AMOUNT}{_END}"),
    regex(rf"(?P<how>{_IF})(?:已经|都)?(?P<rel>{_RELATION}){_AMOUNT}{_END}"),
    regex(rf"(?P<how>)(?P<rel>{_RELATION}){_AMOUNT}{_END}"),
)
#: 「比2000万多多少」「离2000万还差多少」: how far apart the two are.
_APART = regex(
    rf"(?:比|与|和|跟|同|距离?|离|较){_AMOUNT}(?:相比)?(?:还|要|是)?(?:相?差|[多少高低大小])[了出]?(?:多少|几)(?:钱|[万亿]?元)?[?？。]*$"
)
#: Two accounts, of which one figure is not the answer.
_AND = regex(r"(?<![\d年])[和与及跟、]")


@dataclass(frozen=True, slots=True)
class _Asked:
    """The amount in 元, or a number of ``unit``; what it is to be; where its words begin; as it is told."""

    value: Decimal
    unit: str
    relation: str
    start: int


def whether(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The figure with whether it meets the amount that is named; no answer where it is not of one figure.

    None where no amount is asked about.
    """
    asked = _asked(text)
    if asked is None or answer.status not in (Status.ANSWERED, Status.NO_ANSWER):
        return None
    beside = _of_more(answer, asked, text)
    if answer.status is Status.ANSWERED and not beside and _of(answer, asked) is not None:
        return _told(answer, asked)
    plainly = ask(text[: asked.start] + "是多少")
    same = all(plainly.plan.get(slot) == answer.plan.get(slot) for slot in ("entity", "year"))
    sure = plainly.status is Status.ANSWERED and not _of_more(plainly, asked, text)
    if same and sure and _of(plainly, asked) is not None:
        return _told(plainly, asked)
    return answer.model_copy(update=_NOTHING) if beside and answer.status is Status.ANSWERED else None


_NOTHING: dict[str, object] = {
    "status": Status.NO_ANSWER, "answer": "没有找到能与这个数额相比的一个数字，不敢作答。", "reason": "low_confidence",
    "figures": [], "citations": [], "notes": [],
}  # fmt: skip


def _of_more(answer: Answer, asked: _Asked, text: str) -> bool:
    """Whether an answer sets two figures apart, or tells one of two accounts."""
    said, kind = text[: asked.start], answer.plan.get("operation")
    changes = (Operation.CHANGE.value, Operation.CHANGE_RATE.value, Operation.DIFFERENCE.value)
    if (
        kind == Operation.VARIANCE.value or (kind in changes and not asked.relation)
    ) and not _SET_APART.search(said):
        return True
    if _is_sum(answer):
        return False
    names = "".join(f"{figure.entity}{figure.label}" for figure in answer.figures)
    return any(said[m.start() - 1 : m.end() + 1] not in names for m in _AND.finditer(said))


def _asked(text: str) -> _Asked | None:
    apart = _APART.search(text)
    if apart is not None and apart["u"] and (value := _value(apart["n"] or "1", apart["u"])) is not None:
        return _Asked(value, _unit(apart["u"]), "", apart.start())
    for pattern in _ASKED:
        match = pattern.search(text)
        if match is None or not (match["how"] or re.search("[吗么没不]", match["end"])):
            continue
        value = _value(match["n"] or "1", match["u"])
        if value is None or not (match["n"] or match["u"][:1] in tuple("千百十亿")):
            return None
        how = _HOW.get(match["how"], "")
        words = f"{how}{match['rel'] or ''}{match['side'] or ''}"
        relation = next(name for name, said in _RELATIONS if re.search(said, words))
        if not match["u"] and not match["n"][0].isdigit():
            return None
        return _Asked(value, _unit(match["u"]), relation, match.start())
    return None


def _unit(said: str) -> str:
    return "元" if re.search("[万亿元千百]", said) else said.replace("％", "%")


def _value(number: str, unit: str) -> Decimal | None:
    if number[0].isdigit():
        plainly = Decimal(number)
    else:
        said = _spelt(number)
        if said is None:
            return None
        plainly = Decimal(said)
    return plainly * next((size for word, size in _SIZES if word in unit), 1)


def _spelt(number: str) -> int | None:
    """A numeral below ten thousand: 一千二百, 六百, 两千零五十, 十二."""
    total, rest = 0, number.replace("两", "二")
    for word, size in (("千", 1000), ("百", 100)):
        head, found, tail = rest.rpartition(word)
        if found:
            digit = chinese_number(head.lstrip("零") or "一")
            if digit is None or digit > 9:
                return None
            total, rest = total + digit * size, tail
    tens = chinese_number(rest.lstrip("零")) if rest.lstrip("零") else 0
    return None if tens is None else total + tens


def _of(answer: Answer, asked: _Asked) -> Decimal | None:
    """The amount in the unit of the answer's one figure; None where it has none, several, or one of another sort."""
    if not answer.figures or (len(answer.figures) > 1 and not _is_sum(answer)):
        return None
    unit = answer.figures[0].unit
    if asked.unit == "元":
        return convert(asked.value, "元", unit)
    if not asked.unit:  # 「满意率有没有到85」
        return asked.value if unit == "%" else None
    return asked.value if unit == asked.unit or {unit, asked.unit} <= {"人", "名"} else None


def _is_sum(answer: Answer) -> bool:
    """Whether the first figure is what all the others make together."""
    first = answer.figures[0] if answer.figures else None
    return (
        first is not None
        and first.formula is not None
        and len(first.inputs) == len(answer.figures) - 1 > 0
        and "合计" in first.label
    )


def _told(answer: Answer, asked: _Asked) -> Answer:
    figure, amount = answer.figures[0], _of(answer, asked)
    assert amount is not None  # the caller saw to it
    gap = Decimal(figure.value) - amount
    holds = {"": True, ">=": gap >= 0, ">": gap > 0, "<": gap < 0, "<=": gap <= 0}[asked.relation]
    lead = _SAID[asked.relation][not holds]
    told = re.sub(r"^(?:有。|没有，数额为零。)\n", "", answer.answer)
    unit = "个百分点" if figure.unit == "%" else figure.unit
    how = f"{'多' if gap > 0 else '少'} {plain(abs(gap))} {unit}" if gap else "正好相等"
    beside = f"与问到的 {plain(amount)} {figure.unit}相比，{how}。"
    beside = "" if figure.value.startswith("-") else f"\n{beside}"  # what fell did not rise by less
    return answer.model_copy(update={"answer": f"{lead}{told}{beside}"})
