"""Characters typed for others are put right by what the asked documents print, and nothing else is (按原文改错字)."""

from __future__ import annotations

import pytest

from service.accounts.doubts import condition
from service.answer import Answerer
from service.contract import AskRequest, Status
from service.model import Body, Term
from service.read.alike import alike, sounds_like
from service.read.heard_again import respelt
from service.read.misdrawn import put_right
from service.read.misspelt import Printed, Slip, slips_in
from service.read.wording import Wording
from service.scope.named_in import drawn_alike

PRINTED = Printed.of(
    (
        "全年发放取暖费12.5万元。",
        "配备草管员36名，按月发放草管员补助。",
        "完成核酸检测18万人次，管核酸检测的科室为医政科，会计核算中心负责核算。",
        "储备防汛物资3批，采购防汛沙袋。",
        "以及时人员到位。残疾人及家属。",
    )
)


def slips(question: str) -> list[Slip]:
    return slips_in([question], PRINTED, lambda piece: frozenset())


@pytest.mark.parametrize(
    ("one", "other"), [("暧", "暖"), ("讯", "汛"), ("馆", "管"), ("化", "花"), ("农", "龙")]
)
def test_characters_that_sound_or_look_alike_are_typed_for_each_other(one: str, other: str) -> None:
    assert alike(one, other)
    assert not alike(one, one)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("取暧费", "取暖费"), ("草馆员", "草管员"), ("核算检测", "核酸检测"), ("防讯物资", "防汛物资")],
)
def test_a_word_that_stands_only_in_the_text_is_put_right(typed: str, meant: str) -> None:
    question = f"{typed}多少"
    for slip in slips(question):
        question = question.replace(slip.typed, slip.meant, 1)
    assert question == f"{meant}多少"


@pytest.mark.parametrize(
    "question", ["无人机采购多少", "草管员几名", "会计核算中心", "取水费多少", "草原站几个", "防空物资"]
)
def test_what_is_printed_or_of_something_else_stays(question: str) -> None:
    assert slips(question) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("取费暖", "取暖费"),
        ("草管员员补助", "草管员补助"),
        ("核检酸测", "核酸检测"),
        ("防汛资物", "防汛物资"),
        ("沙沙袋", ""),
    ],
)
def test_two_in_the_wrong_order_and_one_typed_twice_are_put_right(typed: str, meant: str) -> None:
    found = slips(f"{typed}多少")
    assert [slip.meant for slip in found] == ([meant] if meant else [])


@pytest.mark.parametrize("text", ["有几辆车", "用来用去多少", "第几项各多少", "结余结转多少", "合计总计多少"])
def test_what_is_said_so_is_in_no_wrong_order(text: str) -> None:
    assert respelt(text) == (text, ())


@pytest.mark.parametrize(("typed", "right"), [("算预多少", "预算多少"), ("差旅费经多少", "差旅经费多少")])
def test_a_word_of_the_trade_in_the_wrong_order_is_put_right(typed: str, right: str) -> None:
    assert respelt(typed)[0] == right


def test_a_word_of_the_vocabulary_is_no_slip() -> None:
    assert slips_in(["核算检测"], PRINTED, lambda piece: frozenset(range(len(piece)))) == []


@pytest.mark.parametrize(
    ("typed", "right", "read"),
    [
        # A street and a thing that only running text names.
        ("榆阴路改造到底什么时候完成", "榆荫路改造到底什么时候完成", "榆荫路"),
    ],
)
def test_an_answer_says_how_it_was_read(desk: Answerer, typed: str, right: str, read: str) -> None:
    told, asked = (desk.ask(AskRequest(question=f"青岚区城市管理局2024年{q}")) for q in (typed, right))
    assert told.status is Status.ANSWERED
    assert told.answer == asked.answer
    assert any(read in note and "理解" in note for note in told.notes)


def test_a_thing_that_is_not_there_is_not_taken_for_another(desk: Answerer) -> None:
    told = desk.ask(AskRequest(question="青岚区城市管理局2024年无人机采购花了多少钱"))
    assert told.status is not Status.ANSWERED
    assert not any("理解" in note for note in told.notes)


