"""Several things asked in one breath: each part in full, with its topic carried, in its own unit (一句几问)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Figure, Status
from service.scope.named_in import Named
from service.second.asked_severally import asked_severally
from service.second.parts_wanted import parts_wanted, topic_of
from tests.service.written import answerer_of

#: A made-up bureau: occasions and people behind their accounts, a standard that was raised, guests in a sentence of
#: their own, what each village gets beside the sum.
BUREAU = """第二部分 2024年度部门预算情况说明
六、其他重要事项的情况说明
一般性支出情况：2024年本部门会议费预算2.40万元，拟召开2次会议，人数150人；培训费预算5.20万元，拟开展4次培训，人数320人，内容为护林员培训。
本部门负责管理的专项转移支付项目共有1项，为示范村奖补，金额96万元，按照每个示范村8万元的标准，对12个村给予奖补。
护林员补助由每人每月900元提高到1,050元。
2024年部门预算安排购置车辆2辆。
"""
#: Its outcome of the year before: guests told behind the account, people with a petition told elsewhere.
OUTCOME = """第三部分 2023年度部门决算情况说明
七、财政拨款三公经费支出决算情况说明
公务接待费支出预算为5.00万元，决算为3.20万元，完成预算的64.00%。全年共接待来访团组31个、来宾214人次，主要是省市检查发生的接待支出。
"""
PETITIONS = """第三部分 2023年度部门决算情况说明
七、财政拨款三公经费支出决算情况说明
公务接待费支出预算为2.00万元，决算为1.10万元，完成预算的55.00%。全年信访窗口接待来访群众420人次。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("severally"), "石渡县林业局2024年度部门预算.txt", BUREAU)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("outcome"), "石渡县水利局2023年度部门决算.txt", OUTCOME)


def told(answerer: Answerer, question: str) -> list[tuple[str, str]]:
    answer = answerer.ask(AskRequest(question=question))
    return [(figure.value, figure.unit) for figure in answer.figures]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("打算办几期培训，培训多少人，花多少", [("4", "次"), ("320", "人"), ("5.20", "万元")]),
        ("培训花多少，办几次", [("5.20", "万元"), ("4", "次")]),
        ("会议开几次，多少人参加，花多少钱", [("2", "次"), ("150", "人"), ("2.40", "万元")]),
        ("打算开几个会，要花多少", [("2", "次"), ("2.40", "万元")]),
        ("示范村奖补，一个村给多少钱，几个村", [("8", "万元"), ("12", "个")]),
    ],
)
def test_each_part_is_told_in_its_own_unit(
    bureau: Answerer, question: str, figures: list[tuple[str, str]]
) -> None:
    assert told(bureau, f"石渡县林业局2024年{question}") == figures


#: A part that is nowhere written is said to be lacking; no other figure stands for it.
def test_a_part_that_is_lacking_is_said_beside_the_one_told(bureau: Answerer) -> None:
    answer = bureau.ask(AskRequest(question="石渡县林业局2024年准备买几部新车，预备花多少钱"))
    assert [(f.value, f.unit) for f in answer.figures] == [("2", "辆")]
    assert "没有" in answer.answer


@pytest.mark.parametrize("question", ["办几期培训班", "办多少场培训", "开几次会"])
def test_occasions_are_never_told_in_money(bureau: Answerer, question: str) -> None:
    ((value, unit),) = told(bureau, f"石渡县林业局2024年{question}")
    assert (value, unit) == ("2" if "会" in question else "4", "次")


@pytest.mark.parametrize("question", ["护林员补助从多少涨到多少", "护林员补助以前多少，现在多少"])
def test_both_ends_of_what_was_raised(bureau: Answerer, question: str) -> None:
    assert told(bureau, f"石渡县林业局2024年{question}") == [("900", "元"), ("1050", "元")]


#: What did not move, and what is counted, has no such ends.
@pytest.mark.parametrize("question", ["会议费从多少涨到多少", "示范村奖补从多少涨到多少"])
def test_what_has_but_one_figure_has_no_two_ends(bureau: Answerer, question: str) -> None:
    assert told(bureau, f"石渡县林业局2024年{question}") == []


#: What is said between marks is still of that year and that body.
def test_both_ends_are_of_the_year_and_the_body_asked_of(bureau: Answerer) -> None:
    asks = "护林员补助从多少涨到多少"
    assert told(bureau, f"石渡县林业局2024年，{asks}") == [("900", "元"), ("1050", "元")]
    assert told(bureau, f"石渡县林业局2023年，{asks}") == []
    assert told(bureau, f"石渡县教育局2024年，{asks}") == []


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("公务接待接了多少批、多少人", [("31", "个"), ("214", "人次")]),
        ("公务接待几批几人，花了多少钱", [("31", "个"), ("214", "人次"), ("3.20", "万元")]),
        ("接待了多少人", [("214", "人次")]),
    ],
)
def test_guests_are_told_in_the_sentence_behind_the_account(
    outcome: Answerer, question: str, figures: list[tuple[str, str]]
) -> None:
    assert told(outcome, f"石渡县水利局2023年{question}") == figures


