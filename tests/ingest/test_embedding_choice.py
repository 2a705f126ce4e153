"""Another embedding model, chosen by MINGBAI_EMBEDDING_MODEL, is loaded through sentence-transformers."""

from __future__ import annotations

import json

import numpy as np
import pytest

from ingest.embedding.load import load_embedding
from ingest.errors import EmbeddingUnavailable
from ingest.facts import FactStore
from ingest.passages import PassageStore
from ingest.renewal import renew
from ingest.settings import Settings
from tests.ingest.test_concordance import TEXTS, reading

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tiny_transformer(tmp_path_factory):
    """A real BERT of two layers with a vocabulary of characters, saved as a sentence-transformers folder."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    folder = tmp_path_factory.mktemp("tiny")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"部门主要职责这个单位是干什么的钱花在哪里"]
    words = list(dict.fromkeys(words))
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder / "bert")
    BertTokenizer(vocab=str(folder / "vocab.txt")).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"))
    model = SentenceTransformer(modules=[transformer, Pooling(transformer.get_embedding_dimension())])
    model.save(str(folder / "model"))
    return folder / "model"


def test_named_model_is_loaded(tiny_transformer, monkeypatch):
    monkeypatch.setenv("MINGBAI_EMBEDDING_MODEL", str(tiny_transformer))
    embedder = load_embedding(Settings().embedding_model)
    vectors = embedder.embed(["部门主要职责", "这个单位是干什么的"])
    assert embedder.dimensions == 32 and vectors.shape == (2, 32)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert embedder.embed_question("部门主要职责") == pytest.approx(vectors[0], abs=1e-5)


def test_fingerprints_tell_models_apart(tiny_transformer):
    embedder = load_embedding(str(tiny_transformer))
    assert embedder.fingerprint == load_embedding(str(tiny_transformer)).fingerprint
    assert embedder.fingerprint != load_embedding("").fingerprint


def test_model_that_is_not_there_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(EmbeddingUnavailable, match="MINGBAI_EMBEDDING_MODEL"):
        load_embedding(str(tmp_path / "missing"))


def test_broken_model_folder_says_what_to_do(tmp_path):
    (tmp_path / "modules.json").write_text(
        json.dumps([{"idx": 0, "name": "0", "path": "", "type": "no.such"}])
    )
    with pytest.raises(EmbeddingUnavailable, match="MINGBAI_EMBEDDING_MODEL"):
        load_embedding(str(tmp_path))


@pytest.fixture
def stores(tmp_path):
    """A store of two documents embedded by the bundled model, and a way to open it with any model."""
    opened = []

    def open_with(model=""):
        settings = Settings(data=tmp_path / "data", embedding_model=str(model))
        opened.append((FactStore(settings), PassageStore(settings)))
        return opened[-1]

    facts, passages = open_with()
    for key in ("甲", "乙"):
        facts.save(reading(key))
        passages.replace(key, reading(key).chunks)
    passages.close()
    yield open_with
    for facts, passages in opened:
        facts.close()
        passages.close()


QUESTION = "图书借阅归谁管"


def test_the_earlier_vectors_answer_until_the_new_model_has_embedded_everything(stores, tiny_transformer):
    before = stores()[1].query(QUESTION, None, 10)
    facts, passages = stores(tiny_transformer)
    assert passages.renewing and passages.count() == 0
    assert dict(passages.query(QUESTION, None, 10)) == pytest.approx(dict(before))
    lines: list[str] = []
    assert renew(facts, passages, lines.append) == 2
    assert str(tiny_transformer) in lines[0] and "static-256" in lines[0] and len(lines) == 2
    assert not passages.renewing and passages.count() == 2 * len(TEXTS)
    assert passages.models == (str(tiny_transformer),) * 2
    assert dict(passages.query(QUESTION, None, 10)) != pytest.approx(dict(before))
    assert renew(facts, passages, lines.append) == 0 and len(lines) == 2


def test_what_was_broken_off_half_way_goes_on_where_it_stopped(stores, tiny_transformer, monkeypatch):
    facts, passages = stores(tiny_transformer)
    whole = PassageStore.renew
    embedded: list[str] = []

    def fail_at_the_second(store, document_id, chunks):
        if embedded:
            raise EmbeddingUnavailable("断电")
        embedded.append(document_id)
        whole(store, document_id, chunks)

    with monkeypatch.context() as patch:
        patch.setattr(PassageStore, "renew", fail_at_the_second)
        with pytest.raises(EmbeddingUnavailable):
            renew(facts, passages)
    passages.close()
    facts, passages = stores(tiny_transformer)
    assert passages.renewing and passages.count() == len(TEXTS)
    assert passages.query(QUESTION, None, 10) and passages.models[1] == "static-256"
    calls: list[str] = []

    def count_the_calls(self, texts):
        calls.extend(texts)
        return [[1.0] * 32 for _ in texts]

    monkeypatch.setattr("ingest.embedding.nodes.NodeEmbedding._get_text_embeddings", count_the_calls)
    renew(facts, passages)
    assert len(calls) == len(TEXTS)  # the other document alone
    assert not passages.renewing and passages.count() == 2 * len(TEXTS)


def test_documents_that_come_and_go_meanwhile_are_found_by_both_models(stores, tiny_transformer):
    facts, passages = stores(tiny_transformer)
    facts.save(reading("丙", ("渡口由航运所看管",)))
    passages.replace("丙", reading("丙", ("渡口由航运所看管",)).chunks)
    passages.delete("乙")
    facts.delete("乙")
    assert passages.query("渡口归谁管", None, 1)[0][0] == "丙:0000"
    renew(facts, passages)
    assert passages.count() == len(TEXTS) + 1


def test_another_store_object_turns_to_the_new_vectors_when_they_are_done(stores, tiny_transformer):
    facts, passages = stores(tiny_transformer)
    _, asking = stores(tiny_transformer)
    assert asking.models[1] == "static-256"
    renew(facts, passages)
    assert asking.models == (str(tiny_transformer),) * 2


def test_back_to_the_first_model(stores, tiny_transformer):
    facts, passages = stores(tiny_transformer)
    renew(facts, passages)
    passages.close()
    facts, passages = stores()
    renew(facts, passages)
    assert passages.models == ("static-256", "static-256") and passages.count() == 2 * len(TEXTS)
