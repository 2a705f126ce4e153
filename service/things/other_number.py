"""Another number of the sentence is meant: 「集中供养的几人」 is not how many there are in all (同句之数).

A sentence counts a whole, its parts, and what was done with some of them, all in one unit. A number is none of what
is asked where words of the question stand by a later number alone, where it is one part of a whole and nothing that
is said tells that part, where only the new ones of several are told, or where the sentence is of the other sort.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.read.citizens_words import as_written
from service.read.terms import reads_in
from service.things.contrary import of_other_kind
from service.things.search import left_over

_NUMBER = regex(
    r"(?<![\d.,])(?P<value>\d[\d,]*(?:\.\d+)?)(?P<scale>[十百千万亿]*)(?P<unit>[\u4e00-\u9fff%]{1,3})"
)
_MARK, _SEGMENT, _PART = (
    regex("[，,、；;。：:（(]"),
    regex("[；;。]"),
    regex(r"^(?:其中|其中有|内有|含|包括)"),
)
_PEOPLE = ("人", "名", "位")
_SCALE = regex("^[十百千万亿]+(?=.)")
_MEAN, _EACH_ASKED = (
    regex("[日月人户亩次]均|平均每"),
    regex("[均每]|一(?:天|日|个?月|人|户|亩|次|个)|单|标准"),
)
_NEW = regex(r"新(?=招|聘|增|录|发展|引进|吸纳|入|成立|设|签)")
_NEW_ASKED = regex("[新增招添扩]|发展|吸纳|引进|今年|本年|当年|年内|加了|多了")
#: Words that any question has, of which a clause that has them says nothing more.
_FRAME = regex(
    r"(?:19|20)\d\d年度?|一共|总共|全部|实际|多少|几|花费|支出|经费|资金|费用|预算|决算|金额|安排|使用|人员|人次|单位|工作|项目|全年|年度|部门|开展|发现|组织|举办|完成|进行|实施|办理|巡查"
)
_HEAD, _CHINESE = 2, regex("[\u4e00-\u9fff]+")
#: What was paid is none of what was taken in.
_PAID, _TAKEN_IN = regex(r"付(?![费款息])|支付|[掏垫花]|交(?=了|给)"), regex("收取|收缴|征收")
_TELLS_NO_SORT = regex("[每各其共约多名个]|购[置买]|采购|安排")
#: Doings that no other stands for: a sentence without the word tells nothing of them.
_OWN_DOINGS = regex("轮换|概算|调拨|拖欠|垫付|预付|退库|抵扣|减免|核销")
#: What is said not to be meant.
_LEFT_OUT = regex(
    r"(?:不算|不含|不包括|不要|不是|除了|除去|刨去|不管)[^，。？?,]{1,8}|[^，。？?,]{1,8}(?:不算|除外|不包括)"
)
#: Goods and services in one breath are all that is bought.
_BOTH_BOUGHT = regex(r"买?(?:东西|货物?)[、和及跟，,]?(?:买|购)?服务")
SORRY = "资料里同一句写了几个数，「{label}」的这一个不是所问的，不敢拿它来回答。"


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a sentence: where it begins and ends, its own clause, and its segment up to its end."""

    start: int
    end: int
    clause: str
    lead: str


#: Numbers told one for each of several names.
_TOGETHER = regex("分别|依次")
#: What was set in order is told as the first of its parts.
_LARGEST = regex("中，最[多少大小高低]的是")


def other_number(answer: Answer, text: str) -> str:
    """Why a figure of a sentence is none of what is asked; empty where it may stand."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != 1:
        return ""
    if _LARGEST.search(answer.answer):
        return ""
    figure = answer.figures[0]
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    if cited is None or not cited.quote or (cited.table and not cited.quote) or figure.formula is not None:
        return ""
    quote = unicodedata.normalize("NFKC", cited.quote).replace(" ", "")
    numbers = _numbers(quote, figure)
    told = [n for n, value in numbers if value == figure.value.replace(",", "")]
    if len(told) != 1:
        return ""
    if _TOGETHER.search(told[0].lead) and reads_in(_bare(figure.label), fold(text)):
        return ""  # its own name is said: which number of the list is its own was told by their order
    asked = _asked(text, figure)
    others = [n for n, _ in numbers if n is not told[0]]
    own = (_said_later, _is_part, _are_new, _is_mean)
    none = any(is_other(asked, told[0], others, figure) for is_other in own) or _is_of_another(
        as_written(asked, told[0].clause + fold(figure.label), told[0].lead), told[0], quote
    )
    return SORRY.format(label=figure.label) if none else ""


def _bare(label: str) -> str:
    """What a standard is of: 二级护理补贴标准（元/人·月）."""
    return fold(label.partition("（")[0]).removesuffix("标准")


def _asked(text: str, figure: Figure) -> str:
    """What is said of the thing: without the body's name and what any question says."""
    said = _BOTH_BOUGHT.sub(" ", fold(text).replace(_called(fold(text), fold(figure.entity)), " "))
    return _FRAME.sub(" ", _LEFT_OUT.sub(" ", said))


