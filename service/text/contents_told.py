"""「目录第二部分列了几张表」「第九张表叫什么」「第四部分讲什么」: told from a document's table of contents (问目录)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Chunk, Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Plan, Quote
from service.text.contents import Entry, entries_of, every
from service.text.sentences import joined

_N = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_PART = regex(rf"第(?P<n>{_N})(?:个?(?:大?部分|大?块)|[章篇])")
_SHEET = r"(?:决算|预算|公开|报|附)*表"
_NTH = regex(
    rf"第(?P<n>{_N})[张个份]?{_SHEET}|公开0?(?P<o>\d{{1,2}})表|表(?P<t>{_N})(?![张个部章节])|(?P<last>最后一?[张个份]?{_SHEET})"
)
_NTH_SECTION = regex(rf"第(?P<n>{_N})(?:小?节|[项条])")
#: 「名词解释是第几部分」: the part is asked for, what stands in it is said.
_WHICH_PART = regex(r"(?:是|在|属于?|列在|放在)(?:目录的?)?(?:第几|哪(?:一)?)个?(?:部分|[章篇])")
_TABLES = regex(r"表")
_MANY = regex(r"(?:几|多少)(?=[张个份部大章节])")
_OF_ALL = regex(r"(?:几|多少|哪[些几]?)[张个份]?(?:报表|表格?)|(?:几|多少|哪[些几]?)个?大?部分")
_SECTIONS = regex(r"[节条项]|内容|小标题")
_PARTS = regex(r"部分|大?块|[章篇]")
_ASKS = regex(r"哪|几|多少|什么|啥|名[字称]|标题|内容|讲|介绍")
#: All that such a question says; what is left over asks for something else.
_SAID = regex(
    rf"第{_N}[张个份]?{_SHEET}|最后一?[张个份]?{_SHEET}|第{_N}(?:小?节|[项条])|公开\d{{1,2}}表|表{_N}|第{_N}(?:个?(?:大?部分|大?块)|[章篇])|目录|部门|单位|年度?|\d{{4}}|\d\d年|[决预]算|公开|公布|发布|文件|报告|资料|材料|本子|书"
    r"|里[面头边]?|中|的|上|下|这|那|它|一共|总共|共|分别|各|列(?:了|着|出|有)?|有|包括|包含|含|几|多少|哪些?|什么|啥子?|都|全|报?表格?|叫做?|名[字称]?|为|是|讲|说|写|介绍"
    rf"|(?:大|个)?部分|大?块|[章节篇条项张个份些]|小?标题|内容|分成?|了|请问|我|想|要|知道|看|呢|吗|吧|啊|呀|嘛|子|本|样|得|着|哈|关于|，|。|？|“|”|\"|、|（|）"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """Entries that answer, of which chunk, and what they are counted as where a number is asked for."""

    entries: tuple[Entry, ...]
    chunk: Chunk
    unit: str = ""
    label: str = ""


def contents_told(plan: Plan, sources: Sources) -> Evidence | None:
    """What the contents of the year's document list; None where that is not asked, or it has no such entry."""
    text = fold(plan.text)
    asks = _ASKS.search(text) is not None or text.endswith("目录")
    if not (asks and (_PART.search(text) or _NTH.search(text) or _is_of_contents(text))):
        return None
    for leaf in sources.index().leaves:
        for chunk in leaf.contents:
            found = _found(text, chunk)
            if found is not None and found.entries:
                return _evidence(found, text, plan, sources)
    return None


def _is_of_contents(text: str) -> bool:
    """Whether the contents are named, or the statements or parts of a whole publication are asked for."""
    return "目录" in text or _OF_ALL.search(text) is not None


