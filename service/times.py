"""Moments as they are kept and shown: ISO 8601 in UTC, which sorts as text (时刻)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """This moment, to the millisecond."""
    return shown(datetime.now(UTC))


def days_ago(days: int) -> str:
    """The moment so many days before this one."""
    return shown(datetime.now(UTC) - timedelta(days=days))


def shown(moment: datetime) -> str:
    """A moment in UTC as it is kept."""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
