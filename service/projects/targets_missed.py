"""Which indicators of a project's form did not reach their targets, as its rows print both (未达目标的指标).

「自评表里哪几项没达到年初定的目标」: target and outcome stand beside each other, and no sentence need say which fell short.
"""

# ruff: noqa: E501 - rows are read whole
from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ingest.model import Measure
from ingest.patterns import regex
from ingest.text import fold
from service.evidence import Sources
from service.model import Evidence, Finding, Plan
from service.projects.form_targets import Form, Target, forms_of
from service.projects.project_spoken import bare
from service.targets import Point
from service.text.sentences import to_quote

_REACHED = r"(?:完成|达标|达到|达成|实现|做到|做完|到位|合格|到)"
_NOT_MET = regex(
    rf"(?:未|没有?|不)(?:能|有)?(?:按期|如期|全部|全)?{_REACHED}|完不成|落空|没搞定|低于目标|差目标"
)
_OF = regex(r"指标|自评|绩效")
_ASKED = regex(r"哪|什么|啥|几[项个条]|多少[项个条]|列|清单|名单")
_COUNT = regex(r"(?:(?<!哪)几|多少)[项个条]")
_ELSE = regex(
    r"为什么|为啥|原因|怎么|如何|钱|元|科目|哪(?:些|几)?个?项目|项目(?:有|是)?哪(?![几些一]*[项个条]?(?:绩效|考核)*指标)|得分|几分|多少分|比上年|年度?比"
)
#: What may be said beside the project's name.
_BESIDE = regex(
    r"绩效|自评价?|评价|考核|表|指标|年初|当年|全年|设定|设置|制定|[定设]下?|预期|目标值?|规定|要求|原来|当初|里[面头]?|当?中|其中"
    r"|有没有|有|哪(?:[几些一])?[项个条]?|什么|啥|[几多]少?[项个条]|没有?|未|不|完不成|落空|低于|差|能|按期|如期|全部"
    rf"|{_REACHED}|标|的|是|了|项目|支出|工程|分别|都|也|还|列(?:出来?|一下)?|清单|名单|明细|说?一下|请问?|情况|结果|最后|到底|究竟|一共|共|总共|这|那|个|得|任务|呢|吗|啊|呀"
)
_MARKS = regex(r"[\s，,、。；;：:？?！!（）()“”\"「」]+")


def targets_missed(
    plan: Plan, points: Sequence[Point], sources: Sources, named: bool = True
) -> Evidence | None:
    """The indicators that fell short of their targets, with both; None where these are not asked for, or of no one form.

    ``named`` says that the question must say whose form it is: of a whole year sentences tell more than one form does.
    """
    text = fold(plan.text)
    asked = _OF.search(text) and _NOT_MET.search(text) and _ASKED.search(text)
    if not asked or _ELSE.search(text) or len(points) != 1:
        return None
    said = [bare(piece) for piece in _MARKS.split(_BESIDE.sub("，", text)) if len(piece) > 1]
    form = _meant(said, forms_of(sources.index().chunks), sources) if said or not named else None
    if form is None:
        return None
    missed = [t for t in form.targets if t.missed]
    unknown = sum(t.missed is None for t in form.targets)
    if not missed and (unknown or not said):
        return None
    return _told(form, missed, unknown, _COUNT.search(text) is not None, plan, sources)


def _meant(said: Sequence[str], forms: Sequence[Form], sources: Sources) -> Form | None:
    """The one form that says all that is said beside the asking; of a single form its chapter may say it."""
    fitting = [form for form in forms if all(piece in form.said for piece in said)]
    if not fitting and len(forms) == 1:
        chapter = "".join(c.text for c in sources.index().chunks if c.path[:1] == forms[0].path[:1])
        fitting = list(forms) if all(piece in fold(chapter) for piece in said) else []
    return fitting[0] if len(fitting) == 1 else None


def _told(
    form: Form, missed: Sequence[Target], unknown: int, counts: bool, plan: Plan, sources: Sources
) -> Evidence:
    listed = "、".join(f"{t.name}（目标 {t.aim}，实际 {t.done}）" for t in missed)
    of = f"「{form.name}」" if form.name else ""
    lead = f"{sources.body.name}{plan.year}年度{of}自评表列出的 {len(form.targets)} 个指标里"
    told = (
        f"{lead}，没有达到目标值的有 {len(missed)} 个：{listed}。" if missed else f"{lead}，都达到了目标值。"
    )
    notes = (f"另有 {unknown} 个指标的目标或完成情况写的是文字，没有逐项判断。",) if unknown else ()
    quote = to_quote([s for t in (missed or form.targets) for s in t.line])
    if not counts or unknown:
        return Evidence(quotes=(quote,), notes=notes, told=told)
    number = Finding("没有达到目标值的指标", Decimal(len(missed)), "个", Measure.COUNT, plan.year or 0, "", (),
                     f"{listed}，共 {len(missed)} 个" if missed else None, entity=sources.body.name)  # fmt: skip
    return Evidence((number,), quotes=(quote,), notes=notes, told=told)
