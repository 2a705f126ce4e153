"""Figures of something else than what a question names beside what they were found by (答的是别的).

The thing in quotes, the sub-set, the one of two siblings, both of two things: where what was told leaves it out, the
question is asked again by it, and where that finds nothing, nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.follow.conversation import aside
from service.second.beyond import declined

AskWhole = Callable[..., Answer]


def _head(answer: Answer) -> str:
    """Whom and which year the first figure is of."""
    return f"{answer.figures[0].entity}{answer.figures[0].year}年"


def _said(answer: Answer) -> str:
    """All that is told, and what stands where it was read."""
    cited = "".join(f"{c.quote}{c.row}{c.table}{c.column}" for c in answer.citations)
    labels = "".join(f"{f.label}{''.join(one.label for one in f.inputs)}" for f in answer.figures)
    return fold(answer.answer + labels + cited)


#: A thing by its own name, in quotes.
_QUOTED = regex(r"[“「\"](?P<name>[\u4e00-\u9fff]{2,12})[”」\"](?P<rest>[^，,。？?“「]*[？?。]*)$")
_ACCOUNT = regex(r"(?:费|经费|支出|收入|补[贴助]|津贴|结余|结转|采购|合计|总计|公积金)$")


#: A part of what is named, or how many there are, which an answer tells without its name.
_PARTS_COUNTED = regex(
    r"^(?:项目?下|下面?|底下|里[面头]?|中|内)的?[\u4e00-\u9fff]{2,}|(?:底下|下面|项下|下|里[面头]?|中)[^，。？]{0,6}(?:多少|几)[款类项个种]"
)
#: What a name in quotes is said to be, that ends otherwise than accounts do.
_AS_ACCOUNT = ("科目", "这一科目", "这个科目", "项级", "款级", "类级")


def _leaves_out_quoted(answer: Answer, text: str) -> bool:
    said = _QUOTED.search(text)
    if said is None or not (_ACCOUNT.search(said["name"]) or said["rest"].startswith(_AS_ACCOUNT)):
        return False
    if _PARTS_COUNTED.search(said["rest"]):
        return False
    told = "".join((answer.answer, *(f.label for f in answer.figures), *(c.row for c in answer.citations)))
    for entity in {f.entity for f in answer.figures}:
        told = told.replace(entity, "")
    return fold(said["name"]) not in fold(told)


def _by_quoted(answer: Answer, text: str) -> str:
    said = _QUOTED.search(text)
    return f"{_head(answer)}{said['name']}{said['rest']}" if said is not None else ""


#: A sort of bodies or of posts; a number of all of them is none of it.
_SUBSET = regex(
    r"公益[一二三]类|参公|参照公务员|全额(?:拨款|事业)|差额(?:拨款|事业)|自收自支|副处级|正处级|副科级|正科级|处级|科级"
)


def _leaves_out_subset(answer: Answer, text: str) -> bool:
    said = _said(answer)
    return any(fold(word) not in said for word in _SUBSET.findall(text)) and all(
        figure.formula is None for figure in answer.figures
    )


#: Of these, one is asked for and another must not be told; the name of what they are parts of stands before them.
_SIBLINGS = (
    ("政府采购", ("货物", "工程", "服务")),
    ("", ("基本支出", "项目支出")),
    ("", ("人员经费", "公用经费")),
)
_PART = regex(
    r"(?P<part>[\u4e00-\u9fff]{2,4}?)(?:支出|采购|类)?(?:又|各|就|能|大概|一共)?(?:占|是多少|有多少|花了?多少)"
)


def _sibling(answer: Answer, text: str) -> tuple[str, str]:
    """The sibling that is asked for where only another of its row is told, with what both are parts of."""
    told = "".join(figure.label.partition("占")[0] for figure in answer.figures)
    for whole, names in _SIBLINGS:
        asked = [m[0] for m in re.finditer("|".join(names), text) if _PART.match(text, m.start())]
        others = [name for name in names if name in told]
        if len(set(asked)) == 1 and others and asked[0] not in told and whole in told:
            return whole, asked[0]
    return "", ""


def _tells_sibling(answer: Answer, text: str) -> bool:
    return bool(_sibling(answer, text)[1])


def _by_sibling(answer: Answer, text: str) -> str:
    _, name = _sibling(answer, text)
    other = next(n for _, names in _SIBLINGS if name in names for n in names if n in answer.figures[0].label)
    label = answer.figures[0].label.replace(other, name, 1)
    part, _, of = label.partition("占")
    return (
        f"{_head(answer)}{part}占{of.removesuffix('的比重')}的百分之几"
        if of
        else f"{_head(answer)}{part}是多少"
    )


#: Two things that are spoken of together, and something asked of each or of which of them.
_TWO = regex(
    r"(?:[两俩2]|这两|那两)[个家项][^，。？]{0,12}?[，,]?[^。？]{0,16}?(?:哪|谁|各自|分别|各(?=[^项种类地级界方]))"
)


def _tells_one_of_two(answer: Answer, text: str) -> bool:
    figures = answer.figures
    things = {(figure.entity, figure.year, figure.label) for figure in figures}
    return len(things) < 2 and not any("−" in (figure.formula or "") for figure in figures)


#: Which part is the one that is most, or moved most.
_MOST = regex(
    r"(?:哪一?[项个类样款种]|什么项目|哪些?科目)[^，。？]{0,10}最|最[^，。？]{0,8}(?:是|的)?(?:哪一?[项类样款种]|什么项目|哪个(?:科目|项目)|哪(?=[，,。？?]|$))"
)
_WHOLES = ("本年支出合计", "支出总计", "本年收入合计", "收入总计")


def _tells_whole(answer: Answer, text: str) -> bool:
    return all(figure.label.startswith(_WHOLES) for figure in answer.figures) and len(answer.figures) == 1


#: Two of the parts of a whole that are held against each other.
_WITHIN = regex(
    r"(?P<whole>[\u4e00-\u9fff“”]{2,12}?)(?:里面?|里头|当中|之中|中)的?[，,]?(?P<one>[^，。？比]{2,14}?)比(?![例重较如率])(?P<other>[^，。？]{2,14}?)(?:多|少|高|低|大|小)"
)


def _tells_whole_of_two(answer: Answer, text: str) -> bool:
    """Whether a figure that was held against another is the whole both are parts of."""
    said = _WITHIN.search(text)
    if said is None:
        return False
    held = [fold(one.label) for figure in answer.figures for one in figure.inputs]
    whole, parts = fold(said["whole"]).strip("“”\"'"), fold(said["one"] + said["other"])
    return any(re.sub(r"[“”\"']|经费|支出", "", name) in whole and name not in parts for name in held if name)


@dataclass(frozen=True, slots=True)
class Row:
    """How something is asked, when an answer is of something else, what is said then, and how it is asked again."""

    asked: re.Pattern[str]
    off: Callable[[Answer, str], bool]
    sorry: str
    again: Callable[[Answer, str], str] | None = None


ROWS: tuple[Row, ...] = (
    Row(_QUOTED, _leaves_out_quoted, "没有找到引号里写的这一项的数，不拿别的数来回答。", _by_quoted),
    Row(_SUBSET, _leaves_out_subset, "资料里没有单独写明这一类单位、人员的数，不拿全部的数来回答。"),
    Row(_PART, _tells_sibling, "没有找到所问的这一项，不拿另一项来回答。", _by_sibling),
    Row(_TWO, _tells_one_of_two, "问的是两样，只找到了其中一样，没有都找到，比不出来。"),
    Row(_MOST, _tells_whole, "没有找到能排出次序的各个分项，只找到了总数，所以没有给出。"),
    Row(_WITHIN, _tells_whole_of_two, "没有找到要相比的两个分项，不拿总数来相减。"),
)


def unless_of_another(answer: Answer, text: str, whole: AskWhole) -> Answer:
    """The answer, or that to the question asked again by what it left out; ``whole`` asks in every way there is."""
    if (
        answer.status is not Status.ANSWERED
        or not answer.figures
        or len({f.entity for f in answer.figures}) > 1
    ):
        return answer
    row = next((r for r in ROWS if r.asked.search(text) and r.off(answer, text)), None)
    if row is None:
        return answer
    question = row.again(answer, text) if row.again is not None else ""
    found = whole(question, conversation=aside()) if question and question != text else None
    told = found is not None and found.status is Status.ANSWERED and bool(found.figures)
    if found is not None and told and _is_alike(found, answer) and not row.off(found, text):
        return found.model_copy(update={"conversation_id": answer.conversation_id})
    return declined(answer, row.sorry)


def _is_alike(found: Answer, answer: Answer) -> bool:
    """Whether a figure is of the same sort as the one it stands for."""
    one, other = found.figures[0].unit, answer.figures[0].unit
    return one == other or {one, other} <= set(MONEY)
