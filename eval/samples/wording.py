"""How a document writes its figures: amounts, shares and changes."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from eval.samples.figures import ratio
from eval.samples.source import Amount

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Manner:
    """One document's way with figures. `scale` is how many of the tables' units make one 万元."""

    scale: Decimal = Decimal(1)
    thousands: bool = False
    blank: str = ""
    places: int = 2
    digits: int = 2

    def cell(self, amount: Amount) -> str:
        """An amount as a table prints it; `blank` for none."""
        if amount is None:
            return self.blank
        return f"{amount:,.{self.places}f}" if self.thousands else f"{amount:.{self.places}f}"

    def money(self, amount: Decimal) -> str:
        """An amount as the text prints it, always in 万元."""
        tens = self.ten_thousands(amount)
        return f"{tens:,.2f}万元" if self.thousands else f"{tens:.2f}万元"

    def ten_thousands(self, amount: Decimal) -> Decimal:
        """An amount in 万元, rounded as it is printed."""
        return (amount / self.scale).quantize(CENT, ROUND_HALF_UP)

    def share(self, part: Decimal, whole: Decimal) -> str:
        """A share; of nothing there is none."""
        return f"{ratio(part, whole, self.digits)}%" if whole else f"{Decimal(0):.{self.digits}f}%"

    def change(self, now: Decimal, before: Decimal) -> str:
        """What the text says of two years: by how much more or less, and how many percent."""
        moved = abs(self.ten_thousands(now) - self.ten_thousands(before))
        if not moved:
            return "与上年持平"
        verb, rate = ("增加", "增长") if now > before else ("减少", "下降")
        if not before:
            return f"{verb}{self.money(moved * self.scale)}（上年没有此项支出，不计算幅度）"
        return (
            f"{verb}{self.money(moved * self.scale)}，{rate}{ratio(abs(now - before), before, self.digits)}%"
        )

    def than(self, other: str, now: Decimal, before: Decimal) -> str:
        """The change as a clause, whichever year it is against."""
        return f"与{other}持平" if now == before else f"比{other}{self.change(now, before)}"


STANDARD = Manner()
UNIT = Manner(digits=1)
COMPACT = Manner(scale=Decimal(10000), thousands=True, blank="0.00")
