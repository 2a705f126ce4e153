"""What a route says to let in only those whose key allows it: ``Depends(require(Scope.EXPORT))`` (准入)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from service.errors import KeyMissing, NotAllowed
from service.keys.door import CALLER
from service.keys.model import SCOPE_NAMES, Caller, Scope

#: The door has read the header already: this says in /openapi.json that a route needs it.
_BEARER = HTTPBearer(scheme_name="key", description="用 mingbai keys 签发的密钥", auto_error=False)
_Shown = Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]


def caller_of(request: Request) -> Caller:
    """Who calls; anybody where no door stands before the route."""
    found = getattr(request.state, CALLER, None)
    return found if isinstance(found, Caller) else Caller("")


def require(scope: Scope) -> Callable[..., Caller]:
    """A dependency that gives the caller, or raises ``KeyMissing`` (401) or ``NotAllowed`` (403)."""

    def admitted(request: Request, _: _Shown = None) -> Caller:
        caller = caller_of(request)
        if caller.key is None:
            raise KeyMissing(
                f"这里要用带“{SCOPE_NAMES[scope]}”（{scope.value}）权限的密钥：请求头写 Authorization: Bearer 密钥。"
            )
        if not caller.may(scope):
            raise NotAllowed(
                f"这把密钥没有“{SCOPE_NAMES[scope]}”（{scope.value}）权限，请向管理员申请另一把。"
            )
        return caller

    return admitted
