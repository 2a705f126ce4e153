"""Question files: one JSON object per line, each checked before any is asked (题目文件)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from eval.errors import BadQuestionFile, EvalError
from eval.model import Question

#: What to do about each kind of fault that pydantic names; its own wording is English and is not shown.
_ADVICE = {
    "missing": "缺少字段 {field}，请补上",
    "extra_forbidden": "不认识字段 {field}，请改正字段名或删去",
    "literal_error": "{field} 只能是 {expected}",
    "enum": "{field} 只能是 {expected}",
    "string_type": "{field} 要写成字符串",
    "string_too_short": "{field} 不能为空",
    "int_type": "{field} 要写成整数",
    "greater_than_equal": "{field} 不能小于 {ge}",
    "tuple_type": "{field} 要写成列表",
    "model_type": "{field} 要写成 JSON 对象",
    "value_error": "{field}：{error}",
}


def load_questions(paths: Sequence[Path]) -> tuple[Question, ...]:
    """Questions of files and folders (their ``*.jsonl``, by name), with ids that are unique across all of them."""
    seen: dict[str, str] = {}
    questions: list[Question] = []
    for file in question_files(paths):
        for line, question in _read(file):
            if question.id in seen:
                reason = f"题号「{question.id}」与 {seen[question.id]} 重复"
                raise BadQuestionFile(file.name, line, reason, "每道题的 id 在所有文件里只能出现一次")
            seen[question.id] = f"{file.name} 第{line}行"
            questions.append(question)
    return tuple(questions)


def question_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files themselves and the ``*.jsonl`` of folders."""
    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise EvalError(f"没有题目文件 {path}。请检查路径")
        files.extend(sorted(path.glob("*.jsonl")) if path.is_dir() else [path])
    return tuple(files)


def _read(file: Path) -> Iterator[tuple[int, Question]]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            yield number, parse_question(line, file.name, number)


def parse_question(line: str, file: str, number: int) -> Question:
    """One line as a question; ``BadQuestionFile`` says what is wrong with it and what to do."""
    try:
        return Question.model_validate(json.loads(line))
    except json.JSONDecodeError as exc:
        raise BadQuestionFile(
            file, number, f"不是 JSON（第{exc.colno}列）", "一行写一个完整的 JSON 对象"
        ) from exc
    except ValidationError as exc:
        faults = "；".join(_fault(dict(error)) for error in exc.errors())
        raise BadQuestionFile(file, number, faults, "格式见 eval/README.md") from exc


def _fault(error: dict[str, Any]) -> str:
    field = ".".join(str(part) for part in error["loc"]) or "整行"
    template = _ADVICE.get(error["type"], "{field} 不合格式（" + str(error["type"]) + "）")
    return template.format(field=field, **error.get("ctx", {}))
