"""Where the batches of training come from: pairs drawn from statutes, disclosures and plain questions in turn."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.embedding import sources
from ingest.embedding.sources import Pair, Passage, Topic, passages_to_pairs, statutes_to_pairs

Draw = Callable[[random.Random], list[Pair]]


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that is trained on."""

    statutes: list[tuple[str, str]]
    passages: list[Passage]
    topics: list[Topic]
    words: list[Topic]

    def texts(self) -> list[str]:
        """Texts for the vocabulary; the few of the trade count as often as they would in a larger corpus."""
        asked = [text for topic in self.topics + self.words for text in (*topic.official, *topic.questions)]
        narrative = [passage.whole for passage in self.passages]
        return [text for _, text in self.statutes] + narrative * 5 + asked * 20

    def turns(self, batch: int) -> list[Draw]:
        """Where batches come from, in turn; statutes come twice."""
        statutes = draw_pairs([statutes_to_pairs(self.statutes)], batch)
        documents: dict[str, list[Passage]] = defaultdict(list)
        for passage in self.passages:
            documents[passage.file].append(passage)
        narratives = [draw_pairs([passages_to_pairs(found) for found in documents.values()], batch)]
        questions = draw_questions(self.topics, self.passages)
        return [statutes, *narratives[: len(documents)], questions, statutes, draw_questions(self.words, [])]


def read_sources(statutes: Path, corpus: Path) -> Sources:
    """Read all sources; disclosures that are not there are left out."""
    return Sources(
        sources.read_statutes(statutes),
        sources.read_passages(corpus, held_out=False),
        sources.read_topics(sources.QUESTIONS),
        sources.read_topics(sources.WORDS),
    )


def draw_questions(topics: Sequence[Topic], passages: Sequence[Passage]) -> Draw:
    """Draws one question and one official wording (or a passage under such a heading) of every topic."""
    found = [[p for p in passages if any(o in p.path[-1] for o in t.official)] for t in topics]

    def draw(rng: random.Random) -> list[Pair]:
        pairs = []
        for topic, under in zip(topics, found, strict=True):
            official = rng.choice(topic.official)
            if under and rng.random() < 0.5:
                official = rng.choice(under).whole
            elif rng.random() < 0.3:
                official = " ".join(topic.official)
            pairs.append((dress(rng.choice(topic.questions), rng), official))
        return pairs

    return draw


def draw_pairs(groups: Sequence[Sequence[Pair]], batch: int) -> Draw:
    """Draws up to ``batch`` pairs of one group, since a passage has to be told from others of its own document."""

    def draw(rng: random.Random) -> list[Pair]:
        pairs = rng.choice(groups)
        return rng.sample(pairs, min(batch, len(pairs)))

    return draw


# What people put around a question, and often leave out.
OPENINGS = ("", "", "", "", "请问", "想问一下", "我想知道", "麻烦问下", "帮我查查", "说说", "那")
BODIES = (
    "",
    "",
    "",
    "",
    *["这个单位", "你们局", "区财政局", "市教育局", "卫健委", "街道办", "该部门", "县医院", "中心", "公安局"],
)
YEARS = ("", "", "", *["2023年", "2024年度", "去年", "今年", "2021年", "上一年", "前年"])
CLOSINGS = ("", "", "", "？", "呢", "啊", "吗", "呀？")


def dress(question: str, rng: random.Random) -> str:
    """The question as people put it: with a polite opening, a body and a year, which must not change the meaning."""
    front = [rng.choice(OPENINGS), *rng.sample([rng.choice(BODIES), rng.choice(YEARS)], 2)]
    return "".join([*front, question, rng.choice(CLOSINGS)])
