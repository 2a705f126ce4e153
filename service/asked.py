"""What a question wants of running text: a reason, a place, a doer, a list, a rule; and in which words (所问)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.text import fold
from service import vocabulary
from service.lexical import bigrams
from service.model import Operation, Plan
from service.sorts import NAMES, SECTIONS, SORTS, WRITTEN, Sort
from service.terms import find, free_runs, mark

#: Words of a question on text that its answer need not hold.
_ASKING = re.compile(
    r"管不管|归不归|负不负责|是什么|什么|为啥|为何|啥|怎么样|怎么|咋|哪些|哪几|哪里|哪儿|哪个|哪家|哪|谁|几个|多少|有没有|是否|是不是|说明|介绍|具体|内容|情况|主要|包括|分别"
    r"|原因|那份|报告|文件|公开|里面|里头|里说|说的|讲的|写的|提到|一下子|这么|那么|一下|打算|准备|了|的|吗|呢|呀|啊|阿|嘛|吧|请问|要求|方面"
)
#: How a word's meaning is asked for.
_MEANT = re.compile(r"什么是|啥是|意思|含义|定义|概念|解释|指(?:的是)?(?:什么|啥|哪)|叫(?:什么|啥)?|啥玩意")
#: Particles at the edge of a run of words.
_EDGES = "都由里中在也就各该把被还再又对于个了的之是有"
_PARTICLES = frozenset("都也就各的了着过把被还再又对从由给让向出搞报")
_FILLED = {word: True for word in vocabulary.FILLER.split("|") if len(word) > 1}
#: What every disclosure is about says nothing of this question; nor, of a section, in which report it stands.
_GENERIC = f"(?:{vocabulary.GENERIC}|有关|相关|情况|方面|内容|事)+"
_SETTING = (
    f"(?:{vocabulary.GENERIC}|有关|相关|整体|绩效|自评|评价|结果|工作|情况|方面|内容|事|后|年度|实施|主要)+"
)
_SPLIT = re.compile(r"都(?![市城会])|(?<!共)和(?!谐)|(?<!参)与|跟(?!踪)|[、，,；;]|以及|还有")


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that an answer should speak of: the words of the question for it, or what documents write."""

    forms: tuple[str, ...]

    def held(self, text: str, weights: dict[str, float]) -> float:
        """Share of the concept, by weight, that a folded text holds, in its best form."""
        return max(_share(form, text, weights) for form in self.forms)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on running text: the sort of answer, and the concepts that it must speak of."""

    sort: Sort
    concepts: tuple[Concept, ...]
    text: str

    def coverage(self, text: str, weights: dict[str, float]) -> float:
        """Share of the concepts that a folded text holds, longer ones counting more; 1 where there are none."""
        sizes = [min(len(c.forms[0]), 6) for c in self.concepts]
        held = [size * c.held(text, weights) for size, c in zip(sizes, self.concepts, strict=True)]
        return sum(held) / sum(sizes) if sizes else 1.0

    def named(self) -> Asked:
        """The same with the name of its sort as what must be spoken of, where it has no words of its own."""
        names = NAMES.get(self.sort, ())
        return self if self.concepts or not names else replace(self, concepts=(Concept(names),))

    @property
    def pairs(self) -> list[str]:
        """Pairs of characters to search by; none across two words."""
        return [pair for concept in self.concepts for form in concept.forms for pair in bigrams(form)]


def read_asked(plan: Plan) -> Asked:
    """What a plan wants of running text; its own words decide, then the intent that was understood."""
    text = fold(plan.text)
    sort = sort_of(text)
    if plan.operation is Operation.DEFINITION and sort in (Sort.OTHER, Sort.LIST) and _MEANT.search(text):
        sort = Sort.DEFINITION
    if sort is Sort.OTHER and plan.intent in {s.value for s in Sort}:
        sort = Sort(plan.intent)
    subject = (Concept((fold(plan.subject.name),)),) if plan.subject and _is_said(plan, text) else ()
    concepts = tuple(dict.fromkeys((*_concepts(text, sort), *subject)))
    return Asked(sort, concepts, text)


def sort_of(text: str) -> Sort:
    """The sort of answer that a folded question's words ask for."""
    return next((sort for sort, pattern in SORTS if re.search(pattern, text)), Sort.OTHER)


def asks_why(plan: Plan) -> bool:
    """Whether the words ask for a reason and for no figure (咋比上年多了, but not 比上年多了多少)."""
    text = fold(plan.text)
    return sort_of(text) is Sort.REASON and not re.search(r"多少|几[个成元万]|百分|占比|金额|数额", text)


def _is_said(plan: Plan, text: str) -> bool:
    """Whether the subject adds words: one that the question spells itself adds none, a whole tells nothing."""
    assert plan.subject is not None
    name = fold(plan.subject.name)
    return name not in text and plan.subject.kind not in ("总额", "支出结构") and not plan.assumed


def _concepts(text: str, sort: Sort) -> Iterator[Concept]:
    """The things that an answer must speak of, in the order of the question."""
    # Words of 绩效 are what such a question is about; those of the other sorts only ask.
    asking = "|".join(pattern for s, pattern in SORTS if s is sort and s is not Sort.PERFORMANCE)
    bare = re.sub(asking, "，", text) if asking else text
    setting = _SETTING if sort in SECTIONS else _GENERIC
    for part in _SPLIT.split(_ASKING.sub("，", bare)):
        for run in _content(part):
            yield from (c for c in _spoken(run.strip(_EDGES)) if not re.fullmatch(setting, c.forms[0]))


def _content(part: str) -> list[str]:
    """Words of a part of the question, without what every question has."""
    taken = [False] * len(part)
    for match in find(part, _FILLED):
        mark(taken, match)
    return [run for _, run in free_runs(part, taken)]


def _spoken(run: str) -> Iterator[Concept]:
    """A run of words cut at its daily words, each of which may be written otherwise."""
    for spoken, written in WRITTEN:
        match = re.search(spoken, run)
        if match:
            yield from _spoken(run[: match.start()].strip(_EDGES))
            forms = (match[0], *written.split("|"))
            yield Concept(tuple(dict.fromkeys(form for form in forms if len(form) > 1)) or (written,))
            yield from _spoken(run[match.end() :].strip(_EDGES))
            return
    if len(run) > 1:
        yield Concept((run,))


def _share(form: str, text: str, weights: dict[str, float]) -> float:
    if form in text:
        return 1.0
    # A particle within a run ties it to nothing that a document writes.
    told = {p: weights.get(p, 1.0) * (0.3 if _PARTICLES & set(p) else 1.0) for p in bigrams(form)}
    return sum(weight for pair, weight in told.items() if pair in text) / (sum(told.values()) or 1.0)
