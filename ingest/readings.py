"""What one number in a sentence says: of what, which measure, at which stage (一个数说的是什么)."""

from __future__ import annotations

import re

from ingest.changes_told import CHANGE, changed, goes_on, is_change, moved, own_subjects, side_of
from ingest.contexts import Context, Reading, clauses_of
from ingest.free_names import free_subject
from ingest.fund_parts import part_by_fund
from ingest.leads import bare_name, is_lead, without_body, without_opening
from ingest.model import Fund, Measure, Stage, Subject
from ingest.money_of_counted import ONLY_SUM, of_counted, of_event, worth
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import (
    Topic,
    fund_within,
    of_other_body,
    subjects_of,
    topic_fund,
)
from ingest.stages_said import stage_of
from ingest.text import fold
from ingest.titled_projects import is_its_money
from ingest.wording import phrase_of

#: Words before an amount that make it a difference from something else, or a step towards another figure.
_DIFFERENCE = regex(
    r"(?:小于|大于|低于|高于|少于|多于|超过|超出|不足|相差|节约|节省|结余比)[^，。；]{0,14}$"
    r"|(?:追加|调增|调减|核减|核增)预算数?$|(?:与|比|较)年初的?$|^(?:其中)?(?:增加|减少|增列|核减|调增|调减)(?!了)[\u4e00-\u9fff“”]{2,16}$|(?:调增|调减|核减|核增|追加|调剂|划转|压减)$"
)
#: 「占总支出43万元的52.3%」 names the whole with its amount.
_SHARED = regex(r"占[^，。；\d]{2,16}$")
#: What words straight before a number of per cent say it measures; tried from the top.
_PERCENTS: tuple[tuple[str, Measure], ...] = (
    (
        r"(?:完成[^，。；]{0,8}(?:预算|目标|任务|计划)|(?<!公共)(?<!基金)(?<!经营)预算[^，。；]{0,10}完成|执行率|执行)[^，。；]{0,10}$"
        r"|[占为](?:年初|调整后?|全年|变动)(?:支出|收入)?预算数?的?$",
        Measure.COMPLETION,
    ),
    (r"占[^，。；]{0,24}$|占比[^，。；]{0,6}$|比重[^，。；]{0,6}$", Measure.SHARE),
    (r"(?:率|度)(?:均?(?:达到|达|为|是))?$", Measure.RATE),
    (
        r"(?:率|度)[^，。；]{0,8}(?:达到|达|为|提高到|提升至|提升到|控制在|保持在|稳定在|降至|降到)$",
        Measure.RATE,
    ),
)
#: In final accounts the share of a budget is how far it was used: 「占“三公”经费预算的77.67%」.
_OF_OWN_BUDGET = regex(
    r"[占为](?:本?年度|部门|单位)*(?P<what>[^，。；]{0,20}?)(?<!公共)(?<!基金)(?<!经营)预算数?的?$"
)
#: Verbs between a rate and its number: 「失业率控制在3.62%」.
_REACHED = regex(r"(?:控制在|保持在|稳定在|降至|降到|提高到|提升至|提升到)$")
#: Money that is named by what stands before it: 「由中小企业中标的，采购金额」, 「共涉及项目2个，资金」.
_BARE_MONEY = regex(r"^(?:采购|合同|成交|中标|支付)?(?:金额|资金|总额|合同额)$")


def read_number(number: Numeral, context: Context) -> Reading | None:
    """What a number of money or per cent says; None where that is not clear."""
    clause = context.clause
    other = moved(number, context)
    if other is not None:
        return other
    change = CHANGE.search(clause)
    if change is not None and not re.search(r"增减$", clause):
        return changed(change, number, context)
    if number.unit == "%":
        return _percent(number, context)
    if not number.unit:
        return _zero(number, context)
    if number.unit not in MONEY or _DIFFERENCE.search(clause) or _SHARED.match(clause):
        return None
    return _amount(number, context)


