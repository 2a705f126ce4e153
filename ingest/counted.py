"""What a count counts: the noun before the number, or the one behind its unit (计数的对象)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from ingest.accounts import label_to_account
from ingest.leads import without_opening
from ingest.model import Subject
from ingest.patterns import regex
from ingest.wording import phrase_of

#: Verbs that only bring a count, at the end of the words before it.
_BRINGING = regex(
    r"(?:组织(?:开展)?|开展|召开|举办|进行|设有?|下设|(?<![实保])有|共计?|累计|合计|达到?|为|约|近|发现|实现了?|完成|涉及|安排|列明|拥有|"
    r"分别|最少|至少|多达|超过|仅|达成|[，、（(“”])+$"
)
#: Words at which a noun behind a unit ends: verbs, money, another count.
_NOUN_END = regex(
    r"(?:(?<=[\u4e00-\u9fff]{2})\d(?!\d{3}年)|按(?=每|人|户|月|年|\d)|开展|实行|进行|组织|获得|实施|纳入|参加|参与|通过|完成|被|均|已|平均|共计|累计|合计|共|财政拨款|[，。；：（()）]|(?:[和及与、]|以及)(?=\d)|(?<=单位|部门|机构|机关|企业|学校|人员|项目)(?:的|(?=20\d\d年)|及(?!单位|部门|机构|其他))|(?<=[\u4e00-\u9fff]{2})(?:当中|之中|中|里|内)(?=有?\d|[，,])|$)"
)
#: Nouns that say nothing without what is done with them.
_GENERIC = regex(r"(?:预算|二级|基层|下属|重点)?(?:项目|单位|部门)")
_PERSON = ("人", "名")
_ONLY_TIME = regex(r"(?:全年|今年|本年度?|当年|年内|期间|期末|年[初末底]|截至目前)")
#: 「23项指标中20项达到目标值」: the second number is of the things just counted.
_AMONG = regex(r"^(?:当中|之中|中|里|内)有?")
#: Words before a bracket that is still open name the whole, those behind it the part: 「公车（轿车3辆、客车1辆）」.
_OPENED = regex(r"^.*[（(](?:其中|包括|包含|含|有)?[:：]?(?=[\u4e00-\u9fff]{2,}[^（()）]*$)")
#: The same without a bracket: 「特种用车包括消防车3辆、救护车2辆」.
_PARTED = regex(r"^.*[\u4e00-\u9fff]{2}(?<!不)(?:包括|包含)[:：]?(?=[\u4e00-\u9fff]{3,}$)")
#: A noun straight before the next number, 「惠及8个行政村426户」: no verb is in it.
_THINGS = regex(
    r"(?:(?![不只仅各]|全部|、)[\u4e00-\u9fff]){1,5}(?![于有为中里达约超近共满足比后])[\u4e00-\u9fff]"
)
_SCORE = regex("(?:得分|评分|分数|总分)$")
#: A list goes on behind a bracket: 「教学部7个（文法部、理工部）、实验室3个」.
_CLOSED = regex(r"^.*[)）]、(?=[\u4e00-\u9fff]{2})")
#: A mark that some of the things counted before were given: 「9个优、1个良」.
_GRADE = regex(r"[“”]?(?P<grade>优秀?|良好?|中等?|一般|合格|较?差)[“”]?(?=[，、；。]|$)")
#: A mark whose opening quote was cut off names nothing by itself, and stays a piece: 「良”的项目」.
_MARKED = regex(r"^[\u4e00-\u9fff]{1,3}”(?=的|$)")
#: What a count is for and not of: 「用于机关及8个分局人员和日常公用支出」.
_COST = regex(r"(?:支出|经费|费用|开支)$")


def counted_name(before: str, after: str, unit: str) -> tuple[str, int]:
    """Name of what is counted, and how many characters behind the unit it takes; empty where none is told.

    ``before``: the clause up to the number, ``after``: the text behind the unit.

    >>> counted_name("全年共受理投诉案件", "，其中", "件")
    ('受理投诉案件', 0)
    >>> counted_name("并对", "立法项目开展调研。", "个")
    ('立法项目', 4)
    """
    if grade := _GRADE.match(after):
        return f"评为{grade['grade']}", grade.end()
    noun = _noun(after)
    before = _PARTED.sub("", _OPENED.sub("", before))
    before = before if noun else _CLOSED.sub("", before)
    told = re.sub(r"^(?:主要)?用于(?=[\u4e00-\u9fff]{2})", "", _told(_AMONG.sub("", before)))
    if given := _given(before, after, unit):
        return given, 0
    if re.search(r"(?:用于|保障|服务于)$", told):
        return "", 0  # 「用于3辆公务用车燃油支出」 says what money is for
    if (of_unit := _of_unit(told, after)) and unit in _PERSON:
        return of_unit
    if noun and re.search(r"用于|保障", before) and _COST.search(noun):
        return "", 0
    return _by_noun(told, noun, after) if noun else (_by_told(told, unit), 0)


def _by_told(told: str, unit: str) -> str:
    """The name that the words before the number say alone; empty where they say none."""
    if _ONLY_TIME.fullmatch(told) or told in ("新增", "增加", "减少"):
        return ""  # 「全年为312户企业发放…」
    told = f"{told}量" if told.endswith("保有") else told
    name = f"{told}人员" if unit in _PERSON and told in ("调出", "调入", "退休") else told
    return name if _chinese(name) >= 2 else ""


def _by_noun(told: str, noun: str, after: str) -> tuple[str, int]:
    """The name with the noun behind the unit, and how many characters it takes."""
    taken = len(noun)
    if _GENERIC.fullmatch(noun):
        doing = _doing(after[taken:])
        if doing:
            return f"{doing}的{noun}", taken
    attribute = re.search(r"(?:下属|所属|直属|内设|新增|在编|实有)$", told)
    if attribute:
        return f"{attribute[0]}{noun}", taken
    told = re.sub(r"[：:；;]+$", "", told)
    told = re.sub(r"^[为给向对](?=[\u4e00-\u9fff]{2})|^.*[和及与、]$", "", told)
    # A long clause before is how it was done, a short verb or attribute belongs to the name.
    noun = _NOUN_LEAD.sub("", noun)
    return (f"{told}{noun}" if _chinese(told) <= 6 else noun), taken


#: People of a unit that is named straight before their number: 「县文化馆在职7名人员」.
_STAFF_OF = regex(
    r"(?P<unit>[\u4e00-\u9fff]{4,}?(?:中心|俱乐部|办公室|编辑部|招待所|大队|支队|[校院馆所站团社园队]))(?P<kind>在职|在编|实有|现有|退休|离休)?$"
)
_STAFF = regex(r"(?:在职|在编|退休|离休|聘用|编外)?(?:教?职工|人员|教师|干部)")
_JOINS = regex(r"[和与及、]|包[括含]|其中|加上|另外?有|还有|以及")
_OWN_UNIT = regex(r"[本我该全各其]|下属|所属|直属|事业")


def _of_unit(told: str, after: str) -> tuple[str, int] | None:
    """The people of a unit below the body, by its name: they are none of the body's own."""
    place, people = _STAFF_OF.search(told), _STAFF.match(after)
    unit = _JOINS.split(place["unit"])[-1] if place is not None else ""
    if place is None or people is None or len(unit) < _UNIT_NAME or _OWN_UNIT.match(unit):
        return None
    return f"{unit}{place['kind'] or ''}{people[0]}", people.end()


