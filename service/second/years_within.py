"""「近三年」 of a body of which one year is loaded, whose document tells all three itself (文内历年).

The last of them is the latest that is loaded. It is told only where every one of the years is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.scope.named_in import Named
from service.second.known_form import first_told

_LATELY = regex(r"(?:最近的?|近)(?P<n>[两二三四五])年(?:来|间)?(?!级|期|内|多)")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_LONGEST = 100


def years_within(
    answer: Answer, text: str, each: Callable[[Sequence[str], str], Answer], read: Callable[..., Named | None],
    conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer; where it has no figure, what is told of each of the last years by their numbers."""
    said = _LATELY.search(text)
    if said is None or answer.figures or len(text) > _LONGEST:
        return answer
    named = read(f"{text[: said.start()]}{text[said.end() :]}", placed=True)
    if (
        named is None
        or len(set(named.bodies)) != 1
        or not named.loaded
        or "年" in named.rest.replace("历年", "")
    ):
        return answer
    last, count = max(named.loaded), _COUNTS[said["n"]]
    years = range(last - count + 1, last + 1)
    plain = f"{text[: said.start()]}{'、'.join(f'{year}年' for year in years)}{text[said.end() :]}"

    def fits(told: Answer) -> bool:
        return told.status is Status.ANSWERED and set(years) <= {f.year for f in told.figures}

    told = first_told([(plain, fits)], text, each, conversations, conversation, before)
    if told is None:
        return answer
    note = f"「{said[0]}」按{'、'.join(map(str, years))}年度理解。"
    return told.model_copy(update={"notes": [*told.notes, note]})
