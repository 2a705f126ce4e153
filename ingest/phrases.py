"""Words of running text to the accounts that they name, with the money they count (文中科目)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.accounts import label_to_account, label_to_class, strip_ordinal
from ingest.model import Fact, Fund, Subject
from ingest.text import fold

FUND_PREFIX: tuple[tuple[str, Fund], ...] = (
    (r"^政府性基金(?:预算)?(?:财政)?(?:拨款)?", Fund.GOVERNMENT_FUND),
    (r"^国有资本经营(?:预算)?(?:财政)?(?:拨款)?", Fund.STATE_CAPITAL),
    (r"^一般公共预算(?:财政)?(?:拨款)?", Fund.GENERAL),
    (r"^财政拨款", Fund.APPROPRIATION),
)
#: Subjects that a whole phrase names once its fund is taken off.
_WHOLES: dict[str, tuple[str, ...]] = {
    fold(form): names
    for forms, names in (
        (
            "收、支总计|收支总计|收入支出总计|收入、支出总计|收支预算总计|收入支出预算总计|收入、支出预算总计|收入和支出总计",
            ("收入总计", "支出总计"),
        ),
        ("收入|收入预算|收入决算|总收入", ("本年收入合计",)),
        ("支出|支出预算|支出决算|总支出", ("本年支出合计",)),
        ("整体支出总额|单位整体支出总额|部门整体支出", ("本年支出合计",)),
    )
    for form in forms.split("|")
}


@dataclass(frozen=True, slots=True)
class Topic:
    """What the running text is about at one point: subjects and fund, carried from clause to clause."""

    subjects: tuple[Subject, ...] = ()
    fund: Fund = Fund.ALL
    entity: str = ""
    counted: tuple[Subject, ...] = ()


def subjects_of(
    phrase: str, topic: Topic, known: Mapping[str, Subject]
) -> tuple[tuple[Subject, ...] | None, Fund]:
    """Subjects that a phrase names, with their fund; None where it names none."""
    spent = "支出" in phrase
    for text in _variants(phrase):
        for cut in range(max(0, len(text) - 30), max(0, len(text) - 1)):
            found = _named(text[:cut], text[cut:], topic, known)
            if found is not None and not (spent and found[0][0].kind == "收入来源"):
                return found
    return None, topic.fund


def _variants(phrase: str) -> list[str]:
    """A phrase folded, and without what may stand behind a name: 预算数, 支出决算, 合计 …"""
    text = fold(re.sub(r"[(（](?:[类款项]|[^)）]*为准|[^)）]*口径)[)）]", "", phrase_of(phrase)))
    found = [text]
    for suffix in (
        r"(?:预算|决算)?(?:数|总额|金额)$",
        r"(?:支出)?(?:预算|决算)?(?:支出|数|总额|金额|总计|合计|共计)*$",
    ):
        found.append(re.sub(suffix, "", text))
    kept = re.sub(r"(一般公共|基金|经营)预算", r"\1@", text)
    found.append(re.sub(r"预算|决算", "", kept).replace("@", "预算"))
    return list(dict.fromkeys(f for f in found if f))


def _named(
    before: str, name: str, topic: Topic, known: Mapping[str, Subject]
) -> tuple[tuple[Subject, ...], Fund] | None:
    account = label_to_account(name)
    if account is not None and account.kind != "总额":
        own = _fund_of(before + name, Fund.ALL if account.kind == "收入来源" else topic.fund)
        if account.kind == "结转结余" and "财政拨款" in account.name:
            own = Fund.APPROPRIATION
        return (Subject(account.kind, account.name),), own
    if name in known:
        return (known[name],), topic.fund
    if _is_lead(before, topic.entity):
        whole = _whole(name, topic)
        if whole is not None:
            return whole
    named = label_to_class(name)
    return ((Subject("功能分类", named[1], named[0], "类"),), topic.fund) if named else None


def _is_lead(before: str, entity: str) -> bool:
    """Whether what stands before 「支出总计」 is only the body's name: 「政府采购支出总计」 is no total of the body."""
    body = fold(entity)
    generic = re.fullmatch(r"(?:此外|本|我|全|部门|单位|局|年度|年|区|街道|机关|汇总|安排|实现|的)*", before)
    return bool(generic) or body.endswith(before) or (len(body) > 3 and before.endswith(body[-4:]))


