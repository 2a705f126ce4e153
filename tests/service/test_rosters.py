"""Units below a body and offices within it, as documents list them, and as they are asked for (名录)."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.model import Chunk
from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest, Status
from service.rosters.roster_asked import read_wanted
from service.rosters.rosters import Role, rosters_of

_HEADINGS = ("第一部分 部门概况", "二、机构设置")


def listed(text: str) -> dict[Role, list[str]]:
    chunk = Chunk("d", 0, _HEADINGS, text, ((1, (0.0, 0.0, 1.0, 1.0)),), ((0, len(text)),))
    return {roster.role: [n.name for n in roster.names] for roster in rosters_of([chunk])}


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        (
            "纳入2023年度部门预算编制范围的二级预算单位包括：\n1.芦川县水务局本级\n2.芦川县水政监察大队\n3.芦川县防汛物资站",
            Role.SCOPE,
            ["芦川县水务局本级", "芦川县水政监察大队", "芦川县防汛物资站"],
        ),
        (
            "决算汇总公开单位构成包括：芦川县水务局本级以及下属芦川县河道管理所、芦川县防汛物资站。",
            Role.SCOPE,
            ["芦川县水务局本级", "芦川县河道管理所", "芦川县防汛物资站"],
        ),
        (
            "我局共有直属事业单位3个，分别是：甲水库管理所、丙中心、丁站。",
            Role.BELOW,
            ["甲水库管理所", "丙中心", "丁站"],
        ),
        (
            "从预算单位构成看，部门预算包括：局本级预算、局属河道中心预算、防汛站预算。",
            Role.SCOPE,
            ["局本级", "河道中心", "防汛站"],
        ),
        (
            "纳入编制范围的预算单位包括：（一）芦川县水务局本级（二）芦川县防汛站",
            Role.SCOPE,
            ["芦川县水务局本级", "芦川县防汛站"],
        ),
        (
            "水务局部门决算由局本级及所属的河道管理所、防汛物资站决算组成。",
            Role.SCOPE,
            ["局本级", "河道管理所", "防汛物资站"],
        ),
        ("内设机构：1.办公室；2.财务股；3.水资源股。", Role.OFFICE, ["办公室", "财务股", "水资源股"]),
        ("根据职责，内设办公室、法规科和执法一科3个科室。", Role.OFFICE, ["办公室", "法规科", "执法一科"]),
        (
            "局机关内设3个股室（办公室、财务股、人事股），编制20名。",
            Role.OFFICE,
            ["办公室", "财务股", "人事股"],
        ),
        ("教育局所属学校共3所，包括县一中、县职高和县幼儿园。", Role.BELOW, ["县一中", "县职高", "县幼儿园"]),
        (
            "本部门中，行政单位1家，事业单位2家，具体包括：\n1.芦川县民政局（本部）。\n2.芦川县福利院。\n3.芦川县救助站。",
            Role.SCOPE,
            ["芦川县民政局（本部）", "芦川县福利院", "芦川县救助站"],
        ),
    ],
)
def test_lists_are_read_whatever_their_wording(text: str, role: Role, names: list[str]) -> None:
    assert listed(text)[role] == names


@pytest.mark.parametrize(
    "text",
    [
        "内设机构12个：办公室、财务科、人事科。",  # nine are not listed
        "所属事业单位有5个，分别是：甲站、乙站。",
        "下属单位包括：\n1.甲中心\n2.乙中心\n3.某某未明者\n4.丁站",  # one line is no name: the list would be short
        "从预算单位构成看，部门决算包括：局本级决算、下属行政事业单位决算。",
        "内设机构包括办公厅、研究室和10个专门委员会。",
        "本部门预算仅包含厅机关本级，不含东苑宾馆和西苑宾馆。",
        "本单位无下属单位。",
    ],
)
def test_what_names_no_units_one_by_one_is_no_list(text: str) -> None:
    assert not listed(text)


TEXT = """芦川县民政局2023年度部门决算
一、主要职责
芦川县民政局负责社会救助、养老服务和殡葬管理。
二、机构设置
芦川县民政局内设办公室、社会救助股、养老服务股、区划地名股4个股室。下属事业单位3个：芦川县社会福利院（公益一类）、芦川县殡仪馆（公益二类）、芦川县救助管理站（公益一类）。
三、收入支出决算总体情况说明
芦川县民政局2023年度收入总计900.00万元，支出总计900.00万元。本年支出合计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。
"""


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("rosters")
    file = Path(folder, "芦川县民政局2023年度部门决算.txt")
    file.write_text(TEXT, "utf-8")
    settings = Settings(data=folder / "data", database_url="", chroma_url="", workers=1)
    (report,) = ingest_paths([file], settings)
    assert report.status == "read"
    return Answerer(settings)


def ask(answerer: Answerer, *questions: str) -> Answer:
    conversation = None
    for question in questions:
        answer = answerer.ask(AskRequest(question=question, conversation_id=conversation))
        conversation = answer.conversation_id
    return answer


_BELOW = ("社会福利院", "殡仪馆", "救助管理站")


@pytest.mark.parametrize(
    "said",
    [
        "底下管着哪些单位",
        "下属单位有哪些",
        "文件列出的下属单位名称",
        "决算文件里写的下属事业单位名称",
        "手底下有哪几家单位，都叫啥",
        "直属事业单位名单",
        "旗下有什么机构",
        "下属单位有哪些，好像有家殡仪馆吧",
        "预算所涉下属单位名称，请列出",
        "所属单位包括哪几家，逐一列明",
        "归它管的3个单位是哪些，决算里应该写了",
        "直属单位，一个一个给我报报名字行吗",
        "把底下哪些单位包进去了，逐个讲讲",
    ],
)
def test_units_below_are_listed_by_name(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, f"芦川县民政局2023年{said}")
    assert all(name in answer.answer for name in _BELOW)
    assert "社会救助股" not in answer.answer


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("决算覆盖了哪些预算单位，麻烦都列出来", Role.SCOPE),
        ("都把哪几家单位放进来一起算了", Role.SCOPE),
        ("哪几家预算单位是并到决算里的，名字都念给我听听", Role.SCOPE),
        ("哪些单位的账并进了决算", Role.SCOPE),
        ("宾馆叫啥？就是下属的那些宾馆", Role.BELOW),
        ("的所属单位，以预算口径为准，分别是哪几个", Role.BELOW),
        ("听讲底下还管着宾馆，都叫什么名字呀", Role.BELOW),
    ],
)
def test_units_are_asked_for_in_daily_words(said: str, role: Role) -> None:
    wanted = read_wanted(said)
    assert wanted is not None and wanted.role is role


@pytest.mark.parametrize("said", ["培训覆盖了多少家企业单位", "项目覆盖哪些单位", "哪几家单位放进了绩效考核"])
def test_what_is_done_with_units_lists_none(said: str) -> None:
    assert read_wanted(said) is None


@pytest.mark.parametrize(
    "question",
    [
        "芦川县民政局2023年 内设部门",
        "芦川县民政局2023年里头分了哪几个部门？",
        "芦川县民政局2023年内部都有啥部门",
        "芦川县民政局2023年的内设部门有哪几个，逐一列明",
        "准备去芦川县民政局办事，不晓得2023年局里设了哪些股室，能都说一下么",
        "芦川县民政局2023年设了哪几个股室？请全部列明。",
    ],
)
def test_offices_are_listed_whatever_they_are_called(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert all(name in answer.answer for name in ("办公室", "社会救助股", "养老服务股", "区划地名股"))
    assert not answer.figures


@pytest.mark.parametrize("said", ["管养老的股室是哪个", "哪几个部门花钱最多", "内设股室有哪些，管救助的"])
def test_what_narrows_the_offices_lists_them_not_all(answerer: Answerer, said: str) -> None:
    assert "逐一列出的共4个" not in ask(answerer, f"芦川县民政局2023年{said}").answer


@pytest.mark.parametrize(
    "question",
    [
        "我毕业想考事业编，芦川县民政局2023年有哪些下属单位",
        "想投简历，打听一下芦川县民政局2023年的下属单位分别叫什么",
        "听人讲殡仪馆也归民政局管，那芦川县民政局2023年的直属单位都有谁",
    ],
)
def test_what_is_said_before_the_question_limits_no_list(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert all(name in answer.answer for name in _BELOW)


@pytest.mark.parametrize("said", ["下属单位有哪些，不算殡仪馆", "下属单位里，参公的有哪些"])
def test_what_limits_a_list_is_no_talk(answerer: Answerer, said: str) -> None:
    assert not all(name in ask(answerer, f"芦川县民政局2023年{said}").answer for name in _BELOW)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("下属单位有几个", "3"),
        ("有几个股室", "4"),
        ("内设机构数量", "4"),
        ("下属单位里公益一类的有几家", "2"),
        ("下面名字带“站”的单位有几个", "1"),
    ],
)
def test_how_many_are_listed(answerer: Answerer, said: str, value: str) -> None:
    answer = ask(answerer, f"芦川县民政局2023年{said}")
    assert [figure.value for figure in answer.figures] == [value]


def test_of_a_sort_only_those_are_told(answerer: Answerer) -> None:
    answer = ask(answerer, "芦川县民政局2023年下属单位里哪家是公益二类")
    assert "殡仪馆" in answer.answer
    assert "福利院" not in answer.answer


@pytest.mark.parametrize(
    ("turns", "has", "lacks"),
    [
        (("芦川县民政局2023年下属单位有哪些", "公益一类的有哪几家"), "福利院", "殡仪馆"),
        (("芦川县民政局2023年有哪些股室", "总共几个"), "4", "福利院"),
    ],
)
def test_a_follow_up_is_of_the_same_list(
    answerer: Answerer, turns: tuple[str, ...], has: str, lacks: str
) -> None:
    answer = ask(answerer, *turns)
    assert has in answer.answer
    assert lacks not in answer.answer


def test_what_each_of_them_spent_is_not_what_all_did(answerer: Answerer) -> None:
    answer = ask(answerer, "芦川县民政局2023年下属单位有哪些", "分别花了多少钱")
    assert answer.status is not Status.ANSWERED


@pytest.mark.parametrize("said", ["下属单位的人员编制多少", "下属单位里有几家幼儿园"])
def test_nothing_is_listed_where_something_else_is_asked(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, f"芦川县民政局2023年{said}")
    assert "逐一列出" not in answer.answer


#: 卫健局 2023: p.3 lists eight units, itself among them; four of them are 社区卫生服务中心.
def test_the_samples_list_their_units(desk: Answerer) -> None:
    answer = ask(desk, "松屿区卫健局2023年管着哪几家社区医院")
    assert [name in answer.answer for name in ("港前", "望潮", "石埠", "白鹭", "疾病预防")] == [True] * 4 + [
        False
    ]
    assert answer.citations[0].page == 3


@pytest.mark.parametrize("said", ["下属单位花了多少钱", "哪个下属单位支出最多", "所属单位的收入一共多少"])
def test_the_figures_of_all_are_not_those_of_the_units_below(answerer: Answerer, said: str) -> None:
    answer = ask(answerer, f"芦川县民政局2023年{said}")
    assert answer.status is not Status.ANSWERED
    assert not answer.figures
