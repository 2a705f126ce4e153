"""What a review gives for each of its dimensions: 「产出35分得了31.4分」 (评价维度得分).

A sentence of the review tells what each is worth and what it got. The score of the whole project is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.evidence import Sources
from service.model import Evidence, Finding, Plan
from service.projects.project_spoken import bare, project_spoken
from service.read.terms import reads_in
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote

_WORDS = "项目决策|项目管理|项目绩效|预算执行率?|资金执行率?|决策|投入|过程|管理|产出|效益|效果|满意度"
#: An indicator within a dimension is none: 「社会效益」, 「产出数量」, 「财务管理」, whatever it is that is managed.
_NAMES = (
    r"(?:项目决策|项目管理|项目绩效|预算执行率?|资金执行率?|决策|投入|过程|产出|(?<!社会|经济|生态|环境)(?:效益|效果)|满意度"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[的和与及里中是分])|(?<=评价|自评|决策|投入|产出|效益|效果))管理)"
    r"(?!数量|质量|时效|成本|实现|完成|程序|管理(?!产出|绩效|效))"
)
_OWN = r"(?:类|指标|方面|情况|部分|维度|这[一]?[块项类个]?|那[一]?[块项类个]?|[”\"」])*"
_POINTS = r"\d{1,3}(?:\.\d+)?"
#: As a sentence prints them, each with what it is worth where it says it.
_PRINTED = regex(
    rf"(?P<name>{_NAMES}){_OWN}(?:得分)?[（(]?(?:满分|分值|权重|总分)?(?:为|是|：)?(?:(?P<most>{_POINTS})分)?[）)]?[，,]?(?:实际|自评)?(?:得分|得|评分|扣后得)(?:为|是|：)?(?P<got>{_POINTS})分"
)
#: As one is asked for, by its points or by those that it lost.
_POINTS_ASKED = (
    rf"{_OWN}[^，。？、\d]{{0,4}}(?:[，,、]?(?:满分|总分|一?共)?\d{{1,3}}分[^，。？\d]{{0,4}})?"
    r"(?:得分?|拿|评|打|给|扣|丢|失|有|是|为|了|到|的)+(?P<how>多少分?|几分)"
)
_ASKED = regex(rf"(?P<name>{_NAMES}){_POINTS_ASKED}")
#: The same with what is an indicator within one, which the score of the whole is none of either.
_ASKED_WITHIN = regex(rf"(?P<name>{_WORDS}){_POINTS_ASKED}")
_SPACE = regex(r"\s")
_EACH = regex(
    rf"(?:{_NAMES})(?:[和与及])?(?:{_NAMES})[^。？]{{0,12}}(?:各|分别)[^。？]{{0,6}}(?:多少分?|几分)|各维度[^。？]{{0,8}}分"
)
_LOST = regex(r"(?:扣|丢|失)(?:掉|去)?了?(?:多少|几)")
_OTHER = regex(r"为什么|为啥|原因|哪|最[高低]|平均|占")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Dimension:
    name: str
    most: Decimal | None
    got: Decimal


def dimension_scores(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The points of the dimension that is named, or of all; None where none is asked for or no one review is meant."""
    text = fold(plan.text)
    said, each = _ASKED.search(text), _EACH.search(text)
    if len(points) != 1 or not (said or each) or _OTHER.search(text):
        return None
    start = min(m.start() for m in (said, each) if m)
    named = _named(text[:start], plan, sources)
    told = [(s, dims) for s, dims in _reviews(sources) if not named or _is_of(s, named)]
    if len(told) != 1:
        return None
    sentence, dims = told[0]
    own = dims if each else [d for d in dims if said and d.name == said["name"]]
    lost = _LOST.search(text) is not None
    if not own or (lost and any(d.most is None for d in own)):
        return None
    findings = tuple(_finding(d, lost, plan, sources) for d in own)
    listed = "、".join(f"{f.label} {plain(f.value)} 分" for f in findings)
    of = f"「{named}」" if named else ""
    return Evidence(
        findings,
        quotes=(to_quote([sentence]),),
        told=f"{sources.body.name}{plan.year}年度{of}评价里，{listed}。",
    )


