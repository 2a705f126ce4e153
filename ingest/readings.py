"""What one number in a sentence says: of what, which measure, at which stage (一个数说的是什么)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ingest.accounts import label_to_account
from ingest.free_names import free_subject
from ingest.leads import bare_name, is_frame, is_lead, without_body, without_opening
from ingest.model import Flow, Fund, Measure, Stage, Subject
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import (
    Topic,
    fund_within,
    named_item,
    own_fund,
    phrase_of,
    subjects_of,
    topic_fund,
    without_base,
)
from ingest.stages_said import stage_of
from ingest.text import fold
from ingest.titled_projects import is_its_money
from ingest.when import YEAR_BEFORE

_UP = r"增加|增长|提高|上升|上涨|增多|增[收支]|多(?:支出|收入)|(?<=同比|上年|去年)增|^增|多"
_DOWN = r"减少|下降|降低|压减|减低|缩减|下浮|减[收支]|少(?:支出|收入)|(?<=同比|上年|去年)减|^减|少"
#: A change, straight before its number: 「增加」, 「下降（增长）」, 「增加额为」, 「增幅」, 「下降率为」.
_CHANGE = regex(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:[(（](?:{_UP}|{_DOWN})[)）])?(?:(?:额|率|幅度?|比例|数|金额)(?:为|达到?|是)?|了)?(?:支出|收入|拨款|投入)?约?$"
    r"|(?:(?P<up2>增幅|涨幅|增长率)|(?P<down2>降幅|减幅|下降率))(?:为|达到?|是)?约?$"
)
#: The result of a change, not its size: 「减少到5万元」, 「压减至」.
_UNTIL = regex(rf"(?:{_UP}|{_DOWN}|[增减升降涨调]|调整|压缩)(?:到|至)$")
#: Where a change starts: 「由上年的8万元」.
_FROM = regex(r"(?:由|从)(?:原来|原先)?(?P<base>上年度?|去年|20\d\d年度?)?(?:的|决算数?|预算数?)*$")
#: A distance from last year's figure is a change too; from a budget it is none.
_DISTANCE = regex(
    r"(?:(?P<down>小于|低于|少于)|(?P<up>大于|高于|多于|超过))(?:上一?年|去年|20\d\d年)度?(?:决算|预算|执行|实际|支出|收入)*数?$"
)
#: A change told by verb and object: 「增加基本支出844.15万元」.
_OBJECT = regex(
    r"^(?:其中|[一二三四五六七八九]是)?(?:(?P<up>增加|增列|新增|追加)|(?P<down>减少|核减|压减|缩减))了?(?P<what>[\u4e00-\u9fff“”（）()]{3,20})$"
)
#: 「与2024年预算一致0万元」: the other year's figure.
_EQUAL = regex(r"(?:与|比|较|同)(?P<year>20\d\d)年度?(?P<stage>预算|决算|执行)数?(?:一致|持平|相同)$")
#: 「与2024年预算数1.5万元相比」, 「比2024年13,210.45万元增加」, 「较上年（780万元）增加」: the other year's figure.
_BASE_AMOUNT = regex(
    r"(?:与|比|较|同)(?P<year>20\d\d|上一?|去|前一)年度?(?:同期)?的?"
    r"(?:(?P<what>[^，。；\d]{0,24}?)(?:年初)?(?P<stage>预算|决算|执行)数?(?:安排)?(?:为|的)?)?[（(]?$"
)
#: The same with the stage before what it is of: 「比2022年度决算总收入742.10万元增加」.
_BASE_STAGED = regex(
    r"(?:与|比|较|同)(?P<year>20\d\d|上一?|去|前一)年度?(?:部门|单位)?(?P<stage>预算|决算|执行)(?:公开)?的?(?P<what>[^，。；\d数增减降升多少提压缩]{2,16}?)"
    r"(?:总[额数]|数|为|的)*[（(]?$"
)
#: All that was spent in the other year, of what the text is about: 「比上年累计支出433万元减少」.
_BASE_BARE = regex(
    r"(?:与|比|较|同)(?P<year>20\d\d|上一?|去|前一)年度?(?P<what>)(?P<stage>)(?:累计|全年|实际|总)?(?:支出|收入)(?:总?额|数)?(?:为|的)?[（(]?$"
)
_EQUAL_STAGES = (("预算", Stage.BUDGET), ("决算", Stage.FINAL_ACCOUNTS), ("执行", Stage.EXECUTION))
#: Words before an amount that make it a difference from something else, or a step towards another figure.
_DIFFERENCE = regex(
    r"(?:小于|大于|低于|高于|少于|多于|超过|超出|不足|相差|节约|节省|结余比)[^，。；]{0,14}$"
    r"|^(?:其中)?(?:增加|减少|增列|核减|调增|调减)(?!了)[\u4e00-\u9fff“”]{2,16}$|(?:调增|调减|核减|核增|追加|调剂|划转|压减)$"
)
#: What words straight before a number of per cent say it measures; tried from the top.
_PERCENTS: tuple[tuple[str, Measure], ...] = (
    (
        r"(?:完成[^，。；]{0,8}(?:预算|目标|任务|计划)|预算[^，。；]{0,10}完成|执行率|执行)[^，。；]{0,10}$"
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One number in its context; ``subjects`` is None where it is about what the text was about before.

    ``year`` is 0 where the words name none; ``stage`` None where the document's holds; ``part`` is the half of
    the subjects that is told (基本支出), empty for all of them.
    """

    subjects: tuple[Subject, ...] | None
    fund: Fund
    measure: Measure
    value: Decimal
    unit: str
    stage: Stage | None = None
    year: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What a number is read in: the text since the number before, its last clause, topic and known subjects.

    ``stage`` is that of the document, ``after`` the words straight behind the number.
    """

    before: str
    topic: Topic
    known: Mapping[str, Subject]
    year: int
    stage: Stage = Stage.BUDGET
    after: str = ""

    @property
    def clause(self) -> str:
        """The words since the last mark; a mark within brackets ends no clause."""
        return clauses_of(self.before)[-1]


def clauses_of(text: str) -> list[str]:
    """Clauses of a text, asides in brackets that hold a mark of their own left out."""
    return re.split(r"[，。；：:]", re.sub(r"[（(][^（()）]*[，。；：:][^（()）]*[)）]", "", text))


def read_number(number: Numeral, context: Context) -> Reading | None:
    """What a number of money or per cent says; None where that is not clear."""
    clause = context.clause
    moved = _moved(number, context)
    if moved is not None:
        return moved
    change = _CHANGE.search(clause)
    if change is not None and not re.search(r"增减$", clause):
        return _change(change, number, context)
    if number.unit == "%":
        return _percent(number, context)
    if not number.unit:
        return _zero(number, context)
    if number.unit not in MONEY or _DIFFERENCE.search(clause):
        return None
    return _amount(number, context)


def _zero(number: Numeral, context: Context) -> Reading | None:
    """「公务用车购置为0，」: nothing of an account, which needs no unit."""
    stage, cut = stage_of(context.clause)
    subjects, fund = subjects_of(context.clause[:cut], context.topic, context.known)
    return Reading(subjects, fund, Measure.AMOUNT, number.value, "万元", stage) if subjects else None


def is_change(clause: str) -> bool:
    """Whether the words straight before a number make it a change from another year."""
    return bool(_CHANGE.search(clause)) and bool(re.search(r"[与比较同]", clause))


def _moved(number: Numeral, context: Context) -> Reading | None:
    """Where a change starts and ends (由上年的8万元减少到5万元), and a change by other words (小于上年预算数)."""
    clause, topic = context.clause, context.topic
    money = number.unit in MONEY
    until, start, distance = _UNTIL.search(clause), _FROM.search(clause), _DISTANCE.search(clause)
    if distance and money:
        sign = -1 if distance["down"] else 1
        return Reading(None, topic.fund, Measure.CHANGE, sign * number.value, number.unit)
    told = _OBJECT.search(without_base(re.sub(r"^.*原因[是为：:]?", "", clause)))
    if told and money and not stage_of(clause)[0]:
        value = -number.value if told["down"] else number.value
        return Reading(_own(told["what"], context), topic.fund, Measure.CHANGE, value, number.unit)
    other = (
        _BASE_AMOUNT.search(clause)
        or _BASE_STAGED.search(clause)
        or _BASE_BARE.search(clause)
        or _named_base(context)
        or YEAR_BEFORE.match(clause)
    )
    if other and money:
        return _of_other_year(other, number, context)
    equal = _EQUAL.search(clause)
    if equal and money:
        stage = next((s for word, s in _EQUAL_STAGES if word == equal["stage"]), None)
        return Reading(None, topic.fund, Measure.AMOUNT, number.value, number.unit, stage, int(equal["year"]))
    if until and money:
        return Reading(
            _own(clause[: until.start()], context), topic.fund, Measure.AMOUNT, number.value, number.unit
        )
    if start and money:
        base = start["base"] or ""
        year = int(base[:4]) if base[:2] == "20" else context.year - 1 if base else 0
        subjects = _own(clause[: start.start()], context) if year else ()
        return Reading(subjects, topic.fund, Measure.AMOUNT, number.value, number.unit, None, year)
    return None


#: An account of another year whose figure is the base: 「与2022年“三公”经费总额27389.54万元相比」.
_BASE_NAMED = regex(
    r"(?:与|比|较|同)(?P<year>20\d\d|上一?|去|前一)年度?的?(?P<what>[^，。；\d增减降升多少提压缩]{2,24}?)(?P<stage>)(?:总?[额数]|支出|为|的)*$"
)
_COMPARES = regex(r"[）)]?(?:相比|相较|增加|减少|增长|下降|提高|上升|压减|降低)")


def _named_base(context: Context) -> re.Match[str] | None:
    return _BASE_NAMED.search(context.clause) if _COMPARES.match(context.after) else None


def _of_other_year(other: re.Match[str], number: Numeral, context: Context) -> Reading | None:
    """The figure of the year that a comparison names; None where its words name something that no account is."""
    stage = next((s for word, s in _EQUAL_STAGES if word == other["stage"]), None)
    year = int(other["year"]) if other["year"].isdigit() else context.year - 1
    what, topic = other["what"] or "", context.topic
    subjects, fund = subjects_of(what, topic, context.known) if what else (None, topic.fund)
    before = context.clause[: other.start()].strip('“”"（( ')
    if not what and (side := _SIDE.fullmatch(phrase_of(before))):  # 「收入较去年的148万元增加6万元」
        subjects, fund = (Subject("总额", f"本年{side[0]}合计"),), topic_fund(topic)
    elif not what and len(before) > 2:  # 「培训费比上年预算8万元增加2万元」 says itself what it is about
        subjects, fund = subjects_of(before, topic, context.known)
        subjects = subjects or _own(before, context)
    if subjects is None and len(re.sub(r"支出|收入|的", "", what)) > 2:
        return None
    return Reading(subjects, fund, Measure.AMOUNT, number.value, number.unit, stage, year)


def _own(words: str, context: Context) -> tuple[Subject, ...] | None:
    """Subjects of the words before a verb: accounts, else a free name, None where the words only lead to it."""
    subjects, _ = subjects_of(words, context.topic, context.known)
    item = named_item(words, context.known)
    if subjects is not None or item is not None:
        return subjects or ((item,) if item is not None else None)
    rest = bare_name(phrase_of(words))
    if is_lead(fold(rest), context.topic.entity):
        return None
    return free_subject(rest)


def _change(change: re.Match[str], number: Numeral, context: Context) -> Reading | None:
    if number.unit not in MONEY and number.unit != "%":
        return None
    words = context.clause[: change.start()]
    if number.unit == "%" and re.search(r"(?<!年)[率度](?:[与比较同][^，。；]*)?$", words):
        return None  # 「满意度较上年提高1.5%」 may be points or per cent
    subjects, fund = subjects_of(words, context.topic, context.known)
    if subjects and context.before != context.clause and _of_item(words, subjects, context.topic):
        return Reading(None, context.topic.fund, _measure(number), _signed(number, change), number.unit)
    side = _side(without_base(words), "") if subjects is None else ""
    if side:
        # 「收入较去年增加85.36万元」 is told of all income, whichever source was named last.
        subjects, fund = (Subject("总额", f"本年{side}合计"),), topic_fund(context.topic)
    if _is_fund_of(subjects, words, context.topic):
        subjects, fund = context.topic.subjects, context.topic.fund
    based = _BASE_SIDE.search(words)
    if based is not None and {s.kind for s in context.topic.subjects} == {"总额"}:
        subjects, fund = (Subject("总额", f"本年{based['side']}合计"),), topic_fund(context.topic)
    if subjects is None:
        subjects = _own(without_base(words), context)
        subjects = _of_clause_before(context) if subjects is None else subjects
        fund = own_fund(subjects, fund)
    return Reading(subjects, fund, _measure(number), _signed(number, change), number.unit)


def _is_fund_of(subjects: tuple[Subject, ...] | None, words: str, topic: Topic) -> bool:
    """「一般公共预算财政拨款支出90万元…。与上年相比，一般公共预算财政拨款增加2万元」: a fund's name where its spending is told."""
    spending = [s.name for s in topic.subjects] == ["本年支出合计"] and topic.fund is not Fund.ALL
    return spending and bool(subjects) and subjects[0].kind == "收入来源" and "收入" not in words


