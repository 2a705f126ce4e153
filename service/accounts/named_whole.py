"""The whole that a question names behind 占, where it is no single account of the year (所占之全体).

占三项合计, 占上年, 占全区: what is asked to be a share of that is worked out of that, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.model import Fund
from ingest.patterns import regex
from ingest.text import fold
from service.model import NUMERIC, OF_PARTS, Operation, Plan, Ratio, Term
from service.read.wording import Wording

_RATIO = r"的?(?:比重|比例|百分比|百分之|百分点|多少|多大|几成|几分之|几个点|份额|占比|(?=[，,。？?；;]|$))"
_SHARE = regex(
    r"占(?![比用地道有据多几百的]|了?多少|总?比)(?:了|到|全部|其|整个)*"
    r"(?P<whole>[^。？?；;]{2,40}?(?:合计|之和|总和|加起来|[两三四五2-5]项|[两三]者)(?:合计)?(?:经费|支出|金额)?"
    rf"(?={_RATIO})|[^，,。？?；;]{{2,40}}?){_RATIO}"
)
#: A year other than the one that is asked about.
_LAST = regex(r"(?:上一?年度?|去年|前一年度?)(?:的|同期)?")
#: More than one body's money, which no document of a body prints.
_WIDER = regex(
    r"全[区市县省州国镇乡]|[整各]个?[区市县省州]|财政总支出|财政总收入|GDP|gdp|生产总值|[区市县省]级"
)
#: A place whose money is all meant, by its kind alone (县里) or by its name (某县).
_PLACE = regex(
    r"^(?:整个|我们?|咱们?|本|该)?(?P<place>[区市县省州]|[\u4e00-\u9fff]{2,4}[市县省州]|(?!开发|高新|度假|示范|保护|工业)[\u4e00-\u9fff]{2}区)(?:[里上]|里[面头])?的?"
    r"(?:全部|所有|整个|当年|全年|一年|总|的|财政(?![局厅所部]))*(?:预算|支出|收入|开支|花费|财力|盘子|经费)+的?(?:总额|总数|合计)?$"
)
#: Sums: the accounts before or behind 占 are taken together.
_SUM = regex(r"合计|之和|总和|总计|加起来|合起来|加总|相加|一共|总共|共计|[两三四五2345]项|[两三]者")
#: How many things a sum is of, which is no part of a name.
_COUNTED = regex(r"[两三四五2345]项(?:经费|支出)?|[两三]者")
_JOINS = regex(rf"{_SUM.pattern}|总额|[和与及加跟同]|经费|支出|费用|数额|金额|决算|预算|年度?|的|这|是")
#: What joins the accounts of a whole that is several.
_JOINED = regex(r"[和与及、，加跟]|之和|总和")
_FUND_NAMES = (
    ("一般公共预算", Fund.GENERAL),
    ("政府性基金(?:预算)?", Fund.GOVERNMENT_FUND),
    ("国有资本经营(?:预算)?", Fund.STATE_CAPITAL),
    ("财政拨款", Fund.APPROPRIATION),
)
#: What is spent of a fund, and a fund before the name of an account (财政拨款基本支出).
_FUNDS = tuple(
    (
        regex(
            rf"(?:本年|当年|全部)?{name}(?:财政拨款|拨款)?(?:本年|当年)?总?支出(?:合计|总额|总计)?(?!功能)"
        ),
        fund,
    )
    for name, fund in _FUND_NAMES
)
_OF_FUND = tuple(
    (regex(rf"{name}(?:财政拨款|拨款)?的?(?=[\u4e00-\u9fff])(?!收入|[和与及、])"), fund)
    for name, fund in _FUND_NAMES
)
_SPENT = Term("本年支出合计", "总额")


def whole_of_sum(asked: Operation | None, *, summed: bool) -> Term | None:
    """「离退休费占多少」: a share of what is added up is of all that is spent, where no other whole is heard."""
    return _SPENT if asked is Operation.SHARE and summed else None


def wider_whole(text: str, body: str) -> str:
    """The money of a place around a ``body`` that a question names as the whole; empty where it names none."""
    said = _SHARE.search(text)
    if said is None or _WIDER.search(said["whole"]):
        return said["whole"] if said is not None else ""
    place = _PLACE.match(said["whole"])
    return place[0] if place is not None and place["place"] != body else ""


def of_all_spent(plan: Plan, said: str) -> Plan:
    """The plan with all that is spent as the whole where that is named: 「占全部预算」, 「占支出总额」."""
    open_ = plan.operation is Operation.SHARE and plan.base is None and plan.ratio is None
    return replace(plan, base=_SPENT) if open_ and plan.subject is not None and _ALL.fullmatch(said) else plan


#: All money of a body, which is no name of an account.
_ALL = regex(
    r"(?:(?:全部|全年|整个|所有|总的?|本年|当年|部门|单位|全?(?:学校|医院|法院|机关|街道|系统|中心|[局院校厅委办镇乡站所馆])(?:机关|政府)?(?:里[面头边]?|上|内部?)?的?)+(?:的)?(?:预算|决算|支出|开支|开销|经费|资金|花费)+|(?:预算|决算|支出|经费)+(?=总|合))(?:总额|总数|总计|合计)?"
)


def with_named_whole(
    plan: Plan, text: str, spans: Sequence[tuple[int, int]], words: Mapping[str, Term]
) -> Plan:
    """The plan with the parts and the whole of a share, where the ordinary one is not meant."""
    match = _SHARE.search(text)
    if match is None or plan.operation not in NUMERIC - OF_PARTS or plan.places or plan.condition is not None:
        return plan
    said = match["whole"]
    own = any(low < match.end("whole") and match.start("whole") < high for low, high in spans)
    wider = _WIDER.search(said) or (None if own else _PLACE.match(said))
    if wider is not None:
        return replace(plan, ratio=Ratio(strange=wider[0]))
    masked = "".join("，" if _within(i, spans) else c for i, c in enumerate(text))
    parts, strange_part = accounts(re.split(r"[，,。；;：:]", masked[: match.start()])[-1], words)
    last = bool(_LAST.match(said))
    wholes, strange = accounts(_LAST.sub("", said), words)
    summed = bool(_SUM.search(text[: match.start()])) and len(parts) > 1
    of_sum = len(wholes) > 1 and bool(_JOINED.search(said))
    of_funds = [t for t, _ in parts] == [_SPENT] == [t for t, _ in wholes] and parts[0][1] is not wholes[0][1]
    by_function = [part for part in parts if part[0].kind == "功能分类"]
    of_given = wholes == [(_SPENT, Fund.APPROPRIATION)] and len(by_function) == 1
    parts = by_function if of_given else parts  # 「防汛支出占财政拨款支出」
    if not (last or of_sum or summed or of_funds or of_given):
        return plan
    if strange or strange_part or not parts or not (wholes or last):
        return replace(plan, ratio=Ratio(strange=strange or strange_part or said))
    return replace(
        plan, operation=Operation.SHARE,
        ratio=Ratio(tuple(parts), tuple(wholes), summed, last),
    )  # fmt: skip


def _within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


def accounts(phrase: str, words: Mapping[str, Term]) -> tuple[list[tuple[Term, Fund | None]], str]:
    """The accounts of a phrase, each with its fund where one is said, and what is left of it that is none."""
    found: list[tuple[int, Term, Fund | None]] = []
    for pattern, fund in _FUNDS:
        for match in pattern.finditer(phrase):
            found.append((match.start(), _SPENT, fund))
            phrase = phrase[: match.start()] + "，" * len(match[0]) + phrase[match.end() :]
    phrase = _COUNTED.sub(lambda m: "，" * len(m[0]), phrase)
    within: dict[int, Fund] = {}
    for pattern, fund in _OF_FUND:
        for match in pattern.finditer(phrase):
            within[match.end()] = fund
            phrase = phrase[: match.start()] + "，" * len(match[0]) + phrase[match.end() :]
    starts = [i for i, c in enumerate(phrase) for _ in fold(c)]
    wording = Wording.of(phrase, [])
    for hit in wording.matches(words):
        found.append((starts[hit.start], hit.value, within.get(starts[hit.start])))
        wording.claim(hit)
    rest = _JOINS.sub("", "".join(wording.rest()))
    ordered = [(term, fund) for _, term, fund in sorted(found, key=lambda f: f[0])]
    return list(dict.fromkeys(ordered)), rest  # 支出预算总额 is one account in two words
