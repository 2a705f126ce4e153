"""What people say before an account that only says what it is by its nature (科目的本意).

「保运转的机关运行经费」 is 机关运行经费, 「出差的差旅费」 差旅费; 「司机的差旅费」 is a part of it and stays.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_NATURES = Path(__file__).parent / "said" / "natures.txt"
#: What is said stands by itself: 「新办公楼的」, 「数据中心办公楼的」 say which one.
_ALONE = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[年度的里中算是给上在有了那这花用])|(?<=[委厅局])"
    r"|(?<=单位|机关|本级|咱们|我们|他们))"
)
_THAT = (
    r"(?:[用上来出花]?的?(?:那|这)(?:一?[笔块项份]|些|个)(?:钱|资金|费用)?(?:就是|也就是|即)?"
    r"|[用上来出花]?的钱(?:就是|也就是|即)|[用上来出花]?的)"
)


def without_natures(text: str) -> str:
    """The question without words before an account that only say what it is."""
    for name, said in _rows():
        if name in text:
            text = said.sub("", text)
    return text


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Accounts, those with longer names first, and what is left out before each."""
    lines = _NATURES.read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((name, _before(name, words.split("|"))) for name, words in pairs)


def _before(name: str, words: list[str]) -> re.Pattern[str]:
    ways = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    whole = rf"(?={re.escape(name)}(?!率|[和与、及]))"
    return re.compile(
        rf"{_ALONE}(?:专门|主要|平时|平常|日常)?(?:用于|用来|用在|拿来|为了?|给|花在)?(?:{ways}){_THAT}{whole}"
    )
