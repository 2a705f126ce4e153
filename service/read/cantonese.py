"""Cantonese as it is typed, in characters that no other Chinese has: 嗰三個, 叫咩名, 有冇, 用咗幾多 (粤语)."""

from __future__ import annotations

from ingest.patterns import regex

#: Characters by which a sentence is known to be in Cantonese.
_MARKS = regex(
    "[嗰𠮶啲嘅咗冇喺佢哋咩乜嚟畀攞睇咁嘢噉]|唔(?![，,、 ])|点解|用黎|边[个间度啲]"
    "|(?<![这那两一旁路周左右东西南北江河海外里身])边几[项个样种间]"
)
#: Several characters first: what they mean is not what each of them does.
_ROWS = tuple(
    (regex(pattern), meant)
    for pattern, meant in (
        (r"有冇", "有没有"),
        (r"点解", "为什么"),
        (r"[咩乜]嘢", "什么"),
        (r"嘢", "东西"),
        (r"边(?=[个间])", "哪"),
        (r"边啲", "哪些"),
        (r"边度", "哪里"),
        (r"(?<=[叫有系是做买用食乜])咩(?!都)|咩(?=名)|乜(?=名)", "什么"),
        (r"(?<![关联体院])系?用[嚟黎](?=[\u4e00-\u9fff])", "是用来"),
        (r"[乜咩](?:用|事)?(?=[，,。？?]|$)", "什么"),
        (r"(?<![这那两一旁路周左右东西南北江河海外里身])边(?=几[项个样种间])", "哪"),
        (r"系(?=[什哪])|(?<=[嘅的钱费款入出算额数，,。 ）)])系(?=[几多])", "是"),
        (r"(?<=各)系(?=[几多好]|$)|(?<=实际|一共|总共)系|(?<![关联体院])系(?=几多)", "是"),
        (r"系(?P<a>[加增减多少升降涨跌])定系(?P<b>[加增减多少升降涨跌])", r"是\g<a>还是\g<b>"),
        (r"返[嚟来](?![京校岗乡])", "回来"),
        (r"唔(?![，,、 ])", "不"),
        (r"[嗰𠮶]", "那"),
        (r"啲", "些"),
        (r"嘅", "的"),
        (r"咗", "了"),
        (r"冇", "没有"),
        (r"喺", "在"),
        (r"佢", "他"),
        (r"哋", "们"),
        (r"嚟", "来"),
        (r"畀", "给"),
        (r"攞", "拿"),
        (r"睇", "看"),
        (r"[咁噉]", "这么"),
    )
)


def in_mandarin(text: str) -> str:
    """The text with its Cantonese words as Mandarin has them; any other text as it is."""
    if not _MARKS.search(text):
        return text
    for pattern, meant in _ROWS:
        text = pattern.sub(meant, text)
    return text
