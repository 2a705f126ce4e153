"""Each operation that a wording may stand for: how it is asked plainly, and what its answer must have (明白的问法).

A new operation is a row: the texts that ask for it, and what tells that an answer is one to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ingest.patterns import regex
from service.contract import Answer, Figure
from service.scope.named_in import Named

MONEY = ("元", "万元", "亿元")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question names, part by part; ``asking`` is what else it says, with a blank for each part,
    and ``told`` the account that was told of before it."""

    named: Named
    accounts: tuple[str, ...]
    whole: str
    counted: tuple[str, ...]
    asking: str
    told: str = ""

    @property
    def names(self) -> bool:
        """Whether anything is named."""
        return bool(self.accounts or self.whole or self.counted)

    def of_what_was_told(self) -> Asked:
        """The same of the account that was told of before."""
        return replace(self, accounts=(self.told,) if self.told else ())

    @property
    def head(self) -> str:
        """Who and when, as a question begins."""
        when = "和".join(f"{year}年" for year in sorted(set(self.named.years)))
        return "和".join(dict.fromkeys(self.named.bodies)) + when

    @property
    def thing(self) -> str:
        """What is counted or asked about, by the first name that is said of it."""
        return next(iter((*self.counted, *self.accounts)), "")

    @property
    def years(self) -> list[int]:
        return sorted(set(self.named.years))

    @property
    def bodies(self) -> list[str]:
        return list(dict.fromkeys(self.named.bodies))

    @property
    def stage(self) -> str:
        """The one stage of the budget that is spoken of; empty where several are, or none."""
        said = {m[0] for m in _STAGE.finditer(self.asking)}
        return said.pop() if len(said) == 1 else ""

    @property
    def unit(self) -> str:
        """The measure word that is asked for."""
        said = _UNIT.search(self.asking)
        return said[1] if said else ""


_STAGE = regex(r"年初预算|全年预算|调整(?:后)?预算|预算|决算|执行数")
_UNIT = regex(
    r"(?:多少|几|好多|几多)(平方米|公里|人次|批次|场次|个百分点|万元|亿元|[元个名人辆台件次批户家场期篇册吨亩座处条份项起所间张株棵头套天年])"
)
_DOWN = regex(r"最[少低小差末]|垫底|末[位名尾]|倒数|最后|末一|最不")
_SECOND = regex(r"第二|次[多大高]|老二|亚军|仅次|二把手|第2")
_THIRD = regex(r"第三|老三|季军|第3")
_NOUN = regex(r"科目|项目|部门|单位|大?类|品目|街道|学校|渠道|来源")

Texts = Callable[[Asked], list[str]]
Fits = Callable[[Answer, Asked], bool]


@dataclass(frozen=True, slots=True)
class Shape:
    """The texts that ask for an operation plainly, the first that is answered counts, what its answer must have, and
    the words of asking beside which it is another operation."""

    texts: Texts
    fits: Fits
    unlike: re.Pattern[str] | None = None


def _joined(asked: Asked) -> str:
    return "、".join(asked.accounts)


def _amount(asked: Asked) -> list[str]:
    if len(asked.accounts) > 1:
        return [] if _ADDED.search(asked.asking) else _each(asked)
    what = asked.accounts[0] if asked.accounts else ""
    if not what:
        return []
    if asked.whole and asked.whole not in what:
        return [f"{asked.head}{asked.whole}里的{what}{asked.stage}是多少{asked.unit}"]
    return [f"{asked.head}{what}{asked.stage}是多少{asked.unit}"]


def _count(asked: Asked) -> list[str]:
    said = f"{''.join(asked.counted)}{asked.asking}"
    if _BATCHES.search(said) and _HEADS.search(said) and _RECEPTION.search(said):
        return [f"{asked.head}公务接待多少批次，多少人次"]
    if len(asked.counted) > 1:
        return [f"{asked.head}{'、'.join(asked.counted)}分别是多少{asked.unit}"]
    what = asked.thing
    if not what:
        return []
    if len(asked.bodies) > 1:
        return [f"{asked.head}{what}数分别是多少{asked.unit}"]
    bare = _BEFORE_THING.sub("", what)
    texts = [f"{asked.head}{name}{ask}{asked.unit}" for name in (what, bare) for ask in ("有多少", "是多少")]
    return list(dict.fromkeys(texts))


