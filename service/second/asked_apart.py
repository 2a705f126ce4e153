"""A question about two figures written as the two questions that it is made of (拆成两问)."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.second.two_asked import HEAD, Ask, Pair, both

_YEAR = regex(r"(?P<year>(?:19|20)\d\d)(?=年)")
_RELATION = r"(?:比(?![较例重])|超过|超出|高于|低于|多于|少于|大于|小于|高出|低出)"
#: 「A占比比B高几个百分点」, 「A占比和B占比差几个百分点」.
_POINTS = regex(
    r"(?P<one>[^，。？]+?(?P<rate>占比|比重|[\u4e00-\u9fff]率))[，]?(?:比(?!重)|高于|低于|超过|和|与|跟|及)(?P<other>[^，。？]+?)"
    r"(?:的)?(?P<again>占比|比重)?(?:各?(?:高|低|多|少|差|相差|大|小|提高|提升|上升|下降|降低|增加|减少)(?:出|了)?)?(?:几|多少|百分之[几多]少?)?(?:个?百分点|个?点)?[?？。]*$"
)
#: 「按时办结率提高几个百分点」: against the year before.
_MOVED = regex(
    r"(?P<one>[^，。？]+?(?:占比|比重|[\u4e00-\u9fff]率|满意度))(?:比?(?:上一?年|去年|同比))?(?:提高|提升|上升|下降|降低|增加|减少|增长|上涨|降|变化|变动|增减)(?:了)?(?:(?:几|多少)个?(?:百分点|点)|百分之[几多])"
)
#: 「2023年比2022年按时办结率高几个百分点」: the rate is said once, behind both years.
_YEARS_FIRST = regex(
    r"(?P<head>[^，。？]*?)(?P<one>20\d\d年)度?比(?P<other>20\d\d年)度?的?(?P<rate>[^，。？\d]{2,20}?(?:占比|比重|[\u4e00-\u9fff]率|满意度))"
    r"(?P<how>(?:高|低|多|少|提高|提升|上升|下降|降低|增加|减少|差|相差)(?:出|了)?(?:几|多少)个?百分点)"
)
#: What tells an outcome from its target, which one year's document may print and another's not.
_OUTCOME = regex(r"（(?:实际完成值|完成情况|完成值|实际值)）$")
_LAST = regex(r"^(?:上一?年度?|去年|前一年)(?:的|同期)?$")
_OTHER_YEAR = regex(
    r"(?P<one>[^，。？]+?)(?:是|占|为|相当于)(?P<year>上年|去年|20\d\d年度?)的?(?P<what>[^，。？]*?)的?(?:百分之|百分比|比重|比例|几成)"
)
_AGAINST = regex(
    rf"(?P<one>[^，。？]+?){_RELATION}(?P<other>(?:[^，。？\d]|123\d\d){{2,16}}?)(?:[多少高低大小])?(?:出|了)?(?:多少|几)(?P<unit>[^，。？]{{0,3}})[?？。]*$"
)
#: Money by where it comes from: no account of its own to hold another against.
_FUND = regex(
    r"^(?:其中)?的?(?:财政拨款|一般公共预算|政府性基金|国有资本经营|自有资金)(?:部分|资金)?$|平均|标准|目标|计划|预算$"
)
#: What is left or saved, and all behind it.
_LEFT = regex(
    r"(?:的)?(?:钱)?(?:还|共|一共)?(?:剩下?|余下|剩余|结余|没有?[花用]完|节约|节省|节支|省)(?:下|出)?(?:了|的|资金|经费|钱)*(?:还?有|是)?(?:多少|几)?[^，。？]{0,4}[?？。]*$"
)
_WRITTEN = regex(
    r"(?P<one>[^，。？()（）]+?(?:收入|支出|经费|费|金|合计|总计|数))\s*(?P<sign>[-−–/÷])\s*(?P<other>[\u4e00-\u9fff“”]{2,12}?)(?:[×*]\s*100\s*%?)?(?:是?多少)?[?？。]*$"
)
_TIMES_MORE = regex(r"[多高大](?:出|了|出了)?(?:几|多少)倍")
_TIMES_LESS = regex(r"[少低小](?:了)?(?:几|多少)倍")


def points_apart(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """One rate less another: of two accounts, of two years, of this year and the one before."""
    text = _YEARS_FIRST.sub(r"\g<head>\g<one>\g<rate>比\g<other>\g<how>", text)
    moved = _MOVED.search(text)
    if moved is not None:
        return _same_rate(moved["one"], _year_before(moved["one"]), ask)
    said = _POINTS.search(text)
    head = HEAD.match(said["one"]) if said is not None else None
    if said is None or head is None:
        return None
    other = said["other"]
    if _LAST.match(other):
        return _same_rate(said["one"], _year_before(said["one"]), ask)
    if re.fullmatch(r"(?:20)?\d\d年度?(?:的)?", other):
        year = other[: other.index("年")]
        return _same_rate(
            said["one"], _YEAR.sub(year if len(year) == 4 else f"20{year}", said["one"], 1), ask
        )
    rate = "" if re.search(r"占比|比重|率$", other) else said["rate"]
    rate = rate if rate in ("", "占比", "比重") else ""
    return both(Pair(said["one"] + "是多少", f"{head[0]}{other}{rate or said['again'] or ''}是多少"), ask)


def _same_rate(one: str, other: str, ask: Ask) -> Answer | None:
    """One rate of two years; nothing where the documents of the two years name it in other words."""
    if not other or one == other:
        return None
    made = both(Pair(one + "是多少", other + "是多少"), ask)
    if made is None:
        return None
    labels = {_OUTCOME.sub("", figure.label) for figure in made.figures[1:]}
    shortest = min(labels, key=len)
    labels = {shortest if label.endswith(shortest) else label for label in labels}
    return made if len(labels) == 1 and made.figures[0].unit == "个百分点" else None


def _year_before(text: str) -> str:
    found = _YEAR.search(text)
    return text[: found.start()] + str(int(found["year"]) - 1) + text[found.end() :] if found else ""


def of_another_year(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """「2024年差旅费是2025年的百分之几」: the account of one year in per cent of another year's."""
    said = _OTHER_YEAR.search(text)
    head = HEAD.match(said["one"]) if said else None
    year = _YEAR.search(head[0]) if head else None
    if said is None or head is None or year is None:
        return None
    account = said["one"][head.end() :]
    other = str(int(year["year"]) - 1) if "年" not in said["year"][2:] else said["year"][:4]
    there = head[0][: year.start()] + other + head[0][year.end() :]
    return both(Pair(f"{head[0]}{account}是多少", f"{there}{said['what'] or account}是多少", ratio=True), ask)


