"""What tells that an answer is one to an operation, and the table of all operations (答案要有的样子).

A new operation is a row of ``SHAPES``: the texts that ask for it plainly, and what its answer must have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ingest.patterns import regex
from service.contract import Answer
from service.worded import forms, forms_in_words
from service.worded.forms import ADDED, Asked, Texts
from service.worded.odd import EACH_ONE, OF_ALL, WHY

MONEY = ("元", "万元", "亿元")
Fits = Callable[[Answer, Asked], bool]


@dataclass(frozen=True, slots=True)
class Shape:
    """The texts that ask for an operation plainly, the first that is answered counts, what its answer must have, and
    the words of asking beside which it is another operation."""

    texts: Texts
    fits: Fits
    unlike: re.Pattern[str] | None = None


#: Money is asked for, of which no number of things is an answer; and what one of them costs, which all of them do not.
_IN_MONEY = regex(
    r"钱|块(?=[？?。呢啊呀吧]|$)|花[了费掉去]|(?:多少|几|好多)[万亿]*元|经费|费用|开支|开销|花销|资金|金额"
)
_HOW_MUCH_MONEY = regex(r"(?:多少|几|好多)(?:个?钱|块|[万亿]*元)")
_FOR_ONE = regex(
    r"(?<![第同另唯统])[一每](?:[个名位台部辆套件场次篇页棵株吨户家亩张份节月天趟]|平方?米?)[给补奖收报免要发得领交罚卖助贴励买是能]*"
    r"(?:多少|几|好多)"
)


def money_is_asked(asked: Asked) -> bool:
    """Whether how much money is asked, and no number of things."""
    counted = asked.unit and asked.unit not in MONEY
    return not counted and _IN_MONEY.search(asked.asking) is not None


def _in_measure(answer: Answer, asked: Asked) -> bool:
    """Whether there is money where money is asked for, and what one gets where that is."""
    if money_is_asked(asked) and not any("元" in figure.unit for figure in answer.figures):
        return False
    one = _FOR_ONE.search(asked.asking) is not None
    return not one or any(EACH_ONE.search(f"{figure.label}{figure.unit}") for figure in answer.figures)


def _has_amounts(answer: Answer, asked: Asked) -> bool:
    if not _in_measure(answer, asked):
        return False
    return len(answer.figures) >= max(1, len(asked.accounts)) and not any(
        _CHANGED.search(figure.label) or figure.formula for figure in answer.figures[:1]
    )


def _is_counted(answer: Answer, asked: Asked) -> bool:
    units = [figure.unit for figure in answer.figures]
    if _HOW_MUCH_MONEY.search(asked.asking) or not _in_measure(answer, asked):
        return False
    if len(units) < max(1, len(asked.counted)) or any(unit in (*MONEY, "%") for unit in units):
        return False
    return not asked.unit or asked.unit in units or len(asked.counted) > 1


def _is_rate(answer: Answer, asked: Asked) -> bool:
    return any(figure.unit == "%" and not OF_ALL.search(figure.label) for figure in answer.figures[:2])


#: What wholes of all sorts are called, which says nothing of which it is.
_ANY_WHOLE = regex("支出|收入|进账|[收进]进?来|总|全部|合计|本年|[预决]算|经费|部门|单位|资金|[“”的额]")


_ALL = Decimal(100)


def is_told(name: str, text: str) -> bool:
    """Whether a text has two characters of a name that stand together there."""
    return any(name[at : at + 2] in text for at in range(max(1, len(name) - 1)))


def _is_share(answer: Answer, asked: Asked) -> bool:
    """A share of the whole that is named, by two of its characters at least."""
    told = [figure for figure in answer.figures if figure.unit == "%" and not _CHANGED.search(figure.label)]
    if told and not asked.whole and len(asked.accounts) == 2:
        named = told[0].label + "".join(part.label for part in told[0].inputs)
        if Decimal(told[0].value) > _ALL or not all(is_told(name, named) for name in asked.accounts):
            return False
    if not told or not ("占" in told[0].label or len(told[0].inputs) == 2):
        return False
    whole = _ANY_WHOLE.sub("", asked.whole)
    named = told[0].label.partition("占")[2] + "".join(part.label for part in told[0].inputs[1:])
    return not whole or any(whole[at : at + 2] in named for at in range(max(1, len(whole) - 1)))


def _is_change(answer: Answer, asked: Asked) -> bool:
    first = answer.figures[:1]
    return (
        bool(first)
        and first[0].unit != "%"
        and (bool(_CHANGED.search(first[0].label)) or bool(first[0].formula))
    )


def _is_change_rate(answer: Answer, asked: Asked) -> bool:
    told = [figure for figure in answer.figures if figure.unit == "%"]
    return bool(told) and (_CHANGED.search(told[0].label) is not None or bool(told[0].formula))


def _is_off_budget(answer: Answer, asked: Asked) -> bool:
    first = answer.figures[:1]
    return bool(first) and bool(first[0].formula or "差" in first[0].label or "预算" in first[0].label)


def _is_worked_out(answer: Answer, asked: Asked) -> bool:
    return any(figure.formula and not _CHANGED.search(figure.label) for figure in answer.figures)


def _is_sum(answer: Answer, asked: Asked) -> bool:
    if not answer.figures:
        return False
    first = answer.figures[0]
    added = len(first.inputs) == len(asked.accounts) or len(asked.accounts) < 2
    return added and ("合计" in first.label or "+" in (first.formula or ""))


def _compares(answer: Answer, asked: Asked) -> bool:
    return len(answer.figures) > 1 and ("相差" in answer.answer or _is_worked_out(answer, asked))


def _is_ranked(answer: Answer, asked: Asked) -> bool:
    return bool(answer.figures) and answer.plan.get("operation") == "排名"


def _has_parts(answer: Answer, asked: Asked) -> bool:
    if any(_CHANGED.search(figure.label) for figure in answer.figures):
        return False
    listed = answer.plan.get("operation") in ("列举", "叙述") and not _AMOUNTS.search(asked.asking)
    return len(answer.figures) > 1 or listed


#: How much each part is, and not only what they are.
_AMOUNTS = regex(r"多少|几|金额|数量|占|各[^项种类个家]")


def _is_scored(answer: Answer, asked: Asked) -> bool:
    return bool(answer.figures) and answer.figures[0].unit == "分"


def _has_years(answer: Answer, asked: Asked) -> bool:
    return set(asked.years) <= {figure.year for figure in answer.figures}


def _ranks_bodies(answer: Answer, asked: Asked) -> bool:
    """Several bodies in an order, those that are named or those below the one that is."""
    told = {figure.entity for figure in answer.figures}
    return len(told) > 1 and (len(asked.bodies) == 1 or set(asked.bodies) <= told)


def _has_bodies(answer: Answer, asked: Asked) -> bool:
    return set(asked.bodies) <= {figure.entity for figure in answer.figures}


def _is_both(answer: Answer, asked: Asked) -> bool:
    changed = [bool(_CHANGED.search(f.label)) or f.unit == "%" for f in answer.figures]
    return any(changed) and not all(changed)


def _tells(answer: Answer, asked: Asked) -> bool:
    return not asked.accounts or asked.accounts[0] in answer.answer


def _is_text(answer: Answer, asked: Asked) -> bool:
    """Whether the documents' own words are told."""
    return bool(answer.citations) and not any(figure.unit in MONEY for figure in answer.figures)


