"""A question that found no answer, asked in the words that find one, and only told where these fit it (换个问法).

The parts of an account by another word, one body in per cent of another, a share of the whole budget, the bodies
beyond an amount, the year of the largest change: each way asks what is known and holds the answer against what was
asked; where that does not fit, the first answer stands.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.numbers import convert, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.read.bounds import Bound, bound_of
from service.second.either_or import either_or
from service.second.two_asked import HEAD, Ask, Pair, both

_PARTS = regex(
    r"(?:的)?(?:具体)?(?:构成|组成|明细|结构|细目|细项)(?:情况|部分)?(?:是什么|是啥|是怎样的|如何|怎么样|有哪些|呢)?[?？。]*$"
)
_RATIO = regex(
    r"(?P<one>[^，,。？]+?)(?:(?<!还)是|为|相当于|等于|占)(?P<other>[^，,。？]{2,30}?)(?:的)?(?:百分之(?:几|多少)|几分之几|几成|多少(?:百分比|%))[?？。]*$"
)
_SPENT_MORE = regex(
    r"(?P<one>[^，,。？]+?)比(?P<other>[^，,。？]{2,20}?)(?P<word>[多少])(?:花|用|支出?)(?:了|出)?(?P<much>百分之(?:几|多少)|几成)[?？。]*$"
)
_OF_BUDGET = regex(
    r"(?:的?支出|经费)?(?:的)?占(?P<budget>(?:总|全部|当年|部门)?(?:支出)?预算)?(?:的)?(?:比重|比例|比)(?:是|为|有)?(?:多少|多大|几)?[?？。]*$"
)
#: A whole that is named is no budget: 「在住房改革支出中的占比」.
_WITHIN = regex(r"占|[中里内]$")
#: Rates by their own names, which are no share of what is spent.
_NAMED_RATE = regex(r"[药耗材]占比")
_BEYOND = (
    regex(
        r"(?P<what>[^，,。？]*?)的(?:单位|部门|局|机关)(?:有|是|一共有|共有)?(?P<asked>哪[些几]个?家?|几[个家]|多少[个家]|[?？。]*$)"
    ),
    regex(
        r"(?:有)?(?P<asked>哪[些几][个家]?|几[个家]|多少[个家])(?:单位|部门|机关|局)(?:的)?(?P<what>[^，,。？]+?)[?？。]*$"
    ),
)
_FASTEST = regex(
    r"哪一?(?:个)?年(?P<what>[^，,。？]*?)(?P<way>增长|增加|上升|增幅|涨幅|涨|下降|减少|降幅|减幅|降)得?(?:幅度)?的?最(?P<most>快|猛|大|多|高|狠)(?:的)?(?:是哪一?年)?[?？。]*$"
)
#: Years that were set in order by how much they are.
_BY_SIZE = regex(r"其中(?:19|20)\d\d年度?最[多少高低大小]")
#: Wholes that go by several names.
_WHOLE = regex(r"总|全部|全年|本年|整体|上年|去年|预算|决算|目标|计划|合计|^20\d\d年度?$")
_GENERIC = regex(r"支出|经费|费用|费|收入|决算数?|[“”\"（）()的]")
#: 「近三年里」 before the year that is asked for.
_OF_YEARS = regex(r"(?:近|这|最近|过去)?[几两三四五]年(?:来|里面?|中|当中|之中)?的?，?$")
_CHANGED = regex(r"比(?:上年|20\d\d年).*$")
_UP = ("增", "涨", "上")
_YEAR = regex(r"20\d\d")
#: 「支出过亿」 is said without the one.
_ONE = regex(r"(?:超过|超|突破|过|破)(?=[亿万]|\d)")
_MONEY = ("元", "万元", "亿元")
_HOLDS: dict[str, Callable[[Decimal, Bound], bool]] = {
    ">": lambda value, bound: value > bound.low,
    ">=": lambda value, bound: value >= bound.low,
    "<": lambda value, bound: value < bound.low,
    "<=": lambda value, bound: value <= bound.low,
    "[]": lambda value, bound: bound.high is not None and bound.low <= value <= bound.high,
}


def asked_otherwise(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The answer to what is meant; None where the question is not of these kinds or nothing fits it."""
    if answer.status is Status.ANSWERED:
        if _is_sum_for_one(answer, text):
            return _declined(answer, "问的是其中哪一项最多或最少，没有能把各项排出来，不拿总数回答。")
        if _FASTEST.search(text) and _is_of_sizes(answer, text):
            return _fastest(text, ask) or _no_changes(answer)
        if (said := _of_another(answer, text)) is not None:
            return _against(said, ask) or _declined(answer, "没有把要相比的两个数都找到，算不出这个比例。")
        return _parts(answer, text, ask) if _is_total(answer) else None
    return next((made for way in _WAYS if (made := way(text, ask)) is not None), None)


