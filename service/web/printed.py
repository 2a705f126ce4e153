"""The JSON of answers that are given again, made once but for what differs each time (现成的回答)."""

from __future__ import annotations

import json
from collections import OrderedDict

from service.contract import Answer

#: As many as are remembered.
_KEPT = 1000
#: What each asking has of its own: under one id everything else is the same, for its link shows it.
_OWN = {"id", "conversation_id", "timings_ms"}


class Printed:
    """JSON by an answer's id, for the event loop alone; the answers asked for last, so many at most."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, tuple[bytes, bytes]] = OrderedDict()

    def json(self, answer: Answer) -> bytes:
        """The same bytes that the answer's own ``model_dump_json`` gives."""
        held = self._held.get(answer.id)
        if held is None:
            held = self._held[answer.id] = _cut(answer)
            if len(self._held) > _KEPT:
                self._held.popitem(last=False)
        else:
            self._held.move_to_end(answer.id)
        before, between = held
        timings = answer.timings_ms.model_dump_json().encode()
        return b"".join((before, _text(answer.conversation_id), between, timings, b"}"))


def _cut(answer: Answer) -> tuple[bytes, bytes]:
    """What stands before the conversation, and between it and the timings."""
    rest = answer.model_dump_json(exclude=_OWN).encode()
    before = b'{"id":' + _text(answer.id) + b',"conversation_id":'
    return before, b"," + rest[1:-1] + b',"timings_ms":'


def _text(text: str) -> bytes:
    return json.dumps(text, ensure_ascii=False).encode()
