"""What the columns of words hold: whose figures they are, what they are about, and what only says how (栏目含义).

A new wording is a new form in a row; forms are compared folded, without brackets and spaces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.accounts import is_total_word, label_to_account
from ingest.entities import is_body
from ingest.model import Cell, Table
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.quantities import unit_in_brackets
from ingest.short_units import is_short
from ingest.statements import UNKNOWN
from ingest.text import fold

#: Headings of columns that name the unit a row is of, or its code; 单位名称（科目） holds units and accounts in turn.
_UNIT_NAME = regex(
    r"^(?:预算|主管|所属|下属|编报|二级|项目|基层|一级|部门|部门预算)?(?:单位|部门|部门单位|单位部门|学校|机构|院校)(?:名称)?(?P<mixed>(?:与)?(?:支出)?(?:功能(?:分类)?)?(?:科目|项目)(?:名称)?)?$"
)
_UNIT_CODE = regex(
    r"^(?:预算|主管|所属|下属|部门预算|二级|基层)?(?:单位|部门|部门单位|单位部门)(?:代码|编码|编号)$"
)
#: What stands below a heading and only numbers its column, ** where it has no number.
COUNTER = regex(r"\d{1,2}|[*＊]{1,3}")
#: A heading that says that the rows are those of the units that use the money (支出项目类别（资金使用单位）).
_USED_BY = regex(r"(?:资金)?使用单位$")
#: Headings of columns that tell how, when or by whom, not what.
_ASIDE = regex(
    r"(?:组织形式|目录(?:名称)?(?:[一二三]级)?|采购方式|采购形式|采购类型|方式|资金性质|资金来源|计量单位|规格|型号|备注|说明|级次|级别|形式|渠道|依据|时间|日期|责任人|负责人"
    r"|电话|性质|类型|类别|是否.*|科室|处室|股室|(?:实施|负责|责任|经办|归口|牵头)(?:单位|部门)|主管部门|项目单位|预算单位|承担单位|设立年度|起始年度|终止年度|绩效目标|建设内容)$"
)
#: Headings of columns that name what a row is about, by the end of the statement's name; the first there counts.
_SUBJECT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("项目支出表", ("项目名称", "项目明细", "项目", "名称")),
    (
        "政府采购表",
        ("采购物品名称", "采购品目名称", "采购项目名称", "采购内容", "采购品目", "品目名称", "物品名称", "货物名称",
         "采购项目", "品目", "项目名称"),
    ),
)  # fmt: skip
#: Headings that name what a row of any other list is about, where just one column has such.
_NAMES_ROWS = regex(r"(?:项目|事项|内容|服务|活动|课题|工程|设备|资产|物品)名称$")
#: What a list of services bought (政府购买服务) says that each is.
_BOUGHT = regex(r"(?:政府)?购买(?:服务)?的?(?:内容|事项|项目)(?:名称)?")
_ACCOUNT_NAME = regex(r"科目(?:名称)?$|^(?:支出)?功能分类(?:名称)?$")
_COUNTED = regex(r"^(?:计量|数量)?单位$")
#: A column that says of which year the figures to the right of it are, a row a year.
_YEAR_HEAD, YEAR = regex(r"^(?:年份|年度)$"), regex(r"20\d\d年?度?")


#: The fewest characters of a unit's short name: 一中, 局机关.
_SHORT = 2


@dataclass(frozen=True, slots=True)
class Fields:
    """Columns of words by what they hold; ``subject`` is the one that names what a row is about, if one says so.

    ``units`` name bodies; ``mixed`` hold bodies and accounts in turn; ``codes`` hold the codes of bodies;
    ``counted`` is the column that says in what a number is counted (台, 套). ``projects`` says that ``subject`` names
    projects and the code beside it the account that pays for them. ``years`` say of which year a row is.
    ``headed`` hold bodies as rows of their own, above rows that are theirs up to the next body. ``mixes_projects``
    says that the rows of a column are bodies and projects in turn, by its heading (单位名称（项目）).
    """

    units: frozenset[int]
    mixed: frozenset[int]
    codes: frozenset[int]
    asides: frozenset[int]
    subject: int | None
    counted: int | None
    projects: bool = False
    years: frozenset[int] = frozenset()
    headed: frozenset[int] = frozenset()
    mixes_projects: bool = False


def read_fields(table: Table, start: int, statement: str) -> Fields:
    """What the columns of a table hold, told by the headings above row ``start`` and by what stands below."""
    leaves = {c: _leaf(table, start, c) for c in range(table.columns)}
    units: set[int] = set()
    mixed: set[int] = set()
    listed = any(statement.endswith(form) for form, _ in _SUBJECT) and any(
        leaf == fold(word) for form, words in _SUBJECT if statement.endswith(form)
        for word in words for leaf in leaves.values()
    )  # fmt: skip
    for column, leaf in leaves.items():
        match = _UNIT_NAME.match(leaf)
        held = [c.text for c in table.cells if c.column == column and c.row >= start and c.text]
        if match is not None and not match["mixed"] and listed and _names_units(held):
            units.add(column)
            continue
        if match is None or not any(map(is_body, held)):
            continue
        named = all(is_body(t) or is_total_word(t) or is_short(t) for t in held)
        (units if named and not match["mixed"] else mixed).add(column)
    headed = {c for c, leaf in leaves.items() if _heads_rows(table, start, c, leaf)}
    mixed |= headed - units
    codes = {c for c, leaf in leaves.items() if _UNIT_CODE.match(leaf)}
    mixed |= {
        c for c, leaf in leaves.items() if _ACCOUNT_NAME.search(leaf) and _holds_coded(table, start, c, codes)
    }
    asides = {c for c, leaf in leaves.items() if _ASIDE.search(leaf) and c not in units | mixed}
    counted = next((c for c, leaf in leaves.items() if _COUNTED.match(leaf) and c not in units | mixed), None)
    asides |= set() if counted is None else {counted}
    words = next((words for form, words in _SUBJECT if statement.endswith(form)), ())
    sorts = {c for c in leaves if words and _holds_sorts(table, start, c)}
    subject = next(
        (c for word in words for c, leaf in leaves.items() if leaf == fold(word) and c not in sorts), None
    )
    if subject is None and statement == UNKNOWN.name:
        subject = _names_rows(leaves, units | mixed | codes)
    asides |= sorts
    projects = (
        subject is not None
        and statement.endswith("项目支出表")
        and _names_projects(table, start, leaves, subject)
    )
    return Fields(
        frozenset(units),
        frozenset(mixed),
        frozenset(codes),
        frozenset(asides),
        subject,
        counted,
        projects,
        frozenset(c for c, leaf in leaves.items() if tells_years(table, start, c, leaf)),
        frozenset(headed),
        any((m := _UNIT_NAME.match(leaf)) and "项目" in (m["mixed"] or "") for leaf in leaves.values()),
    )


def _names_rows(leaves: Mapping[int, str], others: set[int]) -> int | None:
    """The one column of a list of no known form whose heading says that it names the rows."""
    bought = [c for c, leaf in leaves.items() if c not in others and _BOUGHT.fullmatch(leaf)]
    if len(bought) == 1:
        return bought[0]  # one project buys several services
    named = [c for c, leaf in leaves.items() if c not in others and _NAMES_ROWS.search(leaf)]
    return named[0] if len(named) == 1 else None


def _names_units(held: Sequence[str]) -> bool:
    """Whether a column of a list that names its rows elsewhere holds units, by short names too (局机关, 县医院), and
    not in what a number is counted (台, 平方米)."""
    named = [text for text in held if not is_total_word(text)]
    return len(set(named)) > 1 and not any(
        text.isdigit() or len(text) < _SHORT or unit_in_brackets(f"（{text}）") for text in named
    )


def _holds_sorts(table: Table, start: int, column: int) -> bool:
    """Whether a column says of which sort each purchase is (货物, 工程, 服务), and names none."""
    held = [c.text for c in table.cells if c.column == column and c.row >= start and c.text]
    told = [label_to_account(text) for text in held if not is_total_word(text)]
    return len(told) > 1 and all(account is not None and account.kind == "政府采购" for account in told)


def _heads_rows(table: Table, start: int, column: int, leaf: str) -> bool:
    """Whether a column holds bodies as rows of their own, each above the rows that make up its amount.

    Its heading says so, or every body's amount is the sum of those of the rows below it, up to the next body.
    """
    names = {c.row: c.text for c in table.cells if c.column == column and c.row >= start and c.text}
    bodies = sorted(row for row, name in names.items() if is_body(name))
    if len(bodies) < 2 or any(c.row in bodies and ACCOUNT_CODE.fullmatch(c.text) for c in table.cells):
        return False
    if _USED_BY.search(leaf):
        return len(bodies) < len(names)
    amounts = _amounts(table, start, column)
    return any(_are_sums(held, bodies, table.rows) for held in amounts.values())


def _holds_coded(table: Table, start: int, column: int, codes: Collection[int]) -> bool:
    """Whether a column of accounts names a body beside that body's code and no account's (901 │ │ 石桥镇人民政府)."""
    body = [c for c in table.cells if c.row >= start and c.column < column and c.text]
    coded = {c.row for c in body if c.column in codes} - {
        c.row for c in body if c.column not in codes and c.text.isdigit()
    }
    return any(c.column == column and c.row in coded and is_body(c.text) for c in table.cells)


#: So many bodies with an amount of their own tell sums from zeros that happen to agree.
_PROVEN = 2
#: A code of an account: class, section or item.
ACCOUNT_CODE = regex(r"[235]\d{2}(?:\d{2}){0,2}")


def _amounts(table: Table, start: int, column: int) -> dict[int, dict[int, Decimal]]:
    """Amounts to the right of a column, by their column and row."""
    found: dict[int, dict[int, Decimal]] = defaultdict(dict)
    for cell in table.cells:
        value = parse_number(cell.text) if cell.column > column and cell.row >= start else None
        if value is not None:
            found[cell.column][cell.row] = value
    return found


def _are_sums(held: Mapping[int, Decimal], bodies: Sequence[int], rows: int) -> bool:
    """Whether the amount of each body is that of the rows up to the next one; a column of zeros proves nothing."""
    if sum(1 for body in bodies if held.get(body)) < _PROVEN:
        return False
    for body, following in zip(bodies, [*bodies[1:], rows], strict=True):
        below = [held[row] for row in range(body + 1, following) if row in held]
        if body not in held or not below or held[body] != sum(below):
            return False
    return True


def tells_years(table: Table, start: int, column: int, leaf: str) -> bool:
    """Whether a column tells the years of its rows: headed so, with several years, and figures to the right of it."""
    if not _YEAR_HEAD.match(leaf):
        return False
    held = [c.text for c in table.cells if c.column == column and c.row >= start and c.text]
    right = any(
        c.column > column and c.row >= start and parse_number(c.text) is not None for c in table.cells
    )
    return len(set(held)) > 1 and all(YEAR.fullmatch(text) for text in held) and right


def _names_projects(table: Table, start: int, leaves: Mapping[int, str], subject: int) -> bool:
    """Whether a column names projects: another names their accounts, or one code stands before several names."""
    if any(_ACCOUNT_NAME.search(leaf) for c, leaf in leaves.items() if c != subject):
        return True
    names: dict[str, set[str]] = defaultdict(set)
    for row in range(start, table.rows):
        cells = [c for c in table.cells if c.row == row and c.text]
        code = "".join(c.text for c in cells if c.column < subject and c.text.isdigit())
        names[code] |= {c.text for c in cells if c.column == subject}
    return any(code and len(held) > 1 for code, held in names.items())


def _leaf(table: Table, start: int, column: int) -> str:
    above: Sequence[Cell] = [
        c for c in table.cells if c.text and c.row < start and c.column <= column < c.column_end
    ]
    above = [
        c for c in above if not COUNTER.fullmatch(c.text.strip()) and fold(c.text) not in ("栏次", "行次")
    ]
    return fold(max(above, key=lambda c: c.row).text) if above else ""
