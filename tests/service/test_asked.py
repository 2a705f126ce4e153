"""What a question wants of running text: how a thing is done, what it is called, why there is nothing (所问)."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.disclosures import CARE

FILE = "青麓区养老服务中心2025年度单位预算.txt"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("asked")
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    (folder / FILE).write_text(CARE, "utf-8")
    assert [r.status for r in ingest_paths([folder / FILE], settings)] == ["read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青麓区养老服务中心2025年智慧养老打算怎么做", "助餐点12处", "主题党日"),
        ("青麓养老服务中心2025年党建有哪些动作", "主题党日", "助餐点12处"),
        ("青麓养老服务中心专家评估委员会发挥什么作用", "失能等级复核", "督查"),
        ("青麓区养老服务中心康复楼项目的实施方案是什么", "先拆除旧锅炉房", "东山路6号"),
        ("青麓区养老服务中心2025年项目经费的绩效目标是什么", "康复床位80张", "支出计划"),
        ("青麓区养老服务中心2025年助老巴士项目的绩效目标", "接送老人就医", "上年结转"),
        ("青麓養老服務中心2025年康復樓項目實施方案", "先拆除旧锅炉房", "东山路6号"),
        ("我想问下青麓养老服务中心适老化改造这块它负不负责啊", "适老化改造", "租赁点"),
        ("居民去上访，青麓区养老服务中心有这个职责吗", "来信来访", "租赁点"),
        ("青麓养老服务中心代管哪几个地方", "老年活动室", "助餐"),
        ("青麓养老服务中心对违法行为查不查", "查处养老机构违法案件", "助餐"),
        ("青麓养老服务中心那个康复辅具是怎么回事", "康复辅具租赁点", "助餐"),
    ],
)
def test_what_is_done_and_how_is_told_in_words(
    answerer: Answerer, question: str, said: str, unsaid: str
) -> None:
    answer = ask(answerer, question)
    assert answer.status == "answered" and not answer.figures, answer.answer
    assert said in answer.answer and unsaid not in answer.answer


#: The list made above names two units.
def test_units_asked_by_number_and_name_are_counted_and_listed(answerer: Answerer) -> None:
    answer = ask(answerer, "青麓养老服务中心下面有几家单位，都叫啥")
    assert [f.value for f in answer.figures] == ["2"]
    assert "西溪日间照料中心" in answer.answer and "助餐" not in answer.answer


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("青麓养老服务中心2025年养老服务的钱拿来干啥", "助餐补贴", "康复楼"),
        ("青麓养老服务中心公务接待主要接待些什么人", "同行机构", "出国"),
        ("青麓养老服务中心2025年出国的钱为啥是零", "没有出国任务", "公务用车"),
        ("青麓养老服务中心2025年公车费用为啥是零", "未保留公务用车", "出国任务"),
        ("青麓养老服务中心2025年预算猛增，什么缘故", "新建东山院区康复楼", "助餐点增多"),
        ("青麓养老服务中心2025年职业年金缴费增加是啥缘由", "缴费基数调整", "退休人员增加"),
        ("青麓养老服务中心2025年养老服务多了60万，干什么去了", "助餐点增多", "康复楼"),
    ],
)
def test_a_use_and_a_reason_are_those_of_the_account(
    answerer: Answerer, question: str, said: str, unsaid: str
) -> None:
    answer = ask(answerer, question)
    assert answer.status == "answered", answer.answer
    assert said in answer.answer and unsaid not in answer.answer


@pytest.mark.parametrize(
    "question", ["青麓养老服务中心的项目支出预算是啥意思", "青麓养老服务中心 项目支出预算 解释一下"]
)
def test_a_term_with_budget_in_its_name_is_explained(answerer: Answerer, question: str) -> None:
    assert "年度支出计划" in ask(answerer, question).answer


@pytest.mark.parametrize(
    "question",
    [
        "青麓养老服务中心2025年预算执行中存在哪些问题",
        "青麓养老服务中心为什么搬康复楼",
        "青麓养老服务中心2025年助餐点打算怎么验收",
        "青麓养老服务中心2025年康复辅具租赁点花了多少钱",
    ],
)
def test_what_only_sounds_alike_is_not_told(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status == "no_answer" and not answer.citations, answer.answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("青麓养老服务中心东山院区康复楼项目有几层楼", "地上四层"),
        ("青麓养老服务中心康复楼项目能抗几度地震", "8度抗震设防"),
    ],
)
def test_what_no_table_counts_of_a_project_its_description_tells(
    answerer: Answerer, question: str, said: str
) -> None:
    assert said in ask(answerer, question).answer
