"""What a model may choose from: the bodies, years and subjects that are loaded, as a list with an end (可选项)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.accounts import ACCOUNTS
from ingest.model import Fact, Stage
from ingest.text import fold
from service.accounts.lexicon import is_whole, term_of
from service.model import CODED_KINDS, Body, Operation, Term
from service.text.sorts import Sort

#: Operations that a model may ask for; the others hang on words that it does not tell.
OPERATIONS = {
    o.value: o
    for o in (
        Operation.LOOKUP, Operation.SHARE, Operation.CHANGE, Operation.CHANGE_RATE, Operation.VARIANCE,
        Operation.COMPLETION, Operation.EXISTENCE, Operation.TREND, Operation.NARRATIVE,
    )
}  # fmt: skip
STAGES = {
    s.value: s for s in (Stage.FINAL_ACCOUNTS, Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)
}
BREAKDOWNS = ("基本支出", "项目支出", "人员经费", "公用经费")
SECTIONS = {s.value: s for s in Sort if s not in (Sort.OTHER, Sort.LIST)}
#: Kinds of subjects, those that are listed whole before those that are listed as far as they fit.
_KINDS = (
    "总额",
    "收入来源",
    "支出结构",
    "三公经费",
    "机关运行",
    "政府采购",
    "结转结余",
    "会议培训",
    "资产",
    "人员",
)
_MOST_SUBJECTS, _MOST_BODIES, _MOST_CHARS = 120, 40, 40


@dataclass(frozen=True, slots=True)
class Offer:
    """Names to choose by, with what they stand for; no ``bodies`` where it is settled who is asked about."""

    subjects: dict[str, Term]
    years: tuple[int, ...]
    bodies: dict[str, Body] = field(default_factory=dict)


def offer_of_body(question: str, facts: Iterable[Fact], years: Sequence[int]) -> Offer:
    """What one body's documents print, those names first that share characters with the question."""
    terms = dict.fromkeys(
        term_of(f) for f in facts if f.value is not None and f.unit and is_whole(f.subject.name)
    )
    return Offer(_named(question, terms), tuple(years))


def offer_of_bodies(question: str, bodies: Sequence[Body]) -> Offer:
    """The bodies that are loaded, and the accounts that every disclosure may print."""
    near = sorted(bodies, key=lambda b: (-_shared(question, "".join(b.names)), b.name))[:_MOST_BODIES]
    terms = [Term(account.name, account.kind) for account in ACCOUNTS]
    years = sorted({year for body in near for year in body.years})
    return Offer(_named(question, terms), tuple(years), {body.name: body for body in near})


def _named(question: str, terms: Iterable[Term]) -> dict[str, Term]:
    """Terms by unlike names, as many as a prompt can hold; one name for two things names neither."""
    named: dict[str, list[Term]] = {}
    for term in terms:
        coded = f"{term.name}（{term.code}）" if term.kind in CODED_KINDS and term.code else term.name
        if len(coded) <= _MOST_CHARS:
            named.setdefault(coded, []).append(term)
    plain = {
        name: _bare(found) for name, found in named.items() if len({(t.kind, t.code) for t in found}) == 1
    }
    order = sorted(plain, key=lambda n: (*_rank(plain[n].kind), -_shared(question, n), n))
    return {name: plain[name] for name in order[:_MOST_SUBJECTS]}


def _bare(terms: Sequence[Term]) -> Term:
    """One thing of a name, or the name itself under whichever headings."""
    one = terms[0]
    return one if len({t.path for t in terms}) == 1 else Term(one.name, one.kind, one.code)


def _rank(kind: str) -> tuple[int]:
    return (0,) if kind in _KINDS else (1,)


def _shared(question: str, name: str) -> int:
    return len(set(fold(question)) & set(fold(name)))