@pytest.mark.parametrize(
    ("typed", "name", "is_slip"),
    [
        ("绩郊工资", "绩效工资", True),
        ("公务借待", "公务接待", True),
        ("行政管理事务", "民政管理事务", False),
        ("人代会议", "人大会议", False),
    ],
)
def test_a_rhyme_alone_is_no_slip(typed: str, name: str, is_slip: bool) -> None:
    """Another account's name may rhyme with a printed one; a slip sounds like it or looks like it."""
    assert sounds_like(typed, name) is is_slip


def test_what_one_household_gets_is_not_the_money_of_all() -> None:
    project = Term("义务兵家庭优待金", "项目")
    for question in ("每户义务兵家庭能领多少优待金", "义务兵家庭优待金每户多少元", "一个家庭能拿多少优待金"):
        assert condition(Wording.of(question, []), project), question
    assert condition(Wording.of("义务兵家庭优待金多少", []), project) == ()
    assert condition(Wording.of("户均优待金标准每户多少", []), Term("每户优待标准", "绩效指标")) == ()


#: Characters that stand in other words too, so that nothing but a whole name, or what always follows, tells.
COMMON = Printed.of(
    ("取暖费", "暖气改造，暖房翻建，暖棚补助，收取学费", "林间草帘沙障六处，保障供水，障碍清除，路障移除")
)


@pytest.mark.parametrize(
    ("question", "meant"),
    [("取暧费多少", ["取暖费"]), ("林间草帘沙帐几处", ["林间草帘沙障"]), ("暧棚多少", []), ("沙帐几处", [])],
)
def test_a_whole_name_and_what_always_follows_tell(question: str, meant: list[str]) -> None:
    assert [slip.meant for slip in slips_in([question], COMMON, lambda piece: frozenset())] == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("财政拔款收入多少", "财政拨款收入多少"),
        ("取暧费和接侍费", "取暖费和接待费"),
        ("选拔干部的培训费", "选拔干部的培训费"),
        ("救灾买了几顶帐篷", "救灾买了几顶帐篷"),
        ("去年未完成的项目", "去年未完成的项目"),
        ("工贸企业检查", "工贸企业检查"),
    ],
)
def test_a_pair_that_is_no_word_is_what_it_is_drawn_for(typed: str, meant: str) -> None:
    assert put_right(typed) == meant


def held(*names: str) -> list[Body]:
    return [Body(name, name, (name,), "", ()) for name in names]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("大治市财政局", ["大冶市财政局"]),
        ("鹤呜镇人民政府", ["鹤鸣镇人民政府"]),
        ("泰安县财政局", []),  # 泰 and 秦 are both in names of places
        ("水城区财政局", []),
    ],
)
def test_a_name_drawn_like_that_of_one_body(typed: str, meant: list[str]) -> None:
    bodies = held("大冶市财政局", "鹤鸣镇人民政府", "秦安县财政局")
    assert [slip.meant for slip in drawn_alike(typed, bodies)] == meant


def test_a_name_drawn_like_those_of_two_bodies_is_neither() -> None:
    """塘 is drawn like 糖, 治 like 冶."""
    assert drawn_alike("治塘区民政局", held("冶塘区民政局")) == [Slip("治塘区民政局", "冶塘区民政局")]
    assert drawn_alike("治塘区民政局", held("冶塘区民政局", "治糖区民政局")) == []


def test_money_handed_out_is_not_told_in_people(desk: Answerer) -> None:
    """卫生健康局 2023: 奖励扶助资金 for 计划生育家庭 was 921.47 万元, 奖励扶助金 for 8216 人."""
    who = "松屿区卫生健康局2023年"
    money = desk.ask(AskRequest(question=f"{who}计划生育家庭奖励扶助发放了多少资金"))
    assert [(f.value, f.unit) for f in money.figures] == [("921.47", "万元")]
    people = desk.ask(AskRequest(question=f"{who}发了多少人奖励扶助金"))
    assert [(f.value, f.unit) for f in people.figures] == [("8216", "人")]


@pytest.mark.parametrize(
    ("run", "held"), [("办公", True), ("公", True), ("办费公", False), ("公办", False), ("", True)]
)
def test_a_run_stands_there_as_it_is_and_not_by_its_pairs_alone(run: str, held: bool) -> None:
    """「办费公」 has two pairs that are printed, each in another place."""
    assert Printed.of(["办公费", "办费用", "费公开"]).holds(run) is held
