"""Names are found on a roll as they are by going through all bodies; what is made of a roll is made once."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from functools import partial

import pytest

from service.figures.once import Once
from service.model import Body, documents_to_bodies
from service.read.terms import sound
from service.scope.bodies import find_bodies
from service.scope.roll import Roll
from tests.service.test_bodies import NAMES, document

PLACES = "云青松柳盐远红临海山"
OFFICES = (
    "财政局", "教育局", "民政局", "城市管理局", "城市管理执法局", "卫生健康委员会", "人大常委会办公厅", "政协办公厅",
    "街道办事处", "镇人民政府", "数字城管指挥中心", "第一中学", "应急管理局机关",
)  # fmt: skip
ASKED = (
    "2023年项目支出占比多少", "去年政府采购花了多少钱", "和云川市财政局比哪个多", "下属的数字城管指挥中心的三公经费",
    "的决算", "",
)  # fmt: skip
ALIKE = "官管执职财才政正岚兰松宋局居委伟街接办半"


def invent(draw: random.Random) -> str:
    """The name of a body, of a city, a district, a province, or of an office alone."""
    city, district = ("".join(draw.sample(PLACES, 2)) for _ in range(2))
    region = draw.choice([f"{city}市{district}区", f"{city}市{district}县", f"{city}市", f"{city}省", ""])
    return region + draw.choice(OFFICES)


def garble(text: str, draw: random.Random) -> str:
    """A text as people type it: characters left out, added, exchanged, or written as others that sound alike."""
    chars = list(text)
    for _ in range(draw.choice((0, 0, 1, 2, 3))):
        place = draw.randrange(len(chars) + 1)
        kind = draw.randrange(4)
        if kind == 0:
            del chars[place : place + 1]
        elif kind == 1:
            chars.insert(place, draw.choice(" 的那市区省局\0"))
        elif kind == 2:
            chars[place : place + 2] = reversed(chars[place : place + 2])
        else:
            like = [c for c in ALIKE if c not in chars and sound(c) in map(sound, chars[place : place + 1])]
            chars[place : place + 1] = like[:1] or chars[place : place + 1]
    return "".join(chars)


@pytest.mark.parametrize("seed", range(8))
def test_an_index_finds_what_going_through_all_finds(seed):
    draw = random.Random(seed)
    names = dict.fromkeys([*NAMES, *(invent(draw) for _ in range(draw.choice((2, 20, 60))))])
    bodies = documents_to_bodies([document(name, 2023) for name in names])
    roll, named = Roll(bodies), 0
    for _ in range(120):
        name, other = draw.choice(list(names)), draw.choice(list(names))
        text = garble(name[draw.choice((0, 0, 3)) :], draw) + garble(
            draw.choice((*ASKED, f"跟{other}比")), draw
        )
        taken = [draw.random() < 0.03 for _ in text]
        found = find_bodies(text, roll, taken)
        assert found == find_bodies(text, bodies, taken), text
        named += bool(found.bodies)
    assert named > 40


def test_a_thousand_offices_of_one_name_are_told_apart_and_asked_back():
    places = itertools.islice(itertools.permutations(PLACES, 4), 1000)
    names = [f"{a}{b}市{c}{d}区财政局" for a, b, c, d in places]
    roll = Roll(documents_to_bodies([document(name, 2023) for name in names]))
    text = f"{roll[7].name}2023年支出多少"
    assert find_bodies(text, roll, [False] * len(text)).bodies == (roll[7],)
    text = "财政局2023年支出多少"
    assert find_bodies(text, roll, [False] * len(text)).bodies == tuple(roll)


def test_a_roll_with_fewer_documents_keeps_its_index():
    roll = Roll(documents_to_bodies([document(name, year) for name in NAMES for year in (2022, 2023)]))
    text = f"{NAMES[0]}支出多少"
    (whole,) = find_bodies(text, roll, [False] * len(text)).bodies
    place = roll.index(whole)
    own: Body = replace(whole, documents=whole.documents[:1])
    narrowed = roll.narrowed({place: own})
    assert narrowed.once("names", object) is roll.once("names", object)
    assert find_bodies(text, narrowed, [False] * len(text)).bodies == (own,)
    assert find_bodies(text, roll, [False] * len(text)).bodies == (whole,)
    assert roll.narrowed({}) is roll


def test_what_is_made_is_kept_and_never_grows_without_end():
    held, made = Once(), list[int]()

    def make(key: int) -> int:
        made.append(key)
        return key

    for key in [*range(3000), 2999]:
        assert held.once(key, partial(make, key)) == key
    assert made == list(range(3000)) and len(held.__dict__["made"]) < 300
