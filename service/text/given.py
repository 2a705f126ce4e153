"""Statements of a document that give a reason, each with what it is a reason for (所述之因).

A sentence often tells of several accounts in turn: 「甲增加…，主要是…；乙减少…，主要是…」. Each of them is a statement
of its own, and the reason of one is none for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ingest.accounts import strip_ordinal
from ingest.patterns import regex
from ingest.text import fold
from service.text.lexical import Index, Leaf
from service.text.sentences import Sentence, lines_of
from service.text.sorts import HEADINGS, Sort

#: Words that give a reason; 「占0.98%，系食堂收入」 says what it is made of.
REASON = regex(
    r"原因|缘由|缘于|源于|主因|起因|由于|因为|因(?![公素此而果])|主要是(?!用于)|系.{0,30}(?:所致|调整|增加|减少)|(?<=[结][转余])(?:资金|经费|数)?(?:，?主要)?系|导致|所致|致使|造成|使得|受.{2,20}影响|[，。]故"
    r"|(?<=[元%数点])，(?:主要)?系(?!统|列|数)(?![^，。；]*(?:收入|捐赠|拨款|返还|资金)(?:[，。；]|$))"
    r"|(?<=[，。])(?:年度?中|(?:预算)?执行(?:过程)?中|当年)[^。，]{2,30}，[^。，]{0,6}(?:追加|下达|新增|补发)"
    r"|为(?:了|落实|贯彻|做好|响应|保证|保障(?!机构)|确保|提高|加强|加快|规范|完善|满足|适应|解决|进一步|更好|切实|有效)"
)
#: What there is none of, with what the body is or what was left out of the figures: that it is so is the reason.
_NONE = regex(
    r"(?:为|是|属于?).{0,16}(?:单位|部门|机关)，(?:本单位|本部门|故|因此|所以)?(?:无|没有|不使用|不涉及|不安排|不核定)"
    r"|(?:不含|不包括|不包含|未包含|未纳入|不纳入|不单列)[^。]{2,30}[（(]"
)
_TERMS = regex(HEADINGS[Sort.DEFINITION])
#: How a reason goes on in the next sentence.
_GOES_ON = regex(
    r"^(?:[一二三四五六七八九]是|其[一二三四]|[（(]?\d{1,2}[)）、.．]|[①-⑳]|同时|另外|此外|第[一二三四五]|较上|其中[:：]?[一1]|每一|二则)"
)
NAMES = regex(r"[（(][类款项][)）]")
_FIGURES = regex(r"\d[\d,.]*(?:万元|元|%)")
#: Where a sentence may go over to another account.
_JOINT = regex(r"[；;]|，(?=其中[：:])")
#: How a figure is told of an account, and words before it that name none.
_MOVED = regex(r"\d[\d,.]*\s*(?:万元|亿元|元)|增加|减少|增长|下降|上升|降低|增长|持平|无变化")
_MEASURE = regex(
    r"20\d\d年?度?|本年度?|全年|今年|当年|上年度?|去年|[预决]算|执行数?|完成|年初|总额|[合总共]?计|共|各|均|为|是|安排|[比较与和同]|相比"
    r"|原因|主要|的|差异|变动|[大小高低]于|增减|变化|年度?|本?(?:部门|单位)|我[局委厅办院校镇]|按[^，：]{2,10}[：:]|其中[:：]?|数|超|未|比例|[\d.%]+"
)
_NAMELESS = regex(r"^(?:资金|经费|本|[^\u4e00-\u9fff]*|.)$")
#: All the money, by what a statement says of it.
ALL_MONEY = regex(r"^(?:收入?、?总?支出?|收支|总?收入|总?支出)(?:预算|决算|总|合)*$")
_STATED = regex(r"[较比与](?:上年|上一年|去年|\d{4}年)|同比")
_USED = regex(r"用于|用作|用来")


@dataclass(frozen=True, slots=True)
class Given:
    """A statement of a document and the reason it gives; ``context`` and ``reason`` are folded, ``own`` are the
    accounts that it names itself, ``none`` says that it only tells what there is none of and of what kind that is,
    ``item`` that its line begins with an account by its levels; ``opens`` is the first account before it."""

    sentences: tuple[Sentence, ...]
    context: str
    reason: str
    path: str
    own: tuple[str, ...] = ()
    none: bool = False
    item: bool = False
    opens: str = ""


def given_in(index: Index) -> list[Given]:
    """Every reason of the passages, with the statement before it that it explains."""
    return [given for leaf in index.leaves for given in _given_by(leaf)]


@lru_cache(maxsize=256)
def _given_by(leaf: Leaf) -> list[Given]:
    found = []
    for whole in lines_of(leaf.chunks):
        if _TERMS.search(fold("".join(whole[0].chunk.path))):
            continue  # what a term is for says nothing of this body
        line = [clause for sentence in whole for clause in clauses(sentence)]
        start = position = 0
        while position < len(line):
            if not (gives(line[position].text) or _explains(line, position)):
                position += 1
                continue
            end = position + 1
            while end < len(line) and _GOES_ON.match(line[end].text):
                end += 1
            found.append(_reason_of(line, max(start, position - 2), position, end))
            start = position = end
    return found


def gives(text: str) -> bool:
    """Whether a sentence says why in so many words, or of what kind that is which there is none of."""
    return bool(REASON.search(text) or _NONE.search(text))


def named_in(text: str) -> list[str]:
    """The accounts that a statement names before its figures, folded, in their order.

    None where it only says 决算数, 比上年 and the like of what was named before.

    >>> named_in("其中：公务接待费支出8.00万元，较上年减少4.00万元")
    ['公务接待费支出']
    >>> named_in("决算数大于年初预算数的主要原因是")
    []
    """
    found = []
    for part in _MOVED.split(text)[:-1]:
        names = (_MEASURE.sub("", fold(name)) for name in re.split("[，,。：:]", strip_ordinal(part)))
        found += [name for name in names if len(name) > 1 and not _NAMELESS.match(name)][-1:]
    return found


def as_named(name: str) -> str:
    """A folded name as ``named_in`` gives it, without the words that figures are told with."""
    return _MEASURE.sub("", name)


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or each of its parts that tells of an account by itself."""
    text = sentence.text
    cuts = [0]
    for joint in _JOINT.finditer(text):
        rest = text[joint.end() :]
        after = re.split("[；;。]", rest, maxsplit=1)[0]
        stated = REASON.search(after) or _STATED.search(after) or _USED.search(after)
        if named_in(after) and stated and not _GOES_ON.match(rest):
            cuts.append(joint.end())
    for low, high in pairwise([*cuts, len(text)]):
        yield replace(sentence, start=sentence.start + low, end=sentence.start + high)


