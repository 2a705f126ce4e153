"""The outcome asked for after a budget: 「实际呢」, 「花了多少」 are never the budget again (追问实际)."""

from __future__ import annotations

from ingest.model import Stage
from ingest.patterns import regex
from service.follow.conversation import Talk, Turn
from service.model import OF_BUDGET, PHRASE_KINDS, Declined, Operation, Reason

BUDGETS = (Stage.BUDGET, Stage.INITIAL_BUDGET, Stage.ADJUSTED_BUDGET)
_LEAD = r"(?:那么?|但是?|可是?|不过|结果|最后|最终|后来|到头来|又|真正|到底|它|这[个项笔]|,|，)*"
_TAIL = r"(?:的|上|情况|数|金额)*(?:是|有|为)?(?:多少(?:钱|万元|元)?|怎么样|如何)?(?:呢|啊|呀|的)*[？?。！!]*"
#: 「实际呢」: what came of it, whatever was asked before.
_REAL = regex(
    rf"^{_LEAD}(?:实际|事实|真实|实打实|落地|执行|执行结果|实际结果|结果|决算)(?:花了?|用了?|支出了?|花掉|用掉|执行了?|完成)?{_TAIL}$"
)
#: 「花了多少」: after a budget what was really spent.
_SPENT = regex(
    rf"^{_LEAD}(?:实际|一共|总共|共|都)*(?:花|用|支|花费|支出|开销|花出去|用出去)(?:了|掉|去|出)*(?:多少|几[个块]?)(?:钱|万|元|万元)*(?:呢|啊|呀|的)*[？?。！!]*$"
)
#: 「年底实际发下去多少」: the same said of the end of the year, in whatever word for paying.
_PAID_OUT = regex(
    rf"^{_LEAD}(?:(?:到|至|截至)?了?(?:年[底末终]|到?底|全年|当年|一年下来))?(?:实际上?|真正|最终|一共|总共|都|共)*"
    r"(?:花|用|支|发|拨|付|给|补|投|兑现|落实|执行)(?:出去|下去|到位|到手|放|付|掉|了|去|出|费)*(?:的)?(?:钱|资金)?"
    r"(?:是|有|一共|总共|共)*多少(?:钱|万元|元|万)?(?:呢|啊|呀)?[？?。！!]*$"
)
#: 「相当于预算的百分之几」: how far the budget of what was told was used.
_OF_BUDGET = regex(
    rf"^{_LEAD}(?:这|这个数|只|才|仅|一共|总共|实际|花|用|执行|完成|支出?|掉|了|去|的)*(?:占|是|为|相当于|达到?|等于|完成)?(?:了|到)?"
    r"(?:当年|其)?(?P<of>年初|全年|调整后?)?的?预算(?:数|安排|额)?的?"
    r"(?:百分之(?:几|多少)|百分比|几成|多大比例|比例|比重|多少(?:百分比|%))(?:是多少|多少)?(?:呢|啊|呀)?[？?。！!]*$"
)
#: The same of another thing: 「公务接待费花了多少」.
_OF_ANOTHER = regex(
    r"(?P<what>[^，。？]{2,20}?)(?:实际)?(?:花|用|支出)(?:了|掉)(?:多少)(?:钱|万元|元)?(?:呢|啊|呀)?[？?。！!]*"
)
#: 「少花多少」: outcome against budget, once one of them was spoken of.
_SAVED = regex(
    r"^(?:那么?|又|实际|最后|到底)*(?P<budget>比(?:年初|全年|调整)?预算)?(?:实际)?"
    r"(?:(?P<side>[少多])(?:花|用|支出?)|(?P<beyond>超)(?:支|出|预算)?|(?P<under>节|省)(?:省|约|余|支|下|出)?)"
    r"(?:了|出|下)?(?:来)?(?:(?:多少)(?:钱|万元|元)?|(?P<rate>百分之[几多]少?|几成)|(?<=[省节约余]了)|(?<=[省节约余]下了))(?:呢|啊|呀)?[？?。！!]*$"
)
#: Posts that are allowed are filled by people, not spent.
_FILLED = "实际在编在职人员多少名"
_OUTCOME = "决算数是多少"


def outcome_then(text: str, talk: Talk) -> str | Declined:
    """The follow-up that asks for the outcome in so many words; the text itself where it asks for none."""
    return text if not talk else _saved(text, talk[-1]) or _outcome(text, talk[-1]) or text


def _saved(text: str, last: Turn) -> str | Declined:
    """「少花多少」 against the budget, where that is spoken of; asked back where it is not."""
    said = _SAVED.match(text)
    plan = last.plan
    if said is None or plan.subject is None or plan.count_unit is not None:
        return ""
    side = said["side"] or ("多" if said["beyond"] else "少")
    of_budget = plan.stage is not None or plan.operation in OF_BUDGET
    if of_budget or said["budget"] or not said["side"]:
        return f"决算比预算{side}{'百分之几' if said['rate'] else '多少'}"
    if len(last.years) != 1 or len(last.bodies) != 1:
        return ""
    return Declined(
        Reason.AMBIGUOUS,
        "您想与什么比？请写明是与预算比还是与上年比，例如「决算比预算少多少」「比上年少多少」。",
    )


def _outcome(text: str, last: Turn) -> str:
    plan = last.plan
    if plan.subject is None or plan.operation is not Operation.LOOKUP:
        return ""
    if (share := _OF_BUDGET.match(text)) is not None and plan.count_unit is None:
        return f"决算数完成{share['of'] or ''}预算的百分之几"
    if "编制" in plan.subject.name and _REAL.match(text):
        return _FILLED
    counted = plan.subject.kind in (*PHRASE_KINDS, "人员", "资产") and not plan.stage
    if plan.count_unit is not None or counted:
        return ""
    if _REAL.match(text):
        return _OUTCOME
    of_budget = plan.stage in BUDGETS
    if of_budget and (_SPENT.match(text) or _PAID_OUT.match(text)):
        return _OUTCOME
    another = _OF_ANOTHER.fullmatch(text) if of_budget and "预算" not in text else None
    return f"{another['what']}决算数是多少" if another else ""
