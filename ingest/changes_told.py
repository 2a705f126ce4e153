"""Changes in running text, and the figures of another year that they start from (增减与比较的基数)."""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.accounts import label_to_account
from ingest.contexts import Context, Reading, clauses_of
from ingest.free_names import free_subject
from ingest.items_named import named_item
from ingest.leads import bare_name, is_frame, is_lead
from ingest.model import Flow, Fund, Measure, Stage, Subject
from ingest.numbers import MONEY
from ingest.numerals import Numeral
from ingest.patterns import regex
from ingest.phrases import Topic, own_fund, subjects_of, topic_fund
from ingest.side_totals import as_told
from ingest.stages_said import stage_of
from ingest.text import fold
from ingest.when import YEAR_BEFORE
from ingest.wording import phrase_of, without_base

_UP = r"增加|增长|提高|上升|上涨|增多|增[收支]|多(?:支出|收入)|(?<=同比|上年|去年)增|^增|多"
_DOWN = r"减少|下降|降低|压减|减低|缩减|下浮|减[收支]|少(?:支出|收入)|(?<=同比|上年|去年)减|^减|少"
#: A change, straight before its number: 「增加」, 「下降（增长）」, 「增加额为」, 「增幅」, 「下降率为」.
CHANGE = regex(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:[(（](?:{_UP}|{_DOWN})[)）]|(?P<either>/(?:{_UP}|{_DOWN})))?(?:(?:额|率|幅度?|比例|数|金额)(?:为|达到?|是)?|了)?(?:支出|收入|拨款|投入)?约?$"
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
    r"^(?:其中|即|全年|相应|主要是|[一二三四五六七八九]是|20\d\d年)*(?:(?P<up>增加|增列|新增|追加|多支出)|(?P<down>减少|核减|压减|压缩|缩减|节约|节省|节支|少支出))了?(?P<what>[\u4e00-\u9fff“”（）()]{3,20})$"
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


def is_change(clause: str) -> bool:
    """Whether the words straight before a number make it a change from another year."""
    return bool(CHANGE.search(clause)) and bool(re.search(r"[与比较同]", clause))


def moved(number: Numeral, context: Context) -> Reading | None:
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
        return Reading(own_subjects(told["what"], context), topic.fund, Measure.CHANGE, value, number.unit)
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
            own_subjects(clause[: until.start()], context),
            topic.fund,
            Measure.AMOUNT,
            number.value,
            number.unit,
        )
    if start and money:
        base = start["base"] or ""
        year = int(base[:4]) if base[:2] == "20" else context.year - 1 if base else 0
        subjects = own_subjects(clause[: start.start()], context) if year else ()
        return Reading(subjects, topic.fund, Measure.AMOUNT, number.value, number.unit, None, year)
    return None


#: An account of another year whose figure is the base: 「与2022年“三公”经费总额27389.54万元相比」.
_BASE_NAMED = regex(
    r"(?:与|比|较|同)(?P<year>20\d\d|上一?|去|前一)年度?的?(?P<what>[^，。；\d增减降升多少提压缩]{2,24}?)(?P<stage>)(?:总?[额数]|支出|为|的)*$"
)
_COMPARES = regex(r"[）)]?(?:相比|相较|相当|(?:基本)?(?:持平|一致)|增加|减少|增长|下降|提高|上升|压减|降低)")


def _named_base(context: Context) -> re.Match[str] | None:
    return _BASE_NAMED.search(context.clause) if _COMPARES.match(context.after) else None


def _of_other_year(other: re.Match[str], number: Numeral, context: Context) -> Reading | None:
    """The figure of the year that a comparison names; None where its words name something that no account is."""
    stage = next((s for word, s in _EQUAL_STAGES if word == other["stage"]), None)
    if stage is Stage.BUDGET and "年初预算" in other[0]:
        stage = Stage.INITIAL_BUDGET
    year = int(other["year"]) if other["year"].isdigit() else context.year - 1
    if year == context.year and re.search(r"年初预算数?[为的]?$", context.clause):
        stage = Stage.INITIAL_BUDGET  # 「与2023年度支出年初预算750万元相比」 in the final accounts of 2023
    what, topic = other["what"] or "", context.topic
    subjects, fund = subjects_of(what, topic, context.known) if what else (None, topic.fund)
    before = context.clause[: other.start()].strip('“”"（( ')
    if not what and (side := _SIDE.fullmatch(phrase_of(before))):  # 「收入较去年的148万元增加6万元」
        subjects, fund = (Subject("总额", f"本年{side[0]}合计"),), topic_fund(topic)
    elif not what and len(before) > 2:  # 「培训费比上年预算8万元增加2万元」 says itself what it is about
        subjects, fund = subjects_of(before, topic, context.known)
        subjects = subjects or own_subjects(before, context)
    if subjects is None and len(re.sub(r"支出|收入|的", "", what)) > 2:
        return None
    if subjects and [(s.name[:2], s.name[-2:]) for s in topic.subjects] == [(subjects[0].name[2:4], "总计")]:
        subjects, fund = topic.subjects, topic.fund  # 「收入总计750万元，比2022年度决算总收入742万元增加」
    return Reading(subjects, fund, Measure.AMOUNT, number.value, number.unit, stage, year)


