"""Scores of several projects that one sentence tells, set in order: 「四个项目哪个分最低」 (自评得分排序)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.evidence import Sources
from service.model import Evidence, Finding, Operand, Plan
from service.targets import Point
from service.text.sentences import Sentence, lines_of, to_quote

_ASKED = regex(
    r"分数?最[高低多少]|最[高低多少][^，。？]{0,4}分|得?分[^，。？]{0,4}(?:最[高低]|排|从[高低])|自?评[^，。？]{0,8}最[高低好差]"
    r"|[评打]分[^，。？]{0,12}最[高低好差]|[评分][^，。？]{0,14}(?:从[高低]到|排[个一名序]|由[高低])"
    r"|(?:各|分别)(?:自|都)?[得是有为打评获拿]?了?多少分"
)
_OTHER = regex(r"指标|满意度|扣|为什么|为啥|原因|平均|以上|以下|超过|不到|不足|低于|高于|大于|小于")
_LEAST = regex(r"最[低少差]|从低|由低")
_ALL = regex(r"从[高低]到|由[高低]到|排[个一名序]|各自?[得是有为打评获拿]?了?多少分|分别")
_NUMBER = regex(r"(?P<n>[两二三四五六七八九十]|\d{1,2})个(?:自评|评价)?(?:的)?项目")
_SCORED = regex(r"自评|评价|得分|评分|打分")
_ITEM = regex(
    r"[“\"「]?(?P<name>[^，。；：、:;“”\"「」\d（）()]{2,30}?)[”\"」]?(?:项目)?(?:的)?(?:绩效)?(?:自评|评价|评定)?(?:得分|评分|得|打分)?(?:为|是|：)?"
    r"[（(]?(?P<score>\d{2,3}(?:\.\d+)?)分[）)]?(?=[、，。；;]|和|及|$)"
)
_NO_PROJECT = regex(r"平均|合计|总分|满分|整体|综合|[预决]算|部门|指标|满意度|标准分")
_LEAD = regex(r"^(?:其中|分别(?:为|是)?|得分|和|及|以及|自评|是|为)+")
_HUNDRED, _LEAST_ITEMS = Decimal(100), 2


@dataclass(frozen=True, slots=True)
class _Score:
    name: str
    value: Decimal


def scores_told(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The project with the highest or lowest score, or all in order; None where no one sentence tells the scores of
    all the projects that are spoken of."""
    text = fold(plan.text)
    if len(points) != 1 or not _ASKED.search(text) or _OTHER.search(text):
        return None
    said = _NUMBER.search(text)
    told = [
        (one, scores) for one, scores in _sentences(sources) if said is None or _count(said) == len(scores)
    ]
    if len(told) != 1:
        return None
    sentence, scores = told[0]
    if _others(scores, plan, sources):
        return None  # the lowest of these need not be the lowest of all
    least = _LEAST.search(text) is not None
    order = sorted(scores, key=lambda s: s.value, reverse=not least)
    own = order if _ALL.search(text) else [s for s in order if s.value == order[0].value]
    listed = "、".join(f"{s.name} {plain(s.value)} 分" for s in own)
    way = ("从低到高是" if least else "从高到低是") if own == order else ("最低的是" if least else "最高的是")
    lead = f"{sources.body.name}{plan.year}年度自评得分一并写出的 {len(scores)} 个项目里，"
    findings = tuple(_finding(s, sentence, plan, sources) for s in own)
    return Evidence(findings, quotes=(to_quote([sentence]),), told=f"{lead}{way}{listed}。")


def _sentences(sources: Sources) -> Iterator[tuple[Sentence, list[_Score]]]:
    """Sentences with the scores of several projects, as many as the sentence says where it says how many."""
    for line in lines_of(sources.index().chunks):
        for sentence in line:
            if not _SCORED.search(sentence.text):
                continue
            scores = [s for m in _ITEM.finditer(sentence.text) if (s := _score(m)) is not None]
            said = {_count(m) for m in _NUMBER.finditer(sentence.text)}
            if len({s.name for s in scores}) == len(scores) >= _LEAST_ITEMS and said <= {len(scores)}:
                yield sentence, scores


def _others(scores: Sequence[_Score], plan: Plan, sources: Sources) -> bool:
    """Whether the year's documents tell the score of a project that is not among these."""
    values = {s.value for s in scores}
    return any(
        f.unit == "分" and f.year == plan.year and f.subject.kind in ("项目", "其他") and f.value not in values
        and f.value is not None and f.value <= _HUNDRED and not _NO_PROJECT.search(f.subject.name)
        and _SCORED.search(f.subject.name + f.source.quote)
        for f in sources.facts
    )  # fmt: skip


def _count(said: re.Match[str]) -> int:
    number = said["n"].replace("两", "二")
    return int(number) if number.isdigit() else chinese_number(number) or 0


def _score(said: re.Match[str]) -> _Score | None:
    name, value = _LEAD.sub("", said["name"]), Decimal(said["score"])
    return None if value > _HUNDRED or len(name) < 2 or _NO_PROJECT.search(name) else _Score(name, value)


def _finding(score: _Score, sentence: Sentence, plan: Plan, sources: Sources) -> Finding:
    fact = next((f for f in sources.facts if _is(f, score, sentence)), None)
    operands = (Operand(score.name, fact),) if fact is not None else ()
    label = f"{score.name}自评得分"
    return Finding(label, score.value, "分", Measure.COUNT, plan.year or 0, "", operands, printed=fact,
                   entity=sources.body.name)  # fmt: skip


def _is(fact: Fact, score: _Score, sentence: Sentence) -> bool:
    return (
        fact.unit == "分"
        and fact.value == score.value
        and fact.document_id == sentence.chunk.document_id
        and fold(score.name) in fold(fact.subject.name)
    )
