"""The account or project that a question describes word by word, where it says no name (照字面描述的科目).

「给村干部、村委会那块补助」 is 对村民委员会和村党支部的补助: what the question ends on stands in its name, and every
word is told by its name, its levels, its statement or what the list of terms says of it. A word that is told nowhere
makes another thing of it (移民的培训补助), and a part of an account is not all of it (村委会的办公经费).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Chunk, Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.official_names import official_names
from service.closest.alike import Said, held
from service.closest.query import Query
from service.closest.scorer import load_talk
from service.closest.told_line import NARROWS
from service.evidence import Sources, gather
from service.figures.held import once
from service.model import CODED_KINDS, CONFIDENT, Declined, Evidence, Operation, Plan, Reason, Term
from service.text.definitions import explanations
from service.text.lexical import Index
from service.text.sentences import lines_of

#: So much of what is said its own words must tell, so much less another's; so much a word is told by them.
_TOLD, _AHEAD, _HELD = 0.75, 0.2, 0.55
#: So much of a word is told where it stands before a word of the name.
_JOINT = 0.9
#: So much of what is said must stand in the name itself.
_NAMED = 0.35
#: A description has so many words; an official name so many characters.
_WORDS, _OFFICIAL = 2, 4
#: So many figures of an amount are no coincidence.
_DIGITS = 4
#: Words that tell less need not be told.
_LEAST = 0.3
_KINDS = CODED_KINDS | {"项目", "政府采购"}
_UNSURE = (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED)
_MONEY = regex(
    r"多少(?:钱|万|元|亿|资金|经费|费用|预算)|[花用拨支拿投安排][^，。？]{0,4}多少|(?:补助|补贴|经费|资金|支出|开支|预算|决算|费用|那[块笔项])(?:一共|总共|共|是|有|要|花了?)*多少|几个?[万亿]|多少$"
)
#: Asks for another figure than an amount of it, for several, or for what is no amount.
_MORE = regex(
    r"多少[个人次件户名家辆台亩吨条项批场]|几[个人次件户名家辆台亩吨条项批场]|占|比(?!如)|差|最|平均|人均|每[个人户月天亩年]|一[个人户亩](?![共般])|加起来|合计|分别|各[是有自]|增|减|涨|降|多[出了]|少[了]|率|剩|结[转余]|超|哪|为什么|为啥|怎么|咋|标准|百分"
)
#: An example of what is meant, behind it: 「保护动植物 雪豹那些」.
_EXAMPLE = regex(r"(?:[，,、\s]|(?<=的))[\u4e00-\u9fff]{2,5}(?:那些|那种|那类|之类|什么的|这些|这种)的?")
#: What only says that money goes somewhere.
_IDLE = regex(
    r"^(?:开支|要花|花费|花掉|支出|发给|发放|拨给|给|补给|用来|用在|掏|拿来|钱来|准备|打算|开销|费用|经费|资金|金额|直接|各项|现行|专门|专项|实际|大概|预算|决算|工作|项目|方面|那块|单位|部门|全镇|全县|全区|全市|全乡|本级)$"
)
#: Whom it goes to, where they are those whom it goes to everywhere.
_ANYBODY = regex(r"^(?:农户|农民|村民|居民|群众|百姓|老百姓|市民|大家|老乡)$")
_FROM = regex(r"多少钱来(?=[\u4e00-\u9fff])|来着|好多钱")


@dataclass(frozen=True, slots=True)
class _Account:
    """One account by its name, with all that tells of it, and its amounts."""

    term: Term
    name: str
    own: str
    values: set[tuple[str, str]]


def account_described(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence; where no account was heard and money is asked for, that of the one account that is described."""
    if (
        not isinstance(evidence, Declined)
        or evidence.reason not in _UNSURE
        or evidence.final
        or evidence.options
    ):
        return evidence
    if plan.subject is not None and not plan.taken and plan.explained > CONFIDENT:
        return evidence  # the account was understood, and is not printed
    text = _EXAMPLE.sub(" ", _FROM.sub("多少钱", plan.parted or plan.text))
    if sources.body.within or not _is_asked(plan, text):
        return evidence
    said = [s for s in Query.of(text, load_talk(), plan.year or 0).said if _matters(s)]
    accounts = _accounts(plan.year, sources.facts, sources.index())
    if len(said) < _WORDS or _names_another(fold(text), accounts):
        return evidence
    account = _described(said, accounts, _text(sources.index()))
    if account is None:
        return evidence
    meant = replace(
        plan, operation=Operation.LOOKUP, subject=account.term, explained=1.0, taken=(), assumed=False,
        intent=None, breakdown=None,
    )  # fmt: skip
    told = gather(meant, sources)
    if not isinstance(told, Evidence) or len(told.findings) != 1:
        return evidence
    return replace(told, about=account.term)


def _names_another(text: str, accounts: Sequence[_Account]) -> bool:
    """Whether an account of the national classification is named that is none of those printed."""
    own = {account.name for account in accounts}
    official = (name for name in official_names() if len(name) >= _OFFICIAL and name in text)
    return any(not any(name in printed for printed in own) for name in official)