def _zero(number: Numeral, context: Context) -> Reading | None:
    """「公务用车购置为0，」: nothing of an account, which needs no unit."""
    stage, cut = stage_of(context.clause)
    subjects, fund = subjects_of(context.clause[:cut], context.topic, context.known)
    return Reading(subjects, fund, Measure.AMOUNT, number.value, "万元", stage) if subjects else None


def _percent(number: Numeral, context: Context) -> Reading | None:
    clause, topic = context.clause, context.topic
    found = next(((m, at.start()) for p, m in _PERCENTS if (at := re.search(p, clause))), None)
    if context.stage is Stage.FINAL_ACCOUNTS and (used := _OF_OWN_BUDGET.search(clause)):
        told = subjects_of(used["what"], topic, context.known)[0] if used["what"] else topic.subjects
        found = (Measure.COMPLETION, used.start()) if told == topic.subjects else found
    if found is None:
        return None
    measure, start = found
    if measure is Measure.RATE and re.fullmatch(r"增减(?:率|幅度?|比例)为?", clause):
        return Reading(None, topic.fund, Measure.CHANGE_RATE, number.value, "%")
    if measure is Measure.RATE:
        name = bare_name(_REACHED.sub("", phrase_of(clause)))
        return Reading((Subject("绩效指标", name),), topic.fund, measure, number.value, "%")
    # 「基本支出占55%」, 「预算执行率」: what stands before the verb is whose share it is.
    words = clause[:start]
    subjects, named = subjects_of(words, topic, context.known)
    if subjects is None and measure is Measure.COMPLETION and (side := _side_alone(words, topic)):
        subjects, named = side, topic_fund(topic)
    fund = named if measure is Measure.COMPLETION and subjects else topic.fund
    name = bare_name(phrase_of(words))
    if subjects is None and clause[start:].startswith("占比") and name:
        subjects = (Subject("其他", f"{name}占比"),)
    elif subjects is None:
        subjects = own_subjects(words, context)
    return Reading(subjects, fund, measure, number.value, "%")


def _side_alone(words: str, topic: Topic) -> tuple[Subject, ...]:
    """「本年收入完成年初预算的102%；支出完成年初预算的98%」: all that is spent, where totals are told; else nothing."""
    side = side_of(words, "")
    totals = {s.kind for s in topic.subjects} in ({"总额"}, {"收入来源"})
    return (Subject("总额", f"本年{side}合计"),) if side and totals else ()


def _amount(number: Numeral, context: Context) -> Reading:
    clause, topic = context.clause, context.topic
    stage, cut = stage_of(clause)
    if (part := part_by_fund(context)) is not None:
        value, unit = number.value, number.unit
        return Reading(part.subjects, part.fund, Measure.AMOUNT, value, unit, stage, part=part.name)
    subjects, fund = subjects_of(clause[:cut], topic, context.known)
    if subjects and subjects[0].kind == "收入来源" and "支出" in clause[cut:]:
        # 「一般公共预算财政拨款支出决算数为」 is what was spent of it, though 支出决算 names the stage.
        subjects, fund = subjects_of(clause, topic, context.known)
    if subjects is None and not goes_on(clause, topic):
        subjects, fund = subjects_of(clause, topic, context.known)
    if subjects is None and context.before == clause and (other := of_other_body(clause, topic)):
        subjects, fund = other, topic_fund(topic)
    if subjects is None and _opens(clause, context) and (side := side_of(clause, topic.entity)):
        # 「2019年度收入2,942.62万元」 at the head of a sentence is all income of the section's money.
        subjects, fund = (Subject("总额", f"本年{side}合计"),), topic_fund(topic)
    subjects, fund, stage = _weighed(clause, cut, stage, context, subjects, fund)
    return Reading(subjects, fund, Measure.AMOUNT, number.value, number.unit, stage)


