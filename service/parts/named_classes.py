"""Economic classes of a statement that prints their names without codes, by the national classification (无编码的经济分类).

A statement of basic expenditure in two columns, 人员经费 and 公用经费, often names its accounts and leaves the codes out. A
name is given its code only where the accounts of a class that are so named come to what the statement prints of the class.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.cells import TOTAL
from ingest.model import Fact, Measure, Subject
from ingest.text import fold
from service.figures.held import once
from service.model import Plan

#: 政府收支分类科目, economic classification of departments: a class with its accounts (款), each by the last two digits.
CLASSES: tuple[tuple[str, str, str], ...] = (
    ("301", "工资福利支出", "01基本工资 02津贴补贴 03奖金 06伙食补助费 07绩效工资 08机关事业单位基本养老保险缴费 09职业年金缴费 10职工基本医疗保险缴费"
     " 11公务员医疗补助缴费 12其他社会保障缴费 13住房公积金 14医疗费 99其他工资福利支出"),
    ("302", "商品和服务支出", "01办公费 02印刷费 03咨询费 04手续费 05水费 06电费 07邮电费 08取暖费 09物业管理费 11差旅费 12因公出国（境）费用 13维修（护）费"
     " 14租赁费 15会议费 16培训费 17公务接待费 18专用材料费 24被装购置费 25专用燃料费 26劳务费 27委托业务费 28工会经费 29福利费 31公务用车运行维护费"
     " 39其他交通费用 40税金及附加费用 99其他商品和服务支出"),
    ("303", "对个人和家庭的补助", "01离休费 02退休费 03退职（役）费 04抚恤金 05生活补助 06救济费 07医疗费补助 08助学金 09奖励金 10个人农业生产补贴"
     " 11代缴社会保险费 99其他对个人和家庭的补助"),
    ("310", "资本性支出", "01房屋建筑物购建 02办公设备购置 03专用设备购置 05基础设施建设 06大型修缮 07信息网络及软件购置更新 08物资储备 09土地补偿"
     " 10安置补助 11地上附着物和青苗补偿 12拆迁补偿 13公务用车购置 19其他交通工具购置 21文物和陈列品购置 22无形资产购置 99其他资本性支出"),
)  # fmt: skip
#: An account and its shorter spellings say the same one.
_SPELLED = str.maketrans("", "", "（）()")
_STATEMENT = "基本支出"
#: What the same name is of another classification in: 「公务接待费」 of basic expenditure is its economic class.
_KINDS = ("其他", "三公经费", "会议培训", "经济分类", "支出结构")


def _name(said: str) -> str:
    return fold(said).translate(_SPELLED).removesuffix("合计").removesuffix("用")


_CODES = {
    _name(entry[2:]): (code + entry[:2], code, head) for code, head, held in CLASSES for entry in held.split()
}
_HALVES: Mapping[str, tuple[str, ...]] = {"人员经费": ("301", "303"), "公用经费": ("302", "310")}
_HEADS = {_name(head): code for code, head, _ in CLASSES}


def of_class(plan: Plan) -> Plan:
    """The plan with the code of the class that its subject names, where the documents print none."""
    subject = plan.subject
    code = _HEADS.get(_name(subject.name)) if subject is not None and not subject.code else None
    return replace(plan, subject=replace(subject, code=code, kind="经济分类")) if subject and code else plan


def with_codes(facts: Sequence[Fact], year: int | None) -> tuple[Fact, ...]:
    """The accounts of a year's statements of basic expenditure with the codes of their names; none that is not proved."""
    return once(facts, (with_codes, year), lambda: tuple(_proved(facts, year)))


def _proved(facts: Sequence[Fact], year: int | None) -> Iterator[Fact]:
    printed: dict[_Column, dict[str, Decimal]] = {}
    named: dict[_Column, list[Fact]] = {}
    for fact in facts:
        if not _is_of_statement(fact, year):
            continue
        name = _name(fact.subject.name)
        if name in _HEADS or name in _HALVES:
            printed.setdefault(_column(fact), {})[_HEADS.get(name, name)] = fact.value or Decimal(0)
        elif name in _CODES:
            code, _, above = _CODES[name]
            subject = Subject("经济分类", fact.subject.name, code, "款", (above,))
            named.setdefault(_column(fact), []).append(replace(fact, subject=subject))
    for column, held in named.items():
        if len({f.subject.code for f in held}) == len(held) and _come_to(held, printed.get(column, {})):
            yield from held


def _come_to(held: Sequence[Fact], printed: Mapping[str, Decimal]) -> bool:
    """Whether the accounts of each class come to it, and those of each half where the statement prints that."""
    sums: dict[str, Decimal] = {}
    for fact in held:
        head = fact.subject.code[:3]
        for key in (head, *(half for half, heads in _HALVES.items() if head in heads)):
            sums[key] = sums.get(key, Decimal(0)) + (fact.value or Decimal(0))
    wholes = {key for key in sums if key not in _HALVES}
    return wholes <= set(printed) and all(sums.get(key) == value for key, value in printed.items() if value)


def _is_of_statement(fact: Fact, year: int | None) -> bool:
    """Whether an amount stands in a statement of basic expenditure under a name alone."""
    own = (
        fact.year == year and fact.measure is Measure.AMOUNT and fact.value is not None and fact.standing == 0
    )
    plain = fact.breakdown == TOTAL and fact.subject.kind in _KINDS
    return (
        own
        and plain
        and _STATEMENT in fact.statement
        and (not fact.subject.code or _name(fact.subject.name) in _HEADS)
    )


_Column = tuple[object, ...]


def _column(fact: Fact) -> _Column:
    """What tells one run of figures of a statement from another."""
    return (fact.document_id, fact.statement, fact.source.table, fact.stage, fact.fund, fact.unit)
