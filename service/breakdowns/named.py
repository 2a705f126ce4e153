"""Which of the parts that a sentence lists a question names, and whether all that it says is told there (所指分项)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.breakdowns.asked import OF, fold_marked
from service.breakdowns.enumeration import Enumeration
from service.breakdowns.placed import own_name
from service.model import Plan
from service.read import vocabulary
from service.read.citizens_words import as_written, is_other
from service.read.terms import find, rows_to_words
from service.things.contrary import contrary
from service.things.told_things import run_of

#: Words that ask, add and tie, and name nothing.
_ASKING = regex(
    r"按(?:照)?[^，。]{2,24}?(?:列出|所列|写明|所写|列)的?|[那这]?[\d.]+[万千百]?多?[一-龥]?(?=件|起|个|人|次|场|家|户|条)|总数\d*|占多大(?:的)?(?:一块|比例|比重)?|占(?:了|到|比|多少|几成)*(?![道用地])|百分之?(?:几|多少)|百分比|百分数|百分|几成|多大|比例|比重|份额|几分之几|大?一块|一半|半数|多少|[多少高低]?几(?=[个件起类种样项场次篇份台户人处条册批张盏座]|大类|$|，)"
    r"|分成几大类|分[成为]?(?:了)?(?=[几哪])|(?<=[的得])[多少高低](?=，|$)|[多少高低](?:了|出)?(?=多少)|(?<=几)个?级别|个级别|级别|最[多大高少小低]的?|第[一二三四五六七八九十\d][名位大多]?|前[一二两三四五六七八九十\d][名位个种类项样大]*|排(?:在)?(?:第几|名|序|一下|列)?|[从由](?:多到少|大到小|高到低|少到多|小到大|低到高)|依次|顺序"
    r"|一共|总共|共计|合计|合起来|加起来|加总|逐项|逐个|相加|全算上?|都算上?|全部|所有|总和|之和|合在一起|加在一起|加到一起|统共|相?差(?:了|出|距|额)?|多出|还是|哪[一些几里儿个样种类项]+|谁|更|什么|啥|哪|各自?|分别|都|主要|大头|集中在|集中|[花用][在到了]|的钱|大多|多半|从|来自|来的|来源|渠道|途径|构成|组成|方面|分布"
    r"|(?<![一-龥])数量|按数量|[一二两三四五六七八九十\d几]+(?:个|大)?(?:类|种|样|项|块)(?=[^一-龥]|加|相|合|各|分|是|来源|渠道|途径|$)|种类|类型|类别|哪几|其中|里面|里头|当中|这里面|给(?:出)?|列(?:一下|出)?|说(?:一下|说)?|请|想知道|知道|情况|总数|总量|写明的?"
    r"|全年|年内|本年度?|当年|今年|那年|20\d\d年度?|那|这|它们?|他们"
)
_TIES = regex(r"[，、\s]|以及|加上|还有|(?<!共)和(?!谐)|(?<!参)与|跟(?!踪)|及(?!时)|比(?!例|重|赛|武)")
#: Single characters that say nothing of which things are meant.
_IDLE = frozenset(
    "的了吗呢呀啊吧是有在为被把将给着过么这那哪又也都还就共各个件起类种样项次场篇份台户家人名处条册批张间里中内上下做办搞干写发查受收接报打来去出进给用花得到数量以按于对从里头内位者年月号会要能所转自己"
)
#: Nouns for anything that is counted, which need not be told.
_ANYTHING = regex(
    r"问题|案件|案子|事件|事项|东西|项目|类型|种类|数目|数据|人员|部分|内容|名目|报告|材料|[来收发]?信件|工单|单子"
)
#: What is done with things of any sort is no name of a part.
_DOING = regex(
    r"处理|办理|受理|接到|收到|检查|发现|开展|组织|举办|完成|查处|实施|进行|案件|事件|问题|活动|工作|全年|各类|群众|项目|人员|数量|转办|上报|自己"
)
_SERIES = regex(r"(?P<n>[一二三四五六七八九十]{2,})(?P<end>年级|级|等|类|季度|星级|型)")
_BRIEF = 3
_GENERIC = rows_to_words([(True, vocabulary.GENERIC)])
#: Who is meant, told once more before the name that was taken out: 「管热线的那个（中心），…」.
_WHO = regex(r"^[^，]{2,16}的那(?:个|家|边)，")
_OF = regex(OF)
_EACH_A = regex(r"(?P<n>[二三四五六七八九])(?P<what>[一-龥])")
#: How many are named is said before them: 「三项专项行动，…」.
_NUMBERED = regex(r"^(?:这|以上)?[一二两三四五六七八九十\d]+(?:个|大)?(?:类|种|样|项|块|个)(?=..)")

#: The parts that a piece names, and how many of its characters the whole's words and its surroundings hold.
_Read = tuple[list[Fact], int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names of an enumeration: parts before 占 and parts behind it, and how much it says of the whole.

    ``held`` counts the characters that the whole's own name has, ``around`` those that stand around it; ``naming`` are
    the pieces of the question that name parts, ``others`` those that name none.
    """

    parts: tuple[Fact, ...]
    base: tuple[Fact, ...]
    held: int
    around: int
    naming: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def named_in(plan: Plan, listed: Enumeration, before: str = "") -> Named | None:
    """What is named of an enumeration; None where something is said that it does not tell, nor the one ``before``."""
    text = _WHO.sub("", fold_marked(plan.parted or plan.text))
    for unit in {plan.count_unit or "", *(part.unit for part in listed.parts)} - {""}:
        text = re.sub(f"(?:多少|几){re.escape(unit)}", "，", text)
    sides = [*_OF.split(text, maxsplit=1), ""]
    parts, base = list[Fact](), list[Fact]()
    held = around = 0
    naming, others = list[str](), list[str]()
    for side, found in zip(sides[:2], (parts, base), strict=True):
        for piece in _pieces(side):
            for read in _each(piece, listed, fold(before)):
                if read is None:
                    return None
                found += [part for part in read[0] if part not in found]
                held, around = held + read[1], around + read[2]
                (naming if read[0] else others).append(piece)
    return Named(tuple(parts), tuple(base), held, around, tuple(naming), tuple(others))


