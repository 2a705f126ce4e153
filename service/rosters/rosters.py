"""Lists of names that documents print of the units below a body and the offices within it (单位与科室名录).

They stand in tables (单位名称：…), in numbered lines behind a sentence that announces them, or in the sentence itself
(下属单位包括：甲、乙、丙). A list that does not hold as many names as its sentence says is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.accounts import is_total_word
from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.text.sentences import Sentence, sentences_of


class Role(StrEnum):
    """Whose names are listed: units below the body, all units that its accounts hold, offices within it."""

    BELOW = "下属单位"
    SCOPE = "编制范围内的单位"
    OFFICE = "内设机构"
    APART = "另设机构"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a list, what the list says beside it (单位性质), and where it stands."""

    name: str
    note: str
    place: Sentence


@dataclass(frozen=True, slots=True)
class Roster:
    """Names in the order printed; ``stated`` are the numbers that the sentence gives of them, where it gives any;
    ``open`` says that it ends in 等 and so need not be whole."""

    role: Role
    names: tuple[Name, ...]
    stated: tuple[int, ...] = ()
    open: bool = False


#: How names of units and offices end.
_ENDS = (
    r"(?:中心|总?站|[院所校馆园厅局队部办会处室科股组社台团厂场库段]|公司|集团|宾馆|酒店|学校?|大学|[小中]学|[一二三四五六七八九十高初]中|职高|党委|党支部"
    r"|纪委|工会|基地|[支大总中]队|机关|本级|本部|俱乐部|庭|街道|[镇乡县区]|银行|报|期刊|专班|联合?|剧院|指挥部|管委)"
)
_NAME = regex(rf"[\u4e00-\u9fffA-Za-z0-9“”·《》]{{1,38}}?{_ENDS}(?:[（(][^（()）]{{1,40}}[)）])*")
_COUNT = r"(?P<n>[一二两三四五六七八九十\d]{1,3})\s*[个家所]"
_OPENS = r"(?:包括|包含|分别[为是]|主要有|具体[为是]?|如下|有|为|是|即|仅包括|[：:（(])"
_OWN = r"(?:下属|所属|直属|局属|委属|厅属|院属|部属|下设|下辖|管辖|辖有|辖|隶属|代管|归口管理)"
#: What announces a list, in the words before its first name; the first row that fits says whose it is.
_LEADS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, regex(pattern))
    for role, pattern in (
        (Role.APART, r"另[^，。；：、]{0,6}设(?:置|立|有)?[：:]?$"),
        (Role.SCOPE, rf"(?:编制范围|汇总范围|汇编范围|独立核算|预算单位|基层单位|[决预]算(?:单位)?(?:汇总)?(?:公开)?(?:单位)?构成)[^。；]{{0,60}}?{_OPENS}+$"),
        (Role.SCOPE, r"(?:部门|汇总|单位)?(?:预算|决算)(?:由|包括|包含|含)[：:]?$|(?:部门|汇总)(?:预算|决算)[^，。；]{0,8}(?:包括|由)$"),
        (Role.BELOW, rf"{_OWN}[^，。；：、]{{0,18}}?(?:单位|机构|企业|学校|医院)[^。；：、]{{0,14}}?{_OPENS}+$"),
        (Role.OFFICE, rf"(?:内设|职能科室|科室设置|处室设置)(?:机构|科室|处室|股室|部门|职能)*[^，。；：、]{{0,12}}?(?:，(?={_OPENS}))?{_OPENS}*$"),
        (Role.OFFICE, rf"(?:下设|设有|设置|设)[^，。；：、]{{0,8}}(?:科室|处室|股室|部门)[^。；：、]{{0,10}}?{_OPENS}+$"),
    )
)  # fmt: skip
#: Names first, what they are behind them: 「下设办公室、财务科等5个科室」.
_BEHIND = regex(
    rf"(?:内设|下设|设有|设置|辖|下辖|设)(?:有|了)?(?P<list>[^，。；：]*?、[^，。；：]*?)(?P<etc>等)?(?:{_COUNT})(?:职能|内设|下属|直属|事业|二级|预算)*(?P<what>[科处股庭]室|办公室|机构|部门|单位|中心|科|处|股|室|庭)"
)
#: What stands before a list that is not of these.
_NOT = regex(r"(?:不含|不包括|未纳入|没有纳入|除)[^，。；：]{0,6}$|(?:名称|性质|序号)[：:]$")
_NUMBERINGS = (
    r"\d{1,3}\s*[.．、:：](?!\d)",
    r"[（(]\d{1,3}[)）]",
    r"\d{1,2}[)）]",
    r"[（(][一二三四五六七八九十]{1,3}[)）]",
    r"[一二三四五六七八九十]{1,3}、",
    r"[①-⑳]",
)
_ORDINAL = regex(rf"^\s*(?:{'|'.join(f'({n})' for n in _NUMBERINGS)})\s*")
#: Where a numbered item begins within a line.
_ITEMS = regex(r"(?<=[^\s（(])(?=(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]))")
_ROW = regex(
    r"(?:^|，)(?:(?:二级|下属|所属|基层|预算|决算)*(?:单位|机构|部门)(?:名称|全称)|(?:二级|下属|所属|基层|预算|决算)+(?:单位|机构)|学校(?:名称)?)：(?P<name>[^，：]+)(?P<rest>.*?)(?=，(?:序号|编号)：|，(?:预算)?单位名称：|$)"
)
_NOTE = regex(r"(?:性质|类型|类别|备注|经费(?:形式|来源)|级次|规格)[^，：]{0,6}：(?P<note>[^，：]+)")
#: Headings under which units and offices are listed in tables and lines.
_HEADED = regex(r"机构|单位构成|构成情况|编制范围|单位(?:概况|情况|名单|组成)|部门(?:概况|组成)|基本情况")
_ELSEWHERE = regex(r"名词解释|绩效|采购|自评|项目(?:支出|经费|概况)|三公")
_Group = tuple[Sentence, ...]


