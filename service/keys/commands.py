"""``mingbai keys``: give out, list and revoke the keys of staff and machines (命令行：密钥)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands import refused
from ingest.listing import Column, Format, Listing, print_listing
from service.keys.model import SCOPE_NAMES, Scope

if TYPE_CHECKING:
    from ingest.database import Database

app = typer.Typer(name="keys", help="密钥：发放、列出、吊销。", no_args_is_help=True)
_COLUMNS = (
    Column("id", "编号", whole=True),
    Column("name", "名称"),
    Column("scopes", "权限"),
    Column("created_at", "发放时间", whole=True),
    Column("revoked_at", "吊销时间", whole=True),
)
_MAX_NAME = 100


@app.command("create")
def create(
    name: Annotated[str, typer.Argument(help="给谁用，如 财政局信息科")],
    scope: Annotated[
        list[Scope] | None,
        typer.Option(help="权限：read 查阅、export 导出、ingest 导入、admin 管理；可写多次"),
    ] = None,
) -> None:
    """发放一把密钥；密钥只显示这一次，库里只存它的摘要。"""
    from service.audit import AuditLog
    from service.keys.store import KeyStore

    name = name.strip()
    if not name or len(name) > _MAX_NAME or not name.isprintable():
        raise refused(f"名称要写 1 到 {_MAX_NAME} 个字，不能有换行。")
    with _database() as database:
        key, token = KeyStore(database).create(name, scope or [Scope.READ])
        AuditLog(database).write("key.create", key.id, details={"name": name, "scopes": sorted(key.scopes)})
    scopes = "、".join(SCOPE_NAMES[one] for one in Scope if one in key.scopes)
    typer.echo(f"编号 {key.id}，权限：{scopes}。密钥只显示这一次，请现在就存好：", err=True)
    typer.echo(token)


@app.command("list")
def list_keys(format: Annotated[Format, typer.Option(help="输出格式")] = Format.TABLE) -> None:
    """列出发放过的密钥（没有密钥本身）。"""
    from service.keys.store import KeyStore

    with _database() as database:
        found = KeyStore(database).all()
    rows = [(k.id, k.name, "、".join(sorted(k.scopes)), k.created_at, k.revoked_at) for k in found]
    print_listing(Listing(_COLUMNS, rows), format)


@app.command("revoke")
def revoke(id: Annotated[str, typer.Argument(help="密钥的编号，见 mingbai keys list")]) -> None:
    """吊销一把密钥，立即生效。"""
    from service.audit import AuditLog
    from service.keys.store import KeyStore

    with _database() as database:
        if not KeyStore(database).revoke(id):
            raise refused(f"没有编号为「{id}」的有效密钥；mingbai keys list 列出有哪些。")
        AuditLog(database).write("key.revoke", id)
    typer.echo(f"已吊销密钥 {id}。")


@contextmanager
def _database() -> Iterator[Database]:
    """The database that the settings name; one that does not answer ends the command with a sentence."""
    from ingest.database import Database
    from ingest.errors import IngestError
    from ingest.settings import Settings

    try:
        database = Database(Settings())
        try:
            yield database
        finally:
            database.close()
    except IngestError as error:
        raise refused(str(error)) from error