def _pieces(text: str) -> list[str]:
    text = _SERIES.sub(lambda m: "，".join(n + m["end"] for n in m["n"]), text)
    runs = (run.strip("的") for part in _TIES.split(_ASKING.sub("，", text)) for run in part.split("，"))
    return [bare for run in runs if len(bare := _NUMBERED.sub("", run)) > 1]


def _each(piece: str, listed: Enumeration, before: str) -> list[_Read | None]:
    """What a piece names; each of its names where they run together (日报周报月报)."""
    cut = run_of(piece)
    several = [_read(name, listed, before) for name in cut] if len(cut) > 1 else []
    if several and all(read is not None and len(read[0]) == 1 for read in several):
        return several
    return [_read(piece, listed, before)]


def _read(piece: str, listed: Enumeration, before: str) -> _Read | None:
    """The parts that a piece names, and how many of its characters the whole's name and its surroundings hold."""
    names = [own_name(part) for part in listed.parts]
    whole, around = _whole_and_around(listed)
    whole = f"{whole} {before}"
    if (rest := _counted_off(piece, names)) != piece:
        return None if _left(rest, _covered(rest, f"{whole} {around}", [])) else ([], len(piece), 0)
    said = _as_said(piece, names, whole, around, listed)
    return said or _as_said(as_written(piece, whole, *names, around), names, whole, around, listed)


def _counted_off(piece: str, names: Sequence[str]) -> str:
    """「四乱问题」 of four that are each a 乱: what is left of the piece."""
    said = _EACH_A.match(piece)
    number = chinese_number(said["n"]) if said else 0
    return (
        piece[2:] if said and number == len(names) and all(said["what"] in name for name in names) else piece
    )


