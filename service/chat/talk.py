"""Messages of a chat to a question and what was asked before it (对话)."""

from __future__ import annotations

from fastapi.exceptions import RequestValidationError

from service.chat.contract import ChatRequest, Limits, Message
from service.contract import AskRequest
from service.follow.conversation import TURNS


def chat_to_request(chat: ChatRequest) -> AskRequest:
    """The last user message as a question, the ones before as its history.

    The client holds the conversation, so nothing has to be held here: each request goes through its history again,
    in a conversation of its own that no other request can change.
    """
    said = [message_to_text(message) for message in chat.messages if message.role == "user"]
    if not said:
        raise wrong("messages", "missing")
    limits = chat.mingbai or Limits()
    return AskRequest(question=said[-1], history=said[-1 - TURNS : -1], **limits.model_dump())


def message_to_text(message: Message) -> str:
    """What a user wrote; pictures and sounds cannot be read, and are not passed over in silence."""
    if message.content is None or isinstance(message.content, str):
        return message.content or ""
    if any(part.type != "text" for part in message.content):
        raise wrong("messages", "not_text")
    return "\n".join(part.text or "" for part in message.content)


def wrong(field: str, kind: str) -> RequestValidationError:
    """The same problem as for any other field that does not fit."""
    return RequestValidationError([{"type": kind, "loc": ("body", field)}])
