"""What is said short or behind what it belongs to, put whole (省略的说法): 「城市和农村低保」, 「县乡村三级河长」.

A row is a pattern and what it means; rows are tried in their order.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re

from ingest.patterns import regex

_ROWS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        # Who is paid, by where they live, and one account for each of the two that share its name.
        (r"城里(?:头|人|吃|的)*(?=低保|特困|五保|最低生活)", "城市"),
        (r"(?<!下)(?:乡下|村里|乡里)(?:头|人|吃|的)*(?=低保|特困|五保|最低生活)", "农村"),
        (
            r"(?P<a>城市|城镇)(?:和|与|跟|、|及|加上?)(?P<b>农村)(?:的|两[块类])*(?P<what>低保金?|最低生活保障金?|特困(?:人员)?(?:救助)?供养|生活救助)",
            r"\g<a>\g<what>和\g<b>\g<what>",
        ),
        # To how many places it is to be told: the figure is told as it is.
        (r"[，,。？?！!、；; （(]+(?:结果|请|四舍五入|，)*保留(?:到|至)?(?:小数点后)?[一二两三123]位(?:小数)?(?:即可|就行|就好)?[）)。？?！!]*$", ""),
        # How a mean is taken, which the mean itself says: 「按计划户数摊下来，平均每户」.
        (r"按(?:照)?(?:计划|目标|受益)?(?P<of>[户人亩辆床])位?数(?:来)?(?:摊下来|平摊|均摊|摊|算下来|计算|算)?[，,]?(?=平均每(?P=of))", ""),
        # Money that was taken back is no budget: 「收回多少预算资金」.
        (r"(?<=[收上][回缴])(?P<how>了?多少)预算(?=资金|款)", r"\g<how>"),
        # Which part of all comes last: 「床位里百分之几是护理床」.
        (
            r"(?P<all>[\u4e00-\u9fff]{2,12}?)(?:里头?|里面|当中|之中|中)(?:有)?(?P<how>百分之(?:几|多少)|几成|多大比例|多少比例)(?:是|为|属于)(?P<part>[^，。？?]{2,16})(?=[？?。]?$)",
            r"\g<all>里\g<part>占\g<how>",
        ),
        # 「从县到村三级河长」: one of each level.
        (r"从?县(?:级)?(?:到|、|，)?乡?(?:镇)?(?:级)?(?:到|、|，)?村(?:级)?(?:这)?三级(?P<who>[\u4e00-\u9fff]长)(?:一?共|总共|合计|共计|加起来)*(?:有|是)?(?=多少)", r"县级、乡级、村级\g<who>一共有"),
        (r"从?市(?:级)?(?:到|、|，)?县?(?:区)?(?:级)?(?:到|、|，)?乡(?:镇)?(?:级)?(?:这)?三级(?P<who>[\u4e00-\u9fff]长)(?:一?共|总共|合计|共计|加起来)*(?:有|是)?(?=多少)", r"市级、县级、乡级\g<who>一共有"),
        # 「后两年金额」: no 年金 is meant.
        (r"(?<=[一两二三四五六几]年)(?=金额)", "的"),
    )
)  # fmt: skip


def said_whole(text: str) -> str:
    """The text with what is left out or told last where it belongs."""
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
