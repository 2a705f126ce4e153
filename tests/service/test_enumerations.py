"""Sentences to the lists that they hold: which figure is the whole, which are its parts, which neither (列举的读法)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ingest.facts import FactStore
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.breakdowns.enumeration import Enumeration, enumerations, told_together
from service.figures.held import HeldFacts
from service.library import Library

HEAD = "河阳县林草局2023年度部门决算\n一、重点工作完成情况\n"


def read(folder: Path, sentence: str) -> list[Enumeration]:
    return list(enumerations(facts_of(folder, sentence), 2023))


def facts_of(folder: Path, sentence: str) -> HeldFacts:
    file = folder / "河阳县林草局2023年度部门决算.txt"
    file.write_text(HEAD + sentence, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    assert [report.status for report in ingest_paths([file], settings)] == ["read"]
    library = Library(FactStore(settings))
    (body,) = library.bodies(library.documents())
    return library.facts(body.documents)


def told(listed: Enumeration) -> tuple[str, list[str]]:
    whole = f"{listed.whole.value}{listed.whole.unit}" if listed.whole is not None else ""
    return whole, [f"{p.value}{p.unit}" for p in listed.parts]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("全年查处案件64件，其中盗伐案30件、滥伐案20件、占地案14件。", [("64件", ["30件", "20件", "14件"])]),
        ("全年培训420人，包括护林员300人、技术员120人，发放手册800册。", [("420人", ["300人", "120人"])]),
        ("全年开展演练24场：防火演练15场，救护演练9场。", [("24场", ["15场", "9场"])]),
        # A mark alone opens no list whose parts do not come to it.
        ("全年开展演练24场：防火演练15场，救护演练3场。", []),
        # What became of the things is no further kind of them.
        ("全年接报警情90起，其中火警30起、虚警40起，已处置85起。", [("90起", ["30起", "40起"])]),
        # Another figure within the list, behind which it goes on: not all of it was read.
        ("全年查处案件80件，其中盗伐案30件、滥伐案20件，补种树木5株，占地案14件。", []),
        # Two of the parts that come to a third are no list.
        ("全年栽植树木183株，其中甲种72株，乙种49株，丙种38株，丁种11株，戊种13株。",
         [("183株", ["72株", "49株", "38株", "11株", "13株"])]),
        ("全年编发日报365篇，周报52篇，月报12篇，召开会议4次。", [("", ["365篇", "52篇", "12篇"])]),
        # Of a figure of the sentence before; what was settled stands between a whole and its list.
        ("全年接待访客520人次，讲解80场。其中：学生310人次，市民210人次。", [("520人次", ["310人次", "210人次"])]),
        ("全年收到诉求120件，办结110件，办结率91.67%；其中噪声类70件、停车类50件。", [("120件", ["70件", "50件"])]),
        # Figures of another sort between the parts, which come to the whole.
        ("发放补贴900万元，其中生活补贴400万元、惠及4000人，护理补贴500万元、惠及3000人。",
         [("900万元", ["400万元", "500万元"])]),
        # A list behind two figures told in one breath is of either.
        ("全年召开全体会议4次、主席会议12次，其中议政会议2次，协商会议2次。", [("", ["4次", "12次"])]),
        # In brackets behind a part stand parts of that one.
        ("全年造林500亩，其中乔木林300亩（公益林200亩、商品林100亩）、灌木林200亩。",
         [("500亩", ["300亩", "200亩"]), ("300亩", ["200亩", "100亩"])]),
    ],
)  # fmt: skip
def test_what_is_listed(tmp_path: Path, sentence: str, wanted: list[tuple[str, list[str]]]) -> None:
    assert [told(listed) for listed in read(tmp_path, sentence)] == wanted


def test_whether_the_parts_come_to_the_whole(tmp_path: Path) -> None:
    (listed,) = read(tmp_path, "全年查处案件64件，其中盗伐案30件、滥伐案20件。")
    assert listed.sum == Decimal(50)
    assert not listed.closed


def test_what_is_told_together_has_several_figures(tmp_path: Path) -> None:
    """The ends of a range (90（含）-100分) are no figures of a list; how many lie within them are."""
    facts = facts_of(
        tmp_path, "评价得分在90（含）-100分的49个、评价得分在75（含）-90分的4个。全年查处案件64件，演练24场。"
    )
    assert all(len(listed.parts) > 1 for listed in told_together(facts, 2023))
    assert [len(listed.parts) for listed in told_together(facts, 2023)] == [2, 2]
