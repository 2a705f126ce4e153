"""What the headings over a column say of its figures: stage, money, year, measure and unit (栏目)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from ingest.accounts import is_total_word, label_to_account, strip_ordinal, without_unit
from ingest.model import Fund, Measure, Stage
from ingest.numbers import MONEY, is_percent, unit_in_header
from ingest.patterns import regex
from ingest.quantities import unit_in_brackets
from ingest.statements import together
from ingest.text import fold

T = TypeVar("T")

#: Words of a heading that say at which stage its figures hold; the first row that fits counts.
_STAGES: tuple[tuple[str, Stage], ...] = (
    (r"年初预算|年初目标|年初批复|年初安排", Stage.INITIAL_BUDGET),
    (r"全年预算|调整后?预算|调整预算|预算调整|预算调整后|变更后预算", Stage.ADJUSTED_BUDGET),
    (r"决算", Stage.FINAL_ACCOUNTS),
    (
        r"执行(?:数|金额|情况|进度|$)|实际执行|预计执行|实际完成|实际支出|实际收入|预计完成|完成[值数额]",
        Stage.EXECUTION,
    ),
    (r"预算|采购计划|计划采购|计划(?:数|金额)$", Stage.BUDGET),
)
#: Words of a heading that say which money is counted.
_FUNDS: tuple[tuple[str, Fund], ...] = (
    (r"政府性?基金|(?<!保险)基金预算", Fund.GOVERNMENT_FUND),
    (r"国有资本经营", Fund.STATE_CAPITAL),
    (r"公共(?:财政)?预算|公共财政拨款|一般预算(?!单位|外)", Fund.GENERAL),
    (r"(?<!非)财政(?:拨款|资金|补助)", Fund.APPROPRIATION),
)
#: Sorts of money of one budget, which are a part of it: 经费拨款 is 一般公共预算 without its 非税收入.
_SORTS: tuple[tuple[str, Fund], ...] = ((r"^(?:其中[:：]?)?经费拨款(?:补助)?$", Fund.GENERAL),)
#: 「预算」 in these names a fund or a classification, not a stage.
_NOT_A_STAGE = regex(
    r"(?:一般公共|公共财政|政府性基金|国有资本经营|部门|政府|财政)预算(?!数|金额)|预算(?:单位|部门|执行|完成|项目|科目|支出经济)"
)
#: Headings of columns of ratios; tried from the top.
_RATIOS: tuple[tuple[str, Measure], ...] = (
    (r"完成率|执行率|执行进度|完成.{0,4}%|决算.{0,3}(?:占|为).{0,3}预算", Measure.COMPLETION),
    (r"(?:增减|变动|变化|差异).{0,4}(?:率|幅|比例|[%％])|增长率|增幅|^幅度|增长.{0,3}[%％]|同比.{0,4}(?:率|幅|[%％])|[±+]%",
     Measure.CHANGE_RATE),
    (r"(?<!比)率(?:[(（][%％][)）])?$", Measure.RATE),
    (r"占比|比重|比例|[%％]", Measure.SHARE),
)  # fmt: skip
#: 增减 with a mark between its halves: 增、减金额, 增（减）额, 增加/减少, 增（+）减（-）%.
_PARTED = regex(r"增[加长]?(?:[(（][+＋][)）])?(?:[、/／或]?减少?(?:[(（][-－—][)）])?|[(（]减少?[)）])")
#: A gap that is no change: 用事业基金弥补收支差额, 差额拨款事业单位.
_GAP = r"(?<!收支)差额(?!拨款|补助|补贴|预算|事业|单位|人员)"
_CHANGE = regex(rf"增减|增加额|减少额|[比较].{{0,12}}(?:增加|减少)|变动|变化|增长|{_GAP}|差异|同比[+＋]|±")
#: Headings that say what is measured, not of which part.
_MEASURED = regex(
    rf"增减|占比|比重|完成率|执行率|执行进度|比例|变动|增幅|幅度|增长|变化|{_GAP}|差异|完成.{{0,6}}[%％]$|^%$|^同比[+＋]|±"
)
#: The base of a comparison in a heading, 「2024年预算数比2023年执行数」: not what the column is of.
_BASE = regex(
    r"(?:[比较与同](?=20\d\d年|上年|上一年|去年)|[比较](?=年初|预算)).*$|(?<=完成)(?:年初|全年|调整后?)?预算数?的?(?=[%％])"
)
#: A comparison in a heading that says nothing else: 决算比预算, 决算数比上年决算数.
_COMPARED = regex(r"[比较](?=20\d\d年|本年|当年|上年|上一年|去年|年初|全年|调整|预算).*$")
#: What an outcome is compared with where that is the budget of the same year, 比年初预算, 较2023年预算数.
_BUDGET_BASE = regex(r"[比较](?:(?P<year>20\d\d)年度?|本年度?|当年|年初|全年|调整后?)*预算")
#: How far off the budget a figure is: no change over the years.
_OFF_BUDGET = {Measure.CHANGE: Measure.VARIANCE, Measure.CHANGE_RATE: Measure.VARIANCE_RATE}
_COUNT_UNIT = regex(
    r"[(（](?:单位[:：])?(辆|台|套|人|个|次|批|批次|人次|团组|平方米|件)(?:[，,、（(/]?套[)）]?)?(?:/[^)）]{1,4})?[)）]"
)
_COUNT_HEAD = regex(r"^(?:采购|购置|计划|配置)?数量$|^(?:编制|在职|实有|离退休|年末)?人数$|^批次$|^人次$")
#: Headings over numbers of people or posts, in tables that say no unit of money.
_STAFF_HEAD = regex(
    r"(?:编制(?:数|人数|总数|[(（]人[)）])?|人员(?:数|总数|数量)?|[工师生]总?数|(?:实有|在职|退休|离休|离退休|年末)(?:人?数|人员))$|人数$"
    r"|^(?:年末|年底|现有|实有)?(?:在职|在编|在岗|退休|离休|离退休)$"
)
#: Headings that say of posts how many are filled, and of nothing else.
_FILLED_HEAD = regex(
    r"(?:年末|年底|期末|现有)?(?:实有|实际|实际在[岗编]|在岗|在编|现有|空编|缺编|超编|编外|聘用|临聘)数?"
)
#: Headings over other things that units have, which go without their unit in such tables.
_THINGS = (
    (regex(r"床位(?:数|总数)?$"), "张"),
    (regex(r"(?:教学班|班级)(?:数|个数)?$"), "个"),
    (
        regex(r"在[校园](?:[(（][校园][)）])?(?:生|学生|幼儿)(?:人?数)?$|学生(?:人?数)?$|幼儿(?:人?数)$"),
        "人",
    ),
    (regex(r"(?:公务用车|车辆)(?:保有量|编制数?|数量?)?$"), "辆"),
)
#: Rows below 车辆数（辆）, which say no unit of their own; the money of cars is 费, 支出 or 价值.
_CARS = regex(r"(?:用车|车辆)(?:数量?)?$")
#: What is counted where a row or heading says no unit: groups sent abroad, guests, cars; what they cost is 费.
_NUMBERS = (
    (regex(r"团组(?:个?数|数量)?$"), "个"),
    (regex(r"(?:公务)?(?:用车|车辆)(?:保有|购置)(?:量|数量?)$"), "辆"),
    (regex(r"接待(?:总)?批次数?$"), "批次"),
    (regex(r"(?:接待|出国|[(（]境[)）])(?:总)?人[次数]数?$"), "人次"),
)
#: Rows of people, where no heading says what is told of them.
_PEOPLE = regex(r"(?:人数|人员|编制|职工|教师|学生)数?$")
#: Headings that say only at which day people were counted, or by how many there are more or fewer since.
_DAY_HEAD = regex(
    r"(?:20\d\d年|[上本去]年|年|期)度?(?:期?[末底]|12月31日)(?:数|人数|实有(?:人?数)?)?|(?:比上年末?)?增减(?:变化|变动)?(?:数|人数)?"
)
_POINTS = regex(r"(?:分值|得分|权重|自评分|评分|分数)(?:[(（].{0,6}[)）])?$")
_LAST_YEAR = regex(
    r"^上年?期|^(?:上|去)年度?期?[末底]数?$|(?:上年|上一年|去年|上年度)(?:度)?(?:年初|全年|当年)?(?:决算|预算|执行|数|完成|实际|支出|收入|金额|同期|批复|安排|$)"
)


def stage_of(title: str, headings: Sequence[str], default: Stage) -> Stage:
    """The stage that the innermost heading names, else the title, else the document's."""
    texts = [_NOT_A_STAGE.sub("", fold(_BASE.sub("", text))) for text in (title, *headings)]
    return _first(_STAGES, texts, default)


