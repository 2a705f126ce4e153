"""Pieces of a question that only talk: 「首先，」「接着问，」「，一定要准」「，不知道就说不知道」 (闲话).

A piece between two marks that is made of words of talk alone, one of them of asking or telling, names nothing and asks
nothing. Before a body's name such words need no mark: 「请给出某局…」「谁清楚某街道…」.
"""

from __future__ import annotations

from ingest.patterns import regex

#: Between the pieces of a question, each kept with the mark that ends it.
PIECES = regex(r"(?<=[，。！？；：,!?;:～~…\s])")
_ENDS = "，。！？；：,.!?;:～~…、 "
_LOOSE = "，；：,;:、 "
_LONGEST = 16

#: Words of asking, telling and urging: each makes a piece one that talks.
_STRONG = (
    "请问|想问|要问|再问|追问|接着问|问|请教|求教|求助|求问|求解|求|咨询|打听|了解|知道|晓得|清楚|明白|懂|查询|查找|查[查看]?|看看|看一看|看|瞧瞧"
    "|找找|找|搜索|搜|告诉|告知|说说|说明|说|讲讲|讲|介绍|回答|解答|回复|答复|答|回|报|提供|给出|给|列出|列明|列示|列一?下|列|写明|写清|写|报送|上报|填报|摘录|标明|标出|标|注明|附上|附"
    "|核实|核对|核|确认|帮忙|帮|算算|统计|整理|汇总|麻烦|烦请|劳驾|拜托|有劳|辛苦|谢谢|谢|多谢|感谢|不好意思|打扰|抱歉|对不起|引用|交差|参考|备查|在线等|等"
    "|急用|急需|急|着急|速速|速|赶紧|赶快|尽快|马上|立刻|快点|快|首先|其次|然后|接着|接下来|另外|顺便|对了|话说|回到正题|言归正传|正题|第[一二三四五]个(?:问题)?|下一个|下个|最后一个|最后"
    "|简单|简短|简要|简洁|详细|准确|精确|仔细|认真|老实|如实|一定|必须|务必|尽量|瞎编|编|乱说|胡说|骗|忽悠|糊弄|蒙|没底|一句话|好奇|关心|纳闷|奇怪|那个啥|那啥|内个|算了|拉倒|直说|官方(?:的)?(?:数字|数据|口径|说法)?|以[^，。？]{0,6}为准|越[准快细详多][细尽]?越[好行]|废话|啰嗦|弯子|圈子|没底|有?个?底"
)
#: Words that stand beside these.
_WEAK = (
    "我们|我|你们|你|您|咱们|咱|俺|他们|大家|各位|人家|别人|有人|有谁|哪位|谁|自己|本人|老师|师傅|大哥|大姐|同志|朋友|客服|小助手|助手|机器人|专家|领导|亲|小编|楼主|大神|高手"
    "|想要|想|需要|要|希望|打算|可以|可否|能不能|能否|能|可不可以|愿意|请|就|只|还有|还|再|也|先|又|都|才|好|行|不要|不用|不|别|没有|没|得|会|该|有数|有底|心里|心中"
    "|大概|差不多|好?有个|这一个|那一个|绕|兜|约数|有的话|没有的话|要是有|要是没有|如果有|如果没有|越|正式|权威|公开|一句话|一句|一下子|一下|一声|一遍|几句|一个|这个|那个|两个|个|点|些|准数|数字|数目|数据|数|答案|结果|结论|出处|来源|依据|页码|大白话|人话|话|问题|事儿|事|意思"
    "|全部|逐一|逐个|逐项|逐条|一一|一个个|一个一个|挨个|名字|直接|具体|完整|完全|真实|准|清|细|短|长|多|快|用|里|上|下|来|去|着|过|的|地|了|呢|吧|啊|呀|哈|嘛|哦|喔|咧|勒|嘞|噻|撒|哟|啦|哇|呗|嗯|呃|额|唉|哎|诶|欸|喂|噢"
)
#: Those of them that are whole words, and no patterns.
SPOKEN = tuple(word for word in _STRONG.split("|") if len(word) > 1 and word.isalpha())
_TALKS = regex(rf"(?:{_STRONG}|{_WEAK})*?(?:{_STRONG})(?:{_STRONG}|{_WEAK})*")
#: Made of the same words and yet asking: whether there is any, what else there is.
_ASKS = regex(r"^有(?!的话|就)|有没有|没有?$|^再$|^还有|^[多快准]$|^都?[要等]?说了$")
#: A wish that asks by itself where the rest does not: 「…的直属单位，请列出」.
_WISHES = regex(
    r"^(?:请|要|全部|逐[一个项条]|一一|一个一?个|挨个|都)*(?:列|列出|列示|列明|说明|介绍|汇总|统计)(?:一下)?$"
)
_ASKED = regex(r"多少|几|哪|什么|为何|为什么|怎|吗|是否|有没有|占比|增减|比重|[?？]")
_LAST = regex(r"(?<=[\u4e00-\u9fff\d)）])请(?:列明|列示|写明|说明|注明|告知|回复|回答|示下)[。.!！?？\s]*$")
#: What asks whoever may know, or only begins; it needs no mark behind it.
_CALLS = regex(
    r"^(?:(?:有谁|谁|有人|哪位|有没有人)(?:能|可以)?(?:知道|清楚|晓得|了解|明白|说说|告诉我)(?:一下)?|话说(?!中)|请给出(?=.{4}))[，,、]?(?=.{3})"
)
#: A wish before a body's name or a year; what is wished for is told by what follows.
_BEFORE = regex(
    r"^(?:请|烦请|麻烦|能否|可否|能不能|帮忙|帮我|给我|求|谁|有谁|有人|哪位|我要|我想|我)*?"
    r"(?:请给出|给出|请?提供|报送|上报|填报|报告|摘[录抄]|抄录|调[取出]|提取|(?<=请)报|列示|列明|报一下|报出|查询|查一下|查出|查|清楚|知道|晓得|了解|说说|说出|讲讲|看一看|看一下|看下|看到|看见|算出|写出|指出|核实|核对|整理|汇总|话说|求助|求|问下|问)"
    r"(?:一下|下)?(?=(?:20\d\d|[\u4e00-\u9fff]{0,3}[省市区县](?![区县]?级|长)|[\u4e00-\u9fff]{2,9}(?:局|厅|委|办|街道|中心|人大|政协|政府|镇|乡|院|大队|学校|中学|小学)))"
)


def without_talk(text: str) -> str:
    """The question without the pieces that only talk; the text where nothing else would be left."""
    pieces = [piece for piece in PIECES.split(text) if piece]
    asks = _ASKED.search("".join(piece for piece in pieces if not _only_talks(piece, True))) is not None
    kept = [piece for piece in pieces if not _only_talks(piece, asks)] if len(pieces) > 1 else pieces
    plain = _BEFORE.sub("", _CALLS.sub("", "".join(kept).strip(_LOOSE))) if kept else text
    return _LAST.sub("", plain) if _ASKED.search(plain) else plain


def _only_talks(piece: str, asked: bool) -> bool:
    bare = piece.strip(_ENDS)
    if not 0 < len(bare) <= _LONGEST or _ASKS.search(bare) or (_WISHES.search(bare) and not asked):
        return False
    return _TALKS.fullmatch(bare) is not None
