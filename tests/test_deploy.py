"""The container files say what they must, as far as can be told without a container engine."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.settings import Settings

ROOT = Path(__file__).parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
SETTINGS = {f"MINGBAI_{name.upper()}" for name in Settings.model_fields}
# What Compose itself fills in; none of it reaches the program.
COMPOSE_VARIABLES = {"POSTGRES_PASSWORD", "PORT"}


def example_settings() -> dict[str, str]:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = (line.split("==") for line in lines if not line.startswith("#"))
    return {name.lower(): version for name, version in pinned}


def test_everything_that_is_asked_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", line)[0]).lower() for line in asked}
    assert not names - {re.sub(r"[-_.]+", "-", name) for name in constraints()}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_has_a_health_check(name: str) -> None:
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert {"interval", "timeout", "retries", "start_period"} <= set(check)


def test_the_service_waits_for_both_stores() -> None:
    waits = SERVICES["mingbai"]["depends_on"]
    assert {name: wait["condition"] for name, wait in waits.items()} == {
        "postgres": "service_healthy",
        "chroma": "service_healthy",
    }


def test_only_the_service_can_be_reached_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["mingbai"]


def test_every_volume_that_is_used_is_declared() -> None:
    mounts = {mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])}
    assert {mount for mount in mounts if not mount.startswith(".")} == set(COMPOSE["volumes"])


def test_the_variables_of_compose_are_settings() -> None:
    assert set(SERVICES["mingbai"]["environment"]) <= SETTINGS
    text = (ROOT / "docker-compose.yml").read_text("utf-8")
    assert set(re.findall(r"(?<!\$)\$\{(\w+)", text)) <= COMPOSE_VARIABLES


def test_the_urls_of_compose_point_at_its_own_services() -> None:
    environment = SERVICES["mingbai"]["environment"]
    assert "@postgres:5432/" in environment["MINGBAI_DATABASE_URL"]
    assert environment["MINGBAI_CHROMA_URL"] == "http://chroma:8000"


def test_the_chroma_server_is_the_version_of_the_client() -> None:
    assert SERVICES["chroma"]["image"].split(":")[1] == constraints()["chromadb"]


def test_the_example_names_every_setting_and_no_other() -> None:
    assert set(example_settings()) == SETTINGS


def test_the_example_shows_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    assert Settings(_env_file=ROOT / ".env.example") == Settings(_env_file=None)


def instructions(keyword: str) -> list[str]:
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8"))
    return [
        line.removeprefix(keyword).strip() for line in text.splitlines() if line.startswith(f"{keyword} ")
    ]


def test_the_image_does_not_run_as_root() -> None:
    assert instructions("USER") == ["mingbai"]


def test_the_image_has_a_health_check_and_starts_the_service() -> None:
    assert "/healthz" in instructions("HEALTHCHECK")[0]
    assert json.loads(instructions("CMD")[-1])[:2] == ["mingbai", "serve"]


def test_the_variables_of_the_image_are_settings() -> None:
    names = {pair.split("=")[0] for line in instructions("ENV") for pair in shlex.split(line)}
    assert {name for name in names if name.startswith("MINGBAI_")} <= SETTINGS


def test_the_image_gets_all_that_the_package_is_built_from() -> None:
    patterns = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    ignored = {line for line in patterns if line and not line.startswith("#")}
    assert not ignored & {"ingest", "service", "eval", "prompts", "mingbai.py", "pyproject.toml", "README.md"}
