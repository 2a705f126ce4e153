"""有没有, 够不够, 过没过 an amount; a condition that is not understood; 何时, 何地, 何人 (够不够、有没有、问非金额)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.model import Fact, Flow, Fund, Measure, Origin, Source, Stage, Subject
from service.accounts.belied import is_belied
from service.answer import Answerer
from service.contract import AskRequest, Status
from service.model import Term
from service.scope.periods import find_period

CITY = "青岚区城市管理局2023年"


#: 城管局 2023: 三公 103.79 万元 (p.14), 差旅费 12.83 (p.13), 本年支出合计 18198.11 (p.7), works bought 1320.00.
@pytest.mark.parametrize(
    ("question", "lead", "gap"),
    [
        ("三公经费有没有100万", "有，", "多 3.79 万元"),
        ("三公经费有没有200万", "没有达到，", "少 96.21 万元"),
        ("三公经费有没有超过两百万", "没有超过，", "少 96.21 万元"),
        ("三公经费过没过100万", "超过了，", "多 3.79 万元"),
        ("三公经费够不够一百零五万", "没有达到，", "少 1.21 万元"),
        ("差旅费超没超20万元", "没有超过，", "少 7.17 万元"),
        ("差旅费有10万吗", "有，", "多 2.83 万元"),
        ("差旅费是不是超过了10万", "超过了，", "多 2.83 万元"),
        ("差旅费不到10万吗", "不是，", "多 2.83 万元"),
        ("差旅费有没有128300元", "有，", "正好相等"),
        ("支出有没有2个亿", "没有达到，", "少 1801.89 万元"),
        ("支出过亿了吗", "超过了，", "多 8198.11 万元"),
        ("按时办结率有没有到98？具体多少", "有，", "多 0.78 个百分点"),
        ("差旅费比10万多多少", "云川市", "多 2.83 万元"),
        ("三公经费离200万还差多少", "云川市", "少 96.21 万元"),
        ("差旅费是否在10万以上", "有，", "多 2.83 万元"),
        ("差旅费有20万块吗", "没有达到，", "少 7.17 万元"),
        ("印刷费和差旅费合计有没有20万", "有，", "多 1.23 万元"),  # 8.40 + 12.83
        ("本年支出合计到没到2019万", "有，", "多 16179.11 万元"),
    ],
)
def test_a_figure_is_held_against_the_amount(desk: Answerer, question: str, lead: str, gap: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(lead) and answer.answer.endswith(f"{gap}。")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        # p.7: 城乡社区支出 16222.49, the only class above; the items below are said to be of their level.
        ("超过2018万的支出", "类级科目6项里，超过 2018 万元的有 1 项：城乡社区支出（16222.49 万元）"),
        ("有没有低于1万的支出", "项级科目20项里，没有一项低于 1 万元"),
    ],
)
def test_the_level_that_was_gone_through_is_said(desk: Answerer, question: str, told: str) -> None:
    assert told in desk.ask(AskRequest(question=CITY + question)).answer


@pytest.mark.parametrize(
    "question",
    [
        "有没有未按时办结的",
        "有没有特种车辆",
        "三公经费和差旅费有没有110万",
        "有未按时办结的吗",
        "几月份培训",
        "哪个月出国",
        "因公出国去了哪里",
        "公务接待在什么地方",
        "工资几号发",
        "按时办结率全市第几",
    ],
)
def test_or_nothing_is_told(desk: Answerer, question: str) -> None:
    answer = desk.ask(AskRequest(question=CITY + question))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize("question", ["有没有差旅费", "差旅费有没有", "有没有公务用车", "有没有三公经费"])
def test_there_is_some_without_a_condition(desk: Answerer, question: str) -> None:
    assert desk.ask(AskRequest(question=CITY + question)).answer.startswith("有。")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("会议费有2000万吗", ()),
        ("2023万以上的支出", ()),
        ("工程采购2019万吗", ()),
        ("2024年支出超过2020亿没有", (2024,)),
        ("2024万里街道三公经费", (2024,)),
        ("2024万元以上", ()),
    ],
)
def test_an_amount_is_no_year(text: str, years: tuple[int, ...]) -> None:
    assert find_period(text).years == years


def _fact(value: str | None, stage: str, origin: Origin) -> Fact:
    number = Decimal(value) if value is not None else None
    subject = Subject("三公经费", "“三公”经费")
    where = Source(1, (0, 0, 1, 1), quote="本部门无“三公”经费，故本表为空表。")
    return Fact(
        "某局", 2024, Stage(stage), "三公表", Fund.APPROPRIATION, Flow.EXPENDITURE, subject, "", Measure.AMOUNT,
        number, "万元", number, origin, where,
    )  # fmt: skip


def test_a_note_does_not_deny_a_printed_figure() -> None:
    asked = Term("公务用车购置费", "三公经费")
    note = _fact(None, "预算", Origin.DECLARATION)
    assert is_belied(note, asked, [note, _fact("47.91", "预算", Origin.CELL)])
    # Some was planned and none spent: both are true; and nothing is said against a note beside 0.00.
    for value, stage in (("0.95", "年初预算"), ("0.00", "决算")):
        note = _fact(None, "决算", Origin.DECLARATION)
        assert not is_belied(note, asked, [note, _fact(value, stage, Origin.CELL)])
