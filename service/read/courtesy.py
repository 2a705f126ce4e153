"""How people open and close a question: greetings, whom they speak to, 请帮我查一下, thanks (客套话).

An opening is built of parts (a greeting, an address, 我就想 + 知道), as people put them together in ever new ways; what
is left is the question. A verb that may be the matter itself (查处, 看护, 统计信息) opens only with 想, 帮 or 一下.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.read.talk import without_talk

_MARK = r"[，,、。.!！:：;；~～…\s]"
_WHO = r"(?:我们?|俺们?|咱们?|本人|小弟|在下)"
_YOU = r"(?:你们?|您|大家|各位|老师|师傅|同志|亲)"
_GREETING = (
    r"(?:[您你大家老师各位同志]{1,2}好|[早中晚上下]{1,2}[午上]?好|哈[喽罗啰]|嗨|(?i:hello|hi|hey)(?![a-z])"
    r"|喂|在吗|有人吗|[您你侬](?:知道|清楚|晓得)(?:吗|么|不|伐|勿)|打扰(?:一?下|了)|不好意思|抱歉|冒昧)"
)
_ADDRESS = (
    r"(?:亲爱的)?(?:老师|师傅|大哥|大姐|大叔|阿姨|叔叔|同志|朋友"
    r"|客服|小?助手|机器人|专家|领导|各位|大家|亲|小编|楼主)们?"
)
_LEADS = (
    r"(?:嗯+|呃+|哎+|唉|诶|欸|哦|噢|那个|就是|其实|然后|所以|现在|今天|顺便|另外|对了|话说|不过|还有"
    r"|[好行](?:的|吧|了|嘞|啊|呀)?)"
)
_HOW = r"(?:就|只是|只|主要|还|再|也|又|很|挺|特别|先|正|一直)"
_WISH = (
    r"(?:想要?|需?要|打算|希望|能不能|能否|能|可不可以|可以|可否|请|麻烦|劳[烦驾]"
    r"|烦请|拜托|有劳|求|帮个?忙|帮|给|替|跟|向|来)"
)
#: What one does with a question; a word doubled or with 一下 is no other word.
_DO = (
    r"(?:查[查询找看阅]?|看看?|瞧瞧?|问问?|了解|知道|晓得|打听|咨询|请教|核[实对]|确认|告[诉知]|(?:说(?!明)|讲){1,2}|统计|算算?"
    r"|找找?|搜[搜索]?|弄清楚?|搞[清明][楚白]?|回答|解答|请问|好奇|介绍)"
)
#: 「我想问出国费」: what begins with 出 is no outcome of asking.
_OUT = r"出来?(?![国差访租让版席境纳资借口])"
_TAIL = (
    rf"(?:一?下子?|{_OUT}|看(?!病|护|守)|一[查看问说讲算找搜]|一?个(?:问题|事儿?|数[据字]?|情况)|清楚|明白|的是)?"
    rf"(?:给?{_WHO})?"
)
#: Who asked it, and by what: 「群众来信问」, 「来电咨询」.
_HEARD = (
    r"(?:(?:有)?(?:群众|市民|居民|网友|读者|村民|业主|家长|职工|老百姓)们?(?:来[电信函访]|留言|私信|发帖|打电话|写信|致电)?"
    r"|来[电信函访]|留言|私信|发帖|致电|热线)(?:里|中|来|过来)*(?:(?:问|询问|咨询|提问|打听)(?:到|道|一下|的是)?|(?<=[电信函访言])(?=[:：]))"
)
_OPENING = regex(
    rf"^(?:{_MARK}|{_HEARD}(?=.{{4}})|{_GREETING}{_MARK}*(?={_MARK}|.)"
    rf"|{_ADDRESS}(?={_MARK}|{_WHO}?{_HOW}*{_WISH})"
    rf"|{_LEADS}?(?=.)(?:{_WHO}?{_HOW}*(?:{_WISH}{_YOU}?{_WHO}?)+{_DO}{_TAIL}|{_WHO}?{_HOW}*(?:好奇|请问)(?:一?下)?"
    rf"|(?:查|看|问|说|讲|算|统计|核对|核实|找|搜|了解|打听|咨询|请教)(?:一?下|一[查看问说讲算])(?:给?{_WHO})?)"
    rf"|{_LEADS}{_MARK}|(?:听人?|据|都|网上|有人|人家)说(?=.{{4}}))+"
)
_THANKS = (
    r"(?:(?:谢谢|多谢|感谢|谢了)(?:[您你啦了哈]|老师|大家)*|(?i:thx|thanks|3q)|(?:麻烦|辛苦|拜托|有劳)(?:[您你啦了]|老师)*"
    r"|(?:挺|很|比较)?急(?:用|等|需|着要|的)?|在线等|跪?求(?:解答?|告知|回复|问|教)"
    rf"|(?:能不能|能否|能|可以|可否|请|麻烦)?[您你]?(?:帮忙|[帮给]{_WHO}|告诉{_WHO}){_DO}?(?:一?下)?(?:吗|么|好吗|行吗|可以吗)?"
    r"|越[详快细多准][细尽]?越好|要?准确(?:的)?(?:数字|数据)?|别(?:蒙|骗|忽悠|糊弄)(?:我|人)|(?:不要|别)(?:四舍五入|瞎编|编|乱说|搞错)"
    r"|(?:写|印)?在?(?:哪|第几)一?[页张表]+(?:[里上])?|(?:数[据字]来源|出处)(?:[在是](?:哪里?|哪儿|啥|什么))?|来源在哪[里儿]?|要?(?:写|列|给)?(?:出|清)?(?:计算)?过程|(?:是)?怎么算(?:出来)?的|小数点后面?[一二两三四\d]位|原文(?:是)?(?:怎么|咋)[写说讲]的|以上|完毕|(?:注明|标明|附上?|给出)(?:一?下)?(?:出处|来源|页码)|说人话|用?大白话(?:说|讲)?|(?:是)?真的(?:吗|假的)|我?没看懂"
    r"|查得到(?:吗|不)|谁(?:能|来)?告诉我(?:一?下)?|有没有(?:搞|弄)错|我?[想要]核[对实](?:一?下)?|我记得没(?:这么|那么)多"
    r"|精确到(?:分|元|个位|角|小数点后[一两二三\d]位)"
    r"|我?想(?:知道|了解)(?:一?下)?|[您你侬](?:知道|清楚|晓得)(?:吗|么|不|伐|勿))"
)
_CLOSING = regex(
    rf"(?:{_MARK}|[?？（(])+{_THANKS}(?:{_MARK}|[?？）)]|{_THANKS})*$|谢谢(?:[您你啦了哈]|老师|大家)*[!！。~～\s]*$"
)
#: The question itself in quotes: 「请回答“…”这个问题」.
_QUOTED = regex(
    r"^(?:请|麻烦|帮忙|能不能|能否)*(?:回答|解答|回复|答复|说明|查询|查一?下)(?:一下)?[“\"「『](?P<asked>[^“”\"「」『』]{6,})[”\"」』]"
    r"(?:这个|这一|该|的)?问题?[。.!！?？]*$|(?<=[少几么])(?:这个?|该)?问题谁(?:能|来|可以)(?:回答|解答|说清楚?)(?:一下)?[。！?？]*$"
)
#: A particle in the end says nothing; 呢 after a name asks on (「货物类呢」), after an asking word it does not.
_PARTICLE = regex(
    r"(?:(?<=[少么啥了吗哪])呢|(?<=.{3})(?<![为是干一])(?:来着|[啊呀哈哦喔嘞勒咧呐噻撒哟嘛哇]))+(?=[?？!！。~～]*$)"
)
_LEAST = 2


def without_courtesy(text: str) -> str:
    """The question without its opening and closing courtesies; where next to nothing is left, as it was."""
    plain = _OPENING.sub("", _QUOTED.sub(lambda m: m["asked"] or "", text))
    asks = bool(re.search(r"[?？]\W*$", text))
    plain = _PARTICLE.sub("", _CLOSING.sub("？" if asks else "", plain))
    plain = without_talk(plain)
    return plain if len(re.sub(r"\W", "", plain)) >= _LEAST else text
