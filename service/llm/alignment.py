"""A sentence without figures may shorten the passage: clauses that stand side by side, trimmed at their ends, tied
together with words that add nothing (逐句对照)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.llm.figures import tells_figure
from service.llm.verbatim import ORDINAL

#: Words that may stand before a clause of the passage, and behind it.
_BEFORE = regex(
    r"^(?:主要|原因|在于|是|因为|由于|具体来说|具体|以及|并且|而且|同时|此外|另外|还有|还要|还|也|又|和|与|及|并|即|[一二三四五六七八]是|首先"
    r"|其次|最后|其中|例如|比如|这|该单位|该部门|单位|部门)"
)
_BEHIND = regex(r"(?:等方面|等等|等|了|的|以及|并|和|与|及)$")
#: Words that give a reason: only where the passage gives one.
_CAUSE = regex(r"原因|因为|由于|在于")
_CAUSE_PRINTED = regex(r"原因|因为|由于|因(?!公)|在于")
#: What may be trimmed off a printed clause: words ahead that lead to what is said, words behind that round it off.
_LEADS = regex(r"(?:原因|主要|因为|由于|因(?!公)|在于|负责|承担|用于|包括|[是为])$")
_ROUNDS = regex(r"^(?:等|所致|导致|的原因|工作|情况|方面)")
#: How a clause begins that leans on one before it.
_LEANS = regex(r"^(?:[与和同比较](?:上年|去年|上一年|年初|预算|决算)|同比|环比|基本持平|持平|一致)")
#: Words of a passage that turn or weaken what stands beside them: they may not be trimmed off it.
_TURNS = regex(
    r"[不未没无非勿免禁难拟尚暂欠]|部分|个别|少数|预计|可能|力争|争取|停止|取消|避免|防止|杜绝|缺乏|缺少|如果|若|只有|除|扣除|以外|而[非是]"
)
_CONDITION = regex(r"如果|若|一旦|假如|倘|只要|只有|除非|为了?|旨在|拟|计划|将要?$")
#: What hangs together across a clause: told whole or not at all.
_UP, _DOWN = "(?:增|升|涨|提高|扩大)", "(?:减|降|压缩|缩小|下滑)"
_BOUND = regex(rf"分别|依次|前者|后者|{_UP}.*{_DOWN}|{_DOWN}.*{_UP}")
_CLAUSE = regex(r"[，、：,:]")
_PART = regex(r"[。！？；;\n]")
_ASIDE = regex(r"[\s“”‘’（）()《》「」]")
#: Shorter than this a sentence says nothing by itself; nor a clause that is trimmed.
_LEAST, _LEAST_TRIMMED = 6, 3


def aligned(text: str, sentences: Iterable[str]) -> bool:
    """Whether the clauses of a text are neighbouring clauses of one part of the sentences, in the order printed."""
    # Symbols stay in what is wanted, so that they must stand in the passage: fold() drops them there.
    wanted = [clause for clause in (_ASIDE.sub("", c).lower() for c in _CLAUSE.split(text)) if clause]
    parts = [ORDINAL.sub("", part) for sentence in sentences for part in _PART.split(sentence)]
    begins = next(filter(_core, wanted), "")
    return (
        sum(map(len, wanted)) >= _LEAST
        and not _LEANS.match(begins)
        and any(_stands(wanted, [c for c in map(fold, _CLAUSE.split(part)) if c]) for part in parts)
    )


def _stands(wanted: Sequence[str], printed: Sequence[str]) -> bool:
    return any(_stands_at(wanted, printed, start) for start in range(len(printed)))


def _stands_at(wanted: Sequence[str], printed: Sequence[str], start: int) -> bool:
    """Whether the clauses wanted, but for those that only tie others, are the printed ones from ``start`` on."""
    place = start
    if start and _CONDITION.search(printed[start - 1]):
        return False
    for clause in wanted:
        core = _core(clause)
        if not core and not _CAUSE.search(clause):
            continue
        if place == len(printed):
            return False
        reason = _CAUSE_PRINTED.search("".join(printed[max(0, place - 1) : place + 1]))
        if _CAUSE.search(clause) and not reason and clause != printed[place]:
            return False
        if core and not _trims(core, printed[place]) and clause != printed[place]:
            return False
        place += bool(core)
    return place > start


def _core(clause: str) -> str:
    """A clause without the words that tie it to others."""
    while match := _BEFORE.match(clause):
        clause = clause[match.end() :]
    while match := _BEHIND.search(clause):
        clause = clause[: match.start()]
    return clause


def _trims(core: str, printed: str) -> bool:
    """Whether a printed clause holds these words in one piece, and trims off nothing that matters to them."""
    if core == printed:
        return True
    at = printed.find(core)
    if at < 0 or len(core) < _LEAST_TRIMMED or _BOUND.search(printed):
        return False
    head, tail = printed[:at], printed[at + len(core) :]
    if (head and not _LEADS.search(head)) or (tail and not _ROUNDS.match(tail)):
        return False
    # 「完成年初预算的74%」 without its figure would say that all of it was done.
    return not any(_TURNS.search(end) or tells_figure(end) for end in (head, tail))