def _weighed(
    clause: str,
    cut: int,
    stage: Stage | None,
    context: Context,
    subjects: tuple[Subject, ...] | None,
    fund: Fund,
) -> tuple[tuple[Subject, ...] | None, Fund, Stage | None]:
    """What the words of an amount name, held against what was told before it."""
    topic = context.topic
    if (shared := _each_of(clause, context)) is not None:
        subjects, fund = shared
    elif (not subjects or subjects[0].kind == "总额") and of_counted(clause, context):
        subjects = topic.counted
    elif subjects and subjects[0].kind == "总额" and _is_of_less(clause, context):
        subjects = ()
    elif subjects and topic.headed and subjects[0].kind == "总额" and goes_on(clause, topic):
        subjects, fund = None, topic.fund  # 「（二）公务接待费。2021年预算支出11.77万元」
    elif subjects is None and topic.subjects and _DONE_OF_IT.fullmatch(phrase_of(clause)):
        stage = context.stage if context.stage is Stage.FINAL_ACCOUNTS else Stage.EXECUTION
    elif subjects is None:
        subjects, fund = _by_words_around(clause, cut, stage, context, fund)
    return subjects, fund, stage


def _opens(clause: str, context: Context) -> bool:
    """Whether a side alone is a total: at the head of a sentence, or in the list of a fund's income and balances."""
    listed = (
        context.before in ("；支出", "；收入", "；本年支出", "；本年收入")
        and topic_fund(context.topic) is not Fund.ALL
    )
    whole = all(subject.kind in ("总额", "收入来源", "结转结余") for subject in context.topic.subjects)
    return context.before == clause or (listed and whole)


#: All that was spent, in words that may as well be of one thing just told: 「公务接待25批，支出合计2.3万元」.
_SPENT_IN_ALL = regex(r"(?:支出合计|支出共计|总支出|实际支出|合计支出|共计支出|于20\d\d年支出)(?:为|是|达)?")
_WHOLES = ("总额", "收入来源", "支出结构", "结转结余")


def _is_of_less(clause: str, context: Context) -> bool:
    """Whether a bare total within a sentence is of the thing told before it, and not of the whole body."""
    told = context.topic.subjects
    return bool(
        context.before != clause
        and _SPENT_IN_ALL.fullmatch(clause)
        and not (told and told[0].kind in _WHOLES)
    )


def _each_of(clause: str, context: Context) -> tuple[tuple[Subject, ...], Fund] | None:
    """「上级补助收入、事业收入、经营收入均为0元」: each of the accounts, where all of these are accounts."""
    listed = re.fullmatch(r"(?P<names>[^，。；]+、[^，。；]+?)(?:均|都|各)(?:为|是)?", clause)
    if listed is None:
        return None
    names = re.split("[、和及]", listed["names"])
    told = [subjects_of(name, context.topic, context.known) for name in names]
    if any(subjects is None for subjects, _ in told):
        return None
    return tuple(s for subjects, _ in told for s in subjects or ()), told[0][1]


def _by_words_around(
    clause: str, cut: int, stage: Stage | None, context: Context, fund: Fund
) -> tuple[tuple[Subject, ...] | None, Fund]:
    """Subjects of an amount whose clause names no account: of the words before it, of things counted, of its own words.

    None where it is of what the text is about.
    """
    topic = context.topic
    alone = ONLY_SUM.fullmatch(clause) or (not clause and context.before.endswith("，"))
    if alone and (named := _of_name_before(context)) is not None:
        return named  # 「…而开支的机关运行经费，合计486.33万元」
    # 「本年政府性基金收入120万元，支出110万元」 tells the spending of that fund.
    for told in (
        worth(context), of_event(context),
        _of_fund_before(clause[:cut], topic) or _of_fund_before(clause, topic),
    ):  # fmt: skip
        if told is not None:
            return told, fund
    if not clause:
        # 「长期投资0项0万元」: the money of the thing counted just before. No account has it.
        return (topic.counted if not context.before else ()), fund
    subjects = None
    if not (_OF_ITEM.search(clause) or is_its_money(clause, topic.subjects)):
        subjects = _free(clause, cut, stage, context)
        fund = fund_within(clause, _lent(topic)) if subjects else fund
    if subjects is None and topic.counted and "涉及" in clause:
        subjects = topic.counted  # 「编报绩效目标的项目39个，涉及预算金额…」
    return subjects, fund


