"""Posts and the people who fill them: how many of both, what share is filled, how many are free (编制与在职)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Fact, Measure
from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.figures.ratios import rounded
from service.model import Evidence, Finding, Operand, Plan
from service.things.sorts_of_posts import ONE_SORT, SORT_OF_POSTS

_FILLED = regex(r"在[职编岗]|实有|实际|现有|人员|人数|的人")
_SHARE = regex(
    r"占(?:到|了|全部|总|核定)*编制|编制(?:数|总数)?的?(?:使用率|利用率|满编率)|满编率|编制[^，。？]{0,8}(?:百分之|比例|几成)"
)
_FULL = regex(r"(?:坐|用|占|招|编)满|满(?:编|员|了?没)|用足|用完|[超缺空]编")
_FREE = regex(
    r"编制数?和[^，。？]{0,8}(?:在职|实有)[^，。？]{0,6}相差|(?:[空缺剩余]|空余|空缺|富余|还有|还差)[^，。？]{0,4}(?:多少|几)[^，。？]{0,3}编制?|编制[^，。？]{0,6}(?:[空缺剩余差])[^，。？]{0,3}(?:多少|几)|[超缺空]编(?:了)?(?:多少|几)|(?:满编|满员|超编|编制)[^。？]{0,8}(?:[缺差空](?:了|着)?(?:多少|几)|还少|少(?:了|着)?(?:多少|几)[个名]?人)"
)
_BOTH = regex(r"(?:多少|几|各|分别|[和与跟、])")
#: Those on the posts of one sort, said as one thing: 「行政编制实有人数」.
_ON_THEM = regex(
    r"编制(?:人员|人数|数)?的?(?:年末|年底|现在|目前)?(?:实有|实际在[编岗职]|实际有|在职|在岗|现有)"
)
#: And yet both are asked for: 「编制实有各多少」, 「编制现有多少，核定多少」.
_SAID_APART = regex(r"各(?:有|是|为)?(?:多少|几)|分别|核定|总编|定编")
_TOTAL = regex(r"编制总(?:人)?数|总编制数?|编制总[量额]|核定编制数?")
_PEOPLE = regex(r"实有|在职|在编|在岗|现有|实际")
#: Which of the units, of all of which the department's own figures tell nothing.
_AMONG_UNITS = regex(
    r"哪[个些几]?[家个]?[^，。？]{0,4}(?:单位|学校|中心|医院)|(?:单位|学校|中心|医院)[^，。？]{0,4}(?:有|是)?哪"
)
#: Counts of posts, and of the people on them; none of the others.
_POSTS = regex(r"编制(?:总?人?数|总[量额])?$")
_ON_POSTS = regex(r"(?:实有|在职|在编|现有)")
_OTHERS = regex(r"编外|聘用|离休|退休|空缺|范围|遗属|临时|经费")


def staffing(plan: Plan, sources: Sources) -> Evidence | None:
    """What is asked of posts and people together; None where it is not, or the year's documents lack one of them."""
    text = fold(plan.text)
    if "编" not in text:
        return None
    if _AMONG_UNITS.search(text) or plan.base_year is not None:
        return None
    share, free = _asks_share(text), _FREE.search(text) is not None
    full = _FULL.search(text) is not None
    both = "编制" in text and _PEOPLE.search(text) is not None and _BOTH.search(text) is not None
    if both and text.count("编制") == 1 and _ON_THEM.search(text) and not _SAID_APART.search(text):
        both = False
    if not (share or free or full or both or _TOTAL.search(text)) or ("占" in text and not share):
        return None
    for facts in _by_document(plan, sources):
        posts = _sole([f for f in facts if _POSTS.search(f.subject.name) and not _is_people(f)], text)
        people = _people(facts, text, share or free or full)
        if posts is None or (people is not None and not _of_one_sort(people, posts, facts)):
            continue  # people of one sort alone fill not all posts, nor all people those of one sort
        if people is not None and (share or free or full):
            return _held_against(posts, people, sources.body.name, free)
        if people is not None or (_TOTAL.search(text) and not (share or free or full)):
            told = [posts, *([people] if people is not None and both else [])]
            return Evidence(tuple(_finding(f, sources.body.name) for f in told))
    return None


