"""An account with words that only say what it is, or in brackets behind daily ones; narrower ones refused (本意)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.read.nature_said import without_natures
from service.read.question import read_question
from tests.service.written import answerer_of_texts

PAGE = """松谷县文化馆2023年度部门决算
一、部门概况
松谷县文化馆负责全县群众文化活动的组织和辅导。
二、收入支出决算总体情况说明
2023年度收入总计640.00万元，支出总计640.00万元。其中：财政拨款收入560.00万元、事业收入58.30万元、其他收入21.70万元。
三、支出决算情况说明
物业管理费支出21.40万元，差旅费支出6.80万元，取暖费支出9.60万元。
四、“三公”经费支出决算情况说明
公务接待费支出1.26万元，主要用于接待，共接待兄弟馆学习交流18批次、134人次（不含陪同人员）。
五、机关运行经费支出情况说明
2023年度机关运行经费支出86.50万元。
六、2023年主要工作
建成城市书吧7处，新建2处。住院分娩知识讲座4场。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_texts(tmp_path_factory.mktemp("nature"), PAGE)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"松谷县文化馆{question}"))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("2023年保运转的机关运行经费是多少？", "86.50"),
        ("2023年办公楼的物业管理费要出几多钱？", "21.40"),
        ("2023年自己搞服务的事业收入有多少？", "58.30"),
        ("2023年请保安保洁花的那笔物业管理费有多少？", "21.40"),
        ("2023年辅导收返嚟嘅钱（事业收入）系几多", "58.30"),
        ("2023年公务接待一共接待了多少人？", "134"),
        ("2023年公务接待接待了几批？", "18"),
        ("2023年建成多少间城市书吧？", "7"),
    ],
)
def test_what_only_says_what_an_account_is_leaves_it_as_it_is(
    desk: Answerer, question: str, value: str
) -> None:
    answer = ask(desk, question)
    assert [figure.value for figure in answer.figures] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "2023年司机的差旅费是多少？",
        "2023年新办公楼的物业管理费是多少？",
        "2023年数据中心办公楼的物业管理费是多少？",
        "2023年退休老师的取暖费是多少？",
        "2023年公务接待一共接待了多少外宾？",
        "2023年公务接待的陪同人员有多少人？",
        "2023年差旅费一共接待了多少人？",
    ],
)
def test_what_narrows_it_or_is_of_others_has_no_figure(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED or not answer.figures


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("某局2023年出差的差旅费多少", "某局2023年差旅费多少"),
        ("某局2023年请保安保洁花的那笔物业管理费多少", "某局2023年物业管理费多少"),
        ("某局2023年财政给的财政拨款收入多少", "某局2023年财政拨款收入多少"),
        # Which one it is, of whom, and of what place.
        ("某局2023年司机出差的差旅费多少", "某局2023年司机出差的差旅费多少"),
        ("某局2023年东院办公楼的物业管理费多少", "某局2023年东院办公楼的物业管理费多少"),
        ("某局2023年出国的差旅费多少", "某局2023年出国的差旅费多少"),
    ],
)
def test_only_words_that_stand_alone_before_the_account_are_left_out(text: str, read: str) -> None:
    assert without_natures(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("某院2021年看病收的钱（事业收入）多少", "某院2021年事业收入多少"),
        # No account, another sort of words, or the unit that prints it.
        ("某院2021年看病收的钱（含药费）多少", "某院2021年看病收的钱(含药费)多少"),
        ("某院2021年的医生（事业收入）多少", "某院2021年的医生(事业收入)多少"),
    ],
)
def test_an_account_in_brackets_says_what_daily_words_before_it_mean(text: str, read: str) -> None:
    assert read_question(text, 200) == read


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("要给退休的老同志发多少退休费", "要多少退休费"),
        ("去世退休职工家属的抚恤金", "死亡抚恤金"),
        ("给退休的老会计发多少退休费", "给退休的老会计发多少退休费"),
        ("给退役军人家属的抚恤金", "给退役军人家属的抚恤金"),
    ],
)
def test_those_who_were_of_the_body_are_said_by_the_account(said: str, plain: str) -> None:
    assert without_natures(said) == plain
