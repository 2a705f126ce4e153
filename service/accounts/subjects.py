"""What a question is about: accounts by name, code, daily word, sound or part of the name (科目识别)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.beside import beside, totals
from service.accounts.buying import of_purchases
from service.accounts.contained import OF_BASIC, contained, statement_around
from service.accounts.less import without
from service.accounts.lexicon import Lexicon, term_of
from service.accounts.said_in_part import WITHIN, said_in_part
from service.accounts.told_within import told_within
from service.figures.listing import Listing, listed
from service.model import CODED_KINDS, OF_PARTS, PHRASE_KINDS, Operation, Term
from service.projects.within_project import within_project
from service.read import vocabulary
from service.read.terms import Match
from service.read.wording import Wording
from service.things.indicators import indicator_named

#: 「…的基本支出占其合计的比重」: the whole is the account itself, not the body's expenditure.
_OF_ITSELF = regex(r"占了?(?:其(?![他它中余]|上级|所属|所在)|它的?|(?:该|本)(?:科目|项|类|款)|自身|自己)")
#: 「住房公积金占其所属款的比重」: the account above it.
_OF_PARENT = regex(r"占了?其?(?:上一?级|所属|所在)的?(?:科目|类|款|项|功能分类|支出)")
#: 「占一般公共预算支出的比重」: the fund is heard by itself, what is spent of it is the whole.
_FUND_SPENT = regex(
    r"占了?(?:本年|当年|全部)?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)?(?:财政拨款|拨款)?(?<!占)(?:本年|当年)?总?支出(?:合计|总额|总计)?(?=的|比|百|多|几|$)"
)
_OUTGOING = regex(r"总?支出(?:合计|总额|总计)?")


@dataclass(frozen=True, slots=True)
class Subjects:
    """Subject, the part of it that is meant, the whole that it is to be measured by; how sure the names are."""

    subject: Term | None = None
    breakdown: str | None = None
    base: Term | None = None
    sure: bool = True
    statement: str | None = None
    summed: bool = False
    less: bool = False
    rivals: tuple[Term, ...] = ()
    words: str = ""
    unknown: tuple[str, ...] = ()


def find_subjects(
    wording: Wording,
    matches: list[Match[Term]],
    lexicon: Lexicon,
    asked: Operation | None,
    added: bool = False,
) -> Subjects:
    """The subject of a question among the names found in it, its part, and the whole it is measured by.

    ``added`` says that a sum may be asked for: then all that is listed counts, known or not. Economic accounts are in
    the statement of the account around them: 「机关运行经费里水费和电费合计」.
    """
    found = _find(wording, matches, lexicon, asked, added)
    terms = [term for term in (found.subject, *found.rivals) if term is not None]
    return replace(found, statement=statement_around(terms, matches) or found.statement)


def _find(
    wording: Wording, matches: list[Match[Term]], lexicon: Lexicon, asked: Operation | None, added: bool
) -> Subjects:
    words, facts = lexicon.words, lexicon.facts
    matches = told_within(wording, _with_its_spending(wording, matches), facts)
    spoken, told = matches, contained(wording, _without_containers(wording, matches, asked), facts)
    matches = of_purchases(wording, told, asked)
    share = asked is Operation.SHARE
    combined = _of_project(wording, spoken, facts) or _combined(wording, words, matches)
    combined = combined or (None if asked in OF_PARTS else _all_but(wording, told))
    if combined is not None:
        return combined
    codes = _by_codes(wording, facts)
    coded = _deepest(codes)
    base = _explicit_base(wording, words) if share or (added and "占" in wording.text) else None
    matches = [m for m in matches if not any(wording.taken[m.start : m.end])]
    specific = [m for m in matches if m.value.kind != "总额"]
    part = said_in_part(wording, specific, lexicon, share) if coded is None else []
    specific, matches = [*specific, *part], [*matches, *part]
    specific = _of_scope(wording, specific, facts, base)
    if together := _side_by_side(codes, specific, added or asked is Operation.SUM):
        coded, specific = None, together
    listing = listed(wording, specific, facts, asked is Operation.SUM) if coded is None else Listing()
    for match in (*matches, *specific):
        wording.claim(match)
    if (added or listing.plus) and listing.terms and len(listing.terms) + len(listing.unknown) > 1:
        return _to_add_up(listing, "".join(m.word for m in specific), base)
    if share and base is None:
        base, matches = _whole_before(wording, matches)
        specific = [m for m in specific if m in matches or not m.exact]
    found = _with_balance(_put_together(coded, specific or matches, base), specific or matches, facts)
    if share and base is None:
        found = replace(found, base=found.base or _pointed_at(wording.text, found, facts))
    held_against = asked in (Operation.COMPARE, Operation.CHANGE, Operation.DIFFERENCE)
    which = held_against and _WHICH_MORE.search(wording.text) is not None
    named = (
        beside(wording, totals(wording, matches) or specific, found.subject, which) if coded is None else ()
    )
    if named:
        found = replace(found, subject=named[0], breakdown=None)
    found = replace(found, rivals=named[1:])
    if asked in OF_PARTS and len(named) == 2 and named[0].name == "基本支出" and named[1].kind == "经济分类":
        found = replace(found, subject=named[1], rivals=())  # 基本支出 only says where to look
    if share and found.base is None and found.subject is not None:
        found = _of_its_whole(found)
    said = (coded.code + coded.name if coded else "") + "".join(m.word for m in specific or matches)
    return replace(found, words=said)


def _with_its_spending(wording: Wording, matches: list[Match[Term]]) -> list[Match[Term]]:
    """「水土保持支出中财政拨款」: 支出 right behind an account is what was spent on it, not what was spent in all."""
    ends = {m.end for m in matches if m.value.kind in CODED_KINDS and m.exact}
    own = [m for m in matches if m.word == "支出" and m.value.kind == "总额" and m.start in ends]
    for match in own:
        wording.claim(match)
    return [m for m in matches if m not in own]


def _of_project(wording: Wording, matches: Sequence[Match[Term]], facts: Sequence[Fact]) -> Subjects | None:
    within = within_project(wording, matches, facts)
    return None if within is None else Subjects(within.project, within.part, words=within.words)


def _to_add_up(listing: Listing, names: str, base: Term | None) -> Subjects:
    """What is listed, to be added up; 「城乡社区支出的基本支出和项目支出」 are parts and no accounts."""
    first, *rest = listing.terms
    if {t.kind for t in listing.terms} & CODED_KINDS and any(t.kind == "支出结构" for t in listing.terms):
        return Subjects(first, summed=True, words=names, unknown=(names,))
    return Subjects(first, base=base, rivals=tuple(rest), summed=True, words=names, unknown=listing.unknown)


#: Wholes that a question may name beside their part, and how the names of their parts begin or what kind they are.
_WHOLES: tuple[tuple[str, str], ...] = (
    ("政府采购支出", "政府采购"),
    ("“三公”经费", "三公经费"),
    ("基本支出", "经济分类"),
)


def _of_its_whole(found: Subjects) -> Subjects:
    """「政府采购预算，服务类占总额百分之几」: of two that are named, the one is the whole of the other."""
    terms = [t for t in (found.subject, *found.rivals) if t is not None]
    for name, kind in _WHOLES:
        whole = next((t for t in terms if t.name == name), None)
        parts = [t for t in terms if t is not whole and t.kind == kind]
        if whole is not None and parts and len(parts) + 1 == len(terms):
            return replace(found, subject=parts[0], base=whole, rivals=tuple(parts[1:]))
    return found


def _without_containers(
    wording: Wording, matches: list[Match[Term]], asked: Operation | None
) -> list[Match[Term]]:
    """「编报绩效目标的项目里，援滇干部工作经费」: what is only told to hold the thing that is named after it.

    An account holds what only the text tells of it too, 「机关运行经费里的物业管理费」, unless a share of it is asked.
    """
    kept = list(matches)
    tells = PHRASE_KINDS if asked is None else ()
    for one, other in itertools.pairwise(matches):
        within = WITHIN.match(wording.text[one.end :])
        if (
            within
            and other.start >= one.end
            and (one.value.kind in PHRASE_KINDS or other.value.kind in tells)
            and other.value.kind != "总额"
        ):
            kept.remove(one)
            wording.claim(one)
    return kept


def _all_but(wording: Wording, matches: Sequence[Match[Term]]) -> Subjects | None:
    """「扣除住房公积金后住房保障支出还有多少」: one account less a part of it; None where it is not that."""
    found = without(wording, matches)
    if found is None:
        return None
    words = "".join(m.word for m in matches)
    return Subjects(found[0], rivals=(found[1],), less=True, words=words)


def _combined(wording: Wording, words: Mapping[str, Term], matches: Sequence[Match[Term]]) -> Subjects | None:
    """One daily word for two accounts (水电费): both, to be added up, with those that are named beside it."""
    for names, forms in vocabulary.COMBINED:
        for word in forms.split("|"):
            start = wording.text.find(word)
            terms = [words[fold(name)] for name in names if fold(name) in words]
            own = any(m.start <= start < m.end and m.length > len(word) for m in matches)  # 办公用房水电费
            own = own or wording.text[start + len(word) :].startswith(_WORKS)
            known = start >= 0 and len(terms) == len(names) and not own
            if known and not any(wording.taken[start : start + len(word)]):
                wording.claim(Match(start, start + len(word), word, terms))
                end = start + len(word)
                others = [m for m in matches if (m.end <= start or end <= m.start) and m.value.kind != "总额"]
                for match in others:  # 「基本支出里水电费」: the whole is no part of the sum
                    wording.claim(match)
                others = [m for m in others if not _WITHIN.match(wording.text[m.end :])]
                for match in others:
                    wording.claim(match)
                terms += [m.value for m in others if m.value not in terms]
                return Subjects(terms[0], rivals=tuple(terms[1:]), words=word, summed=True)
    return None


#: What makes a whole of the account before it.
_WITHIN = regex(r"(?:这一?[块项])?(?:(?:里面?|里头|之?中|当中|之?内|项下|下面)的?|的)(?=水电)")
#: What makes another thing of 水电: 水电站; a third that is paid with them: 水电气.
_WORKS = ("气", "煤", "暖", "燃", "站", "厂", "工程", "移民", "枢纽", "局", "设施")


def _by_codes(wording: Wording, facts: Sequence[Fact]) -> list[Match[Term]]:
    """The accounts that a question names by their codes, in its order."""
    masked = "".join("\0" if t else c for c, t in zip(wording.text, wording.taken, strict=True))
    found: list[Match[Term]] = []
    for match in re.finditer(r"(?<!\d)\d{3,7}(?!\d)", masked):
        coded = (f.subject for f in reversed(facts) if f.subject.code == match[0])  # of two, the last
        subject = next(coded, None)
        if subject is not None:
            term = Term(subject.name, subject.kind, subject.code, subject.path)
            found.append(Match(match.start(), match.end(), match[0], term))
            wording.claim(found[-1])
    return found


def _deepest(codes: Sequence[Match[Term]]) -> Term | None:
    """The first account named by a code; of 住房保障支出（221）住房公积金（2210201） the one that the others hold."""
    if not codes:
        return None
    last = max((m.value for m in codes), key=lambda term: len(term.code))
    return last if all(last.code.startswith(m.value.code) for m in codes) else codes[0].value


def _side_by_side(
    codes: Sequence[Match[Term]], names: Sequence[Match[Term]], added: bool
) -> list[Match[Term]]:
    """Accounts named by code, by name or by both, 「30101和30102」「住房公积金（2210201）和购房补贴」, each once.

    None where nothing is added up, and where they are one account with those above it, or parts of it.
    """
    if not codes or not added:
        return []
    coded = {fold(m.value.name): m.value for m in codes}
    economic = all(m.value.kind == "经济分类" for m in codes)
    named = [
        replace(m, value=coded.get(fold(m.value.name), m.value))
        for m in names
        if not (economic and m.value.name == "基本支出")  # where economic accounts stand anyway
    ]
    held = {m.value for m in named}
    all_of = sorted((*named, *(m for m in codes if m.value not in held)), key=lambda m: m.start)
    numbers = {m.value.code for m in all_of}
    above = any(one != other and other.startswith(one) for one in numbers for other in numbers)
    plain = all(m.value.kind in CODED_KINDS for m in all_of)
    return all_of if len(numbers) > 1 and plain and not above else []


def _explicit_base(wording: Wording, words: Mapping[str, Term]) -> Term | None:
    """The whole that the question itself names: 占「一般公共预算支出」的比重."""
    spent = _FUND_SPENT.search(wording.text)
    if spent is not None:
        wording.claim(Match(spent.start(), spent.end(), spent[0], None))
        return Term("本年支出合计", "总额")
    for said in re.finditer("占[到了]?", wording.text):
        all_of = _ALL_OF.match(wording.text, said.end())
        for first in dict.fromkeys((said.end(), all_of.end() if all_of else said.end())):
            term = _base_at(wording, said.start(), first, words)
            if term is not None:
                return term
    return None


#: Words before a whole that only say that all of it is meant, 「占全部收入」「占学校的总支出」.
_ALL_OF = regex(
    r"(?:其|它|全部|所有|全年|总的?|整个|本年度?|当年度?|年度|(?:本|全|该|我们?|整个)?(?:单位|部门|学校|医院|法院|机关|街道|系统|中心|[局院校厅委办镇乡站所馆])"
    r"(?:机关|政府|自己|本身)?(?:里[面头边]?|上|内部?)?(?:的|全年|当年|年度|全部|所有|总)*)+的?(?:(?:预算|决算)的?(?=总?[支收][出入]))?"
)


def _base_at(wording: Wording, start: int, first: int, words: Mapping[str, Term]) -> Term | None:
    """The longest name that begins at ``first``, claimed from ``start`` on."""
    for end in range(min(len(wording.text), first + 21), first + 1, -1):
        term = words.get(wording.text[first:end])
        if term is not None and not any(wording.taken[first:end]):
            spent = _OUTGOING.match(wording.text, end) if term.kind == "收入来源" else None
            if spent is not None:
                # 「占财政拨款支出」: 财政拨款 alone is the income, with 支出 after it what was spent of it.
                term, end = Term("本年支出合计", "总额"), spent.end()
            wording.claim(Match(start, end, wording.text[start:end], term))
            return term
    return None


def _whole_before(wording: Wording, matches: list[Match[Term]]) -> tuple[Term | None, list[Match[Term]]]:
    """「政府采购中，工程采购占比」: a name that 中 or 里 follows is the whole, if another name comes after it."""
    for match in matches[:-1]:
        if WITHIN.match(wording.text[match.end :]):
            return match.value, [m for m in matches if m is not match]
    return None, matches


def _pointed_at(text: str, found: Subjects, facts: Sequence[Fact]) -> Term | None:
    """The whole that is only pointed at: 其上级科目, or 其合计 after a part of an account."""
    if found.subject is not None and _OF_PARENT.search(text):
        return _parent(found.subject, facts)
    return found.subject if found.breakdown and _OF_ITSELF.search(text) else None


def _parent(term: Term, facts: Sequence[Fact]) -> Term | None:
    """The account above a coded one, as the code has it: 类 of three figures, 款 and 项 of two more each."""
    if len(term.code) <= 3 or term.kind not in CODED_KINDS:
        return None
    code = term.code[:-2]
    above = next((f for f in facts if f.subject.code == code and f.subject.kind == term.kind), None)
    return term_of(above) if above is not None else Term("上级科目", term.kind, code)


def _of_scope(
    wording: Wording, matches: list[Match[Term]], facts: Sequence[Fact], base: Term | None
) -> list[Match[Term]]:
    """「基本支出中，公务接待费和差旅费」: 基本支出 says where to look, and there they are economic accounts."""
    scope, inner = (base, matches) if base is not None else _whole_before(wording, matches)
    if scope is None or scope.name not in OF_BASIC - {"机关运行经费"}:
        return matches
    economic = {fold(f.subject.name): f for f in facts if f.subject.kind == "经济分类"}
    found = [economic.get(fold(m.value.name)) for m in inner]
    if not all(found):
        return matches
    for match in matches:
        if match not in inner:
            wording.claim(match)
    return [replace(m, value=term_of(f)) for m, f in zip(inner, found, strict=True) if f is not None]


#: Which of two is more, 「行政单位医疗 事业单位医疗 哪个多」.
_WHICH_MORE = regex(r"哪[个项样一][^，]{0,6}[多高大贵少低小]|谁[^，]{0,4}[多高大贵少低小]")


def _is_within(term: Term, other: Term, matches: Sequence[Match[Term]]) -> bool:
    """「公务用车的运行维护费」: a word that is only the beginning of another's name means that other."""
    words = [m.word for m in matches if m.value == term]
    return term != other and any(word in fold(other.name) for word in words)