#: What is done with what is counted, before it.
_BEFORE_THING = regex(
    r"^(?:设有?|现有|共有|拥有|有|完成|开展|办理|买了?|购置|新增|举办|组织)(?=[\u4e00-\u9fff]{2})"
)
#: Receptions are counted by batches and by heads, in every final account.
_BATCHES, _HEADS, _RECEPTION = (
    regex(r"批|[几多]拨"),
    regex(r"人[次数]|多少人|几[多个]?人"),
    regex("接待|招待"),
)


def _exists(asked: Asked) -> list[str]:
    return [f"{asked.head}有没有{asked.thing}"] if asked.thing else []


def _share(asked: Asked) -> list[str]:
    if len(asked.accounts) != 1:
        return []
    if not asked.whole:
        return [f"{asked.head}{asked.accounts[0]}占比是多少"]
    return [f"{asked.head}{asked.accounts[0]}占{asked.whole}的百分之几"]


def _of_two(ask: str) -> Texts:
    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 2:
            return []
        one, other = asked.accounts
        return [asked.head + ask.format(one=one, other=other)]

    return texts


def _average(asked: Asked) -> list[str]:
    what = next(iter(asked.counted), "")
    if len(asked.accounts) != 1:
        return []
    if not what:
        return [f"{asked.head}人均{asked.accounts[0]}是多少"]
    return [f"{asked.head}平均每{_PER.get(what, what)}{asked.accounts[0]}是多少"]


_PER = {
    "职工": "名职工",
    "在职人员": "名在职人员",
    "车": "辆车",
    "公车": "辆公务用车",
    "公务用车": "辆公务用车",
    "车辆": "辆车",
}


def _of_one(ask: str) -> Texts:
    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 1 or len(asked.years) > 2:
            return []
        head = asked.bodies[0]
        if len(asked.years) == 2:
            first, last = asked.years
            return [f"{head}{last}年{asked.accounts[0]}比{first}年{ask}"]
        return [f"{asked.head}{asked.accounts[0]}比上年{ask}"]

    return texts


def _of_budget(ask: str) -> Texts:
    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 1:
            return []
        budget = next((word for word in ("年初预算", "全年预算", "调整预算") if word in asked.asking), "预算")
        return [asked.head + ask.format(what=asked.accounts[0], budget=budget)]

    return texts


def _each(asked: Asked) -> list[str]:
    return [f"{asked.head}{_joined(asked)}{asked.stage}分别是多少"] if len(asked.accounts) > 1 else []


def _sum(asked: Asked) -> list[str]:
    if len(asked.accounts) > 1 and len(asked.years) < 2:
        return [f"{asked.head}{_joined(asked)}{asked.stage}合计是多少"]
    if len(asked.accounts) == 1 and (len(asked.years) > 1 or len(asked.bodies) > 1):
        return [f"{asked.head}{asked.accounts[0]}{asked.stage}合计是多少"]
    return []


def _most(asked: Asked) -> list[str]:
    what = asked.whole or asked.thing
    if len(asked.accounts) > 1:
        what = _joined(asked)
    if not what:
        return []
    noun = _NOUN.search(asked.asking)
    named = "" if noun is None or noun[0] in what else noun[0]
    if _SECOND.search(asked.asking):
        return [f"{asked.head}{what}第二多的是哪个{named}"]
    if _THIRD.search(asked.asking):
        return [f"{asked.head}{what}第三多的是哪个{named}"]
    way = "最少" if _DOWN.search(asked.asking) else "最多"
    return [f"{asked.head}{what}里{way}的是哪个{named}", f"{asked.head}{way}的{what}是哪个"]


