"""「翻一番吗」「减半了吗」「超过一半吗」「是上年的两倍吗」: a yes or no with the figures it rests on (倍与半).

A row says what is asked in what other words its measure is found (a change in per cent, a share, how many times), and
what the measure is to come to.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import chinese_number
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.second.two_asked import Ask

#: So much of the plain question must have been understood.
_SURE = 0.85
_YES = r"(?:了)?(?:没有?|吗|么|嘛|不|呢|啊|吧)*[？?。！!]*(?:具体)?(?:是)?(?:多少)?[？?。！!]*$"
_IF = r"(?:有没有|是不是|是否|有无|能不能|能否|会不会|难道|真的?|已经|都|又|就|快|几乎|差不多|整整)*"
_N = r"(?P<n>[一二两三四五六七八九十]|\d+(?:\.\d+)?)"
_PART = rf"(?P<part>(?:[一二两三四五六七八九]|\d)成(?P<half>半)?|{_N.replace('P<n>', 'P<of>')}分之(?P<num>[一二两三四五六七八九]|\d+)|一半|半数|半(?!年)|[大多]半)"
_WHETHER = regex(r"吗|么|嘛|没|有没有|是不是|是否|有无|不[？?。]?$|吧")
_Limit = Callable[[re.Match[str]], Decimal]
#: What is held against what was there before: the words for a change are put in their place.
_GREW: tuple[tuple[re.Pattern[str], _Limit, str], ...] = (
    (regex(rf"{_IF}翻(?:了)?{_N}?(?:一)?番{_YES}"), lambda m: (2 ** _count(m["n"] or "一") - 1) * 100, ">="),
    (regex(rf"{_IF}(?:翻(?:了)?(?:一|1)?倍|增加?(?:了|长了?)?(?:一|1)倍|涨(?:了)?(?:一|1)倍|多(?:了)?(?:一|1)倍|成倍增[长加]){_YES}"), lambda m: Decimal(100), ">="),
    (regex(rf"{_IF}(?:减(?:少)?(?:了)?一?半|腰斩|砍(?:掉)?(?:了)?一?半|少(?:了)?一半|降(?:了)?一半|下降(?:了)?一半|缩水(?:了)?一半|对半砍){_YES}"), lambda m: Decimal(-50), "<="),
)  # fmt: skip
#: How the change is asked for where the year before it is named, and where it is not.
_BASED = regex(r"(?:比|较|跟|和|与|同)(?:上一?年|去年|前一年|20\d\d年|\d\d年)[^，。]{0,6}$")
#: How much of a whole, or of a change: over it, or under it; the whole before that or behind it.
_UNDER = r"不到|不足|低于|少于|小于|没到|没过|不满"
_OVER = r"超过了?|超出|超了?|过了?|高于|多于|大于|达到了?|到了?|突破了?|有|是"
_REL = rf"(?P<rel>{_UNDER}|{_OVER})"
_NAME = (
    rf"(?!(?:{_UNDER}|{_OVER}|占|到|了))(?:(?!{_UNDER}|超过|超出|过半|达到)[\u4e00-\u9fff“”（）]){{2,14}}?"
)
_SIDE = rf"(?P<side>以上|以下)?{_YES}"
_SHARES = (
    regex(rf"{_IF}占(?:比(?:重|例)?)?了?到?了?(?P<whole>{_NAME})?的?{_IF}{_REL}?了?的?{_PART}{_SIDE}"),
    regex(rf"{_IF}{_REL}(?P<whole>{_NAME})?的?{_PART}{_SIDE}"),
    regex(rf"(?<=[增长加涨升高少降跌了])(?P<whole>){_IF}(?P<rel>){_PART}(?P<side>以上|以下)?{_YES}"),
)
_CHANGED = regex(r"(?:增长?|增加|涨|上涨|上升|提高|减少?|下降|降低?|降|跌|少|多)(?:了|幅)?(?:的幅度)?$")
#: A rate is held against the share itself; how far a budget was used is asked for otherwise.
_RATE = regex(r"[\u4e00-\u9fff](?:率|满意度)(?:有没有|是不是|是否|都|已经)?$")
_DONE = regex(r"执行|完成|进度|花|用")
_TIMES = regex(
    rf"{_IF}(?:是|为|相当于|等于|达到|有|超过)(?P<of>[\u4e00-\u9fff“”0-9]{{2,14}}?)的?{_N}倍(?:多|以上|左右)?{_YES}"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The plain question, in which unit its measure is, what that is to come to and how; the words asked by."""

    question: str
    unit: str
    limit: Decimal
    relation: str
    words: str


_HOLDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": lambda value, limit: value > limit,
    ">=": lambda value, limit: value >= limit,
    "<": lambda value, limit: value < limit,
    "<=": lambda value, limit: value <= limit,
}

#: Cheap words that every such question has.
ASKS_DOUBLED = regex(r"番|倍|半|腰斩|[一二两三四五六七八九\d]成|分之")


