"""「哪个下属单位预算最多」: a question that looks for one of a department's units asks each of them (单位之间)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.patterns import regex
from service.inquiry import Inquiry
from service.model import Body, Declined, Operation, Plan, Reason
from service.rosters.roster_asked import read_wanted
from service.scope.kind_counted import of_kind
from service.scope.regions import Mention
from service.scope.roll import Roll
from service.scope.scope import Scope
from service.scope.units import UnitsOf, units_below

_BELOW = "下属|直属|所属|二级|下级|基层|下面|下边|底下"
_SORTS = "单位|学校|院校|中小学|幼儿园|医院|卫生院|站所|机构"
_KIND = rf"(?P<kind>{_SORTS})"
_NUMBER = r"(?P<count>[两三四五六七八九十\d]{1,2})"
#: The units that one is looked for among, or that are asked about together: 哪个下属单位, 四家单位, 本级和4个下属单位.
_WHICH = regex(
    rf"(?:(?:全|整个)?系统(?:里面?|内|上下)?的?)?(?:(?P<itself>[局厅委办院]?(?:机关)?(?:本级|本部|机关)(?:和|与|及|加|、))?(?:哪一?[个家所]|哪些|哪几[个家所]|各个?|每一?[个家所]|所有|全部|(?<![有是设共])几[个家所]|(?P<lead>(?:{_BELOW})的?)?{_NUMBER}[个家所]|(?=(?:{_BELOW})))"
    rf"的?(?P<below>{_BELOW})?(?:预算|事业|的|各[个家]?|[这那][几些][个家所]?)*{_KIND})"
)
_MOST = regex(
    r"[前头][两二三四五六七八九十\d]|最[多大高少小低]|排第[一二三]|第[一二三][多大高少小低]|从[多大高]到[少小低]|从[少小低]到[多大高]|排序|排名|怎么排|排一排"
)
_MORE_OF = regex(r"哪一?[个家所][\u4e00-\u9fff]{2,14}?更?[多少大高低](?=[，。？?]|$)")
#: How many of the units are looked for: 「本年支出最多的三家依次是哪三家」「哪三个单位支出最多」.
_HOW_MANY = r"(?P<n>[两二三四五六七八九十]|\d{1,2})"
_THEY = rf"(?:[家所](?:(?:{_BELOW})?的?(?:{_SORTS}))?|个(?:{_BELOW})?的?(?:{_SORTS}))"
_TOP_FEW = (
    regex(rf"最(?P<most>[多大高少小低])的(?:前|头)?{_HOW_MANY}{_THEY}(?:依次|分别)?(?:是|为|有)?(?:哪(?:[两二三四五六七八九十]|几|些)?[家个所]?(?:{_BELOW})?的?(?:单位|学校)?)?"),
    regex(rf"(?:是)?哪{_HOW_MANY}{_THEY}的?(?P<what>[^，,。？]{{2,12}}?)最(?P<most>[多大高少小低])"),
)  # fmt: skip
_TOGETHER = regex(r"加起来|加一起|加总|相加|合起来|总和|之和|一共|总共|合计(?!最)|平均")
_APART = regex(r"分别|各自|各[是有为多花]|各个?单位|每一?[个家所]")
#: 「哪些单位有上年结转」: those that print the account.
_HAVING = regex(
    r"(?:里面|当中|之中|里|中)?[,，]?(?:哪一?[个家些]|哪几[个家]|谁)?(?:还)?有(?!几|多少|哪|什么|啥|谁)"
)
#: Daily words for a sort of units, and how the names of such end.
_KINDS = {
    "学校": r"[学校园]$", "院校": r"[学院校]$", "中小学": r"[中小]学$", "幼儿园": "幼儿园$",
    "医院": "医院$", "卫生院": "卫生院$", "站所": "[站所]$",
}  # fmt: skip
_ITSELF = regex(r"(?:本级|机关|本部)[)）]?$")


#: All units but the department's own office: 「除了本级，其他单位」, 「本级以外的下属单位」.
_BUT_OFFICE = regex(
    r"(?:除了?|除去|除开|不含|不包括|不算)[^，,。？]{0,3}(?:本级|本部|机关)(?:以外|之外|外)?[，,]?(?:的|剩下的?)?(?:其[他它余])?的?(?:几|\d|[两三四五六七八九十])?[个家所]?(?:下属|所属|直属)?(?:预算|事业)*单位"
    r"|(?:本级|本部|机关)(?:以外|之外|除外)的?(?:其[他它余])?的?(?:几|\d|[两三四五六七八九十])?[个家所]?(?:下属|所属|直属)?(?:预算|事业)*单位"
    r"|(?:上面|上述|以上|前面)?的?这?(?:几|(?P<count>\d|[两三四五六七八九十]))?[个家所]?(?:下属|所属|直属)的?(?:预算|事业)*单位[，,（(]?(?:不算|不含|不包括|不计|除去|扣除)[^，,。？)）]{0,3}(?:本级|本部|机关)(?:在内)?[)）]?"
)

#: The office left out of those that are looked among, and what is below it: 「除了局机关，哪家单位」「下面哪个单位」.
_OFFICE_APART = regex(
    r"(?:除了?|除去|除开|不含|不包括|不算|扣除|剔除|去掉|撇开|抛开)[^，,。？]{0,3}(?:本级|本部|机关)(?:以外|之外|外)?[，,]?"
    r"|[局厅委办院]?(?:本级|本部|机关)(?:以外|之外|除外|不算|不计|不含|不包括)(?:在内)?[，,]?"
)
_UNDER = regex(r"(?:下面|底下|下边|手下|旗下)的?$")


#: Where things that were counted are, which asks nothing of each unit: 「分别放在哪几个单位用」.
_PLACED = regex(
    r"(?:放|停|分布|分|配|用|归|安排|部署|布设|装|建|设)(?:在|到|给)了?哪(?:几|些)?(?:个|家|所|座)?(?:单位|部门|地方|学校|科室|乡镇|村|里|儿)"
)
_AMOUNT = regex(r"多少|几[辆台件]|最|第[一二三]|更|钱|经费|支出|预算|收入|为什么")


def asks_placed(text: str) -> bool:
    """Whether it is asked where things are, and no number of any."""
    return _PLACED.search(text) is not None and _AMOUNT.search(text) is None


def among_units(scope: Scope, bodies: Roll, units_of: UnitsOf) -> Scope:
    """The scope with the units below the one body that is asked about, where one of them is looked for, or where they
    are asked about together."""
    if asks_placed(scope.text):
        return scope
    if (but := _BUT_OFFICE.search(scope.text)) and (rest := _but_office(scope, but, bodies, units_of)):
        return replace(scope, bodies=tuple(rest), spans=(*scope.spans, but.span()))
    whole = scope.body
    if whole is None or whole.within or read_wanted(_behind_names(scope)) is not None:
        return scope
    scope = _most_said(_few_said(scope))
    asked = _WHICH.search(scope.text)
    if asked is None:
        several = any(words.search(scope.text) for words in (_MOST, _MORE_OF, _APART, _TOGETHER))
        return of_kind(scope, units_below(bodies, whole, units_of)) if several else scope
    if not _is_of_them(scope.text, asked):
        return scope
    held = units_below(bodies, whole, units_of)
    units = [u for u in held if _is_meant(u, asked)]
    apart = _OFFICE_APART.search(scope.text)
    under = asked[0].startswith("哪") and _UNDER.search(scope.text[: asked.start()])
    if (
        apart or under
    ):  # 「下面几家单位里」 are all that the table has, and the order is told without the office too
        units = [u for u in units if not _ITSELF.search(u.name)]
    spans = (asked.span(), *((apart.span(),) if apart else ()))
    units = _so_many(units, asked["count"], bool(asked["itself"]))
    if not units and apart is None and asked["kind"] not in _KINDS:
        units = _so_many(held, asked["count"], besides=False)  # 「下属四家单位」, the office one of them
    if len(units) < 2:
        return scope
    return replace(scope, bodies=tuple(units), spans=(*scope.spans, *spans))


def _but_office(scope: Scope, but: re.Match[str], bodies: Roll, units_of: UnitsOf) -> list[Body]:
    """The units of the one department that is spoken of, by its name or by those of units, without its own office;
    none where they are not as many as is said."""
    if len({body.within or body.name for body in scope.bodies}) != 1:
        return []
    if not scope.body and not scope.inherited:
        return []  # units that the question names are those that it means
    rest = [u for u in units_below(bodies, scope.bodies[0], units_of) if not _ITSELF.search(u.name)]
    return _so_many(rest, but["count"], besides=False)


def miscounted(scope: Scope, bodies: Roll, units_of: UnitsOf) -> Declined | None:
    """Why units are not set in order: there are not as many of them as is said (「下面五个单位从高到低」)."""
    asked = _WHICH.search(scope.text)
    whole = scope.body
    if (
        whole is None
        or whole.within
        or asked is None
        or asked["count"] is None
        or not _MOST.search(scope.text)
    ):
        return None
    if not asked["below"] and not asked["lead"] and not _UNDER.search(scope.text[: asked.start()]):
        return None
    units = [u for u in units_below(bodies, whole, units_of) if _is_meant(u, asked)]
    if len(units) < 2:
        return None
    names = "、".join(unit.name for unit in units)
    told = f"{whole.name}的表里列出的有{names}，和问题里说的家数不一样，所以没有排序。"
    return Declined(Reason.ENTITY_NOT_LOADED, told)


def _behind_names(scope: Scope) -> str:
    """What is asked, without who and when."""
    said = [any(low <= i < high for low, high in scope.spans) for i in range(len(scope.text))]
    return "".join(c for c, known in zip(scope.text, said, strict=True) if not known)


def _few_said(scope: Scope) -> Scope:
    """The scope with the number of the units that are looked for said the usual way: 「所属单位支出最多的前三名」."""
    said = next(filter(None, (few.search(scope.text) for few in _TOP_FEW)), None)
    if said is None or scope.body is None or any(low >= said.start() for low, _ in scope.spans):
        return scope
    whose = "" if re.search(_BELOW, scope.text[: said.start()]) else "所属单位"
    what = said.groupdict().get("what") or ""
    few = f"{what}最{said['most']}的前{said['n']}名是哪些"
    head, tail = scope.text[: said.start()], scope.text[said.end() :]
    begun = max((high for _, high in scope.spans), default=0)
    return replace(scope, text=f"{head[:begun]}{whose}{head[begun:]}{few}{tail}")


def _most_said(scope: Scope) -> Scope:
    """The scope with the one that has more among several said to have most: 「哪个卫生院床位多」."""
    more = None if _MOST.search(scope.text) else _MORE_OF.search(scope.text)
    if more is None or any(high > more.end() - 1 for _, high in scope.spans):
        return scope
    at = more.end() - 1
    return replace(scope, text=f"{scope.text[:at]}最{scope.text[at:]}")


def _is_of_them(text: str, asked: re.Match[str]) -> bool:
    """Whether something of the units is set in order, added up or told of each."""
    having = asked["count"] is None and _HAVING.match(text, asked.end()) is not None
    several = asked["below"] or asked["count"]
    together = bool(several) and _TOGETHER.search(text) is not None
    return having or together or any(words.search(text) for words in (_MOST, _MORE_OF, _APART))


def _so_many(units: Sequence[Body], said: str | None, besides: bool) -> list[Body]:
    """The units where they are as many as is said, the department's own office (``besides`` them) counted or not."""
    if said is None:
        return list(units)
    below = [unit for unit in units if not _ITSELF.search(unit.name)]
    number = int(said) if said.isdigit() else "一两三四五六七八九十".find(said) + 1
    number += besides  # 「本级和4个下属单位」
    return next((list(held) for held in (units, below) if len(held) == number), [])


