"""「收支平衡吗」「表和说明对得上吗」: both sides of the main figures of a body's year, found one by one (平衡与对照)."""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, one, value_in, who
from service.second.merge import merge
from service.second.two_asked import Ask

_END = r"(?:的|了)*(?:吗|么|嘛|没有?|不|呢|的|情况)*(?:[，,]?(?:相?差|多出?|差额)(?:了|是)?多少(?:钱|万元)?)?[？?。！!]*$"
_EVEN = r"(?:是不是|是否|能不能|能否|有没有|大体|基本|总体|最后|到底|都|的|上|能|是|相互)*(?:平衡|平不平衡|相抵|抵得上|轧平|对得上|对得起来|对不对得上|对不上|相等|相符|吻合|一致|一样多?|持平|打平)"
#: Income against expenditure of a whole year.
ASKS_BALANCE = regex(
    rf"收支(?:总[额数计]|两边|两头)?{_EVEN}{_END}"
    rf"|总?收入(?:总[额数计]|合计)?(?:和|与|跟|同|、|，)?(?:本年)?总?支出(?:总[额数计]|合计)?(?:两边|两头)?{_EVEN}{_END}"
    r"|总?收入(?:够不够|够|能不能覆盖|能覆盖|抵得上|抵得过|大于|小于|等于)总?支出(?:的|了)*(?:吗|么|没有?|不)?[？?。！!]*$"
    r"|(?:是不是|是否|有没有)?(?:入不敷出|收不抵支|赤字|收大于支|支大于收)(?:了|的)?(?:吗|么|嘛|没有?|不)?[？?。！!]*$"
)
_TABLE, _TEXT = (
    r"(?:表格?|报表|[预决]算表|表里|表上|表内)(?:里|中|上)?",
    r"(?:情况)?(?:文字)?(?:说明|正文|文字|叙述|文本)(?:里|中|部分)?",
)
_AND, _SAY = (
    r"(?:和|与|跟|同|、|及)",
    r"(?:的|说的|写的|数字?|数据|金额|两边|之间|是不是|是否|能不能|能否|都)*",
)
_SAME = r"(?:对得上|对不上|对得起来|一致|不一致|吻合|相符|一样|矛盾|打架|有出入|冲突)"
#: The statements against the text, of no account in particular.
ASKS_PLACES = regex(rf"(?:{_TABLE}{_SAY}{_AND}{_TEXT}|{_TEXT}{_SAY}{_AND}{_TABLE}){_SAY}{_SAME}{_END}")
#: Money of one fund, which has tables of its own, and accounts of their own.
_OF_A_FUND = regex(r"财政拨款|公共预算|基金|国有资本|三公|经费|项目|基本支出|[\u4e00-\u9fff]费")
_BY_NAME = regex(r"合计|总计|本年")
#: Words that a body's own name may hold.
_YEAR = regex(r"20\d\d年?")
_TOTALS, _YEARLY = ("收入总计", "支出总计"), ("本年收入合计", "本年支出合计")
#: What both the statements and the text print of most bodies.
_MAIN = ("收入总计", "支出总计", "本年收入合计", "本年支出合计", "基本支出", "项目支出", "三公经费")
_PLACE = regex(r"（第.+?页.+）$")


def balanced(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """Total income against total expenditure, and those of the year alone where they differ from these."""
    head = who(answer)
    if not head or _names_account(text):
        return None
    if answer.figures and _BY_NAME.search(text):
        return None  # the accounts are named, and told already
    totals, yearly = _pair(head, _TOTALS, ask), _pair(head, _YEARLY, ask)
    if totals is None and yearly is None:
        return None
    told = [pair for pair in (totals, yearly) if pair is not None]
    told = told[:1] if len(told) > 1 and _same_values(*told) else told
    whole = merge([a for pair in told for a in pair], answer.conversation_id)
    lines = [_held(pair) for pair in told]
    lead = "" if len(told) < 2 else "比较了两组数。"
    note = "总计含年初结转等和年末结转结余，本年合计只是当年的。" if len(told) > 1 else ""
    said = f"{lead}{''.join(lines)}{note}"
    return whole.model_copy(update={"answer": said, "plan": answer.plan | {"confidence": 1.0}})


def _names_account(text: str) -> bool:
    return bool(_OF_A_FUND.search(_YEAR.split(text, maxsplit=1)[-1]))


def _pair(head: str, names: tuple[str, str], ask: Ask) -> tuple[Answer, Answer] | None:
    first, second = (ask(f"{head}{name}是多少") for name in names)
    found = one(first, names[0]), one(second, names[1])
    if found[0] is None or found[1] is None or value_in(found[1], found[0].unit) is None:
        return None
    return (first, second) if found[0].stage == found[1].stage else None


def _same_values(*pairs: tuple[Answer, Answer]) -> bool:
    one, other = ([a.figures[0] for a in pair] for pair in pairs)
    return [(f.value, f.unit) for f in one] == [(f.value, f.unit) for f in other]


def _held(pair: tuple[Answer, Answer]) -> str:
    income, spent = (a.figures[0] for a in pair)
    value = value_in(spent, income.unit)
    assert value is not None  # seen to when they were paired
    gap = Decimal(income.value) - value
    head = f"{income.entity}{income.year}年度{income.stage}：" if income.label == _TOTALS[0] else ""
    said = f"{head}{income.label} {amount(income)}，{spent.label} {amount(spent)}，"
    if not gap:
        return f"{said}两者相等。"
    more = income if gap > 0 else spent
    return f"{said}两者不相等，{more.label}多 {plain(abs(gap))} {income.unit}。"


def both_places(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """The main figures as the statements and as the text print them, side by side, those that both print."""
    head = who(answer)
    if not head or (answer.status is Status.ANSWERED and answer.figures) or _names_account(text):
        return None
    asked = (ask(f"{head}{name}，表里和正文一致吗") for name in _MAIN)
    told = [a for a in asked if _is_of_both(a)]
    if not told:
        return None
    whole = merge(told, answer.conversation_id)
    names = "、".join(dict.fromkeys(_bare(_placed(a)[0]) for a in told))
    apart = [a for a in told if "不一致" in a.answer]
    lead = f"对照了表格和文字都写明的{names}，" + (
        "其中有不一致的：" if apart else "都对得上（其他数字没有逐一对照）："
    )
    return whole.model_copy(update={"answer": f"{lead}\n{whole.answer}"})


def _is_of_both(answer: Answer) -> bool:
    """Whether one account is told as a statement prints it, and as the text does."""
    figures = _placed(answer)
    return answer.status is Status.ANSWERED and len(figures) == 2 and len({_bare(f) for f in figures}) == 1


def _placed(answer: Answer) -> list[Figure]:
    return [f for f in answer.figures if _PLACE.search(f.label)]


def _bare(figure: Figure) -> str:
    return _PLACE.sub("", figure.label)
