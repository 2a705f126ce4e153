"""How many of the posts counted just before are filled: 「事业编制236人，实际221人」 (编制的实有人数)."""

from __future__ import annotations

import re

from ingest.numerals import Numeral
from ingest.patterns import regex

FILLED = "实有人数"
_FILLED = regex(r"[，,、；]?(?:年末|年底)?(?:实际|实有|现有|在岗)(?:在编|在岗|在职)?(?:人数)?(?:为|有)?")
#: The same said of people, where posts of one sort were counted: 「行政编制20人，实有人员18人」.
_PEOPLE_ON = regex(r"[，,、](?:年末|年底)?(?:实际|实有|现有)(?:在编|在岗|在职)?(?:人员|人数)(?:为|有)?")
_SORTED = regex(r"行政|事业|工勤|政法|专项|参公")
_POSTS = regex(r"编制(?:人?数)?(?:为|共)?(\d+)")


def is_filled(posts: str, before: str, text: str, number: Numeral) -> bool:
    """Whether those counted hold the posts counted last, and not those of several sorts together."""
    if "编制" not in posts or (before[:1] == "；" and "其中" in text[: number.start]):
        return False  # 「编制9名，其中…；实有7人」 is of all
    people = _SORTED.search(posts) is not None and _PEOPLE_ON.fullmatch(before) is not None
    if not people and not _FILLED.fullmatch(before):
        return False
    counts = _POSTS.findall(re.split("[；。]", text[: number.start].removesuffix(before))[-1])
    return len(counts) < 2 or number.value <= int(counts[-1])  # 「行政编制8名、事业编制5名，实有12人」
