"""Forms whose heads print the name's column apart from the rest: which targets were missed, by rows (表头分写)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Chunk
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from service.projects.form_targets import forms_of
from tests.ingest.press import Press, Sheet

TEA, FRUIT, SILK, HERBS, BAMBOO, FUNGI = (
    f"湜川县{of}"
    for of in ("茶叶产业中心", "果蔬技术站", "桑麻工作站", "药材服务站", "竹业发展站", "菌业推广站")
)
#: Of each body its project and the form's rows, the head first; cells stand between bars.
FORMS = {
    TEA: [
        ("低产茶园改造", """指标类别|指标名称|年度目标值|实际完成值|分值|得分
数量指标|改造茶园面积|≥900亩|760亩|20|16.9
质量指标|茶样抽检合格率|≥97%|98.5%|10|10
成本指标|每亩苗木补助|≤480元|510元|10|8
满意度指标|茶农满意度|≥90%|91%|10|10"""),
        ("制茶工坊升级", """指标类别|指标名称|年度目标值|实际完成值|分值|得分
数量指标|升级工坊|≥6间|6间|20|20
时效指标|停产天数|≤15天|12天|20|20"""),
    ],
    FRUIT: [
        ("果园滴灌", """序号|指标名称|全年目标值|全年完成值|权重|得分|偏差原因
1|铺设滴灌带|≥70公里|64公里|30|27|坡地难施工
2|滴头损坏率|≤3%|2.1%|20|20|无"""),
    ],
    SILK: [
        ("蚕房改造", """指标类别|指标名称|年度目标值|实际完成值|完成率|分值|得分
数量指标|改造蚕房|≥40间|31间|77.5%|20|15.5
质量指标|蚕房验收合格率|≥95%|96%|101.1%|10|10"""),
    ],
    HERBS: [
        ("药圃建设", """指标类别|指标名称|分值|年度目标值|实际完成值|得分
数量指标|建成药圃|20|300|340|20
数量指标|培训药农|10|150|90|6"""),
    ],
    BAMBOO: [
        ("竹林道路", """指标类别|指标名称|上年完成值|年度目标值|实际完成值|分值|得分
数量指标|修筑林道|9公里|≥12公里|11公里|20|18
满意度指标|林农满意度|88%|≥90%|93%|10|10"""),
    ],
    FUNGI: [
        ("菌棚更新", """指标类别|指标名称|年度目标值|上半年完成值|全年完成值|分值|得分
