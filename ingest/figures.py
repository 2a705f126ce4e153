"""Sentences to facts: amounts, shares, changes, budget against outcome and counts in running text (文中数字)."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.accounts import label_to_account, strip_ordinal
from ingest.announced import announced, left_blank
from ingest.cells import TOTAL, About
from ingest.charges import charges
from ingest.count_changes import count_moved
from ingest.counted import counted_name, going_on, in_all, of_guests, of_money, of_thing
from ingest.filled_posts import FILLED, is_filled
from ingest.from_to import COMES_TO, Moved, is_rate, moved_from, points
from ingest.glossaries import GLOSSARY
from ingest.headed import at_item, headed_fund, is_bare_heading, of_heading, of_path, under_heading
from ingest.inside import HOLDS_OTHERS, inside
from ingest.leads import without_body
from ingest.model import Box, Fact, Flow, Fund, Measure, Origin, Paragraph, Section, Source, Stage, Subject
from ingest.numbers import MONEY, to_yuan
from ingest.numerals import Numeral, numerals
from ingest.patterns import regex
from ingest.per_head import is_other_amount, standards
from ingest.phrases import Topic, announced_fund, subjects_of
from ingest.quantities import ROUGH
from ingest.readings import Context, Reading, clauses_of, is_change, read_number
from ingest.reasons import in_reason
from ingest.sections import sentences
from ingest.shared import Together, bracketed_shares, in_bracket, shared_names
from ingest.stages_said import stage_of
from ingest.text import fold
from ingest.titled_projects import AHEAD, headed_project, scored_project
from ingest.unit_told import unit_told
from ingest.when import as_of, is_deviation, names_own_year, year_of
from ingest.with_balance import all_held, with_balance

#: Breakdown of a change that is printed in words only (持平).
LEVEL = "持平"

#: A base of comparison.
_WITH = regex(r"[与比较同](?!例|重)")
#: Where a change of a count starts: 「由3辆减为2辆」.
_BEFORE = regex(r"(?:由|从)(?:原来|原先|上年|去年|原有)?的?$")
_LEVEL = regex(
    r"(?:与|比|较|同)(?:上年|去年|20\d\d年)度?(?:决算数?|预算数?|数)?(?:相比)?(?:基本)?"
    r"(?:持平|一致|相同|无变化|无增减|没有变化)(?!\d)"
)
#: The same against the year's own budget.
_LEVEL_OFF = regex(
    r"(?:与|比|较|同)(?:年初|全年|调整后?|当年)?预算数?(?:相比)?(?:基本)?(?:持平|一致|相同|无变化|无增减|没有变化)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence of a paragraph, with what holds for its document and the subjects known from its tables."""

    paragraph: Paragraph
    start: int
    end: int
    about: About
    known: Mapping[str, Subject]
    fund: Fund

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]

    def of(self, low: int, high: int) -> tuple[int, Box]:
        """Page and box of characters of the sentence, on the line on which the last of them stands."""
        return self.paragraph.places(self.start + low, self.start + high)[-1]


@dataclass(slots=True)
class _Course:
    """How far a sentence has been read: the topic, where the last figure ended, what comparisons are with."""

    topic: Topic
    last: int = 0
    deviation: bool = False
    outcome: Stage | None = None
    rated: bool = False
    changed: bool = False
    moved: Reading | None = None
    moved_end: int = -1
    first: tuple[Subject, ...] = ()
    outer: Fund | None = None
    counted: tuple[Subject, ...] = ()
    spent: str = ""
    within: str = ""


def sections_to_facts(sections: Sequence[Section], about: About, known: Mapping[str, Subject]) -> list[Fact]:
    """Facts of all sentences; ``known`` are the coded subjects of the tables by folded name."""
    return [fact for section in sections for fact in _section(section, about, known)]


