"""An answerer whose answers are kept: put around the one that answers, whatever asks it (留存)."""

from __future__ import annotations

from collections.abc import Sequence

from service.answers.writer import AnswerWriter
from service.contract import Answer, AskRequest
from service.progress import Understood, unheard
from service.web.asking import Asked


class Keeping:
    """Hands every question on, and every answer to the writer."""

    def __init__(self, inner: Asked, writer: AnswerWriter) -> None:
        self._inner, self._writer = inner, writer

    def ask(self, request: AskRequest, understood: Understood = unheard) -> Answer:
        """Answer one question; raises ``BadQuestion``."""
        answer = self._inner.ask(request, understood)
        self._writer.keep(request.question, answer)
        return answer

    def recall(self, request: AskRequest) -> Answer | None:
        """The answer where it is at hand."""
        answer = self._inner.recall(request)
        if answer is not None:
            self._writer.keep(request.question, answer)
        return answer

    def suggestions(self) -> Sequence[str]:
        """Questions that would be answered."""
        return self._inner.suggestions()
