"""What an account's money is for, in the words of its own statement: 「奖励金3.2万元，用于发放…」 (资金用途).

A sentence often tells of several accounts in turn; the use of one is never told for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from ingest.accounts import label_to_account, strip_ordinal
from ingest.concordance import bigrams
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Plan, Reason
from service.targets import Point
from service.text.asked import read_asked
from service.text.definitions import define
from service.text.given import ALL_MONEY, NAMES, as_named, clauses, named_in
from service.text.lines import text_of
from service.text.reasons import SAID_AMOUNT
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

_ASKED = regex(
    r"(?:钱|资金|经费|费用|支出|块|万|亿|元|[费款金补贴])(?:，|都|是|主要|拿去|拿来|用来|到底|究竟|具体)*(?:干|做|搞|弄|修|建|盖|种|铺|添|换|办)了?(?:点|些)?(?:什么|啥|嘛|哪些)(?!时候|标准|程度)"
    r"|(?:用|花|投)(?:在|到|于|去)?了?(?:哪|什么|啥)|用途|派(?:什么|啥|上)?[^，。]{0,2}用场|(?:发|补|给|贴)给?(?:谁|什么|啥|哪)"
    r"|(?:干|做)(?:什么|啥|嘛)用?的|(?:购?买|采购|添置|购置)了?(?:点|些)?(?:什么|啥|哪些)|(?:哪些|什么|啥)(?:方面|用处)"
)
#: To whom money goes is told of its own account or not at all: what stands beside it goes to others.
_TO_WHOM = regex(r"(?:发|补|给|贴)给?(?:谁|什么|啥|哪)")
_NOT_SAID = "没有听清问的是哪笔钱发给谁，请写明科目或项目。"
_FIGURES = regex(r"多少|几[个万亿元成项]|占|最|比(?=上|去)|增|减")
_USE = regex(
    r"(?:主要|全部|专项|具体|是|即)*(?:用于(?![^，。；\d]{2,12}的彩票公益金)|用作|用来|(?:包括|有)[：:]?|为(?!\d)[^，。；\d]{2,30}(?:安排|发放|购置|支付))"
)
#: What the more or less of it is for is not what the money is for.
_OF_CHANGE = regex(r"(?:增加|减少)部分")
#: The fund that an account's money is of, which its line says before it.
_FUND = regex(r"土地使用权出让|政府性基金|国有资本经营")
#: Kinds that are no account of money.
_NO_MONEY = ("总额", "项目", "绩效指标", "业务量")
_TAIL = regex(r"(?:支出|经费|费用|资金)$")
_TERMS = regex(HEADINGS[Sort.DEFINITION])


def purposes(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The statement of the account that says what it is for; None where that is not asked, or not told of it."""
    text = fold(plan.text)
    if len(points) != 1:
        return None
    if _PARTS.search(text) and (parts := _parts_of_amount(text, sources)) is not None:
        return parts
    if not _ASKED.search(text) or _FIGURES.search(text):
        return None
    subject = plan.subject
    if subject is None or subject.kind in _NO_MONEY:
        bare = _TO_WHOM.search(text) and not read_asked(plan).concepts
        return _of_amount(text, sources) or (Declined(Reason.LOW_CONFIDENCE, _NOT_SAID) if bare else None)
    concepts = read_asked(plan).concepts
    for told in _uses(fold(subject.name), sources):
        said = fold("".join((*(s.text for s in told), *subject.path, subject.name)))
        line = fold(told[-1].chunk.text.split("\n")[told[-1].line])
        held = (c.held(line if _FUND.search(c.forms[0]) else said, {}) for c in concepts)
        if not _OF_CHANGE.search(said) and all(share >= _HELD for share in held):
            return Evidence(quotes=(to_quote(told),))
    strange = [c for c in concepts if c.held(fold(subject.name), {}) < _HELD]
    if strange or not _TO_WHOM.search(text):
        return None
    meant = define(plan, sources.index().chunks)  # whom such money is for everywhere
    return (
        Evidence(quotes=meant)
        if meant
        else Declined(
            Reason.NOT_DISCLOSED,
            f"{sources.body.name}{plan.year}年度的公开资料没有写明「{subject.name}」用在什么地方。",
        )
    )


