"""What a project's own review found wanting and what is to be done: 「那个项目自评发现了什么问题」 (自评问题).

The sentences told stand in the review of that project, or in its form; those of the project next to it are never told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Quote, Reason
from service.projects.project_blocks import blocks_of
from service.projects.project_spoken import bare, project_spoken, shortened
from service.targets import Point
from service.text.lines import Line, text_of
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.whole_review import of_one_project

_TROUBLE = regex(
    r"(?:[扣失丢]分|(?:得|打|评|自评)?分[数]?[^，。？]{0,6}(?:低|不高|不理想|少))[^？]*(?:原因|为什么|问题)"
    r"|(?:发现|存在|有|暴露)[了的过出些]*(?:哪些|什么|啥|哪几个)?(?:主要)?(?:问题|不足)|(?:问题|不足)(?:是|有|在)?(?:什么|哪|啥)"
)
#: Why it did not get all its points: 「为啥只拿了86分」.
_WHY_POINTS = regex(
    r"(?:为什么|为啥|为何|[怎咋]么?)[^，。？]{0,8}(?:[扣失丢]了?[\d.几多少]*分|(?:没|不)[^，。？]{0,4}满分|[才只仅就][得拿打评考是有]*了?到?\d[\d.]*分)"
)
_MEASURE = regex(
    r"改进(?:措施|办法|方向|建议)|整改措施|(?:怎么|如何|打算怎么|准备怎么|要怎么)(?:改进|整改|改)"
)
#: How the review says either.
_SAYS_TROUBLE = regex(r"(?:发现|存在)的?(?:主要)?(?:问题|不足)|(?:主要|存在)问题|^问题|偏差原因|不足之处")
_SAYS_MEASURE = regex(r"(?:改进|整改)(?:措施|办法|方向|建议)|下一步(?!.{0,4}问题)")
#: Where the review of a project begins, and so that of another ends.
_REVIEW = regex(
    r"自评综述|绩效自评(?:情况|结果)?[：:]|评价综述|^[“\"《].{2,40}[”\"》]项目|^[（(][一二三四五六七八九十]{1,2}[)）]|^\d{1,2}[.．、](?!\d)"
    r"|^[\u4e00-\u9fff（()）]{2,40}?项目(?:绩效)?(?:自评|全年预算|[：:])"
)
#: How a review tells that something fell short without a word that labels it.
_FELL_SHORT = regex(
    r"[扣失丢]分|未(?:能?(?:完成|达|按|如期|及时)|完)|没有?(?:完成|达到|按[时期])|空缺|不足|偏[低慢]|低于(?:目标|计划|年初)|滞后|停工|推迟|延[误期]|[较比]计划[晚少低]|[仅只]完成|(?:存在|发现)[^，。；]{0,16}问题"
)
_AIM_AND_DONE = regex(
    r"(?:计划|目标)[^，。；：\d]{0,12}(?P<aim>\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d，。；]{1,4})，实际[^，。；\d]{0,12}(?P<done>\d[\d,]*(?:\.\d+)?)(?P=unit)"
)


def project_troubles(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The sentences of the project's own review; None where no project is named or neither is asked for."""
    text = fold(plan.text)
    asked = _asked(text)
    name = _named(plan, sources) if asked and len(points) == 1 else ""
    if not name:
        return None
    blocks = list(_blocks(name, sources))
    for block in blocks:
        told = [sentences for says in asked if (sentences := _told(block, says))]
        if told:
            return Evidence(quotes=tuple(filter(None, map(to_quote, told))))
    short = next((quote for block in blocks if (quote := _fallen_short(block))), None)
    if short is not None and _SAYS_TROUBLE in asked:
        return Evidence(quotes=(short,))
    if not blocks or not _TROUBLE_OR_MEASURE.search(text):
        return None
    if (only := of_one_project(name, _SAYS_MEASURE in asked, sources.index())) is not None:
        return Evidence(quotes=(only,))
    what = "改进措施" if _SAYS_MEASURE in asked else "发现的问题"
    return Declined(
        Reason.NOT_DISCLOSED, f"{sources.body.name}{plan.year}年度的公开资料没有写明「{name}」{what}。"
    )


def troubles_of(name: str, sources: Sources) -> Quote | None:
    """What the project's own review found wanting, or says was not done as planned; None where it says neither."""
    blocks = list(_blocks(name, sources))
    told = next((sentences for block in blocks if (sentences := _told(block, _SAYS_TROUBLE))), None)
    return to_quote(told) if told else next((q for block in blocks if (q := _fallen_short(block))), None)


