"""Years in a question: written in any script, told by 去年 or 前一年, or named as the base of a comparison (年度)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.patterns import regex
from ingest.text import chinese_number

_WRITTEN = regex(
    r"(?P<long>20\d\d)(?:\s*年(?:度)?|度?(?!\d*\.\d|[万亿](?=元|块|以[上下内]|[的吗么了呢没多左至到或和与、,，.。？?\s)）]|$)|元|[件辆台套]|人次|批次|平方|公里|万[件人吨户]))|(?<![\d.])(?P<short>\d\d)\s*(?:年(?!前|后|内(?!设)|级)(?:度)?|(?=决算|预算))"
)
_RANGE = regex(
    r"(?<!\d)(?P<first>20\d\d|\d\d)\s*年?度?\s*(?:(?:一直|一路)?[到至]|[-—–~～]+)\s*(?P<last>20\d\d|\d\d)\s*(?:年度?|(?=三年|两年|四年|五年|这?几年|期间)|(?<=20\d\d)(?!\d|[.,]?\d|万|元|亿|个|人|件)|(?<=[到至]1[5-9])(?![\d.%万元亿个人件辆次项家月日号点])|(?<=[到至]2\d)(?![\d.%万元亿个人件辆次项家月日号点]))"
)
#: 「23、24、25三年」.
_LISTED = regex(
    r"(?<!\d)(?:20)?\d\d年?(?:\s*[、,，和\s]\s*(?:20)?\d\d年?)+(?=\s*[两三四五]?年|这?[两三四五]年)"
)
#: 「这三年 17 18 19 咋变的」: two digits apart, each the year after the one before.
_IN_TURN = regex(
    r"(?<![\d.第])(?:1[0-9]|2\d)(?:[\s、,，/和跟与]+(?:1[0-9]|2\d))+(?![\d.%]|\s*[万亿元个辆件次批台套名人家项月日号天条款页岁届期级])"
)
#: 「一七一八一九三年」, 「171819三年」: years run together, and how many they are.
_RUN = regex(
    r"(?<![\d.一二三四五六七八九十])(?P<run>(?:(?:1[0-9]|2\d)[、,，\s和]*){2,5}|(?:[一二][〇零○一二三四五六七八九][、,，\s和]*){2,5})"
    r"(?=这?(?P<many>[两二三四五])年)"
)
_DIGIT = {char: str(number) for number, char in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
#: Two digits straight between words, 「省委办18提租补贴」; a number of things has its unit behind it.
_BARE = regex(
    r"(?<![\d.第前])(?P<short>1[5-9]|2\d)(?=[\u4e00-\u9fff])(?![万亿元个辆件次批台套名人家项年月日号天大多几岁届期级层米吨户条种余到至]|平方|公里|百分|点|小时|分钟|周年)"
)
_CHINESE = regex(
    r"(?P<digits>[二两][〇零○Oo0][一二三四五六七八九〇零○]{2}|[一二][〇零○一二三四五六七八九]|(?<![三四五六七八九几])[一二]?十[一二三四五六七八九]?)年(?!级|前|后|内)(?:度)?"
)
#: 「2022年、2023年两年一共」: how many years were named, said behind them.
_ALL_NAMED = regex(
    r"(?<=年)度?[\s，,、]*(?P<many>[两二三四五])年(?=[\u4e00-\u9fff])(?![来内前后级期制多以之])"
)
#: Years of which there are no disclosures (1998年, 0年, 9999年): asked for all the same, so that no other is told.
_ABSURD = regex(r"(?<![\d.,])(?P<year>0|(?!20)\d{4}|\d{3}|\d{5,})\s*年(?!级|前|后|内)(?:度)?")
#: Words for years counted back from the newest year that a body has; a base of comparison is no year asked for.
_RELATIVE = (("今年", 0), ("本年度", 0), ("明年", -1), ("去年", 1), ("上年度", 1), ("前年", 2))
#: Words for years counted from the one that was spoken of; without a conversation they count from the newest.
_STEPS = (
    ("再往前一年", -1),
    ("再前一年", -1),
    ("前一年度", -1),
    ("前一年", -1),
    ("上一年度", -1),
    ("上一年", -1),
    ("再往前", -1),
    ("后一年", 1),
    ("下一年度", 1),
    ("下一年", 1),
    ("第二年", 1),
    ("次年", 1),
    ("这一年", 0),
    ("同一年", 0),
)
_YEAR_WORD = (
    r"(?:上一?年度?|去年|前一年"
    r"|(?P<base{}>20\d\d(?=\s*年|预算|决算|的|差(?!旅)|多|少|高|低|增|减|涨|降)|\d\d(?=\s*年))\s*(?:年度?)?)"
)
_KIND = r"(?:的?(?:当年)?(?:预算执行|预算|决算|执行|实际)数?)?"
_BASE = regex(
    rf"(?:(?<![占对])比(?!较)|(?<!比)较|(?<=[\u4e00-\u9fff])(?<![请烦忙我您你下来要想需做个])对比|相比于?)\s*{_YEAR_WORD.format(1)}(?P<kind1>{_KIND})(?:相比|比较)?"
    rf"|(?:同|跟|和|与)\s*{_YEAR_WORD.format(2)}(?P<kind2>{_KIND})(?:相比|比较|[来一]比|比(?!例|重)|(?=[相]?差(?!旅)|减|持平|一致|相同))"
    r"|上一?年度?(?!结|末|余|转)|同比"
)


#: 「上一年的呢」 in a conversation asks for that year, it compares nothing.
_BEFORE_THAT = regex(
    r"那?么?(?:上一?年|去年|前一年)度?的?(?:到底|究竟)?(?P<stage>(?:预算|决算|执行|实际)(?:数|支出)?的?|(?:这个|那个)?(?:占比|比重|比例|平均|人均|[\u4e00-\u9fff]{1,6}率|满意度))?(?:呢|数|是多少|多少|是多少呢)?[？?。]?"
)

#: 「上一年的接待费是多少」: that year's own figure of an account, compared with nothing.
_OF_BEFORE = regex(
    r"(?:[^\d，。？比较与同跟和对]{0,18}，)?(?:那么?|那个)?[^\d，。？比较与同跟和对]{0,18}(?P<year>(?:上一?年|前一年)(?!度?的?(?:那(?:个|笔|块))?(?:结|余|末|底|来|转))度?的?(?:那(?:个|笔|块))?)"
    r"[^\d，。？比较增减升降涨跌差变同持]{1,12}"
    r"(?:多少|几[^，。？]{1,3}|呢)(?:万元?|亿元?|元|钱|人|辆)?[？?。]?"
)


@dataclass(frozen=True, slots=True)
class Period:
    """Years that a question asks for, as numbers or as steps, and the places of their words.

    ``back`` counts back from the newest year, ``step`` from the year spoken of before; ``base`` says that another
    year is named to compare with, ``base_year`` which one where it is a number, ``base_kind`` 预算 or 决算 of it.
    """

    years: tuple[int, ...]
    back: int | None
    base: bool
    spans: tuple[tuple[int, int], ...]
    step: int | None = None
    base_year: int | None = None
    base_kind: str = ""
    places: tuple[int, ...] = ()


@lru_cache(maxsize=256)
def find_period(text: str) -> Period:
    """The years of a question; years that stand only as the base of a comparison are left out."""
    if (asked := _BEFORE_THAT.fullmatch(text)) is not None:
        low, high = asked.span("stage") if asked["stage"] else (len(text), len(text))
        return Period((), None, False, ((0, low), (high, len(text))), -1)
    if (asked := _OF_BEFORE.fullmatch(text.replace(",", "，"))) is not None:
        return Period((), None, False, (asked.span("year"),), -1)
    # 「2023年和2025年比」 sets two years side by side; neither is only a base.
    bases = [
        m
        for m in _BASE.finditer(text)
        if (not re.search(r"(?:年度?的?|(?<!\d)20\d\d)$", text[: m.start()]) or m[0][0] not in "同跟和与")
        and not _of_both(text, m)
    ]
    spans: list[tuple[int, int]] = [m.span() for m in bases]
    found: dict[int, int] = {}
    for match in _RANGE.finditer(text):
        first, last = (_full(y) for y in (match["first"], match["last"]))
        if 0 < last - first <= 15 and not _within(match.start(), spans):
            found |= {year: match.start() for year in range(first, last + 1)}
            spans.append(match.span())
    for match in _LISTED.finditer(text):
        if not _within(match.start(), spans):
            found |= {_full(digits): match.start() for digits in re.findall(r"(?:20)?\d\d", match[0])}
            spans.append(match.span())
    for match in () if found else (*_IN_TURN.finditer(text), *_RUN.finditer(text)):
        digits = "".join(_DIGIT.get(char, char) for char in match[0])
        turn = [_full(two) for two in re.findall(r"\d\d", digits)]
        if not _within(match.start(), spans) and turn == list(range(turn[0], turn[0] + len(turn))):
            found |= {year: match.start() for year in turn}
            spans.append(match.span())
    _single(text, found, spans)
    named = (
        m for m in _ALL_NAMED.finditer(text) if chinese_number(m["many"].replace("两", "二")) == len(found)
    )
    spans += [(m.start("many"), m.end()) for m in named]
    step = _told(text, _STEPS, spans) if not found else None
    back = _told(text, _RELATIVE, spans)
    years = tuple(found)
    base_year, kind = _base_of(bases)
    return Period(
        years,
        back if not years else None,
        bool(bases),
        tuple(spans),
        step,
        base_year,
        kind,
        tuple(found.values()),
    )


def _of_both(text: str, base: re.Match[str]) -> bool:
    """「城管局跟卫健局比2023年车差几辆」: of two bodies or things set side by side, the only year is that of both."""
    alone = len(re.findall(r"(?:20\d\d|(?<!\d)\d\d)\s*年", text)) == 1 and not re.search(
        "[去上今前]一?年", text
    )
    side = base[0].startswith("比") and _SIDE.search(text[: base.start()]) is not None
    return alone and side and bool(_APART.search(text, base.end())) and not _MOVED.search(text, base.end())


_SIDE = regex(r"[跟和与同][^，。？\d]{2,16}$")
_APART, _MOVED = regex(r"差(?!旅)|谁|哪[个家边]"), regex(r"[增减涨降升跌]|[多少]了|变")


def _single(text: str, found: dict[int, int], spans: list[tuple[int, int]]) -> None:
    """Years written one by one: in digits, in Chinese, and two bare digits where no other year is named."""
    for match in _WRITTEN.finditer(text):
        if not _within(match.start(), spans) and not _is_code(text, match):
            found.setdefault(_full(match["long"] or match["short"]), match.start())
            spans.append(match.span())
    for match in _CHINESE.finditer(text):
        number = chinese_number(re.sub("[○Oo0]", "〇", match["digits"]))
        if number is not None and not _within(match.start(), spans):
            found.setdefault(number if number > 100 else 2000 + number, match.start())
            spans.append(match.span())
    for match in _ABSURD.finditer(text):
        if not _within(match.start(), spans):
            found.setdefault(int(match["year"][:9]), match.start())
            spans.append(match.span())
    for match in () if found else _BARE.finditer(text):
        if not _within(match.start(), spans):
            found.setdefault(_full(match["short"]), match.start())
            spans.append(match.span())


def _told(text: str, words: tuple[tuple[str, int], ...], spans: list[tuple[int, int]]) -> int | None:
    """Steps of the first word that stands outside of the spans; its place becomes one of them."""
    for word, steps in words:
        start = text.find(word)
        if start >= 0 and not _within(start, spans):
            spans.append((start, start + len(word)))
            return steps
    return None


def _base_of(bases: list[re.Match[str]]) -> tuple[int | None, str]:
    """The year of the base where it is a number, and whether its budget or its outcome is meant."""
    for match in bases:
        for number, kind in (("base1", "kind1"), ("base2", "kind2")):
            if match[number]:
                return _full(match[number]), _kind(match[kind])
    kinds = [_kind(match["kind1"] or match["kind2"]) for match in bases]
    return None, next(filter(None, kinds), "")


def _kind(said: str | None) -> str:
    return re.sub(r"[的数]|当年", "", said or "")


def _full(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(low <= place < high for low, high in spans)


def _is_code(text: str, match: re.Match[str]) -> bool:
    """2010601 is an account code, not the year 2010."""
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return (after.isdigit() and "年" not in match[0]) or before.isdigit()
