"""Several things told of in the documents' own words, side by side in one question (并列所述).

「日报、周报、月报加起来多少篇」「热线来的多还是监督员报的多」: every one of them must be found, counted in one unit.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ingest.model import Fact
from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import fold
from service.accounts.named_with_and import split_apart
from service.model import Operation, Term
from service.read.conjunctions import ADDS
from service.read.hearing import Heard
from service.read.terms import overlap, sound
from service.read.wording import Wording
from service.things.search import ANY_UNIT, search

_APART = regex(rf"，|还是|以及|加上|[和与跟及]|{ADDS}")
#: Words around a thing that do not name it.
_AROUND = regex(
    r"哪[个一]|谁|更"
    r"|(?:报(?=[的得了])|[是的得了来办写做搞花用编]|(?<!支)出(?=了|多|几|$)|多|少|高|低|大|小|(?:多少|几)[个件篇次人份起条户家名]?|相?差"
    r"|加起来|加在一起|加一起|一共|合计|总共|统共|拢共|共|各|[这那以上]*[两二三四五六几]个?(?:来源|渠道|途径|方面|部分|[项类者种样])(?:的|来的)?)*$"
    r"|^(?:那|其中|里面|是|在|把|收到|收|受理|办理|写|做|编(?!制)|出|发|了|的)+"
)
#: What the things are named within.
_WITHIN = regex(r"[\u4e00-\u9fff]{3,}(?:里面|里头|当中|之中|[里中])$")
#: What only opens a question on several things of it, before a comma.
_TOPIC = regex(
    r"^的?(?:政府采购|采购|绩效|资产|人员|编制|车辆|三公经费|业务)(?:支出|方面|情况|执行|自评|这块|那块)*，(?=.*[和与及跟])"
)
#: 「在职加退休多少人」 is a sum too.
_PLUS = regex(rf"{ADDS}|(?<![增追参附])加(?=[起总在到一拢上])")
_JOINED = regex(rf"以及|加上|{ADDS}|[和与跟及]")
_OPERATIONS = (Operation.SUM, Operation.COMPARE, Operation.DIFFERENCE)
#: Money is asked for, so that no number of things is an answer.
_MONEY = regex(r"花|钱|用了|支出|资金|金额|经费|费用|预算|决算|执行")
_EACH = regex(r"各|分别")


def told_beside(wording: Wording, heard: Heard, facts: Sequence[Fact]) -> tuple[Term, ...]:
    """The things, in their order; none where one of them is not told, or all are not in one unit that need be."""
    together = heard.asked in _OPERATIONS or heard.added
    each = _EACH.search(wording.text) is not None
    if not together and not each and (heard.asked is not None or heard.count_unit is None or wording.pauses):
        return ()  # 「编制38名里，附属编制几名」 asks for one of the two
    for marks in (wording.breaks | wording.gaps, wording.breaks):
        if terms := _each_found(_parted(heard, marks), heard, facts, one_unit=together or not each):
            return terms
    return ()


def _each_found(whole: str, heard: Heard, facts: Sequence[Fact], *, one_unit: bool) -> tuple[Term, ...]:
    """What is meant by each of the things that a text names; none where one is not found."""
    if "还是" in whole:  # what comes before only leads to the two
        whole = whole[whole.rfind("，", 0, whole.index("还是")) + 1 :]
    pieces = [piece for piece in split_apart(_TOPIC.sub("", whole), _APART, facts) if piece]
    if len(pieces) > 2 and _WITHIN.search(pieces[0]):
        pieces = pieces[1:]  # 「发现的问题里，甲和乙哪个多」
    said = [piece for piece in map(_bare, pieces) if len(piece) > 1]
    pieces = [part for piece in said for part in run_of(piece)]
    if len(pieces) < 2:
        return ()
    unit = heard.count_unit or (None if heard.unit else ANY_UNIT)
    found = (search(piece, facts, heard.count_unit) or search(piece, facts, unit) for piece in pieces)
    hits = [hit for hit in found if hit is not None]
    terms = tuple(dict.fromkeys(hit.term for hit in hits))
    if len(terms) < len(pieces):
        return ()
    told = [(hit.term.name, hit.value) for hit in hits]
    units = {f.unit for f in facts if (f.subject.name, f.value) in told}
    if heard.count_unit is None and _MONEY.search(heard.said) and not units <= set(MONEY):
        return ()
    return terms if len(units) == 1 or not one_unit else ()


def run_of(piece: str) -> list[str]:
    """「日报周报月报」: names run together that end alike, or sound so (日抱周报); the piece alone where it is one."""
    last = piece[-1]
    cut: list[str] = []
    start = 0
    for end in range(1, len(piece) + 1):
        if end - start > 1 and sound(piece[end - 1]) == sound(last):
            cut.append(piece[start : end - 1] + last)
            start = end
    return cut if len(cut) > 1 and start == len(piece) else [piece]


def not_told(wording: Wording, heard: Heard, found: Term) -> tuple[str, ...]:
    """「日报和简讯一共多少篇」 where one is found: the parts of a sum that its name shares no word with."""
    plus = heard.count_unit is not None and _PLUS.search(wording.text) is not None
    if heard.asked is not Operation.SUM and not heard.added and not plus:
        return ()
    parts = [(_bare(part), part) for part in _JOINED.split(_parted(heard, wording.breaks))]
    # 「在职」 begins with a word that leads to a thing, and is one.
    pieces = [bare if len(bare) > 1 else part for bare, part in parts if len(part) > 1]
    named = fold(found.name)
    alone = tuple(piece for piece in pieces if overlap(piece, named) < 2)
    return alone if 0 < len(alone) < len(pieces) else ()


def _parted(heard: Heard, marks: Collection[int]) -> str:
    """What is said apart from body and year, with a comma at every mark."""
    return "".join(("，" if i in marks else "") + c for i, c in enumerate(heard.said)).replace(" ", "")


def _bare(piece: str) -> str:
    return _AROUND.sub("", piece)
