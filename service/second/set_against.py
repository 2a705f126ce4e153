"""Figures held against a bound or each other, each asked for plainly: years beyond an amount, one year against two
others, a sum said to be another, budget and outcome of several accounts (分别相比).
"""

from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.simple_figures import amount, one, value_in
from service.read.bounds import bound_of
from service.second.merge import merge
from service.second.two_asked import HEAD, Ask

#: 「哪些年三公经费超过800万」.
ASKS_YEARS = regex(r"哪(?:些|几)(?:个)?年(?:份|度)?(?:的)?(?P<what>[^，。？]{2,24})[？?。]*$")
#: 「2025年预算分别比2023年和2024年多多少」.
ASKS_BOTH = regex(
    r"(?P<head>[^，。？]*?(?:20)?\d\d年(?:度)?[^，。？\d]*?)(?:分别|各自?)?比(?P<years>(?:20)?\d\d年?(?:度)?(?:和|与|、|及)(?:20)?\d\d年)(?:度)?(?P<same>[^，。？\d]{0,10}?)(?:分别|各自?|各)?(?P<how>[多少高低][了出]?|增加?|减少?|增减|增长|下降|变化)(?:了)?(?P<much>多少|几|百分之几|百分之多少)(?:钱|万元)?[？?。]*$"
)
_EACH = regex("分别|各")
#: 「人员经费加公用经费等于基本支出吗」.
ASKS_EQUAL = regex(
    r"(?P<one>[\u4e00-\u9fff“”（）]{2,14})(?:加上?|[+＋]|和|、)(?P<other>[\u4e00-\u9fff“”（）]{2,14}?)(?:之和|合计|加起来|的和)?(?:是不是|是否|正好|刚好|恰好|就)*(?:等于|相等于|就是|正好是)(?P<whole>[\u4e00-\u9fff“”（）]{2,14}?)(?:吗|么|嘛|吧)?[？?。]*$"
)
#: 「信息化建设和财政委托业务支出的预算和决算」.
ASKS_STAGES = regex(
    r"(?P<names>[\u4e00-\u9fff“”（）]{2,16}(?:(?:和|与|、)[\u4e00-\u9fff“”（）]{2,16}?)*)(?:的)?(?P<budget>(?:年初|全年|调整)?预算)(?:数)?(?:和|与|、|及)(?P<outcome>决算|执行)(?:数)?(?:各|分别|都)?(?:是|有)?(?:多少)?[？?。]*$"
)
#: 「哪年绩效项目个数最多」: what is counted, never the money of it.
ASKS_COUNTS = regex(
    r"哪一?(?:个)?年(?:份|度)?(?:的)?(?P<what>[^，。？]{2,16}?(?:个|件|人|次|套|台|户|家|项)数)(?:量)?(?:是)?最(?P<end>[多少])(?:的)?[？?。]*$"
)
#: How many, for which no money is an answer.
ASKS_NUMBER = regex(
    r"(?:数量|(?<=项目|单位|机构|案件)个数|件数)(?:比|较|是|为|有|增|减|变|多少|几|[？?。]|$)"
)
#: How much is budgeted, for which no number of things is an answer.
ASKS_MONEY = regex(
    r"(?<=[\u4e00-\u9fff]{2})(?:预算|经费|资金|费用)(?:数|金额|安排)?(?:是|有|为)?(?:多少)?(?:钱|万元|元)?[？?。]*$"
)
_HOW_MANY = regex(r"几[^乎]|多少(?!钱|资金|经费|万|元|[？?。]|$)|数量|个数")
_AND = regex(r"和|与|、|及")
_YEAR = regex(r"(?:20)?\d\d(?=年|和|与|、|及|$)")
_HOLDS = {
    ">": lambda value, bound: value > bound,
    ">=": lambda value, bound: value >= bound,
    "<": lambda value, bound: value < bound,
    "<=": lambda value, bound: value <= bound,
}
_MOST = 6


