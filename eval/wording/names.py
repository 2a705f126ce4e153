"""Names to put into the slots of templates: accounts, wholes, things that are counted, kinds of work (填空用的名称)."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rjieba

from service.accounts.lexicon import by_first
from service.read.saying import common_words
from service.worded.known_names import Starts

#: One a line: what it is (account, whole, counted with its measure word, fund before or end behind an account), a tab.
PLAIN = Path(__file__).parent / "names.tsv"
CODES = Path("../shared/codes/classification_codes.tsv")
TEXTS = Path(__file__).parents[1] / "closest" / "texts"


@dataclass(frozen=True, slots=True)
class Names:
    """What may stand in the slots; ``phrases`` are runs of words of documents that were made up for learning."""

    accounts: tuple[str, ...]
    coded: tuple[str, ...]
    phrases: tuple[str, ...]
    numbered: tuple[tuple[str, str], ...]
    wholes: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]
    funds: tuple[str, ...]
    ends: tuple[str, ...]

    def known(self, own: Iterable[str], draw: random.Random) -> tuple[Starts, ...]:
        """The names that a service knows when it reads an example: those of the trade, those that a body's documents
        have most of the time of its ``own``."""
        return (*_of_trade(self.coded), by_first(name for name in own if draw.random() < _LOADED))

    def account(self, draw: random.Random) -> str:
        kind = draw.random()
        if kind < 0.45:
            name = draw.choice(self.accounts)
        elif kind < 0.65:
            name = draw.choice(self.coded)
        else:
            name = draw.choice(self.phrases)
        extra = draw.random()
        if extra < 0.06:
            name = f"{draw.choice(self.funds)}{draw.choice(('', '的', '里的'))}{name}"
        elif extra < 0.1:
            name = f"“{name.strip('“”')}”"
        elif extra < 0.14:
            name = f"{name}{draw.choice(self.ends)}"
        elif extra < 0.17:
            name = f"{draw.choice(self.phrases)}的{name}"
        return name

    def whole(self, draw: random.Random) -> str:
        return draw.choice(self.wholes) if draw.random() < 0.75 else self.account(draw)

    def counted(self, draw: random.Random) -> tuple[str, str]:
        return draw.choice(self.counts if draw.random() < 0.5 else self.numbered)

    def project(self, draw: random.Random) -> str:
        end = draw.choice(("项目", "经费", "专项", "工程", "工作", "", "", "专项资金", "补助"))
        return draw.choice(self.phrases) + end


#: So many of the names that are asked about stand in the documents to the letter.
_LOADED = 0.6


@cache
def _of_trade(coded: tuple[str, ...]) -> tuple[Starts, ...]:
    return common_words().starts, by_first(coded)


_NUMBER = re.compile(
    r"[\d.,]+万?(?P<unit>人次|批次|平方米|公里|万元|元|[人名户家辆台件个次场期篇册吨亩盏座张项条处套座间])"
)
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


def printed_texts() -> str:
    """All that the made-up documents say."""
    read = (json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(TEXTS.glob("*.json")))
    return "\n".join(text for texts in read for text in texts)


def read_names() -> Names:
    """The names of the classification, and phrases of the made-up documents; raises ``OSError`` where these lack."""
    rows = [line.split("\t") for line in CODES.read_text(encoding="utf-8").splitlines()[1:]]
    coded = sorted(
        {
            r[2]
            for r in rows
            if not r[1].startswith("income") and re.fullmatch(r"[\u4e00-\u9fff（）、]+", r[2])
        }
    )
    phrases: set[str] = set()
    numbered: set[tuple[str, str]] = set()
    for path in sorted(TEXTS.glob("*.json")):
        for text in json.loads(path.read_text(encoding="utf-8"))["text"]:
            for clause in re.split("[，。；：、（）“”]", text):
                _phrases_of(clause, phrases, numbered)
    plain = [line.split("\t") for line in PLAIN.read_text(encoding="utf-8").splitlines()]
    kinds = {
        kind: tuple(row[1] for row in plain if row[0] == kind) for kind in ("account", "whole", "fund", "end")
    }
    return Names(
        kinds["account"], tuple(coded), tuple(sorted(phrases)), tuple(sorted(numbered)), kinds["whole"],
        tuple((row[1], row[2]) for row in plain if row[0] == "counted"), kinds["fund"], kinds["end"],
    )  # fmt: skip


def _phrases_of(clause: str, phrases: set[str], numbered: set[tuple[str, str]]) -> None:
    number = _NUMBER.search(clause)
    head = clause[: number.start()] if number else clause
    words = rjieba.tag(re.sub(r"20\d\d年|全年|累计|共|其中", "，", head))
    for low in range(len(words)):
        for high in range(low + 1, min(low + 4, len(words)) + 1):
            part = words[low:high]
            run = "".join(word for word, _ in part)
            if not _WORD.fullmatch(run) or len(run) > _LONGEST or not _is_name(part):
                continue
            phrases.add(run)
            if number and high == len(words) and number["unit"] not in ("元", "万元"):
                numbered.add((run, number["unit"]))


#: Sorts of words that names are made of, and those that they end in.
_OF_NAMES, _ENDING = tuple("nvabjli"), tuple("njl")
_LONGEST = 12


def _is_name(words: list[tuple[str, str]]) -> bool:
    """「村道加宽」: nouns and verbs; a verb alone is none."""
    sorts = [sort for _, sort in words]
    named = all(sort.startswith(_OF_NAMES) for sort in sorts)
    verb = sorts[-1].startswith("v") and len(sorts) > 1 and any(s.startswith(("n", "b", "j")) for s in sorts)
    named = named and words[0][0][0] not in "是为将被把使令向以"
    return named and (sorts[-1].startswith(_ENDING) or sorts[-1] == "vn" or verb)