def _by_document(plan: Plan, sources: Sources) -> list[list[Fact]]:
    """The counts of posts and people in each document: those of the year's own, then such as tell of the year."""
    own = {d.id for d in sources.documents if plan.year in (None, d.year)}
    found: dict[str, list[Fact]] = {}
    for fact in sources.facts:
        if _counts(fact) and (fact.document_id in own or fact.year == plan.year):
            found.setdefault(fact.document_id, []).append(fact)
    return [found[key] for key in sorted(found, key=lambda key: key not in own)]


def _asks_share(text: str) -> bool:
    said = _SHARE.search(text)
    if said is None or said[0].endswith("率"):
        return said is not None
    return _FILLED.search(text[: said.start()] if "占" in said[0] else text) is not None


def _counts(fact: Fact) -> bool:
    people = fact.unit in ("人", "名", "个") and fact.measure is Measure.COUNT and bool(fact.value)
    return people and not _OTHERS.search(fact.subject.name)


def _is_people(fact: Fact) -> bool:
    """Whether a count is of people, by its name or as a part of those there are: 「实有91人，其中行政36人」."""
    name, quote = fact.subject.name, fact.source.quote
    if _ON_POSTS.search(name):
        return True
    within = re.search(
        rf"(?:实有|在职|现有)[^。；]*?其中[^。；]*?{re.escape(name)}\s*{plain(fact.value or Decimal(0))}",
        quote,
    )
    return within is not None and ONE_SORT.search(name) is not None


def _sort(fact: Fact) -> str:
    said = SORT_OF_POSTS.search(fact.subject.name)
    bare = ONE_SORT.search(fact.subject.name) if said is None and _is_people(fact) else None
    return said[1] if said else bare[0] if bare else ""


def _people(facts: Sequence[Fact], text: str, on_posts: bool) -> Fact | None:
    """Those counted by the word that the question says; where posts are held against them, those who hold one."""
    held = [f for f in facts if _is_people(f)]
    words = ["在编"] if on_posts else _PEOPLE.findall(text)
    return _sole([f for f in held if any(w in f.subject.name for w in words)] or held, text)


def _of_one_sort(people: Fact, posts: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the people are of the sort that the posts are for; posts of the only sort there is may be all."""
    if _sort(people) or not _sort(posts):
        return _sort(people) == _sort(posts)
    return len({f.subject.name for f in facts if _POSTS.search(f.subject.name)}) == 1


def _sole(held: Sequence[Fact], text: str) -> Fact | None:
    """The one count of the sort that is said, of all sorts where none is; None where several differ."""
    said = [f for f in held if _sort(f) and _sort(f) in text]
    whole = [f for f in held if not _sort(f)]
    found = said or whole or held
    return found[0] if len({f.value for f in found}) == 1 else None


def _finding(fact: Fact, body: str) -> Finding:
    name = fact.subject.name
    return Finding(name, fact.value or Decimal(0), fact.unit, Measure.COUNT, fact.year, "",
                   (Operand(name, fact),), printed=fact, entity=body)  # fmt: skip


def _held_against(posts: Fact, people: Fact, body: str, free: bool) -> Evidence:
    """The share of the posts that is filled, and how many are free or too many."""
    one, other = people.value or Decimal(0), posts.value or Decimal(0)
    operands = (Operand(people.subject.name, people), Operand(posts.subject.name, posts))
    ratio = rounded(one / other * 100)
    working = f"{plain(one)} ÷ {plain(other)} × 100% = {ratio}%"
    share = Finding("在职人数占编制数的比重", ratio, "%", Measure.SHARE, people.year, "", operands, working,
                    entity=body)  # fmt: skip
    left = abs(other - one)
    word = "空" if other >= one else "超出"
    apart = Finding(f"{word}编人数", left, people.unit, Measure.COUNT, people.year, "", operands[::-1],
                    f"{plain(max(one, other))} − {plain(min(one, other))} = {plain(left)}", entity=body)  # fmt: skip
    counts = "，".join(f"{f.subject.name} {plain(f.value or Decimal(0))} {f.unit}" for f in (posts, people))
    told = (
        f"{body}{people.year}年{counts}，"
        f"占编制的 {plain(ratio)}%（{working}），{word} {plain(left)} {people.unit}。"
    )
    first = (apart, share) if free else (share, apart)
    return Evidence((*first, _finding(people, body), _finding(posts, body)), told=told)
