"""Offices and units that were newly set up, or done away with: 「今年新设了哪个科」「撤了哪个单位」 (新设与撤销).

The sentence told has the deed and the name of an office behind it; that some were set up says not which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Plan
from service.targets import Point
from service.text.lexical import Index
from service.text.sentences import Sentence, lines_of, to_quote
from service.text.sorts import HEADINGS, Sort

_KIND = r"(?:机构|单位|部门|(?:科(?!目)|[处股])室?|办公室|中心|站所|所站|大队)"
_WHICH = r"(?:是|有)?(?:哪[些几个一两三]?[个家]?|什么|啥)(?:新的?)?"
#: How either is asked, and how a document says it; a new wording is a new word in a row.
_DEEDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (
        regex(rf"(?:{daily})(?:了|的|过)*(?:都)?{_WHICH}[^，。？]{{0,4}}{_KIND}|新(?:{daily})(?:了|的)*{_WHICH}$|(?:哪[些几个]?[个家]?|什么|啥){_KIND}(?:是|都|又)*(?:{daily})"
              rf"|(?:{daily})(?:了|过|的)*新?(?:的)?{_KIND}[^。？]{{0,12}}(?:是|有|叫|指|为|到底|分别)*(?:哪[些几个一两三]|什么|啥|谁)(?!原因|事)"),
        rf"(?:{written})(?:了)?",
    )
    for daily, written in (
        (
            r"新?(?:增设?|成立|组建|增加)|新(?:设立?|添|建|开|搞|弄|来|没)|设立|(?<![大最更较第一二三四五六七八九十])多|添|挂牌",
            r"新增设?|增设|新?成立|新?设立|新设|新?组建|新开设|挂牌成立|新建|增加",
        ),
        (
            r"撤(?:销|并|掉|了)?|裁(?:撤|掉)?|取消|没|砍(?:掉)?|合并|划(?:出|走)|并掉|(?<![多最更较二三四五])少",
            r"撤销|撤并|裁撤|取消|合并|划出|划转|注销|不再保留",
        ),
    )
)  # fmt: skip
#: The name of an office behind the deed, which says more than that it is one.
_NAME = (
    r"(?:了)?(?![^，。；]{0,2}(?:名|个|人))(?P<name>[^，。；：\d]{2,40}?(?:局|处|[科股]室?|室|中心|站|所|队|馆|院|委|办|系|学院|机构|单位))"
    r"(?=[，。；、和及与等（(]|的|增|$)"
)
_ONLY_KIND = regex(
    rf"^(?:的|了|等|部分|有关|相关|一些|若干|内设|下属|所属|事业|行政|[一二三四五六七八九十两]|[个家])*{_KIND}$"
)
_OFFICES = regex(r"机构|概况|职[责能]|编制|人员")
_TERMS = regex(HEADINGS[Sort.DEFINITION])


def newly_set(plan: Plan, points: Sequence[Point], sources: Sources) -> Evidence | None:
    """The sentence that names what was set up or done away with; None where that is not asked, or not told."""
    text = fold(plan.text)
    if merged := _merged(text, sources.index()):
        return Evidence(quotes=(to_quote([merged]),))
    last = fold(re.split("[，,]", plan.parted)[-1]) if plan.parted else text
    if any(asked.search(last) for asked, _ in _DEEDS):
        text = last  # 「说是因为新设了机构才多花钱，新设的是哪些机构」
    if len(points) != 1 or re.search("多少|几(?:个|家)?(?:人|钱|元)|多(?:花|用|出)|少(?:花|用)", text):
        return None
    deed = next((written for asked, written in _DEEDS if asked.search(text)), "")
    told = sorted(_told(deed, sources.index()), key=lambda t: -t[0]) if deed else []
    return Evidence(quotes=(to_quote([told[0][1]]),)) if told else None


#: 「少了一个，是哪个处并掉了」, and how a document tells what became of it, its name before the deed.
_ASKS_MERGED = regex(
    rf"(?:哪[些几一两三]?[个家]?|什么|啥){_KIND}(?:是|都|又|被|给)*(?:撤|裁|并|合并|取消|划|砍)(?:销|并|掉|走|了|出去)"
)
_MERGED = regex(
    r"(?:原|将|把)(?P<name>[^，。；：\d]{2,30}?(?:局|处|科|股|室|中心|站|所|队|院|办))(?:的)?(?:全部|相关|主要)?(?:职能|职责|业务|人员|编制|机构)*"
    r"(?:予以|整体|全部|已)?(?:撤销|裁撤|并入|合并[到至入]|划入|划转|划归|不再保留)"
)


def _merged(text: str, index: Index) -> Sentence | None:
    """The one sentence that says which office was merged or closed; None where several are, or it is not asked."""
    if not _ASKS_MERGED.search(text):
        return None
    told = [s for line in lines_of(index.chunks) for s in line if _MERGED.search(s.text)]
    return told[0] if len({s.text for s in told}) == 1 else None


def _told(deed: str, index: Index) -> Iterator[tuple[int, Sentence]]:
    """Sentences that name such an office, those in what tells of the body's offices first."""
    pattern = re.compile(deed + _NAME)
    for line in lines_of(index.chunks):
        path = fold("".join(line[0].chunk.path))
        if _TERMS.search(path):
            continue
        for sentence in line:
            named = [m for m in pattern.finditer(sentence.text) if not _ONLY_KIND.match(m["name"])]
            if named:
                yield 2 * bool(_OFFICES.search(path)) + ("机构" in sentence.text), sentence
