"""Bodies of one kind of different places, called by their kind alone, are asked back about (异地同类)."""

from __future__ import annotations

import pytest

from service.answer import Answerer
from service.contract import AskRequest, Status
from tests.service.written import answerer_of_texts

_TEXT = "{body}2024年度部门决算\n一、主要职责\n负责{of}工作。\n二、支出情况说明\n2024年度办公费支出{value}万元。\n"
_BODIES = (
    ("云安省河口县石桥镇人民政府", "本镇经济社会", "11.20"), ("松岭县大湾镇人民政府", "本镇经济社会", "22.30"),
    ("松岭县水务局", "全县水务", "33.40"), ("云安省河口县水务局", "全县水务", "44.50"),
    ("松岭县审计局", "全县审计", "55.60"),
)  # fmt: skip


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    texts = [_TEXT.format(body=body, of=of, value=value) for body, of, value in _BODIES]
    return answerer_of_texts(tmp_path_factory.mktemp("kin"), *texts)


@pytest.mark.parametrize(
    ("called", "named"),
    [
        ("镇政府", ("石桥镇", "大湾镇")),
        ("镇人民政府", ("石桥镇", "大湾镇")),
        ("水务局", ("河口县", "松岭县")),
    ],
)
def test_which_of_them_is_asked_back(answerer: Answerer, called: str, named: tuple[str, str]) -> None:
    answer = answerer.ask(AskRequest(question=f"{called}2024年办公费支出多少"))
    assert answer.status is Status.CLARIFY
    assert all(name in answer.answer for name in named)
    assert "审计局" not in answer.answer


@pytest.mark.parametrize(
    ("called", "value"),
    [
        ("大湾镇政府", "22.30"), ("石桥镇", "11.20"), ("河口县水务局", "44.50"), ("松岭水务局", "33.40"),
        ("审计局", "55.60"),
    ],
)  # fmt: skip
def test_one_that_is_told_apart_is_meant(answerer: Answerer, called: str, value: str) -> None:
    answer = answerer.ask(AskRequest(question=f"{called}2024年办公费支出多少"))
    assert [figure.value for figure in answer.figures] == [value]
