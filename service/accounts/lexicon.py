"""All names that a question about one body may use: standard accounts, daily words, the facts' own names (词典)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts import ACCOUNTS, FUNCTIONAL_CLASSES
from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.short_forms import by_end, short_forms
from service.figures.held import plain_name
from service.model import CODED_KINDS, PHRASE_KINDS, Term
from service.read import vocabulary
from service.read.cues import CUES
from service.read.spelling import Index
from service.read.terms import reads_in, rows_to_words

_KINDS = {account.name: account.kind for account in ACCOUNTS}
#: Names of a document's own stand in the lexicon from this length on; shorter ones are found by search.
_OWN_CHARS = 3
#: Daily words that are too common to name an account by themselves.
_TOO_COMMON = frozenset(("工程", "货物", "服务"))
_EMPTY = frozenset(
    word
    for row in (vocabulary.FILLER, vocabulary.GENERIC, *(words for _, words in (*CUES, *vocabulary.STAGES)))
    for word in rows_to_words([(True, row)])
)
#: What joins two halves of a name, which people leave out: 海域海岛管理.
_JOINED = regex(r"(?<=..)[与和及](?=..)")
#: What is paid for something, which people call by that alone: 城市最低生活保障金支出.
_PAID = regex(r"(?<=..(?:保障|救助|补助|补偿|奖励|抚恤))金(?:支出)?$")
#: A stage behind an account's name: the two are heard apart, that a second stage may stand beside it.
_STAGED = regex(r"(?<=.)(?:预算数|决算数)$")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to terms, with the facts that they were taken from; ``pairs`` are neighbours in the facts' names,
    ``starts`` are the words by their first two characters, ``index`` finds misspelt ones,
    ``bodies`` are printed names of the body."""

    words: dict[str, Term]
    facts: Sequence[Fact]
    pairs: frozenset[str]
    starts: Mapping[str, Sequence[tuple[int, str]]]
    index: Index
    bodies: tuple[str, ...]

    def is_of_body(self, run: str) -> bool:
        """Whether a run is a part of the body's name, in its order (城管 of 城市管理执法局)."""
        return len(run) > 1 and any(reads_in(run, name) for name in self.bodies)

    def tells_of(self, run: str) -> bool:
        """Whether most of a run's neighbouring characters stand together in a name that the documents use."""
        found = [run[i : i + 2] in self.pairs for i in range(len(run) - 1)]
        return bool(found) and sum(found) * 2 > len(found)


def read_lexicon(facts: Sequence[Fact]) -> Lexicon:
    """The lexicon of a body's facts; of two readings of a word the later row below wins."""
    items = {fold(f.subject.name): term_of(f) for f in reversed(facts) if f.subject.kind in CODED_KINDS}
    coded = {plain_name(name): term for name, term in items.items() if term.code}
    items = {name: term if term.code else coded.get(plain_name(name), term) for name, term in items.items()}
    items = {plain_name(name) + "支出": term for name, term in items.items() if len(name) > 4} | items
    items |= {name.removesuffix("支出"): term for name, term in items.items() if len(name) > 5} | items
    items = {_PAID.sub("", name): term for name, term in items.items() if _PAID.search(name)} | items
    items = {_JOINED.sub("", name): term for name, term in items.items() if _JOINED.search(name)} | items
    items = short_forms(items) | items
    for formal, daily in vocabulary.SHORT_PARTS:
        short = {
            name.replace(formal, daily): term for name, term in items.items() if formal in name and term.code
        }
        items = short | items
    words = dict(_own_names(facts))
    words = _without_remarks(words) | words
    words |= {word: term for word, term in _accounts() if word not in _TOO_COMMON}
    words |= dict(_daily(words, items))
    words = by_end(items, {fold(f.subject.name) for f in facts}) | words
    # 公务接待费 and 会议费 are economic classes too; people mean the statement that is about them, if there is one.
    told = {(f.subject.kind, f.subject.name) for f in facts}
    own = {n for n, kind in _KINDS.items() if kind in ("三公经费", "会议培训") and (kind, n) in told}
    words |= {name: term for name, term in items.items() if term.name not in own}
    names = {fold("".join((*f.subject.path, "|", f.subject.name))) for f in facts}
    pairs = frozenset(name[i : i + 2] for name in names for i in range(len(name) - 1))
    kept = {
        word: term for word, term in words.items() if len(word) > 1 and not _says_stage(word, term, words)
    }
    bodies = tuple({fold(f.entity) for f in facts})
    spelt = (word for word in kept if not _SPOKEN.search(word))
    return Lexicon(kept, facts, pairs, by_first(kept), Index.of(spelt), bodies)


