"""Sentences to facts: amounts, shares, changes, budget against outcome and counts in running text (文中数字)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.accounts import label_to_account, label_to_class, strip_ordinal
from ingest.cells import TOTAL, About
from ingest.model import Box, Fact, Flow, Fund, Measure, Origin, Paragraph, Section, Source, Stage, Subject
from ingest.numbers import MONEY, to_yuan
from ingest.sections import sentences
from ingest.text import fold

#: Breakdown of a figure that is printed as rough (10,650余).
ROUGH = "约数"
#: Breakdown of a change that is printed in words only (持平).
LEVEL = "持平"

_NUMBER = re.compile(
    r"(?P<value>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?P<rough>余)?(?P<unit>亿元|百万元|万元|千元|元|%|个百分点"
    r"|台[（(]套[）)]|万平方米|平方米|平方公里|公里|万吨|吨|分(?!之)|座|人次|批次|团组|辆|台|套|人|个|次|件|篇|户|份|家|项|批|处|期|场|条|名|所|万(?=[（(，。；]))?"
)
_UP = r"增加|增长|提高|上升|上涨|多"
_DOWN = r"减少|下降|降低|压减|减低|少"
_CHANGE = re.compile(rf"(?P<up>{_UP})?(?P<down>{_DOWN})?(?:[(（](?:{_UP}|{_DOWN})[)）])?了?(?:约|为)?$")
_REASON = re.compile(r"原因|主要(?:是|由于)|由于|其中一是")

#: What words straight before a number say it measures; tried from the top.
_STAGES: tuple[tuple[str, Stage], ...] = (
    (r"年初预算(?:数|安排)?(?:总?金?额)?[为是]?$", Stage.INITIAL_BUDGET),
    (r"(?:全年预算|调整预算|调整后预算)(?:数|总额)?[为是]?$", Stage.ADJUSTED_BUDGET),
    (r"(?:支出决算|决算)(?:数|总额)?[为是]?$", Stage.FINAL_ACCOUNTS),
    (r"(?:实际执行数?|执行数?)[为是]?$", Stage.EXECUTION),
    (r"(?:年)?预算(?:数|批复|安排)?[为是]?$", Stage.BUDGET),
)
_PERCENTS: tuple[tuple[str, Measure], ...] = (
    (r"(?:完成|执行率|执行)[^，。；]{0,14}$", Measure.COMPLETION),
    (r"占[^，。；]{0,24}$|占比[^，。；]{0,6}$|比重[^，。；]{0,6}$", Measure.SHARE),
    (r"(?:率|度)(?:均?(?:达到|达|为|是))?$", Measure.RATE),
    (r"(?:率|度)[^，。；]{0,8}(?:达到|达|为|提高到|提升至|提升到)$", Measure.RATE),
)
_FUND_PREFIX: tuple[tuple[str, Fund], ...] = (
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
class _Topic:
    """What the running text is about at one point: subjects and fund, carried from clause to clause."""

    subjects: tuple[Subject, ...] = ()
    fund: Fund = Fund.ALL
    entity: str = ""
    counted: tuple[Subject, ...] = ()


def sections_to_facts(sections: Sequence[Section], about: About, known: Mapping[str, Subject]) -> list[Fact]:
    """Facts of all sentences; ``known`` are the coded subjects of the tables by folded name."""
    return [
        fact
        for section in sections
        for paragraph in section.paragraphs
        for fact in _paragraph(paragraph, section, about, known)
    ]


def _paragraph(
    paragraph: Paragraph, section: Section, about: About, known: Mapping[str, Subject]
) -> Iterator[Fact]:
    fund = next((f for p, f in _FUND_PREFIX if any(re.search(p, _bare(h)) for h in section.path)), Fund.ALL)
    topic = _Topic((), fund, about.entity)
    for start, end in sentences(paragraph):
        topic = yield from _sentence(paragraph, start, end, topic, about, known)


_EVALUATED = re.compile(
    r"^(?:\d{1,2}[.．、]|[(（].{1,3}[)）])?\s*[“\"]?(?P<name>[^，。：:]{3,40}?)[”\"]?(?:项目)?(?:支出)?绩效(?:自评|评价)(?:综述|情况|结果)"
)
_LEVEL = re.compile(
    r"(?:与|比|较|同)(?:上年|去年|20\d\d年)度?(?:决算数?|预算数?|数)?(?:相比)?(?:基本)?(?:持平|一致|相同|无变化|无增减|没有变化)"
)


def _level(
    text: str, topic: _Topic, about: About, paragraph: Paragraph, start: int, quote: str
) -> Iterator[Fact]:
    """「与上年持平」: a change that is printed in words, for what the text is about."""
    match = _LEVEL.search(text)
    if match is None:
        return
    named, fund = _subjects(re.split(r"[，。；：:]", text[: match.start()])[-1], topic, {})
    for subject in named or topic.subjects:
        place = _place(paragraph, start + match.start(), start + match.end())
        fact = _fact(
            subject, fund if named else topic.fund, Measure.CHANGE, Decimal(0), "万元", about, place, quote
        )
        yield replace(fact, breakdown=LEVEL)


def _bare(heading: str) -> str:
    return fold(strip_ordinal(heading))


def _sentence(
    paragraph: Paragraph, start: int, end: int, topic: _Topic, about: About, known: Mapping[str, Subject]
) -> Iterator[Fact]:
    text = paragraph.text[start:end]
    last = 0
    heading = _named_item(text, known)
    if heading is not None:
        topic = replace(topic, subjects=(heading,))
    project = _EVALUATED.match(text)
    if project is not None:
        topic = replace(topic, subjects=(Subject("项目", project["name"]),))
    for match in _NUMBER.finditer(text):
        unit = match["unit"]
        if not unit or _is_name_part(text, match):
            continue
        yield from _level(text[last : match.start()], topic, about, paragraph, start + last, text)
        before, last = text[last : match.start()], match.end()
        reason = _in_reason(text[: match.start()])
        reading = _read(before, match, topic, known)
        if reading is None:
            continue
        subjects, fund, measure, stage, value, printed_unit = reading
        named = subjects is not None
        if measure is Measure.COUNT:
            topic = replace(topic, counted=subjects or ())
        if named and measure is Measure.AMOUNT and not reason:
            topic = replace(topic, subjects=subjects or (), fund=fund)
        if reason and (not named or measure in (Measure.COUNT, Measure.RATE)):
            continue
        for subject in subjects if subjects is not None else topic.subjects:
            about_then = replace(about, year=_year(before, about.year), stage=stage or about.stage)
            place = _place(paragraph, start + match.start() - len(before), start + match.end())
            fact = _fact(subject, fund, measure, value, printed_unit, about_then, place, text)
            yield replace(fact, breakdown=ROUGH) if match["rough"] else fact
    yield from _level(text[last:], topic, about, paragraph, start + last, text)
    return topic


def _place(paragraph: Paragraph, start: int, end: int) -> tuple[int, Box]:
    """Page and box of a number with the words before it, on the line on which the number stands."""
    return paragraph.places(start, end)[-1]


def _year(before: str, year: int) -> int:
    """Year that the words before a number name, unless as the base of a comparison."""
    named = re.findall(r"(?<![与比较同至])(20\d\d)年(?!\d{1,2}月)", before)
    return int(named[-1]) if named else year


def _in_reason(before: str) -> bool:
    """Whether a number stands within the reasons that a sentence gives; 「其中」 leads out of them again."""
    last = max((m.end() for m in _REASON.finditer(before)), default=-1)
    return last >= 0 and "其中" not in before[last:]


def _is_name_part(text: str, match: re.Match[str]) -> bool:
    """「单价100万元（含）以上」 and 「第3次」 name a class of things; they are no figures of the body."""
    after = text[match.end() : match.end() + 6]
    return bool(re.match(r"(?:[（(]含[)）])?(?:以上|以下|及以上)", after)) or text[: match.start()].endswith(
        ("第", "每", "不少于")
    )


def _read(
    before: str, match: re.Match[str], topic: _Topic, known: Mapping[str, Subject]
) -> tuple[tuple[Subject, ...] | None, Fund, Measure, Stage | None, Decimal, str] | None:
    """Subjects (None: those of the topic), fund, measure, stage, value and unit of one number in its context."""
    value = Decimal(match["value"].replace(",", ""))
    unit = "万元" if match["unit"] == "万" else match["unit"]
    clause = re.split(r"[，。；：:]", before)[-1]
    change = _CHANGE.search(clause)
    if change and (change["up"] or change["down"]):
        if change["up"] and change["down"]:
            return None
        sign = -1 if change["down"] else 1
        subjects, fund = _subjects(clause[: change.start()], topic, known)
        measure = Measure.CHANGE if unit in MONEY else Measure.CHANGE_RATE if unit == "%" else None
        return (subjects, fund, measure, None, sign * value, unit) if measure else None
    if unit in ("%", "个百分点"):
        measure = next((m for p, m in _PERCENTS if re.search(p, clause)), None)
        if measure is None or unit != "%":
            return None
        named = (Subject("绩效指标", _phrase(clause)),) if measure is Measure.RATE else None
        return named, topic.fund, measure, None, value, "%"
    return _amount(clause, before, topic, known, value, unit)


def _amount(
    clause: str, before: str, topic: _Topic, known: Mapping[str, Subject], value: Decimal, unit: str
) -> tuple[tuple[Subject, ...] | None, Fund, Measure, Stage | None, Decimal, str] | None:
    if unit in MONEY:
        stage, cut = next(
            ((s, m.start()) for p, s in _STAGES if (m := re.search(p, clause))), (None, len(clause))
        )
        subjects, fund = _subjects(clause[:cut], topic, known)
        if subjects is None and stage is None and clause and not _ITEM.search(clause):
            # Money whose words no account knows: told by its own words, never lent the topic's name.
            name = _phrase(clause)
            subjects = (Subject("其他", name),) if len(name) >= 3 else ()
        return subjects, fund, Measure.AMOUNT, stage, value, unit
    name = _phrase(clause or before)
    if len(re.findall(r"[\u4e00-\u9fff]", name)) < 2:
        # 「公务接待2批次、26人次」: the second count is of the same thing.
        return (
            (topic.counted, Fund.ALL, Measure.COUNT, None, value, unit) if topic.counted and before else None
        )
    return (Subject("业务量", name),), Fund.ALL, Measure.COUNT, None, value, unit


def _subjects(
    phrase: str, topic: _Topic, known: Mapping[str, Subject]
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
    text = fold(re.sub(r"[(（](?:[类款项]|[^)）]*为准|[^)）]*口径)[)）]", "", _phrase(phrase)))
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
    before: str, name: str, topic: _Topic, known: Mapping[str, Subject]
) -> tuple[tuple[Subject, ...], Fund] | None:
    account = label_to_account(name)
    if account is not None and account.kind != "总额":
        own = _fund_of(before + name, Fund.ALL if account.kind in ("收入来源", "结转结余") else topic.fund)
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


def _whole(folded: str, topic: _Topic) -> tuple[tuple[Subject, ...], Fund] | None:
    for pattern, fund in (*_FUND_PREFIX, (r"^", topic.fund)):
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
    return next((f for p, f in _FUND_PREFIX if re.search(p, folded)), default)


def _phrase(clause: str) -> str:
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


def _named_item(text: str, known: Mapping[str, Subject]) -> Subject | None:
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
        for key in {(subject.name,), (*subject.path[-1:], subject.name), (*subject.path, subject.name)}:
            found.setdefault(fold("".join(key)), set()).add(subject)
    known = {}
    for key, subjects in found.items():
        functional = [s for s in subjects if s.kind == "功能分类"]
        # 住房公积金 is an item of both classifications; the narrative goes through the functional one.
        if len({s.code for s in functional or subjects}) == 1:
            known[key] = (functional or list(subjects))[0]
    return known


def _fact(
    subject: Subject,
    fund: Fund,
    measure: Measure,
    value: Decimal,
    unit: str,
    about: About,
    place: tuple[int, Box],
    quote: str,
) -> Fact:
    account = label_to_account(subject.name)
    flow = account.flow if account else Flow.EXPENDITURE if subject.kind == "功能分类" else Flow.NONE
    return Fact(
        about.entity, about.year, about.stage, "", fund, flow, subject, TOTAL, measure, value, unit,
        to_yuan(value, unit), Origin.SENTENCE, Source(place[0], place[1], quote=quote), standing=1,
    )  # fmt: skip
