"""What a question wants of running text: a reason, a place, a doer, a list, a rule; and in which words (所问)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.concordance import bigrams
from ingest.text import fold
from service import vocabulary
from service.model import Operation, Plan
from service.sorts import NAMES, SECTIONS, SORTS, WRITTEN, Sort
from service.terms import find, free_runs, mark, overlap

#: Words of a question on text that its answer need not hold.
_ASKING = re.compile(
    r"[怎咋]么?回事|管不管|归不归|负不负责|归(?:他们|它们?|你们|谁)?管|是什么|什么|为啥|为何|啥|怎么样|怎么|怎样|如何|咋|哪些|哪里|哪儿|哪个|哪家|哪|谁|多少|有没有|是否|是不是|说明|介绍|具体|内容|情况|主要|包括|分别"
    r"|原因|那份|报告|文件|公开|里面|里头|里说|说的|讲的|写的|提到|一下子|这么|那么|一下|打算|准备|了|的|吗|呢|呀|啊|阿|嘛|吧|请问|要求|方面|平时|平常|通常|到底|请?给出|给我|说法|讲讲|说说|说一说"
    r"|用?大白话|能不能|可不可以|他们|它们|它|自己|干嘛|那(?=\d)|只用|只有|名单|清单|列一下|列出|列举|提出|采取|请说明"
    r"|我?(?:想|就想)?(?:问|知道|了解)(?:一?下)?(?!题)|[这那]一?块|这方面|[这那]个|[这那]些?事|这项?(?:职责|任务|工作)|存在|缘由|理由|发挥|安排"
)
#: An amount or a number of things, said by the way: 「八百多万」, 「两个」, 「几件」.
_NUMBER = re.compile(
    r"百分之?几|[一二两三四五六七八九十百千万几\d.]+多?[万亿千百]+多?元?|[两三四五六七八九十几\d.]+多?(?:个|项|件|家|条|类|样|种|处(?!室)|所|名|成|块|元)(?:多)?|\d+(?:\.\d+)?%?"
)
#: Which way a figure went, and what it is held against; a reason's statement is found by these in its own way.
_WENT = re.compile(
    r"变?[多少](?=$|，)|变[多少高低大小]|比?(?:上年|去年|前年|前一年|上一年|头年)|增加|减少|下降|上升|增长|降低|上涨|提高|[涨降跌]|变化|决算数?|预算数?|小于|大于|低于|高于"
    r"|[猛暴激骤锐剧飞大][增减降涨跌升]|没有?花完|没有?用完|花不完|总支出|总收入|总额|年初|钱?花[到在去]|钱|超支|剩下?|一些|一点|大幅"
)
#: How a thing is done, with the verbs that say no more than that it is.
_HOW = (
    r"(?:怎么|如何|怎样|咋)(?:样)?(?:去|来)?(?:安排|做|搞|办|弄|打算|开展|推进|组织|落实|实施|进行)?"
    r"|有(?:些)?(?:什么|啥|哪些)(?:安排|打算|举措|动作|计划|部署|做法|办法|行动)|(?:发挥|起)(?:了|到)?(?:什么|啥|哪些|怎样的?)作用"
)
#: Asks to be told of a thing; of a change it asks the reason, and is found to do so by its own row.
_TELL = re.compile(r"[怎咋]么?回事")
#: How a word's meaning is asked for.
_MEANT = re.compile(r"什么是|啥是|意思|含义|定义|概念|解释|指(?:的是)?(?:什么|啥|哪)|叫(?:什么|啥)?|啥玩意")
#: What asks for a figure.
_FIGURES = re.compile(r"多少|(?<!哪)几[个成元万家辆人次]|百分|占比|金额|数额|最[多大高少小低]")
#: What asks how things are called, however many they are (有几家，都叫啥).
_CALLED = re.compile(r"叫(?:什么|啥)|名字|名称是|分别是(?:什么|啥|哪)")
#: Particles at the edge of a run of words.
_EDGES = "都由里中在也就各该把被还再又对于个了的之是有那归及给要去来"
#: A word may begin with 中 (中介, 中小企业), none of a question ends on it.
_STARTS = _EDGES.replace("中", "")
_PARTICLES = frozenset("都也就各的了着过把被还再又对从由给让向出搞报")
_FILLED = {word: True for word in vocabulary.FILLER.split("|") if len(word) > 1}
#: What every disclosure is about says nothing of this question; nor, of a section, in which report it stands.
_SAID = (
    "开支|开销|花销|花费|有关|相关|情况|方面|内容|地方|东西|领域|环节|事项|事情|事|用|主要|一般公共预算"
    "|政府性基金|收支|总体|今|本"
)
_GENERIC = f"(?:{vocabulary.GENERIC}|{_SAID})+"
_ASIDE = (
    "整体|绩效|自评|评价|结果|工作|后|年度|实施|科室|处室|主体|职能|职责|管理|人员|编制|人数|发现|存在|开展"
    "|提出|执行|过程"
)
_SETTING = f"(?:{vocabulary.GENERIC}|{_SAID}|{_ASIDE})+"
_SPLIT = re.compile(
    r"都(?![市城会])|(?<!共)和(?!谐)|(?<!参)与|跟(?!踪)|[、，,；;]|以及|还有|比|较|(?<![公邻万村])里(?![程弄])|一般公共预算(?:财政拨款)?|财政拨款(?!收)"
)


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
    def length(self) -> int:
        """Characters of all that must be spoken of."""
        return sum(len(concept.forms[0]) for concept in self.concepts)

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
    if sort is Sort.OTHER and plan.intent in {s.value for s in Sort} and not _TELL.search(text):
        sort = Sort(plan.intent)
    concepts = _of_others(tuple(dict.fromkeys(_concepts(text, sort))), fold(plan.entity))
    return Asked(sort, _with_subject(concepts, plan, text, sort), text)


def sort_of(text: str) -> Sort:
    """The sort of answer that a folded question's words ask for."""
    return next((sort for sort, pattern in SORTS if re.search(pattern, text)), Sort.OTHER)


