"""A second step on what the first found: the largest of several and its share, the highest year over the lowest (两步问).

Both steps are told with their figures. The first is asked for plainly; where it does not give one figure for each thing
that is named, nothing is made.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, inputs, share_of, value_in, who
from service.read.terms import overlap
from service.second.merge import merge
from service.second.two_asked import HEAD, Ask

_AND = r"[、和与及跟]"
_NAME = r"[\u4e00-\u9fff“”（）()]{2,16}?"
_SHARE = (
    r"[，,]?(?:它|其|这[一]?[项个笔]|那[一]?[项个笔])?占(?:了|到|比)?(?:是)?(?P<whole>[\u4e00-\u9fff“”]{2,12}?)?的?"
    r"(?:比重|比例|份额)?(?:是|为)?(?:几成|多少|百分之[几多]少?|几(?=$|[？?])|比重|比例|多大)(?:比重|比例)?[？?。！!]*$"
)
_WHICH = r"(?:哪[一]?[个项样笔种]?|谁)(?:的)?(?:金额|数额|支出|花得|花|更|比较)*(?P<most>最?[多大高少小低])(?:的)?(?:是)?(?:哪[个项]|什么|谁)?"
#: 「差旅费、会议费各多少，哪项最多，占几成」.
ASKS_LARGEST = regex(
    rf"(?P<list>{_NAME}(?:{_AND}{_NAME})+?)(?:这?[两二三四五六七八]项|这些)?(?:里|中|当中|里面)?(?:各自|分别|各)?(?:花了?|是|有)?(?:多少)?(?:钱|万元)?[，,]?{_WHICH}{_SHARE}"
)
#: A whole that is no account: all that was named together.
_ALL = regex(
    r"^(?:[这那它]?[两二三四五六七八]?[项者个笔]|它们|[这那]些|全部|总[数额量和]?|合计|一起|其中|里面|的)*$|^(?:[这那]?[两二三四五六七八]?[项者])(?:总[和额]|合计|之和)$"
)
_N = r"(?P<n>[二两三四五六七八九十]|\d)"
#: 「最大的三个项目加起来占多少」.
ASKS_TOP = regex(
    rf"(?:最[大多高贵]的?|前){_N}(?:大|个|笔|项|类|样)?(?P<what>项目|采购|物品|支出|开支|花销|科目|类)(?:支出|资金|金额)?(?:加起来|合起来|合计|一共|总共|加总|之和|总和|加在一起|共)+(?:的|一共|共|大概)*{_SHARE}"
)
#: 「哪年最高，比最低那年高多少」.
ASKS_YEAR = regex(
    r"(?:是)?哪一?年(?:的)?(?P<what>花得|花|[\u4e00-\u9fff“”]{2,12}?)?(?P<most>最[高多大低少小])(?:的)?[，,。；;？?]*(?:它)?(?:比|与|和|跟)最[低少小高多大](?:的)?(?:那[一]?年|一年|年份|的)?(?:相比)?(?:要)?(?:[高多大低少小]|相差|差)(?:出|了)?(?:多少|几)[\u4e00-\u9fff]{0,4}[？?。！!]*$"
)
#: 「A、B、C哪个最少，比最多的少多少」.
ASKS_SPREAD = regex(
    rf"(?P<list>{_NAME}(?:{_AND}{_NAME}){{2,}}?)(?:这?[三四五六七八]项|这些)?(?:里|中|当中|里面)?(?:各自|分别|各)?(?:花了?|是|有)?(?:多少)?[，,]?"
    r"(?:哪[一]?[个项样笔种]?|谁)(?P<most>最[多大高少小低])(?:的)?[，,。]?(?:它)?比最[多大高少小低](?:的)?(?:那[个项]|一[个项])?(?:要)?[多大高少小低](?:出|了)?(?:多少|几)(?:钱|万元)?[？?。！!]*$"
)
#: 「钱主要花在哪」「大头是什么」: the first with its share.
ASKS_MOSTLY = regex(
    r"主要[^，。]{0,4}(?:花|用|投)|(?:花|用|投|去)(?:在|到)?了?(?:哪|什么地方|啥地方)|大头|最大的?一块"
)
#: Stages of money that was spent; a plan is held against a plan.
_SPENT = ("决算", "执行")
_LEAST = regex("[少小低]")


def largest(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Each that is named, the largest of them, and its share of what is named, or of all of them together."""
    match = ASKS_LARGEST.search(text)
    head = HEAD.match(text)
    begin = head.end() if head and match and head.end() > match.start() else match.start() if match else 0
    before = text[:begin] if head else who(answer)
    if match is None or not before:
        return None
    names = re.split(_AND, text[begin : match.end("list")])
    if len(names) < 2 or any(len(name) < 2 for name in names):
        return None
    listed = ask(f"{before}{'、'.join(names)}各是多少")
    figures = _each(listed, len(names))
    if figures is None:
        return _lacking(answer, listed, names)
    least = bool(_LEAST.search(match["most"]))
    first = _extreme(figures, least)
    whole = match["whole"] or ""
    share = _share(listed, first, figures, "" if _ALL.match(whole) else whole, before, ask)
    lead = f"其中{first.label}{'最少' if least else '最多'}，{amount(first)}"
    if share is None:
        said = f"{listed.answer}\n{lead}。没有算出它占{whole}的比重。"
        return listed.model_copy(update={"answer": said})
    made, told = share
    said = (
        f"{listed.answer}\n{lead}，{made.label.removeprefix(first.label)}为 {made.value}%（{made.formula}）。"
    )
    return told.model_copy(
        update={
            "answer": said,
            "figures": [first, made, *(f for f in told.figures if f not in (first, made))],
        }
    )


