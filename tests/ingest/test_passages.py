"""The vector store over a real Chroma: replaced as a whole, found by meaning, and never silently empty."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest.errors import EmbeddingUnavailable, StoreUnavailable
from ingest.model import Chunk
from ingest.passages import PassageStore
from ingest.settings import Settings

ROOT = Path(__file__).parents[2]
BOX = (0.0, 0.0, 1.0, 1.0)
TEXTS = {
    ("第一部分 概况", "一、部门主要职责"): "负责辖区图书借阅和阅读推广；承担馆藏文献的管理工作。",
    ("第三部分 情况说明", "九、“三公”经费支出说明"): "全年公务接待三批次，公务用车运行维护费用于燃料和维修。",
    ("第三部分 情况说明", "二、收入情况说明"): "收入减少的主要原因是人员调出，项目完工。",
}


def chunks(document_id: str) -> list[Chunk]:
    rows = enumerate(TEXTS.items())
    return [Chunk(document_id, number, path, text, ((number + 1, BOX),)) for number, (path, text) in rows]


@pytest.fixture
def store(tmp_path):
    opened = PassageStore(Settings(data=tmp_path))
    yield opened
    opened.close()


def test_question_finds_the_passage_that_means_it(store):
    assert store.replace("馆", chunks("馆")) == 3
    for question, number in [("这单位是干啥的", 0), ("请客吃饭花了多少", 1), ("钱为什么变少了", 2)]:
        found = store.query(question, ["馆"], 3)
        assert found[0][0] == f"馆:{number:04d}"
        assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


def test_similarity_is_the_cosine(store):
    store.replace("馆", chunks("馆"))
    path, text = next(iter(TEXTS.items()))
    ((found, cosine),) = store.query(f"{' '.join(path)} {text}", None, 1)
    assert found == "馆:0000" and cosine == pytest.approx(1, abs=1e-3)


def test_nearness_of_known_passages_is_what_the_query_finds(store):
    held = chunks("馆")
    store.replace("馆", held)
    found = dict(store.query("这单位是干啥的", ["馆"], 3))
    near = store.nearness("这单位是干啥的", [c.id for c in held])
    assert near == pytest.approx(found, abs=1e-5)
    assert store.nearness("这单位是干啥的", ["馆:0001"]) == pytest.approx(
        {"馆:0001": found["馆:0001"]}, abs=1e-5
    )
    assert store.nearness("这单位是干啥的", []) == store.nearness("这单位是干啥的", ["没有:0000"]) == {}


def test_replacing_is_idempotent_and_leaves_no_old_passage(store):
    for _ in range(2):
        store.replace("馆", chunks("馆"))
    assert store.count() == 3
    assert store.replace("馆", chunks("馆")[:1]) == 1
    assert store.count() == 1
    assert store.replace("馆", []) == 0 and store.count() == 0


def test_documents_are_kept_apart(store):
    for document_id in ("甲", "乙"):
        store.replace(document_id, chunks(document_id))
    assert {chunk_id[0] for chunk_id, _ in store.query("职责", ["乙"], 10)} == {"乙"}
    assert {chunk_id[0] for chunk_id, _ in store.query("职责", None, 10)} == {"甲", "乙"}
    assert store.query("职责", [], 10) == []
    assert store.query("职责", ["丙"], 10) == []
    store.delete("甲")
    store.delete("甲")
    assert (store.count(), store.needs_embedding("甲"), store.needs_embedding("乙")) == (3, True, False)


def test_passages_outlive_the_store_object(tmp_path):
    first = PassageStore(Settings(data=tmp_path))
    first.replace("馆", chunks("馆"))
    first.close()
    second = PassageStore(Settings(data=tmp_path))
    assert second.count() == 3
    second.close()
    assert second.count() == 3  # a closed store opens again
    second.close()


def test_stores_of_one_folder_open_and_close_in_several_threads_at_once(store, tmp_path):
    store.replace("馆", chunks("馆"))

    def ask(_: int) -> int:
        other = PassageStore(Settings(data=tmp_path))
        found = len(other.query("图书借阅归谁管", None, 3))
        other.close()
        return found

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(40))) == [3] * 40
    assert store.count() == 3


def test_metadata_leads_back_to_the_place(store):
    store.replace("馆", chunks("馆"))
    with store._store() as opened:
        kept = opened.written.collection.get(ids=["馆:0001"])["metadatas"][0]
    assert kept == {"document_id": "馆", "page": 2}


def test_another_model_starts_another_collection(store, tmp_path, monkeypatch):
    store.replace("馆", chunks("馆"))
    monkeypatch.setattr("ingest.embedding.load._folder_fingerprint", lambda folder: "0123456789abcdef")
    other = PassageStore(Settings(data=tmp_path))
    assert other.needs_embedding("馆") and other.count() == 0
    other.close()
    assert store.count() == 3


def test_question_without_a_known_word_finds_nothing(store):
    store.replace("馆", chunks("馆"))
    assert store.query("？？", None, 3) == []


def test_unusable_folder_is_an_error_not_an_empty_answer(tmp_path):
    (tmp_path / "chroma").write_text("这里应当是目录", "utf-8")
    broken = PassageStore(Settings(data=tmp_path))
    with pytest.raises(StoreUnavailable, match="chroma"):
        broken.query("职责", ["馆"], 3)


def test_server_that_does_not_answer_is_an_error(tmp_path):
    broken = PassageStore(Settings(data=tmp_path, chroma_url="http://127.0.0.1:9"))
    with pytest.raises(StoreUnavailable, match="MINGBAI_CHROMA_URL"):
        broken.count()


def test_failing_model_keeps_the_old_passages(store, tmp_path, monkeypatch):
    store.replace("馆", chunks("馆"))

    def fail(*_: object) -> None:
        raise EmbeddingUnavailable("模型坏了")

    with monkeypatch.context() as patch:
        patch.setattr("ingest.embedding.nodes.NodeEmbedding._get_text_embeddings", fail)
        with pytest.raises(EmbeddingUnavailable):
            store.replace("馆", chunks("馆"))
    assert store.count() == 3


def test_importing_the_module_is_cheap():
    heavy = "('torch', 'llama_index', 'chromadb', 'sentence_transformers', 'tokenizers')"
    code = f"import sys, ingest.passages; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


@pytest.fixture
def chroma_server(tmp_path):
    command = Path(sys.executable).with_name("chroma")
    if not command.exists():
        pytest.skip("no chroma command beside this Python")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["run", "--path", str(tmp_path / "server"), "--host", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen([command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        else:
            pytest.skip("the chroma server did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


ON_A_SERVER = """
from ingest.passages import PassageStore
from ingest.settings import Settings
from tests.ingest.test_passages import chunks
remote = PassageStore(Settings())
print(remote.replace("馆", chunks("馆")), remote.query("这单位是干啥的", ["馆"], 1)[0][0])
remote.delete("馆")
print(remote.count())
"""


@pytest.mark.server
def test_chroma_server_serves_like_the_embedded_store(chroma_server, tmp_path):
    # In a process of its own: chromadb leaves its connections open, and a warning is an error here.
    settings = {"MINGBAI_CHROMA_URL": chroma_server, "MINGBAI_DATA": str(tmp_path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", ON_A_SERVER]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["3", "馆:0000", "0"], done.stderr
    assert not (tmp_path / "chroma").exists()