def _measure(number: Numeral) -> Measure:
    return Measure.CHANGE if number.unit in MONEY else Measure.CHANGE_RATE


def _signed(number: Numeral, change: re.Match[str]) -> Decimal:
    # 「下降-81.75%」 is a fall all the same.
    return -abs(number.value) if change["down"] or change["down2"] else number.value


def _of_item(words: str, subjects: tuple[Subject, ...], topic: Topic) -> bool:
    """「机关运行经费支出8万元，支出决算比上年增加1万元」 is of the item named just before, not of all that is spent."""
    whole = all(subject.kind == "总额" for subject in subjects)
    item = all(subject.kind not in ("总额", "支出结构", "收入来源") for subject in topic.subjects)
    return whole and item and _goes_on(without_base(words), topic)


def _of_clause_before(context: Context) -> tuple[Subject, ...] | None:
    """「项目支出增加，较上年增加1133.95万元」: what the clause before says has changed."""
    clauses = clauses_of(context.before)
    if len(clauses) < 2:
        return None
    verb = re.search(
        rf"(?:(?:{_UP}|{_DOWN})(?:较多|较大)?|(?:无增减|无|没有)(?:变化|变动)?|持平|一致|相同)$", clauses[-2]
    )
    return _own(without_base(clauses[-2][: verb.start()]), context) if verb else None


