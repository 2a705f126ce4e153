"""A question cut into words: of all ways to cut it the one that explains most of it best (切分).

Every vocabulary takes part at once, so that 绩效工资 is one account and not the word 绩效 beside 工资, and
印刷和出版服务 one purchase and not 印刷 and a stranger. Longer words weigh more than their parts together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from ingest.patterns import regex
from service.accounts.lexicon import Lexicon, by_first
from service.accounts.official_names import official_pairs
from service.read import vocabulary
from service.read.alike import sounds_like
from service.read.cues import CUES
from service.read.spelling import Index
from service.read.terms import rows_to_words
from service.read.wording import PARTICLES


class Role(Enum):
    """What a word of a question is, with its weight against a word of the same length in another role."""

    SUBJECT = 1.0
    CUE = 0.85
    INTENT = 0.8
    STAGE = 0.7
    UNIT = 0.75
    COUNT = 0.76
    FILLER = 0.45
    GENERIC = 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """One word at ``start``..``end`` of the text, in a role, with what it stands for."""

    start: int
    end: int
    text: str
    role: Role
    value: object
    exact: bool = True


_GROWTH = 1.4  # a word of four characters outweighs two of two
_UNKNOWN = -0.4  # for each character that nothing explains
_INEXACT = 0.8
_HOW_MANY = "多少"
#: A name of so many characters is not cut for a misspelt one beside it.
_WHOLE_NAME = 4


def segment(
    text: str, taken: Sequence[bool], lexicon: Lexicon, stops: frozenset[int] = frozenset()
) -> list[Word]:
    """The words of a text outside of what is taken, in order; what no word explains is left out.

    No word runs over one of ``stops``, where a part of a sentence ends: 「最多，多少」 is no 多多少.
    """
    found = [
        w
        for w in (*_subjects(text, lexicon), *_constant(text))
        if not stops.intersection(range(w.start + 1, w.end))
    ]
    counted = {w.start for w in found if w.role is Role.COUNT and w.text.startswith(_HOW_MANY)}
    # 「收了多少万吨」 counts what was collected, and is no income.
    found = [w for w in found if not (w.text.endswith(_HOW_MANY) and w.end - len(_HOW_MANY) in counted)]
    # 「收了多少税」 is of taxes, 「打印机」 of a machine, 「职能部门」 of no duties.
    found = [
        w for w in found if w.role not in (Role.SUBJECT, Role.INTENT) or not _goes_on(w.text, text[w.end :])
    ]
    # 「药占比是多少」 is of 药占比, and no share of anything.
    rates = {w.end - len(_SHARE) for w in found if w.role is Role.SUBJECT and w.text.endswith(_SHARE)}
    found = [w for w in found if w.role is not Role.CUE or w.start not in rates]
    # 「做到多少了」 says nothing of less.
    found = [
        w for w in found if not (w.role is Role.CUE and text[max(w.start - 1, 0) :].startswith("多少了"))
    ]
    # 「几个人民法庭」 counts courts.
    found = [
        w for w in found if w.role is not Role.COUNT or w.value != "人" or text[w.end : w.end + 1] != "民"
    ]
    exact = _cut(text, taken, found)
    if not _unexplained(text, taken, exact):
        return exact
    inexact = list(_misspelt(text, taken, exact, lexicon))
    return _cut(text, taken, [*found, *inexact]) if inexact else exact


#: How the name of a rate ends that says of what it is itself.
_SHARE = "占比"
#: What a daily word for an account, or one of what text tells of, goes on with where it is a word for something else.
_OTHERWISE = (
    ("多少", ("税", "罚", "粮", "案", "信", "学生", "病人", "车", "货", "租", "保费", "学费")),
    ("打印", ("机", "店", "室")),
    ("职能", ("部门", "科室", "处室")),
    ("复印", ("机", "店", "室")),
)


def _goes_on(word: str, behind: str) -> bool:
    return any(word.endswith(end) and behind.startswith(other) for end, other in _OTHERWISE)


@cache
def _static() -> Mapping[str, tuple[Role, object]]:
    """Words that are the same for every body; the role that stands first keeps a word that has two."""
    rows: tuple[tuple[Role, Iterable[tuple[object, str]]], ...] = (
        (Role.CUE, CUES),
        (Role.INTENT, ((intent, words) for intent, words, _ in vocabulary.INTENTS)),
        (Role.STAGE, vocabulary.STAGES),
        (Role.UNIT, vocabulary.MONEY_WORDS),
        (Role.COUNT, vocabulary.COUNT_UNITS),
        (Role.FILLER, [(None, vocabulary.FILLER)]),
        (Role.GENERIC, [(None, vocabulary.GENERIC)]),
    )
    found: dict[str, tuple[Role, object]] = {}
    for role, table in rows:
        for word, value in rows_to_words(table).items():
            if len(word) > 1 or (role is Role.FILLER and word in PARTICLES):
                found.setdefault(word, (role, value))
    return found | {c: (Role.FILLER, None) for c in PARTICLES if c not in found}


def _subjects(text: str, lexicon: Lexicon) -> list[Word]:
    places = _places(text, lexicon.starts)
    return [Word(i, i + len(word), word, Role.SUBJECT, lexicon.words[word]) for i, word in places]


def _constant(text: str) -> list[Word]:
    words = _static()
    return [Word(i, i + len(word), word, *words[word]) for i, word in _places(text, _static_starts())]


def constant_places(text: str) -> frozenset[int]:
    """The places of a text that words explain which are the same for every body."""
    return frozenset(place for word in _constant(text) for place in range(word.start, word.end))


def _places(text: str, starts: Mapping[str, Sequence[tuple[int, str]]]) -> Iterable[tuple[int, str]]:
    """Words wherever they stand in the text; a lexicon has thousands, few begin as any of it does."""
    for place, char in enumerate(text):
        begun = [one for one in starts.get(text[place : place + 2], ()) if text.startswith(one[1], place)]
        if place + 1 < len(text):
            begun += starts.get(char, ())
        for _, word in sorted(begun) if len(begun) > 1 else begun:
            yield place, word


@cache
def _static_starts() -> Mapping[str, Sequence[tuple[int, str]]]:
    return by_first(_static())


def _cut(text: str, taken: Sequence[bool], words: Iterable[Word]) -> list[Word]:
    """The set of words that do not overlap with the greatest weight together (dynamic programming from the end)."""
    starts: dict[int, list[Word]] = {}
    for word in words:
        if not any(taken[word.start : word.end]):
            starts.setdefault(word.start, []).append(word)
    best: list[tuple[float, Word | None]] = [(0.0, None)] * (len(text) + 1)
    for index in range(len(text) - 1, -1, -1):
        skipped = best[index + 1][0] + (0.0 if taken[index] else _UNKNOWN)
        best[index] = (skipped, None)
        for word in starts.get(index, ()):
            gain = best[word.end][0] + weight(word)
            if gain > best[index][0]:
                best[index] = (gain, word)
    chosen, index = [], 0
    while index < len(text):
        word_here = best[index][1]
        if word_here is not None:
            chosen.append(word_here)
        index = word_here.end if word_here is not None else index + 1
    return chosen


def weight(word: Word) -> float:
    """How much a word explains."""
    return float((word.end - word.start) ** _GROWTH * word.role.value * (1.0 if word.exact else _INEXACT))


def _unexplained(text: str, taken: Sequence[bool], words: Sequence[Word]) -> set[int]:
    """Places that neither a word nor a single character of filler explains."""
    covered = {i for w in words for i in range(w.start, w.end)}
    return {i for i, c in enumerate(text) if not taken[i] and i not in covered and "\u4e00" <= c <= "\u9fff"}


#: Words that are no slip for others: 下半年支出 is not 当年支出, 临时工工资 not 职工工资.
_AS_IT_STANDS = regex(
    rf"保障|[上下]半年|[一二三四]季度|(?<![检督排])查了|企业|商业|补充|整体|总体|{vocabulary.NARROWING}"
)


def _misspelt(text: str, taken: Sequence[bool], exact: Sequence[Word], lexicon: Lexicon) -> Iterable[Word]:
    """Names that read like a run of the text that nothing explains as it stands (购房补铁, 基本之出)."""
    unknown = _unexplained(text, taken, exact)
    kept = {i for m in _AS_IT_STANDS.finditer(text) for i in range(m.start(), m.end())}
    for index, role_of in ((lexicon.index, None), (_cues()[0], _cues()[1])):
        for size in index.sizes:
            over = {place - back for place in unknown for back in range(size)}
            for start in sorted(over.intersection(range(len(text) - size + 1))):
                if any(taken[start : start + size]):
                    continue
                run = text[start : start + size]
                said = kept.intersection(range(start, start + size))
                if _breaks(start, start + size, exact):
                    continue
                for name in index.like(run):
                    if any(name[i - start] != text[i] for i in said) or _stands_printed(
                        text, start, name, lexicon
                    ):
                        continue
                    role, value = role_of[name] if role_of else (Role.SUBJECT, lexicon.words[name])
                    said_whole = any(
                        w.value == value and start <= w.start < w.end <= start + size for w in exact
                    )
                    if said_whole and not sounds_like(run, name, looks=False):
                        continue  # 「差旅费冻结」 names it as it stands, and 冻 is no 用
                    if sounds_like(run, name, looks=role is Role.SUBJECT):
                        yield Word(start, start + size, name, role, value, exact=False)


def _stands_printed(text: str, start: int, name: str, lexicon: Lexicon) -> bool:
    """Whether what differs from a name is of another name as it stands: 金 in 「租金补贴」 is no slip for 津."""
    wrong = [start + i for i, char in enumerate(name) if text[start + i] != char]
    around = [text[max(i - 1, 0) : i + 1] for i in wrong] + [text[i : i + 2] for i in wrong]
    return all(len(pair) > 1 and (pair in lexicon.pairs or pair in official_pairs()) for pair in around)


def _breaks(start: int, end: int, exact: Sequence[Word]) -> bool:
    """Whether a run takes a part of an account that stands there: 「支出预算中基本支出」 is no 支出预算总计."""
    named = (w for w in exact if w.role is Role.SUBJECT and w.end - w.start >= _WHOLE_NAME)
    return any(w.start < end and start < w.end and not start <= w.start < w.end <= end for w in named)


@cache
def _cues() -> tuple[Index, Mapping[str, tuple[Role, object]]]:
    """Words of operations and stages that may be misspelt too."""
    words = {w: v for w, v in _static().items() if v[0] in (Role.CUE, Role.STAGE)}
    return Index.of(words), words
