"""「编制多少人」 is of all posts: those of one sort are told only where the sort is said (编制与人员的分类)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Fact
from ingest.patterns import regex
from service.asked_once import asked_once
from service.figures.held import HeldFacts, once

_ASKED = regex(r"编制|实有|在[职编岗]|人员|职工|(?:多少|几)个?人|几名|多少名")
SORT_OF_POSTS = regex(
    r"(政法|行政|事业|参公|工勤|参照公务员|机关|离休|退休)[^，]{0,6}?(?:编制|人员|职工|在职)"
)


@asked_once("facts")
def of_all_sorts(text: str, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The facts without counts of posts or people of a sort that the question does not say."""
    if not _ASKED.search(text):
        return facts
    counted = once(facts, of_all_sorts, lambda: [f for f in facts if f.subject.kind == "业务量"])
    unsaid = {id(f) for f in counted if _is_unsaid(f.subject.name, text)}
    return HeldFacts(f for f in facts if id(f) not in unsaid) if unsaid else facts


#: Staff of a unit by its name: 「县文化馆在职人员」.
_OF_UNIT = regex(
    r"^(?P<unit>[\u4e00-\u9fff]{4,}(?:中心|俱乐部|办公室|编辑部|招待所|大队|支队|[校院馆所站团社园队]))(?:在职|在编|退休|离休|聘用|编外)*(?:教?职工|人员|教师|干部)$"
)
_LEAST = 4


def _is_unsaid(name: str, text: str) -> bool:
    of_unit = _OF_UNIT.match(name)
    if of_unit is not None:
        ends = (of_unit["unit"][-size:] for size in range(_LEAST, len(of_unit["unit"]) + 1))
        return not any(end in text for end in ends)
    sort = SORT_OF_POSTS.search(name)
    return sort is not None and sort[1] not in text


#: A sort of staff or posts, of which a body has others beside it.
ONE_SORT = regex(r"政法|行政(?!单位人员)|事业|参公|工勤|聘[用任]|离休|退休|编外")


def of_another_sort(content: str, name: str) -> bool:
    """Whether staff of one sort is asked for and a name tells of another: 「行政人员」, 退休人员."""
    asked, told = (set(ONE_SORT.findall(words)) for words in (content, name))
    return bool(asked and told) and not asked & told


#: Those who have something are asked for by what they have, ``of``: 博士 of 具有博士学位的.
HOLDERS = regex(
    r"^(?:具有|拥有|具备|取得|获得?|持有?)(?P<of>[\u4e00-\u9fff]{2,8}?)(?:学位|学历|职称|资格|证书?)(?:的|人员|职工|教师|人)*$"
)