def _percent(number: Numeral, context: Context) -> Reading | None:
    clause, topic = context.clause, context.topic
    found = next(((m, at.start()) for p, m in _PERCENTS if (at := re.search(p, clause))), None)
    if context.stage is Stage.FINAL_ACCOUNTS and (used := _OF_OWN_BUDGET.search(clause)):
        told = subjects_of(used["what"], topic, context.known)[0] if used["what"] else topic.subjects
        found = (Measure.COMPLETION, used.start()) if told == topic.subjects else found
    if found is None:
        return None
    measure, start = found
    if measure is Measure.RATE:
        name = _REACHED.sub("", without_opening(phrase_of(clause)))
        return Reading((Subject("绩效指标", name),), topic.fund, measure, number.value, "%")
    # 「基本支出占55%」, 「预算执行率」: what stands before the verb is whose share it is.
    words = clause[:start]
    subjects, _ = subjects_of(words, topic, context.known)
    name = bare_name(phrase_of(words))
    if subjects is None and clause[start:].startswith("占比") and name:
        subjects = (Subject("其他", f"{name}占比"),)
    elif subjects is None:
        subjects = _own(words, context)
    return Reading(subjects, topic.fund, measure, number.value, "%")


def _amount(number: Numeral, context: Context) -> Reading:
    clause, topic = context.clause, context.topic
    stage, cut = stage_of(clause)
    if (of_it := _of_fund(context)) is not None:
        return Reading(topic.subjects, of_it, Measure.AMOUNT, number.value, number.unit, stage)
    subjects, fund = subjects_of(clause[:cut], topic, context.known)
    if subjects and subjects[0].kind == "收入来源" and "支出" in clause[cut:]:
        # 「一般公共预算财政拨款支出决算数为」 is what was spent of it, though 支出决算 names the stage.
        subjects, fund = subjects_of(clause, topic, context.known)
    if subjects is None and not _goes_on(clause, topic):
        subjects, fund = subjects_of(clause, topic, context.known)
    if subjects is None and context.before == clause and (side := _side(clause, topic.entity)):
        # 「2019年度收入2,942.62万元」 at the head of a sentence is all income of the section's money.
        subjects, fund = (Subject("总额", f"本年{side}合计"),), topic_fund(topic)
    alone = _ONLY_SUM.fullmatch(clause) or (not clause and context.before.endswith("，"))
    if subjects is None and alone and (named := _of_name_before(context)) is not None:
        subjects, fund = named  # 「…而开支的机关运行经费，合计486.33万元」
    elif subjects and topic.headed and subjects[0].kind == "总额" and _goes_on(clause, topic):
        subjects, fund = None, topic.fund  # 「（二）公务接待费。2021年预算支出11.77万元」
    elif subjects is None and (worth := _worth(context)) is not None:
        subjects = worth
    elif subjects is None and (spent := _of_fund_before(clause, topic)) is not None:
        subjects = spent  # 「本年政府性基金收入120万元，支出110万元」
    elif subjects is None and topic.subjects and _DONE_OF_IT.fullmatch(phrase_of(clause)):
        stage = None if context.stage is Stage.FINAL_ACCOUNTS else Stage.EXECUTION
    elif subjects is None and not clause:
        # 「长期投资0项0万元」: the money of the thing counted just before. No account has it.
        subjects = topic.counted if not context.before else ()
    elif subjects is None and not (_OF_ITEM.search(clause) or is_its_money(clause, topic.subjects)):
        subjects = _free(clause, cut, stage, context)
        fund = fund_within(clause, _lent(topic)) if subjects else fund
    if subjects is None and topic.counted and re.search(r"涉及", clause):
        subjects = topic.counted  # 「编报绩效目标的项目39个，涉及预算金额…」
    return Reading(subjects, fund, Measure.AMOUNT, number.value, number.unit, stage)


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