def own_subjects(words: str, context: Context) -> tuple[Subject, ...] | None:
    """Subjects of the words before a verb: accounts, else a free name, None where the words only lead to it."""
    subjects, _ = subjects_of(words, context.topic, context.known)
    item = named_item(words, context.known)
    if subjects is not None or item is not None:
        return subjects or ((item,) if item is not None else None)
    rest = bare_name(phrase_of(words))
    if is_lead(fold(rest), context.topic.entity) or _ITSELF.fullmatch(rest):
        return None
    return free_subject(rest)


#: What was told just before, by a word for it.
_ITSELF = regex(r"(?:该|此|这)(?:项|笔|类)?(?:支出|收入|经费|费用|资金|预算|决算)*")


def changed(change: re.Match[str], number: Numeral, context: Context) -> Reading | None:
    """The change that a number is, behind a verb found in its clause, and of what; None where its unit says none."""
    if number.unit not in MONEY and number.unit != "%":
        return None
    if change["either"] and number.value > 0:
        return None  # 「增长/下降5%」: which of the two is not said, unless by the sign
    words = context.clause[: change.start()]
    if number.unit == "%" and re.search(r"(?<!年)[率度](?:[与比较同][^，。；]*)?$", words):
        return None  # 「满意度较上年提高1.5%」 may be points or per cent
    subjects, fund = _named(words, context)
    within = context.before != context.clause or _opens_with_stage(words, context.topic)
    if subjects and within and _of_item(words, subjects, context.topic):
        return Reading(None, context.topic.fund, _measure(number), _signed(number, change), number.unit)
    side = side_of(without_base(words), "") if subjects is None else ""
    if side == phrase_of(without_base(words)) == "支出" and _is_account(context.topic):
        side = ""  # 「“三公”经费…；与上年相比，支出减少1.12万元」 goes on with what it is about
    if side:
        # 「收入较去年增加85.36万元」 is told of all income, whichever source was named last.
        subjects, fund = (Subject("总额", f"本年{side}合计"),), topic_fund(context.topic)
    if _is_fund_of(subjects, words, context.topic):
        subjects, fund = context.topic.subjects, context.topic.fund
    based = _BASE_SIDE.search(words)
    if based is not None and {s.kind for s in context.topic.subjects} == {"总额"}:
        subjects, fund = (Subject("总额", f"本年{based['side']}合计"),), topic_fund(context.topic)
    if subjects is None:
        subjects = own_subjects(without_base(words), context)
        subjects, fund = _of_clause_before(context) if subjects is None else (subjects, fund)
        fund = own_fund(subjects, fund)
    subjects = as_told(subjects, words, context.topic)
    return Reading(subjects, fund, _measure(number), _signed(number, change), number.unit)


def _is_account(topic: Topic) -> bool:
    """Whether a text is about accounts that have a paragraph of their own, and about no part of a list."""
    return bool(topic.subjects) and all(subject.kind in _OWN_PARAGRAPH for subject in topic.subjects)


def _is_fund_of(subjects: tuple[Subject, ...] | None, words: str, topic: Topic) -> bool:
    """A fund's name where its spending is told: 「一般公共预算财政拨款支出90万元…，一般公共预算财政拨款增加2万元」."""
    spending = [s.name for s in topic.subjects] == ["本年支出合计"] and topic.fund is not Fund.ALL
    named = {s.kind for s in subjects or ()} == {"收入来源"}
    return spending and named and "收入" not in words


def _measure(number: Numeral) -> Measure:
    return Measure.CHANGE if number.unit in MONEY else Measure.CHANGE_RATE


def _signed(number: Numeral, change: re.Match[str]) -> Decimal:
    # 「下降-81.75%」 is a fall all the same.
    return -abs(number.value) if change["down"] or change["down2"] else number.value