def _explains(line: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence explains the figures before it without a word that says so."""
    text = line[position].text
    plain = len(text) >= 10 and not re.search(r"\d|[：:]|主要用于|持平|一致", text)
    return plain and position > 0 and bool(_FIGURES.search(line[position - 1].text))


def _reason_of(line: Sequence[Sentence], start: int, position: int, end: int) -> Given:
    """The reason at ``position``..``end`` of a line with the sentences before it from ``start`` on."""
    sentence = line[position].text
    match = REASON.search(sentence)
    cut = match.start() if match else 0 if not _NONE.search(sentence) else len(sentence)
    own = tuple(named_in(sentence[:cut]))
    before = line[position - 1] if position else None
    if own and before is not None and before.line == line[position].line and before.text[-1] not in "。！？":
        start = position  # what the same sentence says before is of another account
    run = list(line[start:end])
    lead = _lead(line[0]) if start else ""
    # 「3、…信息化建设（项）。」 says of what all that follows in its line is said.
    alone = start == position and bool(own)
    if (
        start
        and (NAMES.search(line[0].text) or (len(line[0].text) <= 40 and not alone))
        and not gives(line[0].text)
    ):
        run = [line[0], *run]
    told = lead + "".join(s.text for s in line[start:position]) + sentence[:cut]
    context, opens = fold(told), next(iter(named_in(told)), "")
    reason = fold(sentence[cut:] + "".join(s.text for s in line[position + 1 : end]))
    none = match is None and bool(_NONE.search(sentence))
    item = bool(NAMES.search(line[0].text))
    path = fold("".join(line[0].chunk.path))
    return Given(tuple(run), context, reason, path, own, none, item, opens)


def _lead(first: Sentence) -> str:
    """What the first sentence of a line says that the others are about; nothing of a reason that it gives itself."""
    match = REASON.search(first.text)
    if match and not NAMES.search(first.text):
        return ""  # it tells of an account of its own
    return first.text[: match.start() if match else 60][:60]
