"""A question as typed to a question as read: one script, one width, no filler (问句规范化)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.patterns import regex
from ingest.radicals import RADICALS
from ingest.text import chinese_number
from service.errors import BadQuestion
from service.read.base_denied import without_denied_base
from service.read.cantonese import in_mandarin
from service.read.conjunctions import as_named
from service.read.courtesy import without_courtesy
from service.read.dialect import in_plain_words
from service.read.examples_said import without_class_examples
from service.read.glossed import without_gloss
from service.read.misdrawn import put_right
from service.read.names_wanted import as_names
from service.read.nature_said import without_natures
from service.read.stated import without_stated
from service.read.told_between import without_told

if TYPE_CHECKING:
    from opencc import OpenCC

#: An amount in brackets tells one thing from another of its name; it is not asked for.
_SPOKEN = regex(r"[左右前后]?括号|双?引号|逗号|句号|顿号|问号")  # marks that voice input spells out
#: Words of a count within the name of an account: 「买一辆公务车」 is 买公务车.
_WITHIN_NAME = regex(
    r"((?:购|买|添|换)(?:置|了|进)?)(?!一[辆台部](?:新的?)?(?:公务|公)?用?车(?:平均)?(?:要|得|花了?|大概)*多少)(?:[一两二三四五六七八九\d]{1,2})[辆台部](?:新的?)?(?=公务|公车|轿?车|小?汽车)"
)
_HUM = regex(
    r"^(?:(?:额(?![度外定])|呃|嗯|唔|诶|欸|喂|哎|唉|内个|那啥)[,，、…。~\s]*)+(?=.)"
)  # how voice input opens
_ASIDE = regex(r"[(（][^()（）]{0,12}\d[\d,.]*\s*(?:亿|万|千)?元[^()（）]{0,6}[)）]")


def read_question(text: str, limit: int) -> str:
    """The question in simplified characters, half-width digits and letters, single spaces.

    Raises ``BadQuestion`` for a question that is empty, too long, or holds nothing that can be read.
    """
    plain = "".join(RADICALS.get(ord(c), c) for c in unicodedata.normalize("NFKC", text))
    plain = "".join(
        c for c in plain if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn") or c in "\n\t"
    )
    plain = re.sub(r"\s+", " ", plain).strip()
    if not plain:
        raise BadQuestion("问题是空的，请输入要问的内容，例如「2023年项目支出占比多少」。")
    if len(plain) > limit:
        raise BadQuestion(f"问题太长（{len(plain)}字，最多{limit}字），请把要问的内容说得简短一些。")
    spoken = as_names(in_mandarin(put_right(simplified(plain))))
    plain = _WITHIN_NAME.sub(
        r"\1",
        in_plain_words(without_stated(without_denied_base(as_named(without_courtesy(spoken))))),
    )
    plain = _in_digits(_ASIDE.sub("", _HUM.sub("", _SPOKEN.sub("", plain))))
    return without_told(without_natures(without_gloss(without_class_examples(plain))))


_RUN_OF_YEARS = regex(
    r"(?<![〇零一二三四五六七八九十])(?!二[〇零])((?:[一二][〇零一二三四五六七八九]){2,5})(?=[这那]?[两三四五]?年)"
)


#: 「二〇一七、二〇一八、二〇一九三年」: the last of the years, before their number.
_LAST_OF_YEARS = regex("(?<=[、，,和与及])二[〇零][一二][〇零一二三四五六七八九](?=[两三四五]年)")
_YEAR = "([一二][〇零一二三四五六七八九])"
_RANGE = regex(
    rf"(?<![〇零一二三四五六七八九十]){_YEAR}年?([到至]){_YEAR}(?:年|(?![〇零一二三四五六七八九十百千万亿个辆件人家项次级月日号]))"
)
_TEN_THOUSAND = regex(r"([一二两三五六八]?[十百]|[一二两三五])万(?=元?(?:[（(]含[)）])?(?:及|或)?以[上下])")
_DIGITS = {"〇": "0", "零": "0", **{c: str(n) for n, c in enumerate("一二三四五六七八九", 1)}}


def _in_digits(text: str) -> str:
    """Numbers in Chinese as the documents write them: 一七到一九年, 一百万以上; years without a mark apart."""
    text = _RANGE.sub(lambda m: f"20{_digits(m[1])}年{m[2]}20{_digits(m[3])}年", text)
    text = _TEN_THOUSAND.sub(lambda m: f"{_number(m[1])}万", text)
    return _years_apart(text)


def _number(numerals: str) -> int | None:
    """Up to some hundreds, 一百 and 二十 alike."""
    plain = numerals.replace("两", "二")
    return int(_DIGITS.get(plain[:-1], "1")) * 100 if plain.endswith("百") else chinese_number(plain)


def _digits(numerals: str) -> str:
    return "".join(_DIGITS[c] for c in numerals)


def _years_apart(text: str) -> str:
    """「一七一八一九三年」: years that voice input writes without a mark between; 「二〇一九三年」 at their end."""
    text = _LAST_OF_YEARS.sub(lambda m: f"{_digits(m[0])}年、", text)
    return _RUN_OF_YEARS.sub(
        lambda m: "年、".join(m[1][i : i + 2] for i in range(0, len(m[1]), 2)) + "年", text
    )


def is_chinese(text: str) -> bool:
    """Whether a question has anything in Chinese, or a code or number to go by."""
    return bool(re.search(r"[\u4e00-\u9fff]", text))


_VARIANTS = Path(__file__).parent / "said" / "variants.txt"
#: Characters of GB 2312, which is in simplified ones, that stand for others in a traditional text.
_EITHER = regex("[乾吒夥後徵捱摺於榘甯菸薹醣麴麽覆藉沈]")


def simplified(text: str) -> str:
    """The text in simplified characters; most are, and need not be gone through phrase by phrase."""
    if not _EITHER.search(text):
        try:
            text.encode("gb2312")
        except UnicodeEncodeError:
            pass
        else:
            return text
    converted: str = _simplifier().convert(text)
    return converted.translate(_variants())


@cache
def _variants() -> dict[int, str]:
    """Other shapes of characters (釆), by their numbers, and the ones that documents print (采)."""
    lines = _VARIANTS.read_text(encoding="utf-8").splitlines()
    return {ord(pair[0]): pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


@cache
def _simplifier() -> OpenCC:
    from opencc import OpenCC  # its dictionaries are read for who writes traditional characters

    return OpenCC("t2s")
