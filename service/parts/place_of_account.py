"""The place of one account among those of its level, or among the parts of what it is said to be in (科目名次)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.model import Fact
from ingest.numbers import plain
from ingest.patterns import regex
from service.evidence import Sources
from service.figures.told import label_of
from service.model import Declined, Evidence, Finding, Operand, Operation, Plan, Reason, Term
from service.parts.members import HALVES, THREE_PUBLIC, parts_of

#: 「排第几」「是第几大」「在公用经费里排名如何」: the place is asked for, not what stands in one.
_PLACE_ASKED = regex(
    r"(?:排名?|居|位居|位列|名列|列)(?:在|到)?第(?:几|多少)|是第几(?:大|多|高|名|位)|"
    r"(?:排名|名次|位次)(?:是|为)?(?:多少|几|如何|怎样|怎么样|情况)[？?。呢啊]*$|"
    r"在.{2,14}[里中内]的?(?:排名|名次|位次)[？?。呢啊]*$"
)
_FROM_BELOW = regex(r"倒数|从[小低少]到")
#: 「在公用经费里排第几」: what the account is said to be in.
_WITHIN = regex(r"在(?P<whole>[^在，,。？]{2,14}?)(?:里面?|之?中|当中|内)?(?:的|各项|各科目)*[排居位名是列]")
#: Words that name no container, but the accounts of a level.
_ALL = regex(r"各|所有|全部|全年|整个|总支出|同级|年度?$|^支出|科目$")
#: What the accounts of a kind stand among where no container is said: the whole of it, and how its parts are called.
_LEVELS = {"类": "类级科目", "款": "款级科目", "项": "项级科目"}
_WHOLE = Term("本年支出合计", "总额")
_BASIC = Term("基本支出", "支出结构")
_ALL_THREE = Term("“三公”经费", "三公经费")
#: Codes of functional accounts by how long they are.
_BY_LENGTH = {3: "类", 5: "款", 7: "项"}


def place_of_account(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """The account, and its place among the accounts beside it, the largest first; None where that is not asked for,
    a refusal where the documents do not print it as one of several."""
    subject = plan.subject
    asked = plan.operation is Operation.RANK and _PLACE_ASKED.search(plan.text)
    if subject is None or not asked or subject.kind == "总额":
        return None
    among = None if _FROM_BELOW.search(plan.text) else _among(plan, subject, sources.facts)
    parts = parts_of(among, sources.facts) if among is not None else []
    own = next((f for f in parts if _is(f, subject)), None)
    if among is None or own is None or own.value is None or len(parts) < 2:
        why = f"{sources.body.name}{plan.year}年度的资料里没有能和「{subject.name}」排在一起的同级科目，排不了名次。"
        return Declined(Reason.NOT_DISCLOSED, why)
    return _told(own, own.value, parts, among, sources.body.name)


def _among(plan: Plan, subject: Term, facts: Sequence[Fact]) -> Plan | None:
    """The plan of all parts that the account is set among; None where it is no account with others beside it."""
    said = _said_whole(plan)
    bare = replace(plan, base=None, breakdown=None, nth=0, top=0, least=False, text="")
    if subject.name in THREE_PUBLIC and (not said or "三公" in said) and plan.breakdown is None:
        return replace(bare, subject=_ALL_THREE)
    if subject.kind == "经济分类" and len(subject.code) == 5:
        whole = _economic(said, subject, facts)
        return replace(bare, subject=whole) if whole is not None else None
    level = _BY_LENGTH.get(len(subject.code)) if subject.kind == "功能分类" else None
    whole = _above(said, subject, "功能分类", facts) if said else _WHOLE
    if level is None or whole is None:
        return None
    return replace(bare, subject=whole, breakdown=plan.breakdown, text=f"各{level}级科目")


def _said_whole(plan: Plan) -> str:
    """The name of the whole that the account is said to be in; empty where none is said."""
    said = _WITHIN.search(plan.text)
    name = re.sub(r"^.*?年度?的?", "", said["whole"]) if said is not None else ""
    if name and not _ALL.search(name):
        return name
    if plan.base is not None and plan.base.kind != "总额":
        return plan.base.name
    return plan.breakdown if plan.breakdown in HALVES else ""


def _economic(said: str, subject: Term, facts: Sequence[Fact]) -> Term | None:
    if said in HALVES:
        return Term(said, "支出结构")
    return _BASIC if said in ("", "基本支出") else _above(said, subject, "经济分类", facts)


def _above(said: str, subject: Term, kind: str, facts: Sequence[Fact]) -> Term | None:
    """The account with this name, above the one that is asked about."""
    for one in (f.subject for f in facts if f.subject.kind == kind and f.subject.name.startswith(said)):
        if one.code and one.code != subject.code and subject.code.startswith(one.code):
            return Term(one.name, kind, one.code)
    return None


def _is(fact: Fact, subject: Term) -> bool:
    if subject.code:
        return fact.subject.code == subject.code
    return fact.subject.name == subject.name


def _told(own: Fact, value: Decimal, parts: Sequence[Fact], among: Plan, name: str) -> Evidence:
    amounts = [f.yuan for f in parts if f.yuan is not None]
    place = 1 + sum(one > (own.yuan or Decimal(0)) for one in amounts)
    same = sum(one == own.yuan for one in amounts) - 1
    beside = f"（与另外{same}项相同）" if same else ""
    whole = among.subject if among.subject not in (None, _WHOLE) else None
    called = _LEVELS.get(own.subject.level, "分项") if own.subject.kind == "功能分类" else "分项"
    scope = f"「{whole.name}」有数额的{len(parts)}个{called}" if whole else f"有数额的{len(parts)}个{called}"
    shown = Finding(
        label_of(own), value, own.unit, own.measure, own.year, own.stage.value,
        (Operand(label_of(own), own),), printed=own, entity=name,
    )  # fmt: skip
    order = "、".join(f"{label_of(f)} {plain(f.value)} {f.unit}" for f in parts[:3] if f.value is not None)
    told = (
        f"{name}{own.year}年度{label_of(own)}{own.stage.value}为 {plain(value)} {own.unit}，"
        f"在{scope}里从大到小排第{place}{beside}。排在前面的是：{order}。"
    )
    return Evidence((shown,), told=told)
