"""Which sentence is told of last resort: of those that can answer, what they say together (可答之句)."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from ingest.model import Document
from service.answer import Answerer
from service.closest.line_scorer import LineChoice, choose_line, says_same
from service.closest.lines import Lines
from service.closest.net import Nets
from service.closest.query import Query
from service.closest.scorer import load_talk
from service.closest.told_line import asks_words, nearest_line
from service.contract import AskRequest, Status
from service.text.lexical import Index, Leaf
from tests.service.closest.passages import passages
from tests.service.written import answerer_of

WHO = "澧泉市河道管理处"
TEXT = """澧泉市河道管理处2024年度单位预算
一、单位概况
本单位负责市区河道保洁。另按规定设置：防汛值班室、工会。
二、收支预算情况说明
事业单位经营收入预算总计0万元，比上年减少36.50万元。主要原因是游船码头移交文旅公司，不再安排此项收入。
因公出国（境）费0万元，与2023年预算持平，此项经费由市水利局统筹安排。
三、名词解释
1.经营收入：指事业单位在专业业务活动之外开展经营活动取得的收入（主要是游船票款收入）。
2.河长制：指由各级党政负责人担任河长，负责辖区河流管理保护的制度。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("lines"), f"{WHO}2024年度单位预算.txt", TEXT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("经营收入去年还有三十几万，到2024年归零了，怎么回事？", "移交文旅公司"),
        ("预算里说的河长制是怎么一回事？", "担任河长"),
        ("2024年预算里出国的钱写0，是不出去了还是别处出钱？", "市水利局统筹安排"),
    ],
)
def test_the_sentence_is_told_that_has_what_is_asked(desk: Answerer, question: str, told: str) -> None:
    answer = desk.ask(AskRequest(question=WHO + question))
    assert answer.status is Status.ANSWERED
    assert told in answer.answer
    assert not answer.figures


@pytest.mark.parametrize(
    "question",
    [
        "2024年不含防汛值班室，另外还设了哪些码头？",
        "2024年游船码头是哪家公司建的？",
        "2024年给河长发了什么奖品？",
    ],
)
def test_a_sentence_that_lacks_it_is_not(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=WHO + question)).status is not Status.ANSWERED


class _Fixed:
    """Nets that give each sentence a chance that is known."""

    def __init__(self, *chances: float) -> None:
        self._chances = np.array(chances)

    def chances(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        return self._chances


def _chosen(*chances: float, told: tuple[str, ...], may: Callable[[int], bool]) -> LineChoice | None:
    query = Query.of("经营收入怎么没有了", load_talk(), 2024)
    return choose_line(query, Lines(passages(*told)), cast(Nets, _Fixed(*chances)), may)


def test_a_sentence_that_cannot_answer_takes_no_chance_from_the_others() -> None:
    told = ("经营收入指经营活动取得的收入。", "经营收入没有了，主要原因是码头移交。")
    kept = _chosen(0.4, 0.45, told=told, may=lambda at: at == 1)
    assert kept is not None
    assert kept.at == 1
    assert kept.sure == pytest.approx(0.75)
    assert _chosen(0.9, 0.08, told=told, may=lambda at: at == 1) is None  # hardly any chance was its own


def test_sentences_that_say_the_same_share_their_chance() -> None:
    told = ("经营收入没有了，因码头移交。", "经营收入没有了，因码头移交。", "基本支出310.00万元。")
    kept = _chosen(0.3, 0.32, 0.2, told=told, may=lambda at: True)
    assert kept is not None
    assert kept.sure == pytest.approx(0.62)


def test_sentences_that_say_the_same_share_a_figure() -> None:
    one = "收入合计减少60.20万元，主要原因是码头移交文旅公司。"
    assert says_same(one, "支出合计减少60.20万元，主要原因是码头移交文旅公司。")
    assert not says_same(one, "支出合计减少11.70万元，主要原因是码头移交文旅公司。")
    assert not says_same(one, "项目支出60.20万元，用于疏浚。")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("那一百四十几万怎么就没有了", True), ("新书为什么要等四十多天", True), ("怎么花了三十多万", True),
        ("包括哪几样收入", True), ("花了几十万", False), ("一共多少万", False), ("哪几项花得最多", False),
    ],
)  # fmt: skip
def test_an_amount_that_is_said_is_not_asked_for(question: str, words: bool) -> None:
    assert asks_words(question) is words


def test_a_year_without_passages_hides_none_of_another() -> None:
    """A year that has no documents of its own has all of the body's at hand, and none of their passages."""
    document = cast(Document, SimpleNamespace(id="d", sha256="of this test"))
    said = "游船码头为什么移交出去"
    assert nearest_line(said, 0, [document], Index([])) is None
    full = Index(
        [Leaf.of(passages("游船码头移交文旅公司，主要原因是管理体制调整。", "绿化养护面积36公顷。"))]
    )
    assert nearest_line(said, 0, [document], full) is not None