#: Which one of several is most or least: the sum of all is none of them.
_MOST_OF = regex(
    r"最[高低多少大小](?:的|者)?(?:是|为)?(?:哪(?:一|个)?(?:[项类款笔块样]|科目)|什么科目)"
    r"|哪(?:一|个)?(?:[项类款笔块样]|科目)[^，。？]{0,10}最[高低多少大小]"
)
_OF_ALL = regex(r"^(?:本年)?(?:财政拨款)?(?:收入|支出)(?:合计|总计)")


def _is_sum_for_one(answer: Answer, text: str) -> bool:
    """「完成预算比例最高的是哪一项」 answered with that of all expenditure."""
    alone = len(answer.figures) == 1 and _OF_ALL.search(answer.figures[0].label) is not None
    return alone and _MOST_OF.search(text) is not None


def _is_of_sizes(answer: Answer, text: str) -> bool:
    """Whether years were set in order by how much they are, or one year was taken where none is named."""
    one = len({figure.year for figure in answer.figures}) == 1 and not _YEAR.search(text)
    return one or _BY_SIZE.search(answer.answer) is not None


def _of_another(answer: Answer, text: str) -> re.Match[str] | None:
    """「培训费是差旅费的百分之几」 where the share of another whole was told."""
    said = _RATIO.search(text) if answer.figures[:1] and len(answer.figures[0].inputs) == 2 else None
    if said is None or answer.figures[0].unit != "%" or text[said.end("one")] == "占":
        return None
    head = HEAD.match(said["one"])
    part, whole = answer.figures[0].inputs
    if head is None or _WHOLE.search(said["other"]):
        return None
    told = _means(said["one"][head.end() :], part.label) and _means(said["other"], whole.label)
    return None if told else said


def _means(said: str, label: str) -> bool:
    """Whether an account may be said so, whole or by some of its characters (社保支出, 社会保障和就业支出)."""
    said, label = (_GENERIC.sub("", fold(name)) for name in (said, label))
    return set(said) <= set(label) or (bool(label) and label in said)


def _against(said: re.Match[str], ask: Ask) -> Answer | None:
    """One account in per cent of another of the same body and year."""
    head = HEAD.match(said["one"])
    if head is None:
        return None
    return both(Pair(f"{said['one']}是多少", f"{head[0]}{said['other']}是多少", ratio=True), ask)


def _no_changes(answer: Answer) -> Answer:
    """No answer where the years were set in order by how much they are, not by how they changed."""
    return _declined(answer, "问的是哪一年增减最多，没有找到各年的增减数，不拿各年的数额来回答。")


def _declined(answer: Answer, sorry: str) -> Answer:
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": sorry, **empty})


def _is_total(answer: Answer) -> bool:
    return len(answer.figures) == 1 and answer.figures[0].formula is None and answer.figures[0].unit in _MONEY


