"""Files to facts and passages: the whole arrow, one document one transaction (读入流程)."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ingest.errors import IngestError, StoreUnavailable, UnreadableFile
from ingest.facts import FactStore
from ingest.folders import find_files, shown_name
from ingest.model import Document, Misread, Reading
from ingest.passages import PassageStore
from ingest.reading import digest_of
from ingest.renewal import renew
from ingest.settings import Settings
from ingest.succession import Verdict, facts_to_figures, judge
from ingest.workers import Outcome, read_files

_DISK = "请检查磁盘空间和 MINGBAI_DATA 的写入权限"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: ``read``, ``unchanged`` (its content was there already) or ``failed``.

    ``remarks`` say what it is to others of its disclosure; ``same_as`` is the name under which the content was there.
    """

    file: str
    status: Literal["read", "unchanged", "failed"]
    pages: int = 0
    tables: int = 0
    facts: int = 0
    passages: int = 0
    misread: int = 0
    seconds: float = 0.0
    error: str = ""
    warnings: tuple[str, ...] = ()
    missed: tuple[Misread, ...] = ()
    remarks: tuple[str, ...] = ()
    same_as: str = ""


def ingest_paths(
    paths: Sequence[Path],
    settings: Settings,
    report: Callable[[FileReport], None] | None = None,
    progress: Callable[[str, int], None] | None = None,
    notice: Callable[[str], None] = lambda line: None,
) -> list[FileReport]:
    """Read files and folders into the stores; a file that cannot be read is reported, the others go on.

    ``report`` is called after each file, ``progress`` with file name and page while a file is read, ``notice`` with
    a line where all that is stored is embedded anew first, because another model is set.
    Raises ``StoreUnavailable`` or ``EmbeddingUnavailable`` when there is nowhere to put what was read.
    """
    reports = []
    told = (lambda path, page: progress(shown_name(path), page)) if progress else None
    with closing(FactStore(settings)) as facts, closing(PassageStore(settings)) as passages:
        renew(facts, passages, notice)
        files = find_files(paths).files
        unread = [path for path in files if _unread(path, settings, facts)]
        with closing(read_files(unread, settings, told)) as outcomes:
            for path in files:
                outcome = next(outcomes) if path in unread else Outcome()
                done = store_outcome(path, settings, facts, passages, outcome)
                reports.append(done)
                if report:
                    report(done)
    return reports


def _unread(path: Path, settings: Settings, facts: FactStore) -> bool:
    """Whether a file has to be read: it can be, and its content is not there."""
    try:
        return facts.document(digest_of(path, settings)[:16]) is None
    except UnreadableFile:
        return False


def store_outcome(
    path: Path,
    settings: Settings,
    facts: FactStore,
    passages: PassageStore,
    outcome: Outcome,
    replaced: Document | None = None,
) -> FileReport:
    """Store what was read of a file, and report on it; ``replaced`` is the document whose place it is to take.

    The report's seconds are those of reading and of storing. Raises ``StoreUnavailable`` or ``EmbeddingUnavailable``.
    """
    started = time.perf_counter()
    try:
        done = _ingest(path, settings, facts, passages, outcome, replaced)
    except UnreadableFile as error:
        name = shown_name(path)
        done = FileReport(name, "failed", error=str(error).replace(path.name, name))
    return replace(done, seconds=round(outcome.seconds + time.perf_counter() - started, 2))


def remove_document(document: Document, settings: Settings, facts: FactStore, passages: PassageStore) -> None:
    """Take a document out of the stores, and its copy; what it had replaced counts again.

    Vectors first: without its document in the facts store, nobody would find them to delete them later.
    """
    passages.delete(document.id)
    facts.delete(document.id)
    copy = settings.data / document.path
    if document.path and copy.is_file():
        copy.unlink()