def _section(section: Section, about: About, known: Mapping[str, Subject]) -> Iterator[Fact]:
    headings = [fold(strip_ordinal(heading)) for heading in section.path]
    if any(GLOSSARY.search(heading) for heading in headings):
        return  # their numbers are of rules, not of the body
    fund = headed_fund(headings)
    headed = of_path(section.path, Topic((), fund, about.entity, base=fund), known)
    for paragraph in section.paragraphs:
        told = headed_project(section, paragraph) or of_heading(headed, paragraph.text)
        topic = Topic(told, fund, about.entity, base=fund)
        for start, end in sentences(paragraph):
            unit = unit_told(section.path, paragraph.text[start:end], about.entity)
            whose = replace(about, entity=unit) if unit else about
            topic = yield from _sentence(_Place(paragraph, start, end, whose, known, fund), topic)
        named = topic.subjects or of_path((paragraph.text,), topic, known)
        headed = named if is_bare_heading(paragraph.text) else ()
        # 「财政拨款支出主要内容如下：」 holds for the list that follows.
        fund = announced_fund(paragraph.text) or fund


def _sentence(place: _Place, topic: Topic) -> Generator[Fact, None, Topic]:
    """Facts of one sentence; returns what the text is about after it."""
    text = place.text
    topic = replace(topic, as_of=as_of(text, topic.as_of), base=place.fund)
    topic = announced(text, topic, place.known, place.paragraph.text[place.end : place.end + AHEAD])
    course = _Course(topic)
    course.topic = left_blank(text, course.topic, place.known)
    shares, found = bracketed_shares(text), numerals(text)
    for index, number in enumerate(found):
        if number.start < course.last:
            continue
        yield from _level(course.last, number.start, place, course.topic)
        before, start = text[course.last : number.start], course.last
        if not course.within and "其中" in before:
            course.within = next((s.name for s in course.topic.subjects if s.name in HOLDS_OTHERS), "")
        if course.outer is None and "其中" in before:
            course.outer = course.topic.anew.fund
        course.topic = under_heading(before if index else text[: number.start], course.topic, place.known)
        if index and not in_reason(text[: number.start]):
            course.topic = at_item(before, course.topic, place.known)
        together = shared_names(text, found, index)
        if together is not None:
            course.last = found[index + together.count - 1].end
            yield from _together(together, found[index:], start, place, course)
            continue
        moved = moved_from(text, found, index, start, place.about.year)
        if moved is not None:
            course.last = moved.last.end
            yield from _moved(moved, start, place, course.topic)
            continue
        course.last = number.end
        reading = _read(number, before, place, course)
        reading = _staged_later(_of_list(reading, before, course), number, found, text)
        if reading is None and number.start in shares:
            reading = Reading(None, course.topic.fund, Measure.SHARE, number.value, "%")
        if reading is not None:
            yield from _told(reading, number, start, place, course)
    yield from _level(course.last, len(text), place, course.topic)
    yield from _charged(place)
    course.topic = under_heading(text[course.last :], course.topic, place.known)
    outer = course.outer if course.outer is not course.topic.fund else None
    return replace(
        course.topic, whole=course.first if "其中" in text else (), outer=outer or course.topic.outer
    )


