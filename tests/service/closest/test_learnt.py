"""The readers of last resort: what they tell in words, of rows, and of accounts by daily names (末次再问)."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.closest import line_scorer, scorer
from service.closest.account_meant import account_meant
from service.closest.line_features import NAMES as OF_LINES
from service.closest.lines import Lines, told_from
from service.closest.net import Nets
from service.closest.told_line import asks_words
from service.contract import Answer, AskRequest, Status
from tests.service.closest.passages import passages

PAGE = """澜山县农业农村局2023年度部门决算
一、部门概况
澜山县农业农村局负责全县农业生产和农村人居环境工作。
二、收入支出决算情况说明
2023年度收入总计2450.00万元，支出总计2450.00万元。
病虫害控制（项）年初预算为60.00万元，支出决算为88.20万元，决算数大于年初预算数的主要原因是草地螟暴发，县级追加防治资金。
农村道路建设（项）年初预算为300.00万元，支出决算为211.40万元，决算数小于年初预算数的主要原因是两座桥梁推迟开工。
三、预算绩效情况说明
发现的主要问题：一是冷库淡季空置率偏高；二是机耕道管护责任不清。
下一步改进措施：一是引导种植大户错峰入库；二是与各村签订管护协议。
四、名词解释
（一）高标准农田：指田块平整、集中连片、旱涝保收的农田。
（二）产地冷库补助：指对建设产地冷藏设施的合作社按库容给予的一次性补助。
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("learnt")
    (folder / "澜山县农业农村局2023年度部门决算.txt").write_text(PAGE, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [r.status for r in ingest_paths(sorted(folder.glob("*.txt")), settings)] == ["read"]
    return Answerer(settings)


def ask(desk: Answerer, question: str) -> Answer:
    return desk.ask(AskRequest(question=f"澜山县农业农村局2023年{question}"))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("治虫的那笔钱咋比年初定的多出一截？", "草地螟暴发"),
        ("老听说高标准农田，到底是啥样的田？", "旱涝保收"),
        ("那个产地冷库补助是发给哪些人的？", "合作社"),
        ("冷库淡季没人用，往后准备咋整？", "错峰入库"),
    ],
)
def test_what_is_asked_in_words_is_told_in_those_of_the_document(
    desk: Answerer, question: str, told: str
) -> None:
    answer = ask(desk, question)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer
    assert not answer.figures
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    ["局长叫什么名字？", "冷库是哪家公司建的？", "桥梁什么时候能修好通车？", "治虫用的是什么牌子的药？"],
)
def test_what_no_sentence_has_is_not_told(desk: Answerer, question: str) -> None:
    answer = ask(desk, question)
    assert answer.status is not Status.ANSWERED


def test_one_term_of_a_list_is_told_alone(desk: Answerer) -> None:
    answer = ask(desk, "那个产地冷库补助是发给哪些人的？")
    assert "高标准农田" not in answer.answer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("为什么少了", True), ("这是干啥用的", True), ("少了多少", False), ("占百分之几", False),
        ("哪个项目花得最多", False), ("由谁负责", True), ("培训费", False),
    ],
)  # fmt: skip
def test_words_are_asked_where_no_number_is(question: str, words: bool) -> None:
    assert asks_words(question) is words


def test_a_list_is_told_whole_and_a_long_passage_is_not() -> None:
    chunks = passages(
        "管护不到位。" * 40,
        "总的看，完成较好。" * 30 + "问题：一是进度慢；二是验收晚。",
    )
    ready = Lines(chunks)
    assert told_from(ready, 3) == (3, 4)
    last = len(ready.lines) - 1
    start, end = told_from(ready, last)
    assert "进度慢" in "".join(line.text for line in ready.lines[start:end])


ACCOUNTS = ("邮电费", "物业管理费", "差旅费", "维修（护）费", "住房公积金", "公务接待费", "办公费")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("打电话寄信", "邮电费"),
        ("请保安扫地", "物业管理费"),
        ("飞机火车票住店", "差旅费"),
        ("修修补补", "维修（护）费"),
    ],
)
def test_daily_words_mean_an_account_of_the_body(said: str, name: str) -> None:
    assert account_meant(said, ACCOUNTS) == name


@pytest.mark.parametrize("said", ["天上的云", "费", "其他的钱", "修路架桥"])
def test_what_means_none_of_them_is_none(said: str) -> None:
    assert account_meant(said, ACCOUNTS) == ""


def test_nets_fit_their_features() -> None:
    assert scorer.load_numbers().nets
    assert line_scorer.load_lines().nets
    with pytest.raises(ValueError, match="重新运行"):
        Nets.load(line_scorer.LINES, len(OF_LINES) + 1)
