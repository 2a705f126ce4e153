"""Purchases asked for one by one where a flat list prints them: the dearest, what was bought, who won (逐笔采购的问).

「最贵的是哪一项」「哪家公司中标」「疾控中心买了哪些东西」: the words beside the asking must all be those of a row, a
sort, a buyer; else nothing is told of one row for another.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Measure
from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Plan
from service.purchases.deals import Deal, Deals, deals_of
from service.purchases.purchases import KIND
from service.read.terms import reads_in
from service.scope.called import called_of
from service.targets import Point
from service.text.sentences import lines_of, to_quote
from service.text.table_rows import number_of

_ABOUT = regex(
    r"采购|中了[^，。？]{0,3}标|中标|成交|供应商|购买|购置|[买购](?:的|了|过|些|什|啥|哪|进|入|来)|[买购]"
)
_OTHER = regex(
    r"占|为什么|为啥|原因|比上年|比去年|同比|增长|中小企业|小微|预留|授予|公务用?车|平均|总额(?:是|为)?多少$"
)
_SORTS_ASKED = regex(r"(?:哪|几|三)[一两三]?大?类|货物[^，。？]{0,2}(?:工程|服务)|各类")
_N = r"[一二两三四五六七八九十]|\d{1,2}"
_MOST = regex(
    r"最[贵大高多](?!多数)|[最较](?:便宜|小|低|少)|前[一二两三四五六七八九十\d]+|排前|排第一|第[一1](?:大|名|位)|倒数"
    rf"|头(?:{_N})(?=[个项名位笔样件])"
)
_LEAST = regex(r"最(?:便宜|小|低|少)|倒数")
#: How many of them: 前三, 头两名, 倒数两个, 最大的两项, 哪两笔…最多.
_TOP = regex(
    rf"(?:前|头|倒数第?)(?P<n>{_N})|最[\u4e00-\u9fff]{{1,2}}的?(?P<m>{_N})[个项名位笔样件]|哪(?P<k>{_N})[个项名位笔样件]"
)
#: All of them in their order, one by one, and no sorts of them.
_ORDER = regex(
    r"从[大高多贵]到[小低少]|从[小低少]到[大高多]|由[大高多]到[小低少]|由[小低少]到[大高多]|按[^，。？]{0,4}(?:大小|高低|多少|金额)[^，。？]{0,6}排|排(?:个|一?下)?(?:名|序|队)"
)
_UPWARDS = regex(r"[从由][小低少]到")
_EACH_ONE = regex(r"项目|东西|物品|品目|内容|事项|[几各每逐]笔|[几各每]样|[几各每]件|[几各]项")
#: How many rows there are; of one thing that is bought so many pieces are no rows, and no more are those who sell.
_HOW_MANY_ROWS = regex(
    r"(?:几|多少)(?P<unit>个|项|样|笔|种|行|条|宗)(?!钱|百|千|万|亿|元|月|人|单位|部门|[^，。？]{0,4}(?:供应商|公司|企业|厂家|商家))"
)
_OF_LIST = regex(r"表|列|清单|明细|目录")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_WHO = regex(
    r"谁|哪[家个些几]?[^，。？]{0,3}(?:公司|企业|供应商|厂家|单位|中[的了]?标)|中[的了]?标|成交|供应商|承接"
)
_WHAT = regex(r"哪[些几个项一两三]|什么|啥|清单|明细|有何|列")
_HOW_MUCH = regex(r"多少|几(?:多|个)?(?:钱|万|元)|花|价|金额|合同|预算|贵|钱")
_HOW_MANY = regex(
    r"(?:多少|几)万?(?:台|套|辆|个|件|册|批|张|部|枚|块|本|棵|把|盏|架|艘)|数量|[买购](?:了|进)?多少(?!钱|万元|元|金额|费|资金|$)"
)
#: What asks, and names nothing that is bought.
_ASKING = regex(
    r"20\d\d年?度?|从[大高多贵小低少]到[小低少大高多]|由[大高多小低少]到[小低少大高多]|大小|高低|多少(?=排)|排(?:个|一?下)?(?:名|序|队)|[头倒]数?第?[一二两三四五六七八九十\d]+[个项名位笔样件]|排|按|行|条|打算|准备|计划|支出表|政府采购|采购|品目|主要|购买|购置|买|中[的了]?标|成交|供应商|合同|采编合同|签的?|预算表?|决算|支出|公开|金额|数额|价格|费用|总额|单项|单笔|"
    r"[一几各每逐]笔|笔|大件|里头|里面|里|当中|其中|哪[一]?[家个些几项样种件类]?|什么|啥|谁|多少|几[多个项样]?|公司|企业|厂家|东西|物品|设备(?=里|中|最|$)|项目|内容|商品|名称|明细|清单"
    r"|最[贵大高多低少小]|最便宜|比?较大|大额|排?在?前[一二两三四五六七八九十\d]+[名项位个]?|排第[一1]|分别|各自?|都|是|有|在|了|的|给|由|让|被|为|和|与|及|以及|呢|吗|呀|啊|那|这|个|项|年|花|要|用|去|做|中|得|拿|掉|进|来|一|共|总|合计|万?元|钱|件|份|次|家|多大|大的?|货物|工程|服务(?!器)|类"
)
_SORTS = ("货物", "工程", "服务")
_SHOWN, _LONG = 20, 4
_LISTING = regex(
    r"(?:采购|[买购]置?)(?:了|的)?(?:都|是|有)*(?:哪些|什么|啥|些什么|些啥)|(?:哪些|什么|啥)(?:东西|物品|货)"
)
_PAID = regex(r"多少钱|花了?多少|几多钱|多少万")


def deals_told(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The purchases that are meant, as the list prints them; None where no list prints any or other words are said."""
    text = fold(plan.text)
    if len(points) != 1 or _OTHER.search(text) or _SORTS_ASKED.search(text):
        return None
    if not _ABOUT.search(text):
        return _by_its_name(text, plan, sources)
    for held in deals_of(sources, plan.year):
        if (found := _answered(held, text, plan, sources)) is not None:
            return found
    return _named_only(text, plan, sources)