def rosters_of(chunks: Sequence[Chunk]) -> list[Roster]:
    """All lists of units and offices in these passages, each once; those that lack names are left out."""
    groups: dict[tuple[str, tuple[str, ...]], list[Sentence]] = {}
    for chunk in chunks:
        if not _ELSEWHERE.search(fold("".join(chunk.path))):
            groups.setdefault((chunk.document_id, chunk.path), []).extend(sentences_of(chunk))
    found: dict[tuple[Role, tuple[str, ...]], Roster] = {}
    for sentences in groups.values():
        for roster in (*_tabled(sentences), *_told(sentences)):
            if roster.names and _is_whole(roster):
                names = tuple(fold(n.name) for n in roster.names)
                found.setdefault((roster.role, names), roster)
    return list(found.values())


def _is_whole(roster: Roster) -> bool:
    """Whether as many names are listed as the sentence says, with or without the body itself."""
    return roster.open or not roster.stated or any(len(roster.names) - n in (0, 1) for n in roster.stated)


def _headed(sentences: Sequence[Sentence]) -> bool:
    return bool(sentences) and bool(_HEADED.search(fold("".join(sentences[0].chunk.path))))


def _tabled(sentences: Sequence[Sentence]) -> Iterator[Roster]:
    """The list in a table under a heading of units."""
    if _headed(sentences):
        names = [name for sentence in sentences for name in _rows(sentence)]
        yield Roster(Role.SCOPE, tuple({fold(n.name): n for n in names}.values()))


def _rows(sentence: Sentence) -> Iterator[Name]:
    for row in _ROW.finditer(sentence.text):
        notes = "，".join(m["note"] for m in _NOTE.finditer(row["rest"]))
        named = _name(row["name"].strip(), sentence)
        if is_total_word(named.name):
            continue
        yield Name(named.name, notes or named.note, sentence)


