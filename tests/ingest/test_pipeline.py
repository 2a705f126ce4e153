"""Files to facts and passages in one go: each file once, copied, found again, and the same whatever the order."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.contents import CONTENTS
from ingest.errors import IngestError
from ingest.facts import FactStore
from ingest.passages import PassageStore
from ingest.pipeline import FileReport, ingest_paths
from ingest.reading import read_file
from ingest.settings import Settings
from tests.ingest.disclosures import CENTRE, SAMPLE_FILES, URBAN_2024, path_of, read

TWO = (CENTRE, URBAN_2024)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data=tmp_path_factory.mktemp("pipeline") / "data", database_url="", chroma_url="")


@pytest.fixture(scope="module")
def told() -> list[tuple[str, int]]:
    return []


@pytest.fixture(scope="module")
def reports(config: Settings, told: list[tuple[str, int]]) -> list[FileReport]:
    """Two samples read into an empty store."""
    return ingest_paths(
        [path_of(name) for name in TWO], config, progress=lambda name, page: told.append((name, page))
    )


@pytest.fixture
def store(config: Settings, reports: list[FileReport]) -> Iterator[FactStore]:
    opened = FactStore(config)
    yield opened
    opened.close()


def test_a_report_says_what_was_read(reports: list[FileReport]) -> None:
    assert [(r.file, r.status, r.pages) for r in reports] == [
        (Path(CENTRE).name, "read", 18),
        (Path(URBAN_2024).name, "read", 20),
    ]
    for report, name in zip(reports, TWO, strict=True):
        reading = read(name).reading
        assert (report.tables, report.facts) == (len(reading.tables), len(reading.facts))
        assert (report.passages, report.misread) == (len(reading.chunks), len(reading.misread))
        assert report.seconds > 0 and not report.error


def test_progress_names_file_and_page(reports: list[FileReport], told: list[tuple[str, int]]) -> None:
    for name, pages in ((CENTRE, 18), (URBAN_2024, 20)):
        assert [page for file, page in told if file == Path(name).name] == list(range(1, pages + 1))


def texts_in(store: FactStore) -> int:
    """Passages that are searched: a table of contents stands aside."""
    return sum(chunk.path != CONTENTS for d in store.documents() for chunk in store.chunks(d.id))


def test_both_stores_hold_the_same_passages(
    store: FactStore, config: Settings, reports: list[FileReport]
) -> None:
    passages = PassageStore(config)
    assert passages.count() == texts_in(store)
    for document in store.documents():
        assert not passages.needs_embedding(document.id)
        (nearest,) = passages.query("本单位主要职责是什么", [document.id], 1)
        assert nearest[0] in {c.id for c in store.chunks(document.id)}
    passages.close()


def test_the_file_is_kept_byte_for_byte(store: FactStore, config: Settings) -> None:
    originals = {path_of(name).name: path_of(name).read_bytes() for name in TWO}
    for document in store.documents():
        kept = (config.data / document.path).read_bytes()
        assert kept == originals[document.file]
        assert hashlib.sha256(kept).hexdigest() == document.sha256
    assert len(list(config.files.iterdir())) == len(TWO)


def test_reading_again_changes_nothing(store: FactStore, config: Settings, reports: list[FileReport]) -> None:
    before = {d.id: (d, store.facts(d.id), store.chunks(d.id)) for d in store.documents()}
    again = ingest_paths([path_of(name) for name in reversed(TWO)], config)
    assert [r.status for r in again] == ["unchanged", "unchanged"]
    assert [(r.file, r.facts, r.passages) for r in again] == [
        (r.file, r.facts, r.passages) for r in reversed(reports)
    ]
    assert {d.id: (d, store.facts(d.id), store.chunks(d.id)) for d in store.documents()} == before


def test_the_same_content_under_another_name_is_no_second_document(
    store: FactStore, config: Settings, tmp_path: Path
) -> None:
    copy = tmp_path / "另一个名字.pdf"
    shutil.copyfile(path_of(CENTRE), copy)
    (report,) = ingest_paths([copy], config)
    assert report.status == "unchanged"
    assert len(store.documents()) == len(TWO)


def test_a_lost_vector_store_is_filled_again_from_the_facts(
    store: FactStore, config: Settings, reports: list[FileReport]
) -> None:
    passages = PassageStore(config)
    document = next(d for d in store.documents() if d.file == Path(CENTRE).name)
    passages.delete(document.id)
    assert passages.needs_embedding(document.id)
    passages.close()
    assert ingest_paths([path_of(CENTRE)], config)[0].status == "unchanged"
    passages = PassageStore(config)
    assert passages.count() == texts_in(store)
    passages.close()


def test_a_failed_copy_leaves_no_document(tmp_path: Path) -> None:
    """The folder of copies cannot be made, since a file is in its place: neither store may keep the document."""
    config = Settings(data=tmp_path, database_url="", chroma_url="")
    config.files.write_text("not a folder")
    with pytest.raises((OSError, IngestError)):
        ingest_paths([path_of(CENTRE)], config)
    store = FactStore(config)
    assert store.documents() == [] and store.counts() == {}
    store.close()


def test_a_failed_copy_leaves_no_vectors(tmp_path: Path) -> None:
    config = Settings(data=tmp_path, database_url="", chroma_url="")
    config.files.write_text("not a folder")
    with pytest.raises((OSError, IngestError)):
        ingest_paths([path_of(CENTRE)], config)
    passages = PassageStore(config)
    count = passages.count()
    passages.close()
    assert count == 0


def test_a_failed_copy_is_told(tmp_path: Path) -> None:
    config = Settings(data=tmp_path, database_url="", chroma_url="")
    config.files.write_text("not a folder")
    with pytest.raises(IngestError, match="MINGBAI_DATA"):
        ingest_paths([path_of(CENTRE)], config)


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_a_reading_holds_together(name: str) -> None:
    """Every fact stands on a page of the document, in a table of the document, with money in 元."""
    reading = read(name).reading
    titles = {t.sequence for t in reading.tables}
    assert reading.facts and reading.chunks and not reading.warnings
    for fact in reading.facts:
        assert 1 <= fact.source.page <= reading.document.pages
        assert fact.source.sequence in titles or fact.source.quote
        assert (fact.yuan is None) == (
            fact.value is None or fact.unit not in ("元", "千元", "万元", "百万元", "亿元")
        )
    assert reading.document.id == reading.document.sha256[:16]


@pytest.mark.parametrize("name", SAMPLE_FILES)
def test_few_cells_are_left_not_understood(name: str) -> None:
    """A sample was written for this program: what it prints in its tables it must understand."""
    assert [(m.page, m.text, m.reason) for m in read(name).reading.misread] == []


def test_reading_a_file_writes_nothing(tmp_path: Path) -> None:
    read_file(path_of(CENTRE), Settings(data=tmp_path / "data"))
    assert list(tmp_path.iterdir()) == []
