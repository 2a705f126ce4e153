"""What a question says of an indicator: that people are content, or in what it is counted; aimed at or reached.

(问指标的说法)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import Fact, Measure
from ingest.patterns import regex
from service.closest.number_asked import COUNT, DIMENSION, PEOPLE, number_asked
from service.read.wording import PARTICLES
from service.things.search import unit_fits

#: How satisfied people are, as a number.
_CONTENT = regex(r"满意(?:[率度]|的?(?:人|比例|程度))|满不满意|满意[^，。？]{0,6}(?=百分之|多少|几成)")
_NUMBER = regex(r"多少|百分之几|几成|多高|(?:目标|实际|完成)值?(?:是|为)?(?:什么)?[？?]?$|[高低]于几")
#: The clause that asks for the number.
ASKED = regex(r"多少|几(?!乎)|百分")
#: Asks for several of them, for their order, for words, or for points.
_OTHERS = regex(
    r"哪|最[高低大小好差]|平均|几[个项]|得分|扣分?|几分(?!之)|多少分(?!之)|分值|权重|满分|为什么|为啥|原因|怎么(?!样)|各项目|所有|全部|[两二三四五六几]年(?!级)|年来|历年|加起来|差[多几了]|相差"
    r"|超(?!声|市|级)|缺(?!陷)|空(?=编|缺|着|余|出)|[多少][出了]|比[上去前目预]|提[高升]了?(?:多少|几)|[升降涨]了?多少|排第|达标|达没达|是不是|有没有"
)
_AIMED = regex(
    r"目标|计划|指标值|要求|打算|原定|预期|预计|[至最]少|[至最]多|不[低少高超]于?|准备|任务|定的?(?:是|在|为)?(?:多少|几)|要(?:达到?|到)|想"
)
_DONE = regex(r"实际|真正|到底|最后|最终|结果|完成了|做到了?|达到了|完成值")
#: A number is asked for behind the word for what is counted: 「目标人次是多少」.
_UNIT_BEHIND = regex(
    r"(?P<unit>人次|场次|次数?|台次|公里|亩)(?:目标|数)?(?:是|为|有|要|达到?|定)*(?:多少|几)"
)
#: What frames a question and says nothing of the thing itself.
_FRAME = regex(
    r"满不满意|满意(?:[率度]|的?(?:人|比例|程度))?|服务对象|目标值?|计划|打算|准备|预期|预计|实际|最[后终少多]|至[少多]|完成值?|达[到成]|做到|要求|不[低少高超]于?"
    r"|百分之[几多]|几成|多少|多高|有多|(?:定|设)(?:的|了|在|为)|年度?|全年|一年|指标值?|绩效|项目|工程|经费|资金|专项|问题|难题|情况|工作|一共|总共|大概|大约|差不多|到底"
    r"|公众|群众|居民|市民|老?百姓|大家|社会|人民|人们|受益|处理|处置|办理|觉得|对于|这[个项块]?|那[个项块种]?|就是|属于|方面|[办搞弄做开定设]|[几]?[回趟次场](?=$|[啊呀呢吗])"
    r"|人次|[是为有要得能会该应都也还就被把给向]"
    f"|[{''.join(sorted(PARTICLES))}，。？?、：:的了]"
)
#: Words at the end of an indicator's name that everything may have.
_IDLE = regex(r"问题|难题|情况|工作|项目|数量$|次数$|人次$|人数$|率$|(?:活|行)动$")
_SCORED = regex(r"分值|权重|得分")


@dataclass(frozen=True, slots=True)
class Wanted:
    """An indicator that is asked for: what is said of it, whether it is how content people are, in what it is counted,
    whether what was aimed at is meant, or what came of it."""

    said: str
    content: bool
    unit: str
    aimed: bool
    done: bool


#: How dialects ask how many: 「打了好多口井」.
_HOW_MANY = regex(r"(?:好多|几多)(?=[个口眼人名位户家次场回趟期批件起宗处座栋套台辆项条亩吨公里])")


def wanted_of(text: str) -> Wanted | None:
    """What a question asks of an indicator; None where it asks no number of one."""
    text = _HOW_MANY.sub("多少", text)
    if _OTHERS.search(text):
        return None
    done = _DONE.search(text) is not None
    aimed = _AIMED.search(text) is not None and not done
    if _CONTENT.search(text):
        return Wanted(text, True, "", aimed, done) if _NUMBER.search(text) else None
    asked = number_asked(text)
    behind = _UNIT_BEHIND.search(text)
    unit = (
        asked.unit if asked.sort in (COUNT, PEOPLE) else behind["unit"].removesuffix("数") if behind else ""
    )
    if not unit or asked.each or DIMENSION.search(text):
        return None
    return Wanted(text, False, unit, aimed, done)


def is_measured(facts: Sequence[Fact], wanted: Wanted) -> bool:
    """Whether the figures of an indicator are of the sort that is asked for."""
    if wanted.content:
        return "满意" in facts[0].subject.name and all(f.unit == "%" for f in facts)
    counted = [replace(f, unit=f.unit.removesuffix("数") or f.unit) for f in facts]  # 「≥100(人数)」
    return all(f.measure is Measure.COUNT and unit_fits(f, wanted.unit, loose=True) for f in counted)


def is_scored(fact: Fact) -> bool:
    """Whether a figure is points that an indicator is worth, or got."""
    return _SCORED.search(fact.breakdown) is not None


def without_frame(text: str) -> str:
    """A text without the words that say nothing of the thing itself, blanks for them."""
    return _FRAME.sub(" ", text)


def bare_of(name: str) -> str:
    """An indicator's name without the words that any may have."""
    return _IDLE.sub("", name) or name
