"""One file to everything that it gives: facts, passages, checks, and what was not understood (读一个文件)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from ingest.absences import absences
from ingest.all_money import of_all_money
from ingest.cells import About, table_to_facts
from ingest.checks.examined import Examined
from ingest.checks.prove import counted, prove
from ingest.chunks import to_chunks
from ingest.content_cells import content_facts
from ingest.contents import to_contents
from ingest.entities import identify
from ingest.errors import UnreadableFile
from ingest.figures import sections_to_facts
from ingest.folders import kind_inside, kind_of, reading_of, shown_name, why_closed
from ingest.glossaries import part_glossaries
from ingest.model import Document, Fact, Kind, Misread, Page, Reading, Stage, Table
from ingest.one_name import one_name
from ingest.phrases import coded_subjects
from ingest.printed_for import tables_of_units, to_unit
from ingest.proven_unit import Said, amounts_said, proven_unit
from ingest.readers.pdf import read_pdf
from ingest.readers.plain import read_text
from ingest.sections import pages_to_sections
from ingest.settings import Settings
from ingest.stated_unit import stated_unit
from ingest.tables import pages_to_tables
from ingest.turned import as_shown

_STAGES = {Kind.FINAL_ACCOUNTS: Stage.FINAL_ACCOUNTS, Kind.PERFORMANCE: Stage.FINAL_ACCOUNTS}


def read_file(path: Path, settings: Settings, progress: Callable[[int], None] | None = None) -> Reading:
    """One file as everything that it gives; nothing is stored. Raises ``UnreadableFile``."""
    digest = digest_of(path, settings)
    pages = _pages(path, settings, progress)
    tables = pages_to_tables(pages)
    sections = part_glossaries(pages_to_sections(pages))
    file = shown_name(path)
    who = identify(file, pages, tables, sections)
    about = About(who.entity, who.year, _STAGES.get(who.kind, Stage.BUDGET), stated_unit(sections))
    cells, misread = _cells(tables, about, amounts_said(sections))
    misread += [doubt for page in pages for doubt in page.doubts]
    known = coded_subjects(cells)
    found = [
        *cells,
        *content_facts(tables, about, known),
        *of_all_money(sections_to_facts(sections, about, known), sections, tables),
        *absences(sections, tables, about),
    ]
    found = one_name(found, who.entity, who.region)
    document = Document(
        digest[:16], file, digest, who.title, who.entity, who.aliases, who.level, who.region, who.year, who.kind,
        len(pages), f"files/{digest[:16]}{reading_of(path)}", who.disclosure, who.revision,
    )  # fmt: skip
    chunks = to_chunks(document.id, sections, tables)
    chunks += to_contents(document.id, len(chunks), pages)
    checks = prove(Examined(document, pages, tables, sections, tuple(found)))
    warnings = (*_warnings(who.entity, who.year, pages), *counted(checks))
    return as_shown(Reading(document, tables, tuple(found), chunks, tuple(misread), warnings, checks), pages)


def digest_of(path: Path, settings: Settings) -> str:
    """SHA-256 of a file. Raises ``UnreadableFile`` where it is not there, empty, or larger than is allowed."""
    limit = settings.max_file_mb * 1024 * 1024
    try:
        size = path.stat().st_size
        digest = _digest(path) if size <= limit else ""
    except OSError as error:
        raise UnreadableFile(path.name, *why_closed(error)) from error
    if size == 0:
        raise UnreadableFile(path.name, "文件是空的", "请重新下载")
    if size > limit:
        advice = "请拆分文件，或调大 MINGBAI_MAX_FILE_MB"
        raise UnreadableFile(
            path.name, f"文件有 {size / 1024 / 1024:.1f} MB，超过上限 {settings.max_file_mb} MB", advice
        )
    return digest


def _digest(path: Path) -> str:
    """SHA-256 of a file, read piece by piece: a server holds no whole file in memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


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


def _cells(tables: Sequence[Table], about: About, said: Said) -> tuple[list[Fact], list[Misread]]:
    units = tables_of_units(tables, about.entity)
    read = [table_to_facts(table, replace(about, proven=proven_unit(table, said))) for table in tables]
    read = [
        (to_unit(facts, unit, about.entity) if (unit := units.get(table.sequence)) else facts, missed)
        for table, (facts, missed) in zip(tables, read, strict=True)
    ]
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
