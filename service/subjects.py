"""What a question is about: accounts by name, code, daily word, sound or part of the name (科目识别)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.accounts import ACCOUNTS, FUNCTIONAL_CLASSES
from ingest.model import Fact, Measure
from ingest.text import fold
from service import vocabulary
from service.listing import Listing, listed
from service.model import Term
from service.terms import Match, overlap
from service.wording import Wording

_KINDS = {account.name: account.kind for account in ACCOUNTS}
#: Kinds whose names are words of the documents themselves, not of any classification.
PHRASE_KINDS = frozenset(("业务量", "绩效指标", "其他", "项目"))
CODED_KINDS = frozenset(("功能分类", "经济分类"))
_WITHIN = re.compile(r"^(?:预算|决算|支出|总额)*(?:之中|当中|里面|里头|中|里|内)")
#: 「机关运行经费中的差旅费」: the account named before says in which statement to look.
_WITHIN_STATEMENT = (("机关运行", "机关运行经费表"),)
#: A part of an account's name stands for it when it is at least this long.
_PART_CHARS = 3


@dataclass(frozen=True, slots=True)
class Subjects:
    """Subject, the part of it that is meant, the whole that it is to be measured by; how sure the names are."""

    subject: Term | None = None
    breakdown: str | None = None
    base: Term | None = None
    sure: bool = True
    statement: str | None = None
    summed: bool = False
    rivals: tuple[Term, ...] = ()
    words: str = ""
    unknown: tuple[str, ...] = ()


def lexicon(facts: Sequence[Fact]) -> dict[str, Term]:
    """All names that a question may use: those of the facts, the standard accounts, daily words for both."""
    words: dict[str, Term] = {}
    items = {fold(f.subject.name): Term(f.subject.name, f.subject.kind, f.subject.code, f.subject.path)
             for f in reversed(facts) if f.subject.kind in CODED_KINDS}  # fmt: skip
    for account in ACCOUNTS:
        for form in (account.name, *account.forms.split("|")):
            if len(fold(form)) > 1 and fold(form) not in ("工程", "货物", "服务"):
                words[fold(form)] = Term(account.name, account.kind)
    for name, kind, forms in vocabulary.SUBJECTS:
        words |= {fold(form): Term(name, kind) for form in forms.split("|")}
    for name, forms in vocabulary.ITEMS:
        for form in (name, *forms.split("|")):
            words[fold(form)] = items.get(fold(name)) or words.get(fold(name)) or Term(name, "经济分类")
    for code, name, forms in FUNCTIONAL_CLASSES:
        for form in (name, *filter(None, forms.split("|"))):
            words[fold(form)] = items.get(fold(name)) or Term(name, "功能分类", code)
    # 公务接待费 and 会议费 are economic classes too; people mean the statement that is about them, if there is one.
    told = {(f.subject.kind, f.subject.name) for f in facts}
    own = {n for n, kind in _KINDS.items() if kind in ("三公经费", "会议培训") and (kind, n) in told}
    words |= {name: term for name, term in items.items() if term.name not in own}
    named = {
        fold(f.subject.name): _term(f) for f in reversed(facts) if f.subject.kind in ("项目", "绩效指标")
    }
    return {name: term for name, term in named.items() if len(name) > 3} | words


def find_subjects(
    wording: Wording, facts: Sequence[Fact], words: Mapping[str, Term], share: bool, added: bool = False
) -> Subjects:
    """The subject of a question among all names found in it, its part, and the whole it is measured by.

    ``added`` says that a sum is asked for: then all that is listed counts, known or not.
    """
    combined = _combined(wording, words)
    if combined is not None:
        return combined
    coded = _by_code(wording, facts)
    base = _explicit_base(wording, words) if share else None
    matches = wording.matches(words)
    if coded is None:
        matches = wording.misspelt(words, matches)
    specific = [m for m in matches if m.value.kind != "总额"]
    if not specific and coded is None:
        part = _by_part(wording, facts)
        specific = [part] if part else []
    listing = listed(wording, specific, facts) if coded is None else Listing()
    for match in (*matches, *specific):
        wording.claim(match)
    if (added or listing.plus) and listing.terms and len(listing.terms) + len(listing.unknown) > 1:
        names = "".join(m.word for m in specific)
        return Subjects(
            listing.terms[0], rivals=listing.terms[1:], summed=True, words=names, unknown=listing.unknown
        )
    if share and base is None:
        base, matches = _whole_before(wording, matches)
        specific = [m for m in specific if m in matches or not m.exact]
    found = _put_together(coded, specific or matches, base)
    beside = _beside(wording, specific, found.subject) if coded is None else ()
    if beside:
        found = replace(found, subject=beside[0], breakdown=None)
    found = replace(found, rivals=beside[1:])
    said = (coded.code + coded.name if coded else "") + "".join(m.word for m in specific or matches)
    return replace(found, words=said)


def _combined(wording: Wording, words: Mapping[str, Term]) -> Subjects | None:
    """One daily word for two accounts (水电费): both, to be added up."""
    for names, forms in vocabulary.COMBINED:
        for word in forms.split("|"):
            start = wording.text.find(word)
            terms = [words[fold(name)] for name in names if fold(name) in words]
            if start >= 0 and len(terms) == len(names) and not any(wording.taken[start : start + len(word)]):
                wording.claim(Match(start, start + len(word), word, terms))
                return Subjects(terms[0], rivals=tuple(terms[1:]), words=word, summed=True)
    return None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A thing named in a document's own words, and the whole that it is measured by where one is named."""

    subject: Term
    base: Term | None = None