#: Accounts whose daily word stands before that of a part, 「公车的购置费」: the part is meant.
_PARTS: dict[str, tuple[str, ...]] = {
    "公务用车购置及运行维护费": ("公务用车购置费", "公务用车运行维护费"),
}


def _holds(term: Term, other: Term) -> bool:
    return other.name in _PARTS.get(term.name, ())


def _with_balance(found: Subjects, matches: Sequence[Match[Term]], facts: Sequence[Fact]) -> Subjects:
    """「城市建设支出年末结转和结余」: a balance that a statement prints by accounts is a part of each."""
    subject = found.subject
    if subject is None or found.breakdown is not None or subject.kind not in CODED_KINDS:
        return found
    balances = {m.value.name for m in matches if m.value.kind == "结转结余"}
    printed = {
        f.breakdown for f in facts if f.subject.name == subject.name and f.subject.kind == subject.kind
    }
    part = next(iter(sorted(balances & printed)), None)
    return found if part is None else replace(found, breakdown=part)


def _put_together(coded: Term | None, matches: Sequence[Match[Term]], base: Term | None) -> Subjects:
    terms = list(dict.fromkeys(m.value for m in matches))
    indicator = indicator_named(matches) if coded is None and base is None else None
    if indicator is not None:
        return Subjects(indicator)
    sure = all(m.exact for m in matches)
    items = [t for t in terms if t.kind in CODED_KINDS]
    subject = coded or (max(items, key=lambda t: (len(t.code), len(t.name))) if items else None)
    if subject is not None:
        parts = ("支出结构", "收入来源", *(("经济分类",) if subject.kind == "功能分类" else ()))
        own = fold(subject.name)
        part = next((t.name for t in terms if t.kind in parts and fold(t.name) not in own), None)
        return Subjects(subject, part, base, sure)
    specific = [t for t in terms if t.kind != "总额"]
    finer = [t for t in specific if t.name not in ("基本支出", "政府采购支出", "“三公”经费", "财政拨款收入")]
    finer = [t for t in finer if not any(_holds(t, o) for o in finer)]
    finer = [t for t in finer if not any(_is_within(t, o, matches) for o in finer)] or finer
    # 「…项目自评表里人员福利费用」: the indicator is asked for, the project is where it stands.
    finer = [t for t in finer if t.kind == "绩效指标"] or finer
    chosen = (finer or specific or terms)[:1]
    if not chosen:
        return Subjects(None, None, base, sure)
    return Subjects(chosen[0], None, base, sure, rivals=tuple(finer[1:]))