#: What is said of a review, and names no project.
_SAYING = regex(
    r"20\d\d年?度?|部门|单位|整体|重点|财政|绩效|自评|评价|报告|项目|专项|支出|得分|评分|打分|结果|情况|一级指标|指标|表|这个|那个|[的里中在对把，]"
)
_SCORE = regex(rf"{_POINTS}分(?!钟)")
#: The name of a project stands so near before its review, with no score but its own between.
_NEAR, _COVER = 500, Decimal("0.8")


def _named(before: str, plan: Plan, sources: Sources) -> str:
    """The project that is named ahead of the dimension, as it is printed or as it is said; empty where none is."""
    printed = bare(project_spoken(plan, sources.facts, plan.text))
    body = fold(sources.body.name)
    words = [word for word in _SAYING.sub(" ", before).split() if len(word) > 1 and not reads_in(word, body)]
    return printed or "".join(words)


def _is_of(sentence: Sentence, named: str) -> bool:
    """Whether a project is named before its review, with no score of another one between."""
    first = _PRINTED.search(sentence.text)
    ahead = sentence.start + (first.start() if first else 0)
    before = "".join(sentence.chunk.path) + sentence.chunk.text[:ahead]
    window = _SPACE.sub("", before)[-_NEAR:]
    pairs = [named[i : i + 2] for i in range(len(named) - 1)]
    places = [window.rfind(pair) for pair in pairs]
    held = [place for place in places if place >= 0]
    if not held or len(held) < _COVER * len(pairs):
        return False
    return len(_SCORE.findall(window[max(held) :])) <= 1


def _reviews(sources: Sources) -> Iterator[tuple[Sentence, list[_Dimension]]]:
    """Sentences that tell the points of several dimensions, each once."""
    for line in lines_of(sources.index().chunks):
        for sentence in line:
            dims = [_dimension(m) for m in _PRINTED.finditer(_SPACE.sub("", sentence.text))]
            fit = all(d.most is None or d.got <= d.most for d in dims)
            if fit and len({d.name for d in dims}) == len(dims) >= _LEAST:
                yield sentence, dims


def _dimension(said: re.Match[str]) -> _Dimension:
    return _Dimension(said["name"], Decimal(said["most"]) if said["most"] else None, Decimal(said["got"]))


def _finding(one: _Dimension, lost: bool, plan: Plan, sources: Sources) -> Finding:
    """The points that a dimension got, or those that it lost of what it is worth."""
    year, body = plan.year or 0, sources.body.name
    worth = f"（满分 {plain(one.most)} 分）" if one.most is not None else ""
    if not lost or one.most is None:
        return Finding(f"{one.name}得分{worth}", one.got, "分", Measure.COUNT, year, "", (), entity=body)
    working = f"{plain(one.most)} - {plain(one.got)} = {plain(one.most - one.got)}"
    return Finding(
        f"{one.name}扣分", one.most - one.got, "分", Measure.COUNT, year, "", (), working, entity=body
    )


def not_of_dimension(answer: Answer, text: str) -> str:
    """Why the score of a whole project is none of one dimension's; empty where it may stand."""
    said = _ASKED_WITHIN.search(fold(text))
    if answer.status is not Status.ANSWERED or said is None or len(answer.figures) != 1:
        return ""
    figure = answer.figures[0]
    cited = answer.citations[figure.citation] if figure.citation is not None else None
    told = fold(figure.label + (f"{cited.row}{cited.column}" if cited is not None else ""))
    worth = rf"(?<![\d.]){re.escape(figure.value)}分[）)]?[，,]?(?:实际|自评)?得"
    if figure.unit == "分" and cited is not None and re.search(worth, cited.quote):
        return f"资料里「{figure.label}」的 {figure.value} 分是满分，不是得分，不拿它来回答。"
    if figure.unit != "分" or said["name"][-2:] in told:
        return ""
    return f"资料里只有「{figure.label}」，没有找到「{said['name']}」这一部分单独的得分，不拿总分来回答。"
