"""Both ends of what moved, where its parts were asked one by one and not both were found (升降两端).

「补贴从多少涨到多少」 is heard as what it was and what it is; where one sentence tells the two, both are asked for at
once.
"""

from __future__ import annotations

from collections.abc import Callable

from ingest.from_to import BEFORE
from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import aside

_ENDS = regex(r"变动前是多少[，,]现在是多少")


def both_ends(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer, or both ends of one sentence where it does not tell them; ``whole`` answers another question."""
    said = _ENDS.search(text)
    if said is None or any(BEFORE in figure.label for figure in answer.figures):
        return answer
    told = whole(f"{text[: said.start()]}变动前后是多少{text[said.end() :]}", conversation=aside())
    found = told.status is Status.ANSWERED and len(told.figures) == 2
    if not found or not any(BEFORE in figure.label for figure in told.figures):
        return answer
    return told.model_copy(update={"conversation_id": answer.conversation_id})
