"""A question that found no answer, asked in the plain words that its wording stands for (照意思再问).

How people put a question is learnt from thousands of ways to ask, not listed: the tagger tells what is asked and which
characters name it. These names are kept to the letter, and what the plain question finds is told only where it has the
shape that was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ingest.patterns import regex
from service.contract import Answer, Status
from service.follow.conversation import Conversations, Talk
from service.refuse import is_of_others
from service.scope.named_in import Named
from service.scope.sole import is_its_own
from service.scope.sole_telling import OF_REGION as _OF_REGION
from service.second.beyond import is_unmet, none_of_it
from service.second.known_form import first_told
from service.worded.odd import other_shapes

if TYPE_CHECKING:
    from service.worded.put_plainly import Plain, Wording

#: So likely an operation must be that it is asked for: of a question without answer, and of one whose answer is odd.
LIKELY, VERY_LIKELY = 0.6, 0.85
_LONGEST = 120
#: What is told in words of a body is not what is asked of the place where it is.
IN_WORDS = ("reason", "purpose", "problems", "remedies", "units", "duties")
_UNSURE = ("low_confidence", "not_disclosed")
_HOW_MUCH = regex(
    r"多少|[好几]多(?=[\u4e00-\u9fff])|(?<![哪那这])几[个分项次辆人万百千]|得分|排名|最[高低多少]"
)
#: A share or a rate is asked for.
_RATE = regex(r"百分之|占|比[重例率]|几成|%|幅度?|[增降涨减]幅")
#: How it is said that a question was not understood, or lacks something; other refusals have reasons of their own.
_NOT_HEARD = regex(
    r"^没有在|没有找到(?:与|回答|作为|另一|能相减|这个数量|所问的|要加总)|没有把|没有逐一列出|没有找到「|两个年度各问|没有算出|没有认出|没有弄清"
    r"|没有写明问的是|没有列出它的|《.{1,60}没有解释「|《[^》]{1,60}》列有「[^」]{1,40}」，但没有"
)


def in_plain_words(
    answer: Answer, text: str, each: Callable[[Sequence[str], str], Answer],
    read: Callable[..., Named | None], conversations: Conversations, conversation: str, before: Talk,
) -> Answer:  # fmt: skip
    """The answer, or that to the plain question that the text stands for, where the text itself finds none."""
    others, is_open = other_shapes(answer, text), _is_open(answer, text)
    if not (others or is_open) or len(text) > _LONGEST or is_of_others(text):
        return answer
    # their patterns and weights: only where they are needed
    from service.worded.asked_about import account_at_core
    from service.worded.at_odds import unless_at_odds
    from service.worded.meant import in_official_names
    from service.worded.put_plainly import plain_questions, read_wording

    named = read(text, placed=_of_a_place(answer))
    if named is None:
        return answer
    wording = read_wording(named, before)

    def tell(asked: Sequence[tuple[str, Callable[[Answer], bool]]]) -> Answer | None:
        return first_told(asked, text, each, conversations, conversation, before)

    def told_by(worded: Wording, said: str) -> Answer | None:
        forms = plain_questions(worded, said, VERY_LIKELY if others else LIKELY)
        if others and not is_open:
            forms = [form for form in forms if form.operation in others and not form.fits(answer)]
        asked = [(form.text, partial(_fits, answer, form, said)) for form in forms]
        return tell(asked)

    again = told_by(wording, text)
    if again is None and is_open and (meant := in_official_names(wording)) is not None:
        official = told_by(meant.wording, meant.within(text))
        own = official is not None and not (none_of_it(official, text) or is_unmet(official, text))
        again = meant.told(official) if official is not None and own else None
    if again is None and is_open and (core := account_at_core(named, text)) is not None:
        again = _by_core(core, text, wording, tell)
    return again or unless_at_odds(answer, wording.tagged.operations, wording.asked, others)


def _by_core(
    core: tuple[str, str],
    text: str,
    wording: Wording,
    tell: Callable[[Sequence[tuple[str, Callable[[Answer], bool]]]], Answer | None],
) -> Answer | None:
    """The answer to a text with the name of an account in the place of the daily words for it."""
    from service.worded.shapes import SHAPES

    said, name = core
    plain = text.replace(said, name)
    shape = SHAPES.get(wording.tagged.operations[0][0])

    def fits(found: Answer) -> bool:
        whole = found.status is Status.ANSWERED and "没有" not in found.answer and bool(found.figures)
        own = any(name in figure.label for figure in found.figures)
        rate = any(figure.unit == "%" for figure in found.figures)
        shaped = rate is (_RATE.search(text) is not None) and (
            not rate or shape is None or shape.fits(found, wording.asked)
        )
        return whole and own and shaped and not (none_of_it(found, text) or is_unmet(found, text))

    found = tell([(plain, fits)])
    if found is None:
        return None
    return found.model_copy(update={"notes": [*found.notes, f"「{said}」按「{name}」理解。"]})


def _fits(answer: Answer, form: Plain, text: str, told: Answer) -> bool:
    """Whether what is told is an answer to a text which the ``answer`` before was none to."""
    placed = _of_a_place(answer)
    own = (
        not placed
        or (not told.figures and form.operation not in IN_WORDS)
        or is_its_own(told, answer.options[0].label)
    )
    unmet = none_of_it(told, text) or is_unmet(told, text) or _tells_no_more(told, answer)
    return own and form.fits(told) and not unmet


def _tells_no_more(again: Answer, answer: Answer) -> bool:
    """Whether all of an answer was told already beside what is lacking: then that would no longer be said."""
    told, was = ({(f.label, f.value, f.unit, f.year) for f in one.figures} for one in (again, answer))
    return bool(told) and told <= was


def _of_a_place(answer: Answer) -> bool:
    """Whether only a place is named, of which one body is held."""
    return answer.status is Status.CLARIFY and len(answer.options) == 1 and not answer.plan.get("entity")


def _is_open(answer: Answer, text: str) -> bool:
    """Whether a question has no answer, only a part of one, or words where it asks how much."""
    if answer.status is Status.ANSWERED:
        return "没有在" in answer.answer or (not answer.figures and _HOW_MUCH.search(text) is not None)
    if _of_a_place(answer):
        return _OF_REGION.search(text) is None
    unsure = answer.status is Status.NO_ANSWER and answer.reason in _UNSURE
    return unsure and "不拿" not in answer.answer and _NOT_HEARD.search(answer.answer) is not None
