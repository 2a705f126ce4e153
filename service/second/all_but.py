"""All but several: 「三公经费不含出国和接待」 is the whole without each that is named (扣除多项).

Each is asked for by itself and must be a part of the whole, by its code, by its kind or by the table it stands in.
What is left may be wanted as a share of the whole, or against the year before. What is lacking is named, and then
nothing is told: a rest of which one part was not taken off is a wrong figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.numbers import plain
from ingest.patterns import regex
from service.accounts.less import all_of, holds
from service.contract import Answer, Figure, Status
from service.figures.ratios import rounded
from service.figures.simple_figures import inputs, value_in, who
from service.model import Term
from service.parts.members import HALVES
from service.projects.nearly_named import LEFT_OUT
from service.second.merge import merge
from service.second.two_asked import HEAD, Ask

_OUT = (
    r"(?:(?<![清消删拆解免开废切根铲])除(?!以)(?:了|去|掉|开|却)?|扣(?:除|掉|去)|剔(?:除|掉)|排除|减(?:去|掉)|刨(?:去|除|掉|开)"
    r"|撇(?:开|去)|抛(?:开|去)|去(?:掉|除)|(?<![是算含计包么啥])不(?:算|含|计|包括|包含))"
)
_BEHIND = r"(?:(?:之|以)?(?:外|后)(?!勤|出)|除外|的(?:话)?|，|不(?:算|计)(?:在内)?)"
#: What is left out before or behind the whole: the list, and the words around it.
_SAID = (
    regex(
        rf"^(?P<whole>[^，。？]*?)(?:中|里面?|当中)?[，的]?(?P<how>{_OUT})(?P<list>[^，。？的]{{2,40}}?)(?:(?:这|那)?[两二三四几]项)?(?:{_BEHIND}+(?P<tail>[^。？]*)|(?P<rest>(?:还|剩|余|是|有|共|一共)*(?:多少|几).*))?[？?。]*$"
    ),
    regex(
        r"^(?P<list>[^，。？的]{2,40}?)(?:(?:这|那)?[两二三四几]项)?(?P<how>(?:之|以)外|除外|不(?:算|计)(?:在内)?)的?，?(?P<tail>[^。？]*)[？?。]*$"
    ),
)
_AND = regex(r"以及|[和与及跟、]")
#: What asks for something else than the rest.
_NO_REST = regex(
    r"哪|什么|啥|谁|最|设备|排第|排最|为|原因|几[个项辆]|人均|平均|每|分别|各|百分点|是否|吗|有没有|[多少高低]于|超过"
)
_ASKING = regex(
    r"(?:一共|总共|共计|合计|总计|总额|总数|还|剩下?|余下?|其[他它余]|别的|另外|部分|类|是|有|为|花了?|用了?|了|的|呢|，|[？?。]"
    r"|多少钱?|几何|金额|数额|(?:万|亿)?元|占(?:比|全部|总)?|比重|比例|百分之几|几成)+$"
)
_STAGE = regex(r"年初预算|全年预算|预算(?!外|财政|拨款)|决算")
_SHARE = regex(r"占比|比重|比例|占(?:多少|百分|几成)|百分之几")
_BEFORE = regex(r"(?:比|较|与|同)(?:上年|去年|上一年|(?P<year>(?:19|20)\d\d)年?(?:度)?)|同比")
_CHANGE = regex(rf"(?:{_BEFORE.pattern}).*$")
_ALL_SPENT = ("", "支出", "总支出", "全部支出", "所有支出", "全年支出", "本年支出", "开支", "总的支出")
ASKS_ALL_BUT = regex(rf"{_OUT}|(?:之|以)外|除外|不(?:算|计)(?:在内)?")


@dataclass(frozen=True, slots=True)
class _Rest:
    """A whole and what is taken off it, as the question says them, with what is wanted of what is left."""

    head: str
    whole: str
    names: tuple[str, ...]
    stage: str
    share: bool
    before: int
    taken: bool


def all_but(answer: Answer, text: str, ask: Ask) -> Answer | None:
    """What is left of the whole without all that is named; None where the question is no such, or is answered."""
    said = _said(text, answer)
    if any(note.startswith(LEFT_OUT) for note in answer.notes):
        return None  # what is not to be in it tells one name from another
    if said is None or (len(said.names) < 2 and _is_told(answer, said)):
        return None
    years = (0, said.before) if said.before else (0,)
    made = [_worked(said, year, ask) for year in years]
    sure = [m for m in made if isinstance(m, _Worked)]
    if len(sure) == len(years):
        return _compared(sure, answer) if said.before else _told(sure[0], said)
    lacking = next((m for m in made if isinstance(m, str)), "")
    off = said.taken or any(f.formula for f in answer.figures)
    return _sorry(answer, lacking) if off and lacking and answer.status is Status.ANSWERED else None


def _is_told(answer: Answer, said: _Rest) -> bool:
    """Whether the one thing is taken off already, and nothing more is wanted."""
    taken_off = answer.status is Status.CLARIFY or any(f.formula for f in answer.figures)
    return taken_off and not (said.share or said.before)


def _said(text: str, answer: Answer) -> _Rest | None:
    head = HEAD.match(text)
    start = head[0] if head else who(answer)
    own = text[head.end() :] if head else text
    change = _CHANGE.search(own)
    before = _BEFORE.search(own)
    own = _CHANGE.sub("", own)
    match = next(filter(None, (pattern.match(own) for pattern in _SAID)), None)
    if match is None or not start or _NO_REST.search(own) or (change and not before):
        return None
    parts = match.groupdict()
    tail = parts.get("tail") or ""
    stage = _STAGE.search((parts.get("whole") or "") + tail)
    whole = _bare(parts.get("whole") or "") or _bare(tail)
    names = tuple(filter(None, (_STAGE.sub("", n).strip("的") for n in _AND.split(match["list"]))))
    if not names or any(len(n) < 2 for n in names) or len(_AND.split(whole)) > 1:
        return None
    year = int(before["year"] or 0) if before else 0
    own_year = re.search(r"(?:19|20)\d\d", start)
    if before and not year and own_year:
        year = int(own_year[0]) - 1
    taken = match["how"] not in ("除", "除了", "之外", "以外")
    return _Rest(start, whole, names, stage[0] if stage else "", bool(_SHARE.search(tail or parts.get("rest") or "")),
                 year, taken)  # fmt: skip


def _bare(words: str) -> str:
    """The name of the whole without the words that ask, or say its stage."""
    bare = _STAGE.sub("", re.sub(r"^(?:其[他它余]|别的|另外|剩下)的?", "", words.strip("，的")))
    return _ASKING.sub("", bare).strip("，的")


@dataclass(frozen=True, slots=True)
class _Worked:
    """What is left, what it was worked out of, and the answer that told all of it."""

    made: Figure
    whole: Figure
    parts: tuple[Figure, ...]
    answer: Answer


def _worked(said: _Rest, year: int, ask: Ask) -> _Worked | str:
    """The rest of a year, or what is lacking for it."""
    head = re.sub(r"(?:19|20)\d\d", str(year), said.head) if year else said.head
    named = "支出合计" if said.whole in _ALL_SPENT else said.whole
    of_whole = ask(f"{head}{named}{said.stage}是多少")
    if _one(of_whole) is None:
        return said.whole or "支出合计"
    answers = [of_whole]
    for name in said.names:
        found = _part(head, said, name, of_whole, ask)
        if found is None:
            return name
        if _overlaps(found, answers[1:]):
            return name
        answers.append(found)
    whole_answer = merge(answers, of_whole.conversation_id)
    figures = [_again(whole_answer, f) for a in answers if (f := _one(a)) is not None]
    values = [value_in(f, figures[0].unit) for f in figures]
    known = [v for v in values if v is not None]
    left = known[0] - sum(known[1:], Decimal(0))
    if len(known) < len(values) or left < 0 or len({f.label for f in figures}) < len(figures):
        return "、".join(said.names)
    formula = f"{' − '.join(map(plain, known))} = {plain(left)}"
    label = f"{figures[0].label}扣除{'、'.join(f.label for f in figures[1:])}后的余额"
    first = figures[0]
    made = Figure(
        label=label, value=plain(left), unit=first.unit, entity=first.entity, year=first.year, stage=first.stage,
        formula=formula, inputs=inputs(figures), citation=first.citation,
    )  # fmt: skip
    return _Worked(made, first, tuple(figures[1:]), whole_answer)


def _again(answer: Answer, figure: Figure) -> Figure:
    """A figure as it is in the merged answer, whose citations are numbered anew."""
    same = (
        f for f in answer.figures if (f.label, f.value, f.stage) == (figure.label, figure.value, figure.stage)
    )
    return next(same, figure)


def _one(answer: Answer) -> Figure | None:
    plainly = answer.status is Status.ANSWERED and len(answer.figures) == 1 and not answer.figures[0].formula
    sure = float(str(answer.plan.get("confidence", "0"))) > 0.85
    return answer.figures[0] if plainly and sure else None


def _part(head: str, said: _Rest, name: str, whole: Answer, ask: Ask) -> Answer | None:
    """The answer that tells a part by itself; None where it is not told, or is no part of that whole."""
    asked = (f"{head}{said.whole}中的{name}{said.stage}是多少", f"{head}{name}{said.stage}是多少")
    for question in asked if said.whole not in _ALL_SPENT else asked[1:]:
        found = ask(question)
        if _one(found) is not None and is_part(whole, found):
            return found
    return None


def is_part(whole: Answer, part: Answer) -> bool:
    """Whether what the one tells is a part of what the other does."""
    one, other = _one(whole), _one(part)
    if one is None or other is None:
        return False
    if (one.stage, one.year, one.entity) != (other.stage, other.year, other.entity):
        return False
    outer, inner = _term(whole), _term(part)
    if outer is None or inner is None:
        return False
    if outer.kind == "总额":
        return all_of(
            inner, "收入" if "收入" in outer.name else "支出"
        ) == outer and not inner.name.startswith("“三公")
    return holds(outer, inner) or _of_basic(outer, inner, part)


def _overlaps(part: Answer, others: Sequence[Answer]) -> bool:
    """Whether a part may hold money of another: it is of another classification, or one is within the other."""
    own = _term(part)
    held = [t for t in map(_term, others) if t is not None]
    return own is None or any(own.kind != t.kind or own == t or holds(own, t) or holds(t, own) for t in held)


def _of_basic(outer: Term, inner: Term, part: Answer) -> bool:
    """Whether an economic account stands in the table of basic expenditure, within the half that is named."""
    starts = HALVES.get(outer.name, ("30", "31") if outer.name == "基本支出" else ())
    tables = [c.table or "" for c in part.citations[:1]]
    in_table = bool(tables) and all("基本支出" in table for table in tables)
    return bool(starts) and inner.kind == "经济分类" and inner.code.startswith(starts) and in_table


def _term(answer: Answer) -> Term | None:
    subject = answer.plan.get("subject")
    if not isinstance(subject, dict):
        return None
    return Term(str(subject.get("name", "")), str(subject.get("kind", "")), str(subject.get("code") or ""))


def _told(rest: _Worked, said: _Rest) -> Answer:
    made, whole = rest.made, rest.whole
    names = "、".join(f.label for f in rest.parts)
    lead = f"{made.entity}{made.year}年度{whole.label}扣除{names}后为 {made.value} {made.unit}（{made.formula}）。"
    figures = [made, whole, *rest.parts]
    total = value_in(whole, made.unit)
    if said.share and total:
        share = rounded(Decimal(made.value) / total * 100)
        formula = f"{made.value} ÷ {plain(total)} × 100% = {plain(share)}%"
        figure = made.model_copy(
            update={
                "label": f"{made.label}占{whole.label}的比重",
                "value": plain(share),
                "unit": "%",
                "formula": formula,
            }
        )
        lead += f"\n占{whole.label}的 {figure.value}%（{formula}）。"
        figures = [figure, *figures]
    return rest.answer.model_copy(update={"answer": lead, "figures": figures})


def _compared(made: Sequence[_Worked], answer: Answer) -> Answer:
    """The rest of two years, and how far they are apart."""
    one, other = made[0], made[1]
    whole = merge([m.answer for m in made], answer.conversation_id)
    value = value_in(other.made, one.made.unit) or Decimal(0)
    gap = Decimal(one.made.value) - value
    formula = f"{one.made.value} − {plain(value)} = {plain(gap)}"
    change = one.made.model_copy(
        update={
            "label": f"{one.made.label}比{other.made.year}年增减额",
            "value": plain(gap),
            "formula": formula,
        }
    )
    word = "持平" if not gap else f"{'增加' if gap > 0 else '减少'} {plain(abs(gap))} {change.unit}"
    lines = [
        f"{m.made.year}年度{m.made.label}为 {m.made.value} {m.made.unit}（{m.made.formula}）。" for m in made
    ]
    said = f"{one.made.entity}{''.join(lines)}\n比{other.made.year}年{word}（{formula}）。"
    return whole.model_copy(update={"answer": said, "figures": [change, one.made, other.made]})


def _sorry(answer: Answer, lacking: str) -> Answer:
    said = (
        f"问的是扣除几项后还有多少。没有把「{lacking}」作为其中的一部分找到，扣不全就不准，所以没有给出数字。"
    )
    empty: dict[str, object] = {"figures": [], "citations": [], "notes": [], "reason": "not_disclosed"}
    return answer.model_copy(update={"status": Status.NO_ANSWER, "answer": said, **empty})
