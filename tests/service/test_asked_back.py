"""Random figures of invented disclosures, asked for in several people's words: the exact one comes back, or none."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure
from tests.service.asking import KINDS, Asker, Case, refusals
from tests.service.comparing import COMPARISONS
from tests.service.invented import DISCLOSURES, YUAN, Known, typeset

#: Questions of a kind to draw, and the share of them that must be answered exactly; the rest may only be silent.
COUNT, BOUND = 12, Decimal("0.95")
#: Shares and rates are told to two places of per cent.
ROUNDING = Decimal("0.005")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[list[Known], Answerer]]:
    folder = tmp_path_factory.mktemp("invented")
    known = typeset(folder)
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    reports = ingest_paths(sorted(Path(folder).glob("*.pdf")), settings)
    assert [report.status for report in reports] == ["read"] * len(DISCLOSURES)
    yield known, Answerer(settings)


def asked(answerer: Answerer, case: Case) -> Answer:
    talk = uuid.uuid4().hex
    for question in case.history:
        answerer.ask(AskRequest(question=question, conversation_id=talk))
    return answerer.ask(AskRequest(question=case.question, conversation_id=talk))


def is_exact(case: Case, figure: Figure) -> bool:
    value = Decimal(figure.value)
    if case.percent is not None:
        return figure.unit == "%" and abs(value - case.percent) <= ROUNDING
    return figure.unit in ((case.unit,) if case.unit else YUAN) and value * YUAN[figure.unit] == case.yuan


def fault(case: Case, answer: Answer) -> str:
    """What is wrong with an answer, empty where nothing is: the figure, the names, or where it is said to stand."""
    if answer.status != "answered":
        return ""
    if not answer.figures or not is_exact(case, answer.figures[0]):
        return "another figure"
    if any(name not in answer.answer for name in case.names):
        return "other names"
    figure = answer.figures[0]
    cited = [c for c in (figure.citation, *(i.citation for i in figure.inputs)) if c is not None]
    places = {(answer.citations[c].file, answer.citations[c].page) for c in cited}
    return "" if places and places <= case.places else f"another place: {sorted(places)}"


@pytest.mark.parametrize("kind", (*KINDS, *COMPARISONS), ids=lambda f: str(f.__name__))
def test_a_printed_figure_is_answered_exactly(
    kind: Callable[[Asker, int], Iterator[Case]], printed: tuple[list[Known], Answerer]
) -> None:
    known, answerer = printed
    cases = list(kind(Asker(known, seed=7), COUNT))
    answers = [(case, asked(answerer, case)) for case in cases]
    faults = [(fault(c, a), c.question, a.answer) for c, a in answers]
    assert not [f for f in faults if f[0]]
    told = Counter((a.status == "answered") for _, a in answers)
    silent = [c.question for c, a in answers if a.status != "answered"]
    assert len(cases) >= COUNT / 3
    assert told[True] >= BOUND * len(cases), silent


def test_what_is_not_printed_gets_no_figure(printed: tuple[list[Known], Answerer]) -> None:
    known, answerer = printed
    cases = list(refusals(Asker(known, seed=7), COUNT))
    assert len(cases) >= 4 * COUNT
    answers = [(case, asked(answerer, case)) for case in cases]
    assert not [(c.kind, c.question, a.answer) for c, a in answers if a.figures]
    assert {a.status for _, a in answers} <= {"no_answer", "clarify"}
