"""The words of a question that say what it is about, each with its weight; words of talk weigh little (实词).

How much a word tells is learnt from questions: one that is asked of many bodies (多少, 花了, 咱们) names no thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ingest.patterns import regex

#: Parts of speech that say nothing by themselves: particles, pronouns, prepositions, conjunctions, marks.
_EMPTY = frozenset(
    ("x", "uj", "ul", "uz", "ud", "ug", "uv", "r", "y", "e", "o", "p", "c", "f", "m", "q", "mq")
)
#: What asks, and what only frames what is asked for.
_ASKS = regex(
    r"(?:20)?\d\d年度?|今年|本年度?|当年|那年|多少|几(?=[\u4e00-\u9fff])|第?几|百分之|百分比|什么|为什么|为啥|咋|怎么|吗|呢|啊|呀|吧|哪[些个家里]?|请问|麻烦|谢谢|一共|总共|一下"
)
_YEAR = regex(r"20\d\d")
_NUMBER = regex(r"\d[\d,.]*")
#: Letters that rank what a word is: things go before doings.
THING, DOING, OTHER = "n", "v", "o"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, how much it tells (0 to 1), and whether it is a thing, a doing or another."""

    text: str
    weight: float
    sort: str


def tagged(text: str) -> list[tuple[str, str]]:
    """The words of a text with their parts of speech."""
    import rjieba  # a dictionary of its own: only where nothing else has told anything

    return list(rjieba.tag(text))


def sort_of(tag: str) -> str:
    """Whether a part of speech is of things, of doings, or of something else."""
    if tag in ("vn", "an") or tag[:1] in ("n", "j", "l", "i", "s"):
        return THING
    return DOING if tag[:1] == "v" else OTHER


#: What a new word of two characters never begins with: 「能产」, 「从县」 are 「产」, 「县」.
_LEADS = frozenset("能会可该得要想按从被给把让向往就都还再才每各只也")
#: What it never ends with: 「准点率要」 is no 「率要」.
_ENDS = frozenset("要能会可该得想被给把让向就都还再才")
#: Grades of which a question may have no more than the one character: 「良的有几个」.
_GRADES = frozenset("优良差男女")


def is_new(word: str) -> bool:
    """Whether a word of two characters stands in no dictionary, so that it may be none: 「楼借」."""
    import rjieba

    return len(word) == 2 and len(rjieba.cut(word, False)) > 1


def split_new(word: Word) -> list[Word]:
    """The characters of a word that is none, which tell what it tells together."""
    import rjieba

    tags = [(char, tag) for char, tag in rjieba.tag(word.text, False) if tag not in _EMPTY]
    return [Word(char, word.weight / 2, sort_of(tag)) for char, tag in tags if char not in _LEADS]


def _parted(text: str) -> list[tuple[str, str]]:
    """The words of a text, those that no dictionary has without what leads to them."""
    import rjieba

    found: list[tuple[str, str]] = []
    for word, tag in tagged(text):
        if (word[0] in _LEADS or word[-1] in _ENDS) and is_new(word):
            found.extend(rjieba.tag(word, False))
        else:
            found.append((word, THING if word in _GRADES else tag))
    return found


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[tuple[str, str], ...]:
    """The words of a text that name something, each with its sort; numbers of three and more digits among them."""
    found: list[tuple[str, str]] = []
    for word, tag in _parted(text):
        if _NUMBER.fullmatch(word):
            if len(word) > 2 and not _YEAR.fullmatch(word):
                found.append((word, THING))
        elif tag not in _EMPTY and word not in _LEADS and not (len(word) == 1 and sort_of(tag) == OTHER):
            found.append((word, sort_of(tag)))
    return tuple(found)


def content_of(question: str, talk: Mapping[str, float]) -> list[Word]:
    """What a question says that could be found in a text, once each; ``talk`` has the weights of common words."""
    weights: dict[str, tuple[float, str]] = {}
    for word, sort in words_of(_ASKS.sub(" ", question)):
        weight = talk.get(word, 1.0) * (1.0 if len(word) > 1 else 0.5)
        weights[word] = (weight, sort)
    return [Word(text, weight, sort) for text, (weight, sort) in weights.items() if weight > 0.05]


def asked_words(question: str) -> list[str]:
    """The words of a question that name something, with those of talk among them."""
    return [word for word, _ in words_of(_ASKS.sub(" ", question))]
