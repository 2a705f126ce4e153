"""numpy under its usual name, loaded when it is first used: most look-ups are answered without an array (数组)."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
else:

    class _Later:
        def __getattr__(self, name: str) -> Any:
            found = getattr(importlib.import_module("numpy"), name)
            setattr(self, name, found)  # kept, so that later uses cost what those of the module do
            return found

    np = _Later()

__all__ = ["np"]
