"""What a question tells between a place and the body there: 「青山2023年雨水多，水利局抢险花了多少」 (插叙)."""

from __future__ import annotations

from ingest.patterns import regex

_BODY = r"(?:局|委|院|中心|办|校|站|所|队|街道|镇政府|乡政府)"
#: A remark on the year has nothing of what is asked for, so that a part of the question is never taken for it.
_BETWEEN = regex(
    rf"^(?P<place>(?:(?!{_BODY})[\u4e00-\u9fff]){{2,8}}?)(?P<year>(?:20)?\d\d年)(?:度)?"
    r"(?P<told>(?:(?![预决算支收费款购编制项目里中内底初末度的比和与跟从到至资金车])[\u4e00-\u9fff]){3,12})[，,]"
    rf"(?P<body>(?:(?![的是在多几哪花用一二两三四五六七八九十])[\u4e00-\u9fff]){{1,8}}?{_BODY})(?![长里])"
)


def without_told(text: str) -> str:
    """The question with its body straight behind its place, without the remark; any other as it is."""
    return _BETWEEN.sub(r"\g<place>\g<body>\g<year>", text)