def test_who_came_with_a_petition_is_no_guest(tmp_path_factory: pytest.TempPathFactory) -> None:
    other = answerer_of(tmp_path_factory.mktemp("petitions"), "石渡县信访局2023年度部门决算.txt", PETITIONS)
    assert "420" not in {value for value, _ in told(other, "石渡县信访局2023年公务接待多少人")}


@pytest.mark.parametrize(
    ("piece", "topic"),
    [
        ("打算办几期培训", "培训"),
        ("实验室改造要改几间", "实验室改造"),
        ("公务接待接了多少批", "公务接待"),
        ("修了几公里路", "修路"),
        ("准备买几部新车", "新车"),
    ],
)
def test_what_the_first_part_is_about(piece: str, topic: str) -> None:
    assert topic_of(piece) == topic


@pytest.mark.parametrize(
    ("rest", "ways"),
    [
        ("减少受旱面积原定多少、实际做到多少", ["减少受旱面积目标是多少", "减少受旱面积实际完成多少"]),
        ("三公经费预算和实际分别多少", ["三公经费预算多少", "三公经费决算多少"]),
        ("减少受旱面积，原定多少，实际做到多少", ["减少受旱面积目标是多少", "减少受旱面积实际完成多少"]),
        ("三公经费，预算多少，决算多少", ["三公经费预算多少", "三公经费决算多少"]),
        ("配套费，收了多少，花了多少", ["配套费收入多少", "配套费支出多少"]),
        ("修路和建食堂各安排多少钱", ["修路安排多少钱", "建食堂安排多少钱"]),
        ("低保有多少户多少人", ["低保有多少户", "低保多少人"]),
    ],
)
def test_how_each_part_is_put(rest: str, ways: list[str]) -> None:
    parts = parts_wanted(rest)
    assert len(parts) == len(ways)
    assert all(way in part.ways for way, part in zip(ways, parts, strict=True))


#: What is compared, shared out or asked once is no list of plain questions.
@pytest.mark.parametrize(
    "rest", ["会议费多少，比上年增加多少", "办了几次会，每次平均花多少", "培训费是多少", "哪个最多，多多少"]
)
def test_what_is_worked_out_is_left_alone(rest: str) -> None:
    assert parts_wanted(rest) == []


def test_nothing_known_stays_unanswered(bureau: Answerer) -> None:
    answer = bureau.ask(AskRequest(question="石渡县林业局2024年办几次技能比武，多少人参加"))
    assert answer.status is Status.NO_ANSWER
    assert not answer.figures


def _figure(label: str, value: str, unit: str) -> Answer:
    told = Figure(label=label, value=value, unit=unit, entity="石渡县水利局", year=2023, stage="决算")
    return Answer(id="1", conversation_id="c", status=Status.ANSWERED, answer="…", figures=[told])


#: What came of an aim is told of the same thing, in its unit; of another it is lacking.
@pytest.mark.parametrize(
    ("done", "values"),
    [
        (("减少受旱面积（实际完成值）", "430", "亩"), ["500", "430"]),
        (("减少受旱面积（实际完成值）", "430", "户"), ["500"]),
        (("参加培训面积", "430", "亩"), ["500"]),
    ],
)
def test_two_figures_of_one_thing_are_called_alike(done: tuple[str, str, str], values: list[str]) -> None:
    def whole(question: str, conversation: str) -> Answer:
        return _figure("减少受旱面积（目标值）", "500", "亩") if "目标" in question else _figure(*done)

    named = Named(("石渡县水利局",), (2023,), (2023,), "减少受旱面积原定多少，实际做到多少")
    nothing = Answer(id="1", conversation_id="c", status=Status.NO_ANSWER, answer="没有找到。")
    answer = asked_severally(nothing, named.masked, whole, lambda *_, **__: named, lambda _: ())
    assert [figure.value for figure in answer.figures] == values


def test_a_fund_that_pays_is_no_word_of_the_thing() -> None:
    parts = parts_wanted("政府性基金拿来修路和建食堂各安排多少钱")
    assert [(part.fund, part.of) for part in parts] == [
        ("政府性基金", "修路安排多少钱"),
        ("政府性基金", "建食堂安排多少钱"),
    ]


def test_what_each_gets_is_never_the_sum(bureau: Answerer) -> None:
    assert ("96", "万元") not in told(bureau, "石渡县林业局2024年示范村奖补几个村，一个村补多少钱")