def find_phrase(
    wording: Wording, content: str, facts: Sequence[Fact], count_unit: str | None, subject: Term | None
) -> Phrase | None:
    """A thing that a sentence or form counts in its own words, by the words that it shares with the question."""
    held = [f for f in facts if f.subject.kind in PHRASE_KINDS and f.value is not None]
    parts = re.split(r"里面|之中|当中|[里中]", content, maxsplit=1)
    if len(parts) == 2 and "占" in parts[1]:
        whole, part = (
            _nearest(_plain(parts[0]), held, count_unit),
            _nearest(_plain(parts[1]), held, count_unit),
        )
        if whole and part and whole != part:
            return Phrase(part, whole)
    if subject is not None and subject.kind == "项目" and count_unit is not None:
        total = [f for f in held if f.subject.path[:1] == (subject.name,) and fold(f.subject.name) in _TOTALS]
        return Phrase(_term(total[0])) if total else None
    counted = [f for f in held if count_unit is not None and unit_fits(f, count_unit)]
    if count_unit is not None:
        found = _nearest(_plain(content), counted, count_unit)
        if found is None and subject is not None:
            found = _nearest(fold(subject.name), counted, count_unit)
        if found is None:
            usual = vocabulary.COUNT_DEFAULTS.get(count_unit, ())
            found = next(
                (_term(f) for name in usual for f in counted if fold(f.subject.name).endswith(name)), None
            )
        return Phrase(found) if found else None
    if content.rstrip("是为达到多少").endswith(("率", "度")) or "率" in content:
        held = [f for f in held if f.measure in (Measure.RATE, Measure.SHARE, Measure.COMPLETION)]
    found = _nearest(wording.content() if subject is None else _plain(content), held, None)
    return Phrase(found) if found else None


_TOTALS = ("总分", "总得分", "合计", "得分合计", "总计", "自评总分")


def _plain(text: str) -> str:
    """Content of a part of the question: without filler."""
    return Wording(fold(text), [False] * len(fold(text))).content()


def _term(fact: Fact) -> Term:
    return Term(fact.subject.name, fact.subject.kind, "", fact.subject.path)


def _nearest(content: str, facts: Sequence[Fact], count_unit: str | None) -> Term | None:
    """The thing whose words the content shares most of; counted things may be named by one word of theirs."""
    best: tuple[tuple[float, float, int], Term] | None = None
    for fact in facts:
        name = fold("".join((*fact.subject.path, fact.subject.name)))
        own = fold(fact.subject.name)
        shared = max(overlap(content, name), _single(content, own) if count_unit else 0)
        if not content or shared == 0 or not re.search(r"[\u4e00-\u9fff]{2}", own):
            continue
        score = (shared / len(content), overlap(own, content) / len(own), -len(own))
        # What is counted stands last in its name: 「发现问题」 is no answer to 「几个项目」.
        head = fold(re.sub(r"[(（].*?[)）]", "", fact.subject.name))[-2:]
        close = score[0] >= 0.6 and (count_unit is not None or shared >= 3)
        whole = count_unit is not None and len(own) >= 4 and own in content
        enough = whole or (close and (head in content + content[-1:] or content in own))
        if enough and (best is None or score > best[0]):
            best = (score, _term(fact))
    return best[1] if best else None


def _single(content: str, name: str) -> int:
    """One character of content that is the last of a counted thing's name: 车 of 车辆."""
    return 1 if len(content) == 1 and content in name else 0


