"""The standard forms of statements with several columns of figures, as rows: headings, order, formulas (标准表样).

A column is the path of its headings, 「本年支出/小计」; other wordings of a heading are joined by ``|``, and a
heading that an account knows may be printed in any form of that account. Formulas are those the forms print
below the table, columns counted from 1 (财政部 部门决算公开报表 2019–2024, 部门预算公开表).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ingest.accounts import ACCOUNTS
from ingest.text import fold


@dataclass(frozen=True, slots=True)
class Formula:
    """``total`` = sum of ``plus`` − sum of ``minus``; columns count from 0."""

    total: int
    plus: tuple[int, ...]
    minus: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One way to print a statement: its columns of figures from left to right.

    ``total`` is the column that is filled wherever another one is, None where there is none.
    """

    columns: tuple[str, ...]
    formulas: tuple[Formula, ...]
    total: int | None = 0


def formulas(text: str) -> tuple[Formula, ...]:
    """Formulas of a form, 「1=2+3;6=1+2-3」, or as printed below a table.

    >>> formulas("6栏各行＝（1＋2－3）栏各行")
    (Formula(total=5, plus=(0, 1), minus=(2,)),)
    """
    text = re.sub(r"[（(）)\s栏各行列]|其中", "", text.translate(_SIGNS))
    found = []
    for match in re.finditer(r"(?<![\d+=-])(\d{1,2})=(\d{1,2}(?:[+-]\d{1,2})+)(?![\d.])", text):
        terms = re.findall(r"([+-]?)(\d{1,2})", match[2])
        plus = tuple(int(n) - 1 for sign, n in terms if sign != "-")
        minus = tuple(int(n) - 1 for sign, n in terms if sign == "-")
        found.append(Formula(int(match[1]) - 1, plus, minus))
    return tuple(found)


_SIGNS = str.maketrans("＝＋－﹢﹣−–", "=+-+---")


def _form(columns: str, sums: str, total: int | None = 0) -> Form:
    return Form(tuple(columns.split()), formulas(sums), total)


#: Headings over a column that only say "the amount".
LEAF = "金额|决算数|预算数|本年预算|本年预算数|年初预算数|预算金额|决算金额|全年预算数|支出数"
_SPENT = "本年支出合计|合计|小计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出"
_EARNED = "本年收入合计|合计|小计 财政拨款收入 上级补助收入 事业收入 经营收入 附属单位上缴收入 其他收入"
_YEAR = "本年支出/合计|小计 本年支出/基本支出 本年支出/项目支出"
_PLAIN = "合计|小计|本年支出合计 基本支出 项目支出"
_RATED = (
    "年初预算数|年初预算|预算数 决算数|支出决算/小计|合计 决算数|支出决算/基本支出 决算数|支出决算/项目支出"
    " 完成预算%|完成年初预算%|完成率%|预算完成率%|完成率"
)
_STAFF = "合计|小计 人员经费 公用经费"
_DEEP = "合计|小计 基本支出/小计|合计 基本支出/人员经费 基本支出/公用经费 项目支出"
_CARRIED = "年初结转和结余 本年收入 本年支出/小计|合计 本年支出/基本支出 本年支出/项目支出 年末结转和结余"
_CARS = "公务用车购置及运行维护费"
_VISITS = f"合计|小计 因公出国（境）费 {_CARS}/小计|合计 {_CARS}/公务用车购置费 {_CARS}/公务用车运行维护费 公务接待费"
_TRIPS = _VISITS.split()
_MEALS_FIRST = [*_TRIPS[:2], _TRIPS[5], *_TRIPS[2:5]]
_PAIRED = " ".join(
    f"{path}/{stage}" for path in _TRIPS for stage in ("预算数|全年预算数|年初预算数", "决算数")
)
_BEFORE_AND_AFTER = " ".join(
    f"{stage}/{path}"
    for stage in ("预算数|全年预算数|年初预算数|本年预算数", "决算数|决算支出数|本年决算数")
    for path in _TRIPS
)