_FUND_INCOME = (
    "本年收入合计",
    "政府性基金预算财政拨款收入",
    "国有资本经营预算财政拨款收入",
    "一般公共预算财政拨款收入",
)
_DONE_OF_IT = regex(r"实际(?:支出|收入|发生)")


def _of_fund_before(clause: str, topic: Topic) -> tuple[Subject, ...] | None:
    """All that was spent of the fund whose income was told just before, where the words are 支出 alone."""
    told = len(topic.subjects) == 1 and topic.subjects[0].name in _FUND_INCOME
    return (Subject("总额", "本年支出合计"),) if told and phrase_of(clause) == "支出" else None


def _lent(topic: Topic) -> Fund:
    """The money of a free name: in a list of sources that of one is not that of the next."""
    beside = any(subject.kind == "收入来源" for subject in topic.subjects)
    return topic_fund(topic) if beside else topic.anew.fund


_OF_ITEM = regex(r"[(（]项[)）]")


def _of_name_before(context: Context) -> tuple[tuple[Subject, ...], Fund] | None:
    """The account that the clause just before 「，合计」 ends with, where no number stands in it."""
    clauses = clauses_of(context.before)
    if len(clauses) < 2 or re.search(r"\d(?!\d{0,3}年)", clauses[-2]) or is_change(clauses[-2]):
        return None
    said = (clauses[-2], clauses[-2].rpartition("的")[2])
    told = (subjects_of(words, context.topic, context.known) for words in said)
    subjects, fund = next((found for found in told if found[0]), (None, context.topic.fund))
    return (subjects, fund) if subjects and subjects[0].kind != "总额" else None


_A_PROJECT = regex(r"(?:该|本|此)?项目(?:支出)?(?:资金)?")


def _free(clause: str, cut: int, stage: Stage | None, context: Context) -> tuple[Subject, ...] | None:
    """Money whose words no account knows: told by its own words, never lent the topic's name.

    None where nothing is left but words that lead to it: then it is of the topic.
    """
    name = without_opening(phrase_of(clause))
    if _BARE_MONEY.match(name):
        return _qualified(name, context)
    rest = without_opening(phrase_of(clause[:cut]))
    only_lead = is_lead(fold(re.sub("涉及", "", rest)), context.topic.entity)
    if (
        stage is not None
        and _A_PROJECT.fullmatch(rest)
        and any(s.kind in _WHOLES for s in context.topic.subjects)
    ):
        return ()  # 「项目全年预算数为20万元」: of a project, and never of all that is spent
    if stage is not None and (only_lead or len(rest) < 3):
        return None
    marked = re.match(r"[“\"]?(?P<name>[^“”\"]+?)[”\"]?[(（][类款项][)）]", name)
    if marked:
        return (Subject("其他", marked["name"]),)
    # 「绿化养护项目全年预算数」: the stage is no part of the name.
    return free_subject(without_body(rest if stage is not None else name, context.topic.entity))


def _qualified(name: str, context: Context) -> tuple[Subject, ...]:
    """「在…项目中，由中小企业中标或成交的，采购金额」: the clauses before say whose money it is."""
    clauses = re.split(r"[。；：:]", context.before)[-1].split("，")[:-1]
    told = [text for text in clauses if text]
    if told and told[-1].endswith("的"):
        return (Subject("其他", without_opening(re.sub(r"^在", "", "，".join(told))) + name),)
    return (Subject("其他", f"涉及{name}"),) if context.topic.counted else free_subject(name)
