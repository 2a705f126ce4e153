"""Another embedding model, chosen by MINGBAI_EMBEDDING_MODEL, is loaded through sentence-transformers."""

from __future__ import annotations

import json

import numpy as np
import pytest

from ingest.embedding.load import load_embedding
from ingest.errors import EmbeddingUnavailable
from ingest.settings import Settings

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
