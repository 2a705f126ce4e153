"""Projects in everyday words, 「扫马路收垃圾那个项目，再加上公厕管护的」: what each or all cost (说的是哪个项目)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.several import add_up
from service.figures.told import label_of, printed_as
from service.model import CONFIDENT, Body, Evidence, Finding, Operation, Plan
from service.projects.projects import projects_of
from service.read.added_said import is_added
from service.read.conjunctions import ADDS
from service.text.concepts import Concept, concepts_of
from service.text.sorts import Sort

_AND = regex(rf"[，、]?(?:再?加上|再加|还有|以及|{ADDS}|和|与|跟|及)|，")
_MONEY = regex(r"多少(?:钱|万|元|资金|经费)|花|用了|支出|执行数?|安排|预算|资金|经费|金额|一共|总共|合计")
#: What is asked of a project besides its money.
_ELSE = regex(
    r"占|比|[率度](?!要)|得分|评分|几分|目标|指标|为什么|为啥|原因|怎么|如何|谁|哪|什么|啥|几[个项]|多少[个项人辆件座]|最|还剩|结余"
)
#: Words around a project that do not name it.
_AROUND = regex(
    r"^(?:给|在|为|用于|用在|花在)+|(?:那|这|那两|这两|两)?[个项]?(?:的)?(?:项目|工程)|那个|这个|(?:俩|两个|三个)|实际|总共|一共|合计|加起来|加一起|共|到底|最后|全年|花了?|用了?|支出|执行数?|决算数?|预算数?|安排了?"
    r"|资金|经费|金额|多少|钱|万元|元|是|了|呢|吗|啊|呀|掉|各|分别"
)
#: So much of what is said must be in the name of one project, and so much less in that of any other.
_HELD, _APART, _LEAST, _EACH = 0.7, 0.3, 4, 0.4


def projects_meant(plan: Plan, sources: Sources) -> Evidence | None:
    """The money of the projects that the words mean, each or together; None where one of them is not made out."""
    text = "，".join(map(fold, (plan.parted or plan.text).split("，")))
    asks_money = "项目" in text and _MONEY.search(text) and not _ELSE.search(text)
    if (
        plan.operation not in (Operation.LOOKUP, Operation.SUM)
        or not asks_money
        or plan.explained > CONFIDENT
    ):
        return None
    pieces = [piece for part in _AND.split(text) if (piece := _AROUND.sub(" ", part).strip())]
    held = projects_of(plan, sources.facts).facts
    found = [_meant(piece, held) for piece in pieces]
    named = tuple(dict.fromkeys(f.subject.name for f in found if f is not None))
    if not found or None in found or len(named) < len(found):
        return None
    findings = [_finding(f, sources.body) for f in found if f is not None]
    note = f"按资料里的项目{'、'.join(f'「{name}」' for name in named)}作答。"
    if len(findings) > 1 and (plan.operation is Operation.SUM or is_added(text)):
        return Evidence((add_up(findings), *findings), notes=(note,))
    return Evidence(tuple(findings), notes=(note,))


def _meant(piece: str, held: Sequence[Fact]) -> Fact | None:
    """The one project whose name holds what is said, in its own or in other words."""
    concepts = list(concepts_of(piece, Sort.OTHER))
    # A daily word that is written otherwise (扫马路) is no word by chance.
    if sum(len(c.forms[0]) + (len(c.forms) > 1) for c in concepts) < _LEAST:
        return None
    shares = sorted(((_share(concepts, fold(f.subject.name)), i) for i, f in enumerate(held)), reverse=True)
    first, second = (
        (shares[0], shares[1]) if len(shares) > 1 else (shares[0] if shares else (0.0, 0), (0.0, 0))
    )
    return held[first[1]] if first[0] >= _HELD and first[0] - second[0] >= _APART else None


def _share(concepts: Sequence[Concept], name: str) -> float:
    sizes = [min(len(c.forms[0]), 6) for c in concepts]
    held = [c.held(name, {}) for c in concepts]
    if min(held) < _EACH:
        return 0.0  # 「食堂和公厕运行管护」: one of two is not what is said
    return sum(size * share for size, share in zip(sizes, held, strict=True)) / sum(sizes)


def _finding(fact: Fact, body: Body) -> Finding:
    return printed_as(label_of(fact), fact, body.name)
