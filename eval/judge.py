"""An answer against what is known (判分).

*Wrong* is an answer that was given and does not hold; *missed* is none where there should have been one. A wrong
figure is a wrong answer that shows a number, save where only the unit is another than the one expected.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from eval.citations import page_right
from eval.fold import finds, fold, holds
from eval.model import Expect, ExpectedValue, Outcome, Problem, Question, Reply, Verdict
from ingest.numbers import convert
from service.contract import Answer, Figure, Status

NAMES = {
    Status.ANSWERED: "作答",
    Status.CLARIFY: "反问",
    Status.NO_ANSWER: "不答",
    Status.OUT_OF_SCOPE: "超范围",
}


def judge_reply(question: Question, reply: Reply) -> Verdict:
    """Verdict on what came back; a question that could not be asked is missed."""
    if reply.answer is None:
        return Verdict(Outcome.MISSED, problems=(Problem(f"提问出错：{reply.error}"),))
    return judge(question, reply.answer)


def judge(question: Question, answer: Answer) -> Verdict:
    """Verdict on an answer: its status first, then everything that the question expects of it."""
    # A question that names no unit of money is answered in the unit printed; where tables print 元 and the text 万元
    # both are, so that the same money in either is right.
    expect = question.expect.model_copy(
        update={"any_unit": "元" not in "".join((*question.history, question.question))}
    )
    problems = _status_problems(expect, answer)
    if not problems:
        problems = [problem for check in _CHECKS for problem in check(expect, answer)]
    page = page_right(question, answer)
    if not problems:
        return Verdict(Outcome.CORRECT, page_right=page)
    if answer.status is not Status.ANSWERED:
        return Verdict(Outcome.MISSED, problems=tuple(problems))
    shown = bool(answer.figures) and any(problem.grave for problem in problems)
    return Verdict(Outcome.WRONG, wrong_figure=shown, page_right=page, problems=tuple(problems))


def _status_problems(expect: Expect, answer: Answer) -> list[Problem]:
    if answer.status in expect.status:
        return []
    wanted = "或".join(NAMES[status] for status in expect.status)
    return [Problem(f"应{wanted}，实为{NAMES[answer.status]}")]


def _headline_problems(expect: Expect, answer: Answer) -> list[Problem]:
    if expect.value is None or expect.unit is None or answer.status is not Status.ANSWERED:
        return []
    if not answer.figures:
        return [Problem("没有给出数字")]
    return _problems(answer.figures[0], expect.value, expect.unit, expect)


def _problems(figure: Figure, value: Decimal, unit: str, expect: Expect) -> list[Problem]:
    """What is not right about one figure, the unit counting only where the question names one."""
    found = figure_problems(figure, value, unit, expect.tol)
    return [problem for problem in found if problem.grave or not expect.any_unit]


def figure_problems(figure: Figure, value: Decimal, unit: str, tol: Decimal) -> list[Problem]:
    """What is not right about one figure: the value, judged in the expected unit, and the unit itself."""
    given, got_unit, wanted_unit = decimal_of(figure.value), same_unit(figure.unit), same_unit(unit)
    if given is None:
        return [Problem(f"「{figure.value}」不是十进制数")]
    got = convert(given, got_unit, wanted_unit)
    shown, wanted = f"{figure.value}{figure.unit}", f"{value}{unit}"
    if got is None:
        return [Problem(f"单位不对：应为 {wanted}，实为 {shown}")]
    if abs(got - value) > tol:
        sign = "符号相反" if value and abs(got + value) <= tol else "数值不对"
        return [Problem(f"{sign}：应为 {wanted}，实为 {shown}")]
    if got_unit != wanted_unit:
        return [Problem(f"数额对，单位不是所要的：应为 {wanted}，实为 {shown}", grave=False)]
    return []


def decimal_of(text: str) -> Decimal | None:
    """A decimal string as the contract has it; None for anything else."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def same_unit(unit: str) -> str:
    """Unit without differences of width, space and word: 「名」 counts 「人」, 「百分点」 is no 「%」."""
    plain = "".join(fold(unit).split())
    return _ONE_UNIT.get(plain, plain)


