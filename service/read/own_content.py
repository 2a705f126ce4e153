"""What a question says of a thing, without the place of its body and without words that only lead to it (所问之词)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from ingest.patterns import regex
from service.read.vocabulary import WHOLE
from service.read.wording import PARTICLES

#: A place before a thing, 「青岚区清走的垃圾」, or alone, 「青岚区2023年城管局」.
_NAME = r"[\u4e00-\u9fff]{1,8}?(?:自治[区州县]|省|市|区|县|镇|乡|旗|州|街道)"
_PLACE = regex(rf"^(?P<name>{_NAME})(?=[\u4e00-\u9fff]{{2}}|$)|[到在给对](?P<whither>{_NAME})$")
#: Words around what is counted that name no thing and narrow none.
_LEADING = regex(
    r"^打(?=$|\s)|才有?人?|要等|得等|等着?(?=$|\s|[多几久])|有人|至[少多]|最[少多]|不少于|不低于|[定设]的?(?=$|\s|目标)|目标|指标|材料|资料|文件|报告|应该?|应当"
    r"|平均|大约|一共|总共|到底|究竟|那些?|这些?|听说|听|据说|想|说"
)
_WHOLE = frozenset(WHOLE.split("|"))


def without_particles(part: str) -> str:
    """A part without particles at its ends; 在 of 在编 is none."""
    bare = part.strip("".join(PARTICLES))
    before = part[: part.find(bare)][-1:] if bare else ""
    return before + bare if before + bare[:1] in _WHOLE else bare


def without_place(content: str, is_of_body: Callable[[str], bool]) -> str:
    """The content without the names of the place that the body is of."""
    kept = []
    for piece in content.split(" "):
        place = _PLACE.search(piece)
        named = place is not None and is_of_body(place["name"] or place["whither"])
        kept.append(_PLACE.sub("", piece) if named else piece)
    return " ".join(filter(None, kept))


@lru_cache(maxsize=256)
def without_leading(content: str) -> str:
    """The content without words that only lead to the thing; as it is where nothing would be left."""
    bare = " ".join(_LEADING.sub(" ", content).split())
    return bare or content
