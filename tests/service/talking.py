"""A conversation asked through, for tests of follow-ups (一段追问)."""

from __future__ import annotations

from service.answer import Answerer
from service.contract import Answer, AskRequest


def talk(desk: Answerer, *questions: str) -> Answer:
    """The answer to the last of some questions."""
    for question in questions:
        answer = desk.ask(AskRequest(question=question, conversation_id="/".join(questions)))
    return answer
