"""The nouns of measuring: a question with its known answer, the verdict on what was answered, the result.

What is read from files is a pydantic model that refuses what it does not know; what the scorer makes is a
frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from service.contract import Answer, Status

Type = Literal[
    "lookup", "ratio", "change", "compare", "rank", "trend", "sum", "list", "count",
    "definition", "narrative", "refusal", "clarify",
]  # fmt: skip
Style = Literal["citizen", "staff", "noisy"]


def _decimal(value: Any) -> Any:
    """A decimal from a string only: a JSON number may already have gone through a float."""
    if isinstance(value, Decimal) or value is None:
        return value
    if not isinstance(value, str):
        raise ValueError('数值要写成字符串，如 "513.47"')
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError(f'「{value}」不是十进制数，不要写千分位或单位，如 "-1234.50"') from None
    if not number.is_finite():
        raise ValueError(f"「{value}」不是有限的数")
    return number


def _one_or_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


Number = Annotated[Decimal, BeforeValidator(_decimal)]
Text = Annotated[str, Field(min_length=1)]
Texts = tuple[Text, ...]


class Strict(BaseModel):
    """Frozen, and refuses fields that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedValue(Strict):
    """One point of a trend, a comparison or a list: what it is called, how much it is, and how near is near enough."""

    label: Text
    value: Number
    unit: str
    tol: Number = Decimal(0)


class Expect(Strict):
    """What a right answer holds; of several requirements all must hold. ``status`` may be a list to choose from.

    ``any_unit`` is set by the judge: the same money in another unit is right too.
    """

    status: Annotated[tuple[Status, ...], BeforeValidator(_one_or_many), Field(min_length=1)] = (
        Status.ANSWERED,
    )
    value: Number | None = None
    unit: str | None = None
    tol: Annotated[Number, Field(ge=0)] = Decimal(0)
    values: tuple[ExpectedValue, ...] = ()
    all: Texts = ()
    any: Texts = ()
    order: Texts = ()
    any_unit: bool = Field(default=False, exclude=True)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("expect 是空的，至少写 status")
        if (self.value is None) != (self.unit is None):
            raise ValueError("value 和 unit 要一起写，没有单位写空字符串")
        if self.tol and self.value is None and not self.values:
            raise ValueError("tol 只能和 value 或 values 一起写")
        if (self.value is not None or self.values or self.order) and Status.ANSWERED not in self.status:
            raise ValueError("写了 value、values 或 order，status 就要有 answered")
        return self


class Question(Strict):
    """A question with its known answer, read off the document by a person's eye."""

    id: Text
    question: Text
    history: Texts = ()
    type: Type
    style: Style
    docs: Texts = ()
    page: tuple[Annotated[int, Field(ge=1, strict=True)], ...] = ()
    section: str = ""
    by_table: bool = False
    expect: Expect
    note: str = ""


class Outcome(StrEnum):
    """How an answer was judged; the worst a disclosure assistant can do is ``wrong``."""

    CORRECT = "correct"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not right, in words; ``grave`` where it puts the figure that is shown in doubt."""

    text: str
    grave: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """Judgement of one answer; ``page_right`` is None where the page is not judged."""

    outcome: Outcome
    wrong_figure: bool = False
    page_right: bool | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back for a question, and after how long; ``answer`` is None where asking failed with ``error``."""

    answer: Answer | None
    ms: float
    error: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """A question, what came back, and the verdict on it."""

    question: Question
    reply: Reply
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SetResult:
    """All results of one set of questions; ``skipped`` says why it was not asked, empty if it was."""

    name: str
    documents: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    skipped: str = ""
