"""Ways of speaking turned into plain words before a question is read: dialect, voice input, loose numerals (口语转写).

A row is a pattern and what it means; a new way of speaking is a new row. Rows are tried in their order.
"""

from __future__ import annotations

import re
from functools import lru_cache

from service.terms import sound
from service.why_asked import in_why

_DIGIT = "〇零○一二三四五六七八九"
_NAME = r"[\u4e00-\u9fff“”（）]{2,14}"
_LESS = "除了?|除去|除开|扣除|去掉|不含|不算|刨去"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        # How much, in several parts of the country.
        (r"(?:好多|几多?|多少)(?:钿|银子|铜钿|钞票|大洋)|[好几]多钱|多大(?:一)?笔(?:钱)?", "多少钱"),
        (r"(?<=[了是有要花用])好多(?=[，。？?！ ]|$|[\u4e00-\u9fff]{0,2}[，。？?！]|[辆件个家人次万亿元])", "多少"),
        (r"几多(?=[^钱]|$)", "多少"),
        (r"(只|才|就)(花|用|有|剩|支)了?几[千百十万]+[块元]?(?:钱)?", "\\1\\2了一点"),
        (r"几百万|几千万|几十万", "多少万元"),
        (r"拉圾|垃级", "垃圾"),
        (r"佣(?!金|工|人)", "用"),
        (r"木标", "目标"),
        (r"到底(?=(?:一共|总共)?[花用]了)", "实际"),
        (r"(?<=[支出入费额目款里])当中", "中"),
        (r"(?:增减|升降|涨跌|变动|变化)?幅度?(?:有|是)?多大", "增减幅度多少"),
        (r"加拢来|合拢来|并起来|归总起来|汇总起来", "加起来"),
        (r"拢共|拢总|统共|共总|通共", "总共"),
        (r"(?<=[哪样个项家年])顶(?=[多高大少贵])", "最"),
        (r"(?<![审报获])批(?:了|给了?|下来)(?=多少|几)", "安排"),
        (r"弄(?:啥|么子|什么)(?:子|去|来)?(?:了)?", "干什么"),
        (r"到头来|临了儿?|末了儿?", "最后"),
        (r"(几|多少)回(?![收复应答访迁购])", "\\1次"),
        (r"(?:是)?涨还是跌(?:了|的)?|(?:是)?升还是降(?:了|的)?", "增加还是减少"),
        (r"(行政|事业)单位的(?=医疗|离退休)", "\\1单位"),
        (r"(?:按|从)?经济分类(?:科目)?(?:的)?口径(?:下)?的?(?=[\u4e00-\u9fff]{2,8}费)", ""),
        (
            r"(?:按(?:大?类|科目)(?:来)?分[，, ]?)?(?:一共|总共|共)?(?:有|分|用到|用了|涉及|包括)了?"
            r"(?:几|多少)个?大?类(?=[啊呀呢，。？? ]|$|支出)",
            "分成几大类",
        ),
        (r"([区县市省镇])里的?(?=[\u4e00-\u9fff]{2,8}(?:局|委|办|厅|中心|街道))", "\\1"),
        (r"([区县市省镇])\1(?=[\u4e00-\u9fff]{2,8}(?:局|委|办|厅|中心))", "\\1"),
        (r"公车(?=(?:哪|谁)[家个]?(?:单位|部门)?最?[多少]|从多到少|从少到多)", "车辆数"),
        (r"几[台部](?=新?的?(?:公务|公)?车)", "几辆"),
        (r"[话化]钱", "花钱"),
        (r"(?<=[几少])俩", "辆"),
        (r"[（(](?:见|参见|详见)[^（()）]*[）)]", ""),
        (r"(?<=[算额数金出款费])过(?=\d)", "超过"),
        (r"(?<=要)[话化](?=多少|几)", "花"),
        (r"多少[台部](?=[\u4e00-\u9fff]{0,4}车)", "多少辆"),
        (r"家[俱俬]", "家具"),
        (r"[愿源缘]因", "原因"),
        (r"[，,]\s*请?(?:解释|说明)(?:一下)?(?:原因)?[。？?]?$", "，为什么"),
        (rf"({_NAME})\s*[/÷]\s*({_NAME})\s*[=＝]\s*[?？]?$", "\\1占\\2的比例是多少"),
        (r"(?<=[\u4e00-\u9fff）]{3})的口径(?:说明|解释)?[？?。]?$", "是什么意思"),
        # 「X局（部门口径）」: the whole department's figures, which are meant where nothing is said.
        (r"[（(]按?(?:全?部门|部门汇总|汇总|合并|全系统)(?:汇总|合并)?(?:口径|数|合计)[）)]", ""),
        (r"几个点(?!位)", "百分之几"),
        # 「差是多少」「占有多少」 are 差多少 and 占多少; 「增加率」 is a rate of growth.
        (r"(?<=[差占花了])[是有](?=多少)|(?<=(?<![最至不么])[多高低涨降])[是有](?=多少)|(?<=出来)[是有](?=多少)", ""),
        (r"(?:增加|上升|上涨|提高)率", "增长率"),
        (r"(减少|增加|下降|增长|压减)(最[多大快猛])的(?=[？?。]?$|是什么|是啥|是哪一?[项个]?[？?。]?$)", r"\1\2的科目"),
        (r"累计(?=[？?。]?$|是?多少|花了?多|用了?多|支出多|安排多|共|达)", "合计"),
        (r"[跟和与同]((?:20)?\d\d年?|去年|上年)(?:的)?(?:一样|持平|相同)(?:吗|不|么)", "比\\1增加还是减少"),
        (r"财政拨款收入支出(?=总计|合计)", "财政拨款收支"),
        # 「除了工程以外的政府采购」: what is left out, by its whole name.
        (rf"({_LESS})(工程|货物|服务)类?(?!采购|支出)(?=[^，。]{{0,8}}采购)", "\\1政府采购\\2支出"),
        (rf"(采购[^，。]{{0,8}}(?:{_LESS}))(工程|货物|服务)类?(?!采购|支出)", "\\1政府采购\\2支出"),
        (r"车均(?:运行)?(?:维护|运维)费用?", "平均每辆车公务用车运行维护费"),
        (
            r"(政府性基金|国有资本经营|一般公共)(?:预算)?(?:财政拨款)?收支(?:相抵后?的?|之间的?)?(?:差额?|之差|缺口)(?:是?多少|有多大)?",
            "\\1收入、支出、结余各多少",
        ),
        (r"(政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?收入(?:和|、|与|及)支出(?=各|分别)", "\\1收入、支出、结余"),
        (r"收支(?:相抵后?的?|之间的?)?(?:差额?|之差|缺口)(?:是?多少|有多大)?", "收入比支出多多少"),
        (r"收入(?:减去?|扣除)支出(?:是?多少|还?剩多少|等于多少)?(?=[，。？?]|$)", "收入比支出多多少"),
        (
            r"收支(?:相抵|相减|轧差)(?:后|之后|下来)?(?:还|结)?(?:剩|余|结余|节余)(?:下|了)?(?:是?多少)(?:钱)?",
            "收入比支出多多少",
        ),
        (r"(货物|工程|服务)\s*[加+＋]\s*(?=货物|工程|服务)", r"\1和"),
        (r"(?:国有)?(?:土地(?:使用权)?出让|卖地)(?:收入|金)(?=安排的?支出|相关支出)", "国有土地使用权出让收入"),
        (r"占(?:了)?(?:几个|多少)钱", "多少钱"),
        (r"(?<=[意成行结时占])绿(?=是?多少|[，。？?]|$)", "率"),
        (r"增减[（(]?%[)）]?", "增减幅度"),
        (r"几台(?=[\u4e00-\u9fff]{0,6}车)", "几辆"),
        (r"张了(?=多少|几|好多|百分|没)", "涨了"),
        (r"(?<=[\u4e00-\u9fff])\s*[+＋]\s*(?=[\u4e00-\u9fff])", "加"),
        (r"人民代表大会常务委员会", "人大常委会"),
        # A section pointed at before the question: 「国有资产占有情况：固定资产多少」.
        (r"[\u4e00-\u9fff]{2,14}情况[:：](?=.{2,}(?:多少|几))", ""),
        # Those who have left their posts, and a car to be bought, in daily words.
        (r"退下来的?(?:老?同志|老?干部|人员|人)?(?=[又还也，。？有是]|多少|几)", "离退休人员"),
        (r"添置?(?=(?:几|多少)辆|(?:新)?公?车)", "购置"),
        (
            r"(?:买|购|添)(?:新|公)?车的?(?:钱|经费|资金|花费)(?:留|安排|预算|列|给)?了?(?=是?(?:多少|几))",
            "公务用车购置费",
        ),
        # The two halves said side by side are two things, not the whole that they make.
        (r"(人员经费)[和与及](?:日常)?(公用经费)(?!支出)", r"\1、\2"),
        (r"撒子|啥子|么子|嘛玩意儿?", "什么"),
        (r"为(?:啥子|撒子|么子|什么事|嘛)|咋个(?=[没不]|就)", "为什么"),
        (r"啷个|咋个", "怎么"),
        (r"咋样", "怎么样"),
        (r"几拨(?:人|客人)?|多少拨(?:人|客人)?", "几批次"),
        (r"几(?:部|台)(?:车|公车)", "几辆车"),
        (r"(?<=[多少增减有了剩])几部(?=[，。？?！啊呀呢 ]|$)", "几辆"),
        (r"前头一年|(?<!最)早一年|往前一年", "前一年"),
        (r"(?:^(?:那|再)*|(?<=[比较跟和]))头一年(?=呢|的|[多少高低涨降增减]|[？?]?$)", "前一年"),
        (r"公家的?车(?:子|辆)?|单位的车(?:子|辆)?", "公车"),
        (r"(?<=[买购添换])(?:新)?车子", "车"),
        (r"(?<![面小])小微(?!企|型)", "小微企业"),
        # Two figures of a year said one by one: 二零一八, 一七到一九.
        (rf"(?<![{_DIGIT}十百千万])二[〇零○Oo0]([一二])([{_DIGIT}])(?![{_DIGIT}十百千万])", "20\\1\\2"),
        # Remarks in brackets that say what is not meant, or say a word again in other words.
        (r"[（(](?:不要|别|不是|不用|请勿|不含糊)[^（()）]*[）)]", ""),
        (r"(?:，|。| )?(?:也)?就是[^，。？?！ ]{2,10}那(?:个|种|些)(?=[，。？?！ ]|$)", ""),
    )
)  # fmt: skip
_NUMERALS = {c: str(n) for n, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "○": "0"}

