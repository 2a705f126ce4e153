"""Daily words for how big a thing is, what is wrong, what is under way, in the words of documents (日常说法).

A row is a pattern and what it means; a new way of speaking is a new row. Rows are tried in their order.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

_BUILT = "楼|房|厦|建筑|馆|塔|站|服务中心|活动中心|桥"
#: The words before in their part of the sentence, none of which compares.
_ALONE = r"(?P<before>(?:^|[，,。？?])[^，,。？?比较于]*?)"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # The document said last, after all that is asked.
        (
            r"^(?!.*\d\d年.*\d\d年)(?P<asked>.+?)[，,？?。 ]+(?:问|看|按|查)?(?P<when>(?:20)?\d\d年度?)的?(?P<what>(?:部门)?(?:预算|决算)(?:书|文件|公开)?)"
            r"(?:里|上|中)?面?(?:讲过|写过?的?|提到?过?的?|说过?的?|有讲|有写)[。？?]*$",
            r"\g<when>\g<asked>",
        ),
        # The fund said between the time and the balance.
        (
            r"年([初末])的?(一般公共预算|政府性基金预算|政府性基金|国有资本经营预算)(?:财政拨款)?结转和?结余",
            r"\2年\1财政拨款结转和结余",
        ),
        # What is being built.
        (r"(?:新|正?在|要|刚)(?:造|盖|起|修)的(?:[那这][个栋座幢条处])?(?=[\u4e00-\u9fff]{2})", "新建"),
        (r"(?:那|这)(?:栋|座|幢)(?:新的?)?(?=[\u4e00-\u9fff]{2})", "新建"),
        (rf"(?P<what>{_BUILT})(?:的)?大?楼(?=[，,]?(?:有|能|得|要|会|建|盖|起)*(?:多高|多少米|几层))", r"\g<what>"),
        # How high, how large, how many floors.
        (
            rf"(?P<lead>(?:{_BUILT})[^，。？]{{0,6}}?|^|[，、])(?:有|能|得|要|会|建|盖|起|修)*(?<![率度额费比重例])多高(?=[，,。？?！、呢啊呀]|$)",
            r"\g<lead>建筑高度多少米",
        ),
        (r"(?P<what>占地|用地)(?:面积)?(?:有|是)?(?:多大|多少地)", r"\g<what>面积多少平方米"),
        (r"地皮(?:面积)?(?:有|是)?(?:多大|多少地)", "用地面积多少平方米"),
        (r"(?<=[率度])(?P<way>[降升涨跌])(?=多少|几)", r"\g<way>了"),
        # Both ends of what moved.
        (
            r"(?:从|由)(?:多少|几)(?:个|张|人|亩)?(?:下降|降低|减少|提高|提升|上升|增加|增长|扩大|压缩|[增降升减涨])(?:到|至)了?(?:多少|几)",
            "变动前是多少，现在是多少",
        ),
        (r"(?<=[率度])(?:提高|提升|上升|改善)了?(?=(?:几|多少)个?(?:百分)?点)", "增加了"),
        (r"(?<=项目)的?(?:钱|资金)(?=(?:为什么|为啥|为何|怎么|咋)[^，。？]{0,3}没)", ""),
        # A word that is parted by how often it is done.
        (r"(?P<do>[住看出办])一次(?P<what>[院病差诊])", r"\g<do>\g<what>每次"),
        (r"建筑(?:面积)?(?:有|是)?多大", "建筑面积多少平方米"),
        (r"(?:地底下?|地下)(?:要|会|得)?(?:挖|建|盖|修)(?:了|到)?(?=几层|多少层)", "地下"),
        (r"(?:挖|盖|建|修)(?:了|到)?(?=几层|多少层)", ""),
        # Sorts of cars, heads counted, streets swept, who is meant said last.
        (
            r"(?:车辆|公务用车|公车)数?(?:按|的)?(?:用途|类型|种类|类别)(?:的)?(?:构成|分类|分布|明细|划分|分)(?:情况)?(?:各(?:是)?(?:多少|几)辆?)?",
            "有哪几种车各几辆",
        ),
        (r"(?<![实])(在职|在编|离退休|退休|离休)人数(?=[^，,。？?]{0,12}(?:变|增|减|多|少))", r"\1人员"),
        (r"^(?=.*(?:人数|人员))(?P<before>.*?)变(?:化|动)?了?(?:几|多少)个?(?=[，,？?。]|$)", r"\g<before>增减多少人"),
        (r"(?<!清)(?<!打)扫(?:了)?(?P<much>多少|几)条(?:道?路|街道?|马路)?", r"清扫\g<much>条道路"),
        (r"[？?，,]\s*(?:目标|计划|资料|预算|文件)里?面?(?:写|说|提)(?:了|到)?(?:吗|没有?|没写)[？?]?$", ""),
        (r"^(?P<asked>.+(?:多少|几)[^？?]*)[？?]\s*(?P<who>[\u4e00-\u9fff]{2,6}[省市区县镇乡])(?:的|那个|那边的?)?[。]?$", r"\g<who>\g<asked>"),
        (r"(?:几|多少)[台部](?=新车|车)", "几辆"),
        # For whom a thing is done, which tells it from no other.
        (
            r"(?:帮|替|给|为)(?:咱们?|我们)?(?:老百姓|百姓|群众|市民|居民|大伙儿?|街坊|大家)们?(?=处理|办理?|解决|受理|接|协调|跑|调解|化解)",
            "",
        ),
        (r"报(?:上来|过来|送来)", "上报"),
        # A whole named before its part: 「这么多投诉，有几成是热线转来的」.
        (
            r"(?:那些|这些|[这那]么多|所有的?|全部的?)(?P<what>[\u4e00-\u9fff]{2,10}?)(?:里面?|当中|中)?[，,]?(?=有?(?:百分之几|百分之多少|几成|多[大少]比例)(?:都)?是)",
            r"\g<what>里面，",
        ),
        # A sort of purchases in a follow-up: 「其中买服务的占多少」.
        (
            r"^(?P<lead>[那这]?(?:其中|里面|里头|当中)的?)(?:购?买|采购)(?P<what>服务|货物|工程)类?的?(?=占|是|有|多少)",
            r"\g<lead>政府采购\g<what>支出",
        ),
        # Whom a pay is for, which its name says again: 「给离休干部发的离休费」.
        (r"(?:发?给)?(离休|退休)(?:老?干部|人员|职工|教师|老师|的人)?们?(?:发|领|拿)?的(?=\1费)", ""),
        # The largest sorts, in the words of a way to spend.
        (
            r"的?钱?(?:主要|最多)(?:是|都)?[花用]在了?哪([二两三四五六七八九十\d]+)个?大?(?:类|块|方面|项)(?:支出|科目)?(?:上面?|里面?)?(?:了|的)?",
            r"支出最多的前\1类科目",
        ),
        # What is wrong.
        (r"毛病|乱子|乱象", "问题"),
        (r"(?<=[几少][辆台部])(?:什么样?|啥样?|新)的?车", "车"),
        (r"(?<=[\u4e00-\u9fff，])(?:碰到|碰上|遇到|遇上|撞见|逮到|查到)(?:的|了)?(?=最|问题|[^，。？]{0,4}问题)", "发现"),
        (r"上街巡查", "巡查"),
        (
            r"(?:街上|路上|街面上?)?(?:什么|啥|哪[些个])(问题|情况|案件|投诉|事情?)最([多少])[？?，,]*"
            r"(?:[给把]?(?:我)?(?:说说|列出|排)?前([一二两三四五六七八九十\d]+)[名个种]?的?(?:说说|说一下|列一下|列出来|讲讲)?)?",
            r"哪几种\1最\2，前\3",
        ),
        # More or less money than the year before.
        (rf"{_ALONE}多(?:给|批|拨|安排|列|下达)了?(?:几|多少)(?P<unit>万元?|元|钱)?", r"\g<before>比上年增加多少\g<unit>"),
        (rf"{_ALONE}少(?:给|批|拨|安排|列|下达)了?(?:几|多少)(?P<unit>万元?|元|钱)?", r"\g<before>比上年减少多少\g<unit>"),
        (r"(?<=[，,])给(?:谁|哪个(?:部门|单位|机构|处室))多?(?:加|增加|添|给)(?:的|了)?(?=[？?。]|$)", "增加的原因是什么"),
        (r"(?<!\d)(\d+)万(?=(?:[（(]含[）)])?(?:及|或)?以[上下]的?(?:设备|项目|仪器|资产))", r"\1万元"),
        # Cars that there are.
        (r"(?:现有|保有)的?(?:公务用?车|公车|车子?)(?=[^，。？]{0,18}(?:几|多少)辆)", "车辆"),
        # What is known already and not asked.
        (r"(?<=[，,。？?])[^，,。？?]{2,20}(?:我|我们)(?:已经|都|是)?(?:知道|清楚|晓得)了?[，,]", ""),
        (r"^[^，,。？?]{2,20}(?:我|我们)(?:已经|都|是)?(?:知道|清楚|晓得)了?[，,]", ""),
    )
)  # fmt: skip


#: An order of which no number of places is said.
_NO_NUMBER = regex(r"，前(?=[？?。]|$)")


def in_written_words(text: str) -> str:
    """The question with every row applied."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return _NO_NUMBER.sub("", text)
