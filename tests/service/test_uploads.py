"""Files sent up: read in the background, in place of others, taken out; and what hostile ones come to."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from ingest.database import Database
from ingest.settings import Settings
from service.keys.model import Scope
from service.keys.store import KeyStore
from service.uploads.jobs import JobStore, State
from service.web.http import create_app
from tests.ingest.publications import BODY, publish, with_figure
from tests.service.admission import bearer
from tests.service.hostile import bomb, locked, nested_forms, of_pages
from tests.service.stand_in import PROBE
from tests.service.test_http import is_problem

PATIENCE = 120
QUESTION = {"question": f"{BODY}2023年项目支出是多少？"}


class Staff:
    """Somebody with a key, at an application over an empty store."""

    def __init__(self, settings: Settings) -> None:
        database = Database(settings)
        _, token = KeyStore(database).create("信息科", [Scope.INGEST])
        self.settings, self.jobs = settings, JobStore(database)
        self.client = TestClient(create_app(settings), client=("203.0.113.7", 1))
        self.headers = bearer(token)

    def send(self, name: str, content: bytes, method: str = "POST", path: str = "/v1/documents") -> Any:
        files = {"file": (name, io.BytesIO(content))}
        return self.client.request(method, path, files=files, headers=self.headers)

    def finished(self, response: Any) -> dict[str, Any]:
        """The job that a response names, once it is ended."""
        assert response.status_code == 202, response.text
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            job: dict[str, Any] = self.client.get(response.headers["location"], headers=self.headers).json()
            if job["status"] in ("done", "failed"):
                return job
            time.sleep(0.1)
        pytest.fail("the file was never read")

    def headline(self) -> str:
        """The figure of the answer to the one question of these tests; empty where there is none."""
        figures = self.client.post("/v1/ask", json=QUESTION).json()["figures"]
        return str(figures[0]["value"]) if figures else ""


@pytest.fixture
def staff(tmp_path: Path) -> Iterator[Staff]:
    settings = Settings(data=tmp_path / "data", read_memory_mb=512, max_pages=25)
    person = Staff(settings)
    with person.client:
        yield person
    assert not list((settings.data / "uploads").glob("*")), "what was received stays nowhere"


def test_a_file_goes_up_is_answered_from_replaced_and_taken_out(staff: Staff, tmp_path: Path) -> None:
    first = publish(tmp_path / f"{BODY}2023年度部门决算.pdf").read_bytes()
    job = staff.finished(staff.send(f"{BODY}2023年度部门决算.pdf", first))
    assert (job["status"], job["report"]["pages"], job["page"], job["pages"]) == ("done", 2, 2, 2)
    assert job["report"]["facts"] > 0
    assert staff.headline() == "234.50"
    other = publish(tmp_path / "second.pdf", rows=with_figure("234.50", "244.50")).read_bytes()
    job2 = staff.finished(staff.send("更正.pdf", other, "PUT", f"/v1/documents/{job['document_id']}"))
    assert job2["status"] == "done" and "替换" in job2["report"]["remarks"][0]
    assert staff.headline() == "244.50"
    listed = {one["id"]: one["superseded_by"] for one in staff.client.get("/v1/documents").json()}
    assert listed == {job["document_id"]: job2["document_id"], job2["document_id"]: ""}
    path = f"/v1/documents/{job2['document_id']}"
    assert staff.client.delete(path, headers=staff.headers).status_code == 204
    is_problem(staff.client.delete(path, headers=staff.headers), 404)
    assert staff.headline() == "234.50"  # what was replaced counts again
    assert len(list(staff.settings.files.iterdir())) == 1


def test_another_bodys_file_takes_nobodys_place(staff: Staff, tmp_path: Path) -> None:
    first = publish(tmp_path / "a.pdf").read_bytes()
    held = staff.finished(staff.send("a.pdf", first))["document_id"]
    stranger = publish(tmp_path / "b.pdf", title="临江市民政局2023年度部门决算").read_bytes()
    job = staff.finished(staff.send("b.pdf", stranger, "PUT", f"/v1/documents/{held}"))
    assert (
        job["status"] == "failed"
        and "不是同一份公开" in job["message"]
        and "临江市民政局2023年决算" in job["message"]
    )
    assert [one["id"] for one in staff.client.get("/v1/documents").json()] == [held]


def test_the_same_content_again_is_told_as_such(staff: Staff, tmp_path: Path) -> None:
    content = publish(tmp_path / "a.pdf").read_bytes()
    first = staff.finished(staff.send("a.pdf", content))
    again = staff.finished(staff.send("b.pdf", content))
    assert again["status"] == "done" and "《a.pdf》完全相同" in again["message"]
    assert again["document_id"] == first["document_id"]


@pytest.mark.parametrize("scope", [None, Scope.READ, Scope.EXPORT])
def test_only_a_key_for_it_sends_up_or_takes_out(staff: Staff, scope: Scope | None) -> None:
    token = KeyStore(Database(staff.settings)).create("别人", [scope])[1] if scope else ""
    staff.headers = bearer(token) if token else {}
    code = 403 if scope else 401
    is_problem(staff.send("a.pdf", b"%PDF-1.4"), code)
    is_problem(staff.send("a.pdf", b"%PDF-1.4", "PUT", "/v1/documents/d1"), code)
    is_problem(staff.client.delete("/v1/documents/d1", headers=staff.headers), code)
    is_problem(staff.client.get("/v1/documents/jobs", headers=staff.headers), code)


@pytest.mark.parametrize(
    ("name", "content", "status", "told"),
    [
        ("空.pdf", b"", 422, "是空的"),
        ("表.xlsx", b"PK\x03\x04", 415, "电子表格"),
        ("表.pdf", b"PK\x03\x04" + b"\0" * 99, 415, "不是 PDF"),
        ("图.pdf", b"\x89PNG\r\n", 415, "图片"),
        ("页.pdf", b"<!doctype html><script>alert(1)</script>", 415, "网页"),
        ("文.txt", b"%PDF-1.7", 415, "不是文本"),
        ("文.txt", b"\0\1\2", 415, "不是文本"),
        ("无后缀", b"%PDF-1.7", 415, "PDF 和 TXT"),
        ("程序.exe", b"MZ", 415, "PDF 和 TXT"),
        ("长" * 100 + ".pdf", b"%PDF-1.7", 422, "文件名太长"),
        ("..", b"%PDF-1.7", 422, "没有名字"),
    ],
)
def test_what_cannot_be_read_is_refused_at_once(
    staff: Staff, name: str, content: bytes, status: int, told: str
) -> None:
    assert told in str(is_problem(staff.send(name, content), status)["detail"])
    assert staff.jobs.latest() == []


@pytest.mark.parametrize("name", ["../../逃.txt", "C:\\temp\\逃.txt", "/etc/逃.txt"])
def test_a_name_leads_out_of_no_folder(staff: Staff, name: str) -> None:
    assert staff.finished(staff.send(name, "第一行\n没有数字".encode()))["file"] == "逃.txt"


def test_a_name_with_markup_is_text(staff: Staff) -> None:
    name = PROBE.replace("/", "").replace('"', "'") + ".txt"
    job = staff.finished(staff.send(name, "项目支出 5 万元。".encode()))
    response = staff.client.get(f"/v1/documents/jobs/{job['id']}", headers=staff.headers)
    assert response.json()["file"] == name and response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("body", [b"", b"--x\r\n", b"{}"])
def test_a_form_that_is_none_is_refused(staff: Staff, body: bytes) -> None:
    for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "application/json"):
        headers = staff.headers | {"content-type": kind}
        response = staff.client.post("/v1/documents", content=body, headers=headers)
        assert "file 字段" in str(is_problem(response, 422)["detail"])


def test_a_field_or_two_files_are_no_file(staff: Staff) -> None:
    is_problem(staff.client.post("/v1/documents", data={"file": "a.pdf"}, headers=staff.headers), 422)
    two = [("file", ("a.pdf", b"%PDF-1.4")), ("file", ("b.pdf", b"%PDF-1.4"))]
    is_problem(staff.client.post("/v1/documents", files=two, headers=staff.headers), 422)


def test_a_file_that_is_too_large_is_refused_with_and_without_its_length(tmp_path: Path) -> None:
    staff = Staff(Settings(data=tmp_path / "data", max_file_mb=1))
    content = b"%PDF-1.7" + b"0" * 2_000_000
    is_problem(staff.send("大.pdf", content), 413)
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    headers = staff.headers | {"content-type": "multipart/form-data; boundary=x"}
    pieces = iter([head, *[content[n : n + 65_536] for n in range(0, len(content), 65_536)]])
    response = staff.client.post("/v1/documents", content=pieces, headers=headers)
    assert "1 MB" in str(is_problem(response, 413)["detail"])
    assert not list((staff.settings.data / "uploads").glob("*"))


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda folder: locked(folder / "l.pdf"), "加密"),
        (lambda folder: of_pages(folder / "p.pdf", 26), "超过上限25页"),
        (lambda _: b"%PDF-1.7\n%%EOF", "不是完整的 PDF"),
        (lambda folder: publish(folder / "c.pdf").read_bytes()[:3000], "不是完整的 PDF"),
        (lambda _: bomb(400), "内存不够"),
    ],
)
def test_what_turns_out_unreadable_is_told_with_what_to_do(
    staff: Staff, tmp_path: Path, make, told: str
) -> None:
    job = staff.finished(staff.send("坏.pdf", make(tmp_path)))
    assert job["status"] == "failed" and told in job["message"] and job["message"].startswith("坏.pdf")
    assert job["document_id"] == "" and staff.client.get("/v1/documents").json() == []


def test_a_file_without_end_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    seconds = 8  # enough for a whole file on a busy machine
    # On a fast machine two gigabytes are full before that.
    staff = Staff(Settings(data=tmp_path / "data", read_seconds=seconds, read_memory_mb=8192))
    endless = staff.send("没完.pdf", nested_forms())
    good = staff.send("好.pdf", publish(tmp_path / "a.pdf").read_bytes())
    assert staff.client.get("/healthz").status_code == 200
    assert f"读了 {seconds} 秒还没有读完" in staff.finished(endless)["message"]
    assert staff.finished(good)["status"] == "done"


def test_a_full_queue_sends_away(tmp_path: Path) -> None:
    staff = Staff(Settings(data=tmp_path / "data", read_seconds=3, upload_queue=1))
    sent = [staff.send(f"{n}.pdf", nested_forms()) for n in range(3)]
    turned_away = [response for response in sent if response.status_code != 202]
    assert turned_away and "请等前面的读完" in str(is_problem(turned_away[0], 503)["detail"])
    assert turned_away[0].headers["retry-after"]
    for response in sent:
        if response.status_code == 202:
            staff.finished(response)


def test_what_a_restart_broke_off_is_told(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    job = JobStore(Database(settings)).create("a.pdf", "", "")
    found = Staff(settings).jobs.get(job.id)
    assert found is not None and found.status is State.FAILED and "重新上传" in found.message
