"""Several things that a question lists and adds up, each asked in full and then added (所列各项加总).

「图书馆、博物馆、文化馆三家免费开放加起来」: what is said once behind the list is of each. 「基本公共卫生和重大公共卫生两项一共」
leaves out the tail that both names have. Every one must be found, and be called as it is said; else nothing is made.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from ingest.patterns import regex
from ingest.text import count_said, fold
from service.contract import Answer, Figure, Status
from service.follow.conversation import Conversations, Talk, aside
from service.read.terms import reads_in
from service.scope.named_in import Named
from service.second.beyond import declined
from service.second.called_by_less import SORRY, called_by_less
from service.second.operands_said import Said
from service.second.put_together import put_together

AskWhole = Callable[..., Answer]

_ADDED = r"(?:一共|总共|合计|加起来|加在一起|加到一起|加一?[块起]儿?|拢共|相加|共计|总和)"
_N = r"(?:[这那]?(?P<n>[两二三四五六])[个家项样所种笔者](?:单位|项目|机构|学校)?)"
_NAME = r"[\u4e00-\u9fff]{2,14}?"
_AND = regex(r"[、和与跟及]|以及|还有")
_AND_BUT_WITHIN = regex(r"[、和与跟]|以及|还有")
_ASKS = r"(?:数|额)?(?:是|有|为|要|共|安排|支出|花|用|达)*了?(?:多少|几)(?P<in>[^，。？几多]{0,3}?)(?:钱)?[？?。呢啊嘛呀]*$"
#: The fund, or the account, that all of them are parts of: 「政府性基金里」.
_WITHIN = r"(?P<within>[\u4e00-\u9fff]{2,8}?(?:里头|里面|里边|里|当中|之中|(?<=[金算出])中)的?)?"
_LIST = rf"^{_WITHIN}(?P<list>{_NAME}(?:(?:[、和与跟及]|以及|还有){_NAME}){{1,4}}?)(?:的)?"
#: Names side by side, how many they are said to be, and what is so of each; without how many, nothing is.
_LISTED = (
    regex(rf"{_LIST}[，, ]*{_N}的?(?P<tail>[^，。？、]{{0,8}}?)的?(?:资金|钱)?{_ADDED}{_ASKS}"),
    regex(rf"{_LIST}(?P<n>)(?P<tail>)(?:资金|钱)?{_ADDED}{_ASKS}"),
    # Projects in brackets behind how many they are: 「河道治理的三个项目（清淤、护岸、绿化）合计多少」.
    regex(
        rf"^(?P<within>)[^（(，。？、]{{0,12}}?{_N}[^（(，。？、]{{0,4}}[（(](?P<list>[^（()）]{{4,40}})[）)]的?(?P<tail>[^，。？、]{{0,8}}?){_ADDED}"
        rf"(?:{_ASKS}|的?(?:预算|决算|支出|资金)?[？?。]*$)"
    ),
)
#: The same of bodies below one, which are named in brackets behind how many they are.
_BELOW = regex(
    rf"^(?P<of>[^，。？（(]{{2,24}}?)(?:下面|下属|所属|底下|名下|的)+{_N}[^（(，。？]{{0,6}}[（(](?P<list>[^（()）]{{4,40}})[）)]的?(?P<tail>[^，。？、]{{0,8}}?){_ADDED}{_ASKS}"
)
#: How many things that were told, or that a form lists, together: 「三个的实际执行数加起来」.
_OF_SO_MANY = regex(
    rf"^(?P<lead>[^，。？、]{{0,20}}?){_N}的?(?P<what>[^，。？、]{{2,10}}?){_ADDED}(?:{_ASKS}|(?:是|有)?呢?[？?。]*$)"
)
_OPEN = (Status.NO_ANSWER, Status.CLARIFY)
_LEAST = 2
_LONGEST = 80


#: How it is said that one of those to be added holds another.
_TWICE = "重复计算"


def added_each(
    answer: Answer, text: str, whole: AskWhole, read: Callable[..., Named | None],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where there is none, the sum of what a question lists.

    ``whole`` answers a text in every way there is, in a conversation; ``read`` says who and when it is of, ``before``
    are the turns that stood before it.
    """
    if len(text) > _LONGEST or not re.search(_ADDED, text) or _TWICE in answer.answer:
        return answer
    single = len(answer.figures) == 1 and answer.figures[0].formula is None
    wrong = not single and answer.status is Status.ANSWERED and _is_of_others(answer, text, read)
    if not (answer.status in _OPEN or single or wrong):
        return answer
    made = _below(text, whole, read, answer.conversation_id)
    if made is None:
        named = read(text, placed=True)
        made = _listed(named, text, whole, answer.conversation_id) if named is not None else None
    made = made or (None if wrong else _of_so_many(text, whole, (conversations, conversation), before))
    return made or (declined(answer, SORRY) if wrong else answer)


