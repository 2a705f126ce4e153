"""The parts of a question that asks several things of one topic, each written as a question of its own (分问之题).

「打算办几期培训，培训多少人，花多少」: the first names what it is about, the later ones lean on it. Each is put with
the topic before it, in the ways that a question alone is asked; where one compares or works something out the text is left
as it is. Who and when are no part of what is read here.
"""

# ruff: noqa: E501 - rows are read whole

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.numbers import MONEY
from ingest.patterns import regex
from service.read.run_on import with_marks
from service.second.part_asked import Asked, asked_of
from service.second.run_together import parted

_MARKS = regex(r"[\0，,、。；;？?！!\s]+")
#: What asks how much or how many, and the measure word behind it.
_ASK = regex(
    r"(?:多少|几(?![乎点年个十百千万亿])|几(?=个(?!百分|月|小时|亿))|几(?=[十百千]?[万亿](?:元|块|$))|多(?:长|远)(?!时间))"
    r"(?P<unit>万?(?:个?人次|个百分点|平方米|立方米|公里|个|件|条|项|次|家|辆|名|期|部(?!门|分|署)|批次?|篇|处|场|天|吨|届|班(?!子|组)|亩|户"
    r"|间|套|台|座|所|栋|盏|本|只|株|棵|位|人|份|口|眼|元|块钱?|钱))?"
)
#: Words that say nothing of the topic, where it ends: verbs, and what is done with money.
_TAIL = regex(
    r"(?:的|要|打算|准备|计划|预备|预计|拟|一共|总共|共|都|安排|办|改|建|买|购|立|给|接|开|花|用|收|投|做|修|发|拨|支|设|招|采|放|演|送|有|是|为|了|来|去|能|会|到|想"
    r"|原定|原本|年初|实际|最后|今年|当年|全年|预算|决算|资金|金额|经费)+$"
)
_HEAD = regex(
    r"^(?:那个?|嗯|啊|呃|哎|今年|当年|全年|本年|年度?|的|在|打算|准备|计划|预备|预计|拟|要|还有|还要|还|又|另外|其中|以及)+"
)
#: What is said and says nothing.
_IDLE = regex(r"^(?:嗯+|啊+|呃+|哎|那个|这个|就是|请问|我想问(?:一下)?)$|来着|啊|呀|嘛|呢|吧|哦")
#: What was budgeted and what was spent, of one thing and asked for once.
_STAGES = regex(
    r"^(?P<of>[^，。？]{2,30}?)的?(?:年初|全年)?预算数?(?:金额)?(?:和|与|跟|及|、)(?:实际(?:支出|执行|花费|完成|开支)?|决算|执行|支出决算)数?"
    r"(?:金额)?(?:分别|各自?|都|又)*(?:是|有|为)?(?P<much>多少[^，。？]{0,3})[？?。]*$"
)
#: Two things joined, and how much is set aside for each.
_EACH = regex(
    r"^(?P<lead>[^，。？]{2,16}?(?:拿来|用来|拿去|用于|用在|里面?|中))?(?P<one>[\u4e00-\u9fff]{2,12}?)(?:和|跟|与|及)(?P<other>[\u4e00-\u9fff]{2,12}?)"
    r"(?:这?两[项样个块笔]?)?(?:各自?|分别)(?P<asks>(?:安排|花费?|投入?|用|拨|支出?|列|预算|是|有|给)*了?(?:多少|几)[^，。？]{0,3})[？?。]*$"
)
#: What a thing of which so much came in and so much went out is asked by.
_IN = regex(r"^(?P<of>[^，。？]*?)(?:一共|总共|共|到账|实际)*收(?:入|到)?了?多少(?:钱|万元|元)?$")
_OUT = regex(r"^(?:又|一共|总共|共|实际)*(?:花|用|支出?|开支)(?:出去|掉)?了?多少(?:钱|万元|元)?$")
#: A verb of one character right before how many.
_VERB = regex(r"[改建修打开办买种养拆铺挖装盖](?=[了过着]?$)")
#: Where a second question begins though no mark stands before it.
_RUNS_ON = regex(
    r"((?:多少|几)(?:个?人次?|[个件条项次家辆名期部批篇处场天届亩户间套台座所栋位口]次?|平方米|公里)[\u4e00-\u9fff]{0,6}?)"
    r"(?=(?:一?共|总共|又)?(?:花|用|投|需|要|惠及|受益|参加|覆盖|涉及|培训|接待)?(?:费|了|掉)?(?:多少|几)(?:钱|[万亿]?元|个?人次?|[户批件家项]))"
)
#: For each of them: told by a standard, never by the sum.
_FOR_ONE = regex(
    r"^(?:平均)?(?:每一?|一)(?P<unit>[个家户人名所间亩头只次场辆台位口座件套份])(?P<of>[\u4e00-\u9fff]{0,8}?)(?:各|能|可以?|要|就|都|会)*"
    r"(?:[给补奖发付拨花用投收领拿]|补助|补贴|奖补|奖励)*了?(?P<much>(?:多少|几)(?:个?钱|[万亿]?元|块钱?))$"
)
#: What one of some people gets in so much time: 「给协管员每人每月发多少补贴」.
_EACH_MONTH = regex(
    r"^(?P<of>[^，。？]{2,20}?)(?:每(?:个人?|[人名位户])|一个人)(?:每个?|一个?)(?:月|年|天|学期)(?:能|可以?|要|就|都|会|大概)*"
    r"(?:[给补奖发付拨领拿]|补助|补贴|奖励)+了?(?:多少|几)(?:个?钱|[万亿]?元|块钱?|补[贴助]|津贴|工资|报酬)?$"
)
_AIM = regex(
    r"(?:原定|原本|计划|目标|指标值?|预计|年初定|预算)(?:完成|安排|是|值|数|要|定|做到)*的?(?:是|为|有)?(?:多少|几)"
)
_DONE_BARE = regex(
    r"(?:而|但|又|最后|最终|结果)*(?:实际|最后|最终|结果|真正)?(?:上)?(?:完成|做到|达到|做|执行|支出|花|用|到位)*了?(?:的?(?:是|有|为))?(?:多少|几)"
)
#: How much of something, in whatever it is told.
_BARE_AMOUNT = regex(r"(?:多少|几)(?:钱|[万亿]?元)?$")
#: Other measure words for what happens again and again, and for cars.
_ALSO: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("[期场届班](?!次|子|组|间)", ("次",)),
    ("(?:个|次)会(?!议|计)", ("次会议",)),
    ("部(?=[\u4e00-\u9fff]?车)", ("辆",)),
    ("部(?!门|分|署|[\u4e00-\u9fff]?车)", ("件", "项")),
)
#: What a fund pays for.
_OF_FUND = regex(
    r"^(?P<fund>政府性基金|一般公共预算|国有资本经营预算)(?:预算)?(?:财政拨款)?(?:里面?|中)?(?:拿来|用来|拿去|用于|用在)?(?P<of>[\u4e00-\u9fff]{2,}.*)$"
)
#: What is named is money, though no unit is said.
_MONEY_NAMED = regex(
    r"(?:费|款|经费|资金|金额|[补津]贴|补助|奖金|支出|收入|预算|决算)的?(?:变动前|以前|原来|现在|如今|一共|总共|共|安排|花)*了?(?:是|有|为)?(?:多少|几)$"
)
_MOST = 4
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is asked for: as it is said, what it asks for, and the ways to ask it without who and when.

    ``any_unit`` where it is told in whatever its topic is told in, ``for_one`` where what each gets is asked for;
    ``side`` says whether what came in or what went out is meant.
    """

    said: str
    asked: Asked
    ways: tuple[str, ...]
    any_unit: bool = False
    for_one: bool = False
    side: str = ""
    fund: str = ""
    of: str = ""


def parts_wanted(rest: str) -> list[Part]:
    """The parts that a text asks for besides who and when; none where it asks once, or works something out."""
    pieces, lead = _pieces(_spread(rest))
    if not _LEAST <= len(pieces) <= _MOST:
        return []
    topic = topic_of(pieces[0])
    if not topic and not lead:
        return []
    paired = _pair_of(pieces, topic or lead, "" if topic else lead)
    if paired:
        return paired
    made = [_part(place, piece, lead, topic) for place, piece in enumerate(pieces)]
    parts = [one for one in made if one is not None]
    return parts if len(parts) == len(pieces) else []


def _pair_of(pieces: list[str], topic: str, lead: str) -> list[Part]:
    """「原定多少、实际做到多少」, 「收了多少、花了多少」: two figures of one thing, told in whatever it is told in.

    ``lead`` is the thing where it is said before both: 「甲，预算多少，决算多少」.
    """
    if len(pieces) != _LEAST:
        return []
    one, other = pieces
    bare = _BARE_AMOUNT.search(one) and _BARE_AMOUNT.search(other)
    ways: tuple[tuple[str, ...], ...] = ()
    sides = ("", "")
    if _IN.match(one) and _OUT.match(other):
        of = _HEAD.sub("", _IN.sub(r"\g<of>", one)) or lead
        ways = ((f"收入决算表里{of}本年收入合计多少", f"{of}收入多少"), (f"{of}支出多少", f"{of}花了多少钱"))
        sides = ("收入", "支出")
    elif bare and _AIM.search(one) and _DONE_BARE.match(other):
        ways = ((f"{topic}目标是多少", f"{topic}预算多少"), (f"{topic}实际完成多少", f"{topic}决算多少"))
    elif bare and other == one.replace("预算", "决算") != one:
        ways = ((f"{lead}{one}",), (f"{lead}{other}",))
    empty = Asked((), (), False, False, "")
    return [Part(p, empty, way, True, side=side) for p, way, side in zip(pieces, ways, sides, strict=False)]


def _part(place: int, piece: str, lead: str, topic: str) -> Part | None:
    """A piece as a part of its own; None where it is no plain number that is asked for."""
    bare = _HEAD.sub("", piece)
    if (each := _FOR_ONE.match(bare)) is not None:
        one = f"每{each['unit']}{each['of']}"
        of = lead or (topic if place else "")
        asked = asked_of(each["much"], frozenset())
        ways = dict.fromkeys((f"{of}{one}补多少钱", f"{of}{one}标准是多少钱", f"{of}补助标准是多少"))
        return None if asked is None else Part(piece, asked, tuple(ways), for_one=True)
    if (each := _EACH_MONTH.match(bare)) is not None and (
        much := asked_of("多少钱", frozenset())
    ) is not None:
        of = each["of"].strip("给的")
        ways = dict.fromkeys((piece, bare, f"{of}每人每月补助标准是多少钱"))
        return Part(piece, much, tuple(ways), for_one=True)
    asked = asked_of(_read(bare), frozenset())
    if asked is not None and not asked.units and _MONEY_NAMED.search(bare):
        asked = replace(asked, units=tuple(MONEY))
    if asked is None:
        return None
    funded = _OF_FUND.match(bare)
    fund, of = (funded["fund"], funded["of"]) if funded is not None and asked.money else ("", "")
    return Part(piece, asked, _ways(place, piece, asked, (lead, topic)), fund=fund, of=of)


def topic_of(piece: str) -> str:
    """What the first part is about: what is counted in it, else what is said before how much."""
    found = _ASK.search(piece)
    if found is None:
        return ""
    before, behind = piece[: found.start()], piece[found.end() :]
    before = _HEAD.sub("", _TAIL.sub("", before))
    noun = behind.removeprefix("的")
    if not noun or re.match("是|用|花|给", noun):
        return before
    if len(noun) < _LEAST:  # 「修了几公里路」
        verb = _VERB.search(piece[: found.start()])
        return f"{before}{verb[0] if verb and not before else ''}{noun}"
    return f"{before}{noun}" if noun not in before else before


def _spread(rest: str) -> str:
    """The text with what is joined in it written out: 「预算和实际分别多少」, 「修路和建食堂各安排多少」."""
    rest = rest.replace("\0", "").strip("，,。？? ")
    if (said := _STAGES.match(rest)) is not None:
        of = said["of"]
        return f"{of}预算{said['much']}，{of}决算{said['much']}"
    if (said := _EACH.match(rest)) is not None:
        lead = said["lead"] or ""
        return f"{lead}{said['one']}{said['asks']}，{lead}{said['other']}{said['asks']}"
    return _RUNS_ON.sub(r"\1，", parted(with_marks(rest)))


def _pieces(rest: str) -> tuple[list[str], str]:
    """The pieces that ask, and what is said before the first of them."""
    pieces: list[str] = []
    lead = ""
    for said in _MARKS.split(rest):
        piece = _IDLE.sub("", said)
        if not piece:
            continue
        if _ASK.search(piece) is None:
            if pieces:
                return [], ""
            lead += piece
        else:
            pieces.append(piece)
    return pieces, lead


def _read(piece: str) -> str:
    """A piece as its measure is understood: 「立几部法规」 counts what it names."""
    return regex(r"(多少|几)部(?!门|分|署)").sub(r"\1个", piece)


def _ways(place: int, piece: str, asked: Asked, about: tuple[str, str]) -> tuple[str, ...]:
    """The ways to ask a part in full, the fullest first."""
    lead, topic = about
    bare = _HEAD.sub("", piece)
    if not place:
        made = [piece, bare, *([f"{lead}{piece}"] if lead else ())]
    else:
        made = [f"{topic}{bare}"] if topic and topic not in bare else []
        made += [bare] if any(len(run) >= _LEAST for run in asked.runs) else []
        made += [f"{lead}{bare}"] if lead else []
    if asked.money and topic and not any(len(run) >= _LEAST for run in asked.runs):
        made.append(f"{topic}多少钱")
    made += [again for one in list(made) for again in _otherwise_counted(one)]
    return tuple(dict.fromkeys(made))


def _otherwise_counted(way: str) -> list[str]:
    """「办几期培训」 as 「办几次培训」, 「买几部车」 as 「买几辆车」."""
    made = []
    for said, meant in _ALSO:
        pattern = regex(rf"(多少|几){said}")
        if pattern.search(way):
            made += [pattern.sub(rf"\1{one}", way) for one in meant]
    return made
