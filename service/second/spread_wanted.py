"""An average that is asked for is told, or nothing: both numbers beside each other are no answer (要平均数).

「在编的人，工资福利平均一个人一年多少」: where the money and the heads were each found, the one is divided by the
other.
"""

from __future__ import annotations

from ingest.numbers import MONEY
from ingest.patterns import regex
from service.contract import Answer, Status
from service.figures.simple_figures import inputs
from service.second.beyond import declined
from service.second.per_one import NO_DIVISOR, tells_total
from service.second.put_together import mean

_ASKS = regex(
    r"平均(?!分|得分|工资|水平|值|数是|气温|温度)|人均|户均|车均|均摊|按人头|(?:摊|合|落|分)(?:到|在|给)(?:每|一个?|人|头|谁)|头上(?:是|合|有|摊)?(?:多少|几)"
)
_MEAN, _EACH = regex("[^每]平均$"), regex(r"每(?:个|名|位|人|辆|天|月)|一(?:天|个人|人)(?!一)")
_SPREAD = regex("均|每|/")
_EACH_SAID = regex(r"平均每一?(?:个(?!月)|名|位|户|人|家|辆|件|亩|公里|处|座|场|册|例)|平均到每")
_SORRY = "问的是平均数，没有算出来：找到的几个数不能确定该怎样相除，不拿它们来回答。"


def spread_wanted(answer: Answer, text: str) -> Answer:
    """The average of the money and the heads that were told; no answer where these are not just two."""
    figures = answer.figures
    if _EACH_SAID.search(text) and tells_total(answer, text):
        return declined(answer, NO_DIVISOR)
    if figures and _MEAN.search(figures[0].label) and _EACH.search(text) and len(figures[0].inputs) > 1:
        return declined(answer, _SORRY)  # the mean of two accounts is none of each head
    if answer.status is not Status.ANSWERED or len(figures) < 2 or not _ASKS.search(text):
        return answer
    if any(figure.formula or _SPREAD.search(f"{figure.label}{figure.unit}") for figure in figures):
        return answer
    money = [figure for figure in figures if figure.unit in MONEY]
    heads = [figure for figure in figures if figure.unit not in (*MONEY, "%", "分")]
    if not money:
        return answer
    if (len(money), len(heads), len(figures)) != (1, 1, 2) or money[0].year != heads[0].year:
        return declined(answer, _SORRY)
    made = mean([*money, *heads])
    if made is None:
        return declined(answer, _SORRY)
    value, unit, formula, label = made
    figure = money[0].model_copy(
        update={
            "label": label, "value": f"{value}", "unit": unit, "formula": formula, "printed": None,
            "inputs": inputs([*money, *heads]),
        }
    )  # fmt: skip
    line = f"{label}：{formula} {unit}。"
    return answer.model_copy(
        update={"answer": f"{line}\n{answer.answer}", "figures": [figure, *figures], "notes": []}
    )
