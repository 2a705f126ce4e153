"""Numbers wished for, asked before what they are of, or under the talk of who asks (点数、先问后说、插话)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from service.read.asides import without_asides
from service.read.plainly import plainly
from service.read.wished import in_question
from service.things.contrary import contrary

CITY = "青岚区城管局2023年"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("甲局2021年编制，总数报一个，事业编制的也报一个", "甲局2021年编制，总数是多少，事业编制是多少"),
        ("几批？多少人次？我要的是甲局2021年公务接待的数。", "甲局2021年公务接待几批，多少人次"),
        ("几辆？甲局2021年的公务用车", "甲局2021年的公务用车几辆"),
        ("下属单位的名字报一下行吗", "下属单位的名字报一下"),
        ("甲局2021年水费报一下", "甲局2021年水费报一下"),
        ("多少钱？甲局2021年的水费", "多少钱？甲局2021年的水费"),
        ("几个人？甲局2021年花了多少钱", "几个人？甲局2021年花了多少钱"),
    ],
)
def test_what_is_wished_for_is_asked(text: str, read: str) -> None:
    assert in_question(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("事业编制占了多少名", "事业编制是多少名"),
        ("公用经费占去多少钱", "公用经费是多少钱"),
        ("占地多少平方米", "占地多少平方米"),
        ("公用经费占了多少", "公用经费占了多少"),
        ("基本支出不是分人员和公用嘛，公用那一份花了多少", "基本支出里公用经费花了多少"),
        ("基本支出里公用的钱是多少", "基本支出里公用经费是多少"),
        ("甲局2021年公务接待这块，接待批次和人次分别多少", "甲局2021年公务接待多少批次，多少人次"),
        ("公务接待几批，人次又是多少", "公务接待几批，多少人次"),
        ("便民电话，号码是啥", "便民电话号码是多少"),
        ("接了多少个电话", "接了多少个电话"),
        ("2021年决算报告里写着的那个差旅费是多少", "2021年决算差旅费是多少"),
        ("2021年决算里写的是多少", "2021年决算里写的是多少"),
        ("手头还余下几个钱留到下年用", "年末结转和结余多少"),
        ("账上没花完、结转下来的钱有多少", "年末结转和结余有多少"),
    ],
)
def test_ways_to_say_how_much(text: str, read: str) -> None:
    assert plainly(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("卖文具的小老板问问，甲局2021年办公费多少", "甲局2021年办公费多少"),
        ("做绿化的个体户想打听一下，甲局2021年办公费多少", "甲局2021年办公费多少"),
        ("我想比较几个局的培训，甲局2021年办公费多少", "甲局2021年办公费多少"),
        ("退休人员问一下，甲局2021年有多少", "退休人员问一下，甲局2021年有多少"),
        ("卖地的，甲局2021年收入多少", "卖地的，甲局2021年收入多少"),
    ],
)
def test_by_what_somebody_lives_is_not_asked_about(text: str, read: str) -> None:
    assert without_asides(text) == read


#: Final accounts of 青岚区城市管理局 of 2023: 18 batches and 142 visits (p.21);
#: 公用经费 740.35 (p.13), 事业编制 66 of 213 (p.3), 年末结转和结余 72.05 (p.4).
@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("几批？多少人次？我要的是" + CITY + "国内公务接待的数", ["18", "142"]),
        (CITY + "国内公务接待，批次和人次分别多少", ["18", "142"]),
        (CITY + "国内公务接待总共接待了多少批，人次又是多少", ["18", "142"]),
        (CITY + "国内公务接待共计若干批次、若干人次，请列明", ["18", "142"]),
        (CITY + "公用经费占去多少钱", ["740.35"]),
        (CITY + "人员经费报一个，公用经费也报一个", ["6729.71", "740.35"]),
        (CITY + "过完，账上还剩下多少钱留到下年用", ["72.05"]),
        (CITY + "结余结转，填的是啥数？", ["72.05"]),
        ("卖办公用品的小老板问问，" + CITY + "公用经费花了多少钱", ["740.35"]),
    ],
)
def test_how_much_is_told(desk: Answerer, question: str, values: list[str]) -> None:
    answer = desk.ask(AskRequest(question=question))
    assert answer.status is Status.ANSWERED
    assert [figure.value for figure in answer.figures] == values


def test_guests_of_the_country_are_none_from_abroad() -> None:
    assert contrary("国内公务接待总共招待了多少批", "接待外宾")
    assert not contrary("公务接待了多少批", "接待外宾")


def test_all_posts_are_none_of_one_sort() -> None:
    assert contrary("编制里事业编制多少名", "编制")
    assert not contrary("编制总数和事业编制", "编制")
