"""A follow-up that holds another year against the one spoken of: 「22年比这个多多少」 after 2023 (与所说之年相比)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.scope.periods import find_period

_THAT = regex(
    r"比(?:起)?(?:上面|前面|刚才)?(?:这个数|那个数|这个|那个|它|这一?年|那一?年|这|那)(?:的)?"
    r"(?:又|还|要|是)*(?=[多少高低大小增减涨降升]|相?差|下降|上升)"
)


def of_that_year(text: str, talk: Talk) -> str:
    """The question with the year that was spoken of said where 这个 means its figure."""
    said = _THAT.search(text)
    if said is None or not talk or len(talk[-1].years) != 1:
        return text
    years, before = find_period(text).years, talk[-1].years[0]
    if len(years) != 1 or years[0] == before:
        return text
    return f"{text[: said.start()]}比{before}年{text[said.end() :]}"
