"""Questions about figures that are known to be printed, in several people's words, with what must be answered."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.model import Stage
from tests.ingest.accounts_book import FUNCTIONS
from tests.service.invented import Known

SHORT = {"云川省商务厅": "省商务厅", "望海市商务局": "望海商务局", "石坪县商务局": "石坪县商务局"}


@dataclass(frozen=True)
class Case:
    """A question with its conversation; ``yuan`` or ``percent`` is the exact answer, ``places`` where it stands."""

    kind: str
    question: str
    yuan: Decimal | None = None
    percent: Decimal | None = None
    unit: str = ""
    places: frozenset[tuple[str, int]] = frozenset()
    history: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class Asker:
    """Draws questions from the figures that are known."""

    def __init__(self, known: Sequence[Known], seed: int) -> None:
        self.known = known
        self.draw = random.Random(seed)

    def some(self, count: int, **fields: object) -> list[Known]:
        """As many figures with these fields, each time others."""
        found = [k for k in self.known if k.has(**fields)]
        return self.draw.sample(found, min(count, len(found)))

    def same(self, known: Known) -> frozenset[tuple[str, int]]:
        """Every page of the file that prints this amount for the same account."""
        keys = ("year", "stage", "name")
        return frozenset(
            (k.file, k.page)
            for k in self.known
            if (k.file, k.yuan if k.field("unit") in ("元", "万元") else 0) == (known.file, known.yuan)
            and all(k.field(key) == known.field(key) for key in keys)
        )

    def other(self, known: Known, **fields: object) -> Known | None:
        """The same figure but for these fields, where it is printed in a document of its own year."""
        want = {**known.want, **fields}
        want.pop("unit")
        return next((k for k in self.known if k.body == known.body and k.has(**want)), None)

    def contradicted(self, known: Known) -> bool:
        """Whether another document prints another amount for the same account, year and stage."""
        keys = ("year", "stage", "statement", "name", "measure")
        same = (
            k for k in self.known if k.body == known.body and all(k.field(x) == known.field(x) for x in keys)
        )
        return len({k.yuan for k in same}) > 1

    def row(self, known: Known) -> list[Known]:
        """Figures of the same file, statement, year, stage and fund."""
        keys = ("statement", "year", "stage", "fund")
        return [
            k
            for k in self.known
            if k.file == known.file and all(k.want.get(x) == known.want.get(x) for x in keys)
        ]


def word(known: Known) -> str:
    """决算 or 预算."""
    return "预算" if known.want["stage"] is Stage.BUDGET else "决算"


def _staff(k: Known, tail: str = "是多少") -> str:
    column = k.field("breakdown")
    part = "" if column in ("", "合计") else f"的{column}"
    account = f"{k.field('name')}（{k.field('code')}）" if k.field("code") else k.field("name")
    return f"{k.body}{k.want['year']}年度{word(k)}中，一般公共预算财政拨款支出{account}{part}{tail}"


def _citizen(k: Known) -> str:
    column = k.field("breakdown")
    part = "" if column in ("", "合计") else f"的{column}"
    return f"{SHORT[k.body]}{k.want['year']}年{k.field('name')}{part}{word(k)}花了多少钱"


GENERAL = {"statement": "一般公共预算支出表"}
BASIC = {"statement": "一般公共预算基本支出表"}
_MONEY = ("元", "万元")


def amounts(asker: Asker, count: int, **fields: object) -> list[Known]:
    """Amounts of coded accounts with these fields, of a budget or of final accounts."""
    found: list[Known] = []
    for known in asker.some(count * 6, **fields):
        plain = known.field("unit") in _MONEY and known.want.get("measure") is None
        if plain and known.want["stage"] in (Stage.BUDGET, Stage.FINAL_ACCOUNTS) and known.field("code"):
            found.append(known)
    return found[:count]


def lookups(asker: Asker, count: int) -> Iterator[Case]:
    """A cell of 一般公共预算支出表, by code in full and by name in daily words."""
    for k in amounts(asker, count, **GENERAL):
        yield Case("look-up, staff", _staff(k), k.yuan, places=asker.same(k))
        above = "".join(
            f"{FUNCTIONS[k.field('code')[:n]]}（{k.field('code')[:n]}）"
            for n in (3, 5)
            if n < len(k.field("code"))
        )
        yield Case("look-up, whole path", _staff(k).replace(k.field("name"), above + k.field("name")), k.yuan,
                   places=asker.same(k))  # fmt: skip
        yield Case("look-up, citizen", _citizen(k), k.yuan, places=asker.same(k))


def economics(asker: Asker, count: int) -> Iterator[Case]:
    """An economic account of 基本支出."""
    for k in amounts(asker, count, **BASIC, breakdown="合计"):
        code, name = k.field("code"), k.field("name")
        head = f"{k.body}{k.want['year']}年{word(k)}"
        yield Case(
            "economic, staff",
            f"{head}一般公共预算基本支出中{name}（{code}）是多少",
            k.yuan,
            places=asker.same(k),
        )
        yield Case("economic, citizen", f"{SHORT[k.body]}{k.want['year']}年{word(k)}基本支出里的{name}是多少钱",
                   k.yuan, places=asker.same(k))  # fmt: skip


def travels(asker: Asker, count: int) -> Iterator[Case]:
    """The three public expenses and their parts."""
    for k in asker.some(count * 2, statement="三公经费表"):
        if asker.contradicted(k):
            continue  # last year's budget is invented anew in each document
        q = f"{k.body}{k.want['year']}年{k.field('name')}{word(k)}数是多少"
        yield Case("three public expenses", q, k.yuan, places=asker.same(k))


def units(asker: Asker, count: int) -> Iterator[Case]:
    """The same amounts asked for in another unit."""
    for k in amounts(asker, count, **GENERAL, breakdown="合计"):
        unit = asker.draw.choice(("元", "万元", "亿元"))
        yield Case("unit", _staff(k, f"多少{unit}"), k.yuan, unit=unit, places=asker.same(k))


def shares(asker: Asker, count: int) -> Iterator[Case]:
    """An account's share of all of its statement."""
    for k in amounts(asker, count, **GENERAL, breakdown="合计"):
        total = next(t for t in asker.row(k) if t.field("name") == "本年支出合计")
        q = f"{_staff(k, '')}占一般公共预算财政拨款支出合计的比重是多少"
        yield Case("share", q, percent=k.value * 100 / total.value, places=asker.same(k) | asker.same(total))


