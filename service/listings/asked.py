"""What is asked of a list and what it makes: a row's figure, the most, how far apart, together, which (问清单).

Asked only where nothing else answered: the first look at a question goes by accounts, and these rows are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.follow.conversation import Talk
from service.listings.columns import column_of, winner_of
from service.listings.listing import FactsIn, Item, Listing, listings_of
from service.listings.ordered import order_of
from service.listings.said import Named, Said, read_said
from service.listings.worked import Maker
from service.model import Declined, Evidence, Plan, Reason, Term

#: Reasons for which a list may still answer: nothing was known of it, or several rows had the name that was known.
_OPEN = (Reason.LOW_CONFIDENCE, Reason.NOT_DISCLOSED, Reason.AMBIGUOUS)
#: What is asked beyond what a list prints.
_ELSE = regex(
    r"为什么|为啥|为何|原因|怎么[回会]|比(?:上|去|前)一?年|同比|环比|增[长加减]|减少|下降|上升|变化|平均|人均|每[个人台套]|超过|大于|小于|不足|以上|以下|中小|小微|结余|结转|用途|干什么|干啥|依据"
)
_GAP = regex(
    r"相?差|[多少高低大贵][出了]?(?:多少|几)|哪[个家所样项][^，。？]{0,6}(?<!最)[多少高低大贵](?!少)|谁[^，。？]{0,4}(?<!最)[多少高低大贵](?!少)"
)
_SUM = regex(r"一共|总共|共计|合计|合起来|加起来|加在一起|合在一起|再?加上|总和|[总共](?=花|要|有|多少)")
#: More than one is to be added up, whatever is found.
_ADDED = regex(r"合起来|加起来|加在一起|合在一起|再?加上|两[者个样]|[三四五六]样")
_SHARE = regex(r"占|比重|比例|几成|百分之")
_LIST = regex(r"哪|什么|啥|咩|清单|明细|列|分别")
_COUNT = regex(r"(?:几|多少)(?:个|项|样|种|笔|家|所|件)")
_TURNED_BACK = regex(r"^(?:那么?|再)*(?:跟|和|与|同|比|较|加上|加)")
#: A thing that is bought, by how it is asked for and how a list of such is headed.
_BUYING, _BOUGHT = regex(r"[购买]|采购|贵|便宜"), regex(r"采购|购置|配置|购买")
_SORTS = ("货物", "工程", "服务")


def in_listing(
    evidence: Evidence | Declined, plan: Plan, sources: Sources, facts_in: FactsIn, talk: Talk = (),
    among: Sequence[str] = (),
) -> Evidence | Declined:  # fmt: skip
    """What a list of the documents tells where nothing else did; the refusal where none does, or two differ.

    ``talk`` is what was asked before, ``among`` are units of a department that are asked about together.
    """
    before = talk[-1].plan if talk else None
    text = "，".join(fold(part) for part in (plan.parted or plan.text).split("，"))
    if not isinstance(evidence, Declined) or evidence.reason not in _OPEN or _ELSE.search(text):
        return evidence
    if plan.stage is None and before is not None and _TURNED_BACK.search(text):
        plan = replace(plan, stage=before.stage)
    told = []
    for listing in listings_of(sources, facts_in):
        about = _meant_already(listing, text, sources, before, among)
        said = read_said(text, listing, _own(sources), about)
        if said is None or not _is_meant(listing, said, text):
            continue
        maker = Maker(listing, plan, sources.body.name, sources.body.within or sources.body.name)
        if (made := _made(listing, said, text, plan, maker)) is not None:
            told.append((said.headed, made))
    most = max((headed for headed, _ in told), default=0)
    best = [made for headed, made in told if headed == most]
    first = {tuple((f.value, f.unit) for f in made.findings) for made in best}
    return best[0] if len(first) == 1 else evidence


def _own(sources: Sources) -> str:
    body = sources.body
    return fold("".join((body.region, body.name, body.within, *body.names)))


def _meant_already(
    listing: Listing, text: str, sources: Sources, before: Plan | None, among: Sequence[str]
) -> list[str]:
    """Rows that are meant without being named: the units that are asked about, what was spoken of before."""
    units = among or ([sources.body.name] if sources.body.within else [])
    rows = {fold(item.name) for item in listing.items}
    meant = [name for name in units if fold(name) in rows]
    spoken = before.subject if before is not None and _TURNED_BACK.search(text) else None
    if isinstance(spoken, Term) and fold(spoken.name) in rows and fold(spoken.name) not in text:
        meant.append(spoken.name)
    return meant


def _is_meant(listing: Listing, said: Said, text: str) -> bool:
    """Whether a question speaks of a list: of its rows, columns or heading, or of things bought, of projects."""
    if said.named or said.columns or said.headed > 2:
        return True
    bought = _BUYING.search(text) and _BOUGHT.search(listing.above + listing.key)
    return bool(bought) or ("项目" in text and "项目" in listing.key)


def _made(listing: Listing, said: Said, text: str, plan: Plan, maker: Maker) -> Evidence | None:
    """What a list makes of a question: the first way that it asks for and that can be gone."""
    single = _single(said.named)
    group = _group(listing, said.named)
    column = column_of(listing, said, group or single, plan, text)
    order = order_of(text, plan)
    if order is not None:
        among = single if len(single) > 1 else group
        counted = said.rows in (0, len(among), order.count)
        return maker.ranked(among, column, order) if column and counted else None
    if _GAP.search(text):
        return maker.apart(single[0], single[1], column) if column and len(single) == 2 else None
    several = single if len(single) > 1 else group
    if said.rows > 1 and said.rows != len(several):
        return None
    if _SHARE.search(text):
        return maker.share(group[0], column) if column and len(group) == 1 else None
    if (_SUM.search(text) and said.named and len(several) > 1) or _ADDED.search(text):
        return maker.summed(several, column) if column and said.named and len(several) > 1 else None
    if (label := winner_of(listing, text)) != "":
        return maker.words_of(group[0], label, column) if len(group) == 1 and label != "?" else None
    if len(group) == 1 and column:
        return maker.one(group[0], column)
    if len(single) > 1 and column:
        return maker.each(single, column)
    return _listed(said, group, text, maker) if not column or not said.columns else None


def _listed(said: Said, group: Sequence[Item], text: str, maker: Maker) -> Evidence | None:
    """The rows that have a word in a column of theirs, which ones or how many."""
    filtered = [one for one in said.named if one.by != maker.listing.key]
    if not filtered or len(filtered) < len(said.named) or not group:
        return None
    if _LIST.search(text) or _COUNT.search(text):
        return maker.rows(group, "、".join(one.word for one in filtered))
    return None


def _single(named: Sequence[Named]) -> list[Item]:
    """The rows that are named one by one; none where a word names several."""
    items = [one.items[0] for one in named if len(one.items) == 1]
    return list({id(i): i for i in items}.values()) if len(items) == len(named) else []


def _group(listing: Listing, named: Sequence[Named]) -> list[Item]:
    """The rows that all words together name; all where nothing names any."""
    return [i for i in listing.items if all(any(i is own for own in one.items) for one in named)]
