"""Names of what a sentence counts, and scores that one sentence tells side by side (所计之名, 自评得分排序)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.written import answerer_of

FILE = "临泉市东岭区人民检察院2023年度部门决算.txt"
TEXT = """临泉市东岭区人民检察院2023年度部门决算

一、主要职责
依法行使检察权。

二、机构设置
本院设办公室、政治部、刑事检察部3个内设部门；另设青石、柳坝、河口、南岭4个派驻检察室，其中河口检察室为本年新设。下设检务保障中心（挂信息中心牌子）、法警队2个事业机构。全院设有3处听证场所（分别为第一听证室、远程听证室和流动听证车）。在社区建有法治书屋26个。
2.新建成石桥村、上河村、白沙村3个巡回检察点，创建省级平安村1个；全年评选典型案例2件（“青石河排污案”“柳坝茶园案”）。

三、政府采购情况
2023年度政府采购支出总额88.60万元，其中：货物支出70.20万元、服务支出18.40万元。采购内容包括执法记录仪30台、档案密集架和机房维保。

四、绩效自评情况
对4个项目开展自评，其中“办案业务费”自评94.6分、“检察听证室改造”自评81.9分、“数字检务”自评90.2分、“司法救助”自评97.5分，平均得分91.05分。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("counted_names"), FILE, TEXT)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"东岭区检察院2023年{question}"))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("有哪几个派驻检察室", ("青石", "柳坝", "河口", "南岭")),
        ("在乡下的检察室叫什么名字", ("青石", "南岭")),
        ("那四个检察室分别叫什么", ("柳坝", "河口")),
        ("下边两个事业机够叫啥名", ("检务保障中心", "法警队")),
        ("两个事业机构是哪两个", ("检务保障中心", "法警队")),
        ("听证场所有哪三处", ("第一听证室", "流动听证车")),
        ("有哪些派驻检察室", ("青石", "南岭")),
        ("四个派驻检察室都叫什么名字", ("青石", "南岭")),
        ("巡回检察点是哪三个村", ("石桥村", "上河村", "白沙村")),
        ("评上的两件案例叫什么", ("青石河排污案", "柳坝茶园案")),
        ("一共分了哪几个派驻检察室啊，说说名字", ("青石", "柳坝", "河口", "南岭")),
        ("有几个派驻检察室，都叫什么", ("青石", "柳坝", "河口", "南岭")),
        ("派驻检察室，名字都列一下", ("青石", "南岭")),
        ("那几个派驻检察室叫啥", ("柳坝", "河口")),
        ("下面嗰四個派駐檢察室叫咩名", ("青石", "柳坝", "河口", "南岭")),
    ],
)
def test_names_are_told_and_not_how_many(answerer: Answerer, question: str, names: tuple[str, ...]) -> None:
    answer = ask(answerer, question)
    assert all(name in answer.answer for name in names)
    assert not answer.figures


def test_which_they_are_after_how_many(answerer: Answerer) -> None:
    for question in ("东岭区检察院2023年建成了几个巡回检察点", "建成的是哪三个村"):
        answer = answerer.ask(AskRequest(question=question, conversation_id="which"))
    assert all(name in answer.answer for name in ("石桥村", "上河村", "白沙村"))


def test_how_many_stays_a_number(answerer: Answerer) -> None:
    assert ask(answerer, "派驻检察室有几个").figures[0].value == "4"


def test_names_that_no_sentence_lists_are_not_made_up(answerer: Answerer) -> None:
    assert "青石" not in ask(answerer, "26个法治书屋叫什么名字").answer


@pytest.mark.parametrize(
    ("question", "values", "named"),
    [
        ("四个自评项目哪个分最低，多少分", ["81.9"], "听证室改造"),
        ("给自己打分的四个项目里得分最高的是哪个", ["97.5"], "司法救助"),
        ("自评分最高的项目是哪个", ["97.5"], "司法救助"),
        ("自评得分最低的项目得了多少分", ["81.9"], "听证室改造"),
        ("几个项目的自评分从高到低排一下", ["97.5", "94.6", "90.2", "81.9"], "数字检务"),
        ("四个项目自评各得多少分", ["97.5", "94.6", "90.2", "81.9"], "办案业务费"),
        ("哪个项目自评最差", ["81.9"], "听证室改造"),
        ("自评分数由低到高排个序", ["81.9", "90.2", "94.6", "97.5"], "司法救助"),
    ],
)
def test_scores_of_one_sentence_are_set_in_order(
    answerer: Answerer, question: str, values: list[str], named: str
) -> None:
    answer = ask(answerer, question)
    assert [figure.value for figure in answer.figures] == values
    assert named in answer.answer


def test_scores_are_not_set_in_order_where_others_are_meant(answerer: Answerer) -> None:
    assert not ask(answerer, "六个自评项目哪个分最低").figures


@pytest.mark.parametrize("question", ["都采购了哪些东西", "政府采购买了什么", "采购的都是些什么东西"])
def test_what_was_bought_is_named_and_not_by_its_sorts(answerer: Answerer, question: str) -> None:
    told = ask(answerer, question).answer
    assert "密集架" in told and "机房维保" in told
    assert "70.20 万元、" not in told
