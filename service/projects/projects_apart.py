"""Which of two projects did better, by the score or the rate of execution that is told of each (两个项目比绩效).

「甲和乙两个项目，哪个自评分高」「某资金那两个项目，哪个预算执行得更好」: each is told of in a paragraph of its own, or in a form
of its own, and no sentence sets them side by side. Where one of them is told otherwise in two places nothing is said.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.told import printed_as
from service.model import PHRASE_KINDS, Declined, Evidence, Finding, Plan, Reason
from service.projects.project_spoken import bare
from service.projects.scores import TOTALS
from service.targets import Point
from service.text.lines import Line, text_of
from service.text.sentences import Sentence, lines_of, to_quote

_NAME = r"[^，,。？]{2,24}?"
_TWO = r"(?:[这那]?(?:两|俩|2)个?)?(?:项目|工程)?(?:的)?(?:之间|里头?|里面|当中|中间|相比|比起来|比一比|中)?"
_WHICH = r"[，,\s]*(?:到底|究竟|是|看)*(?:哪(?:一)?个|谁|哪边)(?:项目)?(?:的|是)?"
_WHAT = r"(?P<what>(?:绩效|项目)?(?:自评|评价)?(?:得分|评分|分数|打分|自评分|评价分|分)|(?:绩效)?自评(?:得|结果|成绩)?|(?:预算)?执行(?:率|进度|情况|得)?|(?:预算)?完成(?:率|得|情况)?|预算(?:执行|完成)得?)"
_WAY = r"(?:得|更|要|比较|最|的)*(?P<way>[高低好差快慢])(?:一?[些点])?"
_TAIL = r"(?:[，,]?(?:各自?|分别)(?:的)?[^，。？]{0,8}?(?:多少|几)[分%]?|[，,]?(?:高|低|相?差)(?:了|出)?(?:多少|几)[^，。？]{0,4}|[，,]?(?:是)?多少分?)?[呢啊呀？?。]*$"
_PAIR = regex(
    rf"^(?P<a>{_NAME})(?:项目)?(?:和|与|跟|同|、|还是)(?P<b>{_NAME}){_TWO}{_WHICH}{_WHAT}{_WAY}{_TAIL}"
)
_OF_ONE = regex(
    rf"^(?P<of>{_NAME})(?:的|那|这)*(?:两|俩|2)个项目(?:里头?|里面|当中|中)?{_WHICH}{_WHAT}{_WAY}{_TAIL}"
)
_ASIDE = regex(r"^(?:的|在|把|请问)+|(?:的|那个|这个|项目)+$")
_LOW = "低差慢"


@dataclass(frozen=True, slots=True)
class _Sort:
    """What is compared: its name and unit, how a sentence tells it, and whether a figure of a table is one."""

    name: str
    unit: str
    told: re.Pattern[str]


_SCORE = _Sort(
    "自评得分",
    "分",
    regex(
        r"(?:自评|评价|得分|评分|评定)[^，。；\d]{0,8}(?P<n>\d{2,3}(?:\.\d+)?)分|^[（(](?P<m>\d{2,3}(?:\.\d+)?)分[）)]"
    ),
)
_RATE = _Sort(
    "预算执行率", "%",
    regex(r"(?:执行率|完成率|执行进度)(?:为|是|达到?|：|:)?(?P<n>\d+(?:\.\d+)?)[%％]|完成(?:了)?(?:全年|年初|年度|调整)*预算数?的(?P<m>\d+(?:\.\d+)?)[%％]"),
)  # fmt: skip
#: What a name may go on with, and what it may stand behind, without being another one.
_ON = regex(
    r"(?:(?:专项)?(?:经费|资金|项目|工程|支出|费))*[”\"’」]?(?![（(\u4e00-\u9fff]{0,4}(?:子项目|二期|三期))"
)
_NEXT = regex(r"(?<=[。；;])\s*(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]+[）)、])")
_LONGEST = 240
#: Two places that round one rate.
_ALIKE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class _Value:
    """What is told of a project, with the sentence or the figure that tells it."""

    name: str
    value: Decimal
    sentence: Sentence | None = None
    fact: Fact | None = None


def projects_apart(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """Both projects by what is asked, the one that is asked for first; None where not both of them are told of."""
    text = (plan.parted or plan.text).strip("，")
    said = _PAIR.match(text) or _OF_ONE.match(text)
    if said is None or len(points) != 1:
        return None
    sort = _SCORE if re.search("分|评", said["what"]) else _RATE
    parts = said.groupdict()
    names = (
        _of_one(_ASIDE.sub("", parts["of"]), plan, sources)
        if "of" in parts
        else [_ASIDE.sub("", parts[k]) for k in "ab"]
    )
    if len(names) != 2 or not all(names) or _are_accounts(names, plan, sources):
        return None
    both = [_value(name, names, sort, plan, sources) for name in names]
    one, other = both
    if one is None or other is None:
        lost = [name for name, value in zip(names, both, strict=True) if value is None]
        why = f"{sources.body.name}{plan.year}年度的公开资料没有写明「{lost[0]}」的{sort.name}，比不出哪个{said['way']}。"
        return Declined(Reason.NOT_DISCLOSED, why, final=True) if len(lost) == 1 else None
    if one.value == other.value:
        return None
    least = said["way"] in _LOW
    first, second = sorted((one, other), key=lambda v: v.value, reverse=not least)
    return _told(first, second, sort, least, plan, sources)


def _are_accounts(names: Sequence[str], plan: Plan, sources: Sources) -> bool:
    """「基本支出和项目支出哪个完成率高」: accounts, which the statements tell of."""
    own = {fold(name) for name in names}
    return any(
        f.year == plan.year and f.subject.kind not in PHRASE_KINDS and fold(f.subject.name) in own
        for f in sources.facts
    )


def _of_one(said: str, plan: Plan, sources: Sources) -> list[str]:
    """The two projects of the year whose names have what is said of both; none where there are not just two."""
    names = {f.subject.name for f in sources.facts if f.year == plan.year and f.subject.kind == "项目"}
    own = {bare(name): name for name in names if fold(said) in fold(name)}
    return sorted(own.values(), key=len) if len(own) == 2 else []


def _value(name: str, names: Sequence[str], sort: _Sort, plan: Plan, sources: Sources) -> _Value | None:
    """What is told of a project; None where nothing is, or other things in two places."""
    printed = list(_figures(name, sort, plan, sources))
    own = [v for v in printed if v.fact is not None and v.fact.standing == 0]  # its form, before a sentence
    found = own or printed or list(_in_text(name, names, sort, sources))
    if not found or any(abs(v.value - found[0].value) > _ALIKE for v in found):
        return None
    return found[0]


def _figures(name: str, sort: _Sort, plan: Plan, sources: Sources) -> Iterator[_Value]:
    """What its own form or a sentence that was read into a figure tells of it."""
    core = bare(name)
    for fact in sources.facts:
        if fact.year != plan.year or fact.unit != sort.unit or fact.value is None:
            continue
        subject = fact.subject
        rate = sort is _RATE and subject.kind == "项目" and fact.measure is Measure.COMPLETION
        own = rate and bare(subject.name) == core and subject.name.count("(") == name.count("(")
        total = sort is _SCORE and fold(subject.name) in TOTALS and "得分" in fact.breakdown
        if own or (total and subject.path and bare(subject.path[0]) == core):
            yield _Value(name, fact.value, fact=fact)


def _in_text(name: str, names: Sequence[str], sort: _Sort, sources: Sources) -> Iterator[_Value]:
    """What the paragraphs that speak of it tell behind its name, before they go on to another."""
    core = re.escape(bare(name) if len(bare(name)) > 2 else fold(name))
    others = "|".join(re.escape(bare(n)) for n in names if n != name)
    for line in lines_of(sources.index().chunks):
        text = text_of(line)
        for start in re.finditer(core, text):
            on = _ON.match(text, start.end())
            rest = text[on.end() : on.end() + _LONGEST] if on is not None else ""
            if on is None or (rest.startswith(("（", "(")) and not sort.told.match(rest)):
                continue  # what stands in brackets is more of another project's name
            ends = [m.start() for p in (re.compile(others), _NEXT) if (m := p.search(rest)) is not None]
            told = sort.told.search(rest[: min(ends, default=len(rest))])
            if told is not None:
                value = next(v for v in told.groupdict().values() if v)
                yield _Value(name, Decimal(value), _at(line, on.end() + told.end() - 1))


def _at(line: Line, place: int) -> Sentence:
    """The sentence of a line that has the character at a place of its text."""
    ends = itertools.accumulate(len(sentence.text) for sentence in line)
    return next((s for s, end in zip(line, ends, strict=True) if place < end), line[-1])


def _told(first: _Value, second: _Value, sort: _Sort, least: bool, plan: Plan, sources: Sources) -> Evidence:
    unit = "个百分点" if sort.unit == "%" else sort.unit
    high, low = (second, first) if least else (first, second)
    gap = high.value - low.value
    each = "，".join(f"{v.name} {plain(v.value)}{sort.unit}" for v in (first, second))
    told = (
        f"{sources.body.name}{plan.year}年度两个项目的{sort.name}：{each}。{first.name}更{'低' if least else '高'}，"
        f"相差 {plain(gap)} {unit}（{plain(high.value)} − {plain(low.value)} = {plain(gap)}）。"
    )
    findings = tuple(_finding(v, sort, plan, sources) for v in (first, second))
    sentences = [v.sentence for v in (first, second) if v.sentence is not None]
    return Evidence(findings, quotes=(to_quote(sentences),) if sentences else (), told=told)


def _finding(value: _Value, sort: _Sort, plan: Plan, sources: Sources) -> Finding:
    name = sources.body.name
    fact = value.fact or next((f for f in sources.facts if _is(f, value, sort, plan)), None)
    label = f"{value.name}{sort.name}"
    if fact is not None:
        return printed_as(label, fact, name)
    return Finding(label, value.value, sort.unit, Measure.COUNT, plan.year or 0, "", (), entity=name)


def _is(fact: Fact, value: _Value, sort: _Sort, plan: Plan) -> bool:
    """Whether a figure is the one that the sentence tells of the project."""
    same = fact.year == plan.year and fact.unit == sort.unit and fact.value == value.value
    return same and fold(bare(value.name)) in fold(fact.subject.name)