def asks_words(plan: Plan) -> bool:
    """Whether the words ask for a reason, a meaning, a use and for no figure (咋比上年多了, but not 比上年多了多少)."""
    text = fold(plan.text)
    sort = sort_of(text)
    figures = _FIGURES.search(text)
    firm = plan.operation is Operation.LOOKUP and sort in (
        Sort.DEFINITION,
        Sort.PURPOSE,
        Sort.PLACE,
        Sort.BASIS,
        Sort.TIME,
    )
    return not figures and (sort is Sort.REASON or firm)


def may_be_told(plan: Plan) -> bool:
    """Whether a look-up asks for words that no figure is: which units, things, days (哪几家下属单位), how or to what
    end a thing is done (打算怎么做, 要达到什么目标)."""
    text = fold(plan.text)
    if plan.operation is not Operation.LOOKUP or (_FIGURES.search(text) and not _CALLED.search(text)):
        return False
    sort = sort_of(text)
    if sort is Sort.PERFORMANCE:
        return bool(re.search(r"(?:什么|啥|哪些)目标|目标是?(?:什么|啥|哪)", text))
    named = sort in (Sort.MAKEUP, Sort.LIST, Sort.DOER, Sort.TIME)
    return sort in (Sort.HOW, Sort.REMEDY) or (named and bool(re.search(r"哪|什么|啥|谁|何时|列一下", text)))


def asks_manner(plan: Plan) -> bool:
    """Whether it is asked how a thing is done, which its amount never answers (怎么安排 it may)."""
    text = fold(plan.text)
    return sort_of(text) in (Sort.HOW, Sort.REMEDY) and not re.search(r"安排|花|用|分配", text)


def asks_text(plan: Plan) -> bool:
    """Whether the words ask for something that running text or a list tells, and for no figure."""
    text = fold(plan.text)
    sort = sort_of(text)
    told = sort is not Sort.PERFORMANCE or re.search(r"目标|哪|怎么|如何|情况", text)
    figures = _FIGURES.search(text) and not _CALLED.search(text)
    return sort is not Sort.OTHER and bool(told) and not figures


def asks_meaning(plan: Plan) -> bool:
    """Whether a term's meaning may be asked for, which any document's explanation answers."""
    text = fold(plan.text)
    named = plan.operation is Operation.DEFINITION or sort_of(text) is Sort.DEFINITION
    return named or bool(re.search(r"包括(?:哪|什么|啥)", text))