def spread(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Each that is named, the largest and the smallest of them, and how far they are apart."""
    match, head = ASKS_SPREAD.search(text), HEAD.match(text)
    begin = head.end() if head and match and head.end() > match.start() else match.start() if match else 0
    before = text[:begin] if head else who(answer)
    if match is None or not before:
        return None
    names = re.split(_AND, text[begin : match.end("list")])
    listed = ask(f"{before}{'、'.join(names)}各是多少")
    figures = _each(listed, len(names))
    if figures is None:
        return None
    high, low = _extreme(figures, least=False), _extreme(figures, least=True)
    made = _gap(high, low)
    lead = f"{high.label}最多，{amount(high)}；{low.label}最少，{amount(low)}；相差 {amount(made)}（{made.formula}）。"
    return listed.model_copy(
        update={"answer": f"{listed.answer}\n{lead}", "figures": [made, *listed.figures]}
    )


def _gap(high: Figure, low: Figure) -> Figure:
    """How much the one is above the other, in the unit of the first; their units convert."""
    value = value_in(low, high.unit) or Decimal(0)
    gap = Decimal(high.value) - value
    told = {"value": plain(gap), "formula": f"{high.value} − {plain(value)} = {plain(gap)}", "printed": None}
    label = f"{high.label}与{low.label}之差"
    return high.model_copy(update={**told, "label": label, "inputs": inputs((high, low))})


def _share(
    listed: Answer, first: Figure, figures: Sequence[Figure], whole: str, before: str, ask: Ask
) -> tuple[Figure, Answer] | None:
    """The share and the answer with all figures it needs; None where the whole is not found."""
    if not whole:
        made = share_of(first, figures, f"这{len(figures)}项合计")
        return (made, listed) if made is not None else None
    told = ask(f"{before}{first.label}占{whole}的百分之几")
    rate = told.figures[0] if told.status is Status.ANSWERED and len(told.figures) == 1 else None
    if rate is None or rate.unit != "%" or not rate.inputs or rate.inputs[0].value != first.value:
        return None
    both = merge((listed, told), listed.conversation_id)
    return both.figures[-1], both


def _each(listed: Answer, count: int) -> list[Figure] | None:
    """One plain figure for each that is named, in units that convert; None where any is lacking."""
    figures = listed.figures
    plainly = (
        listed.status is Status.ANSWERED and len(figures) == count and not any(f.formula for f in figures)
    )
    apart = len({(f.label, f.year, f.entity) for f in figures}) == count
    same = figures and all(value_in(f, figures[0].unit) is not None for f in figures)
    return figures if plainly and apart and same else None


def _extreme(figures: Sequence[Figure], least: bool) -> Figure:
    unit = figures[0].unit
    return (min if least else max)(figures, key=lambda f: value_in(f, unit) or Decimal(0))


def _lacking(answer: Answer, listed: Answer, names: Sequence[str]) -> Answer | None:
    """Those that were found and which were not; not the shares of one of them in another, which nobody asked for."""
    plainly = listed.status is Status.ANSWERED and not any(f.formula for f in listed.figures)
    found = [n for n in names if any(overlap(fold(f.label), fold(n)) > 1 for f in listed.figures)]
    if plainly and 0 < len(found) < len(names):
        missing = "、".join(f"「{name}」" for name in names if name not in found)
        text = f"{listed.answer}\n没有找到{missing}的数字，所以不能说哪项最多、占几成。"
        return listed.model_copy(update={"answer": text})
    if answer.status is not Status.ANSWERED or not any(f.unit == "%" for f in answer.figures):
        return None
    text = "没有把问到的几项都找到，分不出哪项最多，也算不出占比。请逐项来问。"
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "low_confidence"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": text, **empty})


def top_together(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The largest projects or purchases together, as a share of what is named or of the whole expenditure."""
    match, head = ASKS_TOP.search(text), who(answer)
    number = _number(match["n"]) if match else 0
    if match is None or not head or number < 2:
        return None
    what = "采购" if match["what"] == "物品" and "采购" in text else match["what"]
    if what not in ("项目", "采购"):
        return _classes(answer, ask(f"{head}支出最大的{match['n']}类加起来占多少"))
    ranked = ask(
        f"{head}最大的{number}个{what}"
        if what == "项目"
        else f"{head}政府采购金额最大的{match['n']}样物品是什么"
    )
    figures = _each(ranked, number)
    if figures is None:
        return _none_of(answer, what)
    name = match["whole"] or ("政府采购支出" if what == "采购" else "本年支出合计")
    whole = ask(f"{head}{name}是多少")
    if whole.status is not Status.ANSWERED or len(whole.figures) != 1:
        return _none_of(answer, what)
    both = merge((ranked, whole), answer.conversation_id)
    *parts, total = both.figures
    made = _together(parts, total)
    if made is None:
        return _none_of(answer, what)
    said = f"{ranked.answer}\n三者" if number == 3 else f"{ranked.answer}\n这{number}个"
    said = f"{said}合计占{total.label}（{amount(total)}）的 {made.value}%（{made.formula}）。"
    return both.model_copy(update={"answer": said, "figures": [made, *both.figures]})


def _classes(answer: Answer, told: Answer) -> Answer | None:
    """The largest classes as a share, where the answer has none yet."""
    known = told.status is Status.ANSWERED and told.figures and told.figures[0].unit == "%"
    return told if known and answer.status is not Status.ANSWERED else None


def _together(parts: Sequence[Figure], total: Figure) -> Figure | None:
    values = [value_in(f, total.unit) for f in parts]
    summed = sum((v for v in values if v is not None), Decimal(0))
    whole = Decimal(total.value)
    spent = {f.stage in _SPENT for f in (*parts, total)}
    if None in values or whole <= 0 or summed > whole or len(spent) > 1:
        return None
    rate = (summed / whole * 100).quantize(Decimal("0.01"))
    added = " + ".join(plain(v) for v in values if v is not None)
    formula = f"（{added}）÷ {plain(whole)} × 100% = {plain(rate)}%"
    return total.model_copy(
        update={"label": f"前{len(parts)}项占{total.label}的比重", "value": plain(rate), "unit": "%", "formula": formula,
                "inputs": inputs((*parts, total)), "printed": None}
    )  # fmt: skip


def _none_of(answer: Answer, what: str) -> Answer:
    text = f"没有找到逐一列出的{what}和它们所占的总额，算不出最大几个合计占多少；按支出的类可以算，请问「支出最大的三类占多少」。"
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": text, **empty})


def year_over_year(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The highest and the lowest of several years, and how far they are apart."""
    match = ASKS_YEAR.search(text)
    if match is None:
        return None
    what = (match["what"] or "").replace("花得", "支出").replace("花", "支出")
    listed = ask(f"{text[: match.start()]}{what}分别是多少")
    figures = _of_years(listed)
    if figures is None:
        return None
    high, low = _extreme(figures, least=False), _extreme(figures, least=True)
    value = value_in(low, high.unit)
    assert value is not None  # seen to by _of_years
    gap = Decimal(high.value) - value
    formula = f"{high.value} − {plain(value)} = {plain(gap)}"
    made = high.model_copy(
        update={"label": f"{high.year}年与{low.year}年{high.label}之差", "value": plain(gap), "formula": formula,
                "inputs": inputs((high, low)), "printed": None}
    )  # fmt: skip
    tops, lows = (_tied(figures, f) for f in (high, low))
    lead = f"{tops}相同，都是 {amount(high)}。" if not gap else ""
    lead = lead or (
        f"{tops}最高，{amount(high)}；{lows}最低，{amount(low)}；相差 {plain(gap)} {high.unit}（{formula}）。"
    )
    return listed.model_copy(
        update={"answer": f"{listed.answer}\n{lead}", "figures": [made, *listed.figures]}
    )


def _tied(figures: Sequence[Figure], one: Figure) -> str:
    """The years that have the value of this one."""
    return "、".join(f"{f.year}年" for f in figures if value_in(f, one.unit) == Decimal(one.value))


def _of_years(listed: Answer) -> list[Figure] | None:
    figures = _each(listed, len(listed.figures))
    one_thing = figures and len({(f.label, f.entity, f.stage) for f in figures}) == 1
    return figures if figures and one_thing and len({f.year for f in figures}) == len(figures) > 1 else None


def mostly(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The classes in their order, with the first one's share of the whole."""
    ranked = answer.plan.get("operation") == "排名" and answer.status is Status.ANSWERED
    first = answer.figures[0] if answer.figures else None
    shared = any(figure.formula for figure in answer.figures)
    if not ranked or first is None or shared or not first.unit.endswith("元") or "收入" in first.label:
        return None
    told = ask(f"{who(answer)}{first.label}占本年支出合计的百分之几")
    rate = told.figures[0] if told.status is Status.ANSWERED and len(told.figures) == 1 else None
    if rate is None or rate.unit != "%" or not rate.inputs or rate.inputs[0].value != first.value:
        return None
    both = merge((answer, told), answer.conversation_id)
    said = f"{answer.answer}\n最大的是{first.label}，占本年支出合计的 {rate.value}%（{rate.formula}）。"
    return both.model_copy(update={"answer": said, "figures": answer.figures})


def _number(said: str) -> int:
    return int(said) if said.isdigit() else chinese_number(said.replace("两", "二")) or 0
