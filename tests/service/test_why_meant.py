"""Why something moved, asked in one's own words: of its account, its way and its amount, or not at all (问因)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.second.why_meant import ASKS
from tests.service.written import answerer_of

BODY, OTHER = "漷山县渔业资源站", "葭泽市水文勘测中心"
TEXT = f"""{BODY}2023年度部门决算

第二部分 2023年度部门决算情况说明

一、收入支出决算总体情况

2023年度收入总计1,480.00万元，支出总计1,480.00万元。收入较上年增加236.00万元，主要原因是增殖放流补助到账；支出较上年增加191.40万元，主要原因是新购巡护艇两艘。

二、支出决算情况

2023年度支出合计1,452.00万元，其中：基本支出820.00万元，较上年减少47.30万元，主要原因是五名船员退休；项目支出632.00万元，较上年增加238.70万元，主要原因是新购巡护艇两艘。

三、“三公”经费支出决算情况

公务用车运行维护费6.80万元，比上年减少3.20万元，主要原因是报废一辆皮卡；公务接待费2.10万元，比上年增加1.30万元，主要原因是承办片区放流现场会。

四、机关运行经费支出情况

2023年度机关运行经费支出96.00万元，比上年减少12.50万元，主要原因是搬入码头旧仓库办公，不再租房。

五、预算执行情况

培训费年初预算为9.00万元，支出决算为3.40万元，完成年初预算的37.78%，决算数小于预算数的主要原因是两期渔民培训改为线上。
"""
#: What was spent as a whole has no reason here; parts of it have.
PARTS = f"""{OTHER}2023年度部门决算

第二部分 2023年度部门决算情况说明

一、支出决算情况

2023年度支出合计702.00万元，其中：基本支出430.00万元，项目支出272.00万元。

二、“三公”经费支出决算情况

公务接待费支出2.60万元，比上年增加0.90万元，主要原因是接待流域水情会商代表；公务用车运行维护费5.50万元，比上年减少1.10万元，主要原因是合并下站用车。

三、会议费支出情况

会议费支出4.20万元，比上年增加3.00万元，主要原因是承办全省测报比武。
"""


@pytest.fixture(scope="module")
def fishery(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("why"), f"{BODY}2023年度部门决算.txt", TEXT)


@pytest.fixture(scope="module")
def gauges(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of(tmp_path_factory.mktemp("parts"), f"{OTHER}2023年度部门决算.txt", PARTS)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


@pytest.mark.parametrize(
    "text",
    [
        "凭啥冒到三万",
        "咋缩了一大截",
        "哪门子道理",
        "钱都去哪儿了？",
        "是哪些地方多花了",
        "文件怎么交代",
        "主要有几条原因",
    ],
)
def test_a_reason_is_asked_for(text: str) -> None:
    assert ASKS.search(text)


@pytest.mark.parametrize(
    "text", ["一共多少钱", "从多到少排一排", "培训费是多少", "去年花了几万", "由哪个科室管"]
)
def test_no_reason_is_asked_for(text: str) -> None:
    assert not ASKS.search(text)


@pytest.mark.parametrize(
    ("question", "reason", "other"),
    [
        (
            "盘子比头一年涨了191.4万，是哪些地方多花了",
            "支出较上年增加191.40万元，主要原因是新购巡护艇",
            "退休",
        ),
        ("盘子比头一年涨了一百九十多万，钱都去哪了", "新购巡护艇", "放流补助"),
        ("收入盘子比头一年涨了二百三十六万，啥名堂", "增殖放流补助到账", "巡护艇"),
        ("养人和日常运转那块咋就缩水了四十多万", "五名船员退休", "旧仓库"),
        ("招呼来客的开销，头一年八千块，今年凭啥冒到两万一", "放流现场会", "皮卡"),
        ("培训费只用了三成多，啥道理", "培训改为线上", "巡护艇"),
    ],
)
def test_the_reason_of_what_moved_is_told(fishery: Answerer, question: str, reason: str, other: str) -> None:
    answer = ask(fishery, f"{BODY}2023年{question}")
    assert answer.status is Status.ANSWERED and not answer.figures
    assert reason in answer.answer and other not in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "2023年盘子比头一年缩了一百九十多万，钱都去哪了",  # it rose
        "2023年收入盘子比头一年缩了二百三十六万，啥名堂",
        "2023年招呼来客的开销，凭啥掉了一万三",
        "2023年盘子比头一年涨了四百多万，钱都去哪了",  # not by so much
        "2023年招呼来客的开销，凭啥一下子冒了六万",
        "2023年维持机关转的经费砍了38万，凭啥",
        "2023年工资盘子比头一年涨了191.4万，是哪些地方多花了",  # a part, of which nothing is said
        "2023年渔民补贴开支涨了一百九十多万，凭啥",
        "2023年会议费只用了三成多，啥道理",  # another account
        "2022年盘子比头一年涨了191.4万，是哪些地方多花了",  # another year
        "2021年培训费只用了三成多，啥道理",
    ],
)
def test_no_reason_of_another_way_amount_part_or_year_is_told(fishery: Answerer, question: str) -> None:
    answer = ask(fishery, f"{BODY}{question}")
    assert answer.status is Status.NO_ANSWER and "主要原因是" not in answer.answer


@pytest.mark.parametrize(
    "question", ["培训费只用了三成多，啥道理，到底花了多少", "培训费花了多少，啥道理只用了三成多"]
)
def test_where_a_number_is_asked_for_it_is_left(fishery: Answerer, question: str) -> None:
    assert [f.value for f in ask(fishery, f"{BODY}2023年{question}").figures] == ["3.40"]


@pytest.mark.parametrize(
    "question",
    [
        "2023年盘子比年初预算冒了191.4万，是哪些地方多花了",
        "2023年盘子比2019年涨了191.4万，是哪些地方多花了",
        "2023年上半年盘子比头一年涨了191.4万，是哪些地方多花了",
    ],
)
def test_no_change_on_another_base_is_explained(fishery: Answerer, question: str) -> None:
    assert "较上年增加" not in ask(fishery, f"{BODY}{question}").answer


def test_no_change_of_another_amount_is_explained(fishery: Answerer) -> None:
    assert "1.30" not in ask(fishery, f"{BODY}2023年招呼来客的开销，凭啥一下子冒了六千").answer


@pytest.mark.parametrize(
    "question",
    [
        "盘子比头一年涨了，是哪些地方多花了",
        "收入盘子比头一年涨了，啥名堂",
        "开支怎么一下子冒了三万，文件怎么交代",
        "花的钱凭什么掉了一万一",
    ],
)
def test_the_reason_of_a_part_is_not_that_of_the_whole(gauges: Answerer, question: str) -> None:
    assert "主要原因是" not in ask(gauges, f"{OTHER}2023年{question}").answer
