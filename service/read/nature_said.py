"""What people say before an account that only says what it is by its nature (科目的本意).

「保运转的机关运行经费」 is 机关运行经费, 「出差的差旅费」 差旅费; 「司机的差旅费」 is a part of it and stays.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ingest.patterns import regex

_NATURES = Path(__file__).parent / "said" / "natures.txt"
#: What is said stands by itself: 「新办公楼的」, 「数据中心办公楼的」 say which one.
_ALONE = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[年度的里中算是给上在有了那这花用要])|(?<=[委厅局])"
    r"|(?<=单位|机关|本级|咱们|我们|他们))"
)
_THAT = (
    r"(?:[用上来出花]?的?(?:那|这)(?:一?[笔块项份]|些|个)(?:钱|资金|费用)?(?:就是|也就是|即)?"
    r"|[用上来出花]?的钱(?:就是|也就是|即)|[用上来出花]?的)"
)
#: How much of it is asked for before its name: 「给退休的老同志发多少退休费」.
_MUCH = r"(?:发放?|付|支付|花|给|列|拨|准备|安排)?(?:了|掉|出去)?的?(?P<much>多少|几多|好多)的?"
#: What stands for many words in a row: those who are or were of a body, that they died, and whom they left.
_STANDS = {
    "{人}": (
        r"(?:了)?的?(?:那些|这些)?(?:老)?"
        r"(?:同志|干部|职工|员工|人员|人|教职工|教师|老师|医生|护士|职员|同事|工人|专家)们?"
    ),
    "{逝}": r"(?:去世|过世|病故|亡故|死亡|已故|离世|逝世)(?:了)?的?(?:(?:离?退休|离休|在职)的?)?",
    "{属}": r"的?(?:家属|遗属|亲属|家里人?|家人|家庭)",
}


def without_natures(text: str) -> str:
    """The question without words before an account that only say what it is, or with the account that these mean."""
    for name, said, meant in _rows():
        if name in text:
            text = said.sub(rf"\g<much>{meant}", text)
    return text


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Accounts, those with longer names first, what is left out before each, and what is put in its place."""
    lines = _NATURES.read_text(encoding="utf-8").splitlines()
    rows = [[*line.split("\t"), ""] for line in lines if line and not line.startswith("#")]
    return tuple((name, _before(name, words.split("|"), meant), meant) for name, words, meant, *_ in rows)


_STAND = re.compile("|".join(map(re.escape, _STANDS)))


def _before(name: str, words: list[str], meant: str) -> re.Pattern[str]:
    known = (_STAND.sub(lambda m: _STANDS[m[0]], word) for word in sorted(words, key=len, reverse=True))
    behind = rf"{re.escape(name)}(?!率|[和与、及])"
    whole = behind if meant else rf"(?={behind})"
    return regex(
        rf"{_ALONE}(?:专门|主要|平时|平常|日常)?(?:用于|用来|用在|拿来|为了?|发给|补给|给|花在)?(?:{'|'.join(known)})(?:{_MUCH}|{_THAT}){whole}"
    )