_UNIT_NAME = 4
#: What was done for so many: 「为864名农民工追讨工资1236.5万元」 counts 农民工, of whom it is said what was done.
_TO_WHOM = regex(r"(?:为|给|向|对|替|帮助?|协助|支持|资助|惠及)$")
_PEOPLE = regex(r"[名人户家对位]$|人次$")
_DOING = (
    r"(?:追[讨回缴]|讨回|挽回|发放|核发|拨付|支付|兑[付现]|返还|退还|清偿|补缴|代缴|缴纳|缓缴|减[免征]|落实|办理|办结|提供|申[请领报]"
    r"|争取|报销|补贴|补助|救助|资助|开展|进行|实施|安排|组织|解决|配备|安装|购[置买]|采购|建立|介绍|推荐|改造|修[缮建复]|接种"
    r"|颁发|赠送|捐赠|送去|受理|审核|认定|培训|体检|签约)了?[\u4e00-\u9fff“”]{0,14}?(?=\d|[，。；、（(]|$)"
)
_DONE = regex(_DOING)
_DONE_FOR = regex(rf"(?P<who>[\u4e00-\u9fff]{{2,12}}?)(?P<done>{_DOING})")
#: The same with those before the number: 「为80周岁以上老人1860人发放」.
_FOR_THEM = regex(r"(?:^|[，计划将拟])(?:为|给|向|对)(?P<who>[^，。；：]{2,16})$")


