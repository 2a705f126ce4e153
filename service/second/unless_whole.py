"""No whole for the part that is asked for, whichever way the answer was found (整体不代部分)."""

from __future__ import annotations

from service.contract import Answer
from service.projects.dimension_scores import not_of_dimension
from service.second.beyond import declined
from service.things.whole_for_part import whole_for_part


def unless_whole(answer: Answer, text: str) -> Answer:
    """The answer, unless it tells a whole for the part that is asked for."""
    sorry = whole_for_part(answer, text) or not_of_dimension(answer, text)
    return declined(answer, sorry) if sorry else answer
