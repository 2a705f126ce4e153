"""Text as it is kept everywhere: normalised once, at the reader (文本规范化).

Letters, digits and compatibility ideographs go through NFKC. Chinese punctuation stays as printed, since
answers quote sentences; circled numbers and superscripts stay too, for NFKC would turn 「①3个」 into 「13个」.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ingest.patterns import regex
from ingest.radicals import RADICALS

_KEPT_PUNCTUATION = "，。：；（）！？～、"
_CHINESE_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "O": 0}
_CJK = r"\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”‘’"
_SPACE_AT_CJK = regex(rf"(?<=[{_CJK}])\s+|\s+(?=[{_CJK}])")
_SPACE_IN_NUMBER = regex(r"(?<=\d)\s+(?=[.,%]\s*\d|%)|(?<=\d[.,])\s+(?=\d)")
_NOT_WORD = regex(r"[\W_]+")


#: Half-width marks of a Chinese sentence: next to a Chinese character, a quantity or a bracket, and never in a number.
_HALF_MARKS = (
    (regex(r"(?<![A-Za-z]),(?!\d{3}(?!\d))|(?<!\d),"), "，"),
    (regex(r"(?<=[\u4e00-\u9fff\d%”’」』）)]);"), "；"),
    (regex(r"(?<=[\u4e00-\u9fff”’」』）)]):|:(?=[\u4e00-\u9fff“‘])"), "："),
    (regex(r"(?<=[\u4e00-\u9fff][^\W\d_一二三四五六七八九十])\.(?=[\u4e00-\u9fff])"), "。"),
    (regex(r"(?<=[元%人个辆次年])\.(?=[\u4e00-\u9fff“（(]|$)|(?<=[\u4e00-\u9fff]{2}[）)])\.(?=$)"), "。"),
)


_HALF_QUOTED = regex(r"[“\"](?=[\u4e00-\u9fff])([^“”\"]{1,12})[”\"](?=[\u4e00-\u9fff])")


def with_full_marks(text: str) -> str:
    """Running text with the marks that end its clauses in full width, character for character.

    >>> with_full_marks("收入1,234.50万元,比上年减少25.36万元;其中:办公费3万元.")
    '收入1,234.50万元，比上年减少25.36万元；其中：办公费3万元。'
    """
    if text.isascii():
        return text
    text = _HALF_QUOTED.sub(r"“\1”", text)
    for mark, full in _HALF_MARKS:
        text = mark.sub(full, text)
    return text


#: Scripts of minority languages, printed beside the Chinese of a bilingual form: Arabic letters (Uyghur, Kazakh),
#: Tibetan, Mongolian, Yi, Hangul. They say nothing that the Chinese does not.
_BESIDE_CHINESE = (
    (0x0600, 0x06FF), (0x0F00, 0x0FFF), (0x1800, 0x18AF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3), (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFE),
)  # fmt: skip


def _is_beside_chinese(code: int) -> bool:
    return any(low <= code <= high for low, high in _BESIDE_CHINESE)


def _is_compatible(code: int) -> bool:
    """Whether NFKC of this character keeps its meaning in a disclosure."""
    return (
        0xFF01 <= code <= 0xFF5E  # full-width ASCII
        or 0x2F00 <= code <= 0x2FDF  # Kangxi radicals
        or 0xF900 <= code <= 0xFAFF  # compatibility ideographs
        or 0x2F800 <= code <= 0x2FA1F
        or 0xFE30 <= code <= 0xFE6F  # vertical and small forms
    )


def normalise_char(char: str) -> str:
    """One character as kept; any space is a plain one; what is no text (control characters), or is in the script
    of a minority language beside the Chinese, is empty."""
    code = ord(char)
    if char in _KEPT_PUNCTUATION or 0x20 < code < 0x7F:
        return char
    if code in RADICALS:
        return RADICALS[code]
    if char.isspace() or code in (0x3000, 0xA0):
        return " "
    if _is_beside_chinese(code):
        return ""
    if _is_compatible(code):
        return unicodedata.normalize("NFKC", char)
    return "" if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs") else char


def normalise(text: str) -> str:
    """A whole text, character by character, then without the spaces that layout put in."""
    return tighten("".join(normalise_char(c) for c in text))


def tighten(text: str) -> str:
    """Drop spaces beside Chinese characters and inside numbers; fold other runs of space to one."""
    text = _SPACE_AT_CJK.sub("", text)
    text = _SPACE_IN_NUMBER.sub("", text)
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Key for comparing names: NFKC, radicals resolved, lower case, no punctuation, no space, 其它 as 其他."""
    plain = text.translate(RADICALS).replace("其它", "其他")
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", plain)).lower()


def join_lines(lines: list[str]) -> str:
    """Lines of one cell or paragraph as one text: a space only between two Latin words."""
    joined = ""
    for line in (part.strip() for part in lines):
        glue = " " if joined and line and _is_latin(joined[-1]) and _is_latin(line[0]) else ""
        joined += glue + line
    return tighten(joined)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def count_said(said: str) -> int:
    """Value of a small number as people say it: 3, 三, 两, 俩, 仨; 0 where it is none."""
    return int(said) if said.isdigit() else chinese_number(said.translate(_DAILY)) or 0


_DAILY = str.maketrans("两俩仨", "二二三")


def chinese_number(text: str) -> int | None:
    """Value of a Chinese numeral up to 99 (十三, 二十, 三) or of a digit string (二〇二三); None if it is not one."""
    if not text or any(c not in _CHINESE_DIGITS and c != "十" for c in text):
        return None
    if "十" not in text:
        return int("".join(str(_CHINESE_DIGITS[c]) for c in text))
    if text.count("十") > 1:
        return None
    tens, units = text.split("十")
    if len(tens) > 1 or len(units) > 1:
        return None
    return (_CHINESE_DIGITS[tens] if tens else 1) * 10 + (_CHINESE_DIGITS[units] if units else 0)
