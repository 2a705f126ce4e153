"""Money paid to others than the account says: 「给退役军人发护理补贴」 is no 残疾人护理补贴 (补给谁).

Where both the question and the name of the account say who is paid, they must be the same people.
"""

from __future__ import annotations

from ingest.patterns import regex
from ingest.text import fold
from service.model import Term

_WHO = r"残疾人|老年人|老人|退役军人|军人|儿童|孤儿|学生|妇女|村民|农民|居民|教师|职工|干部|高龄|失独|遗属|低保|特困"
_PAID = regex(
    rf"(?:给|为|向|对)(?P<who>[\u4e00-\u9fff]{{0,4}}?(?:{_WHO})[\u4e00-\u9fff]{{0,2}}?)们?(?:发放?|支付|补助?|拨)"
)
_PEOPLE = regex(_WHO)


def other_recipient(text: str, subject: Term | None) -> tuple[str, ...]:
    """Who is said to be paid, where the account's own name says others; none where it names nobody or the same."""
    said = _PAID.search(text)
    own = _PEOPLE.findall(fold(subject.name)) if subject is not None else []
    if said is None or not own or any(who in said["who"] for who in own):
        return ()
    return (said["who"],)