def _parts(asked: Asked) -> list[str]:
    listed = _LISTED.search(asked.asking)
    what = asked.whole or asked.thing or (listed[0] if listed else "")
    if not what:
        return []
    ways = ["构成情况", "包括哪些，各多少", "有哪些"]
    return [f"{asked.head}{what}{way}" for way in (ways if _EACH.search(asked.asking) else ways[1:])]


_LISTED = regex(r"预算单位|(?:下属|所属|二级|直属)单位|内设机构|科室|车辆|项目")
_EACH = regex(r"构成|组成|分类|多少|几|金额|数量|占")


def _score(asked: Asked) -> list[str]:
    down, up = _DOWN.search(asked.asking), _UP.search(asked.asking)
    if asked.accounts and not (down or up):
        return [f"{asked.head}{asked.accounts[0]}自评得分是多少"]
    return [f"{asked.head}自评得分最{'低' if down else '高'}的项目是哪个，多少分"] if down or up else []


_UP = regex(r"最[高好优多大]|第一|榜首|头一?名|最前|冠军")


def _trend(asked: Asked) -> list[str]:
    if len(asked.accounts) != 1 or len(asked.years) < 2 or len(asked.bodies) != 1:
        return []
    first, last = asked.years[0], asked.years[-1]
    return [f"{asked.bodies[0]}{first}年到{last}年{asked.accounts[0]}各年是多少"]


def _two_years(asked: Asked) -> list[str]:
    if len(asked.accounts) != 1 or len(asked.years) != 2:
        return []
    return [f"{asked.head}{asked.accounts[0]}哪年高，高多少"]


def _two_bodies(asked: Asked) -> list[str]:
    what = asked.thing
    if len(asked.bodies) < 2 or not what:
        return []
    if len(asked.bodies) > 2:
        return _most_body(asked)
    way = "少" if _LESS.search(asked.asking) else "多"
    if _APART.search(asked.asking):
        return [f"{asked.head}{what}哪个{way}，相差多少{asked.unit}"]
    return [f"{asked.head}{what}分别是多少{asked.unit}"]


def _most_body(asked: Asked) -> list[str]:
    if not asked.thing or len(asked.bodies) < 2:
        return []
    return [f"{asked.head}{asked.thing}最{'少' if _DOWN.search(asked.asking) else '多'}的是哪家"]


_LESS = regex(r"哪[个家边][^，。]{0,4}[少低小]|谁[^，。]{0,4}[少低小]")
_APART = regex(r"差|[多少高低大小]出|谁|哪[个家边]|[比超]")


def _with_amount(ask: str) -> Texts:
    def texts(asked: Asked) -> list[str]:
        if len(asked.accounts) != 1 or len(asked.years) > 1:
            return []
        whole = f"占{asked.whole}的百分之几" if asked.whole else "占总支出的百分之几"
        return [f"{asked.head}{asked.accounts[0]}是多少，{ask.format(whole=whole)}"]

    return texts


def _definition(asked: Asked) -> list[str]:
    return [f"什么是{asked.accounts[0]}"] if len(asked.accounts) == 1 else []


