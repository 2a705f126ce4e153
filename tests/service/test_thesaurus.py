"""Words of kinds of public bodies, said in daily words, found as documents print them (行业用语)."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read import thesaurus
from service.read.citizens_words import as_written
from tests.service.written import answerer_of

BODY = "青岬县综合服务中心"
TEXT = f"""{BODY}2023年度部门决算
一、部门职责
{BODY}承担全县便民服务工作。
二、收入支出决算总体情况说明
{BODY}2023年度收入总计900.00万元，支出总计900.00万元。
三、主要工作完成情况
全年公布失信被执行人214名，人民陪审员参加审理316件，巡回审判41场次。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("sectors"), f"{BODY}2023年度部门决算.txt", TEXT)


def test_a_saying_is_read_as_the_text_prints_it_and_else_left() -> None:
    assert as_written("上了老赖名单的", "全年公布失信被执行人214名") == "上了失信被执行人名单的"
    assert as_written("上了老赖名单的", "全年公布典型案例6个") == "上了老赖名单的"


def test_a_saying_that_the_text_has_itself_stays() -> None:
    assert as_written("网拍", "网拍成交12件，网络司法拍卖率90%") == "网拍"


def test_particles_of_a_saying_may_be_left_out() -> None:
    assert as_written("判完不再告比例", "服判息诉率为91%") == "服判息诉率"


def test_people_who_do_not_pay_are_found(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2023年公布了多少个老赖"))
    assert (answer.status, [str(f.value) for f in answer.figures][:1]) == (Status.ANSWERED, ["214"])


def test_every_row_has_both_sides_and_says_something_else() -> None:
    rows = list(thesaurus.read_rows())
    assert len(rows) > 300
    assert not [(w, s) for w, s in rows if set(w) & set(s) or any(len(word) < 2 for word in (*w, *s))]


def test_a_row_without_a_tab_is_told_with_its_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "court.tsv").write_text("# 法院\n囚车 押犯人的车\n", encoding="utf-8")
    monkeypatch.setattr(thesaurus, "_SECTORS", tmp_path)
    with pytest.raises(ValueError, match=r"court\.tsv 第 2 行"):
        list(thesaurus.read_rows())
