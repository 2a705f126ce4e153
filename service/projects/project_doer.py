"""Who carries out a project, by the column or the field of its own row or form: 「这个项目由哪家单位来干」 (实施单位).

The unit told is the one that stands beside the name of the project that is asked about; that of another is never told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import PHRASE_KINDS, Declined, Evidence, Plan, Reason
from service.text.lexical import Index
from service.text.lines import Line, text_of
from service.text.sentences import lines_of, to_quote

_DOING = (
    r"(?:来|去|具体|主要|在|给|负责|实施|承担|承办|承建|执行|落实|牵头|做|干|搞|管|建|弄|操办|运营|组织)+"
)
_WHO = r"(?:谁|哪[一]?[家个些]?(?:单位|部门|机构|公司|企业|中心|人)?)"
_ASKS = regex(
    rf"(?:由|归|让|是|交给)?{_WHO}的?{_DOING}|(?:由|归|交给|让){_WHO}"
    r"|(?:实施|承担|承办|执行|责任|项目)(?:单位|主体|部门)(?:是|为|叫)?(?:谁|哪|什么|啥|[？?]?$)|(?:谁|哪[家个]单位)(?:的|名下的)?项目"
)
_NAME = regex(r"(?:项目|专项)(?:支出)?(?:名称)?[：:](?P<name>[^，：:]{2,40})")
_DOER = regex(r"(?:实施|承担|承办|执行|项目|责任)(?:单位|主体)(?:名称)?[：:](?P<doer>[^，：:]{2,40})")
#: What one table adds to a project's name and another leaves out.
_ADDED = regex(r"(?:专项)?(?:经费|费用|项目|支出)$")


def asks_doer(text: str) -> bool:
    """Whether a question asks who does something."""
    return _ASKS.search(text) is not None


def project_doer(plan: Plan, sources: Sources) -> Evidence | Declined | None:
    """The row that tells who carries out the project asked about; None where that is not asked, or nothing lists it."""
    subject = plan.subject
    if subject is None or subject.kind not in (*PHRASE_KINDS, "项目") or not asks_doer(plan.text):
        return None
    told = dict(_told(sources.index()))
    lines = told.get(_bare(subject.name)) or told.get(_bare((subject.path or ("",))[0]))
    if lines is not None:
        quote = to_quote([sentence for line in lines for sentence in line])
        return Evidence(quotes=(quote,)) if quote is not None else None
    if subject.kind != "项目" or not told:
        return None
    return Declined(
        Reason.NOT_DISCLOSED, f"{sources.body.name}的公开资料没有写明「{subject.name}」由谁实施。"
    )


def _told(index: Index) -> Iterator[tuple[str, Sequence[Line]]]:
    """The projects of all tables and forms with the lines that name them and who carries them out."""
    for chunks in index.sections():
        named: tuple[str, Line] | None = None
        for line in lines_of(chunks):
            text = text_of(line)
            name, doer = _NAME.search(text), _DOER.search(text)
            named = (_bare(name["name"]), line) if name else named
            if doer and named:
                yield named[0], (line,) if named[1] is line else (named[1], line)
                named = None


def _bare(name: str) -> str:
    return _ADDED.sub("", fold(name))
