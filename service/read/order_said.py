"""By which figure an order goes, and its last places, in the words that are understood (排序的说法).

「项目支出按预算数排，前三名依次是哪三个」「按执行数从高到低」「最后两名是哪两个」: the figure is what is put in order,
and no account of its own. A row is a pattern and what it means; rows are tried in their order.
"""

from __future__ import annotations

import re

from ingest.patterns import regex

_OF = r"(?:年初预算|全年预算|调整预算|预算|决算|执行|实际支出|支出|收入)"
_FIGURE = r"(?:数额?|金额|总额|额度?|资金量?|钱数?|规模|花费|花的?钱|用钱)"
_BY = rf"[，,]?(?:按照?|依照?|照着?|以|根据)(?P<of>{_OF})?(?:的)?(?:{_FIGURE})?(?:的)?(?:多少|大小|高低)?"
_SORTED = r"(?:来|去|给|做|进行)*(?:排(?:个)?(?:序|名次?|列|队|行)?(?:一下|下来|出来|的话)?)"
_UP, _DOWN = r"(?:从|由)(?:小到大|低到高|少到多)", r"(?:从|由)(?:大到小|高到低|多到少)"
_LAST = (
    r"(?:最后|末尾?|倒数|垫底的?|排(?:在)?最后的?)(?P<n>[一二两三四五六七八九十\d]+)?(?:名|位|个|项)?(?:的)?"
)
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        (rf"{_BY}(?:{_DOWN})?{_SORTED}[，,]?{_LAST}(?=[是有为呢]|依次|分别|[？?]|$)", r"\g<of>金额最少的\g<n>个"),
        # By how many they are: of what, money or things, is not said.
        (rf"(?:按照?|依照?|照着?|以|根据)(?:多少|大小|高低|个数|件数|次数|数量(?:多少|大小)?)(?:的)?(?:顺序)?{_SORTED}(?P<end>[，,。？?]|$)",
         r"从大到小排序\g<end>"),
        (rf"{_BY}{_UP}(?:{_SORTED})?(?P<end>[，,。？?]|的?前|取?前|列|$)", r"按\g<of>金额从小到大排序\g<end>"),
        (rf"{_BY}(?:{_DOWN}(?:{_SORTED})?|{_SORTED})(?P<end>[，,。？?]|的?前|取?前|列|第|$)",
         r"按\g<of>金额从大到小排序\g<end>"),
        (r"(?<=排序)(?:的)?(?=前)", "，"),
    )
)  # fmt: skip
_MARKED = regex(r"[按依照以据].{0,14}排|[按依照以据].{0,10}[从由][大高多小低少]到")


def ordered_plainly(text: str) -> str:
    """The question with every row applied, where it sets something in order by a figure."""
    if not _MARKED.search(text):
        return text
    for pattern, meant in _ROWS:
        text = pattern.sub(lambda m, meant=meant: _expand(m, meant), text)  # type: ignore[misc]
    return text


def _expand(match: re.Match[str], meant: str) -> str:
    """The meaning with what was said in it; nothing stands for what was not."""
    for name, said in match.groupdict(default="").items():
        meant = meant.replace(rf"\g<{name}>", said)
    return meant
