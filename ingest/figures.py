"""Sentences to facts: amounts, shares, changes, budget against outcome and counts in running text (文中数字)."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.accounts import strip_ordinal
from ingest.announced import announced, left_blank
from ingest.bracketed_rates import bracketed_rate
from ingest.by_rate import divided_of, of_whole_by_rate
from ingest.by_years import ByYears, readings_by_year, told_by_years
from ingest.cells import About
from ingest.charged import charged
from ingest.contexts import Context, Reading
from ingest.counts_together import are_counts, counted_together
from ingest.counts_told import count_of
from ingest.course import Course, Place, fact_of
from ingest.evaluated import of_evaluated, staged_later
from ingest.from_to import Moved, both_ends, moved_from
from ingest.fund_parts import lists_funds
from ingest.glossaries import GLOSSARY
from ingest.headed import (
    at_item,
    headed_fund,
    is_bare_heading,
    of_heading,
    of_path,
    under_heading,
)  # fmt: skip
from ingest.inside import half_of, holds_halves, inside, within_of
from ingest.level_told import level
from ingest.model import Fact, Fund, Measure, Section, Stage, Subject
from ingest.money_of import of_money, of_source, source_of
from ingest.numbers import MONEY
from ingest.numerals import Numeral, numerals
from ingest.own_parts import project_listed, to_own_parts
from ingest.patterns import regex
from ingest.per_head import is_other_amount
from ingest.phrases import Topic, announced_fund, own_fund
from ingest.quantities import ROUGH
from ingest.readings import read_number
from ingest.reasons import in_reason
from ingest.sections import sentences
from ingest.shared import Together, bracketed_shares, in_bracket, shared_names
from ingest.side_totals import totals_told
from ingest.stocks import at_day, carried_day
from ingest.text import fold
from ingest.titled_projects import AHEAD, headed_project
from ingest.unit_told import unit_told
from ingest.when import PART_OF_YEAR, as_of, goes_on_with_plan, is_deviation, opens_with_plan, year_of
from ingest.whose import (
    compared,
    in_aside,
    is_far,
    of_both,
    of_change,
    of_latest,
    of_list,
    staged_of_whole,
    stands_in_reason,
)  # fmt: skip
from ingest.with_balance import all_held, with_balance

#: How far a budget was used, with its amount: 「完成预算43万元的52.3%」.
_USED = regex(
    r"(?P<of>完成|[占为])(?:(?P<plan>(?:年初|全年|调整后?|当年|支出)*(?:预算|计划))数?|(?<=占)[^，。；\d]{2,16})[\d,.]+(?:[亿万千]?元)的$"
)
#: What follows are changes, each told by its name alone: 「减少的主要项目有：会议费12万元、培训费9.4万元」.
_MOVED_LIST = regex(r"(?:减少|增加|压减|压缩|节约)的(?:主要)?(?:项目|科目|支出|内容|因素)(?:有|是|包括)?：")
#: 「“三公”经费预算20万元，其中…；支出决算为18万元」 returns to the whole.
_OF_WHOLE = regex(r"；(?:全年)?(?:实际)?支出(?:决算|预算)数?[为是]?")


def sections_to_facts(sections: Sequence[Section], about: About, known: Mapping[str, Subject]) -> list[Fact]:
    """Facts of all sentences; ``known`` are the coded subjects of the tables by folded name."""
    return [fact for section in sections for fact in _section(section, about, known)]


def _section(section: Section, about: About, known: Mapping[str, Subject]) -> Iterator[Fact]:
    headings = [fold(strip_ordinal(heading)) for heading in section.path]
    if any(GLOSSARY.search(heading) for heading in headings):
        return  # their numbers are of rules, not of the body
    fund = headed_fund(headings)
    topic, day, project = Topic((), fund, about.entity, base=fund), 0, ""
    headed = of_path(section.path, topic, known)
    for paragraph in section.paragraphs:
        project = project_listed(paragraph.text, project)
        told = headed_project(section, paragraph) or of_heading(headed, paragraph.text)
        topic = Topic(told, fund, about.entity, base=fund, as_of=day, totals=topic.totals)
        for start, end in sentences(paragraph):
            unit = unit_told(section.path, paragraph.text[start:end], about.entity)
            whose = replace(about, entity=unit) if unit else about
            place = Place(paragraph, start, end, whose, known, fund)
            topic = yield from to_own_parts(_sentence(place, topic), project)
        named = topic.subjects or of_path((paragraph.text,), topic, known)
        day = carried_day(paragraph.text, topic.as_of, day)
        headed = named if is_bare_heading(paragraph.text) else ()
        # 「财政拨款支出主要内容如下：」 holds for the list that follows.
        fund = announced_fund(paragraph.text) or fund


def _sentence(place: Place, topic: Topic) -> Generator[Fact, None, Topic]:
    """Facts of one sentence; returns what the text is about after it."""
    text = place.text
    if PART_OF_YEAR.match(text):
        return topic
    course = _opened(place, topic)
    shares, found = bracketed_shares(text), numerals(text)
    for index, number in enumerate(found):
        if number.start < course.last:
            continue
        yield from level(course.last, number.start, place, course.topic)
        before, start = text[course.last : number.start], course.last
        _into_parts(before, course)
        course.moved_list = course.moved_list or _MOVED_LIST.search(before) is not None
        course.topic = under_heading(before if index else text[: number.start], course.topic, place.known)
        if index and not in_reason(text[course.past : number.start]):
            course.topic = at_item(before, course.topic, place.known)
        if (at_once := _at_once(found, index, start, place, course)) is not None:
            yield from at_once
            continue
        course.last = number.end
        reading = of_money(_read(number, before, place, course), place, number, before, course.topic)
        reading = staged_later(of_list(reading, before, course), number, found, text)
        reading = of_whole_by_rate(reading, number, found[index:], text, course)
        reading = of_source(of_evaluated(reading, before, course.spent), course)
        if reading is None and number.start in shares:
            reading = Reading(None, course.topic.fund, Measure.SHARE, number.value, "%")
        if reading is not None:
            yield from _told(reading, number, start, place, course)
    yield from level(course.last, len(text), place, course.topic)
    yield from charged(place)
    course.topic = under_heading(text[course.last :], course.topic, place.known)
    outer = course.outer if course.outer is not course.topic.fund else None
    return replace(
        course.topic,
        whole=course.first if "其中" in text else (),
        outer=outer or course.topic.outer,
        staged=course.staged,
        several=len({amount.subjects for amount in course.amounts if amount.subjects}) > 1,
    )


def _at_once(
    found: Sequence[Numeral], index: int, start: int, place: Place, course: Course
) -> Iterator[Fact] | None:
    """Facts of the number at ``index`` and of those told with it, past which the course is; None of one alone."""
    yearly = told_by_years(place.text, found, index)
    if yearly is not None:
        course.last = yearly.numbers[-1].end
        return _yearly(yearly, start, place, course)
    together = shared_names(place.text, found, index)
    if together is not None:
        course.last = found[index + together.count - 1].end
        return _together(together, found[index:], start, place, course)
    moved = moved_from(place.text, found, index, start, place.about.year)
    if moved is not None:
        course.last = moved.last.end
        return _moved(moved, start, place, course.topic)
    return None


def _yearly(told: ByYears, start: int, place: Place, course: Course) -> Iterator[Fact]:
    """「2021年、2022年在校生分别为58人、61人」: each number in its own year."""
    for reading, number in readings_by_year(told, course.topic, place):
        yield from _facts(reading, number, start, place, course.topic)


def _opened(place: Place, topic: Topic) -> Course:
    """The course of a sentence at its start: what it is about by its opening words, and whose parts it goes on with."""
    text = place.text
    topic = replace(topic, as_of=as_of(text, topic.as_of, place.about.year), base=place.fund)
    topic = announced(text, topic, place.known, place.paragraph.text[place.end : place.end + AHEAD])
    course = Course(topic)
    if text.startswith("其中"):
        course.staged = topic.staged
        # 「收入合计90万元。其中：其他收入3万元。与上年相比增加2万元」 returns to the total too.
        course.first = tuple(s for s in topic.subjects if s.kind == "总额" or s.name == "“三公”经费")
        if holds_halves(topic.subjects):
            course.holder, course.listing = topic.subjects, True
    course.topic = left_blank(text, course.topic, place.known)
    return course


def _into_parts(before: str, course: Course) -> None:
    """Keep of a whole what its parts are told by, at 「其中」, and of which money the text goes on behind 「；」."""
    course.within = within_of(before, course.within, course.spent, course.topic.subjects)
    if re.search(r"其中|[，,](?:主要)?(?:包括|包含)", before):
        course.source, course.divided = source_of(course), divided_of(course)
        course.listing, course.amounts = True, []
        if course.outer is None:
            course.outer = course.topic.anew.fund
    elif course.first and _OF_WHOLE.fullmatch(before):
        course.topic = replace(course.topic, subjects=course.first, part="")
        course.staged, course.staged_end = None, len(before) + course.last
    elif before.startswith("；") and course.outer is not None and len(course.amounts) == 1:
        # 「城乡社区支出120万元，其中政府性基金60万元；其他支出195万元」
        course.topic = replace(course.topic, fund=course.outer, base=course.topic.base or course.outer)


def _read(number: Numeral, before: str, place: Place, course: Course) -> Reading | None:
    """The reading of one number; a count may take the noun behind its unit, at which reading goes on."""
    topic = course.topic
    context = Context(before, topic, place.known, place.about.year, place.about.stage)
    course.deviation = is_deviation(
        compared(before, context.clause, place.text[: number.start]),
        course.deviation and ("；" not in before or opens_with_plan(place.text[: number.start])),
        place.about.year,
    )
    parted = lists_funds(place.text[: number.start])
    context = replace(context, after=place.text[number.end : number.end + 12], parted=parted)
    if (rate := bracketed_rate(number, place.text, topic.fund)) is not None:
        return rate
    used = _USED.search(place.text[: number.start]) if number.unit == "%" else None
    if used is not None:
        share = used["of"] == "占" and not used["plan"]
        return Reading(None, topic.fund, Measure.SHARE if share else Measure.COMPLETION, number.value, "%")
    if number.unit in MONEY or number.unit in ("", "%", "个百分点"):
        return with_balance(read_number(number, context), place.text[number.end :])
    return count_of(number, before, context.clause, place, course)


def _told(reading: Reading, number: Numeral, start: int, place: Place, course: Course) -> Iterator[Fact]:
    """Facts of a reading, and the course after it."""
    text, topic = place.text, course.topic
    changing = reading.measure in (Measure.CHANGE, Measure.CHANGE_RATE)
    reason = stands_in_reason(reading, number, place, course)
    if changing and course.deviation:
        reading = in_aside(reading, course, text[: number.start])
        off = of_latest(of_change(reading, course, start), course)
        if off.measure is Measure.CHANGE and off.subjects:
            course.moved, course.moved_end = off, number.end
        reason = reason and not goes_on_with_plan(text[: number.start])
        yield from () if reason else _off_budget(off, number, start, place, topic)
        return
    reading = of_both(of_change(reading, course, start), course, text[: number.start])
    reading = in_aside(reading, course, text[: number.start])
    if (reason and reading.subjects is None) or (changing and is_far(reading, number, start, place, course)):
        return
    reading = staged_of_whole(reading, number, course, text)
    reading = inside(all_held(of_latest(reading, course), number, text), course.within, text[: number.start])
    whole, reading = reading, half_of(reading, course.holder if course.listing else ())
    if reading.measure is Measure.COUNT:
        course.counted = reading.subjects or ()
    if not in_bracket(text[: number.start]):
        course.topic = _next_topic(topic, reading, reason)
        if "其中" not in text[: number.start] and reading.subjects and _is_whole(reading.subjects[0]):
            # 「政府性基金…年初结转0万元，本年收入5万元」: the fund goes on to the end of the sentence.
            course.topic = replace(course.topic, base=reading.fund)
    if reading.measure is Measure.CHANGE and reading.subjects:
        course.moved, course.moved_end = reading, number.end
    if reading.measure is Measure.AMOUNT and not course.counted:
        course.topic = replace(course.topic, counted=())  # 「…312批次。培训费1万元，共3批次」
    course.rated = reading.measure is Measure.RATE
    if reading.measure is Measure.AMOUNT:
        _spent(reading, course, text[: number.start], part=reading is not whole)
    yield from _facts(reading, number, start, place, course.topic)


def _spent(reading: Reading, course: Course, before: str, part: bool) -> None:
    """Keep of an amount its stage, its name and the total that it is, for what follows in the sentence."""
    course.outcome = reading.stage or course.outcome
    if reading.subjects:
        course.amounts.append(reading)
    held = reading.subjects if reading.subjects is not None else course.topic.subjects
    if held and not part:
        course.holder, course.listing = held if holds_halves(held) else (), False
    course.spent = next((s.name for s in reading.subjects or ()), "")
    if reading.subjects and "其中" not in before and not in_bracket(before):
        course.first = tuple(s for s in reading.subjects if s.kind == "总额" or s.name == "“三公”经费")


#: How far off the budget a figure is: no change over the years.
_OFF_BUDGET = {Measure.CHANGE: Measure.VARIANCE, Measure.CHANGE_RATE: Measure.VARIANCE_RATE}


def _off_budget(reading: Reading, number: Numeral, start: int, place: Place, topic: Topic) -> Iterator[Fact]:
    """「较年初预算数增加193.41万元，增长14.0%」 in final accounts: how far the outcome is off its budget."""
    if place.about.stage is not Stage.FINAL_ACCOUNTS:
        return
    fund = own_fund(reading.subjects, reading.fund) if reading.subjects else topic.fund
    off = replace(reading, measure=_OFF_BUDGET[reading.measure], fund=fund)
    yield from _facts(off, number, start, place, topic)


def _is_whole(subject: Subject) -> bool:
    """Whether a subject is a total or a balance of a whole statement."""
    return subject.kind in ("总额", "结转结余")


def _next_topic(topic: Topic, reading: Reading, reason: bool) -> Topic:
    if reading.measure is Measure.COUNT:
        counted = reading.subjects or ()
        return replace(topic, counted=counted, latest=counted)
    if reading.subjects is None or reason:
        # 「购置车辆0台，预算为0万元，完成预算的100%」 is no longer of the things counted.
        return replace(topic, latest=()) if reading.measure is Measure.AMOUNT and not reason else topic
    if reading.measure is Measure.AMOUNT or (reading.measure is Measure.COMPLETION and reading.subjects):
        return replace(
            topic,
            subjects=reading.subjects,
            fund=reading.fund,
            latest=(),
            outer=None,
            part=reading.part,
            headed=False,
            totals=totals_told(topic, reading),
        )
    # 「三公经费决算数比上年减少0.15万元，下降27.78%」: the rate is of what has changed.
    if reading.measure is not Measure.CHANGE:
        return topic
    if not topic.subjects and all(_is_whole(subject) for subject in reading.subjects):
        # 「收支总计与上年相比，减少180万元。与年初预算相比，年初预算数330万元」
        topic = replace(topic, subjects=reading.subjects, fund=reading.fund)
    return replace(topic, latest=reading.subjects)


#: Of several years together: 「2014-2017年学校总收入」.
_YEARS = regex(r"20\d\d年?\s*[-—–~至到]\s*20\d\d年[^，。；]*$")


def _facts(reading: Reading, number: Numeral, start: int, place: Place, topic: Topic) -> Iterator[Fact]:
    about = place.about
    before = place.text[start : number.start]
    if _YEARS.search(before) and not reading.year:
        return
    changing = reading.measure in (Measure.CHANGE, Measure.CHANGE_RATE)
    year = reading.year or year_of(place.text, start, number.start, about.year, changing)
    if at_day(reading, topic, place, number) and not reading.year and year in (about.year, topic.as_of):
        # 「截至2022年12月31日」: a stock is as it was on that day, whatever the document is a plan of.
        held = about.stage if about.stage is Stage.FINAL_ACCOUNTS else Stage.EXECUTION
        about, year = replace(about, stage=held), topic.as_of
    about = replace(about, year=year)
    # The number alone: its unit may be broken from it, onto the next line or page.
    where = place.of(number.start - len(before), number.digits_end)
    named = reading.subjects if reading.subjects is not None else topic.subjects
    part = reading.part if reading.subjects is not None else topic.part
    for subject in (s for s in named if not is_other_amount(s.name)):
        fact = fact_of(reading, subject, about, where, place.text)
        fact = replace(fact, breakdown=part or fact.breakdown)
        yield replace(fact, breakdown=ROUGH) if number.rough else fact


def _together(
    told: Together, numbers: Sequence[Numeral], start: int, place: Place, course: Course
) -> Iterator[Fact]:
    """「A、B分别为x万元、y万元」: each number with its name, none where they do not pair."""
    if told.of_before:
        yield from _of_amounts(told, numbers, start, place, course)
        return
    counted = numbers[: told.count]
    if are_counts(counted) and not told.verb:
        for subject, number in zip(counted_together(told.names, counted), counted, strict=False):
            count = Reading((subject,), Fund.ALL, Measure.COUNT, number.value, number.unit)
            yield from _facts(count, number, start, place, course.topic)
        return
    for name, number in zip(told.names, numbers, strict=False):
        words = f"{name}{told.verb or ('占' if number.unit == '%' else '')}"
        reading = read_number(number, Context(words, course.topic, place.known, place.about.year))
        if reading is not None and reading.subjects:
            yield from _facts(reading, number, start, place, course.topic)
    course.topic = replace(course.topic, subjects=(), latest=(), part="")


def _of_amounts(
    told: Together, numbers: Sequence[Numeral], start: int, place: Place, course: Course
) -> Iterator[Fact]:
    """A change of each amount told before, 「…，分别减少1万元、2万元」; none where they do not pair."""
    course.topic = replace(course.topic, subjects=(), latest=(), part="")
    if len(course.amounts) != told.count:
        return
    for amount, number in zip(course.amounts, numbers, strict=False):
        words = told.verb if told.verb.startswith(("占", "完成")) else f"比上年{told.verb}"
        reading = read_number(number, Context(words, course.topic, place.known, place.about.year))
        if reading is None:
            continue
        of_it = replace(reading, subjects=amount.subjects, fund=amount.fund)
        if told.off_budget and reading.measure in _OFF_BUDGET:
            yield from _off_budget(of_it, number, start, place, course.topic)
        else:
            yield from _facts(of_it, number, start, place, course.topic)


def _moved(moved: Moved, start: int, place: Place, topic: Topic) -> Iterator[Fact]:
    """Both ends of a rate or number that moved, 「由8.74%下降至1.12%」."""
    ends = both_ends(moved, place.text[start : moved.opened], place.about.year, topic.fund)
    for told, number, breakdown in ends:
        for fact in _facts(told, number, start, place, topic):
            yield replace(fact, breakdown=breakdown or fact.breakdown)
