"""What the embedding is trained on: texts, and pairs of texts that mean the same (训练语料).

A pair is ``(one text, another text)``; a class is what several texts stand for. Statutes give their title and
chapter with an article, two neighbours, and two halves; disclosures a heading with its paragraph; ``pairs.tsv``
plain questions, and ``words.tsv`` plain words, with the official wording.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ingest.patterns import regex
from ingest.text import join_lines, normalise_char

QUESTIONS = Path(__file__).with_name("pairs.tsv")
WORDS = Path(__file__).with_name("words.tsv")
# Documents of these are kept out of training, so that the measurement is about documents that it has not seen.
HELD_OUT = ("江汉区", "万里街道", "规划和自然资源局")

# Outermost first. A first-rank heading without a number is known by its last word.
_RANKS = (
    regex(
        r"^第[一二三四五六七八九十]+部分|^[^一二三四五六七八九十（(].{0,40}(职能|职责|机构设置|名词解释|说明)$"
    ),
    regex(r"^[一二三四五六七八九十]+、"),
    regex(r"^[（(][一二三四五六七八九十]+[）)]"),
)
_LONGEST_HEADING = 40
_NO_HEADING = regex(r"[：，。；:]|\d,\d|\d\.\d")
_MOST_FIGURES = 0.35
_SENTENCE_END = ("。", "；", "：", ";", ":")
_CLAUSE_END = regex(r"(?<=[。；，])")
_FIGURES = regex(r"\d[\d,.]*")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a disclosure with the headings above it, outermost first."""

    file: str
    path: tuple[str, ...]
    text: str

    @property
    def whole(self) -> str:
        """Headings and text as one text: what is embedded."""
        return f"{' '.join(self.path)} {self.text}"


@dataclass(frozen=True, slots=True)
class Topic:
    """Official wordings of one matter, and the plain questions that mean it."""

    official: tuple[str, ...]
    questions: tuple[str, ...]


def read_topics(path: Path = QUESTIONS) -> list[Topic]:
    """Rows of ``pairs.tsv`` or ``words.tsv``: wordings, a tab, plain ways to say it; each separated by ``｜``."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [Topic(tuple(official.split("｜")), tuple(asked.split("｜"))) for official, asked in rows]


def read_statutes(path: Path) -> list[tuple[str, str]]:
    """Heading (title and chapter) and text of every paragraph in the statutes file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(f"{row['title']} {row['chapter']}".strip(), row["text"]) for row in rows]


def read_passages(folder: Path, *, held_out: bool) -> list[Passage]:
    """Narrative paragraphs of the disclosures in a folder: those held out of training, or the others."""
    files = sorted(folder.glob("final_accounts/*.pdf")) + sorted(folder.glob("budgets/*.pdf"))
    chosen = [file for file in files if any(name in file.name for name in HELD_OUT) == held_out]
    return [passage for file in chosen for passage in _lines_to_passages(file.name, _pdf_to_lines(file))]


def statutes_to_pairs(statutes: Sequence[tuple[str, str]]) -> list[Pair]:
    """Heading with text, neighbours under one heading, and the two halves of a longer text."""
    pairs = list(statutes)
    pairs += [(a, b) for (one, a), (other, b) in pairwise(statutes) if one == other]
    pairs += [half for _, text in statutes for half in _halves(text)]
    return pairs


def passages_to_pairs(passages: Sequence[Passage]) -> list[Pair]:
    """Own heading with paragraph, whole path with paragraph, and the two halves of a longer paragraph."""
    pairs: list[Pair] = []
    for passage in passages:
        pairs += [(passage.path[-1], passage.text), (" ".join(passage.path), passage.text)]
        pairs += list(_halves(passage.text))
    return pairs


def _halves(text: str) -> Iterator[Pair]:
    clauses = [clause for clause in _CLAUSE_END.split(text) if clause]
    middle = len(clauses) // 2
    if len(text) >= 24 and middle:
        yield "".join(clauses[:middle]), "".join(clauses[middle:])


def _pdf_to_lines(file: Path) -> Iterator[str]:
    """Lines of the text layer, without those of tables (several figures and no sentence) and without page numbers."""
    import pypdfium2  # training and measuring need it; loading the model does not

    document = pypdfium2.PdfDocument(file)
    for page in document:
        for line in page.get_textpage().get_text_bounded().splitlines():
            text = join_lines(["".join(normalise_char(char) for char in line)])
            bare = _FIGURES.sub("", text).strip(" -—")
            if bare and "…" not in text and (text.count("。") or len(_FIGURES.findall(text)) < 4):
                yield text


def _lines_to_passages(file: str, lines: Iterable[str]) -> Iterator[Passage]:
    path: list[tuple[int, str]] = []
    text = ""
    for line in lines:
        rank = _rank(line)
        if rank is not None:
            yield from _finished(file, path, text)
            path, text = [*((r, name) for r, name in path if r < rank), (rank, line)], ""
            continue
        text += line
        if line.endswith(_SENTENCE_END) and len(text) > 60:
            yield from _finished(file, path, text)
            text = ""
    yield from _finished(file, path, text)


def _rank(line: str) -> int | None:
    if len(line) > _LONGEST_HEADING or _NO_HEADING.search(line):
        return None
    return next((rank for rank, pattern in enumerate(_RANKS) if pattern.match(line)), None)


def _finished(file: str, path: Sequence[tuple[int, str]], text: str) -> Iterator[Passage]:
    """The passage, unless it is a scrap or what is left of a table."""
    figures = sum(char.isdigit() for char in text)
    if path and len(text) >= 12 and "。" in text and figures < _MOST_FIGURES * len(text):
        yield Passage(file, tuple(name for _, name in path), text)
