"""Why a figure fell, asked of one that rose: what it did is told first, then the reason of that (所问与实际相反).

The reason of a part that did fall is none of the whole's, and a premise that the figures deny is not left standing.
"""

from __future__ import annotations

import re

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.second.two_asked import Ask

_DOWN, _UP = "减少|下降|变少|降低|降|少", "增加|增长|上升|变多|上涨|涨|多"
ASKS_WHY = regex(
    rf"^(?P<what>[^，,。？?]{{2,40}}?)(?:为什么|为啥|为何|怎么|咋|凭什么)(?:会|就|又|反而|反倒|还)*(?:比(?:上一?年|去年|前一年))?(?:还|要)?"
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?:了|这么多|那么多|很多|不少|好多|许多|些|呢|啊|呀|的)*[？?。！!]*$"
)
_MONEY = ("元", "万元", "亿元")
#: What stands before a quotation, and what a label adds to an account's name.
_QUOTED, _BARE = regex(r"^.*?写道："), regex(r"比(?:上年|20\d\d年).*$|[“”\"]")
_TOTAL = regex(r"本?年?总?(?P<side>收入|支出)[总合]?计?额?")


def other_way(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """What the figure did and why, where it went the other way than is asked; None where it did not."""
    said = ASKS_WHY.match(text)
    if said is None or answer.status not in (Status.ANSWERED, Status.NO_ANSWER) or answer.figures:
        return None
    moved = ask(f"{said['what']}比上年增减多少")
    figure = moved.figures[0] if moved.status is Status.ANSWERED and moved.figures else None
    if figure is None or figure.unit not in _MONEY or "增减" not in figure.label:
        return None
    fell, asked_down = figure.value.startswith("-"), said["down"] is not None
    if fell == asked_down or not figure.value.strip("-0.") or _tells_of(answer, figure.label):
        return None
    told = f"{moved.answer.rstrip('。')}，没有{'减少' if asked_down else '增加'}。"
    why = ask(f"{said['what']}为什么{'增加' if asked_down else '减少'}")
    if why.status is Status.ANSWERED and not why.figures and _tells_of(why, figure.label):
        first = len(moved.citations)
        cited = [*moved.citations, *why.citations[: max(0, 8 - first)]]
        return moved.model_copy(update={"answer": f"{told}\n{why.answer}", "citations": cited})
    # What the figure did is no answer to why: it is told, and that the reason is not.
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return moved.model_copy(
        update={"status": Status.NO_ANSWER, "answer": f"{told}它变动的原因，资料里没有写明。", **empty}
    )


def _tells_of(answer: Answer, label: str) -> bool:
    """Whether the sentences told are of the account itself, not of a part of it."""
    body = fold(_QUOTED.sub("", answer.answer.replace("\n", "")))
    name = fold(_BARE.sub("", label))
    total = _TOTAL.fullmatch(name)
    own = rf"总{total['side']}|{total['side']}[合总]|收入支出|收支" if total else re.escape(name)
    return answer.status is Status.ANSWERED and re.search(own, body) is not None
