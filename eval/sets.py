"""Sets of questions and the documents that each is asked over, as ``eval/sets.toml`` declares them (题集)."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, ValidationError

from eval.citations import same_file
from eval.errors import BadSets
from eval.model import Question, Strict, Texts

ROOT = Path(__file__).parent.parent
SETS_FILE = ROOT / "eval" / "sets.toml"


class SetRow(Strict):
    """One ``[[set]]`` of the file: a name, its questions, patterns of the documents to load.

    ``held_out``: whoever works on the answers is not to see which of its questions fail.
    """

    name: str = Field(pattern=r"^[a-z0-9_]+$")
    questions: str = Field(min_length=1)
    documents: Texts = Field(min_length=1)
    held_out: bool = False


class _SetsFile(Strict):
    corpus: str
    set: tuple[SetRow, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A set with its paths resolved; ``missing`` are the patterns that found no document here."""

    name: str
    questions: Path
    documents: tuple[Path, ...]
    missing: tuple[str, ...]
    held_out: bool = False


def load_sets(file: Path = SETS_FILE, root: Path = ROOT) -> tuple[QuestionSet, ...]:
    """All declared sets, in the order of the file; ``MINGBAI_CORPUS`` wins over the folder that it names."""
    try:
        declared = _SetsFile.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as exc:
        raise BadSets(f"{file.name} 读不了：{exc}。请按文件开头的说明改正") from exc
    names = [row.name for row in declared.set]
    if len(set(names)) < len(names):
        raise BadSets(f"{file.name} 里有重名的题集。每个 name 只能出现一次")
    corpus = os.environ.get("MINGBAI_CORPUS") or declared.corpus
    return tuple(_resolve(row, root, corpus) for row in declared.set)


def _resolve(row: SetRow, root: Path, corpus: str) -> QuestionSet:
    found = {pattern: _glob(root, pattern.replace("{corpus}", corpus)) for pattern in row.documents}
    documents = sorted({path for paths in found.values() for path in paths}, key=lambda path: path.name)
    missing = tuple(pattern for pattern, paths in found.items() if not paths)
    return QuestionSet(row.name, root / row.questions, tuple(documents), missing, row.held_out)


def _glob(root: Path, pattern: str) -> list[Path]:
    """Files of a pattern whose last part may hold wildcards."""
    path = root / pattern
    return sorted(found.resolve() for found in path.parent.glob(path.name) if found.is_file())


def why_skipped(chosen: QuestionSet, questions: tuple[Question, ...]) -> str:
    """Why a set cannot be asked here, empty if it can."""
    if chosen.missing:
        return "没有找到文件：" + "、".join(chosen.missing)
    present = {same_file(document.name) for document in chosen.documents}
    absent = sorted(
        {name for question in questions for name in question.docs if same_file(name) not in present}
    )
    return "题目所引的文件没有列入：" + "、".join(absent) if absent else ""
