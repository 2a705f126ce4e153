"""Who is asking, and what they remark before and after their question (插话).

Who somebody is says nothing of whom they ask about: 「我是人大代表，…」 is no question of 人大. A remark that only
talks (我妈在旁边问, 看到新闻说过紧日子) may be left out where the question with it was not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex
from service.read.idle import is_idle
from service.read.talk import PIECES

_WHO = regex(
    r"(?:那个|你好|您好|[，。！\s])*(?:(?:我们?|俺|本人|咱)(?:是|作为|身为|当|做)|作为|身为)(?:一个|一名|一位|个|名|位)?[^，。！？；：]{0,8}"
    r"(?:代表|委员|记者|干部|会计|老师|学生|律师|研究员|审计员?|职工|公务员|居民|市民|村民|群众|业主|家长|退休的?|员工|司机|人|博主|编辑|党员|志愿者|网格员|纳税人|公民|百姓|爸爸|妈妈|患者|病人|农民|工人|新人|外行)"
    r"的?[，。！；：,!\s]+"
)
#: Words of talk between people; none of them is of an account.
_TALK = regex(
    r"[我俺咱您]|你们?|他们|她|老师|领导|爸|妈|爷|奶|邻居|朋友|同学|同事|群里|新闻|网上|听|看到|说是|问|不懂|看不懂|第一次|作业|论文|材料|麻烦"
    r"|急|别|不要|越|准确|详细|过日子|紧日子|好奇|关心|随便|顺便|打听|了解"
)
_ASKS = regex(
    r"多少|(?<!好)几[^乎点天年]|什么|啥|哪|为何|为什么|怎|咋|如何|吗|是不是|有没有|占比|谁|百分|[？?]"
)
#: How sure it must be that a piece only talks where the question with it was not understood.
_LIKELY = 2.0
#: What a question may be about: a time, a body, money.
_MATTER = regex(
    r"20\d\d|\d{2}年|[去今明前上]年|[局厅委署院](?!员)|街道|中心|人大|政协|[预决]算|经费|支出|收入|科目|项目|单位|费|金额|资金|工资|补贴|采购|三公|公车"
    r"|[扣除含按以占比]|万元|亿|增|减|合计|其中|以外|之外|最[多少高低大小好差]"
)


#: What is said beside a question and may touch on its matter: what was heard, a wish, a question that answers itself.
_BESIDE = regex(
    r"(?:那个|哦|其实|我们?|俺们?|咱们?|有人|都|老|总|(?:同[事学]|朋友|邻居|家里人?|亲戚|老师)们?)*(?:听|[说讲](?!的)|据说|好像|记得|印象|传说|说是|想|打算|准备)[^，,。]*[，,。！!：:\s]*"
    r"|[^，。]*[吧呀嘛呗哈][?？,，。!！\s]*|[^，。：:]{2,8}[:：]"
)
#: What ends so tells which of it is meant: 「好像是食堂那块」.
_NARROWS = regex(r"(?:[那这]?一?[块项笔份边]|方面|部分|的钱?|里面?|当中)[啊呀吧嘛呗哈]*\W*$")
#: A body by how its name ends, in what is left.
_BODY = regex(r"[局厅委办院署站所校馆镇乡](?![里长员])|街道|中心|人大|政协|法院|大队|政府")
_SHORTEST = 2


def without_who(text: str) -> str:
    """The question without the piece that says who asks it."""
    return _WHO.sub("", text, count=1) if _WHO.match(text) else text


def without_remarks(text: str) -> str:
    """The question without the pieces that only talk; the text where there is none, or nothing else is left."""
    pieces = [piece for piece in PIECES.split(text) if piece]
    kept = [piece for piece in pieces if not (_is_remark(piece) or _is_beside(piece, pieces))]
    left = "".join(kept).strip("，,：: ")
    return left if len(kept) < len(pieces) and (_ASKS.search(left) or _MATTER.search(left)) else text


def _is_remark(piece: str) -> bool:
    if _ASKS.search(piece) or _MATTER.search(piece):
        return False
    return is_idle(piece, 0.0 if _TALK.search(piece) else _LIKELY)


def _is_beside(piece: str, pieces: Sequence[str]) -> bool:
    """Whether a piece is talk beside the others, which name whose it is and ask: of another thing it does not speak."""
    rest = "".join(other for other in pieces if other is not piece)
    if (
        not _BESIDE.fullmatch(piece)
        or _NARROWS.search(piece)
        or _ASKS.search(piece.strip("?？ "))
        or re.search(r"\d|[不除只]", piece)
    ):
        return False
    if not (_BODY.search(rest) and _ASKS.search(rest)):
        return False
    bare = re.sub(r"\W", "", piece)
    again = any(bare[at : at + _SHORTEST] in rest for at in range(len(bare) - _SHORTEST + 1))
    return again or (is_idle(piece, 0.0) and not _MATTER.search(piece))
