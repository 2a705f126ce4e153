"""The bundled embedding: small, the same everywhere, and nearer to what is meant than to what is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ingest.embedding.load import BUNDLED, load_embedding, load_static
from ingest.embedding.measure import (
    bigram_bm25,
    embedding_ranker,
    questions_to_ranks,
    read_questions,
    recall,
)
from ingest.embedding.sources import read_passages, read_topics, statutes_to_pairs
from ingest.embedding.vocabulary import texts_to_tokenizer
from ingest.errors import EmbeddingUnavailable

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"

# Wordings that stand in no training pair: a question, what it means, what it does not mean.
MEANT = [
    ("这家单位平日里负责啥", "部门主要职责", "政府采购支出说明"),
    ("为什么今年的钱少了一大截", "减少的主要原因", "名词解释"),
    ("老百姓告了多少状", "群众投诉案件受理", "住房公积金"),
    ("公车加油修理用了多少", "公务用车运行维护费", "因公出国（境）费"),
    ("请客吃饭的费用", "公务接待费", "差旅费"),
    ("给职工发的薪水一共多少", "人员经费：基本工资、津贴补贴、奖金", "公用经费：办公费、水费、电费"),
    ("下面有几家单位", "纳入预算编制范围的下属单位", "绩效自评结果应用"),
    ("接下来怎么改", "下一步改进措施", "机构设置情况"),
]


@pytest.fixture(scope="module")
def bundled():
    return load_embedding("")


def test_model_folder_is_small_enough_for_the_repository():
    assert sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file()) <= 12_000_000


@pytest.mark.parametrize(("question", "meant", "other"), MEANT)
def test_question_is_nearer_to_its_official_wording(bundled, question, meant, other):
    near, far = bundled.embed([meant, other]) @ bundled.embed_question(question)
    assert near > far + 0.05


def test_sanity_questions_are_no_training_questions():
    trained = {question for topic in read_topics() for question in topic.questions}
    assert not trained & {question for question, _, _ in MEANT}
    assert not trained & {question.text.rstrip("？") for question in read_questions()}


def test_vectors_have_unit_length_and_shape(bundled):
    vectors = bundled.embed(["一般公共预算财政拨款支出", "2023年度 878.45万元", ""])
    assert vectors.shape == (3, bundled.dimensions) and vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 0], abs=1e-5)
    assert bundled.embed([]).shape == (0, bundled.dimensions)


def test_text_has_the_same_vector_alone_and_among_others(bundled):
    texts = ["部门主要职责", "钱去哪了", "三公经费"] * 50
    assert np.array_equal(bundled.embed(texts)[1], bundled.embed_question("钱去哪了"))
    assert np.array_equal(bundled.embed(texts), load_embedding("").embed(texts))


def test_figures_do_not_move_a_passage(bundled):
    one, other = bundled.embed(["支出合计878.45万元，完成87.1%", "支出合计1,009万元，完成3%"])
    assert one @ other == pytest.approx(1, abs=1e-5)


@pytest.mark.slow
def test_fast_path_gives_the_vectors_of_sentence_transformers(bundled):
    from sentence_transformers import SentenceTransformer

    texts = [text for row in MEANT for text in row] + ["2120501 城乡社区环境卫生 680.45", "Ａ１ abc ①"]
    slow = SentenceTransformer(str(BUNDLED), device="cpu", local_files_only=True).encode(texts)
    assert np.abs(slow.astype(np.float32) - bundled.embed(texts)).max() < 1e-3


def test_loading_the_bundled_model_imports_no_torch():
    code = (
        "import sys; from ingest.embedding.load import load_embedding\n"
        "load_embedding('').embed_question('钱去哪了')\n"
        "print([name for name in ('torch', 'sentence_transformers', 'transformers') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_missing_bundled_model_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr("ingest.embedding.load.BUNDLED", tmp_path)
    with pytest.raises(EmbeddingUnavailable, match="make embedding"):
        load_embedding("")


def test_fingerprint_follows_the_vectors_not_the_model_card(tmp_path, bundled):
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).write_bytes((BUNDLED / name).read_bytes())
    before = load_static(tmp_path).fingerprint
    (tmp_path / "README.md").write_text("改了说明", "utf-8")
    assert load_static(tmp_path).fingerprint == before
    weights = bytearray((tmp_path / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (tmp_path / "model.safetensors").write_bytes(weights)
    assert load_static(tmp_path).fingerprint != before


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real disclosures are not beside this checkout")
def test_retrieval_on_documents_kept_out_of_training_beats_bigram_bm25(bundled):
    questions, passages = read_questions(), read_passages(CORPUS, held_out=True)
    ranks = questions_to_ranks(questions, passages, embedding_ranker(bundled.embed))
    assert len(ranks) == len(questions)
    assert recall(ranks, 1) >= 0.7 and recall(ranks, 5) >= 0.9
    assert recall(ranks, 5) > recall(questions_to_ranks(questions, passages, bigram_bm25), 5) + 0.1


def test_tokenizer_training_is_reproducible():
    texts = ["财政拨款收入支出决算总体情况说明", "一般公共预算财政拨款支出", "公务接待费"] * 20
    assert texts_to_tokenizer(texts, size=4000).to_str() == texts_to_tokenizer(texts, size=4000).to_str()


def test_statutes_give_headings_neighbours_and_halves():
    rows = [
        ("甲法 第一章", "第一条的前一半内容在这里，第一条的后一半内容在那里。"),
        ("甲法 第一章", "第二条。"),
    ]
    pairs = statutes_to_pairs(rows)
    assert rows[0] in pairs and (rows[0][1], rows[1][1]) in pairs
    assert ("第一条的前一半内容在这里，", "第一条的后一半内容在那里。") in pairs