def _is_of_others(answer: Answer, text: str, read: Callable[..., Named | None]) -> bool:
    """Whether a sum was made of another thing than one that the text lists."""
    named = read(text, placed=True)
    said = listed_in(_without_who(named)) if named is not None else None
    return said is not None and called_by_less(answer, _names(said), said["within"] or "")


def _without_who(named: Named) -> str:
    return named.masked.replace("\0", "").lstrip("的 ，,")


def _listed(named: Named, text: str, whole: AskWhole, conversation: str) -> Answer | None:
    """The sum of accounts, or of one thing of several bodies."""
    if len(set(named.years)) > 1:
        return None
    year = f"{named.years[0]}年" if named.years else ""
    bodies = list(dict.fromkeys(named.bodies))
    more, rest = _more_bodies(named)
    if len(bodies) > 1 or more:
        said_so_many = _SO_MANY_BODIES.search(text)
        if said_so_many and not _counts(said_so_many[1], [*bodies, *more]):
            return None  # 「疾控和妇幼保健院三家」 lacks one
        return _of_bodies(rest, [*bodies, *more], year, whole, conversation)
    said = listed_in(_without_who(named))
    names = _names(said)
    if said is None or not names:
        return None
    ways = [_ways(name, said["tail"], named) for name in names]
    lead = f"{bodies[0]}{year}{said['within'] or ''}"
    found = [
        _found([f"{lead}{way}" for way in each], partial(_is_called, name), whole)
        for each, name in zip(ways, names, strict=True)
    ]
    return _sum(found, ways, conversation)


#: How many bodies a list is said to be of, wherever that stands.
_SO_MANY_BODIES = regex(r"(?<![第前])([两二三四五六])[家个](?:单位|机构|部门)?")


def _more_bodies(named: Named) -> tuple[list[str], str]:
    """Bodies below the same one that are named behind the first by what they are, and what is said then."""
    joined = regex(r"^[^\0]*\0+(?:[、和与跟及]|以及|还有)(?P<rest>[\u4e00-\u9fff].*)$").match(named.masked)
    if joined is None:
        return [], named.rest
    rest, more = joined["rest"], list[str]()
    while unit := next((u for u in named.units if u not in (*named.bodies, *more) and _begins(rest, u)), ""):
        more.append(unit)
        rest = regex(r"^(?:[、和与跟及]|以及|还有)").sub("", rest[_begins(rest, unit) :])
    return more, rest if more else named.rest


def _begins(text: str, unit: str) -> int:
    """How many characters of the end of a unit's name a text begins with; 0 where it is no name of it."""
    return next((n for n in range(len(unit), 2, -1) if text.startswith(unit[-n:])), 0)


def _of_bodies(
    rest: str, bodies: Sequence[str], year: str, whole: AskWhole, conversation: str
) -> Answer | None:
    """「图书馆、博物馆、文化馆三家免费开放加起来」: the same thing of each body."""
    said = regex(
        rf"^[、和与跟及]*{_N}?的?(?P<tail>[^，。？、]{{2,10}}?)的?(?:资金|钱)?{_ADDED}{_ASKS}"
    ).match(rest)
    if said is None or not _counts(said["n"], bodies):
        return None
    ways = [(f"{said['tail']}多少钱", f"{said['tail']}项目多少钱")] * len(bodies)
    found = [
        _found([f"{body}{year}{way}" for way in each], partial(_is_called, said["tail"]), whole)
        for body, each in zip(bodies, ways, strict=True)
    ]
    return _sum(found, [(f"{body}{said['tail']}",) for body in bodies], conversation)