#: What was bought, named in a sentence without amounts: 「采购内容包括…、…和…」; its three sorts are no things.
_NAMED = regex(
    r"(?:采购|购置)(?:的)?(?:内容|项目|物品|品目|事项|货物|标的)?(?:主要)?(?:包括|有|为|是|涉及)[:：]?[^。；，]{2,30}(?:、|和|及)"
)
_SORTED = regex(r"货物[^。]{0,30}(?:工程|服务)")


def _named_only(text: str, plan: Plan, sources: Sources) -> Evidence | None:
    """The sentence that names what was bought, where that is asked and no list prints amounts."""
    if not _LISTING.search(text) or [w for w in _runs(text) if not _is_own(w, plan, sources)]:
        return None
    for line in lines_of(sources.index().chunks):
        for sentence in line:
            if _NAMED.search(sentence.text) and not _SORTED.search(sentence.text):
                return Evidence(quotes=(to_quote([sentence]),))
    return None


def _answered(held: Deals, text: str, plan: Plan, sources: Sources) -> Evidence | None:
    sort = next((s for s in _SORTS if s in text and f"{s}器" not in text), "")
    body = sources.body
    if sort and not held.told and not all(d.sort for d in held.deals):
        return None  # of some it is not told what sort they are
    deals = [d for d in held.deals if not sort or d.sort == sort]
    if body.within:  # a unit's purchases are those that name it as the buyer
        deals = [d for d in deals if called_of(d.buyer, (body.name,), body.within)]
    words = [w for w in _runs(text) if not _is_own(w, plan, sources)]
    meant, rest = _meant(deals, words)
    if rest or not deals:
        return None
    if words and meant:
        deals = meant
    if len(meant) == 1:
        return _of_one(deals[0], text, held, plan, sources)
    return _of_all(deals, text, held, plan, sources, named=bool(words and not meant))


def _of_one(deal: Deal, text: str, held: Deals, plan: Plan, sources: Sources) -> Evidence | None:
    """What is asked of one purchase."""
    if _HOW_MANY.search(text):
        return _counted(deal, held, plan, sources)
    if _WHO.search(text) or _HOW_MUCH.search(text) or _WHAT.search(text):
        return _one(deal, text, held, plan, sources)
    return None


