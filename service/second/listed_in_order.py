"""Things that the question lists itself, set in order: 「宣传、组织、统战这三样事务费从多到少排」 (问句自列各项排序).

What all of them are is often said once behind the list, and so is how many they are. They are asked as an order of full
names, else each by itself; where one is not found, or two turn out to be one, no order is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.numbers import MONEY
from ingest.patterns import regex
from ingest.text import count_said, fold
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, value_in
from service.model import Operation, Reason
from service.read.terms import overlap
from service.scope.named_in import Named
from service.second.merge import merge
from service.second.two_asked import Ask

_DOWN = r"[从由按]?[多大高]到[少低小]"
_UP = r"[从由按]?[少小低]到[多大高]"
_SET = r"排(?:一?[排下]|个?[序队名]|[序队列名]|出来)(?!第)"
#: What asks for an order of all that was listed, to the end of the question.
_ORDER = regex(
    rf"[，,\s]*(?:请|帮我|给我|麻烦)?(?:都|依次|按(?:照)?)?(?:金额|数额|钱数?|花销|支出|预算数?|决算数?|大小)?(?:的)?(?:大小|多少|高低)?[，,\s]*"
    rf"(?:{_DOWN}|(?P<up>{_UP})|{_SET}).{{0,12}}$"
)
ASKS = regex(rf"{_DOWN}|{_UP}|{_SET}")
#: How many they are and what, behind the list: 「这四样事务费」.
_COUNTED = regex(
    r"[，,\s]*(?:这|那|以上|上述)?(?P<n>[两三四五六七八九十]|\d)(?:样|项|个|笔|种|类|块|者)(?:的)?(?P<noun>[\u4e00-\u9fff]{0,6}?)(?:里面?|中)?[，,\s]*$"
)
_JOINT = regex(r"、|\s+|(?:还有|以及|和|与|跟)(?=[\u4e00-\u9fff]{2})|，")
_LEAD = regex(r"^(?P<lead>.*(?:[里中内]的?|上的?|的|[，,：:]))(?=[^的里中内，,：:]{2,}$)")
#: What the noun of all adds that no name of an account has.
_MONEY_SAID = regex(r"(?:经费|费用?|支出|开支|资金|钱|科目|项目)+$")
_MARKS = ' ，,、的“”"「」（）()'
_ENDS = regex(r"[。？?！!]")
_OTHER = regex(
    r"占|比重|比例|百分|增|减|上年|去年|完成率|执行率|最|平均|人均|合计|一共|除[了去]|不算|各家|谁|哪[家年]"
)
#: All the money that the things are of, before them with a space: 「财政拨款支出 社保 卫生 住房」.
_OF_MONEY = regex(
    r"(?:本年|全年|当年)?(?:一般公共预算|政府性基金(?:预算)?|财政)?(?:财政)?(?:拨款)?(?:预算|决算)?总?(?:支出|开支)(?:预算|决算)?(?P<within>(?:里面?|当?中|内)的?)?"
)
#: A field alone, whose account is named with a word for money: 「卫生」 for 卫生支出.
_FIELD = regex(r"[\u4e00-\u9fff]{2,4}(?<![费款金贴助出入资购])(?<!经费)")
_WHOLES = ("本年支出合计", "支出总计", "本年收入合计", "收入总计", "政府采购支出")
_FEWEST, _MOST = 3, 9


@dataclass(frozen=True, slots=True)
class _List:
    """What stands before the list, the names with what all of them are, and whether the smallest comes first."""

    lead: str
    names: tuple[str, ...]
    up: bool


def listed_in_order(
    answer: Answer, text: str, ask: Ask, read: Callable[[str], Named | None]
) -> Answer | None:
    """The things in their order with what each is; None where none are listed, or they were told in order already."""
    named = read(text)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return None
    said = _said(named.masked.replace("\0", " ").strip(_MARKS))
    if said is None or _is_told(answer, said.names):
        return None
    head = named.heads()[0]
    told = ask(f"{head}{said.lead}{'、'.join(said.names)}{'从少到多' if said.up else '从多到少'}排序")
    if _is_told(told, said.names):
        return told
    each = [_told_of(name, f"{head}{said.lead}", ask) for name in said.names]
    return in_order(each, said.up, answer.conversation_id) or _not_of_some(answer, each, said, head)


def _told_of(name: str, lead: str, ask: Ask) -> Answer:
    """What is told of one, by its name or by that of the money for a field."""
    told = ask(f"{lead}{name}是多少")
    field = _found(told) is None and _FIELD.fullmatch(name)
    spent = ask(f"{lead}{name}支出是多少") if field else told
    return spent if _found(spent) is not None else told


def _said(text: str) -> _List | None:
    text = next((part for part in reversed(_ENDS.split(text)) if part.strip(_MARKS)), "")
    order = _ORDER.search(text)
    if order is None or _OTHER.search(text):
        return None
    listed = text[: order.start()].rstrip(_MARKS)
    counted = _COUNTED.search(listed)
    noun = _MONEY_SAID.sub("", counted["noun"]) if counted is not None else ""
    listed = listed[: counted.start()] if counted is not None else listed
    pieces = [piece.strip(_MARKS) for piece in _JOINT.split(listed)]
    pieces = [piece for piece in pieces if piece]
    whole = _OF_MONEY.fullmatch(pieces[0]) if pieces else None
    of_all = f"{pieces[0]}里的" if whole and not whole["within"] else pieces[0] if whole else ""
    pieces = pieces[1:] if whole else pieces
    number = count_said(counted["n"]) if counted is not None else len(pieces)
    if not _FEWEST <= len(pieces) <= _MOST or number != len(pieces):
        return None
    lead = _LEAD.match(pieces[0])
    before = lead["lead"] if lead is not None else ""
    names = [pieces[0][len(before) :], *pieces[1:]]
    before = before or of_all
    full = tuple(name if name.endswith(noun) else f"{name}{noun}" for name in names)
    return _List(before.lstrip(_MARKS), full, bool(order["up"])) if len(set(full)) == len(full) else None


def _is_told(answer: Answer, names: Sequence[str]) -> bool:
    """Whether an answer tells a figure for each that is named, and no other."""
    if answer.status is not Status.ANSWERED or len(answer.figures) != len(names):
        return False
    labels = [fold(figure.label) for figure in answer.figures]
    return all(max(overlap(fold(name), label) for label in labels) > 1 for name in names)


def _found(answer: Answer) -> Figure | None:
    """The one figure that was told of a thing; no whole that was taken for it."""
    told = answer.status is Status.ANSWERED and len(answer.figures) == 1 and "没有在" not in answer.answer
    return answer.figures[0] if told and answer.figures[0].label not in _WHOLES else None


def in_order(answers: Sequence[Answer], up: bool, conversation: str) -> Answer | None:
    """What was found of each alone, in its order; None where one is lacking, or two are the same."""
    found = [_found(answer) for answer in answers]
    figures = [figure for figure in found if figure is not None]
    places = {(f.label, f.value, f.unit) for f in figures}
    if len(figures) < len(answers) or len(places) < len(figures) or not _alike(figures):
        return None
    whole = merge(answers, conversation)
    unit = whole.figures[0].unit
    ordered = sorted(whole.figures, key=lambda f: value_in(f, unit) or 0, reverse=not up)
    first = ordered[0]
    line = f"{first.entity}{first.year}年度{'从少到多' if up else '从多到少'}：" + "、".join(
        f"{f.label} {amount(f)}" for f in ordered
    )
    return whole.model_copy(update={"answer": f"{line}。", "figures": ordered})


def _not_of_some(answer: Answer, each: Sequence[Answer], said: _List, head: str) -> Answer | None:
    """That there is no order, where one of only some of those that are listed would be told."""
    lost = [name for name, told in zip(said.names, each, strict=True) if _found(told) is None]
    ranked = answer.status is Status.ANSWERED and answer.plan.get("operation") == Operation.RANK.value
    if not lost or not ranked or not 0 < len(answer.figures) < len(said.names):
        return None
    text = f"{head}没有逐项查到「{'」「'.join(lost)}」，排不出这{len(said.names)}项的次序。"
    return answer.model_copy(
        update={
            "status": Status.NO_ANSWER, "reason": Reason.NOT_DISCLOSED.value, "answer": text, "figures": [],
            "citations": [], "notes": [],
        }
    )  # fmt: skip


def _alike(figures: Sequence[Figure]) -> bool:
    """Whether all are amounts of one year and stage."""
    money = all(figure.unit in MONEY for figure in figures)
    return money and len({(f.entity, f.year, f.stage) for f in figures}) == 1
