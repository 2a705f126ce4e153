"""Words that ask for an operation, and which of them together ask for which (运算线索).

A cue alone seldom decides: 「百分之几」 is a share after 占, a rate of change after 涨, a completion after 完成.
``RULES`` are tried from the top; the first whose cues are all heard names the operation.
"""

from __future__ import annotations

from enum import Enum

from service.figures.divisors import UNITS
from service.model import Operation


class Cue(Enum):
    """What a word of a question hints at."""

    SHARE = "占"
    RATIO = "百分之几"
    DONE = "完成率"
    FINISHED = "完成"
    POINTS = "百分点"
    RATE = "增幅"
    CHANGE = "增减"
    TREND = "历年"
    EXTREME = "最"
    TOP = "前几"
    ORDER = "排序"
    MORE = "谁多"
    SUM = "合计"
    AVERAGE = "平均"
    OVER = "超预算"
    EXISTS = "有没有"
    DEFINED = "什么是"
    WHICH = "哪些"
    SOME = "三个"
    COUNTED = "几个科目"
    TIMES = "几倍"
    GAP = "相差"


#: Cues by the words that give them, joined by ``|``.
CUES: tuple[tuple[Cue, str], ...] = (
    (Cue.SHARE, "占比|站比|战比|占必|占比是多少|比重|占多少|占多大|占了多少|占总|占总支出|占本年|占全部|占整个|占几成|占百分之几|占比例|所占|份额|占百分之多少|占到|占了|占去"),
    (Cue.RATIO, "几分之几|百分之几|百分几|百分之多少|百分比|百分数|百分率|比例|比列|几成|多大比例|百分之|几多百分比"),
    (Cue.POINTS, "百分点|几个百分点|多少个百分点|多少百分点"),
    (Cue.DONE, "完成率|执行率|预算执行率|完成预算|完成年初预算|完成了年初预算|预算完成|完成了百分之|完成百分之|执行进度|预算执行进度|完成比例|完成程度|完成了多少预算|预算执行情况"
               "|完成情况百分比|完成年初预算的百分比|完成年初预算的|执行得怎么样|预算完成度|完成度|支出进度"),
    (Cue.FINISHED, "完成|执行了|执行到|花到预算|花完|用完|使完|花出去|用出去"),
    (Cue.RATE, "幅度是多少|幅度有多大|幅度多大|幅度多少|幅度为多少|涨百分之几|跌百分之几|增百分之几|降百分之几|减百分之几|升百分之几|涨百分之|跌百分之|涨了百分之|跌了百分之|增减百分比|增减百分|百分比变化|增幅|降幅|增长率|下降率|增减率|变化率|增长幅度|下降幅度|增减幅度|增加幅度|减少幅度|增速|变动率|变化幅度|变动幅度|涨幅|跌幅|减幅|同比增长率"
               "|增减比例|增长比例|下降比例|变动比例"),
    (Cue.CHANGE, "增长了多少|增长了几|缩水|少掉|减少多少|增加多少|增长多少|下降多少|上升多少|上涨多少|降低多少|增减多少|增减|变了|变化了|减了|加了|增加了|减少了|增长了|下降了|增减额|增减金额|增减数额|增加金额|减少金额|变动金额|变动额|变化金额|增长金额|下降金额|同比|环比|多多少|少多少"
                 "|变动|变没变|变化|变动了|多了还是少了|增加还是减少|是增是减|是多是少|涨了还是降了|相比|上涨|上升|下降|下滑|增长|增加|减少|砍了|砍掉|压减|压缩|压了|压掉|压下去|压低|长了多少|长多少|掉了|缩了|滑了|削了|削减|多出|缩减|翻了"
                 "|涨了|降了|跌了|涨|跌|省下|省了|节省|节约|少花|多花|少了|多了|变多|变少|高出|低了|增减变化|增额|减额|增加额|减少额|有没有增加|有没有减少"),
    (Cue.TREND, "怎么变的|咋变的|怎样变的|如何变的|怎么个变法|怎么变过来的|咋个变法|越来越大|越来越多|越来越少|越来越高|一年比一年|走势|趋势|涨成什么样|变成什么样|成什么样了|涨成啥样|成啥样了|怎么变化|咋变化|变化情况|变化趋势|这三年|这两年|近三年|近两年|三年来|两年来|三年|历年|这几年|近几年|几年来|这些年|逐年|每年|各年|各年度|每一年|一路|年年"
                "|历年来|一年一年"),
    (Cue.TOP, "前三个|前五个|前两个|前十个|前三类|前五类|前两类|前三|前五|前两|前二|前十|前三名|前三大|前三项|前五项|前三位|排前|头三"),
    (Cue.SOME, "三样|两样|四样|五样|三种|两种|三个|三项|三类|三大|两个|两项|两类|两大|五个|五项|五类|五大|2个|3个|5个"),
    (Cue.GAP, "相差|相差多少|差多少|差了多少|差额|差几|差了"),
    (Cue.TIMES, "几倍|多少倍|几多倍|翻了几番|的倍数"),
    (Cue.COUNTED, "分成几类|分几类|分成几大类|几个科目|多少个科目|几个类级|多少个类级|几个款级|多少个款级|几个项级|多少个项级|几个功能|多少个功能|几类支出|几大类|多少类|几类科目|几个支出科目|几个大类|多少个大类"),
    (Cue.EXTREME, "主要砸在|钱砸在|砸在哪|谁第一|第一名|谁是第一|砸钱最多|最费钱|最烧钱|最花钱|最耗钱|花钱最多|费钱最多|第二大|第三大|第四大|第二少|第三少|第四少|第二小|第三小|第四小|第二低|第三低|第四低|第二多|第三多|第四多|第二高|第三高|第二名|第三名|排第二|排第三|排第四|排名第二|排名第三|哪个大类|哪个最多|主要花在哪|花在哪一类|主要花哪|咋花的|主要花到哪|主要花在什么|主要用在哪|钱花哪了|花哪儿了|花哪了|大头在哪|钱花在哪|最多|最大|最高|最少|最小|最低|最贵|最便宜|花得最多|大头|垫底|倒数|排第一|居首|第一大|头号|谁最|哪个最|哪家最|排第几|居第几|第几大|第几多|第几高"),
    (Cue.ORDER, "降序|升序|排排看|排排队|排一排|排下来|排个先后|从高到低|从低到高|由高到低|由低到高|从大到小|从小到大|由大到小|由小到大|从多到少|由多到少|从少到多|排一下|排个序|排序|排列|排个队|排名|排行|排个名次"),
    (Cue.MORE, "多还是|何者为高|何者高|何者更高|何者为大|何者多|孰高|孰低|孰大|谁家高|谁家多|谁家大|谁家少|哪家高|哪家大|哪个贵|哪个更贵|谁贵|更贵|哪个便宜|贵还是|高还是|大还是|少还是|谁多|谁更多|谁的多|谁高|谁更高|谁大|谁少|谁更少|谁花得多|哪家多|哪家更多|哪个多|哪个更多|哪个大|哪个更大|哪个高|哪个更高|哪个少|哪个更少|哪边多|哪边更多|哪一年多|哪年多|哪年更多"
               "|多还是少|对比|比较|比一比|比比|孰多|更多|更高|更少|更低|更大|谁花的多|差距"),
    (Cue.SUM, "加起来|加在一起|加一起|加到一起|加一块|加一块儿|加总|总和|之和|一共加|合起来|合在一起|合一起|合一块|合在一块|凑一起|合共|拢共|相加|全加|累加|合并"),
    (Cue.AVERAGE, "一天花|一天要花|一天得花|一天用|一个月花|一个月要花|一个月得花|一个月用|平均|平均每个月|每个月|每月|月均|一个月|每天|日均|平均每天|每季度|人均|车均|年均|每批次|每人次|每家|每人|每个人|每辆|每台|每件|每次|每批|每个项目|每平方米|均摊|摊到|一辆车|一个人平均|平均下来|平均每|每人每月|每人每个月|人均每月|" + "|".join(f"每{unit}|每一{unit}" for unit in UNITS)),
    (Cue.OVER, "超预算|超支|超没超|超了没|有没有超|超出预算|突破预算|花超|超过预算|超过年初预算|超出年初预算|超过全年预算|超年初预算|超标|超额支出"),
    (Cue.EXISTS, "有没有|有无|有吗|是否有|是不是有|存在吗|有木有|有没得"),
    (Cue.DEFINED, "是说什么的|是讲什么的|科目是说|科目说的|科目讲的|发给什么人|发给哪些人|发给啥人|补给什么|补给谁|补给哪些|补助给谁|发给谁的|是给谁的|针对哪些人|针对什么人|哪三样|指哪几样|指哪几项|指哪几种|指的哪几|是哪三项|到底是哪|科目是管|科目管|核算啥|算的是啥|是什么钱|是啥钱|什么是|是什么意思|指什么|是指什么|啥意思|怎么解释|名词解释|的含义|的定义|指的是什么|什么意思|是啥意思|啥是|是指啥|反映什么|反映的是什么|核算什么|咋解释|如何界定|怎么界定|怎样界定|界定|反映哪些|反映哪方面|反映的哪些|定义|含义|啥叫|什么叫|指哪|是指哪|指的哪|指哪些|是啥|是个啥|是什么|怎么理解"),
    (Cue.WHICH, "包括些什么|包含些什么|包括些啥|包含些啥|涵盖些什么|有些什么|有些啥|些啥钱|些什么钱|哪些钱|发了些什么|发了哪些|名单|哪些名目|什么名目|哪几大类|哪几类|哪几大块|哪几块|哪几样|哪几种|都有那几|都有那些|有那几|有那些|哪两个|哪三个|哪两项|哪三项|哪两家|是哪两|是哪三|哪些方面|由哪些|主要包括|反映在哪|有哪些|有哪几|哪几个|哪几项|哪几家|哪些|分别是哪|都有什么|都有啥|有什么|有啥|包括哪些|包含哪些|列一下|列出|列出来|列举|分别是什么|是哪几"),
)  # fmt: skip

