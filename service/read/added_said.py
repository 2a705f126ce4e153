"""That several are added up, as people and clerks say it, in the words that are understood (相加的说法).

A row is a pattern and what it means; rows are tried in their order. ``is_added`` says whether one sum is asked for.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

_UNIT = r"(?P<unit>亿元|万元|元)"
_OF_ONE = r"[\u4e00-\u9fff“”（）]{2,12}?"
_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # Added up, in the words of several parts of the country and of clerks.
        (r"加埋(?:一齐|一起|晒)?|(?:合|凑|并)(?:起来|在一起|到一起|一块儿?)(?=[^，。？]{0,8}(?:多少|几|[？?。]*$))", "加起来"),
        (r"(?:累加|相加|加总)(?:起来|之后|以后|后|一下|得出|得)*(?:[，,](?:请|再)?(?:告诉|报给?|说给?|讲给?)我?)?(?:总共|一共|合计|总数)?(?=[为是有得]*多少)", "加起来"),
        (r"(?:相加|累加|加总)(?:起来)?[，,](?:请|再)?(?:告诉|报给?|说给?|讲给?)我?(?=总共|一共|合计|总数|总和)", "，"),
        (r"(?<=[，,])总数(?:目)?(?:是|有|为)(?=多少)", "一共"),
        # 「请汇总…之和」 begins with what is said again at its end.
        (r"(?P<head>^|[，,：:])(?:请|麻烦|帮我|劳烦)?(?:汇总|合并计算|加总)(?:一下)?(?=[^。？]{4,}(?:之和|合计|总和|加起来|一共|总共|多少))", r"\g<head>"),
        # Two numbers, said so before them; the sum alone, said so behind them.
        (r"(?:这)?[两二三四几](?:个|项|笔)(?:数|数字|数目|账)(?:[，,]?(?:请|麻烦|帮我|给我)?(?:加一加|加一起|加起来|加一下|相加|合计一下|合一下|一共多少)(?:是?多少)?)[：:，,]\s*(?P<what>[^。？?]{4,})", r"\g<what>，加起来一共多少"),
        (rf"(?P<one>{_OF_ONE})(?:是|有)?(?:多少|几)[、，,和](?P<other>{_OF_ONE})(?:是|有)?(?:多少|几)[，,](?:只|就|光)?(?:报|说|要|讲)(?:个|一个)?(?:总数|合计|总和|总额)(?:，加起来一共多少)?", r"\g<one>、\g<other>加起来一共多少"),
        # Each by itself, before all of them: 「水费一笔、电费一笔」, 「一个公积金，一个购房补贴」.
        (r"(?<=[费款金贴资助出入])一[笔项份样块](?=[、，,])", ""),
        (rf"(?:[两三]个数[，,])?一[个项笔]?是?(?P<one>{_OF_ONE})[，,、]一[个项笔]?是?(?P<other>{_OF_ONE})(?=[，,])", r"\g<one>、\g<other>"),
        # How many they are, behind them, and what they are alike: 「这两个缴费」.
        (r"[这那]?(?P<n>[两二三四五])(?:个|笔|种|样)(?:缴费|费用|费|钱|支出|开支|经费|科目)(?=[，,]?(?:拢共|一共|总共|合计|共|加))", r"\g<n>项"),
        # Heating beside water and electricity, by its one character.
        (r"水费?(?P<a>[、和,，]?)电费?(?P<b>[、和,，及]?)(?:取暖|暖气|供暖|暖|采暖)(?!改|工程|安装|设[施备]|管|维修|材料|器|通|信)费?", "水费、电费、取暖费"),
        # The unit that it is told in, in brackets behind it.
        (rf"(?P<sum>合计|之和|总和|总额|总数|总计)(?:数|金额|额)?(?:是|为)?(?:多少|几何)?[（(](?:单位[：:]?)?(?:以|按|用)?{_UNIT}(?:为单位)?(?:来)?(?:计|列示|表示|计算)?[）)][。？?]*$", r"\g<sum>多少\g<unit>"),
    )
)  # fmt: skip
#: How a question over several figures ends that asks for their sum.
_ADDED = regex(
    r"(?:合计|一共|总共|统共|共计|拢共|总和|总数|总量|加起来|一起)[^，。？]{0,6}(?:多少|几[个元万亿]|$)|(?:合计|总和|加总|汇总|之和|加一块儿?$|加一块儿?是|加一起$)"
    r"|(?<![一总统公])共[有是]?(?:多少|几)"
)
#: Words by which each is meant.
EACH = regex(r"每年|各年|历年|逐年|分别|各自|各是|各有|各为|各花|各占|各多少")
#: 合计 as the end of a name: 「收入合计和支出合计」, 「占本年收入合计」.
_TOTALS = regex(
    r"(?:收入|支出)(?:合计|总计)[和与及跟、](?:本年|当年)?(?:收入|支出)(?:合计|总计)|占(?:本年|当年|全年|全部)?(?:收入|支出)(?:合计|总计)"
)
_ASKED = regex(r"多少|几(?![个]?季度)|各是|各有|各为|各花|各占")


def is_added(text: str) -> bool:
    """Whether the question asks for one sum of what it names, not for each (分别)."""
    added = _ADDED.search(_TOTALS.sub("", text))
    if added is None:
        return False
    each = EACH.search(text)
    # 「四个季度分别用款，一共多少」: each is only spoken of, the sum alone is asked for.
    return each is None or (
        each.end() < added.start() and not _ASKED.search(text[each.start() : added.start()])
    )


def sums_plainly(text: str) -> str:
    """The question with what is added up in the words that are understood."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
