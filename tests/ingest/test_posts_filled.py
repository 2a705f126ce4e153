"""Posts and who is in them by unit, with the total in the column of numbers; and rows that most have no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ingest.aligned.columns import Unclear
from ingest.aligned.rows import words_to_rows
from ingest.aligned.words import Word
from ingest.headings import fills_posts, of_posts
from ingest.model import Fact
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.press import Heading, Press, Sheet

H = Heading
BODY = "溪源县林业局"


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> list[Fact]:
    path = tmp_path_factory.mktemp("posts") / f"{BODY}2023年度部门决算.pdf"
    press = Press(path)
    press.cover([BODY, "2023年度部门决算"])
    head = [[H("序号"), H("单位名称"), H("单位性质"), H("编制"), H("年末实有"), H("本年收入")]]
    rows = [
        ["1", "溪源县林业局机关", "行政", "40", "38", "412.60"],
        ["2", "溪源县林业工作站", "事业", "25", "21", "205.30"],
        ["合计", "", "", "65", "59", "617.90"],
    ]
    press.sheet(Sheet("所属单位基本情况", head, rows))
    press.close()
    return list(read_file(path, Settings(data=path.parent)).facts)


@pytest.mark.parametrize(
    ("value", "entity"), [("38", "溪源县林业局机关"), ("21", "溪源县林业工作站"), ("59", BODY)]
)
def test_people_in_the_posts(facts: list[Fact], value: str, entity: str) -> None:
    assert [(f.entity, f.unit) for f in facts if f.value == Decimal(value)] == [(entity, "人")]


def test_the_total_is_of_no_unit(facts: list[Fact]) -> None:
    assert {f.entity for f in facts if f.value == Decimal("65")} == {BODY}
    assert "溪源县林业工作站" not in {f.entity for f in facts if f.value == Decimal("617.90")}


@pytest.mark.parametrize("heads", [["车辆编制", "实有"], ["床位", "编制数", "实有"], ["应有", "实有"]])
def test_other_things_go_by_their_posts_too(heads: list[str]) -> None:
    assert fills_posts("实有") and not of_posts(heads)


def words(*cells: tuple[str, float, float]) -> list[Word]:
    """Words of 8 points at a distance from the left and from the top."""
    return [Word(text, (x, y, x + 8 * len(text), y + 8), 8.0, band=(y, y + 8)) for text, x, y in cells]


#: Half of a statement: most classes have no figure, two names are broken, one beside a name in its middle.
ROWS = [
    words(("一、一般公共预算财政拨款", 0, 0), ("512.60", 110, 0), ("一、教育支出", 200, 0), ("512.60", 330, 0)),
    words(("二、政府性基金预算财政拨款", 0, 14), ("二、国防支出", 200, 14)),
    words(("三、国有资本经营预算财政拨", 0, 28)),
    words(("三、外交支出", 200, 32.5)),
    words(("款", 0, 37)),
    words(("四、公共安全支出", 200, 51)),
    words(("五、资源勘探工业信息等支", 200, 65)),
    words(("出", 200, 74)),
    words(("六、科学技术支出", 200, 88)),
    words(("七、住房保障支出", 200, 102)),
    words(("八、农林水支出", 200, 116)),
    words(("本年收入合计", 0, 130), ("512.60", 110, 130), ("本年支出合计", 200, 130), ("512.60", 330, 130)),
    words(("总计", 0, 144), ("512.60", 110, 144), ("总计", 200, 144), ("512.60", 330, 144)),
]  # fmt: skip


def test_rows_begin_with_their_numbered_names() -> None:
    rows = [[word.text for word in row] for row in words_to_rows(ROWS)]
    assert rows[2] == ["三、国有资本经营预算财政拨", "三、外交支出", "款"]
    assert rows[4] == ["五、资源勘探工业信息等支", "出"]
    assert len(rows) == 10


def test_a_line_as_near_to_two_rows_is_not_guessed() -> None:
    between = [*ROWS[:5], words(("及结余", 0, 44)), *ROWS[5:]]
    with pytest.raises(Unclear):
        words_to_rows(between)