#: Cues that are all heard, and the operation that they ask for; tried from the top.
RULES: tuple[tuple[frozenset[Cue], Operation], ...] = (
    (frozenset({Cue.OVER, Cue.RATIO}), Operation.VARIANCE_RATE),
    (frozenset({Cue.OVER, Cue.RATE}), Operation.VARIANCE_RATE),
    (frozenset({Cue.OVER}), Operation.VARIANCE),
    (frozenset({Cue.DONE}), Operation.COMPLETION),
    (frozenset({Cue.FINISHED, Cue.RATIO}), Operation.COMPLETION),
    (frozenset({Cue.TOP, Cue.SHARE}), Operation.TOP_SHARE),
    (frozenset({Cue.TOP, Cue.RATIO}), Operation.TOP_SHARE),
    (frozenset({Cue.POINTS, Cue.SHARE}), Operation.POINTS),
    (frozenset({Cue.POINTS, Cue.RATIO}), Operation.POINTS),
    (frozenset({Cue.POINTS, Cue.CHANGE}), Operation.CHANGE_RATE),
    (frozenset({Cue.TIMES}), Operation.TIMES),
    (frozenset({Cue.EXTREME, Cue.SHARE, Cue.SOME}), Operation.TOP_SHARE),
    (frozenset({Cue.EXTREME, Cue.RATIO, Cue.SOME}), Operation.TOP_SHARE),
    (frozenset({Cue.COUNTED}), Operation.COUNT),
    (frozenset({Cue.SHARE, Cue.CHANGE}), Operation.POINTS),
    (frozenset({Cue.SHARE, Cue.TREND}), Operation.SHARE),
    (frozenset({Cue.SHARE, Cue.MORE}), Operation.SHARE),
    (frozenset({Cue.SHARE, Cue.EXTREME}), Operation.RANK),
    (frozenset({Cue.SHARE}), Operation.SHARE),
    (frozenset({Cue.RATE}), Operation.CHANGE_RATE),
    (frozenset({Cue.CHANGE, Cue.RATIO}), Operation.CHANGE_RATE),
    (frozenset({Cue.RATIO}), Operation.SHARE),
    (frozenset({Cue.EXTREME, Cue.TREND}), Operation.RANK),
    (frozenset({Cue.AVERAGE, Cue.TREND}), Operation.AVERAGE),
    (frozenset({Cue.SUM, Cue.TREND}), Operation.SUM),
    (frozenset({Cue.TREND}), Operation.TREND),
    (frozenset({Cue.TOP}), Operation.RANK),
    (frozenset({Cue.EXTREME}), Operation.RANK),
    (frozenset({Cue.ORDER}), Operation.RANK),
    (frozenset({Cue.SUM}), Operation.SUM),
    (frozenset({Cue.CHANGE}), Operation.CHANGE),
    (frozenset({Cue.GAP}), Operation.DIFFERENCE),
    (frozenset({Cue.MORE}), Operation.COMPARE),
    (frozenset({Cue.AVERAGE}), Operation.AVERAGE),
    (frozenset({Cue.EXISTS}), Operation.EXISTENCE),
    (frozenset({Cue.DEFINED}), Operation.DEFINITION),
    (frozenset({Cue.WHICH}), Operation.LIST),
)


def operation_of(cues: frozenset[Cue]) -> Operation | None:
    """The operation that a set of cues asks for; None where none of them asks for any."""
    return next((operation for needed, operation in RULES if needed <= cues), None)
