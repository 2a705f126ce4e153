"""A task that a sentence sets beside what was done of it: 「任务数21,000人，完成20,874人」 (任务与完成).

Whether it was met and by how much it was missed is asked of both; where the task alone was told, or two tasks were held
against each other, the number that the sentence tells next to the task as done is taken from it.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Citation, Figure, Status
from service.figures.simple_figures import inputs
from service.follow.conversation import aside
from service.things.sentence_counts import Told, told_in

#: Whether a task was met, or how far it was missed.
ASKS_TASK = regex(
    r"(?:完成|达到|做到|干完)了?(?:任务|目标|计划|指标)|(?:任务|目标|计划|指标)(?:数|值|量)?[^，。？]{0,6}(?:完成|达到|做到|干完)|(?:离|跟|比|距)[^，。？]{0,4}(?:任务|目标|计划|指标)"
)
_ASKS_GAP = regex(
    r"差(?!旅)了?(?:多少|几|好多)|[少缺多超](?:了|出)?(?:多少|几)|还(?:差|缺|少)|有没有完成|完成(?:了)?(?:没|吗)|是否完成"
)
_MISSING = regex("[差少缺短]")
_TASK = regex(r"(?:任务|目标|计划)(?:数|值|量|人数|数量)?$")
_DONE = regex(r"^(?:其中|已|均|共|全年|累计|实际)*(?:完成|实施|检查|达到|做到|救治|服务|培训|开展)")
_WHEN = regex(r"^(?:全年|本年度?|年度|当年)")
_LEAST = 2


def short_of_task(answer: Answer, text: str, whole: Callable[..., Answer]) -> Answer:
    """The answer, or both numbers with how far what was done is off the task, where one sentence tells them.

    ``whole`` asks for the task by its name where only that was understood.
    """
    if not (ASKS_TASK.search(text) and _ASKS_GAP.search(text)):
        return answer
    told = answer if answer.status is Status.ANSWERED else _task_told(answer, whole)
    for figure in told.figures if told is not None else ():
        cited = told.citations[figure.citation] if told is not None and figure.citation is not None else None
        if figure.formula or cited is None or not _is_task(figure, text):
            continue
        if told is not None and (done := _done(figure, cited)) is not None:
            return _made(told, text, figure, (done, cited))
    return answer


def _task_told(answer: Answer, whole: Callable[..., Answer]) -> Answer | None:
    """The task that a question was understood to be of, asked for by itself."""
    plan = answer.plan
    subject, year = plan.get("subject"), plan.get("year")
    name = str(subject.get("name", "")) if isinstance(subject, dict) else ""
    if answer.status is not Status.NO_ANSWER or not year or not _TASK.search(name):
        return None
    told = whole(f"{plan.get('entity')}{year}年{name}是多少", conversation=aside())
    found = told.status is Status.ANSWERED and len(told.figures) == 1
    return told.model_copy(update={"conversation_id": answer.conversation_id}) if found else None


def _is_task(figure: Figure, text: str) -> bool:
    """Whether a figure is a task of the thing that the question names."""
    name = fold(_WHEN.sub("", _TASK.sub("", figure.label)))
    named = any(name[at : at + _LEAST] in fold(text) for at in range(len(name) - 1))
    return _TASK.search(figure.label) is not None and named and name[:_LEAST] in fold(text)


def _done(figure: Figure, cited: Citation) -> Told | None:
    """The number right behind the task that the sentence tells as done, in its unit."""
    told = told_in(cited.quote)
    value = Decimal(figure.value)
    own = [at for at, one in enumerate(told) if one.value == value and one.unit == figure.unit]
    own = [at for at in own if _TASK.search(told[at].name) and fold(told[at].name) in fold(figure.label)]
    if len(own) != 1 or own[0] + 1 >= len(told):
        return None
    task, after = told[own[0]], told[own[0] + 1]
    same = after.unit == task.unit and after.segment == task.segment and not after.changed
    return after if same and _DONE.match(after.lead) else None


def _made(answer: Answer, text: str, task: Figure, told: tuple[Told, Citation]) -> Answer:
    """How far what was done is off the task, with both: 「差多少」 counts what is missing."""
    done, cited = told
    name = _TASK.sub("", task.label)
    own = task.model_copy(
        update={"label": f"{name}完成数", "value": plain(done.value), "printed": None, "citation": 0}
    )
    task = task.model_copy(update={"citation": 0})
    left = done.value - Decimal(task.value)
    one, other = (task, own) if left < 0 and _MISSING.search(text) else (own, task)
    formula = f"{one.value} − {other.value} = {plain(Decimal(one.value) - Decimal(other.value))}"
    gap = own.model_copy(
        update={
            "label": f"{one.label}与{other.label}之差", "value": formula.partition(" = ")[2], "formula": formula,
            "inputs": inputs((one, other)),
        }
    )  # fmt: skip
    way = "超过" if left > 0 else "没有完成，少" if left < 0 else "正好完成，相差"
    said = (
        f"{task.entity}{task.year}年度{task.label}为 {task.value} {task.unit}，完成 {own.value} {own.unit}，"
        f"{way} {plain(abs(left))} {task.unit}（{formula}）。"
    )
    return answer.model_copy(
        update={"answer": said, "figures": [gap, own, task], "citations": [cited], "notes": []}
    )
