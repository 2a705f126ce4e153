"""The nouns of admission: a scope, a key, and who is calling (密钥、权限、来者)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: What every secret begins with, so that one that leaks is known for what it is.
PREFIX = "mb_"


class Scope(StrEnum):
    """What a key may do beyond what everybody may (权限)."""

    READ = "read"
    EXPORT = "export"
    INGEST = "ingest"
    ADMIN = "admin"


#: What each scope is called where people read it.
SCOPE_NAMES = {
    Scope.READ: "查阅",
    Scope.EXPORT: "导出",
    Scope.INGEST: "导入",
    Scope.ADMIN: "管理",
}


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept, without its secret. Times are ISO 8601 in UTC; ``revoked_at`` is empty while valid."""

    id: str
    name: str
    scopes: frozenset[Scope]
    created_at: str
    revoked_at: str = ""

    def may(self, scope: Scope) -> bool:
        """Whether the key allows this; an administrator may do everything."""
        return scope in self.scopes or Scope.ADMIN in self.scopes


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request comes from: the holder of a key, or anybody at an address.

    ``local`` is true for a program on this machine that calls without a proxy between.
    """

    address: str
    key: Key | None = None
    local: bool = False

    def may(self, scope: Scope) -> bool:
        """Whether the caller holds a key that allows this."""
        return self.key is not None and self.key.may(scope)

    @property
    def name(self) -> str:
        """What the caller is called in the log of changes."""
        return self.key.name if self.key else "公众"
