"""While the server is up already: what running text needs is loaded, and trouble is told, not raised."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from ingest.facts import FactStore
from ingest.passages import PassageStore
from ingest.settings import Settings
from service.web.readiness import make_ready
from tests.ingest.test_concordance import TEXTS, reading


def test_another_model_embeds_everything_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data=tmp_path, database_url="", chroma_url="", embedding_model="")
    with closing(FactStore(settings)) as facts, closing(PassageStore(settings)) as passages:
        facts.save(reading("甲"))
        passages.replace("甲", reading("甲").chunks)
    monkeypatch.setattr("ingest.embedding.load._folder_fingerprint", lambda folder: "0123456789abcdef")
    lines: list[str] = []
    make_ready(settings, lines.append).join(60)
    assert len(lines) == 2 and "1 份文件" in lines[0]
    with closing(PassageStore(settings)) as passages:
        assert not passages.renewing and passages.count() == len(TEXTS)


def test_a_store_that_does_not_open_is_told(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, database_url="", chroma_url="http://127.0.0.1:9")
    lines: list[str] = []
    make_ready(settings, lines.append).join(60)
    assert len(lines) == 1 and "MINGBAI_CHROMA_URL" in lines[0]
