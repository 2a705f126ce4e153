"""One vocabulary for known facts and for facts of the store: names, the money that a name implies (名称归一).

Known facts keep the printed words; the store maps them to accounts. Both sides are taken through the same
tables (``label_to_account``, ``label_to_class``, ``is_total_word``), so that 「财政拨款」 and 「财政拨款收入」 agree,
「基本支出」 and 「项目支出」 do not. What is equal beyond the tables is a row here, with its reason.
"""

from __future__ import annotations

import re
from functools import cache

from ingest.accounts import is_total_word, label_to_account, label_to_class, strip_ordinal
from ingest.model import Fund
from ingest.text import fold

ALL = "合计"
#: One amount that a sentence states of both sides, 「收入支出总计9859.38万元」: the store keeps a fact of each.
BOTH = {"收支总计": ("收入总计", "支出总计"), "收支合计": ("本年收入合计", "本年支出合计")}

_LEVEL = re.compile(r"[(（][类款项][)）]")
#: Letters that number the columns of a performance table, 「年初目标值（A）」: the known facts leave them out.
_COLUMN_LETTER = re.compile(r"[(（][A-Z](?:/[A-Z])?[)）]$")
#: Words that say at which stage, or how the amount is put, which the fields 阶段 and 度量 hold.
_STAGE_WORDS = re.compile(r"预算|决算|安排|(?<=.)(?:数|总?金额|总额)$|^拟(?:采购|购买)")
#: Verbs that lead to what is counted or paid for, and 累计 behind it: told or not, the thing is the same.
_FRAME_WORDS = re.compile(r"^(?:涉及|协调办理|发现|下属)|累计$")
#: A stage behind a free name, which the field 阶段 holds.
_STAGE_END = re.compile(r"(?<=.{3})(?:年初|全年)?(?:预算|决算)(?:数|总?金额|总额)?$")
_FUND_WORDS: tuple[tuple[str, Fund], ...] = (
    (r"^(?:一般公共预算|公共财政预算)(?:财政)?(?:拨款)?", Fund.GENERAL),
    (r"^政府性基金(?:预算)?(?:财政)?(?:拨款)?", Fund.GOVERNMENT_FUND),
    (r"^国有资本经营(?:预算)?(?:财政)?(?:拨款)?", Fund.STATE_CAPITAL),
    (r"^财政拨款(?:预算)?", Fund.APPROPRIATION),
)
_BOTH_SIDES = re.compile(r"^收(?:入)?、?支(?:出)?(总计|合计)$")
#: Income accounts are themselves the money that they count.
_IMPLIED = {
    "财政拨款收入": Fund.APPROPRIATION,
    "一般公共预算财政拨款收入": Fund.GENERAL,
    "政府性基金预算财政拨款收入": Fund.GOVERNMENT_FUND,
    "国有资本经营预算财政拨款收入": Fund.STATE_CAPITAL,
}

#: Statements of what is paid from the general budget only.
_NARROW = ("三公经费表", "机关运行经费表")


@cache
def canonical(label: str, fund: Fund = Fund.ALL) -> str:
    """One name for the wordings of an account, class or total.

    Words that only repeat ``fund`` are no part of the name.
    """
    bare = _COLUMN_LETTER.sub("", strip_ordinal(_LEVEL.sub("", label)))
    known = _known(bare)
    if known is not None:
        return known
    for name in _undressed(bare, fund):
        known = _known(name)
        if known is not None and known != ALL:
            return known
    return fold(_STAGE_END.sub("", _FRAME_WORDS.sub("", bare)))


def _known(name: str) -> str | None:
    """The account, class or total that a wording names, None where no table has it."""
    both = _BOTH_SIDES.match(name)
    if both:
        return f"收支{both[1]}"
    if is_total_word(name):
        return ALL
    account = label_to_account(name)
    if account is not None:
        return account.name
    named = label_to_class(name)
    return fold(named[1]) if named else None


def _undressed(name: str, fund: Fund) -> list[str]:
    """The name without the fund that the field 资金 repeats, then without words of stage too."""
    own = next((f for pattern, f in _FUND_WORDS if re.match(pattern, name)), None)
    pattern = next((p for p, f in _FUND_WORDS if f is own), "")
    rests = [re.sub(pattern, "", name)] if own is not None and own is fund else []
    found = []
    for rest in [*rests, name]:
        staged = _STAGE_WORDS.sub("", rest).replace("支出支出", "支出")
        if staged in ("支出", "收入"):
            found.append(f"本年{staged}合计")
        else:
            found += [rest, staged, *([f"{staged}支出"] if staged != rest else [])]
    return found


def is_total(name: str) -> bool:
    """Whether a canonical name is a total of a statement."""
    account = label_to_account(name)
    return name == ALL or (account is not None and account.kind == "总额")


def money(fund: Fund, names: tuple[str, str], statement: str) -> Fund:
    """The money that a figure counts: the income account that it is of, else the field itself.

    General budget and 财政拨款 are told apart but for what is paid from the general budget only: “三公” 经费,
    meetings, training and 机关运行经费, where documents print the one word or the other.
    """
    implied = next((_IMPLIED[name] for name in names if name in _IMPLIED), fund)
    account = label_to_account(names[0])
    narrow = statement in _NARROW or (
        account is not None and account.kind in ("三公经费", "会议培训", "机关运行")
    )
    return Fund.APPROPRIATION if narrow and implied is Fund.GENERAL else implied
