"""By how much and by how many per cent, asked in one breath: 「比上年差了多少钱、差百分之几」 (增减额和幅度).

Whatever the words, it is written as the two questions that are understood: 「比上年增减多少，增减百分之几」.
"""

from __future__ import annotations

from ingest.patterns import regex

_WAY = (
    r"(?:增加|减少|增长|下降|上升|上涨|降低|增减|变化|变动|涨跌|缩水|相?差|节[省约]|省下|[少多](?:花|用|支|拿|发)|变?[多少]|[增减降涨跌升缩掉砍压])"
    r"(?:还是(?:增加|减少|增长|下降|上升|[多少增减降涨跌升]))?"
)
_DONE = r"(?:(?:了|的|出|掉|去)(?:还是(?:减少|下降|[多少增减降涨跌升])了?)?)*"
#: An amount is wanted.
_AMOUNT = (
    rf"(?:{_WAY}{_DONE})?(?:多少|几多)(?P<unit>亿元|万元|元)|(?:{_WAY}{_DONE})?(?:多少|几多)个?(?:钱|块)|{_WAY}{_DONE}(?:多少|几多)(?!百分|[个人辆件家次批])"
    rf"|(?:绝对|具体)?(?:金额|钱数|数额|绝对[额数值])|{_WAY}{_DONE}(?:的)?(?:额度?|数额?|金额|钱)"
)
#: A rate is wanted.
_RATE = (
    rf"(?:{_WAY}{_DONE})?的?(?:百分之(?:几|多少)?|百分比|百分数|百分率|[幅付副]度|比[例率]|几成|几个百分比)(?!点)"
    rf"|{_WAY}(?:率|幅)|[增降涨减跌]幅"
)
_EMPTY = (
    r"[\s，,、；;：:+＋/]|和|与|及|跟|以及|还有|并且?|加上?|各自?|分别|[都又再也就]|一?共|[两二](?:样|个|者|项)|一[起并块]儿?|同时|到底|究竟|具体"
    r"|说说?|讲讲?|报|列|写|算|给出?|告诉|我|你|您|想|知道|要|请|麻烦|一下|出来|听听|看看|是|有|为|多少|多大|[了的这那]|[吧呢啊呗嘛呀哦]|谢谢|怎么样|大概|约"
)
_TAIL = rf"(?:{_RATE}|{_AMOUNT.replace('?P<unit>', '?:')}|{_EMPTY}|{_WAY}{_DONE})+"
_YEAR = r"(?:上一?年度?|去年|头一?年|前一年|(?:20)?\d\d年?度?)"
_AGAINST = (
    rf"(?:跟|和|与|同|根|较|比|比起|对比|相较于?|相比)(?P<base>{_YEAR})(?:的|那年|同期)?"
    r"(?:[数情况水平决算预]{0,3})?(?:相?比较?|相比|比较|对比|比起来|比一比|比一下|变化|变动)?"
)
_END = r"[？?。！!\s]*$"
_BEHIND = regex(rf"^(?P<head>.*?){_AGAINST}(?P<tail>{_TAIL}){_END}")
_FIRST = regex(rf"^(?P<tail>{_TAIL})[？?，,。]\s*(?P<head>[^，。？?]{{2,}}.*?){_AGAINST}{_END}")
_SPAN = regex(
    rf"^(?P<head>.*?)(?P<base>20\d\d)年?度?\s*(?:到|至|—|-|~)\s*(?P<year>20\d\d年)度?的?(?:钱|支出|开支)?(?P<tail>{_TAIL}){_END}"
)
_VERSUS = regex(
    rf"^(?P<head>.*?)(?P<year>20\d\d)年?度?\s*(?:vs\.?|VS\.?|对比|比)\s*(?P<base>20\d\d)年?度?\s*(?P<what>[\u4e00-\u9fff“”]{{2,12}}?)(?P<tail>{_TAIL}){_END}"
)
_HAS_RATE, _HAS_AMOUNT = regex(_RATE), regex(_AMOUNT)
#: 收支 alone is the total of both.
_BOTH_SIDES = regex(r"收支(?:决算|预算)?(?:总额|规模)?的?$")
#: Of several each by its own amount and rate.
_EACH = regex(rf"(?:{_WAY}|[\s，,的])*(?:各自?|分别)")
#: What only leads to the question.
_LEAD = regex(
    r"^(?:再|请|麻烦|劳烦|你|您|给我|帮我|讲讲?|说说?|报|查|看看?|一?下|这[项个笔]|它|那么?|嗯|哦|好的?|谢谢|，|,|的|数)+$"
)


def moved_both(text: str) -> str:
    """The question as two, the amount and the rate; the text itself where it does not ask for both."""
    if _HAS_RATE.search(text) is None:
        return text
    said = _BEHIND.match(text) or _VERSUS.match(text) or _SPAN.match(text) or _FIRST.match(text)
    if said is None:
        return text
    rest = _HAS_RATE.sub("，", said["tail"])
    amount = _HAS_AMOUNT.search(rest)
    if amount is None or rest == said["tail"] or _EACH.match(said["tail"]):
        return text
    parts = said.groupdict()
    base = parts["base"] if not parts["base"].isdigit() else f"{parts['base']}年"
    year = parts.get("year") or ""
    year = f"{year}年" if year.isdigit() else year
    head = "" if _LEAD.match(parts["head"]) else parts["head"]
    head = _BOTH_SIDES.sub("收支总计", head)
    head = f"{head}{year}{parts.get('what') or ''}".strip()
    return f"{head}比{base}增减多少{amount['unit'] or ''}，增减百分之几"
