"""What a file says of itself: whose accounts it holds, and whether it replaces another (公开与更正)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.patterns import regex

#: Where a name says that only the body itself is meant, not the bodies below it.
_SELF = regex(
    r"(?<![属级层各])单位(?:决算|预算)"
    r"|[(（](?:(?:机关)?(?:本级|本部)|机关)[)）]"
    r"|(?<![省市县区州])本级(?=20\d\d|[二〇○零一三四五六七八九]{4}年|部门|决算|预算|$)"
)
#: 「更新」 is also part of names (城市更新局), so that each word counts only where it qualifies a publication.
_WORDS = "更正|修订|修正|勘误|(?<!城市)(?<!有机)更新(?!局|中心|办|改造|项目)"
_REVISED = regex(
    rf"[(（【\[〔][^)）】\]〕]{{0,8}}?(?P<bracket>{_WORDS}|重新公开|调整后|重发)[^)）】\]〕]{{0,8}}[)）】\]〕]"
    rf"|(?P<kind>{_WORDS})(?:版|稿|件|本|后|公告|公开|说明|内容)"
    rf"|(?P<end>{_WORDS}|重新公开|重发|调整后公开)\d*$"
    r"|(?P<again>重新公开|再次公开|重新发布|调整后(?:的)?(?:部门|单位)?(?:预算|决算)?公开)"
    rf"|^(?:关于)?(?P<start>{_WORDS})"
)


def printed_level(texts: Sequence[str]) -> str:
    """「单位」 where the title says that the body stands for itself alone (单位决算, （本级）), else 「部门」."""
    titles = [
        text for text in texts if not re.search(r"[，。；]", text)
    ]  # 「从决算单位构成看，…」 is no title
    return "单位" if any(_SELF.search(text) for text in titles) else "部门"


def revision_word(texts: Sequence[str]) -> str:
    """The word that says that a file replaces an earlier one, empty where none is printed."""
    found = (match for match in map(_REVISED.search, texts) if match)
    return next((word for match in found for word in match.groups() if word), "")