def set_against(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """「主席会议比常委会议多几次」: the one less the other, both counted alike."""
    said = _AGAINST.search(text)
    head = HEAD.match(said["one"]) if said else None
    if said is None or head is None or head.end() == len(said["one"]) or _FUND.search(said["other"]):
        return None
    unit = said["unit"] if re.fullmatch(r"[件次个批人家辆台篇份条起期场]次?", said["unit"]) else ""
    asks = f"有多少{unit}" if unit else "是多少"
    return both(Pair(said["one"] + asks, f"{head[0]}{said['other']}{asks}"), ask)


#: Against which budget an outcome is held, the nearest to it first; the stages that it may be told by.
_BUDGETS = {"执行": ("全年预算数", "预算数"), "决算": ("预算数",)}
_AS_ASKED = {"全年预算数": ("全年预算",), "预算数": ("预算", "年初预算", "全年预算")}


def by_stage(stage: str) -> Callable[[Answer, str, Ask], Answer | None]:
    """What is left of an account, or saved: its budget less what was spent, by the word for it."""

    def made(answer: Answer, text: str, ask: Ask) -> Answer | None:
        account = _LEFT.sub("", text)
        if account == text or HEAD.fullmatch(account):
            return None
        for budget in _BUDGETS[stage]:
            found = both(Pair(f"{account}{budget}是多少", f"{account}{stage}数是多少"), ask)
            if (
                found is not None
                and _of_one(found.figures[1:])
                and found.figures[1].stage in _AS_ASKED[budget]
            ):
                return found
        return None

    return made


def _of_one(figures: list[Figure]) -> bool:
    """Whether figures are of one account in one year, planned and spent."""
    keys = {(figure.label, figure.year, figure.entity) for figure in figures}
    return len(keys) == 1 and len({figure.stage for figure in figures}) == len(figures)


def written_out(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """「收入-支出」, 「人员经费/基本支出」."""
    said = _WRITTEN.search(text)
    head = HEAD.match(said["one"]) if said else None
    if said is None or head is None:
        return None
    pair = Pair(f"{said['one']}是多少", f"{head[0]}{said['other']}是多少", ratio=said["sign"] in "/÷")
    return both(pair, ask)


def in_mille(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """A share in thousandths, from the share in hundredths."""
    if "千分之" not in text:
        return None
    told = ask(text.replace("千分之", "百分之"))
    if told.status is not Status.ANSWERED or len(told.figures) != 1 or told.figures[0].unit != "%":
        return None
    figure = told.figures[0]
    if len(figure.inputs) != 2 or not Decimal(figure.inputs[1].value):
        return None
    one, other = (Decimal(i.value) for i in figure.inputs)
    value = (one / other * 1000).quantize(Decimal("0.01"))
    if figure.inputs[0].unit != figure.inputs[1].unit:
        return None
    formula = f"{plain(one)} ÷ {plain(other)} × 1000‰ = {plain(value)}‰"
    made = figure.model_copy(update={"value": plain(value), "unit": "‰", "formula": formula, "printed": None})
    text = f"{told.answer}\n即千分之 {plain(value)}（{formula}）。"
    return told.model_copy(update={"answer": text, "figures": [made, figure]})


def times_more(answer: Answer, text: str) -> Answer:
    """「多几倍」 is one less than 「是几倍」; how many times less is no number."""
    first = answer.figures[0] if answer.figures else None
    if first is None or first.unit != "倍" or not (_TIMES_MORE.search(text) or _TIMES_LESS.search(text)):
        return answer
    value = Decimal(first.value)
    if _TIMES_LESS.search(text) or value <= 1:
        return answer.model_copy(
            update={
                "answer": f"{answer.answer}\n前者没有比后者多出整倍；「少几倍」没有通行的算法，只给出倍数。"
            }
        )
    more = value - 1
    formula = f"{plain(value)} − 1 = {plain(more)}"
    made = first.model_copy(
        update={
            "value": plain(more),
            "label": f"{first.label.removesuffix('的倍数')}的多出倍数",
            "formula": formula,
        }
    )
    told = f"{answer.answer}\n多出 {plain(more)} 倍（{formula}；「多几倍」比「是几倍」少 1）。"
    return answer.model_copy(update={"answer": told, "figures": [made, *answer.figures]})
