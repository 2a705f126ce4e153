"""Another account after two measures of one: amount and rate are asked of it again (追问两项).

「三公经费比上年变动多少万元、百分之多少」, then 「其中公务用车购置费呢」: by how much and by how many per cent.
"""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk

_BARE = regex(r"^(?:那么?|其中|里面|再?看)*的?(?P<what>[\u4e00-\u9fff“”（）]{3,18}?)呢[？?。]*$")
_ACCOUNT = regex(r"(?:[费款金]|支出|经费|收入|补[贴助]|采购|合计|总计)$")
#: A change by its amount and by its rate, in one breath.
_BOTH = regex(
    r"(?P<ask>(?:比|较|同|与|跟)(?:上年|去年|上一年|前一年|(?:20)?\d\d年)(?:相?比)?(?:各|分别)?(?:变动|变化|增减|增加|减少|增长|下降|涨|降|多|少)了?"
    r"(?:多少|几)(?:万元|亿元|元|钱)?[、，,和及]+(?:(?:增减|增长|下降|变动)?(?:幅度|率)?(?:是|为)?(?:百分之(?:多少|几)|幅度(?:是)?多少|多少个?百分比)))"
)


def both_measures(text: str, talk: Talk) -> str:
    """The follow-up with both measures of the turn before; the text itself where it asks for more or there are not
    two."""
    said = _BARE.match(text) if talk else None
    before = _BOTH.search(talk[-1].said) if said is not None else None
    if said is None or before is None or not _ACCOUNT.search(said["what"]):
        return text
    return f"{said['what']}{before['ask']}"
