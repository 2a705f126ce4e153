"""What a question says again in other words, and what it says of the asker's place (另说、住处).

「事业收入，也就是看病收的钱，多少」 and 「看病收的钱（事业收入）多少」 ask of 事业收入;
「我家住榆荫路边上，这路啥时候修好」 asks of 榆荫路.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.accounts import ACCOUNTS
from ingest.patterns import regex
from service.read.vocabulary import ITEMS

#: A piece that says again what stands before it.
_AGAIN = regex(
    r"(?P<before>[^，,。？?]*)[，,](?:也就是说?|就是说|说白了(?:就是|，)?|换句话说(?:就是)?|通俗(?:地|点)?说(?:就是)?|俗称|即)"
    r"(?P<gloss>[^，,。？?多几]{2,24})(?=[，,])"
)
#: The account by its name behind the daily words for it: 「买纸笔文具这些，就是办公费那一项」.
_NAMED_BEHIND = regex(
    r"[，,](?:说的)?(?:也就是|就是|即|指的是)(?:那个)?(?P<name>[\u4e00-\u9fff“”]{3,14}?)(?P<stage>预算|决算)?(?:的?[这那]一?[项块笔个](?:钱|科目|支出|开支)?|科目)?"
    r"(?=[，,。？?]|$)"
)
#: Daily words at the end of what stands before it: how much is spent on what, or the money for something.
_DAILY = regex(
    r"(?P<plan>打算|准备|计划|预计)?(?:要|会|得)?(?:花|用|拨|拿|掏|安排|留)(?:了|出|掉)?(?P<asks>(?:多少|几个?)(?:钱|万元|万|元)?)(?:来|去)?[^，,。？?]{2,16}$"
    r"|(?<=[年家局厅委院办心道镇乡县市区处站所校会])[^，,。？?年家局厅委院办心道镇乡县市区处站所校]{1,8}?的?(?:钱|开支|开销|花费|花销)$"
)
#: Where the asker lives or works, in a piece of its own.
_PLACE = regex(
    r"^(?:我们?|俺|咱们?)?(?:家|单位|公司|店|爸妈|父母)?(?:就|刚好|正好|都)?(?:住|在|挨着|开在|上班在)(?:在)?(?:了)?"
    r"(?P<place>[\u4e00-\u9fff]{1,8}?(?P<kind>路|街|巷|大道|桥|公园|广场|小区|学校|医院|村|河|市场|车站|社区))"
    r"(?:边上?|旁边?|附近|隔壁|对面|那边|那儿|这边|跟前|上)?[，,。]"
)
#: Daily words for money between a mark or a year and an account in brackets: 「看病收的钱（事业收入）」.
_IN_BRACKETS = regex(
    r"(?P<lead>^|[，,。？?]|(?<!\d)(?:20)?\d\d年度?的?|[〇零一二三四五六七八九]{2,4}年度?的?)(?P<said>[^，,。？?（()）和与跟及加、减比占多几\d]{2,16}"
    r"(?:钱|款|进账|进项|开支|开销|花销|花费|那一?[块项笔]|这一?[块项笔]))[（(](?:就是|也就是|即|也叫)?(?P<name>[^（()）]{3,14})[)）]"
)


def without_gloss(text: str) -> str:
    """The question without what only says an account's name again, and with the place that it points at by 这路."""
    text = _IN_BRACKETS.sub(lambda m: m["lead"] + m["name"] if m["name"] in _names() else m[0], text)
    again = _AGAIN.search(text)
    if again is not None and any(name in again["before"] for name in _names()):
        text = text[: again.end("before")] + text[again.end("gloss") :]
    text = _by_name_behind(text)
    place = _PLACE.match(text)
    if place is None:
        return text
    rest = text[place.end() :]
    pointed = re.compile(rf"[这那]一?[条座个所家]?{place['kind']}")
    return pointed.sub(place["place"], rest, count=1) if pointed.search(rest) else text


def _by_name_behind(text: str) -> str:
    """The question with an account's own name for the daily words that it explains."""
    behind = _NAMED_BEHIND.search(text)
    if behind is None or behind["name"] not in _names():
        return text
    said = _DAILY.search(text[: behind.start()])
    if said is None or any(name in said[0] for name in _names()):
        return text
    asks = f"{said['plan'] or ''}{'是' if said['asks'] else ''}{said['asks'] or ''}"
    return f"{text[: said.start()]}{behind['name']}{behind['stage'] or ''}{asks}{text[behind.end() :]}"


@cache
def _names() -> tuple[str, ...]:
    names = (*(account.name for account in ACCOUNTS), *(name for name, _ in ITEMS))
    return tuple(name for name in names if len(name) > 2)
