"""Templates to pages: every value escaped, nothing kept by the browser, no script or style inside (画页面)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from ingest.numbers import plain
from service.desk.room import FOLDER
from service.desk.staff import Staff

#: Pages of the desk in the order of the menu: address, name, and whether only an administrator sees it.
MENU = (
    ("/desk", "文件", False),
    ("/desk/upload", "上传", False),
    ("/desk/checks", "核对", False),
    ("/desk/facts", "数字", False),
    ("/desk/corrections", "更正", False),
    ("/desk/questions", "没答上的问题", True),
    ("/desk/known", "已知答案", True),
    ("/desk/log", "变更记录", True),
)
_HEADERS = {"cache-control": "no-store", "referrer-policy": "same-origin", "x-robots-tag": "noindex"}


class Drawing:
    """Draws pages from the templates of the desk."""

    def __init__(self) -> None:
        loader = FileSystemLoader(FOLDER / "templates", encoding="utf-8")
        self._made = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._made.filters.update(number=number, moment=moment)
        self._made.globals["address"] = address

    def page(self, name: str, staff: Staff | None, status: int = 200, **shown: object) -> HTMLResponse:
        """One page; ``staff`` is who is signed in, with whose menu it is drawn."""
        menu = [(to, title) for to, title, admin in MENU if staff and (staff.may_decide or not admin)]
        text = self._made.get_template(name).render(staff=staff, menu=menu, **shown)
        return HTMLResponse(text, status, dict(_HEADERS))


def number(value: Decimal | None) -> str:
    """A figure with thousand separators and every printed place; 无 for a declared absence."""
    if value is None:
        return "无"
    whole, point, places = plain(value).partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    grouped = f"{int(digits):,}" if digits.isdecimal() else digits
    return f"{sign}{grouped}{point}{places}"


def moment(text: str) -> str:
    """A moment as kept (ISO 8601, UTC) in the time of this machine: 2024-05-06 07:08."""
    try:
        return datetime.fromisoformat(text).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return text


def address(path: str, given: Mapping[str, object], **changed: object) -> str:
    """A page's address with its filters, some of them changed; empty ones are left out."""
    query = {k: v for k, v in {**given, **changed}.items() if v not in ("", None, 0)}
    return f"{path}?{urlencode(query)}" if query else path
