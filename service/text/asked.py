"""What a question wants of running text: a reason, a place, a doer, a list, a rule; and in which words (所问)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.concordance import bigrams
from ingest.patterns import regex
from ingest.text import fold
from service.model import Operation, Plan
from service.read.measure_words import DURATION
from service.text.concepts import Concept, concepts_of, trimmed
from service.text.sorts import NAMES, SECTIONS, SORTS, Sort

#: The name of some money: a question that is no more asks how much it is, and is no matter for running text.
MONEY_NAMED = regex(r"(?:费|费用|补贴|补助|工资|津贴|奖金|资金)[？?。！!吗呢呀啊]*$")
#: An amount of money is asked for: by its unit, or by what only money is done with.
EARNED_OR_SPENT = regex(
    r"多少(?:钱|万|亿|元|块)|花了?多少|几[万亿]元?|金额|数额"
    r"|(?:挣|赚|亏|赔|掏|欠|砸|捐|花|收(?!治|养|集|录))(?:了|到|过|出|掉|回|下|进|来|得)*多少(?=[？?。，,！!啊呢呀嘛]|$)"
)
#: Asks to be told of a thing; of a change it asks the reason, and is found to do so by its own row.
HOW_COME = regex(r"[怎咋]么?回事|[怎咋]么?(?:搞|弄)的")
#: How a word's meaning is asked for.
_MEANT = regex(
    r"反映(?:的是|了)?(?:什么|啥|哪)|什么是|啥是|意思|含义|定义|概念|解释|指(?:的是)?(?:什么|啥|哪)|叫(?:什么|啥)?|啥玩意"
)
#: 「2017年还有，2018年怎么一分没有了」 names two years and asks for no course of figures.
_GONE = regex(
    r"(?:怎么|咋|为什么|为啥|为何)[^，。？]{0,8}(?:没有?[了啦]|没了|归零|清零|(?:变|成)了?(?:零|0)|取消了?|消失)"
    r"|(?:没有?了|没啦|归零|清零|取消)[^，。？]{0,3}[，,]?(?:是|这是)?(?:怎么|咋)回事"
)
#: What asks for a figure.
_FIGURES = regex(r"多少|(?<![哪十百千])几[个成元万家辆人次]|百分|占比|金额|数额|最[多大高少小低]")
#: Whether something is this body's business, which no figure on it says.
_YES_NO = regex(
    r"归[^，。？]{0,12}(?:管|查|审|办|负责)|[管查审办批罚](?:这|那)?[^，。？]{0,4}[吗嘛]|(?P<verb>[查管修办批审罚抓])不(?P=verb)|归不归|负不负责|管的[吗嘛么]?$"
)
#: What thing, which is no figure: 「发了什么礼品」.
_WHAT = regex(
    r"[跟和与给替]谁|谁(?:的|来)?|(?:发|送|买|做|用|办|请|种|修|演|唱|吃)(?:了|过|的)?(?:是)?(?:什么|啥)(?!时候|意思|情况|原因|时间|程度|样|用|钱|费)[\u4e00-\u9fff]"
)
#: A question that ends in the label of what a form or a description tells in words.
_LABEL = regex(
    r"(?:总体?目标|年度目标|绩效目标|立项依据|实施(?:主体|方案|周期)|项目(?:概况|性质|类别)|主要职[责能]|机构设置|(?:数量|质量|时效|成本|效益|满意度|产出|绩效)指标)(?:是什么|呢|有哪些)?$"
)
#: Which of several things it is, by its name.
_WHICH = regex(r"哪(?:一?[个项种条栋份篇笔]|些)(?![更最多少高低年月])")
#: Where somebody is to be reached is no figure, though it is asked for with 多少.
_CONTACT = regex(
    r"(?<!个)(?<!通)(?<!个咨询)(?<!个投诉)(?<!个举报)(?<!通咨询)(?<!通投诉)(?:联系|咨询|监督|投诉|举报|办公)?电话(?:号码)?(?:是|有|：)?(?:多少|几|什么|啥|$)|邮编|邮箱|网址"
)
#: What asks how things are called, however many they are (有几家，都叫啥).
_CALLED = regex(r"叫(?:什么|啥)|名字|名称是|分别是(?:什么|啥|哪)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question on running text: the sort of answer, and the concepts that it must speak of."""

    sort: Sort
    concepts: tuple[Concept, ...]
    text: str

    def coverage(self, text: str, weights: dict[str, float]) -> float:
        """Share of the concepts that a folded text holds, longer ones counting more; 1 where there are none."""
        sizes = [min(len(c.forms[0]), 6) for c in self.concepts]
        held = [size * c.held(text, weights) for size, c in zip(sizes, self.concepts, strict=True)]
        return sum(held) / sum(sizes) if sizes else 1.0

    def named(self) -> Asked:
        """The same with the name of its sort as what must be spoken of, where it has no words of its own."""
        names = NAMES.get(self.sort, ())
        return self if self.concepts or not names else replace(self, concepts=(Concept(names),))

    @property
    def length(self) -> int:
        """Characters of all that must be spoken of."""
        return sum(len(concept.forms[0]) for concept in self.concepts)

    @property
    def pairs(self) -> list[str]:
        """Pairs of characters to search by; none across two words."""
        return [pair for concept in self.concepts for form in concept.forms for pair in bigrams(form)]


