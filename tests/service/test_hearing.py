"""What a question says apart from its subject: operation, stage, units, reasons, per what, how many places (听句)."""

from __future__ import annotations

import pytest

from ingest.model import Fund, Stage
from service.accounts.lexicon import read_lexicon
from service.model import Operation
from service.read.cues import CUES, RULES, Cue, operation_of
from service.read.hearing import Heard, hear
from service.read.wording import Wording

LEXICON = read_lexicon([])


def heard(text: str, based: bool = False) -> Heard:
    return hear(Wording.of(text, []), LEXICON, based)


@pytest.mark.parametrize(
    ("cues", "operation"),
    [
        ({Cue.SHARE}, Operation.SHARE),
        ({Cue.RATIO}, Operation.SHARE),
        ({Cue.RATIO, Cue.CHANGE}, Operation.CHANGE_RATE),
        ({Cue.RATIO, Cue.FINISHED}, Operation.COMPLETION),
        ({Cue.DONE, Cue.SHARE}, Operation.COMPLETION),
        ({Cue.SHARE, Cue.CHANGE}, Operation.POINTS),
        ({Cue.POINTS, Cue.CHANGE}, Operation.CHANGE_RATE),
        ({Cue.TOP, Cue.SHARE}, Operation.TOP_SHARE),
        ({Cue.EXTREME, Cue.SOME, Cue.SHARE}, Operation.TOP_SHARE),
        ({Cue.TOP}, Operation.RANK),
        ({Cue.EXTREME, Cue.TREND}, Operation.RANK),
        ({Cue.SUM, Cue.TREND}, Operation.SUM),
        ({Cue.AVERAGE, Cue.TREND}, Operation.AVERAGE),
        ({Cue.OVER, Cue.CHANGE}, Operation.VARIANCE),
        ({Cue.COUNTED, Cue.WHICH}, Operation.COUNT),
        ({Cue.TIMES, Cue.CHANGE}, Operation.TIMES),
        ({Cue.SOME}, None),
        (set(), None),
    ],
)
def test_cues_together_ask_for_an_operation(cues: set[Cue], operation: Operation | None) -> None:
    assert operation_of(frozenset(cues)) is operation


def test_every_cue_has_words_and_a_rule() -> None:
    assert {cue for cue, _ in CUES} == set(Cue)
    assert set().union(*(needed for needed, _ in RULES)) == set(Cue)


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("基本支出占总支出百分之几", Operation.SHARE),
        ("基本支出涨了百分之几", Operation.CHANGE_RATE),
        ("基本支出完成预算的百分之几", Operation.COMPLETION),
        ("预算执行率是多少", Operation.COMPLETION),
        ("差旅费增减了多少", Operation.CHANGE),
        ("差旅费增幅多大", Operation.CHANGE_RATE),
        ("差旅费历年走势", Operation.TREND),
        ("哪一类支出最多", Operation.RANK),
        ("支出最大的三项占多少", Operation.TOP_SHARE),
        ("办公费和水费加起来多少", Operation.SUM),
        ("办公费和水费谁多", Operation.COMPARE),
        ("平均每月差旅费多少", Operation.AVERAGE),
        ("差旅费超预算了吗", Operation.VARIANCE),
        ("什么是机关运行经费", Operation.DEFINITION),
        ("支出一共列了几个类级科目", Operation.COUNT),
        ("差旅费是水费的几倍", Operation.TIMES),
        ("有没有出国费", Operation.EXISTENCE),
        ("差旅费多少", None),
    ],
)
def test_the_words_of_a_question_ask_for_an_operation(text: str, operation: Operation | None) -> None:
    assert heard(text).asked is operation


def test_a_base_makes_a_comparison_a_change() -> None:
    assert heard("差旅费多了多少", based=True).asked is Operation.CHANGE
    assert heard("差旅费占比怎么样", based=True).asked is Operation.POINTS


@pytest.mark.parametrize(
    "text",
    [
        "差旅费咋又多了",
        "钱怎么没花完",
        "为什么差旅费少了",
        "差旅费为啥涨",
        "差旅费增加的原因",
        "差旅费减少是怎么回事",
        "怎么就不够用了",
    ],
)
def test_a_reason_is_asked_for(text: str) -> None:
    said = heard(text)
    assert (said.intent, said.asked) == ("原因", Operation.NARRATIVE)


def test_how_much_is_no_reason() -> None:
    assert heard("差旅费咋增了多少").asked is not Operation.NARRATIVE


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("差旅费预算数", Stage.BUDGET),
        ("差旅费年初预算", Stage.INITIAL_BUDGET),
        ("差旅费全年预算数", Stage.ADJUSTED_BUDGET),
        ("差旅费决算", Stage.FINAL_ACCOUNTS),
        ("差旅费实际花了多少", Stage.FINAL_ACCOUNTS),
        ("差旅费执行数", Stage.EXECUTION),
        ("一般公共预算支出", None),
        ("预算单位有哪些", None),
        ("差旅费多少", None),
    ],
)
def test_the_stage_is_named_by_its_words(text: str, stage: Stage | None) -> None:
    assert heard(text).stage is stage


def test_two_stages_are_asked_for_side_by_side() -> None:
    assert heard("差旅费年初预算多少，决算多少").stages == (Stage.INITIAL_BUDGET, Stage.FINAL_ACCOUNTS)
    assert heard("差旅费决算多少").stages == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [("差旅费多少元", "元"), ("差旅费多少万", "万元"), ("差旅费折成亿元", "亿元"), ("差旅费", None)],
)
def test_the_unit_of_the_answer(text: str, unit: str | None) -> None:
    assert heard(text).unit == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("接待了多少批次", "批次"),
        ("接待多少人次", "人次"),
        ("有几辆车", "辆"),
        ("多少平方米", "平方米"),
        ("花了多少", None),
    ],
)
def test_the_unit_of_counting(text: str, unit: str | None) -> None:
    assert heard(text).count_unit == unit


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("平均每月花多少", "月"),
        ("人均差旅费", "人"),
        ("每人次花多少", "人次"),
        ("车均运行费", "辆"),
        ("平均每辆车多少", "辆"),
        ("每批次接待费", "批次"),
        ("日均花多少", "天"),
        ("每季度多少", "季度"),
        ("差旅费多少", ""),
    ],
)
def test_what_an_average_is_taken_over(text: str, per: str) -> None:
    assert heard(text).per == per


@pytest.mark.parametrize(
    ("text", "top", "least"),
    [
        ("支出前五的科目", 5, False),
        ("支出最大的三项", 3, False),
        ("最大的两个科目", 2, False),
        ("花得最少的是哪项", 0, True),
        ("各项从低到高排列", 40, True),
        ("各项从高到低排列", 40, False),
        ("哪项最多", 0, False),
        ("哪项最多，哪项最少", 40, False),
        ("九大类支出里排前三的三类", 3, False),
    ],
)
def test_how_many_places_and_from_which_end(text: str, top: int, least: bool) -> None:
    said = heard(text)
    assert (said.top, said.least) == (top, least)


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("政府性基金预算支出多少", Fund.GOVERNMENT_FUND),
        ("一般公共预算支出多少", Fund.GENERAL),
        ("财政拨款收入多少", None),
        ("支出多少", None),
    ],
)
def test_the_fund_before_an_account(text: str, fund: Fund | None) -> None:
    assert heard(text).fund is fund
