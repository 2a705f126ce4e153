"""A rate is of what its name says: 「公厕的满意度」 is not told by that of 环境卫生 (比率的对象)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Fact, Measure
from ingest.patterns import regex
from ingest.text import fold
from service.model import Term
from service.read.wording import PARTICLES
from service.things.search import left_over

RATES = frozenset((Measure.RATE, Measure.SHARE, Measure.COMPLETION))
#: Whoever is asked, the rate is the same one: 「群众满意度」 for 「市民满意度」.
_ASKED = regex(
    r"群众|市民|居民|公众|老?百姓|大家|社会|人民|服务对象|实际|年度|目标|指标|完成|项目|满不|不满意?|有多|满足"
    r"|处理|处置|办理|工作|服务|情况|总体|整体|综合|平均|调查|反馈|评价|测评|多高|高不高|怎么样|如何|怎样|到底|反映|觉得|认为"
    f"|[{''.join(sorted(PARTICLES))}]"
)
_IS_RATE = regex("[率度]$")
_CONTENT = regex("满意[率度]")
#: What is asked for by its name is a rate, of which no amount is an answer.
_RATE_SAID = regex(r"[\u4e00-\u9fff]{1,2}率|(?:满意|知晓|认可|达标|饱和|美誉)度")


def other_object(content: str, term: Term, facts: Sequence[Fact]) -> tuple[str, ...]:
    """The words that neither the rate nor what stands over it says, where other things are named by them.

    ``content`` is what the question says; none where the thing is no rate, or the words name nothing here.
    """
    told = [f for f in facts if f.subject.name == term.name]
    if not any(f.measure in RATES for f in told) or not (
        _IS_RATE.search(fold(term.name)) or all(f.measure in RATES for f in told)
    ):
        return ()
    own = " ".join({fold(part) for f in told for part in (f.subject.name, *f.subject.path, _clauses(f))})
    if _is_own(content, fold(term.name)):
        return ()
    said = _ASKED.sub(" ", left_over(content, own))
    runs = [run for run in re.findall(r"[\u4e00-\u9fff]{2,}", said) if run not in fold(told[0].entity)]
    if _CONTENT.search(content):
        return tuple(runs)  # who is content is content with something
    names = {fold("".join((*f.subject.path, f.subject.name))) for f in facts} if runs else set()
    return tuple(run for run in runs if any(word in name for word in _words(run) for name in names))


def rate_of(text: str, rest: Sequence[str], subject: Term | None) -> tuple[str, ...]:
    """「某项目的市民满意度」 where no more than the project was found: its money is no rate."""
    name = fold(subject.name) if subject is not None else ""
    said = (m[0] for m in _RATE_SAID.finditer(text) if name and m[0] not in name)
    return tuple(rate for rate in said if any(rate[:-1] in run for run in rest))[:1]


def _clauses(fact: Fact) -> str:
    """The clause of its sentence that prints a figure, with those before it that print none."""
    parts = re.split("[，；。、]", fact.source.quote)
    at = next((i for i, part in enumerate(parts) if str(fact.value) in part), 0)
    start = at
    while start > 0 and not re.search(r"\d", parts[start - 1]):
        start -= 1
    return "，".join(parts[start : at + 1])


def _is_own(content: str, name: str) -> bool:
    """Whether the name is said with a word of its own that says what is rated: 回访满意率, 按时办结率, not 完好率."""
    if _CONTENT.search(name):
        own = _CONTENT.sub("", _ASKED.sub("", name))
        return own != name and len(own) > 1 and name in content
    return any(name[-size:] in content for size in range(_OWN, len(name) + 1))


#: A rate with so many characters says of what it is.
_OWN = 4


def _words(run: str) -> list[str]:
    """A run in words of two characters, as most are; a short one is a word itself."""
    return [run] if len(run) < 4 else [run[at : at + 2] for at in range(0, len(run) - 1, 2)]
