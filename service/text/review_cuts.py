"""Why a project's money was cut, where a review says what it found and the cut that followed (评价后压减).

「2024年监控发现：…，茶歌文化节预算偏大、到场游客不足；改进措施：…，文化节预算由20万元压减至12万元」 has no word for a
reason: what was found is the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from ingest.concordance import bigrams
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote

_ASKED = regex(r"减|砍|压|降|少|取消|停|没了|缩")
_FOUND = regex(r"发现|存在|问题|评价结果|评价等级|不足|偏[大高低]|过[大高]|得分")
_CUT = regex(r"(?:压减|核减|调减|削减|扣减|减少|压缩|取消|不再安排|收回|降)(?:至|到|为|了)?")
#: So much of the project's name, less its ends, must stand in the sentence.
_HELD = 0.6
_END = regex(r"(?:项目|工程|经费|资金|专项|支出)+$")
_LEAST = 3


def review_cuts(plan: Plan, sources: Sources) -> Evidence | None:
    """The one sentence that says what was found of a project and that its money was cut; None where none does."""
    if plan.subject is None or plan.subject.kind not in ("项目", "政府采购", "功能分类") or plan.assumed:
        return None
    name = _END.sub("", fold(plan.subject.name))
    if len(name) < _LEAST or not _ASKED.search(plan.text):
        return None
    told = {fold(s.text): s for s in _told(name, sources.index())}
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None


def _told(name: str, index: Index) -> Iterator[Sentence]:
    pairs = bigrams(name)
    for line in lines_of(index.chunks):
        for sentence in line:
            text = fold(sentence.text)
            held = sum(pair in text for pair in pairs)
            if (
                held >= _HELD * len(pairs)
                and _FOUND.search(text)
                and _CUT.search(text)
                and _near(sentence.text, pairs)
            ):
                yield sentence


def _near(text: str, pairs: list[str]) -> bool:
    """Whether a clause of the cut names the project itself."""
    clauses = [fold(clause) for clause in _CLAUSE.split(text) if _CUT.search(clause)]
    return any(pair in clause for pair in pairs for clause in clauses)


_CLAUSE = regex(r"[，；。：:;,]")
