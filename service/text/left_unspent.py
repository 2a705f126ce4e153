"""What became of money that was not spent: 「没花完的那部分后来怎么处理了」 (未用资金的去向).

Told by the one sentence that says that it was taken back, carried over or paid in; what it was not spent for is why.
What is carried over is, or is kept for, what the one clause behind its amount says: 「年末结转61.35万元，留待…」.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.lexical import Index
from service.text.reasons import SAID_AMOUNT
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

_ASKED = regex(
    r"(?:没(?:有)?(?:花|用|使)(?:完|掉|出去|光)?的?|剩(?:下|余)?的?|余下的?|结余的?|未使用的?|用不完的?)(?:那|这)?(?:部分|些|笔|点)?(?:的)?(?:钱|资金|经费|款)?[^，。？]{0,6}"
    r"(?:(?:怎么|咋|如何)(?:样)?(?:处理|处置|办|安排|弄|用)|(?:去|上)(?:了)?哪|到哪|归谁|交给谁|(?:被)?(?:收回|上缴|收走|交回)了?(?:吗|没))"
)
_OTHER = regex(r"多少|几[个万亿元成]|为什么|为啥|原因")
_TOLD = regex(
    r"(?:财政)?(?:统筹)?(?:收回|上缴|缴回|交回|退回|收缴)[^，。；]{0,12}?\d[\d,.]*\s*(?:万元|亿元|元)|\d[\d,.]*\s*(?:万元|亿元|元)[^。；]{0,16}(?:财政(?:统筹)?收回|上缴国库|缴回|交回财政|结转(?:至|到)?下年|统筹使用)"
    r"|(?:剩余|未使用|未用完|结余)(?:的)?(?:资金|经费|款项)[^。；]{0,20}(?:收回|上缴|缴回|交回|结转(?:至|到)?下年|统筹使用)"
)
#: What the money carried over is, or is kept for, and how a clause tells it behind the amount; what stands behind
#: 「，用于」 is mostly what was spent.
_KEPT_FOR = regex(
    r"(?P<when>年初|上年|上一年)?[^，。？]{0,8}(?:结转|结余|剩)(?:和结余)?[^，。？]{0,12}(?:(?:干|做)(?:什么|啥|嘛|么)|用途|(?:用|花)(?:在|到|于)?(?:什么|哪|啥)|是(?:什么|哪|啥)[^，。？]{0,4}(?:钱|资金|款))"
)
_CARRIED = regex(
    r"(?P<when>年初|上年)?(?:财政拨款)?结转(?:下年)?(?:[和与及]结余)?(?:资金)?(?:为|是)?(?P<amount>\d[\d,]*(?:\.\d+)?)(?P<unit>万元|元)，(?:占[\d.]+%，)?(?:结转资金|主要|均|全部)?(?:留待|留作|待|为(?!\d)|系|是|将用于|拟用于)"
)
_FUND = regex("政府性基金|国有资本经营|一般公共预算")
_TERMS = regex(HEADINGS[Sort.DEFINITION])


def left_unspent(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The one sentence that says what became of it; None where that is not asked, or none or several do."""
    text = fold(plan.text)
    named = plan.subject is not None and plan.subject.kind == "项目"
    if len(points) != 1 or named or _OTHER.search(text):
        return None
    if (kept := _KEPT_FOR.search(text)) is not None:
        found = {fold(s.text): s for s in _carried(text, kept["when"] is not None, sources.index())}
        return Evidence(quotes=(to_quote(list(found.values())),)) if len(found) == 1 else None
    if not _ASKED.search(text):
        return None
    told = {fold(s.text): s for s in _told(sources.index())}
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None


def _told(index: Index) -> Iterator[Sentence]:
    for line in lines_of(index.chunks):
        if not _TERMS.search(fold("".join(line[0].chunk.path[-2:]))):
            yield from (sentence for sentence in line if _TOLD.search(sentence.text))


def _carried(text: str, opening: bool, index: Index) -> Iterator[Sentence]:
    """Sentences on what was carried over, into the year or out of it, that tell the amount which the question says."""
    said = [m[1] for m in SAID_AMOUNT.finditer(text)]
    fund = _FUND.search(text)
    for sentence in (s for line in lines_of(index.chunks) for s in line):
        if fund is not None and fund[0] not in fold("".join((*sentence.chunk.path[-1:], sentence.text))):
            continue
        for found in _CARRIED.finditer(sentence.text):
            amount = Decimal(found["amount"].replace(",", "")) / (1 if found["unit"] == "万元" else 10_000)
            if (found["when"] is not None) is opening and amount and _agrees(amount, said):
                yield sentence


def _agrees(amount: Decimal, said: Sequence[str]) -> bool:
    """Whether an amount in 万元 is one of those that are said, without its decimals maybe, or their point."""
    digits = f"{amount:.2f}".replace(".", "")
    return not said or any(int(amount) == int(Decimal(number)) or number == digits for number in said)
