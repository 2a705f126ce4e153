"""What became of a unit that is no longer there: 「某分局怎么没了，人去哪了」 (撤并去向).

The sentence told names the unit with what was done to it; that it stands in a table says nothing of that.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Operation, Plan
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
_DONE = regex(r"撤销|撤并|裁撤|取消|注销|合并|并入|划入|划归|划转|划出|转隶|不再保留|整合")


def unit_closed(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentence that tells it; None where it is not asked of a unit, or not told."""
    text = fold(plan.text)
    asked = sources.body.within and plan.operation in (
        Operation.NARRATIVE,
        Operation.LOOKUP,
        Operation.EXISTENCE,
    )
    if not asked or len(points) != 1 or not _ASKED.search(text) or _OTHER.search(text):
        return None
    name = fold(sources.body.name)
    # The year that still counts the unit is silent on its end; later documents tell it, by its full name.
    later = sources.elsewhere(f"{sources.body.name}撤销")
    return _told(sources.index(), {name, core_of(name)}) or _told(later, {name})


def _told(index: Index, names: set[str]) -> Evidence | None:
    for line in lines_of(index.chunks):
        for sentence in line:
            said = fold(sentence.text)
            if _DONE.search(said) and any(name in said for name in names if len(name) > 2):
                return Evidence(quotes=(to_quote([sentence]),))
    return None
