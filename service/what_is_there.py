"""What was not found and what there is instead, in words that tell it to a citizen (没有的与有的)."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.cells import TOTAL
from ingest.model import Document, Fact, Fund, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.figures.lookup import look_up, same_subject
from service.model import Operation, Plan

#: What an operation needs besides the figure that is printed.
_OTHER: dict[Operation, str] = {
    Operation.CHANGE: "上年的数或增减的说明",
    Operation.CHANGE_RATE: "上年的数或增减的说明",
    Operation.POINTS: "上年的比重",
    Operation.VARIANCE: "与它相对的预算数或决算数",
    Operation.VARIANCE_RATE: "与它相对的预算数或决算数",
    Operation.COMPLETION: "与它相对的预算数或执行数",
    Operation.SHARE: "作为整体的那一项",
    Operation.AVERAGE: "用来平均的数量",
}
_LONGEST, _TOLD = 24, 3
_STOPS = "的了在和与及跟同是有为多几哪什谁吗呢吧啊，、。？?!！ "


def titles_of(documents: Sequence[Document]) -> str:
    """At most two titles, each once: a narrative and its tables bear one."""
    return "、".join(f"《{title}》" for title in list(dict.fromkeys(d.title for d in documents))[:2])


def not_heard(plan: Plan, documents: Sequence[Document], facts: Sequence[Fact]) -> str:
    """Which words were not found, or the question in its own words; and which account there is nevertheless."""
    asked = plan.text.rstrip("?？。！! ")
    asked = asked if len(asked) <= _LONGEST else f"{asked[:_LONGEST]}…"
    left = "、".join(f"「{run}」" for run in in_phrases(plan)[:_TOLD]) or f"「{asked}」"
    said = f"没有在{titles_of(documents)}里找到与{left}对应的内容，不敢给出数字。"
    subject = plan.subject
    if subject is None or plan.assumed or not plan.taken or fold(subject.name) not in fold(plan.text):
        return said
    if plan.operation is not Operation.LOOKUP or look_up(plan, facts) is None:
        return said
    return f"{said}「{subject.name}」是列有的，但不知道是否就是您问的；只问这一项时请去掉上面的词。"


def in_phrases(plan: Plan) -> list[str]:
    """Runs that were not understood in the phrases of the question they are of: 高效节水灌溉面积 for 效节水灌溉."""
    known = plan.subject.name if plan.subject is not None else ""
    cut = plan.text.replace(known, " ") if known else plan.text  # 火箭 of 火箭差旅费
    phrases = [phrase for phrase in _BETWEEN.split(cut) if len(phrase) > 1]
    said = [next((p for p in phrases if run in p and len(p) <= _PHRASE), run) for run in plan.taken]
    return [run for run in dict.fromkeys(said) if not any(run != other and run in other for other in said)]


#: What only asks or joins stands between the phrases of a question.
_BETWEEN = regex(rf"(?:[各都分]?是|一共|总共|多少|什么|为何|[{_STOPS}])+|(?<=\d)年")
_PHRASE = 14


def lacks_other(plan: Plan, name: str, documents: Sequence[Document]) -> str:
    """The figure is printed; what it would be held against is not."""
    other = f"「{plan.base.name}」" if plan.base is not None else _OTHER.get(plan.operation, "另一项数字")
    return f"{titles_of(documents)}列有「{name}」，但没有找到{other}，算不出「{plan.operation.value}」。"


def in_other_cuts(plan: Plan, documents: Sequence[Document], facts: Sequence[Fact]) -> str:
    """The account is printed, but not of the money, part or stage that is asked for: which was, and what there is."""
    subject = plan.subject
    assert subject is not None  # the caller saw to it
    wanted = [
        plan.fund.value if plan.fund else "", f"《{plan.statement}》里的数" if plan.statement else "",
        plan.breakdown or "", f"{plan.stage.value}数" if plan.stage else "",
    ]  # fmt: skip
    lacking = "、".join(f"「{word}」" for word in wanted if word)
    lacking = lacking or (f"以「{plan.count_unit}」计的数字" if plan.count_unit else "能回答这个问题的数字")
    there = dict.fromkeys(
        _cut(f)
        for f in facts
        if f.year == plan.year and f.value is not None and same_subject(f, subject)
        and f.measure in (Measure.AMOUNT, Measure.COUNT)
    )  # fmt: skip
    has = f"列出的是：{'、'.join(list(there)[:_TOLD])}。" if there else ""
    return f"{titles_of(documents)}列有「{subject.name}」，但没有列出它的{lacking}。{has}"


def _cut(fact: Fact) -> str:
    """Of which money, part and stage a figure is: 一般公共预算·项目支出·决算."""
    money = fact.fund.value if fact.fund is not Fund.ALL else ""
    part = fact.breakdown if fact.breakdown not in ("", TOTAL) else ""
    return "·".join(filter(None, (money, part, f"{fact.stage.value}数")))
