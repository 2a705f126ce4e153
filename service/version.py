"""Which version answers."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str:
    """Version of the installed package, or 0 where the code runs without being installed."""
    try:
        return version("mingbai")
    except PackageNotFoundError:
        return "0"