def _parts(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """「公用经费明细」: all parts, where only their sum was told."""
    said = _PARTS.search(text)
    if said is None or not said.start():
        return None
    whole, account = answer.figures[0], text[: said.start()]
    for asks in ("包括哪些，各多少", "的项级科目有哪些，各多少"):
        told = ask(account + asks)
        if told.status is Status.ANSWERED and _add_up(told.figures, whole):
            return told.model_copy(
                update={
                    "answer": f"{answer.answer}\n其中，{told.answer}",
                    "figures": [whole.model_copy(update={"citation": None}), *told.figures],
                }
            )
    return None


#: Parts that are rounded make the whole but for so much each, in the unit that they are printed in.
_ROUNDED = Decimal("0.01")


def _add_up(parts: Sequence[Figure], whole: Figure) -> bool:
    """Whether figures are several parts of one account that make all of it."""
    if len(parts) < 2 or any(f.entity != whole.entity or f.year != whole.year or f.formula for f in parts):
        return False
    values = [convert(Decimal(f.value), f.unit, whole.unit) for f in parts]
    total = sum((value for value in values if value is not None), Decimal(0))
    return None not in values and abs(total - Decimal(whole.value)) <= _ROUNDED * len(parts)


def _in_per_cent(text: str, ask: Ask) -> Answer | None:
    """「甲局支出是乙局的几分之几」: by how many times the one is the other."""
    said = _RATIO.search(text)
    told = ask(f"{said['one']}是{said['other']}的几倍") if said is not None else None
    figure = told.figures[0] if told is not None and told.status is Status.ANSWERED and told.figures else None
    if told is None or figure is None or figure.unit != "倍" or len(figure.inputs) != 2:
        return None
    if len({f.entity for f in told.figures if f.entity}) != 2:
        return None
    one, other = figure.inputs
    value = convert(Decimal(other.value), other.unit, one.unit)
    if not value:
        return None
    ratio = rounded(Decimal(one.value) / value * 100)
    formula = f"{plain(Decimal(one.value))} ÷ {plain(value)} × 100% = {plain(ratio)}%"
    made = figure.model_copy(
        update={
            "label": f"{one.label}相当于{other.label}的比例",
            "value": plain(ratio),
            "unit": "%",
            "formula": formula,
        }
    )
    said_so = f"{one.label} {one.value} {one.unit}，相当于{other.label} {other.value} {other.unit}的 {plain(ratio)}%（{formula}）。"
    return told.model_copy(update={"answer": said_so, "figures": [made, *told.figures[1:]]})


def _spent_more(text: str, ask: Ask) -> Answer | None:
    """「甲局比乙局多花百分之几」: of all that they spend."""
    said = _SPENT_MORE.search(text)
    told = (
        ask(f"{said['one']}支出比{said['other']}{said['word']}{said['much']}") if said is not None else None
    )
    return told if told is not None and _is_of(told, 2, "%") else None


def _is_of(told: Answer, bodies: int, unit: str) -> bool:
    if told.status is not Status.ANSWERED or not told.figures or told.figures[0].unit != unit:
        return False
    return len({f.entity for f in told.figures if f.entity}) == bodies


def _of_budget(text: str, ask: Ask) -> Answer | None:
    """「三公占预算比重」「三公经费占比」: of all expenditure, of the budget where the figures are budgets."""
    said = _OF_BUDGET.search(text)
    if said is None or not said.start() or _WITHIN.search(text[: said.start()]) or _NAMED_RATE.search(text):
        return None
    name = text[: said.start()]
    name = name if name.endswith(("费", "支出", "购", "贴", "金")) else f"{name}经费"
    told = ask(f"{name}占总支出的百分之几")
    figure = told.figures[0] if told.status is Status.ANSWERED and told.figures else None
    if figure is None or figure.unit != "%" or len(figure.inputs) != 2:
        return None
    return told if not said["budget"] or "预算" in figure.stage else None


def _beyond(text: str, ask: Ask) -> Answer | None:
    """「三公经费超过10万的单位有几个」: of all bodies that print the account, those within the bound."""
    said = next((m for pattern in _BEYOND if (m := pattern.search(text)) is not None), None)
    heard = _counted(said["what"]) if said is not None else ""
    bound = bound_of(heard)
    if said is None or bound is None or bound.rate or bound.relation not in _HOLDS:
        return None
    account = heard.replace(bound.words, "")
    if account == heard:
        return None
    year = _YEAR.search(text)
    if not re.sub(r"(?:20\d\d)?年?度?的?", "", account) or year is None:
        return None  # bodies are held against one bound in one year
    account = re.sub(r"20\d\d年?度?的?", "", account).strip("的")
    told = ask(f"{year[0]}年哪个单位{account}最多")
    if told.status is not Status.ANSWERED:
        return None
    return _within(told, bound, int(year[0]))


def _counted(text: str) -> str:
    return re.sub(r"(?<=超过)([亿万])", r"1\1", _ONE.sub("超过", text))


def _within(told: Answer, bound: Bound, year: int) -> Answer | None:
    """Those within the bound, and the others named beside them."""
    amounts = [(f, convert(Decimal(f.value), f.unit, "元")) for f in told.figures]
    sure = [(f, value) for f, value in amounts if value is not None and f.year == year and f.entity]
    names = [f.entity for f, _ in sure]
    if (
        len(sure) < len(amounts)
        or len(set(names)) < max(2, len(names))
        or len({f.label for f, _ in sure}) != 1
    ):
        return None
    inside = [f for f, value in sure if _HOLDS[bound.relation](value, bound)]
    outside = [f for f, _ in sure if f not in inside]
    label = sure[0][0].label
    lead = f"在列出{year}年度{label}的{len(sure)}个单位里，{bound.words}的有{len(inside)}个"
    lead += f"：{_each(inside)}。" if inside else "。"
    rest = f"其余：{_each(outside)}。" if outside else ""
    count = Figure(
        label=f"{label}{bound.words}的单位数", value=str(len(inside)), unit="个", entity="", year=year, stage=sure[0][0].stage,
        formula=None, inputs=[], citation=sure[0][0].citation,
    )  # fmt: skip
    return told.model_copy(update={"answer": lead + rest, "figures": [count, *inside, *outside]})


def _each(figures: Sequence[Figure]) -> str:
    return "、".join(f"{f.entity} {f.value} {f.unit}（{f.stage}）" for f in figures)


def _fastest(text: str, ask: Ask) -> Answer | None:
    """「哪一年支出增长最快」: the change of each year that is held, and the largest of them."""
    said = _FASTEST.search(text)
    if said is None or _YEAR.search(text):
        return None
    rate = said["most"] in "快猛狠" or "幅" in said[0]
    up = said["way"].startswith(_UP)
    head, what = _OF_YEARS.sub("", text[: said.start()]), said["what"]
    history = ask(f"{head}{what}历年是多少")
    years = sorted({f.year for f in history.figures}) if history.status is Status.ANSWERED else []
    asks = "增长百分之几" if rate else "增加多少"
    told = [(year, ask(f"{head}{year}年{what}比上年{asks}")) for year in years]
    changes = [(y, a.figures[0], a) for y, a in told if _is_change(a, y, rate)]
    stages = Counter(f.stage for _, f, _ in changes).most_common(1) or [("", 0)]
    found = [one for one in changes if one[1].stage == stages[0][0]]  # budgets are held against budgets
    names = {(_CHANGED.sub("", f.label), f.unit) for _, f, _ in found}
    if len(found) < 2 or len(names) != 1:
        return None
    return _largest(found, up)


def _is_change(answer: Answer, year: int, rate: bool) -> bool:
    if (
        answer.status is not Status.ANSWERED
        or not answer.figures
        or not _CHANGED.search(answer.figures[0].label)
    ):
        return False
    figure = answer.figures[0]
    return figure.year == year and (figure.unit == "%" if rate else figure.unit in _MONEY)


def _largest(found: Sequence[tuple[int, Figure, Answer]], up: bool) -> Answer | None:
    ordered = sorted(found, key=lambda one: Decimal(one[1].value), reverse=up)
    year, first, answer = ordered[0]
    value = Decimal(first.value)
    if (value <= 0) if up else (value >= 0):
        return None
    each = "；".join(
        f"{y}年{'增加' if Decimal(f.value) > 0 else '减少' if Decimal(f.value) < 0 else '持平'} {plain(abs(Decimal(f.value)))} {f.unit}"
        for y, f, _ in sorted(found, key=lambda one: one[0])
    )
    text = f"{first.entity}在能算出{first.stage}增减的{len(found)}个年度里，{_CHANGED.sub('', first.label)}比上年{'增加' if up else '减少'}最多的是{year}年。各年比上年：{each}。"
    others = [f.model_copy(update={"citation": None, "inputs": []}) for _, f, _ in ordered[1:]]
    return answer.model_copy(update={"answer": text, "figures": [first, *others]})


_WAYS: tuple[Callable[[str, Ask], Answer | None], ...] = (
    _in_per_cent,
    _spent_more,
    _of_budget,
    _beyond,
    _fastest,
    either_or,
)