def _is_meant(unit: Body, asked: re.Match[str]) -> bool:
    """Whether a unit is of the sort that is asked for; the department's own office is no unit below it, but one of
    its 所属单位 where their table has it."""
    below = (asked["below"] not in (None, "所属") and not asked["itself"]) or asked["kind"] in _KINDS
    return re.search(_KINDS.get(asked["kind"], ""), unit.name) is not None and not (
        below and _ITSELF.search(unit.name)
    )


#: 「哪个局」「哪家街道」: the sort of bodies that one is looked for among.
_SORT = regex(
    r"哪一?[几]?[个家](?:[省市区县]级|[省市区县])?(?P<kind>局|委|厅|办公厅|街道|镇|乡|中心|医院|学校|大队|单位|部门|机关)(?![\u4e00-\u9fff]?[长里])"
)
#: 「各家2019年会议费」: of all of them.
_EACH = regex(r"各(?:家|个?单位|个?部门)|每一?[家个](?:单位|部门)|(?:所有|全部)(?:单位|部门)")
_MOST_BODIES = 12
_ANY = ("单位", "部门", "机关")


def among_kind(asked: Inquiry, bodies: Sequence[Body]) -> tuple[Inquiry, Sequence[Body]]:
    """The question with the bodies of the sort and the region that it looks for one among, where it says such."""
    # By the question itself: 哪个局 is read as 哪个单位.
    said, mention = _SORT.search(asked.request.question), asked.scope.mention
    if said is None:
        return asked, bodies
    kind = said["kind"]
    held = [
        b
        for b in (mention.bodies if mention.region else bodies)
        if kind in _ANY or b.name.removesuffix("办事处").endswith(kind) or b.key.endswith(kind)
    ]
    if len(held) < 2:
        return asked, bodies
    again = _SORT.search(asked.text)
    own = (again.span("kind"),) if again is not None and again["kind"] not in _ANY else ()
    scope = replace(asked.scope, spans=(*asked.scope.spans, *own), mention=Mention(()))
    return replace(asked, scope=scope), held


#: Money that a body spends as a whole, and how far it was spent.
_WHOLE = regex("花|钱|支|预算|规模|开销|完成率|执行率|完成比例|执行进度")
_MORE = regex(
    r"[最更][^，。？]{0,3}[多少高低大小快慢猛厉好差]|[多少高低大小](?:，|,|、)?(?:[多少高低大小][出了]?|相?差)(?:多少|几)"
)


def sets_apart(plan: Plan, text: str) -> bool:
    """Whether a question that names nobody sets all bodies side by side: 「哪个局差旅费多，多多少」."""
    if plan.subject is None or (plan.assumed and not _WHOLE.search(text)):
        return False
    which = _EACH.search(text) is not None and plan.operation is Operation.LOOKUP and not plan.assumed
    which = which or (_SORT.search(text) is not None and _MORE.search(text) is not None)
    return plan.operation in (Operation.RANK, Operation.COMPARE) or which
