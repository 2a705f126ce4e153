"""「少花多少」「还有多少没花」「未执行多少」「少安排多少」: what is counted from the budget, or from last year (少花多花).

The words say by how much, never how much: they are turned into the plain question of what was spent against its
budget, which is worked out of both figures or declined with what is lacking. Rows are tried in their order.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

_BUDGET = r"(?:年初|全年|调整|当年|部门)?预算(?:数|安排)?"
_SPEND = r"(?:花费?|用|支出|支付|支|开支|执行|完成)"
_OUT = r"(?:出去?|掉|了|完|到位|出来|得)*"
_MUCH = r"(?:有|是|的?(?:钱|资金|金额))*(?:多少|几何)(?:个?钱|资金|经费|万元|亿元|元|万)?"
_NOT = r"(?:还|尚|都)*(?:没有?|未|未能|没能)(?:能)?"
_MONEY = r"(?:的)?(?:钱|资金|经费|预算|金额|部分)?"
_ALL = r"(?:一共|总共|共|合计|整体|总体|总的|到底|实际)*"
_THINGS = r"(?P<n>前?[一二两三四五六七八九十\d]+)?(?:个|项|类)?(?:的)?(?P<what>科目|项目|支出|项)"
#: What is asked of the parts, which are picked out by it.
_OF_PARTS = (
    (rf"(?:哪[些几]?[个项]?)(?P<what>科目|项目|支出|费用|钱)(?:的)?{_ALL}(?:是)?少(?:花|用|支出?|执行)(?:了|掉)?(?:钱|的)?(?![多少最])", r"哪些科目决算比预算少"),
    (r"(?:哪[一个项]*)(?P<what>科目|项目|支出)?(?:的)?(?:少花|少用|少支出?|少执行|省下?|节约|节省|结余|没花完|没用完)的?(?:钱|金额)?(?:得)?最多(?:的)?", r"决算比预算少最多的科目"),
    (rf"(?:少花|少用|少支出?|少执行|省下?|节约|节省|没花完)的?(?:钱|金额)?(?:得)?最多的?(?:是)?(?:哪[一几]?[个项]?)?{_THINGS}", r"决算比预算少最多的\g<n>个科目"),
    (r"(?:少花|少用|少支出?|省下?|节约|节省)的?(?:钱|金额)?(?:得)?最多的?(?:是)?(?:哪[一个项]*|什么)", r"决算比预算少最多的科目"),
    (r"(?:哪[一个项]*)(?P<what>科目|项目|支出)?(?:的)?(?:多花|多用|多支出?|超支)的?(?:钱|金额)?(?:得)?最多(?:的)?", r"决算比预算多最多的科目"),
)  # fmt: skip
#: What is asked of one figure.
_OF_ONE = (
    (rf"{_ALL}(?:比|较|与|和|跟){_BUDGET}(?:相比)?{_ALL}(?P<how>(?<!多)少|多(?!少)|超)(?:{_SPEND}|出){_OUT}{_MUCH}", r"决算比预算\g<how>多少"),
    (rf"{_ALL}(?:比|较)(?P<of>年初|全年|调整后?的?|当年|部门)?预算(?:数|安排)?(?:相比)?{_ALL}(?:之间)?的?(?:相?差|差额|差距)(?!额|距|异|旅)(?:了|是|有)?{_MUCH}", r"决算比\g<of>预算多多少"),
    # Beside its budget an outcome is so far off, on neither side.
    (rf"{_ALL}(?:与|和|跟|同)(?P<of>年初|全年|调整后?的?|当年|部门)?预算(?:数|安排)?(?:相比)?{_ALL}(?:之间)?的?(?:相?差|差额|差距)(?!额|距|异|旅)(?:了|是|有)?{_MUCH}", r"决算和\g<of>预算相差多少"),
    (rf"{_ALL}(?P<how>(?<!多)少|多(?!少)){_SPEND}{_OUT}{_MUCH}", r"决算比预算\g<how>多少"),
    (rf"{_ALL}{_NOT}(?:执行|使用|支出|支付|用|花费?){_OUT}{_MONEY}{_MUCH}", r"决算比预算少多少"),
    (rf"{_ALL}(?:还)?(?:剩|剩下|余)?有?多少(?:钱|资金|经费|预算|金额)?(?:是)?{_NOT}(?:执行|使用|支出|支付|用|花){_OUT}(?:的)?", r"决算比预算少多少"),
    (rf"{_NOT}(?:执行|使用|支出|支付|用|花){_OUT}的(?:钱|资金|经费|金额|部分|预算)?(?=[？?。]*$)", r"决算比预算少多少"),
    (r"(?:预决算|预算执行|预算和决算|预算与决算|决算和预算|决算与预算)(?:的|之间的?|数)*(?:差异|差额|差距|偏差|相差)(?:额|数|率)?(?:是|有)?(?:多少|多大)?(?=[？?。]*$)", r"决算比预算多多少"),
)  # fmt: skip
#: What a plan has more or less of than the last.
_OF_PLANS = (
    (rf"{_ALL}(?:少|压)(?:安排|编列?|列支?|批|拨)(?:了|出)*(?:预算|资金|经费)?{_MUCH}(?:预算|资金)?", "比上年减少多少"),
    (rf"{_ALL}多(?:安排|编列?|列支?|批|拨)(?:了|出)*(?:预算|资金|经费)?{_MUCH}(?:预算|资金)?", "比上年增加多少"),
    (rf"{_ALL}压(?:减|缩|降|掉)?了{_MUCH}", "比上年减少多少"),
)  # fmt: skip
#: Another thing is named to count from: a year, a body, an account; or years, bodies are set against each other.
_OTHER_BASE = regex(
    rf"(?<![对相同])(?:比|较)(?!{_BUDGET}|例|重|多|少|高|低|大|小|率|好|较)|同比|环比|谁|哪[家年]|相比(?!{_BUDGET})|上年|去年|前一年|账[上面户]|结转|转[到入至]|下一?年|年末|年底|目标|计划(?!生育)|任务|指标|案件|投诉|工单"
)
#: What was spent and what was planned named as equals, neither held against the other: 「实际花的跟预算差多少」.
_SPENT = r"(?:决算|实际|执行|支出|花)[^，。？比]{0,8}?"
_PLANNED = r"(?:这个?|那个?|原来?|它|其|自己|的)*(?:年初|全年|调整后?|当年|部门)?的?预算(?:数|安排|额|金额)?"
_AND, _APART = (
    "(?:跟|和|与|同)",
    r"(?:之间|相比|的|，|还|又|到底|一共)*相?差(?![额距异旅])(?:了|出)?(?:多少|几)",
)
_AS_EQUALS = regex(rf"(?:{_SPENT}{_AND}{_PLANNED}|预算(?:数|安排)?{_AND}{_SPENT}){_APART}")
#: A cheap look before any row.
_ASKS = regex(
    r"[少多超](?:花|用|支|开支|执行|完成|安排|编|列|批|拨|出|了|多)|(?:没有?|未|没能)(?:能)?(?:花|用|执行|使用|支)|差[异额距]|差(?:了|是)?多少|偏差|相差|最多|压[减缩降掉]?了"
)
_ROWS = tuple((regex(pattern), meant) for pattern, meant in (*_OF_PARTS, *_OF_ONE, *_OF_PLANS))


def apart_from_budget(text: str) -> bool:
    """Whether only the distance of outcome and budget is asked for, which has no side."""
    return _AS_EQUALS.search(text) is not None


def against_budget(text: str) -> str:
    """The question in the words of 决算 against 预算, or of a plan against the last; as it is where it says neither."""
    if not _ASKS.search(text) or _OTHER_BASE.search(text) or apart_from_budget(text):
        return text
    for pattern, meant in _ROWS:
        said = pattern.search(text)
        if said is not None and said.groupdict().get("what") == "项目":
            return text  # projects are not the accounts that a statement sets against its budget
        if said is not None:
            before = re.sub(r"(?:的)?(?:决算|实际|预算)?(?:的)?$", "", text[: said.start()])
            return f"{before}{said.expand(meant).replace('的个科目', '的科目')}{text[said.end() :]}"
    return text