def read_asked(plan: Plan) -> Asked:
    """What a plan wants of running text; its own words decide, then the intent that was understood."""
    text = fold(plan.text)
    sort = sort_of(text)
    if plan.operation is Operation.DEFINITION and sort in (Sort.OTHER, Sort.LIST) and _MEANT.search(text):
        sort = Sort.DEFINITION
    if sort is Sort.OTHER and plan.intent in {s.value for s in Sort} and not HOW_COME.search(text):
        sort = Sort(plan.intent)
    parted = "，".join(map(fold, plan.parted.split("，"))) if plan.parted else text
    concepts = _of_others(tuple(dict.fromkeys(concepts_of(parted, sort))), fold(plan.entity))
    return Asked(sort, _with_subject(concepts, plan, text, sort), text)


_SORTS = tuple((sort, regex(pattern)) for sort, pattern in SORTS)


@lru_cache(maxsize=256)
def sort_of(text: str) -> Sort:
    """The sort of answer that a folded question's words ask for."""
    return next((sort for sort, pattern in _SORTS if pattern.search(text)), Sort.OTHER)


def asks_why_gone(text: str) -> bool:
    """Whether it is asked why there is nothing left of what a year before still had."""
    return _GONE.search(fold(text)) is not None


def asks_words(plan: Plan) -> bool:
    """Whether the words ask for a reason, a meaning, a use and for no figure (咋比上年多了, but not 比上年多了多少)."""
    if (
        plan.count_unit == DURATION
        and plan.subject is not None
        and plan.subject.kind in ("绩效指标", "业务量")
    ):
        return False  # 「平均要等多久」 of a time that is printed
    text = fold(plan.text)
    sort = sort_of(text)
    figures = _FIGURES.search(text) or (plan.operation is Operation.TREND and not asks_why_gone(text))
    firm = plan.operation is Operation.LOOKUP and sort in (
        Sort.DEFINITION,
        Sort.PURPOSE,
        Sort.PLACE,
        Sort.BASIS,
        Sort.NATURE,
        Sort.TIME,
        Sort.ABOVE,
    )
    if _CONTACT.search(text) or (plan.operation is Operation.LOOKUP and _LABEL.search(text) and not figures):
        return True
    return not figures and (sort is Sort.REASON or firm)


def may_be_told(plan: Plan) -> bool:
    """Whether a look-up asks for words that no figure is: which units, things, days (哪几家下属单位), how or to what
    end a thing is done (打算怎么做, 要达到什么目标)."""
    text = fold(plan.text)
    if plan.operation is not Operation.LOOKUP or (_FIGURES.search(text) and not _CALLED.search(text)):
        return False
    sort = sort_of(text)
    if sort is Sort.PERFORMANCE:
        return bool(re.search(r"(?:什么|啥|哪些)目标|目标是?(?:什么|啥|哪)", text))
    named = sort in (Sort.MAKEUP, Sort.LIST, Sort.DOER, Sort.TIME)
    if (sort is Sort.DUTY and _YES_NO.search(text)) or _WHAT.search(text):
        return True
    return sort in (Sort.HOW, Sort.REMEDY, Sort.TROUBLE) or (
        named and bool(re.search(r"哪|什么|啥|谁|何时|列一下", text))
    )


def asks_manner(plan: Plan) -> bool:
    """Whether it is asked how or by whom a thing is done, which its amount never answers (怎么安排 it may)."""
    text = fold(plan.text)
    sort = sort_of(text)
    if sort is Sort.DOER:
        return bool(
            re.search(
                r"谁|哪[个家位](?:部门|单位|科室|公司|机构|人|领导)|哪[家个些][\u4e00-\u9fff]{1,4}(?:公司|企业|集团)",
                text,
            )
        ) and not _FIGURES.search(text)
    if _YES_NO.search(text) and sort is Sort.DUTY:
        return not _FIGURES.search(text)
    if _WHAT.search(text):
        return not _FIGURES.search(text)
    if sort is Sort.TROUBLE:
        return bool(re.search(r"什么|啥|哪", text)) and not _FIGURES.search(text)
    return sort in (Sort.HOW, Sort.REMEDY) and not re.search(r"安排|花|用|分配", text)