def _side(words: str, entity: str) -> str:
    """收入 or 支出 where the words say no more than that, of the body: 「今年收入」, 「本单位支出」; else empty."""
    said = fold(phrase_of(words))
    return said[-2:] if _SIDE.fullmatch(said[-2:]) and is_frame(said[:-2], entity) else ""


_OF_ITEM = regex(r"[(（]项[)）]")
_ONLY_SUM = regex(r"(?:共计|合计|总计|总额|共)(?:为|是)?")
#: What things are worth, behind their number.
_WORTH = regex(r"(?:账面|资产)?(?:总?价值|原值|净值|总值)(?:共计|合计)?(?:为|约|共|达)*")
_OWNED = regex(r"车辆?$|用车$|设备$|房屋$|资产$|机$|仪器$")


def _of_name_before(context: Context) -> tuple[tuple[Subject, ...], Fund] | None:
    """The account that the clause just before 「，合计」 ends with, where no number stands in it."""
    clauses = clauses_of(context.before)
    if len(clauses) < 2 or re.search(r"\d(?!\d{0,3}年)", clauses[-2]) or is_change(clauses[-2]):
        return None
    said = (clauses[-2], clauses[-2].rpartition("的")[2])
    told = (subjects_of(words, context.topic, context.known) for words in said)
    subjects, fund = next((found for found in told if found[0]), (None, context.topic.fund))
    return (subjects, fund) if subjects and subjects[0].kind != "总额" else None


