"""What people say beside their question: who they are, what they heard, thanks (旁白).

「我爸在那儿住了三十年，最近老听隔壁张阿姨讲，我就想知道2024年…是多少」 asks one thing. A piece between two marks goes
where it opens as an aside does and asks nothing, names no body and no time; the piece that asks always stays.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.read.courtesy import without_courtesy
from service.read.remarks import without_who
from service.read.talk import PIECES

#: How an aside opens.
_OPENS = regex(
    r"(?:那个|嗯+|呃+|哎+|唉+|哦+|啊+|其实|就是|然后|因为)*"
    r"(?:我(?:们)?(?:[是开做搞卖当][^，]{0,6}的|[就在][^，]{0,9}(?:的|住|上班|开店|退休)|就?住|爸|妈|家|奶奶|爷爷|朋友|同事|邻居|老婆|老公|儿子|女儿|孩子|作业|论文|记得|印象|听|看|觉得|怀疑|好奇|最近|刚|在那|退休|要反映|来反映)|老师[让叫说]|(?:爷爷|奶奶|外公|外婆|老伴|孙[子女]|闺女|儿媳|同学|班主任|领导|老板)[^，]{0,3}(?:[让叫说问讲爱想]|是|住|在)|小区|村里|街坊"
    r"|俺|咱家|前[两几]天|昨[天晚]|今天|刚才|刚刚|听[说闻人]|老听|据说|传说|网上|群里|朋友|邻居|隔壁|扯远|说远|话说|闲话|不好意思|打扰|谢谢|多谢|感谢"
    r"|辛苦|麻烦[您你了]|老师好|同志|你好|您好|急|在线等|跪求|拜托|哈哈|好奇|顺便问|随便问|别生气|开个玩笑|我知道你)"
)
#: A remark after the question on where it was read.
_RECALLS = regex(
    r"(?:我|好像)?(?:记得|印象(?:中|里)?|好像)[^，。]{0,4}.{0,16}"
    r"(?:提过|说过|写过|有写|有的|看到过|里有)[。，！\s]*$"
)
_ASKS = regex(r"多少|几[^乎点天年]|什么|啥|哪|为何|怎|咋|如何|吗|是不是|有没有|占比|谁|百分")
_NAMED = regex(
    r"\d|二[〇零○][一二三四五六七八九〇零]{2}|[一二][一二三四五六七八九〇零]年|去年|今年|明年|局|厅|委|办|街道|中心|人大|政协|政府|镇|院|大队|预算|决算|经费|支出|收入|科目|项目|单位|部门"
    r"|《|三公|不含|不算|不包括|除[了去]|口径|万元"
)


#: Where somebody lives tells whose office is meant: of such an aside the place stays.
_PLACE = regex(
    r"(?:在|住|是)((?:[\u4e00-\u9fff]{2,3}[省市])?[\u4e00-\u9fff]{2,3}[区县市])(?:的|人|这边|那边|这里)?[，。！,!\s]*$"
)


def without_asides(text: str) -> str:
    """The question without the pieces that ask nothing and name nothing that it is about."""
    text = without_courtesy(without_who(text))
    pieces = [piece for piece in PIECES.split(text) if piece]
    if len(pieces) < 2 or not _ASKS.search(text):
        return text
    kept = [_place(piece) if _is_aside(piece) else piece for piece in pieces]
    joined = without_courtesy("".join(kept).strip())
    return joined if _ASKS.search(joined) else text


def _place(piece: str) -> str:
    place = _PLACE.search(piece)
    return place[1] if place else ""


def _is_aside(piece: str) -> bool:
    if _ASKS.search(piece):
        return False
    return bool(_RECALLS.match(piece) or (_OPENS.match(piece) and not _NAMED.search(piece)))