def _whole(folded: str, topic: Topic) -> tuple[tuple[Subject, ...], Fund] | None:
    for pattern, fund in (*FUND_PREFIX, (r"^", topic.fund)):
        rest = re.sub(pattern, "", folded, count=1)
        if pattern != "^" and rest == folded:
            continue
        names = _WHOLES.get(rest)
        account = label_to_account(rest)
        if names is None and account is not None and (account.kind in ("总额", "支出结构")):
            names = (account.name,)
        if names is not None and (rest not in ("收入", "支出") or pattern != "^"):
            kinds = [label_to_account(name) for name in names]
            return tuple(Subject(a.kind, a.name) for a in kinds if a), fund
    return None


def _fund_of(folded: str, default: Fund) -> Fund:
    return next((f for p, f in FUND_PREFIX if re.search(p, folded)), default)


def phrase_of(clause: str) -> str:
    """The words that name a figure: without year, base of comparison, ordinals and filler."""
    text = re.split(r"其中[，,：:]?|[（(]其中", clause)[-1]
    text = re.sub(
        r"(?:与|比|较|同)(?:上年|去年|20\d\d年)度?(?:决算数?|预算数?|执行数?)?(?:相比)?[，,]?", "", text
    )
    text = re.sub(r"^.*?20\d\d年度?(?:部门|单位)?", "", text)
    text = strip_ordinal(text.strip("，,、 “”"))
    text = re.sub(r"(?:各|共|均|分别|约|近|达到|达|为|有|是)+$", "", text)
    return re.sub(r"^.*(?:共有|开支|累计|全年共|共完成|共涉及|合计完成|拥有)", "", text) or text


_ITEM = re.compile(r"(?P<item>[^，。；：（(]{2,40})[（(]项[)）]")
_SECTION_ITEM = re.compile(r"(?P<item>[^，。；：（(）)]{2,40})[（(]款[)）]")
_CLASS_ITEM = re.compile(r"(?P<item>[^，。；：（(）)“”\"]{2,40})[（(]类[)）]")


def named_item(text: str, known: Mapping[str, Subject]) -> Subject | None:
    """「…（类）…（款）…（项）」: the classified item that a sentence starts from."""
    item = _ITEM.search(text)
    if item is None:
        return None
    chain = [m["item"] for p in (_CLASS_ITEM, _SECTION_ITEM) if (m := p.search(text))]
    path = tuple(re.sub(r"^.*[）)“\"]", "", strip_ordinal(name)) for name in chain)
    name = re.sub(r"^.*[）)]", "", item["item"])
    for key in (fold("".join((*path, name))), fold("".join((*path[-1:], name))), fold(name)):
        if key in known and known[key].kind == "功能分类":
            return known[key]
    return Subject("功能分类", name, "", "项", path)


def coded_subjects(facts: Sequence[Fact]) -> dict[str, Subject]:
    """Coded subjects of the tables by folded name, by section and name, and by full path; only what is unique."""
    found: dict[str, set[Subject]] = {}
    for subject in {fact.subject for fact in facts if fact.subject.code}:
        for parts in {(subject.name,), (*subject.path[-1:], subject.name), (*subject.path, subject.name)}:
            found.setdefault(fold("".join(parts)), set()).add(subject)
    known: dict[str, Subject] = {}
    for key, held in found.items():
        subjects = sorted(held, key=lambda s: (-len(s.path), s.path))
        functional = [s for s in subjects if s.kind == "功能分类"]
        # 住房公积金 is an item of both classifications; the narrative goes through the functional one.
        if len({s.code for s in functional or subjects}) == 1:
            known[key] = (functional or subjects)[0]
    return known
