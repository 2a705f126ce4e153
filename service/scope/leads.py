"""What stands before a name and belongs to the question, not to the name: 请列出, 里面, 报一下 (引语)."""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.read.talk import SPOKEN

#: Words before a name that do not belong to it.
_LEAD = regex(
    r"^(?:哪一年|哪年|算一下|算一算|算算|算下|统计一下|统计下|对比一下|比一下|列一下|列出|介绍一下|都说|听说|据说|那会儿|会儿|要说|要论|说起|至于|纳入|列入|再加上|再加|加上|还要加|为什么|为啥|为何|它下面的|下面的|下属的|所属的|底下的|它的|他们的|请问一下|请问|想问|我想知道|想知道|查一下|查询|查|帮我|看看|告诉我|那个|这个|咱们|我们|你们|他们|关于|对于|截至|截止|在|问|说|那|这|的|和|与|跟|同|比|一下|年底|年末|年|度"
    r"|(?:[这那近前后头]?[一二两三四五几些]|[历每各往当同今去前明上下本次转隔])年(?:来|间|里|度|份|内|前|后)?"
    r"|嗯|呃|哎|你好|您好|了解|就是|就|还有|还是|或者|阿拉|侬|伊|俺们|俺|咱|以及|、|，|,|给|到|转给|交给|由|问下|想|我|对|说下|说说|一共|总共|全年|度|底|末)+"
)
#: Who asks whom, and how: 麻烦您帮我再.
_POLITE = (
    "请|麻烦|烦请|劳烦|劳驾|拜托|有劳|帮忙|帮|替|能不能|能否|可不可以|可否|可以|要求|需要|希望|想要|想"
    "|您|你们|你|我们|我|咱们|咱|大家|俺们|俺|给我|给咱|给俺|向我|跟我"
)
_HOW = "再|先|分别|逐一|逐个|逐年|分年度?|按年度?|依次|另外|另|此外|顺便|顺带|简单|详细|具体|准确|完整|快速"
#: What is asked to be done; those of one character are parts of other words, but for what they bring about.
_VERBS = (
    "列举|罗列|提供|告知|告诉|测算|计算|核算|估算|推算|换算|归纳|汇总|整理|梳理|概括|核实|核对|核查|查询|查找|查查|查阅|检索|搜索|统计"
    "|对比|比较|分析|说明|介绍|解释|描述|讲解|展示|显示|出具|回答|回复|反馈|确认|提取|摘录|摘抄|调取|翻阅|打听|咨询|请教|了解|讲讲|谈谈|看看|瞧瞧|瞅瞅|念念|报报|列列|找找|翻翻"
)
_SHORT_VERBS = (
    "列|给|说|报|算|查|找|写|讲|谈|念|看|问|求|核|调|拉|对|摘|抄|导|翻|搜|指|得|理|做|拿|瞧|瞅|比|排|数"
)
_OUTCOME = "出来|出|一下子|一下|下来|下|一遍|一哈|哈|清楚|明白|到"
#: Where a thing is that belongs to what was spoken of.
_WITHIN = (
    r"(?:这|那|它|他们|其|上面|以上)?(?:里面|里头|里边|当中|其中|名下|下面|下边|底下|账上|账面上|表里)的?"
)
_TURN = (
    r"那么|新增|增设|涉及|属于|来自|另外|此外|至于|关于|针对|围绕"
    r"|接下来|接着|然后|还有|对了|话说|要不|顺便问一?下?|再问一?[下个句]?|上面说的|刚才说的"
)
_ASKING = regex(
    r"^(?:"
    rf"(?:{_POLITE}|{_HOW})*(?:(?:{_VERBS})(?:{_OUTCOME})?|(?:{_SHORT_VERBS})(?:{_OUTCOME}))(?:一下|来|的)?|(?:请|麻烦|烦请|劳烦|劳驾|拜托)+(?:您|你们?)?|{_WITHIN}|{_TURN})+"
)


#: What is done, and to whom, in words that no name of a place or of a kind of bodies holds: a name begins behind the
#: last of them, 「我跑到|省政协」, 「他们都说找|卫健局」.
_DEED = regex(
    r"^.*(?:[它他她]们?[跟和与同比]|[到在找往跑听问催给替陪帮把了吗呢]|[算没编纳列并归划放写记排拨交分转][进入给归]|(?:^|[我你他她俺咱要想会常再跑回过])去|看(?!守|护)|说(?!唱)|讲(?!师|习|解)|想(?!象)|[告得]知|知道|晓得"
    r"|感觉|觉得|羡慕|佩服|讨厌|喜欢|路过|听说|[路经走问找去查看]过|写|[拿带算]$|发函|打电话|[就要]是|既然|虽然|但是|可是|不过|因为"
    r"|一[下眼声遍句番通]|[昨今明后前]天|([核查看问说听算找翻])一\1)"
)
#: Words of speaking and asking that a name may hold as well, 举报中心: no head of one where they stand before another.
_SPOKEN = regex(
    rf"^.*(?:{'|'.join(SPOKEN)}|关[心注]|留意|反[映应]|投诉|举报|上访|走访|采访|拜访|回访|调研|参观|旁听|委托|联系|发现"
    r"|支持|质疑|批评|表扬|引用|能将)"
)


def name_head(words: str, before: bool = True) -> str:
    """Of the words straight ``before`` a name, or of a run that ends like one, what may belong to the name."""
    bare = _DEED.sub("", without_lead(words))
    return without_lead(_SPOKEN.sub("", bare) if before else bare)


def without_lead(words: str) -> str:
    """Words without those at their head that ask for something, or lead to it."""
    bare = words.strip()
    while True:
        rest = _LEAD.sub("", _ASKING.sub("", bare))
        if rest == bare:
            return bare
        bare = rest


def is_asked(words: str) -> bool:
    """Whether words are of the asking alone."""
    return bool(words) and not re.search(r"\S", without_lead(words))
