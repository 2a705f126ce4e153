"""Years told by their place among others: before, after or since one, the first, the last two (数着说的年度).

「2024年以前」, 「2018年以来」, 「最早一年」, 「后两年」 mean some of the years that are loaded of a body. Each row of
data says how such words look and which years they pick; the question is read once more with those written out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from ingest.model import Kind
from ingest.patterns import regex
from ingest.text import chinese_number
from service.contract import AskRequest
from service.follow.conversation import Talk
from service.model import Body, Declined, Reason
from service.scope.scope import Scope, read_scope, what_is_loaded

_SHORT = r"(?<!\d)(?P<short>1[5-9]|2\d)(?=年?度?(?:之|以|及以)|年度?起)"
_HAN = r"(?P<han>[二两][〇零○][一二三][〇零○一二三四五六七八九])"
_Y = rf"(?:(?P<year>20\d\d)|{_SHORT}|{_HAN})年?度?"
_N = r"(?P<n>[一二两三四五六])"
#: Words that only begin like 前 or 后 of a year: 前三大支出, 前期费, 后勤, 起草.
_NO_BEFORE = r"(?!期|置|景|台|列|提|端|后|半|几|者|沿|往|述|款|言|面|\d|[一二两三四五六七八九十]+(?!公))"
_NO_AFTER = r"(?!勤|续|备|期|半|几|者|台|补|扶|方|评|面|来|\d|[一二两三四五六七八九十]+(?!公))"
_SINCE = r"(?:以来|之后以来|至今|到现在|到目前|迄今)"
#: Where the count of things at one day is asked, 截至2024年 is the day and no run of years.
_STOCK = regex(
    r"几[辆台套个人名处]|多少[辆台套个人名处平]|车辆|资产|设备|编制|人数|面积|平方|余额|在建|债务|底|末|月|日"
)
_Pick = Callable[[Sequence[int], int, int], list[int]]


def _rows(*rows: tuple[str, _Pick]) -> tuple[tuple[re.Pattern[str], _Pick], ...]:
    return tuple((regex(words), pick) for words, pick in rows)


#: (words, years picked out of those loaded by the year and the number that are named), the year itself named.
_ABSOLUTE = _rows(
    (rf"{_Y}的?(?:之前|以前|前)的?{_N}年度?", lambda ys, y, n: list(range(y - n, y))),
    (rf"{_Y}的?(?:之后|以后|后)的?{_N}年度?", lambda ys, y, n: list(range(y + 1, y + 1 + n))),
    (rf"{_Y}的?(?:前一年度?|(?:上一?年度?|去年)(?!度?(?:同期)?的?[结末余底转增减比相]))", lambda ys, y, n: [y - 1]),
    (rf"{_Y}的?(?:后一年度?|下一?年度?|次年|第二年)", lambda ys, y, n: [y + 1]),
    (rf"(?:自|从)?{_Y}及(?:其)?(?:以|之)前(?:年度|各年|的?几年)?", lambda ys, y, n: [x for x in ys if x <= y]),
    (rf"(?:自|从)?{_Y}及(?:其)?(?:以|之)后(?:年度|各年|的?几年)?", lambda ys, y, n: [x for x in ys if x >= y]),
    (rf"(?:自|从)?{_Y}{_SINCE}", lambda ys, y, n: [x for x in ys if x >= y]),
    (rf"(?:自|从)?{_Y}(?:起(?!草|重|诉|义|步|点|止)|开始|往后)", lambda ys, y, n: [x for x in ys if x >= y]),
    (rf"{_Y}(?:(?:之|以)前(?:年度|各年|的?[这那]?几年)?|年?前{_NO_BEFORE})", lambda ys, y, n: [x for x in ys if x < y]),
    (rf"{_Y}(?:(?:之|以)后(?:年度|各年|的?[这那]?几年)?|年?后{_NO_AFTER})", lambda ys, y, n: [x for x in ys if x > y]),
    (rf"(?:截至|截止到?|截止至){_Y}(?:为止)?", lambda ys, y, n: [x for x in ys if x <= y]),
    (rf"(?<![年\d])(?:到|至){_Y}为止", lambda ys, y, n: [x for x in ys if x <= y]),
)  # fmt: skip
#: The same of words that name no year.
_BARE = _rows(
    (r"倒数第(?P<n>[二三四])年度?", lambda ys, y, n: [*ys[-n : len(ys) - n + 1]] if n <= len(ys) else []),
    (r"(?:最近的?|近|最后的?|后|末)(?P<n>[二两三四五六])年度?(?!级|期|内|来|多)", lambda ys, y, n: _last(ys, n)),
    (r"(?<!以)(?:最早的?|最初的?|前|头|开头的?)(?P<n>[二两三四五六])年度?(?!级|期)", lambda ys, y, n: _first(ys, n)),
    (r"最[早初]的?(?:那?一年|年度|年份)|头一年|首年|(?<![连续施目期])第一年", lambda ys, y, n: _first(ys, 1)),
    (r"最[后末新近]的?(?:那?一年|年度|年份)|最晚的?(?:那?一年|年度|年份)|最末一年", lambda ys, y, n: _last(ys, 1)),
    (r"(?<![连续施目期])第(?P<n>[二三四])年(?!度?的?预)", lambda ys, y, n: [*ys[n - 1 : n]]),
)  # fmt: skip
#: The last years, as a question for how something went says them.
_RECENT = regex(r"(?:最近|近)[两三]年")
#: The same of the year that was spoken of before.
_FROM_SPOKEN = _rows(
    (
        r"^(?:那|么)*(?:之|以)前(?:的|几年|各年|年度)*(?=呢|[？?]?$)",
        lambda ys, y, n: [x for x in ys if x < y],
    ),
    (
        r"^(?:那|么)*(?:之|以)后(?:的|几年|各年|年度)*(?=呢|[？?]?$)",
        lambda ys, y, n: [x for x in ys if x > y],
    ),
)
#: Words that a conversation steps by.
_STEPS = regex(r"^第二年$")
_KINDS = ((regex(r"决算|实际|执行"), Kind.FINAL_ACCOUNTS), (regex(r"预算"), Kind.BUDGET))


def read_in_years(text: str, bodies: Sequence[Body], request: AskRequest, talk: Talk) -> Scope:
    """Who and when, where the years may be told by their place; ``scope.text`` is the question with years written.

    ``scope.unclear`` says why where none of the years meant is loaded, or which they are cannot be said.
    """
    scope = read_scope(text, bodies, request, talk)
    found = _said(scope, talk) if request.year is None else None
    if found is None:
        return scope
    match, pick, absolute = found
    rest = f"{text[: match.start()]}{text[match.end() :]}"  # 「2018年以来省人大…」: the words lead no name
    of = scope.bodies or read_scope(rest, bodies, request, talk).bodies
    sets = {tuple(_picked(match, pick, b, scope, talk)) for b in of}
    if not of or (not absolute and len(of) == 1 and _all_there_are(sets, of[0], scope, talk)):
        return scope
    if sets == {()} and len(of[0].years) == 1 and _RECENT.match(match[0]):
        return scope  # the papers of one year may tell of those before it too
    years = next(iter(sets))
    if len(sets) > 1 or not years:
        return replace(scope, bodies=of, unclear=_unclear(match[0], of))
    written = f"{text[: match.start()]}{'、'.join(f'{y}年' for y in years)}{text[match.end() :]}"
    note = f"「{match[0]}」按{'、'.join(str(y) for y in years)}年度理解。"
    return replace(read_scope(written, bodies, request, talk), heard_as=note)


def _all_there_are(sets: set[tuple[int, ...]], body: Body, scope: Scope, talk: Talk) -> bool:
    """Whether all years are meant, as where none is said: the question is read as it stands."""
    every = tuple(_among(body, scope, talk))
    return sets == {every} and len(every) > 1


def _said(scope: Scope, talk: Talk) -> tuple[re.Match[str], _Pick, bool] | None:
    """The words that place years, and how they pick; None where there are none."""
    for words, pick in _ABSOLUTE:
        match = words.search(scope.text)
        if match is not None and not (match[0].startswith("截") and _STOCK.search(scope.text)):
            return match, pick, True
    spoken = _FROM_SPOKEN if talk and talk[-1].years and scope.inherited else ()
    for words, pick in () if scope.period.years else (*spoken, *_BARE):
        match = words.search(scope.text)
        if match is not None and not (talk and _STEPS.match(match[0])):
            return match, pick, (words, pick) in spoken
    return None


def _among(body: Body, scope: Scope, talk: Talk) -> Sequence[int]:
    """The years that are counted: those that the conversation set side by side, else those loaded, of the kind of
    document that is asked for."""
    spoken = talk[-1].years if talk and scope.inherited else ()
    if len(spoken) > 1:
        return sorted(spoken)
    kinds = [kind for pattern, kind in _KINDS if pattern.search(scope.text)]
    fitting = sorted({d.year for d in body.documents if d.kind in kinds}) if len(kinds) == 1 else []
    return fitting or body.years


def _picked(match: re.Match[str], pick: _Pick, body: Body, scope: Scope, talk: Talk) -> list[int]:
    said = match.groupdict()
    year = int(said.get("year") or 0) or 2000 + int(said.get("short") or 0)
    if year == 2000 and talk and talk[-1].years:
        year = talk[-1].years[0]
    if said.get("han"):
        year = chinese_number(re.sub("○", "〇", said["han"])) or year
    number = "一二三四五六".find((said.get("n") or "一").replace("两", "二")) + 1
    return pick(_among(body, scope, talk), year, number)


def _last(years: Sequence[int], count: int) -> list[int]:
    """The last of the years; none where there are fewer, or one between them is not loaded."""
    run = list(years[-count:])
    return run if len(run) == count and run[-1] - run[0] == count - 1 else []


def _first(years: Sequence[int], count: int) -> list[int]:
    run = list(years[:count])
    return run if len(run) == count and run[-1] - run[0] == count - 1 else []


def _unclear(words: str, bodies: Sequence[Body]) -> Declined:
    """None of the years is loaded, or they are others for each body."""
    held = "；".join(f"{b.name}：{what_is_loaded(b)}" for b in bodies[:4])
    return Declined(
        Reason.YEAR_NOT_LOADED,
        f"按「{words}」在已收录的年度里对不上完整的年份，不敢作答。已收录的有：{held}。请直接写明年度。",
    )
