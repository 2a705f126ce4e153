"""Questions on running text are answered in the document's own words, from the right place, or not at all (叙述)."""

from __future__ import annotations

import pytest

from ingest.pipeline import ingest_paths
from ingest.settings import Settings
from service.answer import Answerer
from service.contract import Answer, AskRequest
from tests.service.disclosures import LIBRARY, WATER

WATER_FILE, LIBRARY_FILE = "峡口县水务局2023年度部门决算.txt", "南榕市图书馆2024年部门预算.txt"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    folder = tmp_path_factory.mktemp("narrative")
    settings = Settings(data=folder / "data", database_url="", chroma_url="")
    for name, text in ((WATER_FILE, WATER), (LIBRARY_FILE, LIBRARY)):
        (folder / name).write_text(text, "utf-8")
    reports = ingest_paths([folder / WATER_FILE, folder / LIBRARY_FILE], settings)
    assert [r.status for r in reports] == ["read", "read"]
    return Answerer(settings)


def ask(answerer: Answerer, question: str) -> Answer:
    return answerer.ask(AskRequest(question=question))


def told(answerer: Answerer, question: str) -> str:
    answer = ask(answerer, question)
    assert answer.status == "answered", answer.answer
    assert answer.citations and not answer.figures
    return answer.answer


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("峡口县水务局2023年为啥花的钱比上年少了", "小流域治理工程完工", "抗旱巡查"),
        ("峡口水务局水土保持的钱为什么没花完", "汛期停工两个月", "工资晋档"),
        ("峡口县水务局2023年行政运行决算大于预算的原因", "工资晋档", "汛期停工"),
        ("峡口水务局养车的钱咋涨了", "抗旱巡查用车", "小流域"),
        ("南榕市图书馆2024年预算怎么多了", "新增北区书库搬迁", "压减公务接待"),
        ("南榕图书馆三公经费2024年为什么减少", "压减公务接待", "数字化两个项目"),
    ],
)
def test_a_reason_is_that_of_the_subject(answerer: Answerer, question: str, said: str, unsaid: str) -> None:
    answer = told(answerer, question)
    assert said in answer and unsaid not in answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("峡口县水务局管不管河里采砂", "河道采砂许可"),
        ("峡口水务局在农村饮水上负责什么", "农村饮水安全工程"),
        ("峡口县水务局下面有哪些单位", "水土保持站"),
        ("峡口水务局有哪些股室", "水政水资源股"),
        ("峡口水务局绩效自评发现了什么问题", "漏损率偏高"),
        ("峡口县水务局下一步打算怎么改进", "专管员制度"),
        ("南榕市图书馆是干什么的", "古籍保护修复"),
        ("南榕图书馆2024年要干哪几件大事", "书香进社区"),
        ("南榕市图书馆北区书库搬迁项目建在哪里", "榕溪路88号"),
        ("南榕图书馆北区书库搬迁由谁负责", "古籍保护部牵头"),
        ("南榕图书馆书库搬迁项目的立项依据", "布局规划"),
        ("南榕市图书馆北区书库搬迁什么时候实施", "2024年3月至2024年11月"),
    ],
)
def test_the_passage_that_answers_is_quoted(answerer: Answerer, question: str, said: str) -> None:
    assert said in told(answerer, question)


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("南榕图书馆预算里的基本支出是什么意思", "保障机构正常运转", "特定工作任务"),
        ("峡口县水务局决算里说的机关运行经费指什么", "日常运转", "水土流失"),
        ("水土保持（项）是啥意思 峡口水务局", "水土流失预防和治理", "汛期"),
    ],
)
def test_a_definition_is_that_of_the_term(answerer: Answerer, question: str, said: str, unsaid: str) -> None:
    answer = told(answerer, question)
    assert said in answer and unsaid not in answer and "名词解释" in answer


def test_two_terms_are_explained_side_by_side(answerer: Answerer) -> None:
    answer = told(answerer, "南榕市图书馆的基本支出和项目支出有什么区别")
    assert "保障机构正常运转" in answer and "完成特定工作任务" in answer


def test_a_term_of_another_body_is_explained_with_its_source(answerer: Answerer) -> None:
    assert "南榕市图书馆" in told(answerer, "峡口县水务局的财政拨款收入是什么意思")


@pytest.mark.parametrize(
    "question",
    [
        "峡口县水务局防汛支出为什么下降",
        "峡口水务局培训费为什么增加",
        "峡口水务局管不管小学招生",
        "峡口县水务局的抗震救灾预案是怎么规定的",
        "南榕图书馆的无人机测绘由谁负责",
        "南榕市图书馆预算里的债券贴现是什么意思",
        "南榕图书馆游泳馆建在哪里",
    ],
)
def test_what_is_not_there_is_not_told(answerer: Answerer, question: str) -> None:
    answer = ask(answerer, question)
    assert answer.status == "no_answer" and not answer.citations


def test_a_page_number_is_no_part_of_a_sentence(answerer: Answerer) -> None:
    answer = told(answerer, "峡口县水务局所属事业单位有哪些")
    assert "峡口县水利工程质量监督站" in answer and "—" not in answer


def test_the_place_is_that_of_the_sentence(answerer: Answerer) -> None:
    """The text reader sets line ``n`` (from 0) at 50 + 20 n points."""
    (citation,) = ask(answerer, "南榕市图书馆北区书库搬迁由谁负责").citations
    line = LIBRARY.splitlines().index("由南榕市图书馆古籍保护部牵头，综合办公室负责招标采购。")
    assert citation.page == 1
    assert citation.bbox[1] == pytest.approx(50 + 20 * line)
    assert citation.bbox[3] == pytest.approx(50 + 20 * line + 13.2)


def test_a_project_without_a_body_is_found_by_its_words(answerer: Answerer) -> None:
    answer = ask(answerer, "北区书库搬迁项目建在哪里")
    assert answer.status == "answered" and "榕溪路" in answer.answer
    assert [c.file for c in answer.citations] == [LIBRARY_FILE]
