"""Bodies compared by a thing that each calls by words of its own: 受理问题件数 here, 投诉案件 there (各家叫法).

An account has one name everywhere; what is counted or rated has not. Each body is asked for it plainly, and only
where every one of them tells it are they set side by side; else it is said which does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, inputs
from service.scope.named_in import AND, Named
from service.second.merge import merge
from service.second.two_asked import Ask

_UNIT = "件|个|家|人次|人|名|辆|台|次|批次|批|座|条|处|户|篇|期|场|吨|平方米|公里|份|项"
_WHO = r"(?:谁|哪一?[边家个头](?:单位|部门|局|中心)?|何者|孰)"
#: How the comparison is asked; what is left names the thing.
_ASKED = regex(
    rf"[，,、 ]*(?:{_WHO}的?(?:是)?(?:更|最|比较|要)?[多少高低大小](?:一?些|一?点)?|(?:更|最)[多少高低]的?(?:是)?{_WHO}"
    r"|"
    rf"(?:(?:[多少高低]|相?差)(?:了|出|是|有)*(?:多少|几|好多)|相?差距?|差额)(?:个?百分点|(?P<unit>{_UNIT}))?|(?:各|分别|各自)(?:是|有|为)*(?:多少|几)?(?P<each>{_UNIT})?)"
)
ASKS = regex(rf"{_WHO}|相?差|(?:[多少高低])(?:了|出)?(?:多少|几)|各|分别|比")
#: What things are counted in where that is not said, by how they end.
_COUNTED_IN = tuple(
    (regex(f"(?:{pattern})(?:总|个|件|家|人|辆)?(?:数量?)?$"), unit)
    for pattern, unit in (
        ("单位|机构|企业|医院|学校|中心|站|家数", "家"),
        ("人次", "人次"),
        ("批次", "批"),
        ("人员|职工|干部|人数|编制", "人"),
        ("车辆|用车|车", "辆"),
        ("投诉|案件|问题|件数|工单", "件"),
        ("项目|指标|个数", "个"),
        ("次数", "次"),
    )
)
#: What is counted or rated, and no money.
_COUNTED = regex(r"数量?$|率$|得分$|分数$|面积$")
_MONEY = regex(r"[费款钱]|经费|支出|收入|预算|决算|资金|采购|三公|占比|比重|人均|平均|比上年|增|减")
_LEFT = regex(
    rf"^(?:{AND}|的|在|比|相比|对比|有|共)+|(?:{AND}|的|比|相比|比较|对比|比一比|有|是|为|多少|几|[，,、。？?！ ])+$"
)
_LEAST, _MOST = 0.6, 4


def own_words(answer: Answer, text: str, ask: Ask, read: Callable[[str], Named | None]) -> Answer | None:
    """The bodies side by side, each by its own words for the thing; None where that is not asked, or nothing is new."""
    named = read(text)
    if named is None or not 1 < len(named.bodies) <= _MOST or len(named.years) > 1:
        return None
    told = {f.entity for f in answer.figures}
    if answer.status is Status.ANSWERED and told.issuperset(named.bodies):
        return None
    thing, unit = _thing(named.rest)
    if not thing or not (unit or _COUNTED.search(thing)) or _MONEY.search(thing):
        return _half(answer, named.bodies, told) if thing else None
    year = f"{named.years[0]}年" if named.years else ""
    much = f"有多少{unit}" if unit else "是多少"
    answers = [ask(f"{body}{year}{thing}{much}") for body in named.bodies]
    found = [_figure(a, body, unit) for a, body in zip(answers, named.bodies, strict=True)]
    figures = [f for f in found if f is not None]
    if len(figures) < len(answers) or len({f.unit for f in figures}) > 1:
        return _half(answer, named.bodies, told)
    return _beside(merge(answers, answer.conversation_id), figures)


def _thing(rest: str) -> tuple[str, str]:
    """What is compared, and the unit it is counted in where that is said."""
    said = list(_ASKED.finditer(rest))
    unit = next((m[g] for m in said for g in ("unit", "each") if m[g]), "")
    thing = _LEFT.sub("", _LEFT.sub("", _ASKED.sub("", rest)))
    if not unit and (counted := re.search(rf"(?:有)?(?:多少|几)(?P<unit>{_UNIT})$", thing)):
        unit, thing = counted["unit"], thing[: counted.start()]
    unit = unit or next((u for ending, u in _COUNTED_IN if ending.search(thing)), "")
    return (thing if len(thing) > 1 and not re.search(r"[，。？?]", thing) else ""), unit


def _figure(answer: Answer, body: str, unit: str) -> Figure | None:
    """The one figure of a body, where the answer is sure of it and it is counted as is asked."""
    first = answer.figures[0] if answer.figures else None
    sure = float(str(answer.plan.get("confidence", "0"))) > _LEAST
    if answer.status is not Status.ANSWERED or first is None or not sure or len(answer.figures) > 1:
        return None
    fits = not first.unit.endswith("元") and first.entity == body and first.formula is None
    return first if fits and (not unit or _alike(first.unit, unit)) else None


def _alike(one: str, other: str) -> bool:
    people = ("人", "名")
    return one == other or (one in people and other in people)


def _beside(whole: Answer, figures: Sequence[Figure]) -> Answer:
    ordered = sorted(figures, key=lambda f: Decimal(f.value), reverse=True)
    lines = [f"{f.entity}{f.year}年度{f.label}为 {amount(f)}" for f in figures]
    top, last = ordered[0], ordered[-1]
    apart = Decimal(top.value) - Decimal(last.value)
    unit = "个百分点" if top.unit == "%" else top.unit
    made = Figure(
        label=f"{top.entity}{top.label}与{last.entity}{last.label}之差", value=plain(apart), unit=unit, year=top.year,
        entity=top.entity, stage=top.stage, formula=f"{top.value} − {last.value} = {plain(apart)}",
        inputs=inputs((top, last)), citation=top.citation,
    )  # fmt: skip
    if not apart:
        said = "两者相同。"
    elif len(figures) == 2:
        said = f"{top.entity}更多，相差 {plain(apart)} {unit}（{made.formula}）。"
    else:
        said = f"最多的是{top.entity}，最少的是{last.entity}，相差 {plain(apart)} {unit}（{made.formula}）。"
    note = (
        ()
        if len({f.label for f in figures}) == 1
        else ("各单位对这件事的叫法不同，这里按各自资料里的说法放在一起，口径可能不完全一样。",)
    )
    return whole.model_copy(
        update={
            "answer": f"{'；'.join(lines)}。{said}{''.join(note)}",
            "figures": [made, *figures],
            "notes": [*whole.notes, *note],
        }
    )


def _half(answer: Answer, bodies: Sequence[str], told: set[str]) -> Answer | None:
    """The answer with the bodies that it does not tell of, where it tells of others and leaves them out silently."""
    lacking = [body for body in bodies if body not in told and body not in answer.answer]
    if answer.status is not Status.ANSWERED or not told or not lacking:
        return None
    line = f"没有找到{'、'.join(lacking)}相应的数字，没有放在一起比较。"
    return answer.model_copy(update={"answer": f"{answer.answer}\n{line}"})
