"""The example of CONTRIBUTING.md: a statement and a wording are two rows of data, and a page is read with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import accounts, statements
from ingest.accounts import ACCOUNTS, Account
from ingest.model import Flow, Fund, Stage
from ingest.statements import STATEMENTS, Statement, title_to_statement
from tests.ingest.disclosures import ROOT
from tests.ingest.final_layouts import Manner
from tests.ingest.press import Heading, Press, Sheet
from tests.ingest.test_province_layouts import faults

TITLE = "2024年政府购买服务支出预算表"


def rows_of_the_example() -> list[Statement | Account]:
    """The rows that CONTRIBUTING.md tells to add."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    blocks = re.findall(r"```python\n((?:Statement|Account)\(.+\))\n```", text)
    known = {"Statement": Statement, "Account": Account, "Fund": Fund, "Flow": Flow}
    return [eval(block, known) for block in blocks]


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    statement, account = rows_of_the_example()
    monkeypatch.setattr(statements, "STATEMENTS", (statement, *STATEMENTS))
    monkeypatch.setattr(accounts, "ACCOUNTS", (*ACCOUNTS, account))
    accounts._forms.cache_clear()
    yield
    accounts._forms.cache_clear()


def page(path: Path) -> Press:
    manner = Manner(year=2024, stage=Stage.BUDGET)
    about: dict[str, object] = {"statement": "政府购买服务表", "fund": Fund.ALL, "name": "政府购买服务支出"}
    body = [
        ["购买服务小计", manner.figure(123_456, **about)],
        ["法律顾问", manner.figure(23_456, **(about | {"name": "法律顾问"}))],
    ]
    press = Press(path)
    press.cover([manner.body, "2024年度部门预算"])
    press.sheet(Sheet(TITLE, [[Heading("项目"), Heading("预算数")]], body, right="单位：万元"))
    press.close()
    return press


@pytest.mark.usefixtures("added")
def test_the_two_rows_make_the_page_readable(tmp_path: Path) -> None:
    press = page(tmp_path / "预算.pdf")
    assert len(press.placed) == 2
    assert not faults(tmp_path / "预算.pdf", press.placed)


def test_without_them_the_table_is_of_unknown_kind() -> None:
    assert title_to_statement(TITLE).name == "其他表"
