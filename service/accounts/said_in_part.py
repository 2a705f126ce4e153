"""An account by a part of its name, by what it adds to the body's own, or with characters left out (部分科目名)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact, Subject
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.lexicon import Lexicon
from service.figures.held import once
from service.model import CODED_KINDS, Term
from service.read.terms import Match, free_runs, reads_in
from service.read.wording import Wording

#: A name that 中 or 里 follows only says where to look.
WITHIN = regex(r"^(?:预算|决算|支出|总额)*(?:之中|当中|里面|里头|中|里|内)")
#: A part of an account's name stands for it when it is at least this long.
_PART_CHARS = 3
#: A name with characters left out has at least so many.
_SHORTEST_CUT = 4
#: What an account adds to the body's own name is meant only where money is asked for.
_OF_MONEY = regex(
    r"钱|预算|决算|支出|经费|花|拨|资金|费用|占|(?:安排|投入?|列支?|预留)了?多少(?=[，。？?呢啊]|$)"
)


def said_in_part(
    wording: Wording, matches: Sequence[Match[Term]], lexicon: Lexicon, share: bool
) -> list[Match[Term]]:
    """The account that a part of its name means, where nothing else is named or what is named is the whole of it."""
    if matches and not _narrowed(wording, matches, share):
        return []
    part = _by_part(_without_names(wording, matches), lexicon, _PART_CHARS + bool(matches))
    part = part or (None if matches else _by_name(wording, lexicon))
    return [part] if part else []


def _by_name(wording: Wording, lexicon: Lexicon) -> Match[Term] | None:
    ways = (_by_own_part, _by_head, _by_pointing, _by_abbreviation)
    return next((found for way in ways if (found := way(wording, lexicon)) is not None), None)


def _without_names(wording: Wording, matches: Sequence[Match[Term]]) -> Wording:
    rest = Wording(wording.text, list(wording.taken))
    for match in matches:
        rest.claim(match)
    return rest


def _by_part(wording: Wording, lexicon: Lexicon, least: int) -> Match[Term] | None:
    """An account whose name holds a run of the question, when only one account does."""
    names = once(lexicon.facts, _folded, lambda: _folded(lexicon.facts))
    for run in sorted(wording.rest(), key=len, reverse=True):
        for length in range(len(run), least - 1, -1):
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                if _cuts_a_word(run, start, start + length, lexicon):
                    continue
                held = topmost([s for name, s in names.items() if part in name])
                if held and len({s.name for s in held}) == 1:
                    place = wording.text.find(part)
                    term = Term(held[0].name, held[0].kind, held[0].code, held[0].path)
                    return Match(place, place + length, part, term, exact=False)
    return None


def _cuts_a_word(run: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a part begins or ends within a word of the documents' names: 「政管理事务」 of 「行政管理事务」."""
    edges = ((place, run[place - 1 : place + 1]) for place in (start, end))
    return any(0 < place < len(run) and pair in lexicon.pairs for place, pair in edges)


def _folded(facts: Sequence[Fact]) -> dict[str, Subject]:
    return {fold(f.subject.name): f.subject for f in facts if f.subject.kind in CODED_KINDS}


def _printed(facts: Sequence[Fact]) -> dict[str, Subject]:
    return {f.subject.name: f.subject for f in facts if f.subject.kind in CODED_KINDS}


#: What an account's name ends with and says nothing: 人大信访工作 adds 信访 to the body's own.
_DOING = regex(r"(?:工作|事务|业务|活动|支出)$")


def _by_own_part(wording: Wording, lexicon: Lexicon) -> Match[Term] | None:
    """「用在立法上」 for 人大立法: what an account's name adds to the body's own, when only one does."""
    names = once(lexicon.facts, _printed, lambda: _printed(lexicon.facts))
    for run in wording.rest() if _OF_MONEY.search(wording.text) else ():
        held = {
            name: subject
            for name, subject in names.items()
            if run in fold(name) and lexicon.is_of_body(_DOING.sub("", fold(name).replace(run, "", 1)))
        }
        if len(run) > 1 and len(held) == 1:
            s, place = next(iter(held.values())), wording.text.find(run)
            term = Term(s.name, s.kind, s.code, s.path)
            return Match(place, place + len(run), run, term, exact=False)
    return None


