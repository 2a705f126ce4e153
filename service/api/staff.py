"""What a route asks where only some of what it gives needs a key (权限)."""

from __future__ import annotations

from fastapi import Request

from service.keys.model import Caller, Scope
from service.keys.require import require


def may_export(request: Request) -> Caller:
    """The caller, whose key allows to export; raises ``KeyMissing`` or ``NotAllowed``."""
    return require(Scope.EXPORT)(request)
