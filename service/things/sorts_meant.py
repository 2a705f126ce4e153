"""Which sort of those that a standard is told by is meant: 92岁 is of 90—99周岁, 乡下 is 农村 and no 城市 (分档对号).

A name is of the sort that the question says, or of another; a question that says none may mean any.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from service.read.ages import AGES, ages_said, is_of_age

#: What is told apart by sides: how documents write each, and what people say for it.
_SIDES: tuple[tuple[tuple[str, str], ...], ...] = (
    (("城市|城镇|城区|县城", "城里|城关|街上"), ("农村|乡村", "乡下|村里|乡里|农民")),
    (
        ("集中|机构", "(?:住|养|待|生活)?在?(?:儿童)?(?:福利|养老)(?:机构|院)|敬老院|孤儿院"),
        ("分散|散居", "散养|(?:住|养|待)在?(?:自己|亲戚)?家里?|在家"),
    ),
    (
        ("全护理|全失能", "完全不能自理|瘫痪在床"),
        ("半护理|半失能", "部分不能自理"),
        ("全自理|(?<![不能])自理", "能自理"),
    ),
    (("一级", ""), ("二级", ""), ("三级", ""), ("四级", "")),
)


def age_said(text: str) -> int | None:
    """How old somebody is whom a question is asked for; None where no age is said."""
    return next(iter(ages_said(text)), None)


def holds_age(name: str, age: int | None) -> bool:
    """Whether a name is of this age, or of none at all."""
    return age is None or is_of_age(name, age) is not False


def on_its_side(content: str, name: str) -> str | None:
    """What is asked with each side that it says as the name writes it; None where the name is of another side."""
    for sides in _SIDES:
        patterns = [
            (re.compile(written), re.compile("|".join(filter(None, (written, said)))))
            for written, said in sides
        ]
        said_of = [at for at, (_, any_) in enumerate(patterns) if any_.search(content)]
        told = [at for at, (written, _) in enumerate(patterns) if written.search(name)]
        if len(said_of) != 1 or len(told) != 1:
            continue
        if said_of != told:
            return None
        written, any_ = patterns[told[0]]
        word = written.search(name)
        content = any_.sub(word[0] if word else "", content)
    return content


def two_sides(text: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """Where a text says two sides of one thing, in the order they are said; None where it does not."""
    for sides in _SIDES:
        said = [re.search("|".join(filter(None, side)), text) for side in sides]
        found = sorted(filter(None, said), key=lambda m: m.start())
        if len(found) == 2:
            return found[0], found[1]
    return None


def without_age(text: str) -> str:
    """A text without the age in it, and who is so old."""
    return _WHO.sub(" ", text)


_KIN = "(?:爸妈?|妈妈?|爸爸|父母|父亲|母亲|爷爷|奶奶|外公|外婆|姥[姥爷]|老公|老婆|老伴|儿子|女儿|孩子|邻居|家?老人)"
_WHO = regex(
    rf"(?:我|俺|咱)们?(?:家里?)?的?{_KIN}?(?:今年|现在|已经|都|快|是|有)*(?=\d|[\s，,。？]|$|户口|每|一个?月|能|可以|住)"
    r"|\d{2,3}周?岁了?(?:的?(?:老年?人|高龄老人|老人家))?|户口?(?:是|落?在)|户口|家住在?|住在(?=\s|$)"
)
#: The sort in a name: what is left is what sorts of one thing share.
_SORT = regex(rf"{AGES.pattern}|" + "|".join(written for sides in _SIDES for written, _ in sides))


def stem_of(name: str) -> str:
    """A name without the sort that it says."""
    return _SORT.sub("", name)