def fund_of(texts: Sequence[str]) -> Fund | None:
    """The money that the innermost text names, None where none does; 一般公共预算和政府性基金预算 is 财政拨款.

    财政拨款 below 一般公共预算 is money of that budget, as 经费拨款 is.
    """
    folded = [together(fold(text)) for text in texts]
    named = [fund for text in reversed(folded) if (fund := _first(_FUNDS, [text], None)) is not None]
    narrow = next((fund for fund in named if fund is not Fund.APPROPRIATION), None)
    return narrow or _first(_SORTS, [fold(strip_ordinal(text)) for text in texts], next(iter(named), None))


def title_year(title: str, year: int) -> int:
    """The year that a title starts with (a performance form of the year before in a budget), else the document's."""
    named = re.match(r"(20\d\d)年", title)
    return int(named[1]) if named else year


def year_of(headings: Sequence[str], year: int) -> int:
    """The year that the innermost heading names, or the one before ``year`` for 上年数."""
    for heading in reversed(headings):
        own = _BASE.sub("", heading)
        named = re.search(r"(20\d\d)(?=年|$)", own)
        if named:
            return int(named[1])
        if own.startswith("前年"):
            return year - 2
        if _LAST_YEAR.search(own):
            return year - 1
    return year


def _whole(heading: str) -> str:
    """A heading with the two halves of 增减 together."""
    return _PARTED.sub("增减", heading)


