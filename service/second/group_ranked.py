"""The parts of a named group of expenditure set in order, however group and order are put (某一栏里的排序).

「日常公用那一栏（商品和服务支出里头）花钱最多的三项」「基本支出里的公用部分，花得最多的三样排一排」「项目支出按功能科目的项看，最大的
三项」: the group is named in apposition, in brackets, with a word for a column behind it. It is asked in one plain way, the
narrower group where one stands within the other. Where anything else is said the question is left as it was: a group of
another sort, a condition, a share.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.patterns import regex
from ingest.text import count_said
from service.contract import Answer, Status
from service.model import Operation
from service.scope.named_in import Named
from service.second.two_asked import Ask

_N = r"[一二两俩三仨四五六七八九十\d]{1,2}"
_UNIT = r"(?:大?(?:[项个样笔种款块位名条]|科目|支出|费用|开支|开销|花销)(?![级别]))"
#: A group of expenditure by economic class, what it is said as, and the groups that it stands within.
_BASIC, _STAFF, _OFFICE = "基本支出", "人员经费", "公用经费"


@dataclass(frozen=True, slots=True)
class Group:
    """The name of a group, how it is said, and what it stands within."""

    name: str
    said: re.Pattern[str]
    within: tuple[str, ...] = ()


#: The narrow ones first: what says one of these is no more there for those below.
GROUPS: tuple[Group, ...] = (
    Group("商品和服务支出", regex(r"(?<!其他)(?<!其它)商品[和与、及]?服务(?:类)?(?:支出|开支|费用)?"), (_OFFICE, _BASIC, "机关运行经费")),
    Group("工资福利支出", regex(r"(?<!其他)(?<!其它)工资[和与、及]?福利(?:类|性)?(?:支出|开支|费用)?"), (_STAFF, _BASIC)),
    Group("对个人和家庭的补助", regex(r"(?<!其他)对?个人[和与、及]?家庭的?补助(?:支出)?"), (_STAFF, _BASIC)),
    Group("资本性支出", regex(r"(?<!其他)资本性(?:支出|开支)"), (_OFFICE, _BASIC)),
    Group("机关运行经费", regex(r"机关运行(?:经费|费用|支出|费)")),
    Group(_OFFICE, regex(r"(?:日常)?公用(?:类|性)?(?:经费|支出|开支|费用|开销)?"), (_BASIC,)),
    Group(_STAFF, regex(r"人员(?:类|性)?(?:经费|支出|开支|费用|开销|部分|[这那]一?[块栏])"), (_BASIC,)),
    Group(_BASIC, regex(r"基本支出")),
)  # fmt: skip
#: 「人员工资福利」: what only leads to the group behind it.
_LED = regex(r"人员(?=的?工资[和与、及]?福利)")
#: Expenditure that is told by function, and how that is said.
_BY_FUNCTION = regex(
    r"(?:按照?|分)?(?:支出)?功能(?:分类)?(?:的)?(?:支出)?(?:科目)?(?:的)?(?:(?P<a>[类款项])级?(?:科目)?)?(?:来?[看算分排]|口径)?|(?:按照?)?(?P<b>[类款项])级(?:的)?(?:支出|功能)?(?:科目)?(?:来?[看算分排])?"
)
_ALL = "本年支出合计"
_OF_FUNCTION = {
    "项目支出": regex(r"项目(?:支出|那一?[块栏列])"),
    _BASIC: regex(r"基本支出"),
    _ALL: regex(r"(?:本年|全年|全部|总)?(?<!赠)支出"),
}

_COUNT = regex(
    rf"(?:前|头|排头|哪|最(?:[多大高贵少小低]|[费烧耗花]钱)的?是?|第一多的?)(?P<n>{_N}){_UNIT}*(?!级|季|月|年)"
)
_NTH = regex(rf"(?:排(?:名|在)?)?第(?P<n>[二三四五2-5])(?:[多大高][的一]*|[名位])(?:{_UNIT})?")
_MOST = regex(r"最[多大高贵]|最[费烧耗花]钱|第一[多大高]?|头[一]?[名位]|[排居]首")
_LEAST = regex(r"最[少小低]|最省|垫底|倒数|末位|[少小低]到[多大高]")
_DOWN = regex(r"[从由]?[多大高]到[少小低]")
_STAGE = regex(r"年初预算|预算|决算")
_FUND = regex(r"一般公共预算(?:财政)?(?:拨款)?|财政拨款")
#: What may be said beside group and order, and narrows nothing.
_BESIDE = regex(
    r"财政(?=$|[，,])|依次|按(?:照)?(?:顺序|金额|数额|钱数|钱)?(?:多少|大小|高低)?|顺序|(?:花|用|开支|支出|列支|排)(?:得|的|在|了|去|掉)|花[钱费销]|用钱|开[支销]|支出|各个?(?:项|款|科目|分项)|各类?|里[面头边]?|当中|其中|之中|[中内]|下[面设]?"
    r"|金额|数额|钱|科目|明细|(?:那|这)(?:几|一)?(?:[样项栏块]|部分|张表)|哪(?:一?[个项样笔种款块]|些|里|儿)?|(?:那|这)?一[栏列]|如果|谁|也就是|即|就是|说?[一]?下|说说|列(?:出来?|一列|一下)?|排(?:一?排|一?下|出来|个?序|队|个?名|列|行)?"
    r"|什么|啥子?|分别|名称|名字|及|和|各自?(?:是|有)?多少|是|有|为|的|了|请问?|问一?下|麻烦|帮[我忙]|给我|我想知道|看看?|一?下|吗|呢|啊|呀|吧|都|叫|把|要|[这那]|表|栏|花|用|经济(?:分类)?|年度?|全年|属于|部分|数|在|得|第|名|位|项|列示|照|告诉我|所有|全部|人员(?=$)|多少"
)
_MARKS = regex(r"[\s，,、。；;：:？?！!（）()“”\"「」《》…\-—\0]+")
#: What is left out of the order by name: 「“其他商品和服务”不算」「不算其他交通费用」.
_OMITTED = regex(
    r"[“\"「]?(?P<a>[\u4e00-\u9fff（）()]{2,14}?)[”\"」]?(?:不算(?:在内|进去)?|不计(?:入|在内)?|除外|不看)|(?:不算|不计|撇开|除了?|除去|剔除|去掉)[“\"「]?(?P<b>[\u4e00-\u9fff（）()]{2,14}?)[”\"」]?(?:以外|之外|外|不算|[，,]|(?=后|哪|最))后?"
)

#: A cheap look: some group, and some order.
ASKS = re.compile(
    rf"(?=.*(?:公用|人员|工资|商品|补助|资本性|机关运行|基本支出|项目|功能|[类款项]级)).*(?:最[多大高贵少小低费烧耗]|前{_N}|头{_N}|第[一二三四五][多大高名位]|排头)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A question over a group in plain words, the subject that it must be understood to be of, and how many are asked."""

    text: str
    name: str
    count: int
    level: str = ""