def _is_asked(plan: Plan, text: str) -> bool:
    plain = plan.operation is Operation.LOOKUP and not (
        plan.also or plan.ratio or plan.stages or plan.count_unit
    )
    return plain and bool(_MONEY.search(text)) and not _MORE.search(text) and not NARROWS.search(text)


def _matters(said: Said) -> bool:
    return said.word.weight >= _LEAST and not _IDLE.search(said.word.text)


def _described(said: Sequence[Said], accounts: Sequence[_Account], text: str) -> _Account | None:
    """The one account that tells all that is said, its name what the question ends on; None where two may."""
    ranked = sorted(
        ((_told(said, account, text), account) for account in accounts), key=lambda pair: -pair[0]
    )
    if not ranked or ranked[0][0] < _TOLD:
        return None
    best = ranked[0][1]
    if any(told > ranked[0][0] - _AHEAD and not _same_money(other, best) for told, other in ranked[1:]):
        return None
    alike = [a for told, a in ranked if (a is best or _same_money(a, best)) and _fits(said, a, text)]
    own = [a for a in alike if a.term.kind != "政府采购"]
    return next(iter(own or alike), None)


def _same_money(one: _Account, other: _Account) -> bool:
    """Whether two names are of the very same money: of every stage that both tell they share an amount, and one of
    those has so many figures that it is no coincidence; 5.00万元 are many things."""
    shared = one.values & other.values
    stages = {stage for stage, _ in one.values} & {stage for stage, _ in other.values}
    exact = any(len(amount.rstrip("0")) >= _DIGITS for _, amount in shared)
    return exact and stages == {stage for stage, _ in shared}


def _told(said: Sequence[Said], account: _Account, text: str) -> float:
    """How much of what is said an account's own words tell, by weight."""
    whole = sum(s.word.weight for s in said if not _is_any(s, account))
    told = sum(s.word.weight * _of_it(s, account, text) for s in said if not _is_any(s, account))
    return told / whole if whole else 0.0


def _fits(said: Sequence[Said], account: _Account, text: str) -> bool:
    """Whether every word is told, the last in the account's name, and enough of them there."""
    if any(_of_it(s, account, text) < _HELD for s in said if not _is_any(s, account)):
        return False
    whole = sum(s.word.weight for s in said)
    named = sum(s.word.weight * held(s, account.name) for s in said)
    return held(said[-1], account.name) >= _HELD and named >= _NAMED * whole


def _of_it(said: Said, account: _Account, text: str) -> float:
    """How much of a word an account tells; a word right before one of its name is told where the text has both."""
    own = held(said, account.own)
    if own >= _JOINT or said.word.text not in text:
        return own
    joint = any(f"{said.word.text}{account.name[i : i + 2]}" in text for i in range(len(account.name) - 1))
    return _JOINT if joint else own


def _is_any(said: Said, account: _Account) -> bool:
    return _ANYBODY.search(said.word.text) is not None and held(said, account.own) < _HELD


def _text(index: Index) -> str:
    return index.once("described in", lambda: fold("".join(chunk.text for chunk in index.chunks)))


def _accounts(year: int | None, facts: Sequence[Fact], index: Index) -> list[_Account]:
    """The accounts of the year that have an amount, with their statements and explanations."""
    return once(facts, ("described", year, index), lambda: _accounts_of(year, facts, index.chunks))


def _accounts_of(year: int | None, facts: Sequence[Fact], chunks: Sequence[Chunk]) -> list[_Account]:
    found: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if (
            fact.year == year
            and fact.value
            and fact.measure is Measure.AMOUNT
            and fact.subject.kind in _KINDS
        ):
            found.setdefault((fact.subject.kind, fold(fact.subject.name)), []).append(fact)
    meant = explanations(chunks)
    lines = [fold("".join(s.text for s in line)) for line in lines_of(chunks)]
    accounts = [_account(name, own, meant, lines) for (_, name), own in found.items()]
    return [_with_twins(account, accounts) for account in accounts]


def _with_twins(account: _Account, accounts: Sequence[_Account]) -> _Account:
    """An account with what tells of others that are the very same money: a project and its item."""
    twins = [other.own for other in accounts if _same_money(account, other)]
    return replace(account, own=" ".join(dict.fromkeys((account.own, *twins))))


def _account(name: str, facts: Sequence[Fact], meant: dict[str, str], lines: Sequence[str]) -> _Account:
    subject = facts[0].subject
    paths = sorted({"".join(f.subject.path) for f in facts})
    own = " ".join((name, fold("".join(paths)), fold(meant.get(name, "")), *_statements(name, lines)))
    term = Term(subject.name, subject.kind, subject.code, subject.path)
    return _Account(term, name, own, set(_values(facts)))


def _statements(name: str, lines: Sequence[str]) -> Iterator[str]:
    """The lines that open on an account by its levels."""
    return (line for line in lines if f"{name}项" in line[:60])


def _values(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    for fact in facts:
        if fact.yuan is not None:
            yield (
                fact.stage.value if fact.stage.value not in ("决算", "执行") else "决算",
                str((fact.yuan / 100).quantize(1)),
            )
