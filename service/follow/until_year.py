"""How far a thing had moved by another year than the one told: 「到2023年提高了几分」 (到某年变了多少)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import PHRASE_KINDS, Operation

_UP = "提高|提升|上升|增加|增长|增|涨|升|多|高|改善|扩大"
_DOWN = "下降|降低|降|减少|减|少|低|跌|回落"
_MOVED = rf"(?:{_UP}|{_DOWN}|变化|变动)(?:了|出)?"
_UNTIL = regex(
    rf"^(?:那么?|再|又|而|，)*(?:等|待)?(?:到|至)了?(?P<year>20\d\d|\d\d)年(?:度|底|末|，|又|是|就|总共|一共)*"
    rf"{_MOVED}(?P<much>(?:多少|几)(?:个?百分点|[亿万千百]*[\u4e00-\u9fff]{{0,4}}))?[？?。！!]*$"
)


def until_year(text: str, talk: Talk) -> str:
    """The follow-up as the change of the thing that was told, from its year to the one named; else the text itself."""
    said = _UNTIL.match(text) if talk else None
    last = talk[-1] if talk else None
    if said is None or last is None or len(last.years) != 1 or last.plan.operation is not Operation.LOOKUP:
        return text
    subject, since = last.plan.subject, last.years[0]
    year = int(said["year"]) % 100 + 2000
    if subject is None or subject.kind not in PHRASE_KINDS or not since or year <= since:
        return text
    return f"{year}年{subject.name}比{since}年增减{said['much'] or '多少'}"
