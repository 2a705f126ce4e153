"""Why of an account whose own statement gives none: it is told of the same money by its other name, or among the
reasons for all the money (他处之因).

Of what is paid to people the functional item and the economic one are the same money; a text tells of either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.model import Plan, Quote, Term
from service.text.asked import Asked
from service.text.concepts import Concept
from service.text.given import ALL_MONEY, REASON, Given, given_in
from service.text.lexical import Index
from service.text.reasons import goes_against, reasons
from service.text.sentences import to_quote

#: The same money by its economic item, and by the functional items that it is told of under.
_TWINS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("抚恤金", ("死亡抚恤", "伤残抚恤")),
    ("职业年金缴费", ("机关事业单位职业年金缴费支出",)),
    ("机关事业单位基本养老保险缴费", ("机关事业单位基本养老保险缴费支出",)),
    ("职工基本医疗保险缴费", ("行政单位医疗", "事业单位医疗")),
    ("公务员医疗补助缴费", ("公务员医疗补助",)),
    ("退休费", ("行政单位离退休", "事业单位离退休", "归口管理的行政单位离退休")),
    ("离休费", ("行政单位离退休", "事业单位离退休", "归口管理的行政单位离退休")),
)
#: What stands around the word that names an account: 职业年金缴费 is 职业年金 in running text.
_AROUND = regex(r"^(?:机关事业单位|其他)|[（(][^（）()]*[)）]|(?:缴费|支出|经费|费用|费|资金)+$")
_ITEM = regex(r"[；;。]|[，,](?=其[一二三四五])|(?=[一二三四五六七八九]是)|[（(]\d[)）]")
_LEAST = 2
#: Kinds whose names every reason has in passing.
_OF_ALL = ("总额", "支出结构", "收入来源")


def reason_elsewhere(plan: Plan, asked: Asked, index: Index) -> Quote | None:
    """The statement of the same money by its other name, with its reason; else the one list of reasons for all the
    money in which an item names the account."""
    subject = plan.subject
    if subject is None or plan.assumed or subject.kind in _OF_ALL:
        return None
    for twin in _twins(fold(subject.name)):
        meant = replace(plan, subject=Term(twin, subject.kind))
        if (told := reasons(meant, _also_called(asked, fold(subject.name), twin), index)) is not None:
            return told
    return _among_reasons(fold(_AROUND.sub("", _AROUND.sub("", subject.name))), asked, index)


def _twins(name: str) -> Iterator[str]:
    for economic, functional in _TWINS:
        if name == economic:
            yield from functional
        elif name in functional:
            yield economic


def _also_called(asked: Asked, name: str, twin: str) -> Asked:
    """What is asked, with the other name beside the one that was said."""
    concepts = (
        Concept((*c.forms, twin)) if c.forms[0] in name or name in c.forms else c for c in asked.concepts
    )
    return replace(asked, concepts=tuple(concepts))


def _among_reasons(core: str, asked: Asked, index: Index) -> Quote | None:
    """The statement on all the money one of whose reasons names the account; None where several do differently."""
    if len(core) < _LEAST:
        return None
    found: dict[str, Given] = {}
    for given in given_in(index):
        whole = bool(given.own) and ALL_MONEY.match(given.own[0]) is not None
        items = [item for item in _items(given) if core in item]
        if items and (whole or _SPENT.search(given.context)) and not goes_against(asked.text, given.context):
            found.setdefault(items[0], given)
    return to_quote(next(iter(found.values())).sentences) if len(found) == 1 else None


def _items(given: Given) -> list[str]:
    """The reasons of a statement one by one, folded."""
    text = "".join(sentence.text for sentence in given.sentences)
    because = REASON.search(text)
    return [fold(item) for item in _ITEM.split(text[because.start() :])] if because else []


#: All that came in or went out, as a statement of it opens.
_SPENT = regex(
    r"(?:收入?、?支出?|收入|支出)(?:决算|预算)?(?:总计|合计|总额)|(?:支出|收入)(?:增长|增加|减少|下降)的?(?:主要)?$|商品和服务支出|工资福利支出"
)
