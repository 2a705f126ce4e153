"""Prompts as files: what each says, which variables it declares, which version it is (提示词)."""

from __future__ import annotations

import re
import secrets
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template

from service.errors import ServiceError

FOLDER = Path(__file__).parents[2] / "prompts"
#: So many characters of one piece of data are shown to the model.
_MOST_CHARS = 4000
_FIELDS = {"version": int, "purpose": str, "variables": list, "system": str, "user": str}


class BadPrompt(ServiceError):
    """A prompt file that must not be used: names the file and what is wrong with it."""

    def __init__(self, name: str, wrong: str) -> None:
        super().__init__(f"提示词文件 prompts/{name}.toml 不能用：{wrong}")


@dataclass(frozen=True, slots=True)
class Message:
    """A prompt with its variables filled in, as it is sent; ``name`` is that of the file, with its version."""

    name: str
    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file: its texts, and the variables that it declares and uses, no more and no fewer."""

    name: str
    version: int
    variables: frozenset[str]
    system: Template
    user: Template

    def fill(self, **values: str) -> Message:
        """The message with these values; raises ``BadPrompt`` where they are not the declared ones."""
        if values.keys() != self.variables:
            raise BadPrompt(self.name, f"变量应为 {sorted(self.variables)}，给出 {sorted(values)}")
        texts = (text.substitute(values) for text in (self.system, self.user))
        return Message(f"{self.name}@{self.version}", *texts)


@cache
def load_prompt(name: str) -> Prompt:
    """The prompt of a file ``prompts/NAME.toml``; raises ``BadPrompt`` for one that is not as it declares."""
    return read_prompt(name, (FOLDER / f"{name}.toml").read_text("utf-8"))


def read_prompt(name: str, text: str) -> Prompt:
    """A prompt from the text of its file, checked."""
    held = tomllib.loads(text)
    wrong = [f for f, kind in _FIELDS.items() if not isinstance(held.get(f), kind)] + [*held.keys() - _FIELDS]
    if wrong or held["version"] < 1:
        raise BadPrompt(name, f"字段不对：{wrong or 'version'}")
    system, user = Template(held["system"]), Template(held["user"])
    used = {*system.get_identifiers(), *user.get_identifiers()}
    if not (system.is_valid() and user.is_valid()) or used != set(held["variables"]):
        raise BadPrompt(name, f"声明的变量与用到的不同：{sorted(used ^ set(held['variables']))}")
    return Prompt(name, held["version"], frozenset(used), system, user)


def fenced(pieces: Iterable[str], what: str) -> str:
    """Texts as numbered data between fences that their authors cannot know, so that none can close its own."""
    seal = secrets.token_hex(4)
    return "\n".join(
        f"<{what} 编号={number} 封条={seal}>\n{_plain(piece)}\n</{what} 封条={seal}>"
        for number, piece in enumerate(pieces, start=1)
    )


def _plain(text: str) -> str:
    """Text without what could look like a fence or a turn of a conversation, shortened."""
    return re.sub(r"[<>\x00-\x09\x0b-\x1f\x7f]", " ", text)[:_MOST_CHARS]
