"""The things that people speak of in asking, beside what they ask about: papers, bosses, tables (问话里的闲词)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from eval.wording.templates import Template
from service.closest.words import tagged
from service.worded.put_plainly import is_thing

_SLOT = re.compile(r"\{\w+\}")
#: So many templates have a word that is known to be of asking.
LEAST = 2


def asking_words(templates: Iterable[Template], accounts: Collection[str]) -> list[str]:
    """The words for things outside the slots of at least ``LEAST`` templates, but those of ``accounts``."""
    seen: defaultdict[str, int] = defaultdict(int)
    for template in templates:
        if template.operation != "other":
            pieces = _SLOT.split(template.text)
            words = {word for piece in pieces for word, sort in tagged(piece) if is_thing(word, sort)}
            for word in words:
                seen[word] += 1
    return sorted(word for word, times in seen.items() if times >= LEAST and word not in accounts)
