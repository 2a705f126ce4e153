"""Words that name things apart: of a name with 住校, the question must not say 在校 (互斥之词)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.model import Fact
from ingest.patterns import regex
from ingest.text import fold
from service.things.swapped import swapped

#: The same of whole kinds: what a sentence says of 公办学校 holds of all the parts that it tells.
_KINDS = tuple(
    (regex(one), regex(other))
    for one, other in (
        ("公办|公立", "民办|私立|民营"),
        ("居民(?:医保|基本|医疗|养老)", "职工(?:医保|基本|医疗|养老)"),
    )
)
#: Words that name things apart: of a name that has one, the question must not say another.
_CONTRARY: tuple[tuple[str, ...], ...] = (
    ("小微", "中小", "大型"),
    ("上半年", "下半年"),
    ("地上", "地下"),
    ("城镇", "农村"),
    ("国内", "国外", "国（境）外", "外宾", "外事"),
    ("新建", "改建", "续建"),
    ("男", "女"),
    ("一季度", "二季度", "三季度", "四季度"),
    ("在职", "离退休", "退休"),
    ("在职", "在编", "编外"),
    ("在校", "住校", "离校"),
    ("专任", "兼任"),
    ("行政编制", "事业编制"),
    ("购买服务", "政府采购"),
)


#: Words without which a name is of something else: the floor area is none of that below ground, nor is a 博士生 one
#: of those who have become 博士.
_NEEDED = ("地上", "地下", "室内", "室外", "博士生", "博士后", "硕士生", "博导")


def contrary(content: str, name: str) -> bool:
    """Whether the question says one of two words that exclude each other, and the name the other, or not the one."""
    if any(word in content and word not in name for word in _NEEDED) or swapped(content, name):
        return True
    if of_other_kind(content, name):
        return True
    if _BY_WHICH.search(name) and not _MORE_OR_LESS.search(content):
        return True  # by how many there are more of them is not how many there are
    if _CARS_MOVED.match(name) and not _MOVED.search(content):
        return True  # the cars bought this year are not those that there are
    if _LACKING.search(name) and not re.search("[缺空差少减销消]", content):
        return True  # the doctors that are wanting, and those struck off, are none that there are
    if (
        _ALL_POSTS.fullmatch(name)
        and _SORT_OF_POSTS.search(content)
        and "编" not in _SORT_OF_POSTS.sub("", content)
    ):
        return True  # all posts are none of the posts of one sort
    for words, said in _said_of_pairs(content):
        named = {w for w in words if w in name}
        if named and not said & named:
            return True
    return False


_ALL_POSTS = regex(r"(?:核定|人员|单位|总)*编制(?:数|总数|人数)?")
_SORT_OF_POSTS = regex(r"(?:编制(?:里面?|当?中|内))?(?:行政|事业|工勤|参公)编制?")
_BY_WHICH, _MORE_OR_LESS = regex(r"(?:增加|减少|净增|净减|增长|下降)$"), regex("[增减多少升降涨跌]")
_LACKING = regex("缺口|缺编|缺额|缺员|空编|空缺|核减|核销|取消|注销")
_MOVED = regex(r"[购买置换添新增废卖]|处置|租")
_CARS_MOVED = regex(r"(?:年内|当年|本年)?(?:购置|更新|新购|新增|报废|处置)[\u4e00-\u9fff]{0,8}车辆?$")


def of_other_kind(content: str, lead: str) -> bool:
    """Whether what leads to a number tells only of the other kind: 公办 where 民办 is asked for."""
    sides = (pair for row in _KINDS for pair in (row, row[::-1]))
    return any(
        one.search(content) and not other.search(content) and other.search(lead) and not one.search(lead)
        for one, other in sides
    )


#: What a rate is of stands right before it: 床位 of 床位使用率.
_RATE = regex(r"(?P<of>[\u4e00-\u9fff]{2})[ 的]*(?P<rate>[\u4e00-\u9fff]{2}率)$")


def of_another_rate(content: str, name: str, fact: Fact) -> bool:
    """Whether a rate is asked for and one of the same end is of another thing: 床位使用率, 档案使用率."""
    said = _RATE.search(content)
    if said is None or not name.endswith(said["rate"]) or said["of"] in name:
        return False
    return said["of"] not in fold(f"{''.join(fact.subject.path)}{fact.source.quote}{fact.source.table}")


def line_named(content: str, facts: Iterable[Fact]) -> str:
    """The number of a hotline that a question says and some thing has in its name: 「12345的投诉」 is of no other;
    empty where there is none."""
    said = _LINE.search(content)
    return said[0] if said and any(said[0] in f.subject.name for f in facts) else ""


_LINE = regex(r"(?<!\d)1[12]\d{3}(?!\d)")


def no_people(content: str, unit: str) -> bool:
    """Whether people are counted where none are asked for: 「几个行政单位」, 「多少个社区」 are told in no 人."""
    return unit.removeprefix("万") in ("人", "名", "人次") and not _PEOPLE.search(content)


_PEOPLE = regex(
    r"[人员工师生兵者民警医孩童编岗职休党老户]|干部|代表|专家|名额|对象|群众|委员|领导|局长|家属|妇女|司机|保安|编外|[博硕学]士|[高中]级|职称"
)


@lru_cache(maxsize=256)
def _said_of_pairs(content: str) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """The rows of words that exclude each other of which the question says any, with those that it says."""
    told = ((words, frozenset(w for w in words if w in content)) for words in _CONTRARY)
    return tuple((words, said) for words, said in told if said)


#: What is done with any case that comes in, by which none of them is told from the others.
HANDLED = regex("处理|办理|受理|处置|协调|接收|完成|开展|办结")


def by_verb_alone(content: str, name: str) -> bool:
    """Whether a name has no more of the content than such a verb (特级处理), and the content names a thing besides."""
    thing = HANDLED.sub(" ", content)
    if thing == content or not any(len(piece) > 1 for piece in thing.split()):
        return False
    return not any(thing[at : at + 2] in name for at in range(len(thing) - 1))
