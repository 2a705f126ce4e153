"""Where the money goes, in daily words: the classes of expenditure by size, with none left out by name (钱花在哪)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.model import Operation, Plan, Term

_MONEY = r"(?:钱|资金|经费|预算|决算|财政拨款|支出|开支|开销|花费)?"
_ADVERB = r"(?:都|主要|大部分|大头|基本|全|到底|究竟|最|一般|是|的|又|被)*"
_WHERE = (
    r"(?:花|用|砸|投|撒|烧|去|开销|流|放)(?:到|在|向|往|进|给|于)?了?(?:到|去)?(?:哪|什么|啥)(?:里|儿|些|几|一)?[二两三四五个]?"
    r"(?:大)?(?:个|块|类|项|方面|地方|领域|科目|支出)*(?:头?上?|里)(?:头|面)?(?:去|来)?了?"
)
#: 「钱主要花在哪」, 「支出三大类构成」: what asks for the classes themselves.
_ASKED: tuple[re.Pattern[str], ...] = (
    regex(rf"{_ADVERB}{_MONEY}{_ADVERB}{_WHERE}"),
    regex(
        r"(?:总|本年|全年)?支出(?:预算|决算)?(?:总额|合计)?(?:的|分|有|按|分成)*(?:[二三四五六七八九]个?大类(?:的)?(?:构成|组成|结构)?|几个?大类(?:的)?(?:构成|组成|结构)|哪[些几]个?大类)"
    ),
)
#: 「哪一大类花钱最多」: the first of the classes, or the last.
_FIRST = regex(
    r"(?:是)?哪(?:一?个?|1个?)(?:大类|大项|大块|功能类|类)(?:里)?(?:的)?(?:花钱|用钱|花费|开销|经费|钱|花|用)+(?:得)?(?P<end>最[多大少小高低])"
    r"|(?:花钱|用钱|花费|开销|钱|花|用)+(?:得)?(?P<tail>最[多大少小高低])(?:的)?(?:是)?哪(?:一?个?|1个?)(?:大类|大项|大块|功能类|类)"
    r"|(?:花钱|用钱|花费|开销|钱|花|用)+(?:得)?(?P<named>最[多大少小高低])的?[那这]?一?个?(?:大类|大项|大块|功能类)(?:的)?(?:是|叫)?(?:哪|什么|啥)一?[个类块项]?"
)
#: What may be said beside it: how many of them, in which order, with their amounts.
_BESIDE = regex(
    r"^的?(?:钱|支出|资金|经费)|排?(?:名|在)?(?:前|头)[一二三四五六七八九十两\d]+(?:名|位|项|类|个|块)?(?:的)?|最[大多高](?:的)?(?:是)?[一二三四五六七八九十两\d]*(?:大?[块项类个样笔])?(?:的)?|按?(?:支出|功能)?大类|从[大多高]到[小少低]"
    r"|依次|分别|各自?|金额|数额|(?:花|用)?(?:了|去|掉)?多少钱?|是|啥|什么|哪些|哪几[块项类个]|排(?:列|序|一排|一下|个序)?|说(?:一?下)?|列(?:一?下|出来?)?|讲(?:一?下)?|给(?:我|个)?|及|和|以?及|与|一下|有|的|吗|呢|啊|呀|请|，|、|？"
)
_NUMBER = regex(
    r"(?:前|头|最[大多高](?:的)?)(?P<n>[一二三四五六七八九十两\d]+)|(?P<m>[二三四五六七八九])(?:个)?(?:大类|大块)"
)
#: All classes, however many there are.
_EVERY = 40
_SEVERAL = regex(r"哪(?:些|几)|几|各|分别|构成|组成")


def spent_where(plan: Plan, question: str) -> Plan:
    """The plan of the largest classes where the question asks in so many words where the money goes, else the plan;
    with what its order leaves out by name."""
    omitted = _left_out(question)
    if omitted is not None:
        name = omitted["name"] or omitted["but"] or omitted["beside"]
        plan = replace(plan, without=fold(name.strip(" 的")))
    text = fold(plan.text)
    if (
        (plan.subject is not None and plan.subject.kind != "总额")
        or plan.base is not None
        or plan.intent == "原因"
    ):
        return plan
    first = _FIRST.search(text)
    core = first or next((m for pattern in _ASKED if (m := pattern.search(text))), None)
    if core is None or _BESIDE.sub("", text[: core.start()] + text[core.end() :]):
        return plan
    number = _NUMBER.search(text)
    said = (number["n"] or number["m"]) if number else ""
    every = _EVERY if _SEVERAL.search(text) else 0
    top = (int(said) if said.isdigit() else chinese_number(said.replace("两", "二")) or 0) if said else every
    least = first is not None and (first["end"] or first["tail"] or first["named"])[1] in "少小低"
    return replace(
        plan, operation=Operation.RANK, subject=Term("本年支出合计", "总额"), breakdown=None, also=(), taken=(),
        explained=1.0, assumed=True, intent=None, count_unit=None, unlisted=(), top=top, nth=0, least=least,
        condition=None,
    )  # fmt: skip


#: 「撇开行政运行，哪项最多」「行政运行以外最大的是哪项」: what is left out of an order by its name.
_WITHOUT = regex(
    r"(?:撇开|抛开|除了|除去|除开|去掉|扣除|扣掉|刨去|刨除|刨开|不算|不看|排除|不考虑)(?P<name>[^，,。？、]{2,16}?)"
    r"(?:(?:之外|以外|外)|(?=[，,]|\s|哪|最|还有|谁|、|$))"
    r"|(?<![扣刨解免开排去废清消删])除(?P<but>[^，,。？、了去开掉]{2,16}?)(?:之外|以外|(?<![国境])外(?![国事宾聘]))"
    r"|(?<=[，,、])(?P<beside>[^，,。？、]{2,12}?)(?:之外|以外)"
)
_ORDERED = regex(r"最[大多高少小低]|排(?:名|第|序)|第[一二三]|大头|[居首]首位?|榜首")


def _left_out(text: str) -> re.Match[str] | None:
    match = _WITHOUT.search(text)
    return match if match is not None and _ORDERED.search(text[match.end() :]) else None


def with_left_out(text: str, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """What is explained of a question, with the words that leave something out of an order: it is not asked about."""
    match = _left_out(text)
    if match is None or any(low < match.end() and match.start() < high for low, high in spans):
        return spans
    return (*spans, match.span())


def without(plan: Plan, parts: Sequence[Fact]) -> list[Fact]:
    """The parts but the one that the question leaves out; none where that is not among them, or more than one are."""
    if not plan.without:
        return list(parts)
    meant = [f for f in parts if plan.without in fold(f.subject.name)]
    exact = [f for f in meant if fold(f.subject.name) == plan.without]
    meant = exact or meant
    return [f for f in parts if f not in meant] if len(meant) == 1 else []