def _worth(context: Context) -> tuple[Subject, ...] | None:
    """「车辆12辆，价值236.48万元」, 「车辆12辆，共计236.48万元」: what the things counted just before are worth."""
    clause, counted = context.clause, context.topic.counted
    straight = context.before in (clause, f"，{clause}", f"（{clause}", f"、{clause}")
    if not counted or not straight or not clause:
        return None
    owned = _ONLY_SUM.fullmatch(clause) and _OWNED.search(counted[0].name) and not context.topic.subjects
    return (Subject("其他", f"{counted[0].name}价值"),) if owned or _WORTH.fullmatch(clause) else None


#: A fund and nothing else, 「其中一般公共预算」.
_ONLY_FUND = regex(
    r"(?:一般公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营(?:预算)?|财政拨款)(?:财政拨款|拨款|资金)?(?:安排)?"
)


def _of_fund(context: Context) -> Fund | None:
    """「项目支出90万元，其中一般公共预算80万元、政府性基金10万元」: the fund of which a part of the same thing is.

    A part of an income is an income of its own name.
    """
    subjects = context.topic.subjects
    listed = "其中" in context.before or context.topic.fund is not Fund.ALL
    if not listed or not _ONLY_FUND.fullmatch(phrase_of(context.clause)):
        return None
    accounts = [label_to_account(subject.name) for subject in subjects]
    income = any(a.flow is Flow.INCOME for a in accounts if a) or any("收入" in s.name for s in subjects)
    return None if income or not subjects else fund_within(phrase_of(context.clause), Fund.ALL)


