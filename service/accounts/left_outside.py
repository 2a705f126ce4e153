"""A row whose name says what it leaves out is no answer for that: 设备（不含车辆） tells of no car (名称所排除)."""

from __future__ import annotations

import re

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Status
from service.second.two_asked import Ask

_BRACKET = regex(
    r"[（(](?P<how>不含|不包括|不包含|未含|未包括|不计|剔除|扣除|除)(?P<what>[^（）()]{1,20}?)(?P<end>外|以外|之外)?[)）]"
)
_NOT = r"(?:不含|不包括|不包含|未含|不计|剔除|扣除|除去?|除了)(?:了|掉)?"


def without_exclusions(name: str) -> str:
    """A name without the brackets that say what it leaves out."""
    return _BRACKET.sub("", name)


def excludes(name: str, text: str) -> str:
    """The word by which a name leaves out what a question asks for; empty where it leaves out none of it.

    The question asks for it who says the word, denies it nowhere, and says nothing of what the name is of.
    """
    asked = fold(text)
    rest = fold(without_exclusions(name))
    for bracket in _BRACKET.finditer(name):
        for what in map(fold, re.split(r"[、和及，]", bracket["what"])):
            denied = re.search(f"{_NOT}{re.escape(what)}", asked)
            if len(what) > 1 and what in asked and not denied and not _is_said(rest, asked, what):
                return what
    return ""


def _is_said(rest: str, asked: str, what: str) -> bool:
    """Whether two characters together of the name's own are said besides the word left out."""
    other = asked.replace(what, "\0")
    pairs = {rest[i : i + 2] for i in range(len(rest) - 1)}
    return any(pair in other for pair in pairs if re.fullmatch(r"[\u4e00-\u9fff]{2}", pair))


#: Any question may be answered by such a name; whether it was is told by a bracket in the answer.
ASKS_ANYTHING = regex(".")


def not_of_excluded(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """No answer, where all that is told leaves out by name the very thing that is asked for."""
    if answer.status is not Status.ANSWERED or not answer.figures or "（" not in answer.answer:
        return None
    words = [excludes(figure.label, text) for figure in answer.figures]
    if not all(words):
        return None
    text = f"资料里只找到「{answer.figures[0].label}」，它不包括{words[0]}，没有找到{words[0]}的数字。"
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": text, **empty})