#: Words of the trade that are often written with a character that sounds the same, and words that only sound so.
_CORE = (
    "预算",
    "决算",
    "支出",
    "收入",
    "经费",
    "采购",
    "项目",
    "编制",
    "接待",
    "培训",
    "会议",
    "补贴",
    "工资",
    "奖金",
    "结余",
    "职能",
    "服务",
    "打算",
    "科目",
    "水费",
    "电费",
)
_OTHER = frozenset(
    (
        "指出",
        "只出",
        "直出",
        "之初",
        "制出",
        "值出",
        "受入",
        "只能",
        "智能",
        "节余",
        "节约",
        "会意",
        "金费",
        "税费",
        "水肥",
    )
)


def in_plain_words(text: str) -> str:
    """The text with every row applied, and the words of the trade as they are spelt."""
    for pattern, meant in _ROWS:
        text = pattern.sub(lambda m, meant=meant: _digits(m.expand(meant)), text)  # type: ignore[misc]
    return in_why(_spelt(text))


def _digits(text: str) -> str:
    return "".join(_NUMERALS.get(c, c) for c in text) if text.startswith("20") else text


def _spelt(text: str) -> str:
    """「遇算」 and 「经废」 as 预算 and 经费: one character is the word's own, the other sounds like it."""
    place = 0
    while place < len(text) - 1:
        run = text[place : place + 2]
        word = _word_for(run)
        if word is not None:
            text = text[:place] + word + text[place + 2 :]
            place += 1
        place += 1
    return text


@lru_cache(maxsize=1 << 14)
def _word_for(run: str) -> str | None:
    """The word of the trade that two characters are a slip for."""
    return None if run in _OTHER else next((word for word in _CORE if is_slip(run, word)), None)


def is_slip(run: str, word: str) -> bool:
    """Whether two characters are a word but for one that only sounds like the word's own."""
    same = [a == b for a, b in zip(run, word, strict=True)]
    return sum(same) == 1 and all(a == b or sound(a) == sound(b) for a, b in zip(run, word, strict=True))
