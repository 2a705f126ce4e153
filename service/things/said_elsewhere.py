"""A word of the question that the figure's own name and sentence do not have, and another figure has (另有所指).

「职工医保住院多少人次」 is not told by that of 居民医保 where 职工医保 is told of elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ingest.model import Fact, Origin
from ingest.patterns import regex
from ingest.text import fold
from service.breakdowns.enumeration import base_unit
from service.figures.held import once
from service.model import PHRASE_KINDS, Declined, Evidence, Operation, Plan, Reason
from service.read.citizens_words import as_written
from service.read.wording import PARTICLES
from service.things.search import covered_by
from service.things.told_near import around

_KINDS = PHRASE_KINDS | {"政府采购", "资产", "人员"}
#: A word that stands in more sentences than this is of no one figure.
_COMMON = 4
#: What only asks, counts, frames or says that something is done.
_FRAME = regex(
    r"多少|好多|几多|[多几][大高长久][\u4e00-\u9fff]?|第?[一二两三四五六七八九十几]+[个件家人名次批辆台户起处所座条项份场期年月天]|几\w|\d+"
    r"|一共|总共|合计|全部|到底|究竟|大概|大约|差不多|实际|真正|最后|最终|目前|现在|如今|当年|全年|一年|年底|年末|今年|本年"
    r"|听说|据说|发现|查到|查出|请问|想问|想知道|麻烦|帮忙|里面|里头|当中|其中|那个|这个|那些|这些|这块|那块|方面|情况|数据|数字|数量|金额|经费|资金|支出|费用|花费"
    r"|面向|处理|受理|办理|采购|项目|绩效|目标|指标|报表|表格?|执行数?"
    r"|花了?|用了?|做了?|搞了?|办了?|开了?|给了?|发了?|买了?|来了?|有没有|是不是|预算|决算|计划|打算|准备|安排|完成|单位|部门|我们|你们|他们|咱们|人家|大伙|老百姓"
)
#: The other figure's name tells as much of the question as this one's, or nearly.
_AS_WELL = 0.9
#: What a part is asked of is not the part.
_WHOLE = regex(r"(?<=费|款)(?:里面?|当中|之中|中)|(?<=支出|经费)(?:里面?|当中|之中|中)")
#: The document, the unit and two characters of a name.
_Key = tuple[str, str, str]
_LISTED = regex("、|等")
_WORD = regex(r"[\u4e00-\u9fff]{2,}")


def said_elsewhere(evidence: Evidence, plan: Plan, facts: Sequence[Fact]) -> Declined | None:
    """Why a thing's figure is none of what is asked; None where it may stand."""
    if plan.operation is not Operation.LOOKUP or len(evidence.findings) != 1:
        return None
    finding = evidence.findings[0]
    fact = finding.printed or (finding.operands[0].fact if len(finding.operands) == 1 else None)
    if fact is None or finding.formula or not _is_told(fact):
        return None
    index = once(facts, said_elsewhere, lambda: _index(facts))
    said = _bare(plan.text)
    own = covered_by(said, fold(fact.subject.name))
    if not own:
        return None  # it is said in other words altogether, by which no other name can be held against it
    unsaid = _unsaid(said, fact, finding.label)
    word = next((w for w in unsaid if _of_another(w, said, own, fact, index)), None)
    if word is None:
        return None
    return Declined(
        Reason.LOW_CONFIDENCE,
        f"资料里列有「{fact.subject.name}」，但问题里的「{word}」说的是另一处的内容，不能确定所问的数字，没有给出。",
    )


def _is_told(fact: Fact) -> bool:
    return fact.origin is Origin.SENTENCE and fact.subject.kind in _KINDS


def _bare(text: str) -> str:
    """The words of a question that may name a thing."""
    said = _FRAME.sub(" ", _WHOLE.split(fold(text))[-1])
    return said.translate({ord(mark): " " for mark in PARTICLES if len(mark) == 1})


def _unsaid(said: str, fact: Fact, label: str) -> Iterator[str]:
    """Runs of the question that stand nowhere round the figure."""
    own = fold(
        "".join(
            (
                *fact.subject.path,
                label,
                fact.entity,
                *(around(fact) if any(around(fact)) else (fact.source.quote,)),
            )
        )
    )
    said = as_written(said, own)
    pairs = {own[at : at + 2] for at in range(len(own) - 1)}
    for match in _WORD.finditer(said):
        run = match[0]
        held = [run[at : at + 2] in pairs for at in range(len(run) - 1)]
        free = "".join(char if not any(held[max(at - 1, 0) : at + 1]) else " " for at, char in enumerate(run))
        yield from (piece for piece in free.split() if len(piece) > 1)


def _of_another(word: str, said: str, own: float, fact: Fact, index: Mapping[_Key, Sequence[Fact]]) -> bool:
    """Whether figures of other values, and few, are told with a whole word of this, and none of the same value is."""
    for size in range(len(word), 1, -1):
        for at in range(len(word) - size + 1):
            part = word[at : at + size]
            held = index.get((fact.document_id, base_unit(fact), part[:2]), ())
            near = [f for f in held if part in fold(f.subject.name)]
            told = {fold(f.subject.name) for f in near if f.value != fact.value}
            as_well = {f.value for f in near if covered_by(said, fold(f.subject.name)) >= own * _AS_WELL}
            if fact.value in as_well:
                continue  # told by that word, too: 车辆 41辆, 公务用车保有量 41辆
            if 0 < len(told) <= _COMMON and as_well:
                return True
    return False


def _index(facts: Sequence[Fact]) -> dict[_Key, list[Fact]]:
    """For each pair of characters in the names of things, by document and unit, the figures that have it.

    A name that runs through several things is of none of them: 「甲、乙等各类问题」.
    """
    index: dict[_Key, list[Fact]] = {}
    for fact in facts:
        name = fold(fact.subject.name)
        if _is_told(fact) and not _LISTED.search(name):
            for pair in {name[at : at + 2] for at in range(len(name) - 1)}:
                index.setdefault((fact.document_id, base_unit(fact), pair), []).append(fact)
    return index
