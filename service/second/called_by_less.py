"""A sum of which one is called by less than is said: 博物馆 for 「博物馆免费开放补助」 (加数名不全).

A longer name is another thing, whose own figure is to be added; so is what stands behind 里 where the fund before it
was taken: 「政府性基金里征地拆迁」.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.read.wording import Wording

#: What a name may have behind it or before it and still be the same thing.
_GENERAL = regex(
    r"一共|总共|合计|加起来|加在一起|共计|拢共|相加|总和|之和|多少|分别|各自?|两|三|个|笔|都|里面?|支出|收入|经费|资金|费用|费|钱|项目|预算|决算|执行数?|金额|专项|款项?|科目|类|款|项|本年|全年|当年|实际|单位|部门|财政拨款|年初|年末|总额|合计|花|用|的|这|那|块|[（(].*?[)）]|\d"
)
#: How many there are, which is said behind the last of them: 「占道经营三类问题」.
_SO_MANY = regex(r"[这那]?(?:[两二三四五六七八九十]|\d+)(?:个|类|项|种|家|样|笔)[\u4e00-\u9fff]{0,4}$")
_LEAST = 2
SORRY = "要相加的几项里有一项只找到了名称相近的另一项，加起来就不是所问的合计，所以没有给出。请把各项的名称写全再问。"


def called_by_less(answer: Answer, names: Sequence[str], within: str) -> bool:
    """Whether a sum was told of which one is called by less than one of the listed names says.

    ``within`` is what stands before 里, of which all of them are parts.
    """
    if answer.status is not Status.ANSWERED or not answer.figures:
        return False
    total, *parts = answer.figures
    if "+" not in (total.formula or ""):
        return False
    labels = [fold(part.label) for part in parts] or [fold(part.label) for part in total.inputs]
    return any(
        _is_less(label, _SO_MANY.sub("", fold(name)), fold(within), labels)
        for name in names
        for label in labels
    )


def _is_less(label: str, name: str, within: str, labels: Sequence[str]) -> bool:
    core = _GENERAL.sub("", label)
    if any(_GENERAL.sub("", name) in other for other in labels):
        return False
    if within and len(core) >= _LEAST and _alike(within, core) and not _alike(core, name):
        return True
    if len(core) < _LEAST or core not in name or core == name:
        return False
    left = _GENERAL.sub("", name.partition(core)[2])  # what stands before it says whose, or how it came about
    return len(left) > 1 and len(Wording.of(left, ()).content()) > 1


def _alike(one: str, other: str) -> bool:
    return any(one[i : i + 2] in other for i in range(len(one) - 1))
