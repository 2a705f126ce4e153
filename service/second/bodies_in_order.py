"""Bodies set in order by a rate or a count, each in its own year: 「谁的车最多谁最少，按多到少排」 (几家单位排名次).

What is asked of them is said in few daily words, which are rows here; each body is asked by itself, so that the year of
each stays its own. One that has no figure, or one of another sort, leaves them without an order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.patterns import regex
from ingest.text import fold
from service.contract import Answer, Figure, Status
from service.figures.simple_figures import amount, unrounded, value_in
from service.scope.named_in import Named
from service.second.merge import merge
from service.second.two_asked import Ask

#: What they are set in order by, as it is said and as it is asked of each.
THINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        regex(
            r"把?(?:完成|执行)?年初预算(?:数)?的?(?:完成|执行|[花用]得?)(?:率|得|进度|比例)?|(?:完成|执行)年初预算的?(?:比例|率)?"
        ),
        "年初预算完成率",
    ),
    (regex(r"把?(?:全年)?预算的?(?:完成|执行|[花用])(?:率|得|进度|比例)?|(?:完成|执行)率"), "预算完成率"),
    (
        regex(
            r"(?:公务用|公家?的?|小|轿)?(?:车辆?|汽车)(?:子)?(?:的)?(?:保有量|数量|数)?(?![\u4e00-\u9fff]{0,3}(?:费|钱|运行|购|补))"
        ),
        "车辆数",
    ),
)
_UP = regex(r"[从由按]?[少小低]到[多大高]|最[少低小差慢][^，。？]{0,4}$")
ASKS = regex(r"[多高大少低小]到[少低小多高大]|排[序名一个]|谁[^，。？]{0,12}最|哪[家个][^，。？]{0,12}最")
_BESIDE = regex(
    r"谁家?|哪一?[家个](?:单位|部门|局)?|最[多少高低大小足好差快慢]|[从由按照]*[多高大少低小]到[少低小多高大]|排(?:一?[排下]|个?[序队名]|[序队列名出来])?|(?:预算)?(?:完成|执行)率"
    r"|把|的|得|了|按照?|从|来|看看?|比一?比|一下|帮我?|请|给我|三家|两家|四家|几家|这|各家?|各自|分别|依次|怎么|如何|是|有|和|与|跟|及|、|数量|多少|度|年|谁|呢|吗"
)
_MARKS = regex(r"[\s，,、。；;：:？?！!（）()“”\"「」\0]+")
_PARTS = regex(r"[、，,；;？?]|以及|和|与|跟")
_DATED = regex(r"(?:19|20)\d\d|\d\d(?=年)")
_FEWEST = 2


def bodies_in_order(
    answer: Answer, text: str, ask: Ask, read: Callable[[str], Named | None]
) -> Answer | None:
    """The bodies in their order with what each has; None where it was told of all of them, or is not told of one."""
    named = read(text)
    bodies = tuple(dict.fromkeys(named.bodies)) if named is not None else ()
    if named is None or len(bodies) < _FEWEST:
        return None
    if answer.status is Status.ANSWERED and {f.entity for f in answer.figures} >= set(bodies):
        return None
    thing = _thing(named.masked)
    heads = _heads(text, named, bodies, read) if thing else []
    if len(heads) != len(bodies):
        return None
    answers = [ask(f"{head}{thing}是多少") for head in heads]
    return bodies_by(answers, bool(_UP.search(named.masked)), answer.conversation_id)


def _thing(masked: str) -> str:
    """What the bodies are set in order by; empty where anything else is said."""
    for said, thing in THINGS:
        if said.search(masked):
            rest = said.sub("，", masked, count=1)
            return thing if not _MARKS.sub("", _BESIDE.sub("", rest)) else ""
    return ""


def _heads(text: str, named: Named, bodies: Sequence[str], read: Callable[[str], Named | None]) -> list[str]:
    """Each body with its year, as a question begins; none where it is not said which year is whose."""
    own = [(part, read(part)) for part in _PARTS.split(text)]
    pairs = {
        n.bodies[0]: n.heads()[0]
        for part, n in own
        if n is not None
        and n.masked != part
        and (len(n.bodies), len(n.years)) == (1, 1)
        and _DATED.search(part)
    }
    if len(pairs) == len(bodies):
        return list(pairs.values())
    dated = len(set(_DATED.findall(text)))
    when = f"{named.years[0]}年" if named.years else ""
    return [f"{body}{when}" for body in bodies] if dated < 2 and len(named.years) < 2 else []


def bodies_by(answers: Sequence[Answer], up: bool, conversation: str) -> Answer | None:
    """What was found of each, in its order; None where one is lacking or tells of something else."""
    found = [a.figures[0] for a in answers if a.status is Status.ANSWERED and len(a.figures) == 1]
    if len(found) < len(answers) or len({f.entity for f in found}) < len(found) or not _alike(found):
        return None
    whole = merge(answers, conversation)
    unit = whole.figures[0].unit
    ordered = sorted(whole.figures, key=lambda f: unrounded(f) or value_in(f, unit) or 0, reverse=not up)
    each = "；".join(f"{f.entity}{f.year}年度{f.label} {amount(f)}" for f in ordered)
    return whole.model_copy(
        update={"answer": f"{'从低到高' if up else '从高到低'}：{each}。", "figures": ordered}
    )


def _alike(figures: Sequence[Figure]) -> bool:
    return len({(fold(figure.label), figure.unit) for figure in figures}) == 1
