"""Projects picked out by who carries them out, as the list of the projects says it in a column (按实施单位).

「实施单位为局本级的项目有几个」「养护中心负责哪些项目」: the rows of 「项目名称：…，实施单位：…」 whose column holds
what is asked for, with the money of each project. Where a question says such a condition and no row answers it,
nothing is told: the number of all projects is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Chunk, Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.several import add_up
from service.figures.told import label_of, printed_as
from service.model import Body, Declined, Evidence, Finding, Operand, Operation, Plan, Reason
from service.projects.projects import projects_of
from service.projects.projects_whose import DOER, whose

_COUNT = regex(r"(?:几|多少)[个项]|个数|项目数|数量")
_SUM = regex(r"一共|总共|合计|共|加总|加起来|相加|总和|总额|总金额|多少钱|多少万|金额|资金|预算数")
#: 「这几个项目加总」: their sum, though their number is said.
_ADDED_UP = regex(r"加总|加起来|加一起|相加|总和|合计(?=多少|是|$)")
_ROW = regex(r"^(?:项目|专项)(?:支出)?(?:名称)?：(?P<name>[^：]+?)，(?P<rest>.+)$", re.MULTILINE)
_PAIR = regex(rf"(?:^|，){DOER}(?:名称)?：(?P<value>[^：]+?)(?=，[^，：]{{2,12}}：|$)")
#: Projects are counted or listed.
_OF_THEM = regex(
    r"(?:几|多少)个?[^，。？的]{0,4}项目|项目[^，。？]{0,4}(?:几|多少|数|哪些|清单|名单)|(?:哪些|什么|啥)项目"
)
_ITSELF = regex(r"本级|本部|机关")
#: So many projects of an account that are added up: 「公路养护科目下的两个项目合计」.
_UNDER = regex(
    r"(?:科目|款|项)?(?:下面?|里面?|中|之下)的?(?P<n>[两二三四五六七八九]|\d{1,2})个项目(?=[^，。？]*(?:合计|一共|总共|共|加))"
)
_DIGITS = str.maketrans("两二三四五六七八九", "223456789")
#: So much of a unit's name is enough to say which one is meant.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A project and who carries it out."""

    project: str
    doer: str


def projects_by(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """How many, which, or how much money the projects are of the unit that is named; None where none is asked for."""
    text = fold(plan.text)
    under = _UNDER.search(text) if plan.subject is not None and plan.subject.kind == "功能分类" else None
    if under is not None:
        return _of_account(plan, int(under["n"].translate(_DIGITS)), sources)
    said = whose(text)
    if said is None or re.search(r"哪|什么|啥|谁|多少|几", said["who"]):
        return None
    rows = _rows(sources.index().chunks)
    doer = _meant(said["who"], rows)
    if doer is None:
        sure = re.search(f"^{DOER}|^由", said[0]) or _ITSELF.search(said["who"])
        return _not_told(plan, sources.body) if sure and _OF_THEM.search(text) else None
    names = {fold(row.project) for row in rows if row.doer == doer}
    held = projects_of(plan, sources.facts)
    own = [f for f in held.facts if fold(f.subject.name) in names]
    if len(own) != len(names):
        return _not_told(plan, sources.body)
    return _told(text, plan, doer, own, sources.body)


def _rows(chunks: Sequence[Chunk]) -> list[_Row]:
    found: dict[str, _Row] = {}
    for chunk in chunks:
        for row in _ROW.finditer(chunk.text):
            pair = _PAIR.search(row["rest"])
            if pair is not None:
                found.setdefault(fold(row["name"]), _Row(row["name"].strip(), pair["value"].strip()))
    return list(found.values())


def _meant(who: str, rows: Sequence[_Row]) -> str | None:
    """The one unit of the column that the words point at; None where they point at none, or at several."""
    doers = list(dict.fromkeys(row.doer for row in rows))
    if _ITSELF.search(who):
        fitting = [d for d in doers if _ITSELF.search(fold(d))]
    else:
        said = re.sub(r"^(?:区|市|县|省|局|全)?(?:的|里|下属|所属)*", "", who)
        fitting = [d for d in doers if len(said) >= _LEAST and said in fold(d)]
    return fitting[0] if len(fitting) == 1 else None


def _told(text: str, plan: Plan, doer: str, own: Sequence[Fact], body: Body) -> Evidence:
    findings = [
        printed_as(label_of(f), f, body.name)
        for f in own
    ]  # fmt: skip
    note = f"按资料里项目清单的单位一栏，{doer}的项目共{len(own)}个。"
    names = "、".join(f.subject.name for f in own)
    if _COUNT.search(text) and not _ADDED_UP.search(text):
        operands = tuple(Operand(label_of(f), f) for f in own)
        number = Finding(f"{doer}的项目", Decimal(len(own)), "个", Measure.COUNT, own[0].year, own[0].stage.value,
                         operands, f"{names}，共 {len(own)} 个", entity=body.name)  # fmt: skip
        told = f"{body.name}{own[0].year}年度项目清单里由{doer}实施的项目有 {len(own)} 个：{names}。"
        more = (add_up(findings),) if len(findings) > 1 and re.search("多少钱|金额|资金|多少万", text) else ()
        return Evidence((number, *more), notes=(note,), told="" if more else told)
    if plan.operation is Operation.RANK or re.search(r"最[多大高少小低]", text):
        ordered = sorted(findings, key=lambda f: f.value, reverse=not plan.least)
        return Evidence(tuple(ordered[: plan.top or 3]), notes=(note,))
    listed = re.search("各|分别|哪|什么|啥", text) and not _ADDED_UP.search(text)
    if _SUM.search(text) and len(findings) > 1 and not listed:
        return Evidence((add_up(findings), *findings), notes=(note,))
    told = "、".join(f"{f.label} {plain(f.value)} {f.unit}" for f in findings)
    lead = f"{body.name}{own[0].year}年度项目清单里由{doer}实施的项目有 {len(own)} 个："
    return Evidence(tuple(findings), notes=(note,), told=f"{lead}{told}。")


def _of_account(plan: Plan, number: int, sources: Sources) -> Evidence | Declined:
    """The money together of the projects under an account, where the list has just so many."""
    name = fold(plan.subject.name) if plan.subject is not None else ""
    own = [f for f in projects_of(plan, sources.facts).facts if name in map(fold, f.subject.path)]
    if len(own) != number:
        return _not_told(plan, sources.body)
    found = [
        printed_as(label_of(f), f, sources.body.name)
        for f in own
    ]  # fmt: skip
    return Evidence((add_up(found), *found))


def _not_told(plan: Plan, body: Body) -> Declined:
    return Declined(
        Reason.NOT_DISCLOSED,
        f"{body.name}{plan.year}年度的公开资料没有按您说的单位或科目列出项目，不能据此筛选。",
    )
