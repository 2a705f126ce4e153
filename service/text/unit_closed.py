"""What became of a unit that is no longer there: 「某分局怎么没了，人去哪了」, 「少的那个单位并到哪了」 (撤并去向).

The sentence told names the unit with what was done to it; that it stands in a table says nothing of that. A unit that
the question does not name is the one that a single sentence of the year tells of.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Declined, Evidence, Operation, Plan, Reason
from service.scope.names_of import core_of
from service.targets import Point
from service.text.lexical import Index
from service.text.sentences import lines_of, to_quote

_GONE = r"没了|不见了|没有了|不在了|消失了?|撤[销并掉了]|取消|注销|解散|并[到入给掉了]|合并|划[到归入给走]"
#: That it is gone, or where it went, is asked about; money and numbers are not.
_ASKED = regex(
    rf"(?:怎么|为什么|为啥|为何|咋)[^，。？]{{0,6}}(?:{_GONE})|(?:{_GONE})[^？。]{{0,10}}(?:哪|谁|什么|啥|吗)|(?:人|职能|业务|编制)[^，。？]{{0,4}}去(?:了)?哪"
)
_OTHER = regex(r"多少|几[个名人万]|钱|经费|支出|预算数")
#: A unit that is no longer there, by no name of its own: 「少的那个二级单位」, 「撤掉的机构」.
_NAMELESS = regex(
    r"(?:少|减少|减|撤|撤销|撤掉|裁|没|没有|取消|并|合并|消失|不见)了?(?:掉)?的?(?:那|这)?[1一]?[个家]?(?:下属|所属|直属|二级|三级|基层|预算|事业|行政)*(?:单位|机构|部门)"
    r"|(?:那|这)[1一]?[个家](?:下属|所属|直属|二级|预算|事业)*(?:单位|机构|部门)"
)
_UNIT_DONE = (
    r"(?:中心|[站所队局院校馆办处科园场室]|学校|单位|机构|公司)"
    r"(?![\u4e00-\u9fff]{0,4}(?:职能|职责|职权|业务|资产))[^，。；、]{0,10}"
)
_DONE = regex(
    r"撤销|撤并|裁撤|取消|注销|合并|并入|划入|划归|划转|划出|转隶|不再保留|整合|归并|不再纳入|转企|改制"
)
_JOINED = regex(rf"{_UNIT_DONE}(?:{_DONE.pattern})")


def unit_closed(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | Declined | None:
    """The sentence that tells it, or that none does; None where it is not asked of a unit, or its name not told."""
    text = fold(plan.text)
    if len(points) != 1 or not _ASKED.search(text) or _OTHER.search(text):
        return None
    if not sources.body.within:
        return _told_alone(sources.index()) if _NAMELESS.search(text) and len(sources.index()) else None
    if plan.operation not in (Operation.NARRATIVE, Operation.LOOKUP, Operation.EXISTENCE):
        return None
    name = fold(sources.body.name)
    # The year that still counts the unit is silent on its end; later documents tell it, by its full name.
    later = sources.elsewhere(f"{sources.body.name}撤销")
    return _told(sources.index(), {name, core_of(name)}) or _told(later, {name})


def _told_alone(index: Index) -> Evidence | Declined | None:
    """The one sentence that tells of a unit that was joined to another, or done away with; None for several."""
    told = {
        fold(sentence.text): sentence
        for line in lines_of(index.chunks)
        for sentence in line
        if _JOINED.search(sentence.text)
    }
    if not told:
        return Declined(Reason.NOT_DISCLOSED, "资料里没有写明有哪个单位撤销或者并到了别处。")
    return Evidence(quotes=(to_quote(list(told.values())),)) if len(told) == 1 else None


def _told(index: Index, names: set[str]) -> Evidence | None:
    for line in lines_of(index.chunks):
        for sentence in line:
            said = fold(sentence.text)
            if _DONE.search(said) and any(name in said for name in names if len(name) > 2):
                return Evidence(quotes=(to_quote([sentence]),))
    return None
