"""Money paid to others than the account says: 「给退役军人发护理补贴」 is no 残疾人护理补贴 (补给谁).

Where both the question and the name of the account say who is paid, they must be the same people.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.model import Term

_WHO = r"残疾人|老年人|老人|退役军人|军人|儿童|孤儿|学生|妇女|村民|农民|居民|教师|职工|干部|高龄|失独|遗属|低保|特困"
_PAID = regex(
    rf"(?:给|为|向|对)(?P<who>[\u4e00-\u9fff]{{0,4}}?(?:{_WHO})[\u4e00-\u9fff]{{0,2}}?)们?(?:发放?|支付|补助?|拨)"
)
_PEOPLE = regex(_WHO)


#: Who is given it, right before its name: 「给伤残职工的抚恤金」; those whom everything is for narrow nothing.
_GIVEN = regex(r"(?:给|补给|发给|付给)(?P<who>[\u4e00-\u9fff]{2,12}?)(?:发放?)?的$")
_ANYBODY = regex(r"在职|在岗|在编|正式|全体|群众|老?百姓|市民|大家|老乡|居民|住户|公众|社会")


def other_recipient(
    text: str, subject: Term | None, said: str = "", rest: Sequence[str] = ()
) -> tuple[str, ...]:
    """Who is paid, where the account's own name says others, or where that is not understood (``rest``).

    ``said`` is how the account is called in the ``text``.
    """
    given = _GIVEN.search(text.partition(said)[0]) if said else None
    if given is not None and not _ANYBODY.search(given["who"]) and any(run in given["who"] for run in rest):
        return (given["who"],)
    paid = _PAID.search(text)
    own = _PEOPLE.findall(fold(subject.name)) if subject is not None else []
    if paid is None or not own or any(who in paid["who"] for who in own):
        return ()
    return (paid["who"],)
