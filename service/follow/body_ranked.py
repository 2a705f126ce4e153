"""The body at a place of the order that was told: 「排第一的那家，接待费多少」 after 「哪家公车最多」 (名次所指)."""

from __future__ import annotations

from ingest.patterns import regex
from service.follow.conversation import Talk
from service.model import Declined, Operation, Reason

_KIND = r"(?:那|这)?(?:一)?(?:[家个](?:单位|部门|局|街道|学校|医院)?|单位|部门)"
_SAID = regex(
    r"^(?:那么?|请问|再问|，)*(?:排名?|位列|名列|列)?(?:在|到)?"
    r"(?:(?P<last>倒数)?第(?P<place>[一二三四五六])(?:名|位|[多高大](?!少))?|(?P<most>最[多高大]|排头|榜首)|(?P<least>最[少低小]|垫底|排尾|最末|最后(?:一[名位个])?))"
    rf"的{_KIND}的?[，,]?(?!是|叫|为|谁|哪|名|比|和|与|跟|占)(?P<rest>呢.{{0,2}}|.{{2,}})$"
)
_PLACES = "一二三四五六"
_YEAR = regex(r"(?<!\d)(?:20)?\d\d年|[今去前上]年")


def body_ranked(text: str, talk: Talk) -> str | Declined:
    """The question with the name of the body; itself where no order was told, declined where it has no such place."""
    said = _SAID.match(text) if talk else None
    turn = next((t for t in reversed(talk) if t.ranked and t.plan.operation is Operation.RANK), None)
    if said is None or turn is None or len(turn.bodies) < 2:
        return text
    order = turn.ranked
    # From its end, or by 最多 in an order of the least, only where all of them were told.
    backwards = bool(said["last"] or (said["most"] if turn.plan.least else said["least"]))
    place = _PLACES.index(said["place"]) if said["place"] else 0
    if place >= len(order):
        return Declined(Reason.LOW_CONFIDENCE, f"前面只排出了{len(order)}家，没有所问的名次。")
    if backwards and len(order) < len(turn.bodies):
        return text
    name = order[-1 - place] if backwards else order[place]
    year = f"{turn.years[0]}年" if len(turn.years) == 1 and not _YEAR.search(said["rest"]) else ""
    return f"{name}{year}{said['rest']}"