def _by_head(wording: Wording, lexicon: Lexicon) -> Match[Term] | None:
    """「统战经费」 for 统战事务, 「养老支出」 for 行政事业单位养老支出: the word that tells it from all others."""
    names = once(lexicon.facts, _printed, lambda: _printed(lexicon.facts))
    free = "".join(" " if t else c for c, t in zip(wording.text, wording.taken, strict=True))
    for said in _HEAD.finditer(free):
        run = said["run"]
        whole = re.compile(rf"{_OF_WHOM}{re.escape(run)}(?:事务|支出|活动|工作|管理|补助)*")
        held = topmost([s for n, s in names.items() if s.kind == "功能分类" and whole.fullmatch(fold(n))])
        if len(held) == 1:
            term = Term(held[0].name, held[0].kind, held[0].code, held[0].path)
            return Match(said.start("run"), said.end(), said[0], term, exact=False)
    return None


_HEAD = regex(
    r"(?<![\u4e00-\u9fff])(?P<run>[\u4e00-\u9fff]{2,4})(?:方面)?的?(?:经费|费用|支出|资金|开支)(?=是|有|一?共|多少|花|占|预算|决算|[，。？?]|$)"
)
#: 「应急那笔钱」: pointed at by the one word that people keep of a name.
_POINTED = regex(
    r"(?<![\u4e00-\u9fff])(?P<run>[\u4e00-\u9fff]{2,4}?)的?(?:(?:那|这)(?:一)?(?:笔|块|项|摊)(?:钱|经费|资金|支出|开支|费用)?|的钱)"
)


def _by_pointing(wording: Wording, lexicon: Lexicon) -> Match[Term] | None:
    """The one account whose name has the word before 那笔钱."""
    names = once(lexicon.facts, _printed, lambda: _printed(lexicon.facts))
    free = "".join(" " if t else c for c, t in zip(wording.text, wording.taken, strict=True))
    for said in _POINTED.finditer(free):
        held = topmost([s for n, s in names.items() if s.kind == "功能分类" and said["run"] in fold(n)])
        if len({s.name for s in held}) == 1:
            term = Term(held[0].name, held[0].kind, held[0].code, held[0].path)
            return Match(said.start("run"), said.end(), said[0], term, exact=False)
    return None


_OF_WHOM = "(?:行政事业单位|城乡社区|专项)?"


def _by_abbreviation(wording: Wording, lexicon: Lexicon) -> Match[Term] | None:
    """「公益岗补贴」 for 公益性岗位补贴: characters left out of one account's name, its first and last two kept."""
    names = once(lexicon.facts, _printed, lambda: _printed(lexicon.facts))
    for start, run in free_runs(wording.text, wording.taken):
        if len(run) < _SHORTEST_CUT:
            continue
        held = {name: subject for name, subject in names.items() if _is_cut(run, fold(name))}
        if len(held) == 1:
            s = next(iter(held.values()))
            return Match(start, start + len(run), run, Term(s.name, s.kind, s.code, s.path), exact=False)
    return None


def _is_cut(run: str, name: str) -> bool:
    if not (run[:2] == name[:2] and run[-2:] == name[-2:] and len(run) < len(name) <= 2 * len(run)):
        return False
    return reads_in(run, name)


def _narrowed(wording: Wording, matches: Sequence[Match[Term]], share: bool) -> bool:
    """Whether a name found may be no more than the whole, or the part, of one that is said in part only."""
    within = any(WITHIN.match(wording.text[m.end :]) for m in matches) and share
    return within or all(m.value.kind == "支出结构" for m in matches)


def topmost(held: Sequence[Subject]) -> list[Subject]:
    """Of accounts that stand under each other (彩票公益金 in 款 and 项) the topmost; else all."""
    codes = sorted({s.code for s in held}, key=len)
    nested = len(codes) > 1 and codes[0] != "" and all(code.startswith(codes[0]) for code in codes)
    return [s for s in held if s.code == codes[0]] if nested else list(held)
