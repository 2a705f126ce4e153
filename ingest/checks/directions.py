"""Words against figures: 「决算数大于预算数」 beside a budget and an outcome that say otherwise (文字与数字)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ingest.checks.examined import Examined, Rule, figure, settle
from ingest.checks.rounding import last_place
from ingest.model import Check, Measure, Operand, Paragraph, Section, Severity, Side, Verdict
from ingest.numbers import to_yuan
from ingest.patterns import regex
from ingest.sections import sentences

RATE = Rule("directions.completion", "完成率＝决算÷预算")
WORDING = Rule("directions.budget", "“决算数大于（小于）预算数”的说法与数字一致")

_AMOUNT = r"(?:为|是|安排|：)?(?P<{0}>-?\d[\d,]*(?:\.\d+)?)(?P<{0}_unit>亿元|万元|千元|元)"
_PLAN = r"(?:年初|全年|调整后?)?预算(?:数|金额|安排)?" + _AMOUNT.format("plan")
_DONE = r"(?:支出|收入)?(?:决算|执行)(?:数|金额)?" + _AMOUNT.format("done")
_BUDGET = r"(?:年初|全年|调整后?的?|部门)?预算(?:数|安排)?"
_WORD = (
    rf"(?:支出|收入)?决算(?:支出|数|金额)?(?:(?P<word>大于|小于|等于|高于|低于|多于|少于|超出|超过){_BUDGET}"
    rf"|(?:与|同|和){_BUDGET}(?:相比)?(?P<level>基本持平|持平|基本一致|一致|相等|基本相等))"
)
#: The reason alone may carry the claim: 「低于预算的原因：…」.
_BARE = rf"(?<=[，。；%])(?P<bare>大于|小于|高于|低于|多于|少于|超出|超过){_BUDGET}的?(?:主要)?原因"
_RATE = rf"完成(?:{_BUDGET})?的?(?P<rate>\d+(?:\.\d+)?)%"
#: What stands between two amounts and a ratio of something else: 「目标值为45%，实际完成38.6%」.
_OTHER = regex(r"[；%]|指标|目标")
_TOKEN = regex(f"{_PLAN}|{_DONE}|{_WORD}|{_BARE}|{_RATE}|(?P<stop>。)")

#: What each word claims of outcome − budget: its sign, and how far apart the two may still be, as a part of the budget.
_CLAIMS: dict[str, tuple[int, Decimal]] = {
    "大于": (1, Decimal(0)), "高于": (1, Decimal(0)), "多于": (1, Decimal(0)), "超出": (1, Decimal(0)),
    "超过": (1, Decimal(0)), "小于": (-1, Decimal(0)), "低于": (-1, Decimal(0)), "少于": (-1, Decimal(0)),
    "等于": (0, Decimal(0)), "相等": (0, Decimal("0.001")), "一致": (0, Decimal("0.01")), "持平": (0, Decimal("0.01")),
    "基本相等": (0, Decimal("0.05")), "基本一致": (0, Decimal("0.05")), "基本持平": (0, Decimal("0.05")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Money:
    """An amount in running text with its place."""

    yuan: Decimal
    operand: Operand


@dataclass(frozen=True, slots=True)
class _Pair:
    """A budget and the outcome that the text sets beside it, in either order."""

    plan: _Money | None = None
    done: _Money | None = None

    @property
    def whole(self) -> bool:
        """Whether both are printed."""
        return self.plan is not None and self.done is not None


#: Stands where a sentence gave one of the two alone: a claim after it is about amounts that are not known.
_LOST = _Pair()


def check(examined: Examined) -> Iterator[Check]:
    """Every claim of the running text about outcome and budget against the two amounts before it."""
    told = {(f.source.quote, f.value) for f in examined.spoken() if f.measure is Measure.COMPLETION}
    for section in examined.sections:
        yield from _section(section, told)


def _section(section: Section, told: AbstractSet[tuple[str, Decimal | None]]) -> Iterator[Check]:
    """``told`` are the ratios that are facts: those are computed again from the facts."""
    pairs: list[_Pair] = []
    for paragraph in section.paragraphs:
        for match in _TOKEN.finditer(paragraph.text):
            whole = [p for p in pairs if p.whole or p == _LOST]
            if match["plan"] or match["done"]:
                _add(pairs, paragraph, match)
            elif match["stop"]:
                # What has no counterpart in its own sentence has none in the sentences after it.
                pairs = [p if p.whole else _LOST for p in pairs]
            elif pairs and not pairs[-1].whole and pairs[-1] != _LOST:
                continue  # 「年初无预算安排，支出决算为41.26万元，决算数大于预算数」: of an amount that is not printed
            elif match["rate"]:
                yield from _rate(paragraph, match, whole, told)
            else:
                yield from _claim(paragraph, match, whole)


def _add(pairs: list[_Pair], paragraph: Paragraph, match: re.Match[str]) -> None:
    """An amount goes to the pair that still wants it, else it opens the next."""
    name, label = ("plan", "预算") if match["plan"] else ("done", "决算")
    money = _money(paragraph, match, name, label)
    last = pairs[-1] if pairs and pairs[-1] != _LOST else _Pair(money, money)
    if getattr(last, name) is None:
        pairs[-1] = _Pair(last.plan or money, last.done or money)
    elif name == "done" and last.plan is None:
        pairs[-1] = _Pair(None, money)
    else:
        pairs.append(_Pair(money, None) if name == "plan" else _Pair(None, money))


def _rate(
    paragraph: Paragraph,
    match: re.Match[str],
    pairs: list[_Pair],
    told: AbstractSet[tuple[str, Decimal | None]],
) -> Iterator[Check]:
    """「年初预算 728.00 万元，完成 100.50%」: of the pair in the same sentence."""
    value = Decimal(match["rate"])
    start, end = next((a, b) for a, b in sentences(paragraph) if a <= match.start() < b)
    here = [p for p in pairs if p.plan and p.plan.operand.quote in paragraph.text[start:end]]
    if not here or (paragraph.text[start:end], value) in told or not here[-1].plan or not here[-1].done:
        return
    plan, done = here[-1].plan, here[-1].done
    if not plan.yuan or plan.operand.quote not in paragraph.text[start : match.start()]:
        return
    between = paragraph.text[start : match.start()].rpartition(done.operand.quote)[2]
    if _OTHER.search(between):
        return
    place = last_place([value])
    percent = (done.yuan / plan.yuan * 100).quantize(place, ROUND_HALF_UP)
    page, box = paragraph.places(match.start("rate"), match.end("rate"))[-1]
    left = Side(f"正文「{match[0]}」", value, "%", (Operand(match[0], value, "%", page, box, match[0]),))
    words = f"按 {done.operand.value}÷{plan.operand.value} 计算"
    yield settle(RATE, left, Side(words, percent, "%", (done.operand, plan.operand)), place)


def _money(paragraph: Paragraph, match: re.Match[str], name: str, label: str) -> _Money:
    value, unit = Decimal(match[name].replace(",", "")), match[f"{name}_unit"]
    page, box = paragraph.places(match.start(name), match.end(name))[-1]
    yuan = to_yuan(value, unit) or Decimal(0)
    return _Money(yuan, Operand(label, value, unit, page, box, match[0]))


def _claim(paragraph: Paragraph, match: re.Match[str], pairs: list[_Pair]) -> Iterator[Check]:
    """A claim about a named account holds if any pair before it bears it out; a bare one is about the last."""
    if not pairs:
        return
    before = re.split(r"[，。；：:]", paragraph.text[: match.start()])[-1]
    named = len(re.sub(r"20\d\d年度?|\s", "", before)) >= 3
    word = match["word"] or match["level"] or match["bare"]
    pair = next((p for p in reversed(pairs) if _holds(word, p)), None) if named else None
    pair = pair or pairs[-1]
    if pair.whole:
        yield _checked(paragraph, match, word, pair)


def _holds(word: str, pair: _Pair) -> bool:
    sign, slack = _CLAIMS[word]
    if pair.plan is None or pair.done is None:
        return False
    apart = pair.done.yuan - pair.plan.yuan
    return apart * sign > 0 if sign else abs(apart) <= slack * abs(pair.plan.yuan)


def _checked(paragraph: Paragraph, match: re.Match[str], word: str, pair: _Pair) -> Check:
    page, box = paragraph.places(match.start(), match.end())[0]
    said = Operand(f"正文「{match[0]}」", None, "", page, box, match[0])
    plan, done = (money.operand for money in (pair.plan, pair.done) if money is not None)
    holds = _holds(word, pair)
    told = f"预算 {figure(plan.value, plan.unit)}，决算 {figure(done.value, done.unit)}"
    message = f"正文写「{match[0]}」（第{page}页），{told}，{'相符' if holds else '不相符'}。"
    difference = (done.value or Decimal(0)) - (plan.value or Decimal(0)) if done.unit == plan.unit else None
    return Check(
        WORDING.key, WORDING.title, Verdict.HOLDS if holds else Verdict.FAILS,
        Severity.NOTE if holds else WORDING.severity,
        Side(said.label, None, "", (said,)), Side(told, done.value, done.unit, (plan, done)), difference, message,
    )  # fmt: skip
