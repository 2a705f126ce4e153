"""Two years of a thing that texts measure, the years said before or last: which is more, and by how much."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest
from tests.service.written import answerer_of_pages

TOWN = "青泥县石门镇人民政府"
PAGES = {
    "2022年度部门决算": ["年度主要工作。2022年，石门镇衬砌灌渠6.4公里，新建蓄水池9座。"],
    "2023年度部门决算": ["年度主要工作。2023年，石门镇衬砌灌渠9.1公里，新建蓄水池4座。"],
}


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return answerer_of_pages(tmp_path_factory.mktemp("years"), TOWN, PAGES)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("哪年衬砌的灌渠更长，2022年还是2023年，长多少公里？", "2.7"),
        ("2022年和2023年哪年衬砌的灌渠更长，长多少公里？", "2.7"),
        ("哪年新建的蓄水池多，2022年还是2023年？多几座", "5"),
    ],
)
def test_which_year_and_by_how_much(answerer: Answerer, said: str, value: str) -> None:
    told = answerer.ask(AskRequest(question=f"{TOWN}{said}"))
    assert told.figures[0].value.lstrip("-") == value
