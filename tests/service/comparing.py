"""Questions that set printed figures against each other, in daily words: wholes, years, bodies, stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from ingest.model import Stage
from tests.service.asking import BASIC, GENERAL, SHORT, Asker, Case, amounts, word
from tests.service.invented import Known


def _head(k: Known) -> str:
    return f"{SHORT[k.body]}{k.want['year']}年{word(k)}"


def wholes(asker: Asker, count: int) -> Iterator[Case]:
    """An account's share of the one above it, of basic expenditure, of the three public expenses."""
    for k in amounts(asker, count, **GENERAL, breakdown="合计"):
        code = k.field("code")
        above = next(
            (a for a in asker.row(k) if a.field("code") == code[:-2] and a.field("breakdown") == "合计"), None
        )
        if above is None:
            continue
        percent, places = k.value * 100 / above.value, asker.same(k) | asker.same(above)
        account = f"{k.field('name')}（{code}）"
        yield Case(
            "of the one above", f"{_head(k)}中{account}占其上级科目的比重", percent=percent, places=places
        )
        name = above.field("name")
        q = f"{_head(k)}中{above.field('name')}扣除{k.field('name')}后还有多少"
        yield Case("less a part", q, above.yuan - k.yuan, places=places)
        yield Case("of a named one", f"{_head(k)}中{account}占{name}多少", percent=percent, places=places)
    for k in amounts(asker, count, **BASIC, breakdown="合计"):
        total = next(t for t in asker.known if t.file == k.file and t.has(**GENERAL, name="基本支出"))
        yield Case("of basic expenditure", f"{_head(k)}{k.field('name')}占一般公共预算基本支出的百分之几",
                   percent=k.value * 100 / total.value, places=asker.same(k) | asker.same(total))  # fmt: skip
    for k in asker.some(count, statement="三公经费表", stage=Stage.FINAL_ACCOUNTS, name="公务接待费"):
        total = next(t for t in asker.row(k) if t.field("name") == "“三公”经费")
        yield Case("of the three", f"{_head(k)}公务接待费占三公经费的比例", percent=k.value * 100 / total.value,
                   places=asker.same(k) | asker.same(total))  # fmt: skip


def gaps(asker: Asker, count: int) -> Iterator[Case]:
    """How much more one account is than another of the same table."""
    for k in amounts(asker, count, **BASIC, breakdown="合计"):
        fit = [
            o for o in asker.row(k) if o.field("breakdown") == "合计" and len(o.field("code")) == 5 and o != k
        ]
        o = asker.draw.choice(fit)
        places = asker.same(k) | asker.same(o)
        yield Case("gap", f"{_head(k)}基本支出中，{k.field('name')}比{o.field('name')}多多少", k.yuan - o.yuan,
                   places=places)  # fmt: skip


def stages(asker: Asker, count: int) -> Iterator[Case]:
    """The final account against the budget of the same year, each in its own document."""
    for k in amounts(asker, count * 4, **GENERAL, stage=Stage.FINAL_ACCOUNTS, breakdown="合计"):
        planned = asker.other(k, stage=Stage.BUDGET)
        if planned is None or not planned.value:
            continue
        places = asker.same(k) | asker.same(planned)
        account = f"{k.body}{k.want['year']}年一般公共预算财政拨款{k.field('name')}（{k.field('code')}）"
        yield Case("stages", f"{account}决算比预算多多少", k.yuan - planned.yuan, places=places)
        yield Case(
            "stages", f"{account}完成预算的百分之多少", percent=k.yuan * 100 / planned.yuan, places=places
        )


def completions(asker: Asker, count: int) -> Iterator[Case]:
    """The three expenses against the budget that stands beside them, not the one of another document."""
    for k in asker.some(count * 4, statement="三公经费表", stage=Stage.FINAL_ACCOUNTS):
        beside = next(
            b for b in asker.known if b.file == k.file and b.has(**{**k.want, "stage": Stage.BUDGET})
        )
        q = f"{k.body}{k.want['year']}年{k.field('name')}完成预算的百分之多少"
        yield Case("completion", q, percent=k.value * 100 / beside.value,
                   places=asker.same(k) | asker.same(beside))  # fmt: skip


def years(asker: Asker, count: int) -> Iterator[Case]:
    """Last year in words, an economic account from year to year, and the turn of a conversation to it."""
    for k in amounts(asker, count * 3, **BASIC, stage=Stage.FINAL_ACCOUNTS, breakdown="合计"):
        last = asker.other(k, year=int(k.field("year")) - 1)
        if last is None:
            continue
        places = asker.same(k) | asker.same(last)
        case = Case("years", f"{_head(k)}基本支出里{k.field('name')}比上年多了还是少了，差多少", k.yuan - last.yuan,
                    places=places)  # fmt: skip
        yield case
        yield replace(case, kind="follow-up change", question="比上年增加多少",
                      history=(f"{_head(k)}基本支出里{k.field('name')}是多少",))  # fmt: skip
        if k.field("name").startswith("公务"):
            continue  # said alone it is the form of the three expenses
        yield Case("follow-up account", f"{k.field('name')}呢", k.yuan, places=asker.same(k),
                   history=(f"{k.body}{k.want['year']}年决算基本支出中奖金是多少",))  # fmt: skip


def bodies(asker: Asker, count: int) -> Iterator[Case]:
    """The same account of two bodies in the year that both have."""
    for k in amounts(asker, count * 4, **GENERAL, stage=Stage.FINAL_ACCOUNTS, breakdown="合计", year=2022):
        other = next(
            (o for o in asker.known if o.body != k.body and o.has(**{**k.want, "unit": o.want["unit"]})), None
        )
        if other is None:
            continue
        account = f"{k.field('name')}（{k.field('code')}）"
        q = f"{k.body}和{other.body}2022年度决算的一般公共预算财政拨款支出{account}分别是多少"
        yield Case(
            "bodies",
            q,
            k.yuan,
            places=asker.same(k) | asker.same(other),
            names=(f"{other.value.normalize():f}",),
        )


COMPARISONS: tuple[Callable[[Asker, int], Iterator[Case]], ...] = (
    wholes,
    gaps,
    stages,
    completions,
    years,
    bodies,
)