def off_budget(measure: Measure, headings: Sequence[str], year: int) -> Measure:
    """A change against the budget of the same year told as how far the outcome is off it (决算比年初预算增减额)."""
    base = next((m for text in reversed(headings) if (m := _BUDGET_BASE.search(fold(text)))), None)
    if base is None or (base["year"] and int(base["year"]) != year):
        return measure
    return _OFF_BUDGET.get(measure, measure)


def _counted(label: str, heading: str, leaf: str) -> str:
    """In what a column or row says in brackets that it counts: 车辆（辆）, 床位（张）; empty where it is money."""
    if says_worth(leaf) or unit_in_header(leaf) in MONEY:
        return ""
    count = _COUNT_UNIT.search(label) or _COUNT_UNIT.search(heading)
    own = unit_in_brackets(leaf)
    return count[1] if count else own if "元" not in own and own not in ("%", "分") else ""


def measure_of(printed: str, headings: Sequence[str], label: str, unit: str) -> tuple[Measure, str]:
    """What a cell measures, and in which unit: its heading tells, then its own sign, then its row."""
    headings = [_whole(text) for text in headings]
    heading = " ".join(headings)
    leaf = headings[-1] if headings else ""
    if printed.strip()[-1:].isalpha() and unit not in MONEY:
        return Measure.COUNT, unit
    if _POINTS.search(heading):
        return Measure.COUNT, "分"
    for pattern, measure in _RATIOS:
        if measure is Measure.RATE and printed.strip().endswith("‰"):
            continue
        if re.search(pattern, leaf) or (re.search(pattern, heading) and not unit_in_header(leaf)):
            return measure, "%"
    if is_percent(printed):
        return (Measure.CHANGE_RATE if _CHANGE.search(heading) else Measure.SHARE), "%"
    if counted := _counted(label, heading, leaf):
        return Measure.COUNT, counted
    if _COUNT_HEAD.search(fold(leaf)):
        return Measure.COUNT, "人" if leaf.endswith("人数") else unit if unit not in MONEY else ""
    if counted := _counted_in(printed, headings, fold(label), unit):
        return Measure.COUNT, counted
    own = unit_in_header(heading) or unit_in_header(label)
    return (Measure.CHANGE if _CHANGE.search(heading) else Measure.AMOUNT), own or unit


def _counted_in(printed: str, headings: Sequence[str], label: str, unit: str) -> str:
    """In what a cell counts that says no unit of its own: staff and cars by heading, cars and people by row."""
    heading = " ".join(headings)
    leaf = fold(headings[-1]) if headings else ""
    if unit not in MONEY and _STAFF_HEAD.search(leaf) and re.fullmatch(r"[\d,]{1,7}", printed.strip()):
        return "辆" if "车" in heading else "人"
    if unit not in MONEY and re.fullmatch(r"[\d,]{1,7}", printed.strip()):
        counted = next((own for words, own in _THINGS if words.search(leaf)), "")
        if counted:
            return counted
    if re.fullmatch(r"[\d,]{1,7}", printed.strip()):
        counted = next((own for words, own in _NUMBERS if words.search(label) or words.search(leaf)), "")
        if counted:
            return counted
    if not re.fullmatch(r"\d{1,4}", printed.strip()):
        return ""
    if _CARS.search(label) and (not unit or unit in MONEY):
        return "辆"
    return "人" if not heading and _PEOPLE.search(label) else ""


def of_posts(heads: Sequence[str]) -> bool:
    """Whether the headings of a table tell of posts, and of no car or bed that goes by them too."""
    folded = [fold(head) for head in heads]
    posts = any("编制" in head and _STAFF_HEAD.search(head) for head in folded)
    return posts and not any(re.search(r"车|床|设备", head) for head in folded)


def fills_posts(leaf: str) -> bool:
    """Whether a heading beside that of the posts says how many people are in them (年末实有)."""
    return bool(_FILLED_HEAD.fullmatch(fold(leaf)))