#: Words for one unit: a document prints 名 and 台（套）, a question asks how many 人 and 台.
_ONE_UNIT = {"名": "人", fold("台（套）"): "台", "套": "台", "批": "批次", "场次": "场", "个百分点": "百分点"}


def _values_problems(expect: Expect, answer: Answer) -> list[Problem]:
    if not expect.values or answer.status is not Status.ANSWERED:
        return []
    if not answer.figures:
        return [Problem("没有给出数字")]
    unmatched = _unmatched(expect, answer.figures)
    return [Problem(f"缺少或不符：{one.label} {one.value}{one.unit}") for one in unmatched]


def _unmatched(expect: Expect, figures: list[Figure]) -> list[ExpectedValue]:
    """Expected values that find no figure of their own, by augmenting paths over the figures each could be."""
    taken: dict[int, int] = {}
    candidates = [_candidates(one, figures, expect) for one in expect.values]

    def place(index: int, tried: set[int]) -> bool:
        for figure in candidates[index]:
            if figure in tried:
                continue
            tried.add(figure)
            if figure not in taken or place(taken[figure], tried):
                taken[figure] = index
                return True
        return False

    return [one for index, one in enumerate(expect.values) if not place(index, set())]


def _candidates(one: ExpectedValue, figures: list[Figure], expect: Expect) -> list[int]:
    """Figures that may be this value. A label that names figures decides between them, so that swapped values
    are found out; a label that names none, which is a matter of wording, leaves it to the value."""
    comparable = [index for index, figure in enumerate(figures) if _comparable(figure.unit, one.unit)]
    named = [index for index in comparable if names(one.label, figures[index])]
    among = named or comparable
    own = expect.model_copy(update={"tol": max(one.tol, expect.tol)})
    return [index for index in among if not _problems(figures[index], one.value, one.unit, own)]


def _comparable(unit: str, other: str) -> bool:
    return convert(Decimal(1), same_unit(unit), same_unit(other)) is not None


def names(label: str, figure: Figure) -> bool:
    """Whether a label says which figure is meant: each of its words stands in what the figure is called."""
    of = f"{figure.stage}{figure.label}"
    called = f"{figure.entity} {figure.year}年{of} {figure.entity} {figure.year}年度{of}"
    return all(holds(word, called) for word in label.split())


def _text_problems(expect: Expect, answer: Answer) -> list[Problem]:
    text = fold(_said(answer))
    problems = [Problem(f"没有说到「{part}」") for part in expect.all if finds(fold(part), text) < 0]
    if expect.any and all(finds(fold(part), text) < 0 for part in expect.any):
        problems.append(Problem("一个都没有说到：" + "、".join(f"「{part}」" for part in expect.any)))
    return problems


def _said(answer: Answer) -> str:
    """The text of an answer; a question back says what it says by its options too."""
    if answer.status is not Status.CLARIFY:
        return answer.answer
    return "\n".join([answer.answer, *(f"{option.label} {option.question}" for option in answer.options)])


def _order_problems(expect: Expect, answer: Answer) -> list[Problem]:
    if not expect.order or answer.status is not Status.ANSWERED:
        return []
    wanted = "次序不对，应为：" + "、".join(expect.order)
    by_figures = [_first(item, answer.figures) for item in expect.order]
    if all(place >= 0 for place in by_figures):
        return [] if by_figures == sorted(set(by_figures)) else [Problem(wanted)]
    return [] if _in_order(expect.order, answer.answer) else [Problem(wanted)]


def _first(item: str, figures: list[Figure]) -> int:
    return next((index for index, figure in enumerate(figures) if names(item, figure)), -1)


def _in_order(items: tuple[str, ...], answer: str) -> bool:
    """Whether a text names the items one after the other."""
    text = fold(answer)
    for item in items:
        place = finds(fold(item), text)
        if place < 0:
            return False
        text = text[place + len(fold(item)) :]
    return True


#: Every requirement that an ``expect`` can hold; one that it does not hold finds no problem.
_CHECKS: tuple[Callable[[Expect, Answer], list[Problem]], ...] = (
    _headline_problems,
    _values_problems,
    _text_problems,
    _order_problems,
)