def _whole_and_around(listed: Enumeration) -> tuple[str, str]:
    """The words for the whole, with those that lead to it in the sentence, and what stands around it."""
    first = listed.whole or listed.parts[0]
    around = fold(" ".join((*first.subject.path, first.source.row, first.source.table)))
    lead = fold(listed.lead).replace(own_name(first), " ")
    own = fold(listed.whole.subject.name) if listed.whole is not None else ""
    return f"{own} {lead}", around


def _as_said(piece: str, names: Sequence[str], whole: str, around: str, listed: Enumeration) -> _Read | None:
    if any(_matched(piece, own, [*names, whole, around]) for own in map(fold, listed.others)):
        return None
    scores = [len(_matched(piece, name, [whole, *(n for n in names if n != name)])) for name in names]
    scores = [max(s, _BRIEF if _is_brief(piece, n) else 0) for s, n in zip(scores, names, strict=True)]
    best = max(scores)
    meant = [part for part, score in zip(listed.parts, scores, strict=True) if score == best > 0]
    if len(meant) > 1:
        return None
    told = f"{whole} {around} {fold(listed.parts[0].entity)} {_shared_words(names)} " + " ".join(
        own_name(part) for part in meant
    )
    if any(contrary(piece, own_name(part)) for part in meant):
        return None
    if (meant and is_other(piece, told)) or _left(piece, _covered(piece, told, meant)):
        return None
    return meant, _told_of(piece, whole), _told_of(piece, around)


def _shared_words(names: Sequence[str]) -> str:
    """Pairs of characters that several names have: 年级 of 一年级 and 二年级."""
    pairs = [{name[i : i + 2] for i in range(len(name) - 1)} for name in names]
    return " ".join(sorted({p for own in pairs for p in own if sum(p in other for other in pairs) > 1}))


def _told_of(piece: str, text: str) -> int:
    """How many characters of a piece stand in a text, without words that go with anything."""
    return sum(_covered(_DOING.sub(" ", piece), text, []))


def _matched(piece: str, name: str, others: Sequence[str]) -> str:
    """The longest run of a piece that is this name's alone; empty where it is only of what is done with anything."""
    best = ""
    for start in range(len(piece) - 1):
        for end in range(len(piece), start + 1, -1):
            run = piece[start:end]
            if len(run) > len(best) and run in name and not any(run in other for other in others):
                empty = _DOING.fullmatch(run) or _ANYTHING.fullmatch(run) or _is_empty(run)
                best = best if empty else run
                break
    return best


@lru_cache(maxsize=1 << 12)
def _is_empty(run: str) -> bool:
    """Whether a run is made of words of the trade that name nothing by themselves (经费, 政府采购)."""
    taken = {i for match in find(run, _GENERIC) for i in range(match.start, match.end)}
    return len(taken) == len(run)


def _is_brief(piece: str, name: str) -> bool:
    """Whether a piece is a short form of a name: 酒驾 of 酒后驾驶."""
    bare = piece.strip("".join(_IDLE))
    if len(bare) != 2 or bare[0] != name[:1]:
        return False
    return re.search(".{0,3}".join(map(re.escape, bare)), name) is not None


def _covered(piece: str, told: str, meant: Sequence[Fact]) -> list[bool]:
    """Which characters of a piece stand in runs of two and more that a text has too."""
    held = [False] * len(piece)
    for start in range(len(piece) - 1):
        if piece[start : start + 2] in told:
            held[start] = held[start + 1] = True
    for at in range(len(piece) - 1):
        short = not (held[at] and held[at + 1]) and set(piece[at : at + 2]).isdisjoint(_IDLE)
        if short and re.search(".{1,2}".join(map(re.escape, piece[at : at + 2])), told):
            held[at] = held[at + 1] = True  # 文保 of 文物保护
    for match in _ANYTHING.finditer(piece):
        held[match.start() : match.end()] = [True] * len(match[0])
    return [True] * len(piece) if any(_is_brief(piece, own_name(part)) for part in meant) else held


def _left(piece: str, held: Sequence[bool]) -> bool:
    """Whether anything is said that is not told."""
    return any(not has and char not in _IDLE for char, has in zip(piece, held, strict=True))
