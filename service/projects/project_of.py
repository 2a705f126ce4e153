"""Whose a figure told within a section on one project is: the project's, by the name that the section says (项目归属).

「第一季度用款计划25.88万元」 stands under 项目经费情况说明: it is of the works that 项目概况 tells of, not of the body.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Chunk, Fact
from ingest.patterns import regex
from ingest.text import fold

#: A heading of a section that is about one project.
_OF_PROJECT = regex(r"项目(?!支出)|工程|立项|实施(?:周期|主体|方案)")
#: A project named where a section begins: 「…建设的万里街道社区公共服务中心新建工程，位于…」.
_NAMED = regex(
    r"(?:^|[，。：:；、“”「」\s]|的|开展|实施|组织)(?P<name>[\u4e00-\u9fff（）()]{3,30}?(?:工程|项目|专项|计划))(?=[，。”」：:（位于是为总由\s]|$)"
)
_NO_NAME = regex(r"^(?:本|该|此|各|其他|这)|^(?:工程|项目|立项|专项)")


def project_of(fact: Fact, chunks: Sequence[Chunk]) -> str | None:
    """The project in marks of quotation, for before the figure's own name; empty where the section is of none.

    None where it is of a project that the section does not name.
    """
    own = [c for c in chunks if c.document_id == fact.document_id]
    here = next((c for c in own if fold(fact.subject.name) in fold(c.text) and _is_at(c, fact)), None)
    if here is None or not here.path:
        return ""
    around = [c for c in own if c.path[:1] == here.path[:1] and c.sequence <= here.sequence]
    words = "".join("".join(c.path) for c in around)
    if not _OF_PROJECT.search(words):
        return ""
    for chunk in around:
        for match in _NAMED.finditer(fold(chunk.text)):
            if not _NO_NAME.search(match["name"]):
                return f"「{match['name']}」"
    return None


def _is_at(chunk: Chunk, fact: Fact) -> bool:
    return any(page == fact.source.page for page, _ in chunk.places)
