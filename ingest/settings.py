"""Settings of the project, read from ``MINGBAI_…`` variables or ``.env``; refuses values that cannot work."""

from __future__ import annotations

import os
import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ingest.patterns import regex

#: Several values in one variable, with commas or spaces between them.
Several = Annotated[tuple[str, ...], NoDecode]
_ORIGIN = regex(r"\*|https?://(\*\.)?[A-Za-z0-9.-]+(:\d+)?|https?://\[[0-9a-fA-F:]+\](:\d+)?")
_LIMIT = regex(r"\d+\s*/\s*(second|minute|hour|day)s?")


def _processors() -> int:
    """One process for each processor that this one may use, and no more than four."""
    return min(4, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


class Settings(BaseSettings):
    """All settings of reading and answering, in one place.

    ``data`` is the folder of the embedded stores; ``database_url`` and ``chroma_url`` move them to servers.
    ``cors_origins`` are the sites whose pages may ask, ``frame_ancestors`` those that may show ``/embed`` in a frame,
    ``trusted_proxies`` the addresses or networks whose X-Forwarded-For counts. Limits are written like
    ``120/minute;5000/day``, 0 for none; ``key_limit`` is a key's, the others are an address's.
    ``llm_url`` switches the language model on: the address of a server that speaks OpenAI's protocol, ``llm_timeout``
    the seconds that it may cost a question, ``llm_body`` what each request carries besides.
    """

    # What is refused is named, never shown: it may be a key.
    model_config = SettingsConfigDict(
        env_prefix="MINGBAI_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
    )

    data: Path = Path("data")
    database_url: str = ""
    chroma_url: str = ""
    embedding_model: str = ""
    max_file_mb: int = Field(default=100, ge=1, le=2000)
    max_pages: int = Field(default=2000, ge=1)
    workers: int = Field(default_factory=_processors, ge=1, le=64)
    max_question_chars: int = Field(default=1000, ge=10, le=100_000)
    llm_url: str = Field(default="", pattern=r"^(https?://[^\s/]+\S*)?$")
    llm_model: str = Field(default="", validate_default=True)
    llm_key: SecretStr = SecretStr("")
    llm_timeout: float = Field(default=2.0, ge=0.1, le=120)
    llm_tasks: Literal["plan", "word", "both"] = "both"
    llm_json: Literal["schema", "object", "off"] = "object"
    llm_body: dict[str, Any] = {}
    cors_origins: Several = ()
    frame_ancestors: Several = ()
    trusted_proxies: Several = ()
    ask_limit: str = "120/minute;5000/day"
    read_limit: str = "1200/minute"
    feedback_limit: str = "30/minute;500/day"
    key_limit: str = "600/minute"
    answer_days: int = Field(default=90, ge=0, le=3660)
    upload_queue: int = Field(default=20, ge=1, le=1000)
    read_seconds: int = Field(default=600, ge=1, le=86_400)
    read_memory_mb: int = Field(default=2048, ge=256)

    @field_validator("cors_origins", "frame_ancestors", "trusted_proxies", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(filter(None, re.split(r"[\s,，]+", value))) if isinstance(value, str) else value

    @field_validator("cors_origins", "frame_ancestors")
    @classmethod
    def _origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        wrong = [origin for origin in value if not _ORIGIN.fullmatch(origin)]
        if wrong:
            raise ValueError(f"不是网站地址：{'、'.join(wrong)}（应如 https://www.example.gov.cn）")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for network in value:
            ip_network(network, strict=False)
        return value

    @field_validator("ask_limit", "read_limit", "feedback_limit", "key_limit")
    @classmethod
    def _limits(cls, value: str) -> str:
        if value.strip() == "0":
            return ""
        parts = [part.strip() for part in value.split(";")]
        if not all(_LIMIT.fullmatch(part) for part in parts):
            raise ValueError(f"不是限量的写法：{value}（应如 120/minute;5000/day，0 是不限）")
        return ";".join(parts)

    @field_validator("llm_model")
    @classmethod
    def _names_a_model(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("llm_url") and not value:
            raise ValueError("MINGBAI_LLM_URL 已设，还要用 MINGBAI_LLM_MODEL 写明模型的名字")
        return value

    @property
    def sql_url(self) -> str:
        """SQLAlchemy URL of the facts store."""
        return self.database_url or f"sqlite:///{self.data / 'mingbai.sqlite'}"

    @property
    def files(self) -> Path:
        """Folder with a copy of every file that was read, for page pictures and downloads."""
        return self.data / "files"
