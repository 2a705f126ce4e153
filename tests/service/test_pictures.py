"""Pictures of pages: the highlight lies where the text lies, on turned and cropped pages too."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pdfplumber
import pytest
from fastapi.testclient import TestClient
from PIL import Image

from ingest.model import Box
from ingest.readers.plain import read_text
from ingest.settings import Settings
from ingest.sheets import MAX_PIXELS, bounded
from service.errors import PictureUnavailable
from service.web.http import create_app
from service.web.pictures import EDGE, GLOW, Sheet, finish, render_pdf
from service.web.typed import render_text
from tests.service.stand_in import CELL, StandIn, StandInShelf, draw_pdf, make_document


@pytest.fixture
def client(tmp_path: Path):
    settings = Settings(data=tmp_path)
    page = make_document(settings, id="w1", file="网页.html", pages=1)
    shelf = StandInShelf(make_document(settings), page)
    with TestClient(create_app(settings, StandIn(), shelf)) as client:
        yield client


def picture_of(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def glowing(image: Image.Image) -> Box | None:
    """Bounding box of the pixels in the colour of the highlight."""
    return Image.fromarray((np.asarray(image) == GLOW).all(axis=2)).getbbox()


def test_the_cited_cell_is_lit_and_its_print_stays_black(client):
    response = client.get("/v1/documents/d1/pages/1.png?bbox=300,400,380,424&scale=2")
    image = picture_of(response.content)
    assert response.headers["content-type"] == "image/png"
    assert image.size == (1191, 1684) and response.headers["page-size"].startswith("595")
    x0, top, x1, bottom = (edge * 2 for edge in CELL)
    lit = glowing(image)
    assert lit and all(abs(a - b) <= 4 for a, b in zip(lit, (x0, top, x1, bottom), strict=True))
    cell = image.crop((int(x0) + 6, int(top) + 6, int(x1) - 6, int(bottom) - 6))
    assert np.asarray(cell).max(axis=2).min() < 40
    assert image.getpixel((int(x0) - 2, int(top) + 10)) == EDGE
    assert image.getpixel((200, 200)) == (255, 255, 255)


def test_several_boxes_are_lit(client):
    path = "/v1/documents/d1/pages/2.png?scale=1"
    plain = picture_of(client.get(path).content)
    both = picture_of(client.get(path + "&bbox=10,10,50,30&bbox=400,700,500,720").content)
    assert glowing(plain) is None and glowing(both) == (10, 10, 500, 720)


def test_a_picture_is_not_drawn_again_for_one_who_has_it(client):
    path = "/v1/documents/d1/pages/1.png?bbox=300,400,380,424"
    first = client.get(path)
    held = {"if-none-match": first.headers["etag"]}
    assert "max-age" in first.headers["cache-control"]
    assert client.get(path, headers=held).status_code == 304
    assert client.get(path + "&scale=3", headers=held).status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("1.png?scale=9", 422),
        ("1.png?scale=nan", 422),
        ("1.png?bbox=1,2,3", 422),
        ("1.png?bbox=a,b,c,d", 422),
        ("1.png?bbox=50,50,10,10", 422),
        ("1.png?bbox=0,0,inf,10", 422),
        ("1.png?" + "&".join(["bbox=1,1,2,2"] * 51), 422),
        ("x.png", 422),
        ("0.png", 404),
        ("3.png", 404),
        ("99999999999999999999.png", 404),
    ],
)
def test_what_cannot_be_drawn_is_a_problem(client, query, status):
    response = client.get(f"/v1/documents/d1/pages/{query}")
    assert response.status_code == status and response.json()["detail"]


def test_a_file_without_pages_says_so(client):
    assert "打开原件" in client.get("/v1/documents/w1/pages/1.png").json()["detail"]


def test_a_box_beside_the_page_lights_nothing(client):
    assert (
        glowing(picture_of(client.get("/v1/documents/d1/pages/1.png?bbox=900,900,950,950").content)) is None
    )


@pytest.mark.parametrize("crop", [None, (100.0, 150.0, 520.0, 700.0)])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_highlight_lies_on_the_word_however_the_page_is_turned(tmp_path, rotation, crop):
    path = tmp_path / "turned.pdf"
    draw_pdf(path, rotation=rotation, crop=crop)
    with pdfplumber.open(path) as pdf:
        ruled = pdf.pages[0].rects[0]
        box = (ruled["x0"], ruled["top"], ruled["x1"], ruled["bottom"])
    drawn = render_pdf(path, Sheet(1, (box,), 2.0))
    dark = drawn.image.convert("L").point(lambda value: 255 if value < 200 else 0).getbbox()
    lit = glowing(picture_of(finish(drawn, (box,)).png))
    assert dark and lit and all(abs(a - b) <= 4 for a, b in zip(dark, lit, strict=True))


def test_a_line_of_plain_text_is_drawn_where_its_box_says(tmp_path):
    path = tmp_path / "决算.txt"
    path.write_text("支出决算表\n项目支出 513.47 万元\n", "utf-8")
    line = read_text(path)[0].lines[1]
    box = line.box_of(line.text.index("513"), line.text.index("513") + 6)
    try:
        drawn = render_text(path, Sheet(1, (box,), 2.0))
    except PictureUnavailable:
        pytest.skip("no font with Chinese characters here")
    ink = drawn.image.convert("L").point(lambda value: 255 if value < 200 else 0)
    x0, top, x1, bottom = (round(edge * 2) for edge in box)
    written = ink.crop((x0, 0, x1, drawn.image.height)).getbbox()
    assert written and written[1] < bottom
    beneath = ink.crop((x0, top, x1, bottom)).getbbox()
    assert beneath and beneath[3] - beneath[1] > 10
    assert ink.crop((x0, bottom, x1, drawn.image.height)).getbbox() is None


def test_plain_text_without_a_chinese_font_says_what_to_do(tmp_path):
    path = tmp_path / "决算.txt"
    path.write_text("支出决算表\n", "utf-8")
    with pytest.raises(PictureUnavailable, match="中文字体"):
        render_text(path, Sheet(1), fonts=(("no-such-font.ttf", 0),))


def test_a_plan_sheet_does_not_fill_the_memory():
    scale = bounded(4, 14_400, 14_400)
    assert 14_400 * 14_400 * scale * scale <= MAX_PIXELS * 1.01


def test_pages_are_drawn_by_many_at_once(client):
    paths = [f"/v1/documents/d1/pages/{1 + n % 2}.png?scale={0.5 + n / 10}" for n in range(24)]
    with ThreadPoolExecutor(8) as pool:
        assert {response.status_code for response in pool.map(client.get, paths)} == {200}
