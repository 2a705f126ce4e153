"""The things that people speak of in asking, beside what they ask about: papers, bosses, tables (问话里的闲词)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable

from eval.wording.templates import Template
from service.closest.words import tagged
from service.worded.put_plainly import is_thing

_SLOT = re.compile(r"\{\w+\}")
#: So many templates have a word that is known to be of asking; one is enough for what people only do.
LEAST, OF_VERBS = 2, 1


def asking_words(templates: Iterable[Template], accounts: Collection[str], printed: str) -> list[str]:
    """The words for things outside the slots of at least ``LEAST`` templates, but those of ``accounts``; of one
    template where it is something done that the ``printed`` text of documents does not speak of."""
    seen: defaultdict[str, int] = defaultdict(int)
    verbs: set[str] = set()
    for template in templates:
        if template.operation != "other":
            words = {word for piece in _SLOT.split(template.text) for word in tagged(piece)}
            verbs |= {word for word, sort in words if sort == "v" and word not in printed}
            for word in {word for word, sort in words if is_thing(word, sort)}:
                seen[word] += 1
    kept = {word for word, times in seen.items() if times >= (OF_VERBS if word in verbs else LEAST)}
    return sorted(kept - set(accounts))
