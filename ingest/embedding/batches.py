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
        """Texts for the vocabulary. Plain words count as often as in a larger corpus; whole questions hardly at all,
        for what they repeat would become words that cut across real ones (钱为 in 钱为什么)."""
        narrative = [passage.whole for passage in self.passages]
        questions = [text for topic in self.topics for text in (*topic.official, *topic.questions)]
        words = [text for topic in self.words for text in (*topic.official, *topic.questions)]
        return [text for _, text in self.statutes] + narrative * 5 + questions * 2 + words * 20

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


# Words that people use for one another, whatever is asked; longer ones first, since 什么 is part of 为什么.
SWAPS = {
    "为什么": ("为啥", "为何", "咋", "凭啥"),
    "干什么": ("干啥", "干嘛", "做啥"),
    "什么": ("啥", "哪些"),
    "怎么": ("咋", "怎样", "如何"),
    "多少钱": ("几个钱", "多少", "多大一笔"),
    "花了": ("用了", "花掉", "用掉"),
    "有没有": ("有无", "是否有"),
    "单位": ("机构", "部门", "机关"),
    "老百姓": ("群众", "市民", "居民", "大伙"),
    "一共": ("总共", "合计", "拢共"),
    "去年": ("上年", "上一年", "前一年"),
    "原因": ("理由", "缘故", "缘由"),
}


def dress(question: str, rng: random.Random) -> str:
    """The question as people put it: other small words, a polite opening, a body and a year; the meaning stays."""
    for word, others in SWAPS.items():
        if word in question and rng.random() < 0.4:
            question = question.replace(word, rng.choice(others))
    front = [rng.choice(OPENINGS), *rng.sample([rng.choice(BODIES), rng.choice(YEARS)], 2)]
    return "".join([*front, question, rng.choice(CLOSINGS)])