def _gives_reasons(answer: Answer, asked: Asked) -> bool:
    """Whether a reason is told of just what is named."""
    named = _OF_ACCOUNT.sub("", asked.accounts[0])
    return WHY.search(answer.answer) is not None and named in answer.answer


_OF_ACCOUNT = regex("(?:支出|收入|经费|费用|费)$|[“”]")

_CHANGED = regex(r"比(?:上年|20\d\d年)|增减|增长率")

#: Words of asking beside which an operation is another one.
_WHICH = "哪[几些个一里]|谁|为何|怎么|什么(?!数|价)"
_OF_BUDGET = regex(f"预算|计划|指标数|{_WHICH}")
_PARTED = regex(
    "分类|构成|每种|各[类种]|哪[几些]|组成|明细|新|买|购|置|增|淘汰|报废|减|[建拆修换办抓查罚救收发招接送种挖装清处关停撤立]"
)

#: Which of two moved further, and not which is more.
_MOVED = regex("[涨跌升降]|增[加长速幅]|减[少幅]|变化")
#: A place, a person or a time is asked for.
_WHERE = regex("哪[里儿]|什么地方|何处|谁|何时|什么时候")
_IN_YUAN = regex("(?:几|多少)[万亿]?元")

SHAPES: dict[str, Shape] = {
    "amount": Shape(
        forms.amount,
        _has_amounts,
        regex(
            f"差多少|占|百分|几成|倍|平均|人均|合计|加起来|比[^重例较]|分别|各|结余|剩|余下|[未没]|退|欠|压减|{_WHICH}"
        ),
    ),
    "count": Shape(forms.count, _is_counted, _PARTED),
    "exists": Shape(forms.exists, lambda answer, asked: True),
    "share": Shape(forms.share, _is_share, _IN_YUAN),
    "share_of_all": Shape(forms.share, _is_share, _IN_YUAN),
    "times": Shape(forms.of_two("{one}是{other}的几倍"), _is_worked_out),
    "average": Shape(forms.average, _is_worked_out),
    "change": Shape(forms.of_one("增减多少"), _is_change, _OF_BUDGET),
    "change_rate": Shape(forms.of_one("增长百分之几"), _is_change_rate, _OF_BUDGET),
    "completion": Shape(
        forms.of_budget("{what}完成{budget}的百分之几"), _is_rate, regex("怎么?样|咋样|如何|工作|任务")
    ),
    "variance": Shape(forms.of_budget("{what}决算比{budget}差多少"), _is_off_budget),
    "variance_rate": Shape(forms.of_budget("{what}决算比{budget}增长百分之几"), _is_rate),
    "sum": Shape(forms.sum, _is_sum),
    "each": Shape(forms.each, _has_amounts, regex(f"{ADDED.pattern}|差(?!旅)|减")),
    "which_more": Shape(forms.of_two("{one}和{other}哪个多，相差多少"), _compares, _MOVED),
    "difference": Shape(forms.of_two("{one}比{other}多多少"), _is_worked_out, _MOVED),
    "most": Shape(forms.most, _is_ranked, regex("占比|比重|百分|增|减|涨|降")),
    "parts": Shape(forms.parts, _has_parts),
    "score": Shape(forms.score, _is_scored, regex("哪[几些二两三四五六七八九十]|有几|多少个|问题|原因")),
    "trend": Shape(forms.trend, _has_years),
    "two_years": Shape(forms.two_years, _has_years),
    "two_bodies": Shape(forms.two_bodies, _has_bodies),
    "most_body": Shape(forms.most_body, _ranks_bodies),
    "amount_and_change": Shape(forms.with_amount("比上年增减多少"), _is_both, _OF_BUDGET),
    "amount_and_rate": Shape(forms.with_amount("比上年增长百分之几"), _is_both, _OF_BUDGET),
    "amount_and_share": Shape(forms.with_amount("{whole}"), _is_both),
    "definition": Shape(forms.definition, _tells),
    "reason": Shape(forms_in_words.reason, _gives_reasons, regex(r"多少|几|哪[个项年]|百分")),
    "purpose": Shape(forms_in_words.of_work("主要用于什么"), _is_text, _WHERE),
    "problems": Shape(forms_in_words.of_work("存在什么问题"), _is_text, regex(f"{_WHERE.pattern}|指标")),
    "remedies": Shape(forms_in_words.of_work("的改进措施是什么"), _is_text),
    "units": Shape(forms_in_words.units, _is_text, regex("管|负责")),
    "duties": Shape(forms_in_words.of_body, _is_text),
}


#: What may be asked of the account that was told of before, without its name.
ON_WHAT_WAS_TOLD = (
    "change",
    "change_rate",
    "completion",
    "share",
    "share_of_all",
    "trend",
    "two_years",
    "variance",
)
