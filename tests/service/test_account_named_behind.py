"""Turns that say what is meant: the account behind daily words, cars that are more, floors, reasons (换个说法)."""

from __future__ import annotations

import pytest

from service.figures.pointed_at import read_places
from service.model import Where
from service.read.glossed import without_gloss
from service.read.plainly import plainly


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("某局2023年打算花多少钱买桌椅板凳这些，就是办公设备购置那一项？", None),
        ("某局2023年打算花多少钱买笔墨纸张这些，就是办公费那一项？", "某局2023年办公费打算是多少钱？"),
        ("某局2023年请客吃饭的钱，就是公务接待费，多少", "某局2023年公务接待费，多少"),
        ("某局2023年维修费，就是办公费那一项？", None),
    ],
)
def test_the_account_behind_daily_words_is_meant(asked: str, meant: str | None) -> None:
    assert meant is None or without_gloss(asked) == meant
    assert meant is not None or "那一项" in without_gloss(asked) or "办公设备购置" in without_gloss(asked)


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ("甲局2023年的公车是不是比乙局还多？", "车辆数", "公车"),
        ("甲局2023年的公车费是不是比乙局还多？", "公车费", "车辆数"),
        ("甲局2023年公车花的钱比乙局多吗？", "公车", "车辆数"),
        ("新馆楼高多少米", "建筑高度", "楼高"),
        ("三楼高多少米", "三楼", "建筑高度"),
        ("养护项目只用了两成，是哪里出了偏差", "原因", "哪里"),
        ("养护项目查出问题，是哪里的路段", "哪里", "原因"),
        ("按每辆车摊的养车费（运行维护费除以车辆数）从高到低排", "平均每辆车的运行维护费", "除以"),
        ("年初本来批的是多少", "年初预算", "本来"),
    ],
)
def test_a_turn_has_its_plain_form(asked: str, said: str, unsaid: str) -> None:
    read = plainly(asked)
    assert said in read
    assert unsaid not in read


def test_the_place_whose_figure_is_given_is_not_asked_of() -> None:
    given = read_places("某局说明里职业年金写的是88.36万元，预算表上这一项列的是多少？")
    assert [place.where for place in given.places] == [Where.TABLE]
    assert "多少万元" in given.rest
    both = read_places("某局2023年三公经费，表里和说明里的数对得上吗")
    assert [place.where for place in both.places] == [Where.TABLE, Where.TEXT]
