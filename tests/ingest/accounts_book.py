"""Invented accounts of one department that add up: what the typeset statements of the tests print."""

# ruff: noqa: E501 - rows of a table are read whole
from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

FUNCTIONS: dict[str, str] = {
    "201": "一般公共服务支出", "20113": "商贸事务", "2011301": "行政运行", "2011302": "一般行政管理事务",
    "2011350": "事业运行", "208": "社会保障和就业支出", "20805": "行政事业单位养老支出",
    "2080501": "行政单位离退休", "2080505": "机关事业单位基本养老保险缴费支出",
    "2080506": "机关事业单位职业年金缴费支出", "210": "卫生健康支出", "21011": "行政事业单位医疗",
    "2101101": "行政单位医疗", "2101103": "公务员医疗补助", "213": "农林水支出", "21305": "巩固脱贫攻坚成果衔接乡村振兴",
    "2130599": "其他巩固脱贫攻坚成果衔接乡村振兴支出", "221": "住房保障支出", "22102": "住房改革支出",
    "2210201": "住房公积金", "2210203": "购房补贴",
    "212": "城乡社区支出", "21208": "国有土地使用权出让收入安排的支出", "2120803": "城市建设支出",
    "223": "国有资本经营预算支出", "22301": "解决历史遗留问题及改革成本支出",
    "2230105": "国有企业退休人员社会化管理补助支出",
}  # fmt: skip
GENERAL_ITEMS = ("2011301", "2011302", "2011350", "2080501", "2080505", "2080506", "2101101", "2101103",
                 "2130599", "2210201", "2210203")  # fmt: skip
ONLY_PROJECT = ("2011302", "2130599")
FUND_ITEM, CAPITAL_ITEM = "2120803", "2230105"

ECONOMICS: dict[str, str] = {
    "301": "工资福利支出", "30101": "基本工资", "30102": "津贴补贴", "30103": "奖金",
    "30108": "机关事业单位基本养老保险缴费", "30110": "职工基本医疗保险缴费", "30113": "住房公积金",
    "302": "商品和服务支出", "30201": "办公费", "30202": "印刷费", "30207": "邮电费", "30211": "差旅费",
    "30213": "维修（护）费", "30217": "公务接待费", "30228": "工会经费", "30231": "公务用车运行维护费",
    "30239": "其他交通费用", "303": "对个人和家庭的补助", "30302": "退休费", "30305": "生活补助",
    "310": "资本性支出", "31002": "办公设备购置",
}  # fmt: skip


@dataclass(frozen=True)
class Spending:
    """What one 项 of the functional classification spends, in hundredths of the printed unit."""

    basic: int
    project: int

    @property
    def total(self) -> int:
        return self.basic + self.project


class Book:
    """Amounts of one department and year; every total is the sum of its parts."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(seed)
        self.draw = draw
        self.items = {
            code: Spending(0 if code in ONLY_PROJECT else draw.randint(10_000, 900_000),
                           draw.randint(5_000, 400_000) if code in ONLY_PROJECT or draw.random() < 0.3 else 0)
            for code in GENERAL_ITEMS
        }  # fmt: skip
        self.fund = Spending(0, draw.randint(20_000, 500_000))
        self.capital = Spending(0, draw.randint(1_000, 50_000))
        self.economic = self._economic(sum(s.basic for s in self.items.values()))
        self.opening, self.closing = draw.randint(1_000, 90_000), draw.randint(1_000, 90_000)
        self.other = draw.randint(1_000, 80_000)

    def _economic(self, total: int) -> dict[str, int]:
        leaves = [code for code in ECONOMICS if len(code) == 5]
        weights = [self.draw.randint(1, 20) for _ in leaves]
        amounts = [total * w // sum(weights) for w in weights]
        amounts[0] += total - sum(amounts)
        return dict(zip(leaves, amounts, strict=True))

    def of(self, code: str, source: dict[str, Spending] | None = None) -> Spending:
        """A 类, 款 or 项 as the sum of its 项."""
        items = self.items if source is None else source
        parts = [s for item, s in items.items() if item.startswith(code)]
        return Spending(sum(s.basic for s in parts), sum(s.project for s in parts))

    def economy(self, code: str) -> int:
        """A 类 or 款 of the economic classification."""
        return sum(amount for leaf, amount in self.economic.items() if leaf.startswith(code))

    @property
    def everything(self) -> dict[str, Spending]:
        """All items of all funds."""
        return self.items | {FUND_ITEM: self.fund, CAPITAL_ITEM: self.capital}

    @property
    def total(self) -> Spending:
        """All of the general budget."""
        return self.of("")


def tree(codes: Iterable[str]) -> list[str]:
    """Each 项 with its 类 and 款 above it, in order."""
    found = {code[:n] for code in codes for n in (3, 5, 7)}
    return sorted(found)


def printed(amount: int, unit: str, separators: bool) -> str:
    """An amount as a cell prints it: in 万元 with two places, or the same figure with its last places in 元."""
    value = Decimal(amount) / 100
    return f"{value:,.2f}" if separators else f"{value:.2f}"


def classes(codes: Sequence[str]) -> list[str]:
    """The 类 among the codes."""
    return sorted({code[:3] for code in codes})