def unit_fits(fact: Fact, count_unit: str) -> bool:
    """Whether a fact counts in the unit that is asked for; 万吨 counts 吨, 名 counts 人."""
    same = (fact.unit, fact.unit.removeprefix("万"), {"名": "人"}.get(fact.unit, ""))
    return count_unit in same or (
        len(count_unit) > 1 and fact.unit.startswith(count_unit[0]) and fact.unit[:1] == "台"
    )


def _by_code(wording: Wording, facts: Sequence[Fact]) -> Term | None:
    codes = {f.subject.code: f.subject for f in facts if f.subject.code}
    for match in re.finditer(r"(?<!\d)\d{3,7}(?!\d)", wording.text):
        if wording.taken[match.start()]:
            continue
        subject = codes.get(match[0])
        if subject is not None:
            wording.claim(Match(match.start(), match.end(), match[0], subject))
            return Term(subject.name, subject.kind, subject.code, subject.path)
    return None


def _explicit_base(wording: Wording, words: Mapping[str, Term]) -> Term | None:
    """The whole that the question itself names: 占「一般公共预算支出」的比重."""
    start = wording.text.find("占")
    while start >= 0:
        for end in range(min(len(wording.text), start + 22), start + 2, -1):
            term = words.get(wording.text[start + 1 : end])
            if term is not None and not any(wording.taken[start + 1 : end]):
                wording.claim(Match(start, end, wording.text[start:end], term))
                return term
        start = wording.text.find("占", start + 1)
    return None


def _whole_before(wording: Wording, matches: list[Match[Term]]) -> tuple[Term | None, list[Match[Term]]]:
    """「政府采购中，工程采购占比」: a name that 中 or 里 follows is the whole, if another name comes after it."""
    for match in matches[:-1]:
        if _WITHIN.match(wording.text[match.end :]):
            return match.value, [m for m in matches if m is not match]
    return None, matches


def _by_part(wording: Wording, facts: Sequence[Fact]) -> Match[Term] | None:
    """An account whose name holds a run of the question, when only one account does."""
    names = {fold(f.subject.name): f.subject for f in facts if f.subject.kind in CODED_KINDS}
    for run in sorted(wording.rest(), key=len, reverse=True):
        for length in range(len(run), _PART_CHARS - 1, -1):
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                held = [s for name, s in names.items() if part in name]
                if held and len({s.name for s in held}) == 1:
                    place = wording.text.find(part)
                    term = Term(held[0].name, held[0].kind, held[0].code, held[0].path)
                    return Match(place, place + length, part, term, exact=False)
    return None


def _beside(wording: Wording, matches: Sequence[Match[Term]], subject: Term | None) -> tuple[Term, ...]:
    """Accounts named side by side, 「水费和电费」: all of them are asked for."""
    text = wording.text
    if len(matches) < 2 or subject is None:
        return ()
    for left, right in itertools.pairwise(matches):
        if not re.fullmatch(r"和|与|及|以及|跟|还有|加上|加|、|", text[left.end : right.start]):
            return ()
    terms = tuple(dict.fromkeys(m.value for m in matches))
    nested = {"支出结构", "功能分类", "经济分类"} <= {t.kind for t in terms}
    joined = any(text[a.end : b.start] or b.start in wording.breaks for a, b in itertools.pairwise(matches))
    return terms if len(terms) > 1 and joined and not nested else ()


def _put_together(coded: Term | None, matches: Sequence[Match[Term]], base: Term | None) -> Subjects:
    terms = list(dict.fromkeys(m.value for m in matches))
    sure = all(m.exact for m in matches)
    items = [t for t in terms if t.kind in CODED_KINDS]
    subject = coded or (max(items, key=lambda t: (len(t.code), len(t.name))) if items else None)
    if subject is not None:
        part = next(
            (t.name for t in terms if t.kind in ("支出结构", "收入来源") and t.name != subject.name), None
        )
        within = next((s for k, s in _WITHIN_STATEMENT if any(t.kind == k for t in terms)), None)
        return Subjects(subject, part, base, sure, within if subject.kind == "经济分类" else None)
    specific = [t for t in terms if t.kind != "总额"]
    finer = [t for t in specific if t.name not in ("基本支出", "政府采购支出", "“三公”经费", "财政拨款收入")]
    chosen = (finer or specific or terms)[:1]
    if not chosen:
        return Subjects(None, None, base, sure)
    return Subjects(chosen[0], None, base, sure, rivals=tuple(finer[1:]))