def _read(number: Numeral, before: str, place: _Place, course: _Course) -> Reading | None:
    """The reading of one number; a count may take the noun behind its unit, at which reading goes on."""
    topic = course.topic
    context = Context(before, topic, place.known, place.about.year)
    course.deviation = is_deviation(
        _compared(before, context.clause), course.deviation and "；" not in before, place.about.year
    )
    if number.unit in MONEY or number.unit in ("", "%", "个百分点"):
        return with_balance(read_number(number, context), place.text[number.end :])
    change = count_moved(before, course.counted, place.text[: number.start], number)
    if (
        change is not None
        or is_change(context.clause)
        or COMES_TO.fullmatch(context.clause)
        or _BEFORE.search(context.clause)
    ):
        return change  # 「比上年增加3个」, 「由3辆减为2辆」: no count of what is there
    posts = course.counted if in_bracket(place.text[: number.start]) else topic.counted
    if posts and is_filled(posts[0].name, before, place.text, number):
        filled = f"{posts[0].name.removesuffix(FILLED)}{FILLED}"
        things = f"实有{re.sub('编制数?$', '', posts[0].name)}"  # 「公务用车编制18辆，实有16辆」
        held = Subject("业务量", filled if number.unit in ("人", "名") else things)
        return Reading((held,), Fund.ALL, Measure.COUNT, number.value, number.unit)
    name, taken = counted_name(context.clause or before, place.text[number.end :], number.unit)
    name = of_thing(name, topic.counted[0].name, number.unit) if topic.counted else name
    counted = going_on(topic.counted, number.unit)  # 「公务接待2批次、26人次」
    counted = in_all(counted, before, place.text[: number.start], number.value, number.unit)
    name = of_guests(of_money(without_body(name, topic.entity), course.spent), place.text[: number.start])
    if not name:
        again = counted and re.fullmatch(r"[、，,和及]?(?:共|共计|累计|合计)?", before)
        return Reading(counted, Fund.ALL, Measure.COUNT, number.value, number.unit) if again else None
    if counted and re.fullmatch(r"(?:共计|累计|共|合计)?", before) and not taken:
        return Reading(counted, Fund.ALL, Measure.COUNT, number.value, number.unit)
    course.last = number.end + taken
    scored = scored_project(topic.subjects, number.unit)
    subject = Subject("业务量", name, path=scored)
    return Reading((subject,), Fund.ALL, Measure.COUNT, number.value, number.unit)


def _compared(before: str, clause: str) -> str:
    """The clause that names what a change is from: 「与年初预算相比，减少3万元」 has it before the verb's own."""
    if _WITH.search(clause):
        return clause
    return next((c for c in reversed(clauses_of(before)[-2:-1]) if c.endswith(("相比", "比较"))), clause)


def _of_list(reading: Reading | None, before: str, course: _Course) -> Reading | None:
    """「压减办公费5.10万元、差旅费10.10万元」: in a list of changes an amount may be one too; nothing is told of it."""
    listed = course.changed and re.match(r"[、和及与]", before) is not None
    course.changed = listed or (reading is not None and reading.measure is Measure.CHANGE)
    return None if listed and reading is not None and reading.measure is Measure.AMOUNT else reading


def _staged_later(
    reading: Reading | None, number: Numeral, found: Sequence[Numeral], text: str
) -> Reading | None:
    """「评价资金9万元，…全年预算数9万元」: money evaluated is at the stage at which its sentence names the same sum."""
    if reading is None or reading.stage is not None or reading.measure is not Measure.AMOUNT:
        return reading
    if not any(subject.name.startswith("涉及") for subject in reading.subjects or ()):
        return reading
    same = [n for n in found if n.start > number.start and (n.value, n.unit) == (number.value, number.unit)]
    stages = {stage_of(re.split(r"[，。；]", text[: n.start])[-1])[0] for n in same}
    return replace(reading, stage=stages.pop()) if len(stages) == 1 else reading


def _told(reading: Reading, number: Numeral, start: int, place: _Place, course: _Course) -> Iterator[Fact]:
    """Facts of a reading, and the course after it."""
    text, topic = place.text, course.topic
    changing = reading.measure in (Measure.CHANGE, Measure.CHANGE_RATE)
    reason = in_reason(text[: number.start])
    if changing and course.deviation:
        off = _of_change(reading, course, start)
        if off.measure is Measure.CHANGE and off.subjects:
            course.moved, course.moved_end = off, number.end
        yield from () if reason else _off_budget(off, number, start, place, topic)
        return
    reading = _of_change(reading, course, start)
    if reason and reading.subjects is None:
        return
    reading = inside(all_held(_of_latest(reading, course), number, text), course.within, text[: number.start])
    if reading.measure is Measure.COUNT:
        course.counted = reading.subjects or ()
    if not in_bracket(text[: number.start]):
        course.topic = _next_topic(topic, reading, reason)
        if "其中" not in text[: number.start] and reading.subjects and _is_whole(reading.subjects[0]):
            # 「政府性基金…年初结转0万元，本年收入5万元」: the fund goes on to the end of the sentence.
            course.topic = replace(course.topic, base=reading.fund)
    if reading.measure is Measure.CHANGE and reading.subjects:
        course.moved, course.moved_end = reading, number.end
    course.rated = reading.measure is Measure.RATE
    if reading.measure is Measure.AMOUNT:
        _spent(reading, course, text[: number.start])
    yield from _facts(reading, number, start, place, course.topic)