def _of_all(
    deals: Sequence[Deal], text: str, held: Deals, plan: Plan, sources: Sources, named: bool
) -> Evidence | None:
    """What is asked of several: how many, the dearest, in which order, which; ``named`` others than any of them."""
    if _MOST.search(text):
        return _ranked(deals, held, text, plan, sources)
    if _HOW_MANY_ROWS.search(text) and not _HOW_MUCH_EACH.search(text) and not named:
        return _number_of(deals, held, text, plan, sources)
    if _ORDER.search(text) and _EACH_ONE.search(text):
        return _in_order(deals, held, text, plan, sources)
    if (_WHO.search(text) and all(d.winner for d in deals)) or (_WHAT.search(text) and not named):
        return _listed(deals, held, plan, sources)
    return None


def _by_its_name(text: str, plan: Plan, sources: Sources) -> Evidence | None:
    """「旅游宣传片花了多少钱」: a purchase by a long part of its name, where no figure goes by that."""
    words = _runs(text) if _PAID.search(text) else []
    if len(words) != 1 or len(words[0]) < _LONG or any(words[0] in fold(f.subject.name) for f in sources.facts
                                                         if f.subject.kind != KIND):  # fmt: skip
        return None
    for held in deals_of(sources, plan.year):
        own = [d for d in held.deals if words[0] in fold(d.name)]
        if len(own) == 1:
            return _one(own[0], text, held, plan, sources)
    return None


def _runs(text: str) -> list[str]:
    return [w for w in regex(r"[^\u4e00-\u9fffA-Za-z\d]+").split(_ASKING.sub(" ", text)) if len(w) > 1]


def _is_own(word: str, plan: Plan, sources: Sources) -> bool:
    """Whether a word only names who is asked about."""
    return reads_in(word, fold(sources.body.name) + fold(sources.body.within))


def _meant(deals: Sequence[Deal], words: Sequence[str]) -> tuple[list[Deal], list[str]]:
    """The deals that all words are of, and the words that are of none."""
    meant, rest = list(deals), list[str]()
    for word in words:
        own = [d for d in deals if _says(word, d)]
        if not own:
            rest.append(word)
        meant = [d for d in meant if d in own]
    return (meant if words else []), rest


def _says(word: str, deal: Deal) -> bool:
    """Whether a word names what is bought, who won it or who buys: by characters in their order, two side by side."""
    for name in (deal.name, deal.winner, deal.buyer):
        key = fold(name)
        pairs = sum(word[i : i + 2] in key for i in range(len(word) - 1))
        if word in key or (len(word) > 2 and pairs * 2 >= len(word) - 1 and reads_in(word, key)):
            return True
    return False


def _ranked(deals: Sequence[Deal], held: Deals, text: str, plan: Plan, sources: Sources) -> Evidence | None:
    """The dearest or cheapest of a list, each of which has an amount."""
    least = _LEAST.search(text) is not None
    if len(deals) < 2 or any(d.amount is None for d in deals) or (held.told and least):
        return None
    order = sorted(deals, key=_money, reverse=not least)
    said = _TOP.search(text)
    told = (said["n"] or said["m"] or said["k"]) if said else "一"
    count = _DIGITS.get(told) or int(told)
    edge = _money(order[min(count, len(order)) - 1])
    own = [d for d in order if (_money(d) <= edge if least else _money(d) >= edge)]
    lead = (
        f"{_lead(held, plan, sources)}列出的 {len(deals)} 项{deals[0].sort if _one_sort(deals) else ''}采购里"
    )
    way = "金额最小的" if least else "金额最大的"
    way += f"{len(own)}项依次" if len(own) > 1 else ""
    return _evidence(own, f"{lead}，{way}是{'、'.join(map(_told_of, own))}。", plan, sources)


#: What each costs is asked with their number: that lists them.
_HOW_MUCH_EACH = regex(r"[各都]自?[^，。？]{0,4}(?:多少|几)|分别|哪些|什么|啥")


def _number_of(
    deals: Sequence[Deal], held: Deals, text: str, plan: Plan, sources: Sources
) -> Evidence | None:
    """How many rows the list has, where the list is asked about or holds all that was bought; a sentence names some."""
    whole = sum((_money(d) for d in held.deals), Decimal(0))
    printed = {
        convert(f.value, f.unit, "元")
        for f in sources.facts
        if f.subject.name == "政府采购支出" and f.year == plan.year and f.value is not None
    }
    if held.told or len(deals) > _SHOWN or not (_OF_LIST.search(text) or whole in printed):
        return None
    lead, sort = _lead(held, plan, sources), deals[0].sort if _one_sort(deals) else ""
    said = _HOW_MANY_ROWS.search(text)
    unit, number = said["unit"] if said else "项", Decimal(len(deals))
    found = Finding(
        "采购项目（个数）", number, unit, Measure.COUNT, plan.year or 0, "", (), entity=sources.body.name
    )
    names = "、".join(d.name for d in deals)
    rows = [sentence for d in deals for sentence in d.line]
    return Evidence(
        (found,), quotes=(to_quote(rows),), told=f"{lead}列出 {len(deals)} 项{sort}采购：{names}。"
    )