def parts(asker: Asker, count: int) -> Iterator[Case]:
    """The share of 项目支出 or 基本支出 in an account."""
    for k in amounts(asker, count * 2, **GENERAL):
        column = k.field("breakdown")
        whole = asker.other(k, breakdown="合计")
        if column in ("基本支出", "项目支出") and whole and whole.file == k.file and whole.value != k.value:
            q = _staff(k, "").replace(f"的{column}", f"，{column}占其合计的百分之多少")
            yield Case(
                "part", q, percent=k.value * 100 / whole.value, places=asker.same(k) | asker.same(whole)
            )


def sums(asker: Asker, count: int) -> Iterator[Case]:
    """Two economic accounts together."""
    for k in amounts(asker, count, **BASIC, breakdown="合计"):
        fit = [
            o for o in asker.row(k) if len(o.field("code")) == 5 and o.field("breakdown") == "合计" and o != k
        ]
        if len(k.field("code")) != 5:
            continue
        o = asker.draw.choice(fit)
        q = f"{k.body}{k.want['year']}年{word(k)}基本支出中，{k.field('name')}和{o.field('name')}两项合计多少"
        yield Case("sum", q, k.yuan + o.yuan, places=asker.same(k) | asker.same(o))
        code, other = k.field("code"), o.field("code")
        q = f"{SHORT[k.body]}{k.want['year']}年{word(k)}基本支出中{code}和{other}合计多少"
        yield Case("sum of codes", q, k.yuan + o.yuan, places=asker.same(k) | asker.same(o))


def changes(asker: Asker, count: int) -> Iterator[Case]:
    """How far an account moved from one loaded year to the next, and the other year as a follow-up."""
    for k in amounts(asker, count * 3, **GENERAL, stage=Stage.FINAL_ACCOUNTS):
        last = asker.other(k, year=int(k.field("year")) - 1)
        if not last or not last.value:
            continue
        places = asker.same(k) | asker.same(last)
        tail = f"比{last.want['year']}年度增加或减少了多少"
        yield Case("change", _staff(k, tail), k.yuan - last.yuan, places=places)
        yield Case("change rate", _staff(k, f"比{last.want['year']}年度增长百分之几"),
                   percent=(k.value - last.value) * 100 / last.value, places=places)  # fmt: skip
        yield Case("follow-up", f"那{last.want['year']}年呢", last.yuan, places=asker.same(last),
                   history=(_staff(k),))  # fmt: skip


def ranks(asker: Asker, count: int) -> Iterator[Case]:
    """Which class is most, and the first three."""
    for k in asker.some(count, statement="支出表", name="本年支出合计"):
        rows = [r for r in asker.row(k) if len(r.field("code")) == 3 and r.field("breakdown") == "合计"]
        rows.sort(key=lambda r: -r.value)
        q = f"{k.body}{k.want['year']}年度{word(k)}支出按功能分类，哪一类支出最多，多少钱"
        yield Case("rank", q, rows[0].yuan, names=(rows[0].field("name"),), places=asker.same(rows[0]))
        q = f"{k.body}{k.want['year']}年{word(k)}里支出最多的前三类是哪些"
        places = frozenset(p for r in rows[:3] for p in asker.same(r))
        yield Case("rank", q, rows[0].yuan, names=tuple(r.field("name") for r in rows[:3]), places=places)


KINDS: tuple[Callable[[Asker, int], Iterator[Case]], ...] = (
    lookups, economics, travels, units, shares, parts, sums, changes, ranks,
)  # fmt: skip


def refusals(asker: Asker, count: int) -> Iterator[Case]:
    """What no document prints: a body of like name, a year that is not loaded, an account, a blank cell."""
    for k in amounts(asker, count, **GENERAL, stage=Stage.FINAL_ACCOUNTS):
        asked = _staff(k)
        yield Case("refused: body", asked.replace(k.body, asker.draw.choice(_ELSEWHERE)))
        yield Case("refused: year", asked.replace(str(k.want["year"]), "2019"))
        account, code = asker.draw.choice(_NOT_PRINTED)
        name = f"{k.field('name')}（{k.field('code')}）"
        yield Case("refused: account", asked.replace(name, f"{account}（{code}）"))
        yield Case("refused: account", f"{k.body}{k.want['year']}年{account}决算花了多少钱")
    for k in asker.some(count * 6, **GENERAL, stage=Stage.FINAL_ACCOUNTS, breakdown="合计"):
        for column in ("基本支出", "项目支出"):
            if k.field("code") and asker.other(k, breakdown=column) is None:
                yield Case("refused: blank", _staff(k).replace("是多少", f"的{column}是多少"))


_ELSEWHERE = (
    "望江市商务局",
    "石坪市商务局",
    "云山省商务厅",
    "望海市商务服务中心",
    "石坪县商务综合行政执法大队",
)
_NOT_PRINTED = (("小学教育", "2050202"), ("科学技术支出", "206"), ("咨询费", "30203"), ("会议费", "30215"))
