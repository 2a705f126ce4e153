"""The sample disclosures: they open, say what their data says, add up, and can be typeset again byte for byte."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from eval.questions import load_questions
from eval.samples.draw import FONT_FILE, load_font
from eval.samples.figures import (
    balance,
    by_class,
    economic_sum,
    granted,
    known,
    of_fund,
    people,
    prior,
    rows,
    spent,
)
from eval.samples.performance import points
from eval.samples.sheet import Sheet
from eval.samples.source import FUND, GENERAL
from eval.samples.typeset import SAMPLES, read_sheet, typeset

FOLDER = Path(__file__).parents[2] / "eval" / "samples"
SCALES = (Decimal(1), Decimal(10_000), Decimal("0.0001"))
QUESTIONS = FOLDER.parent / "questions" / "samples.jsonl"
LARGEST = 400 * 1024
FINAL = tuple(name for name in SAMPLES if "budget" not in name)


@pytest.fixture(params=SAMPLES)
def sheet(request: pytest.FixtureRequest) -> Sheet:
    return read_sheet(request.param)


@pytest.fixture(params=FINAL)
def account(request: pytest.FixtureRequest) -> Sheet:
    return read_sheet(request.param)


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_every_sample_is_here_and_small() -> None:
    expected = {read_sheet(name).source.file for name in SAMPLES}
    assert {path.name for path in FOLDER.glob("*.pdf")} == expected
    assert all((FOLDER / name).stat().st_size < LARGEST for name in expected)


def test_the_text_layer_holds_the_totals(sheet: Sheet) -> None:
    text = "".join(pages(FOLDER / sheet.source.file)).replace("\r\n", "").replace("\n", "")
    s, manner = sheet.sums, sheet.manner
    for amount in (s.total, s.expenditure, s.general, s.general_basic, people(sheet.source)):
        assert manner.cell(amount) in text
        assert manner.money(amount) in text
    assert sheet.source.body in text
    assert f"{sheet.year}年" in text


def test_fonts_are_embedded(sheet: Sheet) -> None:
    content = (FOLDER / sheet.source.file).read_bytes()
    fonts = content.count(b"/Type /FontDescriptor")
    assert fonts
    assert content.count(b"/FontFile2") == fonts


def test_no_page_is_empty(sheet: Sheet) -> None:
    assert all(len(text) > 20 for text in pages(FOLDER / sheet.source.file))


def test_basic_expenditure_is_the_same_by_function_and_by_economy(sheet: Sheet) -> None:
    assert economic_sum(sheet.source) == sheet.sums.general_basic


def test_levels_add_up(sheet: Sheet) -> None:
    found = rows(sheet.source.items, [spent])
    by_level = {length: known(r.amounts[0] for r in found if len(r.code) == length) for length in (3, 5, 7)}
    assert set(by_level.values()) == {sheet.sums.expenditure}


def test_both_sides_balance(sheet: Sheet) -> None:
    s = sheet.sums
    assert s.opening + s.income == s.total == s.expenditure + s.closing
    general, fund = balance(sheet.source, GENERAL), balance(sheet.source, FUND)
    assert general[0] + general[1] == s.general + general[2]
    assert fund[0] + fund[1] == s.fund + fund[2]
    assert s.grant_closing == general[2] + fund[2]
    assert min(general[2], fund[2], s.closing) >= 0


def test_projects_are_the_project_expenditure(sheet: Sheet) -> None:
    planned = sheet.source.kind == "预算"
    amounts = (p.initial if planned else p.spent for p in sheet.source.projects)
    assert known(amounts) == sheet.sums.general_project


def test_nothing_is_spent_that_was_not_there(account: Sheet) -> None:
    for item in account.source.items:
        assert known((item.opening, item.grant)) >= known((granted(item),))
        own = known((item.own_opening, item.superior, item.business, item.other))
        assert own >= known((item.own_basic, item.own_project))
    for project in account.source.projects:
        assert project.spent <= project.adjusted


def test_rounded_to_ten_thousands_the_text_still_adds_up(account: Sheet) -> None:
    """The text of a document in 元 rounds each figure; the classes printed there must still give the total."""
    s, round_ = account.sums, account.manner.ten_thousands
    general = of_fund(account.source, GENERAL)
    classes = by_class(general, granted)
    assert sum(map(round_, classes.values())) == round_(s.general)
    items = [known((granted(item),)) for item in general]
    assert sum(map(round_, items)) == round_(s.general)
    assert round_(s.general_basic) + round_(s.general_project) == round_(s.general)
    assert round_(people(account.source)) + round_(economic_sum(account.source, "302", "310")) == round_(
        s.general_basic
    )


def test_travel_holds_at_least_what_basic_expenditure_pays(account: Sheet) -> None:
    given, travel = dict(account.source.economic), account.source.travel["final"]
    assert travel.running >= given.get("30231", Decimal(0))
    assert travel.reception == given.get("30217", Decimal(0))


def test_the_years_follow_on_each_other() -> None:
    earlier, later, plan = (read_sheet(f"qinglan_urban_{name}") for name in ("2022", "2023", "2024_budget"))
    assert later.sums.opening == earlier.sums.closing
    assert plan.sums.opening == later.sums.closing
    before = prior(later.source, later.previous)
    assert (before.total, before.general) == (earlier.sums.total, earlier.sums.general)


def test_the_unit_is_a_part_of_its_department() -> None:
    unit, department = read_sheet("qinglan_command_2023").source, read_sheet("qinglan_urban_2023").source
    whole = {item.code: item for item in department.items}
    for item in unit.items:
        for field in ("basic", "project", "other", "own_project"):
            assert known((getattr(item, field),)) <= known((getattr(whole[item.code], field),))
    assert set(unit.projects) <= set(department.projects)


def test_scores_stay_within_a_hundred(account: Sheet) -> None:
    for project in account.source.projects:
        assert not project.indicators or known(i.weight for i in project.indicators) == 90
        assert points(project) <= 100


def stands_in(text: str, value: Decimal, tolerance: Decimal) -> bool:
    """Whether a page prints a figure: as it is, or in 元 or 万元 where the other is asked for."""
    printed = (Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))
    return any(abs(n * scale - value) <= tolerance for n in printed for scale in SCALES)


def test_looked_up_answers_stand_on_the_pages_given() -> None:
    """Pages move when a sample is changed; the questions on it must then be read off again."""
    texts = {path.name: pages(path) for path in FOLDER.glob("*.pdf")}
    questions = load_questions([QUESTIONS])
    missing = [
        f"{question.id}: {value} on page {page}"
        for question in questions
        if question.type == "lookup" and (value := question.expect.value) is not None
        for page in question.page
        if not any(
            stands_in(texts[name][page - 1], value, question.expect.tol)
            for name in question.docs
            if page <= len(texts[name])
        )
    ]
    assert not missing, "\n".join(missing)
    assert len(questions) >= 80


@pytest.mark.parametrize("name", SAMPLES)
def test_the_program_typesets_the_same_bytes(name: str, tmp_path: Path) -> None:
    if not FONT_FILE.is_file():
        pytest.skip(f"the font is not installed: {FONT_FILE} (fonts-wqy-microhei)")
    load_font()
    path = typeset(name, tmp_path)
    assert path.read_bytes() == (FOLDER / path.name).read_bytes()