def years_beyond(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The years in which an account is beyond a bound, with every year's figure."""
    said = ASKS_YEARS.search(text)
    bound = (
        bound_of(said["what"] + "元" if said and said["what"][-1] in "万亿" else said["what"])
        if said
        else None
    )
    if said is None or bound is None or bound.relation not in _HOLDS or bound.rate:
        return None
    what = said["what"].replace(bound.words.removesuffix("元"), "").strip("的元")
    told = ask(f"{text[: said.start()]}各年{what}是多少")
    if not _is_of_years(told):
        return _declined(answer)
    values = [value_in(f, "元") for f in told.figures]
    if any(v is None for v in values):
        return _declined(answer)
    held = [
        f
        for f, v in zip(told.figures, values, strict=True)
        if v is not None and _HOLDS[bound.relation](v, bound.low)
    ]
    years = "、".join(f"{f.year}年（{amount(f)}）" for f in held)
    lead = f"符合的有 {len(held)} 个年度：{years}。" if held else "已收录的年度里没有符合的。"
    rest = [f for f in told.figures if f not in held]
    return told.model_copy(update={"answer": f"{lead}\n{told.answer}", "figures": [*held, *rest]})


def _is_of_years(told: Answer) -> bool:
    figures = told.figures
    plainly = told.status is Status.ANSWERED and len(figures) > 1 and not any(f.formula for f in figures)
    return (
        plainly and len({f.year for f in figures}) == len(figures) and len({f.entity for f in figures}) == 1
    )


def year_of_most(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The year in which most, or fewest, were counted, with every year's number; declined where they are not told."""
    said = ASKS_COUNTS.search(text)
    if said is None or (answer.figures and not answer.figures[0].unit.endswith("元")):
        return None
    told = ask(f"{text[: said.start()]}各年{said['what']}")
    if not _is_of_years(told) or told.figures[0].unit.endswith("元"):
        return _declined(answer)
    pick = max if said["end"] == "多" else min
    best = pick(Decimal(f.value) for f in told.figures)
    held = [f for f in told.figures if Decimal(f.value) == best]
    lead = f"最{said['end']}的是{'、'.join(f'{f.year}年（{amount(f)}）' for f in held)}。"
    rest = [f for f in told.figures if f not in held]
    return told.model_copy(update={"answer": f"{lead}\n{told.answer}", "figures": [*held, *rest]})


def against_both(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """One year against each of two others, one below the other; where one is lacking it is said."""
    said = ASKS_BOTH.search(text)
    years = [y if len(y) == 4 else f"20{y}" for y in _YEAR.findall(said["years"])] if said else []
    if said is None or len(years) != 2 or not _EACH.search(said[0]):
        return None
    much = "百分之几" if "百分" in said["much"] else "多少"
    head = _EACH.sub("", said["head"])
    told = [ask(f"{head}比{year}年{said['same']}增减{much}") for year in years]
    return merge(told, answer.conversation_id)


def said_equal(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Whether two accounts together are a third, with all three figures."""
    said = ASKS_EQUAL.search(text)
    head = HEAD.match(text)
    if said is None or head is None:
        return None
    first = said["one"] if head.end() <= said.start() else text[head.end() : said.end("one")]
    asked = [ask(f"{head[0]}{name}是多少") for name in (first, said["other"], said["whole"])]
    found = [one(a) for a in asked]
    figures = [f for f in found if f is not None]
    if len(figures) < 3:
        return _declined(answer)
    whole = merge(asked, answer.conversation_id)
    values = [value_in(f, figures[2].unit) for f in figures]
    if any(v is None for v in values):
        return _declined(answer)
    a, b, c = (v for v in values if v is not None)
    total = f"{plain(a)} + {plain(b)} = {plain(a + b)} {figures[2].unit}"
    gap = plain(abs(a + b - c))
    said_so = (
        f"相等：{total}。"
        if a + b == c
        else f"不相等：{total}，与{figures[2].label} {amount(figures[2])}相差 {gap} {figures[2].unit}。"
    )
    return whole.model_copy(update={"answer": f"{said_so}\n{whole.answer}"})


def both_stages(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Budget and outcome of each account that is named, beside how far they are apart."""
    said, head = ASKS_STAGES.search(text), HEAD.match(text)
    if said is None or head is None or not (answer.figures and answer.figures[0].formula):
        return None
    names = [n for n in _AND.split(text[head.end() : said.end("names")].removesuffix("的")) if n]
    if not 0 < len(names) <= _MOST:
        return None
    stages = (said["budget"], said["outcome"])
    asked = [ask(f"{head[0]}{name}{stage}数是多少") for name in names for stage in stages]
    if any(len(a.figures) != 1 or a.status is not Status.ANSWERED for a in asked):
        return None
    return merge([*asked, answer], answer.conversation_id)


def no_money(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Nothing where a number is asked for and only money was found."""
    money = answer.figures and all(f.unit.endswith("元") or f.unit == "%" for f in answer.figures)
    return _declined(answer, "问的是数量，只找到了金额，不拿金额来回答。") if money else None


def no_number(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Nothing where money is asked for and only a number of things was found."""
    money = any(f.unit.endswith("元") or "%" in f.unit for f in answer.figures)
    counted = bool(answer.figures) and not money and not _HOW_MANY.search(text)
    return _declined(answer, "问的是钱数，只找到了数量，不拿数量来回答。") if counted else None


def _declined(
    answer: Answer, text: str = "没有把要相比的数字都找到，所以没有给出。请逐个来问。"
) -> Answer | None:
    """Nothing is told where another figure would be told for what was asked."""
    if answer.status is not Status.ANSWERED:
        return None
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": text, **empty})
