"""The indicators of performance forms with what was aimed at and what came of it, as the passages print them (自评表指标行).

A form prints its rows under headings, or the headings once and then the bare cells; a value may be words. The comparison
that is printed with a target, ≥ or ≤, says which side is short of it; without one the points do.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ingest.model import Chunk
from ingest.numbers import parse_number
from ingest.patterns import regex
from ingest.text import fold
from service.text.lines import Line, text_of
from service.text.sentences import lines_of

_AIM = regex(r"指标值|目标值|年初目标|绩效目标值?|预期值?")
_DONE = regex(r"实际|完成")
_WORTH, _GOT = regex(r"分值|满分|权重"), regex(r"得分$")
_CELL = regex(r"(?:^|，)(?P<label>[^，：。]{2,16})：(?P<value>.*?)(?=，[^，：。]{2,16}：|$)")
_HEAD = regex(
    r"^(?:[^：]*，)?(?:三级指标|绩效指标|指标名称|指标内容)[^：]*，[^：]*(?:指标值|目标值)[^：]*，[^：]*完成"
    # The names apart from the other headings, which stand in the order in which a row is read.
    r"|^(?:[^：]*，)?(?:三级指标|绩效指标|指标名称|指标内容)：[^：，]*(?:指标值|目标值)，[^：，]*完成[^：，]*，[^：，]*(?:分值|满分|权重)，[^：，]*得分(?:，[^：，]*(?:原因|说明|备注|措施)[^：，]*)*$"
)
_PROJECT = regex(r"项目名称[：:，]?\s*(?P<name>[^，：\n]{2,40})")
#: Rows on money and sums of points are no indicators.
_NONE = regex(r"总分|合计|小计|资金|执行率|预算数|执行数")
_VALUE = regex(
    r"^(?P<sign>≥|≧|>=|＞|>|≤|≦|<=|＜|<|=|不低于|不少于|不超过|不高于)?\s*(?P<n>[\d,]+(?:\.\d+)?)\s*(?P<unit>[^\d\s]{0,6})$"
)
_AT_LEAST, _AT_MOST = (
    ("≥", "≧", ">=", "＞", ">", "不低于", "不少于"),
    ("≤", "≦", "<=", "＜", "<", "不超过", "不高于"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """One indicator: its target and outcome as printed, the points it is worth and got, where they are, and its line."""

    name: str
    aim: str
    done: str
    worth: Decimal | None
    got: Decimal | None
    line: Line = field(repr=False)

    @property
    def missed(self) -> bool | None:
        """Whether the target was not reached; None where what is printed does not tell."""
        if fold(self.aim) == fold(self.done):
            return False
        one, other = _VALUE.match(self.aim), _VALUE.match(self.done)
        short = None if self.worth is None or self.got is None else self.got < self.worth
        if one is None or other is None or one["unit"] != other["unit"]:
            return short
        aim, done = (Decimal(m["n"].replace(",", "")) for m in (one, other))
        if one["sign"] in _AT_LEAST:
            return done < aim
        if one["sign"] in _AT_MOST:
            return done > aim
        return short if short is not None else (True if done < aim else None)


@dataclass(slots=True)
class Form:
    """The indicators under one heading, or of one project that a form names; ``text`` is all that stands there."""

    path: tuple[str, ...]
    document: str
    name: str = ""
    text: str = ""
    targets: list[Target] = field(default_factory=list)

    @property
    def said(self) -> str:
        """What the form says of itself, folded."""
        return fold(self.name + "".join(self.path[1:]) + self.text)


def forms_of(chunks: Sequence[Chunk]) -> list[Form]:
    """The forms that list indicators with targets and outcomes, in their order."""
    forms: list[Form] = []
    for chunk in chunks:
        here = forms[-1] if forms and (forms[-1].path, forms[-1].document) == _place(chunk) else None
        headed = here is not None and bool(here.targets)
        # What heads the rows of a form is debris to those who read sentences.
        heads = {at for at, line in enumerate(chunk.text.split("\n")) if _HEAD.match(line)}
        for line in lines_of([chunk]):
            text = text_of(line)
            named = _PROJECT.search(text)
            if here is None or (named is not None and here.targets):
                here, headed = Form(chunk.path, chunk.document_id), False
                forms.append(here)
            here.name = named["name"] if named is not None else here.name
            here.text += text
            headed = headed or any(at < line[0].line for at in heads)
            here.targets += _read(text, line, headed)
    return [form for form in forms if form.targets]


def _place(chunk: Chunk) -> tuple[tuple[str, ...], str]:
    return chunk.path, chunk.document_id


def _read(text: str, line: Line, headed: bool) -> Iterator[Target]:
    found = _labelled(text, line) or (_bare(text, line) if headed else None)
    if found is not None and found.aim and found.done and not _NONE.search(found.name):
        yield found


def _labelled(text: str, line: Line) -> Target | None:
    """A row whose cells say which column they are of."""
    cells = {match["label"]: match["value"].strip() for match in _CELL.finditer(text.rstrip("。"))}
    worth = next((v for k, v in cells.items() if _WORTH.search(k)), "")
    got = next((v for k, v in cells.items() if _GOT.search(k)), "")
    done = next((v for k, v in cells.items() if _DONE.search(k) and not _GOT.search(k)), "")
    aim = next((v for k, v in cells.items() if _AIM.search(k) and not _DONE.search(k)), "")
    first = _CELL.search(text)
    lead = text[: first.start()].split("，")[-1] if first is not None else ""
    name = lead or next(
        (v for k, v in cells.items() if "三级指标" in k or "指标名称" in k or k == "绩效指标"), ""
    )
    return (
        Target(name, aim, done, parse_number(worth), parse_number(got), line)
        if name and aim and done
        else None
    )


def _bare(text: str, line: Line) -> Target | None:
    """A row of cells alone, under headings that were printed once: its points are the last two numbers side by side."""
    cells = [cell.strip() for cell in text.rstrip("。").split("，")]
    numbers = [parse_number(cell) if cell else None for cell in cells]
    for at in range(len(cells) - 2, 2, -1):
        worth, got = numbers[at], numbers[at + 1]
        if worth is not None and got is not None and got <= worth:
            return Target(cells[at - 3], cells[at - 2], cells[at - 1], worth, got, line)
    return None