def _below(text: str, whole: AskWhole, read: Callable[..., Named | None], conversation: str) -> Answer | None:
    """The sum of bodies below one, each by the short name that the brackets give it."""
    said = _BELOW.match(text)
    names = _names(said)
    if said is None or not names:
        return None
    named = read(said["of"], placed=True)
    units = named.units if named is not None else ()
    parent = named.bodies[0] if named is not None else said["of"]
    year = f"{named.years[0]}年" if named is not None and named.years else ""
    ways = []
    for name in names:
        meant = [unit for unit in units if name in unit]
        ways.append((*(meant if len(meant) == 1 else ()), f"{said['of']}{name}"))
    found = [
        _found(
            [f"{way}{year}{said['tail']}是多少" for way in each], partial(_is_of_body, name, parent), whole
        )
        for each, name in zip(ways, names, strict=True)
    ]
    return _sum(found, ways, conversation)


def _is_of_body(name: str, parent: str, figure: Figure) -> bool:
    """Whether a figure is of the body that a short name means; what its parent has is that of none below it."""
    own = fold(figure.entity.removeprefix(parent))
    return _OFFICE.search(own) is not None if _OFFICE.search(name) else reads_in(fold(name), own)


#: The office of a body itself, beside those below it: 局本级, 局机关.
_OFFICE = regex(r"(?:本级|机关)[)）]?$")


def _is_called(name: str, figure: Figure) -> bool:
    return reads_in(fold(name), fold(f"{figure.entity}{figure.label}"))


def listed_in(text: str) -> re.Match[str] | None:
    """The list that a text adds up; None where it names none."""
    return next(filter(None, (pattern.match(text) for pattern in _LISTED)), None)


def _names(said: re.Match[str] | None) -> list[str]:
    """The names of a list; none where they are fewer or more than it is said to have."""
    if said is None:
        return []
    for joins in (_AND, _AND_BUT_WITHIN):  # 「培训及专职岗位补贴」 may be one name
        names = [name for name in joins.split(said["list"]) if name]
        if len(names) >= _LEAST and _counts(said["n"], names):
            return names
    return []


def _counts(number: str | None, things: Sequence[str]) -> bool:
    return not number or count_said(number) == len(things)


def _ways(name: str, tail: str, named: Named) -> tuple[str, ...]:
    """How one of the list is asked for: by the only account that begins so, with what is said of all, alone."""
    ways = []
    for phrase in (f"{name}{tail}", name):
        longer = {account for account in named.accounts if account.startswith(phrase)}
        ways += list(longer) if len(longer) == 1 else []
    ways += [f"{name}{tail}", name]
    return tuple(dict.fromkeys(f"{way}是多少" for way in ways))


def _found(questions: Sequence[str], is_it: Callable[[Figure], bool], whole: AskWhole) -> Answer | None:
    """The answer of the first question that finds one figure which is the one meant."""
    for question in questions:
        told = whole(question, conversation=aside())
        if told.status is not Status.ANSWERED or len(told.figures) != 1 or "没有" in told.answer:
            continue
        figure = told.figures[0]
        if figure.formula is None and is_it(figure):
            return told
    return None


def _sum(found: Sequence[Answer | None], ways: Sequence[tuple[str, ...]], conversation: str) -> Answer | None:
    known = [one for one in found if one is not None]
    if len(known) < len(found) or len({(a.figures[0].year, a.figures[0].stage) for a in known}) > 1:
        return None
    return put_together(known, "sum", Said(tuple(ways)), conversation)


def _of_so_many(text: str, whole: AskWhole, talks: tuple[Conversations, str], before: Talk) -> Answer | None:
    """The sum of one figure of each of several things that were spoken of."""
    said = _OF_SO_MANY.match(text)
    if said is None:
        return None
    conversations, conversation = talks
    own = (
        aside()
    )  # begins as the conversation did before the text, which stays as it is where nothing is found
    for turn in before:
        conversations.keep(own, turn)
    told = whole(f"{said['lead']}{said['n']}个的{said['what']}各多少", conversation=own)
    figures = told.figures
    alike = len({(f.unit, f.stage, f.year) for f in figures}) == 1 and not any(f.formula for f in figures)
    if told.status is not Status.ANSWERED or len(figures) != count_said(said["n"]) or not alike:
        return None
    each = [told.model_copy(update={"figures": [figure]}) for figure in figures]
    made = put_together(each, "sum", Said(tuple((f"{f.label}",) for f in figures)), conversation)
    if made is not None:
        if conversations.talk(conversation)[-1:] != before[-1:]:
            conversations.take_back(conversation)
        for turn in conversations.talk(own)[-1:]:
            conversations.keep(conversation, turn)
    return made
