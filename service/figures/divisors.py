"""What a figure may be divided by: the people or things that the money is of, or the months of a flow (除数).

Pay is of the staff, a pension of the pensioners, a service for residents of neither; vehicles are kept, not bought.
What is a rate, or is there at one time, is spread over nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.model import PHRASE_KINDS
from service.read.terms import overlap

#: Staff by the names that documents count them by.
_STAFF = regex(
    r"(?:实有|在职|在编|编内|在岗|职工|编制|年末|从业|干部|工作人员|人员总)(?:在编|在职|实有|职工|人员|总?人数|总数|数|\(人\)|（人）)*$"
)
#: Staff as a question names them; behind it a service is asked to be spread over them.
_STAFF_SAID = regex(r"职工|在职|在编|员工|干部|实有|编制|工作人员|全体人员|人数算")
_RETIRED = regex(r"退休|离休")
#: Accounts by function that are spent on a body's own people.
_OWN_PEOPLE = regex(r"运行$|养老|年金|医疗$|单位医疗|医疗补助|医疗保险|住房|公积金|补贴$")
#: People of a sort before 「人均」 who are not simply the staff.
_SORT = regex(
    r"(?P<sort>[\u4e00-\u9fff]{2}?)(?:人员|队员|教师|医生|护士|民警|协管员|司机|学生|居民|代表|委员)的?(?:人均|平均|每人|每个人|月均)"
)
#: People who work for a body beside its staff, whose average is none of all.
TRADES = (
    "辅警|协警|文员|协管|保安|保洁|环卫工|护工|村医|网格员|安全员|讲解员|辅导员|护林员|巡护员|消防员|民兵|志愿者"
    "|临聘|临时工|合同工|编外|外聘|派遣"
)
_TRADE = regex(rf"(?P<sort>{TRADES})(?:人员|员工|员|工)?的?(?:人均|平均|每人|每个人|一个人)")
#: Who money is paid to, by its own name, where that is not the body's staff, who are 公务员 as well.
_PAID_TO = regex(
    r"(?P<sort>(?:(?!人|职|委|成|全|在|超|定|党|动|官|(?<=公)务)[\u4e00-\u9fff])员|工作者|志愿者|村干部|村医|民兵|老人|老年人|儿童|学生|军人|残疾人|对象)"
    r"(?:岗位|生活|工作|基本|医疗|住房)*(?:补贴|补助|津贴|报酬|经费|待遇|生活费|保险)"
)
_ANY_STAFF = regex(r"在职|在编|职工|工作|全体|编制|机关|实有|所有|全部|单位|本单|财政")
#: Who a count is of where the words before it name a unit within the body.
_UNIT_WITHIN = regex(
    r"(?P<unit>[\u4e00-\u9fff]{2,}(?:中心|馆|俱乐部|办公室|[大支]队|站|所|院|学校))[^，。；]{0,6}(?:在职|在编|实有|编制)"
)


@dataclass(frozen=True, slots=True)
class _Not:
    """A count of things that is none to divide by, by its name or what stands before it in its sentence.

    ``unless`` are words of a question that ask for just these."""

    per: str
    named: re.Pattern[str]
    unless: re.Pattern[str]


_NOT = (
    _Not("辆", regex(r"购置|新增|更新|购买|报废|处置|租赁|新购"), regex(r"购置|购买|买|报废|租")),
    _Not("家", regex(r"下属|所属|下级|直属|基层|行政|事业|参公|企业|社会"), regex(r"属|基层|企业")),
)  # fmt: skip
#: Right before the number of a part: how many there are in all, and that these are some of them.
_OF_THEM = regex(r"车[^，。；]{0,8}\d+辆[^。；]*(?:其中|包括|分别)")
#: Vehicles that the price of those bought is spread over.
_BOUGHT = regex(r"购置|新增|更新|购买|新购")
#: What there is at one time, by unit and by name: its months are no parts of it.
_STOCK_UNITS = (*"人名辆台套家户座间所部艘架栋幢", "台（套）", "台套", "平方米", "万人")
_STOCK = regex(r"结转|结余|余额|资产|债务|处室|科室|机构|编制|单位|设备|车辆|存量|保有")
_RATE = regex(r"[率度]$|得分|满意")


def is_flow(fact: Fact, text: str) -> bool:
    """Whether a figure came about over its year, so that it may be spread over the months, in the sense of ``text``."""
    rate = fact.unit in ("%", "分", "‰") or fact.measure not in (Measure.AMOUNT, Measure.COUNT)
    if rate or _RATE.search(fact.subject.name) or _STOCK.search(fact.subject.name):
        return False
    return fact.unit not in _STOCK_UNITS and not ("用款计划" in text and fact.yuan is not None)


#: That all money is meant, and not what was spent on the thing.
_ALL_SAID = regex(r"总|合计|全部|所有|本年支出|全年支出|支出决算|整个|一年的?(?:支出|花费)")
#: What all that a body spends may be spread over.
_OF_THE_WHOLE = ("人", "名", "家", "个")


def has_divisor(fact: Fact, per: str, text: str) -> bool:
    """Whether money by this name is of anything that is counted in ``per`` at all."""
    name = fact.subject.name
    if fact.subject.kind == "总额" and per not in _OF_THE_WHOLE:
        # All that is spent is of no vehicle, and of no 公厕 unless all is meant.
        return _ALL_SAID.search(text) is not None
    if per == "人" and fact.yuan is not None:
        own = fact.subject.kind not in ("功能分类", "业务量", "绩效指标", "项目", "其他", "收入来源")
        own = own or any(known.search(name) for known in (_OWN_PEOPLE, _RETIRED, _OWN_MONEY))
        return "收入" not in name and (own or bool(_STAFF_SAID.search(text) or _RETIRED.search(text)))
    if per == "个" and "项目" in text:  # projects are what 项目支出 goes to, and no pay
        return "项目" in name or fact.subject.kind in PHRASE_KINDS
    if per == "辆" and fact.yuan is not None:
        return _OF_CARS.search(name) is not None
    joined = re.split(r"[与和及、]", name)
    # 「每吨垃圾」 of 道路清扫与垃圾收运: part of the money is of something else
    return len(joined) < 2 or per not in UNITS or all(part[:2] in text for part in joined)


#: Money that is spent on vehicles.
_OF_CARS = regex(r"车|交通|燃[油料]|加油|油[费款]|过[路桥]|运行维护")
#: What an average is to be taken by: 「按在编人数算，人均」.
_BY = regex(r"按(?:照)?(?P<by>[\u4e00-\u9fff]{2,14}?)(?:来)?(?:算|计算|平均|分摊|摊)")


def may_divide(counted: Fact, fact: Fact, per: str, text: str) -> bool:
    """Whether money is of the people or things of a count."""
    name = fold(counted.subject.name)
    by = _BY.search(text) if per == "人" else None
    if by is not None and overlap(by["by"], name + fold(counted.source.quote)) < len(by["by"]) - 1:
        return False  # by another number of people than this one
    if per == "人":
        return _is_of_people(counted, name, fact, text)
    if per == "辆" and name not in fold(fact.subject.name) and _OF_THEM.search(_before(counted)):
        return False  # 「车辆46辆，其中一般公务用车4辆」: the money is of them all
    if per == "辆" and "购置" in fact.subject.name and "运行" not in fact.subject.name:
        return bool(_BOUGHT.search(name) or _BOUGHT.search(_before(counted)))
    for row in _NOT:
        if row.per == per and not row.unless.search(text):
            return not (row.named.search(name) or row.named.search(_before(counted)))
    return not (per == "个" and "项目" in text) or "项目" in name


def _is_of_people(counted: Fact, name: str, fact: Fact, text: str) -> bool:
    trade = _TRADE.search(text)
    if trade is not None and trade["sort"] not in name:
        return False
    sort = _SORT.search(text)
    if sort is not None and not _ANY_STAFF.search(sort["sort"]) and sort["sort"] not in name:
        return False
    paid = _PAID_TO.search(fact.subject.name)
    if paid is not None and paid["sort"] not in name:
        return False  # what grid workers are paid is spread over no staff
    if _RETIRED.search(fact.subject.name):
        return bool(_RETIRED.search(name)) and not name.startswith(("是因", "年内新增", "新增"))
    guests = ("接待" in fact.subject.name or "人次" in text) and not _STAFF_SAID.search(text)
    if fact.yuan is None or guests or not _STAFF.search(name):
        for word in _RECEIVED:  # 「接待一个人多少钱」 is over those who were received
            if word in fact.subject.name:
                return word in name
        return not re.search(r"在职|在编|编制", name) and not _STAFF_MONEY.search(fact.subject.name)
    within = _UNIT_WITHIN.search(_before(counted))
    return within is None or within["unit"][-4:] in fact.entity or within["unit"][0] in "本我全"


#: The same by names that text alone tells of.
_OWN_MONEY = regex(r"^(?:工资|人员经费|住房公积金|差旅|办公费|基本支出|公用经费|本年支出合计|支出合计)")
#: Money that is spent on others, and what they are counted by.
_RECEIVED = ("接待", "出国", "会议", "培训")
#: Money of the staff by name, which other people's number never divides.
_STAFF_MONEY = regex(
    r"工资|津贴|补贴|奖金|绩效|人员经费|公积金|社会保障缴费|保险|年金|差旅|办公费|基本支出|公用经费|支出合计|三公|福利|工会"
)


def _before(counted: Fact) -> str:
    """The sentence of a count up to the count."""
    number = f"{counted.value:f}" if counted.value is not None else ""
    quote = counted.source.quote
    place = quote.find(f"{number}{counted.unit}")
    return re.split(r"[。；]", quote[:place] if place > 0 else "")[-1]


#: Units of what is counted that a question may ask a price of, beside those that every document counts in.
UNITS = (*"吨座起亩台场期篇份班处条棵株间套块本宗例床", "公里")
#: 「每吨」, 「每一座」.
UNIT_SAID = regex(rf"每一?(?P<unit>{'|'.join(UNITS)})(?!次|年|月)")
#: 「每人每月」: over the people, and over the months.
_MONTHLY = regex(r"每个?月|月均|一个月|月平均|人均月|月人均|月工资|月薪")


#: What stands behind the unit: the things that are priced.
_PRICED = regex(rf"每一?(?:{'|'.join(UNITS)})(?P<thing>(?!多少|要|平均|花|需|的)[\u4e00-\u9fff]{{2}})")

#: What stands behind 「每个」, up to what is asked of it.
_EACH = regex(r"每一?个(?:的)?(?P<thing>(?!多少|要|平均|花|需|的|人|月|季度)[\u4e00-\u9fff]{2,8})")


def is_of_the_thing(operands: Iterable[str], text: str) -> bool:
    """「每座水库」 is told by no number of pumping stations: one of the operands' names has the thing."""
    names = list(operands)
    each = _EACH.search(text)
    if (
        each is not None
        and names[1:]
        and not any(overlap(each["thing"], fold(name)) > 1 for name in names[1:])
    ):
        return False  # 「平均每个社区卫生服务站」 over the 9 projects
    thing = _PRICED.search(text)
    return thing is None or any(thing["thing"] in name for name in names)


def months_too(text: str, per: str) -> bool:
    """Whether an average by people is asked for by the month."""
    return per == "人" and bool(_MONTHLY.search(text))