def counts_people(label: str, headings: Sequence[str]) -> bool:
    """Whether a row of people has the numbers of days: 「编外人员│2023年末│2024年末│增减」."""
    told = [fold(_whole(heading)) for heading in headings]
    return bool(told) and bool(_PEOPLE.search(fold(label))) and all(map(_DAY_HEAD.fullmatch, told))


_WORTH = regex(r"原值|净值|价值|单价|总价|账面")


def says_worth(heading: str) -> bool:
    """Whether a heading says what things are worth: money, in whatever its rows are counted."""
    return bool(_WORTH.search(heading))


#: What stands before a part of an amount.
OF_WHICH = "其中："
#: The money of the year, and that of projects: all of it in a column of its own, a part beside a total.
_THIS_YEAR = regex(
    r"(?:当年|本年度?)(?:(?:年初)?(?:预算|安排)(?:数|资金|安排)?|财政拨款(?:收入|资金|金额)?)?"
)
_OF_PROJECTS = regex(r"(?:专项|项目)资金")


def is_this_year(heading: str) -> bool:
    """Whether a heading says that its money is this year's, and no more (当年预算)."""
    return bool(_THIS_YEAR.fullmatch(fold(strip_ordinal(without_unit(heading)))))


def is_weak(heading: str) -> bool:
    """Whether a heading is one of all the money where it stands alone, and of a part beside a total of it."""
    return is_this_year(heading) or bool(_OF_PROJECTS.fullmatch(fold(strip_ordinal(without_unit(heading)))))


#: What heads the columns of several sources is no part of their total: 「资金来源：合计」.
_SOURCES = regex(r"^资金(?:来源|性质|构成)[：:](?=.)")


def says_all(heading: str) -> bool:
    """Whether a heading names no part: a word for all, a stage, a fund, a year, a measure, or an account."""
    heading = _SOURCES.sub("", _whole(heading))
    if heading.startswith(OF_WHICH[:-1]) and is_weak(heading):
        return False
    if _MEASURED.search(heading) or re.fullmatch(
        r"(?:20\d\d)年?度?(?:期?[末底])?|(?:本|当|上|去)年度?|[上本]年度?期?末|[上本]期|(?:按|其中)?资金(?:来源|性质|构成)|其中[:：]?"
        r"|(?:项目|专项|经费|安排|支出|申请|预算)+总?(?:金额|资金)",
        without_unit(heading),
    ):
        return True
    if is_total_word(heading) or label_to_account(heading) is not None or mentions(heading):
        return True
    outcome = _COMPARED.sub("", heading)
    return outcome != heading and (not outcome or mentions(outcome))


_HOW = regex(
    r"(?:比|较)?(?:上年|年初|预算|预算数|决算数)?(?:增减|变动|变化|差异)(?:额|率|数|幅度|比例|情况)?[(（]?%?[)）]?|增幅|占比|完成率|执行率|差额"
)


def says_when(label: str) -> bool:
    """Whether a row's label names a year, a stage or a measure and nothing else (2023年预算数, 增减额)."""
    label = _whole(label)
    folded = fold(without_unit(label))
    stage = any(re.search(pattern, folded) for pattern, _ in _STAGES) or bool(re.match(r"20\d\d年", folded))
    fund = any(re.search(pattern, folded) for pattern, _ in _FUNDS)
    return bool(_HOW.fullmatch(label)) or (stage and not fund and not _PLAIN.sub("", folded))


#: Words of a heading that say when, by which stage or of which money, but not which part.
_PLAIN = regex(
    r"20\d\d年?|一般公共预算|公共(?:财政)?预算|一般预算|政府性?基金(?:预算)?|基金预算|国有资本经营(?:预算)?|财政拨款|财政资金|公共财政|财政补助"
    r"|年初|全年|调整后?|变更|实际|预计|预算|决算|执行|完成|批复|安排|下达|资金|拨款|补助|收入|支出|合计|小计|总计|金额|数额"
    r"|本年度?|当年|年度|上年度?|去年|计划|情况|其中|部门|本级|经费|数|额|值"
)


def mentions(text: str) -> bool:
    """Whether a heading names a stage or a fund and no more than that (财政拨款结转结余 names a part of it)."""
    folded = fold(without_unit(text))
    named = any(re.search(pattern, folded) for pattern, _ in (*_STAGES, *_FUNDS))
    return named and not _PLAIN.sub("", folded)


def _first(rows: Sequence[tuple[str, T]], texts: Sequence[str], default: T) -> T:
    for text in reversed(texts):
        for pattern, value in rows:
            if re.search(pattern, text):
                return value
    return default
