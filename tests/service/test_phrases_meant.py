"""Phrases for accounts, wherever they stand, are named by the one account that each means (逐段换成科目名)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.closest.account_meant import nearest_account
from service.contract import Answer, AskRequest, Status
from service.scope.named_in import Named
from service.worded.asked_about import bare_phrase, is_earned, is_of_another
from service.worded.phrases_meant import in_names, names_meant
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "碧澜县畜牧兽医局"
#: What was spent by nature of the expenditure, in 2023 and 2024.
NATURES = (
    ("30201", "办公费", "14.00", "12.50"), ("30202", "印刷费", "6.00", "7.40"), ("30205", "水费", "3.00", "3.10"),
    ("30206", "电费", "11.00", "13.60"), ("30207", "邮电费", "5.00", "4.20"),
    ("30209", "物业管理费", "16.00", "21.30"), ("30211", "差旅费", "19.00", "17.70"),
    ("30213", "维修（护）费", "8.00", "9.90"), ("30231", "公务用车运行维护费", "4.50", "7.50"),
)  # fmt: skip
TOTALS = ("86.50", "97.20")
ACCOUNTS = tuple(name for _, name, *_ in NATURES)
NO_REAL = "a figure is told of something else than was asked"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("phrases")
    files = []
    for at, year in enumerate((2023, 2024)):
        files.append(folder / f"{BODY}{year}年度部门决算.pdf")
        rows = [["302", "商品和服务支出", TOTALS[at]]]
        rows += [[code, name, (before, now)[at]] for code, name, before, now in NATURES]
        press = Press(files[-1])
        press.cover([BODY, f"{year}年度部门决算"])
        head = [[H("科目编码"), H("科目名称"), H("决算数")]]
        title = "一般公共预算财政拨款基本支出决算明细表"
        press.sheet(Sheet(title, head, rows, (2, 6, 3), left=f"单位：{BODY}", right="单位：万元"))
        press.close()
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths(files, settings)] == ["read"] * 2
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{BODY}2024年{question}"))


def first(answer: Answer) -> str:
    return answer.figures[0].value if answer.status is Status.ANSWERED and answer.figures else ""


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("请保安打扫院子和寄信打电话上网分别花了多少", ["21.30", "4.20"]),
        ("开灯用电和自来水各是多少", ["13.60", "3.10"]),
        ("请保安打扫院子的钱比印材料多几万", ["13.90"]),  # 21.30 − 7.40
        ("保安打扫院子比油钱保险保养车子多列了几万", ["13.80", "21.30", "7.50"]),
    ],
)
def test_each_phrase_is_told_by_its_account(answerer: Answerer, said: str, values: list[str]) -> None:
    answer = ask(answerer, said)
    assert [figure.value for figure in answer.figures] == values
    assert any("按「物业管理费」理解" in note or "按「水费」理解" in note for note in answer.notes)


def test_what_is_asked_next_follows_on_the_names(answerer: Answerer) -> None:
    before = ask(answerer, "房子漏水修补比油钱保险保养车子多列了几万")
    after = answerer.ask(AskRequest(question="2023年呢", conversation_id=before.conversation_id))
    assert first(before) == "2.40"  # 9.90 − 7.50
    assert [figure.value for figure in after.figures] == ["8.00", "4.50"]


def test_the_share_is_of_what_is_named_behind(answerer: Answerer) -> None:
    figure = ask(answerer, "打电话寄快递占商品和服务支出的百分之几").figures[0]
    assert (figure.value, figure.unit) == ("4.32", "%")  # 4.20 ÷ 97.20


@pytest.mark.parametrize(
    "said",
    [
        "印材料比租场地多几万",  # 租赁费 is not printed
        "开灯用电预算和决算差几万",  # of one column there is no difference
        "上半年房子漏水修补比油钱保险保养车子多列了几万",
    ],
)
def test_nothing_is_told_where_one_of_them_is_not_understood(answerer: Answerer, said: str) -> None:
    assert first(ask(answerer, said)) == ""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("印材料和租场地一共花了多少", "7.40"),
        ("出门办事坐车住店比请人看大门搞卫生少花多少", "17.70"),
        ("房子漏水修补比进修上课多列了几万", "9.90"),  # no 培训费 is printed
        ("开灯用电连上寄信打电话上网比房子漏水修补多几万", "-5.70"),  # 13.60 + 4.20 − 9.90
        ("电费比寄信打电话上网多支了几万", "4.20"),
        ("请保安打扫院子的钱比印材料的钱多多少", "5.30"),
        ("第三季度食堂开灯用电花了多少", "13.60"),
        ("开灯用电欠了多少没付", "13.60"),
        ("开灯用电不含路灯花了多少", "13.60"),
    ],
)
def test_the_whole_account_is_not_told_of_a_part_of_it(answerer: Answerer, said: str, wrong: str) -> None:
    assert first(ask(answerer, said)) != wrong


def test_another_year_is_not_told(answerer: Answerer) -> None:
    answer = answerer.ask(AskRequest(question=f"{BODY}2022年开灯用电和自来水一共多少"))
    assert (answer.status, answer.figures) == (Status.NO_ANSWER, [])


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("那请保安扫地的钱", "保安扫地"),
        ("给职工搞活动的", "搞活动"),
    ],
)
def test_a_phrase_is_bared_of_what_leads_to_it_and_ends_it(said: str, phrase: str) -> None:
    assert bare_phrase(said) == phrase


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("请保安打扫院子", "物业管理费"), ("寄信打电话上网", "邮电费"), ("房子漏水修补", "维修（护）费"),
        ("印材料", "印刷费"), ("出门办事坐车住店", "差旅费"), ("油钱保险保养车子", "公务用车运行维护费"),
        ("工作", ""), ("花钱", ""), ("电费", ""), ("招待费", ""), ("水", ""),
    ],
)  # fmt: skip
def test_the_nearest_account_is_taken_where_no_other_is_near(said: str, name: str) -> None:
    assert nearest_account(said, ACCOUNTS) == name


def named(said: str, *printed: str) -> Named:
    return Named(
        (BODY,), (2024,), (2024,), "\0" * 13 + said, accounts=ACCOUNTS, prints=lambda word: word in printed
    )


@pytest.mark.parametrize(
    ("core", "name", "other"),
    [
        ("请保安扫地", "物业管理费", False),
        ("印刷品采购", "印刷费", True),  # what is purchased is another sum
        ("扫大街", "城乡社区环境卫生", True),  # a part of what the account is for
        ("聘用司机的公务用车运行维护", "公务用车运行维护费", True),
    ],
)
def test_what_narrows_or_is_of_another_kind_is_no_such_account(core: str, name: str, other: bool) -> None:
    assert is_of_another(core, name, named(core)) is other


def test_phrases_become_names_and_are_told_in_their_order() -> None:
    said = "请保安打扫院子和寄信打电话哪个多"
    official, taken = in_names(f"{BODY}2024年{said}", named(said))
    assert official == f"{BODY}2024年请物业管理费和邮电费哪个多"
    assert dict(taken) == {"保安打扫院子": "物业管理费", "寄信打电话": "邮电费"}
    assert names_meant(said, named(said)) == ["物业管理费", "邮电费"]


def test_two_phrases_that_are_joined_are_two_accounts() -> None:
    assert in_names("印材料和开灯用电哪个多", named("印材料和开灯用电哪个多"))[0] == "印刷费和电费哪个多"


def test_what_the_documents_call_so_themselves_stays() -> None:
    said = "印材料多少"
    assert in_names(said, named(said, "印材料")) == (said, [])


#: Money comes in by 收; 验收, 征收 and 回收 are things that are done and paid for.
@pytest.mark.parametrize(
    ("phrase", "text", "earned"),
    [
        ("游泳馆", "游泳馆收的钱多少", True),
        ("门票", "门票收了多少", True),
        ("设备验收", "设备验收多少", False),
        ("房屋征收", "房屋征收花了多少", False),
    ],
)
def test_what_brings_in_money_is_told_from_what_is_collected(phrase: str, text: str, earned: bool) -> None:
    assert is_earned(phrase, text) is earned