def _spent(reading: Reading, course: _Course, before: str) -> None:
    """Keep of an amount its stage, its name and the total that it is, for what follows in the sentence."""
    course.outcome = reading.stage or course.outcome
    course.spent = next((s.name for s in reading.subjects or ()), "")
    if reading.subjects and "其中" not in before and not in_bracket(before):
        course.first = tuple(s for s in reading.subjects if s.kind == "总额")


#: How far off the budget a figure is: no change over the years.
_OFF_BUDGET = {Measure.CHANGE: Measure.VARIANCE, Measure.CHANGE_RATE: Measure.VARIANCE_RATE}


def _off_budget(reading: Reading, number: Numeral, start: int, place: _Place, topic: Topic) -> Iterator[Fact]:
    """「较年初预算数增加193.41万元，增长14.0%」 in final accounts: how far the outcome is off its budget."""
    if place.about.stage is not Stage.FINAL_ACCOUNTS:
        return
    fund = reading.fund if reading.subjects else topic.fund
    off = replace(reading, measure=_OFF_BUDGET[reading.measure], fund=fund)
    yield from _facts(off, number, start, place, topic)


def _of_change(reading: Reading, course: _Course, start: int) -> Reading:
    """「政府性基金预算增加300万元，增长150%」: a rate straight behind a change is of its subject and its fund."""
    moved = course.moved if course.moved_end == start else None
    if moved is None or reading.subjects is not None or reading.measure is not Measure.CHANGE_RATE:
        return reading
    return replace(reading, subjects=moved.subjects, fund=moved.fund)


def _is_whole(subject: Subject) -> bool:
    """Whether a subject is a total or a balance of a whole statement."""
    return subject.kind in ("总额", "结转结余")


def _of_latest(reading: Reading, course: _Course) -> Reading:
    """Whose change, share or completion it is, and at which stage."""
    topic = course.topic
    if reading.measure is Measure.COMPLETION and course.outcome is Stage.EXECUTION:
        reading = replace(reading, stage=Stage.EXECUTION)
    if reading.subjects is not None or reading.measure is Measure.AMOUNT:
        return reading
    if course.rated:  # 「满意率95%，比上年提高2%」 may be points or per cent
        return replace(reading, subjects=())
    return replace(reading, subjects=topic.latest) if topic.latest else reading


def _next_topic(topic: Topic, reading: Reading, reason: bool) -> Topic:
    if reading.measure is Measure.COUNT:
        counted = reading.subjects or ()
        return replace(topic, counted=counted, latest=counted)
    if reading.subjects is None or reason:
        return topic
    if reading.measure is Measure.AMOUNT:
        return replace(topic, subjects=reading.subjects, fund=reading.fund, latest=(), outer=None)
    # 「三公经费决算数比上年减少0.15万元，下降27.78%」: the rate is of what has changed.
    changed = reading.measure is Measure.CHANGE
    return replace(topic, latest=reading.subjects) if changed else topic