def _of_amount(text: str, sources: Sources) -> Evidence | None:
    """The one statement of what the amount that the question says was for, which speaks of what else it says."""
    said = [re.compile(rf"(?<![\d.,]){re.escape(m[1])}(?:\.0+)?万") for m in SAID_AMOUNT.finditer(text)]
    pairs = set(bigrams(SAID_AMOUNT.sub(" ", _ASKED.sub(" ", text))))
    found: dict[str, list[Sentence]] = {}
    for line in lines_of(sources.index().chunks) if said else ():
        parts = [clause for sentence in line for clause in clauses(sentence)]
        for before, clause in pairwise([parts[0], *parts]):
            use = _USE.search(clause.text)
            money = before.text + clause.text[: use.start()] if use else ""
            if any(amount.search(money) for amount in said) and any(p in fold(text_of(line)) for p in pairs):
                named = parts[:1] if NAMES.search(parts[0].text) else []
                found.setdefault(clause.text, [*dict.fromkeys((*named, before, clause))])
    return Evidence(quotes=(to_quote(next(iter(found.values()))),)) if len(found) == 1 else None


#: What the parts of an amount that the question says are.
_PARTS = regex(
    r"分别|各(?:是|有|为|用|花|安排)*(?:了)?多少|(?:哪些|什么|啥)(?:用途|方面|项目|地方)|怎么(?:分|花|用|安排)的?"
)
_AMOUNT = regex(r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*万元")


def _parts_of_amount(text: str, sources: Sources) -> Evidence | None:
    """The one sentence that has the amount which the question says, and parts behind it that come to it."""
    said = {Decimal(m[1]) for m in SAID_AMOUNT.finditer(text)}
    found: dict[str, Sentence] = {}
    for sentence in (s for line in lines_of(sources.index().chunks) for s in line) if said else ():
        whole, _, parts = sentence.text.partition("其中")
        amounts = [Decimal(m["n"].replace(",", "")) for m in _AMOUNT.finditer(parts)]
        wholes = {Decimal(m["n"].replace(",", "")) for m in _AMOUNT.finditer(whole)}
        if len(amounts) > 1 and sum(amounts) in said & wholes:
            found.setdefault(sentence.text, sentence)
    return Evidence(quotes=(to_quote([next(iter(found.values()))]),)) if len(found) == 1 else None


#: What else the question names must stand there.
_HELD = 0.6


def _uses(name: str, sources: Sources) -> Iterator[list[Sentence]]:
    """Each statement of an account's use, with what names the account before it."""
    for line in lines_of(sources.index().chunks):
        if _TERMS.search(fold("".join(line[0].chunk.path))):
            continue
        spoken: list[Sentence] = []
        for clause in (clause for sentence in line for clause in clauses(sentence)):
            use = _USE.search(clause.text)
            said = clause.text[: use.start()] if use else clause.text
            if _name(said):
                spoken = [clause] if _same(_name(said), name) else []
            if use and spoken:
                yield [*dict.fromkeys((*spoken[:1], clause))]
                spoken = []


def _name(text: str) -> str:
    """The account that a clause tells of, the last where it is told by its levels; empty where it names none."""
    levels = [part for part in NAMES.split(strip_ordinal(text)) if fold(part)]
    if len(levels) > 1:
        return fold(strip_ordinal(levels[-2] if re.search(r"\d", levels[-1]) else levels[-1]))
    told = [said for said in named_in(text) if not ALL_MONEY.match(said)]
    return told[-1] if told else fold(levels[0]) if levels and NAMES.search(text) else ""


def _same(told: str, name: str) -> bool:
    if told in (name, as_named(name)) or _TAIL.sub("", told) == _TAIL.sub("", name):
        return True
    account = label_to_account(name)
    return account is not None and account == label_to_account(told)
