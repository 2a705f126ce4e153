"""``/v1/documents``: files sent up, in place of others, taken out; and how far each is (上传、替换、移除)."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import Annotated, Any, Protocol

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from ingest.errors import StoreUnavailable
from ingest.model import Document
from service.errors import BadUpload, DocumentNotFound, JobNotFound, ServiceError, UploadTooSlow
from service.keys.model import Caller, Scope
from service.keys.require import require
from service.uploads.intake import Intake
from service.uploads.jobs import Job, State
from service.uploads.names import insist_on_content, safe_name
from service.web.gate import request_id

Staff = Annotated[Caller, Depends(require(Scope.INGEST))]
#: Seconds in which a file has to arrive.
ARRIVAL = 900.0
_FORM = "请用 multipart/form-data 上传，文件放在 file 字段里，一次一份。"
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary", "description": "PDF 或 TXT"}
                    },
                }
            }
        },
    }
}
_ACCEPTED: dict[int | str, dict[str, Any]] = {
    202: {
        "description": "已收下，排队读入；进度见响应头 Location",
        "headers": {"Location": {"schema": {"type": "string"}, "description": "任务的地址"}},
    }
}


class Held(Protocol):
    """What is needed of the facts store here."""

    def document(self, document_id: str, /) -> Document | None:
        """The document with that id."""


class UploadReport(BaseModel):
    """What was read of a file; seconds are those of reading and storing."""

    pages: int = 0
    tables: int = 0
    facts: int = 0
    passages: int = 0
    misread: int = 0
    seconds: float = 0
    warnings: list[str] = []
    remarks: list[str] = []


class UploadJob(BaseModel):
    """How far a file is; ``pages`` is 0 until known, ``document_id`` empty until it is in the store."""

    id: str
    file: str
    status: State
    page: int
    pages: int
    document_id: str
    replaces: str
    message: str
    report: UploadReport
    created_at: str
    finished_at: str


def router(intake: Intake, shelf: Held) -> APIRouter:
    """The routes over one intake; all need a key with the scope ``ingest``."""
    routes = APIRouter(prefix="/v1/documents", tags=["documents"])

    def find(id: str) -> Document:
        document = shelf.document(id)
        if document is None:
            raise DocumentNotFound("没有装入这份文件，可能已被移除；请刷新文件列表。")
        return document

    @routes.get("/jobs")
    def jobs(staff: Staff) -> list[UploadJob]:
        """The latest 50 files that were sent up, the newest first."""
        return [shown(job) for job in intake.jobs.latest()]

    @routes.get("/jobs/{id}")
    def job(id: str, staff: Staff) -> UploadJob:
        """How far a file is."""
        found = intake.jobs.get(id)
        if found is None:
            raise JobNotFound("没有这个上传任务；请看任务列表 /v1/documents/jobs。")
        return shown(found)

    @routes.post("", status_code=202, response_model=UploadJob, responses=_ACCEPTED, openapi_extra=_BODY)
    async def upload(request: Request, staff: Staff) -> Response:
        """Send a file up; it is read in the background."""
        return await accept(request, intake, staff)

    @routes.put("/{id}", status_code=202, response_model=UploadJob, responses=_ACCEPTED, openapi_extra=_BODY)
    async def replace(id: str, request: Request, staff: Staff) -> Response:
        """Send up the file that takes a document's place; that one stays, but is not answered from any more."""
        document = await run_in_threadpool(find, id)
        return await accept(request, intake, staff, document.id)

    @routes.delete("/{id}", status_code=204)
    def remove(id: str, request: Request, staff: Staff) -> Response:
        """Take a document out, with all that was read from it; what it had replaced counts again."""
        intake.remove(find(id), staff, request_id(request))
        return Response(status_code=204)

    return routes


async def accept(request: Request, intake: Intake, caller: Caller, replaces: str = "") -> Response:
    """Receive the file of a form, and put it in the queue."""
    file = await receive(request, intake.folder)
    try:
        job = await run_in_threadpool(intake.submit, file, caller, replaces, request_id(request))
    except (ServiceError, StoreUnavailable):
        shutil.rmtree(file.parent, ignore_errors=True)
        raise
    headers = {"location": f"/v1/documents/jobs/{job.id}"}
    return JSONResponse(shown(job).model_dump(mode="json"), 202, headers)


async def receive(request: Request, folder: Path) -> Path:
    """The file of the form field ``file``, in a folder of its own, under its own name.

    Raises ``BadUpload``, ``KindNotRead``, ``BodyTooLarge``, ``UploadTooSlow``, or ``StoreUnavailable`` (no space).
    """
    try:
        async with asyncio.timeout(ARRIVAL), request.form(max_files=1, max_fields=8) as form:
            part = form.get("file")
            if not isinstance(part, UploadFile):
                raise BadUpload(_FORM)
            return await run_in_threadpool(keep, part, folder)
    except HTTPException as exc:
        raise BadUpload(f"表单读不出来。{_FORM}") from exc
    except TimeoutError as exc:
        raise UploadTooSlow(f"文件在 {ARRIVAL / 60:.0f} 分钟内没有传完，请检查网络后再试。") from exc
    except OSError as exc:
        raise StoreUnavailable("上传的文件写不进数据目录，请管理员检查磁盘空间和权限。") from exc


def keep(part: UploadFile, folder: Path) -> Path:
    """Write a received file to disk, once its name and its first bytes are what is read here."""
    name = safe_name(part.filename or "")
    folder.mkdir(parents=True, exist_ok=True)
    file = Path(tempfile.mkdtemp(dir=folder)) / name
    try:
        with file.open("wb") as target:
            shutil.copyfileobj(part.file, target, 1024 * 1024)
        insist_on_content(file)
    except (ServiceError, OSError):
        shutil.rmtree(file.parent, ignore_errors=True)
        raise
    return file


def shown(job: Job) -> UploadJob:
    """A job as it is told: all but whose key it was."""
    return UploadJob(
        id=job.id, file=job.file, status=job.status, page=job.page, pages=job.pages, document_id=job.document_id,
        replaces=job.replaces, message=job.message, report=UploadReport.model_validate(job.report),
        created_at=job.created_at, finished_at=job.finished_at,
    )  # fmt: skip