def doubled(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Whether the measure comes to what is asked, with it and its figures; None where it is not found."""
    asked = _asked(text)
    if asked is None:
        return None
    told = ask(asked.question)
    figure = _measure(told, asked, answer)
    if figure is None:
        return _not_found(answer, asked)
    value = Decimal(figure.value)
    yes = _HOLDS[asked.relation](value, asked.limit)
    no = "没有" if asked.relation in (">", ">=") or asked.unit == "±%" else "不是"
    both = "，".join(f"{i.label} {i.value} {i.unit}" for i in figure.inputs[:2])
    both = f"据以计算的是：{both}。" if asked.unit == "±%" and both else ""
    said = f"{'是的' if yes else no}。{told.answer}\n{_beside(value, asked)}{both}"
    return told.model_copy(update={"answer": said})


def _measure(told: Answer, asked: _Asked, answer: Answer) -> Figure | None:
    """The one figure of the measure, of the body and year that the question is about."""
    if told.status is not Status.ANSWERED or not told.figures:
        return None
    figure, *rest = told.figures
    same = all(told.plan.get(slot) == answer.plan.get(slot) for slot in ("entity", "year"))
    sure = float(str(told.plan.get("confidence", "0"))) > _SURE
    alone = sure and not any(f.formula for f in rest) and (figure.formula or not rest)
    return figure if same and alone and figure.unit == asked.unit.removeprefix("±") else None


def _beside(value: Decimal, asked: _Asked) -> str:
    if asked.unit == "倍":
        return f"问的是 {plain(asked.limit)} 倍，实为 {plain(value)} 倍。"
    if asked.unit != "±%":
        return f"问到的「{asked.words}」即 {plain(asked.limit)}%，实为 {plain(value)}%。"
    want = f"{'增加' if asked.limit > 0 else '减少'} {plain(abs(asked.limit))}%以上"
    real = f"{'增加' if value > 0 else '减少'} {plain(abs(value))}%" if value else "没有增减"
    return f"「{asked.words}」即{want}，实际{real}。"


def _not_found(answer: Answer, asked: _Asked) -> Answer | None:
    """That it cannot be said, where a figure was told that does not say it; None where nothing was told."""
    if answer.status is not Status.ANSWERED or not answer.figures or answer.figures[0].formula:
        return None
    text = f"{answer.answer}\n没有算出「{asked.words}」所需的另一个数，是与不是不敢判断。"
    return answer.model_copy(update={"answer": text})


def _asked(text: str) -> _Asked | None:
    if not _WHETHER.search(text):
        return None
    for pattern, limit, relation in _GREW:
        if match := pattern.search(text):
            before = text[: match.start()]
            based = "" if _BASED.search(before) else "比上年"
            return _Asked(f"{before}{based}增长百分之几", "±%", limit(match), relation, _words(match))
    if match := _TIMES.search(text):
        return _of_times(text, match)
    match = next((m for pattern in _SHARES if (m := pattern.search(text))), None)
    return _of_share(text, match) if match else None


def _words(match: re.Match[str]) -> str:
    return re.sub(rf"^{_IF}|(?:了)?(?:没有?|吗|么|嘛|不|呢|啊|吧)*[？?。！!]*$", "", match[0])


def _of_times(text: str, match: re.Match[str]) -> _Asked:
    before, of, limit = text[: match.start()], match["of"], _count(match["n"])
    relation = ">" if "超过" in match[0] else ">="
    if re.fullmatch(r"(?:上一?年|去年|前一年|20\d\d年?)度?", of):
        return _Asked(
            f"{before}比{of}增长百分之几", "±%", (limit - 1) * 100, relation, f"{of}的{match['n']}倍"
        )
    return _Asked(f"{before}是{of}的几倍", "倍", limit, relation, f"{match['n']}倍")


def _of_share(text: str, match: re.Match[str]) -> _Asked | None:
    before, limit, rel = text[: match.start()], _percent(match), match["rel"] or ""
    if limit is None:
        return None
    under = bool(re.fullmatch(_UNDER, rel)) or match["side"] == "以下"
    relation = "<" if under else ">" if re.search("超|过|高于|多于|大于|突破", rel) else ">="
    words = f"{rel}{match['part']}{match['side'] or ''}"
    changed = _CHANGED.search(before)
    if _RATE.search(before):
        return _Asked(f"{before}是多少", "%", limit, relation, words)
    if _DONE.search(before):
        return None
    if changed is None:
        whole = match["whole"] or ("" if "占" in before else "本年支出合计")
        plainly = f"{before}占{whole}的百分之几" if whole else f"{before}的百分之几"
        named = f"{match['whole']}的{words}" if match["whole"] else words
        return _Asked(plainly, "%", limit, relation, named)
    if under or match["whole"]:
        return None
    plainly = before[: changed.start()]
    based = "" if _BASED.search(plainly) else "比上年"
    if re.search("减|降|跌|少", changed[0]):
        limit, relation = -limit, relation.replace(">", "<")
    return _Asked(f"{plainly}{based}增长百分之几", "±%", limit, relation, changed[0] + words)


def _percent(match: re.Match[str]) -> Decimal | None:
    part = match["part"]
    if "分之" in part:
        of, number = _count(match["of"]), _count(match["num"])
        return rounded(number * 100 / of) if of else None
    if "成" in part:
        return _count(part[0]) * 10 + (5 if match["half"] else 0)
    return Decimal(50)


def _count(said: str) -> Decimal:
    if said[0].isdigit():
        return Decimal(said)
    number = chinese_number(said.replace("两", "二"))
    return Decimal(number if number is not None else 1)