def _found(text: str, chunk: Chunk) -> _Told | None:
    entries = entries_of(chunk)
    if _WHICH_PART.search(text):
        return _holding(text, entries, chunk)
    statements = sum(entry.is_statement for entry in entries)
    bare = statements * 2 > len(entries)  # a list of statements has no parts
    part = None if bare else _part(text, entries)
    if part is None and _PART.search(text):
        return None
    rest = text if part is None else text.replace(part.title, "")
    if len(_SAID.sub("", rest)) > 0:
        return None
    nth = _NTH.search(rest)
    within = (part,) if part is not None else entries
    if nth is not None:
        return _nth_statement(nth, within, chunk)
    rest = _PART.sub("", rest)
    section = _NTH_SECTION.search(rest)
    if section is not None:
        found = _numbered(part.below, _number(section["n"])) if part is not None else None
        return None if found is None else _Told((found, *found.below), chunk)
    tables = tuple(e for e in every(within) if e.is_statement)
    if _TABLES.search(rest):
        return _Told(tables, chunk, "张", "目录所列的报表") if tables else None
    if part is None:
        return (
            _Told(entries, chunk, "个", "目录所列的部分") if _PARTS.search(rest) or "目录" in rest else None
        )
    if _SECTIONS.search(rest) and part.below:
        return _Told(part.below, chunk, "节", f"「{part.title}」下所列的各节")
    return _Told((part, *part.below), chunk)


def _holding(text: str, entries: Sequence[Entry], chunk: Chunk) -> _Told | None:
    """The outermost entry that is, or holds, the one whose title the question says; of several the longest title."""
    held = [(e, one) for e in entries for one in every((e,)) if len(one.title) > 2 and _says(text, one.title)]
    longest = max((len(one.title) for _, one in held), default=0)
    parts = {e.line: e for e, one in held if len(one.title) == longest}
    return _Told(tuple(parts.values()), chunk) if len(parts) == 1 else None


def _says(text: str, title: str) -> bool:
    return title in text or fold(regex(r"^(?:20\d\d年度?)?(?:部门|单位)?").sub("", title)) in text


def _part(text: str, entries: Sequence[Entry]) -> Entry | None:
    """The outermost entry of the number that is said, or whose title the question holds."""
    said = _PART.search(text)
    if said is not None:
        return _numbered(entries, _number(said["n"]))
    return next((e for e in entries if len(e.title) > 3 and e.title in text), None)


def _numbered(entries: Sequence[Entry], number: int) -> Entry | None:
    """The entry of a number; by its place where entries carry none."""
    own = [e for e in entries if e.number == number]
    if own:
        return own[0] if len(own) == 1 else None
    bare = not any(e.number for e in entries)
    return entries[number - 1] if bare and 0 < number <= len(entries) else None


def _nth_statement(said: re.Match[str], within: Sequence[Entry], chunk: Chunk) -> _Told | None:
    tables = [e for e in every(within) if e.is_statement]
    last = said["last"] is not None and bool(tables)
    found = tables[-1] if last else _numbered(tables, _number(said["n"] or said["o"] or said["t"] or "0"))
    return None if found is None else _Told((found,), chunk)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else chinese_number(text) or 0


def _evidence(told: _Told, text: str, plan: Plan, sources: Sources) -> Evidence:
    quote = _quote(told)
    numbers = [entry.number for entry in told.entries if entry.number]
    broken = bool(numbers) and max(numbers) != len(told.entries)  # a line was lost
    if broken or not (told.unit and _MANY.search(_PART.sub("", text))):
        return Evidence(quotes=(quote,))
    count = Decimal(len(told.entries))
    page, box = quote.places[0]
    source = Source(page, box, "目录", quote=quote.sentences[0])
    fact = Fact(plan.entity, plan.year or 0, Stage.BUDGET, "", Fund.ALL, Flow.NONE, Subject("其他", told.label), TOTAL,
                Measure.COUNT, count, told.unit, None, Origin.SENTENCE, source,
                document_id=told.chunk.document_id)  # fmt: skip
    working = f"{'、'.join(e.title for e in told.entries)}，共 {count} {told.unit}"
    finding = Finding(told.label, count, told.unit, Measure.COUNT, plan.year or 0, "", (Operand(told.label, fact),),
                      working, entity=sources.body.name)  # fmt: skip
    sentence = f"{sources.body.name}{plan.year}年度公开资料的{told.label}有 {count} {told.unit}。"
    return Evidence((finding,), quotes=(quote,), told=sentence)


def _quote(told: _Told) -> Quote:
    places = [told.chunk.places[e.line] for e in told.entries]
    return Quote(told.chunk, tuple(e.text for e in told.entries), joined(places))