def asks_money(plan: Plan) -> bool:
    """Whether an amount of money is asked for in so many words."""
    return EARNED_OR_SPENT.search(fold(plan.text)) is not None


def asks_text(plan: Plan) -> bool:
    """Whether the words ask for something that running text or a list tells, and for no figure."""
    text = fold(plan.text)
    sort = sort_of(text)
    told = sort is not Sort.PERFORMANCE or re.search(r"目标|哪|怎么|如何|情况", text)
    figures = _FIGURES.search(text) and not _CALLED.search(text)
    return (sort is not Sort.OTHER or bool(_WHICH.search(text))) and bool(told) and not figures


def asks_meaning(plan: Plan) -> bool:
    """Whether a term's meaning may be asked for, which any document's explanation answers."""
    text = fold(plan.text)
    named = plan.operation is Operation.DEFINITION or sort_of(text) is Sort.DEFINITION
    return named or bool(re.search(r"包括(?:哪|什么|啥)|[是指]哪[两二三四五六几][样项个种块类]", text))


#: Kinds of account whose parts no statement lists one by one, while 名词解释 says what they are.
_EXPLAINED = ("收入来源", "三公经费", "机关运行", "结转结余", "会议培训")


def asks_what_is_in(plan: Plan) -> bool:
    """Whether it is asked what an account holds, 「其他资金包括哪些」, where an explanation may say it."""
    kind = plan.subject.kind if plan.subject else ""
    return kind in _EXPLAINED and bool(re.search(r"包括|包含|[含指]|些(?:什么|啥)", fold(plan.text)))


def _of_others(concepts: tuple[Concept, ...], body: str) -> tuple[Concept, ...]:
    """The concepts without those that only name the body again (街道有这个职责吗)."""
    other = tuple(c for c in concepts if c.forms[0] not in body)
    return other or concepts


def _with_subject(concepts: tuple[Concept, ...], plan: Plan, text: str, sort: Sort) -> tuple[Concept, ...]:
    """The concepts with the printed name of the account that one of them means (公车 is 公务用车运行维护费)."""
    subject = plan.subject
    if subject is None or subject.kind in ("总额", "支出结构") or plan.assumed:
        fund = next((fund for fund in _FUNDS if fund in text), None)
        return (*concepts, Concept((fund,))) if fund and sort not in SECTIONS else concepts
    if sort in SECTIONS and subject.kind != "项目":
        return concepts
    name = fold(subject.name)
    if name in text:
        return concepts
    alike = [len(set(c.forms[0]) & set(name)) / len(c.forms[0]) for c in concepts]
    if not concepts:
        return (Concept((name, *(fund for fund in _FUNDS if fund in name and fund in text))),)
    short = name.removesuffix("费")
    if any(short in c.forms[0] and len(c.forms[0]) > len(short) + 2 for c in concepts):
        return concepts  # an account's word within a longer name: 咨询费 is not meant by 专家咨询委员会
    best = max(range(len(concepts)), key=lambda i: alike[i])
    if alike[best] < 0.5:
        return (*concepts, Concept((name,)))
    apart = _apart(concepts[best], name)
    if apart:
        return (*concepts[:best], *apart, *concepts[best + 1 :])
    return tuple(Concept((*c.forms, name)) if i == best else c for i, c in enumerate(concepts))


#: Funds whose money is asked after by their name alone, which the text tells of without 财政拨款收入.
_FUNDS = ("政府性基金", "国有资本经营预算")
#: So long a part of a project's name, said within a longer run, means the project; the rest is asked of it.
_PART = 5
_PROJECT_WORDS = regex(r"^(?:项目|工程|新建|改建|建设|的)+|(?:项目|工程|的)+$")


def _apart(concept: Concept, name: str) -> tuple[Concept, ...]:
    """「社区公共服务中心设计使用年限」: the thing that is named and what is asked of it; empty where it is one word."""
    form = concept.forms[0]
    shared = max((form[i:j] for i in range(len(form)) for j in range(i + _PART, len(form) + 1) if form[i:j] in name),
                 key=len, default="")  # fmt: skip
    if not shared or shared == form:
        return ()
    rest = [trimmed(_PROJECT_WORDS.sub("", part)) for part in form.split(shared)]
    told = tuple(Concept((part,)) for part in rest if len(part) > 1)
    return (Concept((shared, name)), *told) if told else ()
