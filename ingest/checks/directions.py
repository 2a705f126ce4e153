"""Words against figures: 「决算数大于预算数」 beside a budget and an outcome that say otherwise (文字与数字)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ingest.checks.examined import Examined, Rule, figure
from ingest.model import Check, Operand, Paragraph, Section, Severity, Side, Verdict
from ingest.numbers import to_yuan

WORDING = Rule("directions.budget", "“决算数大于（小于）预算数”的说法与数字一致")

_AMOUNT = r"(?:为|是|安排|：)?(?P<{0}>-?\d[\d,]*(?:\.\d+)?)(?P<{0}_unit>亿元|万元|千元|元)"
_PLAN = r"(?:年初|全年|调整后?)?预算(?:数|金额|安排)?" + _AMOUNT.format("plan")
_DONE = r"(?:支出|收入)?(?:决算|执行)(?:数|金额)?" + _AMOUNT.format("done")
_BUDGET = r"(?:年初|全年|调整后?的?|部门)?预算(?:数|安排)?"
_WORD = (
    rf"(?:支出|收入)?决算(?:支出|数|金额)?(?:(?P<word>大于|小于|等于|高于|低于|多于|少于|超出|超过){_BUDGET}"
    rf"|(?:与|同|和){_BUDGET}(?:相比)?(?P<level>基本持平|持平|基本一致|一致|相等|基本相等))"
)
_TOKEN = re.compile(f"{_PLAN}|{_DONE}|{_WORD}")

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
    """A budget and the outcome that the text sets beside it."""

    plan: _Money
    done: _Money | None = None


def check(examined: Examined) -> Iterator[Check]:
    """Every claim of the running text about outcome and budget against the two amounts before it."""
    for section in examined.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Check]:
    pairs: list[_Pair] = []
    for paragraph in section.paragraphs:
        for match in _TOKEN.finditer(paragraph.text):
            if match["plan"]:
                pairs.append(_Pair(_money(paragraph, match, "plan", "预算")))
            elif match["done"] and pairs and pairs[-1].done is None:
                pairs[-1] = _Pair(pairs[-1].plan, _money(paragraph, match, "done", "决算"))
            elif match["word"] or match["level"]:
                yield from _claim(paragraph, match, [p for p in pairs if p.done is not None])


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
    word = match["word"] or match["level"]
    pair = next((p for p in reversed(pairs) if _holds(word, p)), None) if named else None
    yield _checked(paragraph, match, word, pair or pairs[-1])


def _holds(word: str, pair: _Pair) -> bool:
    sign, slack = _CLAIMS[word]
    done = pair.done.yuan if pair.done else Decimal(0)
    apart = done - pair.plan.yuan
    return apart * sign > 0 if sign else abs(apart) <= slack * abs(pair.plan.yuan)


def _checked(paragraph: Paragraph, match: re.Match[str], word: str, pair: _Pair) -> Check:
    page, box = paragraph.places(match.start(), match.end())[0]
    said = Operand(f"正文「{match[0]}」", None, "", page, box, match[0])
    plan, done = pair.plan.operand, pair.done.operand if pair.done else pair.plan.operand
    holds = _holds(word, pair)
    told = f"预算 {figure(plan.value, plan.unit)}，决算 {figure(done.value, done.unit)}"
    message = f"正文写「{match[0]}」（第{page}页），{told}，{'相符' if holds else '不相符'}。"
    difference = (done.value or Decimal(0)) - (plan.value or Decimal(0)) if done.unit == plan.unit else None
    return Check(
        WORDING.key, WORDING.title, Verdict.HOLDS if holds else Verdict.FAILS,
        Severity.NOTE if holds else WORDING.severity,
        Side(said.label, None, "", (said,)), Side(told, done.value, done.unit, (plan, done)), difference, message,
    )  # fmt: skip
