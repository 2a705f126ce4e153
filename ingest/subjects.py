"""Row and column put together: what a figure is about, and which part of it (科目与栏目)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.accounts import (
    Account,
    is_total_word,
    label_to_account,
    label_to_economy,
    strip_ordinal,
    without_unit,
)
from ingest.header import Headings
from ingest.headings import OF_WHICH, fund_of, is_this_year, mentions, says_all
from ingest.labels import Row
from ingest.model import Flow, Subject
from ingest.patterns import regex
from ingest.statements import UNKNOWN, Statement
from ingest.text import fold

TOTAL = "合计"


#: Statements of one sort of spending, whose columns may say from which money it is paid.
_PAID_FROM = ("政府采购表", "三公经费表", "机关运行经费表")


def subject_of(row: Row, path: Headings, statement: Statement) -> tuple[Subject | None, str]:
    """Subject and part: a total row gives the column's account, any other row its own."""
    column = column_account(path.texts)
    if column is not None and (_is_fund(column, path.texts, statement) or column.name == statement.total):
        column = None
    if (
        column is not None
        and column.kind == "收入来源"
        and (statement.name in _PAID_FROM or statement.name.endswith("项目支出表"))
    ):
        column = None  # 其他资金 over a column of purchases or projects says what they are paid from
    if statement.flow is Flow.EXPENDITURE and any(_is_income(text) for text in path.texts):
        # 政府性基金: the column 本年收入 stands in a table of expenditure.
        subject = row.subject or Subject("总额", "本年收入合计", level="合计")
        return subject, "本年收入" if row.subject else TOTAL
    if row.part and row.subject is not None:
        return row.subject, row.part
    whole = row.subject is None or row.subject.kind == "总额"
    economy = _economy(path.own)
    if economy is not None and whole and statement.flow is not Flow.INCOME:
        return economy, column.name if column is not None else TOTAL
    if column is not None and whole:
        return Subject(column.kind, column.name), part_of(path, column.name, statement)
    if row.subject is not None:
        return row.subject, part_of(path, row.subject.name, statement)
    return _total(row, path, statement)


def _economy(headings: Sequence[str]) -> Subject | None:
    """The economic account over a column: a class by its name, 小计 under it, or a section under a class."""
    if not headings:
        return None
    known = label_to_economy(headings[-1])
    above = label_to_economy(headings[-2]) if len(headings) > 1 else None
    if above is not None and is_total_word(headings[-1]):
        known = above
    if known is not None:
        return Subject("经济分类", known[1], known[0], "类")
    return (
        Subject("经济分类", strip_ordinal(headings[-1]), "", "款", (above[1],)) if above is not None else None
    )


def _total(row: Row, path: Headings, statement: Statement) -> tuple[Subject | None, str]:
    """Subject of a total row, or of a row without a name, whose headings name no account."""
    leaf = path.texts[-1] if path.texts else ""
    side = side_of(path.texts) if row.text and not statement.total else None
    if side is not None:
        name = ("收入总计", "支出总计") if "总计" in row.text else ("本年收入合计", "本年支出合计")
        printed = label_to_account(leaf) if row.unit else None
        total = (
            printed.name if printed is not None and printed.kind == "总额" else name[side is not Flow.INCOME]
        )
        return Subject("总额", total, level="合计"), part_of(path, "", statement)
    if not row.text and leaf and not says_all(leaf):
        # No row name and a heading that no row of data knows: its own words are all that is certain.
        return Subject("其他", strip_ordinal(leaf), path=tuple(path.texts[:-1])), TOTAL
    if statement.total and (row.text or path.texts):
        account = label_to_account(statement.total)
        named = (
            a.name for text in reversed(path.texts) if (a := label_to_account(text)) and a.kind == "总额"
        )
        # 本年支出 over the columns of a statement of 基本支出 is all of these, not all that is spent.
        whole = account is None or account.kind == "总额"
        total = next(named, statement.total) if whole else statement.total
        account = label_to_account(total)
        return Subject(account.kind if account else "总额", total, level="合计"), part_of(path, "", statement)
    if row.unit and not is_total_word(row.text):
        return Subject("其他", row.unit), part_of(path, "", statement)
    things = [text for text in path.texts if not says_all(text)]
    if statement is UNKNOWN and is_total_word(row.text) and things:
        # 合计 of 国有资产占有使用情况表: each column is a thing of its own, 小计 the one that stands over it.
        return Subject("其他", without_unit(strip_ordinal(things[-1])), path=tuple(things[:-1])), TOTAL
    return None, TOTAL