#: Phrases of talk are heard as they are: 「理了多少」 is no 支了多少.
_SPOKEN = regex(r"[了掉过]|多少|几|钱")


def _says_stage(word: str, term: Term, words: Mapping[str, Term]) -> bool:
    """「三公经费预算数」 beside 「三公经费」: the same account, and a stage."""
    bare = _STAGED.sub("", word)
    return bare != word and words.get(bare) == term


def by_first(words: Iterable[str]) -> dict[str, list[tuple[int, str]]]:
    """Words by their first two characters, each with its place among all."""
    starts: dict[str, list[tuple[int, str]]] = {}
    for place, word in enumerate(words):
        starts.setdefault(word[:2], []).append((place, word))
    return starts


def term_of(fact: Fact) -> Term:
    """The term that a fact's subject is asked for by."""
    s = fact.subject
    return Term(s.name, s.kind, s.code, s.path)


def _own_names(facts: Sequence[Fact]) -> Iterator[tuple[str, Term]]:
    """Names in the documents' own words; one name under several headings is one word, whichever is meant.

    A project that other tables name too (政府购买服务) is meant as the project.
    """
    for fact in sorted(facts, key=lambda f: f.subject.kind == "项目"):
        name = fold(fact.subject.name)
        own = fact.subject.kind in PHRASE_KINDS or fact.subject.kind in ("政府采购", "资产", "人员")
        if (
            own
            and is_whole(fact.subject.name)
            and len(name) >= _OWN_CHARS
            and name not in _EMPTY
            and re.search(r"[\u4e00-\u9fff]{2}", name)
        ):
            yield name, Term(fact.subject.name, fact.subject.kind)


#: What a name says of itself in brackets at its end: 「上架及时率（15日内）」.
_REMARK = regex(r"[（(][^（）()]+[）)]$")


def _without_remarks(words: Mapping[str, Term]) -> dict[str, Term]:
    """Names without what stands in brackets behind them, where but one name is so called."""
    called: dict[str, list[Term]] = {}
    for term in words.values():
        called.setdefault(fold(_REMARK.sub("", term.name)), []).append(term)
    return {bare: terms[0] for bare, terms in called.items() if len(terms) == 1 and len(bare) >= _BARE}


#: So long a name may stand without its brackets.
_BARE = 4


@lru_cache(maxsize=1 << 17)
def is_whole(name: str) -> bool:
    """Whether a name was cut out whole: one that opens or closes a bracket alone is a piece of a sentence."""
    return all(name.count(opened) == name.count(closed) for opened, closed in ("“”", "（）", "()", "《》"))


def _accounts() -> Iterator[tuple[str, Term]]:
    for account in ACCOUNTS:
        for form in (account.name, *account.forms.split("|")):
            yield fold(form), Term(account.name, account.kind)


def _daily(words: dict[str, Term], items: dict[str, Term]) -> Iterator[tuple[str, Term]]:
    for name, kind, forms in vocabulary.SUBJECTS:
        for form in forms.split("|"):
            yield fold(form), Term(name, kind)
    for name, forms in vocabulary.ITEMS:
        term = items.get(fold(name)) or words.get(fold(name)) or Term(name, "经济分类")
        for form in (name, *forms.split("|")):
            yield fold(form), term
    for code, name, forms in FUNCTIONAL_CLASSES:
        for form in (name, *filter(None, forms.split("|"))):
            yield fold(form), items.get(fold(name)) or Term(name, "功能分类", code)