def group_ranked(answer: Answer, text: str, ask: Ask, read: Callable[[str], Named | None]) -> Answer | None:
    """The order of the parts of the group that is named; None where there is no such question, or it was answered so.

    What was told of other parts, or of all of them, is not kept where the group's own are not held.
    """
    named = read(text)
    if named is None or len(set(named.bodies)) != 1 or len(set(named.years)) > 1:
        return None
    said = _said(named)
    if said is None or _is_of(answer, said):
        return None
    told = ask(said.text)
    if _is_of(told, said):
        return told
    others = answer.status is Status.ANSWERED and bool(answer.figures)
    return told if others and told.status is Status.NO_ANSWER else None


def _is_of(answer: Answer, said: _Said) -> bool:
    """Whether an answer is the order that is asked for, of just this group."""
    subject = answer.plan.get("subject")
    own = isinstance(subject, dict) and subject.get("name") == said.name
    ranked = answer.plan.get("operation") == Operation.RANK.value
    level = not said.level or any(said.level in note for note in answer.notes)
    return own and ranked and level and answer.status is Status.ANSWERED and len(answer.figures) >= said.count


def _said(named: Named) -> _Said | None:
    rest = named.masked
    omitted = _OMITTED.search(rest)
    left_out = ""
    if omitted is not None:
        left_out = next(filter(None, omitted.groups()), "")
        rest = rest[: omitted.start()] + "，" + rest[omitted.end() :]
    found = _group(rest)
    if found is None:
        return None
    name, part, rest = found
    nth, count = _NTH.search(rest), _COUNT.search(rest)
    least, most = _LEAST.search(rest), _MOST.search(rest)
    if not (nth or count or least or most) or (least and most and not count):
        return None
    number = count_said(count["n"]) if count is not None and nth is None else 1
    fund, stage = _FUND.search(rest), _STAGE.search(_FUND.sub("，", rest))
    for pattern in (_NTH, _COUNT, _LEAST, _MOST, _DOWN, _FUND, _STAGE):
        rest = pattern.sub("，", rest)
    if _left(rest) or not 0 < number < 11:
        return None
    head = named.heads()[0] + (fund[0] if fund else "") + (stage[0] if stage else "")
    without = f"，除了{left_out}以外" if left_out else ""
    end = "少" if least else "多"
    if nth is not None and least:
        return None
    tail = f"最{end}的{_say(number)}个{part}" if number > 1 else f"最{end}的是哪个{part}"
    if nth is not None:
        tail = f"第{nth['n']}多的是哪个{part}"
    whole = "支出" if name == _ALL else name
    return _Said(
        f"{head}{whole}{without}{'，' if without else ''}{tail}", name, number, part.removesuffix("科目")
    )


def _group(rest: str) -> tuple[str, str, str] | None:
    """The group that is meant with what its parts are called, and what is said beside it."""
    function = next((m for m in _BY_FUNCTION.finditer(rest)), None)
    if function is not None:
        whole = next((name for name, said in _OF_FUNCTION.items() if said.search(rest)), "")
        level = function["a"] or function["b"] or ("项" if whole != _ALL else "")
        others = [
            name for name, said in _OF_FUNCTION.items() if name not in (whole, _ALL) and said.search(rest)
        ]
        if not whole or not level or others:
            return None
        rest = rest[: function.start()] + "，" + rest[function.end() :]
        return whole, f"{level}级科目", _OF_FUNCTION[whole].sub("，", rest)
    rest, held = _LED.sub("", rest), []
    for group in GROUPS:
        if group.said.search(rest):
            held.append(group)
            rest = group.said.sub("，", rest)
    if not held or any(other.name not in held[0].within for other in held[1:]):
        return None
    return held[0].name, "科目", rest


def _left(rest: str) -> str:
    """What is left where all is taken off that narrows nothing."""
    before = None
    while rest != before:
        before, rest = rest, _MARKS.sub("", _BESIDE.sub("", rest))
    return rest


def _say(number: int) -> str:
    return "一两三四五六七八九十"[number - 1]
