"""The built widget is of the sources beside it, small, and served so that it is loaded once and never stale."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.web.built import FOLDER, load_built
from service.web.frontpage import router

SOURCES = ("build.mjs", "package.json", "package-lock.json", "tsconfig.json", "src")
LIMIT = 60 * 1024


def files(path: Path) -> list[Path]:
    return [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else [path]


def sources_hash() -> str:
    """The same sum as in service/widget/build.mjs: name, a zero byte, content, a zero byte, by name."""
    paths = {path.relative_to(FOLDER).as_posix(): path for name in SOURCES for path in files(FOLDER / name)}
    summed = hashlib.sha256()
    for name in sorted(paths):
        summed.update(name.encode() + b"\0" + paths[name].read_bytes() + b"\0")
    return summed.hexdigest()


@pytest.fixture(scope="module")
def client():
    app = FastAPI()
    app.include_router(router())
    return TestClient(app)


def test_the_built_files_are_of_the_present_sources():
    assert load_built().sources == sources_hash(), "run `npm ci && npm run build` in service/widget"


def test_nobody_edited_what_was_built():
    built = load_built()
    found = {name: hashlib.sha256(content).hexdigest() for name, content in built.files.items()}
    assert found == built.hashes
    lying = {path.name for path in (FOLDER / "dist").iterdir()} - {"manifest.json"}
    assert lying == set(found)


def test_the_widget_is_small_before_charts():
    files = load_built().files
    chat = [name for name in files if name == "widget.js" or not name.startswith("chart-")]
    total = sum(len(gzip.compress(files[name], 9)) for name in chat)
    assert 0 < total <= LIMIT, f"{total} bytes gzipped"


def test_charts_come_only_on_demand():
    files = load_built().files
    (chart,) = [name for name in files if name.startswith("chart-")]
    imports = f'import("./{chart}")'.encode()
    naming = [name for name, content in files.items() if chart.encode() in content]
    assert len(naming) == 1 and imports in files[naming[0]]


def test_the_script_asks_whether_it_changed_and_names_what_never_changes(client):
    script = client.get("/widget.js", headers={"accept-encoding": "identity"})
    assert script.headers["cache-control"] == "no-cache"
    assert script.headers["access-control-allow-origin"] == "*"
    assert client.get("/widget.js", headers={"if-none-match": script.headers["etag"]}).status_code == 304
    chat = load_built().entries["chat"]
    assert chat in script.text
    module = client.get(f"/widget/{chat}")
    assert "immutable" in module.headers["cache-control"]
    assert module.headers["cross-origin-resource-policy"] == "cross-origin"
    assert module.headers["content-encoding"] == "gzip" and module.headers["vary"] == "accept-encoding"
    assert client.get("/widget/chat.js").status_code == 404


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_pages_link_to_files_that_are_there(client, path):
    page = client.get(path)
    assert page.headers["content-type"].startswith("text/html")
    linked = [part.split('"')[0] for part in page.text.split('src="')[1:]]
    linked += [part.split('"')[0] for part in page.text.split('rel="stylesheet" href="')[1:]]
    assert any(link.startswith("widget/") for link in linked)  # relative: a proxy may serve all below a path
    assert {client.get(f"/{link}").status_code for link in linked} == {200}
    assert "<style" not in page.text and " style=" not in page.text and "<script>" not in page.text


def test_the_manifest_is_plain():
    manifest = json.loads((FOLDER / "dist" / "manifest.json").read_text("utf-8"))
    assert set(manifest) == {"sources", "entries", "files"}