def _asked(text: str) -> tuple[re.Pattern[str], ...]:
    """How the review says what is asked for: what was wrong, what is to be done, or both."""
    measure = _MEASURE.search(text) is not None
    trouble = any(p.search(text) for p in (_TROUBLE, _WHY_POINTS)) or (
        measure and _WHY.search(text) is not None
    )
    return (*((_SAYS_TROUBLE,) if trouble else ()), *((_SAYS_MEASURE,) if measure else ()))


_WHY = regex(r"为什么|为啥|为何|原因|怎么回事")
_TROUBLE_OR_MEASURE = regex(f"{_TROUBLE.pattern}|{_MEASURE.pattern}")


def _fallen_short(block: Sequence[Line]) -> Quote | None:
    """The sentences of a review that say what was not done as planned; None where there are none."""
    told = [s for line in block for s in line if _FELL_SHORT.search(s.text) or _is_less(s.text)]
    return to_quote(told[:_MOST]) if told else None


def _is_less(text: str) -> bool:
    """Whether less was done than was planned: 「计划引进10人，实际到岗8人」."""
    return any(
        Decimal(m["done"].replace(",", "")) < Decimal(m["aim"].replace(",", ""))
        for m in _AIM_AND_DONE.finditer(text)
    )


_MOST, _LEAST_NAME = 3, 4


def _named(plan: Plan, sources: Sources) -> str:
    """The project that is named, or the only one that is so named with words left out: 国省干线(公路)养护(工程)."""
    spoken = project_spoken(plan, sources.facts, plan.text) or shortened(plan, sources.facts)
    return spoken or _reviewed(fold(plan.text), sources)


def _reviewed(text: str, sources: Sources) -> str:
    """The longest name of a review that a question says, of a project that no table lists."""
    names = (block.name for block in blocks_of(sources.index()))
    return max((name for name in names if len(name) >= _LEAST_NAME and name in text), key=len, default="")


def _blocks(name: str, sources: Sources) -> Iterator[Sequence[Line]]:
    """The lines of each review of the project, and those of its form."""
    core = bare(name)
    chunks = sources.index().chunks
    lines = lines_of([c for c in chunks if not (c.path and bare(c.path[-1]) == core)])
    for number, line in enumerate(lines):
        text = fold(text_of(line))
        if (
            core in text[: len(core) + 40]
            and _REVIEW.search(text_of(line))
            and (_SAYS_TROUBLE.search(text) or re.search("自评|执行率", text + fold(line[0].chunk.text)))
        ):
            rest = lines[number + 1 :]
            ends = (i for i, other in enumerate(rest) if _ends(other, line))
            yield [line, *rest[: next(ends, len(rest))]]
    form = [c for c in chunks if c.path and bare(c.path[-1]) == core]
    if form:
        yield [*lines_of(form), *_concluded(form[0], chunks)]


#: How what is concluded of a form's project begins, where it stands behind the form and under no heading of its own.
_CONCLUDED = regex(r"^(?:自?评?价?结论|总体评价|综合评价)[：:].{0,4}项目")


def _concluded(form: Chunk, chunks: Sequence[Chunk]) -> list[Line]:
    """What is concluded of a form's project behind it, where the document has no other project's form."""
    own = [c for c in chunks if c.document_id == form.document_id]
    forms = {c.path for c in own if "自评表" in fold("".join(c.path))}
    lines = lines_of(own) if len(forms) == 1 else []
    begun = [i for i, line in enumerate(lines) if _CONCLUDED.search(text_of(line))]
    return [line for line in lines[begun[0] :] if line[0].chunk == lines[begun[0]][0].chunk] if begun else []


def _ends(line: Line, first: Line) -> bool:
    """Whether a line is no longer of the review that the first one begins."""
    return _REVIEW.search(text_of(line)) is not None or line[0].chunk.path != first[0].chunk.path


def _told(block: Sequence[Line], asked: re.Pattern[str]) -> list[Sentence]:
    """The sentences from the one that says so up to what is said of the other."""
    other = _SAYS_TROUBLE if asked is _SAYS_MEASURE else _SAYS_MEASURE
    found: list[Sentence] = []
    for sentence in (s for line in block for s in line):
        text = fold(sentence.text)
        if asked.search(text):
            found.append(sentence)
        elif found and other.search(text):
            break
        elif found:
            found.append(sentence)
    return found[:4]
