"""A place or a sort of body that sounds like that of a loaded one is another's; a mere slip is not (同音的别家)."""

from __future__ import annotations

import pytest

from ingest.entities import entity_key
from ingest.text import fold
from service.model import Body
from service.scope.bodies import find_bodies
from service.scope.regions import region_of


def body(name: str) -> Body:
    return Body(entity_key(name), name, (name,), region_of(fold(name)), ())


@pytest.mark.parametrize(
    ("said", "loaded"),
    [
        ("陕西省财政厅", "山西省财政厅"), ("台州市财政局", "泰州市财政局"), ("宿州市民政局", "苏州市民政局"),
        ("抚州民政局", "福州市民政局"), ("榆林市水务局", "玉林市水务局"), ("银川县税务局", "银川县水务局"),
        ("柳河县农机推广中心", "柳河县农业技术推广中心"), ("柳河县农机中心", "柳河县农业技术推广中心"),
        ("柳河卫监", "柳河县卫生健康局"), ("柳河县卫监所", "柳河县卫生健康局"),
    ],
)  # fmt: skip
def test_another_that_sounds_alike_is_not_held(said: str, loaded: str) -> None:
    text = f"{said}2023年支出多少"
    found = find_bodies(text, [body(loaded)], [False] * len(text))
    assert not found.bodies
    assert found.unknown


@pytest.mark.parametrize(
    ("said", "loaded"),
    [
        ("山西财政厅", "山西省财政厅"), ("玉林市才政局", "玉林市财政局"), ("柳河县卫建局", "柳河县卫生健康局"),
        ("柳河县农技中心", "柳河县农业技术推广中心"), ("银川县水务局", "银川县水务局"),
        ("合川市民政局", "禾川市民政局"), ("柳河县质监局", "柳河县质量技术监督局"),
    ],
)  # fmt: skip
def test_a_slip_is_heard_as_the_one_that_is_meant(said: str, loaded: str) -> None:
    text = f"{said}2023年支出多少"
    assert [b.name for b in find_bodies(text, [body(loaded)], [False] * len(text)).bodies] == [loaded]