def _ingest(
    path: Path,
    settings: Settings,
    facts: FactStore,
    passages: PassageStore,
    outcome: Outcome,
    replaced: Document | None,
) -> FileReport:
    name = shown_name(path)
    known = facts.document(digest_of(path, settings)[:16])
    if known is not None:
        _insist_on_other(path, known, replaced)
        return _unchanged(name, known, facts, passages)
    reading = outcome.reading
    if reading is None:
        raise outcome.error or UnreadableFile(path.name, "读入时被改动", "请重新导入")
    verdict = _verdict(reading, facts)
    if replaced is not None:
        verdict = _in_place_of(path, reading.document, replaced, verdict)
    if verdict.under is not None:
        reading = replace(reading, document=replace(reading.document, superseded_by=verdict.under.id))

    def keep() -> None:
        # The copy first: it is what fails on a full disk, and vectors know no way back.
        copy = settings.data / reading.document.path
        _copy(path, copy)
        try:
            passages.replace(reading.document.id, reading.chunks)
        except IngestError:
            copy.unlink(missing_ok=True)
            raise

    facts.save(reading, keep, [d.id for d in verdict.over])
    return FileReport(
        name, "read", reading.document.pages, len(reading.tables), len(reading.facts), len(reading.chunks),
        len(reading.misread), warnings=reading.warnings, missed=reading.misread, remarks=verdict.remarks,
    )  # fmt: skip


def _insist_on_other(path: Path, known: Document, replaced: Document | None) -> None:
    """Content that is there already under another id takes nobody's place."""
    if replaced is not None and known.id != replaced.id:
        reason = f"内容和已在库的《{known.file}》完全相同"
        raise UnreadableFile(path.name, reason, f"若《{replaced.file}》已作废，请直接移除它")


def _in_place_of(path: Path, new: Document, old: Document, verdict: Verdict) -> Verdict:
    """The verdict that a person gave: the new one counts instead of the old; only for one and the same disclosure."""
    if not new.disclosure or new.disclosure != old.disclosure:
        said = f"{new.entity or '（没读出单位）'}{new.year or '（没读出年度）'}年{new.kind.value}"
        reason = f"这是{said}，和要替换的《{old.file}》不是同一份公开"
        raise UnreadableFile(path.name, reason, "请核对文件；若确要更换，请先移除旧文件，再导入新文件")
    over = {document.id: document for document in (*verdict.over, old)}
    under = None if verdict.under is not None and verdict.under.id == old.id else verdict.under
    return Verdict(
        tuple(over.values()), under, (f"取代《{old.file}》：由管理人员替换；旧文件保留，不再用来回答",)
    )


def _unchanged(name: str, known: Document, facts: FactStore, passages: PassageStore) -> FileReport:
    """The report on content that is there; passages that the current model has not seen are embedded."""
    if passages.needs_embedding(known.id):
        passages.replace(known.id, facts.chunks(known.id))
    count = facts.counts().get(known.id, (0, 0))
    missed = tuple(facts.misread(known.id))
    newer = facts.document(known.superseded_by) if known.superseded_by else None
    remarks = (f"已被《{newer.file}》取代，不用来回答",) if newer else ()
    return FileReport(
        name, "unchanged", known.pages, facts=count[0], passages=count[1], misread=len(missed),
        warnings=facts.warnings(known.id), missed=missed, remarks=remarks,
        same_as=known.file,
    )  # fmt: skip


def _verdict(reading: Reading, facts: FactStore) -> Verdict:
    """What a new reading is to the documents of its disclosure that count."""
    new = reading.document
    others = [d for d in facts.documents(current=True) if new.disclosure and d.disclosure == new.disclosure]
    if not others:
        return Verdict()
    held = [(d, facts_to_figures(facts.printed(d.id))) for d in others]
    return judge(new, facts_to_figures(reading.facts), held)


def _copy(path: Path, target: Path) -> None:
    """Keep the file, so that its pages can be shown; raises ``StoreUnavailable`` where it cannot be written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    except OSError as error:
        reason = error.strerror or error.__class__.__name__
        raise StoreUnavailable(f"{path.name} 的副本写不进 {target.parent}：{reason}。{_DISK}") from error