_SIDE = regex(r"收入|支出")
#: 「比上年收入增加50.8%」 is of income, whichever side was told last.
_BASE_SIDE = regex(
    r"^，?(?:与|比|较|同)(?:上一?年|去年|20\d\d年)度?(?P<side>收入|支出)(?:总额|数)?(?:相比)?$"
)


def _goes_on(clause: str, topic: Topic) -> bool:
    """Whether 「支出决算为」 is a stage of the item before it, and no total: the item must not be an income."""
    bare = re.fullmatch(r"(?P<side>支出|收入)?(?:年初|全年|调整)?(?:预算|决算)\D{0,6}", phrase_of(clause))
    if bare is None or not topic.subjects:
        return False
    flows = {account.flow for s in topic.subjects if (account := label_to_account(s.name))}
    if not flows and topic.subjects[0].name.endswith("收入"):
        flows = {Flow.INCOME}  # 非税收入 is no account, yet no expenditure either
    return bare["side"] is None or flows != {Flow.INCOME if bare["side"] == "支出" else Flow.EXPENDITURE}


def _free(clause: str, cut: int, stage: Stage | None, context: Context) -> tuple[Subject, ...] | None:
    """Money whose words no account knows: told by its own words, never lent the topic's name.

    None where nothing is left but words that lead to it: then it is of the topic.
    """
    name = without_opening(phrase_of(clause))
    if _BARE_MONEY.match(name):
        return _qualified(name, context)
    rest = without_opening(phrase_of(clause[:cut]))
    only_lead = is_lead(fold(re.sub("涉及", "", rest)), context.topic.entity)
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
