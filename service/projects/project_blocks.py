"""The part of a document that tells of one project: its review, or what stands under its name (项目段落).

A review begins with the name (「1.某某项目自评综述：…」「某某项目：全年预算…」); a description stands under a heading
that is the name, and its lines carry labels (立项依据, 实施主体).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.accounts import strip_ordinal
from ingest.model import Chunk
from ingest.patterns import regex
from ingest.text import fold
from service.projects.project_spoken import bare
from service.text.lexical import Index, Leaf
from service.text.lines import Line, text_of
from service.text.sentences import lines_of

#: How a line begins that tells of a project from there on.
_HEAD = regex(
    r"^[“\"]?(?P<name>[\u4e00-\u9fffA-Za-z0-9（）()、·]{3,30}?)[”\"]?(?:项目|工程|专项)(?:资金|经费|支出)?[”\"]?(?:支出)?"
    r"(?:(?:绩效)?(?:自评|评价)(?:综述|情况|结果)?)?(?:[：:。]|，?(?=(?:项目)?全年预算|自评得分|预算数))"
)
#: Headings that end as a project's name does and are none, and words that no name begins with.
_NO_NAME = regex(
    r"情况|说明|绩效|自评|评价|结果|重点|(?:部分|各|[个大全下])$|^(?:本|该|其他|其|上述|以上|[一二三四五六七八九十\d]+个|组织|开展|项目|我|对)"
)
_TITLE = regex(r"^(?P<name>[\u4e00-\u9fffA-Za-z0-9（）()、·“”]{3,30}?)[”]?(?:项目|工程|专项)(?:资金|经费)?$")
#: The same with the name behind its label: 「（一）项目名称：某某加固」.
_CALLED = regex(r"^项目名称[：:](?P<name>[\u4e00-\u9fffA-Za-z0-9（）()、·“”]{3,30})[。；]?$")


@dataclass(frozen=True, slots=True)
class Block:
    """A project's bare name, folded, and the lines that tell of it."""

    name: str
    lines: tuple[Line, ...]


def blocks_of(index: Index) -> Iterator[Block]:
    """Every part that tells of one project, as printed."""
    for leaf in index.leaves:
        yield from _of_leaf(leaf)


@lru_cache(maxsize=256)
def _of_leaf(leaf: Leaf) -> tuple[Block, ...]:
    return tuple(_blocks(leaf.chunks))


def _blocks(chunks_of: Sequence[Chunk]) -> Iterator[Block]:
    titled: dict[tuple[str, tuple[str, ...]], list[Chunk]] = {}
    for chunk in chunks_of:
        titled.setdefault((chunk.document_id, chunk.path), []).append(chunk)
    for (_, path), chunks in titled.items():
        lines = lines_of(chunks)
        head = strip_ordinal(path[-1]).rstrip("：:。") if path else ""
        title = _CALLED.match(head) or _TITLE.match(head)
        if title is not None and not _NO_NAME.search(title["name"]):
            yield Block(bare(title["name"]), tuple(lines))
        else:
            yield from _reviews(lines)


def _reviews(lines: Sequence[Line]) -> Iterator[Block]:
    """The reviews that follow each other in the lines of a section."""
    starts = [(number, name) for number, line in enumerate(lines) if (name := _named(line))]
    ends = [*(number for number, _ in starts[1:]), len(lines)][: len(starts)]
    for (number, name), end in zip(starts, ends, strict=True):
        own = [lines[number]]
        for line in lines[number + 1 : end]:
            if _ELSE.search(text_of(line)):
                break
            own.append(line)
        yield Block(name, tuple(own))


#: A line that is of no single project any more.
_ELSE = regex(
    r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?:整体|部门整体|单位整体|存在|下一步|今后)|^(?:整体|部门整体|总体)"
)


def _named(line: Line) -> str:
    """The project whose review a line begins; empty where it begins none."""
    whole = text_of(line)
    text = strip_ordinal(whole)
    # A form has such a row too, and what stands under it is read as a form: only a numbered one begins a part.
    said = (_CALLED.match(text) if text != whole else None) or _HEAD.match(text)
    if said is None or _NO_NAME.search(said["name"]):
        return ""
    return bare(fold(said["name"]))
