"""From which money something is paid, in the document's own sentence: 「翻新跑道的20万是哪里出的」 (钱从何来).

「政府性基金预算支出200,000.00元，为…彩票公益金支出，用于翻新…跑道」: the sentence told names the money, the thing and
the amount that the question says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ingest.numbers import convert
from ingest.patterns import regex
from ingest.text import fold
from service.model import Evidence, Plan
from service.targets import Point
from service.text.asked import Asked, read_asked
from service.text.concepts import Concept
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

if TYPE_CHECKING:
    from service.evidence import Sources  # which looks into running text itself

_ASKED = regex(
    r"(?:钱|资金|经费|费用|款|[万亿块元])[^，。？]{0,4}(?:是|由|从|打)+(?:哪(?:里|儿|个[\u4e00-\u9fff]{0,4}|笔[钱款]?|块)?|谁|(?:什么|啥)(?:钱|资金|经费|基金|渠道)?)(?:出|掏|拿|来|拨|给|解决|列支|安排)(?:的|来的|钱|出来的)"
    r"|(?:用|花)的(?:是)?(?:哪(?:笔|块|里|儿)?|什么|啥|谁)的?(?:钱|资金|基金|经费)|谁(?:出|掏|拿)的?钱|资金来源(?:是|为)?(?:什么|啥|哪)|钱(?:是)?哪(?:里|儿)?(?:出|来)的"
)
_OTHER = regex(r"多少(?!万|元)|几[个万亿元成项]|百分|占|最|比[上去前]|为什么|为啥|原因")
#: What money is called by where it comes from.
_ORIGIN = regex(
    r"彩票公益金|政府性基金|教育费附加|专项债券?|债券|转移支付|上级(?:补助|下达|拨付|专项)|(?:中央|省级?|市级?|区级?|县级?)(?:财政)?(?:补助|资金|专项|拨付|下达)|国有资本经营|财政专户|自筹|捐赠|贷款|专项资金|补助资金|一般公共预算|国有土地使用权出让|财政拨款|社会资金|企业赞助"
)
_AMOUNT = regex(r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|元|万|亿)")
_TERMS = regex(HEADINGS[Sort.DEFINITION])
_ROW = regex(r"^[^，。：]{2,16}：[^，：]*，[^，。：]{2,16}：")
#: So much of what is named must stand there.
_HELD = 0.65


def paid_from(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The one sentence that says so; None where that is not asked, or none or several say it of this thing."""
    text = fold(plan.text)
    if len(points) != 1 or not _ASKED.search(text) or _OTHER.search(text):
        return None
    amounts = set(_amounts(plan.text))
    concepts = _things(read_asked(plan))
    if not concepts:
        return None
    told = {
        fold(s.text): s
        for s in _told(sources.index())
        if (not amounts or amounts & set(_amounts(s.text)))
        and all(c.held(fold(s.text), {}) >= _HELD for c in concepts)
    }
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None


def pays_another(asked: Asked, told: str) -> bool:
    """Whether it is asked what pays a thing, and a text tells of another one; a heading 资金来源 fits them all."""
    things = _things(asked) if _ASKED.search(asked.text) and not _OTHER.search(asked.text) else []
    return any(c.held(told, {}) < _HELD for c in things)


def _things(asked: Asked) -> list[Concept]:
    return [c for c in asked.concepts if not _IDLE.fullmatch(c.forms[0])]


#: Amounts and the asking itself name no thing.
_IDLE = regex(
    r"资金来源|[\d一二三四五六七八九十百千]+[万亿]?元?|哪里?|出|钱|资金|经费|来源|谁|[\d]*万?(?:是)?哪里出的?"
)


def _told(index: Index) -> Iterator[Sentence]:
    for line in lines_of(index.chunks):
        if not _TERMS.search(fold("".join(line[0].chunk.path[-1:]))):
            yield from (s for s in line if _ORIGIN.search(s.text) and not _ROW.match(s.text))


def _amounts(text: str) -> Iterator[Decimal]:
    for found in _AMOUNT.finditer(text):
        unit = found["unit"] if found["unit"].endswith("元") else f"{found['unit']}元"
        if (value := convert(Decimal(found["n"].replace(",", "")), unit, "元")) is not None:
            yield value
