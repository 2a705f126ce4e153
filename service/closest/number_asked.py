"""Which sort of number a question asks for, and how well the unit of a number fits (所问之数)."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.patterns import regex
from service.closest.places import Place, measure_of

#: What is paid or had in money.
_SUM = "(?:" + "|".join((
    "钱", "费用?", "经费", "资金", "款项?", "金额", "补[贴助]费?", "工资", "薪水", "租金", "房租", "津贴", "救助金",
    "奖金", "奖学金", "助学金", "罚款", "投资", "损失", "货款", "押金", "学费",
    "债券?", "贷款", "借款", "欠款", "赔偿", "保证金", "单价", "价格", "价钱", "造价", "合同额", "利息", "税",
)) + ")"  # fmt: skip
_RATE = regex(
    r"百分之[几多]|百分比|百分之多少|[几多]少?成(?!员|本|果|交)|比例|比重|占比|占了?多少"
    r"|(?:率|(?<=[意晓名持可任献存成与盖])度)[^，。？多几]{0,6}(?:是|有|为|达|到|多|才)*(?:多少|多高|几)|增幅|降幅|涨幅|%"
)
_MONEY = regex(
    rf"(?:多少|几)[^，。？多少几]{{0,7}}{_SUM}|{_SUM}[^，。？]{{0,8}}(?:多少|几)(?![个名位户件辆台次处])"
    r"|[几多]少?(?:十|百|千)*(?:块|毛|元|万(?!人|户|[亩吨件次]))"
    r"|(?:花|掏|拨|投|垫|赔|罚|贴|补|奖|给|挣|赚|报销|值)[了出过着掉人家]*多少(?:[？?，。啊呀呢了]|$)"
    r"|(?:多少|几)个?(?:[十百千]*[万亿])(?!人|户|[亩吨件次株平立])|多少万|多贵|[买修建盖租][^，。？]{0,12}要多少(?:[？?，。啊呀呢]|$)"
    r"|(?:预算|决算|支出|开支|拨款)[^，,。？多几]{0,8}多少(?=[？?，,。啊呀呢嘛]|$)"
)
#: Measure words that are asked for, longer ones first.
_WORDS = (
    "个工作日 工作日 万平方米 平方米 平方公里 平方千米 平米 平方 立方米 立方 公里 千米 人次 户次 批次 场次 轮次 "
    "课时 小时 分钟 个月 公斤 公顷 车次 件次 台套 人 名 位 户 家 个 件 起 宗 次 回 趟 期 场 轮 批 项 条 座 栋 "
    "幢 间 所 处 辆 台 套 部 本 册 份 篇 张 块 亩 吨 棵 株 盏 口 眼 头 只 艘 米 里 对 例 针 剂 班 门 "
    "节 分 天 段 支 队 床 斤 杯 盘 幅 卷 根 站 层 组 种 类 款 遍 届 路 桩 匹 双 封 集 棚 窝 架 通 单 "
    "枚 尾 羽 孔 顶 副 盒 袋 瓶 桶 罐 具 樘 扇 颗 粒 度 级 岁 秒 分贝 微克 毫克 千瓦 兆瓦 升 毫米 厘米"
).replace(" ", "|")
#: Where a measure word is asked for, with it.
COUNTED = regex(
    rf"(?:多少|(?<!第)几)(?:百|千|万|亿|十)*(?:个(?=[场次亩吨])?)?(?P<unit>{_WORDS})(?![钱元亿万百千项])(?<!通(?=[过报知道行常]))(?<!单(?=[位价独笔]))"
)
#: A count that is asked for by its name: 「设备台套数」, 「报警次数」, 「公厕数量」.
_NAMED = regex(
    r"(?:(?P<unit>台套|人次|批次|场次|户次|[次件户辆台套篇份场期处座个家例起]))数(?:量|目)?(?:[是有为]?(?:多少|几)|[？?。，]|$)|数量(?:[是有为]?(?:多少|几)|[？?。，]|$)"
)
_PEOPLE = regex(
    r"多少(?:个|名|位)?(?:人(?!次|民|家)|学生|老人|孩子|娃|老师|教师|职工|医生|护士|干部|群众|居民(?![区点小楼组委会])|残疾人|志愿者|工人|大夫|警察|党员"
    r"|专家)|多少(?:个|名|位)?[\u4e00-\u9fff]{0,5}(?:(?<!机器)人|者|(?<=[学考新女男究医习业])生|(?<=[学党队职演船官雇会动洁管查察教人])员"
    r"|(?<=[教律技医])师|(?<=[村居市农牧渔难移])民|儿童|孤儿|罪犯)(?=[，。？?了呢啊吗呀]|$)|人口(?:一共|总共|大概|约|有|是|为)*(?:多少|几)|[几多]少?个?人(?!次|民|家)|人数|几口人|多少号人"
)
_LONG = regex(r"多久|多长时间|几天|多少天|几个月|几小时|几分钟|多少分钟|几个钟头")
#: How long, how wide something is.
DIMENSION = regex(r"多(?P<of>[长宽高深厚远])(?!时间|期|效)|(?P<named>[长宽高深厚]度)(?:是|有|为)?(?:多少|几)")
_EACH = regex(
    r"每|一(?:个|辆|次|人|户|亩|张|本|间|台|块|件|斤|月|天|日|晚|顿|学期|回|期|针|套|名|位|家|趟|节|平|吨|公里)"
    r"|单价|人均|平均|户均|(?<!高)标准"
)
#: Units that stand for each other in what people ask.
_ALIKE = tuple(
    frozenset(row.split())
    for row in (
        "人 名 位 户 口 个", "件 起 宗 个 例 项 次 条 桩 通 单", "个 家 处 座 所 块 间 条 项 栋 幢 户 支",
        "次 回 趟 期 场 轮 批 遍 批次 场次 轮次 人次 班", "辆 台 部 套 个 艘 台套 架", "本 册 份 篇 张 个",
        "亩 平方米 公顷 平方公里 平方千米 平米 平方", "棵 株", "公里 里 米 千米",
        "天 个工作日 工作日 小时 个小时 分钟 个月 日 个钟头",
        "吨 公斤 斤 立方米 千克 立方", "人次 人", "头 只 匹 羽", "床 张", "口 眼 个", "枚 个 颗", "路 个", "尾 条",
    )
)  # fmt: skip
MONEY, RATE, COUNT, PEOPLE, ANY = "money", "rate", "count", "people", "any"


@dataclass(frozen=True, slots=True)
class Asked:
    """The sort of number that is asked for, the measure word where one is said, whether of each of several."""

    sort: str
    unit: str = ""
    each: bool = False


def number_asked(text: str) -> Asked:
    """What a question asks to be told: money, a rate, people, a count in some unit, or any number."""
    counted, each = COUNTED.search(text), _EACH.search(text) is not None
    if _LONG.search(text):
        return Asked(COUNT, "天", each)
    if _RATE.search(text):
        return Asked(RATE, "", each)
    if DIMENSION.search(text):
        return Asked(COUNT, "米", each)
    if _PEOPLE.search(text):
        return Asked(PEOPLE, "人", each)
    if counted is not None:  # 「一个人补助多少亩地」 is of no money
        unit = counted["unit"]
        return Asked(PEOPLE if unit in ("名", "位") else COUNT, unit, each)
    if (named := _NAMED.search(text)) is not None:
        return Asked(COUNT, named["unit"] or "", each)
    return Asked(MONEY if _MONEY.search(text) else ANY, "", each)


_SIZE = regex(r"(?P<of>[长宽高深厚])(?:度)?(?:约|为|达|近)*$")


def is_other_size(text: str, own: str) -> bool:
    """Whether one dimension is asked for, and a clause ends with another: 「多宽」, 「道路长」."""
    asked, told = DIMENSION.search(text), _SIZE.search(own)
    return asked is not None and told is not None and told["of"] != (asked["of"] or asked["named"])[:1]


def fit_of(asked: Asked, place: Place) -> float:
    """How well a number's unit fits what is asked: 1 the same, 0.7 much alike, 0.4 undecided, 0 another sort."""
    measure, unit = measure_of(place), place.unit.lstrip("十百千万亿") or place.unit
    if asked.sort == ANY:
        return 0.4 if measure != RATE else 0.2
    if asked.sort in (MONEY, RATE):
        return 1.0 if measure == asked.sort else 0.0
    if measure != COUNT:
        return 0.0
    if unit == asked.unit or (asked.sort == PEOPLE and unit in ("人", "名", "位")):
        return 1.0
    if any(asked.unit in row and unit in row for row in _ALIKE) or unit.startswith(asked.unit):
        return 0.7
    return 0.15 if asked.unit == "个" and asked.sort == COUNT else 0.0