_IN, _OUT = "收入|本年收入|财政拨款收入", "支出|本年支出|财政拨款支出"
_FUNDS = (
    "一般公共预算财政拨款|一般公共预算|一般公共预算资金|一般公共预算拨款",
    "政府性基金预算财政拨款|政府性基金预算|政府性基金|政府性基金预算拨款",
    "国有资本经营预算财政拨款|国有资本经营预算|国有资本经营预算拨款|国有资本经营预算资金",
)
_BOTH_SIDES = f"{_IN}/{LEAF} {_OUT}/{LEAF}"
_BY_FUND = f"{_IN}/{LEAF} {_OUT}/合计|小计 " + " ".join(f"{_OUT}/{fund}" for fund in _FUNDS)
_BY_TWO_FUNDS = f"{_IN}/{LEAF} {_OUT}/合计|小计 " + " ".join(f"{_OUT}/{fund}" for fund in _FUNDS[:2])
#: Statements with income on the left and expenditure on the right; formulas count the columns of the right half.
_SIDES = (
    _form(_BOTH_SIDES, ""),
    _form(_BY_FUND, "1=2+3+4"),
    _form(_BY_TWO_FUNDS, "1=2+3"),
)
#: Forms by the name of the statement; of two that fit, the figures must fit one alone.
FORMS: dict[str, tuple[Form, ...]] = {
    "收入表": (_form(_EARNED, "1=2+3+4+5+6+7"),),
    "支出表": (_form(_SPENT, "1=2+3+4+5+6"), _form(_PLAIN, "1=2+3"), _form(_DEEP, "1=2+5;2=3+4")),
    "一般公共预算支出表": (
        _form(_YEAR, "1=2+3"),
        _form(_PLAIN, "1=2+3"),
        _form(_DEEP, "1=2+5;2=3+4"),
        _form(_CARRIED, "6=1+2-3;3=4+5", None),
        _form(_RATED, "2=3+4", None),
        _form(LEAF, ""),
    ),
    "财政拨款支出表": (
        _form(_YEAR, "1=2+3"),
        _form(_PLAIN, "1=2+3"),
        _form(_DEEP, "1=2+5;2=3+4"),
        _form(LEAF, ""),
    ),
    "机关运行经费表": (_form(f"机关运行经费支出|机关运行经费|{LEAF}", ""),),
    "政府性基金表": (
        _form(_CARRIED, "6=1+2-3;3=4+5", None),
        _form(_YEAR, "1=2+3"),
        _form(_PLAIN, "1=2+3"),
    ),
    "国有资本经营表": (
        _form(_YEAR, "1=2+3"),
        _form(_PLAIN, "1=2+3"),
        _form(_CARRIED, "6=1+2-3;3=4+5", None),
    ),
    "一般公共预算基本支出表": (_form(_STAFF, "1=2+3"),),
    "财政拨款基本支出表": (_form(_STAFF, "1=2+3"),),
    "基本支出表": (_form(_STAFF, "1=2+3"),),
    "收支总表": _SIDES,
    "财政拨款收支总表": _SIDES,
    "一般公共预算收支表": _SIDES,
    "三公经费表": (
        _form(_BEFORE_AND_AFTER, "1=2+3+6;3=4+5;7=8+9+12;9=10+11", None),
        _form(_PAIRED, "1=3+5+11;5=7+9;2=4+6+12;6=8+10", None),
        _form(_VISITS, "1=2+3+6;3=4+5"),
        _form(" ".join(_MEALS_FIRST), "1=2+3+4;4=5+6"),
        _form(" ".join([*_MEALS_FIRST, "机关运行经费预算数|机关运行经费"]), "1=2+3+4;4=5+6"),
        _form(" ".join([*_TRIPS, "机关运行经费预算数|机关运行经费"]), "1=2+3+6;3=4+5"),
    ),
}

#: Words that a head prints beside the headings of its columns of figures.
STRUCTURE: tuple[str, ...] = tuple(
    fold(word)
    for word in [
        "项目",
        "项",
        "目",
        "科目",
        "支出功能分类科目编码",
        "功能分类科目编码",
        "支出功能分类",
        "功能分类",
        "支出经济分类科目编码",
        "经济分类科目编码",
        "支出经济分类",
        "经济分类",
        "科目编码",
        "科目代码",
        "编码",
        "代码",
        "科目名称",
        "名称",
        "类",
        "款",
        "栏次",
        "行次",
        "功能科目",
        "经济科目",
        "部门预算",
        "功能科目编码",
        "功能科目名称",
        "经济科目编码",
        "经济科目名称",
        "功能分类科目名称",
        "支出功能分类科目名称",
        "部门预算支出经济分类科目",
        "部门预算经济分类",
        "功能科目代码",
        "经济科目代码",
        "经济分类科目名称",
        "部门预算经济分类科目",
        "按功能分类",
        "按支出功能分类",
        "功能分类科目",
        "支出功能分类科目",
        "项目名称",
        "收入预算",
        "支出预算",
        "一般公共预算支出",
        "一般公共预算基本支出",
        "政府性基金预算支出",
        "国有资本经营预算支出",
        "国有资本经营财政拨款预算支出",
        "财政拨款三公经费",
        "三公经费预算数",
        "一般公共预算财政拨款支出",
        "一般公共预算财政拨款基本支出",
        "单位",
        "万元",
        "元",
        "单位万元",
        "单位元",
        "金额单位万元",
        "金额单位元",
    ]
)


@cache
def wordings(heading: str) -> dict[str, str]:
    """Wordings in which one heading may be printed, by their folded form; the usual ones first."""
    forms = heading.split("|")
    named = {fold(form) for form in forms}
    for account in ACCOUNTS:
        if fold(account.name) in named:
            forms += [account.name, *account.forms.split("|")]
    found: dict[str, str] = {}
    for form in forms:
        if form:
            found.setdefault(fold(form), form)
    return found
