"""Examples in brackets behind what they are examples of: 「应急处置（核酸、隔离点那些）」 (举例).

They name nothing else that is asked for; they are left out where the question with them was not understood.
"""

from __future__ import annotations

from ingest.patterns import regex

_EXAMPLES = regex(
    r"(?<=[\u4e00-\u9fff])[（(](?:"
    r"(?:比如|例如|譬如|像是?|就是|也就是|即|好比)[^（()）]{2,24}"
    r"|(?:主要)?(?:是|包括|有)?[^（()）]{2,24}?(?:那些|这些|那种|这种|之类的?|什么的|啥的|等等?)"
    r")[)）](?=[^（()）]*(?:多少|几|吗|占|呢|[？?]))"
)


def without_examples(text: str) -> str:
    """The question without the brackets that only give examples."""
    return _EXAMPLES.sub("", text)
