"""Both ends of what was raised or cut, where one sentence tells them: 「补贴从多少涨到多少」 (由多少到多少).

The sentence prints what there was before and what it came to; both are told, with their own unit, or neither is. A
count of those who get it is no end of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ingest.from_to import BEFORE
from ingest.model import Fact
from ingest.numbers import MONEY, plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Citation, Figure, Status
from service.figures.told import label_of, unit_of
from service.follow.conversation import aside
from service.read.terms import reads_in
from service.scope.named_in import Named
from service.second.beyond import declined
from service.second.told_together import FactsIn, citation_at

AskWhole = Callable[..., Answer]

#: As a question for both ends is put plainly, or says it itself.
_BOTH = regex(
    r"^(?P<of>[^，。？]{2,24}?)的?(?:标准)?(?:每人?每?[年月天次场])?(?:变动前|以前|原来|原先|之前|过去)的?(?:是|有|为)?(?:多少|几)[^，,、。？多几]{0,2}?[，,、\s]*"
    r"(?:到了?)?(?:现在|如今|后来|变动后|调整后)的?(?:是|有|为|到)?(?:多少|几)[^，,、。？多几]{0,2}[？?。呢啊]*$"
)
_ENDS = regex(
    r"变动前是多少[，,]现在是多少"
    r"|[从由](?:多少|几)[\u4e00-\u9fff]{0,3}(?:[变降涨升提减增压缩调延][\u4e00-\u9fff]{0,2})?[到至为成]了?(?:多少|几)(?:个?[天元年月日人分岁小时]{1,2})?"
)
#: How it moved, asked ahead of the two: 「补贴标准怎么调的？从多少涨到多少」.
_HOW = regex(
    r"(?:是|又|都)*(?:怎么|怎样|如何|咋)(?:样|个)?(?:调整?|变化?|变动|涨|降|提高?|改|动)(?:了|法)?的?$|有(?:没有|无|什么|啥)(?:调整|变化|变动)$|(?:调|变|涨|降)了(?:没有?|吗)$"
)
_SENTENCE = regex(r"[？?。！!；;，,]")
_FOR_ONE = regex(r"每一?个?[年月天次场人户村亩件]")
_MONEY_NAMED = regex(r"(?:费|款|[补津]贴|补助|奖补|奖励|奖金|工资|标准)(?:标准)?$")
_SORRY = "没有找到同时写明变动前后两个数的内容，只说其中一个会让人误会，所以没有给出。"
_WAYS = ("标准是多少", "每人每月多少钱", "是多少")
_HEAD = regex(r"^(?:的|年度?|里|中|[镇乡县市区局厅](?=[\u4e00-\u9fff]{3}))+")


def both_ends(
    answer: Answer, text: str, whole: AskWhole, read: Callable[..., Named | None], facts_in: FactsIn
) -> Answer:
    """The answer; where both ends of something are asked for, those that its sentence tells."""
    if len(answer.figures) > 1 and any(BEFORE in figure.label for figure in answer.figures):
        return answer
    if (at_once := _at_once(answer, text, whole, read)) is not None:
        return at_once
    if any(BEFORE in figure.label for figure in answer.figures):
        return declined(answer, _SORRY) if _ENDS.search(text) else answer
    named = read(text, placed=True) if "多少" in text or "几" in text else None
    said = _BOTH.match(named.masked.strip("\0 ，,")) if named is not None else None
    if named is None or said is None or len(set(named.bodies)) != 1:
        return answer
    thing = fold(_FOR_ONE.sub("", _HEAD.sub("", said["of"])))
    for way in _WAYS:
        found = whole(f"{named.heads()[0]}{thing}{way}", conversation=aside())
        pairs = list(_pairs(thing, found.citations[:1], facts_in))
        if len({(before.value, after.value, after.unit) for _, before, after in pairs}) == 1:
            return _told(answer, found, *pairs[0])
    money = _MONEY_NAMED.search(said["of"]) is not None
    astray = money and any(figure.unit not in MONEY for figure in answer.figures)
    return declined(answer, _SORRY) if astray or len(answer.figures) == 1 else answer


def _at_once(answer: Answer, text: str, whole: AskWhole, read: Callable[..., Named | None]) -> Answer | None:
    """Both ends, asked for in one go where they were heard as what it was and what it is."""
    said = _ENDS.search(text)
    named = read(text, placed=True) if said is not None else None
    if said is None or named is None or len(set(named.bodies)) != 1:
        return None
    before, behind = text[: said.start()], text[said.end() :]
    apart = _ENDS.search(named.masked)
    near = named.masked[: apart.start()] if apart is not None else ""
    # What stands nearest may not say again who and when is asked of.
    heads = (before, *(f"{named.heads()[0]}{own}" for own in _nearer(near)))
    for head in dict.fromkeys(heads):
        told = whole(f"{head}变动前后是多少{behind}", conversation=aside())
        found = told.status is Status.ANSWERED and len(told.figures) == 2
        if found and any(BEFORE in f.label for f in told.figures) and _is_theirs(told, named):
            return told.model_copy(update={"conversation_id": answer.conversation_id})
    return None


def _is_theirs(told: Answer, named: Named) -> bool:
    """Whether all figures are of the body, and of a year, that is asked of."""
    return all(
        f.entity.startswith(named.bodies[0]) and (not named.years or f.year in named.years)
        for f in told.figures
    )


def _nearer(before: str) -> Iterator[str]:
    """What stands nearest before the two ends: its own sentence, or that before it without how it moved."""
    *earlier, own = (piece.strip() for piece in _SENTENCE.split(before.replace("\0", " ")))
    if len(own) > 1:
        yield own
    elif earlier and (said := _HOW.sub("", earlier[-1])):
        yield said


def _pairs(thing: str, cited: Sequence[Citation], facts_in: FactsIn) -> Iterator[tuple[Citation, Fact, Fact]]:
    """What there was before and what it came to of a thing, in one sentence of the document that was found."""
    for citation in cited:
        facts = [f for f in facts_in(citation.document_id) if reads_in(thing, fold(f.subject.name))]
        for before in (f for f in facts if f.breakdown == BEFORE):
            key = (before.subject, before.unit, before.source.quote)
            ends = [f for f in facts if (f.subject, f.unit, f.source.quote) == key and f.breakdown != BEFORE]
            if len(ends) == 1:
                yield citation, before, ends[0]


def _told(answer: Answer, found: Answer, citation: Citation, before: Fact, after: Fact) -> Answer:
    told = [(f"变动前{label_of(after)}", before), (label_of(after), after)]
    figures = [
        Figure(
            label=label, value=plain(fact.value), unit=unit_of(fact), entity=fact.entity, year=fact.year,
            stage=fact.stage.value, citation=at,
        )
        for at, (label, fact) in enumerate(told)
        if fact.value is not None
    ]  # fmt: skip
    first, last = figures
    ends = f"由 {first.value} {first.unit}变为 {last.value} {last.unit}"
    words = f"{first.entity}{first.year}年度公开资料写明：{last.label}{ends}。"
    update = {
        "status": Status.ANSWERED, "answer": words, "figures": figures, "notes": [], "reason": None, "options": [],
        "citations": [citation_at(citation, fact) for _, fact in told], "plan": found.plan,
    }  # fmt: skip
    return answer.model_copy(update=update)