def _told(sentences: Sequence[Sentence]) -> Iterator[Roster]:
    """Lists in the sentences of a section, and in the lines behind one that announces them."""
    for place, sentence in enumerate(sentences):
        yield from _behind(sentence)
        inline = [_continued(roster, sentences[place:]) for roster in _inline(sentence)]
        yield from inline
        lead = sentence.text.rstrip("。")
        if inline or not lead.endswith(("：", ":", "包括", "如下", "是", "为")):
            continue
        role = _role(lead) or (Role.SCOPE if _headed(sentences) and "单位" in lead else None)
        if role is not None:
            yield Roster(role, tuple(_lines(sentences[place + 1 :])), _stated(lead, role))


def _continued(roster: Roster, sentences: Sequence[Sentence]) -> Roster:
    """A list in a sentence that breaks off behind 「2.乙；」 with what the lines below it list, left open if nothing."""
    if not sentences[0].text.rstrip().endswith(("；", ";", "、")) or len(sentences) < 2:
        return roster
    more = _lines(sentences[1:]) if _numbering(sentences[1].text) >= 0 else []
    return replace(roster, names=(*roster.names, *more), open=roster.open or not more)


def _role(lead: str) -> Role | None:
    if _NOT.search(lead):
        return None
    return next((role for role, pattern in _LEADS if pattern.search(lead)), None)


def _lines(sentences: Sequence[Sentence]) -> list[Name]:
    """Names that have a line each, up to the first line that is none; none where that goes on with the numbers."""
    found, kind = list[Name](), -1
    for sentence in sentences:
        for item in _ITEMS.split(sentence.text):
            text = _ORDINAL.sub("", item).strip(" 。；;，,\n")
            own = _numbering(item)
            named = _NAMED_LINE.match(text)
            if named is None or _UNNAMED.search(_bare(named[1])) or (found and own != kind):
                return [] if found and own == kind >= 0 else found
            kind = own
            found.append(_name(named[1], sentence, named[2] or ""))
    return found


#: 「1.X中心，公益一类事业单位」: a name, and what is said beside it.
_NAMED_LINE = regex(rf"({_NAME.pattern})(?:[，,：:]\s*([^。；]{{2,40}}))?$")


def _numbering(text: str) -> int:
    """Which way of numbering a line has, -1 for none."""
    match = _ORDINAL.match(text)
    return -1 if match is None else (match.lastindex or 0)


_OPENINGS = regex(
    rf"内设(?:机构|科室|处室|部门|职能)*(?:{_OPENS})*|下设|{_OPENS}|另[^，。；：、]{{0,6}}设(?:置|立|有)?[：:]?|[决预]算由|[个家所][^，。；：、（(]{{0,8}}[（(](?=[^（()）]*、[^（()）]*[)）])"
)
#: What is in no name.
_UNNAMED = regex(
    r"下设|内设|设有|包括|包含|分别|组成|\d个|[一二两三四五六七八九十]个|纳入|等$|^(?:科室|处室|股室|机构|部门|行政机关)$"
)


def _bare(text: str) -> str:
    return re.sub(r"[（(][^（()）]*[)）]", "", text)


def _inline(sentence: Sentence) -> Iterator[Roster]:
    """「下属单位包括：甲、乙、丙」: lists behind what announces them in the same sentence."""
    text, start = sentence.text, 0
    for part in re.finditer(r"[^；;。]+", text):
        for opening in _OPENINGS.finditer(part[0]):
            lead = part[0][: opening.end()]
            if part.start() + opening.end() < start or (role := _role(lead)) is None:
                continue
            behind = part[0][opening.end() :]
            numbered = _ORDINAL.match(
                behind.lstrip("：: ")
            )  # 「包括：1.甲；2.乙」 goes on behind the semicolon
            names, end, more = _listed(text[part.start() + opening.end() :] if numbered else behind, sentence)
            if names:
                yield Roster(role, names, _stated(lead, role), more)
                start = part.start() + opening.end() + end
                break


