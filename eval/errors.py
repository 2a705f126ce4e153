"""What can go wrong while measuring; a wrong answer is a result, not an error."""

from __future__ import annotations


class EvalError(Exception):
    """Base of all errors of measuring; the message is Chinese and fit to be shown to a user."""


class BadQuestionFile(EvalError):
    """A line of a question file that does not hold: names the file, the line, the fault and the way out."""

    def __init__(self, file: str, line: int, reason: str, advice: str) -> None:
        self.file, self.line, self.reason, self.advice = file, line, reason, advice
        place = f" 第{line}行" if line else ""
        super().__init__(f"{file}{place}：{reason}。{advice}")


class BadSets(EvalError):
    """``eval/sets.toml`` does not say what it should."""


class BadBaseline(EvalError):
    """``eval/baseline.json`` cannot be read."""


class ServerUnreachable(EvalError):
    """The server that was to be asked does not answer at all."""


class BadFacts(EvalError):
    """A file of known facts that does not hold: names the file, the line and the fault."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        self.file, self.line, self.reason = file, line, reason
        place = f" 第{line}行" if line else ""
        super().__init__(f"{file}{place}：{reason}。字段的写法见 eval/facts/README.md")
