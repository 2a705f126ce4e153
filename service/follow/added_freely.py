"""What a follow-up adds to what was told, said freely: 「印刷的、邮电的也一并算进去，总共多少」 (自由追加).

Every word of it must be a name, a joint or empty: what says more is left to be read otherwise.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.patterns import regex

_SUM = r"(?:合计|和计|总计|总共|一共|共计|总[数额和]|加起来|加一起|加一块儿?|凑一起|合并|之和)"
#: That what was told is one of those added up.
_WITH_IT = regex(
    r"^(?:那么?)?[跟和与同]|加上|算上|带上|算进|加进|计入|连同|连上|一并|^[\s，,再那]*[加+＋]|跟它|和它|与它|(?:刚才|上述|上面|前面|以上)|(?:这个|那个|该)数|它们?(?=和|跟|与|加)"
)
_HAS_SUM = regex(_SUM)
_N = regex(r"[这那]?(?P<n>[两二三四五六七八])(?:样|项|个|者|笔|块)|(?P<few>[俩仨])")
#: Words that name nothing; what stands in their place parts the names.
_EMPTY = regex(
    rf"{_SUM}数?|[（(](?:以|按|单位[：:]?)?[万亿]?元计?[）)]|好的?|谢谢|(?:这个|那个)?我?(?:记下|知道|明白|晓得)了|请|麻烦|劳烦|您|你|给?我|一下|把|将|也|都|又|再|那么?|一并|一起|计算|算(?:进去|进来|上|在内)?"
    r"|加(?:上|进去|进来|在内|到一块儿?|一块儿?)?|[+＋]|带上|连(?:同|上)|凑|合|计入?|在内|报|说|列|(?:刚才|上述|上面|前面|以上)(?:的|说的|那|这)?(?:个|些|项)?数?|[这那该]个数|它们?|还有|以及|[和与及跟、]"
    r"|[是有为要花了呢啊呀吧的]|多少|几何|几(?=[万亿]?元)|[万亿]?元|钱|[按以用]|费用"
)
_MARKS = regex(r"[，,。；;？?！!：:\s]+")


def freely(
    text: str, told: str, is_account: Callable[[str], bool], is_known: Callable[[str], bool]
) -> tuple[list[str], str] | None:
    """The names that are added to what was told, and how many the sum is said to be of; None where it is no such sum.

    ``told`` is the name of what was told, which may be said again; ``is_account`` says whether words may name an
    account by how they end, ``is_known`` whether they do name one.
    """
    if _HAS_SUM.search(text) is None or _WITH_IT.search(text) is None:
        return None
    counted = _N.search(text)
    number = (counted["n"] or {"俩": "两", "仨": "三"}[counted["few"]]) if counted else ""
    names: list[str] = []
    for piece in filter(None, _MARKS.split(_N.sub("，", text))):
        names += [name for name in _EMPTY.sub("，", piece).split("，") if name]
    others = [name for name in names if name != told]
    named = [name if is_account(name) or not is_known(f"{name}费") else f"{name}费" for name in others]
    return (named, number) if named and all(map(is_account, named)) else None