def _of_others(concepts: tuple[Concept, ...], body: str) -> tuple[Concept, ...]:
    """The concepts without those that only name the body again (街道有这个职责吗)."""
    other = tuple(c for c in concepts if c.forms[0] not in body)
    return other or concepts


def _with_subject(concepts: tuple[Concept, ...], plan: Plan, text: str, sort: Sort) -> tuple[Concept, ...]:
    """The concepts with the printed name of the account that one of them means (公车 is 公务用车运行维护费)."""
    subject = plan.subject
    if subject is None or subject.kind in ("总额", "支出结构") or plan.assumed or sort in SECTIONS:
        return concepts
    name = fold(subject.name)
    if name in text:
        return concepts
    alike = [len(set(c.forms[0]) & set(name)) / len(c.forms[0]) for c in concepts]
    if not concepts:
        return (Concept((name,)),)
    short = name.removesuffix("费")
    if any(short in c.forms[0] and len(c.forms[0]) > len(short) + 2 for c in concepts):
        return concepts  # an account's word within a longer name: 咨询费 is not meant by 专家咨询委员会
    best = max(range(len(concepts)), key=lambda i: alike[i])
    if alike[best] < 0.5:
        return (*concepts, Concept((name,)))
    return tuple(Concept((*c.forms, name)) if i == best else c for i, c in enumerate(concepts))


def _concepts(text: str, sort: Sort) -> Iterator[Concept]:
    """The things that an answer must speak of, in the order of the question."""
    # Words of 绩效 are what such a question is about, how a thing is done is in its verb (测算, 参与);
    # the words of the other sorts only ask.
    asking = (
        _HOW
        if sort is Sort.HOW
        else "|".join(pattern for s, pattern in SORTS if s is sort and s is not Sort.PERFORMANCE)
    )
    bare = re.sub(asking, "，", text) if asking else text
    setting = _SETTING if sort in SECTIONS else _GENERIC
    if sort is Sort.REASON:
        bare = _WENT.sub("，", bare)
    for part in _SPLIT.split(_NUMBER.sub("，", _ASKING.sub("，", bare))):
        for run in _content(part):
            yield from (c for c in _spoken(_trim(run)) if not re.fullmatch(setting, c.forms[0]))


def _content(part: str) -> list[str]:
    """Words of a part of the question, without what every question has."""
    taken = [False] * len(part)
    for match in find(part, _FILLED):
        mark(taken, match)
    return [run for _, run in free_runs(part, taken)]


def _trim(run: str) -> str:
    """A run of words without the particles at its edges."""
    return run.lstrip(_STARTS).rstrip(_EDGES + "上")


def _spoken(run: str) -> Iterator[Concept]:
    """A run of words cut at its daily words, each of which may be written otherwise."""
    for spoken, written in WRITTEN:
        match = re.search(spoken, run)
        if match:
            yield from _spoken(_trim(run[: match.start()]))
            forms = (match[0], *written.split("|"))
            yield Concept(tuple(dict.fromkeys(form for form in forms if len(form) > 1)) or (written,))
            yield from _spoken(_trim(run[match.end() :]))
            return
    run = re.sub(r"要?(?:购买|采购|买)$", "", run) if len(run) > 4 else run
    if len(run) > 1:
        yield Concept((run,))


def _share(form: str, text: str, weights: dict[str, float]) -> float:
    if form in text:
        return 1.0
    if len(form) > 2 and re.search(".{0,2}?".join(map(re.escape, form[:8])), text):
        return 0.95  # 「档案局」 stands for 「档案馆（局）」
    # A particle within a run ties it to nothing that a document writes.
    told = {p: weights.get(p, 1.0) * (0.3 if _PARTICLES & set(p) else 1.0) for p in bigrams(form)}
    share = sum(weight for pair, weight in told.items() if pair in text) / (sum(told.values()) or 1.0)
    # 「动员居民参与」 is spoken of where 动员, 居民 and 参与 are, each by itself.
    return max(share, 0.8 * overlap(form, text) / len(form)) if len(form) > 3 else share
