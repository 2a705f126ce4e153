"""Files to facts and passages: the whole arrow, one document one transaction (读入流程)."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from ingest.absences import absences
from ingest.cells import About, table_to_facts
from ingest.checks.examined import Examined
from ingest.checks.prove import counted, prove
from ingest.chunks import to_chunks
from ingest.entities import identify
from ingest.errors import IngestError, StoreUnavailable, UnreadableFile
from ingest.facts import FactStore
from ingest.figures import sections_to_facts
from ingest.folders import find_files, kind_inside, kind_of, reading_of, shown_name, why_closed
from ingest.model import Document, Fact, Kind, Misread, Page, Reading, Stage
from ingest.passages import PassageStore
from ingest.phrases import coded_subjects
from ingest.readers.pdf import read_pdf
from ingest.readers.plain import read_text
from ingest.sections import pages_to_sections
from ingest.settings import Settings
from ingest.succession import Verdict, facts_to_figures, judge
from ingest.tables import pages_to_tables

_DISK = "请检查磁盘空间和 MINGBAI_DATA 的写入权限"
_STAGES = {Kind.FINAL_ACCOUNTS: Stage.FINAL_ACCOUNTS, Kind.PERFORMANCE: Stage.FINAL_ACCOUNTS}


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
) -> list[FileReport]:
    """Read files and folders into the stores; a file that cannot be read is reported, the others go on.

    ``report`` is called after each file, ``progress`` with file name and page while a file is read.
    Raises ``StoreUnavailable`` or ``EmbeddingUnavailable`` when there is nowhere to put what was read.
    """
    reports = []
    with closing(FactStore(settings)) as facts, closing(PassageStore(settings)) as passages:
        for path in find_files(paths).files:
            started = time.perf_counter()
            try:
                done = _ingest(path, settings, facts, passages, progress)
            except UnreadableFile as error:
                name = shown_name(path)
                done = FileReport(name, "failed", error=str(error).replace(path.name, name))
            done = replace(done, seconds=round(time.perf_counter() - started, 2))
            reports.append(done)
            if report:
                report(done)
    return reports


def read_file(path: Path, settings: Settings, progress: Callable[[int], None] | None = None) -> Reading:
    """One file as everything that it gives; nothing is stored. Raises ``UnreadableFile``."""
    digest = _digest(path, settings)
    pages = _pages(path, settings, progress)
    tables = pages_to_tables(pages)
    sections = pages_to_sections(pages)
    file = shown_name(path)
    who = identify(file, pages, tables, sections)
    about = About(who.entity, who.year, _STAGES.get(who.kind, Stage.BUDGET))
    cells, misread = _cells([table_to_facts(table, about) for table in tables])
    found = [
        *cells,
        *sections_to_facts(sections, about, coded_subjects(cells)),
        *absences(sections, tables, about),
    ]
    document = Document(
        digest[:16], file, digest, who.title, who.entity, who.aliases, who.level, who.region, who.year, who.kind,
        len(pages), f"files/{digest[:16]}{reading_of(path)}", who.disclosure, who.revision,
    )  # fmt: skip
    chunks = to_chunks(document.id, sections, tables)
    checks = prove(Examined(document, pages, tables, sections, tuple(found)))
    warnings = (*_warnings(who.entity, who.year, pages), *counted(checks))
    return Reading(document, tables, tuple(found), chunks, tuple(misread), warnings, checks)


def _ingest(
    path: Path,
    settings: Settings,
    facts: FactStore,
    passages: PassageStore,
    progress: Callable[[str, int], None] | None,
) -> FileReport:
    digest = _digest(path, settings)
    name = shown_name(path)
    known = facts.document(digest[:16])
    if known is not None:
        return _unchanged(name, known, facts, passages)
    reading = read_file(path, settings, (lambda page: progress(name, page)) if progress else None)
    verdict = _verdict(reading, facts)
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
    held = [(d, facts_to_figures(facts.facts(d.id))) for d in others]
    return judge(new, facts_to_figures(reading.facts), held)


def _copy(path: Path, target: Path) -> None:
    """Keep the file, so that its pages can be shown; raises ``StoreUnavailable`` where it cannot be written."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    except OSError as error:
        reason = error.strerror or error.__class__.__name__
        raise StoreUnavailable(f"{path.name} 的副本写不进 {target.parent}：{reason}。{_DISK}") from error


def _digest(path: Path, settings: Settings) -> str:
    limit = settings.max_file_mb * 1024 * 1024
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= limit else b""
    except OSError as error:
        raise UnreadableFile(path.name, *why_closed(error)) from error
    if size == 0:
        raise UnreadableFile(path.name, "文件是空的", "请重新下载")
    if size > limit:
        advice = "请拆分文件，或调大 MINGBAI_MAX_FILE_MB"
        raise UnreadableFile(
            path.name, f"文件有 {size / 1024 / 1024:.1f} MB，超过上限 {settings.max_file_mb} MB", advice
        )
    return hashlib.sha256(content).hexdigest()


def _pages(path: Path, settings: Settings, progress: Callable[[int], None] | None) -> tuple[Page, ...]:
    suffix = reading_of(path)
    inside = kind_inside(path)
    if suffix == ".pdf" and inside is not None:
        advice = "请重新下载，或用原来的软件重新另存为 PDF"
        raise UnreadableFile(path.name, f"不是完整的 PDF 文件，内容是{inside.name}", advice)
    if suffix == ".pdf":
        return read_pdf(path, settings, progress)
    if suffix == ".txt":
        return read_text(path)
    kind = kind_of(path)
    raise UnreadableFile(path.name, f"不支持{kind.name}（{path.suffix or '没有后缀'}）", kind.advice)


def _cells(read: Sequence[tuple[list[Fact], list[Misread]]]) -> tuple[list[Fact], list[Misread]]:
    return [f for facts, _ in read for f in facts], [m for _, missed in read for m in missed]


def _warnings(entity: str, year: int, pages: Sequence[Page]) -> tuple[str, ...]:
    found = []
    if not entity:
        found.append("没有找到单位名称")
    if not year:
        found.append("没有找到年度")
    troubled: dict[str, list[str]] = {}
    for page in pages:
        if page.trouble:
            troubled.setdefault(page.trouble, []).append(str(page.number))
    found += [f"第{'、'.join(numbers)}页{trouble}" for trouble, numbers in troubled.items()]
    return tuple(found)