def _called(said: str, entity: str) -> str:
    """The longest part of a body's name that a question says, with what shortens the rest: 某县市场监管局."""
    runs = ((i, i + size) for size in range(len(entity), 2, -1) for i in range(len(entity) - size + 1))
    start, at = next(((i, j) for i, j in runs if entity[i:j] in said), (0, 0))
    end = said.find(entity[start:at]) + at - start
    first = end - (at - start)
    while at and end < len(said) and (place := entity.find(said[end], at)) >= 0:
        at, end = place + 1, end + 1
    return said[first:end] if at else "\0"


def _numbers(quote: str, figure: Figure) -> list[tuple[_Number, str]]:
    """The numbers of a sentence that are in the unit of the figure, with their values."""
    found: list[tuple[_Number, str]] = []
    last = 0
    for match in _NUMBER.finditer(quote):
        if not _alike(match["unit"], match["scale"], figure.unit):
            continue
        segment = max([0, *(m.end() for m in _SEGMENT.finditer(quote, 0, match.start()))])
        clause = max([segment, last, *(m.end() for m in _MARK.finditer(quote, 0, match.start()))])
        own, lead = quote[clause : match.end()], quote[segment : match.end()]
        found.append((_Number(match.start(), match.end(), own, lead), match["value"].replace(",", "")))
        last = match.end()
    return found


def _alike(unit: str, scale: str, told: str) -> bool:
    bare = _SCALE.sub("", told)
    if bare == "元":
        return unit.startswith("元") and f"{scale}元" == told
    return unit.startswith(bare) or (bare in _PEOPLE and unit[0] in _PEOPLE and not unit.startswith("人次"))


def _pairs(text: str) -> set[str]:
    return {
        text[i : i + 2] for i in range(len(text) - 1) if re.fullmatch("[\u4e00-\u9fff]{2}", text[i : i + 2])
    }


def _said_later(asked: str, told: _Number, others: list[_Number], figure: Figure) -> bool:
    """Whether words of the question stand by a later number of the segment alone."""
    context = f"{told.lead}{fold(figure.label)}"
    # What tells of this one tells of no other.
    own = set(told.clause + figure.label)
    left = left_over(as_written(asked, told.clause + fold(figure.label), context), context)
    left = "".join(" " if char in own else char for char in left)
    for other in others:
        if other.start < told.end or not other.lead.startswith(told.lead):
            continue
        said = as_written(left, other.clause, other.lead)
        if _pairs(said) & _pairs(other.clause) - _pairs(context):
            return True
    return False


def _is_part(asked: str, told: _Number, others: list[_Number], figure: Figure) -> bool:
    """Whether a part of a whole told before it is told, and nothing that is said tells it from the whole."""
    if not _PART.search(told.clause):
        return False
    whole = next((o for o in reversed(others) if o.end <= told.start and told.lead.startswith(o.lead)), None)
    if whole is None:
        return False
    name = f"{told.clause}{fold(figure.label)}"
    said = _pairs(as_written(asked, name, told.lead))
    held = said & _pairs(name)
    return bool(held) and held <= _pairs(whole.lead)


def _are_new(asked: str, told: _Number, others: list[_Number], figure: Figure) -> bool:
    """Whether only the new ones are told of a thing that is counted whole in the same sentence."""
    new = _NEW.search(figure.label)
    if new is None or _NEW_ASKED.search(asked):
        return False
    end = fold(figure.label)[-2:]
    return any(end in other.clause and not _NEW.search(other.clause) for other in others)


def _is_mean(asked: str, told: _Number, others: list[_Number], figure: Figure) -> bool:
    """Whether one day's or one person's share is told where the whole is asked for."""
    return _MEAN.search(told.clause) is not None and _EACH_ASKED.search(asked) is None


def _is_of_another(asked: str, told: _Number, quote: str) -> bool:
    """Whether the clause is of another thing of the same sort, or of the other way of the money."""
    if of_other_kind(asked, told.lead) or (_PAID.search(asked) and _TAKEN_IN.search(told.clause)):
        return True
    if any(match[0] not in quote for match in _OWN_DOINGS.finditer(asked)):
        return True
    return any(
        f"{said}{end}" in quote and said not in told.clause and own not in asked
        for said, own, end in _heads(asked, _PART.sub("", told.clause))
    )


def _heads(asked: str, clause: str) -> Iterator[tuple[str, str, str]]:
    """What stands before the same two characters in the question and in a clause, where it differs: 甲类户, 乙类户."""
    for at in range(_HEAD, len(clause) - 1):
        end, own = clause[at : at + 2], clause[at - _HEAD : at]
        place = asked.find(end)
        said = asked[max(place - _HEAD, 0) : place] if place >= 0 else ""
        if len(said) < _HEAD or not _CHINESE.fullmatch(said + own + end) or set(said) & set(own):
            continue
        if not _TELLS_NO_SORT.search(said + own):
            yield said, own, end
