"""The account whose statement says that its money is for what a question asks (照用途说明找科目).

「……财政委托业务支出（项）。主要用于：委托中介机构开展各类审计及绩效评价工作。」: people know what was done, and not the
account. The question must say nearly all of what the money is for, and nothing else: the money for several things, or
for these and others (等), is the price of none of them, and two accounts for one thing leave open which is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources, gather
from service.model import CONFIDENT, Declined, Evidence, Operation, Plan, Reason, Term
from service.read.citizens_words import as_written, is_other
from service.text.sentences import lines_of
from service.things.search import covered_by

#: An item of the classification by function with what its money is for.
_USE = regex(
    r"(?P<name>[^（）()。，；、：:]{2,30})[（(]项[)）](?:科目)?[。，：:,\s]*(?:该科目|本科目)?(?:主要|专项)?(?:用于|用在)[：:]?"
    r"(?P<what>[^。；;]{4,80})[。；;]"
)
#: More than what is named: 「信息化系统日常维护费等支出」.
_AND_OTHERS = regex(r"(?<![平同上中下高初均相])等(?![级候同额效])")
#: What says only that money is spent, on either side.
_MONEY = regex(
    r"(?:多少|几)(?:个)?(?:钱|万元|万|元|亿元|亿|资金|经费|费用)?|实际|一共|总共|合计|到底|最后|年初|全年|调整|预算数?|决算数?|批复?|安排|准备|打算|计划"
    r"|花费|[花用支付掏](?:了|掉|出去|出|去)*|拨|支出|开支|开销|资金|经费|费用|金额|百分之[几多]少?|完成|[这那]一?[项块笔个]|[钱款]|方面|等|各类|各项|相关|工作|日常|[的了是有在为来去、，,。：？?和及与]"
)
_ASKED = regex(r"多少|百分之几|几[百千万亿个]|金额|花费|数额")
#: Asks for another figure than an amount of it, or for several.
_MORE = regex(
    r"多少[个人次件户名家辆台亩吨条项批场]|占|比(?!如)|差(?!旅)|最|平均|人均|每|加起来|分别|各[是有自]|增|减|涨|降|剩|结[转余]|超|哪|为什么|为啥|怎么|咋|除[了去]|不[含算]"
)
#: So much of either must be said in the other; so much in another account's use leaves open which is meant.
_SAID, _TOLD, _OPEN, _LEAST = 0.75, 0.85, 0.6, 4


_OPERATIONS = (Operation.LOOKUP, Operation.COMPLETION)


@dataclass(frozen=True, slots=True)
class _Use:
    """An item and what its money is for."""

    name: str
    what: str


def account_by_use(evidence: Evidence | Declined, plan: Plan, sources: Sources) -> Evidence | Declined:
    """The evidence; where no account was heard and money is asked for, that of the one whose use is said."""
    if not isinstance(evidence, Declined) or evidence.reason is not Reason.LOW_CONFIDENCE or evidence.final:
        return evidence
    if plan.subject is not None and not plan.assumed and not plan.taken and plan.explained > CONFIDENT:
        return evidence
    if plan.operation not in _OPERATIONS or plan.also or plan.count_unit or plan.ratio:
        return evidence
    if not _ASKED.search(plan.text) or _MORE.search(plan.text):
        return evidence
    use = _meant(plan.text, list(_uses(sources)))
    term = _term(use.name, plan.year, sources) if use is not None else None
    if use is None or term is None:
        return evidence
    meant = replace(plan, subject=term, explained=1.0, taken=(), assumed=False, intent=None, breakdown=None)
    told = gather(meant, sources)
    if not isinstance(told, Evidence) or len(told.findings) != 1:
        return evidence
    note = f"资料写明「{use.name}」主要用于：{use.what}。"
    return replace(told, about=term, notes=(*told.notes, note))


def _uses(sources: Sources) -> Iterator[_Use]:
    """The items of the year's documents that say what they are for."""
    seen: set[str] = set()
    for line in lines_of(sources.index().chunks):
        text = "".join(sentence.text for sentence in line)
        for match in _USE.finditer(text):
            use = _Use(match["name"].strip(), match["what"].strip())
            if f"{use.name}{use.what}" not in seen and not _AND_OTHERS.search(use.what):
                seen.add(f"{use.name}{use.what}")
                yield use


def _meant(text: str, uses: Sequence[_Use]) -> _Use | None:
    """The one use that is said whole; None where none is, or another one is said in good part too."""
    near: dict[str, list[_Use]] = {}
    whole: list[_Use] = []
    for use in uses:
        what = _bare(use.what)
        said = _bare(as_written(fold(text), fold(use.what)))
        if len(what) < _LEAST or len(said) < _LEAST or is_other(said, what):
            continue
        share = covered_by(what, said)
        if share >= _OPEN:
            near.setdefault(use.name, []).append(use)
        if share >= _SAID and covered_by(said, what + fold(use.name)) >= _TOLD:
            whole.append(use)
    return whole[0] if len(near) == 1 and whole else None


def _bare(text: str) -> str:
    return _MONEY.sub("", fold(text))


def _term(name: str, year: int | None, sources: Sources) -> Term | None:
    """The item by its name; None where no figure of the year is of it, or two items are called so."""
    found = {
        (f.subject.code or f.subject.name): f.subject
        for f in sources.facts
        if f.year == year and f.subject.kind == "功能分类" and fold(f.subject.name) == fold(name)
    }
    if len(found) != 1:
        return None
    subject = found.popitem()[1]
    return Term(subject.name, subject.kind, subject.code, subject.path)
