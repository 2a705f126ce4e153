"""Settings of the project, read from ``MINGBAI_…`` variables or ``.env``; refuses values that cannot work."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


def _processors() -> int:
    """One process for each processor that this one may use, and no more than four."""
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


class Settings(BaseSettings):
    """All settings of reading and answering, in one place.

    ``data`` is the folder of the embedded stores; ``database_url`` and ``chroma_url`` move them to servers.
    """

    model_config = SettingsConfigDict(
        env_prefix="MINGBAI_", env_file=".env", env_ignore_empty=True, extra="ignore"
    )

    data: Path = Path("data")
    database_url: str = ""
    chroma_url: str = ""
    embedding_model: str = ""
    max_file_mb: int = Field(default=100, ge=1, le=2000)
    max_pages: int = Field(default=2000, ge=1)
    workers: int = Field(default_factory=_processors, ge=1, le=64)
    max_question_chars: int = Field(default=1000, ge=10, le=100_000)

    @property
    def sql_url(self) -> str:
        """SQLAlchemy URL of the facts store."""
        return self.database_url or f"sqlite:///{self.data / 'mingbai.sqlite'}"

    @property
    def files(self) -> Path:
        """Folder with a copy of every file that was read, for page pictures and downloads."""
        return self.data / "files"
