"""The standard statements, as rows: what a title says about fund, flow and default subject (公开报表).

A statement is known by the words of its title, in any order and numbering. A new statement is a new row here;
rows are tried from the top, so the narrower stand above the wider.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Flow, Fund
from ingest.patterns import regex
from ingest.text import fold


@dataclass(frozen=True, slots=True)
class Statement:
    """One kind of statement: words its title must and must not have, and what its figures are about.

    ``total`` names the account that the statement's 合计 row stands for.
    """

    name: str
    required: tuple[str, ...]
    forbidden: tuple[str, ...]
    fund: Fund
    flow: Flow
    total: str = ""


#: What is spent of one income: 事业收入支出预算表, which is no table of both sides.
_ONE_INCOME = "|".join(
    f"{income}收入支出{form}表"
    for income in ("事业", "经营", "补助", "其他")
    for form in ("", "预算", "决算", "明细", "情况", "预算明细", "决算明细")
)
#: Words of titles of tables that list one sort of money or of spending only: not all income, not all expenditure.
_ONE_SORT = (
    f"{_ONE_INCOME}|购买服务|转移支付|专户管理资金|非税收入|债务|债券|社会保险|单位资金|结转|资产|委托业务"
)
#: Sorts of money of which a statement of income and expenditure may be alone.
_ONE_MONEY = f"专户|非税收入|单位资金|债务|债券|社会保险|{_ONE_INCOME}"
_BOTH = "收支|收入支出|收入和支出|收入、支出|收、支"

STATEMENTS: tuple[Statement, ...] = (
    Statement("绩效自评表", ("绩效", "自评|评价|执行"), (), Fund.ALL, Flow.NONE),
    Statement("绩效目标表", ("绩效",), (), Fund.ALL, Flow.NONE),
    Statement(
        "三公经费表", ("三公|决算相关信息统计",), (), Fund.APPROPRIATION, Flow.EXPENDITURE, "“三公”经费"
    ),
    Statement("政府采购表", ("采购",), (), Fund.ALL, Flow.EXPENDITURE, "政府采购支出"),
    Statement("国有资本经营表", ("国有资本",), (), Fund.STATE_CAPITAL, Flow.EXPENDITURE, "本年支出合计"),
    Statement("政府性基金表", ("基金",), (), Fund.GOVERNMENT_FUND, Flow.EXPENDITURE, "本年支出合计"),
    Statement("机关运行经费表", ("机关运行",), (), Fund.GENERAL, Flow.EXPENDITURE, "机关运行经费"),
    Statement(
        "一般公共预算基本支出表", ("一般公共预算", "基本支出"), (), Fund.GENERAL, Flow.EXPENDITURE, "基本支出"
    ),
    Statement(
        "财政拨款基本支出表", ("财政拨款", "基本支出"), (), Fund.APPROPRIATION, Flow.EXPENDITURE, "基本支出"
    ),
    Statement("基本支出表", ("基本支出",), (_BOTH,), Fund.ALL, Flow.EXPENDITURE, "基本支出"),
    Statement(
        "一般公共预算项目支出表",
        ("一般公共预算", "项目支出"),
        (_BOTH,),
        Fund.GENERAL,
        Flow.EXPENDITURE,
        "项目支出",
    ),
    Statement(
        "财政拨款项目支出表",
        ("财政拨款", "项目支出"),
        (_BOTH,),
        Fund.APPROPRIATION,
        Flow.EXPENDITURE,
        "项目支出",
    ),
    Statement("项目支出表", ("项目支出|专项业务经费",), (_BOTH,), Fund.ALL, Flow.EXPENDITURE, "项目支出"),
    Statement("财政拨款收支总表", ("财政拨款", _BOTH), ("一般公共预算",), Fund.APPROPRIATION, Flow.NONE),
    Statement("一般公共预算收支表", ("一般公共预算", _BOTH), (), Fund.GENERAL, Flow.NONE, "本年支出合计"),
    Statement(
        "一般公共预算支出表", ("一般公共预算", "支出"), (), Fund.GENERAL, Flow.EXPENDITURE, "本年支出合计"
    ),
    Statement(
        "财政拨款支出表", ("财政拨款", "支出"), (), Fund.APPROPRIATION, Flow.EXPENDITURE, "本年支出合计"
    ),
    Statement("收支总表", (_BOTH,), (_ONE_MONEY,), Fund.ALL, Flow.NONE),
    Statement("收入表", ("收入",), ("支出", _ONE_SORT), Fund.ALL, Flow.INCOME, "本年收入合计"),
    Statement("支出表", ("支出",), (_ONE_SORT,), Fund.ALL, Flow.EXPENDITURE, "本年支出合计"),
)

UNKNOWN = Statement("其他表", (), (), Fund.ALL, Flow.NONE)

#: The number of a form in front of its title: 公开03表, 预算01表, 附件1-2：, 表四.
_NUMBERING = regex(
    r"^(?:(?:公开|附|预算|决算|财决|部门)?\s*[（(]?\d{1,2}(?:-\d{1,2})?[)）]?\s*表|(?:附件|附表|表)\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}(?!般))(?:-\d{1,2})?)(?:[:：、\s]+|(?=\D))"
)


def title_to_statement(title: str) -> Statement:
    """The statement that a printed title names; ``UNKNOWN`` where no row fits."""
    folded = together(fold(clean_title(title)))
    named = _WITH_ASIDES.fullmatch(clean_title(title).strip())
    if not named and not folded.endswith(("表", "一览", "明细")) and "表" not in folded[-12:]:
        return UNKNOWN
    for statement in STATEMENTS:
        if all(re.search(fold_words(w), folded) for w in statement.required) and not any(
            re.search(fold_words(w), folded) for w in statement.forbidden
        ):
            return statement
    return UNKNOWN


#: What stands behind a title: in brackets, one in another maybe, or behind a dash (--人员经费, -续表).
ASIDE = r"\s*(?:[（(](?:[^（）()]|[（(][^（）()]*[)）])*[)）]|[—–-]{1,3}[^。；:：\d（）()—–-]{1,20})"
#: 「…预算表（人员类、运转类公用经费项目）」, 「…支出表--公用经费(商品和服务支出)(按部门预算经济分类)」.
_WITH_ASIDES = regex(rf".*?表(?P<asides>(?:{ASIDE})*)")
_BEHIND = regex(r"[（(—–-]+([^（）()—–-]+)")
#: Funds named together, folded: 一般公共预算和政府性基金预算.
_TOGETHER = regex(
    r"(?:包?[含括])?一般公共预算(?:财政拨款)?[和及与]?政府性基金(?:预算)?(?:财政拨款)?(?:[和及与]?国有资本经营(?:预算)?)?(?:财政拨款)?"
)


def together(folded: str) -> str:
    """A folded text with the funds that it names together as 财政拨款, which is what they are."""
    return _TOGETHER.sub("财政拨款", folded)


def clean_title(title: str) -> str:
    """A title without the number of the form in front of it (公开03表)."""
    return _NUMBERING.sub("", title)


def asides_of(title: str) -> tuple[str, ...]:
    """What a title says of its table behind its name: 人员经费, 工资福利支出, 按政府预算经济分类."""
    named = _WITH_ASIDES.fullmatch(clean_title(title).strip())
    return tuple(_BEHIND.findall(named["asides"])) if named is not None else ()


def fold_words(pattern: str) -> str:
    """Alternatives of a row folded as titles are."""
    return "|".join(fold(word) for word in pattern.split("|"))