def _in_order(deals: Sequence[Deal], held: Deals, text: str, plan: Plan, sources: Sources) -> Evidence | None:
    """All of a list by their amounts."""
    if any(d.amount is None for d in deals) or held.told or len(deals) > _SHOWN:
        return None
    least = _UPWARDS.search(text) is not None
    order = sorted(deals, key=_money, reverse=not least)
    way = "从小到大" if least else "从大到小"
    lead = f"{_lead(held, plan, sources)}列出的 {len(deals)} 项采购，按金额{way}依次是"
    return _evidence(order, f"{lead}{'、'.join(map(_told_of, order))}。", plan, sources)


def _one_sort(deals: Sequence[Deal]) -> bool:
    return len({d.sort for d in deals}) == 1


def _money(deal: Deal) -> Decimal:
    return convert(deal.amount or Decimal(0), deal.unit, "元") or Decimal(0)


def _one(deal: Deal, text: str, held: Deals, plan: Plan, sources: Sources) -> Evidence | None:
    if _WHO.search(text) and not deal.winner:
        return None
    if deal.amount is None and _HOW_MUCH.search(text):
        return None
    return _evidence([deal], f"{_lead(held, plan, sources)}列出：{_told_of(deal)}。", plan, sources)


def _counted(deal: Deal, held: Deals, plan: Plan, sources: Sources) -> Evidence | None:
    """How many of a thing were bought, where the list says it, and for how much."""
    number, unit = number_of(deal.many)
    if not number or not unit:
        return None
    found = Finding(f"{deal.name}（数量）", Decimal(number), unit, Measure.COUNT, plan.year or 0, "", (),
                    entity=sources.body.name)  # fmt: skip
    told = f"{_lead(held, plan, sources)}列出：{_told_of(deal)}。"
    priced = (_finding(deal, plan, sources),) if deal.amount is not None else ()
    return Evidence((found, *priced), quotes=(to_quote(deal.line),), told=told)


def _listed(deals: Sequence[Deal], held: Deals, plan: Plan, sources: Sources) -> Evidence | None:
    if len(deals) > _SHOWN:
        return None
    rows = "；".join(map(_told_of, deals))
    return _evidence(deals, f"{_lead(held, plan, sources)}列出 {len(deals)} 项采购：{rows}。", plan, sources)


def _lead(held: Deals, plan: Plan, sources: Sources) -> str:
    where = f"「{held.heading}」" if held.heading else "政府采购情况"
    return f"{sources.body.name}{plan.year}年度公开资料的{where}"


def _told_of(deal: Deal) -> str:
    """A purchase in words: its name, how many, for how much, who buys it and who won it."""
    many = f"（{deal.many}）" if deal.many else ""
    amount = f" {plain(deal.amount)} {deal.unit}" if deal.amount is not None else ""
    who = "，".join(
        filter(None, [deal.sort, deal.buyer, f"中标供应商：{deal.winner}" if deal.winner else ""])
    )
    return f"{deal.name}{many}{amount}" + (f"（{who}）" if who else "")


def _evidence(deals: Sequence[Deal], told: str, plan: Plan, sources: Sources) -> Evidence:
    findings = tuple(_finding(d, plan, sources) for d in deals if d.amount is not None)
    # What is figured is led back to its cell; who won it, and what only a sentence tells, to the words.
    rows = [sentence for d in deals if d.winner or d.fact is None for sentence in d.line]
    return Evidence(findings, quotes=(to_quote(rows),) if rows else (), told=told)


def _finding(deal: Deal, plan: Plan, sources: Sources) -> Finding:
    operands = (Operand(deal.name, deal.fact),) if deal.fact is not None else ()
    stage = deal.fact.stage.value if deal.fact is not None else ""
    return Finding(deal.name, deal.amount or Decimal(0), deal.unit, Measure.AMOUNT, plan.year or 0, stage, operands,
                   printed=deal.fact, entity=sources.body.name)  # fmt: skip