def _given(before: str, after: str, unit: str) -> str:
    """「追讨工资的农民工」: those that something was done for, by what was done; empty where no verb tells it."""
    if not _PEOPLE.search(unit):
        return ""
    who, done = _FOR_THEM.search(before), _DONE.match(after)
    if who is not None and done is not None:
        return f"{done[0]}的{who['who']}"
    match = _DONE_FOR.match(after) if _TO_WHOM.search(before) else None
    return f"{match['done']}的{match['who']}" if match is not None else ""


#: Words that say nothing without the thing counted before them: 「新增企业29家，总数达到176家」.
_OF_THING = regex(r"(?:累计|在册)?总(?:数|量|数量)|存量|人数")
_NEW = regex(r"^(?:新增|净增|新建|新设|新签|新认定|新培育|新注册|增加|减少)(?=.{2})")


#: A mark given to some of the things counted: what is told behind it is of them all.
_A_GRADE = regex(
    r"(?:评为|评价?结果为?|等级为?)?[“”]?(?:优秀?|良好?|中等?|一般|合格|较?差)[“”]?(?:等级|等次)?"
)


def of_thing(name: str, thing: str, unit: str) -> str:
    """The name of a count that is told of the thing counted just before: its average score, its total number."""
    if not thing or thing.endswith(name) or _A_GRADE.fullmatch(thing):
        return name
    thing = thing.removesuffix("批次") if name == "人数" else thing
    if unit == "分" and re.fullmatch(r"平均(?:得)?分|(?:平均)?得分", name):
        return f"{thing.split('的')[0]}{name}"
    return f"{_NEW.sub('', thing)}{name}" if _OF_THING.fullmatch(name) else name


#: Money for gatherings, whose guests are told by 人数 alone.
_GATHERINGS = ("会议费", "培训费")


def of_gathering(name: str, thing: str, spent: str) -> str:
    """「培训费5万元，…，人数80人」: those trained, unless a count of something else stands between."""
    what = spent.removesuffix("费")
    if (
        name != "人数"
        or spent not in _GATHERINGS
        or (thing and what not in thing and not thing.endswith(name))
    ):
        return name
    return f"{what}{name}"


#: Verbs that say nothing without the money that does it: 「农村低保金312.5万元，惠及686户」.
_OF_MONEY = regex(r"(?:全年|共|累计|直接)*(?:惠及|受益|覆盖|发放|保障|涉及|支持|资助|补助)(?:人数|对象)?")


def of_money(name: str, spent: str) -> str:
    """The name of a count that is told of the money just before, empty where no money was told and it says no thing."""
    return name if not _OF_MONEY.fullmatch(name) else f"{spent}{name}" if spent else ""


#: Several of a sort with their numbers, 「行政编制8名，事业编制5名」, and how their total is told.
_LISTED = r"(?P<name>[\u4e00-\u9fff]{2,20})(?P<n>\d[\d,]*)"
_IN_ALL = regex(r"[、，,；]?(?:一?共|共计|合计|总计)")


def in_all(
    counted: tuple[Subject, ...], before: str, text: str, value: Decimal, unit: str
) -> tuple[Subject, ...]:
    """What a bare total is of that follows several things of one sort: of all these, not of the last.

    「政法编制186名，工勤编制12名，共198名」 counts 编制; where the numbers do not add up to it, it is of none.
    """
    listed = list(re.finditer(_LISTED + re.escape(unit), text))
    if len(listed) < 2 or not _IN_ALL.fullmatch(before):
        return counted
    ends = zip(*(reversed(m["name"]) for m in listed), strict=False)
    sort = "".join(one[0] for one in takewhile(lambda chars: len(set(chars)) == 1, ends))[::-1]
    whole = sum(Decimal(m["n"].replace(",", "")) for m in listed)
    return (Subject("业务量", sort),) if whole == value and len(sort) > 1 else ()


_ABROAD = regex(r"(?:国[（(]境[）)]外|国外|境外|外事)(?:公务)?接待[^；;。]*$")