def _facts(reading: Reading, number: Numeral, start: int, place: _Place, topic: Topic) -> Iterator[Fact]:
    about = place.about
    before = place.text[start : number.start]
    changing = reading.measure in (Measure.CHANGE, Measure.CHANGE_RATE)
    year = reading.year or year_of(place.text, start, number.start, about.year, changing)
    dated = topic.as_of and not names_own_year(place.text, number.start)
    if dated and not reading.year and year in (about.year, topic.as_of):
        # 「截至2022年12月31日」: a stock is as it was on that day, whatever the document is a plan of.
        held = about.stage if about.stage is Stage.FINAL_ACCOUNTS else Stage.EXECUTION
        about, year = replace(about, stage=held), topic.as_of
    about = replace(about, year=year)
    # The number alone: its unit may be broken from it, onto the next line or page.
    where = place.of(number.start - len(before), number.digits_end)
    named = reading.subjects if reading.subjects is not None else topic.subjects
    for subject in (s for s in named if not is_other_amount(s.name)):
        fact = _fact(reading, subject, about, where, place.text)
        yield replace(fact, breakdown=ROUGH) if number.rough else fact


def _together(
    told: Together, numbers: Sequence[Numeral], start: int, place: _Place, course: _Course
) -> Iterator[Fact]:
    """「A、B分别为x万元、y万元」: each number with its name, none where they do not pair."""
    for name, number in zip(told.names, numbers, strict=False):
        words = f"{name}{told.verb or ('占' if number.unit == '%' else '')}"
        reading = read_number(number, Context(words, course.topic, place.known, place.about.year))
        if reading is not None and reading.subjects:
            yield from _facts(reading, number, start, place, course.topic)
    course.topic = replace(course.topic, subjects=(), latest=())


def _moved(moved: Moved, start: int, place: _Place, topic: Topic) -> Iterator[Fact]:
    """Both ends of a rate or number that moved, 「由8.74%下降至1.12%」."""
    kind, measure = ("绩效指标", Measure.RATE) if is_rate(moved) else ("业务量", Measure.COUNT)
    said = re.search(r"20\d\d(?=年)", place.text[start : moved.opened])
    own = int(said[0]) if said else place.about.year
    for number, breakdown, year in points(moved, own):
        told = Reading(
            (Subject(kind, moved.name),), topic.fund, measure, number.value, number.unit, year=year
        )
        for fact in _facts(told, number, start, place, topic):
            yield replace(fact, breakdown=breakdown or fact.breakdown)


def _charged(place: _Place) -> Iterator[Fact]:
    """What is charged, or paid, for one of a thing."""
    for charge in (*charges(place.text), *standards(place.text)):
        told = Reading(None, Fund.ALL, Measure.AMOUNT, charge.value, charge.unit)
        where = place.of(charge.start, charge.end)
        fact = _fact(told, Subject("其他", charge.name), place.about, where, place.text)
        yield replace(fact, breakdown=charge.breakdown or fact.breakdown)


def _level(low: int, high: int, place: _Place, topic: Topic) -> Iterator[Fact]:
    """「与上年持平」: a change that is printed in words, for what the text is about."""
    text = place.text[low:high]
    off = _LEVEL_OFF.search(text) if place.about.stage is Stage.FINAL_ACCOUNTS else None
    match = _LEVEL.search(text) or off
    follows = match is not None and low + match.end() == high and place.text[high : high + 1].isdigit()
    if match is None or follows:  # 「与2024年预算一致0万元」 has its number
        return
    named, fund = subjects_of(re.split(r"[，。；：:]", text[: match.start()])[-1], topic, {})
    measure = Measure.VARIANCE if match is off else Measure.CHANGE
    reading = Reading(named, fund if named else topic.fund, measure, Decimal(0), "万元")
    for subject in named or topic.subjects:
        where = place.of(low + match.start(), low + match.end())
        yield replace(_fact(reading, subject, place.about, where, place.text), breakdown=LEVEL)


def _fact(reading: Reading, subject: Subject, about: About, place: tuple[int, Box], quote: str) -> Fact:
    account = label_to_account(subject.name)
    flow = account.flow if account else Flow.EXPENDITURE if subject.kind == "功能分类" else Flow.NONE
    return Fact(
        about.entity, about.year, reading.stage or about.stage, "", reading.fund, flow, subject, TOTAL, reading.measure,
        reading.value, reading.unit, to_yuan(reading.value, reading.unit), Origin.SENTENCE,
        Source(place[0], place[1], quote=quote), standing=1,
    )  # fmt: skip
