"""Sentences to facts: amounts, shares, changes, budget against outcome and counts in running text (文中数字)."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.accounts import label_to_account, strip_ordinal
from ingest.cells import TOTAL, About
from ingest.model import Box, Fact, Flow, Fund, Measure, Origin, Paragraph, Section, Source, Stage, Subject
from ingest.numbers import MONEY, to_yuan
from ingest.phrases import FUND_PREFIX, Topic, named_item, phrase_of, subjects_of
from ingest.sections import sentences
from ingest.text import fold

#: Breakdown of a figure that is printed as rough (10,650余).
ROUGH = "约数"
#: Breakdown of a change that is printed in words only (持平).
LEVEL = "持平"

_NUMBER = re.compile(
    r"(?P<value>-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?P<rough>余)?(?P<unit>亿元|百万元|万元|千元|元|%|个百分点"
    r"|台[（(]套[）)]|平方公里|公里|分(?!之)|批次|团组|万?(?:平方米|吨|人次|辆|台|套|座|人|个|次|件|篇|户|份|家|项|处)|批|期|场|条|名|所|万(?=[（(，。；]))?"
)
_UP = r"增加|增长|提高|上升|上涨|多"
_DOWN = r"减少|下降|降低|压减|减低|少"
_CHANGE = re.compile(rf"(?P<up>{_UP})?(?P<down>{_DOWN})?(?:[(（](?:{_UP}|{_DOWN})[)）])?了?(?:约|为)?$")
#: Words before an amount that make it a difference from something else, or a step towards another figure.
_DIFFERENCE = re.compile(
    r"(?:小于|大于|低于|高于|少于|多于|超过|超出|不足)[^，。；]{0,14}$|^(?:其中)?(?:增加|减少|增列|核减|调增|调减)(?!了)[\u4e00-\u9fff“”]{2,16}$"
)
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
    (r"(?:完成[^，。；]{0,8}预算|预算[^，。；]{0,10}完成|执行率|执行)[^，。；]{0,10}$", Measure.COMPLETION),
    (r"占[^，。；]{0,24}$|占比[^，。；]{0,6}$|比重[^，。；]{0,6}$", Measure.SHARE),
    (r"(?:率|度)(?:均?(?:达到|达|为|是))?$", Measure.RATE),
    (r"(?:率|度)[^，。；]{0,8}(?:达到|达|为|提高到|提升至|提升到)$", Measure.RATE),
)

_EVALUATED = re.compile(
    r"^(?:\d{1,2}[.．、]|[(（].{1,3}[)）])?\s*[“\"]?(?P<name>[^，。：:]{3,40}?)[”\"]?(?:项目)?(?:支出)?"
    r"绩效(?:自评|评价)(?:综述|情况|结果)"
)
_LEVEL = re.compile(
    r"(?:与|比|较|同)(?:上年|去年|20\d\d年)度?(?:决算数?|预算数?|数)?(?:相比)?(?:基本)?"
    r"(?:持平|一致|相同|无变化|无增减|没有变化)"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One number in its context; ``subjects`` is None where it is about what the text was about before."""

    subjects: tuple[Subject, ...] | None
    fund: Fund
    measure: Measure
    value: Decimal
    unit: str
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a paragraph, with what holds for its document and the subjects known from its tables."""

    paragraph: Paragraph
    start: int
    end: int
    about: About
    known: Mapping[str, Subject]

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    def of(self, low: int, high: int) -> tuple[int, Box]:
        """Page and box of characters of the sentence, on the line on which the last of them stands."""
        return self.paragraph.places(self.start + low, self.start + high)[-1]


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
    headings = [fold(strip_ordinal(heading)) for heading in section.path]
    fund = next((f for p, f in FUND_PREFIX if any(re.search(p, h) for h in headings)), Fund.ALL)
    topic = Topic((), fund, about.entity)
    for start, end in sentences(paragraph):
        topic = yield from _sentence(_Place(paragraph, start, end, about, known), topic)


def _sentence(place: _Place, topic: Topic) -> Generator[Fact, None, Topic]:
    """Facts of one sentence; returns what the text is about after it."""
    text = place.text
    topic = _announced(text, topic, place.known)
    last, shares = 0, _bracketed_shares(text)
    for match in _NUMBER.finditer(text):
        if not match["unit"] or _is_name_part(text, match):
            continue
        yield from _level(last, match.start(), place, topic)
        before, last = text[last : match.start()], match.end()
        reading = _read(before, match, topic, place.known) or _counted_after(text, match)
        if reading is None and match.start() in shares:
            reading = _Reading(None, topic.fund, Measure.SHARE, Decimal(match["value"]), "%")
        if reading is None:
            continue
        reason = _in_reason(text[: match.start()])
        if not _in_bracket(text[: match.start()]):
            topic = _next_topic(topic, reading, reason)
        if reason and (reading.subjects is None or reading.measure in (Measure.COUNT, Measure.RATE)):
            continue
        yield from _facts(reading, before, match, place, topic)
    yield from _level(last, len(text), place, topic)
    return topic


def _announced(text: str, topic: Topic, known: Mapping[str, Subject]) -> Topic:
    """The topic that a sentence opens with: a classified item, or a project whose evaluation follows."""
    item = named_item(text, known)
    if item is not None:
        topic = replace(topic, subjects=(item,))
    project = _EVALUATED.match(text)
    return replace(topic, subjects=(Subject("项目", project["name"]),)) if project else topic


def _bracketed_shares(text: str) -> frozenset[int]:
    """Starts of percentages alone in brackets, 「6,231.84万元（29.35%）」, where together they make up the whole.

    A single one may as well be how far a budget was used; only the parts of 100 % are surely shares.
    """
    found = list(re.finditer(r"(?<=元[（(])(\d+(?:\.\d+)?)%(?=[)）])", text))
    whole = len(found) > 1 and abs(sum((Decimal(m[1]) for m in found), Decimal(-100))) <= Decimal("0.1")
    return frozenset(m.start() for m in found) if whole else frozenset()


def _in_bracket(before: str) -> bool:
    """Whether a number stands within brackets: an aside, from which the text returns to what it was about."""
    return len(re.findall(r"[（(]", before)) > len(re.findall(r"[)）]", before))


def _next_topic(topic: Topic, reading: _Reading, reason: bool) -> Topic:
    if reading.measure is Measure.COUNT:
        topic = replace(topic, counted=reading.subjects or ())
    if reading.subjects is not None and reading.measure is Measure.AMOUNT and not reason:
        topic = replace(topic, subjects=reading.subjects, fund=reading.fund)
    return topic


def _facts(
    reading: _Reading, before: str, match: re.Match[str], place: _Place, topic: Topic
) -> Iterator[Fact]:
    about = replace(place.about, year=_year(before, place.about.year))
    # The number alone: its unit may be broken from it, onto the next line or page.
    where = place.of(match.start() - len(before), match.end("value"))
    for subject in reading.subjects if reading.subjects is not None else topic.subjects:
        fact = _fact(reading, subject, about, where, place.text)
        yield replace(fact, breakdown=ROUGH) if match["rough"] else fact


def _level(low: int, high: int, place: _Place, topic: Topic) -> Iterator[Fact]:
    """「与上年持平」: a change that is printed in words, for what the text is about."""
    text = place.text[low:high]
    match = _LEVEL.search(text)
    if match is None:
        return
    named, fund = subjects_of(re.split(r"[，。；：:]", text[: match.start()])[-1], topic, {})
    reading = _Reading(named, fund if named else topic.fund, Measure.CHANGE, Decimal(0), "万元")
    for subject in named or topic.subjects:
        where = place.of(low + match.start(), low + match.end())
        yield replace(_fact(reading, subject, place.about, where, place.text), breakdown=LEVEL)


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
    led = re.search(r"(?:第|每|不少于|%\s*[-~—–至]+\s*)$", text[: match.start()])
    return bool(led) or bool(re.match(r"(?:[（(]含[)）])?(?:以上|以下|及以上)|\s*[-~—–至]+\s*\d", after))


def _read(before: str, match: re.Match[str], topic: Topic, known: Mapping[str, Subject]) -> _Reading | None:
    """What one number says in its context; None where that is not clear."""
    value = Decimal(match["value"].replace(",", ""))
    unit = "万元" if match["unit"] == "万" else match["unit"]
    clause = re.split(r"[，。；：:]", before)[-1]
    change = _CHANGE.search(clause)
    if change and (change["up"] or change["down"]):
        return _change(clause, change, topic, known, value, unit)
    if unit in ("%", "个百分点"):
        return _percent(clause, topic, value) if unit == "%" else None
    if _DIFFERENCE.search(clause) or (unit in MONEY and not before):
        # 「小于预算数3万元」 is how far off it is; 「1项12.00万元」 is of the thing counted. No account has either.
        return None
    return (
        _amount(clause, topic, known, value, unit)
        if unit in MONEY
        else _count(clause or before, topic, value, unit)
    )


def _change(
    clause: str, change: re.Match[str], topic: Topic, known: Mapping[str, Subject], value: Decimal, unit: str
) -> _Reading | None:
    if change["up"] and change["down"]:
        return None
    subjects, fund = subjects_of(clause[: change.start()], topic, known)
    measure = Measure.CHANGE if unit in MONEY else Measure.CHANGE_RATE if unit == "%" else None
    return _Reading(subjects, fund, measure, -value if change["down"] else value, unit) if measure else None


def _percent(clause: str, topic: Topic, value: Decimal) -> _Reading | None:
    measure = next((m for p, m in _PERCENTS if re.search(p, clause)), None)
    if measure is None:
        return None
    named = (Subject("绩效指标", phrase_of(clause)),) if measure is Measure.RATE else None
    return _Reading(named, topic.fund, measure, value, "%")


def _amount(clause: str, topic: Topic, known: Mapping[str, Subject], value: Decimal, unit: str) -> _Reading:
    stage, cut = next(
        ((s, m.start()) for p, s in _STAGES if (m := re.search(p, clause))), (None, len(clause))
    )
    subjects, fund = subjects_of(clause[:cut], topic, known)
    if subjects is None and stage is None and clause and not re.search(r"[(（]项[)）]", clause):
        # Money whose words no account knows: told by its own words, never lent the topic's name.
        name = phrase_of(clause)
        subjects = (Subject("其他", name),) if len(name) >= 3 else ()
    return _Reading(subjects, fund, Measure.AMOUNT, value, unit, stage)


def _counted_after(text: str, match: re.Match[str]) -> _Reading | None:
    """「共9个项目」: what is counted is named behind the unit."""
    noun = re.match(r"[\u4e00-\u9fff]{2,10}(?=[，。；、（(]|$)", text[match.end() :])
    if noun is None or match["unit"] in MONEY or match["unit"] in ("%", "个百分点"):
        return None
    value = Decimal(match["value"].replace(",", ""))
    return _Reading((Subject("业务量", noun[0]),), Fund.ALL, Measure.COUNT, value, match["unit"])


def _count(clause: str, topic: Topic, value: Decimal, unit: str) -> _Reading | None:
    name = phrase_of(clause)
    if len(re.findall(r"[\u4e00-\u9fff]", name)) >= 2:
        return _Reading((Subject("业务量", name),), Fund.ALL, Measure.COUNT, value, unit)
    # 「公务接待2批次、26人次」: the second count is of the same thing.
    return _Reading(topic.counted, Fund.ALL, Measure.COUNT, value, unit) if topic.counted and clause else None


def _fact(reading: _Reading, subject: Subject, about: About, place: tuple[int, Box], quote: str) -> Fact:
    account = label_to_account(subject.name)
    flow = account.flow if account else Flow.EXPENDITURE if subject.kind == "功能分类" else Flow.NONE
    return Fact(
        about.entity, about.year, reading.stage or about.stage, "", reading.fund, flow, subject, TOTAL, reading.measure,
        reading.value, reading.unit, to_yuan(reading.value, reading.unit), Origin.SENTENCE,
        Source(place[0], place[1], quote=quote), standing=1,
    )  # fmt: skip