def _listed(text: str, sentence: Sentence) -> tuple[tuple[Name, ...], int, bool]:
    """Names at the head of a text, where they end, and whether 等 leaves the list open."""
    text = re.sub(r"^[：:\s]+", "", text)
    stops = "。：" if _ORDINAL.match(text) else "，。；："
    body = re.match(rf"(?:[（(][^（()）]*[)）]|[^{stops}（()）])*", text)
    run = body[0] if body else ""
    etc = re.search(rf"等(?:{_COUNT})?[^、；]*$", run)
    run = run[: etc.start()] if etc else run
    names = [_plain(piece) for piece in _pieces(run)]
    if not names or not all(_is_name(name) for name in names):
        return (), 0, False
    counted = etc is not None and etc["n"] is not None
    if counted and etc is not None and _number(etc["n"]) != len(names):
        return (), 0, False
    return tuple(_name(n, sentence) for n in names), len(run), etc is not None and not counted


#: What a list says before a name that is no part of it: 「以及下属甲中心」; and behind one: 「甲中心预算」.
_BEFORE = regex(
    rf"^(?:和|及|以及|与)?(?:{_OWN}的?)?(?:(?:{_COUNT})?(?:事业单位|行政单位|单位|机构)[：:]?)?(?=.{{3,}})"
)
_AFTER = regex(r"(?:[决预]算)?(?:组成|构成)?$")


def _plain(piece: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", _ORDINAL.sub("", piece).strip(" ，,；;"))).strip()


def _pieces(run: str) -> list[str]:
    """Names between 、 or numbers, the last two also between 和 where both sides are names."""
    if _ORDINAL.match(run):
        return [p for p in re.split(rf"[；;，,]|{_ITEMS.pattern}", run) if p.strip()]
    pieces = [p for p in re.split(rf"、(?![^（(]*[)）])|(?<=[)）])和|(?:以及|和|及)(?={_OWN})", run) if p]
    last = (
        re.fullmatch(rf"({_NAME.pattern})(?:以及|和|及)({_NAME.pattern})", _AFTER.sub("", pieces[-1]))
        if pieces
        else None
    )
    return [*pieces[:-1], last[1], last[2]] if last is not None else pieces


def _behind(sentence: Sentence) -> Iterator[Roster]:
    """「下设办公室、财务科等5个科室」."""
    for match in _BEHIND.finditer(sentence.text):
        names = [p.strip() for p in _pieces(match["list"])]
        if len(names) == _number(match["n"]) and all(map(_is_name, names)):
            below = match["what"] in ("单位", "机构", "中心") and "内设" not in match[0]
            role = Role.BELOW if below else Role.OFFICE
            yield Roster(role, tuple(_name(n, sentence) for n in names), (len(names),))


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and not _UNNAMED.search(_bare(text))


def _name(text: str, sentence: Sentence, note: str = "") -> Name:
    bracket = re.search(r"[（(]([^（()）]+)[)）]$", text)
    return Name(text, note or (bracket[1] if bracket else ""), sentence)


#: Counts of the other sort, which say nothing of how long a list is.
_OTHER_COUNTS = (
    rf"(?:[处科股]室|内设机构)[^，。；：]{{0,4}}?{_COUNT}|{_COUNT.replace('?P<n>', '')}[^，。；：、]{{0,6}}?(?:[处科股]室|内设机构)",
    rf"单位[^，。；：]{{0,4}}?{_COUNT}|{_COUNT.replace('?P<n>', '')}[^，。；：、]{{0,6}}?单位",
)


def _stated(lead: str, role: Role) -> tuple[int, ...]:
    """The numbers of names that the words before a list give: 下属 N 家, or 行政单位 1 家、事业单位 3 家 together."""
    inner = role in (Role.OFFICE, Role.APART)
    counts = [_number(m["n"]) for m in re.finditer(_COUNT, re.sub(_OTHER_COUNTS[inner], "", lead))]
    if not counts:
        return ()
    parts = counts[1:] if len(counts) > 2 else counts
    return tuple(dict.fromkeys((counts[-1], sum(counts), sum(parts), counts[0])))


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text.replace("两", "二")) or 0
