"""What of OpenAI's chat completions is read and written here, and the field ``mingbai`` beside it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

from service.contract import Answer

MODEL = "mingbai"


class Part(BaseModel):
    """A piece of a message; only text can be read."""

    model_config = ConfigDict(extra="ignore")

    type: str
    text: str | None = None


class Message(BaseModel):
    """One message; what the user said counts, what else stands there neither steers nor informs an answer."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None


class StreamOptions(BaseModel):
    """Whether a last chunk tells the usage."""

    model_config = ConfigDict(extra="ignore")

    include_usage: StrictBool | None = None


class Limits(BaseModel):
    """What a question is to be limited to, as in ``/v1/ask``; ``extra_body`` of the official client."""

    model_config = ConfigDict(extra="forbid")

    entity: str | None = Field(default=None, max_length=200)
    year: int | None = Field(default=None, ge=1949, le=2100)
    document_id: str | None = Field(default=None, max_length=100)
    unit: Literal["元", "万元", "亿元"] | None = None


class ChatRequest(BaseModel):
    """A chat of which the last user message is the question; what tunes a language model has nothing to tune here."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "example": {
                "model": MODEL,
                "messages": [{"role": "user", "content": "青岚区城市管理局2023年项目支出占比多少"}],
            }
        },
    )

    model: str = Field(max_length=200)
    messages: list[Message] = Field(min_length=1, max_length=1000)
    stream: StrictBool | None = None
    stream_options: StreamOptions | None = None
    n: int | None = Field(default=None, ge=1, le=1)
    mingbai: Limits | None = None


class Usage(BaseModel):
    """Tokens: none, for no language model's are sold here."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0


class Said(BaseModel):
    """The assistant's message."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None


class Choice(BaseModel):
    """The only choice."""

    index: int = 0
    message: Said
    finish_reason: Literal["stop"] = "stop"
    logprobs: None = None


class Completion(BaseModel):
    """A chat completion; ``mingbai`` is the whole answer as ``/v1/ask`` gives it."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: list[Choice]
    usage: Usage = Usage()
    mingbai: Answer


class Chunk(BaseModel):
    """A piece of a completion that is streamed; the last with a choice bears the whole answer."""

    id: str
    object: Literal["chat.completion.chunk"] = "chat.completion.chunk"
    created: int
    model: str = MODEL
    choices: list[dict[str, Any]]
    usage: Usage | None = None
    mingbai: Answer | None = None


class Model(BaseModel):
    """A model that can be named in a request."""

    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str = MODEL


class Models(BaseModel):
    """The models there are: one."""

    object: Literal["list"] = "list"
    data: list[Model]