def _money(figures: list[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.unit in MONEY]


def _has_amounts(answer: Answer, asked: Asked) -> bool:
    return len(answer.figures) >= max(1, len(asked.accounts)) and not any(
        _CHANGED.search(figure.label) or figure.formula for figure in answer.figures[:1]
    )


def _is_counted(answer: Answer, asked: Asked) -> bool:
    units = [figure.unit for figure in answer.figures]
    if len(units) < max(1, len(asked.counted)) or any(unit in (*MONEY, "%") for unit in units):
        return False
    return not asked.unit or asked.unit in units or len(asked.counted) > 1


def _is_rate(answer: Answer, asked: Asked) -> bool:
    return any(figure.unit == "%" for figure in answer.figures[:2])


def _is_share(answer: Answer, asked: Asked) -> bool:
    told = [figure for figure in answer.figures if figure.unit == "%"]
    return (
        bool(told)
        and ("占" in told[0].label or len(told[0].inputs) == 2)
        and not _CHANGED.search(told[0].label)
    )


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
    listed = answer.plan.get("operation") in ("列举", "叙述") and not _EACH.search(asked.asking)
    return len(answer.figures) > 1 or listed


def _is_scored(answer: Answer, asked: Asked) -> bool:
    return bool(answer.figures) and answer.figures[0].unit == "分"


def _has_years(answer: Answer, asked: Asked) -> bool:
    return set(asked.years) <= {figure.year for figure in answer.figures}


def _has_bodies(answer: Answer, asked: Asked) -> bool:
    return set(asked.bodies) <= {figure.entity for figure in answer.figures}


def _is_both(answer: Answer, asked: Asked) -> bool:
    changed = [bool(_CHANGED.search(f.label)) or f.unit == "%" for f in answer.figures]
    return any(changed) and not all(changed)


def _tells(answer: Answer, asked: Asked) -> bool:
    return not asked.accounts or asked.accounts[0] in answer.answer


_CHANGED = regex(r"比(?:上年|20\d\d年)|增减|增长率")

#: Words of asking beside which an operation is another one.
_OF_BUDGET = regex("预算|计划|指标数")
_ADDED = regex("总|合计|一共|共计|加|合起来|拢")
_PARTED = regex("分类|构成|每种|各[类种]|哪[几些]|组成|明细")

SHAPES: dict[str, Shape] = {
    "amount": Shape(_amount, _has_amounts, regex("差多少|占|百分|几成|倍|平均|人均|合计|加起来|比[^重例较]")),
    "count": Shape(_count, _is_counted, _PARTED),
    "exists": Shape(_exists, lambda answer, asked: True),
    "share": Shape(_share, _is_share),
    "share_of_all": Shape(_share, _is_share),
    "times": Shape(_of_two("{one}是{other}的几倍"), _is_worked_out),
    "average": Shape(_average, _is_worked_out),
    "change": Shape(_of_one("增减多少"), _is_change, _OF_BUDGET),
    "change_rate": Shape(_of_one("增长百分之几"), _is_change_rate, _OF_BUDGET),
    "completion": Shape(_of_budget("{what}完成{budget}的百分之几"), _is_rate),
    "variance": Shape(_of_budget("{what}决算比{budget}差多少"), _is_off_budget),
    "variance_rate": Shape(_of_budget("{what}决算比{budget}增长百分之几"), _is_rate),
    "sum": Shape(_sum, _is_sum),
    "each": Shape(_each, _has_amounts, _ADDED),
    "which_more": Shape(_of_two("{one}和{other}哪个多，相差多少"), _compares),
    "difference": Shape(_of_two("{one}比{other}多多少"), _is_worked_out),
    "most": Shape(_most, _is_ranked, regex("占比|比重|百分|增|减|涨|降")),
    "parts": Shape(_parts, _has_parts),
    "score": Shape(_score, _is_scored, regex("哪[几些二两三四五六七八九十]|有几|多少个")),
    "trend": Shape(_trend, _has_years),
    "two_years": Shape(_two_years, _has_years),
    "two_bodies": Shape(_two_bodies, _has_bodies),
    "most_body": Shape(_most_body, _has_bodies),
    "amount_and_change": Shape(_with_amount("比上年增减多少"), _is_both, _OF_BUDGET),
    "amount_and_rate": Shape(_with_amount("比上年增长百分之几"), _is_both, _OF_BUDGET),
    "amount_and_share": Shape(_with_amount("{whole}"), _is_both),
    "definition": Shape(_definition, _tells),
}


#: What may be asked of the account that was told of before, without its name.
ON_WHAT_WAS_TOLD = (
    "amount",
    "change",
    "change_rate",
    "completion",
    "share",
    "share_of_all",
    "trend",
    "two_years",
    "variance",
)


def part_names(text: str) -> str:
    """A span without the particles at its ends."""
    return re.sub(r"^[的里在之]+|[的里上在]+$", "", text.strip(' ，,。？?！!：:“”"\0'))
