"""A figure corrected by hand in answers: used, told, undone; also where another process corrects it (更正与回答)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.facts import FactStore
from ingest.ledger import Ledger
from ingest.model import Fact, Verdict
from ingest.pipeline import ingest_paths
from ingest.reviews import Decision
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.ingest.checks.paper import draw
from tests.service.test_told_beside import TEXT


@pytest.fixture
def config(tmp_path: Path) -> Settings:
    file = tmp_path / "柳泉县档案局2023年度部门决算.txt"
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=tmp_path / "data", database_url="", chroma_url="")
    ingest_paths([file], settings)
    return settings


@pytest.fixture
def archive(config: Settings) -> Answerer:
    return Answerer(config)


@pytest.fixture
def store(config: Settings) -> Iterator[FactStore]:
    """A store of its own, as another process would have one."""
    opened = FactStore(config)
    yield opened
    opened.close()


def ask(archive: Answerer, question: str) -> Answer:
    return archive.ask(AskRequest(question=f"柳泉县档案局2023年{question}"))


def fact(store: FactStore, name: str) -> Fact:
    (document,) = store.documents()
    return next(
        f
        for f in store.facts(document.id)
        if f.subject.name == name and f.measure.value == "金额" and f.value
    )


def correct(store: FactStore, name: str, value: str) -> int:
    made = Ledger(store.database).correct(fact(store, name), Decimal(value), "万元", "财政批复有误", "王会计")
    return made.id


def test_the_corrected_value_is_answered_and_the_printed_one_stays_in_sight(archive, store):
    assert ask(archive, "公务接待费多少").figures[0].value == "1.20"
    correct(store, "公务接待费", "2.10")
    answer = ask(archive, "公务接待费多少")
    figure = answer.figures[0]
    assert (figure.value, figure.unit, figure.printed) == ("2.10", "万元", "1.20万元")
    (note,) = [n for n in answer.notes if n.startswith("此数经人工更正")]
    assert "原文写作 1.20 万元" in note and "更正为 2.10 万元" in note and "理由：财政批复有误。" in note
    assert note in answer.answer
    assert "1.20万元" in answer.citations[figure.citation or 0].quote


def test_revoking_reaches_the_answers(archive, store):
    made = correct(store, "公务接待费", "2.10")
    assert ask(archive, "公务接待费多少").figures[0].value == "2.10"
    Ledger(store.database).revoke(made, "王会计", "")
    answer = ask(archive, "公务接待费多少")
    assert answer.figures[0].value == "1.20"
    assert not any("更正" in n for n in answer.notes)


def test_what_is_computed_from_it_is_told_as_well(archive, store):
    correct(store, "项目支出", "150.00")
    answer = ask(archive, "项目支出占比多少")
    # 150.00 ÷ 300.00, of which the text prints 65.00%.
    assert answer.figures[0].value == "50.00"
    assert any("原文写作 180.00 万元" in n and "更正为 150.00 万元" in n for n in answer.notes)


def test_in_another_unit_the_corrected_figure_is_not_called_the_original(archive, store):
    correct(store, "公务接待费", "2.10")
    answer = ask(archive, "公务接待费多少元")
    assert answer.figures[0].value == "21000"
    assert "更正后：2.10 万元" in answer.answer and "（原文：2.10" not in answer.answer


def test_a_figure_that_was_not_corrected_has_no_note(archive, store):
    correct(store, "公务接待费", "2.10")
    answer = ask(archive, "基本支出多少")
    assert answer.figures[0].value == "120.00" and not any("更正" in n for n in answer.notes)


def test_quoted_sentences_with_a_corrected_figure_say_so(archive, store):
    correct(store, "公务接待费", "2.10")
    answer = ask(archive, "三公经费支出决算情况说明")
    # The sentence is quoted as it stands, the correction told below it.
    assert "公务接待费1.20万元" in answer.answer
    assert answer.answer.splitlines()[-1].startswith("此数经人工更正：原文写作 1.20 万元")


def test_a_dismissed_contradiction_is_told_no_more(archive, store):
    (document,) = store.documents()
    assert any(n.startswith("核对：") for n in ask(archive, "项目支出占比多少").notes)
    for check in store.checks(document.id):
        if check.verdict is Verdict.FAILS:
            Ledger(store.database).decide(check, Decision.DISMISSED, "四舍五入", "王会计")
    assert not any(n.startswith("核对：") for n in ask(archive, "项目支出占比多少").notes)


@pytest.fixture
def contradicting(tmp_path: Path) -> Settings:
    """Final accounts whose table prints 1250.00 for 本年收入合计, and whose text says 1520.00."""
    settings = Settings(data=tmp_path / "contradicting", database_url="", chroma_url="")
    ingest_paths([draw(tmp_path, {"本年收入合计1250.00": "本年收入合计1520.00"})], settings)
    return settings


def test_a_dismissed_contradiction_is_no_other_figure_either(contradicting):
    answerer, store = Answerer(contradicting), FactStore(contradicting)
    (document,) = store.documents()
    question = AskRequest(question="云山市河东区水务局2023年本年收入合计多少")
    told = answerer.ask(question)
    assert told.figures[0].value == "1250.00" and "1520.00" in "".join(told.notes)
    for check in store.checks(document.id):
        if check.verdict is Verdict.FAILS:
            Ledger(store.database).decide(check, Decision.DISMISSED, "正文笔误，以表为准", "王会计")
    told = answerer.ask(question)
    store.close()
    assert told.figures[0].value == "1250.00" and "1520.00" not in "".join((told.answer, *told.notes))


def test_a_corrected_other_figure_contradicts_no_more(contradicting):
    answerer, store = Answerer(contradicting), FactStore(contradicting)
    (document,) = store.documents()
    said = next(f for f in store.facts(document.id) if f.value == Decimal("1520.00"))
    Ledger(store.database).correct(said, Decimal("1250.00"), "万元", "正文笔误", "王会计")
    told = answerer.ask(AskRequest(question="云山市河东区水务局2023年本年收入合计多少"))
    store.close()
    assert told.figures[0].value == "1250.00" and not any("另有不同写法" in note for note in told.notes)