#: Sorts of money of which a table may be alone: its totals are not those of the body.
_SORT = regex(
    r"财政专户(?:管理)?(?:的)?资金|非税收入|单位资金|债[务券](?:资金)?|社会保险基金|(?:专项)?转移支付|(?:上级补助|事业|经营|其他)收入(?=(?:安排的?)?支出)"
)
#: The same, of titles whose rows are what is spent of money that was brought forward.
_SORT_OF_ROWS = regex(rf"{_SORT.pattern}|(?:上年|年初)结[转余](?:结余|资金)?(?=.*支出)")
_WHOLES = ("总额", "结转结余", "支出结构")
_CLASSIFIED = ("功能分类", "经济分类")


def of_sort(subject: Subject, title: str) -> Subject:
    """A total or a balance of a table of one sort of money alone, told as that sort's: 财政专户管理资金本年收入合计."""
    sort = (_SORT if subject.kind == "结转结余" else _SORT_OF_ROWS).search(title)
    if sort is None or subject.kind not in _WHOLES:
        return subject
    return Subject("其他", f"{sort[0]}{subject.name}")


def sort_of(subject: Subject, breakdown: str, title: str) -> str:
    """The part that a code's amount is in a table of one sort of money: 单位资金, 单位资金（项目支出）."""
    sort = _SORT_OF_ROWS.search(title)
    if sort is None or subject.kind not in _CLASSIFIED:
        return breakdown
    return sort[0] if breakdown == TOTAL else f"{sort[0]}（{breakdown}）"


#: The fewest characters of what a title lists.
_TITLED = 4


def of_title(title: str, row: Row) -> Subject | None:
    """What 合计 of a table of unknown kind is of: what its title lists (政府购买服务预算财政拨款明细表)."""
    name = re.sub(
        r"^20\d\d年度?|(?:预算|决算|支出|财政拨款|一般公共预算|明细|情况|汇总|统计|一览)*表$", "", title
    )
    name = f"{name}支出" if f"{name}支出" in title and name.endswith("收入") else name  # 事业收入支出预算表
    return Subject("其他", name, level="合计") if is_total_word(row.text) and len(name) >= _TITLED else None


#: Titles of tables that print what each unit takes in or spends, and words for a part of that.
_BY_UNITS = regex(r"(?:所属|下属|直属|基层|二级|各|分)(?:预算|事业)*单位(?P<what>.*)表$")
_A_PART = regex(r"项目|基本|三公|采购|人员|公用|绩效|债|专项|运行|会议|培训|用款|资产")


def of_each_unit(subject: Subject, title: str, row: Row, heading: str = "") -> Subject:
    """What a unit's row counts where its heading or the title says it (所属单位支出决算情况表): all that it spends."""
    if not row.unit or (subject.kind, fold(subject.name)) != ("其他", fold(row.unit)):
        return subject
    total = label_to_account(heading)
    if total is not None and total.kind == "总额":
        return Subject("总额", total.name)
    said = _BY_UNITS.search(title)
    if said is None:
        return subject
    flows = [flow for flow in ("收入", "支出") if flow in said["what"]]
    return (
        Subject("总额", f"本年{flows[0]}合计") if len(flows) == 1 and not _A_PART.search(title) else subject
    )


