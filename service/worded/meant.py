"""The accounts that a question names in daily words, by the names that the body's documents have (换成科目名)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.text import fold
from service.closest.account_meant import account_meant
from service.contract import Answer
from service.worded.asked_about import is_earned
from service.worded.put_plainly import Wording


@dataclass(frozen=True, slots=True)
class Meant:
    """A wording with official names for those that were said, and which were taken for which."""

    wording: Wording
    taken: tuple[tuple[str, str], ...]

    def within(self, text: str) -> str:
        """The question with the official names in it."""
        for said, name in self.taken:
            text = text.replace(said, name)
        return text

    def told(self, answer: Answer) -> Answer | None:
        """The answer with a note on what was taken for what; None where its figures are all zero."""
        if answer.figures and not any(Decimal(figure.value) for figure in answer.figures):
            return None
        notes = [f"「{said}」按「{name}」理解。" for said, name in self.taken]
        return answer.model_copy(update={"notes": [*answer.notes, *notes]})


def in_official_names(wording: Wording) -> Meant | None:
    """The wording with the names of the body's accounts; None where nothing is named otherwise, or one is unclear."""
    asked, names = wording.asked, wording.asked.named.accounts
    taken: dict[str, str] = {}
    for said in dict.fromkeys((*asked.accounts, *([asked.whole] if asked.whole else ()))):
        if said in names or _is_known(said, wording):
            continue
        # What the documents call so themselves is a thing of its own: 办公大楼装修 is no 房屋建筑物购建.
        meant = account_meant(said, names) if not asked.named.prints(fold(said)) else ""
        if not meant or (is_earned(said, asked.named.masked) and "收入" not in meant):
            return None
        taken[said] = meant
    if not taken or len(set(taken.values())) < len(taken):
        return None
    official = replace(
        asked,
        accounts=tuple(taken.get(said, said) for said in asked.accounts),
        whole=taken.get(asked.whole, asked.whole),
    )
    return Meant(replace(wording, asked=official), tuple(taken.items()))


def _is_known(said: str, wording: Wording) -> bool:
    """Whether the trade or the documents have a name."""
    return any(name == said for table in wording.asked.named.names for _, name in table.get(said[:2], ()))