#: Kinds of accounts that a paragraph of its own tells of, in which a new sentence goes on.
_OWN_PARAGRAPH = ("三公经费", "会议培训", "机关运行")


def _named(words: str, context: Context) -> tuple[tuple[Subject, ...] | None, Fund]:
    """The accounts that words name; none behind 「会议费预算5万元，培训费预算3万元。支出决算…」, that of both."""
    if context.topic.several and _opens_with_stage(words, context.topic):
        return (), context.topic.fund
    return subjects_of(words, context.topic, context.known)


def _opens_with_stage(words: str, topic: Topic) -> bool:
    """「机关运行经费预算9万元，支出决算8万元。支出决算较上年增加」: a sentence of nothing but a stage goes on."""
    own = {subject.kind for subject in topic.subjects} <= set(_OWN_PARAGRAPH)
    return own and topic.whole in ((), topic.subjects) and words.startswith(("支出决算", "支出预算"))


def _of_item(words: str, subjects: tuple[Subject, ...], topic: Topic) -> bool:
    """「机关运行经费支出8万元，支出决算比上年增加1万元」 is of the item named just before, not of all that is spent."""
    return all(subject.kind == "总额" for subject in subjects) and is_of_item(without_base(words), topic)


def is_of_item(clause: str, topic: Topic) -> bool:
    """Whether a clause names a stage of the item that the text is about, which is no total."""
    item = all(subject.kind not in ("总额", "支出结构", "收入来源") for subject in topic.subjects)
    return item and goes_on(clause, topic)


def _of_clause_before(context: Context) -> tuple[tuple[Subject, ...] | None, Fund]:
    """What the clause before says has changed, 「项目支出增加，较上年增加1133.95万元」, or is compared.

    「培训费5万元。公务接待费与上年相比，减少1万元」
    """
    clauses, fund = clauses_of(context.before), context.topic.fund
    said = _SAID_MOVED.search(clauses[-2]) if len(clauses) > 1 and not _IN_REASON.match(clauses[-2]) else None
    if said is None:
        return None, fund
    words = without_base(clauses[-2] if said["compared"] else clauses[-2][: said.start()])
    subjects, of_it = subjects_of(words, context.topic, context.known)
    own = None if said["compared"] else own_subjects(words, context)  # 「按可比口径与上年相比」 names nothing
    return (subjects, of_it) if subjects else (own, fund)


#: A change without a number, or what a change is from, at the end of a clause: 「有所减少，」, 「与上年相比，」.
_SAID_MOVED = regex(
    rf"(?:略有|有所|有|均)?(?:{_UP}|{_DOWN})(?:较多|较大)?$|(?:无增减|无|没有)(?:变化|变动)?$|(?:持平|一致|相同)$"
    r"|(?P<compared>(?:相比较?|比较|对比)(?:而言|来看)?)$"
)


#: 「主要是油价下降；较上年减少1.20万元」: what went down for a reason is not what the next change is of.
_IN_REASON = regex(r"(?:其)?主要(?:是|由于|因)|[^，]*(?:原因|缘由)|由于|因(?!公)")


def side_of(words: str, entity: str) -> str:
    """收入 or 支出 where the words say no more than that, of the body: 「今年收入」, 「本单位支出」; else empty."""
    said = fold(phrase_of(words))
    return said[-2:] if _SIDE.fullmatch(said[-2:]) and is_frame(said[:-2], entity) else ""


_SIDE = regex(r"收入|支出")
#: 「比上年收入增加50.8%」 is of income, whichever side was told last.
_BASE_SIDE = regex(
    r"^，?(?:与|比|较|同)(?:上一?年|去年|20\d\d年)度?(?P<side>收入|支出)(?:总额|数)?(?:相比)?$"
)


def goes_on(clause: str, topic: Topic) -> bool:
    """Whether 「支出决算为」 is a stage of the item before it, and no total: the item must not be an income."""
    bare = re.fullmatch(r"(?P<side>支出|收入)?(?:年初|全年|调整)?(?:预算|决算)\D{0,6}", phrase_of(clause))
    if bare is None or not topic.subjects:
        return False
    flows = {account.flow for s in topic.subjects if (account := label_to_account(s.name))}
    if not flows and topic.subjects[0].name.endswith("收入"):
        flows = {Flow.INCOME}  # 非税收入 is no account, yet no expenditure either
    return bare["side"] is None or flows != {Flow.INCOME if bare["side"] == "支出" else Flow.EXPENDITURE}