def of_guests(name: str, before: str) -> str:
    """The name of those received, 「国（境）外接待费0.00万元，共接待0批次」: those from abroad."""
    if re.fullmatch("接待国内(?:来访|来宾|来客|公务)?(?:人员|团组)?", name):
        return "国内公务接待"
    before = re.sub(r"[（(][^（()）]*[)）]", "", before)  # 「（其中：外事接待费0万元），…接待人次946人」
    return f"国（境）外{name}" if name.startswith("接待") and _ABROAD.search(before) else name


def going_on(counted: tuple[Subject, ...], unit: str) -> tuple[Subject, ...]:
    """What a further count may be of: what was counted last, but points are counted in 分 and in nothing else."""
    if counted and counted[0].name.endswith("批次") and unit in (*_PERSON, "人次"):
        counted = (replace(counted[0], name=counted[0].name.removesuffix("批次")),)
    return () if counted and unit != "分" and _SCORE.search(counted[0].name) else counted


def _told(before: str) -> str:
    """The words before a number that are part of the name: no verb that only brings it, no conjunction."""
    told = _BRINGING.sub("", without_opening(phrase_of(_BRINGING.sub("", before))))
    told = _MEANT.sub("", told)
    if told.count("“") != told.count("”") and not _MARKED.match(told):
        told = re.sub("[“”]", "", told)
    return (
        "" if told in ("和", "及", "与", "以及", "并对", "对", "并", "在", "将", "把", "为", "主要") else told
    )


#: What is only planned, before a verb that was cut off: 「拟召开2次会议」.
_MEANT = regex(r"^(?:拟|计划|预计)$")


def _noun(after: str) -> str:
    """The noun straight behind a unit, empty where punctuation or a verb follows."""
    text = _NOUN_LEAD.sub("", after)
    lead = len(after) - len(text)
    end = _NOUN_END.search(text)
    if end is None or not text:
        return ""
    stop = end.start()
    stop = min(stop, _to_money_of(text[:stop]))
    if text.startswith("关于"):  # 「5次关于计划、预算决算和审计工作报告」
        stop = next((i for i, char in enumerate(text) if char in "，。；"), len(text))
    noun = _before_account(text[:stop])
    if (
        not 2 <= _chinese(noun) <= 20
        or label_to_account(noun) is not None  # a full stop is missing: 「购置0辆公务接待费4万元」
        or re.search(r"\d|以[上下内]|左右|^(?:[的之级和及与]|以及|其中)|^(?:要求|规定|禁令)$", noun)
        or (text[stop : stop + 1].isdigit() and not _THINGS.fullmatch(noun))
        or not re.match(r"[\u4e00-\u9fff“《]", noun)
    ):
        return ""
    return after[:lead] + noun


#: Bodies whose money is named straight behind them.
_BODIES = regex(r"(?:单位|机构|部门|机关|学校|事业站|站所)$")


def _to_money_of(text: str) -> int:
    """Where the account of bodies begins that are counted: 「3家参照公务员法管理的事业单位机关运行经费8万元」."""
    parts = (cut for cut in range(len(text) - 3, 1, -1) if label_to_account(text[cut:]) is not None)
    return next((cut for cut in parts if _BODIES.search(text[:cut])), len(text))


#: What stands between a unit and its noun: 「2辆为特种车辆」.
_NOUN_LEAD = regex(r"^(?:方面|[为是系](?=[\u4e00-\u9fff]{2}))")
#: Accounts of the body that a noun behind a unit may run into.
_RUN_INTO = ("三公经费", "机关运行", "会议培训")


def _before_account(noun: str) -> str:
    """「下属2家行政单位机关运行经费」 are 行政单位: the account behind them has a figure of its own."""
    for cut in range(2, len(noun) - 2):
        account = label_to_account(noun[cut:]) if noun.endswith(("费", "费用", "支出")) else None
        if account is not None and account.kind in _RUN_INTO:
            return noun[:cut].removesuffix("的")
    return noun


def _doing(rest: str) -> str:
    """What is done with a thing just counted, up to the next mark: 「开展整体支出绩效自评」."""
    match = re.match(
        r"(?P<verb>开展了?|实行|进行|实施|纳入|参加|参与)(?P<what>[^，。；：]{2,24})(?=[，。；])", rest
    )
    if match is None or re.search(r"\d(?!\d*年)", match["what"]):
        return ""
    return match["verb"].removesuffix("了") + re.sub(r"20\d\d年度?", "", match["what"])


def _chinese(text: str) -> int:
    return len(re.findall(r"[\u4e00-\u9fff]", text))