def column_account(texts: Sequence[str]) -> Account | None:
    """The account that the headings name, innermost first; None where they only say "the amount".

    一般公共预算 under 上年结转 is the money of that balance, no income; 财政拨款 under 一般公共预算 a part of that.
    """
    named = [a for text in reversed(texts) if (a := label_to_account(text)) is not None and a.kind != "总额"]
    if _is_granted(named):
        named = named[1:]
    balance = next((account for account in named if account.kind == "结转结余"), None)
    if named and named[0].kind == "收入来源" and balance is not None:
        return balance
    return named[0] if named else None


def part_of(path: Headings, subject: str = "", statement: Statement | None = None) -> str:
    """The part that the column counts: its innermost heading that names one, 合计 where none does."""
    inner = True
    named = [
        a for text in reversed(path.own) if (a := label_to_account(text)) is not None and a.kind != "总额"
    ]
    if _is_granted(named):
        return "财政拨款"
    for text in reversed(path.own):
        if inner and text.startswith(OF_WHICH) and is_this_year(text):
            return without_unit(strip_ordinal(text))
        account = label_to_account(text)
        if account is not None and account.name == subject:
            return TOTAL
        if account is not None and statement is not None and account.name == statement.total:
            inner = False
            continue
        if account is not None and account.kind != "总额":
            balance = label_to_account(subject)
            of_fund = balance is not None and balance.kind == "结转结余" and fund_of([text]) is not None
            if not of_fund and (statement is None or not _is_fund(account, path.texts, statement)):
                return account.name
        elif inner and not says_all(text) and not _is_whole(text, statement):
            return without_unit(strip_ordinal(text))
        inner = inner and (fund_of([text]) is not None or _is_plain(text))
    return TOTAL


#: The budgets that 财政拨款 is made of.
_BUDGETS = ("一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入")


def _is_granted(named: Sequence[Account]) -> bool:
    """Whether accounts, innermost first, are 财政拨款 under one budget: what that has besides is no appropriation."""
    names = [account.name for account in named[:2]]
    return len(names) > 1 and names[0] == "财政拨款收入" and names[1] in _BUDGETS


def _is_whole(heading: str, statement: Statement | None) -> bool:
    """Whether a heading names all that a statement is of: 一般公共预算财政拨款基本支出 in that of 基本支出."""
    if statement is not None and statement.name == "政府采购表" and heading.startswith("采购"):
        return mentions(heading.removeprefix("采购"))  # 采购预算 of what is bought
    total = statement.total if statement is not None else ""
    return bool(total) and heading.endswith(total) and mentions(heading.removesuffix(total))


def _is_plain(text: str) -> bool:
    """A word for all that leaves it to the heading above to say of what (小计)."""
    return is_total_word(text) and fold(text) == "小计"


def _is_income(heading: str) -> bool:
    """Whether a heading is that of all that came in this year (本年收入)."""
    account = label_to_account(heading)
    return account is not None and account.name == "本年收入合计"


def side_of(path: Sequence[str]) -> Flow | None:
    """Which half of a two-sided statement a column stands in, from its outermost heading."""
    top = fold(path[0]) if path else ""
    return next((f for f in (Flow.INCOME, Flow.EXPENDITURE) if top.endswith(f.value)), None)


def _is_fund(column: Account, path: Sequence[str], statement: Statement) -> bool:
    """In a table of expenditure 「一般公共预算财政拨款」 over a column is a fund, not an income."""
    # 收入 over 财政拨款 and 事业收入; 财政拨款收入 over a half of a statement is its fund.
    income = not statement.total and side_of(path) is Flow.INCOME and label_to_account(path[0]) != column
    return (
        column.kind == "收入来源"
        and statement.flow is not Flow.INCOME
        and not income
        and any(
            re.search(r"政府性?基金|基金预算|国有资本经营|公共预算|一般预算|财政拨款", fold(text))
            for text in path
        )
    )
