"""A follow-up of which only what was asked before is understood gets no figure: its words ask for more (所问未懂)."""

from __future__ import annotations

from dataclasses import replace

from ingest.patterns import regex
from ingest.text import fold
from service.inquiry import Inquiry
from service.model import Operation, Plan
from service.things.indicators import wants_target

#: Words that ask for the same figure again, or for nothing by themselves.
_IDLE = regex(
    r"去哪里?|(?:干|做)(?:什么|啥)|多少|几何|[几两][万亿千百]?|[万亿千百]?元|块?钱|金额|数额|数字?|具体|到底|究竟|实际|大概|大约|一共|总共|合计|共计|共|总|全年|全部"
    r"|花费?|用|支出|开支|安排|列支?|支付|投入|需要|要|打算|准备|计划|预计|完成|执行|预算|决算|年初|调整|情况|怎么样|如何"
    r"|本年|当年|今年|去年|前年|上年|年度?|其中|里[头面边]|这|那|它|该|此|项|笔|个|条|次|部分|方面|块|一下|告诉我|请问|我想知道|想问|问|说|看|查"
    r"|是|有|为|在|就|也|还|又|再|都|么|呢|吗|啊|呀|吧|嘛|的|了|得|地|和|与|换成|折合|单位|左右|[\d.,，。？?！!、\s%]"
)
#: Two characters that nothing explains are a word.
_WORD = 2


def unless_again(plan: Plan, asked: Inquiry, body: str) -> Plan:
    """The plan of a follow-up; without a figure where it came to the very plan before, while its words say something
    else besides."""
    if not asked.talk or asked.talk[-1].bodies != (body,) or asked.scope.year is not None:
        return plan
    last = asked.talk[-1]
    if asked.scope.mention.bodies:
        return plan  # a question that names its body is whole: 「教育局部门汇总的项目支出」
    if asked.scope.period.years not in ((), last.years) or asked.scope.period.back is not None:
        return plan
    if plan.operation is not Operation.LOOKUP or _slots(plan) != _slots(last.plan):
        return plan
    left = _left(plan)
    return (
        replace(plan, explained=0.0, taken=(left,))
        if len(left) >= _WORD and last.said != asked.text
        else plan
    )


def _slots(plan: Plan) -> tuple[object, ...]:
    return (
        plan.operation, plan.subject, plan.also, plan.breakdown, plan.stage, plan.stages, plan.fund, plan.flow,
        plan.statement, plan.base, plan.unit, plan.count_unit, plan.per, plan.yearly, plan.places,
        wants_target(plan),
    )  # fmt: skip


def _left(plan: Plan) -> str:
    """What the text says besides the subject's own words and those that only ask."""
    text = fold(plan.text)
    name = fold(plan.subject.name) if plan.subject else ""
    rest = _IDLE.sub("\0", text)
    return "".join(c for c in rest if c != "\0" and c not in name)
