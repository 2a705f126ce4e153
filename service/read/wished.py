"""What is wished for without a word that asks: 「总数报一个，其中甲的也报一个」, or asked before it is named (点数).

Each of several that are wished for becomes a question; what is asked before all that it is of stands behind it.
"""

from __future__ import annotations

from ingest.patterns import regex

_VERB = r"(?:报|说|讲|念|查|列|给)"
#: A wish for the number of what stands before it, at the end of a piece.
_WISH = regex(
    rf"(?<=[\u4e00-\u9fff”）)]{{2}})的?(?:数[字目据额]?|金额)?(?:也|都|再|就|一并|同样|分别|麻烦|请|帮我?|给我?)*"
    rf"{_VERB}(?:一?个(?:数|总?数)?|一?下|一声|一遍)(?=[，,。；;！!？?]|$)"
)
#: Whether one may ask so says nothing: 「报一下名字行吗」.
_MAY = regex(r"(?<=[字称下来遍声听看])(?:行|好|可以|成|中)(?:吗|么|嘛|不行|不好|不)(?=[?？。]*$)")
_ASKS = regex(r"多少|几(?![乎点])|哪|什么|啥|谁|怎|咋|吗|为何|百分|占比|比重|比例|是否|原因")
_LEAST = 2
_UNIT = r"(?:个?钱|万元|元|批次?|个?人次?|名|家|辆|台|套|件|个|项|户|场次?|次)"
_NUMBER = rf"(?:电话|手机)?号码(?:是?多少)?(?:{_VERB}一?[下个])?"
_BARE = rf"(?:(?:一共|总共|到底|究竟|是|有|花了?)*(?:多少|几){_UNIT}?|{_NUMBER})(?:啊|呀|呢)?"
#: What is asked alone, and behind it of what.
_FIRST = regex(
    rf"^(?P<asks>(?:{_BARE}[?？,，、\s]+)+)(?:我?(?:要|问|说|指|查|想[问要查])的?(?:就?是)?|就是)?(?P<of>[^?？]{{6,}}?)"
    r"(?:的(?:数[字目据]?|数额|金额|情况))?[。.?？!！]*$"
)
_MARKS = regex(r"[?？,，、\s]+")
_TALK = regex(rf"{_VERB}一?[下个]|啊|呀|呢")
#: Much and little of a year that stands first are said of another year, which is the one asked about.
_BARE_HOW_MUCH = frozenset(("多少", "多少钱", "多少个钱", "多少元", "几"))


def in_question(text: str) -> str:
    """The question with its wishes as questions, and what it asks first behind what that is of."""
    text = _MAY.sub("", text)
    if "一" in text or "个" in text or "下" in text:
        text = _wished(text)
    return _of_named(text) if text[:1] in "多几一总到究是有花电手号" else text


def _wished(text: str) -> str:
    """「甲报一个，乙也报一个」 asks how much either is; a single wish is only polite, and stays."""
    if _ASKS.search(text) or len(_WISH.findall(text)) < _LEAST:
        return text
    return _WISH.sub("是多少", text)


def _of_named(text: str) -> str:
    """「几批？多少人次？我要的是某局的接待」 as 「某局的接待几批，多少人次」."""
    said = _FIRST.match(text)
    if said is None or _ASKS.search(said["of"]):
        return text
    asks = [_TALK.sub("", ask) for ask in _MARKS.split(said["asks"]) if ask]
    if len(asks) == 1 and asks[0] in _BARE_HOW_MUCH:
        return text  # how much is asked for of itself
    return f"{said['of']}{'，'.join(asks)}"
