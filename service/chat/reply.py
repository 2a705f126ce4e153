"""An answer to a chat completion, whole or in chunks, its sources written below the text (回复)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from service.chat.contract import Choice, Chunk, Completion, Said, Usage
from service.contract import Answer
from service.printout import mark, place
from service.web.events import sentences


def answer_to_completion(answer: Answer) -> Completion:
    """The whole completion."""
    return Completion(
        id=f"chatcmpl-{answer.id}",
        created=int(time.time()),
        choices=[Choice(message=Said(content=answer_to_text(answer)))],
        mingbai=answer,
    )


def answer_to_chunks(answer: Answer, usage: bool) -> Iterator[Chunk]:
    """The same in pieces: sentence by sentence, what stands below, and the whole answer with the end."""
    head = {"id": f"chatcmpl-{answer.id}", "created": int(time.time())}
    pieces = [*sentences(answer.answer), below(answer)]
    yield Chunk(**head, choices=[choice({"role": "assistant", "content": ""})])
    for piece in filter(None, pieces):
        yield Chunk(**head, choices=[choice({"content": piece})])
    yield Chunk(**head, choices=[choice({}, "stop")], mingbai=answer)
    if usage:
        yield Chunk(**head, choices=[], usage=Usage())


def answer_to_text(answer: Answer) -> str:
    """The answer and all that stands below it."""
    return answer.answer + below(answer)


def choice(delta: dict[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    """The one choice of a chunk."""
    return {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}


def below(answer: Answer) -> str:
    """What a reader without a page of ours needs below the text: the working, remarks, sources, what to ask."""
    worked = [
        f"{figure.formula}{''.join(dict.fromkeys(mark(one.citation) for one in figure.inputs))}"
        for figure in answer.figures
        if figure.formula
    ]
    lists = {
        "算式": worked,
        "说明": answer.notes,
        "出处": [f"[{number}] {place(one)}" for number, one in enumerate(answer.citations, 1)],
        "可以这样问": [option.question for option in answer.options],
    }
    return "".join(
        f"\n\n{title}：\n" + "\n".join(f"- {line}" for line in lines)
        for title, lines in lists.items()
        if lines
    )