数量指标|更新菌棚|≥50座|20座|52座|20|20
成本指标|每座造价|≤3万元|2.8万元|3.4万元|10|7"""),
    ],
}  # fmt: skip


def _written(folder: Path, body: str) -> None:
    press = Press(folder / f"{body}2023年度单位决算.pdf")
    press.cover([body, "2023年度单位决算"])
    press.prose(["一、主要职责", "负责全县有关技术服务。", "二、预算绩效情况", "对下列项目开展了绩效自评。"])
    for project, text in FORMS[body]:
        rows = [line.split("|") for line in text.splitlines()]
        more = len(rows[0]) - 2
        body_rows = [["项目名称", project, *[""] * more], ["实施单位", body, *[""] * more], *rows]
        widths = (2, 4, *(2 for _ in range(more)))
        spans = {(0, 1): (1, more + 1), (1, 1): (1, more + 1)}
        press.sheet(Sheet("项目支出绩效自评表", [], body_rows, widths, own_page=False, spans=spans))
    press.close()


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder: Path = tmp_path_factory.mktemp("apart")
    for body in FORMS:
        _written(folder, body)
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    ingest_paths(sorted(folder.glob("*.pdf")), settings)
    return Answerer(settings)


def ask(answerer: Answerer, body: str, question: str) -> Answer:
    return answerer.ask(AskRequest(question=f"{body}2023年{question}"))


def read(head: str, row: str) -> list[tuple[str, str, str, bool | None]]:
    """The name, target and outcome of the indicators in a form of one row, and whether each was missed."""
    text = f"项目名称：温室大棚\n{head}\n{row}"
    chunk = Chunk("d", 0, ("决算", "自评表"), text, ((1, (0.0, 0.0, 1.0, 1.0)),), ((0, len(text)),))
    return [(t.name, t.aim, t.done, t.missed) for form in forms_of([chunk]) for t in form.targets]


@pytest.mark.parametrize(
    "head",
    [
        "指标类别，指标名称：年度目标值，实际完成值，分值，得分",
        "指标类别，指标内容：年度指标值，全年完成值，权重，得分",
        "类别，三级指标：年初目标值，实际完成情况，满分，得分",
        "指标类别，指标名称，年度目标值，实际完成值，分值，得分",
        "绩效指标：年度指标值，实际完成值，分值，得分",
    ],
)
def test_rows_under_a_head_are_read(head: str) -> None:
    row = "数量指标，搭建大棚，≥8座，7座，10，8.5"
    assert read(head, row) == [("搭建大棚", "≥8座", "7座", True)]


@pytest.mark.parametrize(
    "head",
    [
        "预算科目，资金名称：年初预算数，全年执行数，分值，得分",  # money
        "指标类别，指标名称：评分标准，分值，得分",  # no target
        "指标类别，指标名称：年度目标值，指标解释，分值，得分",  # no outcome
        "指标类别，评价内容：年度目标值，实际完成值，分值，得分",  # no names
    ],
)
def test_rows_under_another_head_are_not(head: str) -> None:
    assert read(head, "数量指标，搭建大棚，≥8座，7座，10，8.5") == []


@pytest.mark.parametrize("row", ["产出，预算执行率，100%，82%，10，8.2", "，总分，100，96，100，96"])
def test_money_and_sums_of_points_are_no_indicators(row: str) -> None:
    assert read("指标类别，指标名称：年度目标值，实际完成值，分值，得分", row) == []


@pytest.mark.parametrize(
    ("body", "question", "missed"),
    [
        (
            TEA,
            "低产茶园改造项目自评表里，有哪几项绩效指标没有达到年初目标",
            "的有 2 个：改造茶园面积（目标 ≥900亩，实际 760亩）、每亩苗木补助（目标 ≤480元，实际 510元）。",
        ),
        (TEA, "制茶工坊升级项目哪些绩效指标没达标", "2 个指标里，都达到了目标值。"),
        (FRUIT, "果园滴灌绩效有哪些指标没做到", "的有 1 个：铺设滴灌带（目标 ≥70公里，实际 64公里）。"),
    ],
)
def test_those_that_fell_short_are_told(answerer: Answerer, body: str, question: str, missed: str) -> None:
    assert ask(answerer, body, question).answer.splitlines()[0].endswith(missed)


def test_they_are_counted(answerer: Answerer) -> None:
    figure = ask(answerer, TEA, "低产茶园改造自评表里有几项指标没完成").figures[0]
    assert (figure.value, figure.unit) == ("2", "个")


@pytest.mark.parametrize("question", ["茶园步道项目有哪些绩效指标没达到目标", "有哪些项目没有完成绩效目标"])
def test_no_other_projects_form_answers(answerer: Answerer, question: str) -> None:
    assert "改造茶园面积（目标" not in ask(answerer, TEA, question).answer


@pytest.mark.parametrize(
    ("body", "project", "told"),
    [
        (SILK, "蚕房改造", "改造蚕房（目标 ≥40间，实际 31间）"),  # told: ≥40间（目标 31间，实际 77.5%）
        (HERBS, "药圃建设", "培训药农（目标 150，实际 90）"),  # told: 培训药农（目标 10，实际 150）
        (BAMBOO, "竹林道路", "修筑林道（目标 ≥12公里，实际 11公里）"),  # told: 9公里（目标 ≥12公里，…）
        (FUNGI, "菌棚更新", "每座造价（目标 ≤3万元，实际 3.4万元）"),  # told: ≤3万元（目标 2.8万元，…）
    ],
)
def test_columns_are_those_of_the_head(answerer: Answerer, body: str, project: str, told: str) -> None:
    line = ask(answerer, body, f"{project}项目有哪些绩效指标没达到目标").answer.splitlines()[0]
    assert told in line or "（目标" not in line
