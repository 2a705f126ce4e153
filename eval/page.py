"""The HTML of a report: one file without anything from outside, for reading what went wrong (报告页)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import TYPE_CHECKING

from eval.model import Expect, Outcome, Result, SetResult
from eval.tally import Tally, percent, tally
from service.contract import Answer, Figure, Status

if TYPE_CHECKING:
    from eval.report import Report

_STYLE = """
body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1d2530;margin:2rem auto;
max-width:72rem;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border-bottom:1px solid #dde2e8;padding:.3rem .6rem;text-align:right;vertical-align:top}
th:first-child,td:first-child{text-align:left}th{background:#f4f6f8;font-weight:600}
article{border:1px solid #dde2e8;border-left:.35rem solid #8a94a3;border-radius:.3rem;padding:.6rem 1rem;margin:.8rem 0}
article.wrong{border-left-color:#c62828}article.missed{border-left-color:#b26a00}
article.correct{border-left-color:#1565c0}
dl{display:grid;grid-template-columns:5rem 1fr;gap:.15rem .8rem;margin:.4rem 0}dt{color:#5b6675}dd{margin:0}
.worse{color:#c62828}.skipped,.meta{color:#5b6675}
"""
HEADS = ("题数", "答对", "答错", "漏答", "错误数字", "引用页对", "p50 毫秒", "p95 毫秒")
_OUTCOMES = {Outcome.WRONG: "答错", Outcome.MISSED: "漏答", Outcome.CORRECT: "答对，引用页不对"}
_ORDER = {Outcome.WRONG: 0, Outcome.MISSED: 1, Outcome.CORRECT: 2}


def page_of(report: Report, groups: Mapping[str, Mapping[str, Tally]]) -> str:
    """The whole page; all that comes from questions and answers is escaped."""
    body = [
        "<h1>明白账评测</h1>",
        f'<p class="meta">{escape(report.asked)}，{report.made:%Y-%m-%d %H:%M:%S} UTC</p>',
        *(f'<p class="worse">退步：{escape(line)}</p>' for line in report.worse),
        *_totals(report),
        *(part for title, rows in groups.items() for part in (f"<h2>按{title}</h2>", _table(title, rows))),
        *(part for one in report.sets for part in _failures(one)),
    ]
    head = f'<meta charset="utf-8"><title>明白账评测</title><style>{_STYLE}</style>'
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head>{head}</head><body>\n'
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _totals(report: Report) -> Iterable[str]:
    asked = {one.name: tally(one.results) for one in report.sets if not one.skipped}
    yield "<h2>按题集</h2>"
    yield _table("题集", asked | {"合计": tally(report.results)})
    for one in report.sets:
        if one.skipped:
            yield f'<p class="skipped">跳过 {escape(one.name)}：{escape(one.skipped)}</p>'


def _table(title: str, rows: Mapping[str, Tally]) -> str:
    head = "".join(f"<th>{name}</th>" for name in (title, *HEADS))
    body = "".join(
        f"<tr><td>{escape(key)}</td>" + "".join(f"<td>{cell}</td>" for cell in cells(count)) + "</tr>"
        for key, count in rows.items()
    )
    return f"<table><tr>{head}</tr>{body}</table>"


def cells(count: Tally) -> tuple[str, ...]:
    """Counts as they are shown, on the page and on the console, in the order of the headings."""
    return (
        str(count.total),
        f"{count.correct}（{percent(count.accuracy)}）",
        str(count.wrong),
        str(count.missed),
        f"{count.wrong_figures}（{percent(count.wrong_figure_rate)}）",
        f"{count.pages_right}/{count.pages_judged}（{percent(count.page_rate)}）",
        f"{count.p50:.1f}",
        f"{count.p95:.1f}",
    )


def _failures(one: SetResult) -> Iterable[str]:
    failed = [result for result in one.results if is_failure(result)]
    if failed:
        yield f"<h2>{escape(one.name)}：{len(failed)} 题要看</h2>"
        yield from (_failure(result) for result in sorted(failed, key=lambda r: _ORDER[r.verdict.outcome]))


def is_failure(result: Result) -> bool:
    """Whether a result is to be looked at: not right, or right but from the wrong page."""
    return result.verdict.outcome is not Outcome.CORRECT or result.verdict.page_right is False


def _failure(result: Result) -> str:
    question, verdict = result.question, result.verdict
    label = _OUTCOMES[verdict.outcome] + ("，错误数字" if verdict.wrong_figure else "")
    rows = {
        "前文": " / ".join(question.history),
        "应答": expected(question.expect),
        "实答": got(result.reply.answer),
        "问题": "；".join(problem.text for problem in verdict.problems),
        "应引": _place("、".join(question.docs), question.page),
        "实引": _cited(result.reply.answer),
        "依据": question.note,
    }
    items = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in rows.items() if text)
    title = f"<b>{escape(question.question)}</b>"
    meta = f'<span class="meta">{escape(question.id)} · {question.type} · {question.style} · {label}</span>'
    return f'<article class="{verdict.outcome}">{title} {meta}<dl>{items}</dl></article>'


def expected(expect: Expect) -> str:
    """What was expected, in one line."""
    parts = ["或".join(status.value for status in expect.status)]
    if expect.value is not None:
        parts.append(f"{expect.value}{expect.unit}" + (f"（±{expect.tol}）" if expect.tol else ""))
    parts.extend(f"{one.label} {one.value}{one.unit}" for one in expect.values)
    for title, texts in (("都说到", expect.all), ("说到其一", expect.any), ("依次", expect.order)):
        if texts:
            parts.append(f"{title}：" + "、".join(texts))
    return "；".join(parts)


def got(answer: Answer | None) -> str:
    """What was answered, in one line."""
    if answer is None:
        return "（出错）"
    reason = f"（{answer.reason}）" if answer.reason else ""
    figures = "；".join(_figure(figure) for figure in answer.figures)
    options = " / ".join(option.question for option in answer.options if answer.status is Status.CLARIFY)
    return " · ".join(
        part for part in (answer.status.value + reason, answer.answer, figures, options) if part
    )


def _figure(figure: Figure) -> str:
    return f"{figure.entity} {figure.year} {figure.stage} {figure.label} = {figure.value}{figure.unit}"


def _place(files: str, pages: Iterable[int]) -> str:
    numbers = "、".join(str(page) for page in pages)
    return f"{files} 第 {numbers} 页" if numbers else files


def _cited(answer: Answer | None) -> str:
    return "；".join(_place(one.file, [one.page]) for one in answer.citations) if answer else ""
