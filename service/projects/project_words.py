"""Questions on a year's projects in daily words: which, how many, what money, rate or score, which is last (问项目)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from ingest.patterns import regex
from ingest.text import chinese_number, fold
from service.model import PHRASE_KINDS, Condition, Operation, Plan, Term
from service.projects.projects import PROJECTS


class Mark(StrEnum):
    """What of a project is asked for."""

    MONEY = "资金"
    RATE = "执行率"
    SCORE = "得分"


@dataclass(frozen=True, slots=True)
class OfProjects:
    """What is done with what of the projects; ``nth`` is the one place of an order that is asked for, 0 where none is alone,
    ``relation`` and ``limit`` pick some of them out."""

    mark: Mark
    operation: Operation
    least: bool = False
    top: int = 0
    nth: int = 0
    relation: str = ""
    limit: Decimal = Decimal(0)


_NOUN = regex(r"项目(?!支出|级|概况|内容|依据|单位|主体|周期|负责)")
_MARKS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    (Mark.SCORE, regex(r"得分|自评分|评分|总分|分数|打分|均分|[多几]少?分|扣分|分[最低高]|\d分(?!之)")),
    (
        Mark.RATE,
        regex(
            r"执行率|完成率|执行进度|支出进度|预算完成|完成(?:得|的)?(?:最|比较)?[好差]|[花完][得成]最慢|百分之"
        ),
    ),
)
_LEAST = regex(
    r"最[少小低差慢]|第[二三四五六七八九][少小低差慢]|最便宜|最省|垫底|倒数|从[小少低]到[大多高]|由[小少低]到[大多高]"
)
_MOST = regex(
    r"最[多大高好贵快]|烧钱|花钱的?|费钱|大头|从[大多高]到[小少低]|由[大多高]到[小少低]|排(?:名|序|一?下)"
)
_BELOW = r"低于|不到|不足|小于|少于|未达到?|达不到|没到|没达到|未满|不满"
_ABOVE = r"超过|超|过|大于|高于|多于|达到"
_BOUND = regex(
    rf"(?:(?P<below>{_BELOW})|(?P<above>{_ABOVE}))(?P<n>\d+(?:\.\d+)?)(?![\d个项年])|(?P<m>\d+(?:\.\d+)?)(?:分|%|百分)?(?:及)?(?:(?P<under>以下|以内|之下)|(?P<over>以上|往上))"
)
_NUMBER = regex(r"(?:执行率|完成率|得分|分数|进度)[^，]{0,4}?\d|\d+(?:分(?!以)|%)|百分之百")
_PERCENT = regex(r"百分之(?P<n>\d+(?:\.\d+)?)")
_MONEY_BOUND = regex(r"\d(?:\.\d+)?(?:个)?(?:万|亿|元)")
_TOP = regex(
    r"前(?P<a>[一二三四五六七八九十两\d]+)(?!个?(?:季度|月|年|天|期))|最[多大高少小低](?:的)?(?P<b>[二三四五六七八九十两\d]+)[个项]|(?:哪|这)?(?P<c>[二三四五六七八九十两\d]+)[个项][^，]{0,8}(?:最|烧钱|花钱)"
)
#: The one place that is asked for: 「排第二的是哪个」「倒数第二」.
_NTH = regex(r"第(?P<n>[二三四五六七八九])(?![次批期季年])")
_ALL = 40
_IN_ORDER = regex(r"[从由].到.|排(?:名|序|列|一?下)")
_HOW_MANY = regex(r"(?:几|多少)[个项](?!分)|个数|数量|项目数")
_WHICH = regex(r"哪|什么|啥|名称|名字|名单|清单|明细|列示|列一?下|列出|叫|分别|各|每个")
_SUM = regex(r"一共|总共|合计|加总|总额|总金额|总资金|总预算|共计|加起来|总的|拢共|总计|共多少|涉及")
_AMOUNT = regex(r"多少(?!个|项)|几[万亿元]|钱|金额|资金|预算|执行数|经费")
_AVERAGE = regex(r"平均")
#: What is left of the money is another figure.
_LEFT = regex(
    r"没[有]?[花用]完|剩|结余|结转|省下|目标(?:都)?(?:是|有)?(?:什么|啥|怎么|如何)|(?:什么|啥|哪些|哪个)[^，。？]{0,4}目标"
)
#: Which grade is asked for: 「评优的几个」「拿“优”的有几个」「自评等级为良的项目」.
GRADED = regex(
    r"(?:评(?:级|为|成|了|定为|上)?|拿(?:了|到)?|得(?:了|到)?|等[级次]|结果|有没有|自评|[是为])(?:为|是|了|了个|的是)?"
    r"(?P<grade>不合格|基本合格|合格|优秀|优|良好|良|差|(?<=[是为得级次])中(?!央|心|标|小|级))(?:的|等|级|项目|有|几|都|$)"
)
#: So many projects, or those made public: a list of some of them is meant where it has as many rows.
_SO_MANY = regex(
    r"(?P<n>[一二两三四五六七八九十\d]{1,3})个[^，。？的]{0,6}项目|(?:公开|公布|列出|公示|披露|附)(?:了|出来)?(?:自评表|绩效表|得分)?的[^，。？]{0,6}项目|附[件表](?:里|中|上)?的?(?:项目|[^，。？]{0,4}个项目)"
)
#: Words of such questions; what is left beside them is of something else.
_WORDS = regex(
    r"附件|附表|[()（）]|预算绩效|绩效|自评表?|评价|决算|公开|公示|重点|主要|评的|目标表?|目标|编报|申报|填报|上报|报了?|设置|设定|设|做了?|开展|纳入|列入|参加|一般公共预算|公共预算|财政拨款|财政|部门|全年|年初|执行率|完成率|执行进度|支出进度|预算数?|执行数?|执行|完成|(?:支出)?表|打算|准备|计划|拟|要|将|做的?|办|干|搞|花得?|费(?=钱|的|用)|用|钱|资金|金额|涉及|总额|支出|经费|数额"
    r"|得分|自评分|评分|总分|分数|打分|扣分|均分|多少|几|分|最[大多高少小低贵慢快好差]|最?(?:便宜|省|烧|耗)|最(?=花|费)|垫底|倒数|前[一二三四五六七八九十两\d]+|第[一二三四五六七八九](?:[多大高少小低差慢贵])?|名(?![称字单])|位|按|单[个项]|里边|具体|[一二三四五六七八九十两\d]+[个项条]|从.到.|由.到.|排(?:名|序|列|一?下)?"
    rf"|{_BELOW}|{_ABOVE}|以下|以上|以内|\d+(?:\.\d+)?|%|百分之?|哪|些|个|项|什么|啥|多少|名称|名字|名单|清单|明细|列示|列一?下|列出来?|列|叫|分别|各自?|每个?|一共|总共|合计|加总|加起来|共计|共|总|平均"
    r"|情况|当中|其中|里面|里头|里|中|下来|没有|没|未|不|有|都|了|是|的|和|及|与|带|把|给|请|说一?下|就|又|那|这|它们?|他们?|一下|多|少|元|万|亿|吗|呢|啊|呀|吧|谁|在|得|为|到|年度?|年|所有|全部|该|本|单位|实施|安排|一"
)


def read_projects(text: str, spoken: bool = False) -> OfProjects | None:
    """What a question asks of the projects; None where it asks of one by its name, or for something else besides.

    ``spoken`` says that the projects were spoken of before, so that the question need not name them.
    """
    text = fold(text)
    if _LEFT.search(text) or (not spoken and not _NOUN.search(text)):
        return None
    if _WORDS.sub("", text.replace("项目", "")):
        return None
    mark = next((mark for mark, pattern in _MARKS if pattern.search(text)), Mark.MONEY)
    relation, limit = _bound(text)
    least = bool(_LEAST.search(text))
    if not relation and (mark is Mark.MONEY or _NUMBER.search(text)):
        relation = "?" if mark is not Mark.MONEY else ""
    if relation and mark is Mark.MONEY:
        return None
    asked = _operation(text, mark, relation, least)
    return OfProjects(mark, asked, least, _top(text), _place(text), relation, limit) if asked else None


def _operation(text: str, mark: Mark, relation: str, least: bool) -> Operation | None:
    if least or any(form.search(text) for form in (_MOST, _NTH, _TOP)):
        return Operation.RANK
    if _AVERAGE.search(text):
        return Operation.AVERAGE
    if relation:
        return Operation.COUNT if _HOW_MANY.search(text) else Operation.LIST
    if _HOW_MANY.search(text) and not (_SUM.search(text) and _AMOUNT.search(text)):
        return Operation.LIST if _WHICH.search(text) else Operation.COUNT
    if _SUM.search(text) and _AMOUNT.search(text):
        return Operation.SUM if mark is Mark.MONEY else None
    return Operation.LIST if _WHICH.search(text) or mark is Mark.SCORE else None


def _bound(text: str) -> tuple[str, Decimal]:
    match = _BOUND.search(_PERCENT.sub(lambda m: f"{m['n']}%", text))
    if match is None:
        return "", Decimal(0)
    below = match["below"] or match["under"]
    return "<" if below else ">", Decimal(match["n"] or match["m"])


def _top(text: str) -> int:
    match = _TOP.search(text)
    if match is None and _IN_ORDER.search(text):
        return _ALL
    if match is None:
        return 1 if re.search(r"哪个|哪一个|谁", text) else 0
    digits = next(filter(None, match.groups()))
    return int(digits) if digits.isdigit() else chinese_number(digits.replace("两", "二")) or 0


def _place(text: str) -> int:
    match = _NTH.search(text)
    return (chinese_number(match["n"]) or 0) if match else 0


def about_projects(plan: Plan) -> Plan:
    """The plan as one of all projects where a question asks of them in daily words, else the plan itself."""
    subject = plan.subject
    whole = subject is None or subject == PROJECTS or plan.assumed or _is_of_them(subject)
    picked = plan.condition is not None and plan.condition.relation
    if picked and subject is not None and subject.kind == "总额" and _of_projects_alone(plan.text):
        return replace(plan, subject=PROJECTS, assumed=False, taken=(), explained=1.0)
    if not whole or picked or plan.intent == "原因" or _MONEY_BOUND.search(fold(plan.text)):
        return plan
    asked = read_projects(plan.text) or _ordered(plan)
    return _planned(plan, asked) if asked is not None else plan


def _ordered(plan: Plan) -> OfProjects | None:
    """「打算做的项目中花费最大的」: an order of the projects, where every word was understood by the vocabulary."""
    text = fold(plan.text)
    of_all = plan.subject is None or plan.subject.kind == "总额"
    if plan.operation is not Operation.RANK or plan.taken or not of_all or not _COUNTABLE.search(text):
        return None
    # What is not understood of a score or a rate is declined: most money is no answer to it.
    mark = next((mark for mark, pattern in _MARKS if pattern.search(text)), Mark.MONEY)
    relation = "" if mark is Mark.MONEY and not _WHOSE.search(text) else "?"
    return OfProjects(mark, Operation.RANK, bool(_LEAST.search(text)), _top(text), _place(text), relation)


#: Of whose projects are most: 「哪个科室的项目最烧钱」 asks for no project.
_WHOSE = regex(
    r"哪[个家一些]*(?:科室?|处室?|股室?|单位|部门|中心)|谁的|(?:科室|处室|股室|部门|单位)(?:是|为)?(?:哪|谁)"
)
#: The projects as things that are counted, and not 「支出项目」, by which an account may be meant.
_COUNTABLE = regex(r"(?<!支出)(?<!收入)(?<!经费)项目(?!支出|级|概况|内容|依据|单位|主体|周期|负责|经费|资金)")


def _of_projects_alone(text: str) -> bool:
    """Whether a question names the projects and nothing else: 「项目预算不到500万的有哪些」."""
    text = fold(text)
    return bool(_NOUN.search(text)) and not _WORDS.sub("", text.replace("项目", ""))


def _is_of_them(subject: Term) -> bool:
    """Whether what was heard is but a word for the projects: their number, their money, their scores."""
    named = fold(subject.name)
    if subject.kind == "总额":
        return True
    return (subject.kind in PHRASE_KINDS and "项目" in named) or named in (
        "总分",
        "得分",
        "自评得分",
        "项目支出",
    )


def _planned(plan: Plan, asked: OfProjects) -> Plan:
    if asked.operation is Operation.COUNT and not asked.relation:
        return plan  # how many there are is a figure of its own
    if asked.relation == "?" or (asked.mark is Mark.RATE and asked.operation is Operation.AVERAGE):
        # Just so much, or the mean of rates: not worked out, and the figure of all is no answer.
        return replace(
            plan, operation=Operation.LOOKUP, subject=None, explained=0.0, taken=(asked.mark.value,)
        )
    condition = (
        Condition(Operation.COMPLETION, asked.relation, asked.limit) if asked.mark is Mark.RATE else None
    )
    return replace(
        plan, operation=asked.operation, subject=PROJECTS, base=None, breakdown=None, taken=(), explained=1.0,
        assumed=False, also=(), intent=None, count_unit=None, unlisted=(), least=asked.least, top=asked.top, nth=asked.nth,
        condition=condition, fund=None, statement=None, stages=(),
        stage=None if asked.mark is Mark.RATE else plan.stage,
    )  # fmt: skip


#: 「第二呢」「排第三的是哪个，多少」 after an order was told: the next place of that order.
_NEXT = regex(
    r"(?:那|那么|再|接着|排|排名|列|位列)*第[二三四五六七八九](?:[名位个多大高少小低差贵])?的?(?:是|又是)?(?:哪[一个项]*|谁|什么|啥)?"
    r"(?:项目)?[，,、]?(?:要|有|花|是|了)*(?:多少|几)?(?:钱|万|元|万元)*(?:呢|啊|呀|吗)?[？?]?"
)


def is_of_listed(text: str, rows: int) -> bool:
    """Whether the question is of the projects that are listed, ``rows`` of them, though there are more."""
    said = _SO_MANY.search(text)
    if said is None or said["n"] is None:
        return said is not None
    number = said["n"].replace("两", "二")
    return rows == (int(number) if number.isdigit() else chinese_number(number))


def on_projects(plan: Plan, before: Plan) -> Plan | None:
    """A follow-up on projects that were spoken of: 「执行率最低的是哪个」; None where it is on something else."""
    spoken = before.subject is not None and (before.subject == PROJECTS or _is_counted(before))
    if GRADED.search(fold(plan.text)) and (spoken or "项目" in before.text):
        return replace(plan, text=f"项目{plan.text}", year=before.year, operation=Operation.LOOKUP, subject=PROJECTS,
                       taken=(), explained=1.0)  # fmt: skip
    if not spoken or len(plan.text) > 20 or _MONEY_BOUND.search(fold(plan.text)):
        return None
    if before.operation is Operation.RANK and _NEXT.fullmatch(fold(plan.text)):
        said = re.search(r"第.(?:(?P<least>[少小低差])|[多大高贵])", fold(plan.text))
        return replace(before, nth=_place(fold(plan.text)), top=0, text=plan.text, taken=(), explained=1.0,
                       least=bool(said["least"]) if said else before.least)  # fmt: skip
    asked = read_projects(plan.text, spoken=True)
    if asked is None or (asked.operation is Operation.COUNT and not asked.relation):
        return None
    if (
        asked.mark is Mark.MONEY
        and asked.operation is not Operation.RANK
        and not _WHICH.search(fold(plan.text))
    ):
        return None
    return _planned(replace(plan, year=before.year, entity=before.entity), asked)


def _is_counted(before: Plan) -> bool:
    """Whether the projects were counted, by whatever words the documents count them (项目全部设置了绩效目标)."""
    subject, text = before.subject, fold(before.text)
    named = fold(subject.name) if subject is not None and subject.kind in PHRASE_KINDS else ""
    return named.endswith("项目") or ("项目" in named and bool(_HOW_MANY.search(text) and _NOUN.search(text)))
